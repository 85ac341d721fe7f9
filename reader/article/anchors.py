"""Where a reader's highlight, note or bookmark holds on to the text, so that it survives a new cleaning.

A text-quote selector with a text-position selector, as in the W3C Web Annotation data model (sections 4.2.4, 4.2.5).
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.article.model import Span

CONTEXT_CHARACTERS = 96
"""On either side. In pages that say one thing over and over, 32 leave one passage in a hundred to guessing."""


@dataclass(frozen=True)
class Anchor:
    """`exact` is the passage, `prefix` and `suffix` what stands around it, `start` and `end` where it stood."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


@dataclass(frozen=True)
class Placement:
    """Where an anchor's passage stands in a text: `span` is None for an orphan, whose passage is there no longer.

    `score` says how like what it was made on the place's words are, from 0 to 1. `sure` is False where the words have
    changed much, or stand in several places that are equally good: the reader is shown that it was a guess.
    """

    span: Span | None = None
    score: float = 0.0
    sure: bool = True


ORPHAN = Placement()


def anchor_of(text: str, span: Span) -> Anchor:
    """The anchor of `span` in `text`; ValueError where the span is empty or lies outside."""
    start, end = span
    if not 0 <= start < end <= len(text):
        raise ValueError(f"the span [{start}, {end}) does not lie in a text of {len(text)} characters")
    return Anchor(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT_CHARACTERS) : start],
        suffix=text[end : end + CONTEXT_CHARACTERS],
        start=start,
        end=end,
    )


def located(anchor: Anchor, text: str) -> Span | None:
    """Where the anchor's passage stands in `text` now: the place whose surroundings agree best, None where it is gone.

    Of equally good places the one nearest to the old position counts.
    """
    if text[anchor.start : anchor.end] == anchor.exact and _agreement(anchor, text, anchor.start) == 1.0:
        return Span(anchor.start, anchor.end)
    places: list[int] = []
    at = text.find(anchor.exact)
    while at >= 0:
        places.append(at)
        at = text.find(anchor.exact, at + 1)
    if not places:
        return None
    best = max(places, key=lambda place: (_agreement(anchor, text, place), -abs(place - anchor.start)))
    return Span(best, best + len(anchor.exact))


def _agreement(anchor: Anchor, text: str, start: int) -> float:
    """The share of the anchor's context that stands around `start`, counted outward from the passage."""
    before = text[max(0, start - CONTEXT_CHARACTERS) : start]
    end = start + len(anchor.exact)
    after = text[end : end + CONTEXT_CHARACTERS]
    same = _common_prefix(before[::-1], anchor.prefix[::-1]) + _common_prefix(after, anchor.suffix)
    wanted = len(anchor.prefix) + len(anchor.suffix)
    return same / wanted if wanted else 1.0


def _common_prefix(a: str, b: str) -> int:
    for i, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            return i
    return min(len(a), len(b))
