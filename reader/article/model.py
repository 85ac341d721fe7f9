"""What an article is: the capture it came from, its clean page, and what was read out of it.

All values are frozen. All offsets count Unicode code points in `Article.text`, half-open.
"""

from __future__ import annotations

import hashlib
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from reader.article.words import word_count

BLOCK_JOINT = "\n\n"


class Span(NamedTuple):
    """A stretch of an article's text, [start, end)."""

    start: int
    end: int


@dataclass(frozen=True)
class Capture:
    """What came in, byte for byte, and how.

    `name` is what a person would call it (a file's name, "Clipboard"); `how` one of `file`, `paste`, `drop`,
    `stdin`, `sample`, `web`; `encoding` the charset that its carrier declared, if any; `raw` asks that a text is
    taken to the character, without cleaning.
    """

    content: bytes
    media_type: str
    name: str
    how: str
    captured_at: datetime
    url: str | None = None
    encoding: str | None = None
    raw: bool = False

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the content, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    LIST_ITEM = "list-item"
    TABLE = "table"
    CODE = "code"
    CAPTION = "caption"
    RELATED = "related"
    EMBED = "embed"


BODY_KINDS = frozenset(
    {BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST_ITEM, BlockKind.TABLE, BlockKind.CODE}
)
"""The kinds that make up `Article.text`."""


@dataclass(frozen=True)
class Block:
    """One paragraph, heading, caption, list item…

    `start` is its offset in the article's text, None where it is no part of it. `level` is a heading's (2 to 6) or a
    list item's depth (from 1). `origin` says where in the capture it stood, for a person ("line 12", "main > p[3]"),
    `why` the sentence that says why it is kept.
    """

    kind: BlockKind
    text: str
    start: int | None = None
    level: int = 0
    origin: str = ""
    why: str = ""

    @property
    def end(self) -> int | None:
        return None if self.start is None else self.start + len(self.text)


class Reason(StrEnum):
    """Why something was taken away."""

    NAVIGATION = "navigation"
    REGISTRATION = "registration"
    CONSENT = "consent"
    NEWSLETTER = "newsletter"
    COMMENTS = "comments"
    ADVERT = "advert"
    SHARING = "sharing"
    DUPLICATE = "duplicate"
    FOOTER = "footer"
    OTHER = "other"


@dataclass(frozen=True)
class Removed:
    """A piece that cleaning took away: the reason, the sentence that explains it, and where it stood.

    `position` is the number of blocks before it, so that it can be put back; `was` the block that it was, where the
    reader took it out.
    """

    reason: Reason
    text: str
    why: str = ""
    position: int = 0
    origin: str = ""
    was: Block | None = None


FIELDS = (
    "title", "standfirst", "authors", "place", "published", "modified", "publisher", "section", "language", "url",
)  # fmt: skip
"""The metadata of an article that is said of it, as people read it."""


@dataclass(frozen=True)
class Claim:
    """What one witness says of a field: `source` names the witness for a person ("JSON-LD", "line 3").

    `value` is what it says, as the field would have it (authors joined by ", "); `weight` how far it is believed, 0
    where no votes are counted but the first good witness decides.
    """

    field: str
    source: str
    value: str
    weight: float = 0.0


@dataclass(frozen=True)
class Picture:
    """The picture that stands for an article: its address, which is never followed, its caption, and whose it is."""

    url: str | None = None
    caption: str | None = None
    credit: str | None = None


WORDS_A_MINUTE = 238
"""How fast adults read such text in silence (Brysbaert 2019, over 190 studies of English)."""


