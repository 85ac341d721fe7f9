"""Accounts in the library: which there are, which articles lie in them, what came and what waits to be sent.

A part of the library's one door, used from the thread that syncs: every call is one short transaction. What comes is
saved and journalled, but is no step of undo. Nothing that waits is kept twice: it is what the library says and the
service does not know yet, so that it outlasts every crash and is sent when the network is back.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict

from sqlalchemy import Connection, RowMapping, delete, exists, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert

from reader.library import asking, deciding_accounts, ledger
from reader.library.account_values import (
    Account,
    HeldAccount,
    KnownMark,
    Linked,
    LocalMark,
    Marks,
    NewArticle,
    Unsent,
)
from reader.library.agreeing import agreed, differing, nothing_said, seen_by
from reader.library.change import Change
from reader.library.changes import SetArchived, SetBookmarked, SetRead, Tag
from reader.library.deciding import decided
from reader.library.images import Image, among
from reader.library.organising import Together
from reader.library.packing import compact_json, read_time, storable, unpacked_json
from reader.library.schema import (
    account_facts,
    account_items,
    accounts,
    article_tags,
    articles,
    captures,
    feed_items,
    highlights,
    notes,
    states,
    tags,
)
from reader.library.source_values import Asked
from reader.library.store import Store

Enter = Callable[[Connection, str, str, Iterable[Image]], None]
LABEL = "Sync"
AT_ONCE = 200
"""So many articles go into one transaction: the window never waits for more."""


class Accounts:
    """The library's side of syncing with services."""

    def __init__(self, store: Store, enter: Enter) -> None:
        self._store, self._enter = store, enter

    # ---- Which there are

    def all(self) -> list[HeldAccount]:
        """Every account with how it goes, oldest first."""
        with self._store.reading() as connection:
            rows = connection.execute(select(accounts).order_by(accounts.c.created)).mappings().all()
            known = asking.asked_of(connection, [asked_key(row["key"]) for row in rows])
            held = []
            for row in rows:
                key = asked_key(row["key"])
                count = connection.scalar(
                    select(func.count()).where(
                        account_items.c.account == row["key"], account_items.c.article.is_not(None)
                    )
                )
                waiting = len(_unsent(connection, row["key"]))
                held.append(
                    HeldAccount(
                        _account(row), read_time(row["created"]), known.get(key, Asked(key)), waiting, count or 0
                    )
                )
            return held

    def account(self, key: str) -> Account | None:
        """One account, None where it is no longer there."""
        with self._store.reading() as connection:
            row = connection.execute(select(accounts).where(accounts.c.key == key)).mappings().one_or_none()
            return None if row is None else _account(row)

    def due(self) -> list[tuple[Account, Asked]]:
        """All accounts with how asking them went: what a schedule needs, without counts."""
        with self._store.reading() as connection:
            rows = connection.execute(select(accounts)).mappings().all()
            known = asking.asked_of(connection, [asked_key(row["key"]) for row in rows])
            return [(_account(row), known.get(key := asked_key(row["key"]), Asked(key))) for row in rows]

    # ---- How far each was asked

    def cursor(self, account: str) -> str:
        """Where the last sync stopped, in the service's own words; empty before the first."""
        with self._store.reading() as connection:
            chosen = select(account_facts.c.cursor).where(account_facts.c.account == account)
            return connection.scalar(chosen) or ""

    def note_cursor(self, account: str, cursor: str) -> None:
        """Keep where a sync stopped."""
        with self._store.writing(counts=False) as connection:
            deciding_accounts.note_facts(connection, account, cursor=cursor)

    def note_feeds(self, account: str, feeds: Sequence[str]) -> None:
        """Keep which feeds came by an account, by their keys."""
        with self._store.writing(counts=False) as connection:
            deciding_accounts.note_facts(connection, account, feeds=compact_json(list(feeds)).decode())

    def feeds(self, account: str) -> list[str]:
        """The keys of the feeds that came by an account, those too that the reader has removed since."""
        with self._store.reading() as connection:
            return deciding_accounts.feeds_of(connection, account)

    def article_at(self, url: str) -> int | None:
        """The article of an address, None where there is none."""
        with self._store.reading() as connection:
            return deciding_accounts.article_at(connection, url)

    def items(self, account: str) -> dict[str, int | None]:
        """What lies in an account, each with its article: None where that was deleted here, or waits to be fetched."""
        with self._store.reading() as connection:
            chosen = select(account_items.c.item, account_items.c.article).where(account_items.c.account == account)
            return dict(connection.execute(chosen).all())

    # ---- What comes

    def link(self, account: str, found: Iterable[tuple[str, str, int | None]], knows: Marks) -> None:
        """Note what lies in an account: number there, address, article here. What it knows of an article is unset yet."""
        base = _written(nothing_said(knows))
        with self._store.writing(counts=False) as connection:
            for item, url, article in found:
                values = {"account": account, "item": item, "article": article, "url": storable(url)}
                statement = insert(account_items).values(**values, base=base, marked="[]")
                changed = {} if article is None else {"article": article}
                if changed:
                    statement = statement.on_conflict_do_update(index_elements=["account", "item"], set_=changed)
                else:
                    statement = statement.on_conflict_do_nothing()
                connection.execute(statement)

    def link_arrived(self, account: str) -> list[int]:
        """Find the articles of items whose addresses were fetched meanwhile, and give them their marks; which."""
        with self._store.writing() as connection:
            waiting = select(account_items).where(account_items.c.account == account, account_items.c.article.is_(None))
            arrived = []
            for row in connection.execute(waiting).mappings().all():
                article = deciding_accounts.article_at(connection, row["url"])
                if article is not None:
                    said = _read(row["base"])
                    connection.execute(
                        update(account_items)
                        .where(account_items.c.account == account, account_items.c.item == row["item"])
                        .values(article=article, base=_written(nothing_said(said)))
                    )
                    self._merge(connection, account, {row["item"]: said})
                    arrived.append(article)
            return arrived

    def articles_of(self, feed: str, items: Iterable[str]) -> dict[str, int]:
        """The articles that items of a feed are."""
        with self._store.reading() as connection:
            chosen = select(feed_items.c.item, feed_items.c.article).where(
                feed_items.c.feed == feed, among(feed_items.c.item, list(items)), feed_items.c.article.is_not(None)
            )
            return dict(connection.execute(chosen).all())

    def merge(self, account: str, there: Mapping[str, Marks]) -> int:
        """Let what a service says of its items take effect, field by field; how many articles changed.

        What was changed here since is left as it is, and is sent.
        """
        changed = 0
        keys = list(there)
        for at in range(0, len(keys), AT_ONCE):
            with self._store.writing() as connection:
                changed += self._merge(connection, account, {key: there[key] for key in keys[at : at + AT_ONCE]})
        return changed

    def _merge(self, connection: Connection, account: str, there: Mapping[str, Marks]) -> int:
        rows = connection.execute(
            select(account_items).where(account_items.c.account == account, among(account_items.c.item, list(there)))
        ).mappings()
        known = {row["item"]: (row["article"], _read(row["base"])) for row in rows}
        here = marks_of(connection, [article for article, _ in known.values() if article is not None])
        wanted: dict[int, tuple[Marks, Marks]] = {}
        for item, (article, base) in known.items():
            said = there[item]
            if article is not None and article in here:
                before = wanted[article][1] if article in wanted else here[article]
                after, _ = agreed(base, before, said)
                wanted[article] = (here[article], after)
            _set_base(connection, account, item, said)
        steps = _steps(wanted)
        if steps:
            self._enter(connection, ledger.QUIET, LABEL, decided(Together(LABEL, tuple(steps)), connection))
        return sum(before != after for before, after in wanted.values())

    def perform(self, change: Change) -> None:
        """Make a change that came from a service: saved, but no step of undo."""
        with self._store.writing() as connection:
            self._enter(connection, ledger.QUIET, LABEL, decided(change, connection))

    # ---- What is to be sent

    def unsent(self, account: str) -> list[Unsent]:
        """The changes that wait to be sent."""
        with self._store.reading() as connection:
            return _unsent(connection, account)

    def sent(self, account: str, done: Iterable[tuple[str, Marks]]) -> None:
        """Note what a service was told: it knows it now."""
        with self._store.writing(counts=False) as connection:
            for item, marks in done:
                _set_base(connection, account, item, marks)

    def new_articles(self, account: Account) -> list[NewArticle]:
        """The articles that are to go into an account: those saved since it was added, and all bookmarked ones.

        What came by a feed or another account goes only where the reader bookmarked it.
        """
        with self._store.reading() as connection:
            chosen = (
                select(articles.c.id, articles.c.title, articles.c.record, captures.c.url, captures.c.how)
                .join(captures, captures.c.id == articles.c.capture)
                .join(states, states.c.article == articles.c.id)
                .where(articles.c.sample.is_(False), states.c.trashed.is_(False))
                .where(or_(states.c.bookmarked.is_(True), (captures.c.how != "feed") & (articles.c.added > _since(connection, account.key))))
                .where(~exists().where(account_items.c.account == account.key, account_items.c.article == articles.c.id))
                .order_by(articles.c.id)
            )  # fmt: skip
            rows = connection.execute(chosen).all()
            said = marks_of(connection, [row.id for row in rows])
            found = []
            for row in rows:
                url = row.url if row.how == "web" and row.url else unpacked_json(row.record).get("url") or row.url
                if url and url.startswith(("http://", "https://")):
                    found.append(NewArticle(row.id, url, row.title, said[row.id]))
            return found

    # ---- Annotations

    def linked(self, account: str) -> list[Linked]:
        """The articles of an account with the annotations that both sides had last."""
        with self._store.reading() as connection:
            return _linked(connection, account)

    def marks_on(self, article: int) -> list[LocalMark]:
        """The highlights of an article, each with its first note, and the notes on the whole of it."""
        with self._store.reading() as connection:
            return _marks_on(connection, article)

    def marked_articles(self) -> list[int]:
        """The articles outside the trash that have a highlight."""
        with self._store.reading() as connection:
            chosen = (
                select(highlights.c.article)
                .join(states, states.c.article == highlights.c.article)
                .where(states.c.trashed.is_(False))
            )
            return sorted(set(connection.scalars(chosen)))

    def note_marked(self, account: str, item: str, marked: Sequence[KnownMark]) -> None:
        """Keep which annotations both sides have of an item."""
        written = compact_json([asdict(mark) for mark in marked]).decode()
        with self._store.writing(counts=False) as connection:
            connection.execute(
                update(account_items)
                .where(account_items.c.account == account, account_items.c.item == item)
                .values(marked=storable(written))
            )

    def forget(self, account: str) -> None:
        """Strike out what was known to lie in an account: the next sync is as the first."""
        with self._store.writing(counts=False) as connection:
            for table in (account_items, account_facts):
                connection.execute(delete(table).where(table.c.account == account))
            asking.forget(connection, [asked_key(account)])


