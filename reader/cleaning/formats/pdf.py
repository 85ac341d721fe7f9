"""PDF with a text layer, by PDFium: lines and their type out of the characters' places, then the page's layout read.

The headline is the largest type at the top of the first page; headings are larger or bolder than the body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from reader.article import Block, BlockKind, Capture, Reason, Removed, UnreadableInput
from reader.cleaning.formats.document import Document, Known, key_of
from reader.cleaning.formats.layout import (
    BULLET,
    Line,
    Paragraph,
    body_size,
    in_reading_order,
    paragraphs_of,
    running_lines,
    with_initials,
)
from reader.cleaning.formats.pdf_lines import lines_of
from reader.cleaning.moments import iso
from reader.cleaning.writers import writers

MAX_CHARACTERS = 1_500_000
"""About 500 full pages; a longer file takes more time than one article may."""
HEADLINE_SIZE, HEADING_SIZE, SMALL_SIZE = 1.25, 1.12, 0.9
"""Sizes of type by that of the body."""
HEADING_WORDS = 20
TITLE_WORDS = 40

_LETTER = re.compile(r"[^\W\d_]")
_PRIVATE = re.compile(r"[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_CAPTION = re.compile(
    r"^(?:photo(?:graph)?s?|picture|image|fig(?:ure|\.)?|foto|abb(?:ildung|\.)|bild|table|tabelle)\b[^.]{0,30}[.:]",
    re.I,
)
_PROGRAM_TITLE = re.compile(
    r"^(?:untitled|unbenannt|document\d*|dokument\d*|microsoft (?:word|powerpoint) - .*|powerpoint presentation|.*\.(?:docx?|indd|qxp|tex|pdf|html?|pages|odt|rtf|txt)|\W*)$",
    re.I,
)
_PRINTED_FROM_WEB = re.compile(r"skia/pdf|mozilla|chrom|safari|quartz pdfcontext|cairo|wkhtml|qt \d", re.I)
"""Programs that print web pages: the date in the file is the day it was saved, not that of publication."""


@dataclass(frozen=True)
class _Pages:
    lines: list[list[Line]]
    sideways: list[Line]
    heights: list[float]
    empty: int
    """So many pages hold no character, but a picture."""
    left_out: int


def read_pdf(capture: Capture) -> Document:
    """A PDF's text as it is read; UnreadableInput where it is damaged, locked, or holds nothing but pictures."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(capture.content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableInput(
                f"{capture.name} is locked with a password; save a copy without it, and add that."
            ) from None
        raise UnreadableInput(f"{capture.name} is a damaged PDF; get it again and add that.") from None
    try:
        pages = _pages(document)
        facts = {key.lower(): " ".join(value.split()) for key, value in document.get_metadata_dict().items()}
    except pypdfium2.PdfiumError:
        raise UnreadableInput(f"{capture.name} is a damaged PDF; get it again and add that.") from None
    finally:
        document.close()
    text = "".join(line.text for lines in pages.lines for line in lines)
    if not _LETTER.search(text):
        raise UnreadableInput(
            f"{capture.name} holds pictures of pages and no text; let a program for text recognition (OCR) read it, and add what that gives."
        )
    if len(_PRIVATE.findall(text)) > len(text) * 0.3:
        raise UnreadableInput(
            f"{capture.name} does not say which letters its signs are; open it, copy its text if that can be read, and add that."
        )
    return _document(pages, facts)


def _pages(document: Any) -> _Pages:
    """The lines of all pages, without those that stand sideways."""
    found = _Pages([], [], [], 0, 0)
    characters = 0
    for number in range(len(document)):
        if characters > MAX_CHARACTERS:
            return replace(found, left_out=len(document) - number)
        page = document[number]
        read = lines_of(page, number)
        found.lines.append(read.upright)
        found.sideways.extend(read.sideways)
        found.heights.append(read.height)
        if not read.characters and next(page.get_objects(max_depth=1), None) is not None:
            found = replace(found, empty=found.empty + 1)
        characters += read.characters
        page.close()
    return found


