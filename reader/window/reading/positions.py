"""The door between our offsets (Unicode code points in an article's text) and Qt's (UTF-16 units in a document)."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


def utf16_length(text: str) -> int:
    """How many UTF-16 units `text` takes."""
    return len(text) + sum(character > "\uffff" for character in text)


def code_points(text: str, units: int) -> int:
    """How many code points of `text` its first `units` UTF-16 units are; a half of a pair counts as its whole."""
    taken = 0
    for i, character in enumerate(text):
        if taken >= units:
            return i
        taken += 2 if character > "\uffff" else 1
    return len(text)


@dataclass(frozen=True)
class Placed:
    """A stretch of the article's text, from offset `start` on, as it stands in the document from `position` on."""

    start: int
    text: str
    position: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class Positions:
    """Where each block of an article's text stands in its document."""

    def __init__(self, placed: list[Placed]) -> None:
        self._placed = placed
        self._starts = [each.start for each in placed]
        self._positions = [each.position for each in placed]

    def position(self, offset: int) -> int:
        """The document's position of an offset; between two blocks, the end of the first."""
        if not self._placed:
            return 0
        each = self._placed[max(0, bisect_right(self._starts, offset) - 1)]
        inside = max(0, min(offset, each.end) - each.start)
        return each.position + utf16_length(each.text[:inside])

    def offset(self, position: int) -> int | None:
        """The offset of a document's position; None where it is in no block of the text."""
        index = bisect_right(self._positions, position) - 1
        if index < 0:
            return None
        each = self._placed[index]
        units = position - each.position
        if units > utf16_length(each.text):
            return None
        return each.start + code_points(each.text, units)

    def nearest(self, position: int) -> int:
        """The offset of the block at or behind a position; for scrolling."""
        found = self.offset(position)
        if found is not None:
            return found
        index = bisect_right(self._positions, position)
        return self._placed[index].start if index < len(self._placed) else (self._placed[-1].end if self._placed else 0)

    def reached(self, position: int) -> int:
        """The offset up to which a selection that ends at a position takes the text in."""
        found = self.offset(position)
        if found is not None:
            return found
        index = bisect_right(self._positions, position) - 1
        return self._placed[index].end if index >= 0 else 0

    def stretches(self, start: int, end: int) -> list[tuple[int, int]]:
        """The positions of the offsets from `start` to `end`, block by block: what the page has between is left out."""
        first = max(0, bisect_right(self._starts, start) - 1)
        found: list[tuple[int, int]] = []
        for each in self._placed[first:]:
            if each.start >= end:
                break
            if start < each.end:
                found.append((self.position(max(start, each.start)), self.position(min(end, each.end))))
        return found
