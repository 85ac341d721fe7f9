"""Choosing somebody of the library: type a few letters of a name, press Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem, QWidget

from reader.article import EntityKind, tr
from reader.library import Library, ThingRow
from reader.window.chooser import Chooser
from reader.window.people.content import spoken_row

MOST = 40
_ALL = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.GROUP)


class _ThingChooser(Chooser):
    def __init__(
        self, library: Library, title: str, question: str, first: list[ThingRow], leave_out: int, parent: QWidget
    ) -> None:
        super().__init__(title, parent, question)
        self._library, self._first, self._leave_out = library, first, leave_out
        self.chosen: ThingRow | None = None
        self.setMinimumSize(460, 380)
        self.field.setPlaceholderText(tr("Type a name…"))
        self.list.setAccessibleName(tr("People found"))
        self.fill("")

    def fill(self, words: str) -> None:
        self.list.clear()
        found = self._first
        if words.strip():
            found = [row for kind in _ALL for row in self._library.people.rows(kind, words, limit=MOST)]
        for row in found:
            if row.id == self._leave_out:
                continue
            item = QListWidgetItem(spoken_row(row))
            item.setData(Qt.ItemDataRole.UserRole, row)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def take(self, item: QListWidgetItem) -> None:
        self.chosen = item.data(Qt.ItemDataRole.UserRole)


def choose_thing(
    parent: QWidget, library: Library, title: str, question: str, first: list[ThingRow], leave_out: int
) -> ThingRow | None:
    """Asks the reader for somebody; `first` are shown before a letter is typed. None where they press Escape."""
    dialog = _ThingChooser(library, title, question, first, leave_out, parent)
    dialog.exec()
    chosen = dialog.chosen
    dialog.deleteLater()
    return chosen
