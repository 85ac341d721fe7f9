"""Which source, cue and content belong together: every cue is the middle of one attribution, and draws the nearest.

Nearness is counted in words, and in what stands between: the end of a sentence, another cue, another content. That is
nearly all there is to it: with spans that people marked, it finds 98 of 100 attributions.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from reader.analysis.roles import Tagged
from reader.analysis.words import Words

SENTENCE_END = 24
ANOTHER_CUE = 18
ANOTHER_SPAN = 6
PARAGRAPH_END = 60
FURTHEST = 70
SHARED = 20
"""Costs, counted in words: what stands between two spans keeps them as far apart as so many words would."""

_STOP = re.compile(r"[.!?][”\"’'»)\]]*\s+[“\"‘'«(\[]*[A-Z0-9]|[.!?][”\"’'»]*$")
_NO_STOP = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St|Jr|Sr|Rev|Prof|Lt|Col|vs|[Nn]o|U\.S|a\.m|p\.m)\.")


@dataclass(frozen=True)
class Attribution:
    """Spans of words that belong together: what was reported, by which words, and whose it is."""

    contents: tuple[Tagged, ...]
    cue: Tagged | None
    source: Tagged | None


def attributions_of(words: Words, spans: Sequence[Tagged], weaker: Sequence[Tagged] = ()) -> list[Attribution]:
    """The attributions that tagged spans make up, in the order of the text; every content is in exactly one.

    `weaker` are sources taken only where an attribution of the same sentence has none.
    """
    between = _Between(words, spans)
    cues = [span for span in spans if span.role == "cue"]
    contents = [span for span in spans if span.role == "content"]
    drawn: dict[Tagged, list[Tagged]] = {cue: [] for cue in cues}
    alone: list[Tagged] = []
    for content in contents:
        cost, cue = min(
            ((between.cost(content, cue), cue) for cue in cues), key=lambda pair: pair[0], default=(0, None)
        )
        if cue is None or cost > FURTHEST:
            alone.append(content)
        else:
            drawn[cue].append(content)
    _share_out(drawn, between)
    anchors = [*(cue for cue, own in drawn.items() if own), *alone]
    sources = _sources_of(anchors, [span for span in spans if span.role == "source"], between)
    found = [Attribution(tuple(own), cue, sources.get(cue)) for cue, own in drawn.items() if own]
    found += [Attribution((content,), None, sources.get(content)) for content in alone]
    found = [_with_a_source(each, weaker, between) for each in found]
    return sorted(found, key=lambda attribution: attribution.contents[0].first)


def _with_a_source(attribution: Attribution, weaker: Sequence[Tagged], between: _Between) -> Attribution:
    if attribution.source is not None or not weaker:
        return attribution
    anchor = attribution.cue or attribution.contents[0]
    nearest = min(weaker, key=lambda source: between.cost(source, anchor))
    near = between.cost(nearest, anchor) < SENTENCE_END
    return replace(attribution, source=nearest) if near else attribution


def _share_out(drawn: dict[Tagged, list[Tagged]], between: _Between) -> None:
    """A cue left without content takes one of a neighbour that has two."""
    for cue, own in drawn.items():
        if own:
            continue
        offered = [
            (between.cost(content, cue), content, other)
            for other, theirs in drawn.items()
            if len(theirs) > 1
            for content in theirs
        ]
        cost, content, other = min(offered, key=lambda offer: offer[0], default=(FURTHEST + 1, cue, cue))
        if cost <= FURTHEST:
            drawn[other].remove(content)
            own.append(content)


def _sources_of(anchors: Sequence[Tagged], sources: Sequence[Tagged], between: _Between) -> dict[Tagged, Tagged]:
    """Each cue's source (or each content's that has no cue): the nearest, which few share with another."""
    near: dict[Tagged, list[tuple[float, Tagged]]] = {}
    for anchor in anchors:
        costs = ((between.cost(source, anchor), source) for source in sources)
        near[anchor] = [(cost, source) for cost, source in costs if cost <= FURTHEST]
    found: dict[Tagged, Tagged] = {}
    taken: set[Tagged] = set()
    while offers := [
        (cost + SHARED * (source in taken), anchor, source)
        for anchor, own in near.items()
        if anchor not in found
        for cost, source in own
    ]:
        cost, anchor, source = min(offers, key=lambda offer: offer[0])
        if cost > FURTHEST:
            break
        found[anchor] = source
        taken.add(source)
    return found


class _Between:
    """What lies between two spans of an article, as a number of words. Counts up to each word make it quick to ask."""

    def __init__(self, words: Words, spans: Sequence[Tagged]) -> None:
        roles: list[str] = [""] * len(words)
        begins: list[str] = [""] * len(words)
        for span in spans:
            begins[span.first] = span.role
            roles[span.first : span.last + 1] = [span.role] * (span.last + 1 - span.first)
        self._free = _counts(not role for role in roles)
        self._cues = _counts(role == "cue" for role in begins)
        self._contents = _counts(role == "content" for role in begins)
        starts = [span.start for span in words.spans]
        self._paragraphs = _counts(_until(starts, (match.start() for match in re.finditer("\n", words.text))))
        text = _NO_STOP.sub(lambda match: "x" * len(match[0]), words.text)
        self._sentences = _counts(_until(starts, (match.end() - 1 for match in _STOP.finditer(text))))

    def cost(self, a: Tagged, b: Tagged) -> float:
        """How far apart two spans are; small for those that belong together."""
        before, after = (a, b) if a.first <= b.first else (b, a)
        first, end = before.last + 1, max(after.first, before.last + 1)
        if end - first > 4 * FURTHEST:
            return float("inf")
        cost = self._free[end] - self._free[first]
        cost += ANOTHER_CUE * (self._cues[end] - self._cues[first])
        cost += ANOTHER_SPAN * (self._contents[end] - self._contents[first])
        last = min(end + 1, len(self._free) - 1)
        if self._paragraphs[last] > self._paragraphs[first]:
            cost += PARAGRAPH_END
        if self._sentences[last] > self._sentences[first]:
            cost += SENTENCE_END
        return float(cost)


def _counts(values: Iterable[int]) -> list[int]:
    """How many of the values in front of each place count, and of all."""
    return [0, *accumulate(int(value) for value in values)]


def _until(starts: Sequence[int], places: Iterable[int]) -> list[int]:
    """For each word how many of the places lie in front of its beginning and behind that of the word before."""
    found = [0] * len(starts)
    for place in places:
        word = bisect_left(starts, place)
        if word < len(found):
            found[word] += 1
    return found
