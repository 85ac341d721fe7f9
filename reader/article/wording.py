"""The words of a quotation: what is equal when it is trimmed or punctuated otherwise, and how two wordings differ.

`marks_of` are fingerprints chosen by winnowing (Schleimer, Wilkerson and Aiken 2003): two texts that share
`WORDS_SURE` words in a row share a mark.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

SHINGLE_WORDS = 4
WINDOW = 4
WORDS_SURE = SHINGLE_WORDS + WINDOW - 1
MOST_MARKS = 24
_TOKEN = re.compile(r"\S+")
_NOT_LETTERS = re.compile(r"[\W_]+")


class Part(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class Piece:
    """A stretch of two wordings laid over each other: in both, in the first alone (GONE), in the second alone (NEW)."""

    part: Part
    text: str


def plain_words(text: str) -> list[str]:
    """The words as they are compared: without case, accents' spelling, or punctuation."""
    return [word for word in (_plain(token) for token in text.split()) if word]


def marks_of(text: str) -> tuple[int, ...]:
    """The fingerprints of a wording, for looking up others that share words in a row with it; none of a short one."""
    words = plain_words(text)
    hashes = [_hashed(" ".join(words[at : at + SHINGLE_WORDS])) for at in range(max(0, len(words) - SHINGLE_WORDS + 1))]
    if not hashes:
        return ()
    windows = range(max(1, len(hashes) - WINDOW + 1))
    return tuple(dict.fromkeys(min(hashes[at : at + WINDOW]) for at in windows))[:MOST_MARKS]


def differences(one: str, other: str) -> tuple[Piece, ...]:
    """How `one` becomes `other`, word by word; words that differ in case or punctuation alone are the same."""
    before, after = _TOKEN.findall(one), _TOKEN.findall(other)
    pieces: list[Piece] = []
    matcher = SequenceMatcher(None, [_plain(token) for token in before], [_plain(token) for token in after], False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(Piece(Part.SAME, " ".join(after[k:m])))
            continue
        if i < j:
            pieces.append(Piece(Part.GONE, " ".join(before[i:j])))
        if k < m:
            pieces.append(Piece(Part.NEW, " ".join(after[k:m])))
    return tuple(pieces)


def told_difference(one: str, other: str) -> str:
    """In a few words how the second wording differs from the first: "trimmed", "punctuated otherwise"…"""
    parts = [piece.part for piece in differences(one, other)]
    if set(parts) <= {Part.SAME}:
        return "the same words" if one.split() == other.split() else "punctuated otherwise"
    if Part.NEW not in parts:
        return "trimmed" if _at_ends(parts, Part.GONE) else "shortened within"
    if Part.GONE not in parts:
        return "longer" if _at_ends(parts, Part.NEW) else "words added within"
    return "worded otherwise"


def _at_ends(parts: Sequence[Part], part: Part) -> bool:
    return all(at in (0, len(parts) - 1) for at, found in enumerate(parts) if found is part)


def _plain(token: str) -> str:
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFKC", token).casefold())


def _hashed(words: str) -> int:
    # SQLite's integers have 64 bits and a sign.
    return int.from_bytes(hashlib.blake2b(words.encode("utf-8", "replace"), digest_size=7).digest(), "big")
