"""Errands for feeds: asked, parsed, their items stored as articles, their icons fetched, stubs followed to their pages."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from reader.article import (
    Article,
    FeedItem,
    FeedPage,
    FoundFeed,
    VerbatimError,
    counted,
    host_of,
    tr,
    typed_address,
    untracked,
)
from reader.library import Asked, Came, FullText, NewItem, Subscription
from reader.work import schedule
from reader.work.errands import Round, Urgency
from reader.work.gathered import FeedFailed, FeedRead, FeedsFound
from reader.work.hand import JobFailed
from reader.work.source_desk import item_capture, page_capture

if TYPE_CHECKING:
    from reader.intake.web import FetchFailed, Got

ITEMS_AT_ONCE = 6
"""So many items go into one transaction: the window never waits for more."""
MAX_NEW = 500
"""Of a feed with more news than this the newest become articles."""
STUB_WORDS = 70
LONG_STUB_WORDS = 200
_TAILS = ("…", "...", "[…]", "[...]", "read more", "continue reading", "read on", "weiterlesen", "lire la suite")
GUESSES = ("/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml", "/feed.json")
"""Where sites have their feed that name none on their front page."""

FetchPage = Callable[[int, str, frozenset[str]], None]


class FeedErrands:
    """Asks feeds and stores what they bring. `fetch_page` has an article's page fetched, as one of many."""

    def __init__(self, round_: Round, fetch_page: FetchPage) -> None:
        self._round, self._fetch_page = round_, fetch_page
        self.with_pages = True

    def ask(self, feed: Subscription, asked: Asked, urgency: Urgency = Urgency.FEED) -> None:
        """Asks a feed, unless that is under way."""
        from reader.intake.web import FEED, Ask

        if feed.key in self._round.busy:
            return
        self._round.busy.add(feed.key)
        ask = Ask(feed.url, FEED, frozenset({feed.typed} - {""}), asked.etag, asked.modified)
        self._round.ask(ask, urgency, partial(self._came, feed, asked))

    def _came(self, feed: Subscription, asked: Asked, answer: Got | FetchFailed) -> None:
        from reader.intake.web import FetchFailed

        self._round.busy.discard(feed.key)
        if isinstance(answer, FetchFailed):
            self._failed(feed, asked, answer)
            return
        digest = hashlib.sha256(answer.content).hexdigest()
        known = replace(asked, etag=answer.etag, modified=answer.modified)
        minutes = float(feed.every_minutes or schedule.STANDARD_MIN)
        if answer.unchanged or digest == asked.digest:
            before = asked.next_at - asked.asked_at if asked.next_at and asked.asked_at else None
            if not asked.failures and before and not feed.every_minutes:
                minutes = min(schedule.RAREST_MIN, max(minutes, before.total_seconds() / 60))
            self._round.sources.note(schedule.went_well(known, self._round.now(), minutes, fresh_s=answer.fresh_s))
            self._round.tell(FeedRead(feed.key))
            return
        try:
            page = self._round.desk.feed(answer.content, answer.url, answer.media_type)
        except JobFailed as failure:
            fault = f"{host_of(feed.url)}: {failure}"
            self._note_failure(feed, schedule.went_wrong(asked, self._round.now(), minutes, fault, passes=True))
            return
        if answer.moved and not feed.typed == host_of(answer.moved) != host_of(feed.url):
            self._round.sources.moved(feed.key, untracked(answer.moved))
        minutes = schedule.minutes_between(
            (item.published for item in page.items), page.every_minutes, feed.every_minutes
        )
        self._round.sources.note_feed(feed.key, page, _notice(page))
        told = replace(known, digest=digest)
        self._round.sources.note(schedule.went_well(told, self._round.now(), minutes, fresh_s=answer.fresh_s))
        self._take(feed, page)
        self._want_icon(feed, page)

    def _failed(self, feed: Subscription, asked: Asked, failure: FetchFailed) -> None:
        from reader.intake.web import Cause

        minutes = float(feed.every_minutes or schedule.STANDARD_MIN)
        now = self._round.now()
        if failure.cause is Cause.UNREACHABLE:
            told = schedule.no_network(asked, now, str(failure))
            if asked.failures > 8:  # by then it is the feed that is gone, and not the network
                told = schedule.went_wrong(asked, now, minutes, str(failure), passes=True)
        else:
            told = schedule.went_wrong(
                asked, now, minutes, str(failure), passes=failure.cause is not Cause.GONE,
                retry_after_s=failure.retry_after_s,
            )  # fmt: skip
        self._note_failure(feed, told)

    def _note_failure(self, feed: Subscription, told: Asked) -> None:
        self._round.sources.note(told)
        self._round.tell(FeedFailed(feed.key, told.fault))

    # ---- Items

    def _take(self, feed: Subscription, page: FeedPage) -> None:
        """Sorts out what is new and what was edited, and puts it into the queue in small pieces, the oldest first."""
        new, edited = self._round.sources.sorted_items(feed.key, page.items)
        if len(new) > MAX_NEW:
            newest = sorted(new, key=lambda item: _when(item.published), reverse=True)
            self._round.sources.skip_items(feed.key, newest[MAX_NEW:])
            new = newest[:MAX_NEW]
        # A feed has its newest item first; where it gives no times, that is the order.
        oldest_first = list(reversed(new))
        oldest_first.sort(key=lambda item: _when(item.published))
        if not oldest_first and not edited:
            self._round.tell(FeedRead(feed.key))
        for turn, at in enumerate(range(0, len(oldest_first), ITEMS_AT_ONCE)):
            some = oldest_first[at : at + ITEMS_AT_ONCE]
            self._round.later(Urgency.ITEMS, partial(self._store, feed, page, some), turn)
        for turn, (item, article) in enumerate(edited):
            self._round.later(Urgency.ITEMS, partial(self._store_edited, feed, page, item, article), turn)

    def _store(self, feed: Subscription, page: FeedPage, items: Sequence[FeedItem]) -> None:
        ready: list[NewItem] = []
        for item in items:
            capture = item_capture(item, feed.title or page.title, page.language)
            try:
                article = self._round.desk.article(capture)
            except JobFailed:
                self._round.sources.skip_items(feed.key, [item])
                continue
            ready.append(NewItem(item.key, item.digest, capture, article))
        added = self._round.sources.add_items(feed.key, ready) if ready else {}
        self._round.tell(FeedRead(feed.key, tuple(added.values())))
        if self.with_pages and feed.full_text is not FullText.NEVER:
            of_item = {new.item: new.article for new in ready}
            for item in items:
                number = added.get(item.key)
                if number and item.url and (feed.full_text is FullText.ALWAYS or is_stub(item, of_item[item.key])):
                    self._fetch_page(number, item.url, frozenset({feed.typed} - {""}))

    def _store_edited(self, feed: Subscription, page: FeedPage, item: FeedItem, article: int) -> None:
        capture = item_capture(item, feed.title or page.title, page.language)
        try:
            cleaned = self._round.desk.article(capture)
        except JobFailed:
            return
        how = self._round.sources.versions(article)[-1].how
        if how != "feed":  # the whole article is here, from its page: that is where it was edited
            if item.url and self.with_pages and feed.full_text is not FullText.NEVER:
                self._fetch_page(article, item.url, frozenset({feed.typed} - {""}))
            self._round.sources.link_item(feed.key, item, article)
            return
        came = self._round.sources.came_again(article, capture, cleaned)
        self._round.sources.link_item(feed.key, item, article)
        self._round.tell(FeedRead(feed.key, edited=(article,) if came in {Came.CHANGED, Came.FULLER} else ()))

    # ---- Icons

    def _want_icon(self, feed: Subscription, page: FeedPage) -> None:
        from reader.intake.web import PICTURE, Ask

        if self._round.sources.has_icon(feed.key):
            return
        url = page.icon or urljoin(page.site or feed.url, "/favicon.ico")
        ask = Ask(url, PICTURE, frozenset({feed.typed} - {""}), wire_bytes=512 * 1024)
        self._round.ask(ask, Urgency.PICTURES, partial(self._icon_came, feed.key))

    def _icon_came(self, feed: str, answer: Got | FetchFailed) -> None:
        from reader.intake.web import FetchFailed

        if isinstance(answer, FetchFailed) or not answer.content:
            return
        try:
            icon, _, _ = self._round.desk.picture(answer.content, icon=True)
        except JobFailed:
            return
        self._round.sources.note_icon(feed, icon)
        self._round.tell(FeedRead(feed))

    # ---- Finding a site's feeds

    def find(self, address: str) -> None:
        """Looks for the feeds of a site that the reader typed; `FeedsFound` follows."""
        from reader.intake.web import FEED, Ask

        url = typed_address(address)
        ask = Ask(url, f"{FEED},text/html", frozenset({host_of(url)}))
        self._round.ask(ask, Urgency.READER, partial(self._site_came, address))

    def _site_came(self, address: str, answer: Got | FetchFailed) -> None:
        from reader.intake.web import FetchFailed

        if isinstance(answer, FetchFailed):
            self._round.tell(FeedsFound(address, (), str(answer)))
            return
        feeds = self.feeds_in(answer)
        if feeds:
            self._round.tell(FeedsFound(address, feeds))
        else:
            self._guess(address, answer.url, list(GUESSES))

    def feeds_in(self, got: Got) -> tuple[FoundFeed, ...]:
        """The feed that an answer is, or those that a page names."""
        try:
            page = self._round.desk.feed(got.content, got.url, got.media_type)
            return (FoundFeed(got.url, page.title),)
        except JobFailed:
            pass
        try:
            facts = self._round.desk.page(page_capture(got)).facts
        except VerbatimError:
            return ()
        return facts.feeds if facts else ()

    def _guess(self, address: str, site: str, left: list[str]) -> None:
        from reader.intake.web import FEED, Ask

        if not left:
            sentence = tr(
                "{host} names no feed of its own; give the address of the feed itself, if it has one.",
                host=host_of(site),
            )
            self._round.tell(FeedsFound(address, (), sentence))
            return
        url = urljoin(site, left[0])
        ask = Ask(url, FEED, frozenset({host_of(typed_address(address))}))

        def came(answer: Got | FetchFailed) -> None:
            from reader.intake.web import FetchFailed

            if not isinstance(answer, FetchFailed):
                try:
                    page = self._round.desk.feed(answer.content, answer.url, answer.media_type)
                    self._round.tell(FeedsFound(address, (FoundFeed(answer.url, page.title),)))
                    return
                except JobFailed:
                    pass
            self._guess(address, site, left[1:])

        self._round.ask(ask, Urgency.READER, came)


def is_stub(item: FeedItem, article: Article) -> bool:
    """Whether a feed gives only the beginning of an article."""
    text = article.text.rstrip().lower()
    if article.words < STUB_WORDS:
        return True
    if not item.content and article.words < LONG_STUB_WORDS:
        return True
    return article.words < LONG_STUB_WORDS and text.rstrip(" .»→").endswith(_TAILS)


def _notice(page: FeedPage) -> str:
    if page.left_out:
        count = page.left_out + len(page.items)
        return counted(
            count,
            "It has {n} item, more than a feed should; the newest are read.",
            "It has {n} items, more than a feed should; the newest are read.",
        )
    return "" if page.items else tr("It has no items at the moment.")


def _when(published: str | None) -> datetime:
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
