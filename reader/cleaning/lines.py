"""From a text's lines to its units: paragraphs that were wrapped at a column are joined, all else stays a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

TERMINAL = (".", "!", "?", "…", ":", ";", "。", "！", "？", "؟")
CLOSING = "”’\"'»)]“"
CLOCK = re.compile(r"^\d{1,2}[.:]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?$", re.IGNORECASE)
"""A line that is nothing but a time of day, as one heads each post of a live page."""
WRAP_SHORTEST = 45
WRAP_LONGEST = 110


@dataclass(frozen=True)
class Unit:
    """One line, or one paragraph put together from wrapped lines; `line` is the number of its first line, from 1."""

    text: str
    line: int

    @cached_property
    def words(self) -> int:
        return len(self.text.split())

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does, closing quotation marks aside."""
        bare = self.text.rstrip(CLOSING)
        return bare.endswith(TERMINAL) or (bare.endswith(",") and bare != self.text)

    @cached_property
    def is_prose(self) -> bool:
        """Whether it is a sentence of some length, or a long paragraph."""
        return (self.words >= 9 and self.ends_sentence) or self.words >= 30 or self._is_dense()

    def _is_dense(self) -> bool:
        """Scripts without spaces have few words by count; their sentences show in characters."""
        wide = sum(ord(character) > 0x2E80 for character in self.text)
        return wide > 25 and wide > len(self.text) * 0.4 and self.ends_sentence


def units_of(text: str) -> list[Unit]:
    """The units of `text`, whose line ends are newlines. No word is lost; spaces are folded."""
    chunks: list[list[Unit]] = [[]]
    for number, line in enumerate(text.split("\n"), 1):
        folded = re.sub(r"[\s\u00a0\u200b\u2060]+", " ", line).strip()
        if folded:
            chunks[-1].append(Unit(folded, number))
        elif chunks[-1]:
            chunks.append([])
    return [unit for chunk in chunks for unit in _joined(chunk)]


def _joined(chunk: list[Unit]) -> list[Unit]:
    """A chunk of wrapped lines as its paragraphs, any other chunk as it is."""
    if len(chunk) < 2 or not _is_wrapped(chunk):
        return chunk
    width = max(len(unit.text) for unit in chunk)
    paragraphs: list[list[Unit]] = [[chunk[0]]]
    for before, unit in pairwise(chunk):
        ends_early = before.ends_sentence and len(before.text) + len(unit.text.split(" ")[0]) + 1 < width * 0.8
        if ends_early:
            paragraphs.append([unit])
        else:
            paragraphs[-1].append(unit)
    return [Unit(" ".join(unit.text for unit in lines), lines[0].line) for lines in paragraphs]


def _is_wrapped(chunk: list[Unit]) -> bool:
    """Whether lines were broken at a column: nearly as long as each other, and mostly broken within a sentence."""
    lines = chunk[:-1]
    width = max(len(unit.text) for unit in chunk)
    if not WRAP_SHORTEST <= width <= WRAP_LONGEST:
        return False
    long = sum(len(unit.text) > width * 0.7 for unit in lines)
    within = sum(not unit.ends_sentence for unit in lines)
    continued = sum(unit.text[:1].islower() for unit in chunk[1:])
    return long >= len(lines) * 0.7 and within >= len(lines) * 0.6 and continued >= max(1, len(lines) * 0.3)
