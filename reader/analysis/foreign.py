"""Direct quotations in languages whose syntax Verbatim does not know: the marks, and a name beside them.

Both are guesses, and their confidence says so.
"""

from __future__ import annotations

import re

from reader.analysis.marks import Quotation, quotations
from reader.article import Article, Quote, QuoteKind, Span, Speaker

WITH_SPEAKER, ALONE = 0.35, 0.15
SHORTEST_WORDS = 4
SHORTEST_DENSE_CHARACTERS = 10
REACH_CHARACTERS = 90
_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")

_NAME = re.compile(
    r"[A-ZÀ-ÞŁŚŻŽŠČĆĐА-ЯΑ-Ω][\w'’-]+(?:\s+(?:(?:de|del|di|van|von|der|den|al|el|bin)\s+)?[A-ZÀ-ÞŁŚŻŽŠČĆĐА-ЯΑ-Ω][\w'’-]+){1,3}"
)


def quotes_without_syntax(article: Article) -> tuple[Quote, ...]:
    """Quotations of some length, each with the nearest name in the same sentence as its likely speaker."""
    found = []
    for quotation in quotations(article):
        spans = tuple(
            span for part in quotation.parts if (span := _stripped(article.text, part.inner)).end > span.start
        )
        text = " ".join(article.text[span.start : span.end] for span in spans)
        dense = sum(ord(character) > 0x2E80 for character in text)
        short = len(text.split()) < SHORTEST_WORDS and dense < SHORTEST_DENSE_CHARACTERS
        if short and not _is_speech(article.text, quotation.start, text):
            continue
        speaker = _name_beside(article.text, quotation)
        found.append(Quote(QuoteKind.DIRECT, text, spans, speaker, None, WITH_SPEAKER if speaker else ALONE))
    return tuple(found)


def _is_speech(text: str, start: int, said: str) -> bool:
    """Whether a few words between marks are a sentence of their own, or stand behind a colon."""
    return said.endswith(_ENDS) or text[:start].rstrip().endswith((":", "：", "﹕"))


def _stripped(text: str, span: Span) -> Span:
    """The span without the spaces that some languages print inside their marks."""
    inner = text[span.start : span.end]
    start = span.start + len(inner) - len(inner.lstrip())
    return Span(start, start + len(inner.strip()))


def _name_beside(text: str, quotation: Quotation) -> Speaker | None:
    """The first name behind the marks before the sentence ends, else the last one in front of them."""
    after = text[quotation.end : quotation.end + REACH_CHARACTERS]
    after = re.split(r"[.!?\n。]", after, maxsplit=1)[0]
    match = _NAME.search(after)
    if match is not None:
        start = quotation.end + match.start()
        return _speaker(match[0], start)
    low = max(0, quotation.start - REACH_CHARACTERS)
    before = re.split(r"[.!?\n。]\s", text[low : quotation.start])[-1]
    names = list(_NAME.finditer(before))
    if not names:
        return None
    last = names[-1]
    return _speaker(last[0], quotation.start - len(before) + last.start())


def _speaker(name: str, start: int) -> Speaker:
    return Speaker(None, name, name, (Span(start, start + len(name)),))
