"""What can be asked of lists and searches, answered on one connection."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from sqlalchemy import Connection

from reader.library import lists, suggesting
from reader.library.faults import LibraryDamaged, in_search_index
from reader.library.indexing import rebuild
from reader.library.people.values import ThingRow
from reader.library.store import Store
from reader.library.tallying import Tally, tally
from reader.library.values import Found, FoundNote, FoundQuote, Query, Row, Suggestion, Unanswered

T = TypeVar("T")
MOST_COUNTED = 1_000
"""So many notes and names are counted; nobody looks through more."""


class Answers:
    """Answers from the connection of `store`; what has to be made anew is made by `mending`."""

    def __init__(self, store: Store, mending: Store) -> None:
        self._store, self._mending = store, mending
        with store.reading() as connection:
            self._driver = connection.connection.driver_connection

    def rows(self, query: Query, offset: int = 0, limit: int = 100) -> list[Row]:
        """The lines `offset` to `offset + limit` of a list, newest added first; a search's best first."""
        return self._searched(lambda connection: lists.rows(connection, query, offset, limit))

    def rows_again(self, query: Query, rows: Sequence[Row]) -> list[Row]:
        """The lines of a search as they are now, without searching anew: those that left the list are gone."""
        return self._searched(lambda connection: lists.rows_again(connection, query, rows))

    def count(self, query: Query) -> int:
        """How many lines a list has."""
        return self._searched(lambda connection: lists.count(connection, query))

    def index_of(self, query: Query, article_id: int) -> int | None:
        """On which line of a list an article stands, None where it is not in it."""
        return self._searched(lambda connection: lists.index_of(connection, query, article_id))

    def quotes_found(self, query: Query, offset: int = 0, limit: int = 100) -> list[FoundQuote]:
        """The quotations that answer a query's words, best first; all, newest article first, where it has none."""
        return self._searched(lambda connection: lists.quotes_found(connection, query, offset, limit))

    def count_quotes(self, query: Query) -> int:
        """How many quotations answer a query's words."""
        return self._searched(lambda connection: lists.count_quotes(connection, query))

    def notes_found(self, query: Query, limit: int = 100) -> list[FoundNote]:
        """The notes in which a query's words stand, newest first."""
        return self._searched(lambda connection: lists.notes_found(connection, query, limit))

    def names_found(self, query: Query, limit: int = 100) -> list[ThingRow]:
        """The people, organisations and places that a query's words name, most quoted first."""
        return self._searched(lambda connection: lists.names_found(connection, query, limit))

    def found(self, query: Query) -> Found:
        """How many articles, quotations, notes and names answer a query."""
        return Found(
            self.count(query),
            self.count_quotes(query),
            len(self.notes_found(query, MOST_COUNTED)),
            len(self.names_found(query, MOST_COUNTED)),
        )

    def why_nothing(self, query: Query) -> Unanswered:
        """Why a query has no answer, and what could be asked instead."""
        return self._searched(lambda connection: lists.why_nothing(connection, query))

    def tally(self) -> Tally:
        """What the library holds, and how much of it was read; may take a moment in a large one."""
        with self._store.reading() as connection:
            return tally(connection)

    def suggestions(self, typed: str, cursor: int) -> list[Suggestion]:
        """What can be written at `cursor` in the search box, best first."""
        with self._store.reading() as connection:
            return suggesting.suggestions(connection, typed, cursor)

    def stop(self) -> None:
        """Breaks off, from any thread, what is being asked: it raises AnswerStopped."""
        if self._driver is not None:
            self._driver.interrupt()

    def _searched(self, ask: Callable[[Connection], T]) -> T:
        """The answer to a question to the search index, which is made anew if it alone is damaged."""
        try:
            with self._store.reading() as connection:
                return ask(connection)
        except LibraryDamaged as error:
            if self._mending.journal is None or not in_search_index(error.__cause__):
                raise
        with self._mending.writing(counts=False) as connection:
            rebuild(connection)
        with self._store.reading() as connection:
            return ask(connection)
