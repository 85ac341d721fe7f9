"""Gathering from real servers on loopback: feeds, addresses and watched articles, good and bad ones side by side."""

from __future__ import annotations

import io
import queue
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
import web_server as web
from PIL import Image
from web_server import WebServer, served

from reader.intake.web import Limits
from reader.library import (
    AddFeeds,
    AddNote,
    Came,
    FullText,
    Library,
    Query,
    SetRead,
    Subscription,
    Want,
    Watch,
)  # fmt: skip
from reader.work import (
    Arrived,
    CameAgain,
    FeedRead,
    FeedsFound,
    Gathered,
    Gatherer,
    IsFeed,
    Left,
    NotAgain,
    NotCome,
)  # fmt: skip
from reader.work.errands import Round, Urgency
from reader.work.network import Network
from reader.work.source_desk import SourceDesk

T = TypeVar("T")
QUICK = Limits(connect_s=5, read_s=3, total_s=12, wire_bytes=1 << 20, attempts=1)
PATIENCE_S = 90

PROSE = (
    "The ferry of Nordhaven sailed at dawn on Tuesday with forty people on board, the harbour master said.",
    "“We had waited for nine hours,” said Ilse Brandt, who has kept the lighthouse for twenty years now.",
    "The council is to meet again on Friday to hear what the captain and his mate have to say about the lamp.",
    "Ships had waited outside the bar since Monday evening, and some of them had turned back to the south.",
)


def page(title: str = "Ferry sails at last", *paragraphs: str, head: str = "") -> str:
    body = "".join(f"<p>{text}</p>" for text in paragraphs or PROSE)
    return (
        f"<!doctype html><html><head><title>{title}</title>{head}</head><body><nav><a href=/>Home</a></nav>"
        f"<article><h1>{title}</h1>{body}</article></body></html>"
    )


def rss(*items: tuple[str, str, str], more: str = "", title: str = "Quay Post") -> str:
    made = "".join(
        f"<item><guid>{key}</guid><title>{name}</title><link>/{key}</link><description><![CDATA[{text}]]></description>"
        f"<pubDate>Mon, 0{n + 1} Jan 2018 10:00:00 GMT</pubDate></item>"
        for n, (key, name, text) in enumerate(items)
    )
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>{title}</title>{more}{made}</channel></rss>"


LONG = "<p>" + "</p><p>".join(PROSE) + "</p><p>" + " ".join(f"Word {i} of it." for i in range(80)) + "</p>"


class Watcher:
    """A gatherer and what it told."""

    def __init__(self, library: Library, **more: object) -> None:
        self.told: queue.Queue[Gathered] = queue.Queue()
        self.all: list[Gathered] = []
        self.gatherer = Gatherer(library, self.told.put, on_schedule=False, limits=QUICK, **more)  # type: ignore[arg-type]
        self.gatherer.set_pause(0)

    def until_idle(self) -> list[Gathered]:
        """Waits until nothing is left to do; what was told meanwhile."""
        told: list[Gathered] = []
        deadline = time.monotonic() + PATIENCE_S
        while True:
            event = self.told.get(timeout=max(0.1, deadline - time.monotonic()))
            told.append(event)
            self.all.append(event)
            if event == Left(0):
                return told

    def one(self, kind: type[T], told: list[Gathered] | None = None) -> T:
        (only,) = [event for event in (self.until_idle() if told is None else told) if isinstance(event, kind)]
        return only


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as opened:
        yield opened


@pytest.fixture(scope="module")
def desk() -> Iterator[SourceDesk]:
    """One worker process for all tests: it takes a while to start."""
    made = SourceDesk()
    yield made
    made.close()


@pytest.fixture
def watcher(library: Library, desk: SourceDesk) -> Iterator[Watcher]:
    made = Watcher(library, desk=desk)
    yield made
    made.gatherer.close()


@pytest.fixture
def server() -> Iterator[WebServer]:
    with served() as running:
        yield running


def subscribe(library: Library, url: str, key: str = "f", **more: object) -> None:
    library.perform(AddFeeds((Subscription(key, url, typed="127.0.0.1", **more),)))  # type: ignore[arg-type]


