"""Choosing one of the reader's own names, of collections or tags, or making a new one: type a few letters, press Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.article import tr
from reader.window.theme import SPACE


class NameChooser(QDialog):
    """`chosen` is the key and name that were chosen; the key is empty for a new name."""

    def __init__(self, title: str, question: str, names: Sequence[tuple[str, str]], new: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._names, self._new = names, new
        self.chosen: tuple[str, str] | None = None
        self.setWindowTitle(title)
        self.setMinimumSize(105 * SPACE, 85 * SPACE)
        said = QLabel(question, self)
        said.setWordWrap(True)
        self.field = QLineEdit(self)
        self.field.setMaxLength(100)
        self.field.setAccessibleName(question)
        self.list = QListWidget(self)
        self.list.setAccessibleName(title)
        layout = QVBoxLayout(self)
        for widget in (said, self.field, self.list):
            layout.addWidget(widget)
        self.field.textChanged.connect(self._fill)
        self.field.returnPressed.connect(self._take)
        self.field.installEventFilter(self)
        self.list.itemActivated.connect(self._take)
        self._fill("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None:
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
        return super().eventFilter(watched, event)

    def _fill(self, typed: str) -> None:
        self.list.clear()
        wanted = " ".join(typed.split())
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

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            key, name = item.data(Qt.ItemDataRole.UserRole)
            self.chosen = (key, name)
            self.accept()


def without_default(buttons: QDialogButtonBox) -> None:
    """Lets Enter mean what it means in a dialog's lists: no button takes it too."""
    for button in buttons.buttons():
        if isinstance(button, QPushButton):
            button.setAutoDefault(False)


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
