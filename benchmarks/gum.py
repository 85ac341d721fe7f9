"""GUM's Wikinews texts as running text, with what the corpus says of their dates, entities and chains.

The corpus gives words, one a line, between elements; here they are joined as a page prints them, one paragraph (or
heading, caption, turn of an interview) a block with an empty line between, so that annotations can point into the text
by offsets. What a document's text is depends on this file alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from corpora import CORPORA

FOLDER = CORPORA / "gum"
_TAG = re.compile(r"<(?P<close>/?)(?P<name>\w+)(?P<attributes>[^>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_BLOCKS = frozenset({"head", "p", "caption", "sp", "item", "table", "cell", "list", "figure", "note"})
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'"}
_NO_SPACE_BEFORE = re.compile(r"^(?:[.,;:!?%)\]}…]+|''|['’](?:s|re|ve|ll|d|m)?|n['’]t)$", re.IGNORECASE)
_NO_SPACE_AFTER = re.compile(r"^[(\[{$£€#]$")
_JOINED_TAGS = frozenset({"HYPH", "POS"})
_OPENING, _CLOSING = "``", "''"


@dataclass(frozen=True)
class When:
    """What the corpus says a stretch of text means: one day, month or year, or the days from which and to which."""

    start: int
    end: int
    when: str | None
    first: str | None
    last: str | None


@dataclass(frozen=True)
class Mention:
    """A mention of an entity: its words by number, its kind, and the chain it belongs to."""

    words: tuple[int, ...]
    kind: str
    chain: int
    identity: str | None
    head: int | None
    """Its head word's number if that is a proper noun; None of a mention that is no name."""


@dataclass
class Document:
    """One text of the corpus."""

    key: str
    published: str
    text: str = ""
    words: list[tuple[int, int]] = field(default_factory=list)
    """Each word's place in `text`."""
    tags: list[str] = field(default_factory=list)
    """Each word's tag, of the Penn set with proper nouns as NP and NPS."""
    relations: list[str] = field(default_factory=list)
    """Each word's dependency relation."""
    dates: list[When] = field(default_factory=list)


class _Joiner:
    """Joins words as a page prints them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.glued = True
        self.tight = 0
        self.open_quotes: set[str] = set()
        self.new_block = False

    def block(self) -> None:
        self.new_block = bool(self.document.text)

    def add(self, word: str, tag: str, relation: str) -> None:
        if self.new_block:
            self.document.text += "\n\n"
            self.new_block, self.glued = False, True
            self.open_quotes.clear()
        joined = tag in _JOINED_TAGS or bool(_NO_SPACE_BEFORE.match(word)) or (tag == "SYM" and word == "/")
        if tag == _OPENING:
            joined = False
        if not (self.glued or joined or tag == _CLOSING):
            self.document.text += " "
        start = len(self.document.text)
        self.document.text += word
        self.document.words.append((start, len(self.document.text)))
        self.document.tags.append(tag)
        self.document.relations.append(relation)
        self.glued = (
            bool(self.tight)
            or tag in {_OPENING, "HYPH"}
            or bool(_NO_SPACE_AFTER.match(word))
            or (tag == "SYM" and word == "/")
        )


def names(*genres: str) -> list[str]:
    """The names of the corpus's documents, of these genres (`news`, `interview`) alone if any are given."""
    found = sorted(path.stem.removeprefix("GUM_") for path in FOLDER.glob("GUM_*.xml"))
    return [key for key in found if not genres or key.split("_")[0] in genres]


