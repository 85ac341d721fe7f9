"""How a text of any length is cut for an encoder that reads a few hundred pieces of words at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reader.analysis.words import Words

WINDOW_PIECES = 254
"""So many pieces of words are read at once; the encoder's own marks at both ends come on top."""
OVERLAP_PIECES = 56
LONGEST_WORD_PIECES = 8
"""Of longer words (addresses, scripts without spaces) only the beginning is read."""


@dataclass(frozen=True)
class Window:
    """Words [first, end) that are read together, of which [keep_first, keep_end) are taken from this reading."""

    first: int
    end: int
    keep_first: int
    keep_end: int


def windows_of(lengths: Sequence[int], size: int = WINDOW_PIECES, overlap: int = OVERLAP_PIECES) -> Iterator[Window]:
    """Windows over words of the given numbers of pieces; each word is taken from the window that shows most around it.

    No window holds more than `size` pieces; neighbours share about `overlap` of them.
    """
    first = keep_first = 0
    while True:
        end, pieces = first, 0
        while end < len(lengths) and pieces + lengths[end] <= size:
            pieces += lengths[end]
            end += 1
        end = max(end, min(first + 1, len(lengths)))
        if end == len(lengths):
            yield Window(first, end, keep_first, end)
            return
        following = _stepped_back(lengths, end, overlap, first + 1)
        keep_end = max(_stepped_back(lengths, end, overlap // 2, following), keep_first)
        yield Window(first, end, keep_first, keep_end)
        first, keep_first = following, keep_end


def _stepped_back(lengths: Sequence[int], end: int, pieces: int, lowest: int) -> int:
    """The word about `pieces` pieces in front of `end`, but not below `lowest`."""
    at = end
    while at > lowest and pieces >= lengths[at - 1]:
        at -= 1
        pieces -= lengths[at]
    return at


def pieces_of(vocabulary: Any, words: Words) -> list[list[int]]:
    """Each word's pieces as numbers of the vocabulary; a word that has none is unknown."""
    unknown = vocabulary.token_to_id("[UNK]")
    encoded = vocabulary.encode(words.texts(), is_pretokenized=True, add_special_tokens=False)
    pieces: list[list[int]] = [[] for _ in range(len(words))]
    for piece, word in zip(encoded.ids, encoded.word_ids, strict=True):
        if len(pieces[word]) < LONGEST_WORD_PIECES:
            pieces[word].append(piece)
    return [each or [unknown] for each in pieces]


def laid_out(pieces: Sequence[Sequence[int]], forms: Sequence[int]) -> tuple[list[int], list[int], list[int]]:
    """The words' pieces in one row, the form of each piece, and where each word begins."""
    ids: list[int] = []
    marks: list[int] = []
    firsts: list[int] = []
    for own, form in zip(pieces, forms, strict=True):
        firsts.append(len(ids))
        ids += own
        marks += [form] * len(own)
    return ids, marks, firsts
