"""Bringing a library into order by keys: queue, collections, saved searches, tags, many at once, rules, duplicates, trash."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from at_the_window import ALT, CTRL, SHIFT, Reader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from reader.article import Block, BlockKind, Capture, article_of
from reader.library import QUEUE, Library, ListKind, Query, Rule, SaveRule, Tag
from reader.window.organising import ChangeMany, DuplicatesPage, RecentlyDeleted, RulesPage

MOMENT = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
TITLES = ("Ferry sails", "Storm comes", "Bridge opens", "Goat crosses")
STORY = "The council of Nordhaven met on Tuesday and heard the keeper, who told it at length how the lamp had failed. "


@pytest.fixture
def at_four(reader: Reader) -> Reader:
    """At a list of four articles, the newest chosen; the first two are nearly the same."""
    with Library.open(reader.folder) as library:
        for number, title in enumerate(TITLES):
            body = STORY * 6 + f"The {title.split()[0].lower()} was {number}." if number < 2 else f"{title} at dawn."
            article = article_of([Block(BlockKind.PARAGRAPH, body)], title=title, publisher="Quay Post")
            library.add(Capture(body.encode(), "text/plain", f"{number}.txt", "file", MOMENT), article)
    reader.start()
    assert reader.headlines() == list(reversed(TITLES))
    return reader


def library_of(reader: Reader) -> Library:
    assert reader.library is not None
    return reader.library


def titles(reader: Reader, query: Query) -> list[str]:
    return [row.title for row in library_of(reader).rows(query)]


def typing(text: str) -> Callable[[QDialog], None]:
    """Types into the field of a dialog and presses Enter."""

    def act(dialog: QDialog) -> None:
        field = dialog.findChildren(QLineEdit)[0]
        field.setText(text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        if dialog.isVisible():
            dialog.accept()

    return act


def test_the_queue_is_filled_read_and_emptied(at_four: Reader) -> None:
    reader = at_four
    reader.press(Qt.Key.Key_I)
    reader.press(Qt.Key.Key_J)
    reader.press(Qt.Key.Key_I)
    reader.press(Qt.Key.Key_J)
    reader.press(Qt.Key.Key_I, SHIFT)
    assert titles(reader, Query(collection=QUEUE)) == ["Storm comes", "Goat crosses", "Bridge opens"]
    reader.press(Qt.Key.Key_G)
    reader.press(Qt.Key.Key_R)
    assert reader.headlines() == ["Storm comes", "Goat crosses", "Bridge opens"]
    reader.press(Qt.Key.Key_Q, CTRL | ALT)
    assert reader.window.opened is not None and reader.window.opened.row.title == "Goat crosses"
    reader.press(Qt.Key.Key_E, CTRL | ALT)
    assert reader.window.opened.row.title == "Bridge opens"
    assert titles(reader, Query(collection=QUEUE)) == ["Storm comes", "Bridge opens"]


def test_a_collection_is_made_ordered_renamed_and_deleted(at_four: Reader) -> None:
    reader = at_four
    reader.in_dialog(typing("To cite"), Qt.Key.Key_C)
    reader.press(Qt.Key.Key_J)
    reader.in_dialog(typing("cite"), Qt.Key.Key_C)
    (collection,) = library_of(reader).collections()
    query = Query(collection=collection.key)
    assert titles(reader, query) == ["Goat crosses", "Bridge opens"]
    assert library_of(reader).undo_label == "Put article into “To cite”"
    reader.window.sidebar.choose(query)
    reader.window.articles.setFocus()
    reader.window.articles.choose(library_of(reader).rows(query)[1].id)
    reader.press(Qt.Key.Key_Up, ALT)
    assert reader.headlines() == ["Bridge opens", "Goat crosses"]
    reader.press(Qt.Key.Key_Down, ALT)
    assert reader.headlines() == ["Goat crosses", "Bridge opens"]
    reader.by_name("collection.rename", typing("Cited"))
    assert [each.name for each in library_of(reader).collections()] == ["Cited"]
    reader.window.registry.run("collection.take")
    assert titles(reader, query) == ["Goat crosses"]
    reader.window.registry.run("collection.delete")
    assert library_of(reader).collections() == []
    reader.press(Qt.Key.Key_Z, CTRL)
    assert [each.name for each in library_of(reader).collections()] == ["Cited"]


def test_a_search_is_saved_as_a_list(at_four: Reader) -> None:
    reader = at_four
    reader.press(Qt.Key.Key_Slash)
    reader.type("council")
    reader.wait(lambda: set(reader.headlines()) == {"Ferry sails", "Storm comes"})
    reader.in_dialog(typing("The council"), Qt.Key.Key_S, CTRL)
    assert [each.words for each in library_of(reader).saved_searches()] == ["council"]
    assert reader.window.sidebar.query() == Query(words="council")
    reader.window.sidebar.choose(Query())
    reader.wait(lambda: len(reader.headlines()) == 4)
    assert reader.window.search.text() == ""
    reader.window.sidebar.choose(Query(words="council"))
    reader.wait(lambda: len(reader.headlines()) == 2)
    reader.window.registry.run("saved.delete")
    assert library_of(reader).saved_searches() == []


def test_a_tag_is_renamed_below_another_and_merged(at_four: Reader) -> None:
    reader = at_four
    library_of(reader).perform(Tag((1, 2), ("local",)))
    library_of(reader).perform(Tag((3,), ("news/town",)))
    reader.window.refresh()
    reader.window.sidebar.choose(Query(tag="local"))
    reader.by_name("tag.rename", typing("news/local"))
    assert [name for name, _ in library_of(reader).tags()] == ["news/local", "news/town"]
    lines = [str(reader.window.sidebar.model().index(at, 0).data()) for at in range(20)]
    assert "\u2003local" in lines and "news" in lines
    reader.by_name("tag.rename", typing("news/town"))
    assert library_of(reader).tags() == [("news/town", 3)]
    reader.window.registry.run("tag.delete")
    assert library_of(reader).tags() == []


def test_many_are_changed_at_once_told_before_and_undone_as_one(at_four: Reader) -> None:
    reader = at_four
    library = library_of(reader)

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, ChangeMany)
        dialog.which.setCurrentIndex(1)
        dialog.add.setText("storm, news/local")
        dialog.states[2].setCurrentIndex(1)
        reader.wait(lambda: dialog.listed.count() == 4)
        assert "All 4 articles change" in dialog.said.text()
        dialog.accept()

    before = [library.opened(number).row for number in range(1, 5)]
    reader.in_dialog(act, Qt.Key.Key_M, CTRL | ALT)
    assert library.count(Query(ListKind.ARCHIVE)) == 4
    assert library.tags() == [("news/local", 4), ("storm", 4)]
    assert library.undo_label == "Change 4 articles"
    reader.press(Qt.Key.Key_Z, CTRL)
    assert library.tags() == [] and [library.opened(number).row for number in range(1, 5)] == before


def test_a_rule_is_tried_saved_and_done_with_what_is_there(at_four: Reader) -> None:
    reader = at_four

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, RulesPage)
        dialog.name.setText("Storms")
        dialog.conditions["title"].setText("storm, goat")
        dialog.tags.setText("weather")
        dialog._changed()
        reader.wait(lambda: dialog.listed.count() == 2)
        assert "2 of your newest 4 articles" in dialog.said.text()
        dialog.save.click()
        assert dialog.list.count() == 1
        reader.wait(dialog.run.isEnabled)
        dialog.run.click()
        dialog.reject()

    reader.by_name("rules", act)
    assert [kept.rule for kept in library_of(reader).rules()] == [
        Rule("Storms", title="storm, goat", tags=("weather",))
    ]
    assert library_of(reader).tags() == [("weather", 2)]
    assert library_of(reader).undo_label == "Rule “Storms”"


def test_a_rule_that_is_kept_is_shown_and_deleted(at_four: Reader) -> None:
    reader = at_four
    library_of(reader).perform(SaveRule("r", Rule("Goats", about="goat", queue=True, enabled=False)))

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, RulesPage)
        assert dialog.flags["queue"].isChecked() and not dialog.enabled.isChecked()
        dialog.delete.click()
        dialog.reject()

    reader.by_name("rules", act)
    assert library_of(reader).rules() == []


def test_duplicates_are_found_merged_and_undone(at_four: Reader) -> None:
    reader = at_four

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, DuplicatesPage)
        reader.wait(lambda: dialog.groups.count() == 1)
        assert dialog.articles.count() == 2
        dialog.merge.click()
        assert dialog.groups.count() == 0
        dialog.reject()

    reader.by_name("duplicates", act)
    assert library_of(reader).count(Query(ListKind.TRASH)) == 1
    reader.press(Qt.Key.Key_Z, CTRL)
    assert library_of(reader).count(Query(ListKind.TRASH)) == 0


def test_what_was_deleted_is_found_and_brought_back(at_four: Reader) -> None:
    reader = at_four
    library_of(reader).perform(Tag((1,), ("storm",)))
    reader.window.refresh()
    reader.window.sidebar.choose(Query(tag="storm"))
    reader.window.registry.run("tag.delete")
    reader.window.sidebar.choose(Query())
    reader.window.articles.setFocus()
    reader.press(Qt.Key.Key_Delete)

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, RecentlyDeleted)
        assert dialog.list.count() == 2
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
        QApplication.processEvents()
        assert dialog.list.count() == 1
        dialog.button.click()
        assert dialog.list.count() == 0 and "30 days" in dialog.said.text()
        dialog.reject()

    reader.by_name("deleted", act)
    assert library_of(reader).tags() == [("storm", 1)]
    assert library_of(reader).count(Query(ListKind.TRASH)) == 0
