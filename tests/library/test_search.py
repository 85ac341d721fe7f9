"""Search answers whatever is typed, finds what it should, best first, and mends its own index."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented_articles import article, capture

from reader.library import (
    AddNote,
    DeleteNote,
    EditNote,
    Library,
    ListKind,
    NoQuestion,
    NotSaved,
    Query,
    SetArchived,
    Tag,
    question,
)
from reader.library.grammar import hits
from reader.library.grammar.questions import Part, Words


@pytest.fixture
def shelf(library: Library) -> Library:
    """Three articles that say different things."""
    said = {
        1: "The café in Göteborg serves naïve sailors; its C++ timetable is e-mailed at 7 a.m. in the U.S.",
        2: "A ferry, the ferryman's pride, went to the island of Wrangö and back.",
        3: "Nothing but fog — fog, fog and a ferry.",
    }
    for number, text in said.items():
        library.add(capture(number), article(number, text, title=["", "Coffee", "Island ferry", "Fog"][number]))
    return library


FOUND = {
    "a word": ("sailors", [1]),
    "a word in the headline": ("coffee", [1]),
    "a headline before a body": ("ferry", [2, 3]),
    "the beginning of a word": ("ferrym", [2]),
    "a beginning that is finished by a space": ("ferrym ", []),
    "a beginning that is not the last word": ("ferrym island", []),
    "a letter is no beginning": ("f", []),
    "two words anywhere": ("back island", [2]),
    "a phrase": ('"and a ferry"', [3]),
    "a phrase in curly marks": ("“and a ferry”", [3]),
    "a phrase that was not closed": ('"serves naïve', [1]),
    "without accents": ("goteborg cafe", [1]),
    "with other accents": ("GÖTEBORG", [1]),
    "a name with signs": ("C++", [1]),
    "an abbreviation": ("U.S.", [1]),
    "both": ("fog AND ferry", [3]),
    "either": ("fog OR sailors", [3, 1]),
    "one without the other": ("ferry NOT fog", [2]),
    "one without the other, shorter": ("ferry -fog", [2]),
    "brackets": ("(fog OR sailors) -ferry", [1]),
    "small operators are words": ("fog and a ferry", [3]),
    "a word of the headline": ("title:coffee", [1]),
    "several in a field": ("title:(coffee OR fog)", [3, 1]),
    "the beginning of a word, in a phrase": ('"serves naive" sail*', [1]),
    "letters in a word": ("*rryma*", [2]),
    "letters in no word": ("*xyzzy*", []),
    "near": ('near:"ferryman island"', [2]),
    "too far apart": ('"ferryman wrangö"~2', []),
    "a publisher": ("harbour post", [3, 2, 1]),
    "a publisher's field": ("site:harbour", [3, 2, 1]),
    "a writer": ("author:lund", [3, 2, 1]),
    "none but one": ("-sailors", [3, 2]),
    "nothing at all": ("   ", [3, 2, 1]),
}


@pytest.mark.parametrize(("words", "expected"), FOUND.values(), ids=FOUND)
def test_it_finds(shelf: Library, words: str, expected: list[int]) -> None:
    query = Query(words=words)
    listed = [row.id for row in shelf.rows(query)]
    assert sorted(listed) == sorted(expected)
    if len(expected) == 2:
        assert listed == expected
    assert shelf.count(query) == len(expected)


EXPLAINED = {
    '"': "no word in this to look for",
    "AND": "none before it",
    "a NOT": "write it",
    "a* b": "at least 2 letters",
    "*ab*": "at least 3 letters",
    "(" * 5000: "at most 2,000 characters",
    "(" * 50 + "a": "at most 24 deep",
    "word " * 100: "at most 64 words",
    "* " * 60: "no word",
    "\ud800": "no word",
    "😀": "no word",
    "is:green": "is: knows unread",
    "auther:lund": "did you mean author:",
    "title:": "needs a word of the headline",
    "after:": "after: needs a date, such as after:2018-03.",
    "near:": 'near: needs two words in quotation marks, such as near:"bridge report".',
    "near:fog": 'near: needs two words in quotation marks, such as near:"bridge report".',
    "after:yesterdayish": "is no date",
    "fog)": "closes none",
}


@pytest.mark.parametrize(("words", "sentence"), EXPLAINED.items(), ids=lambda words: ascii(words[:12]))
def test_what_cannot_be_asked_is_explained(shelf: Library, words: str, sentence: str) -> None:
    for ask in (shelf.rows, shelf.count, lambda query: shelf.index_of(query, 1)):
        with pytest.raises(NoQuestion, match=re.escape(sentence)):
            ask(Query(words=words))


HOSTILE = [
    *("a NOT b", "NEAR(a b)", "^a", "-a", "{a}", "title : a", "it's", "a\\", "100%", "a_b", "body:x", "search:x"),
    *("word " * 60, "a" + "\u0301" * 50, "a'b; DROP TABLE search", "a\0b", "\u202ea", "\x02a\x03", "x" * 2000),
]


@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: ascii(words[:12]))
def test_any_words_are_a_question(shelf: Library, words: str) -> None:
    query = Query(words=words)
    assert shelf.count(query) == len(shelf.rows(query))
    assert shelf.index_of(query, 1) in (None, 0, 1, 2)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40))
def test_any_text_is_a_question_or_explained(shelf: Library, words: str) -> None:
    problem = question(words).problem
    if problem is None:
        assert shelf.count(Query(words=words)) == len(shelf.rows(Query(words=words)))
    else:
        assert problem.sentence.endswith(".")
        with pytest.raises(NoQuestion):
            shelf.rows(Query(words=words))


def test_a_hit_is_shown_in_its_surroundings(shelf: Library) -> None:
    (row,) = shelf.rows(Query(words="ferryman"))
    assert [row.snippet[hit.start : hit.end] for hit in row.hits] == ["ferryman"]
    assert "\n" not in row.snippet


def test_words_of_very_many_articles_come_newest_first(shelf: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    query = Query(words="ferry")
    assert [row.id for row in shelf.rows(query)] == [2, 3]
    monkeypatch.setattr("reader.library.finding.MAX_RANKED", 1)
    monkeypatch.setattr("reader.library.finding.MAX_TITLED", 0)
    assert [row.id for row in shelf.rows(query)] == [3, 2]
    assert shelf.index_of(query, 2) == 1
    assert [row.id for row in shelf.rows(query, 1, 1)] == [2]


def test_notes_are_found_as_long_as_they_are_there(shelf: Library) -> None:
    query = Query(words="marmalade")
    shelf.perform(AddNote("n", 2, None, "Ask about the marmalade."))
    assert [row.id for row in shelf.rows(query)] == [2]
    shelf.perform(EditNote("n", "Ask about the jam."))
    assert shelf.rows(query) == []
    assert shelf.count(Query(words="jam wrangö")) == 1
    shelf.perform(DeleteNote("n"))
    assert shelf.rows(Query(words="jam")) == []


def test_a_search_stays_in_its_list_and_tag(shelf: Library) -> None:
    shelf.perform(SetArchived((2,)))
    shelf.perform(Tag((3,), ("weather",)))
    assert [row.id for row in shelf.rows(Query(words="ferry"))] == [2, 3]
    assert [row.id for row in shelf.rows(Query(ListKind.UNREAD, words="ferry"))] == [3]
    assert [row.id for row in shelf.rows(Query(ListKind.ARCHIVE, words="ferry"))] == [2]
    assert [row.id for row in shelf.rows(Query(ListKind.ARCHIVE, "weather", "ferry"))] == []
    assert [row.id for row in shelf.rows(Query(tag="weather", words="ferry"))] == [3]


def hurt_index(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "library.db")) as connection:
        connection.execute("UPDATE search_data SET block = x'ff' WHERE id > 1000")
        connection.commit()


def test_a_damaged_index_is_made_anew_for_the_question(shelf: Library) -> None:
    hurt_index(shelf.folder)
    assert [row.id for row in shelf.rows(Query(words="ferry"))] == [2, 3]


HURTS = {
    "no totals": "DELETE FROM search_data WHERE id = 1",
    "damaged totals": "UPDATE search_data SET block = x'ff' WHERE id = 1",
    "no structure": "DELETE FROM search_data WHERE id = 10",
    "damaged structure": "UPDATE search_data SET block = x'00000000ffffffffffffff' WHERE id = 10",
}


@pytest.mark.parametrize("hurt", HURTS.values(), ids=HURTS)
def test_an_index_that_was_damaged_before_opening_is_made_anew(folder: Path, shelf: Library, hurt: str) -> None:
    shelf.close()
    with closing(sqlite3.connect(folder / "library.db")) as connection:
        connection.execute(hurt)
        connection.commit()
    with Library.open(folder) as library:
        with suppress(NotSaved):
            library.perform(AddNote("n", 1, None, "marmalade"))
        library.perform(AddNote("n", 1, None, "marmalade"))
        assert [row.id for row in library.rows(Query(words="marmalade"))] == [1]
        assert [row.id for row in library.rows(Query(words="sailors"))] == [1]


@pytest.mark.parametrize("hurt", HURTS.values(), ids=HURTS)
def test_a_damaged_index_loses_no_change(shelf: Library, hurt: str) -> None:
    shelf.perform(AddNote("n", 1, None, "jam"))
    with closing(sqlite3.connect(shelf.folder / "library.db")) as connection:
        connection.execute(hurt)
        connection.commit()
    with pytest.raises(NotSaved, match="the search index was damaged and was made anew"):
        shelf.perform(EditNote("n", "marmalade"))
    assert shelf.opened(1).notes[0].body == "jam"
    shelf.perform(EditNote("n", "marmalade"))
    assert [row.id for row in shelf.rows(Query(words="marmalade"))] == [1]
    assert shelf.rows(Query(words="jam")) == []


def test_the_index_is_what_the_articles_and_notes_are(shelf: Library) -> None:
    shelf.perform(AddNote("n", 1, None, "jam"))
    questions = [Query(words=words) for words in ("ferry", "jam", "harbour", "fog")]
    before = [shelf.rows(query) for query in questions]
    shelf.rebuild_search()
    assert [shelf.rows(query) for query in questions] == before


_SAID = st.text(alphabet=st.sampled_from("abcAB19_é“”’ .,-\n"), max_size=60)
_LEAVES = st.one_of(
    st.builds(Words, st.lists(st.sampled_from(["a", "ab", "abc", "b1", "9"]), min_size=1, max_size=2).map(tuple), st.none(), st.booleans()),
    st.builds(Part, st.sampled_from(["b", "ab", "1"])),
)  # fmt: skip


@given(_SAID, st.lists(_LEAVES, min_size=1, max_size=2))
def test_the_quick_way_to_hits_finds_what_the_thorough_one_does(text: str, leaves: list[Words | Part]) -> None:
    quick = hits._quick(leaves, text)
    assert quick is None or quick == hits._places(leaves, hits.words(text))
    assert ("é" in text) == (quick is None)


_FOREIGN = st.text(alphabet=st.sampled_from("abcAß½éœŒİıΣσς_“’ .-\n\u2028नी字กำ\u0301"), max_size=60)


@given(_FOREIGN, st.data())
def test_lines_in_which_nothing_stands_may_be_left_out(text: str, data: st.DataObject) -> None:
    standing = hits.words(text)
    known = sorted({word.folded for word in standing} | {"a", "ab"})
    tokens = st.lists(st.sampled_from(known), min_size=1, max_size=2).map(tuple)
    leaves = data.draw(
        st.lists(
            st.one_of(
                st.builds(Words, tokens, st.none(), st.booleans()),
                st.builds(Part, st.sampled_from(known)),
            ),
            min_size=1,
            max_size=2,
        )
    )
    assert hits._places(leaves, hits._standing(leaves, text)) == hits._places(leaves, standing)
