"""What a word is, for the search index, for a question and for the marking of hits alike.

The index is given words that are folded here, so that what is asked, what is found and what is marked never differ.
Folded is: lower case, and no accents on Latin, Greek and Cyrillic letters (“Göteborg” is “goteborg”, “Łódź” “lodz”);
Arabic and Hebrew lose their vowel points. In scripts that put no blanks between words every character is a word, and
words in them are found as phrases.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese."""
DROPPED = "\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0640\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\ufe20-\ufe2f"
"""Marks that are no part of a word's spelling, as most people type it: accents, points, and the Arabic stroke."""
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ŧ": "t"}
)
"""Letters that have a stroke or are two, which Unicode does not take apart."""

_PLAIN = re.compile(r"[A-Za-z0-9]+")
_DROPPED = re.compile(f"[{DROPPED}]+")
_SIGNS = re.compile(r"[^\w\s]+|_+")
_UNSPACED = re.compile(f"[{UNSPACED}]")
LAST_MARK = 0x1CFF


class Word(NamedTuple):
    """A word as it stands in a text, [start, end), and what it is folded."""

    start: int
    end: int
    folded: str


def words(text: str) -> list[Word]:
    """The words of a text, in order."""
    if text.isascii():
        return [Word(found.start(), found.end(), found[0].lower()) for found in _PLAIN.finditer(text)]
    return [
        Word(found.start(), found.end(), folded) for found in _any_script().finditer(text) if (folded := fold(found[0]))
    ]


def squeezed(text: str) -> str:
    """A text folded as a whole, all signs taken out: every word of it stands in that, and so may others."""
    if text.isascii():
        return _SIGNS.sub("", text.lower())
    apart = unicodedata.normalize("NFKD", text.casefold())
    return _SIGNS.sub("", unicodedata.normalize("NFC", _DROPPED.sub("", apart)).casefold().translate(_LETTERS))


def folded_words(text: str) -> list[str]:
    """The words of a text, folded."""
    if text.isascii():
        return _PLAIN.findall(text.lower())
    return [folded for word in _any_script().findall(text) if (folded := fold(word))]


def as_indexed(texts: Iterable[str | None]) -> str:
    """Texts as the index is given them: folded words with blanks between."""
    return " ".join(word for text in texts if text for word in folded_words(text))


def fold(word: str) -> str:
    """A word without case and accents."""
    return word.lower() if word.isascii() else _folded(word)


def is_unspaced(folded: str) -> bool:
    """Whether a folded word is a character of a script that puts no blanks between words."""
    return not folded.isascii() and _UNSPACED.match(folded) is not None


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    apart = unicodedata.normalize("NFKD", word.casefold())
    bare = unicodedata.normalize("NFC", _DROPPED.sub("", apart)).casefold().translate(_LETTERS)
    return "".join(c for c in bare if c.isalnum() or unicodedata.category(c)[0] == "M")


@cache
def _any_script() -> re.Pattern[str]:
    """One character of an unspaced script with its marks, or a run of letters, digits and marks of the others."""
    marks = (
        "".join(chr(c) for c in range(0x300, LAST_MARK) if unicodedata.category(chr(c))[0] == "M")
        + "\ufe20-\ufe2f\u0640"
    )
    return re.compile(rf"[{UNSPACED}][{marks}]*|(?:[^\W_{UNSPACED}]|[{marks}])+")
