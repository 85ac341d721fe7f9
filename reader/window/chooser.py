"""Choosing one of many: type a few letters, go up and down, press Enter."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader.window.theme import WIDE

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Chooser(QDialog):
    """A field, and below it what its words find. The arrow keys move in the list while the field has the focus.

    `question` stands above the field where there is one. A subclass fills the list when it is ready for it.
    """

    def __init__(self, title: str, parent: QWidget, question: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        if question:
            layout.addWidget(QLabel(question, self, wordWrap=True))
        self.field = QLineEdit(self)
        self.field.setAccessibleName(question or title)
        self.list = QListWidget(self)
        self.list.setObjectName("told")
        self.list.setAccessibleName(title)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.field.textChanged.connect(self.fill)
        self.field.returnPressed.connect(self._take_current)
        self.field.installEventFilter(self)
        self.list.itemActivated.connect(self._take_current)

    @abstractmethod
    def fill(self, words: str) -> None:
        """Lists what the words find, the likeliest first and chosen."""

    @abstractmethod
    def take(self, item: QListWidgetItem) -> None:
        """Keeps what was chosen."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _STEPS:
            row = self.list.currentRow() + _STEPS[Qt.Key(event.key())]
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
            return True
        return super().eventFilter(watched, event)

    def _take_current(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.take(item)
            self.accept()
