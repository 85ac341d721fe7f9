"""When two articles are one: the same bytes, the same words, or the same address with hardly a word changed."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from urllib.parse import parse_qsl, urlencode, urlsplit

from reader.article import Article

MIN_CHARACTERS = 120
"""A shorter text says too little by itself; its title counts too."""

SAME_WORDS_SHARE = 0.9
"""Two texts at one address that share so much are one article; less, and it was rewritten: both are kept."""

_NOT_LETTERS = re.compile(r"[\W_]+")
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|mc_[ce]id|cmpid|ref|ref_src|src|smid|ocid|xtor|at_\w+|ns_\w+|__twitter_impression"
)


def text_digest(text: str) -> str:
    """What names exactly this text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def text_key(article: Article) -> str | None:
    """What is equal for articles of the same words, however they are set; None where there are none."""
    letters = _letters(article.text)
    if len(letters) < MIN_CHARACTERS:
        letters = f"{_letters(article.title or '')}\n{letters}"
    return text_digest(letters) if letters.strip() else None


def url_key(url: str | None) -> str | None:
    """What is equal for all spellings of an address: no scheme, "www.", tracking, fragment or closing slash."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    if not host or parts.scheme not in {"http", "https"}:
        return None
    asked = [(name, value) for name, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(name)]
    query = f"?{urlencode(sorted(asked))}" if asked else ""
    path = parts.path.rstrip("/")
    # A publisher's front page is no article's own address.
    return f"{host}{path}{query}" if path or query else None


def hardly_changed(one: str, other: str) -> bool:
    """Whether two texts share nearly all their words."""
    a, b = (Counter(_NOT_LETTERS.split(_folded(text))) for text in (one, other))
    total = a.total() + b.total()
    return total > 0 and 2 * (a & b).total() / total >= SAME_WORDS_SHARE


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", _folded(text))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
