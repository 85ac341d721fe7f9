"""Choosing one of the reader's own names, of collections or tags, or making a new one: type a few letters, press Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem, QWidget

from reader.article import tr
from reader.window.chooser import Chooser
from reader.window.theme import SPACE


class NameChooser(Chooser):
    """`chosen` is the key and name that were chosen; the key is empty for a new name."""

    def __init__(self, title: str, question: str, names: Sequence[tuple[str, str]], new: bool, parent: QWidget) -> None:
        super().__init__(title, parent, question)
        self._names, self._new = names, new
        self.chosen: tuple[str, str] | None = None
        self.setMinimumSize(105 * SPACE, 85 * SPACE)
        self.field.setMaxLength(100)
        self.fill("")

    def fill(self, words: str) -> None:
        self.list.clear()
        wanted = " ".join(words.split())
        for key, name in self._names:
            if wanted.casefold() in name.casefold():
                self._add(name, key, name)
        known = any(name.casefold() == wanted.casefold() for _, name in self._names)
        if self._new and wanted and not known:
            self._add(tr("New: “{name}”", name=wanted), "", wanted)
        self.list.setCurrentRow(0)

    def _add(self, shown: str, key: str, name: str) -> None:
        item = QListWidgetItem(shown, self.list)
        item.setData(Qt.ItemDataRole.UserRole, [key, name])

    def take(self, item: QListWidgetItem) -> None:
        key, name = item.data(Qt.ItemDataRole.UserRole)
        self.chosen = (key, name)


def choose_named(
    parent: QWidget, title: str, question: str, names: Sequence[tuple[str, str]], *, new: bool = False
) -> tuple[str, str] | None:
    """Asks for one of `names` (key, name); with `new` a name that is typed may be one that there is not yet.

    None where the reader presses Escape; a new name comes with an empty key.
    """
    dialog = NameChooser(title, question, names, new, parent)
    dialog.exec()
    chosen = dialog.chosen
    dialog.deleteLater()
    return chosen
