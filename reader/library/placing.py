"""Finding an anchor's passage again after the text has changed: exactly, then whatever its signs, then approximately.

The order of trials follows Hypothesis ("Fuzzy anchoring"): the position, the quotation with its surroundings, and the
nearest likeness. What is nearly as good in two places, or not like enough, is never taken for certain.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, Prefix

from reader.article import ORPHAN, Anchor, Placement, Span

LEAST_SCORE = 0.72
"""Words that are less like the passage are other words: it counts as gone."""
SURE_SCORE = 0.9
"""From this likeness on, one place without a rival is certain."""
RIVAL_SHARE = 0.93
"""A second place that is so nearly as good makes the first one a guess."""
SPEAKS_FOR_ITSELF_LETTERS = 24
"""A passage that long is found by its own words; a shorter one needs some of its surroundings too."""
SPEAKS_ANYWHERE_LETTERS = 120
"""So long a passage is certain even where everything around it is another."""
LEAST_AGREEMENT, CLEAR_LEAD = 0.3, 0.15
"""How much of its surroundings a short passage needs, and by how much the best of several places must lead."""
EDGE_LETTERS = 48
"""A long passage is found by its two ends, of so many letters, whatever came between them or went."""
MAX_GROWTH = 1.6
MAX_PLACES = 200
MAX_LETTERS = 200_000
"""A longer text is searched for exact words only: likeness would take too long."""
REFINED_WORDS, REFINED_REACH = 3, 80
EDGE_SIGNS = 10
CHANCE_SIMILARITY = 0.55
"""Any two lines of one language are so alike, letter by letter."""
EDGE_WEIGHT = 0.2
"""What it counts for an edge of a changed passage that its surroundings begin there."""


def place(anchor: Anchor, text: str) -> Placement:
    """Where the anchor's passage stands in `text` now, and how certain that is; ORPHAN where it stands no longer."""
    if _is_untouched(anchor, text):
        return Placement(Span(anchor.start, anchor.end), 1.0)
    folded = folded_text(text)
    letters = folded_text(anchor.exact).letters
    spans = [Span(at, at + len(anchor.exact)) for at in _standing(anchor, text)]
    taken = {span.start for span in spans}
    spans += [span for span in _standing_otherwise(anchor, text, folded, letters) if span.start not in taken]
    if spans:
        found = _best(anchor, text, folded, spans)
        if found.span is not None:
            return found
    if not letters:
        return ORPHAN
    if len(folded.letters) > MAX_LETTERS or len(letters) < 8:
        return ORPHAN
    return _approximate(anchor, text, folded, letters)


@dataclass(frozen=True)
class Folded:
    """The letters and digits of a text, without case, signs and spaces, each with its offset in the text."""

    letters: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The stretch of the text that holds the letters from `start` to `end`."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def index(self, offset: int) -> int:
        """How many letters stand before an offset."""
        return bisect_right(self.offsets, offset - 1)


def folded_text(text: str) -> Folded:
    """`text` as it is compared."""
    letters: list[str] = []
    offsets: list[int] = []
    for at, character in enumerate(text):
        plain = character if character.isascii() else unicodedata.normalize("NFKD", character)
        for part in plain.casefold():
            if part.isalnum():
                letters.append(part)
                offsets.append(at)
    return Folded("".join(letters), tuple(offsets))


def _is_untouched(anchor: Anchor, text: str) -> bool:
    before, after = max(0, anchor.start - len(anchor.prefix)), anchor.end + len(anchor.suffix)
    return (
        text[anchor.start : anchor.end] == anchor.exact
        and text[before : anchor.start] == anchor.prefix
        and text[anchor.end : after] == anchor.suffix
    )


def _occurrences(text: str, wanted: str) -> Iterator[int]:
    at, found = text.find(wanted) if wanted else -1, 0
    while at >= 0 and found < MAX_PLACES:
        yield at
        found += 1
        at = text.find(wanted, at + 1)


def _standing(anchor: Anchor, text: str) -> Iterator[int]:
    """Where the passage stands to the letter: whole words only, if it was whole words."""
    before, after = anchor.prefix[-1:] + anchor.exact[0], anchor.exact[-1] + anchor.suffix[:1]
    opens, closes = not before.isalnum() or len(before) == 1, not after.isalnum() or len(after) == 1
    at, found = text.find(anchor.exact), 0
    while at >= 0 and found < MAX_PLACES:
        end = at + len(anchor.exact)
        inside = opens and anchor.exact[0].isalnum() and text[at - 1 : at].isalnum()
        if not inside and not (closes and anchor.exact[-1].isalnum() and text[end : end + 1].isalnum()):
            yield at
            found += 1
        at = text.find(anchor.exact, at + 1)


