"""Which stretches of a text are names, and of what: the model's finds, mended by titles and by the other occurrences."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from reader.analysis.decoding import NAMES, best_labels, spans_of
from reader.analysis.doc import Doc
from reader.analysis.edges import (
    ORGANISATION,
    PERSON,
    PLACE,
    SURE,
    Name,
    is_title,
    joined,
    lines_of,
    name_at,
    trimmed,
    with_initial,
    with_legal_form,
)
from reader.analysis.firstnames import gender_of
from reader.analysis.labels import ROLE_LABELS
from reader.analysis.lexicon import (
    COURTESY,
    FEMALE_TITLES,
    GENERIC_ORGANISATIONS,
    KIN,
    MALE_TITLES,
    OF_ORGANISATIONS,
    ORGANISATIONS,
    PLACE_NOUNS,
    PLACE_WORDS,
    REGIONS,
    ROLES,
    TITLES,
    countries,
)
from reader.article import EntityKind

_QUOTES = "\"'“”‘’«»„"
_JOINTS = frozenset("de la del van von der den bin ibn al el di da dos du le ter ten -".split())
"""What may stand between two words of a person's name."""
_OF_JOINTS = frozenset({"of", "&", "-"})
"""The same in what an organisation is of: "University of Hertfordshire"."""
_OF_PLACES = frozenset({"saint", "st", "general", "prince", "king", "queen", "princess"})
"""Titles that names of places and companies begin with as well: "St Albans", "General Motors"."""
_CALENDAR = frozenset(
    """
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday
    """.split()
)
_BEFORE_PLACES = frozenset("san santa st saint fort port lake mount new los las el cape south north".split())
"""What stands before a first name in names of places: "San Diego", "Port Elizabeth", "Lake Victoria"."""
_TITLE = 6.0
"""The weight of a title against the model's word, which counts as much as it is sure, once for each occurrence."""


def names_of(doc: Doc) -> list[Name]:
    """All names in the text, in order, none within another."""
    recognised = joined(doc, list(_recognised(doc)))
    found = _resolved_overlaps(
        [
            *_without_unsure(
                recognised,
                own := [*_first_named(doc), *_in_office(doc), *_by_ending(doc), *_by_beginning(doc), *_well_known(doc)],
            ),
            *own,
            *_titled(doc),
        ]
    )
    found = _typed(doc, found)
    return _resolved_overlaps([*found, *_propagated(doc, found)])


def _recognised(doc: Doc) -> Iterator[Name]:
    """The model's names, each trimmed to the name itself."""
    labels = best_labels(doc.reading.names, NAMES)
    for kind, first_word, last_word in spans_of(labels, NAMES):
        chosen = [doc.reading.names[i, labels[i]] for i in range(first_word, last_word + 1)]
        sureness = float(np.exp(np.mean(chosen)))
        for line in lines_of(doc, doc.token_of_word(first_word), doc.token_of_word(last_word)):
            bare = trimmed(doc, *line, EntityKind(kind))
            if bare is not None:
                first, last = bare
                if kind == PERSON.value:
                    first = with_initial(doc, first, last)
                elif kind == ORGANISATION.value:
                    last = with_legal_form(doc, last)
                yield replace(name_at(doc, first, last, EntityKind(kind)), sureness=sureness)


def _first_named(doc: Doc) -> Iterator[Name]:
    """A first name and one to three capitalised words behind it: a person, unless they end as an organisation does."""
    at = 0
    while at < len(doc):
        last = _name_end(doc, at, at_start=True) if _is_first_name(doc, at) else None
        words = {token.lower for token in doc.phrase(at, last)} if last is not None else set()
        if last is not None and last > at and not words & (GENERIC_ORGANISATIONS | PLACE_WORDS):
            yield replace(name_at(doc, at, last, PERSON), sureness=0.7)
            at = last
        at += 1


