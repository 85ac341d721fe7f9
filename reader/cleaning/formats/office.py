"""Word processors' files: Word's .docx (by mammoth), OpenDocument's .odt, and rich text (by striprtf)."""

from __future__ import annotations

import io
import re
import zlib
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile

from lxml import etree

from reader.article import Block, BlockKind, Capture, Reason, Removed, UnreadableInput
from reader.cleaning.formats.document import Document, Known, from_markup, leading_heading
from reader.cleaning.formats.zipped import Archive
from reader.cleaning.moments import iso
from reader.cleaning.writers import writers

_STYLES = (
    "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh\np[style-name='Quote'] => blockquote > p:fresh\n\
p[style-name='Intense Quote'] => blockquote > p:fresh\np[style-name='Caption'] => figure > figcaption:fresh\n\
p[style-name='caption'] => figure > figcaption:fresh"
)
_SPACE = re.compile(r"\s+")
_RTF_INFO = re.compile(r"\{\\info\b.*?\}\s*\}", re.DOTALL)
_RTF_FIELD = r"\{\\%s\s([^{}]*)\}"


def read_docx(capture: Capture) -> Document:
    """A Word document; UnreadableInput where it is damaged."""
    import mammoth
    from mammoth import images

    archive = Archive(capture)
    try:
        for name in archive.names:  # all parts lie within the bounds before the library unpacks them
            if name.endswith((".xml", ".rels")):
                archive.read(name)
        converted = mammoth.convert_to_html(
            io.BytesIO(capture.content), style_map=_STYLES, convert_image=images.img_element(lambda _: {})
        )
        core = _xml(archive.read("docProps/core.xml")) if "docProps/core.xml" in archive.names else None
    except (BadZipFile, zlib.error, KeyError, ValueError, ExpatError, AttributeError, IndexError, TypeError, OSError,
            RecursionError, etree.XMLSyntaxError):  # fmt: skip
        raise UnreadableInput(f"{capture.name} is a damaged Word document; save it again and add that.") from None
    return _document(from_markup(f"<body>{converted.value}</body>"), core)


def read_odt(capture: Capture) -> Document:
    """An OpenDocument text; UnreadableInput where it is damaged or locked."""
    archive = Archive(capture)
    try:
        if "META-INF/manifest.xml" in archive.names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise UnreadableInput(f"{capture.name} is locked with a password; save a copy without it, and add that.")
        content = _xml(archive.read("content.xml"))
        body = content.find(".//{*}body/{*}text")
        meta = _xml(archive.read("meta.xml")) if "meta.xml" in archive.names else None
    except (KeyError, etree.XMLSyntaxError, ValueError):
        body = None
    if body is None:
        raise UnreadableInput(f"{capture.name} is a damaged document; save it again and add that.")
    writer = _OdtPieces(
        {_of(each, _STYLE, "name"): _of(each, _STYLE, "parent-style-name") for each in content.iter("{*}style")}
    )
    writer.walk(body, BlockKind.PARAGRAPH, 0)
    for note in body.iter("{*}note-body"):
        writer.add(BlockKind.LIST_ITEM, note, 1)
    return _document(writer.pieces, meta)


