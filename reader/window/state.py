"""What the window remembers of a library between starts: geometry, columns, the last article and commands; beside it."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

from reader.library import ListKind, Query

FILE = "window.ini"
STANDARD_SIZE = (1480, 900)
MOST_RECENT = 20
_NARROW = ("tag", "feed", "folder", "collection")


class State:
    """One readable file in the library's folder. A damaged or foreign value counts as none."""

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / FILE), QSettings.Format.IniFormat)

    def last_article(self) -> int | None:
        return self._number("article")

    def keep_last_article(self, article: int) -> None:
        self._settings.setValue("article", article)

    def recent(self) -> list[str]:
        """The ids of the commands that were done from the palette, the last one first."""
        return [name for name in str(self._settings.value("recent") or "").split(" ") if name][:MOST_RECENT]

    def keep_recent(self, command: str) -> None:
        others = [name for name in self.recent() if name != command]
        self._settings.setValue("recent", " ".join([command, *others][:MOST_RECENT]))

    def hints_gone(self) -> list[str]:
        """The ids of the hints that the reader followed or put away."""
        return [name for name in str(self._settings.value("hints") or "").split(" ") if name]

    def keep_hints_gone(self, hints: list[str]) -> None:
        self._settings.setValue("hints", " ".join(hints))

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

    def last_list(self) -> Query:
        """The list that was shown; all articles where nothing is known."""
        try:
            kept = json.loads(str(self._settings.value("list") or "{}"))
            tag, feed, folder, collection = (str(kept[name]) if kept.get(name) else None for name in _NARROW)
            kind = ListKind(kept.get("kind", ListKind.ALL))
            return Query(kind, tag=tag, feed=feed, folder=folder, collection=collection)
        except (ValueError, AttributeError):
            return Query()

    def keep_list(self, query: Query) -> None:
        shown = {name: getattr(query, name) for name in ("kind", *_NARROW)}
        self._settings.setValue("list", json.dumps(shown))

    def last_tab(self) -> int:
        """The tab of the inspector that was shown."""
        return self._number("tab") or 0

    def keep_tab(self, tab: int) -> None:
        self._settings.setValue("tab", tab)

    def apart(self) -> list[int]:
        """The articles that had windows of their own."""
        names = str(self._settings.value("apart") or "").split(" ")
        return [int(name) for name in names if name.isascii() and name.isdigit()]

    def keep_apart(self, articles: list[int]) -> None:
        self._settings.setValue("apart", " ".join(map(str, articles)))

    def _number(self, name: str) -> int | None:
        try:
            return int(str(self._settings.value(name)))
        except ValueError:
            return None
