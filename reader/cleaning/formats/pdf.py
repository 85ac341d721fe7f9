"""PDF with a text layer, by PDFium: lines and their type out of the characters' places, then the page's layout read.

The headline is the largest type at the top of the first page; headings are larger or bolder than the body.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import pi
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
from reader.cleaning.moments import iso
from reader.cleaning.writers import writers

MAX_CHARACTERS = 1_500_000
"""About 500 full pages; a longer file takes more time than one article may."""
HEADLINE_SIZE, HEADING_SIZE, SMALL_SIZE = 1.25, 1.12, 0.9
"""Sizes of type by that of the body."""
HEADING_WORDS = 20
TITLE_WORDS = 40
BOLD_WEIGHT = 600
SIDEWAYS_RADIANS = 0.2

GAP_EMS = 1.0
"""Words on a line stand closer together than this; columns further apart."""

_QUARTER = pi / 2
_LINE_ENDS = frozenset(b"\r\n")
_SPACES = frozenset({0x20, 0xA0, 0x09, 0x3000, *range(0x2000, 0x200B)})
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
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
        text = page.get_textpage()
        lines, count = _lines(text.raw, number)
        height = max(page.get_height(), page.get_width()) if page.get_rotation() % 180 else page.get_height()
        upright = Counter(round(angle / _QUARTER) % 4 for angle, _ in lines).most_common(1)[0][0] if lines else 0
        main = [line for angle, line in lines if abs(angle - upright * _QUARTER) < SIDEWAYS_RADIANS]
        found.lines.append(_turned(main, upright))
        found.sideways.extend(line for angle, line in lines if abs(angle - upright * _QUARTER) >= SIDEWAYS_RADIANS)
        found.heights.append(height)
        if not count and next(page.get_objects(max_depth=1), None) is not None:
            found = replace(found, empty=found.empty + 1)
        characters += count
        text.close()
        page.close()
    return found


def _lines(text: Any, page: int) -> tuple[list[tuple[float, Line]], int]:
    """The runs of characters on a page, each with its angle; and how many characters there are."""
    from pypdfium2 import raw

    count = raw.FPDFText_CountChars(text)
    box = raw.FS_RECTF()
    at = ctypes.byref(box)
    unicode_of, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    lines: list[tuple[float, Line]] = []
    run = _Run(0)
    pending_space = False
    high = 0
    for i in range(count):
        code = unicode_of(text, i)
        if 0xD800 <= code < 0xDC00:  # the first half of a character beyond the basic plane
            high = code
            continue
        if high and 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
        high = 0
        if code in _LINE_ENDS:
            run.into(lines, text, page)
            run = _Run(i + 1)
        elif code in _SPACES or code == 0:
            pending_space = True
        elif box_of(text, i, at):
            if run.parts and run.is_left_by(box):
                run.into(lines, text, page)
                run = _Run(i)
            elif pending_space and run.parts:
                run.parts.append(" ")
            pending_space = False
            run.add(chr(code) if code < 0x110000 else "\N{REPLACEMENT CHARACTER}", box, i)
    run.into(lines, text, page)
    return lines, count


class _Run:
    """Characters that follow each other on one line."""

    __slots__ = ("bottom", "first", "heights", "last", "left", "parts", "previous", "right", "top")

    def __init__(self, first: int) -> None:
        self.first = self.last = first
        self.parts: list[str] = []
        self.heights: list[float] = []
        self.left = self.bottom = float("inf")
        self.right = self.top = float("-inf")
        self.previous = (0.0, 0.0, 0.0, 0.0)

    def add(self, character: str, box: Any, index: int) -> None:
        if not self.parts:
            self.first = index
        self.last = index
        self.parts.append(character)
        left, right, bottom, top = self.previous = box.left, box.right, box.bottom, box.top
        self.heights.append(top - bottom)
        self.left, self.right = min(self.left, left), max(self.right, right)
        self.bottom, self.top = min(self.bottom, bottom), max(self.top, top)

    def is_left_by(self, box: Any) -> bool:
        """Whether the next character stands on another line, across a gap, or is of much smaller type."""
        left, right, bottom, top = self.previous
        size = max(top - bottom, 1.0)
        if abs(box.top + box.bottom - top - bottom) > size and not bottom <= (box.top + box.bottom) / 2 <= top:
            return True
        if max(box.left - right, left - box.right) > GAP_EMS * size:
            return True
        return len(self.parts) <= 2 and size > 1.6 * (box.top - box.bottom) and box.top > bottom + size / 2

    def into(self, lines: list[tuple[float, Line]], text: Any, page: int) -> None:
        from pypdfium2 import raw

        words = "".join(self.parts).strip()
        if not words:
            return
        angle = raw.FPDFText_GetCharAngle(text, self.first) % (4 * _QUARTER)
        sideways = round(angle / _QUARTER) % 2
        size = (self.right - self.left) if sideways else sorted(self.heights)[len(self.heights) // 2]
        bold = _is_bold(text, self.first) and _is_bold(text, self.last)
        lines.append((angle, Line(words, self.left, self.right, self.bottom, self.top, size, bold, page)))


def _is_bold(text: Any, index: int) -> bool:
    """Whether a character's font is bold by its weight or its name; many files give no weight."""
    from pypdfium2 import raw

    if raw.FPDFText_GetFontWeight(text, index) >= BOLD_WEIGHT:
        return True
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    length = raw.FPDFText_GetFontInfo(text, index, name, len(name), ctypes.byref(flags))
    return 0 < length <= len(name) and _BOLD.search(name.value.decode("latin-1")) is not None


def _turned(lines: Sequence[Line], quarters: int) -> list[Line]:
    """Lines as they stand after the page is turned so that its text is upright."""
    match quarters:
        case 1:
            return [
                replace(line, left=line.bottom, right=line.top, bottom=-line.right, top=-line.left) for line in lines
            ]
        case 2:
            return [
                replace(line, left=-line.right, right=-line.left, bottom=-line.top, top=-line.bottom) for line in lines
            ]
        case 3:
            return [
                replace(line, left=-line.top, right=-line.bottom, bottom=line.left, top=line.right) for line in lines
            ]
    return list(lines)


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
