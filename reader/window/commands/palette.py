"""The command palette: type a few letters of a command's name, press Enter."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.article import tr
from reader.window.chooser import Chooser
from reader.window.commands.command import Command
from reader.window.commands.keys import printed_keys
from reader.window.commands.registry import Registry

PADDING = 10


class Palette(Chooser):
    """Lists the commands, those used last first and those that cannot be done now last; `chosen` is the one to do."""

    def __init__(self, registry: Registry, recent: list[str], parent: QWidget) -> None:
        super().__init__(tr("Commands"), parent)
        self.chosen: Command | None = None
        self._registry = registry
        self._able = {command.id for command in registry.commands if registry.can(command)}
        self._recent = {name: -len(recent) + at for at, name in enumerate(recent)}
        self.setMinimumSize(520, 420)
        self.field.setPlaceholderText(tr("Type a command…"))
        self.field.setAccessibleName(tr("Command"))
        self.list.setItemDelegate(_Line(self.list))
        self.fill("")

    def fill(self, words: str) -> None:
        """What can be done comes first; without words, what was used last before all else."""
        registry = self._registry
        commands = (
            registry.matching(words) if words else sorted(registry.commands, key=lambda c: self._recent.get(c.id, 0))
        )
        self.list.clear()
        for command in sorted(commands, key=lambda c: c.id not in self._able):
            if command.id == "palette":
                continue
            keys = registry.keys(command)
            name = registry.title(command)
            item = QListWidgetItem(f"{name}\t{printed_keys(keys[0])}" if keys else name)
            item.setToolTip(tr(command.description))
            item.setData(Qt.ItemDataRole.UserRole, command)
            spoken = ", ".join([name, *map(printed_keys, keys[:1]), tr(command.description)])
            if command.id not in self._able:
                item.setForeground(self.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text))
                item.setToolTip(tr(command.needs.missing))
                spoken = f"{name}, {tr('not now')}: {tr(command.needs.missing)}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def take(self, item: QListWidgetItem) -> None:
        self.chosen = item.data(Qt.ItemDataRole.UserRole)


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
