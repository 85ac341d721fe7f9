"""Whatever a reader does, in any order, undo takes back to the row, and redo makes again."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_articles import ADVERT, PARAGRAPHS, article, capture, readers_rows

from reader.article import Correction, CorrectionKind, Edit, EditKind, LibraryError, Span, anchor_of
from reader.library import (
    COLOURS,
    QUEUE,
    About,
    AddFeeds,
    AddHighlight,
    AddNote,
    AddPassage,
    Change,
    ChangeFeed,
    ColourHighlight,
    Correct,
    DeleteCollection,
    DeleteForever,
    DeleteHighlight,
    DeleteNote,
    DeletePassage,
    DeleteRule,
    DeleteSearch,
    DeleteTag,
    EditBlocks,
    EditNote,
    Library,
    MergeArticles,
    MoveInCollection,
    NameCollection,
    NameColour,
    PutInCollection,
    Query,
    Reattach,
    RemoveEdits,
    RemoveFeeds,
    RemoveSamples,
    RenameTag,
    RestoreDeleted,
    Rule,
    SaveRule,
    SaveSearch,
    SetArchived,
    SetBookmarked,
    SetRead,
    Subscription,
    Tag,
    TakeFromCollection,
    TellApart,
    Together,
    Trash,
    Untrash,
    Unwant,
    Want,
    Watch,
)

ARTICLES = (1, 2, 3, 4)
TEXT = article(1).text

_ids = st.lists(st.sampled_from((*ARTICLES, 99)), min_size=1, max_size=4, unique=True).map(tuple)
_one = st.sampled_from(ARTICLES)
_key = st.sampled_from("abc")
_body = st.text(max_size=30)
_flag = st.booleans()
_tags = st.lists(st.sampled_from(("lamps", "Lamps ", "harbour", "boats", " ")), max_size=3).map(tuple)
_anchor = st.tuples(st.integers(0, 60), st.integers(1, 40)).map(lambda at: anchor_of(TEXT, Span(at[0], at[0] + at[1])))
_edit = st.builds(Edit, st.sampled_from(EditKind), st.sampled_from((ADVERT, *PARAGRAPHS)), st.integers(0, 1))
_path = st.sampled_from(("lamps", "harbour/boats", "Harbour", "harbour / quay", "boats", ""))
_name = st.sampled_from(("One", "Two", " "))
_colour = st.sampled_from(tuple(COLOURS))
_rule = st.builds(
    Rule,
    _name,
    source=st.sampled_from(("harbour post", "")),
    tags=_tags,
    collection=st.sampled_from(("", "a")),
    archive=_flag,
)
_simple = st.one_of(
    st.builds(AddHighlight, _key, _one, _anchor, _colour),
    st.builds(ColourHighlight, _key, _colour),
    st.builds(DeleteHighlight, _key),
    st.builds(NameColour, _colour, _name),
    st.builds(Reattach, _key, _anchor),
    st.builds(RenameTag, _path, _path),
    st.builds(DeleteTag, _path),
    st.builds(NameCollection, _key, _name),
    st.builds(DeleteCollection, _key),
    st.builds(PutInCollection, _key | st.just(QUEUE), _ids),
    st.builds(TakeFromCollection, _key | st.just(QUEUE), _ids),
    st.builds(MoveInCollection, _key | st.just(QUEUE), _ids, st.none() | _one),
    st.builds(SaveSearch, _key, _name, _name),
    st.builds(DeleteSearch, _key),
    st.builds(SaveRule, _key, _rule),
    st.builds(DeleteRule, _key),
    st.builds(MergeArticles, _one, _ids),
    st.builds(TellApart, _ids),
    st.builds(Tag, _ids, _tags, _tags),
    st.builds(SetArchived, _ids, _flag),
    st.builds(Trash, _ids),
)
_feed = st.builds(
    Subscription, _key, st.sampled_from(("https://quay.example/feed", "https://post.example/feed")), title=_name
)
_keys = st.lists(_key, min_size=1, max_size=2, unique=True).map(tuple)
_correction = st.builds(Correction, st.sampled_from(CorrectionKind), _anchor, st.sampled_from(("Tomas Wieck", "")))
_sources = st.one_of(
    st.builds(AddFeeds, st.lists(_feed, min_size=1, max_size=2).map(tuple)),
    st.builds(ChangeFeed, _feed),
    st.builds(RemoveFeeds, _keys, _flag),
    st.builds(Want, _key, st.just("https://quay.example/story")),
    st.builds(Unwant, _keys),
    st.builds(Watch, _ids, st.none() | st.just(60)),
    st.builds(Correct, _key, _one, _correction),
)
CHANGES = st.one_of(
    _simple,
    _simple,
    _sources,
    st.builds(Together, st.just("Several"), st.lists(_simple, max_size=5).map(tuple)),
    st.builds(SetRead, _ids, _flag),
    st.builds(SetBookmarked, _ids, _flag),
    st.builds(SetArchived, _ids, _flag),
    st.builds(Trash, _ids),
    st.builds(Untrash, _ids),
    st.builds(AddNote, _key, _one, st.none() | _anchor, _body),
    st.builds(AddNote, _key, _one, st.none(), _body, st.just(About.ENTITY), st.just("Ilse Brandt")),
    st.builds(EditNote, _key, _body),
    st.builds(DeleteNote, _key),
    st.builds(AddPassage, _key, _one, _anchor),
    st.builds(DeletePassage, _key),
    st.builds(Tag, _ids, _tags, _tags),
    st.builds(EditBlocks, _one, _edit),
    st.builds(RemoveEdits, _one),
    st.just(RemoveSamples()),
)


def filled(folder: Path) -> Library:
    library = Library.open(folder)
    for number in ARTICLES:
        library.add(capture(number), article(number), sample=True)
    return library


def performed(library: Library, changes: list[Change]) -> None:
    for change in changes:
        before = readers_rows(library.folder)
        try:
            library.perform(change)
        except LibraryError as error:
            assert str(error).endswith((".", "!")), error
            assert readers_rows(library.folder) == before


def all_undone(library: Library) -> int:
    steps = 0
    while library.undo() is not None:
        steps += 1
    return steps


def found(library: Library) -> list[tuple[object, ...]]:
    """What lists and search show, which follows from the reader's rows."""
    asked = (Query(), Query(words="half the price"), Query(words="keeper"))
    rows = [(row.id, row.words, row.noted, row.tags) for query in asked for row in library.rows(query)]
    return [*rows, *((a.key, a.article, a.placement, a.body) for a in library.annotations())]


