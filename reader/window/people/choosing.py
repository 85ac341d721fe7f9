"""Choosing somebody of the library: type a few letters of a name, press Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader.article import EntityKind, tr
from reader.library import Library, ThingRow
from reader.window.people.content import spoken_row

MOST = 40
_ALL = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.GROUP)


class _Chooser(QDialog):
    def __init__(
        self, library: Library, title: str, question: str, first: list[ThingRow], leave_out: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._library, self._first, self._leave_out = library, first, leave_out
        self.chosen: ThingRow | None = None
        self.setWindowTitle(title)
        self.setMinimumSize(460, 380)
        label = QLabel(question, self, wordWrap=True)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("Type a name…"))
        self.field.setAccessibleName(question)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("People found"))
        layout = QVBoxLayout(self)
        for widget in (label, self.field, self.list):
            layout.addWidget(widget)
        self.field.textChanged.connect(self._fill)
        self.field.returnPressed.connect(self._take)
        self.field.installEventFilter(self)
        self.list.itemActivated.connect(self._take)
        self._fill("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        arrows = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in arrows:
            row = self.list.currentRow() + arrows[Qt.Key(event.key())]
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
            return True
        return super().eventFilter(watched, event)

    def _fill(self, words: str) -> None:
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

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen = item.data(Qt.ItemDataRole.UserRole)
            self.accept()


def choose_thing(
    parent: QWidget, library: Library, title: str, question: str, first: list[ThingRow], leave_out: int
) -> ThingRow | None:
    """Asks the reader for somebody; `first` are shown before a letter is typed. None where they press Escape."""
    dialog = _Chooser(library, title, question, first, leave_out, parent)
    dialog.exec()
    chosen = dialog.chosen
    dialog.deleteLater()
    return chosen