def asked_key(account: str) -> str:
    """The key of an account in the books on what was asked."""
    return f"account {account}"


def marks_of(connection: Connection, ids: Sequence[int]) -> dict[int, Marks]:
    """What the library says of articles."""
    named: dict[int, set[str]] = {number: set() for number in ids}
    chosen = select(article_tags.c.article, tags.c.name).join(tags, tags.c.key == article_tags.c.tag)
    for article, name in connection.execute(chosen.where(among(article_tags.c.article, list(ids)))):
        named[article].add(name)
    rows = connection.execute(select(states).where(among(states.c.article, list(ids)))).mappings()
    return {
        row["article"]: Marks(row["read"], row["bookmarked"], row["archived"], frozenset(named[row["article"]]))
        for row in rows
    }


def _account(row: RowMapping) -> Account:
    return Account(row["key"], row["kind"], row["url"], row["user"], row["name"], row["sends"])


def _since(connection: Connection, account: str) -> str:
    return connection.scalar(select(accounts.c.created).where(accounts.c.key == account)) or ""


def _unsent(connection: Connection, account: str) -> list[Unsent]:
    rows = connection.execute(
        select(account_items.c.item, account_items.c.article, account_items.c.base)
        .join(states, states.c.article == account_items.c.article)
        .where(account_items.c.account == account, states.c.trashed.is_(False))
        .order_by(account_items.c.item)
    ).all()
    here = marks_of(connection, [row.article for row in rows])
    waiting = []
    for row in rows:
        base = _read(row.base)
        if differing(base, here[row.article]):
            waiting.append(Unsent(row.item, row.article, base, seen_by(base, here[row.article])))
    return waiting


