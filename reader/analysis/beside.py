"""The words beside a quotation that say whose it is: behind it ("…," said Ann Vane), or in front (Vane said: "…")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from reader.analysis.cues import CLAUSE_ONLY_WITH_THAT, CUES, NAMING
from reader.analysis.descriptors import Stretch
from reader.analysis.entities import Naming
from reader.analysis.reports import Report

REACH_TOKENS = 28
CLOSE_TOKENS = 8
"""So far a cue may stand behind a quotation that ends in a full stop."""
_SPEECH_ENDS = frozenset({".", "!", "?", ":", ";"})


@dataclass(frozen=True)
class Beside:
    """A report beside a quotation; `close` where nothing but punctuation lies between; `until` its last token."""

    verb: int
    cue: Stretch
    source: Span | None
    content: Stretch | None
    strength: float
    after: bool
    close: bool
    until: int


def behind(doc: Doc, quotation: Stretch, reports: Sequence[Report], limit: int, naming: Naming) -> Beside | None:
    """The report right behind a quotation, in the same sentence: verb and source in either order."""
    at = quotation[1] + 1
    while at < limit and doc[at].text in {",", "-", "–", "—"}:
        at += 1
    if (
        at >= limit
        or doc[at].is_space
        or doc[at].is_punct
        or doc[at].dep_ == "cc"
        or doc[at].lower_ in {"that", "which"}
    ):
        return None
    end = at
    while end < limit and end - at < REACH_TOKENS and not doc[end].is_space and doc[end].text not in _SPEECH_ENDS:
        end += 1
    by_verb = {report.verb.i: report for report in reports}
    for i in range(at, end):
        report = by_verb.get(i)
        if report is None:
            continue
        if report.verb.lemma_.lower() in NAMING:
            return None
        source = report.source
        if source is None or source.start < at or source.end > end:
            source = _by_position(doc, at, i, end, naming)
        if source is None:
            return None
        first = min(i, source.start)
        if i - at > CLOSE_TOKENS and _is_finished(doc, quotation, at):
            return None
        if any(doc[j].dep_ in {"mark"} or doc[j].text == "," for j in range(at, first)) and first - at > 3:
            return None
        return Beside(i, report.cue, source, None, 0.95 if source.start - at <= 3 else 0.85, True, True, end - 1)
    return None


def _is_finished(doc: Doc, quotation: Stretch, at: int) -> bool:
    """Whether the quotation ends its sentence, so that what stands behind it begins another."""
    last = quotation[1]
    while last > quotation[0] and doc[last].text in "”“\"'’»«":
        last -= 1
    return doc[last].text == "." and doc[at].text[:1].isupper()


def _by_position(doc: Doc, at: int, verb: int, end: int, naming: Naming) -> Span | None:
    """The source by where it stands: all between quotation and verb, or the noun phrase behind the verb."""
    if verb > at:
        first, last = at, verb - 1
        while last > first and doc[last].pos_ in {"ADV", "AUX", "PART"}:
            last -= 1
        return doc[first : last + 1] if _can_speak(doc[first : last + 1], naming) else None
    last = verb + 1
    if last >= end:
        return None
    while (
        last + 1 < end
        and doc[last + 1].text != ","
        and doc[last + 1].pos_ not in {"ADP", "SCONJ", "VERB", "AUX", "CCONJ"}
    ):
        last += 1
    phrase = doc[verb + 1 : last + 1]
    return phrase if _can_speak(phrase, naming) else None


def _can_speak(phrase: Span, naming: Naming) -> bool:
    return any(token.pos_ in {"PROPN", "NOUN", "PRON"} or naming.covers(token) for token in phrase)


def in_front(doc: Doc, quotation: Stretch, reports: Sequence[Report]) -> Beside | None:
    """The report in front of a quotation, in the same sentence: the nearest one that can reach it."""
    start = quotation[0]
    low = start
    while low > 0 and start - low < REACH_TOKENS * 2 and not is_break(doc, low - 1, start):
        low -= 1
    candidates = [report for report in reports if low <= report.verb.i < start and report.cue[1] < start]
    for report in reversed(candidates):
        lead = doc[start - 1]
        if report.verb.lemma_.lower() in CLAUSE_ONLY_WITH_THAT and report.content is None and lead.text != ":":
            continue
        close = lead.text in {",", ":"} and start - report.cue[1] <= 12
        inside = report.content is not None and report.content[0] <= start <= report.content[1] + 1
        adjacent = start - report.cue[1] <= 2
        naming = report.verb.lemma_.lower() in NAMING and start - report.cue[1] <= 14
        taken = _heads(report.verb, doc[start])
        if not (close or inside or adjacent or naming or taken):
            continue
        strength = report.strength if inside or close or adjacent or naming else report.strength - 0.15
        return Beside(report.verb.i, report.cue, report.source, report.content, strength, False, close, start - 1)
    return None


def is_break(doc: Doc, i: int, start: int) -> bool:
    """Whether a sentence ends at token `i`, before the quotation: a stop, or a line's end."""
    token = doc[i]
    if token.is_space and "\n" in token.text:
        return True
    following = doc[i + 1] if i + 1 < start else None
    return token.text in {".", "!", "?"} and (following is None or following.text[:1].isupper() or following.is_space)


def _heads(verb: Token, token: Token) -> bool:
    """Whether the quotation's first word hangs on the verb, with no other reporting verb between."""
    node = token
    for _ in range(12):
        if node.head is node:
            return False
        node = node.head
        if node is verb or node.i == verb.i:
            return True
        if node.pos_ == "VERB" and node.lemma_.lower() in CUES:
            return False
    return False
