"""The page of keys: every command with its keys; other keys by pressing them, clashes told before they are taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.article import tr
from reader.window.commands.command import Command
from reader.window.commands.keys import is_letters, portable, printed_keys
from reader.window.commands.registry import Registry
from reader.window.dialog_buttons import close_button
from reader.window.search_field import SearchField

_ID = Qt.ItemDataRole.UserRole
Own = Mapping[str, tuple[str, ...]]


class KeysPage(QDialog):
    """`keep` saves the reader's own keys, by command; the registry tells when they are bound."""

    closed = Signal()

    def __init__(
        self, registry: Registry, own: Callable[[], Own], keep: Callable[[Own], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._registry, self._own, self._keep = registry, own, keep
        self.setWindowTitle(tr("Change keys"))
        self.resize(720, 640)
        self.field = SearchField(tr("Search commands"), tr("Search commands"), self)
        self.field.textChanged.connect(self._fill)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(tr("Commands"))
        self.list.setHeaderLabels([tr("Command"), tr("Keys"), tr("Works when")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.currentItemChanged.connect(lambda *_: self._look())
        self.edit = QKeySequenceEdit(self)
        for part in (self.edit, *self.edit.findChildren(QLineEdit)):  # it is the field inside that has the focus
            part.setAccessibleName(tr("New keys"))
        self.list.itemActivated.connect(lambda *_: self.edit.setFocus())
        self.edit.keySequenceChanged.connect(lambda *_: self._look())
        self.told = QLabel("", self, wordWrap=True)
        self.add = self._button(tr("Add these keys"), self.add_keys)
        self.clear = self._button(tr("Take all keys away"), self.clear_keys)
        self.back = self._button(tr("Standard keys"), self.reset_keys)
        line = QHBoxLayout()
        label = QLabel(tr("Press the new keys:"), self)
        label.setBuddy(self.edit)
        for widget in (label, self.edit, self.add):
            line.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addWidget(self.clear)
        buttons.addWidget(self.back)
        buttons.addStretch()
        buttons.addWidget(close_button(self))
        layout = QVBoxLayout(self)
        for part in (self.field, self.list):
            layout.addWidget(part)
        layout.addLayout(line)
        layout.addWidget(self.told)
        layout.addLayout(buttons)
        registry.keys_changed.connect(self._fill)
        self._fill()

    def _button(self, name: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(name, self)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    def command(self) -> Command | None:
        """The command whose keys are looked at."""
        item = self.list.currentItem()
        return self._registry.command(item.data(0, _ID)) if item is not None else None

    def choose(self, name: str) -> None:
        """Goes to the command with an id."""
        for at in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(at)
            if item is not None and item.data(0, _ID) == name:
                self.list.setCurrentItem(item)

    def add_keys(self) -> None:
        """Gives the chosen command the keys that were pressed, besides those that it has."""
        chosen, pressed = self.command(), self._pressed()
        if chosen is not None and pressed:
            others = [key for key in self._registry.keys(chosen) if key != pressed]
            self._keep({**self._own(), chosen.id: (*others, pressed)})
            self.edit.clear()

    def clear_keys(self) -> None:
        """Leaves the chosen command without keys; the palette and the menus still have it."""
        chosen = self.command()
        if chosen is not None:
            self._keep({**self._own(), chosen.id: ()})

    def reset_keys(self) -> None:
        """Gives the chosen command the keys of the chosen set again."""
        chosen = self.command()
        if chosen is not None:
            self._keep({name: keys for name, keys in self._own().items() if name != chosen.id})

    def _pressed(self) -> str:
        return portable(self.edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText))

    def _fill(self) -> None:
        chosen, words = self.command(), self.field.text()
        commands = self._registry.matching(words) if words else self._registry.commands
        self.list.clear()
        for each in commands:
            keys = ", ".join(printed_keys(key) for key in self._registry.keys(each))
            when = tr(each.needs.when) if each.needs.when else ""
            item = QTreeWidgetItem([tr(each.name), keys, when])
            item.setData(0, _ID, each.id)
            item.setToolTip(0, tr(each.description))
            spoken = f"{tr(each.name)}, {keys or tr('no keys')}"
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.list.addTopLevelItem(item)
        if chosen is not None:
            self.choose(chosen.id)
        first = self.list.topLevelItem(0)
        if self.command() is None and first is not None:
            self.list.setCurrentItem(first)
        self._look()

    def _look(self) -> None:
        """Says what would come of the keys that were pressed."""
        chosen, pressed = self.command(), self._pressed()
        self.add.setEnabled(chosen is not None and bool(pressed))
        self.clear.setEnabled(chosen is not None and bool(self._registry.keys(chosen)))
        self.back.setEnabled(chosen is not None and chosen.id in self._own())
        self.told.setText(self._sentence(chosen, pressed) if chosen is not None and pressed else "")

    def _sentence(self, chosen: Command, pressed: str) -> str:
        keys, other = printed_keys(pressed), self._registry.owner(pressed, chosen)
        if pressed in self._registry.keys(chosen):
            return tr("“{command}” has {keys} already.", command=tr(chosen.name), keys=keys)
        if other is not None:
            return tr(
                "{keys} clashes with “{command}”, which loses it when you add it here.",
                keys=keys,
                command=tr(other.name),
            )
        if is_letters(pressed) and not self._registry.keymap.letters:
            return tr(
                "{keys} is a letter: it acts only when single letters are switched on in the settings.", keys=keys
            )
        return tr("{keys} is free.", keys=keys)
