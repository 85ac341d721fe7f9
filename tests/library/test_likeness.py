"""Articles like one are found by whom they name and by their words, and are asked for in the grammar like all else."""

from __future__ import annotations

import pytest
from invented_people import Named, tell

from reader.library import Library, Query, Trash, likeness, question
from reader.library.likeness import combined

BRANDT, WIECK = Named("Ilse Brandt"), Named("Tomas Wieck")


@pytest.fixture
def told(library: Library) -> Library:
    """Two articles on a lighthouse and its keeper, one that names the keeper alone, and others that have nothing of it."""
    tell(library, "The lighthouse of Nordhaven is dark: Ilse Brandt keeps its keys.", BRANDT, title="Lighthouse dark")
    tell(library, "Pears ripened early in Vale, growers said.", title="Early pears", published="2025-03-01")
    tell(library, "Ilse Brandt bakes bread.", BRANDT, WIECK, title="Bread", published="2020-03-01")
    tell(
        library, "Nordhaven asks for the keys of its lighthouse; Ilse Brandt does not answer.", BRANDT,
        title="Keys of the lighthouse", published="2018-03-01",
    )  # fmt: skip
    tell(library, "A tram left the rails on Monday.", title="Tram", published="2026-03-01")
    return library


def test_the_most_alike_comes_first_and_others_do_not_come(told: Library) -> None:
    assert [row.id for row in told.rows(Query(words="like:1"))] == [4, 3]
    assert told.count(Query(words="like:1")) == 2
    assert [row.id for row in told.rows(Query(words="like:1"), 1, 1)] == [3]


def test_it_is_narrowed_like_any_question(told: Library) -> None:
    assert [row.id for row in told.rows(Query(words="like:1 after:2019"))] == [3]
    assert [row.id for row in told.rows(Query(words="like:1 bread "))] == [3]
    told.perform(Trash((4,)))
    assert [row.id for row in told.rows(Query(words="like:1"))] == [3]


def test_without_such_an_article_there_is_none_like_it(told: Library) -> None:
    assert told.rows(Query(words="like:99")) == []
    problem = question("like:brandt ").problem
    assert problem is not None and problem.sentence == "like: needs the number of an article, such as like:12."


def test_orders_are_combined_by_their_ranks() -> None:
    assert combined([[1, 2, 3], [3, 1]]) == [1, 3, 2]
    assert combined([[], []]) == []


def test_what_very_many_articles_say_makes_none_of_them_alike(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(likeness, "MOST_WITH_A_WORD", 4)
    for day in range(1, 6):
        tell(library, f"Harbour news, number {day}.", title=f"Harbour {day}", published=f"2020-03-0{day}")
    tell(library, "The harbour has a lamp.", title="Harbour lamp", published="2021-03-01")
    tell(library, "A lamp was lit.", title="Lamp", published="2022-03-01")
    assert [row.title for row in library.rows(Query(words="like:6"))] == ["Lamp"]


def test_what_is_alike_is_looked_for_anew_after_every_change(told: Library) -> None:
    assert [row.id for row in told.rows(Query(words="like:1"))] == [4, 3]
    tell(told, "Ilse Brandt has the keys of the lighthouse.", BRANDT, title="Lighthouse keys", published="2026-05-01")
    assert {row.id for row in told.rows(Query(words="like:1"))} == {3, 4, 6}
