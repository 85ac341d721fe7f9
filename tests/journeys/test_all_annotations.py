"""The list of all highlights, notes and bookmarks by keys alone: found, read in context, edited, copied, deleted."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from at_the_window import ALT, CTRL, SHIFT, Reader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from reader.article import Anchor, Block, BlockKind, Capture, Span, anchor_of, article_of
from reader.library import AddHighlight, AddNote, AddPassage, Library, Tag
from reader.window.annotating import ExportAnnotations
from reader.window.inspector import NOTES

TEXTS = {
    "Lamp fails": "The keeper of Nordhaven told the council that the lamp had failed. We rowed out by starlight, she said.",
    "Bridge opens": "The bridge over the Alder opened on Monday. Forty carts crossed it before noon, and one goat.",
}
MOMENT = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)


def marked(library: Library) -> None:
    """Two articles with a highlight, a note, a bookmark, and a highlight whose words are gone."""
    for number, (title, text) in enumerate(TEXTS.items()):
        article = article_of([Block(BlockKind.PARAGRAPH, text)], title=title, publisher="Quay Post")
        when = MOMENT + timedelta(minutes=number)
        library.add(Capture(text.encode(), "text/plain", f"{number}.txt", "file", when), article)

    def on(number: int, words: str) -> Anchor:
        text = list(TEXTS.values())[number - 1]
        return anchor_of(text, Span(text.index(words), text.index(words) + len(words)))

    library.perform(AddHighlight(str(uuid.uuid4()), 1, on(1, "the lamp had failed"), "yellow"))
    library.perform(AddNote(str(uuid.uuid4()), 1, on(1, "We rowed out"), "Ask her *when*."))
    library.perform(AddPassage(str(uuid.uuid4()), 2, on(2, "Forty carts")))
    library.perform(AddHighlight(str(uuid.uuid4()), 2, Anchor("A word about geese", "", "", 3, 21), "green"))
    library.perform(Tag((2,), ("alder",)))


@pytest.fixture
def at_list(reader: Reader) -> Reader:
    """At the list of all of them."""
    with Library.open(reader.folder) as library:
        marked(library)
    reader.start()
    reader.press(Qt.Key.Key_G)
    reader.press(Qt.Key.Key_H)
    reader.wait(lambda: len(quoted(reader)) == 4)
    return reader


def quoted(reader: Reader) -> list[str]:
    made = reader.window.annotations
    return [each.quoted for each in made._made]


def test_each_is_read_in_its_article_and_enter_goes_there(at_list: Reader) -> None:
    reader, window = at_list, at_list.window
    assert quoted(reader)[0] == "A word about geese"
    assert window.opened is not None and window.opened.row.title == "Bridge opens"
    reader.press(Qt.Key.Key_J)
    assert window.annotations.cards.hasFocus()
    assert window.page.lit_span() == Span(*[TEXTS["Bridge opens"].index("Forty carts") + n for n in (0, 11)])
    reader.press(Qt.Key.Key_J)
    assert window.opened.row.title == "Lamp fails"
    reader.press(Qt.Key.Key_Return)
    assert window.page.hasFocus()
    reader.press(Qt.Key.Key_G)
    reader.press(Qt.Key.Key_A)
    assert not window.annotations_shown and window.articles.isVisible()


def test_words_kinds_tags_and_what_is_lost_are_found(at_list: Reader) -> None:
    reader, window = at_list, at_list.window
    reader.press(Qt.Key.Key_Slash)
    reader.type("when")
    reader.wait(lambda: quoted(reader) == ["We rowed out"])
    reader.press(Qt.Key.Key_Return)
    assert window.annotations.cards.hasFocus()
    reader.press(Qt.Key.Key_Escape)
    reader.wait(lambda: len(quoted(reader)) == 4)
    reader.press(Qt.Key.Key_F)
    reader.wait(lambda: quoted(reader) == ["A word about geese", "the lamp had failed"])
    reader.press(Qt.Key.Key_F, times=3)
    reader.wait(lambda: quoted(reader) == ["A word about geese"])
    reader.press(Qt.Key.Key_F)
    window.annotations.cards.setFocus()
    reader.press(Qt.Key.Key_F, SHIFT)
    assert window.annotations.colour.hasFocus()
    reader.press(Qt.Key.Key_Tab)
    reader.press(Qt.Key.Key_Down)
    reader.wait(lambda: set(quoted(reader)) == {"A word about geese", "Forty carts"})


def test_a_note_is_edited_and_written_there_deleted_and_brought_back(at_list: Reader) -> None:
    reader, window = at_list, at_list.window
    assert reader.library is not None
    reader.press(Qt.Key.Key_J, times=2)
    reader.press(Qt.Key.Key_N, CTRL | ALT)
    assert window.inspector.editor.hasFocus()
    reader.type("Now: ")
    reader.press(Qt.Key.Key_Escape)
    assert any("Now: " in made.body for made in reader.library.annotations())
    window.annotations.cards.setFocus()
    reader.press(Qt.Key.Key_J)
    reader.press(Qt.Key.Key_N, CTRL | ALT)
    reader.type("Which lamp?")
    reader.press(Qt.Key.Key_Escape)
    reader.wait(lambda: len(quoted(reader)) == 5)
    window.annotations.cards.setFocus()
    key = window.annotations.cards.current_key()
    reader.press(Qt.Key.Key_Delete)
    reader.wait(lambda: len(quoted(reader)) == 4)
    assert window.annotations.cards.current_key() not in {"", key}
    reader.press(Qt.Key.Key_Z, CTRL)
    reader.wait(lambda: len(quoted(reader)) == 5)


def test_one_is_copied_with_its_source(at_list: Reader) -> None:
    reader = at_list
    reader.press(Qt.Key.Key_J)
    reader.press(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "“Forty carts”\n\n(Bridge opens · Quay Post)"


def test_an_empty_list_says_what_fills_it(reader_without_samples: Reader) -> None:
    reader = reader_without_samples
    reader.start()
    reader.press(Qt.Key.Key_G)
    reader.press(Qt.Key.Key_H)
    assert reader.window.annotations_shown
    assert "Ctrl+H" in reader.window.annotations.cards.empty[1]
    assert reader.window.inspector.tabs.currentIndex() != NOTES


def test_what_the_list_shows_is_exported(at_list: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader, target = at_list, tmp_path / "out.csv"
    monkeypatch.setattr("reader.window.deeds.exporting.QFileDialog.getSaveFileName", lambda *_: (str(target), ""))
    reader.press(Qt.Key.Key_F)
    reader.wait(lambda: len(quoted(reader)) == 2)

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportAnnotations)
        assert dialog.which.currentText() == "What the list shows"
        dialog.how.setCurrentIndex(2)
        dialog.accept()

    reader.by_name("export.annotations", act)
    reader.wait(lambda: "2 annotations of 2 articles" in reader.said())
    assert "the lamp had failed" in target.read_text("utf-8")