ALL = Query()


def titles(library: Library, query: Query = ALL) -> list[str]:
    return [row.title for row in library.rows(query)]


def test_a_feed_from_first_refresh_to_edits_and_vanished_items(
    library: Library, watcher: Watcher, server: WebServer
) -> None:
    first = rss(("one", "One", LONG), ("two", "Two", LONG.replace("Ferry", "Boat").replace("Word", "Line")))
    url = server.page("/feed", first, type="application/rss+xml", headers={"ETag": '"1"'})
    subscribe(library, url)
    watcher.gatherer.refresh()
    told = watcher.until_idle()
    assert sum(len(event.added) for event in told if isinstance(event, FeedRead)) == 2
    assert titles(library, Query(feed="f")) == ["Two", "One"]
    assert library.opened(1).article.url == server.url("/one")
    feed = library.sources.feed("f")
    assert (feed.title, feed.unread, feed.asked.etag, feed.asked.fault) == ("Quay Post", 2, '"1"', "")
    assert feed.asked.next_at is not None

    library.perform(SetRead((1,)))
    library.perform(AddNote("n", 1, None, "mine"))
    server.route("/feed", web.not_modified('"1"', first, "application/rss+xml"))
    watcher.gatherer.refresh()
    watcher.until_idle()
    assert not library.opened(1).row.unread

    edited = LONG.replace("nine hours", "three hours")
    server.page("/feed", rss(("one", "One", edited)), type="application/rss+xml")
    watcher.gatherer.refresh()
    told = watcher.until_idle()
    assert [event.edited for event in told if isinstance(event, FeedRead) and event.edited] == [(1,)]
    opened = library.opened(1)
    assert "three hours" in opened.article.text and not opened.row.unread and opened.notes[0].body == "mine"
    assert len(library.sources.versions(1)) == 2 and library.sources.changed_unseen(1)
    assert titles(library, Query(feed="f")) == ["Two", "One"]


def test_each_failing_feed_costs_only_itself_and_says_why(
    library: Library, watcher: Watcher, server: WebServer
) -> None:
    bad: dict[str, tuple[web.Route, str]] = {
        "slow": (web.slow_headers(15), "stopped in the middle"),
        "endless": (web.endless(), "1 MB"),
        "bomb": (web.bomb(64), "unpacks to far more"),
        "page": (web.page("<!doctype html><p>no feed"), "web page"),
        "broken": (web.page("<rss", type="text/xml"), "no feed"),
        "gone": (web.status(410), "for good"),
        "later": (web.status(429, Retry_After="7200"), "left alone"),
        "circle": (web.redirect("/circle"), "circle"),
    }
    for key, (route, _) in bad.items():
        subscribe(library, server.route(f"/{key}", route), key)
    subscribe(library, server.page("/good", rss(("one", "One", LONG)), type="text/xml"), "good")
    watcher.gatherer.refresh()
    watcher.until_idle()
    assert titles(library) == ["One"]
    for key, (_, words) in bad.items():
        asked = library.sources.feed(key).asked
        assert words in asked.fault, (key, asked.fault)
        assert asked.failures == 1 and asked.gives_up is (key == "gone")
    later = library.sources.feed("later").asked
    assert later.next_at is not None and later.asked_at is not None
    assert (later.next_at - later.asked_at).total_seconds() == 7200


def test_a_host_whose_feeds_are_all_slow_holds_up_no_other(
    library: Library, watcher: Watcher, server: WebServer
) -> None:
    asked_before: list[int] = []

    def quick(handler: web.Handler) -> None:
        asked_before.append(len(slow.asked))
        web.page(rss(("1", "Ferry sails", LONG)), type="text/xml")(handler)

    with served() as slow:
        for number in range(30):
            slow.route(f"/{number}", web.slow_headers(QUICK.read_s * 2))
        at_slow = [Subscription(f"slow {n}", slow.url(f"/{n}"), typed="127.0.0.1") for n in range(30)]
        library.perform(AddFeeds(tuple(at_slow)))
        subscribe(library, server.route("/quick", quick), "the last")
        watcher.gatherer.refresh()
        while not isinstance(event := watcher.told.get(timeout=PATIENCE_S), FeedRead):
            pass
    assert event.feed == "the last"
    assert asked_before[0] <= 2 * QUICK.per_host, "it was asked beside the first slow ones, not after them"