def read_rtf(capture: Capture) -> Document:
    """A rich-text document, read as copied text: what is a heading in it shows in nothing but its size."""
    from striprtf.striprtf import rtf_to_text

    source = capture.content.decode("latin-1")
    try:
        text = str(rtf_to_text(source, errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, IndexError, KeyError, LookupError, RecursionError):
        raise UnreadableInput(f"{capture.name} is a damaged rich-text document; save it again and add that.") from None
    info = match[0] if (match := _RTF_INFO.search(source)) else ""
    fields = {
        name: str(rtf_to_text("{\\rtf1\\ansi " + found[1] + "}", errors="replace")).strip()  # type: ignore[no-untyped-call]
        for name in ("title", "author")
        if (found := re.search(_RTF_FIELD % name, info))
    }
    lines = [_SPACE.sub(" ", line).strip() for line in text.split("\n")]
    blocks = [Block(BlockKind.PARAGRAPH, line, origin=f"paragraph {n}") for n, line in enumerate(lines, 1) if line]
    known = Known(title=fields.get("title") or None, authors=tuple(writers([fields.get("author", "")])))
    return Document(blocks, known, structured=False)


def _document(pieces: list[Block | Removed] | list[Block], core: etree._Element | None) -> Document:
    """The document of a file and its core properties; who saved it, and when, counts where the text does not say."""

    def of(*names: str) -> list[str]:
        found = core.iter(*(f"{{*}}{name}" for name in names)) if core is not None else ()
        return [text for each in found if (text := (each.text or "").strip())]

    headings = any(isinstance(piece, Block) and piece.kind is BlockKind.HEADING for piece in pieces)
    heading = leading_heading(pieces)
    known = Known(
        title=heading or next(iter(of("title")), None),
        authors=tuple(writers([*of("creator"), *of("initial-creator")][:1])),
        language=next(iter(of("language")), None),
        published=next((day for value in of("created", "creation-date") if (day := iso(value))), None),
    )
    return Document(pieces, known, structured=headings)


def _xml(content: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(content, parser)


_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
_STYLED = {"Title": BlockKind.HEADING, "Subtitle": BlockKind.HEADING, "Quotations": BlockKind.QUOTATION,
           "Caption": BlockKind.CAPTION, "Preformatted_20_Text": BlockKind.CODE}  # fmt: skip


def _of(element: etree._Element, namespace: str, name: str) -> str:
    return element.get(f"{{{namespace}}}{name}") or ""


class _OdtPieces:
    """The pieces of an OpenDocument text, in order."""

    def __init__(self, parents: dict[str, str]) -> None:
        self.pieces: list[Block | Removed] = []
        self._parents = parents

    def walk(self, parent: etree._Element, kind: BlockKind, depth: int) -> None:
        for element in parent:
            name = etree.QName(element).localname if isinstance(element.tag, str) else ""
            if name == "h":
                level = _of(element, _TEXT, "outline-level")
                self.add(BlockKind.HEADING, element, min(6, max(2, int(level) if level.isdigit() else 2)))
            elif name == "p":
                style = _of(element, _TEXT, "style-name")
                own = _STYLED.get(self._parents.get(style) or style, kind)
                self.add(own, element, 2 if own is BlockKind.HEADING else depth)
            elif name == "list":
                self.walk(element, BlockKind.LIST_ITEM, depth + 1)
            elif name == "table":
                for row in element.iter("{*}table-row"):
                    self.add_row(row)
            elif name == "tracked-changes":
                for deletion in element.iter("{*}deletion"):
                    self.take(Reason.OTHER, deletion, "It was struck out in the document.")
            elif name in {"table-of-content", "alphabetical-index", "bibliography"}:
                for entry in element.iter("{*}p"):
                    self.take(Reason.NAVIGATION, entry, "It stands in the document's index or table of contents.")
            elif name in {"section", "list-item", "list-header"}:
                self.walk(element, kind, depth)

    def add_row(self, row: etree._Element) -> None:
        text = "\t".join(map(_text, row.iter("{*}table-cell"))).strip("\t")
        if text:
            self.pieces.append(Block(BlockKind.TABLE, text, origin=f"paragraph {len(self.pieces) + 1}"))

    def add(self, kind: BlockKind, element: etree._Element, level: int) -> None:
        text = _text(element)
        if text:
            self.pieces.append(Block(kind, text, level=level, origin=f"paragraph {len(self.pieces) + 1}"))

    def take(self, reason: Reason, element: etree._Element, why: str) -> None:
        text = _text(element)
        if text:
            self.pieces.append(Removed(reason, text, why, origin=f"paragraph {len(self.pieces) + 1}"))


def _text(element: etree._Element) -> str:
    """An element's text on one line: OpenDocument writes blanks, tabs and line breaks as elements; notes are left out."""
    parts: list[str] = []

    def gather(node: etree._Element) -> None:
        name = etree.QName(node).localname if isinstance(node.tag, str) else ""
        if name in {"s", "tab", "line-break"}:
            parts.append(" ")
        elif name and name not in {"annotation", "note"}:
            parts.append(node.text or "")
            for child in node:
                gather(child)
                parts.append(child.tail or "")
            if name in {"p", "h"}:
                parts.append(" ")

    gather(element)
    return _SPACE.sub(" ", "".join(parts)).strip()
