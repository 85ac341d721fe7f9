"""The first minute: samples are there to try, who said what is beside them, and every key is told."""

from __future__ import annotations

from at_the_window import CTRL, SHIFT, Reader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from reader.article import seeds
from reader.library import ListKind
from reader.window.commands import Palette
from reader.window.guide import GuideView
from reader.window.help import Help


def test_a_reader_learns_the_window_from_its_samples(reader: Reader) -> None:
    reader.start()
    window = reader.window
    reader.wait(lambda: window.articles.rows.rowCount() == len(seeds()))
    reader.wait(lambda: window.opened is not None and window.opened.analysis is not None)
    first = window.opened
    assert first is not None and first.capture_name == seeds()[0].name, "the first sample is the one to be read first"
    assert window.page.toPlainText().startswith(first.article.title)
    assert window.inspector.current_quote() == 0, "its first quotation is lit without a key"

    reader.press(Qt.Key.Key_Q)
    assert window.inspector.current_quote() == 1
    reader.press(Qt.Key.Key_Q, SHIFT)
    assert window.inspector.current_quote() == 0

    reader.press(Qt.Key.Key_J)
    assert window.opened is not None and window.opened.row.id != first.row.id
    reader.press(Qt.Key.Key_K)
    assert window.opened is not None and window.opened.row.id == first.row.id

    def read_the_keys(dialog: QDialog) -> None:
        assert isinstance(dialog, Help)
        told = dialog.text.toPlainText()
        for command in window.registry.commands:
            assert command.name in told and command.description in told
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    reader.in_dialog(read_the_keys, Qt.Key.Key_Question)

    reader.press(Qt.Key.Key_F1)
    guide = window.findChild(GuideView)
    assert guide is not None and guide.page.hasFocus() and not window.page.isVisible()
    reader.press(Qt.Key.Key_Escape)
    assert window.page.isVisible() and not guide.isVisible() and window.articles.hasFocus()

    def choose_dark(dialog: QDialog) -> None:
        assert isinstance(dialog, Palette)
        QTest.keyClicks(dialog.field, "dark th")
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    light = window.theme.colours.surface
    reader.in_dialog(choose_dark, Qt.Key.Key_K, CTRL)
    assert window.theme.colours.surface != light
    reader.quit()

    reader.start()
    assert reader.window.theme.colours.surface != light, "the theme is as it was left"
    assert reader.window.opened is not None and reader.window.opened.row.id == first.row.id
    reader.quit()


def test_the_samples_go_at_one_command_and_come_back_at_one_key(reader: Reader) -> None:
    reader.start()
    window = reader.window
    reader.wait(lambda: window.articles.rows.rowCount() == len(seeds()))

    def remove_samples(dialog: QDialog) -> None:
        assert isinstance(dialog, Palette)
        QTest.keyClicks(dialog.field, "remove samp")
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    reader.in_dialog(remove_samples, Qt.Key.Key_K, CTRL)
    assert window.articles.rows.rowCount() == 0
    assert window.opened is None
    assert window.library.counts()[ListKind.TRASH] == len(seeds())
    reader.press(Qt.Key.Key_Z, CTRL)
    assert window.articles.rows.rowCount() == len(seeds())
    reader.quit()

    reader.start()
    assert reader.window.articles.rows.rowCount() == len(seeds()), "samples are brought once, not at every start"
    reader.quit()
