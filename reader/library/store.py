"""The open store: one connection, the journal beside it, and the transactions in which all is read and written."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine

from reader.library import ledger
from reader.library.connection import WRITES
from reader.library.faults import LibraryDamaged, LibraryReadOnly, NotSaved, faults_told, in_search_index
from reader.library.folder import Places
from reader.library.indexing import rebuild
from reader.library.journal import Journal, Record


class Store:
    """A library's connection and journal; `journal` is None where it is open for reading only."""

    def __init__(self, places: Places, engine: Engine, journal: Journal | None):
        self.places = places
        self.engine = engine
        self.journal = journal
        self._lock = threading.RLock()
        self._appended = False
        self._changes = 0
        self._identity = _identity(places)

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            if self.journal is not None:
                self.journal.close()
            self.engine.dispose()

    def changes(self) -> int:
        """How many transactions have changed something worth a backup since the library was opened."""
        return self._changes

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read from, which sees one state of the library."""
        with self._lock, faults_told(self.places.folder), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self, counts: bool = True) -> Iterator[Connection]:
        """A connection inside one transaction: all that is done in it comes about, or nothing.

        What does not count is no reason to make a backup.
        LibraryError where it cannot be saved; what `record` wrote to the journal meanwhile is then taken back.
        """
        if self.journal is None:
            raise LibraryReadOnly(
                f"The library “{self.places.folder}” is open for reading only: nothing can be changed."
            )
        with self._lock, faults_told(self.places.folder):
            self._require_in_place()
            self._appended = False
            try:
                with self.engine.connect() as connection:
                    connection.execution_options(**{WRITES: True})
                    with connection.begin():
                        yield connection
                self._changes += counts
            except BaseException as error:
                if self._appended:
                    self.journal.take_back()
                if in_search_index(error):
                    self._mend_index()
                    raise NotSaved("Not saved: the search index was damaged and was made anew; try again.") from error
                raise

    def record(self, connection: Connection, body: dict[str, Any]) -> Record:
        """Write an entry to the journal, where it lies on the disk before the transaction is committed."""
        assert self.journal is not None
        written = self.journal.append(ledger.mark_of(connection), body)
        self._appended = True
        ledger.set_mark(connection, written.mark)
        return written

    def _mend_index(self) -> None:
        with self.engine.connect() as connection:
            connection.execution_options(**{WRITES: True})
            with connection.begin():
                rebuild(connection)

    def _require_in_place(self) -> None:
        # SQLite goes on writing into a file that was moved away, and nobody would find it again.
        if _identity(self.places) != self._identity:
            raise LibraryDamaged(
                f"Not saved: the library's file “{self.places.database}” was moved or replaced while it was open; "
                "put it back, or close Verbatim and start it again."
            )


def _identity(places: Places) -> tuple[int, int] | None:
    try:
        found = places.database.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
