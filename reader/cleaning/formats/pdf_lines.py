"""The characters of a PDF's page → its lines, as PDFium gives them: one by one, each with its box."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from dataclasses import dataclass
from math import pi
from typing import Any

from reader.cleaning.formats.layout import Line

GAP_EMS = 1.0
"""Words on a line stand closer together than this; columns further apart."""
BOLD_WEIGHT = 600
PROBES = 40
"""So many characters say which way up a page's text stands."""

_QUARTER = pi / 2
_LINE_ENDS = frozenset(b"\r\n")
_SPACES = frozenset({0x00, 0x20, 0xA0, 0x09, 0x3000, *range(0x2000, 0x200B)})
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)

Box = tuple[float, float, float, float]
"""Left, right, bottom, top."""


@dataclass(frozen=True)
class PageLines:
    """A page's lines, as they stand when most of its text is upright, and its height then."""

    upright: list[Line]
    sideways: list[Line]
    height: float
    characters: int


def lines_of(page: Any, number: int) -> PageLines:
    """The lines of PDFium's page, in the order of its content; lines at an angle to the others are set apart."""
    from pypdfium2 import raw

    textpage = page.get_textpage()
    text = textpage.raw
    count = raw.FPDFText_CountChars(text)
    width, height = page.get_width(), page.get_height()
    if page.get_rotation() % 180:  # characters have their places on the page as it was before it was turned
        width, height = height, width
    step = max(1, count // PROBES)
    turns = Counter(_quarters(text, i) for i in range(0, count, step) if raw.FPDFText_GetUnicode(text, i) > 0x20)
    quarters = turns.most_common(1)[0][0] if turns else 0
    reading = _Reading(text, number, quarters, width, height)
    reading.read(count)
    textpage.close()
    return PageLines(reading.upright, reading.sideways, width if quarters % 2 else height, count)


class _Reading:
    """A page's characters being put together to lines."""

    def __init__(self, text: Any, page: int, quarters: int, width: float, height: float) -> None:
        self.upright: list[Line] = []
        self.sideways: list[Line] = []
        self._text, self._page, self._quarters, self._width, self._height = text, page, quarters, width, height
        self._run = _Run()

    def read(self, count: int) -> None:
        from pypdfium2 import raw

        text, found = self._text, raw.FS_RECTF()
        at = ctypes.byref(found)
        unicode_of, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
        spaced = False
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
                self._end_run()
            elif code in _SPACES:
                spaced = True
            elif box_of(text, i, at):
                box = (found.left, found.right, found.bottom, found.top)
                self._add(chr(code) if code < 0x110000 else "\N{REPLACEMENT CHARACTER}", self._turned(box), i, spaced)
                spaced = False
        self._end_run()

    def _add(self, character: str, box: Box, index: int, spaced: bool) -> None:
        run = self._run
        if run.parts and run.is_left_by(box) and not self._goes_on_sideways(box, index):
            self._end_run()
            run = self._run
        elif spaced and run.parts:
            run.parts.append(" ")
        run.add(character, box, index)

    def _goes_on_sideways(self, box: Box, index: int) -> bool:
        """Whether a character that is not on the line stands below or above it because both are set sideways."""
        left, right, _, _ = self._run.previous
        is_beside = box[0] < right and left < box[1]
        return is_beside and self._is_sideways(index) and self._is_sideways(self._run.first)

    def _is_sideways(self, index: int) -> bool:
        return (_quarters(self._text, index) - self._quarters) % 2 == 1

    def _end_run(self) -> None:
        run, self._run = self._run, _Run()
        words = "".join(run.parts).strip()
        if not words:
            return
        sideways = self._is_sideways(run.first)
        size = run.right - run.left if sideways else sorted(run.heights)[len(run.heights) // 2]
        bold = _is_bold(self._text, run.first) and _is_bold(self._text, run.last)
        line = Line(words, run.left, run.right, run.bottom, run.top, size, bold, self._page)
        (self.sideways if sideways else self.upright).append(line)

    def _turned(self, box: Box) -> Box:
        """A box where it stands when the page is turned so that its text is upright."""
        left, right, bottom, top = box
        match self._quarters:
            case 3:
                return bottom, top, self._width - right, self._width - left
            case 2:
                return self._width - right, self._width - left, self._height - top, self._height - bottom
            case 1:
                return self._height - top, self._height - bottom, left, right
        return box


class _Run:
    """Characters that follow each other on one line."""

    __slots__ = ("bottom", "first", "heights", "last", "left", "parts", "previous", "right", "top")

    def __init__(self) -> None:
        self.first = self.last = 0
        self.parts: list[str] = []
        self.heights: list[float] = []
        self.left = self.bottom = float("inf")
        self.right = self.top = float("-inf")
        self.previous: Box = (0.0, 0.0, 0.0, 0.0)

    def add(self, character: str, box: Box, index: int) -> None:
        if not self.parts:
            self.first = index
        self.last = index
        self.parts.append(character)
        self.previous = box
        left, right, bottom, top = box
        self.heights.append(top - bottom)
        self.left, self.right = min(self.left, left), max(self.right, right)
        self.bottom, self.top = min(self.bottom, bottom), max(self.top, top)

    def is_left_by(self, box: Box) -> bool:
        """Whether the next character stands on another line, across a gap, or is of much smaller type."""
        left, right, bottom, top = self.previous
        next_left, next_right, next_bottom, next_top = box
        size = max(top - bottom, 1.0)
        middle = (next_top + next_bottom) / 2
        if abs(middle * 2 - top - bottom) > size and not bottom <= middle <= top:
            return True
        if max(next_left - right, left - next_right) > GAP_EMS * size:
            return True
        return len(self.parts) <= 2 and size > 1.6 * (next_top - next_bottom) and next_top > bottom + size / 2


def _quarters(text: Any, index: int) -> int:
    """By how many quarters of a circle a character is turned to the right."""
    from pypdfium2 import raw

    angle: float = raw.FPDFText_GetCharAngle(text, index)
    return round(angle / _QUARTER) % 4


def _is_bold(text: Any, index: int) -> bool:
    """Whether a character's font is bold by its weight or its name; many files give no weight."""
    from pypdfium2 import raw

    if raw.FPDFText_GetFontWeight(text, index) >= BOLD_WEIGHT:
        return True
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    length = raw.FPDFText_GetFontInfo(text, index, name, len(name), ctypes.byref(flags))
    return 0 < length <= len(name) and _BOLD.search(name.value.decode("latin-1")) is not None