def all_brought_back(library: Library) -> None:
    for each in library.deleted():
        performed(library, [RestoreDeleted(each.key)])


@settings(max_examples=25, deadline=None)
@given(st.lists(CHANGES, max_size=14))
def test_undo_gives_every_row_back_and_redo_makes_it_again(changes: list[Change]) -> None:
    with tempfile.TemporaryDirectory() as name, filled(Path(name)) as library:
        before, shown_before = readers_rows(library.folder), found(library)
        performed(library, changes)
        all_brought_back(library)
        after, shown_after = readers_rows(library.folder), found(library)
        steps = all_undone(library)
        assert readers_rows(library.folder) == before
        assert found(library) == shown_before
        assert [library.redo() for _ in range(steps)].count(None) == 0
        assert library.redo() is None
        assert readers_rows(library.folder) == after
        assert found(library) == shown_after


@settings(max_examples=15, deadline=None)
@given(st.lists(CHANGES | st.sampled_from(("undo", "redo", "delete")), max_size=14))
def test_a_lost_database_gets_all_back_from_the_journal(changes: list[Change | str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with filled(folder) as library:
            kept = library.backup()
            for change in changes:
                if isinstance(change, str):
                    _ = library.undo() if change == "undo" else library.redo()
                else:
                    performed(library, [change])
            labels = library.undo_label, library.redo_label
        after = readers_rows(folder)
        Library.restore(folder, kept.path)
        with Library.open(folder) as library:
            assert (library.undo_label, library.redo_label) == labels
        assert readers_rows(folder) == after


def test_undo_holds_over_a_restart(folder: Path) -> None:
    with filled(folder) as library:
        library.perform(Trash((1, 2, 3)))
    with Library.open(folder) as library:
        assert (library.undo_label, library.redo_label) == ("Delete 3 articles", None)
        assert library.undo() == "Delete 3 articles"
        assert library.count(Query()) == 4
    with Library.open(folder) as library:
        assert (library.undo_label, library.redo_label) == (None, "Delete 3 articles")


def test_a_new_change_ends_redo(folder: Path) -> None:
    with filled(folder) as library:
        library.perform(SetRead((1,)))
        library.undo()
        library.perform(SetBookmarked((1,)))
        assert (library.redo(), library.undo_label) == (None, "Bookmark article")


def test_what_changes_nothing_is_no_step(folder: Path) -> None:
    anchor = anchor_of(TEXT, Span(0, 5))
    with filled(folder) as library:
        library.perform(AddNote("n", 1, None, "words"))
        library.perform(AddPassage("p", 1, anchor))
        library.perform(SetRead((1,)))
        for change in (AddNote("n", 2, None, "x"), EditNote("n", "words"), AddPassage("p", 2, anchor)):
            library.perform(change)
        for change in (SetRead((1,)), Untrash((1, 2)), Tag((1,), (), ("none",)), RemoveEdits(1), DeleteNote("none")):
            library.perform(change)
        labels = [library.undo() for _ in range(4)]
        assert labels == ["Mark article as read", "Bookmark passage", "Add note", None]


def test_opening_and_reading_on_are_no_steps(folder: Path) -> None:
    with filled(folder) as library:
        library.open_read(1)
        library.set_position(1, 40)
        assert library.undo_label is None
        opened = library.opened(1)
        assert (opened.row.unread, opened.position) == (False, 40)


def test_a_note_saved_while_it_is_typed_is_one_step(folder: Path) -> None:
    with filled(folder) as library:
        library.perform(AddNote("a", 1, None, "As"))
        for body in ("Ask ", "Ask her", "Ask her why"):
            library.perform(EditNote("a", body))
        library.perform(AddNote("b", 1, None, "another"))
        library.perform(EditNote("a", "Ask her why not"))
        expected = ["Ask her why", "Ask her why", "As"]
        for body in expected:
            library.undo()
            assert library.opened(1).notes[0].body == body
        assert library.undo() == "Add note"
        assert library.opened(1).notes == ()


def test_deleting_for_ever_leaves_the_other_articles_steps(folder: Path) -> None:
    with filled(folder) as library:
        library.perform(SetRead((1, 2)))
        library.perform(SetBookmarked((1,)))
        library.perform(DeleteForever((1,)))
        assert library.undo() == "Mark 2 articles as read"
        assert library.undo() is None
        assert [row.unread for row in library.rows(Query())] == [True, True, True]


LABELS = [
    (SetRead((1,)), "Mark article as read"),
    (SetRead((1, 2), False), "Mark 2 articles as unread"),
    (SetBookmarked((1,)), "Bookmark article"),
    (SetBookmarked((1,), False), "Remove bookmark from article"),
    (SetArchived(tuple(range(1200))), "Archive 1,200 articles"),
    (SetArchived((1,), False), "Take article out of the archive"),
    (Trash((1, 2, 3)), "Delete 3 articles"),
    (Untrash((1,)), "Take article out of the trash"),
    (DeleteForever((1,)), "Delete article for ever"),
    (Tag((1,), ("lamps",)), "Tag article “lamps”"),
    (Tag((1, 2), (), ("lamps", "boats")), "Untag 2 articles “lamps”, “boats”"),
    (EditBlocks(1, Edit(EditKind.RESTORE, "x")), "Put piece back"),
    (EditBlocks(1, Edit(EditKind.REMOVE, "x")), "Take piece out"),
    (RemoveEdits(1), "Undo all edits of the text"),
    (RemoveSamples(), "Remove the sample articles"),
    (AddNote("k", 1, None, ""), "Add note"),
    (EditNote("k", ""), "Edit note"),
    (DeleteNote("k"), "Delete note"),
    (AddPassage("k", 1, anchor_of("ab", Span(0, 1))), "Bookmark passage"),
    (DeletePassage("k"), "Remove bookmark from passage"),
]


@pytest.mark.parametrize(("change", "label"), LABELS, ids=[label for _, label in LABELS])
def test_every_change_says_what_it_does(change: Change, label: str) -> None:
    assert change.label == label
