"""What the library gives out: frozen values that know nothing of the store."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from reader.article import ORPHAN, Analysis, Anchor, Article, Edit, Placement, QuoteKind, Span
from reader.library.marking import About
from reader.library.ruling import Rule


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
    """Which articles: those of a list, with a tag (or one below it) if one is given, that answer `words` if any.

    Those of a `collection`, by its key, come in its order.

    `words` is what stands in the search box, in its grammar (docs/search.md); what it asks is told by
    `reader.library.question`. A search of ALL looks into the archive too. The articles `held` stay in the unread list
    although they have been read since it was opened. `feed` is the key of the
    feed that they came by, `folder` the path of a folder of feeds, with those inside. `meaning` is the vector of what
    `reader.library.meant` gives of the words: with it articles that are near in meaning answer too.
    """

    kind: ListKind = ListKind.ALL
    tag: str | None = None
    words: str = ""
    held: tuple[int, ...] = ()
    feed: str | None = None
    folder: str | None = None
    collection: str | None = None
    meaning: bytes | None = None


@dataclass(frozen=True)
class Row:
    """One line of the article list. `hits` are the places in `snippet` that a search found; `near` says that the
    article does not have the words, but is near them in meaning."""

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
    near: bool = False


@dataclass(frozen=True)
class FoundQuote:
    """A quotation that a search found, with the passage it stands in: `said` is where in the passage, `hits` are the
    places in it that were found, and `span` is where it stands in its article's text."""

    article: int
    ordinal: int
    kind: QuoteKind
    text: str
    span: Span
    speaker: str | None
    cue: str | None
    confidence: float
    title: str
    publisher: str
    published: str | None
    passage: str
    said: Span
    hits: tuple[Span, ...]


@dataclass(frozen=True)
class FoundNote:
    """A note that a search found, with the headline of its article."""

    article: int
    key: str
    body: str
    title: str
    hits: tuple[Span, ...]


@dataclass(frozen=True)
class Found:
    """How many of each kind answer a search."""

    articles: int
    quotes: int
    notes: int
    names: int


@dataclass(frozen=True)
class Suggestion:
    """What may be written in the place `span` of the search box, and what it means."""

    span: Span
    text: str
    meaning: str


@dataclass(frozen=True)
class Instead:
    """Another question near one that has no answer, with the number of its answers."""

    words: str
    answers: int


@dataclass(frozen=True)
class Unanswered:
    """Why a question has no answer, in one sentence; what could be asked instead; whether all articles have answers."""

    sentence: str
    instead: tuple[Instead, ...] = ()
    elsewhere: bool = False


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
    placement: Placement = ORPHAN
    about: About = About.PASSAGE
    subject: str = ""

    def on(self, placement: Placement, about: About, subject: str) -> Note:
        """The note with what it is on."""
        return replace(self, placement=placement, about=about, subject=subject)

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
    placement: Placement = ORPHAN


@dataclass(frozen=True)
class Highlight:
    """A highlighted passage, in one of COLOURS."""

    key: str
    article: int
    anchor: Anchor
    placement: Placement
    colour: str
    created: datetime
    changed: datetime

    @property
    def span(self) -> Span | None:
        """Where it stands in the text now, None for an orphan."""
        return self.placement.span


class AnnotationKind(StrEnum):
    HIGHLIGHT = "highlight"
    NOTE = "note"
    BOOKMARK = "bookmark"


class AnnotationOrder(StrEnum):
    NEWEST = "newest"
    OLDEST = "oldest"
    ARTICLE = "article"
    COLOUR = "colour"


@dataclass(frozen=True)
class AnnotationQuery:
    """Which of the reader's highlights, notes and bookmarks: those with all the words in passage, note or headline, of
    one kind, colour or article if given, on articles with a `tag` or one below it, made or changed from `since` on.
    `unsettled` asks for orphans and guesses alone."""

    words: str = ""
    kind: AnnotationKind | None = None
    colour: str | None = None
    article: int | None = None
    tag: str | None = None
    since: datetime | None = None
    unsettled: bool = False
    order: AnnotationOrder = AnnotationOrder.NEWEST


@dataclass(frozen=True)
class Annotation:
    """One highlight, note or bookmark with its article, for the list of all of them.

    `placement` says where it stands in the article's text; both it and `anchor` are None for a note on a whole one.
    """

    kind: AnnotationKind
    key: str
    article: int
    title: str
    publisher: str
    anchor: Anchor | None
    placement: Placement | None
    colour: str
    body: str
    about: About
    subject: str
    created: datetime
    changed: datetime

    @property
    def quoted(self) -> str:
        """The words of its passage, empty where it has none."""
        return self.anchor.exact if self.anchor else ""

    @property
    def start(self) -> int:
        """Where in its article it stands, or stood."""
        span = self.placement.span if self.placement else None
        return span.start if span else self.anchor.start if self.anchor else -1


@dataclass(frozen=True)
class Deleted:
    """Something that was deleted and can be brought back: what it was, its words, and the article it was on."""

    key: str
    what: str
    name: str
    at: datetime
    article: int | None
    title: str


@dataclass(frozen=True)
class Collection:
    """A collection with its number of articles; the one with the key QUEUE is the reading queue."""

    key: str
    name: str
    count: int


@dataclass(frozen=True)
class SavedSearch:
    """A search that is a list of its own: `words` is what stands in the search box."""

    key: str
    name: str
    words: str


@dataclass(frozen=True)
class KeptRule:
    """A rule for articles that arrive, with its key."""

    key: str
    rule: Rule


@dataclass(frozen=True)
class Duplicates:
    """Articles that may be one; `alike` is the share of words that the two least alike have in common."""

    rows: tuple[Row, ...]
    alike: float


@dataclass(frozen=True)
class Opened:
    """An article as it is read: the reader's edits made, the reader's notes placed.

    `colours` are those of highlights, each with the reader's name for it. `analysis` is None until there is one of exactly this text. `position` is the text offset last read.
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
    highlights: tuple[Highlight, ...] = ()
    colours: tuple[tuple[str, str], ...] = ()

    @property
    def marks(self) -> tuple[Highlight | Note | Passage, ...]:
        """All that the reader wrote on it."""
        return (*self.highlights, *self.notes, *self.bookmarks)


@dataclass(frozen=True)
class Added:
    """What became of an article that came in: its id, or that of the one that the library holds already.

    `from_trash` says that the one it holds lay in the trash, and was taken out again.
    """

    id: int
    duplicate: bool = False
    from_trash: bool = False


@dataclass(frozen=True)
class Unmeant:
    """An article that has no vector yet: its headline and the beginning of its text; `digest` tells that text."""

    article: int
    digest: str
    title: str
    text: str


@dataclass(frozen=True)
class Backup:
    """A verified copy of the library: its file, when it was made, and the last of the reader's changes in it."""

    path: Path
    made: datetime
    sequence: int
    size_bytes: int
