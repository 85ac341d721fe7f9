"""What the library gives out: frozen values that know nothing of the store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from reader.article import Analysis, Anchor, Article, Edit, Span


class ListKind(StrEnum):
    """The smart lists. ALL, UNREAD, BOOKMARKED and NOTED leave out the trash; ALL and UNREAD the archive too."""

    ALL = "all"
    UNREAD = "unread"
    BOOKMARKED = "bookmarked"
    NOTED = "noted"
    ARCHIVE = "archive"
    TRASH = "trash"


@dataclass(frozen=True)
class Query:
    """Which articles: those of a list, with a tag if one is given, that hold `words` if any (every string is allowed).

    In `words` each word must occur, the last one may be unfinished, and "words in quotation marks" are a phrase. The
    articles `held` stay in the unread list although they have been read since it was opened. `feed` is the key of the
    feed that they came by, `folder` the path of a folder of feeds, with those inside.
    """

    kind: ListKind = ListKind.ALL
    tag: str | None = None
    words: str = ""
    held: tuple[int, ...] = ()
    feed: str | None = None
    folder: str | None = None


@dataclass(frozen=True)
class Row:
    """One line of the article list. `hits` are the places in `snippet` that a search found."""

    id: int
    title: str
    publisher: str
    author: str
    published: str | None
    added: datetime
    snippet: str
    unread: bool
    bookmarked: bool
    archived: bool
    trashed: bool
    noted: bool
    tags: tuple[str, ...]
    words: int
    sample: bool
    hits: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Note:
    """A reader's note on an article (`anchor` None) or on a passage of it.

    `span` is where the passage stands in the text now: None for a note on the whole article, and for an orphan,
    whose passage is no longer in the text.
    """

    key: str
    article: int
    anchor: Anchor | None
    span: Span | None
    body: str
    created: datetime
    changed: datetime

    @property
    def orphan(self) -> bool:
        return self.anchor is not None and self.span is None


@dataclass(frozen=True)
class Passage:
    """A bookmarked passage; `span` is None where it is no longer in the text."""

    key: str
    article: int
    anchor: Anchor
    span: Span | None
    created: datetime


@dataclass(frozen=True)
class Opened:
    """An article as it is read: the reader's edits made, the reader's notes placed.

    `analysis` is None until there is one of exactly this text. `position` is the text offset last read.
    """

    row: Row
    article: Article
    analysis: Analysis | None
    notes: tuple[Note, ...]
    bookmarks: tuple[Passage, ...]
    position: int
    capture_name: str
    captured_at: datetime
    how: str
    media_type: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True)
class Added:
    """What became of an article that came in: its id, or that of the one that the library holds already.

    `from_trash` says that the one it holds lay in the trash, and was taken out again.
    """

    id: int
    duplicate: bool = False
    from_trash: bool = False


@dataclass(frozen=True)
class Backup:
    """A verified copy of the library: its file, when it was made, and the last of the reader's changes in it."""

    path: Path
    made: datetime
    sequence: int
    size_bytes: int
