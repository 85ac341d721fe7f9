"""Where a name begins and ends: without titles, articles and marks, with its initials, its "of" and its "Inc."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.analysis.doc import Doc, Token
from reader.analysis.lexicon import COURTESY, FEMALE_TITLES, MALE_TITLES, PLACE_WORDS, ROLES, TITLES
from reader.article import EntityKind

PERSON, ORGANISATION, PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE
_NOBODY = frozenset("nobody everybody somebody anybody everyone someone anyone none".split())
_LABELS = frozenset("image images photo photos photograph picture video audio credit caption file source note".split())
"""What stands before a colon at a picture or a remark, and names nobody: "Image: Ann Vane"."""
_BEHIND_NAMES = frozenset("qc kc sc mp mep jr sr phd md obe cbe mbe".split())
"""What stands behind a person's name and a comma, and is nobody."""
_PARTY = re.compile(r"[DRI]-[A-Z]")
"""A politician's party and state or town, and nobody: "D-Ellsford"."""
_LEGAL_FORMS = frozenset("inc ltd llc corp co plc lp llp l.p. s.a. n.v. bros".split())
SURE = 0.9
"""Where the model is surer than this of one occurrence, the others do not outvote it."""


@dataclass(frozen=True)
class Name:
    """A name as it stands at tokens [first, last]; `gender` ("m", "f") is what a title before it says.

    `sureness` is the model's, from 0 to 1; `titled` says that a title before it makes it a person; `outside` that it
    stands in the headline, a caption or the byline, and its tokens are none of the text's.
    """

    first: int
    last: int
    text: str
    kind: EntityKind
    gender: str = ""
    titled: bool = False
    sureness: float = 1.0
    outside: bool = False


def joined(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """The names, a word for a place with the place's own name behind it as one: "River Tarrow"."""
    joined: list[Name] = []
    for name in names:
        before = joined[-1] if joined else None
        beside = before is not None and name.kind is before.kind is PLACE and before.last + 1 == name.first
        district = beside and name.text in {"D.C.", "DC", "D.C"}
        first_name = (
            before is not None
            and before.kind is EntityKind.GROUP
            and name.kind is PERSON
            and name.first == name.last
            and before.last + 1 == name.first
            and before.sureness < SURE
        )
        if before is not None and beside and (district or before.text.lower() in PLACE_WORDS):
            joined[-1] = name_at(doc, before.first, name.last, PLACE)
        elif before is not None and first_name:
            joined[-1] = replace(name_at(doc, before.first, name.last, PERSON), sureness=name.sureness)
        else:
            joined.append(name)
    return joined


def lines_of(doc: Doc, first: int, last: int) -> Iterator[tuple[int, int]]:
    """A stretch cut at line breaks."""
    start = first
    for i in range(first, last + 1):
        if doc[i].is_break:
            if i > start:
                yield start, i - 1
            start = i + 1
    if start <= last:
        yield start, last


def trimmed(doc: Doc, first: int, last: int, kind: EntityKind) -> tuple[int, int] | None:
    """The stretch without articles, titles, possessives and marks at its ends; None where no name is left."""
    while first <= last and (
        doc[first].lower in {"the", "a", "an"}
        or doc[first].is_mark
        or (kind is PERSON and last > first and is_title(doc[first]))
    ):
        first += 1
    while last >= first and (
        doc[last].lower in {"'s", "’s", "'", "’"} or (doc[last].is_mark and doc[last].text not in {")", "."})
    ):
        last -= 1
    while last >= first and doc[last].lower in _LABELS and last + 1 < len(doc) and doc[last + 1].text == ":":
        last -= 1
    alone = doc[first] if first == last else None
    if alone is not None and (
        alone.lower.rstrip(".") in COURTESY
        or alone.tag in {"PRP", "PRP$"}
        or alone.lower in _NOBODY
        or len(alone.text) == 1
        or (alone.text.isdigit() and first > 0 and doc[first - 1].text in {"'", "’", "‘"})
        or (alone.lower in _BEHIND_NAMES and first > 0 and doc[first - 1].text == ",")
    ):
        return None
    if 0 < first <= last and doc[first - 1].text in {"(", ","} and _PARTY.match(doc.phrase(first, last).text):
        return None
    if first > last or not any(character.isalnum() for character in doc.phrase(first, last).text):
        return None
    return first, last


def with_initial(doc: Doc, first: int, last: int) -> int:
    """Where a surname's name begins if a first name and an initial stand before it, or an initial alone: "A. Vane"."""
    initial = (
        first > 1 and doc[first - 1].text == "." and len(doc[first - 2].text) == 1 and doc[first - 2].is_capitalised
    )
    if not initial:
        return first
    begins = first > 2 and doc[first - 3].may_be_named and not is_title(doc[first - 3])
    if begins:
        return first - 3
    return first - 2 if first == last and not doc[first].opens_sentence and doc[first - 2].text != "I" else first


def with_legal_form(doc: Doc, last: int) -> int:
    """Where an organisation's name ends if its legal form stands behind it: "Vane, Inc."."""
    at = last + 1
    if at + 1 < len(doc) and doc[at].text == "," and doc[at + 1].lower in _LEGAL_FORMS and doc[at + 1].is_capitalised:
        last = at + 1
    behind = doc[last + 1] if last + 1 < len(doc) else None
    shortened = doc[last].lower in _LEGAL_FORMS and behind is not None and behind.text == "."
    beyond = doc[last + 2] if last + 2 < len(doc) else None
    goes_on = beyond is not None and (
        beyond.text in {"(", ","} or not (beyond.opens_sentence or beyond.is_break or beyond.is_mark)
    )
    return last + 1 if shortened and goes_on else last


def is_title(token: Token) -> bool:
    return token.lower.rstrip(".") in TITLES or (token.lower in ROLES and token.is_capitalised)


def name_at(doc: Doc, first: int, last: int, kind: EntityKind) -> Name:
    before = doc[first - 1] if first else None
    word = before.lower.rstrip(".") if before is not None else ""
    if word == "" and first > 1 and doc[first - 1].text == ".":
        word = doc[first - 2].lower
    gender = "m" if word in MALE_TITLES else "f" if word in FEMALE_TITLES else ""
    courtesy = word in COURTESY and kind is PERSON
    return Name(first, last, doc.phrase(first, last).text, kind, gender, courtesy)
