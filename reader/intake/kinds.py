"""What a file is, by its first bytes and a few words in it: nothing is parsed or unpacked here."""

from __future__ import annotations

import re
from dataclasses import dataclass

SNIFFED_BYTES = 64 * 1024
DIRECTORY_BYTES = 4 * 1024 * 1024
"""The list of its files, at an archive's end, is looked at as far as this."""

_NAME_AT = 42
"""In an entry of that list, the file's name stands so many bytes after the signature."""

ZIP = "application/zip"
_READS = "Verbatim reads text, web pages, mails, PDF, EPUB and word processors' files"

REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", f"is a picture; {_READS}"),
    (b"\xff\xd8\xff", f"is a picture; {_READS}"),
    (b"GIF8", f"is a picture; {_READS}"),
    (b"II*\x00", f"is a picture; {_READS}"),
    (b"MM\x00*", f"is a picture; {_READS}"),
    (b"SQLite format 3", f"is a database, not an article; {_READS}"),
    (b"\x1f\x8b", "is compressed; unpack it and add what is inside"),
    (b"7z\xbc\xaf\x27\x1c", "is an archive of another kind than zip; unpack it and add what is inside"),
    (b"Rar!\x1a\x07", "is an archive of another kind than zip; unpack it and add what is inside"),
    (b"\xfd7zXZ\x00", "is compressed; unpack it and add what is inside"),
    (b"BZh", "is compressed; unpack it and add what is inside"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is a file of an old office program; save it as .docx or PDF, and add that"),
    (b"\x7fELF", f"is a program; {_READS}"),
    (b"MZ\x90\x00", f"is a program; {_READS}"),
    (b"%!PS", "is PostScript; turn it into a PDF, and add that"),
    (b"WARC/", "is a crawler's web archive; save the page as HTML, and add that"),
)
"""What a file's first bytes tell of files that are no article: the sentence goes on after the file's name."""


@dataclass(frozen=True)
class Kind:
    """A file's media type; or the sentence that refuses it, which goes on after its name."""

    media_type: str = ""
    refusal: str = ""


