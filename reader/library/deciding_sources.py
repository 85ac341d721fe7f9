"""What changes of feeds, wanted addresses and watches do, decided as row images; `deciding` has the others."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, Select, exists, select

from reader.article import LibraryError, url_key
from reader.library import changes
from reader.library.deciding import images_of
from reader.library.images import Image, among
from reader.library.packing import compact_json, now, storable
from reader.library.schema import (
    article_tags,
    articles,
    feed_items,
    feeds,
    highlights,
    notes,
    passages,
    states,
    wanted,
    watches,
)

_READERS_OWN = (notes, passages, highlights, article_tags)


@images_of.register
def _(change: changes.AddFeeds, connection: Connection) -> list[Image]:
    held = connection.execute(select(feeds.c.key, feeds.c.url)).all()
    keys, addresses = {key for key, _ in held}, {url_key(url) or url for _, url in held}
    images = []
    for feed in change.feeds:
        address = url_key(feed.url) or feed.url
        if feed.key not in keys and address not in addresses:
            addresses.add(address)
            images.append(Image("feeds", (feed.key,), None, {**feed_columns(feed), "created": now()}))
    return images


@images_of.register
def _(change: changes.ChangeFeed, connection: Connection) -> list[Image]:
    row = connection.execute(select(feeds).where(feeds.c.key == change.feed.key)).mappings().one_or_none()
    if row is None:
        raise LibraryError("The feed is no longer in the library; add it anew.")
    differing = {name: value for name, value in feed_columns(change.feed).items() if row[name] != value}
    if not differing:
        return []
    return [Image("feeds", (change.feed.key,), {name: row[name] for name in differing}, differing)]


@images_of.register
def _(change: changes.RemoveFeeds, connection: Connection) -> list[Image]:
    rows = connection.execute(select(feeds).where(among(feeds.c.key, change.keys))).mappings().all()
    images = [Image("feeds", (row["key"],), {name: row[name] for name in row if name != "key"}, None) for row in rows]
    if change.with_articles and rows:
        images += images_of(changes.Trash(come_alone(connection, change.keys, change.keys)), connection)
    return images


def come_alone(
    connection: Connection, sources: Iterable[str], own_feeds: Collection[str], *elsewhere: Select[tuple[int | None]]
) -> tuple[int, ...]:
    """The articles that came by `sources` alone, and carry nothing of the reader's.

    No other feed than `own_feeds` has them, and none of them is chosen by `elsewhere`.
    """
    other_feeds = (
        select(feed_items.c.article)
        .join(feeds, feeds.c.key == feed_items.c.feed)
        .where(feed_items.c.article.is_not(None), ~among(feeds.c.key, own_feeds))
    )
    chosen = (
        select(feed_items.c.article)
        .join(states, states.c.article == feed_items.c.article)
        .where(among(feed_items.c.feed, sources), states.c.bookmarked.is_(False))
        .where(*(feed_items.c.article.not_in(others) for others in (other_feeds, *elsewhere)))
        .where(*(~exists().where(table.c.article == feed_items.c.article) for table in _READERS_OWN))
        .distinct()
    )
    return tuple(connection.scalars(chosen))


@images_of.register
def _(change: changes.Want, connection: Connection) -> list[Image]:
    waits = connection.scalar(select(wanted.c.key).where((wanted.c.key == change.key) | (wanted.c.url == change.url)))
    if waits is not None:
        return []
    return [Image("wanted", (change.key,), None, {"url": storable(change.url), "created": now()})]


@images_of.register
def _(change: changes.Unwant, connection: Connection) -> list[Image]:
    rows = connection.execute(select(wanted).where(among(wanted.c.key, change.keys))).mappings()
    return [Image("wanted", (row["key"],), {"url": row["url"], "created": row["created"]}, None) for row in rows]


@images_of.register
def _(change: changes.Watch, connection: Connection) -> list[Image]:
    present = connection.scalars(select(articles.c.id).where(among(articles.c.id, change.ids))).all()
    rows = connection.execute(select(watches).where(among(watches.c.article, present))).mappings()
    held = {row["article"]: row for row in rows}
    every = change.every_minutes
    if every is None:
        return [
            Image("watches", (article,), {"every_minutes": row["every_minutes"], "created": row["created"]}, None)
            for article, row in held.items()
        ]
    new = [
        Image("watches", (article,), None, {"every_minutes": every, "created": now()})
        for article in present
        if article not in held
    ]
    return new + [
        Image("watches", (article,), {"every_minutes": row["every_minutes"]}, {"every_minutes": every})
        for article, row in held.items()
        if row["every_minutes"] != every
    ]


def feed_columns(feed: changes.Subscription) -> dict[str, Any]:
    """A subscription as the columns of its row, without key and time."""
    return {
        "url": storable(feed.url),
        "title": storable(feed.title.strip()),
        "folder": storable("/".join(part for name in feed.folder.split("/") if (part := name.strip()))),
        "typed": feed.typed,
        "every_minutes": feed.every_minutes,
        "full_text": str(feed.full_text),
        "paused": feed.paused,
        "attributes": storable(compact_json([list(attribute) for attribute in feed.attributes]).decode()),
    }
