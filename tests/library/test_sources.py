"""Feeds, waiting addresses, watches, versions and pictures in the library: nothing of the reader's is ever lost to them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from invented_articles import PARAGRAPHS, article, capture

from reader.article import (
    EMPTY_ANALYSIS,
    Article,
    Block,
    BlockKind,
    Capture,
    FeedItem,
    FeedPage,
    FoundPicture,
    LibraryError,
    Span,
    anchor_of,
    article_of,
)
from reader.library import (
    AddFeeds,
    AddHighlight,
    AddNote,
    Asked,
    Came,
    ChangeFeed,
    FullText,
    Library,
    ListKind,
    NewItem,
    Query,
    RemoveFeeds,
    SetBookmarked,
    SetRead,
    Subscription,
    Trash,
    Unwant,
    Want,
    Watch,
)

QUAY = Subscription("quay", "https://quay.example/feed", folder="News/Europe", typed="quay.example")
POST = Subscription("post", "https://post.example/rss", folder="News")


def page(number: int, *more: str, title: str | None = None, url: str | None = None) -> Article:
    texts = (
        f"Ship {number} came in on the evening tide, with a cargo of oranges and {number * 13} letters for the town.",
        *more,
    )
    return article_of(
        [Block(BlockKind.PARAGRAPH, text) for text in texts],
        title=title or f"Ship {number}",
        url=url or f"https://quay.example/{number}",
    )


def came(made: Article, how: str = "feed", mark: str = "") -> Capture:
    return Capture(
        f"{mark}{made.title}{made.text}".encode(), "text/html", made.title or "", how, datetime.now(UTC), made.url
    )


def item(number: int, made: Article | None = None) -> NewItem:
    made = made or page(number)
    return NewItem(f"item {number}", f"digest {number}", came(made), made)


@pytest.fixture
def fed(library: Library) -> Library:
    library.perform(AddFeeds((QUAY, POST)))
    library.sources.add_items("quay", [item(1), item(2)])
    return library


def titles(library: Library, query: Query) -> list[str]:
    return [row.title for row in library.rows(query)]


def test_items_become_unread_articles_the_newest_on_top(fed: Library) -> None:
    assert titles(fed, Query(feed="quay")) == ["Ship 2", "Ship 1"]
    assert titles(fed, Query(ListKind.UNREAD, folder="News")) == ["Ship 2", "Ship 1"]
    assert titles(fed, Query(folder="News/Europe")) == ["Ship 2", "Ship 1"]
    assert titles(fed, Query(feed="post")) == titles(fed, Query(folder="New")) == []
    post, quay = fed.sources.feeds()
    assert (quay.key, quay.unread, quay.total, post.total) == ("quay", 2, 2, 0)
    assert titles(fed, Query(feed="quay", words="oranges 13")) == ["Ship 1"]


def test_items_are_no_steps_of_undo(fed: Library) -> None:
    assert fed.undo_label == "Add 2 feeds"
    fed.undo()
    assert fed.sources.feeds() == []
    assert len(titles(fed, Query())) == 2
    fed.redo()
    assert [feed.total for feed in fed.sources.feeds()] == [0, 2]


def test_what_the_reader_did_outlasts_every_refresh(fed: Library) -> None:
    fed.perform(SetRead((1,)))
    fed.perform(SetBookmarked((1,)))
    fed.perform(Trash((2,)))
    new, edited = fed.sources.sorted_items(
        "quay", [FeedItem("item 1", "T"), FeedItem("item 2", "T"), FeedItem("item 3")]
    )
    assert [i.key for i in new] == ["item 3"] and [(i.key, a) for i, a in edited] == [("item 1", 1), ("item 2", 2)]
    assert fed.sources.add_items("quay", [item(1), item(2)]) == {}
    row = fed.opened(1).row
    assert not row.unread and row.bookmarked
    assert titles(fed, Query(ListKind.TRASH)) == ["Ship 2"]


def test_an_item_that_was_deleted_for_ever_does_not_come_back(fed: Library) -> None:
    from reader.library import DeleteForever

    fed.perform(DeleteForever((1,)))
    new, edited = fed.sources.sorted_items("quay", [FeedItem("item 1", "changed")])
    assert (new, edited) == ([], [])


def test_the_same_article_in_two_feeds_is_one(fed: Library) -> None:
    fed.perform(SetRead((1,)))
    stub = page(7, title="SHIP 2!", url="https://www.quay.example/2?utm_source=post")
    assert fed.sources.add_items("post", [item(1), NewItem("p2", "d", came(stub), stub)]) == {}
    assert titles(fed, Query(feed="post")) == ["Ship 2", "Ship 1"]
    assert [(feed.unread, feed.total) for feed in fed.sources.feeds()] == [(1, 2), (1, 2)]


def test_a_feed_that_gives_every_item_one_address_keeps_them_apart(fed: Library) -> None:
    url = "https://post.example/news"
    added = fed.sources.add_items("post", [item(i, page(i, title="News", url=url)) for i in (5, 6)])
    assert len(added) == 2


def test_a_feed_is_subscribed_to_once_however_its_address_is_written(fed: Library) -> None:
    fed.perform(AddFeeds((Subscription("again", "http://www.quay.example/feed/?utm_source=x"),)))
    assert len(fed.sources.feeds()) == 2


def test_a_feed_changed_and_taken_back(fed: Library) -> None:
    wanted = Subscription("quay", QUAY.url, "My quay", " Mine / Ships ", "quay.example", 30, FullText.NEVER, True)
    fed.perform(ChangeFeed(wanted))
    feed = fed.sources.feed("quay")
    assert (feed.title, feed.folder, feed.subscription.paused) == ("My quay", "Mine/Ships", True)
    fed.undo()
    assert fed.sources.feed("quay").subscription == QUAY
    with pytest.raises(LibraryError):
        fed.perform(ChangeFeed(Subscription("gone", "https://gone.example/")))


def test_removing_a_feed_keeps_what_is_the_readers(fed: Library) -> None:
    fed.sources.add_items("quay", [item(3), item(4)])
    fed.sources.add_items("post", [item(4)])
    fed.perform(SetBookmarked((1,)))
    fed.perform(AddNote("n", 2, None, "mine"))
    fed.perform(RemoveFeeds(("quay",), with_articles=True))
    assert titles(fed, Query(ListKind.TRASH)) == ["Ship 3"]
    fed.undo()
    assert titles(fed, Query(ListKind.TRASH)) == [] and fed.sources.feed("quay").total == 4
    fed.perform(RemoveFeeds(("quay",)))
    assert len(titles(fed, Query())) == 4


def test_removing_a_feed_keeps_what_has_a_highlight(fed: Library) -> None:
    text = fed.opened(1).article.text
    fed.perform(AddHighlight("h", 1, anchor_of(text, Span(0, 4)), "blue"))
    fed.perform(RemoveFeeds(("quay",), with_articles=True))
    assert titles(fed, Query(ListKind.TRASH)) == ["Ship 2"]


def test_what_a_feed_says_of_itself(fed: Library) -> None:
    fed.sources.note_feed("post", FeedPage("The Post", "https://post.example/", every_minutes=60), "only the newest")
    fed.sources.note_icon("post", b"png")
    later = datetime(2026, 1, 1, tzinfo=UTC)
    fed.sources.note(Asked("post", later, later + timedelta(hours=1), None, 3, "post.example is down.", etag='"x"'))
    feed = fed.sources.feed("post")
    assert (feed.title, feed.site, feed.icon, feed.notice) == (
        "The Post",
        "https://post.example/",
        b"png",
        "only the newest",
    )
    assert (feed.asked.failures, feed.asked.fault, feed.asked.etag) == (3, "post.example is down.", '"x"')


def test_a_feed_that_moved_is_followed_quietly(fed: Library) -> None:
    fed.sources.moved("quay", "https://new.example/feed")
    assert fed.sources.feed("quay").url == "https://new.example/feed"
    assert fed.undo_label == "Add 2 feeds"


def test_items_lie_beside_the_journal_until_backups_hold_them(fed: Library, folder: Path) -> None:
    kept = folder / "journal" / "kept"
    assert [path.name for path in kept.glob("*.items")] == ["2.items"]
    from reader.library import spool

    laid = spool.items(kept, 2)
    assert [each["item"] for each in laid] == ["item 1", "item 2"]
    for _ in range(3):
        fed.backup()
    assert list(kept.glob("*.items")) == []


def test_a_replay_brings_items_back_once(fed: Library) -> None:
    from reader.library import articles as shelf
    from reader.library import replay, spool

    store = fed._store
    body = {"kind": replay.ITEMS, "last": 2, "count": 2}
    with store.writing() as connection:
        shelf.delete_articles(connection, [1, 2])
        connection.exec_driver_sql("DELETE FROM feed_items")
        for _ in range(2):
            replay._add_items(connection, store.places, body)
    assert titles(fed, Query(feed="quay")) == ["Ship 2", "Ship 1"]
    assert len(spool.items(store.places.spool, 2)) == 2


# ---- Addresses that wait, and watches


def test_an_address_waits_once_until_it_came(library: Library) -> None:
    library.perform(Want("w1", "https://quay.example/9"))
    library.perform(Want("w2", "https://quay.example/9"))
    (only,) = library.sources.wanted()
    assert (only.key, only.url, only.asked.failures) == ("w1", "https://quay.example/9", 0)
    library.sources.take_wanted("w1")
    assert library.sources.wanted() == []


def test_an_address_that_is_not_wanted_any_longer(library: Library) -> None:
    library.perform(Want("w1", "https://quay.example/9"))
    library.perform(Unwant(("w1",)))
    assert library.sources.wanted() == []
    library.undo()
    assert len(library.sources.wanted()) == 1


def test_waiting_outlasts_a_restart(library: Library, folder: Path) -> None:
    library.perform(Want("w1", "https://quay.example/9"))
    library.close()
    with Library.open(folder) as again:
        assert [wanted.url for wanted in again.sources.wanted()] == ["https://quay.example/9"]


def test_a_watched_article(fed: Library) -> None:
    fed.perform(Watch((1,), 60))
    (watched,) = fed.sources.watched()
    assert (watched.article, watched.url, watched.every_minutes) == (1, "https://quay.example/1", 60)
    assert fed.sources.is_watched(1) and not fed.sources.is_watched(2)
    fed.perform(Watch((1,), None))
    assert fed.sources.watched() == []
    fed.undo()
    assert fed.sources.is_watched(1)


# ---- Versions


def test_a_changed_article_is_a_new_version_and_the_note_stays(library: Library) -> None:
    made = article(1)
    number = library.add(capture(1), made).id
    library.perform(AddNote("n", number, None, "mine"))
    newer = article_of(
        [Block(BlockKind.PARAGRAPH, text) for text in (*PARAGRAPHS[:2], "“The lamp is lit again,” said Ms Brandt.")],
        title=made.title,
    )
    assert library.sources.came_again(number, came(newer, "web"), newer) is Came.CHANGED
    opened = library.opened(number)
    assert "lit again" in opened.article.text and [note.body for note in opened.notes] == ["mine"]
    before, after = library.sources.versions(number)
    assert before.article.text == made.text and after.article.text == newer.text
    assert before.until == after.since and after.until is None and before.analysis is None
    assert library.sources.changed_unseen(number)
    assert library.store_analysis(number, EMPTY_ANALYSIS)
    assert library.sources.versions(number)[-1].analysis == EMPTY_ANALYSIS
    again = article_of([Block(BlockKind.PARAGRAPH, "Nothing of it is left, and nobody says why.")], title=made.title)
    assert library.sources.came_again(number, came(again, "web"), again) is Came.CHANGED
    assert library.sources.versions(number)[-2].analysis == EMPTY_ANALYSIS
    library.sources.mark_shown(number)
    assert not library.sources.changed_unseen(number)
    assert library.count(Query(words="nobody says why")) == 1


def test_versions_come_back_with_a_library_that_was_lost(folder: Path) -> None:
    made = article(1)
    newer = article_of([Block(BlockKind.PARAGRAPH, text) for text in (*PARAGRAPHS[:2], "“It is lit,” said Ms Brandt.")])
    with Library.open(folder) as library:
        number = library.add(capture(1), made).id
        library.backup()
        library.sources.came_again(number, came(newer, "web"), newer)
        told = library.sources.versions(number)
        backup = Library.backups(folder)[-1].path
    Library.restore(folder, backup)
    with Library.open(folder) as again:
        assert again.opened(number).article.text == newer.text
        versions = again.sources.versions(number)
        assert [each.article.text for each in versions] == [made.text, newer.text]
        assert [(each.since, each.until) for each in versions] == [(each.since, each.until) for each in told]
        assert again.capture(number).content == came(newer, "web").content


def test_trifles_are_no_version(library: Library) -> None:
    made = page(1)
    number = library.add(came(made), made).id
    trifling = page(1, "Updated 14:32, 3 May 2018", "Advertisement")
    assert library.sources.came_again(number, came(trifling, "feed", "x"), trifling) is Came.TRIFLES
    assert library.sources.came_again(number, came(made, "feed"), made) is Came.SAME
    assert len(library.sources.versions(number)) == 1


def test_the_full_text_takes_the_place_of_what_the_feed_gave_and_both_are_kept(fed: Library) -> None:
    full = page(1, "And this is what the feed left out, all of it, at some length, to the very end of the matter.")
    assert fed.sources.came_again(1, came(full, "web"), full) is Came.FULLER
    assert not fed.sources.changed_unseen(1)
    assert [version.how for version in fed.sources.versions(1)] == ["feed", "web"]
    same = page(2)
    assert fed.sources.came_again(2, came(same, "web", "again"), same) is Came.SAME


def test_versions_go_with_their_article(fed: Library, folder: Path) -> None:
    from reader.library import DeleteForever

    newer = page(1, "A second ship followed in the night, and nobody had expected it at all.")
    fed.sources.came_again(1, came(newer, "feed"), newer)
    fed.perform(DeleteForever((1,)))
    with closing(sqlite3.connect(folder / "library.db")) as raw:
        assert raw.execute("SELECT count(*) FROM versions").fetchone() == (0,)
        assert raw.execute("SELECT count(*) FROM captures").fetchone() == (1,)


def test_an_older_version_that_comes_in_again_is_no_new_article(fed: Library) -> None:
    first = came(page(1))
    newer = page(1, "A second ship followed in the night, and nobody had expected it at all.")
    fed.sources.came_again(1, came(newer, "feed"), newer)
    assert fed.add(first, page(1)).duplicate


# ---- Pictures


def test_pictures_lie_in_the_librarys_folder(fed: Library, folder: Path) -> None:
    found = (FoundPicture("https://a.example/1.jpg", "A boat"), FoundPicture("https://a.example/0.jpg", lead=True))
    assert fed.sources.want_pictures(1, found) == [(0, "https://a.example/1.jpg"), (1, "https://a.example/0.jpg")]
    fed.sources.store_picture(1, 0, b"boat", "image/jpeg", (10, 20))
    fed.sources.store_picture(1, 1, b"lead", "image/png", (30, 40))
    lead, boat = fed.sources.pictures(1)
    assert (lead.content(), lead.lead, boat.content(), boat.caption) == (b"lead", True, b"boat", "A boat")
    assert boat.path.parent == folder / "pictures"
    assert fed.sources.want_pictures(1, found) == []
    assert fed.sources.sweep_pictures() == 0
    fed.sources.drop_picture(1, 0)
    assert fed.sources.sweep_pictures() == 1 and not boat.path.exists() and boat.content() == b""
    assert fed.sources.want_pictures(99, found) == []
