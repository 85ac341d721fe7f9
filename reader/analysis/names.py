"""Which stretches of a text are names, and of what: spaCy's finds, mended by what stands around them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from reader.analysis.lexicon import (
    COURTESY,
    EVENT_WORDS,
    FEMALE_TITLES,
    GENERIC_ORGANISATIONS,
    KIN,
    LOCATIVES,
    MALE_TITLES,
    ORGANISATIONS,
    PLACE_NOUNS,
    PLACE_WORDS,
    ROLES,
    TITLES,
    countries,
    places,
)
from reader.article import EntityKind

PERSON, ORGANISATION, PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE
_KINDS = {
    "PERSON": PERSON,
    "ORG": ORGANISATION,
    "GPE": PLACE,
    "LOC": PLACE,
    "FAC": PLACE,
    "NORP": EntityKind.GROUP,
    "EVENT": EntityKind.EVENT,
    "WORK_OF_ART": EntityKind.WORK,
}
_QUOTES = "\"'“”‘’«»„"
_JOINTS = frozenset("de la del van von der den bin ibn al el di da dos du le ter ten -".split())
"""What may stand between two words of a person's name."""


@dataclass(frozen=True)
class Name:
    """A name as it stands at tokens [first, last]; `gender` ("m", "f") is what a title before it says."""

    first: int
    last: int
    text: str
    kind: EntityKind
    gender: str = ""
    titled: bool = False


def names_of(doc: Doc) -> list[Name]:
    """All names in the text, in order, none within another, each name of one kind unless a title sets it apart."""
    found = _resolved_overlaps([*_recognised(doc), *_titled(doc), *_said_by(doc)])
    found = _typed(doc, found)
    return _resolved_overlaps([*found, *_propagated(doc, found)])


def _recognised(doc: Doc) -> Iterator[Name]:
    """spaCy's names, trimmed to the name itself."""
    for ent in doc.ents:
        kind = _KINDS.get(ent.label_)
        if kind is None:
            continue
        for line in _lines(doc, ent.start, ent.end - 1):
            trimmed = _trimmed(doc, *line, kind)
            if trimmed is None:
                continue
            first, last = trimmed
            if last - first == 2 and _ends_a_role(doc, first):
                yield _name(doc, first, first, PLACE)
                yield replace(_name(doc, first + 1, last, PERSON), titled=True)
            else:
                yield _name(doc, first, last, kind)


def _ends_a_role(doc: Doc, i: int) -> bool:
    """Whether token `i` is the country in a role before a name: "ambassador to the US Jane Roe"."""
    if doc[i].lower_ not in countries():
        return False
    before = i - 1 - (doc[i - 1].lower_ == "the")
    return before > 0 and doc[before].lower_ in {"to", "of", "for", "at"} and doc[before - 1].lower_ in ROLES


def _lines(doc: Doc, first: int, last: int) -> Iterator[tuple[int, int]]:
    """A stretch cut at line breaks."""
    start = first
    for i in range(first, last + 1):
        if doc[i].is_space:
            if i > start:
                yield start, i - 1
            start = i + 1
    if start <= last:
        yield start, last


def _trimmed(doc: Doc, first: int, last: int, kind: EntityKind) -> tuple[int, int] | None:
    """The stretch without articles, titles, roles, possessives and marks at its ends; None where no name is left."""
    while first <= last and (
        doc[first].lower_ in {"the", "a", "an"}
        or doc[first].is_punct
        or doc[first].text in _QUOTES
        or (kind is PERSON and last > first and _is_title(doc[first]))
    ):
        first += 1
    owner = next((i for i in range(first + 1, last) if _owns(doc[i])), last + 1)
    last = owner - 1
    while last >= first and (
        doc[last].lower_ in {"'s", "’s", "'", "’"} or (doc[last].is_punct and doc[last].text != ")")
    ):
        last -= 1
    if first > last or not any(token.text[:1].isupper() for token in doc[first : last + 1]):
        return None
    alone = doc[first]
    common = first == last and alone.pos_ in {"NOUN", "VERB", "ADJ", "ADV"}
    if common and (alone.is_sent_start or alone.tag_ == "NNS") and kind not in {EntityKind.GROUP, EntityKind.WORK}:
        return None
    if kind is PERSON and any(character.isdigit() for character in doc[first : last + 1].text):
        return None
    return first, last


def _owns(token: Token) -> bool:
    """Whether a possessive mark ends a name: what is owned is printed small ("Ann Vane's bridge")."""
    return token.lower_ in {"'s", "’s"} and token.nbor(1).text[:1].islower()


def _is_title(token: Token) -> bool:
    return token.lower_.rstrip(".") in TITLES or (token.lower_ in ROLES and token.text[:1].isupper())


def _titled(doc: Doc) -> Iterator[Name]:
    """Capitalised words behind a courtesy title or a role are a person's name, whatever spaCy made of them."""
    for token in doc[:-1]:
        word = token.lower_.rstrip(".")
        courtesy = word in COURTESY or (word in TITLES and token.text[:1].isupper())
        if not courtesy and token.lower_ not in ROLES and token.lower_ not in KIN:
            continue
        first = token.i + 1
        if doc[first].text == "." and word in COURTESY and first + 1 < len(doc):
            first += 1
        last = _name_end(doc, first)
        if last is None or (not courtesy and last == first and token.lower_ not in KIN):
            continue
        if doc[last].lower_ in GENERIC_ORGANISATIONS or (not courtesy and doc[first].ent_type_ in {"DATE", "NORP"}):
            continue
        while first < last and _is_title(doc[first]):
            first += 1
        gender = "m" if word in MALE_TITLES else "f" if word in FEMALE_TITLES else ""
        yield replace(_name(doc, first, last, PERSON), gender=gender, titled=True)


