"""The command palette: type a few letters of a command's name, press Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.window.commands.registry import Command, Registry, matching, printed_keys

PADDING = 10


class Palette(QDialog):
    """Lists the commands that can be done now, the last used ones first; `chosen` is the one to do."""

    def __init__(self, registry: Registry, recent: list[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.chosen: Command | None = None
        self._recent = recent
        self._commands = [c for c in registry.commands if (c.enabled is None or c.enabled()) and c.id != "palette"]
        self._commands.sort(key=lambda c: recent.index(c.id) if c.id in recent else len(recent))
        self.setWindowTitle("Commands")
        self.setMinimumSize(520, 420)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Type a command…")
        self.field.setAccessibleName("Command")
        self.list = QListWidget(self)
        self.list.setAccessibleName("Commands")
        self.list.setItemDelegate(_Line(self.list))
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list.itemActivated.connect(self._accept)
        self.field.returnPressed.connect(self._accept)
        self._fill("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}
        ):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
            return True
        return super().eventFilter(watched, event)

    def _fill(self, words: str) -> None:
        self.list.clear()
        for command in matching(self._commands, words) if words else self._commands:
            keys = printed_keys(command.keys[0]) if command.keys else ""
            name = command.label() if command.label else command.name
            item = QListWidgetItem(f"{name}\t{keys}" if keys else name)
            item.setToolTip(command.description)
            item.setData(Qt.ItemDataRole.UserRole, command)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _accept(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen = item.data(Qt.ItemDataRole.UserRole)
            self.accept()


class _Line(QStyledItemDelegate):
    """A command's name on the left and its keys, quieter, on the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(0, size.height() + PADDING)

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.text = option.text.partition("\t")[0]

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        keys = str(index.data()).partition("\t")[2]
        painter.save()
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        box = option.rect.adjusted(0, 0, -PADDING, 0)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), keys)
        painter.restore()