def _in_office(doc: Doc) -> Iterator[Name]:
    """Capitalised words behind a title such as "Captain": a person, where the model is not sure of something else."""
    for token in doc.tokens[:-1]:
        word = token.lower.rstrip(".")
        if word not in TITLES - COURTESY - _OF_PLACES or not token.is_capitalised:
            continue
        last = _name_end(doc, token.i + 1)
        if last is not None and doc[last].lower not in GENERIC_ORGANISATIONS | PLACE_WORDS:
            yield replace(name_at(doc, token.i + 1, last, PERSON), sureness=0.7)


def _is_first_name(doc: Doc, i: int) -> bool:
    """Whether a token is a first name: no month, and no part of a place's name such as "San Diego"."""
    token = doc[i]
    known = token.text.istitle() and token.lower not in TITLES | _CALENDAR and bool(gender_of(token.text))
    return known and not (i > 0 and doc[i - 1].lower.rstrip(".") in _BEFORE_PLACES and doc[i - 1].is_capitalised)


def _by_ending(doc: Doc) -> Iterator[Name]:
    """Capitalised words that end in a word for organisations: "Skerry Traders' Association"."""
    for token in doc:
        if not token.is_capitalised or token.lower not in GENERIC_ORGANISATIONS or token.text.isupper():
            continue
        first = token.i
        while first > 0 and not doc[first].opens_sentence and _may_go_before(doc, first - 1):
            first -= 1
        while first < token.i and not doc[first].may_be_named:
            first += 1
        if first < token.i:
            yield replace(name_at(doc, first, token.i, ORGANISATION), sureness=0.6, titled=False)


def _by_beginning(doc: Doc) -> Iterator[Name]:
    """A word for organisations and what it is of or for: "Church of Scientology", "Joint Council for the Welfare"."""
    for token in doc.tokens[:-2]:
        if not token.is_capitalised or token.lower not in OF_ORGANISATIONS or token.text.isupper():
            continue
        if doc[token.i + 1].lower not in {"of", "for"}:
            continue
        at = token.i + 2
        at += doc[at].lower == "the" and at + 1 < len(doc)
        last = _name_end(doc, at, joints=_OF_JOINTS)
        if last is None:
            continue
        first = token.i
        while first > 0 and not doc[first].opens_sentence and _may_go_before(doc, first - 1):
            first -= 1
        yield replace(name_at(doc, first, last, ORGANISATION), sureness=0.6)


def _may_go_before(doc: Doc, i: int) -> bool:
    owns = doc[i].text in {"'", "’"} and i > 0 and doc[i - 1].text.endswith("s")
    return owns or (doc[i].may_be_named and not is_title(doc[i]) and doc[i].lower not in _CALENDAR)


def _well_known(doc: Doc) -> Iterator[Name]:
    """Organisations that newspapers name often, capitalised inside a sentence."""
    for token in doc:
        if token.opens_sentence or not token.is_capitalised or (len(token.text) < 5 and not token.text.isupper()):
            continue
        if token.lower in ORGANISATIONS and not (token.i + 1 < len(doc) and doc[token.i + 1].may_be_named):
            yield replace(name_at(doc, token.i, token.i, ORGANISATION), sureness=0.5)


def _without_unsure(names: Sequence[Name], others: Sequence[Name]) -> list[Name]:
    """The model's names without those that it is unsure of, and that a rule finds longer or of another kind."""
    by_token = {i: name for name in others for i in range(name.first, name.last + 1)}
    kept = []
    for name in names:
        rivals = {by_token[i] for i in range(name.first, name.last + 1) if i in by_token}
        longer = [r for r in rivals if r.kind is not name.kind or r.last - r.first > name.last - name.first]
        if name.sureness > SURE or not longer:
            kept.append(name)
    return kept