def test_who_has_many_pieces_does_not_hold_up_who_has_few(library: Library) -> None:
    network = Network()
    done: list[str] = []
    round_ = Round(library, network, lambda _: None)
    for turn in range(3):
        round_.later(Urgency.ITEMS, partial(done.append, f"many {turn}"), turn)
    round_.later(Urgency.ITEMS, partial(done.append, "few 0"))
    round_.later(Urgency.READER, partial(done.append, "reader"))
    for _ in range(5):
        round_.serve(0)
    network.close()
    assert done == ["reader", "many 0", "few 0", "many 1", "many 2"]


def test_a_feed_that_moved_for_ever_is_followed(library: Library, watcher: Watcher, server: WebServer) -> None:
    server.page("/new", rss(("one", "One", LONG)), type="text/xml")
    subscribe(library, server.route("/old", web.redirect("/new", 301)))
    watcher.gatherer.refresh()
    watcher.until_idle()
    assert library.sources.feed("f").url == server.url("/new")


def test_the_whole_text_is_fetched_where_a_feed_gives_a_stub(
    library: Library, watcher: Watcher, server: WebServer
) -> None:
    server.page("/robots.txt", "User-agent: *\nDisallow: /three\n", type="text/plain")
    server.page("/one", page("One", *PROSE))
    server.page("/three", page("Three", *PROSE))
    feed = rss(("one", "One", "<p>The ferry sailed…</p>"), ("two", "Two", LONG), ("three", "Three", "Read more"))
    subscribe(library, server.page("/feed", feed, type="text/xml"))
    watcher.gatherer.refresh()
    told = watcher.until_idle()
    one = next(row.id for row in library.rows(Query()) if row.title == "One")
    assert "forty people" in library.opened(one).article.text
    assert [version.how for version in library.sources.versions(one)] == ["feed", "web"]
    assert not library.sources.changed_unseen(one)
    assert [event.came for event in told if isinstance(event, CameAgain)] == [Came.FULLER]
    assert (server.count("/two"), server.count("/three")) == (0, 0)


def test_no_page_is_fetched_where_the_reader_does_not_want_it(
    library: Library, watcher: Watcher, server: WebServer
) -> None:
    server.page("/one", page("One", *PROSE))
    subscribe(library, server.page("/feed", rss(("one", "One", "Short.")), type="text/xml"), full_text=FullText.NEVER)
    watcher.gatherer.refresh()
    watcher.until_idle()
    assert titles(library) == ["One"] and server.count("/one") == 0


def test_an_address_becomes_an_article(library: Library, watcher: Watcher, server: WebServer) -> None:
    url = server.page("/news/1", page(head=f"<link rel=canonical href='{server.url('/news/proper')}'>"))
    library.perform(Want("w", url))
    watcher.gatherer.fetch_wanted()
    arrived = watcher.one(Arrived)
    opened = library.opened(arrived.article)
    assert (opened.article.title, opened.how, opened.article.url) == (
        "Ferry sails at last",
        "web",
        server.url("/news/proper"),
    )
    assert library.sources.wanted() == [] and not arrived.duplicate
    library.perform(Want("w2", url))
    watcher.gatherer.fetch_wanted()
    assert watcher.one(Arrived) == Arrived("w2", arrived.article, True)


def test_the_version_for_phones_leads_to_the_proper_one(library: Library, watcher: Watcher, server: WebServer) -> None:
    server.page("/1", page("The proper one"))
    amp = page("Stripped", head=f"<link rel=canonical href='{server.url('/1')}'>").replace("<html>", "<html amp>")
    library.perform(Want("w", server.page("/amp/1", amp)))
    watcher.gatherer.fetch_wanted()
    assert library.opened(watcher.one(Arrived).article).article.title == "The proper one"


