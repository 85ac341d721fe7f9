"""Errands for pages: addresses that the reader wants, articles looked at again, whole texts behind stubs, pictures."""

from __future__ import annotations

import re
import urllib.robotparser
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from reader.article import FoundPicture, PageFacts, UnreadableInput, VerbatimError, host_of, untracked
from reader.library import Asked, Came, Wanted, Watched, watch_key
from reader.work import schedule
from reader.work.errands import Round, Urgency
from reader.work.feed_errands import FeedErrands
from reader.work.gathered import Arrived, CameAgain, IsFeed, NotAgain, NotCome, PicturesCame
from reader.work.hand import JobFailed
from reader.work.source_desk import ReadPage, page_capture

if TYPE_CHECKING:
    from reader.intake.web import FetchFailed, Got

PAUSE_S = 1.0
"""Between pages of one host that nobody asked for one by one."""
MAX_PICTURES = 12
PICTURE_BYTES = 6 * 1024 * 1024
ROBOTS_BYTES = 256 * 1024
_FEED_TYPES = re.compile(r"application/(?:rss|atom|rdf|feed)\+(?:xml|json)|text/(?:rss|atom)\+?xml")
_FEED_BEGINS = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]", re.DOTALL)


class PageErrands:
    """Fetches pages and makes articles, or versions of articles, of them."""

    def __init__(self, round_: Round) -> None:
        self._round = round_
        self.feeds: FeedErrands | None = None
        self.with_pictures = False
        self.pause_s = PAUSE_S
        self._robots: dict[str, urllib.robotparser.RobotFileParser | None] = {}

    # ---- Addresses that the reader wants

    def fetch_wanted(self, wanted: Wanted) -> None:
        """Fetches an address, unless that is under way."""
        if wanted.key in self._round.busy:
            return
        self._round.busy.add(wanted.key)
        self._ask_wanted(wanted, wanted.url, proper=False)

    def _ask_wanted(self, wanted: Wanted, url: str, *, proper: bool) -> None:
        from reader.intake.web import Ask

        ask = Ask(url, typed=frozenset({host_of(wanted.url)}))
        self._round.ask(ask, Urgency.READER, partial(self._wanted_came, wanted, proper))

    def _wanted_came(self, wanted: Wanted, proper: bool, answer: Got | FetchFailed) -> None:
        from reader.intake.web import Cause, FetchFailed

        if isinstance(answer, FetchFailed):
            now = self._round.now()
            if answer.cause is Cause.UNREACHABLE:
                self._round.network_is_gone(wanted.key)
                told = schedule.no_network(wanted.asked, now, str(answer))
            else:
                told = schedule.went_wrong(
                    wanted.asked, now, 5, str(answer), passes=answer.passes, retry_after_s=answer.retry_after_s
                )
            self._not_come(wanted, told)
            return
        if _FEED_TYPES.match(answer.media_type) or _FEED_BEGINS.match(answer.content[:4096]):
            self._offer_feeds(wanted, answer)
            return
        try:
            capture = page_capture(answer)
            read = self._round.desk.page(capture)
        except VerbatimError as failure:
            self._give_up(wanted, str(failure))
            return
        facts = read.facts
        if facts is not None and facts.amp and facts.canonical and not proper and facts.canonical != answer.url:
            self._ask_wanted(wanted, untracked(facts.canonical), proper=True)
            return
        if facts is not None and facts.feeds and urlsplit(answer.url).path in {"", "/"}:
            self._round.busy.discard(wanted.key)
            self._round.sources.take_wanted(wanted.key)
            self._round.tell(IsFeed(wanted.key, wanted.url, facts.feeds))
            return
        fault = _fault_of(read, host_of(answer.url))
        if fault or read.article is None:
            self._give_up(wanted, fault or read.none)
            return
        number = self._round.library.keep(capture)
        added = self._round.library.add(number, read.article)
        self._round.busy.discard(wanted.key)
        self._round.sources.take_wanted(wanted.key)
        self._round.tell(Arrived(wanted.key, added.id, added.duplicate))
        if facts is not None:
            self._want_pictures(added.id, facts, frozenset({host_of(wanted.url)}))

    def _offer_feeds(self, wanted: Wanted, answer: Got) -> None:
        assert self.feeds is not None
        feeds = self.feeds.feeds_in(answer)
        if not feeds:
            self._give_up(
                wanted, f"{host_of(answer.url)} gave a feed that cannot be read; add the article's own address."
            )
            return
        self._round.busy.discard(wanted.key)
        self._round.sources.take_wanted(wanted.key)
        self._round.tell(IsFeed(wanted.key, wanted.url, feeds))

    def _give_up(self, wanted: Wanted, sentence: str) -> None:
        told = schedule.went_wrong(wanted.asked, self._round.now(), 5, sentence, passes=False)
        self._not_come(wanted, told)

    def _not_come(self, wanted: Wanted, told: Asked) -> None:
        self._round.busy.discard(wanted.key)
        self._round.sources.note(told)
        self._round.tell(NotCome(wanted.key, wanted.url, told.fault, waits=not told.gives_up))

    # ---- Articles looked at again, and the whole text behind a stub

    def fetch_again(self, article: int, *, by_reader: bool) -> None:
        """Fetches an article's page again; `CameAgain` or `NotAgain` follows."""
        url = self._round.sources.address_of(article)
        if url is None:
            self._round.tell(
                NotAgain(article, "This article came without an address, so it cannot be fetched.", by_reader)
            )
            return
        how = self._round.sources.versions(article)[-1].how
        typed = frozenset({host_of(url)}) if how == "web" else self._typed_by_feeds(article)
        self._ask_again(article, url, typed, by_reader=by_reader)

    def look_at(self, watched: Watched) -> None:
        """Looks whether a watched article has changed."""
        if watched.asked.key not in self._round.busy:
            self.fetch_again(watched.article, by_reader=False)

    def fetch_page(self, article: int, url: str, typed: frozenset[str]) -> None:
        """Fetches the whole text behind a stub, where the site lets programs do that."""
        self._if_allowed(
            url, typed, lambda: self._ask_again(article, url, typed, by_reader=False, pause_s=self.pause_s)
        )

    def _ask_again(self, article: int, url: str, typed: frozenset[str], *, by_reader: bool, pause_s: float = 0) -> None:
        from reader.intake.web import Ask

        key = watch_key(article)
        if key in self._round.busy:
            return
        self._round.busy.add(key)
        asked = self._round.sources.asked(key)
        ask = Ask(url, typed=typed, etag=asked.etag, modified=asked.modified)
        urgency = Urgency.READER if by_reader else Urgency.ITEMS
        self._round.ask(ask, urgency, partial(self._came_again, article, asked, by_reader, typed), pause_s=pause_s)

    def _came_again(
        self, article: int, asked: Asked, by_reader: bool, typed: frozenset[str], answer: Got | FetchFailed
    ) -> None:
        from reader.intake.web import FetchFailed

        self._round.busy.discard(asked.key)
        every = next((w.every_minutes for w in self._round.sources.watched() if w.article == article), None)
        now = self._round.now()
        if isinstance(answer, FetchFailed):
            told = schedule.went_wrong(
                asked, now, every or 60, str(answer), passes=answer.passes, retry_after_s=answer.retry_after_s
            )
            self._note_look(told, every)
            self._round.tell(NotAgain(article, str(answer), by_reader))
            return
        came = Came.SAME
        if not answer.unchanged:
            try:
                capture = page_capture(answer)
                read = self._round.desk.page(capture)
                fault = _fault_of(read, host_of(answer.url))
                if fault or read.article is None:
                    raise UnreadableInput(fault or read.none)
            except VerbatimError as failure:
                self._note_look(schedule.went_wrong(asked, now, every or 60, str(failure), passes=True), every)
                self._round.tell(NotAgain(article, str(failure), by_reader))
                return
            came = self._round.sources.came_again(article, capture, read.article)
            if read.facts is not None:
                self._want_pictures(article, read.facts, typed)
        known = replace(asked, etag=answer.etag, modified=answer.modified)
        self._note_look(schedule.went_well(known, now, self._minutes(every, asked, came)), every)
        self._round.tell(CameAgain(article, came, by_reader))

    def _note_look(self, told: Asked, every: int | None) -> None:
        if every is not None:
            self._round.sources.note(told)

    def _minutes(self, every: int | None, asked: Asked, came: Came) -> float:
        """How long until the next look: as the reader chose after a change, longer each time that there was none."""
        chosen = float(every or 60)
        if came is Came.CHANGED or asked.next_at is None or asked.asked_at is None:
            return chosen
        last = (asked.next_at - asked.asked_at).total_seconds() / 60
        return max(chosen, min(chosen * schedule.QUIET_LOOKS, last * 1.5))

    def _typed_by_feeds(self, article: int) -> frozenset[str]:
        keys = set(self._round.sources.feeds_of(article))
        return frozenset(
            feed.typed for feed, _ in self._round.sources.subscriptions() if feed.key in keys and feed.typed
        )

    # ---- Robots

    def _if_allowed(self, url: str, typed: frozenset[str], act: Callable[[], None]) -> None:
        """Does it where the site's robots.txt lets programs ask for that address."""
        from reader.intake.web import ANYTHING, Ask

        site = "{0.scheme}://{0.netloc}".format(urlsplit(url))
        if site in self._robots:
            self._do_if(site, url, act)
            return

        def came(answer: Got | FetchFailed) -> None:
            self._robots[site] = _rules(answer)
            self._do_if(site, url, act)

        ask = Ask(urljoin(site, "/robots.txt"), ANYTHING, typed, wire_bytes=ROBOTS_BYTES)
        self._round.ask(ask, Urgency.ITEMS, came)

    def _do_if(self, site: str, url: str, act: Callable[[], None]) -> None:
        rules = self._robots[site]
        if rules is None or rules.can_fetch("Verbatim", url):
            act()

    # ---- Pictures

    def _want_pictures(self, article: int, facts: PageFacts, typed: frozenset[str]) -> None:
        if self.with_pictures and facts.pictures:
            self._fetch_pictures(article, facts.pictures[:MAX_PICTURES], typed)

    def _fetch_pictures(self, article: int, found: Sequence[FoundPicture], typed: frozenset[str]) -> None:
        from reader.intake.web import PICTURE, Ask

        for ordinal, url in self._round.sources.want_pictures(article, found):
            ask = Ask(url, PICTURE, typed, wire_bytes=PICTURE_BYTES)
            self._round.ask(ask, Urgency.PICTURES, partial(self._picture_came, article, ordinal))

    def _picture_came(self, article: int, ordinal: int, answer: Got | FetchFailed) -> None:
        from reader.intake.web import FetchFailed

        if isinstance(answer, FetchFailed):
            if not answer.passes:
                self._round.sources.drop_picture(article, ordinal)
            return
        try:
            content, media_type, size = self._round.desk.picture(answer.content)
        except JobFailed:
            self._round.sources.drop_picture(article, ordinal)
            return
        self._round.sources.store_picture(article, ordinal, content, media_type, size)
        self._round.tell(PicturesCame(article))


def _fault_of(read: ReadPage, host: str) -> str:
    """Why what came of a page is no article; empty where it is one."""
    facts = read.facts
    if facts is not None and facts.needs_scripts and (read.article is None or read.article.words < facts.words + 80):
        return (
            f"{host} fills this page by scripts, which Verbatim does not run; open it in your browser, save it, and drop "
            "the file here."
        )
    return read.none


def _rules(answer: Got | FetchFailed) -> urllib.robotparser.RobotFileParser | None:
    """What a site lets programs do; None where it says nothing. A site with a fault of its own is left alone."""
    from reader.intake.web import Cause, FetchFailed

    rules = urllib.robotparser.RobotFileParser()
    if isinstance(answer, FetchFailed):
        if answer.cause not in {Cause.SERVER, Cause.BUSY, Cause.UNREACHABLE, Cause.SLOW}:
            return None
        rules.parse(["User-agent: *", "Disallow: /"])
        return rules
    if answer.media_type == "text/html":
        return None
    try:
        rules.parse(answer.content.decode("utf-8", "replace").splitlines()[:5000])
    except ValueError:
        return None
    return rules