def _linked(connection: Connection, account: str) -> list[Linked]:
    rows = connection.execute(
        select(account_items).where(account_items.c.account == account, account_items.c.article.is_not(None))
    ).mappings()
    return [
        Linked(row["item"], row["article"], row["url"], tuple(KnownMark(**mark) for mark in json.loads(row["marked"])))
        for row in rows
    ]


def _marks_on(connection: Connection, article: int) -> list[LocalMark]:
    written = connection.execute(select(notes).where(notes.c.article == article).order_by(notes.c.created)).mappings()
    on_highlight: dict[str, RowMapping] = {}
    whole: list[LocalMark] = []
    for note in written:
        if note["about"] == "highlight" and note["subject"]:
            on_highlight.setdefault(note["subject"], note)
        elif note["exact"] is None and note["about"] in (None, "article"):
            whole.append(LocalMark(note["key"], "", 0, note["body"], note["key"], read_time(note["changed"])))
    marked = connection.execute(select(highlights).where(highlights.c.article == article)).mappings()
    found = []
    for row in marked:
        told = on_highlight.get(row["key"])
        changed = max(row["changed"], told["changed"]) if told else row["changed"]
        found.append(
            LocalMark(
                row["key"], row["exact"], row["start"], told["body"] if told else "", told["key"] if told else "",
                read_time(changed),
            )
        )  # fmt: skip
    return sorted(found, key=lambda mark: mark.start) + whole