@pytest.mark.parametrize(
    ("route", "words", "waits"),
    [(web.page("<title>x</title><div id=root></div><script src=a.js></script>"), "by scripts", False),
     (web.page(b"\x89PNG\r\n\x1a\n123", type="image/png"), "is a picture", False), (web.page(""), "is empty", False),
     (web.status(404), "no such page", False), (web.status(500), "fault of its own", True)],
    ids=["needs scripts", "a picture", "nothing", "not found", "a fault"],
)  # fmt: skip
def test_an_address_that_gives_no_article_is_told_and_kept(
    library: Library, watcher: Watcher, server: WebServer, route: web.Route, words: str, waits: bool
) -> None:
    library.perform(Want("w", server.route("/x", route)))
    watcher.gatherer.fetch_wanted()
    failed = watcher.one(NotCome)
    assert words in failed.sentence and failed.waits is waits
    assert library.sources.wanted()[0].asked.fault == failed.sentence
    assert library.count(Query()) == 0


def test_an_address_waits_for_the_network_and_comes_when_it_is_back(library: Library, watcher: Watcher) -> None:
    lost = WebServer()
    url = lost.page("/1", page())
    lost.close()
    library.perform(Want("w", url))
    watcher.gatherer.fetch_wanted()
    failed = watcher.one(NotCome)
    assert failed.waits and "offline" in failed.sentence
    with served() as other:
        subscribe(library, other.page("/feed", rss(), type="text/xml"))
        back = WebServer(port=lost.port)
        back.page("/1", page())
        try:
            watcher.gatherer.refresh(["f"])  # another host answers: the network is back
            told = watcher.until_idle()
            while not any(isinstance(event, Arrived) for event in told):
                told = watcher.until_idle()
        finally:
            back.close()
    assert library.sources.wanted() == []


def test_who_wants_to_be_left_alone_is_left_alone_whoever_else_answers(
    library: Library, watcher: Watcher, server: WebServer
) -> None:
    library.perform(Want("w", server.route("/later", web.status(429, Retry_After="7200"))))
    watcher.gatherer.fetch_wanted()
    assert watcher.one(NotCome).waits
    subscribe(library, server.page("/feed", rss(("1", "Ferry sails", LONG)), type="text/xml"))
    watcher.gatherer.refresh(["f"])
    watcher.until_idle()
    assert titles(library) == ["Ferry sails"] and server.count("/later") == 1


def test_a_host_that_is_gone_is_not_asked_whenever_another_answers(
    library: Library, watcher: Watcher, server: WebServer
) -> None:
    lost = WebServer()
    library.perform(Want("w", lost.page("/1", page())))
    lost.close()
    watcher.gatherer.fetch_wanted()
    watcher.one(NotCome)
    for number in range(12):
        subscribe(library, server.page(f"/{number}", rss(), type="text/xml"), f"f{number}")
        watcher.gatherer.refresh([f"f{number}"])
        watcher.until_idle()
    assert sum(isinstance(event, NotCome) for event in watcher.all) == 2, "once more, when the first one answered"


def test_a_feeds_address_is_offered_as_a_feed(library: Library, watcher: Watcher, server: WebServer) -> None:
    library.perform(Want("w", server.page("/feed", rss(("one", "One", LONG)), type="text/xml")))
    watcher.gatherer.fetch_wanted()
    offered = watcher.one(IsFeed)
    assert [(feed.url, feed.title) for feed in offered.feeds] == [(server.url("/feed"), "Quay Post")]
    assert library.sources.wanted() == [] and library.count(Query()) == 0


