"""Where a text reports speech or thought: a reporting verb (or "according to"), its source, and the clause it takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from reader.analysis.cues import CLAUSE_ONLY_WITH_THAT, CUES, DENYING, MANNER, NAMING, SAYING, THINKING
from reader.analysis.descriptors import Stretch
from reader.analysis.entities import Naming
from reader.analysis.sources import source_of

_CONTENTS = frozenset({"ccomp", "xcomp", "pcomp"})
_NON_REPORTING_SUBJECTS = frozenset({"i", "you", "we", "it", "there", "who", "which", "that", "this"})
_WITH_INFINITIVE = frozenset("promise vow pledge threaten hope claim agree deny swear urge tell ask demand".split())


@dataclass(frozen=True)
class Report:
    """One act of reporting: `cue` and `content` as first and last token; no `content` where quoted words alone are it.

    `strength`, from 0 to 1, says how surely the words report anything.
    """

    verb: Token
    cue: Stretch
    source: Span | None
    content: Stretch | None
    strength: float


def reports_of(doc: Doc, quoted: frozenset[int], naming: Naming) -> list[Report]:
    """All reports of the text, in order. `quoted` are the tokens between quotation marks; no report begins there."""
    found = [*_by_verbs(doc, quoted, naming), *_according_to(doc, quoted)]
    return sorted(found, key=lambda report: report.verb.i)


def _by_verbs(doc: Doc, quoted: frozenset[int], naming: Naming) -> Iterator[Report]:
    for token in doc:
        if (
            token.i in quoted
            or token.pos_ not in {"VERB", "AUX"}
            or token.lemma_.lower() not in CUES
            or token.ent_type_
        ):
            continue
        if token.dep_ in {"amod", "compound"} or (token.dep_ == "aux"):
            continue
        source = source_of(token, quoted, naming)
        if source is not None and source.root.lower_ in _NON_REPORTING_SUBJECTS - {"it", "who"}:
            source = None if source.root.lower_ in {"there", "this", "that", "which"} else source
        content = _content(token, source)
        yield Report(token, _cue_stretch(token), source, content, _strength(token, source, content))


def _cue_stretch(verb: Token) -> Stretch:
    """The verb with its particle: "pointed out"; auxiliaries stay outside."""
    particle = next((child for child in verb.children if child.dep_ == "prt" and child.i == verb.i + 1), None)
    return (verb.i, particle.i) if particle is not None else (verb.i, verb.i)


def _content(verb: Token, source: Span | None) -> Stretch | None:
    """The clause that the verb reports; for denials a gerund or noun too."""
    lemma = verb.lemma_.lower()
    if lemma in MANNER:
        return None
    clause = next((child for child in verb.children if child.dep_ in _CONTENTS and _is_reported(verb, child)), None)
    if clause is None and lemma in DENYING:
        clause = next(
            (child for child in verb.children if child.dep_ in {"dobj", "xcomp", "pcomp"} and child.i > verb.i), None
        )
    if clause is None:
        return None
    return _stretch(clause, verb, source)


def _is_reported(verb: Token, clause: Token) -> bool:
    lemma = verb.lemma_.lower()
    if lemma in NAMING:
        return False
    has_that = any(child.dep_ == "mark" and child.lower_ in {"that", "whether", "if"} for child in clause.children)
    has_subject = any(child.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} for child in clause.children)
    if lemma in CLAUSE_ONLY_WITH_THAT:
        return has_that
    if clause.dep_ == "xcomp":
        return lemma in {
            "promise",
            "vow",
            "pledge",
            "threaten",
            "hope",
            "claim",
            "agree",
            "deny",
            "swear",
            "urge",
            "tell",
            "ask",
            "demand",
        }
    return has_that or has_subject or lemma in DENYING


def _stretch(clause: Token, verb: Token, source: Span | None) -> Stretch | None:
    """The clause's words on its side of the verb, its "that" included, without the source and outer commas."""
    doc = verb.doc
    tokens = sorted(t.i for t in clause.subtree if not t.is_space)
    tokens = [i for i in tokens if i < _next_report(clause, verb)]
    if clause.i > verb.i:
        tokens = [i for i in tokens if i > verb.i and (source is None or not source.start <= i < source.end)]
    else:
        limit = min(verb.i, source.start if source is not None and source.start > clause.i else verb.i)
        tokens = [i for i in tokens if i < limit]
    if not tokens:
        return None
    first, last = tokens[0], tokens[-1]
    while first < last and doc[first].is_punct and doc[first].text not in "“\"‘'«„":
        first += 1
    while last > first and doc[last].is_punct and doc[last].text not in "”\"’'»%":
        last -= 1
    return first, last


def _next_report(clause: Token, verb: Token) -> int:
    """Where the clause gives way to the next act of reporting by the same source: ", adding …", "and called …"."""
    cuts = []
    for token in clause.subtree:
        reporting = (
            token.i > clause.i > verb.i and token.pos_ == "VERB" and token.lemma_.lower() in SAYING | NAMING | DENYING
        )
        if not reporting or any(child.dep_ in {"nsubj", "nsubjpass"} and child.i < token.i for child in token.children):
            continue
        before = token.nbor(-1)
        if (before.dep_ == "cc" and token.dep_ == "conj") or (before.text == "," and token.tag_ == "VBG"):
            cuts.append(before.i)
    return min(cuts, default=len(clause.doc))


def _strength(verb: Token, source: Span | None, content: Stretch | None) -> float:
    lemma = verb.lemma_.lower()
    strength = 0.55 if lemma in THINKING else 0.85
    if source is None:
        strength -= 0.3
    elif source.root.lower_ in _NON_REPORTING_SUBJECTS:
        strength -= 0.35
    if any(child.dep_ == "neg" for child in verb.children):
        strength -= 0.15
    if content is None:
        strength -= 0.1
    return max(0.05, strength)


def _according_to(doc: Doc, quoted: frozenset[int]) -> Iterator[Report]:
    for token in doc[:-1]:
        if token.lower_ != "according" or token.nbor(1).lower_ != "to" or token.i in quoted:
            continue
        to = token.nbor(1)
        head = next((t for t in (*to.children, *token.children) if t.dep_ == "pobj"), None)
        if head is None:
            continue
        tokens = [t.i for t in head.subtree if t.i > to.i and t.i not in quoted]
        source = doc[min(tokens) : max(tokens) + 1] if tokens else doc[head.i : head.i + 1]
        sentence = [t for t in token.sent if not t.is_space]
        before = [t.i for t in sentence if t.i < token.i]
        behind = [t.i for t in sentence if t.i >= source.end]
        content = _ends_trimmed(doc, before if len(before) > 3 else behind)
        yield Report(token, (token.i, to.i), source, content, 0.8)


def _ends_trimmed(doc: Doc, tokens: list[int]) -> Stretch | None:
    while tokens and doc[tokens[0]].is_punct and doc[tokens[0]].text not in '“"‘':
        tokens = tokens[1:]
    while tokens and doc[tokens[-1]].is_punct and doc[tokens[-1]].text not in '”"’':
        tokens = tokens[:-1]
    return (tokens[0], tokens[-1]) if tokens else None
