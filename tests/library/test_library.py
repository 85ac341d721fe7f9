"""The main path: what comes in is kept, added once, listed, opened, and is there again tomorrow."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from invented_articles import ADVERT, PARAGRAPHS, analysis, article, capture

from reader.article import Article, Block, BlockKind, Capture, Edit, EditKind, LibraryError, Span, anchor_of, article_of
from reader.library import (
    AddNote,
    AddPassage,
    DeleteForever,
    EditBlocks,
    Library,
    ListKind,
    Query,
    RemoveEdits,
    RemoveSamples,
    SetArchived,
    SetBookmarked,
    SetRead,
    Tag,
    Trash,
)


def ids(library: Library, query: Query = Query()) -> list[int]:  # noqa: B008 - it is frozen
    return [row.id for row in library.rows(query)]


def test_a_capture_comes_back_byte_for_byte(library: Library) -> None:
    came = capture(
        1, media_type="text/html", how="web", url="https://harbour.example/log", encoding="windows-1252", raw=True
    )
    added = library.add(came, article())
    assert library.capture(added.id) == came
    assert library.kept_capture(library.keep(came)) == came


def test_a_capture_waits_until_something_was_made_of_it_or_refused(library: Library) -> None:
    first, second, third = (library.keep(capture(i)) for i in (1, 2, 3))
    assert library.keep(capture(1)) == first
    assert library.uncleaned() == [first, second, third]
    library.add(second, article())
    library.refuse(third, "“page 3.txt” has no article in it: choose another page.")
    assert library.uncleaned() == [first]


def test_an_article_opens_as_it_was_added(library: Library) -> None:
    made = article(
        1, url="https://harbour.example/log/1", published="2026-11-24", warnings=("Only the teaser was saved.",)
    )
    number = library.add(capture(1), made).id
    opened = library.opened(number)
    assert opened.article == made
    assert opened.row.title == "Lamp fails, night 1"
    assert opened.row.author == "Ada Lund"
    assert opened.row.words == len(made.text.split())
    assert (opened.row.unread, opened.row.sample, opened.analysis, opened.position) == (True, False, None, 0)
    assert (opened.capture_name, opened.how, opened.media_type) == ("page 1.txt", "file", "text/plain")
    assert opened.captured_at == datetime(2026, 11, 1, 9, 30, tzinfo=UTC)


def test_what_is_gone_is_told_in_a_sentence(library: Library) -> None:
    for ask in (library.opened, library.capture):
        with pytest.raises(LibraryError, match="no longer in the library"):
            ask(77)
    with pytest.raises(LibraryError, match="no longer in the library"):
        library.add(77, article())
    with pytest.raises(LibraryError, match="no longer in the library"):
        library.perform(AddNote("key", 77, None, "lost words"))


def test_all_is_there_after_closing(folder: Path) -> None:
    with Library.open(folder) as library:
        assert library.new
        number = library.add(capture(1), article()).id
        library.store_analysis(number, analysis(article()))
        library.perform(AddNote("n1", number, anchor_of(article().text, Span(4, 14)), "Ask her about the oil."))
        library.perform(Tag((number,), ("lamps",)))
        library.set_position(number, 120)
        before = library.opened(number)
    with Library.open(folder) as library:
        assert not library.new
        assert library.notices == ()
        assert library.opened(number) == before
        assert before.analysis == analysis(article())
        assert before.notes[0].span == Span(4, 14)
        assert before.position == 120


# ---- Duplicates

ADDRESS = "https://harbour.example/log"
OTHERWISE_SPELT = "http://www.harbour.example/log/?utm_source=x#top"
REWRITTEN = [f"The council will hear the engineers again in spring, it said on day {i}." for i in range(9)]
SAME = {
    "the same bytes": (capture(1), article(2), True),
    "the same words under another headline": (capture(2), article(1, title="Another headline"), True),
    "the same words without a byline": (capture(2), article(1, publisher=None, authors=()), True),
    "the same address, all the same but a line": (capture(2), article(2, url=OTHERWISE_SPELT), True),
    "the same address, rewritten": (capture(2), article(2, *REWRITTEN, url=ADDRESS), False),
    "other words": (capture(2), article(2), False),
    "the same bytes to be taken to the character": (capture(1, raw=True), article(2), False),
}


@pytest.mark.parametrize(("came", "made", "duplicate"), SAME.values(), ids=SAME)
def test_the_same_article_is_added_once(library: Library, came: Capture, made: Article, duplicate: bool) -> None:
    first = library.add(capture(1), article(1, url=ADDRESS))
    again = library.add(came, made)
    assert again.duplicate is duplicate
    assert (again.id == first.id) is duplicate
    assert library.uncleaned() == []


def test_short_articles_are_the_same_only_under_the_same_headline(library: Library) -> None:
    brief = replace(article(), text="Developing.", blocks=(), removed=())
    library.add(capture(1), replace(brief, title="Storm nears Nordhaven"))
    assert not library.add(capture(2), replace(brief, title="Ferry stops sailing")).duplicate
    assert library.add(capture(3), replace(brief, title="Storm nears Nordhaven")).duplicate


def test_a_duplicate_of_one_in_the_trash_takes_it_out(library: Library) -> None:
    number = library.add(capture(1), article()).id
    library.perform(Trash((number,)))
    again = library.add(capture(1), article())
    assert (again.id, again.duplicate, again.from_trash) == (number, True, True)
    assert ids(library) == [number]
    assert library.undo() == "Take “Lamp fails, night 1” out of the trash"
    assert ids(library, Query(ListKind.TRASH)) == [number]


def test_adding_is_undone_into_the_trash(library: Library) -> None:
    number = library.add(capture(1), article()).id
    assert library.undo_label == "Add “Lamp fails, night 1”"
    library.undo()
    assert (ids(library), ids(library, Query(ListKind.TRASH))) == ([], [number])
    assert library.redo() == "Add “Lamp fails, night 1”"
    assert ids(library) == [number]


# ---- Lists


def test_each_list_holds_what_it_says(library: Library) -> None:
    a, b, c, d, e, f = (library.add(capture(i), article(i)).id for i in range(6))
    library.perform(SetRead((a, b)))
    library.perform(SetBookmarked((b, c)))
    library.perform(SetArchived((c,)))
    library.perform(Trash((d,)))
    library.perform(AddNote("n", e, None, "ring back"))
    library.perform(AddNote("m", d, None, "in the trash"))
    expected = {
        ListKind.ALL: [f, e, b, a],
        ListKind.UNREAD: [f, e],
        ListKind.BOOKMARKED: [c, b],
        ListKind.NOTED: [e],
        ListKind.ARCHIVE: [c],
        ListKind.TRASH: [d],
    }
    assert {kind: ids(library, Query(kind)) for kind in ListKind} == expected
    assert library.counts() == {kind: len(held) for kind, held in expected.items()}


def test_a_list_comes_in_pages_in_one_order(library: Library) -> None:
    numbers = [library.add(capture(i), article(i)).id for i in range(7)]
    pages = [library.rows(Query(), offset, 3) for offset in (0, 3, 6, 9)]
    assert [row.id for page in pages for row in page] == numbers[::-1]
    for query in (Query(), Query(words="lamp")):
        listed = ids(library, query)
        assert [library.index_of(query, number) for number in listed] == list(range(7))
        assert library.index_of(query, 99) is None
        assert library.count(query) == 7
        assert library.numbers(query) == listed


def test_the_numbers_of_a_list_can_be_those_of_its_unread_articles_alone(library: Library) -> None:
    numbers = [library.add(capture(i), article(i)).id for i in range(4)]
    library.perform(SetRead((numbers[1],), True))
    library.perform(SetArchived((numbers[2],), True))
    assert library.numbers(Query(), unread=True) == [numbers[3], numbers[0]]
    assert set(library.numbers(Query(words="lamp"), unread=True)) == {numbers[0], numbers[2], numbers[3]}
    assert library.numbers(Query(ListKind.ARCHIVE), unread=True) == [numbers[2]]


def test_tags_are_one_whatever_their_case_and_spacing(library: Library) -> None:
    a, b = (library.add(capture(i), article(i)).id for i in (1, 2))
    library.perform(Tag((a, b), ("Harbour  News ", "lamps")))
    library.perform(Tag((a,), ("harbour news",)))
    assert library.tags() == [("Harbour News", 2), ("lamps", 2)]
    assert ids(library, Query(tag="HARBOUR NEWS")) == [b, a]
    assert library.opened(a).row.tags == ("Harbour News", "lamps")
    library.perform(Tag((a, b), (), ("HARBOUR news",)))
    library.perform(Trash((b,)))
    assert library.tags() == [("lamps", 1)]
    assert ids(library, Query(tag="nothing of the kind")) == []


def test_samples_are_removed_together_and_come_back(library: Library) -> None:
    samples = [library.add(capture(i), article(i), sample=True).id for i in (1, 2)]
    own = library.add(capture(3), article(3)).id
    assert library.undo_label == "Add “Lamp fails, night 3”"
    assert [row.sample for row in library.rows(Query())] == [False, True, True]
    library.perform(RemoveSamples())
    assert ids(library) == [own]
    library.undo()
    assert ids(library) == [own, *samples[::-1]]


def test_the_trash_is_emptied_of_what_lay_in_it_long(library: Library) -> None:
    old, kept = (library.add(capture(i), article(i)).id for i in (1, 2))
    library.perform(Trash((old,)))
    assert library.purge_trash() == 0
    assert library.purge_trash(timedelta(seconds=-1)) == 1
    assert ids(library, Query(ListKind.TRASH)) == []
    assert ids(library) == [kept]


def test_deleting_for_ever_takes_all_and_leaves_a_backup(library: Library) -> None:
    gone, kept = (library.add(capture(i), article(i)).id for i in (1, 2))
    library.perform(AddNote("n", gone, None, "zephyr"))
    library.perform(SetRead((gone, kept)))
    library.perform(DeleteForever((gone, 99)))
    with pytest.raises(LibraryError, match="no longer"):
        library.opened(gone)
    assert library.rows(Query(words="zephyr")) == []
    assert len(Library.backups(library.folder)) == 1
    assert library.undo() == "Mark 2 articles as read"
    assert [row.unread for row in library.rows(Query())] == [True]
    assert library.add(capture(1), article(1)).duplicate is False
    assert library.unanalysed() == [gone + 2, kept]


# ---- Machines work again, the reader's own holds


def test_an_analysis_is_that_of_one_text(library: Library) -> None:
    number = library.add(capture(1), article()).id
    assert library.unanalysed() == [number]
    assert library.store_analysis(number, analysis(article()))
    assert library.unanalysed() == []
    library.perform(EditBlocks(number, Edit(EditKind.RESTORE, ADVERT)))
    assert library.opened(number).analysis is None
    assert library.unanalysed() == [number]
    assert library.store_analysis(number, analysis(article()), article().text) is False
    library.undo()
    assert library.opened(number).analysis == analysis(article())
    assert library.unanalysed() == []


def test_an_analysis_that_points_elsewhere_is_not_stored(library: Library) -> None:
    number = library.add(capture(1), article()).id
    moved = article_of([Block(BlockKind.PARAGRAPH, "A line before."), *article().blocks])
    assert library.store_analysis(number, analysis(moved)) is False
    assert library.unanalysed() == [number]


def test_a_new_cleaning_keeps_edits_notes_and_passages(library: Library) -> None:
    number = library.add(capture(1), article()).id
    text = article().text
    lamp, brandt = text.index("second lamp"), text.index("Ms Brandt")
    library.perform(EditBlocks(number, Edit(EditKind.RESTORE, ADVERT)))
    library.perform(AddNote("lost", number, anchor_of(text, Span(brandt, brandt + 9)), "who?"))
    library.perform(AddNote("whole", number, None, "on all of it"))
    library.perform(AddPassage("kept", number, anchor_of(text, Span(lamp, lamp + 11))))
    other = article(1, "The harbour is open again.")
    blocks = [block for block in other.blocks if block.text != PARAGRAPHS[1]]
    library.store_article(number, article_of(blocks, other.removed, title="Lamp fails"))
    opened = library.opened(number)
    assert ADVERT in opened.article.text
    assert opened.edits == (Edit(EditKind.RESTORE, ADVERT),)
    whole, lost = opened.notes
    assert (whole.key, whole.span, whole.orphan) == ("whole", None, False)
    assert (lost.key, lost.span, lost.orphan, lost.body) == ("lost", None, True, "who?")
    span = opened.bookmarks[0].span
    assert span is not None
    assert opened.article.text[span.start : span.end] == "second lamp"
    assert library.rows(Query(words="open again"))[0].title == "Lamp fails"
    library.store_article(number, article())
    assert library.opened(number).notes[1].span is not None


def test_edits_of_the_text_change_what_is_found(library: Library) -> None:
    number = library.add(capture(1), article()).id
    assert ids(library, Query(words="half the price")) == []
    library.perform(EditBlocks(number, Edit(EditKind.RESTORE, ADVERT)))
    library.perform(EditBlocks(number, Edit(EditKind.REMOVE, PARAGRAPHS[0])))
    assert ids(library, Query(words="half the price")) == [number]
    assert ids(library, Query(words="keeper")) == []
    library.perform(RemoveEdits(number))
    assert library.opened(number).article == article()
    library.undo()
    assert library.opened(number).article.text.count(ADVERT) == 1
    assert library.undo() == "Take piece out"
    assert ids(library, Query(words="keeper")) == [number]


STRANGE = [
    pytest.param("plain", "plain", id="plain"),
    pytest.param("nul \0 inside", "nul \0 inside", id="NUL"),
    pytest.param("half \ud83d pair", "half \ufffd pair", id="lone surrogate"),
    pytest.param("party 🎉 𝔘𝔫𝔦 \U0010ffff", "party 🎉 𝔘𝔫𝔦 \U0010ffff", id="beyond the basic plane"),
    pytest.param("a\u2028b\u00a0c\ufdd0", "a\u2028b\u00a0c\ufdd0", id="separators and non-characters"),
    pytest.param("e\u0301 vs \u00e9", "e\u0301 vs \u00e9", id="combining marks"),
]


@pytest.mark.parametrize(("written", "kept"), STRANGE)
def test_any_text_is_kept_or_visibly_replaced(folder: Path, written: str, kept: str) -> None:
    with Library.open(folder) as library:
        number = library.add(capture(1, name=written), article(1, written, title=written)).id
        text = library.opened(number).article.text
        at = text.index(kept)
        library.perform(AddNote("n", number, anchor_of(text, Span(at, at + len(kept))), written))
        library.perform(Tag((number,), (written,)))
    with Library.open(folder) as library:
        opened = library.opened(number)
        assert (opened.row.title, opened.capture_name) == (kept, kept)
        assert opened.article.text.endswith(kept)
        assert len(opened.article.text) == len(article(1, written).text)
        assert opened.notes[0].body == kept
        assert opened.notes[0].span == Span(at, at + len(kept))
        assert library.count(Query(words="harbour")) == 1


def test_a_held_article_stays_in_the_unread_list_only(library: Library) -> None:
    first, second = (library.add(capture(number), article(number)).id for number in (1, 2))
    library.open_read(first)
    assert [row.id for row in library.rows(Query(ListKind.UNREAD))] == [second]
    held = Query(ListKind.UNREAD, held=(first,))
    assert [row.id for row in library.rows(held)] == [second, first]
    assert library.count(held) == 2
    assert library.index_of(held, first) == 1
    library.perform(Trash((first,)))
    assert [row.id for row in library.rows(held)] == [second]
