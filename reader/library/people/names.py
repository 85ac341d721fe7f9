"""What is equal for the spellings of one name, and how much a name says by itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from reader.article import EntityKind

MAX_KEY_CHARACTERS = 120
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_POSSESSIVE = re.compile(r"['’]s?$")
_NOT_WORDS = re.compile(r"[^\w]+|_+")

TITLES = frozenset(
    """mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron rev reverend father sister brother
    president chancellor premier senator sen representative rep congressman congresswoman governor gov mayor
    minister secretary judge justice king queen prince princess pope archbishop bishop cardinal sheikh imam rabbi
    ayatollah general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral herr frau monsieur
    madame señor senor señora senora signor signora don dona""".split()
)
"""Words before a person's name that are no part of it."""
_GENERATIONS = frozenset("jr sr ii iii iv".split())

SAME_NAMES = {
    "us": "united states", "usa": "united states", "united states of america": "united states", "america": "united states",
    "uk": "united kingdom", "great britain": "united kingdom", "britain": "united kingdom", "eu": "european union",
    "un": "united nations", "uae": "united arab emirates", "nyc": "new york city", "drc": "democratic republic of congo",
    "prc": "china", "peoples republic of china": "china", "russian federation": "russia", "holland": "netherlands",
    "fbi": "federal bureau of investigation", "cia": "central intelligence agency", "who": "world health organization",
    "world health organisation": "world health organization", "imf": "international monetary fund",
    "nato": "north atlantic treaty organization", "ecb": "european central bank", "nhs": "national health service",
}  # fmt: skip
"""Organisations and places that the news calls by two names as a matter of course; people never stand here."""

_COMMON_SURNAMES = frozenset(
    """smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson
    thomas taylor moore jackson martin lee perez thompson white harris sanchez clark ramirez lewis robinson walker young
    allen king wright scott torres nguyen hill flores green adams nelson baker hall rivera campbell mitchell carter
    roberts evans davies patel khan singh kumar ahmed ali hussain wang li zhang liu chen yang huang zhao wu zhou kim park
    choi jung kang murphy kelly ryan wood watson hughes edwards turner cooper ward morris rogers murray graham stewart""".split()
)
_COMMON_GIVEN = frozenset(
    """james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark
    donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary
    nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank jack chris
    mike dave steve jim bob bill tom joe dan matt tony andy ben sam peter simon ian alan martin adam mary patricia
    jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily
    donna michelle carol amanda melissa deborah stephanie laura rebecca sharon cynthia kathleen amy angela shirley anna
    emma nicole helen samantha katherine christine rachel catherine maria mohammed muhammad mohamed ahmed ali wei jing
    min jun juan jose luis carlos maria""".split()
)


def name_key(name: str, kind: EntityKind) -> str:
    """What is equal for the spellings of one name: no case, accents, titles, middle initials, "the" or full stops."""
    folded = unicodedata.normalize("NFKD", name.casefold().strip())
    folded = unicodedata.normalize("NFC", "".join(c for c in folded if unicodedata.category(c) != "Mn"))
    folded = _DOTTED.sub(lambda found: found[0].replace(".", ""), folded)
    words = [word for word in _NOT_WORDS.split(_POSSESSIVE.sub("", folded)) if word]
    if kind is EntityKind.PERSON:
        return " ".join(_of_person(words))[:MAX_KEY_CHARACTERS].strip()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    key = " ".join(words)[:MAX_KEY_CHARACTERS].strip()
    return SAME_NAMES.get(key, key)


def is_common(key: str) -> bool:
    """Whether so many people have the name that it says little who is meant."""
    words = key.split()
    return len(words) >= 2 and words[0] in _COMMON_GIVEN and words[-1] in _COMMON_SURNAMES


def is_full(key: str, kind: EntityKind) -> bool:
    """Whether the name can stand for its bearer by itself: of a person, more than a surname or a given name."""
    return kind is not EntityKind.PERSON or len(key.split()) >= 2


def ends_of(key: str) -> Iterator[str]:
    """The name from each of its words on: what a reader may begin to type to find it, the whole one first."""
    words = key.split()
    for at in range(min(len(words), 6)):
        yield " ".join(words[at:])


def sort_key(name: str, kind: EntityKind) -> str:
    """What a name is sorted by: a person's last word first."""
    key = name_key(name, kind)
    head, _, last = key.rpartition(" ")
    return f"{last} {head}".strip() if kind is EntityKind.PERSON else key


def could_be_short_for(short: str, long: str, kind: EntityKind) -> bool:
    """Whether one key is a shorter form of the other: a surname, an initial for a given name, an organisation's
    initials."""
    few, many = short.split(), long.split()
    if not few or few == many or len(few) > len(many):
        return False
    if kind is EntityKind.PERSON:
        if len(few) == 1:
            return few[0] == many[-1]
        return few[-1] == many[-1] and len(few[0]) == 1 and few[0] == many[0][0]
    return len(few) == 1 and len(many) > 1 and short == "".join(word[0] for word in many)


def _of_person(words: list[str]) -> list[str]:
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    while len(words) > 2 and words[-1] in _GENERATIONS:
        words = words[:-1]
    if len(words) > 2:
        words = [words[0], *(word for word in words[1:-1] if len(word) > 1), words[-1]]
    return words
