"""What articles say happened when, and where each date stands on a line; plain functions over values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

from reader.article import DateMention
from reader.library import Opened
from reader.window.inspector.cards import Card, esc
from reader.window.inspector.content import printed_value, sentence_around
from reader.window.theme import Colours

LONGEST_GAP = 4
"""A gap so many times the usual one is drawn shorter, and as broken: one date of long ago would squeeze all others."""


@dataclass(frozen=True)
class Happening:
    """A date that an article names, with the sentence that it stands in."""

    article: int
    title: str
    mention: DateMention
    sentence: str

    @property
    def key(self) -> str:
        """Its key among the happenings of several articles."""
        return f"{self.article}:{self.mention.start}"


def happenings(articles: Iterable[Opened]) -> tuple[Happening, ...]:
    """The dates of articles in the order of what they mean; of two that begin together, the shorter one first."""
    found = [
        Happening(
            opened.row.id,
            opened.article.title or opened.capture_name,
            mention,
            sentence_around(opened.article.text, mention.start, mention.end),
        )
        for opened in articles
        if opened.analysis is not None
        for mention in opened.analysis.dates
    ]
    return tuple(sorted(found, key=lambda each: (each.mention.days, each.article, each.mention.start)))


@dataclass(frozen=True)
class Scale:
    """Where days stand on a line of length 1: `knots` are days with their places, `broken` the gaps drawn shorter."""

    knots: tuple[tuple[date, float], ...]
    broken: tuple[tuple[float, float], ...]

    def at(self, day: date) -> float:
        """The place of one of the days that the scale was made of."""
        return dict(self.knots)[day]


def scale_of(days: Iterable[date]) -> Scale:
    """A scale on which distances are true, but for gaps far beyond the usual."""
    ordered = sorted(set(days))
    if len(ordered) < 2:
        return Scale(tuple((day, 0.5) for day in ordered), ())
    gaps = [(later - earlier).days for earlier, later in pairwise(ordered)]
    longest = max(1.0, LONGEST_GAP * median(gaps))
    whole = sum(min(gap, longest) for gap in gaps)
    knots, broken, place = [(ordered[0], 0.0)], [], 0.0
    for day, gap in zip(ordered[1:], gaps, strict=True):
        before, place = place, place + min(gap, longest) / whole
        knots.append((day, place))
        if gap > longest:
            broken.append((before, place))
    return Scale(tuple(knots), tuple(broken))


def lanes(extents: Sequence[tuple[float, float]], apart: float) -> list[int]:
    """In which lane each of these stretches of a line is drawn, the lowest one where it touches no other."""
    ends: list[float] = []
    chosen = []
    for start, end in extents:
        lane = next((i for i, taken in enumerate(ends) if start >= taken + apart), len(ends))
        ends[lane : lane + 1] = [end]
        chosen.append(lane)
    return chosen


def happening_cards(found: Sequence[Happening], colours: Colours) -> list[Card]:
    """Each date with its sentence and the rule by which it was resolved, and its article where there are several."""
    several = len({each.article for each in found}) > 1
    cards = []
    for each in found:
        mention, sentence = each.mention, each.sentence
        head, _, tail = sentence.partition(mention.text)
        when = printed_value(mention.value)
        below = " · ".join(part for part in (mention.rule, each.title if several else "") if part)
        markup = (
            f'<div><span style="font-weight:600; color:{colours.accent}">{esc(when)}</span></div>'
            f"<div>{esc(head)}<span class=strong>{esc(mention.text)}</span>{esc(tail)}</div>"
            f'<div><small style="color:{colours.muted}">{esc(below)}</small></div>'
        )
        cards.append(Card(each.key, markup, f"{when}: {sentence} {below}"))
    return cards
