"""Books in EPUB: the chapters in the order of the spine, with what the package document says of the book."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import unquote

from lxml import etree

from reader.article import Block, Capture, Reason, Removed, UnreadableInput
from reader.cleaning.decoding import decoded
from reader.cleaning.formats.document import Document, Known, from_markup
from reader.cleaning.formats.zipped import Archive
from reader.cleaning.moments import iso
from reader.cleaning.structured import unmarked

_CHAPTER_TYPES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
_CONTENTS = re.compile(r"<nav\b[^>]*\bepub:type=[\"'][^\"']*\btoc\b", re.IGNORECASE)
_FONT_SCRAMBLING = re.compile(r"idpf\.org/2008/embedding|ns\.adobe\.com/pdf/enc#RC", re.IGNORECASE)
_XHTML_FEATURES = re.compile(r"<\?xml[^>]*\?>|<(script|title)\b[^>]*/>", re.IGNORECASE)
"""What an HTML parser misreads in XHTML: the declaration, and elements that are closed in their own tag."""


def read_epub(capture: Capture) -> Document:
    """A book as one document; UnreadableInput where it is damaged, copy-protected or has no chapters."""
    archive = Archive(capture)
    try:
        _refuse_protected(archive, capture.name)
        folder, package = _package(archive)
        manifest = {item.get("id"): item for item in package.iterfind(".//{*}manifest/{*}item")}
        spine = [(item.get("idref"), item.get("linear") == "no") for item in package.iterfind(".//{*}spine/{*}itemref")]
        pieces: list[Block | Removed] = []
        missing = 0
        for key, aside in spine:
            item = manifest.get(key)
            if item is None or item.get("media-type") not in _CHAPTER_TYPES:
                continue
            name = posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))
            try:
                content = archive.read(name)
            except (KeyError, UnreadableInput):
                missing += 1
                continue
            markup = decoded(replace(capture, content=content, media_type="text/html", encoding=None)).text
            contents = "nav" in (item.get("properties") or "").split() or _CONTENTS.search(markup) is not None
            pieces += _chapter(markup, posixpath.basename(name), contents, aside)
    except (KeyError, etree.XMLSyntaxError, ValueError):
        raise UnreadableInput(f"{capture.name} is a damaged book; get it again and add that.") from None
    warning = (f"{missing} of the book's {len(spine)} parts could not be read: they are missing or damaged.",)
    return Document(pieces, _known(package, warning if missing else ()))


def _refuse_protected(archive: Archive, name: str) -> None:
    """UnreadableInput for a book whose text is encrypted; scrambled fonts are no hindrance."""
    if "META-INF/encryption.xml" not in archive.names:
        return
    for method in _xml(archive.read("META-INF/encryption.xml")).iter("{*}EncryptionMethod"):
        if not _FONT_SCRAMBLING.search(method.get("Algorithm") or ""):
            raise UnreadableInput(
                f"{name} is copy-protected, and only its shop's program can open it; add another copy."
            )


def _package(archive: Archive) -> tuple[str, etree._Element]:
    """The package document and its folder inside the archive; KeyError or XMLSyntaxError where there is none."""
    root = _xml(archive.read("META-INF/container.xml")).find(".//{*}rootfile")
    path = unquote(root.get("full-path") or "") if root is not None else ""
    return posixpath.dirname(path), _xml(archive.read(path))


def _xml(content: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True
    )
    root = etree.fromstring(content, parser)
    if root is None:
        raise ValueError("no XML")
    return root


def _chapter(markup: str, name: str, contents: bool, aside: bool) -> list[Block | Removed]:
    """A chapter's blocks; those of a table of contents, and of what the book sets aside, are on record as removed."""
    blocks = from_markup(_XHTML_FEATURES.sub(lambda match: f"<{match[1]}></{match[1]}>" if match[1] else "", markup))
    placed = [replace(block, origin=f"{name}: {block.origin}") for block in blocks]
    if not contents and not aside:
        return list(placed)
    reason = Reason.NAVIGATION if contents else Reason.OTHER
    why = "It stands in the book's table of contents." if contents else "The book sets it aside from its text."
    return [Removed(reason, block.text, why, origin=block.origin) for block in placed]


def _known(package: etree._Element, warnings: tuple[str, ...]) -> Known:
    named: Mapping[str, list[str]] = {
        name: [text for each in package.iterfind(f".//{{http://purl.org/dc/elements/1.1/}}{name}")
               if (text := unmarked(str(each.xpath("string()"))))]
        for name in ("title", "creator", "publisher", "language", "date", "source")
    }  # fmt: skip
    urls = [source for source in named["source"] if re.fullmatch(r"https?://\S+", source)]
    years = [match[0] for date in named["date"] if (match := re.match(r"(?:1[5-9]|20)\d\d(?:-\d\d)?(?!\d)", date))]
    return Known(
        title=next(iter(named["title"]), None),
        authors=tuple(_in_reading_order(name) for name in named["creator"]),
        publisher=next(iter(named["publisher"]), None),
        language=next(iter(named["language"]), None),
        url=next(iter(urls), None),
        published=next((day for date in named["date"] if (day := iso(date))), None) or next(iter(years), None),
        warnings=warnings,
    )


def _in_reading_order(name: str) -> str:
    """ "Roe, Jane" as "Jane Roe"."""
    parts = name.split(", ")
    return f"{parts[1]} {parts[0]}" if len(parts) == 2 and not parts[1].endswith(".") else name