def read(key: str) -> Document:
    """A document by its name, as `news_afghan`."""
    lines = (FOLDER / f"GUM_{key}.xml").read_text(encoding="utf-8").splitlines()
    document = Document(key, _published(lines[0]))
    joiner = _Joiner(document)
    open_dates: list[tuple[int, dict[str, str]]] = []
    for line in lines:
        tag = _TAG.fullmatch(line.strip())
        if tag is None:
            columns = line.split("\t")
            if len(columns) >= 6:
                joiner.add(_plain(columns[0]), columns[1], columns[5])
            continue
        name, closes = tag["name"], bool(tag["close"])
        if name in _BLOCKS:
            joiner.block()
        elif name == "w":
            joiner.tight += -1 if closes else 1
            if closes and document.words:
                joiner.glued = document.tags[-1] in {_OPENING, "HYPH"}
        elif name == "date" and not closes:
            open_dates.append((len(document.words), dict(_ATTRIBUTE.findall(tag["attributes"]))))
        elif name == "date" and open_dates:
            first, attributes = open_dates.pop()
            document.dates.append(_when(document, first, attributes))
    return document


def _published(header: str) -> str:
    made = re.search(r'dateCreated="([^"]*)"', header)
    return made[1] if made else ""


def _when(document: Document, first: int, attributes: dict[str, str]) -> When:
    start, end = document.words[first][0], document.words[-1][1]
    return When(start, end, attributes.get("when"), attributes.get("from"), attributes.get("to"))


def _plain(word: str) -> str:
    for entity, character in _ENTITIES.items():
        word = word.replace(entity, character)
    return word


TITLE = re.compile(
    r"(?:(?:vice )?president|prime minister|minister|secretary|senator|governor|pope|king|queen|prince|princess|captain|general|"
    r"professor|doctor|judge|god|lord|sir|ambassador|mayor|chancellor|mr|mrs|ms|dr)\.?",
    re.IGNORECASE,
)
"""Titles, which are no names."""
_SCORED_AWAY = frozenset(
    "compound amod det nmod:poss nmod:desc nmod nmod:unmarked case flat nummod punct appos cc conj advmod obl acl acl:relcl mark".split()
)
_MODIFIERS = frozenset("compound amod det case flat nummod punct nmod:desc cc advmod mark".split())
_CORE_TAGS = frozenset({"NP", "NPS", "HYPH"})
_INNER = frozenset({"of", "de", "la", "the", "for", "and", "&", "-", "von", "van", "del", "al"})


def mentions(document: Document) -> list[Mention]:
    """All mentions of entities, with their chains, from the corpus's other file (its words are in the same order)."""
    spans: dict[str, list[int]] = {}
    kinds: dict[str, str] = {}
    identities: dict[str, str] = {}
    links: list[tuple[str, str]] = []
    number = -1
    for line in (FOLDER / f"GUM_{document.key}.tsv").read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) < 10 or line.startswith("#"):
            continue
        number += 1
        place = columns[0]
        for key, kind in _marked(columns[3], place):
            spans.setdefault(key, []).append(number)
            kinds[key] = kind
        identities.update((key, name) for key, name in _marked(columns[6], place) if not key.startswith("@"))
        links += _links(columns[8], columns[9], place)
    if number + 1 != len(document.words):
        raise ValueError(f"{document.key}: {number + 1} words in one file, {len(document.words)} in the other")
    chains = _chains(spans, links)
    return [
        Mention(tuple(words), kinds[key], chains[key], identities.get(key), _head(document, words))
        for key, words in spans.items()
    ]


def _marked(column: str, place: str) -> Iterator[tuple[str, str]]:
    """A word's annotations in one layer: (its key in the document, its value)."""
    if column == "_":
        return
    for item in column.split("|"):
        value, _, number = item.partition("[")
        yield (number.rstrip("]") or f"@{place}", value)


def _links(types: str, targets: str, place: str) -> Iterator[tuple[str, str]]:
    """Pairs of mentions of one entity; a bridge leads to another one and is none."""
    if targets in {"_", ""}:
        return
    for kind, target in zip(types.split("|"), targets.split("|"), strict=False):
        where, _, ids = target.partition("[")
        other, _, this = ids.rstrip("]").partition("_")
        if not kind.startswith("bridge"):
            yield (f"@{where}" if other in {"", "0"} else other, f"@{place}" if this in {"", "0"} else this)


