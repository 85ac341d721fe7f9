"""This library as one of several replicas: what it has to tell, and what it takes from others.

What the reader did is read out of the edit journal, where it lies in its order with its times, so that nothing is paid
for syncing until it is done. A part of the library's one door: every call is one short transaction, or a few.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert

from reader.article import LibraryError
from reader.library import articles as shelf
from reader.library import ledger
from reader.library.feeds import item_article
from reader.library.images import Image, images_from
from reader.library.journal import JournalBroken, Mark
from reader.library.packing import now, read_time
from reader.library.replicas import book
from reader.library.replicas.book import Row
from reader.library.replicas.cells import EXISTS, VERSIONED, Cell, Clock, resolved
from reader.library.replicas.parcels import parcel, unparcelled
from reader.library.replicas.settling import alike, settled
from reader.library.replicas.tables import SHAPES, believable, written_by
from reader.library.schema import (
    READERS_TABLES,
    marks,
    replica_articles,
    replica_files,
)
from reader.library.schema import articles as article_table
from reader.library.source_values import NewItem
from reader.library.sources import Sources
from reader.library.store import Store

MERGED = "merged"
"""The kind of a journal's entry that came from another replica."""
CELLS_AT_ONCE = 400
ARTICLES, FILE = "articles", "file"


@dataclass(frozen=True)
class Shared:
    """What a sync did: articles that came, rows that changed here, cells told and taken."""

    new: tuple[int, ...] = ()
    changed: int = 0
    told: int = 0
    taken: int = 0
    waiting: int = 0


