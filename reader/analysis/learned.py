"""Quotations as the learned tagger reads them, their edges set by quotation marks and their speakers by the names.

The tagger says whose words they are and what is reported at all; marks, where there are any, say exactly which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from reader.analysis.entities import Naming
from reader.analysis.linking import Attribution, attributions_of
from reader.analysis.marks import Marked, quotations
from reader.analysis.sources import speaker_of
from reader.analysis.tagger import Tagger
from reader.analysis.words import Words, words_of
from reader.article import Article, Cue, Quote, QuoteKind, Span

FRAGMENTS_JOINT = " … "
"""Stands between the quoted words of one clause, for the words between them, which are not quoted."""
_WORD = re.compile(r"\w")


def learned_quotes(doc: Doc, article: Article, naming: Naming, tagger: Tagger) -> list[Quote]:
    """All quotations that the tagger finds in an article, in the order of the text."""
    words = words_of(article)
    tagged = tagger.tag(words)
    parts = [part for quotation in quotations(article) for part in quotation.parts]
    others = [words.between(span.first, span.last) for span in tagged]
    found = []
    for attribution in attributions_of(words, tagged):
        contents = [_to_the_marks(words.between(c.first, c.last), parts, others) for c in attribution.contents]
        found.append(_quote(doc, article, naming, words, attribution, contents, parts))
    return found


def _to_the_marks(content: Span, parts: Sequence[Marked], others: Sequence[Span]) -> Span:
    """The content with the rest of the quotations that it begins or ends in, up to what else is tagged in there."""
    start, end = content
    for part in parts:
        inner = part.inner
        if inner.start < start < inner.end and not _any_within(others, inner.start, start):
            start = inner.start
        if inner.start < end < inner.end and not _any_within(others, end, inner.end):
            end = inner.end
    return Span(start, end)


def _any_within(spans: Iterable[Span], start: int, end: int) -> bool:
    return any(span.start < end and start < span.end for span in spans)


def _quote(
    doc: Doc,
    article: Article,
    naming: Naming,
    words: Words,
    attribution: Attribution,
    contents: Sequence[Span],
    parts: Sequence[Marked],
) -> Quote:
    text = article.text
    spans: list[Span] = []
    quoted: list[Span] = []
    for content in contents:
        for piece, inside in _pieces(text, content, parts):
            spans.append(piece)
            if inside:
                quoted.append(piece)
    if not quoted:
        kind, wording = QuoteKind.INDIRECT, " ".join(text[a:b] for a, b in spans)
    elif len(quoted) == len(spans) and _is_sentence(text, quoted[0]):
        kind, wording = QuoteKind.DIRECT, " ".join(text[a:b] for a, b in quoted)
    else:
        kind, wording = QuoteKind.MIXED, FRAGMENTS_JOINT.join(text[a:b] for a, b in quoted)
    speaker = None
    if attribution.source is not None:
        phrase = doc.char_span(
            *words.between(attribution.source.first, attribution.source.last), alignment_mode="expand"
        )
        speaker = speaker_of(phrase, naming)
    cue = None
    if attribution.cue is not None:
        span = words.between(attribution.cue.first, attribution.cue.last)
        cue = Cue(text[span.start : span.end], (span,))
    return Quote(kind, wording, tuple(spans), speaker, cue, round(attribution.sureness, 2))


def _pieces(text: str, content: Span, parts: Sequence[Marked]) -> Iterator[tuple[Span, bool]]:
    """The content cut at quotation marks, without them; each piece with whether it stands between marks."""
    marks = {edge for part in parts for edge in (*part.outer, *part.inner) if content.start < edge < content.end}
    for start, end in pairwise(sorted({content.start, content.end, *marks})):
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if _WORD.search(text[start:end]):
            yield Span(start, end), any(part.inner.start <= start and end <= part.inner.end for part in parts)


def _is_sentence(text: str, span: Span) -> bool:
    """Whether quoted words are speech of their own and not a part of the reporter's sentence."""
    first = next((c for c in text[span.start : span.end] if c.isalnum()), "")
    lead = text[max(0, span.start - 4) : span.start - 1].rstrip(" ")
    opens = not lead or lead.endswith((",", ":", ".", "!", "?", "\n", "—", "–", ";", "”", '"', "("))
    return bool(opens) and (first.isupper() or first.isdigit() or not first.isascii() or lead.endswith(":"))
