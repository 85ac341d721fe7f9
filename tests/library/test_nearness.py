"""Search by meaning, with the model that ships: what it finds, what holds for it all the same, and what it never does."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_articles import capture

from reader.analysis.meaning import encoder
from reader.article import Article, Block, BlockKind, Edit, EditKind, article_of
from reader.library import (
    DeleteForever,
    EditBlocks,
    Library,
    ListKind,
    Query,
    SetArchived,
    SetRead,
    Tag,
    Trash,
    Untrash,
    meant,
    question,
)
from reader.library.nearness import DIMENSIONS, MOST, ROUGHLY, Vectors, combined

TOLD = {
    "Bakers strike": "Loaves were missing from every shop in Vale as the people who knead the dough stayed at home.",
    "Ship aground": "A freighter ran onto the sandbank off Nordhaven at night; tugs pulled the vessel free at high tide.",
    "Snow in April": "Forecasters had promised spring. Instead the coldest morning for years buried orchards and gardens.",
    "Keeper retires": "After forty years Ilse Brandt hands over the lamp and the stairs of the lighthouse of Nordhaven.",
}


def told(title: str, text: str, **metadata: str) -> Article:
    return article_of([Block(BlockKind.PARAGRAPH, text)], title=title, **metadata)  # type: ignore[arg-type]


def fill(library: Library) -> None:
    """Works out all vectors that are missing, as it is done in the background."""
    while waiting := library.meanings.missing():
        library.meanings.keep([(each, encoder().article(each.title, each.text)) for each in waiting])


def near(words: str, **values: object) -> Query:
    """A query with the vector of its words."""
    said = meant(question(words))
    return Query(words=words, meaning=None if said is None else encoder().question(said), **values)  # type: ignore[arg-type]


def titles(library: Library, query: Query) -> list[str]:
    return [row.title for row in library.rows(query)]


@pytest.fixture
def shelf(library: Library) -> Library:
    library.meanings.begin("1")
    for number, (title, text) in enumerate(TOLD.items(), 1):
        site = "https://harbour.example/" if number % 2 else "https://vale.example/"
        library.add(capture(number), told(title, text, url=f"{site}{number}", published=f"20{number + 20}-05-01"))
    fill(library)
    return library


ALONE = {
    "walkout at the bakery ": "Bakers strike",
    "stranded cargo boat ": "Ship aground",
    "late frost and cold weather ": "Snow in April",
}


@pytest.mark.parametrize(("words", "title"), ALONE.items())
def test_what_has_none_of_the_words_is_found_by_its_meaning_and_says_so(shelf: Library, words: str, title: str) -> None:
    assert titles(shelf, Query(words=words)) == []
    rows = shelf.rows(near(words))
    assert rows[0].title == title and all(row.near for row in rows)
    assert shelf.count(near(words)) == len(rows)
    assert shelf.index_of(near(words), rows[0].id) == 0


def test_what_has_the_words_comes_first_and_is_not_called_near(shelf: Library) -> None:
    rows = shelf.rows(near("lighthouse "))
    assert (rows[0].title, rows[0].near) == ("Keeper retires", False)
    assert all(row.near for row in rows[1:])
    assert [row.id for row in shelf.rows(near("lighthouse "), 1, 1)] == [row.id for row in rows[1:2]]


HELD = {
    "after:2023": "stranded cargo boat after:2023 ",
    "site:": "stranded cargo boat site:harbour.example ",
    "is:": "stranded cargo boat is:read ",
    "tag:": "stranded cargo boat tag:weather ",
    "a phrase": 'stranded cargo boat "buried orchards" ',
    "NOT": "stranded cargo boat -tide ",
    "a word in quotation marks": 'stranded boat "cargo" ',
    "a field": "stranded boat title:snow ",
    "brackets": "stranded boat (orchards OR dough) ",
}


@pytest.mark.parametrize("words", HELD.values(), ids=HELD)
def test_what_else_is_asked_holds_for_what_is_near(shelf: Library, words: str) -> None:
    shelf.perform(Tag((3,), ("weather",)))
    shelf.perform(SetRead((3,), True))
    assert "Ship aground" in titles(shelf, near("stranded cargo boat "))
    assert "Ship aground" not in titles(shelf, near(words))


def test_what_else_is_asked_lets_through_what_meets_it(shelf: Library) -> None:
    assert (
        titles(shelf, near("stranded cargo boat site:vale.example after:2022 is:unread -dough "))[0] == "Ship aground"
    )
    assert titles(shelf, near('stranded boat "high tide" ')) == ["Ship aground"]


@pytest.mark.parametrize(
    "words",
    ["said-by:brandt boat ", "quote:boat ", "about:boat stranded ", '"stranded cargo boat"', "boat OR ship ", "title:boat ",
     "-boat ", "boa* ", "is:unread ", "like:2 ", "ab ", ""],
)  # fmt: skip
def test_a_question_that_is_exact_or_asks_for_quotations_means_nothing_more(words: str) -> None:
    assert meant(question(words)) is None


def test_plain_words_are_what_is_meant() -> None:
    assert meant(question('Café stranded "cargo" site:x -tide harb')) == "cafe stranded harb"


def test_of_the_trash_and_of_other_lists_nothing_shows(shelf: Library) -> None:
    query = near("stranded cargo boat ")
    shelf.perform(Trash((2,)))
    assert "Ship aground" not in titles(shelf, query)
    shelf.perform(Untrash((2,)))
    assert titles(shelf, query)[0] == "Ship aground"
    shelf.perform(SetArchived((2,), True))
    assert titles(shelf, query)[0] == "Ship aground"
    assert "Ship aground" not in titles(shelf, near("stranded cargo boat ", kind=ListKind.UNREAD))
    assert titles(shelf, near("stranded cargo boat ", kind=ListKind.ARCHIVE)) == ["Ship aground"]
    shelf.perform(Trash((2,)))
    shelf.perform(DeleteForever((2,)))
    assert "Ship aground" not in titles(shelf, query)


def test_without_a_vector_and_without_the_model_all_is_as_ever(shelf: Library) -> None:
    for words in ("lighthouse ", "lamp stairs ", "nordhaven "):
        alone = shelf.rows(Query(words=words))
        assert alone and not any(row.near for row in alone)
    shelf.meanings.drop()
    assert not shelf.meanings.are_there()
    assert titles(shelf, near("stranded cargo boat ")) == []
    fill(shelf)
    assert titles(shelf, near("stranded cargo boat "))[0] == "Ship aground"


def test_a_new_cleaning_is_read_anew_and_what_is_new_is_found(shelf: Library) -> None:
    shelf.store_article(2, told("Wedding", "The bride wore white and the guests danced until the morning."))
    assert [each.article for each in shelf.meanings.missing()] == [2]
    assert "Wedding" not in titles(shelf, near("stranded cargo boat "))
    fill(shelf)
    assert titles(shelf, near("marriage party "))[0] == "Wedding"
    assert "Wedding" not in titles(shelf, near("stranded cargo boat "))


def test_an_edit_of_the_reader_is_read_anew(shelf: Library) -> None:
    kept, taken = "The mayor opened a bridge.", "A freighter ran aground on the sandbank."
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in (kept, taken)]
    added = shelf.add(capture(8), article_of(blocks, title="Two things"))
    fill(shelf)
    shelf.perform(EditBlocks(added.id, Edit(EditKind.REMOVE, taken)))
    assert [(each.article, each.text) for each in shelf.meanings.missing()] == [(added.id, kept)]


def test_what_changed_while_it_was_worked_out_is_not_kept(shelf: Library) -> None:
    added = shelf.add(capture(9), told("Old", "The ferry timetable changes."))
    waiting = shelf.meanings.missing()
    shelf.store_article(added.id, told("New", "A bank was robbed at noon."))
    shelf.meanings.keep([(each, encoder().article(each.title, each.text)) for each in waiting])
    assert [each.article for each in shelf.meanings.missing()] == [added.id]


def test_other_languages_and_the_trash_wait_for_no_vector(shelf: Library) -> None:
    shelf.add(capture(10), told("Streik", "Die Bäcker bleiben zu Hause.", language="de"))
    english = shelf.add(capture(11), told("Walk", "They walked home.", language="en-GB"))
    trashed = shelf.add(capture(12), told("Gone", "This goes."))
    shelf.perform(Trash((trashed.id,)))
    assert [each.article for each in shelf.meanings.missing()] == [english.id]


def test_the_vectors_of_another_model_are_dropped(shelf: Library) -> None:
    shelf.meanings.begin("1")
    assert shelf.meanings.are_there()
    shelf.meanings.begin("2")
    assert not shelf.meanings.are_there() and len(shelf.meanings.missing()) == len(TOLD)


def test_more_like_this_knows_what_is_near(shelf: Library) -> None:
    added = shelf.add(capture(20), told("Collier stuck", "Rescue crews refloated the bulk carrier beached by fog."))
    assert "Ship aground" not in titles(shelf, Query(words=f"like:{added.id}"))
    fill(shelf)
    assert titles(shelf, Query(words=f"like:{added.id}"))[0] == "Ship aground"


def test_a_library_that_is_read_beside_sees_what_comes_and_goes(shelf: Library) -> None:
    with shelf.beside() as other:
        assert titles(other, near("stranded cargo boat "))[0] == "Ship aground"
        shelf.add(capture(30), told("Barge", "A barge full of grain sits on the rocks; the crew is safe."))
        fill(shelf)
        assert "Barge" in titles(other, near("stranded cargo boat "))
        shelf.meanings.drop()
        assert titles(other, near("stranded cargo boat ")) == []


def test_other_machines_are_told_nothing_of_vectors(shelf: Library, tmp_path: Path) -> None:
    shelf.replica.set_place("elsewhere")
    before = [(cell.table, cell.row, cell.field) for cell in shelf.replica.news()]
    shelf.meanings.drop()
    fill(shelf)
    assert [(cell.table, cell.row, cell.field) for cell in shelf.replica.news()] == before
    assert not any(cell.table == "meanings" for cell in shelf.replica.news())
    with Library.open(tmp_path / "elsewhere") as other:
        for number in range(1, len(TOLD) + 1):
            other.replica.arrive(f"a{number}", shelf.replica.content(number))
        assert not other.meanings.are_there() and len(other.meanings.missing()) == len(TOLD)


@given(
    st.lists(st.integers(1, 400), unique=True, max_size=200), st.lists(st.integers(1, 400), unique=True, max_size=MOST)
)
def test_meaning_alone_never_stands_above_the_first_sixty_that_have_the_words(
    words: list[int], meaning: list[int]
) -> None:
    order = combined(words, meaning)
    assert sorted(order) == sorted({*words, *meaning})
    alone = [at for at, number in enumerate(order) if number not in words]
    assert not alone or alone[0] >= min(60, len(words))


def test_the_nearest_of_many_are_found_by_their_signs() -> None:
    chance = np.random.default_rng(7)
    made = chance.normal(size=(4 * ROUGHLY, DIMENSIONS))
    wanted = chance.normal(size=DIMENSIONS)
    made[100:120] += wanted * np.linspace(0.4, 1.2, 20)[:, None]
    eight = np.clip(np.rint(made * 30), -127, 127).astype(np.int8)
    held = Vectors()
    held.put([(at + 1, at + 1000, vector.tobytes()) for at, vector in enumerate(eight)])
    asked = np.clip(np.rint(wanted * 30), -127, 127).astype(np.int8)
    near = eight.astype(float) @ asked / np.linalg.norm(eight.astype(float), axis=1)
    best = [int(at) + 1000 for at in np.argsort(-near)[:15]]
    assert [article for article, _ in held.nearest(asked.tobytes(), 15)] == best
