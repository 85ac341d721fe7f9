"""Small documents of every format that Verbatim reads, made from texts of our own, byte for byte the same each time."""

from __future__ import annotations

import io
import plistlib
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from html import escape

from reader.article import Article, Capture
from reader.cleaning import clean

HEADLINE = "Tarnby closes its swing bridge to lorries"
FIRST = (
    "The harbour council of Tarnby voted on Tuesday night to close the old swing bridge to lorries, after engineers "
    "found cracks in two of its bearings that nobody had looked for."
)
SECOND = (
    "“We are not going to wait until something falls into the water,” said Mira Holt, the harbour commissioner. "
    "“The bridge has carried twice the weight it was built for.”"
)
THIRD = (
    "Hauliers said that the detour would cost them more than the repair itself. Jens Aldous, who runs a transport "
    "firm on the quay, told the meeting that three of his drivers had given notice."
)
HEBREW = "ראש העיר אמר ביום שלישי שהגשר הישן ייסגר למשאיות החל מיום ראשון בבוקר."
JAPANESE = "港湾評議会は火曜日の夜、古い旋回橋へのトラックの通行を日曜日から禁止することを決めた。"
PAGE = (
    f"<!DOCTYPE html><html lang='en'><head><title>{HEADLINE}</title></head><body><article><h1>{HEADLINE}</h1>"
    f"<p>By Ann Roe</p><p>7 March 2031</p><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article></body></html>"
)

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "epub": "application/epub+zip",
    "rtf": "application/rtf",
    "odt": "application/vnd.oasis.opendocument.text",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "webarchive": "application/x-webarchive",
    "eml": "message/rfc822",
    "mhtml": "multipart/related",
    "md": "text/markdown",
    "zip": "application/zip",
    "html": "text/html",
    "txt": "text/plain",
}


def capture(content: bytes, name: str) -> Capture:
    """A capture of a file of that name, with the media type of its suffix."""
    return Capture(content, MEDIA_TYPES[name.rsplit(".", 1)[1]], name, "file", datetime(2031, 3, 9, tzinfo=UTC))


def cleaned(content: bytes, name: str) -> Article:
    return clean(capture(content, name))


# ---- PDF

Text = tuple[float, float, float, str]
"""Where a line stands (from the left and from the bottom), the size of its type, its characters; bold after "**"."""


def pdf(
    pages: Sequence[Sequence[Text]], facts: Mapping[str, str] | None = None, *, extra: str = "", turned: bool = False
) -> bytes:
    """A PDF of A4 pages with these lines. Every character is as wide as half its height; `extra` goes into the trailer.

    A page that is `turned` is written from the bottom up, and shown turned to the right.
    """
    table = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
    table += "1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end"
    codes = f"<< /Length {len(table)} >> stream\n{table}\nendstream"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    for name in ("Plain", "Plain-Bold"):
        font = f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /DW 500 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {len(objects) + 2} 0 R >>"
        described = f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /Ascent 800 /Descent -200 /CapHeight 700 /ItalicAngle 0 /StemV 80 /FontBBox [0 -200 500 800] >>"
        whole = f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{len(objects) + 1} 0 R] /ToUnicode {len(objects) + 4} 0 R >>"
        objects += [font, described, whole, codes]
    kids = []
    shape = "/MediaBox [0 0 842 595] /Rotate 90" if turned else "/MediaBox [0 0 595 842]"
    for page in pages:
        drawn = "\n".join(_drawn(line, turned) for line in page)
        objects.append(f"<< /Length {len(drawn)} >> stream\n{drawn}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R {shape} /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 5 0 R /F2 9 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append("<< " + " ".join(f"/{name} ({value})" for name, value in (facts or {}).items()) + " >>")
    written = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    listed = "".join(f"{place:010} 00000 n \n" for place in places)
    return written + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{listed}trailer << /Size {len(objects) + 1} /Root 1 0 R "
        f"/Info {len(objects)} 0 R {extra} >>\nstartxref\n{len(written)}\n%%EOF\n"
    ).encode("latin-1")


def _drawn(line: Text, turned: bool) -> str:
    left, bottom, size, text = line
    font = "F2" if text.startswith("**") else "F1"
    place = f"0 1 -1 0 {842 - bottom} {left} Tm" if turned else f"{left} {bottom} Td"
    return f"BT /{font} {size} Tf {place} <{text.removeprefix('**').encode('utf-16-be').hex()}> Tj ET"


LOCKED = "/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + "41" * 32 + "> /U <" + "42" * 32 + "> >>"


def set_in(text: str, left: float, top: float, characters: int, size: float = 10, leading: float = 14) -> list[Text]:
    """A paragraph's lines of at most so many characters, from `top` down; its first line is indented."""
    lines = ["  "]
    for word in text.split(" "):
        if len(lines[-1]) + len(word) + 1 > characters and lines[-1].strip():
            lines.append("")
        lines[-1] += (" " if lines[-1].strip() else "") + word
    return [(left + (size if n == 0 else 0), top - n * leading, size, line.strip()) for n, line in enumerate(lines)]


def set_down(paragraphs: Iterable[str], left: float, top: float, characters: int, size: float = 10) -> list[Text]:
    """Paragraphs below each other in one column."""
    lines: list[Text] = []
    for paragraph in paragraphs:
        lines += set_in(paragraph, left, lines[-1][1] - 14 if lines else top, characters, size)
    return lines


# ---- Packages


