"""Several things done to several articles at once: chosen, told beforehand what they would change, undone as one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reader.article import LibraryError, counted, mark, tr
from reader.library import (
    QUEUE,
    Change,
    PutInCollection,
    SetArchived,
    SetBookmarked,
    SetRead,
    Tag,
    Together,
    Trash,
)
from reader.window.organising.told_lines import ToldLines, fields, roomy
from reader.window.theme import SPACE, Theme

PREVIEW_MS = 200
MOST_LISTED = 200
STATES = (
    (mark("&Read"), mark("mark as read"), mark("mark as unread"), SetRead),
    (mark("&Bookmark"), mark("bookmark"), mark("take the bookmark away"), SetBookmarked),
    (mark("A&rchive"), mark("archive"), mark("take out of the archive"), SetArchived),
)


@dataclass(frozen=True)
class Target:
    """The articles to change, and their headlines."""

    name: str
    titles: Sequence[tuple[int, str]]


def names_in(text: str) -> tuple[str, ...]:
    """The names in a list with commas between."""
    return tuple(dict.fromkeys(name for part in text.split(",") if (name := " ".join(part.split()))))


class ChangeMany(QDialog):
    """`change` is what was chosen. `preview` says which articles a change would touch."""

    def __init__(
        self,
        targets: Sequence[Target],
        collections: Sequence[tuple[str, str]],
        preview: Callable[[Change], frozenset[int]],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._targets, self._preview = targets, preview
        self.change: Change | None = None
        self.setWindowTitle(tr("Change several articles"))
        self.resize(140 * SPACE, 140 * SPACE)
        self.which = QComboBox(self)
        for target in targets:
            self.which.addItem(target.name)
        self.add, self.remove = QLineEdit(self), QLineEdit(self)
        self.add.setPlaceholderText(tr("storm, news/local"))
        self.collection = QComboBox(self)
        self.collection.addItem(tr("no collection"))
        for key, name in (*collections, (QUEUE, tr("Reading queue"))):
            self.collection.addItem(name, key)
        form = fields()
        form.addRow(tr("&Change"), self.which)
        form.addRow(tr("Add &tags"), self.add)
        form.addRow(tr("Take tags &off"), self.remove)
        form.addRow(tr("&Put into"), self.collection)
        self.states: list[QComboBox] = []
        for label, on, off, _ in STATES:
            box = QComboBox(self)
            for name, value in ((tr("no change"), None), (tr(on), True), (tr(off), False)):
                box.addItem(name, value)
            form.addRow(tr(label), box)
            self.states.append(box)
        self.trash = QComboBox(self)
        for name, value in ((tr("no change"), False), (tr("put into the trash"), True)):
            self.trash.addItem(name, value)
        form.addRow(tr("&Delete"), self.trash)
        self.said = QLabel("", self)
        self.said.setWordWrap(True)
        self.said.setObjectName("quiet")
        self.listed = ToldLines(theme, tr("Articles that change"), self, headlines=True)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = roomy(QVBoxLayout(self))
        layout.addLayout(form)
        layout.addWidget(self.said)
        layout.addWidget(self.listed, 1)
        layout.addWidget(self.buttons)
        self._waiting = QTimer(self, interval=PREVIEW_MS, singleShot=True)
        self._waiting.timeout.connect(self._show)
        for field in (self.add, self.remove):
            field.textChanged.connect(lambda _text: self._waiting.start())
        for box in (self.which, self.collection, *self.states, self.trash):
            box.currentIndexChanged.connect(lambda _index: self._waiting.start())
        self._show()
        self.add.setFocus()

    def wanted(self) -> Change | None:
        """What the fields say; None where they say nothing."""
        ids = tuple(number for number, _ in self._target().titles)
        parts: list[Change] = []
        add, remove = names_in(self.add.text()), names_in(self.remove.text())
        if add or remove:
            parts.append(Tag(ids, add, remove))
        if self.collection.currentData():
            parts.append(PutInCollection(self.collection.currentData(), ids))
        for box, (_, _, _, change) in zip(self.states, STATES, strict=True):
            if box.currentData() is not None:
                parts.append(change(ids, box.currentData()))
        if self.trash.currentData():
            parts.append(Trash(ids))
        if not parts or not ids:
            return None
        said = counted(len(ids), "Change {n} article", "Change {n} articles")
        return parts[0] if len(parts) == 1 else Together(said, tuple(parts))

    def accept(self) -> None:
        self._show()
        if self.change is not None:
            super().accept()

    def _target(self) -> Target:
        return self._targets[max(0, self.which.currentIndex())]

    def _show(self) -> None:
        """Says which articles would change, and how many of them."""
        self._waiting.stop()
        target = self._target()
        self.listed.clear()
        self.change = self.wanted()
        touched: frozenset[int] = frozenset()
        if self.change is None:
            said = tr("Choose what is to be done.")
        else:
            try:
                touched = self._preview(self.change)
                said = _told(len(touched), len(target.titles))
            except LibraryError as error:
                self.change, said = None, str(error)
        titles = [title for number, title in target.titles if number in touched]
        self.listed.addItems(titles[:MOST_LISTED])
        if len(titles) > MOST_LISTED:
            self.listed.addItem(tr("… and {n} more", n=len(titles) - MOST_LISTED))
        if not touched:
            self.change = None
        self.said.setText(said)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.change is not None)


def _told(touched: int, of: int) -> str:
    if not touched:
        return tr("This changes nothing: all of them are so already.")
    if touched == of:
        return counted(of, "This article changes. ", "All {n} articles change. ") + tr("One undo takes it all back.")
    return tr("{n} of {all} articles change. One undo takes it all back.", n=touched, all=of)
