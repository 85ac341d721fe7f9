"""Draws the pictures of the documentation from the real window over a new library of samples.

    python docs/screenshots.py [FOLDER]

Run it under a display, or with QT_QPA_PLATFORM=offscreen. Every picture is a state that keys lead to.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.library import Library
from reader.window import MainWindow, window_on
from reader.window.running import application, dispose
from reader.window.settings.file import VARIABLE
from reader.window.theme import ThemeName

SIZE = (1480, 920)
PATIENCE_S = 120


def settle(window: MainWindow, seconds: float = 0.4) -> None:
    """Lets the window draw, and wait for work under way."""
    deadline = time.monotonic() + PATIENCE_S
    until = time.monotonic() + seconds
    while time.monotonic() < until or (window.progress.text() and time.monotonic() < deadline):
        application().processEvents()
        time.sleep(0.01)


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = application().focusWidget() or window
    QTest.keyClick(focus, key, modifier)
    settle(window)


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/pictures")
    folder.mkdir(parents=True, exist_ok=True)
    application()
    with tempfile.TemporaryDirectory() as home, Library.open(Path(home) / "library") as library:
        os.environ[VARIABLE] = str(Path(home) / "settings.toml")
        window = window_on(library)
        window.theme.choose(ThemeName.LIGHT)
        window.start()
        window.resize(*SIZE)
        window.show()
        window.activateWindow()

        def picture(name: str) -> None:
            settle(window)
            window.grab().save(str(folder / f"{name}.png"), "PNG")

        while library.uncleaned() or window.opened is None or window.opened.analysis is None:
            settle(window)
        settle(window, 1.0)
        picture("first-start")
        window.articles.setFocus()
        press(window, Qt.Key.Key_Q)
        press(window, Qt.Key.Key_Q)
        picture("quote")
        window.inspector.order.setChecked(True)
        picture("quotes-by-speaker")
        window.inspector.order.setChecked(False)
        press(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        press(window, Qt.Key.Key_Down)
        press(window, Qt.Key.Key_BracketRight)
        picture("entity")
        press(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
        press(window, Qt.Key.Key_Down)
        picture("timeline")
        press(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(window.inspector.editor, "Ask the ministry for the report of 20 March.")
        settle(window, 1.6)
        picture("note")
        press(window, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
        press(window, Qt.Key.Key_Down)
        picture("source")
        press(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
        window.deeds.theme(ThemeName.DARK)
        press(window, Qt.Key.Key_Q)
        picture("dark")
        window.deeds.theme(ThemeName.SEPIA)
        picture("sepia")
        window.deeds.theme(ThemeName.LIGHT)
        window.search.setText("bridge")
        picture("search")
        window.search.setText("zeppelin")
        picture("search-nothing")
        window.search.clear()
        window.adder.add_paths([Path(home) / "missing.html"])
        picture("message")
        window.message.hide()
        dispose(window)


if __name__ == "__main__":
    main()