class Replica:
    """The library's side of syncing with its own copies."""

    def __init__(self, store: Store, sources: Sources) -> None:
        self._store, self._sources = store, sources

    @property
    def name(self) -> str:
        """What this replica is called; given once."""
        with self._store.writing(counts=False) as connection:
            return self._name(connection)

    @property
    def place(self) -> str:
        """The folder or address through which this machine syncs; empty where it does not."""
        with self._store.reading() as connection:
            return _value(connection, "replica_place") or ""

    def set_place(self, place: str) -> None:
        """Let this machine sync through a folder or an address; nowhere any more where that is empty."""
        with self._store.writing(counts=False) as connection:
            _set(connection, "replica_place", place)

    # ---- What it tells

    def news(self, most: int = 5000) -> list[Cell]:
        """What was written here that no file has yet, oldest first."""
        with self._store.writing(counts=False) as connection:
            self._publish(connection)
            return book.unsent(connection, most)

    def told(self, cells: Sequence[Cell], file: str) -> None:
        """Note that a file of ours has these cells."""
        with self._store.writing(counts=False) as connection:
            book.sent(connection, cells)
            _note_read(connection, self._name(connection), file)

    def to_offer(self, most: int = 200) -> list[tuple[str, int]]:
        """Articles that no replica has put into the folder yet, by name; none of the samples, which all have."""
        with self._store.writing(counts=False) as connection:
            for article in book.unnamed(connection):
                book.name_of(connection, article)
            chosen = select(replica_articles.c.name, replica_articles.c.article).where(
                replica_articles.c.offered.is_(False), replica_articles.c.article.is_not(None)
            )
            return [(name, article) for name, article in connection.execute(chosen.limit(most))]

    def names(self) -> list[tuple[str, int]]:
        """The articles that have a name on all machines, by name."""
        with self._store.reading() as connection:
            chosen = select(replica_articles.c.name, replica_articles.c.article)
            return [
                (name, article)
                for name, article in connection.execute(chosen.where(replica_articles.c.article.is_not(None)))
            ]

    def content(self, article: int) -> bytes:
        """An article with what it was made from, as it travels."""
        with self._store.reading() as connection:
            number = connection.scalar(select(article_table.c.capture).where(article_table.c.id == article))
            capture = shelf.capture_of(connection, number if number is not None else -1)
            return parcel(capture, shelf.cleaned_article(connection, article))

    def offered(self, name: str, file: str) -> None:
        """Note in which file of ours an article lies."""
        with self._store.writing(counts=False) as connection:
            own = self._name(connection)
            clock = self._clock(connection)
            cell = Cell(ARTICLES, (name,), FILE, clock.tick(_now_ms()), "", {"replica": own, "file": file})
            book.put(connection, cell, unsent=True)
            self._keep_clock(connection, clock)
            connection.execute(update(replica_articles).where(replica_articles.c.name == name).values(offered=True))

    # ---- What it takes

    def unread(self, files: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        """Of files, each of a replica, those that were not read yet."""
        with self._store.reading() as connection:
            read = {(row.replica, row.file) for row in connection.execute(select(replica_files))}
            return [each for each in files if each not in read]

    def take(self, cells: Sequence[Cell], replica: str, file: str) -> int:
        """Take what a file of a replica says; how many rows changed here."""
        changed = 0
        for at in range(0, len(cells), CELLS_AT_ONCE):
            with self._store.writing() as connection:
                changed += self._take(connection, cells[at : at + CELLS_AT_ONCE])
        with self._store.writing(counts=False) as connection:
            _note_read(connection, replica, file)
        return changed

    def wanted(self) -> list[tuple[str, dict[str, Any]]]:
        """The articles that others have and this replica has not, by name, each with where it lies."""
        with self._store.reading() as connection:
            rows = [row for row in book.rows_of(connection, ARTICLES) if not book.article_called(connection, row[0])[0]]
            cells = book.cells_of(connection, ARTICLES, rows)
            return [(c.row[0], c.value) for c in cells if c.field == FILE and isinstance(c.value, dict)]

    def arrive(self, name: str, content: bytes) -> int:
        """Take an article that came, and what was written on it meanwhile; its number. LibraryError where it is none."""
        capture, article_here = unparcelled(content)
        feed = f"replica {name}"
        added = self._sources.add_items(feed, [NewItem(name, "", capture, article_here)])
        with self._store.writing() as connection:
            article = added.get(name) or item_article(connection, feed, name)
            if article is None:
                raise LibraryError("An article of another machine could not be stored.")
            book.name_of(connection, article)
            book.name_article(connection, name, article)
            self._take(connection, ())
        return article

    def settle_pending(self) -> int:
        """Try again what waited for its article; how many rows changed."""
        with self._store.writing() as connection:
            return self._take(connection, ())

    def waiting(self) -> int:
        """How many rows wait for an article that has not come yet."""
        with self._store.reading() as connection:
            return len(book.pending(connection))

    # ---- How

    def _take(self, connection: Connection, cells: Sequence[Cell]) -> int:
        self._publish(connection)
        clock = self._clock(connection)
        touched: set[Row] = set(book.pending(connection))
        for cell in cells:
            if not believable(cell):
                continue
            clock.saw(cell.stamp)
            if book.put(connection, cell, unsent=False):
                touched.add((cell.table, cell.row))
        self._keep_clock(connection, clock)
        images, waiting = settled(connection, touched)
        book.set_pending(connection, touched - waiting, False)
        book.set_pending(connection, waiting, True)
        if images:
            self._enter(connection, images, clock.last)
        return len(images)

    def _enter(self, connection: Connection, images: list[Image], stamp: str) -> None:
        body = {**ledger.entry(MERGED, "Sync", images), "clock": stamp}
        written = self._store.record(connection, body)
        ledger.enter(connection, body, written.at)
        # It is no news of ours: what follows in the journal is.
        _set(connection, "replica_sequence", str(written.mark.sequence))
        _set(connection, "replica_chain", written.mark.chain)

    def _publish(self, connection: Connection) -> None:
        """Turn what was journalled since the last time into cells."""
        journal = self._store.journal
        assert journal is not None
        start = _value(connection, "replica_sequence")
        clock = self._clock(connection)
        mark = Mark(int(start), _value(connection, "replica_chain") or "") if start else journal.beginning()
        end = ledger.mark_of(connection)
        if mark is not None and mark.sequence < end.sequence:
            try:
                for record in journal.after(mark):
                    self._tell(connection, clock, record.body, record.at)
            except JournalBroken:
                mark = None
        if mark is None or not start:
            self._tell_all(connection, clock)
        self._keep_clock(connection, clock)
        _set(connection, "replica_sequence", str(end.sequence))
        _set(connection, "replica_chain", end.chain)

    def _tell(self, connection: Connection, clock: Clock, body: dict[str, Any], at: str) -> None:
        if body.get("kind") == MERGED:
            clock.saw(str(body.get("clock") or ""))
            return
        images = images_from(body.get("images") or [])
        if images:
            self._write(connection, clock.tick(_ms(at)), images)

    def _write(self, connection: Connection, stamp: str, images: Iterable[Image]) -> None:
        named: dict[int, str | None] = {}

        def name(article: int) -> str | None:
            if article not in named:
                named[article] = book.name_of(connection, article)
            return named[article]

        for image in images:
            for table, row, field, value in written_by(image, name):
                if field == EXISTS and value is False:
                    rows = alike(connection, table, row)
                    seen = max((cell.stamp for cell in book.cells_of(connection, table, rows)), default="")
                    book.put(connection, Cell(table, row, field, stamp, seen, value), unsent=True)
                    continue
                before = book.last_of(connection, table, row, field)
                was = before[0].stamp if before else ""
                untold = before is not None and before[1] and before[0].was != before[0].stamp
                if before is not None and untold and (table, field) in VERSIONED:
                    was = before[0].was  # nobody was told of that one: it was never there
                    book.forget_version(connection, before[0])
                book.put(connection, Cell(table, row, field, stamp, was, value), unsent=True)

    def _tell_all(self, connection: Connection, clock: Clock) -> None:
        """Tell of rows as they are, where the journal does not say how they came about."""
        for table, shape in SHAPES.items():
            held = READERS_TABLES[table]
            keys = [column.name for column in held.primary_key]
            for found in connection.execute(select(held)).mappings().all():
                values = {name: found[name] for name in found if name not in keys and name not in shape.without}
                at = str(found.get("changed") or found.get("created") or "")
                plain = {
                    name: value
                    for name, value in values.items()
                    if not (shape.fixed and table == "states" and not value)
                }
                image = Image(table, tuple(found[name] for name in keys), None, plain)
                told = list(written_by(image, lambda article: book.name_of(connection, article)))
                if not told:
                    continue
                known = resolved(book.cells_of(connection, table, [told[0][1]]))
                new = [each for each in told if each[2] != EXISTS and known.values.get(each[2]) != each[3]]
                new += [each for each in told if each[2] == EXISTS and not known.alive]
                if new:
                    stamp = clock.tick(_ms(at) if at else _now_ms())
                    for _, row, field, value in new:
                        before = book.last_of(connection, table, row, field)
                        cell = Cell(table, row, field, stamp, before[0].stamp if before else "", value)
                        book.put(connection, cell, unsent=True)

    def _name(self, connection: Connection) -> str:
        known = _value(connection, "replica")
        if known is None:
            known = uuid.uuid4().hex[:16]
            _set(connection, "replica", known)
        return known

    def _clock(self, connection: Connection) -> Clock:
        return Clock(self._name(connection), _value(connection, "replica_clock") or "")

    def _keep_clock(self, connection: Connection, clock: Clock) -> None:
        if clock.last != (_value(connection, "replica_clock") or ""):
            _set(connection, "replica_clock", clock.last)


def _note_read(connection: Connection, replica: str, file: str) -> None:
    connection.execute(insert(replica_files).values(replica=replica, file=file).on_conflict_do_nothing())


def _value(connection: Connection, name: str) -> str | None:
    return connection.scalar(select(marks.c.value).where(marks.c.name == name))


def _set(connection: Connection, name: str, value: str) -> None:
    ledger.set_value(connection, name, value)


def _ms(at: str) -> int:
    return max(0, int(read_time(at).timestamp() * 1000))


def _now_ms() -> int:
    return _ms(now())