@dataclass(frozen=True)
class Article:
    """The clean page. Build it with `article_of`, which joins the text and sets the offsets.

    `claims` are what was said of each field of the metadata, best first: the article follows a field's first.
    """

    text: str
    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...] = ()
    title: str | None = None
    standfirst: str | None = None
    authors: tuple[str, ...] = ()
    place: str | None = None
    publisher: str | None = None
    section: str | None = None
    language: str | None = None
    url: str | None = None
    published: str | None = None
    modified: str | None = None
    warnings: tuple[str, ...] = ()
    picture: Picture | None = None
    claims: tuple[Claim, ...] = ()

    @property
    def words(self) -> int:
        """How many words the text has."""
        return word_count(self.text)

    @property
    def reading_minutes(self) -> int:
        """How long the text takes to read, in whole minutes, at least one."""
        return max(1, round(self.words / WORDS_A_MINUTE))

    def body(self) -> Iterable[tuple[Span, Block]]:
        """The blocks that make up the text, each with its span."""
        for block in self.blocks:
            if block.start is not None:
                yield Span(block.start, block.start + len(block.text)), block


def article_of(blocks: Iterable[Block], removed: Iterable[Removed] = (), **metadata: object) -> Article:
    """An article whose text is its body blocks joined by a blank line; every block's `start` is set anew.

    `metadata` are the other fields of Article. Empty blocks are left out.
    """
    placed: list[Block] = []
    parts: list[str] = []
    offset = 0
    for block in blocks:
        if not block.text:
            continue
        if block.kind in BODY_KINDS:
            placed.append(replace(block, start=offset))
            parts.append(block.text)
            offset += len(block.text) + len(BLOCK_JOINT)
        else:
            placed.append(replace(block, start=None))
    return Article(BLOCK_JOINT.join(parts), tuple(placed), tuple(removed), **metadata)  # type: ignore[arg-type]


class EntityKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    EVENT = "event"
    WORK = "work"
    GROUP = "group"


@dataclass(frozen=True)
class Mention:
    """A stretch of the text that names something."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Entity:
    """A thing that the article names, with every mention in the text and the roles it is given, as printed.

    `id` is unique within the article ("e1"). A thing that only the headline or byline names has no mentions.
    """

    id: str
    name: str
    kind: EntityKind
    descriptors: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()


class QuoteKind(StrEnum):
    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


@dataclass(frozen=True)
class Cue:
    """The words that report the speech ("said", "according to")."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class Speaker:
    """Who said it: the words that name the source, and the entity they were resolved to.

    `entity` is None for a source that is no entity ("two officials"); `name` is then the phrase itself.
    """

    entity: str | None
    name: str
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class Quote:
    """What somebody is reported to have said.

    `spans` cover the reported content without its outer quotation marks; a quote that its speaker interrupts has
    several. `text` is what was said verbatim: the words between the marks of a direct or a mixed quote (the mixed
    quote's spans hold the paraphrase around them too), and the content of an indirect one. `confidence` is that of
    the attribution, from 0 to 1. `by_reader` says that the reader decided on it.
    """

    kind: QuoteKind
    text: str
    spans: tuple[Span, ...]
    speaker: Speaker | None
    cue: Cue | None
    confidence: float
    by_reader: bool = False


@dataclass(frozen=True)
class DateMention:
    """A date in the text and what it means: a day, week (`2018-W13`), month or year in ISO 8601.

    `rule` says how a relative date was resolved, for a person.
    """

    text: str
    start: int
    end: int
    value: str
    rule: str = ""

    @property
    def days(self) -> tuple[date, date]:
        """The first and last day of what it means, both in it: a vague date is a range, a day is one and the same."""
        if "W" in self.value:
            monday = date.fromisoformat(f"{self.value}-1")
            return monday, monday + timedelta(days=6)
        year, month, day = (int(part) for part in f"{self.value}-0-0".split("-")[:3])
        if day:
            return date(year, month, day), date(year, month, day)
        return date(year, month or 1, 1), date(year, month or 12, monthrange(year, month or 12)[1])


@dataclass(frozen=True)
class Analysis:
    """What was read out of one article's text, and the versions of what read it."""

    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    dates: tuple[DateMention, ...] = ()
    made_by: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()

    def entity(self, key: str | None) -> Entity | None:
        """The entity with that id, or None."""
        return self._entities.get(key) if key else None

    @cached_property
    def _entities(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self.entities}


EMPTY_ANALYSIS = Analysis()
"""What an article without text has."""
