"""What is told of gathering from the network: facts, as they happen, on the gatherer's thread."""

from __future__ import annotations

from dataclasses import dataclass

from reader.accounts import Outcome
from reader.article import FoundFeed
from reader.library import Came, Shared


@dataclass(frozen=True)
class Arrived:
    """An address that was waited for came: as a new article, or one that was there already."""

    key: str
    article: int
    duplicate: bool


@dataclass(frozen=True)
class NotCome:
    """An address came to nothing; `waits` says that it is tried again by itself."""

    key: str
    url: str
    sentence: str
    waits: bool


@dataclass(frozen=True)
class IsFeed:
    """An address turned out to be a feed, or a site with feeds: whether to subscribe is for the reader to say."""

    key: str
    url: str
    feeds: tuple[FoundFeed, ...]


@dataclass(frozen=True)
class FeedsFound:
    """The answer to a search for feeds: those of the site, or the sentence that says why there are none."""

    address: str
    feeds: tuple[FoundFeed, ...]
    sentence: str = ""


@dataclass(frozen=True)
class FeedRead:
    """A feed was asked: its articles that are new and those that were edited; nothing where it had no news."""

    feed: str
    added: tuple[int, ...] = ()
    edited: tuple[int, ...] = ()


@dataclass(frozen=True)
class FeedFailed:
    feed: str
    sentence: str


@dataclass(frozen=True)
class CameAgain:
    """An article was fetched again. `by_reader` says that the reader asked for it."""

    article: int
    came: Came
    by_reader: bool


@dataclass(frozen=True)
class NotAgain:
    """An article could not be fetched again."""

    article: int
    sentence: str
    by_reader: bool


@dataclass(frozen=True)
class PicturesCame:
    article: int


@dataclass(frozen=True)
class Syncing:
    """An account is being synced."""

    account: str


@dataclass(frozen=True)
class Synced:
    """A sync is done."""

    account: str
    outcome: Outcome


@dataclass(frozen=True)
class SyncFailed:
    """A sync came to nothing, or broke off; `waits` says that it is tried again by itself."""

    account: str
    sentence: str
    waits: bool


@dataclass(frozen=True)
class FolderSynced:
    """A sync through a folder is done."""

    shared: Shared


@dataclass(frozen=True)
class FolderFailed:
    """A sync through a folder came to nothing."""

    sentence: str


@dataclass(frozen=True)
class Left:
    """So many requests and pieces of work are left; 0 says that all is done for now."""

    count: int


@dataclass(frozen=True)
class Trouble:
    """Something that concerns no one address: the disk is full, a mistake of ours."""

    sentence: str
    report: str = ""


Gathered = (
    Arrived
    | NotCome
    | IsFeed
    | FeedsFound
    | FeedRead
    | FeedFailed
    | CameAgain
    | NotAgain
    | PicturesCame
    | Syncing
    | Synced
    | SyncFailed
    | FolderSynced
    | FolderFailed
    | Left
    | Trouble
)