def _titled(doc: Doc) -> Iterator[Name]:
    """Capitalised words behind a courtesy title are a person's name, whatever the model made of them."""
    for token in doc.tokens[:-1]:
        word = token.lower.rstrip(".")
        if word not in COURTESY or not (token.is_capitalised or word in {"mr", "mrs", "ms"}):
            continue
        first = token.i + 1
        if doc[first].text == "." and first + 1 < len(doc):
            first += 1
        while first + 1 < len(doc) and doc[first].lower.rstrip(".") in COURTESY:
            first += 1
        last = _name_end(doc, first)
        if last is None or doc[last].lower in GENERIC_ORGANISATIONS:
            continue
        gender = "m" if word in MALE_TITLES else "f" if word in FEMALE_TITLES else ""
        yield replace(name_at(doc, first, last, PERSON), gender=gender, titled=True)


def _name_end(doc: Doc, first: int, at_start: bool = False, joints: frozenset[str] = _JOINTS) -> int | None:
    """Where a name that begins at token `first` ends; None where none begins there, or (by default) a sentence does."""
    if first >= len(doc) or not doc[first].may_be_named or (doc[first].opens_sentence and not at_start):
        return None
    last = first
    while last + 1 < len(doc) and last - first < 4 and not doc[last + 1].opens_sentence:
        joins = doc[last + 1].lower in joints
        following = last + 2 if joins else last + 1
        if following >= len(doc) or not doc[following].may_be_named:
            break
        last = following
    return last


def _resolved_overlaps(names: Iterable[Name]) -> list[Name]:
    """Of names that overlap, the titled one counts, then the longer, then the earlier."""
    taken: set[int] = set()
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (not n.titled, n.first - n.last, n.first)):
        tokens = range(name.first, name.last + 1)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(name)
    return sorted(kept, key=lambda n: n.first)


def _typed(doc: Doc, names: list[Name]) -> list[Name]:
    """Each name with the kind that all its occurrences speak for; a titled one stays a person."""
    votes: defaultdict[str, Counter[EntityKind]] = defaultdict(Counter)
    for name in names:
        for kind, weight in _evidence(doc, name):
            votes[name.text.lower()][kind] += weight  # type: ignore[assignment]
    people = [name.text.lower().split() for name in names if name.kind is PERSON]
    surnames = {" ".join(own) for words in people if len(words) > 1 for own in (words[-1:], words[1:])}
    typed = []
    for name in names:
        counts = votes[name.text.lower()]
        rarer = name.kind not in {PERSON, ORGANISATION, PLACE}
        surname_too = name.text.lower() in surnames
        surname = surname_too and (rarer or not _is_located(doc, name))
        if surname:
            counts[PERSON] += 1.0 + rarer * counts[name.kind]  # type: ignore[assignment]
        best = max(counts, key=lambda kind: (counts[kind], kind is name.kind))
        known = surname or rarer or name.text.lower() in ORGANISATIONS
        located = name.kind is PLACE and surname_too and _is_behind_preposition(doc, name)
        sure = name.titled or located or (name.sureness > SURE and not known)
        typed.append(name if sure else replace(name, kind=best))
    return typed


def _is_located(doc: Doc, name: Name) -> bool:
    """Whether "in" or the like says that a name which is somebody's surname too is a place here."""
    return _is_behind_preposition(doc, name) or name.text.isupper()


def _is_behind_preposition(doc: Doc, name: Name) -> bool:
    return name.first > 0 and doc[name.first - 1].lower in {"in", "near", "to", "from", "at"}