def packed(files: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file with these files in it, in this order."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_STORED if name == "mimetype" else method)
    return written.getvalue()


def epub(chapters: Mapping[str, str], facts: str, *, more: Mapping[str, bytes | str] | None = None) -> bytes:
    """A book with these chapters (name to body) and these elements in its metadata."""
    items = "".join(
        f"<item id='c{n}' href='{name}' media-type='application/xhtml+xml'{' properties=' + chr(34) + 'nav' + chr(34) if name.startswith('nav') else ''}/>"
        for n, name in enumerate(chapters)
    )
    spine = "".join(f"<itemref idref='c{n}'/>" for n in range(len(chapters)))
    package = (
        "<package xmlns='http://www.idpf.org/2007/opf' version='3.0'><metadata xmlns:dc='http://purl.org/dc/elements/1.1/'>"
        f"{facts}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    container = "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>"
    pages = {
        f"OEBPS/{name}": f"<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='http://www.idpf.org/2007/ops'><head><title/></head><body>{body}</body></html>"
        for name, body in chapters.items()
    }
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OEBPS/book.opf": package,
            **pages,
            **(more or {}),
        }
    )


def docx(paragraphs: Iterable[tuple[str, str]], facts: str = "") -> bytes:
    """A Word document of paragraphs, each with the name of its style ("" for none)."""
    names = {"Title", "Heading 1", "Heading 2", "Quote"}
    styles = "".join(
        f"<w:style w:type='paragraph' w:styleId='{name.replace(' ', '')}'><w:name w:val='{name}'/></w:style>"
        for name in sorted(names)
    )
    body = "".join(
        "<w:p>" + (f"<w:pPr><w:pStyle w:val='{style.replace(' ', '')}'/></w:pPr>" if style else "")
        + f"<w:r><w:t xml:space='preserve'>{escape(text)}</w:t></w:r></w:p>"
        for style, text in paragraphs
    )  # fmt: skip
    space = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
    package = "http://schemas.openxmlformats.org/package/2006"
    return packed(
        {
            "[Content_Types].xml": f"<Types xmlns='{package}/content-types'><Default Extension='xml' ContentType='application/xml'/></Types>",
            "_rels/.rels": f"<Relationships xmlns='{package}/relationships'><Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/></Relationships>",
            "word/_rels/document.xml.rels": f"<Relationships xmlns='{package}/relationships'><Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles' Target='styles.xml'/></Relationships>",
            "word/styles.xml": f"<w:styles {space}>{styles}</w:styles>",
            "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
            "docProps/core.xml": f"<cp:coreProperties xmlns:cp='{package}/metadata/core-properties' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:dcterms='http://purl.org/dc/terms/'>{facts}</cp:coreProperties>",
        }
    )


_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def odt(body: str, facts: str = "") -> bytes:
    """An OpenDocument text with this body, in its own elements."""
    spaces = f"xmlns:office='{_OFFICE}:office:1.0' xmlns:text='{_OFFICE}:text:1.0' xmlns:table='{_OFFICE}:table:1.0' xmlns:style='{_OFFICE}:style:1.0' xmlns:meta='{_OFFICE}:meta:1.0' xmlns:dc='http://purl.org/dc/elements/1.1/'"
    styles = "<office:automatic-styles><style:style style:name='P1' style:parent-style-name='Title'/></office:automatic-styles>"
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {spaces}>{styles}<office:body><office:text>{body}</office:text></office:body></office:document-content>",
            "meta.xml": f"<office:document-meta {spaces}><office:meta>{facts}</office:meta></office:document-meta>",
        }
    )


# ---- Wrapped pages


def mhtml(
    page: bytes,
    charset: str = "utf-8",
    encoding: str = "quoted-printable",
    address: str = "https://tarnby.example/bridge",
) -> bytes:
    """A page saved as one file, as Chromium writes it."""
    whole = EmailMessage(policy=SMTP)
    whole["From"] = "<Saved by Blink>"
    whole["Snapshot-Content-Location"] = address
    whole["Subject"] = HEADLINE
    whole["Date"] = "Sun, 9 Mar 2031 10:00:00 +0000"
    whole["MIME-Version"] = "1.0"
    whole.set_content(page, "text", "html", cte=encoding, params={"charset": charset})
    whole.make_related()
    whole.add_related(b"\x89PNG\r\n\x1a\n" + b"\x00" * 200, "image", "png", cid="<a@b>")
    return whole.as_bytes()


def mail(
    subject: str, *, plain: str | None = None, html: str | None = None, headers: Mapping[str, str] | None = None
) -> bytes:
    """A mail with a text, a page or both."""
    message = EmailMessage(policy=SMTP)
    for name, value in {
        "From": "Ann Roe <ann@tarnby.example>", "To": "readers@tarnby.example", "Subject": subject,
        "Date": "Fri, 7 Mar 2031 18:30:00 +0100", "Message-ID": "<1@tarnby.example>", **(headers or {}),
    }.items():  # fmt: skip
        message[name] = value
    if plain is not None:
        message.set_content(plain)
    if html is not None:
        if plain is None:
            message.set_content(html, "html")
        else:
            message.add_alternative(html, "html")
    return message.as_bytes()


def webarchive(page: bytes, encoding: str = "UTF-8", form: plistlib.PlistFormat = plistlib.FMT_BINARY) -> bytes:
    """A page as Safari archives it."""
    main = {
        "WebResourceData": page,
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": encoding,
        "WebResourceURL": "https://tarnby.example/bridge",
        "WebResourceFrameName": "",
    }
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=form)
