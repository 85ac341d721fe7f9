"""Tags as a tree, collections in their order, saved searches, rules on arrival, many changes at once, duplicates."""

from __future__ import annotations

from datetime import timedelta

import pytest
from invented_articles import PARAGRAPHS, analysis, article, capture
from made_rules import ON_KEEPERS

from reader.article import Block, BlockKind, LibraryError, Span, anchor_of, article_of
from reader.library import (
    QUEUE,
    AddHighlight,
    AnnotationQuery,
    DeleteCollection,
    DeleteSearch,
    DeleteTag,
    Library,
    ListKind,
    MergeArticles,
    MoveInCollection,
    NameCollection,
    PutInCollection,
    Query,
    RenameTag,
    RestoreDeleted,
    Rule,
    SaveRule,
    SaveSearch,
    SetArchived,
    SetRead,
    Tag,
    TakeFromCollection,
    TellApart,
    Together,
    Trash,
)


@pytest.fixture
def five(library: Library) -> Library:
    for number in range(1, 6):
        library.add(capture(number), article(number, f"Watch {number} saw {'boats and ' * number}nothing else."))
    return library


def ids(library: Library, query: Query) -> list[int]:
    return [row.id for row in library.rows(query)]


def test_a_tag_takes_in_those_below_it(five: Library) -> None:
    five.perform(Tag((1,), ("News",)))
    five.perform(Tag((2,), ("news / local",)))
    five.perform(Tag((3,), ("newsletter",)))
    assert ids(five, Query(tag="news")) == [2, 1]
    assert [name for name, _ in five.tags()] == ["News", "news/local", "newsletter"]


def test_a_tag_is_renamed_with_those_below_it_and_merged_with_one_there_is(five: Library) -> None:
    five.perform(Tag((1, 2), ("news",)))
    five.perform(Tag((2, 3), ("news/local",)))
    five.perform(Tag((4,), ("press/local",)))
    five.perform(RenameTag("news", "Press"))
    assert five.tags() == [("Press", 2), ("press/local", 3)]
    assert five.undo_label == "Rename tag “news” to “Press”"
    five.undo()
    assert five.tags() == [("news", 2), ("news/local", 2), ("press/local", 1)]
    with pytest.raises(LibraryError, match="cannot be put below itself"):
        five.perform(RenameTag("news", "news/old"))
    five.perform(RenameTag("news", "NEWS"))
    assert five.tags()[0] == ("NEWS", 2)


def test_a_deleted_tag_comes_back_on_its_articles(five: Library) -> None:
    five.perform(Tag((1, 2), ("news", "news/local")))
    before = five.tags()
    five.perform(DeleteTag("news"))
    assert five.tags() == []
    five.perform(RestoreDeleted(five.deleted()[0].key))
    assert five.tags() == before


def test_a_collection_keeps_its_order_and_what_is_archived(five: Library) -> None:
    five.perform(NameCollection("c", "To cite"))
    five.perform(PutInCollection("c", (3, 1, 5, 99)))
    assert ids(five, Query(collection="c")) == [3, 1, 5]
    five.perform(MoveInCollection("c", (5,), 3))
    five.perform(MoveInCollection("c", (3,), None))
    assert ids(five, Query(collection="c")) == [5, 1, 3]
    assert five.index_of(Query(collection="c"), 3) == 2
    five.perform(SetArchived((1,)))
    five.perform(TakeFromCollection("c", (5,)))
    assert ids(five, Query(collection="c")) == [1, 3]
    assert [(c.name, c.count) for c in five.collections()] == [("To cite", 2)]
    five.perform(Trash((3,)))
    assert [(c.name, c.count) for c in five.collections()] == [("To cite", 1)]


def test_places_between_two_never_run_out(five: Library) -> None:
    five.perform(PutInCollection(QUEUE, (1, 2, 3)))
    order = [1, 2, 3]
    for _ in range(56):
        five.perform(MoveInCollection(QUEUE, (order[2],), order[1]))
        order = [order[0], order[2], order[1]]
        assert ids(five, Query(collection=QUEUE)) == order


def test_the_queue_is_made_by_the_first_article_in_it(five: Library) -> None:
    assert five.collections() == []
    five.perform(PutInCollection(QUEUE, (2,)))
    assert [(c.key, c.name, c.count) for c in five.collections()] == [(QUEUE, "Reading queue", 1)]
    five.undo()
    assert five.collections() == []


