"""An article as a model of its words takes it: each word and mark, with what an uncased vocabulary would lose of it.

Training reads texts through the same functions, so that both see the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.analysis.marks import quotations
from reader.article import Article, Span

_WORD = re.compile(r"\w+|[^\w\s]")

NO_LETTER, LOWER, TITLE, UPPER, MIXED = range(5)
CASINGS = 5
OUTSIDE, QUOTED, UNCLOSED = range(3)
QUOTED_STATES = 3
FORMS = CASINGS * QUOTED_STATES * 2
"""How many forms there are: casing, quotation state, and whether a paragraph begins here."""


@dataclass(frozen=True)
class Words:
    """The words of a text in order: where each stands, and its form, a number below FORMS."""

    text: str
    spans: tuple[Span, ...]
    forms: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.spans)

    def between(self, first: int, last: int) -> Span:
        """The characters from word `first` to word `last`, both included."""
        return Span(self.spans[first].start, self.spans[last].end)

    def text_of(self, word: int) -> str:
        span = self.spans[word]
        return self.text[span.start : span.end]

    def texts(self) -> list[str]:
        return [self.text[span.start : span.end] for span in self.spans]


def words_of(article: Article) -> Words:
    """The article's words and punctuation marks, one by one, with their forms."""
    spans = tuple(Span(*match.span()) for match in _WORD.finditer(article.text))
    starts = {span.start for span, _ in article.body()}
    states = _states(article, spans)
    forms = tuple(
        _casing(article.text[span.start : span.end]) + CASINGS * (state + QUOTED_STATES * (span.start in starts))
        for span, state in zip(spans, states, strict=True)
    )
    return Words(article.text, spans, forms)


def _casing(word: str) -> int:
    if word.islower():
        return LOWER
    if word.istitle():
        return TITLE
    if word.isupper():
        return UPPER
    return MIXED if any(character.isalpha() for character in word) else NO_LETTER


def _states(article: Article, spans: Sequence[Span]) -> Iterator[int]:
    """For each word whether it stands between quotation marks (which belong to what they hold)."""
    parts = [part for quotation in quotations(article) for part in quotation.parts]
    at = 0
    for span in spans:
        while at < len(parts) and parts[at].outer.end <= span.start:
            at += 1
        if at == len(parts) or span.start < parts[at].outer.start:
            yield OUTSIDE
        else:
            yield QUOTED if parts[at].closed else UNCLOSED