def _document(pages: _Pages, facts: dict[str, str]) -> Document:
    size = body_size(line for lines in pages.lines for line in lines)
    running = running_lines(pages.lines, pages.heights)
    columns = [
        column
        for lines in pages.lines
        for column in in_reading_order(with_initials([line for line in lines if line not in running], size))
    ]
    paragraphs = paragraphs_of(columns)
    declared = facts.get("title", "")
    declared = "" if _PROGRAM_TITLE.match(declared) else declared
    headline = _headline(paragraphs, size, declared)
    bold_body = sum(len(p.text) for p in paragraphs if p.bold) * 2 > sum(len(p.text) for p in paragraphs)
    pieces: list[Block | Removed] = []
    taken = [
        (line.page, Removed(Reason.FOOTER, line.text, why, origin=_page_name(line.page)))
        for line, why in running.items()
    ]
    taken += [(line.page, Removed(Reason.OTHER, line.text, "It stands sideways on the page.", origin=_page_name(line.page)))
              for line in pages.sideways]  # fmt: skip
    taken.sort(key=lambda each: each[0], reverse=True)
    above = headline is not None
    after_headline = False
    standfirst: str | None = None
    for paragraph in paragraphs:
        while taken and taken[-1][0] < paragraph.page:
            pieces.append(taken.pop()[1])
        if paragraph is headline:
            above, after_headline = False, True
            continue
        block = _block(paragraph, size, bold_body)
        if after_headline and _is_standfirst(paragraph, size):
            standfirst = paragraph.text
        elif (above and block.kind is not BlockKind.PARAGRAPH) or (above and len(block.text.split()) <= 12):
            pieces.append(Removed(Reason.NAVIGATION, block.text, "It stands above the headline.", origin=block.origin))
        else:
            pieces.append(block)
        after_headline = False
    pieces += [each for _, each in reversed(taken)]
    headings = any(isinstance(piece, Block) and piece.kind is BlockKind.HEADING for piece in pieces)
    title = headline.text if headline else declared or None
    known = _known(facts, running, title, standfirst, _warnings(pages))
    return Document(pieces, known, structured=headline is not None or headings)


def _page_name(page: int) -> str:
    return f"page {page + 1}"


def _headline(paragraphs: Sequence[Paragraph], size: float, declared: str) -> Paragraph | None:
    """The headline on the first page: what the file gives as its title, else what is printed largest."""
    candidates = [
        paragraph
        for paragraph in paragraphs
        if paragraph.page == paragraphs[0].page
        and paragraph.size >= HEADLINE_SIZE * size
        and len(_LETTER.findall(paragraph.text)) >= 3
        and len(paragraph.text.split()) <= TITLE_WORDS
    ]
    named = [each for each in candidates if len(key_of(each.text)) > 8 and key_of(each.text) in key_of(declared)]
    if named:
        return max(named, key=lambda each: len(each.text))
    return max(candidates, key=lambda each: each.size, default=None)


def _is_standfirst(paragraph: Paragraph, size: float) -> bool:
    """Whether the paragraph under the headline is its summary: larger than the body, and longer than a label."""
    return paragraph.size > 1.04 * size and 6 <= len(paragraph.text.split()) <= 70


def _block(paragraph: Paragraph, size: float, bold_body: bool) -> Block:
    text, origin = paragraph.text, _page_name(paragraph.page)
    words = len(text.split())
    large = paragraph.size >= HEADING_SIZE * size
    if _CAPTION.match(text) and paragraph.size <= SMALL_SIZE * size:
        return Block(BlockKind.CAPTION, text, origin=origin)
    if (large or (paragraph.bold and not bold_body)) and words <= HEADING_WORDS and _is_label(text):
        return Block(BlockKind.HEADING, text, level=2 if large else 3, origin=origin)
    if BULLET.match(text):
        return Block(BlockKind.LIST_ITEM, BULLET.sub("", text), level=1, origin=origin)
    return Block(BlockKind.PARAGRAPH, text, origin=origin)


def _is_label(text: str) -> bool:
    return _LETTER.search(text) is not None and not text.endswith((".", ",", ";", "。"))


def _known(
    facts: dict[str, str],
    running: dict[Line, str],
    title: str | None,
    standfirst: str | None,
    warnings: tuple[str, ...],
) -> Known:
    """What the file says of itself; the day it was made is the day of publication unless a browser made it."""
    programs = f"{facts.get('creator', '')} {facts.get('producer', '')}"
    made = re.match(r"D:(\d{4})(\d\d)(\d\d)", facts.get("creationdate", ""))
    return Known(
        title=title,
        standfirst=standfirst,
        authors=tuple(writers([facts.get("author", "")])),
        url=next((line.text for line in running if _ADDRESS.fullmatch(line.text) and "…" not in line.text), None),
        published=iso("-".join(made.groups())) if made and not _PRINTED_FROM_WEB.search(programs) else None,
        warnings=warnings,
    )


def _warnings(pages: _Pages) -> tuple[str, ...]:
    warnings = []
    if pages.empty:
        warnings.append(
            f"{pages.empty} of {len(pages.lines)} pages hold only pictures; what is written in them could not be read."
        )
    if pages.left_out:
        warnings.append(f"The last {pages.left_out} pages were left out: the file is longer than an article may be.")
    return tuple(warnings)