def test_a_deleted_collection_comes_back_in_its_order(five: Library) -> None:
    five.perform(NameCollection("c", "To cite"))
    five.perform(PutInCollection("c", (3, 1)))
    five.perform(DeleteCollection("c"))
    with pytest.raises(LibraryError, match="no longer in the library"):
        five.perform(PutInCollection("c", (2,)))
    five.perform(RestoreDeleted(five.deleted()[0].key))
    assert ids(five, Query(collection="c")) == [3, 1]


def test_a_saved_search_is_kept_changed_and_brought_back(five: Library) -> None:
    five.perform(SaveSearch("s", "", "starlight boats"))
    five.perform(SaveSearch("s", "Boats", "boats"))
    assert [(s.name, s.words) for s in five.saved_searches()] == [("Boats", "boats")]
    five.perform(DeleteSearch("s"))
    assert five.saved_searches() == []
    five.perform(RestoreDeleted(five.deleted()[0].key))
    assert [s.name for s in five.saved_searches()] == ["Boats"]


def test_a_rule_meets_an_article_when_it_has_been_read(library: Library) -> None:
    library.perform(SaveRule("r", ON_KEEPERS))
    library.perform(SaveRule("other", Rule("Elsewhere", source="mountain post", trash=True)))
    added = library.add(capture(1), article(1)).id
    assert library.opened(added).row.tags == ()
    library.store_analysis(added, analysis(article(1)))
    row = library.opened(added).row
    assert (row.tags, row.archived, row.trashed) == (("harbour/keepers",), True, False)
    assert library.undo_label == "Rule “Keepers” on “Lamp fails, night 1”"
    library.undo()
    library.store_analysis(added, analysis(article(1)))
    assert library.opened(added).row.tags == ()


def test_a_rule_whose_collection_is_gone_does_the_rest(library: Library) -> None:
    library.perform(SaveRule("r", Rule("R", source="harbour", collection="gone", bookmark=True, queue=True)))
    added = library.add(capture(1), article(1)).id
    library.store_analysis(added, analysis(article(1)))
    assert library.opened(added).row.bookmarked
    assert ids(library, Query(collection=QUEUE)) == [added]


def test_several_changes_are_one_step_whose_reach_is_seen_before(five: Library) -> None:
    five.perform(SetRead((1, 2)))
    change = Together("Tidy up", (SetRead((1, 2, 3)), Tag((3, 4), ("old",)), Tag((4,), (), ("old",))))
    before = five.rows(Query()), five.undo_label
    assert five.preview(change) == {3}
    assert (five.rows(Query()), five.undo_label) == before
    five.perform(change)
    assert ids(five, Query(tag="old")) == [3]
    assert five.undo() == "Tidy up"
    assert five.rows(Query()) == before[0]


def test_duplicates_are_found_told_apart_and_merged(library: Library) -> None:
    first = library.add(capture(1), article(1)).id
    again = library.add(capture(2), article(2, "An addition by another desk.", url="https://other.example/2")).id
    library.add(capture(3), article_of([Block(BlockKind.PARAGRAPH, "Ploughs and seeds were sold in spring. " * 9)]))
    (group,) = library.duplicates()
    assert [row.id for row in group.rows] == [first, again]
    assert 0.7 < group.alike < 1
    text = library.opened(again).article.text
    at = text.index("We rowed out")
    library.perform(AddHighlight("h", again, anchor_of(text, Span(at, at + 12)), "blue"))
    library.perform(Tag((again,), ("lamps",)))
    library.perform(PutInCollection(QUEUE, (again,)))
    library.perform(MergeArticles(first, (again,)))
    opened = library.opened(first)
    assert opened.row.tags == ("lamps",)
    assert [opened.article.text[slice(*h.span)] for h in opened.highlights if h.span] == ["We rowed out"]
    assert ids(library, Query(collection=QUEUE)) == [first]
    assert ids(library, Query(ListKind.TRASH)) == [again]
    assert [made.article for made in library.annotations(AnnotationQuery())] == [first]
    library.undo()
    assert library.opened(again).row.tags == ("lamps",) and not library.opened(again).row.trashed
    library.perform(TellApart((again, first)))
    assert library.duplicates() == []


def test_a_merged_article_can_be_deleted_for_ever(library: Library) -> None:
    for number in (1, 2):
        library.add(capture(number), article(number))
    library.perform(AddHighlight("h", 2, anchor_of(PARAGRAPHS[0], Span(0, 9)), "blue"))
    library.perform(MergeArticles(1, (2,)))
    library.purge_trash(timedelta(days=-1))
    while library.undo() is not None:
        pass
    assert ids(library, Query(ListKind.TRASH)) == [1]
