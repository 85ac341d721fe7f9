"""GUM's Wikinews texts as running text, with what the corpus says of their dates, entities and chains.

The corpus gives words, one a line, between elements; here they are joined as a page prints them, one paragraph (or
heading, caption, turn of an interview) a block with an empty line between, so that annotations can point into the text
by offsets. What a document's text is depends on this file alone.
"""

from __future__ import annotations

import re
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
    proper: bool
    """Whether its head is a proper noun."""


@dataclass
class Document:
    """One text of the corpus."""

    key: str
    published: str
    text: str = ""
    words: list[tuple[int, int]] = field(default_factory=list)
    """Each word's place in `text`."""
    tags: list[str] = field(default_factory=list)
    """Each word's Penn tag."""
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
