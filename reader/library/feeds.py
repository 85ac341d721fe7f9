"""Feeds in the library: what each says of itself, which items were seen, which articles they are. Nothing of the
reader's is touched here: a refresh adds, and never sets a state back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, func, select, update
from sqlalchemy.dialects.sqlite import insert

from reader.article import FeedItem, FeedPage, host_of, url_key
from reader.library import articles as shelf
from reader.library.asking import asked_of, subscription_of
from reader.library.images import among
from reader.library.packing import storable, unpacked_json
from reader.library.sameness import hardly_changed, same_letters
from reader.library.schema import articles, feed_facts, feed_items, feeds, states
from reader.library.source_values import Asked, Feed, NewItem


def all_feeds(connection: Connection) -> list[Feed]:
    """Every feed with its counts, by folder and title."""
    rows = connection.execute(select(feeds)).mappings().all()
    facts = {row["feed"]: row for row in connection.execute(select(feed_facts)).mappings()}
    known = asked_of(connection, [row["key"] for row in rows])
    counts = _counts(connection)
    held = []
    for row in rows:
        key, told = row["key"], facts.get(row["key"])
        unread, total = counts.get(key, (0, 0))
        held.append(
            Feed(
                subscription=subscription_of(row),
                title=row["title"] or (told["title"] if told else "") or host_of(row["url"]) or row["url"],
                site=told["site"] if told else "",
                icon_url=told["icon_url"] if told else "",
                icon=told["icon"] if told else None,
                suggested_minutes=told["every_minutes"] if told else None,
                notice=told["notice"] if told else "",
                asked=known.get(key, Asked(key)),
                unread=unread,
                total=total,
            )
        )
    return sorted(held, key=lambda feed: (feed.folder.casefold(), feed.title.casefold(), feed.key))


def _counts(connection: Connection) -> dict[str, tuple[int, int]]:
    """For each feed how many of its articles are unread, and how many there are."""
    seen = states.c.trashed.is_(False), states.c.archived.is_(False)
    joined = feed_items.join(states, states.c.article == feed_items.c.article)
    of_all = select(feed_items.c.feed, func.count()).select_from(joined).where(*seen).group_by(feed_items.c.feed)
    total: dict[str, int] = dict(connection.execute(of_all).all())
    of_unread = of_all.where(states.c.read.is_(False))
    unread: dict[str, int] = dict(connection.execute(of_unread).all())
    return {feed: (unread.get(feed, 0), number) for feed, number in total.items()}


def note_facts(connection: Connection, feed: str, page: FeedPage, notice: str) -> None:
    """Keep what a feed's document says of the feed."""
    values: dict[str, Any] = {
        "feed": feed,
        "title": storable(page.title),
        "site": storable(page.site or ""),
        "icon_url": storable(page.icon or ""),
        "every_minutes": page.every_minutes,
        "notice": notice,
    }
    statement = insert(feed_facts).values(values)
    connection.execute(statement.on_conflict_do_update(index_elements=["feed"], set_=values))


def note_icon(connection: Connection, feed: str, icon: bytes) -> None:
    """Keep a feed's icon, a PNG."""
    connection.execute(update(feed_facts).where(feed_facts.c.feed == feed).values(icon=icon))


def has_icon(connection: Connection, feed: str) -> bool:
    """Whether a feed's icon is here."""
    chosen = select(feed_facts.c.feed).where(feed_facts.c.feed == feed, feed_facts.c.icon.is_not(None))
    return connection.scalar(chosen) is not None


def sorted_items(
    connection: Connection, feed: str, items: Sequence[FeedItem]
) -> tuple[list[FeedItem], list[tuple[FeedItem, int]]]:
    """Of a feed's items those that are new, and those that were edited, each with its article."""
    held = {
        row.item: (row.digest, row.article)
        for row in connection.execute(
            select(feed_items.c.item, feed_items.c.digest, feed_items.c.article).where(
                feed_items.c.feed == feed, among(feed_items.c.item, [storable(item.key) for item in items])
            )
        )
    }
    new = [item for item in items if storable(item.key) not in held]
    edited = [
        (item, held[storable(item.key)][1])
        for item in items
        if storable(item.key) in held
        and held[storable(item.key)][0] != item.digest
        and held[storable(item.key)][1] is not None
    ]
    return new, edited


def link(connection: Connection, feed: str, item: str, digest: str, article: int | None, seen_at: str) -> None:
    """Note that an item was seen, and which article it is."""
    values = {"feed": feed, "item": storable(item), "digest": digest, "article": article, "seen_at": seen_at}
    statement = insert(feed_items).values(values)
    changed = {"digest": digest} | ({} if article is None else {"article": article})
    connection.execute(statement.on_conflict_do_update(index_elements=["feed", "item"], set_=changed))


def feeds_of(connection: Connection, article: int) -> list[str]:
    """The feeds that an article came by."""
    return list(connection.scalars(select(feed_items.c.feed).where(feed_items.c.article == article).distinct()))


def item_article(connection: Connection, feed: str, item: str) -> int | None:
    """The article that an item of a feed is, None where there is none."""
    chosen = select(feed_items.c.article).where(feed_items.c.feed == feed, feed_items.c.item == storable(item))
    return connection.scalar(chosen)


def twin_of(connection: Connection, feed: str, new: NewItem, capture: int | None) -> int | None:
    """The article that an item is already: the same words, or another feed's item of the same address.

    Within one feed the publisher's own key decides: some give every item the same address.
    """
    found = shelf.twin_of(connection, -1 if capture is None else capture, new.article, by_address=False)
    address = url_key(new.article.url)
    if found is not None or address is None:
        return found
    chosen = select(articles.c.id, articles.c.title, articles.c.record).where(articles.c.url_key == address)
    for number, title, record in connection.execute(chosen.order_by(articles.c.id).limit(20)):
        if feed in feeds_of(connection, number):
            continue
        if same_letters(title, shelf.title_of(new.article)) or hardly_changed(
            unpacked_json(record)["text"], new.article.text
        ):
            return int(number)
    return None


def unlinked(connection: Connection, feed: str, items: Iterable[FeedItem], seen_at: str) -> None:
    """Note items as seen that are too many to become articles."""
    rows = [
        {"feed": feed, "item": storable(item.key), "digest": item.digest, "article": None, "seen_at": seen_at}
        for item in items
    ]
    if rows:
        statement = insert(feed_items)
        told = {"digest": statement.excluded.digest}
        connection.execute(statement.on_conflict_do_update(index_elements=["feed", "item"], set_=told), rows)
