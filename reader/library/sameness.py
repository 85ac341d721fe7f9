"""When two articles are one: the same bytes, the same words, or the same address with hardly a word changed."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter

from reader.article import Article, url_key

MIN_CHARACTERS = 120
"""A shorter text says too little by itself; its title counts too."""

__all__ = ["hardly_changed", "same_letters", "text_digest", "text_key", "url_key"]

SAME_WORDS_SHARE = 0.9
"""Two texts at one address that share so much are one article; less, and it was rewritten: both are kept."""

_NOT_LETTERS = re.compile(r"[\W_]+")


def text_digest(text: str) -> str:
    """What names exactly this text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def text_key(article: Article) -> str | None:
    """What is equal for articles of the same words, however they are set; None where there are none."""
    letters = _letters(article.text)
    if len(letters) < MIN_CHARACTERS:
        letters = f"{_letters(article.title or '')}\n{letters}"
    return text_digest(letters) if letters.strip() else None


def hardly_changed(one: str, other: str) -> bool:
    """Whether two texts share nearly all their words."""
    a, b = (Counter(_NOT_LETTERS.split(_folded(text))) for text in (one, other))
    total = a.total() + b.total()
    return total > 0 and 2 * (a & b).total() / total >= SAME_WORDS_SHARE


def same_letters(one: str, other: str) -> bool:
    """Whether two lines are the same but for case, punctuation and blanks."""
    return _letters(one) == _letters(other) != ""


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", _folded(text))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
