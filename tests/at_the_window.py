"""A reader at the real window: presses keys, looks at what is shown, waits for what is being worked out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from reader.library import Library
from reader.window import MainWindow, window_on
from reader.window.running import dispose

SLOW_MS = 120_000
NONE = Qt.KeyboardModifier.NoModifier
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class Reader:
    """One reader with one library folder, who can quit and start again."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.folder, self.qtbot = folder, qtbot
        self.library: Library | None = None
        self._window: MainWindow | None = None

    @property
    def window(self) -> MainWindow:
        assert self._window is not None
        return self._window

    def start(self) -> None:
        """Starts Verbatim."""
        self.library = Library.open(self.folder)
        window = self._window = window_on(self.library)
        window.start()
        window.resize(1200, 800)
        window.show()
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)
        self.qtbot.waitUntil(lambda: window.focusWidget() is not None)

    def quit(self) -> None:
        """Quits by Ctrl+Q, as a reader does."""
        self.press(Qt.Key.Key_Q, CTRL)
        assert not self.window.isVisible()
        self.leave()

    def leave(self) -> None:
        if self._window is not None:
            dispose(self._window)
            self._window = None
        if self.library is not None:
            self.library.close()
            self.library = None

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Presses a key where the focus is."""
        for _ in range(times):
            QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Types text where the focus is."""
        QTest.keyClicks(QApplication.focusWidget(), text)
        QApplication.processEvents()

    def wait(self, until: Callable[[], bool]) -> None:
        """Waits for work under way; fails when it takes too long."""
        self.qtbot.waitUntil(until, timeout=SLOW_MS)

    def in_dialog(self, act: Callable[[QDialog], None], key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Presses a key that opens a dialog, and acts in it."""
        self._meeting(act, lambda: self.press(key, modifier))

    def by_name(self, command: str, act: Callable[[QDialog], None]) -> None:
        """Does the command of that id, as from the palette or a menu, and acts in the dialog that it opens."""
        self._meeting(act, lambda: self.window.registry.run(command))

    def _meeting(self, act: Callable[[QDialog], None], open_it: Callable[[], None]) -> None:
        met: list[QDialog] = []
        left_open: list[str] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog):
                return
            if not dialog.isActiveWindow():
                dialog.activateWindow()  # another window may have come above it
                return
            met.append(dialog)
            watch.stop()
            try:
                act(dialog)
            finally:
                if dialog.isVisible():
                    left_open.append(dialog.windowTitle())
                    dialog.reject()

        watch = QTimer(self.window)
        watch.timeout.connect(look)
        watch.start(20)
        open_it()
        watch.stop()
        assert met, "no dialog opened"
        assert not left_open, "the dialog did not close at a key"
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def copy(self, text: str) -> None:
        """Copies text in another program."""
        QGuiApplication.clipboard().setText(text)

    def drop(self, paths: list[Path]) -> None:
        """Drops files onto the window."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        entering = QDragEnterEvent(self.window.rect().center(), copy, mime, left, NONE)
        QApplication.sendEvent(self.window, entering)
        assert entering.isAccepted()
        dropping = QDropEvent(QPointF(self.window.rect().center()), copy, mime, left, NONE)
        QApplication.sendEvent(self.window, dropping)
        assert dropping.isAccepted()

    def has_analysed(self, title: str) -> bool:
        """Whether the article with this headline is open, with who said what."""
        opened = self.window.opened
        return opened is not None and opened.article.title == title and opened.analysis is not None

    def headlines(self) -> list[str]:
        """The headlines of the list, from its top."""
        model = self.window.articles.rows
        return [str(model.index(at, 0).data()) for at in range(model.rowCount())]

    def said(self) -> str:
        """What the window tells above the page."""
        return self.window.message.sentence()


def saying_yes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Lets the reader say yes to every question; what is asked."""
    asked: list[str] = []

    def yes(_parent: object, _title: str, text: str) -> QMessageBox.StandardButton:
        asked.append(text)
        return QMessageBox.StandardButton.Yes

    monkeypatch.setattr(QMessageBox, "question", yes)
    return asked