def test_the_feeds_of_a_site_are_found(library: Library, watcher: Watcher, server: WebServer) -> None:
    server.page("/", "<link rel=alternate type=application/rss+xml href=/a.xml title=News><p>Hi")
    server.page("/bare", "<p>Nothing here")
    server.page("/feed", rss(), type="text/xml")
    for address, found in (("/", ["/a.xml"]), ("/feed", ["/feed"]), ("/bare", ["/feed"])):
        watcher.gatherer.find_feeds(server.url(address))
        assert [feed.url for feed in watcher.one(FeedsFound).feeds] == [server.url(path) for path in found]
    del server.routes["/feed"]
    watcher.gatherer.find_feeds(server.url("/bare"))
    assert "names no feed" in watcher.one(FeedsFound).sentence
    watcher.gatherer.find_feeds("two words")
    assert "no address" in watcher.one(FeedsFound).sentence


def test_a_watched_article_that_changed_and_one_that_is_gone(
    library: Library, watcher: Watcher, server: WebServer
) -> None:
    library.perform(Want("w", server.page("/1", page())))
    watcher.gatherer.fetch_wanted()
    article = watcher.one(Arrived).article
    library.perform(Watch((article,), 60))
    changed = [text.replace("nine hours", "three hours") for text in PROSE]
    server.page("/1", page("Ferry sails at last", *changed), headers={"ETag": '"2"'})
    watcher.gatherer.look()
    assert watcher.one(CameAgain) == CameAgain(article, Came.CHANGED, False)
    asked = library.sources.watched()[0].asked
    assert asked.etag == '"2"' and asked.next_at is not None
    server.route("/1", web.not_modified('"2"', "x"))
    watcher.gatherer.fetch_again(article)
    assert watcher.one(CameAgain) == CameAgain(article, Came.SAME, True)
    server.route("/1", web.status(410))
    watcher.gatherer.fetch_again(article)
    assert "for good" in watcher.one(NotAgain).sentence
    assert "three hours" in library.opened(article).article.text


def test_pictures_are_drawn_anew_and_kept_where_the_reader_wants_them(
    library: Library, watcher: Watcher, server: WebServer
) -> None:
    out = io.BytesIO()
    Image.new("RGB", (640, 320), (10, 90, 200)).save(out, "PNG")
    server.page("/lead.png", out.getvalue(), type="image/png")
    server.page("/bad.png", b"\x89PNG junk", type="image/png")
    head = "<meta property=og:image content=/lead.png>"
    body = page(head=head).replace(
        "</article>", "<figure><img src=/bad.png><figcaption>Bad</figcaption></figure></article>"
    )
    library.perform(Want("w", server.page("/1", body)))
    watcher.gatherer.set_pictures(True)
    watcher.gatherer.fetch_wanted()
    article = watcher.one(Arrived).article
    (picture,) = library.sources.pictures(article)
    assert picture.lead and (picture.width, picture.height) == (640, 320)
    assert picture.content()[:3] == b"\xff\xd8\xff" and picture.content() != out.getvalue()


def test_an_item_that_lies_in_the_own_network_is_not_asked_for(
    library: Library, watcher: Watcher, server: WebServer
) -> None:
    server.page("/secret", page())
    item = f"<item><guid>x</guid><title>X</title><link>{server.url('/secret', host='localhost')}</link><description>Stub</description></item>"
    subscribe(library, server.page("/feed", rss(more=item), type="text/xml"))
    watcher.gatherer.refresh()
    watcher.until_idle()
    assert titles(library) == ["X"] and server.count("/secret") == 0


def test_a_list_of_feeds_is_read(watcher: Watcher) -> None:
    got: list[object] = []
    watcher.gatherer.read_opml(
        b"<opml><body><outline text='A' xmlUrl='https://a.example/f'/></body></opml>", lambda *told: got.extend(told)
    )
    watcher.until_idle()
    assert [outline.url for outline in got[0]] == ["https://a.example/f"] and got[1] == 0  # type: ignore[attr-defined]


def test_it_stops_at_once_in_the_middle_of_everything(library: Library, server: WebServer) -> None:
    for i in range(30):
        subscribe(library, server.route(f"/{i}", web.slow_headers(20)), f"f{i}")
    watcher = Watcher(library)
    watcher.gatherer.refresh()
    time.sleep(0.5)
    begun = time.monotonic()
    watcher.gatherer.close()
    assert time.monotonic() - begun < 10
