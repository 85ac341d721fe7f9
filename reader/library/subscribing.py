"""What a reader changes about where articles come from: feeds, addresses that wait, articles that are watched."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.article import counted, tr
from reader.library.change import Change, Ids, named_articles


class FullText(StrEnum):
    """Whether the whole article is fetched from its own page: where a feed gives only its beginning, always, never."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True)
class Subscription:
    """A feed as the reader wants it. `typed` is the host that the reader typed for it, which may be a private one.

    `title` is the reader's own name for it, empty for the feed's; `folder` a path ("News/Europe"), empty for none;
    `every_minutes` None leaves it to Verbatim when it is asked; `attributes` are kept for other programs.
    """

    key: str
    url: str
    title: str = ""
    folder: str = ""
    typed: str = ""
    every_minutes: int | None = None
    full_text: FullText = FullText.AUTO
    paused: bool = False
    attributes: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class AddFeeds(Change):
    """Subscribe to feeds; one whose address is subscribed to already is left as it is."""

    feeds: tuple[Subscription, ...]

    @property
    def label(self) -> str:
        return counted(len(self.feeds), "Add feed", "Add {n} feeds")


@dataclass(frozen=True)
class ChangeFeed(Change):
    """Let a feed be as `feed` says."""

    feed: Subscription

    @property
    def label(self) -> str:
        return tr("Change feed")


@dataclass(frozen=True)
class RemoveFeeds(Change):
    """Unsubscribe. `with_articles` puts those in the trash that came by these feeds alone and carry nothing of the
    reader's (bookmark, note, tag, highlight); all others stay."""

    keys: tuple[str, ...]
    with_articles: bool = False

    @property
    def label(self) -> str:
        return counted(len(self.keys), "Remove feed", "Remove {n} feeds")


@dataclass(frozen=True)
class Want(Change):
    """Have an address fetched, as soon as the network gives it. `key` is a new UUID."""

    key: str
    url: str

    @property
    def label(self) -> str:
        return tr("Fetch address")


@dataclass(frozen=True)
class Unwant(Change):
    """Do not wait for addresses any longer."""

    keys: tuple[str, ...]

    @property
    def label(self) -> str:
        return counted(len(self.keys), "Stop waiting for address", "Stop waiting for {n} addresses")


@dataclass(frozen=True)
class Watch(Change):
    """Look at articles again on a schedule, to see whether they change; with `every_minutes` None no longer."""

    ids: Ids
    every_minutes: int | None = 360

    @property
    def label(self) -> str:
        what = named_articles(self.ids)
        return tr("Watch {what}", what=what) if self.every_minutes else tr("Stop watching {what}", what=what)
