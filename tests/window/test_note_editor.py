"""The notes in the inspector: nothing that was typed is lost, nothing that was taken back returns."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.library import Opened
from reader.window.inspector import NOTES, QUOTES, Inspector


def typed(inspector: Inspector, text: str) -> None:
    inspector.editor.setFocus()
    QTest.keyClicks(inspector.editor, text)


def test_a_note_is_opened_written_and_saved(inspector: Inspector, qtbot: QtBot) -> None:
    inspector.write_note("n-all")
    assert inspector.tabs.currentIndex() == NOTES and inspector.editor.hasFocus()
    assert inspector.editor.toPlainText() == "Good for Sunday."
    inspector.editor.selectAll()
    with qtbot.waitSignal(inspector.note_edited, timeout=5000) as heard:
        typed(inspector, "Monday")
    assert heard.args == ["n-all", "Monday"]


@pytest.mark.parametrize("leaving", ["another note", "another article", "the focus goes"])
def test_what_was_typed_is_saved_on_leaving(leaving: str, inspector: Inspector, opened: Opened, qtbot: QtBot) -> None:
    inspector.write_note("n-all")
    typed(inspector, "X")
    with qtbot.waitSignal(inspector.note_edited, timeout=500) as heard:
        if leaving == "another note":
            inspector.lists[NOTES].choose("n-roof")
        elif leaving == "another article":
            inspector.show_article(replace(opened, row=replace(opened.row, id=2), notes=()))
        else:
            inspector.lists[NOTES].setFocus()
    assert heard.args == ["n-all", "XGood for Sunday."]


def test_a_note_that_was_not_changed_is_not_saved(inspector: Inspector, qtbot: QtBot) -> None:
    inspector.write_note("n-all")
    with qtbot.assertNotEmitted(inspector.note_edited):
        inspector.save_note()


def with_body(opened: Opened, key: str, body: str) -> Opened:
    return replace(opened, notes=tuple(replace(n, body=body) if n.key == key else n for n in opened.notes))


def test_an_undone_edit_is_seen_in_the_editor_and_stays_undone(
    inspector: Inspector, opened: Opened, qtbot: QtBot
) -> None:
    inspector.write_note("n-all")
    typed(inspector, "X")
    inspector.save_note()
    inspector.show_article(with_body(opened, "n-all", "XGood for Sunday."))
    with qtbot.assertNotEmitted(inspector.note_edited):
        inspector.show_article(opened)
        assert inspector.editor.toPlainText() == "Good for Sunday."
        inspector.save_note()


def test_what_is_being_typed_stays_when_something_else_changes(inspector: Inspector, opened: Opened) -> None:
    inspector.write_note("n-all")
    typed(inspector, "X")
    inspector.show_article(with_body(opened, "n-roof", "Other"))
    assert inspector.editor.toPlainText() == "XGood for Sunday."


def test_the_editor_of_a_deleted_note_closes(inspector: Inspector, opened: Opened, qtbot: QtBot) -> None:
    inspector.write_note("n-all")
    inspector.show_article(replace(opened, notes=opened.notes[:1]))
    assert not inspector.editor.isVisible()
    with qtbot.assertNotEmitted(inspector.note_edited):
        inspector.save_note()


def bound(key: str, panes: list[QWidget], context: Qt.ShortcutContext) -> list[str]:
    """A command of the window on a key, and the times it ran."""
    ran: list[str] = []
    action = QAction(panes[0].window())
    action.setShortcut(QKeySequence(key))
    action.setShortcutContext(context)
    action.triggered.connect(lambda: ran.append(key))
    for pane in panes:
        pane.addAction(action)
    return ran


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_on_a_note_deletes_the_note_and_not_the_article(key: Qt.Key, inspector: Inspector, qtbot: QtBot) -> None:
    article = bound("Del", [*inspector.lists], Qt.ShortcutContext.WidgetWithChildrenShortcut)
    inspector.set_tab(NOTES)
    inspector.lists[NOTES].choose("p-river")
    inspector.lists[NOTES].setFocus()
    with qtbot.waitSignal(inspector.note_deleted, timeout=500) as heard:
        QTest.keyClick(inspector.lists[NOTES], key)
    assert heard.args == ["p-river"]
    assert article == []


def test_delete_elsewhere_is_the_windows(inspector: Inspector) -> None:
    article = bound("Del", [*inspector.lists], Qt.ShortcutContext.WidgetWithChildrenShortcut)
    inspector.lists[QUOTES].setFocus()
    QTest.keyClick(inspector.lists[QUOTES], Qt.Key.Key_Delete)
    assert article == ["Del"]


def test_escape_leaves_the_editor_and_quiets_nothing(inspector: Inspector, qtbot: QtBot) -> None:
    quieted = bound("Esc", [inspector], Qt.ShortcutContext.WindowShortcut)
    inspector.write_note("n-all")
    QTest.keyClick(inspector.editor, Qt.Key.Key_Escape)
    assert inspector.lists[NOTES].hasFocus()
    assert quieted == []
