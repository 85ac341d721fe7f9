"""What a question is answered with beside articles: quotations, notes, names, reasons; and that it is the right answer."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_people import MOMENT, Named, tell
from sqlalchemy import text

from reader.article import Block, BlockKind, Capture, article_of
from reader.library import (
    AddNote,
    AnswerStopped,
    Found,
    Library,
    ListKind,
    Query,
    SetArchived,
    SetRead,
    Tag,
    Trash,
    question,
)
from reader.library.grammar import And, Dated, Having, Near, Node, Not, Or, Part, State, Tagged, Words
from reader.library.grammar.words import folded_words
from reader.library.grammar.writing import written


@pytest.fixture
def quoted(library: Library) -> Library:
    """Two articles in which two people speak."""
    tell(
        library, "At the pier meeting Ilse Brandt was asked about the ferry. “We shall row it ourselves,” Ilse Brandt said.",
        Named("Ilse Brandt", ("chair",), ("We shall row it ourselves",)),
        title="Rowing", published="2018-02-01",
    )  # fmt: skip
    tell(
        library, "“The ferry is sold,” said Tomas Wieck.\nLater: “Fog is no excuse,” Ilse Brandt said, rowing home.",
        Named("Tomas Wieck", ("harbour master",), ("The ferry is sold",)),
        Named("Ilse Brandt", ("chair",), ("Fog is no excuse",)), title="Sold", published="2018-04-01",
    )  # fmt: skip
    return library


QUOTES = {
    "a speaker": ("said-by:brandt", ["Fog is no excuse", "We shall row it ourselves"]),
    "the whole name": ('said-by:"ilse brandt"', ["Fog is no excuse", "We shall row it ourselves"]),
    "not another": ("said-by:wieck", ["The ferry is sold"]),
    "what is around": ("said-by:brandt about:ferry", ["We shall row it ourselves"]),
    "what is said": ("quote:ferry", ["The ferry is sold"]),
    "not what is around": ("quote:pier", []),
    "a phrase": ('quote:"no excuse"', ["Fog is no excuse"]),
    "of days": ("said-by:brandt after:2018-03", ["Fog is no excuse"]),
    "another field": ("said-by:brandt title:rowing", ["We shall row it ourselves"]),
    "either": ("said-by:brandt (fog OR sold)", ["Fog is no excuse"]),
    "without": ("said-by:brandt -fog", ["We shall row it ourselves"]),
}


@pytest.mark.parametrize(("words", "expected"), QUOTES.values(), ids=QUOTES)
def test_quotations_answer(quoted: Library, words: str, expected: list[str]) -> None:
    query = Query(words=words)
    assert sorted(found.text for found in quoted.quotes_found(query)) == sorted(expected)
    assert quoted.count_quotes(query) == len(expected)
    articles = {found.article for found in quoted.quotes_found(query)}
    assert {row.id for row in quoted.rows(query)} == articles


def test_a_quotation_comes_with_its_passage(quoted: Library) -> None:
    (found,) = quoted.quotes_found(Query(words="said-by:wieck about:ferry "))
    start, end = found.said
    assert found.passage[start:end] == found.text == "The ferry is sold"
    assert (found.speaker, found.title, found.published) == ("Tomas Wieck", "Sold", "2018-04-01")
    assert [found.passage[hit.start : hit.end] for hit in found.hits] == ["ferry"]
    assert quoted.opened(found.article).article.text[found.span.start : found.span.end] == found.text


def test_quotations_come_page_by_page(quoted: Library) -> None:
    query = Query(words="said-by:brandt")
    both = quoted.quotes_found(query)
    assert [quoted.quotes_found(query, at, 1)[0] for at in (0, 1)] == both
    assert quoted.quotes_found(query, 2) == []


def test_notes_and_names_answer(quoted: Library) -> None:
    quoted.perform(AddNote("n", 1, None, "Ask Brandt about the oars."))
    (note,) = quoted.notes_found(Query(words="oars"))
    assert (note.key, note.title) == ("n", "Rowing")
    assert [note.body[hit.start : hit.end] for hit in note.hits] == ["oars"]
    assert quoted.notes_found(Query(words="sold")) == []
    assert [row.name for row in quoted.names_found(Query(words="ilse bra"))] == ["Ilse Brandt"]
    assert [row.name for row in quoted.names_found(Query(words="said-by:wieck fog"))] == ["Tomas Wieck"]
    assert quoted.names_found(Query(words="ferry")) == []


WHY = {
    "a word that is nowhere": ("zebra ferry", "“zebra”", ["ferry"]),
    "a word with a slip": ("excuze", "“excuze*”", ["excuse"]),
    "words that do not meet": ("pier sold", "not together", ["sold*", "pier"]),
    "a speaker who did not say it": ("said-by:wieck about:fog", "not together", ["about:fog", "said-by:wieck"]),
}


@pytest.mark.parametrize(("words", "sentence", "instead"), WHY.values(), ids=WHY)
def test_an_empty_answer_is_explained(quoted: Library, words: str, sentence: str, instead: list[str]) -> None:
    why = quoted.why_nothing(Query(words=words))
    assert sentence in why.sentence and why.sentence.endswith(".")
    assert {each.words.rstrip("*") for each in why.instead} == {each.rstrip("*") for each in instead}
    for each in why.instead:
        assert quoted.count(Query(words=f"{each.words} ")) > 0


def test_an_empty_list_says_that_others_answer(quoted: Library) -> None:
    why = quoted.why_nothing(Query(ListKind.ARCHIVE, words="ferry"))
    assert why.elsewhere and "2 answers" in why.sentence


SUGGESTED = {
    "a field": ("sa", ["said-by:"]),
    "a state": ("ferry is:un", ["is:unread"]),
    "all states": ("has:", ["has:note", "has:highlight", "has:bookmark", "has:tag", "has:quote", "has:correction"]),
    "a speaker": ("said-by:bra", ['said-by:"Ilse Brandt"']),
    "a speaker in quotation marks": ('said-by:"ilse b', ['said-by:"Ilse Brandt"']),
    "a tag": ("tag:har", ["tag:harbour"]),
    "a language": ("lang:germ", ["lang:de"]),
    "somebody": ("ferry ils", ['said-by:"Ilse Brandt"']),
    "nothing for a word": ("ferry", []),
    "nothing where all is said": ("is:unread", []),
}


@pytest.mark.parametrize(("typed", "expected"), SUGGESTED.values(), ids=SUGGESTED)
def test_what_can_follow_is_suggested(quoted: Library, typed: str, expected: list[str]) -> None:
    quoted.perform(Tag((1,), ("harbour",)))
    made = quoted.suggestions(typed, len(typed))
    whole = [f"{typed[: each.span.start]}{each.text}{typed[each.span.end :]}" for each in made]
    assert [each.removeprefix("ferry ") for each in whole] == expected
    assert all(question(each).problem is None or each.endswith(":") for each in whole)


# ---- Every question is answered as one would who reads all the articles


@dataclass
class Told:
    """An article as a naive filter knows it."""

    title: str
    body: str
    note: str
    day: date
    tags: tuple[str, ...]
    states: set[str] = field(default_factory=set)


VOCABULARY = ("ferry", "ferryman", "fog", "fort", "Göteborg", "row", "rowing", "pier")
SHELF = [
    Told("Ferry sold", "The fog lay on the pier.", "", date(2018, 1, 5), ("harbour",), {"unread"}),
    Told("Fog", "A ferryman of Göteborg was rowing, row by row.", "ask at the fort", date(2018, 3, 9), (), {"unread"}),
    Told("Pier", "No ferry, no fog: a fort.", "", date(2018, 3, 10), ("harbour/pier", "fog"), {"read"}),
    Told(
        "Row over rowing", "Fort and pier; the ferry, the ferryman.", "fog", date(2019, 7, 1), (), {"read", "archived"}
    ),
    Told("Göteborg", "Row, row. The fog is gone, the pier is there.", "", date(2020, 2, 2), ("fog",), {"unread"}),
]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("told") / "library"
    with Library.open(folder) as library:
        for number, each in enumerate(SHELF, 1):
            made = article_of([Block(BlockKind.PARAGRAPH, each.body)], title=each.title, published=each.day.isoformat())
            library.add(Capture(f"{number}".encode(), "text/plain", f"{number}.txt", "file", MOMENT), made)
            if each.note:
                library.perform(AddNote(f"n{number}", number, None, each.note))
            if each.tags:
                library.perform(Tag((number,), each.tags))
            if "read" in each.states:
                library.perform(SetRead((number,)))
            if "archived" in each.states:
                library.perform(SetArchived((number,)))
        yield library


def meets(told: Told, node: Node) -> bool:
    """Whether an article answers, by reading it."""
    match node:
        case And(parts):
            return all(meets(told, part) for part in parts)
        case Or(parts):
            return any(meets(told, part) for part in parts)
        case Not(part):
            return not meets(told, part)
        case State(value):
            return value in told.states
        case Having(value):
            return bool({"note": told.note, "tag": told.tags}[value])
        case Dated(_, start, end):
            return (start is None or told.day >= start) and (end is None or told.day < end)
        case Tagged(name, unfinished):
            return any(
                tag.startswith(name) if unfinished else tag == name or tag.startswith(f"{name}/") for tag in told.tags
            )
        case Words() | Part() | Near():
            fields = {"title": (told.title,), "note": (told.note,), None: (told.title, told.body, told.note)}
            return any(stands(node, folded_words(said)) for said in fields[node.field])
    raise AssertionError(node)


def stands(leaf: Words | Part | Near, said: list[str]) -> bool:
    match leaf:
        case Part(letters):
            return any(letters in word for word in said)
        case Near(tokens, distance):
            places = [(at, word) for at, word in enumerate(said) if word in tokens]
            return any(
                {word for at, word in places if first <= at <= first + distance + 1} == set(tokens)
                for first, _ in places
            )
        case Words(tokens, _, unfinished):
            same: Callable[[str, str], bool] = (lambda a, b: a.startswith(b)) if unfinished else str.__eq__
            last = len(tokens) - 1
            return any(
                all(said[at + i] == tokens[i] for i in range(last)) and same(said[at + last], tokens[last])
                for at in range(len(said) - last)
            )


WORD = st.sampled_from(VOCABULARY)
LEAF = st.one_of(
    WORD,
    st.tuples(WORD, WORD).map(lambda two: f'"{two[0]} {two[1]}"'),
    st.tuples(WORD, WORD).filter(lambda two: two[0] != two[1]).map(lambda two: f'"{two[0]} {two[1]}"~3'),
    WORD.map(lambda word: f"{word[:3]}*"),
    WORD.map(lambda word: f"*{word[1:4]}*").filter(lambda part: len(part) == 5 and part.isascii()),
    WORD.map(lambda word: f"title:{word}"),
    WORD.map(lambda word: f"note:{word}"),
    st.sampled_from(("is:unread", "is:read", "is:archived", "has:note", "has:tag", "tag:harbour", "tag:fog")),
    st.sampled_from(("after:2018-03", "before:2018-03-10", "after:2019", "before:2020")),
)
QUESTION = st.recursive(
    LEAF,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda two: f"{two[0]} {two[1]}"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]} OR {two[1]})"),
        inner.map(lambda one: f"-({one})"),
        inner.map(lambda one: f"NOT {one}"),
    ),
    max_leaves=6,
)


@settings(max_examples=120, deadline=None)
@given(QUESTION, st.booleans())
def test_every_question_is_answered_as_by_reading_all(told: Library, words: str, finished: bool) -> None:
    words = f"{words} " if finished else words
    root = question(words).root
    assert root is not None
    expected = {number for number, each in enumerate(SHELF, 1) if meets(each, root)}
    query = Query(words=words)
    assert {row.id for row in told.rows(query)} == expected
    assert told.count(query) == len(expected)


@settings(max_examples=80, deadline=None)
@given(QUESTION)
def test_a_question_written_anew_asks_the_same(words: str) -> None:
    root = question(f"{words} ").root
    assert root is not None
    again = question(f"{written(root)} ").root
    assert again is not None
    for told in SHELF:
        assert meets(told, again) == meets(told, root)


# ---- Beside the library


def test_answers_come_from_beside_while_the_library_writes(quoted: Library) -> None:
    beside = quoted.beside()
    query = Query(words="ferry ")
    assert [row.id for row in beside.rows(query)] == [row.id for row in quoted.rows(query)]
    assert beside.found(Query(words="brandt ")) == Found(2, 2, 0, 1)
    quoted.perform(AddNote("n", 1, None, "Ask about the zebra."))
    assert beside.found(Query(words="zebra ")) == Found(1, 0, 1, 0)
    beside.close()


def test_a_search_that_is_no_longer_wanted_is_broken_off(quoted: Library) -> None:
    beside = quoted.beside()
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    stopper = threading.Timer(0.2, beside.stop)
    stopper.start()
    with pytest.raises(AnswerStopped):
        beside._searched(lambda connection: connection.scalar(text(endless)))
    stopper.join()
    assert beside.count(Query(words="ferry ")) == 2, "and goes on answering"
    beside.close()


def test_a_library_open_for_reading_answers_from_beside(quoted: Library) -> None:
    folder = quoted.folder
    quoted.close()
    with Library.open(folder, read_only=True) as library:
        with library.beside() as beside:
            assert beside.count(Query(words="ferry ")) == 2
            beside.stop()
        assert library.count(Query(words="ferry ")) == 2


def test_a_search_is_brought_up_to_date_without_searching(quoted: Library) -> None:
    query = Query(words="brandt ")
    before = quoted.rows(query)
    quoted.perform(SetRead((before[0].id,)))
    quoted.perform(Trash((before[1].id,)))
    (row,) = quoted.rows_again(query, before)
    assert (row.id, row.unread, row.hits) == (before[0].id, False, before[0].hits)