def _standing_otherwise(anchor: Anchor, text: str, folded: Folded, letters: str) -> Iterator[Span]:
    """Where the passage's letters stand, whatever case, signs and spaces are between them: at the edges of words too."""
    opens = anchor.exact[:1].isalnum() and not anchor.prefix[-1:].isalnum()
    closes = anchor.exact[-1:].isalnum() and not anchor.suffix[:1].isalnum()
    at, found = folded.letters.find(letters) if letters else -1, 0
    while at >= 0 and found < MAX_PLACES:
        start, end = folded.span(at, at + len(letters))
        whole = not (opens and text[max(0, start - 1) : start].isalnum()) and not (
            closes and text[end : end + 1].isalnum()
        )
        if whole or len(letters) >= SPEAKS_FOR_ITSELF_LETTERS:
            yield _with_signs(text, Span(start, end), anchor.exact)
            found += 1
        at = folded.letters.find(letters, at + 1)


def _best(anchor: Anchor, text: str, folded: Folded, spans: list[Span]) -> Placement:
    """The best of the places where the passage's own words stand; ORPHAN where a short one stands among strangers."""
    ranked = sorted(
        ((_agreement(anchor, folded, span), -abs(span.start - anchor.start), span) for span in spans), reverse=True
    )
    agreement, _, span = ranked[0]
    letters = sum(character.isalnum() for character in anchor.exact)
    if letters < SPEAKS_FOR_ITSELF_LETTERS and agreement < LEAST_AGREEMENT:
        return ORPHAN
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    nearest = min(abs(other.start - anchor.start) for other in spans) == abs(span.start - anchor.start)
    clear = len(ranked) == 1 or agreement - second >= CLEAR_LEAD or (nearest and agreement == 1.0 > second)
    if letters < SPEAKS_ANYWHERE_LETTERS and agreement < LEAST_AGREEMENT:
        clear = False
    words = text[slice(*span)]
    alike = 1.0 if words == anchor.exact else max(SURE_SCORE, Indel.normalized_similarity(anchor.exact, words))
    return Placement(span, alike, clear)


def _agreement(anchor: Anchor, folded: Folded, span: Span) -> float:
    """How much of the anchor's surroundings stands around `span`: the better side counts twice.

    One side may be gone altogether, where a block before or behind the passage was taken away.
    """
    sides = [side for side in _sides(anchor, folded, span) if side is not None]
    return (2 * max(sides) + min(sides)) / 3 if sides else 1.0


def _sides(anchor: Anchor, folded: Folded, span: Span) -> tuple[float | None, float | None]:
    """How much of what stood before and behind the passage stands so around `span`; None where nothing stood."""
    start, end = folded.index(span.start), folded.index(span.end)
    prefix, suffix = folded_text(anchor.prefix).letters, folded_text(anchor.suffix).letters
    before, after = folded.letters[max(0, start - len(prefix)) : start], folded.letters[end : end + len(suffix)]
    return (
        _likeness(prefix[::-1], before[::-1]) if prefix else None,
        _likeness(suffix, after) if suffix else None,
    )


def _likeness(wanted: str, found: str) -> float:
    """How far `found` begins as `wanted` does, or how like it is as a whole beyond what any two texts share."""
    run = Prefix.similarity(wanted, found) / len(wanted)
    return max(run, (Indel.normalized_similarity(wanted, found) - CHANCE_SIMILARITY) / (1 - CHANCE_SIMILARITY))


def _with_signs(text: str, span: Span, exact: str) -> Span:
    """`span`, which goes from a letter to a letter, with as many signs around it as the passage had."""
    start, end = span
    before = next((i for i, character in enumerate(exact) if character.isalnum()), 0)
    after = next((i for i, character in enumerate(reversed(exact)) if character.isalnum()), 0)
    while before and start and not text[start - 1].isalnum() and not text[start - 1].isspace():
        start, before = start - 1, before - 1
    while after and end < len(text) and not text[end].isalnum() and not text[end].isspace():
        end, after = end + 1, after - 1
    return Span(start, end)


def _approximate(anchor: Anchor, text: str, folded: Folded, letters: str) -> Placement:
    """The place whose words are most like the passage's."""
    found = _by_ends(folded, letters, anchor)
    start, end, score = found or _window(folded.letters, letters)
    if score < LEAST_SCORE:
        return ORPHAN
    span = _refined(text, folded, folded.span(start, end), anchor)
    score = Indel.normalized_similarity(letters, folded_text(text[slice(*span)]).letters)
    if score < LEAST_SCORE:
        return ORPHAN
    agreement = _agreement(anchor, folded, span)
    if len(letters) < SPEAKS_FOR_ITSELF_LETTERS and agreement < LEAST_AGREEMENT:
        return ORPHAN
    rival = _rival(folded.letters, letters, start, end)
    return Placement(span, score, score >= SURE_SCORE and agreement >= LEAST_AGREEMENT and rival < RIVAL_SHARE * score)