def _chains(keys: Iterable[str], links: Iterable[tuple[str, str]]) -> dict[str, int]:
    leader = {key: key for key in keys}

    def lead(key: str) -> str:
        while leader[key] != key:
            key = leader[key]
        return key

    for a, b in links:
        if a in leader and b in leader:
            leader[lead(a)] = lead(b)
    numbers: dict[str, int] = {}
    return {key: numbers.setdefault(lead(key), len(numbers)) for key in leader}


def _head(document: Document, words: Sequence[int]) -> int | None:
    """The head of a mention by the relations of its words, if it is a proper noun.

    A mention that is a modifier as a whole ("US" in "US troops") has the last of its proper nouns for a head.
    """
    for away in (_SCORED_AWAY, _MODIFIERS | {"nmod:poss"}, _MODIFIERS):
        for i in words:
            if document.relations[i] not in away and document.tags[i][:2] in {"NN", "NP", "PR", "PP"}:
                if document.tags[i] not in {"NP", "NPS"}:
                    return _named_behind(document, words, i)
                return _behind_title(document, words, i)
    proper = all(document.tags[i] in _CORE_TAGS or document.relations[i] in {"det", "case"} for i in words)
    named = [i for i in words if document.tags[i] in {"NP", "NPS"}]
    return named[-1] if proper and named else None


def _behind_title(document: Document, words: Sequence[int], head: int) -> int:
    """The name behind a title, where the corpus has the title for the head: "President Barack Obama"."""
    start, end = document.words[head]
    if not TITLE.fullmatch(document.text[start:end]):
        return head
    following = _named_behind(document, words, head)
    return head if following is None else following


def _named_behind(document: Document, words: Sequence[int], head: int) -> int | None:
    """The name right behind a role, as in "English captain Harry Kane", which the corpus may take for the role's apposition."""
    following = head + 1
    proper = following in words and document.tags[following] == "NP"
    return following if proper and document.relations[following] in {"appos", "flat", "nmod", "dep"} else None


def is_row(document: Document, mention: Mention, others: Iterable[Mention]) -> bool:
    """Whether a mention is several names in a row ("Ben Chan and Leung Che-cheung"), which the corpus marks one by one too."""
    joints = {i for i in mention.words if document.relations[i] == "cc"}
    conjuncts = {i for i in mention.words if document.relations[i] == "conj"}
    inner = [other for other in others if other.kind == mention.kind and set(other.words) < set(mention.words)]
    return bool(joints and conjuncts) and any(
        not joints & set(other.words) and conjuncts & set(other.words) for other in inner
    )


def name_core(document: Document, mention: Mention) -> tuple[int, int]:
    """The name itself in a named mention, by words [first, last): the proper nouns around its head."""
    assert mention.head is not None
    inside = set(mention.words)
    first = last = mention.head
    while (
        first - 1 in inside and _joins(document, first - 1, -1) and document.relations[first - 1] not in {"nmod", "obl"}
    ):
        first -= 1
    while last + 1 in inside and _joins(document, last + 1, 1):
        last += 1
    while document.tags[first] not in {"NP", "NPS"}:
        first += 1
    while document.tags[last] not in {"NP", "NPS"}:
        last -= 1
    return first, last + 1


def _joins(document: Document, i: int, step: int) -> bool:
    """Whether a word beside a name is of it: a proper noun that is no title, or a small word between two."""
    if document.tags[i] in _CORE_TAGS:
        return document.relations[i] != "nmod:desc"
    start, end = document.words[i]
    following = i + step
    return (
        document.text[start:end].lower() in _INNER
        and 0 <= following < len(document.tags)
        and document.tags[following] in {"NP", "NPS"}
        and document.relations[following] in {"nmod", "flat", "compound", "conj"}
    )