def _said_by(doc: Doc) -> Iterator[Name]:
    """Two or three capitalised words that speak are a person's name, unless they end as an organisation's does."""
    for token in doc:
        if token.dep_ != "nsubj" or token.head.lemma_ not in {"say", "tell", "add", "ask", "explain", "tweet", "write"}:
            continue
        first = token.i
        while first > 0 and _is_name_word(doc[first - 1]) and not _is_title(doc[first - 1]):
            first -= 1
        if 1 <= token.i - first <= 3 and _is_name_word(token) and doc[first].text[:1].isupper():
            words = {word.lower_ for word in doc[first : token.i + 1]}
            if (
                not words & (GENERIC_ORGANISATIONS | PLACE_WORDS)
                and token.text[:1].isupper()
                and not token.text.isupper()
            ):
                yield replace(
                    _name(doc, first, token.i, PERSON), titled=doc[first : token.i + 1].text.lower() not in places()
                )


def _name_end(doc: Doc, first: int) -> int | None:
    """Where a name that begins at token `first` ends; None where none begins there."""
    if first >= len(doc) or not _is_name_word(doc[first]) or doc[first].is_sent_start:
        return None
    last = first
    while last + 1 < len(doc) and last - first < 4 and not doc[last + 1].is_sent_start:
        joins = doc[last + 1].lower_ in _JOINTS
        following = last + 2 if joins else last + 1
        if following >= len(doc) or not _is_name_word(doc[following]):
            break
        last = following
    return last


def _is_name_word(token: Token) -> bool:
    return (
        token.text[:1].isupper()
        and token.text[:1].isalpha()
        and token.ent_type_ not in {"DATE", "TIME"}
        and not token.is_stop
    )


def _name(doc: Doc, first: int, last: int, kind: EntityKind) -> Name:
    span = doc[first : last + 1]
    before = doc[first - 1] if first else None
    word = before.lower_.rstrip(".") if before is not None else ""
    if word == "" and first > 1 and doc[first - 1].text == ".":
        word = doc[first - 2].lower_
    gender = "m" if word in MALE_TITLES else "f" if word in FEMALE_TITLES else ""
    return Name(first, last, span.text, PERSON if word in COURTESY else kind, gender, word in COURTESY)


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
            votes[name.text.lower()][kind] += weight
    people = [name for name in names if name.kind is PERSON and (name.titled or " " in name.text)]
    surnames = {name.text.lower().split()[-1] for name in people}
    typed = []
    for name in names:
        key = name.text.lower()
        counts = votes[key]
        if key in surnames:
            counts[PERSON] += 3
        best = max(counts, key=lambda kind: (counts[kind], kind is name.kind))
        typed.append(name if name.titled else replace(name, kind=best))
    return typed


def _evidence(doc: Doc, name: Name) -> Iterator[tuple[EntityKind, int]]:
    """What the name and its surroundings say of its kind, each with a weight."""
    words = name.text.lower().split()
    key = " ".join(words)
    before = doc[name.first - 1] if name.first else None
    behind = doc[name.last + 1] if name.last + 1 < len(doc) else None
    yield name.kind, 2
    if name.titled:
        yield PERSON, 6
    if key in ORGANISATIONS:
        yield ORGANISATION, 9
    elif words[-1] in GENERIC_ORGANISATIONS or (words[0] in GENERIC_ORGANISATIONS and len(words) > 1):
        yield ORGANISATION, 7
    if key in countries():
        yield PLACE, 9
    elif key in places():
        yield PLACE, 3
    if len(words) > 1 and words[-1] in PLACE_WORDS:
        yield PLACE, 4
    if len(words) > 1 and (words[-1] in EVENT_WORDS or words[0] in EVENT_WORDS):
        yield EntityKind.EVENT, 4
    if before is not None:
        of_place = before.lower_ == "of" and name.first > 1 and doc[name.first - 2].lower_ in PLACE_NOUNS
        if of_place:
            yield PLACE, 7
        elif before.lower_ in LOCATIVES and not (behind is not None and behind.lower_ in {"'s", "’s"}):
            yield PLACE, 3
        if before.lower_ in KIN:
            yield PERSON, 6
        elif before.lower_ in ROLES and len(words) > 1:
            yield PERSON, 5
    if behind is not None and behind.text == "," and name.last + 3 < len(doc):
        number, comma = doc[name.last + 2], doc[name.last + 3]
        if number.like_num and comma.text == "," and number.text.isdigit() and len(number.text) == 2:
            yield PERSON, 7


def _propagated(doc: Doc, names: list[Name]) -> Iterator[Name]:
    """Every further place where a name that is known stands, and where a person's surname does."""
    known: dict[tuple[str, ...], EntityKind] = {}
    for name in names:
        words = tuple(token.text for token in doc[name.first : name.last + 1])
        known.setdefault(words, name.kind)
        if name.kind is PERSON and len(words) > 1 and len(words[-1]) > 2:
            known.setdefault(words[-1:], PERSON)
    by_first: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in known:
        by_first[words[0]].append(words)
    taken = {i for name in names for i in range(name.first, name.last + 1)}
    for token in doc:
        if token.i in taken or token.text not in by_first or token.ent_type_ in {"DATE", "TIME"}:
            continue
        for words in sorted(by_first[token.text], key=len, reverse=True):
            span = doc[token.i : token.i + len(words)]
            if (
                tuple(t.text for t in span) == words
                and taken.isdisjoint(range(span.start, span.end))
                and words[0][:1].isupper()
            ):
                yield _name(doc, span.start, span.end - 1, known[words])
                break