def _evidence(doc: Doc, name: Name) -> Iterator[tuple[EntityKind, float]]:
    """What the name and its surroundings say of its kind, each with a weight."""
    words = name.text.lower().split()
    key = " ".join(words)
    before = doc[name.first - 1] if name.first else None
    behind = doc[name.last + 1] if name.last + 1 < len(doc) else None
    yield name.kind, name.sureness
    if name.kind in {EntityKind.WORK, EntityKind.EVENT} and _speaks(doc, name):
        yield ORGANISATION, 1.0
    if name.titled:
        yield PERSON, _TITLE
    if key in ORGANISATIONS and name.kind not in {PERSON, EntityKind.WORK}:
        yield ORGANISATION, 1.2
    elif len(words) > 1 and words[-1] in GENERIC_ORGANISATIONS:
        yield ORGANISATION, 0.6
    if key in countries() or key in REGIONS:
        yield PLACE, 0.6
    if name.kind is EntityKind.GROUP and len(words) == 1 and _is_acronym(doc, name):
        yield ORGANISATION, 0.7
    if len(words) > 1 and words[-1] in PLACE_WORDS:
        yield PLACE, 0.3
    if before is not None:
        if before.lower == "of" and name.first > 1 and doc[name.first - 2].lower in PLACE_NOUNS:
            yield PLACE, 1.0
        elif before.lower in KIN or (before.lower in ROLES and len(words) > 1):
            yield PERSON, 1.0
    if behind is not None and behind.text == "," and _role_follows(doc, name.last + 2):
        yield PERSON, 1.0
    if behind is not None and behind.text == "," and name.last + 3 < len(doc):
        number, comma = doc[name.last + 2], doc[name.last + 3]
        if comma.text == "," and number.text.isdigit() and len(number.text) == 2:
            yield PERSON, 1.5


def _is_acronym(doc: Doc, name: Name) -> bool:
    """Whether a name is a short word in capitals that stands out from the words around it."""
    around = [doc[i] for i in (name.first - 1, name.last + 1) if 0 <= i < len(doc)]
    return (
        1 < len(name.text) < 7 and name.text.isupper() and not any(len(t.text) > 1 and t.text.isupper() for t in around)
    )


def _speaks(doc: Doc, name: Name) -> bool:
    """Whether the model takes a name for part of a source of reported speech."""
    labels = doc.reading.roles[doc[name.first].first_word]
    return float(np.exp(labels[_SOURCE]).sum()) > 0.5


_SOURCE = [i for i, label in enumerate(ROLE_LABELS) if label.endswith("source")]


def _role_follows(doc: Doc, i: int) -> bool:
    """Whether an article and a role stand at token `i`: "the harbour master"."""
    if i + 1 >= len(doc) or doc[i].lower not in {"a", "an", "the", "its", "his", "her", "their"}:
        return False
    nouns = [token for token in doc.tokens[i + 1 : i + 4] if token.pos in {"NOUN", "ADJ", "PROPN"}]
    return any(token.lemma in ROLES for token in nouns)


def _propagated(doc: Doc, names: list[Name]) -> Iterator[Name]:
    """Every further place where a name that is known stands, and where a person's surname does."""
    known: dict[tuple[str, ...], EntityKind] = {}
    for name in names:
        words = tuple(token.text for token in doc.phrase(name.first, name.last))
        if words[0][:1].isupper():
            known.setdefault(words, name.kind)
        if name.kind is PERSON and len(words) > 1 and len(words[-1]) > 2 and words[-1][:1].isupper():
            known.setdefault(words[-1:], PERSON)
            known.setdefault(words[1:], PERSON)
    by_first: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in known:
        by_first[words[0]].append(words)
    taken = {i for name in names for i in range(name.first, name.last + 1)}
    for token in doc:
        if token.i in taken or token.text not in by_first:
            continue
        for words in sorted(by_first[token.text], key=len, reverse=True):
            last = token.i + len(words) - 1
            if last >= len(doc) or tuple(t.text for t in doc.phrase(token.i, last)) != words:
                continue
            if taken.isdisjoint(range(token.i, last + 1)) and not _says_otherwise(doc, token.i, last):
                yield replace(name_at(doc, token.i, last, known[words]), sureness=0.5)
                break


def _says_otherwise(doc: Doc, first: int, last: int) -> bool:
    """Whether the model is all but sure that there is no name: a common word at a sentence's beginning."""
    words = range(doc[first].first_word, doc[last].last_word + 1)
    none = float(np.exp(np.mean([doc.reading.names[i, 0] for i in words])))
    return none > 0.98 and doc[first].opens_sentence
