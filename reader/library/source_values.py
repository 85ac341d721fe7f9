"""What the library gives out of feeds, waiting addresses, watches, versions and pictures: frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from reader.article import Analysis, Article, Capture
from reader.library.changes import Subscription


@dataclass(frozen=True)
class Asked:
    """How asking a feed, an address or a watched article went so far; all empty where it never was.

    `fault` is why the last try came to nothing; `gives_up` says that it is not tried again by itself.
    """

    key: str
    asked_at: datetime | None = None
    next_at: datetime | None = None
    succeeded_at: datetime | None = None
    failures: int = 0
    fault: str = ""
    gives_up: bool = False
    etag: str | None = None
    modified: str | None = None
    digest: str | None = None


@dataclass(frozen=True)
class Feed:
    """A feed with what it says of itself and how it went; `title` is what to call it. Counts leave out the trash."""

    subscription: Subscription
    title: str
    site: str
    icon_url: str
    icon: bytes | None = field(repr=False)
    suggested_minutes: int | None
    notice: str
    asked: Asked
    unread: int
    total: int

    @property
    def key(self) -> str:
        return self.subscription.key

    @property
    def url(self) -> str:
        return self.subscription.url

    @property
    def folder(self) -> str:
        return self.subscription.folder


@dataclass(frozen=True)
class Wanted:
    """An address that waits to be fetched."""

    key: str
    url: str
    created: datetime
    asked: Asked


@dataclass(frozen=True)
class Watched:
    """An article that is looked at again on a schedule."""

    article: int
    url: str
    every_minutes: int
    asked: Asked


@dataclass(frozen=True)
class NewItem:
    """An item of a feed as an article that is to be stored: published earlier first."""

    item: str
    digest: str
    capture: Capture
    article: Article


class Came(StrEnum):
    """What a version that came is to the one that is there: the same, the same but for trifles, another, a fuller one."""

    SAME = "same"
    TRIFLES = "trifles"
    CHANGED = "changed"
    FULLER = "fuller"


@dataclass(frozen=True)
class Version:
    """An article as it was from `since` to `until` (None: it is so now). `how` as in its capture: `web`, `feed`, `file`…"""

    number: int | None
    article: Article
    analysis: Analysis | None
    how: str
    since: datetime
    until: datetime | None
    shown: bool


@dataclass(frozen=True)
class StoredPicture:
    """A picture of an article, drawn anew, in the library's folder; `caption` is the words under it on the page."""

    path: Path
    media_type: str
    width: int
    height: int
    caption: str
    lead: bool
    url: str

    def content(self) -> bytes:
        """Its bytes; empty where the file is gone."""
        try:
            return self.path.read_bytes()
        except OSError:
            return b""
