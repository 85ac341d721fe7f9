"""How SQLite goes about what the window asks for all the time: by index, without sorting, however many articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from invented_articles import analysis, article, capture
from sqlalchemy import event

from reader.library import Library, ListKind, Query


@contextmanager
def plans_of(library: Library) -> Iterator[list[str]]:
    """The steps of SQLite's plans for all that is asked inside."""
    asked: list[tuple[str, Any]] = []
    told: list[str] = []

    def heard(connection: Any, cursor: Any, statement: str, parameters: Any, *rest: Any) -> None:
        if statement.startswith("SELECT"):
            asked.append((statement, parameters))

    engine = library._store.engine
    event.listen(engine, "before_cursor_execute", heard)
    try:
        yield told
    finally:
        event.remove(engine, "before_cursor_execute", heard)
    with engine.connect() as connection:
        for statement, parameters in asked:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            told += [row[3] for row in plan]


@pytest.fixture
def filled(library: Library) -> Library:
    for number in range(5):
        library.add(capture(number), article(number))
    return library


ASKED: dict[str, Callable[[Library, Query], object]] = {
    "page": lambda library, query: library.rows(query, 2, 2),
    "count": lambda library, query: library.count(query),
    "index": lambda library, query: library.index_of(query, 2),
}


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
@pytest.mark.parametrize("kind", [kind for kind in ListKind if kind is not ListKind.NOTED])
def test_a_list_is_read_in_its_index(filled: Library, kind: ListKind, ask: Callable[[Library, Query], object]) -> None:
    with plans_of(filled) as told:
        ask(filled, Query(kind))
    assert any(f"INDEX states_{kind}" in step or "INTEGER PRIMARY KEY" in step for step in told)
    lists = [step for step in told if step.startswith("SCAN states")]
    assert all(f"INDEX states_{kind}" in step for step in lists), told


def test_a_page_is_not_sorted(filled: Library) -> None:
    for kind in ListKind:
        with plans_of(filled) as told:
            filled.rows(Query(kind, tag="lamps"), 0, 2)
        # The tags of the lines on the page are sorted, and nothing else.
        assert told.count("USE TEMP B-TREE FOR ORDER BY") <= 1, (kind, told)


def test_the_search_index_is_asked_once(filled: Library) -> None:
    with plans_of(filled) as told:
        filled.rows(Query(words="lamp"))
    searched = [step for step in told if "VIRTUAL TABLE" in step and "search" in step]
    assert not any("=" in step.rpartition("INDEX")[2].partition(":")[2] for step in searched), told


def test_duplicates_are_looked_up_by_index(filled: Library) -> None:
    with plans_of(filled) as told:
        filled.add(capture(9), article(9, url="https://harbour.example/9"))
    passed_over = ("history", "marks", "VIRTUAL TABLE")
    assert not [step for step in told if step.startswith("SCAN") and not any(name in step for name in passed_over)], (
        told
    )


PEOPLE: dict[str, Callable[[Library], object]] = {
    "quotes": lambda library: library.people.quotes(1),
    "articles": lambda library: library.people.articles(1),
    "pair": lambda library: library.people.quotes(1, about=2),
    "list": lambda library: library.people.rows(),
    "echoes": lambda library: library.people.echoes(1, 0),
    "stories": lambda library: library.stories.rows(),
}


@pytest.mark.parametrize("ask", PEOPLE.values(), ids=PEOPLE)
def test_people_and_stories_are_found_by_index(filled: Library, ask: Callable[[Library], object]) -> None:
    for number in range(1, 6):
        made = filled.opened(number).article
        filled.store_analysis(number, analysis(made))
    with plans_of(filled) as told:
        ask(filled)
    scanned = [step for step in told if step.startswith("SCAN") and "VIRTUAL TABLE" not in step]
    assert not [
        step for step in scanned if "INDEX" not in step and "SUBQUERY" not in step and "CONSTANT" not in step
    ], told