def _steps(wanted: Mapping[int, tuple[Marks, Marks]]) -> list[Change]:
    """The changes that bring articles from what they are to what they are to be, alike ones together."""
    steps: list[Change] = []
    for field, change in (("read", SetRead), ("bookmarked", SetBookmarked), ("archived", SetArchived)):
        for value in (True, False):
            ids = tuple(
                article
                for article, (before, after) in wanted.items()
                if getattr(after, field) is value and getattr(before, field) is not value
            )
            if ids:
                steps.append(change(ids, value))
    for article, (before, after) in wanted.items():
        add = tuple(sorted((after.tags or frozenset()) - (before.tags or frozenset())))
        remove = tuple(sorted((before.tags or frozenset()) - (after.tags or frozenset())))
        if add or remove:
            steps.append(Tag((article,), add, remove))
    return steps


def _set_base(connection: Connection, account: str, item: str, marks: Marks) -> None:
    row = account_items.c.account == account, account_items.c.item == item
    connection.execute(update(account_items).where(*row).values(base=_written(marks)))


def _written(marks: Marks) -> str:
    tagged = None if marks.tags is None else sorted(marks.tags)
    return storable(compact_json([marks.read, marks.bookmarked, marks.archived, tagged]).decode())


def _read(text: str) -> Marks:
    read, bookmarked, archived, tagged = json.loads(text)
    return Marks(read, bookmarked, archived, None if tagged is None else frozenset(tagged))
