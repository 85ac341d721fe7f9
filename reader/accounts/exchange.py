"""One sync of one account: what is new comes, what changed goes where it was changed last, what waits is sent.

It may stop anywhere, for want of a network or because the program ends: each step is stored when it is done, and the
next sync goes on from there.
"""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reader.accounts import annotating
from reader.accounts.annotating import Verb
from reader.accounts.service import (
    ArticleFacts,
    ChangesAnnotations,
    Copy,
    DeletesAnnotations,
    HasCopies,
    NotTaken,
    RemoteItem,
    RemoteMark,
    Service,
    TakesAnnotations,
    TakesArticles,
    TellsWhenAsked,
)
from reader.article import Article, LibraryError, url_key
from reader.library import (
    Account,
    AddFeeds,
    Change,
    KnownMark,
    Library,
    Linked,
    LocalMark,
    NewItem,
    Subscription,
    Want,
    arrivals,
)

SEND_AT_ONCE = 100
STORE_AT_ONCE = 6
MOST_LOOKED_AT = 100
"""So many annotated articles are looked at again where a service does not say which of them changed."""

Make = Callable[[RemoteItem], NewItem | None]
Texts = Callable[[str], Copy]


@dataclass(frozen=True)
class Outcome:
    """What a sync did: articles that came, those whose marks changed, changes sent, annotations exchanged."""

    new: tuple[int, ...] = ()
    changed: int = 0
    sent: int = 0
    annotations: int = 0
    wanted: int = 0


class Stopped(Exception):  # noqa: N818 - it is what happened
    """The program ends; the rest is done next time."""


