"""The reader's word is final: a speaker set right, a quotation that is none, one that was missed, all by keys."""

from __future__ import annotations

import pytest
from at_the_window import CTRL, SHIFT, Reader
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog

HEADLINE = "Ferry crew walks out over night shifts"
PASTED = f"""{HEADLINE}

Owen Karlsen
Skarvik
3 October 2022

The crew of the Skarvik ferry walked out on Monday over night shifts.

“Nobody sleeps on that boat,” said Captain Lise Moen. Deckhand Per Aune agreed with her.

The owner, Nils Brekke, said the shifts would stay. He called the walkout a pity for all who wait.
"""


@pytest.fixture
def reading(reader_without_samples: Reader) -> Reader:
    """A reader with the article open and analysed."""
    reader = reader_without_samples
    reader.start()
    reader.copy(PASTED)
    reader.press(Qt.Key.Key_V, CTRL)
    reader.wait(lambda: reader.has_analysed(HEADLINE))
    return reader


def said(reader: Reader) -> dict[str, str | None]:
    """Every quotation with its speaker, as the window has them."""
    opened = reader.window.opened
    assert opened is not None and opened.analysis is not None
    return {quote.text: quote.speaker.name if quote.speaker else None for quote in opened.analysis.quotes}


def answer(name: str):  # type: ignore[no-untyped-def]
    def act(dialog: QDialog) -> None:
        field = dialog.findChild(QComboBox)
        assert field is not None
        assert "Lise Moen" in [field.itemText(i) for i in range(field.count())]
        field.lineEdit().selectAll()
        QTest.keyClicks(field.lineEdit(), name)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    return act


def test_a_speaker_is_set_right_taken_back_and_kept(reading: Reader) -> None:
    reader = reading
    words = "Nobody sleeps on that boat,"
    assert said(reader)[words] == "Lise Moen"
    reader.press(Qt.Key.Key_Q)
    assert reader.window.inspector.current_quote() == 0
    reader.in_dialog(answer("Per Aune"), Qt.Key.Key_S, SHIFT)
    assert said(reader)[words] == "Per Aune"
    assert "decided by you" in reader.window.inspector.lists[0].currentIndex().data(Qt.ItemDataRole.UserRole + 1)
    reader.press(Qt.Key.Key_Z, CTRL)
    assert said(reader)[words] == "Lise Moen"
    reader.press(Qt.Key.Key_Z, CTRL | SHIFT)
    reader.quit()

    reader.start()
    assert said(reader)[words] == "Per Aune"
    reader.press(Qt.Key.Key_R, CTRL)
    reader.wait(lambda: bool(reader.window.progress.text()))
    reader.wait(lambda: not reader.window.progress.text() and reader.has_analysed(HEADLINE))
    assert said(reader)[words] == "Per Aune", "cleaned and read anew, the reader's word still counts"
    reader.quit()


def test_what_is_no_quotation_goes_and_what_was_missed_comes(reading: Reader) -> None:
    reader = reading
    window = reader.window
    before = said(reader)
    reader.press(Qt.Key.Key_Q)
    reader.press(Qt.Key.Key_X)
    assert "Nobody sleeps on that boat," not in said(reader)
    assert len(said(reader)) == len(before) - 1

    opened = window.opened
    assert opened is not None
    missed = "Deckhand Per Aune agreed with her"
    reader.press(Qt.Key.Key_F, CTRL)
    reader.type("Deckhand")
    reader.press(Qt.Key.Key_Escape)
    assert window.page.hasFocus()
    reader.press(Qt.Key.Key_Right, SHIFT, times=len(missed))
    reader.in_dialog(answer("Per Aune"), Qt.Key.Key_W)
    assert said(reader)[missed] == "Per Aune"
    reader.quit()


def test_a_quotation_is_let_go_as_far_as_the_selection(reading: Reader) -> None:
    reader = reading
    window = reader.window
    reader.press(Qt.Key.Key_Q)
    reader.press(Qt.Key.Key_Return)
    reader.press(Qt.Key.Key_Right, SHIFT, times=len("Nobody sleeps"))
    reader.press(Qt.Key.Key_X, SHIFT)
    assert said(reader)["Nobody sleeps"] == "Lise Moen"
    assert "Nobody sleeps on that boat," not in said(reader)
    assert window.library.undo_label == "Correct quotation"
    reader.quit()


def test_a_quotation_is_copied_as_text_markdown_and_picture(reading: Reader) -> None:
    reader = reading
    reader.press(Qt.Key.Key_Q)
    reader.press(Qt.Key.Key_Y)
    mime: QMimeData = QGuiApplication.clipboard().mimeData()
    assert "Nobody sleeps on that boat" in mime.text() and "<blockquote" in mime.html()
    reader.press(Qt.Key.Key_Y, SHIFT)
    assert QGuiApplication.clipboard().text().startswith("> “Nobody sleeps")
    reader.press(Qt.Key.Key_Y, CTRL | SHIFT)
    assert QGuiApplication.clipboard().image().width() > 600
    reader.quit()
