"""A reader's decisions on what was read out of an article: who said it, what is no quotation, how far one goes.

They hold on to the words they were made on, as notes do, and are made again after every new analysis: the reader's
word is final.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from reader.article.anchors import Anchor, located
from reader.article.model import Analysis, Quote, QuoteKind, Span, Speaker

LEAST_SHARED = 0.3
"""The share of both passages that a quotation must have in common with the corrected one to be the same."""
_OPENING, _CLOSING = "“‘«„\"'‚‹「『»", "”’»\"'›」』“«"


class CorrectionKind(StrEnum):
    SPEAKER = "speaker"
    NO_QUOTE = "no-quote"
    EXTENT = "extent"


@dataclass(frozen=True)
class Correction:
    """One decision on the quotation that stands at `anchor`, from its first word to its last.

    SPEAKER: `speaker` said it, an entity's name or any other; nobody named where it is empty. EXTENT: it goes as far as
    `extent`. A correction of either kind on a passage that no analysis takes for a quotation makes it one.
    """

    kind: CorrectionKind
    anchor: Anchor
    speaker: str = ""
    extent: Anchor | None = None


def corrected(analysis: Analysis, text: str, corrections: Iterable[Correction]) -> Analysis:
    """`analysis` with the reader's corrections made in order; one whose passage is gone from `text` changes nothing."""
    quotes = list(analysis.quotes)
    for correction in corrections:
        place = located(correction.anchor, text)
        if place is None:
            continue
        at = _quote_at(quotes, place)
        if correction.kind is CorrectionKind.NO_QUOTE:
            if at is not None:
                del quotes[at]
            continue
        quote = quotes.pop(at) if at is not None else _made(text, place)
        if correction.kind is CorrectionKind.SPEAKER:
            quote = replace(quote, speaker=_speaker(analysis, quote, correction.speaker))
        elif correction.extent is not None and (extent := located(correction.extent, text)) is not None:
            quote = replace(_made(text, extent), speaker=quote.speaker, cue=quote.cue)
        quotes.append(replace(quote, confidence=1.0, by_reader=True))
    return replace(analysis, quotes=tuple(sorted(quotes, key=lambda quote: quote.spans or (Span(0, 0),))))


def extent_of(quote: Quote) -> Span:
    """From the first character of a quotation to its last, whatever stands between; an empty span for one of none."""
    return Span(quote.spans[0].start, quote.spans[-1].end) if quote.spans else Span(0, 0)


def _quote_at(quotes: list[Quote], place: Span) -> int | None:
    """The quotation that has most in common with a passage, None where none has enough."""
    best, at = LEAST_SHARED, None
    for i, quote in enumerate(quotes):
        start, end = extent_of(quote)
        shared = min(end, place.end) - max(start, place.start)
        share = shared / max(1, max(end, place.end) - min(start, place.start))
        if share >= best:
            best, at = share, i
    return at


def _made(text: str, place: Span) -> Quote:
    """A quotation of the words at `place`: direct where quotation marks enclose them."""
    start, end = place
    words = text[start:end]
    if words[:1] in _OPENING and words[-1:] in _CLOSING and len(words) > 2:
        start, end = start + 1, end - 1
    enclosed = text[max(0, start - 1) : start] in _OPENING and text[end : end + 1] in _CLOSING
    direct = enclosed and start > 0 and end < len(text)
    kind = QuoteKind.DIRECT if direct else QuoteKind.INDIRECT
    return Quote(kind, text[start:end], (Span(start, end),), None, None, 1.0)


def _speaker(analysis: Analysis, quote: Quote, name: str) -> Speaker | None:
    if not name.strip():
        return None
    known = next((entity for entity in analysis.entities if entity.name.casefold() == name.strip().casefold()), None)
    before = quote.speaker
    if known is None:
        return Speaker(None, name.strip(), name.strip(), ())
    if before is not None and before.entity == known.id:
        return before
    return Speaker(known.id, known.name, known.name, ())