class Exchange:
    """A sync of one account. `make` makes an article of what came, None where nothing can be made of it; `texts` gives
    the texts of a service's own copy of an article."""

    def __init__(
        self, library: Library, account: Account, service: Service, make: Make, texts: Texts,
        is_stopped: Callable[[], bool] = lambda: False,
    ) -> None:  # fmt: skip
        self._library, self._account, self._service = library, account, service
        self._make, self._texts, self._is_stopped = make, texts, is_stopped
        self._shelf = library.accounts
        self._begin()

    def run(self) -> Outcome:
        """Syncs. FetchFailed where the network fails on the way, AccountError or Refused where it is of no use."""
        self._begin()
        self._take_feeds()
        self._shelf.link_arrived(self._account.key)
        pulled = self._pull()
        self._add()
        self._send()
        self._annotate(pulled)
        return Outcome(tuple(self._new), self._changed, self._sent, self._annotations, self._wanted)

    def _begin(self) -> None:
        self._feeds: dict[str, str | None] = {}
        self._new: list[int] = []
        self._changed = self._sent = self._annotations = self._wanted = 0

    # ---- Feeds

    def _take_feeds(self) -> None:
        """Every feed of the service is one here, which Verbatim does not ask itself; one removed here stays away."""
        key = self._account.key
        remote = self._service.feeds()
        held = {feed.key: feed for feed, _ in self._library.sources.subscriptions()}
        by_address = {url_key(feed.url) or feed.url: feed.key for feed in held.values()}
        known = set(self._shelf.feeds(key))
        new = []
        for feed in remote:
            own = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{key} {feed.id}"))
            same = by_address.get(url_key(feed.url) or feed.url)
            if own in held or same is not None:
                self._feeds[feed.id] = own if own in held else same
            elif own in known:
                self._feeds[feed.id] = None
            else:
                self._feeds[feed.id] = own
                new.append(Subscription(own, feed.url, feed.title, feed.folder, paused=True))
                known.add(own)
        if new:
            self._shelf.perform(AddFeeds(tuple(new)))
        if remote:
            self._shelf.note_feeds(key, sorted(known))

    # ---- What comes

    def _pull(self) -> dict[str, tuple[RemoteMark, ...]]:
        """Takes what the service has; what it says of annotations, by item."""
        key = self._account.key
        annotations: dict[str, tuple[RemoteMark, ...]] = {}
        known = self._shelf.items(key)
        for pulled in self._service.pull(self._shelf.cursor(key), set(known)):
            self._go_on()
            new = [item for item in pulled.items if item.id not in known]
            for feed, items in self._by_feed(new).items():
                for at in range(0, len(items), STORE_AT_ONCE):
                    self._go_on()
                    known |= self._store(feed, items[at : at + STORE_AT_ONCE])
            self._changed += self._shelf.merge(key, {item.id: item.marks for item in pulled.items})
            annotations |= {item.id: item.annotations for item in pulled.items if item.annotations is not None}
            if pulled.cursor is not None:
                self._shelf.note_cursor(key, pulled.cursor)
        return annotations

    def _by_feed(self, items: Sequence[RemoteItem]) -> dict[str, list[RemoteItem]]:
        grouped: dict[str, list[RemoteItem]] = {}
        for item in items:
            feed = self._feeds.get(item.feed, arrivals(self._account.key))
            if feed is not None:
                grouped.setdefault(feed, []).append(item)
        return grouped

    def _store(self, feed: str, items: Sequence[RemoteItem]) -> dict[str, int | None]:
        """Makes articles of items; where the service gives no text, the page is fetched."""
        known: dict[str, int | None] = {}
        ready: list[NewItem] = []
        for item in items:
            made = self._make(item) if item.content else None
            if made is not None:
                ready.append(made)
            elif item.url and not item.content:
                known[item.id] = self._shelf.article_at(item.url)
                if known[item.id] is None:
                    self._want(item.url)
        if ready:
            self._new += self._library.sources.add_items(feed, ready).values()
            known |= self._shelf.articles_of(feed, [new.item for new in ready])
        urls = {item.id: item.url for item in items}
        found = [(item, urls[item], article) for item, article in known.items()]
        self._shelf.link(self._account.key, found, self._service.knows)
        return known

    def _want(self, url: str) -> None:
        self._wanted += 1
        self._shelf.perform(Want(str(uuid.uuid5(uuid.NAMESPACE_URL, f"{self._account.key} {url}")), url))

    # ---- What goes

    def _add(self) -> None:
        service = self._service
        if not (isinstance(service, TakesArticles) and self._account.sends):
            return
        for article in self._shelf.new_articles(self._account):
            self._go_on()
            number = service.add(article)
            self._shelf.link(self._account.key, [(number, article.url, article.article)], service.knows)
            self._sent += 1

    def _send(self) -> None:
        waiting = self._shelf.unsent(self._account.key)
        for at in range(0, len(waiting), SEND_AT_ONCE):
            self._go_on()
            some = {change.item: change for change in waiting[at : at + SEND_AT_ONCE]}
            for item in self._service.send(tuple(some.values())):
                self._shelf.sent(self._account.key, [(item, some[item].now)])
                self._sent += 1

    # ---- Annotations

    def _annotate(self, pulled: dict[str, tuple[RemoteMark, ...]]) -> None:
        service, marked = self._service, set(self._shelf.marked_articles())
        takes = isinstance(service, TakesAnnotations)
        if takes and not self._knows_articles():
            self._link_marked(marked)
        linked = {each.item: each for each in self._shelf.linked(self._account.key)}
        unsaid = [item for item, each in linked.items() if each.marked and item not in pulled]
        if isinstance(service, TellsWhenAsked):
            random.shuffle(unsaid)  # of many, others each time
            pulled |= dict(service.look_again(unsaid[:MOST_LOOKED_AT]))
        for item, each in linked.items():
            if item in pulled or each.marked or (takes and each.article in marked):
                self._go_on()
                self._annotate_one(each, pulled.get(item))

    def _knows_articles(self) -> bool:
        knows = self._service.knows
        return any(value is not None for value in (knows.read, knows.bookmarked, knows.archived, knows.tags))

    def _link_marked(self, marked: set[int]) -> None:
        """For a service that takes annotations alone: every annotated article is in it."""
        held = {each.article for each in self._shelf.linked(self._account.key)}
        found = [(str(number), self._library.sources.address_of(number) or "", number) for number in marked - held]
        self._shelf.link(self._account.key, found, self._service.knows)

    def _annotate_one(self, linked: Linked, said: tuple[RemoteMark, ...] | None) -> None:
        here = self._shelf.marks_on(linked.article)
        if said is None and all(_is_as_known(linked, mark) for mark in here) and len(here) == len(linked.marked):
            return
        try:
            article = self._library.opened(linked.article).article
        except LibraryError:
            return
        known: list[KnownMark] = []
        for mark, local, remote in annotating.paired(linked.marked, here, said or ()):
            settled = self._settle(linked, article, mark, local, remote, asked=said is not None)
            known += [settled] if settled is not None else []
        if tuple(known) != linked.marked:
            self._shelf.note_marked(self._account.key, linked.item, known)

    def _settle(
        self, linked: Linked, article: Article, known: KnownMark | None, here: LocalMark | None,
        there: RemoteMark | None, *, asked: bool,
    ) -> KnownMark | None:  # fmt: skip
        """Does with one annotation what is to be done; what both sides have then."""
        service, number = self._service, linked.article
        facts = ArticleFacts(article.title or "", linked.url or article.url or "", article.authors)
        what = annotating.verb(known, here, there, asked=asked)
        if what is Verb.ADD_HERE and there is not None:
            change, key = annotating.added(self._account.key, linked.item, number, article.text, there)
            self._do(change)
            return annotating.as_known(there, key)
        if what is Verb.ADD_THERE and here is not None:
            if not (isinstance(service, TakesAnnotations) and here.exact):
                return known
            return self._put(service, linked, facts, here) or known
        if what is Verb.BOTH and here is not None and there is not None:
            return self._both(linked, article, facts, here, there)
        if known is None or what in (Verb.NOTHING, Verb.FORGET):
            return None if what is Verb.FORGET else known
        if what is Verb.CHANGE_HERE and here is not None and there is not None:
            self._do(annotating.rewritten(article, number, here, there.note))
            return annotating.with_note(known, there.note)
        if what is Verb.CHANGE_THERE and here is not None:
            return (
                annotating.with_note(known, here.note)
                if self._changed_there(linked, known.item, facts, here)
                else known
            )
        if what is Verb.DELETE_HERE and here is not None:
            self._do(annotating.deleted(here))
            return None
        if what is Verb.DELETE_THERE and isinstance(service, DeletesAnnotations):
            self._annotations += 1
            service.delete_mark(linked.item, known.item)
            return None
        return known

    def _both(
        self, linked: Linked, article: Article, facts: ArticleFacts, here: LocalMark, there: RemoteMark
    ) -> KnownMark:
        """Changed on both sides: the later note is the note on both, the other one stays here beside it."""
        if here.note == there.note:
            return annotating.as_known(there, here.key)
        service = self._service
        later_there = bool(there.note) and (
            not here.note
            or (there.changed is not None and there.changed > here.changed)
            or not isinstance(service, ChangesAnnotations)
        )
        loser = here.note if later_there else there.note
        self._do(annotating.kept_beside(article, linked.article, here, loser))
        if later_there:
            self._do(annotating.rewritten(article, linked.article, here, there.note))
            return annotating.as_known(there, here.key)
        taken = self._changed_there(linked, there.id, facts, here)
        return annotating.as_known(there, here.key, here.note if taken else None)

    def _put(self, service: TakesAnnotations, linked: Linked, facts: ArticleFacts, here: LocalMark) -> KnownMark | None:
        """Puts an annotation there; None where the service does not take it."""
        if isinstance(service, HasCopies):
            facts = replace(facts, copy=self._texts(service.copy_of(linked.item)))
        try:
            number = service.add_mark(linked.item, facts, here)
        except NotTaken:
            return None
        self._annotations += 1
        return KnownMark(number, here.key, here.exact, here.note)

    def _changed_there(self, linked: Linked, number: str, facts: ArticleFacts, here: LocalMark) -> bool:
        """Changes an annotation there; whether the service takes that."""
        if not isinstance(self._service, ChangesAnnotations):
            return False
        try:
            self._service.change_mark(linked.item, number, facts, here)
        except NotTaken:
            return False
        self._annotations += 1
        return True

    def _do(self, change: Change | None) -> None:
        if change is not None:
            self._annotations += 1
            self._shelf.perform(change)

    def _go_on(self) -> None:
        if self._is_stopped():
            raise Stopped


def _is_as_known(linked: Linked, mark: LocalMark) -> bool:
    return any(known.key == mark.key and known.note == mark.note for known in linked.marked)
