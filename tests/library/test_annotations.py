"""Highlights, notes and bookmarks: kept, named, found in one list, placed after a new cleaning, brought back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from invented_articles import PARAGRAPHS, article, capture

from reader.article import Anchor, Block, BlockKind, Edit, EditKind, LibraryError, Span, anchor_of, article_of
from reader.library import (
    COLOURS,
    About,
    AddHighlight,
    AddNote,
    AddPassage,
    AnnotationKind,
    AnnotationOrder,
    AnnotationQuery,
    ColourHighlight,
    DeleteHighlight,
    DeleteNote,
    EditBlocks,
    Library,
    NameColour,
    Reattach,
    RestoreDeleted,
    Trash,
)


def on(words: str, number: int = 1) -> Anchor:
    text = article(number).text
    return anchor_of(text, Span(text.index(words), text.index(words) + len(words)))


@pytest.fixture
def marked(library: Library) -> Library:
    """A library with a highlight over two blocks, one that overlaps it, a note on each kind of thing, a bookmark."""
    for number in (1, 2):
        library.add(capture(number), article(number))
    library.perform(AddHighlight("h1", 1, on("the lamp had failed.\n\n“We rowed out"), "green"))
    library.perform(AddHighlight("h2", 1, on("We rowed out by starlight"), "pink"))
    library.perform(AddNote("n1", 1, on("We rowed out by starlight"), "How far is it?", About.HIGHLIGHT, "h2"))
    library.perform(AddNote("n2", 1, on("We rowed out by starlight,"), "Said on Tuesday", About.QUOTE, "Ilse Brandt"))
    library.perform(AddNote("n3", 1, None, "Keeper since 1990", About.ENTITY, "Ilse Brandt"))
    library.perform(AddNote("n4", 1, None, "Read again"))
    library.perform(AddPassage("p1", 2, on("Ships had waited", 2)))
    return library


def test_highlights_overlap_and_go_over_blocks(marked: Library) -> None:
    opened = marked.opened(1)
    assert [(h.key, h.colour, opened.article.text[slice(*h.span)]) for h in opened.highlights if h.span] == [
        ("h1", "green", "the lamp had failed.\n\n“We rowed out"),
        ("h2", "pink", "We rowed out by starlight"),
    ]


def test_a_note_knows_what_it_is_on(marked: Library) -> None:
    told = {note.key: (note.about, note.subject) for note in marked.opened(1).notes}
    assert told == {
        "n1": (About.HIGHLIGHT, "h2"),
        "n2": (About.QUOTE, "Ilse Brandt"),
        "n3": (About.ENTITY, "Ilse Brandt"),
        "n4": (About.ARTICLE, ""),
    }


def test_colours_have_the_names_that_the_reader_gives_them(marked: Library) -> None:
    assert marked.colour_names() == COLOURS
    marked.perform(NameColour("green", "  Facts to  check "))
    assert marked.colour_names()["green"] == "Facts to check"
    marked.perform(NameColour("green", ""))
    assert marked.colour_names() == COLOURS
    with pytest.raises(LibraryError, match="There is no colour “beige”"):
        marked.perform(ColourHighlight("h1", "beige"))


LISTED = {
    "all": (AnnotationQuery(), {"h1", "h2", "n1", "n2", "n3", "n4", "p1"}),
    "highlights": (AnnotationQuery(kind=AnnotationKind.HIGHLIGHT), {"h1", "h2"}),
    "one colour": (AnnotationQuery(colour="pink"), {"h2"}),
    "one article": (AnnotationQuery(article=2), {"p1"}),
    "words of the note": (AnnotationQuery("far"), {"n1"}),
    "words of the passage": (AnnotationQuery("STARLIGHT"), {"h2", "n1", "n2"}),
    "words of both": (AnnotationQuery("starlight tuesday"), {"n2"}),
    "the entity's name": (AnnotationQuery("brandt keeper"), {"n3"}),
    "signs alone": (AnnotationQuery("“?"), {"h1", "h2", "n1", "n2", "n3", "n4", "p1"}),
    "nothing": (AnnotationQuery("nowhere"), set()),
}


@pytest.mark.parametrize(("query", "wanted"), LISTED.values(), ids=LISTED)
def test_the_list_of_all_is_searched_and_filtered(marked: Library, query: AnnotationQuery, wanted: set[str]) -> None:
    assert {made.key for made in marked.annotations(query)} == wanted


def test_the_list_of_all_is_sorted(marked: Library) -> None:
    def order(by: AnnotationOrder) -> list[str]:
        return [made.key for made in marked.annotations(AnnotationQuery(order=by))]

    assert order(AnnotationOrder.NEWEST) == list(reversed(order(AnnotationOrder.OLDEST)))
    assert order(AnnotationOrder.ARTICLE)[0] == "p1"
    assert order(AnnotationOrder.ARTICLE).index("h1") < order(AnnotationOrder.ARTICLE).index("h2")
    assert order(AnnotationOrder.COLOUR)[:2] == ["h1", "h2"]


def test_what_is_on_an_article_in_the_trash_is_not_listed(marked: Library) -> None:
    marked.perform(Trash((1,)))
    assert {made.key for made in marked.annotations()} == {"p1"}


def test_a_new_cleaning_moves_them_and_lists_what_is_gone(marked: Library) -> None:
    changed = article_of(
        [
            Block(BlockKind.PARAGRAPH, "A new standfirst comes first."),
            Block(BlockKind.PARAGRAPH, PARAGRAPHS[0].replace("the lamp had failed.", "the old lamp had failed them.")),
            Block(BlockKind.PARAGRAPH, '"We rowed out by starlight," said Ms Brandt, whose family has kept the tower.'),
        ],
        title="Entry",
    )
    marked.store_article(1, changed)
    opened = marked.opened(1)
    first, second = opened.highlights
    assert second.span is not None and opened.article.text[slice(*second.span)] == "We rowed out by starlight"
    assert second.placement.sure
    assert first.placement.score < 1
    assert marked.annotations(AnnotationQuery(unsettled=True, kind=AnnotationKind.HIGHLIGHT)) == [
        made for made in marked.annotations() if made.key == "h1" and not (made.placement and made.placement.sure)
    ]


def test_an_orphan_keeps_its_text_and_can_be_attached_anew(marked: Library) -> None:
    marked.perform(EditBlocks(2, Edit(EditKind.REMOVE, PARAGRAPHS[2])))
    (orphan,) = marked.annotations(AnnotationQuery(unsettled=True))
    assert (orphan.key, orphan.quoted) == ("p1", "Ships had waited")
    assert orphan.placement is not None and orphan.placement.span is None
    text = marked.opened(2).article.text
    marked.perform(Reattach("p1", anchor_of(text, Span(4, 14))))
    assert marked.annotations(AnnotationQuery(unsettled=True)) == []
    assert marked.opened(2).bookmarks[0].span == Span(4, 14)
    marked.undo()
    marked.undo()
    assert marked.annotations(AnnotationQuery(unsettled=True)) == []
    assert marked.opened(2).bookmarks[0].anchor == on("Ships had waited", 2)


def test_a_note_outlasts_its_highlight(marked: Library) -> None:
    marked.perform(DeleteHighlight("h2"))
    note = next(note for note in marked.opened(1).notes if note.key == "n1")
    assert note.span is not None and note.body == "How far is it?"


def test_what_was_deleted_is_brought_back_for_thirty_days(marked: Library) -> None:
    before = marked.annotations()
    marked.perform(DeleteHighlight("h1"))
    marked.perform(DeleteNote("n4"))
    told = [(each.what, each.name, each.title) for each in marked.deleted()]
    assert told == [
        ("note", "Read again", "Lamp fails, night 1"),
        ("highlight", "the lamp had failed. “We rowed out", "Lamp fails, night 1"),
    ]
    marked.purge_trash(timedelta(days=30))
    for each in marked.deleted():
        marked.perform(RestoreDeleted(each.key))
    assert (marked.annotations(), marked.deleted()) == (before, [])
    marked.perform(DeleteNote("n4"))
    marked.purge_trash(timedelta(0))
    assert marked.deleted() == []
    marked.undo()
    assert {made.key for made in marked.annotations()} == {made.key for made in before}
