"""What a feed's document and a site's page say, as values: they travel from the worker that parses to the library."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

FEED_ITEM = "application/vnd.verbatim.feed-item+json"
"""The media type of a capture that is one item of a feed, as the feed's document said it."""


@dataclass(frozen=True)
class FeedItem:
    """One entry. `key` names it within its feed for ever; `content` and `summary` are HTML; times are ISO 8601."""

    key: str
    title: str = ""
    url: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    content: str = ""
    summary: str = ""
    picture: str | None = None
    language: str | None = None

    @property
    def digest(self) -> str:
        """What changes when the publisher edits the item; a new time alone is no edit."""
        said = "\x1f".join((self.title, self.url or "", *self.authors, self.content or self.summary))
        return hashlib.sha256(" ".join(said.split()).encode("utf-8", "replace")).hexdigest()


@dataclass(frozen=True)
class FeedPage:
    """What a feed's document says. `left_out` counts the items that it has beyond those taken."""

    title: str = ""
    site: str | None = None
    language: str | None = None
    icon: str | None = None
    every_minutes: int | None = None
    items: tuple[FeedItem, ...] = ()
    left_out: int = 0


@dataclass(frozen=True)
class FoundFeed:
    """A feed that a site names: its address and what the site calls it."""

    url: str
    title: str = ""


@dataclass(frozen=True)
class FoundPicture:
    """A picture on a page: its address and the caption that stands under it; `lead` is the one for the whole."""

    url: str
    caption: str = ""
    lead: bool = False


@dataclass(frozen=True)
class PageFacts:
    """What a page says of itself beside its article. `amp` says that it is the stripped version for phones."""

    canonical: str | None = None
    amp: bool = False
    needs_scripts: bool = False
    words: int = 0
    title: str = ""
    icon: str | None = None
    feeds: tuple[FoundFeed, ...] = ()
    pictures: tuple[FoundPicture, ...] = ()


@dataclass(frozen=True)
class Outline:
    """A feed in an OPML file. `attributes` are those that Verbatim has no meaning for: (namespace, name, value)."""

    url: str
    title: str = ""
    site: str = ""
    folder: str = ""
    attributes: tuple[tuple[str, str, str], ...] = field(default=())


def feed_record(page: FeedPage) -> dict[str, Any]:
    """A feed's document as plain JSON values; `feed_from` gives it back."""
    return asdict(page)


def feed_from(record: Mapping[str, Any]) -> FeedPage:
    items = tuple(FeedItem(**{**item, "authors": tuple(item["authors"])}) for item in record["items"])
    return FeedPage(**{**record, "items": items})


def facts_record(facts: PageFacts) -> dict[str, Any]:
    """A page's facts as plain JSON values; `facts_from` gives them back."""
    return asdict(facts)


def facts_from(record: Mapping[str, Any]) -> PageFacts:
    feeds = tuple(FoundFeed(**feed) for feed in record["feeds"])
    pictures = tuple(FoundPicture(**picture) for picture in record["pictures"])
    return PageFacts(**{**record, "feeds": feeds, "pictures": pictures})


def outline_record(outline: Outline) -> dict[str, Any]:
    return asdict(outline)


def outline_from(record: Mapping[str, Any]) -> Outline:
    return Outline(**{**record, "attributes": tuple((n, k, v) for n, k, v in record["attributes"])})