TEXT, HTML = Kind("text/plain"), Kind("text/html")
_NO_ARTICLE = Kind(refusal=f"is not text; {_READS}")
_NO_PLAIN_TEXT = Kind(refusal="is no plain text, and cannot be taken to the character; leave --raw out")
_PACKED: tuple[tuple[bytes, Kind], ...] = (
    (b"word/document.xml", Kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document")),
    (b"xl/workbook.", Kind(refusal="is a spreadsheet; copy the text in it, and add that")),
    (b"ppt/presentation.xml", Kind(refusal="is a presentation; save it as a PDF, and add that")),
    (b"META-INF/container.xml", Kind("application/epub+zip")),
    (b"Index/Document.iwa", Kind(refusal="is a Pages document; save it as .docx or PDF, and add that")),
)
"""What the names of the files in an archive tell of it."""
_DECLARED: tuple[tuple[bytes, Kind], ...] = (
    (b"application/epub+zip", Kind("application/epub+zip")),
    (b"application/vnd.oasis.opendocument.text", Kind("application/vnd.oasis.opendocument.text")),
    (b"application/vnd.oasis.opendocument.", Kind(refusal="is no text document; save it as a PDF, and add that")),
)
"""What a package says in its first file, which is named `mimetype` and not compressed."""

_HTML_SUFFIXES = (".html", ".htm", ".xhtml", ".xht", ".shtml")
_MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
SUFFIXES = (
    ".txt", *_HTML_SUFFIXES, ".mhtml", ".mht", ".webarchive", ".eml", ".pdf", ".epub", *_MARKDOWN_SUFFIXES, ".docx",
    ".odt", ".rtf", ".zip",
)  # fmt: skip
"""How the names of files end that Verbatim reads, for dialogs that choose files. What a file is, its content says."""

_HTML = re.compile(
    rb"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>]|article[\s>]|main[\s>]|div[\s>]|p[\s>]|h[1-6][\s>]|meta\s)",
    re.IGNORECASE,
)
_TEXT_CONTROLS = frozenset(b"\t\n\x0b\x0c\r\x1b\x08\x00")
_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_HEAD = re.compile(rb"(?:From [^\r\n]*\r?\n)?(?:[!-9;-~]{1,60}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){2,}")
_FIELD = re.compile(rb"^([!-9;-~]{1,60}):", re.MULTILINE)
_PARTS_OF_A_PAGE = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_OF_MAIL_ALONE = frozenset({b"received", b"message-id", b"return-path", b"delivered-to", b"mime-version"})


def kind_of(content: bytes, name: str, *, raw: bool = False) -> Kind:
    """What a file is. Its content decides; its name only where the same text may be read in two ways.

    With `raw` a text stays a text, whatever it holds, and all else is refused.
    """
    for signature, refusal in REFUSED:
        if content.startswith(signature):
            return Kind(refusal=refusal)
    found = _document(content)
    if found is not None:
        return _NO_PLAIN_TEXT if raw and found.media_type else found
    head = content[:SNIFFED_BYTES]
    if is_binary(head):
        return _NO_ARTICLE
    if raw:
        return TEXT
    plain = head.replace(b"\x00", b"")
    suffix = name.lower()
    if message := _message(plain):
        return message
    if (suffix.endswith(_HTML_SUFFIXES) and b"<" in plain) or starts_as_html(plain):
        return HTML
    return Kind("text/markdown") if suffix.endswith(_MARKDOWN_SUFFIXES) else TEXT


def _document(content: bytes) -> Kind | None:
    """What a file is that begins with the signature of a document; None for any other."""
    if b"%PDF-" in content[:1024] and not starts_as_html(content[:1024]):
        return Kind("application/pdf")
    if content.startswith(b"{\\rtf"):
        return Kind("application/rtf")
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(content)
    if content.startswith(b"bplist0") or b"<plist" in content[:1024]:
        if b"WebMainResource" in content:
            return Kind("application/x-webarchive")
        return Kind(refusal="is a property list, not an article; save the page as HTML, and add that")
    return None


def _package(content: bytes) -> Kind:
    """What a zip file is, by the type that it declares or the files that it lists."""
    if content[30:38] == b"mimetype":
        for declared, kind in _DECLARED:
            if content[38:].startswith(declared):
                return kind
    end = content.rfind(b"PK\x05\x06")
    size = min(int.from_bytes(content[end + 12 : end + 16], "little"), DIRECTORY_BYTES) if end >= 0 else 0
    entries = [entry[_NAME_AT : _NAME_AT + 60] for entry in content[max(0, end - size) : end].split(b"PK\x01\x02")[1:]]
    for name, kind in _PACKED:
        if any(entry.startswith(name) for entry in entries):
            return kind
    return Kind(ZIP)


def _message(head: bytes) -> Kind | None:
    """What a text is that begins with a mail's head: a mail, or a page saved as one; None for any other text."""
    match = _HEAD.match(head.lstrip(b"\r\n\xef\xbb\xbf"))
    if match is None:
        return None
    fields = {field.lower() for field in _FIELD.findall(match[0])}
    if _PARTS_OF_A_PAGE.search(match[0]) and not fields & {b"received", b"message-id", b"to"}:
        return Kind("multipart/related")
    if b"from" in fields and (fields & _OF_MAIL_ALONE or {b"subject", b"date"} <= fields):
        return Kind("message/rfc822")
    return None


def is_markup_first(text: bytes) -> bool:
    """Whether a text begins with an element of a page."""
    return _HTML.match(text) is not None


def starts_as_html(head: bytes) -> bool:
    """Whether markup comes first, or a document's frame comes anywhere near the start."""
    start = re.sub(
        rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff|\s|<!--.*?-->|<\?xml[^>]*>)+", b"", head[:8192], flags=re.DOTALL
    )
    return bool(_HTML.match(start)) or bool(re.search(rb"<html[\s>]|<!doctype\s+html|<body[\s>]", head[:8192], re.I))


def is_binary(head: bytes) -> bool:
    """Whether the bytes are no text in any encoding: many control characters that no text has."""
    if head.startswith(_BOMS):
        return False
    even, odd = head[::2].count(0), head[1::2].count(0)
    if even + odd > len(head) * 0.08 and min(even, odd) < max(even, odd) * 0.1:  # UTF-16 without a mark
        return not _is_utf16(head, "utf-16-le" if odd > even else "utf-16-be")
    controls = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in head)
    return controls > len(head) * 0.02 or even + odd > len(head) * 0.1


def _is_utf16(head: bytes, encoding: str) -> bool:
    """Whether bytes are text in UTF-16: hardly any control characters, and none that stand for nothing."""
    text = head[: len(head) // 2 * 2].decode(encoding, "replace")
    wrong = sum((character < " " and character not in "\t\n\r\x0b\x0c") or character == "\ufffd" for character in text)
    return wrong <= len(text) * 0.02
