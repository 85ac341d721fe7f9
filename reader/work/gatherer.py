"""Gathering from the network beside the reader's work: feeds on their schedules, wanted addresses, watched articles.

One thread decides, parses (in a worker process) and stores; another asks the network. The window hears facts.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from reader.article import UnreadableInput, VerbatimError
from reader.library import Library
from reader.work import schedule
from reader.work.errands import Round, Urgency
from reader.work.feed_errands import FeedErrands
from reader.work.gathered import Arrived, CameAgain, FeedRead, FeedsFound, Gathered
from reader.work.network import Network
from reader.work.page_errands import PageErrands
from reader.work.source_desk import SourceDesk

if TYPE_CHECKING:
    from reader.intake.web import Credentials, Limits

LOOK_EVERY_S = 20
"""How often it is looked whether anything is due."""


class Gatherer:
    """Use it from any thread; `tell` is called on the gatherer's own. Close it before the library.

    With `on_schedule` it asks by itself what is due. A `desk` that is given is its giver's to close. `credentials` answers which sign-in goes to a host.
    """

    def __init__(
        self,
        library: Library,
        tell: Callable[[Gathered], None],
        *,
        on_schedule: bool = True,
        limits: Limits | None = None,
        credentials: Credentials | None = None,
        desk: SourceDesk | None = None,
    ) -> None:
        self._listener = tell
        self._network = Network(limits, credentials)
        self._round = Round(library, self._network, self._hear, desk)
        self._own_desk = desk is None
        self._pages = PageErrands(self._round)
        self._feeds = FeedErrands(self._round, self._pages.fetch_page)
        self._pages.feeds = self._feeds
        self._on_schedule = on_schedule
        self._thread = threading.Thread(target=self._work, name="verbatim-gatherer", daemon=True)
        self._thread.start()

    # ---- What can be asked of it

    def refresh(self, keys: Iterable[str] | None = None) -> None:
        """Asks these feeds now, or all that are not paused; all wanted addresses too."""
        wanted = None if keys is None else set(keys)
        self._round.later(Urgency.READER, lambda: self._refresh(wanted))

    def fetch_wanted(self) -> None:
        """Fetches the wanted addresses now, those too that were given up."""
        self._round.later(Urgency.READER, lambda: self._fetch_wanted(all_=True))

    def fetch_again(self, article: int) -> None:
        """Fetches an article's page again, because the reader asked for it."""
        self._round.later(Urgency.READER, lambda: self._pages.fetch_again(article, by_reader=True))

    def fetch_pages(self, articles: Iterable[int]) -> None:
        """Fetches the pages of articles that were imported without their text, where the sites let programs do that."""
        numbers = list(articles)

        def fetch() -> None:
            for number in numbers:
                url = self._round.sources.address_of(number)
                if url is not None:
                    self._pages.fetch_page(number, url, frozenset())

        self._round.later(Urgency.ITEMS, fetch)

    def find_feeds(self, address: str) -> None:
        """Looks for a site's feeds; `FeedsFound` follows."""

        def find() -> None:
            try:
                self._feeds.find(address)
            except UnreadableInput as error:
                self._round.tell(FeedsFound(address, (), str(error)))

        self._round.later(Urgency.READER, find)

    def read_opml(self, content: bytes, then: Callable[..., None]) -> None:
        """Reads a list of feeds in the worker; `then` is called on the gatherer's thread with (outlines, left out), or
        with the VerbatimError."""

        def read() -> None:
            try:
                then(*self._round.desk.opml(content))
            except VerbatimError as error:
                then(error)

        self._round.later(Urgency.READER, read)

    def look(self) -> None:
        """Asks what is due, now."""
        self._round.later(Urgency.FEED, self._look)

    def set_pictures(self, on: bool) -> None:
        """Whether pictures are fetched with pages from now on."""
        self._pages.with_pictures = on

    def set_pause(self, seconds: float) -> None:
        """How long to wait between pages of one host that are fetched one after another."""
        self._pages.pause_s = seconds

    def close(self) -> None:
        """Breaks off what is under way; what is undone is taken up at the next start."""
        self._round.closing.set()
        self._round.wake()
        if self._own_desk:
            self._round.desk.close()
        self._thread.join()
        self._network.close()

    # ---- How

    def _work(self) -> None:
        if self._on_schedule:
            self._round.later(Urgency.FEED, self._look)
        last = self._round.now()
        while not self._round.closing.is_set():
            self._round.serve(LOOK_EVERY_S)
            if self._on_schedule and self._round.now() - last > timedelta(seconds=LOOK_EVERY_S):
                last = self._round.now()
                self._round.later(Urgency.FEED, self._look)

    def _look(self) -> None:
        now = self._round.now()
        self._fetch_wanted(all_=False)
        for feed, asked in self._round.sources.subscriptions():
            if not feed.paused and schedule.is_due(asked, now):
                self._feeds.ask(feed, asked)
        for watched in self._round.sources.watched():
            if schedule.is_due(watched.asked, now):
                self._pages.look_at(watched)

    def _refresh(self, keys: set[str] | None) -> None:
        for feed, asked in self._round.sources.subscriptions():
            if (keys is None and not feed.paused) or (keys is not None and feed.key in keys):
                self._feeds.ask(feed, asked)
        if keys is None:
            self._fetch_wanted(all_=True)

    def _fetch_wanted(self, *, all_: bool) -> None:
        now = self._round.now()
        for wanted in self._round.sources.wanted():
            if all_ or schedule.is_due(wanted.asked, now):
                self._pages.fetch_wanted(wanted)

    def _hear(self, event: Gathered) -> None:
        """Passes an event on; the first answer after none came says that the network is back."""
        if isinstance(event, FeedRead | Arrived | CameAgain):
            back = self._round.network_answered()
            if back:
                self._round.later(Urgency.FEED, lambda: self._network_is_back(back))
        self._listener(event)

    def _network_is_back(self, keys: set[str]) -> None:
        """What could not be reached is asked now, without waiting for its turn."""
        for wanted in self._round.sources.wanted():
            if wanted.key in keys:
                self._pages.fetch_wanted(wanted)
