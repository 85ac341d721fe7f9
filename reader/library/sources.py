"""Live sources in the library: what a refresh stores, what waits for the network, versions and pictures.

A part of the library's one door. It may be used from the thread that does the refreshing: every call is one short
transaction, so that the window, which asks the same library, never waits long, and no state that the reader changes
meanwhile is touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any, Protocol

from sqlalchemy import Connection, select

from reader.article import Article, Capture, FeedItem, FeedPage, FoundPicture, LibraryError, article_record
from reader.library import articles as shelf
from reader.library import asking, changes, deciding_sources, feeds, ledger, pictures, replay, spool, versions  # noqa: F401 - deciding_sources registers what changes of sources do
from reader.library.deciding import images_of
from reader.library.images import Image
from reader.library.packing import now
from reader.library.schema import articles as article_table
from reader.library.schema import feeds as feed_table
from reader.library.schema import states
from reader.library.source_values import Asked, Came, Feed, NewItem, StoredPicture, Version, Wanted, Watched
from reader.library.store import Store

Keep = Callable[[Connection, Capture], int]


class Enter(Protocol):
    """Journals row images and lets them take effect."""

    def __call__(self, connection: Connection, kind: str, label: str, images: Iterable[Image]) -> None: ...


class Sources:
    """The library's side of feeds, addresses, watches, versions and pictures."""

    def __init__(self, store: Store, keep: Keep, enter: Enter) -> None:
        self._store, self._keep, self._enter = store, keep, enter

    # ---- What is there

    def feeds(self) -> list[Feed]:
        """Every feed with its counts, by folder and title."""
        with self._store.reading() as connection:
            return feeds.all_feeds(connection)

    def feed(self, key: str) -> Feed:
        """One feed; LibraryError where it is no longer there."""
        found = next((feed for feed in self.feeds() if feed.key == key), None)
        if found is None:
            raise LibraryError("The feed is no longer in the library; add it anew.")
        return found

    def subscriptions(self) -> list[tuple[changes.Subscription, Asked]]:
        """All feeds as the reader wants them, each with how it went: what a refresh needs, without counts."""
        with self._store.reading() as connection:
            held = asking.subscriptions(connection)
            known = asking.asked_of(connection, [feed.key for feed in held])
            return [(feed, known.get(feed.key, Asked(feed.key))) for feed in held]

    def wanted(self) -> list[Wanted]:
        """The addresses that wait to be fetched, oldest first."""
        with self._store.reading() as connection:
            return asking.wanted_addresses(connection)

    def watched(self) -> list[Watched]:
        """The articles that are looked at again."""
        with self._store.reading() as connection:
            return asking.watched_articles(connection)

    def is_watched(self, article: int) -> bool:
        """Whether an article is looked at again."""
        with self._store.reading() as connection:
            return bool(asking.watched_articles(connection, article))

    def feeds_of(self, article: int) -> list[str]:
        """The keys of the feeds that an article came by."""
        with self._store.reading() as connection:
            return feeds.feeds_of(connection, article)

    def asked(self, key: str) -> Asked:
        """How asking went for a feed, a wanted address or (`asking.watch_key`) an article."""
        with self._store.reading() as connection:
            return asking.asked_of(connection, [key]).get(key, Asked(key))

    # ---- What a refresh stores

    def note(self, told: Asked) -> None:
        """Write down how asking went."""
        with self._store.writing(counts=False) as connection:
            asking.note(connection, told)

    def ask_anew(self, keys: Iterable[str]) -> None:
        """Let what was given up be asked again."""
        with self._store.writing(counts=False) as connection:
            asking.forget(connection, keys)

    def note_feed(self, feed: str, page: FeedPage, notice: str = "") -> None:
        """Keep what a feed's document says of the feed."""
        with self._store.writing(counts=False) as connection:
            feeds.note_facts(connection, feed, page, notice)

    def note_icon(self, feed: str, icon: bytes) -> None:
        """Keep a feed's icon, a PNG."""
        with self._store.writing(counts=False) as connection:
            feeds.note_icon(connection, feed, icon)

    def has_icon(self, feed: str) -> bool:
        """Whether a feed's icon is here."""
        with self._store.reading() as connection:
            return feeds.has_icon(connection, feed)

    def moved(self, feed: str, url: str) -> None:
        """Follow a feed to the address where it says that it has moved for ever: saved, but no step of undo."""
        with self._store.writing() as connection:
            before = connection.scalar(select(feed_table.c.url).where(feed_table.c.key == feed))
            if before is not None and before != url:
                self._enter(
                    connection, ledger.QUIET, "Follow feed", [Image("feeds", (feed,), {"url": before}, {"url": url})]
                )

    def sorted_items(self, feed: str, items: Sequence[FeedItem]) -> tuple[list[FeedItem], list[tuple[FeedItem, int]]]:
        """Of a feed's items those that are new, and those that were edited, each with its article."""
        with self._store.reading() as connection:
            return feeds.sorted_items(connection, feed, items)

    def skip_items(self, feed: str, items: Iterable[FeedItem]) -> None:
        """Note items as seen that are not to become articles."""
        with self._store.writing(counts=False) as connection:
            feeds.unlinked(connection, feed, items, now())

    def link_item(self, feed: str, item: FeedItem, article: int) -> None:
        """Note what an edited item says now."""
        with self._store.writing(counts=False) as connection:
            feeds.link(connection, feed, item.key, item.digest, article, now())

    def add_items(self, feed: str, items: Sequence[NewItem]) -> dict[str, int]:
        """Store items as unread articles, in this order, in one transaction; of those that are new, the article of each.

        One that the library has already, by another feed or otherwise, is only linked: it stays read if it was, and in
        the trash if it is there.
        """
        added: dict[str, int] = {}
        with self._store.writing() as connection:
            moment = now()
            laid: list[dict[str, Any]] = []
            for item in items:
                new = replace(item, article=shelf.sound(item.article))
                capture = shelf.kept(connection, new.capture.digest, new.capture.raw)
                twin = feeds.twin_of(connection, feed, new, capture)
                if twin is None:
                    twin = self._add(connection, new, capture, moment, laid)
                    added[new.item] = twin
                feeds.link(connection, feed, new.item, new.digest, twin, moment)
                if laid and laid[-1]["article"] == twin:
                    laid[-1] |= {"feed": feed, "item": new.item, "item_digest": new.digest}
            if laid:
                last = laid[-1]["article"]
                spool.put_items(self._store.places.spool, last, laid)
                self._store.record(connection, {"kind": replay.ITEMS, "last": last, "count": len(laid)})
        return added

    def _add(
        self, connection: Connection, new: NewItem, capture: int | None, moment: str, laid: list[dict[str, Any]]
    ) -> int:
        row = shelf.capture_row(new.capture)
        number = shelf.keep(connection, row) if capture is None else capture
        shelf.settle_capture(connection, number, shelf.USED)
        article = shelf.add(connection, number, new.article, moment, sample=False)
        connection.execute(states.insert().values(article=article))
        laid.append(
            {
                "article": article,
                "capture": number,
                "row": None if capture is not None else row,
                "added": moment,
                "record": article_record(new.article),
            }
        )
        return article

    def take_wanted(self, key: str) -> None:
        """An address does not wait any longer, because it came: saved, but no step of undo."""
        with self._store.writing() as connection:
            self._enter(connection, ledger.QUIET, "Fetch address", images_of(changes.Unwant((key,)), connection))
            asking.forget(connection, [key])

    # ---- Versions

    def came_again(self, article: int, capture: Capture, cleaned: Article) -> Came:
        """Store what was fetched of an article again, where it says anything new: what it was is kept as a version.

        The reader's edits, notes, highlights and states hold. Where only trifles changed, nothing is stored.
        """
        with self._store.writing() as connection:
            cleaned = shelf.sound(cleaned)
            what = versions.compared(connection, article, cleaned, capture.how)
            if what in {Came.CHANGED, Came.FULLER}:
                number = self._keep(connection, capture)
                spool.put_version(self._store.places.spool, article, number, article_record(cleaned))
                body = {"kind": replay.VERSION, "article": article, "capture": number, "what": str(what)}
                written = self._store.record(connection, body)
                versions.add(connection, article, number, cleaned, what, written.at)
            return what

    def versions(self, article: int) -> list[Version]:
        """All versions of an article, oldest first; the last one is what it is now."""
        with self._store.reading() as connection:
            return versions.of_article(connection, article)

    def changed_unseen(self, article: int) -> bool:
        """Whether an article changed in a way that the reader has not been shown."""
        with self._store.reading() as connection:
            return versions.unseen_since(connection, article) is not None

    def mark_shown(self, article: int) -> None:
        """The reader has been shown what changed."""
        with self._store.writing(counts=False) as connection:
            versions.mark_shown(connection, article)

    # ---- Pictures

    def want_pictures(self, article: int, found: Sequence[FoundPicture]) -> list[tuple[int, str]]:
        """Note which pictures an article has; those that are not here yet, each with its number and address."""
        with self._store.writing(counts=False) as connection:
            if connection.scalar(select(article_table.c.id).where(article_table.c.id == article)) is None:
                return []
            pictures.want(connection, article, found)
            return pictures.missing(connection, article)

    def store_picture(self, article: int, ordinal: int, content: bytes, media_type: str, size: tuple[int, int]) -> None:
        """Keep a picture, drawn anew, in the library's folder."""
        file = pictures.lay_down(self._store.places.folder, content, media_type)
        with self._store.writing(counts=False) as connection:
            pictures.store(connection, article, ordinal, file, media_type, size)

    def drop_picture(self, article: int, ordinal: int) -> None:
        """Forget a picture that cannot be had."""
        with self._store.writing(counts=False) as connection:
            pictures.drop(connection, article, ordinal)

    def pictures(self, article: int) -> tuple[StoredPicture, ...]:
        """The pictures of an article that are here, the lead first: nothing is loaded from the network."""
        with self._store.reading() as connection:
            return pictures.of_article(connection, self._store.places.folder, article)

    def sweep_pictures(self) -> int:
        """Delete the pictures' files that no article has any more; how many."""
        with self._store.reading() as connection, suppress(OSError):
            return pictures.sweep(connection, self._store.places.folder)
        return 0

    def address_of(self, article: int) -> str | None:
        """Where an article was fetched from, or says that it is."""
        with self._store.reading() as connection:
            return asking.address_of(connection, article)
