"""What can be asked of the library: lists, searches, articles and the reader's own, answered on one connection."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from sqlalchemy import Connection, select

from reader.article import Capture, LibraryError
from reader.library import analyses, articles, lists, markings, order, suggesting
from reader.library.faults import LibraryDamaged, in_search_index
from reader.library.indexing import rebuild
from reader.library.packing import read_time
from reader.library.people.values import ThingRow
from reader.library.ruling import Facts, Rule, meets
from reader.library.schema import articles as article_table
from reader.library.schema import captures, states
from reader.library.store import Store
from reader.library.tallying import Tally, tally
from reader.library.values import (
    Annotation,
    AnnotationQuery,
    Collection,
    Deleted,
    Duplicates,
    Found,
    FoundNote,
    FoundQuote,
    KeptRule,
    ListKind,
    Opened,
    Query,
    Row,
    SavedSearch,
    Suggestion,
    Unanswered,
)

T = TypeVar("T")
MOST_COUNTED = 1_000
"""So many notes and names are counted; nobody looks through more."""


class Answers:
    """Answers from the connection of `store`; what has to be made anew is made by `mending`."""

    def __init__(self, store: Store, mending: Store) -> None:
        self._store, self._mending = store, mending
        with store.reading() as connection:
            self._driver = connection.connection.driver_connection

    # ---- Lists and searches

    def rows(self, query: Query, offset: int = 0, limit: int = 100) -> list[Row]:
        """The lines `offset` to `offset + limit` of a list, newest added first; a search's best first."""
        return self._searched(lambda connection: lists.rows(connection, query, offset, limit))

    def rows_again(self, query: Query, rows: Sequence[Row]) -> list[Row]:
        """The lines of a search as they are now, without searching anew: those that left the list are gone."""
        return self._searched(lambda connection: lists.rows_again(connection, query, rows))

    def numbers(self, query: Query, *, unread: bool = False) -> list[int]:
        """The articles of a whole list in its order, or the unread ones among them, by their numbers alone."""
        return self._searched(lambda connection: lists.numbers(connection, query, unread=unread))

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

    def counts(self) -> dict[ListKind, int]:
        """How many articles each smart list holds."""
        with self._store.reading() as connection:
            return lists.counts(connection)

    def tags(self) -> list[tuple[str, int]]:
        """Every tag with its number of articles outside the trash, in alphabetical order."""
        with self._store.reading() as connection:
            return lists.tag_counts(connection)

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

    # ---- One article

    def opened(self, article_id: int) -> Opened:
        """An article as it is read; LibraryError where it is no longer there."""
        with self._store.reading() as connection:
            article = articles.article_of(connection, article_id)
            row = lists.row_of(connection, article_id)
            columns = (
                captures.c.name,
                captures.c.captured_at,
                captures.c.how,
                captures.c.media_type,
                states.c.position,
            )
            joined = article_table.join(captures).join(states, states.c.article == article_table.c.id)
            chosen = select(*columns).select_from(joined).where(article_table.c.id == article_id)
            more = connection.execute(chosen).one_or_none()
            if row is None or more is None:
                raise LibraryError("The article is no longer in the library; choose another one from the list.")
            return Opened(
                row=row,
                article=article,
                analysis=analyses.analysis_of(connection, article_id, article.text),
                notes=markings.notes_of(connection, article_id, article.text),
                bookmarks=markings.passages_of(connection, article_id, article.text),
                highlights=markings.highlights_of(connection, article_id, article.text),
                colours=tuple(markings.colour_names(connection).items()),
                position=min(more.position, len(article.text)),
                capture_name=more.name,
                captured_at=read_time(more.captured_at),
                how=more.how,
                media_type=more.media_type,
                edits=articles.edits_of(connection, article_id),
            )

    def row(self, article_id: int) -> Row | None:
        """An article's line, whatever list it is in; None where it is no longer there."""
        with self._store.reading() as connection:
            return lists.row_of(connection, article_id)

    def capture(self, article_id: int) -> Capture:
        """What the article was made from, byte for byte."""
        with self._store.reading() as connection:
            number = connection.scalar(select(article_table.c.capture).where(article_table.c.id == article_id))
            return articles.capture_of(connection, number if number is not None else -1)

    def kept_capture(self, capture_id: int) -> Capture:
        """The capture that `keep` gave that number."""
        with self._store.reading() as connection:
            return articles.capture_of(connection, capture_id)

    # ---- What the reader wrote, and the library's order

    def annotations(self, query: AnnotationQuery | None = None) -> list[Annotation]:
        """The highlights, notes and bookmarks of all articles outside the trash that a query asks for."""
        with self._store.reading() as connection:
            return markings.annotations_of(connection, query or AnnotationQuery())

    def colour_names(self) -> dict[str, str]:
        """Every colour of highlights with what the reader calls it."""
        with self._store.reading() as connection:
            return markings.colour_names(connection)

    def deleted(self) -> list[Deleted]:
        """The notes, highlights, tags, collections… that can be brought back, newest first."""
        with self._store.reading() as connection:
            return markings.deleted_things(connection)

    def collections(self) -> list[Collection]:
        """The collections in their order, the reading queue among them once anything was put into it."""
        with self._store.reading() as connection:
            return order.collections_of(connection)

    def saved_searches(self) -> list[SavedSearch]:
        """The searches that are lists of their own."""
        with self._store.reading() as connection:
            return order.saved_searches_of(connection)

    def rules(self) -> list[KeptRule]:
        """The rules for articles that arrive."""
        with self._store.reading() as connection:
            return order.rules_of(connection)

    def met_by(self, rule: Rule, ids: Iterable[int]) -> list[int]:
        """Which of those articles a rule is for."""
        with self._store.reading() as connection:
            return [number for number in ids if meets(rule, self._facts(connection, number))]

    def duplicates(self) -> list[Duplicates]:
        """Articles that may be one, those most alike first."""
        with self._store.reading() as connection:
            return order.duplicates(connection)

    # ---- What came in, and what waits for machines

    def at_address(self, url: str | None) -> int | None:
        """The article of an address, the newest of several; None where there is none."""
        with self._store.reading() as connection:
            return articles.at_address(connection, url)

    def corrected(self) -> list[int]:
        """The articles outside the trash whose quotations the reader has decided on, oldest first."""
        with self._store.reading() as connection:
            return analyses.corrected_articles(connection)

    def unanalysed(self) -> list[int]:
        """The articles outside the trash whose present text has no analysis, newest first."""
        with self._store.reading() as connection:
            return analyses.unanalysed(connection)

    def uncleaned(self) -> list[int]:
        """The kept captures that nothing was made of yet, oldest first."""
        with self._store.reading() as connection:
            return articles.waiting_captures(connection)

    # ---- How

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

    def _facts(self, connection: Connection, article_id: int) -> Facts:
        article = articles.article_of(connection, article_id)
        return order.facts_of(article, analyses.analysis_of(connection, article_id, article.text))