def _window(text: str, letters: str) -> tuple[int, int, float]:
    """The stretch of `text` that is most like `letters`, and how like it is."""
    if len(text) <= len(letters):
        return 0, max(1, len(text)), Indel.normalized_similarity(letters, text) if text else 0.0
    found = fuzz.partial_ratio_alignment(letters, text)
    if found is None or found.dest_end <= found.dest_start:
        return 0, 1, 0.0
    return found.dest_start, found.dest_end, found.score / 100


def _by_ends(folded: Folded, letters: str, anchor: Anchor) -> tuple[int, int, float] | None:
    """A long passage from where it begins to where it ends; None where it is short, or has lost an end."""
    if len(letters) < 3 * EDGE_LETTERS:
        return None
    text, head, tail = folded.letters, letters[:EDGE_LETTERS], letters[-EDGE_LETTERS:]
    starts, ends = list(_occurrences(text, head)), [at + EDGE_LETTERS for at in _occurrences(text, tail)]
    pairs = [
        (abs((end - start) - len(letters)), abs(folded.offsets[start] - anchor.start), start, end)
        for start in starts
        for end in ends
        if EDGE_LETTERS < end - start <= MAX_GROWTH * len(letters)
    ]
    if not pairs:
        return None
    _, _, start, end = min(pairs)
    return start, end, Indel.normalized_similarity(letters, text[start:end])


def _rival(text: str, letters: str, start: int, end: int) -> float:
    """How like the passage the best other stretch of `text` is."""
    rest = (text[:start], text[end:])
    return max((_window(part, letters)[2] for part in rest if len(part) >= len(letters) // 2), default=0.0)


def _refined(text: str, folded: Folded, span: Span, anchor: Anchor) -> Span:
    """`span` with its edges at words, moved where that makes it more like the passage or its surroundings begin."""
    starts = {span.start, *_word_edges(text, span.start, _STARTS), *_after_prefix(text, folded, span, anchor)}
    ends = {span.end, *_word_edges(text, span.end, _ENDS), *_before_suffix(text, folded, span, anchor)}
    edges = {at: _sides(anchor, folded, Span(at, at))[0] or 0.0 for at in starts}
    edges_after = {at: _sides(anchor, folded, Span(at, at))[1] or 0.0 for at in ends}

    def worth(candidate: Span) -> tuple[float, int]:
        start, end = candidate
        alike = Indel.normalized_similarity(anchor.exact, text[start:end])
        moved = abs(start - span.start) + abs(end - span.end)
        return alike + EDGE_WEIGHT * (edges[start] + edges_after[end]), -moved

    return max((Span(start, end) for start in starts for end in ends if start < end), key=worth)


def _after_prefix(text: str, folded: Folded, span: Span, anchor: Anchor) -> list[int]:
    """Where what stood before the passage ends, near `span`'s start."""
    wanted = folded_text(anchor.prefix).letters[-EDGE_SIGNS:]
    low = max(0, folded.index(span.start) - len(anchor.exact))
    at = folded.letters.find(wanted, low, folded.index(span.end)) if len(wanted) == EDGE_SIGNS else -1
    if at < 0 or at + EDGE_SIGNS >= len(folded.letters):
        return []
    start = folded.offsets[at + EDGE_SIGNS]
    return [_with_signs(text, Span(start, start + 1), anchor.exact).start]


def _before_suffix(text: str, folded: Folded, span: Span, anchor: Anchor) -> list[int]:
    """Where what stood behind the passage begins, near `span`'s end."""
    wanted = folded_text(anchor.suffix).letters[:EDGE_SIGNS]
    high = folded.index(span.end) + len(anchor.exact)
    at = folded.letters.find(wanted, folded.index(span.start), high) if len(wanted) == EDGE_SIGNS else -1
    if at <= 0:
        return []
    end = folded.offsets[at - 1] + 1
    return [_with_signs(text, Span(end - 1, end), anchor.exact).end]


_STARTS = re.compile(r"(?<!\S)(?=\S)")
_ENDS = re.compile(r"(?<=\S)(?!\S)")


def _word_edges(text: str, near: int, edge: re.Pattern[str]) -> list[int]:
    """The edges of words nearest to an offset."""
    low = max(0, near - REFINED_REACH)
    found = [match.start() for match in edge.finditer(text, low, min(len(text), near + REFINED_REACH))]
    return sorted(found, key=lambda at: abs(at - near))[: 2 * REFINED_WORDS]
