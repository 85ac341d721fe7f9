"""What the window remembers between starts: geometry, columns, zoom, theme, the last article; beside the library."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

from reader.window.theme import ThemeName

FILE = "window.ini"
STANDARD_SIZE = (1480, 900)


class State:
    """One readable file in the library's folder. A damaged or foreign value counts as none."""

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / FILE), QSettings.Format.IniFormat)

    def theme(self) -> ThemeName:
        try:
            return ThemeName(str(self._settings.value("theme", ThemeName.SYSTEM)))
        except ValueError:
            return ThemeName.SYSTEM

    def keep_theme(self, name: ThemeName) -> None:
        self._settings.setValue("theme", str(name))

    def zoom(self) -> int:
        return self._number("zoom") or 0

    def keep_zoom(self, zoom: int) -> None:
        self._settings.setValue("zoom", zoom)

    def last_article(self) -> int | None:
        return self._number("article")

    def keep_last_article(self, article: int) -> None:
        self._settings.setValue("article", article)

    def restore_window(self, window: QMainWindow, columns: QSplitter) -> None:
        """Gives the window the size and columns it had."""
        window.resize(*STANDARD_SIZE)
        for name, restore in (("geometry", window.restoreGeometry), ("columns", columns.restoreState)):
            value = self._settings.value(name)
            if isinstance(value, QByteArray):
                restore(value)

    def keep_window(self, window: QMainWindow, columns: QSplitter) -> None:
        self._settings.setValue("geometry", window.saveGeometry())
        self._settings.setValue("columns", columns.saveState())
        self._settings.sync()

    def _number(self, name: str) -> int | None:
        try:
            return int(str(self._settings.value(name)))
        except ValueError:
            return None
