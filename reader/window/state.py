"""What the window remembers between starts: geometry, columns, type, theme, the last article; beside the library."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

from reader.window.theme import Reading, ThemeName

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

    def reading(self) -> Reading:
        """How the reader likes a page set; each value that cannot be read is the standard one."""
        usual = Reading()
        face = self._settings.value("face")
        return Reading(
            face=face if isinstance(face, str) and face else usual.face,
            size=self._or("zoom", usual.size),
            measure=self._or("measure", usual.measure),
            leading=self._or("leading_percent", round(100 * usual.leading)) / 100,
            interface=self._or("interface_percent", usual.interface),
        ).bounded()

    def keep_reading(self, reading: Reading) -> None:
        self._settings.setValue("face", reading.face)
        self._settings.setValue("zoom", reading.size)
        self._settings.setValue("measure", reading.measure)
        self._settings.setValue("leading_percent", round(100 * reading.leading))
        self._settings.setValue("interface_percent", reading.interface)

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

    def _or(self, name: str, usual: int) -> int:
        found = self._number(name)
        return usual if found is None else found
