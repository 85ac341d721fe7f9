"""A reader turns pictures on: the lead picture that lies in the library is shown, and goes when they are turned off."""

from __future__ import annotations

import pytest
from at_the_window import Reader
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage

from reader.window.main_window import MainWindow
from reader.window.reading.pictures import NO_PICTURES
from reader.window.settings.table import PICTURES


def test_the_lead_picture_is_shown_where_the_reader_wants_pictures(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    image, held = QImage(900, 500, QImage.Format.Format_RGB32), QBuffer()
    image.fill(0x336699)
    held.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(held, "PNG")  # type: ignore[call-overload]
    reader.start()
    reader.wait(lambda: reader.window.opened is not None)
    window = reader.window
    opened = window.opened
    assert opened is not None and "\ufffc" not in window.page.toPlainText()

    class Kept:
        lead = True
        caption = ""

        def content(self) -> bytes:
            return held.data().data()

    monkeypatch.setattr(type(window.library.sources), "pictures", lambda _self, _article: (Kept(),))
    assert MainWindow._pictures(window, opened) == NO_PICTURES, "not before the reader wants them"
    window.settings.put(PICTURES, True)
    assert window.page.toPlainText().count("\ufffc") == 1
    window.settings.put(PICTURES, False)
    assert "\ufffc" not in window.page.toPlainText()
