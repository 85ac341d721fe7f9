"""What was deleted in the last thirty days: articles, notes, highlights, tags, collections…, each to be brought back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.article import counted, mark, tr
from reader.article.dates_told import told_moment
from reader.library import Change, Deleted, RestoreDeleted, Row, Untrash
from reader.window.dialog_buttons import without_default
from reader.window.organising.told_lines import ToldLines, roomy
from reader.window.theme import SPACE, Theme

KEPT_DAYS = 30
WHAT = {
    "note": mark("Note"),
    "highlight": mark("Highlight"),
    "bookmark": mark("Bookmark"),
    "tag": mark("Tag"),
    "collection": mark("Collection"),
    "search": mark("Saved search"),
    "rule": mark("Rule"),
}


@dataclass(frozen=True)
class Gone:
    """One line: what it was, its words, when it was deleted (None where that is not known), what brings it back."""

    what: str
    name: str
    at: datetime | None
    back: Change


def gone_things(trashed: Sequence[Row], deleted: Sequence[Deleted]) -> list[Gone]:
    """What can be brought back: what else was deleted newest first, then the articles in the trash."""
    made = []
    for each in deleted:
        on = f"{each.name}  ·  {each.title}" if each.title else each.name
        made.append(Gone(tr(WHAT.get(each.what, each.what.capitalize())), on, each.at, RestoreDeleted(each.key)))
    return [*made, *(Gone(tr("Article"), row.title, None, Untrash((row.id,))) for row in trashed)]


def told(gone: Gone, now: datetime) -> str:
    """A line in words: what, its name, and how long it can still be brought back."""
    if gone.at is None:
        return f"{gone.what}: {gone.name}\n{tr('In the trash')}"
    left = max(0, KEPT_DAYS - (now - gone.at).days)
    kept = counted(left, "kept for {n} more day", "kept for {n} more days")
    return f"{gone.what}: {gone.name}\n" + tr(
        "Deleted {when}, {kept}", when=told_moment(gone.at.astimezone()), kept=kept
    )


class RecentlyDeleted(QDialog):
    """A list to search; Enter brings the chosen line back by `restore`, which says whether it could."""

    def __init__(
        self, read: Callable[[], list[Gone]], restore: Callable[[Change], bool], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._read, self._restore = read, restore
        self._gone: list[Gone] = []
        self.setWindowTitle(tr("Recently deleted"))
        self.resize(150 * SPACE, 120 * SPACE)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("Search what was deleted"))
        self.field.setAccessibleName(tr("Search what was deleted"))
        self.list = ToldLines(theme, tr("Recently deleted"), self)
        self.said = QLabel("", self)
        self.said.setObjectName("quiet")
        self.said.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        self.button = buttons.addButton(tr("&Bring back"), QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Close)
        without_default(buttons)
        layout = roomy(QVBoxLayout(self))
        for widget in (self.field, self.list, self.said, buttons):
            layout.addWidget(widget)
        self.field.textChanged.connect(self._fill)
        self.field.returnPressed.connect(self.list.setFocus)
        self.list.itemActivated.connect(self._bring_back)
        self.button.clicked.connect(self._bring_back)
        buttons.rejected.connect(self.reject)
        self.renew()
        self.list.setFocus()

    def renew(self) -> None:
        """Reads the list anew."""
        self._gone = self._read()
        self._fill()

    def _fill(self) -> None:
        row, words = self.list.currentRow(), self.field.text().casefold().split()
        self.list.clear()
        now = datetime.now().astimezone()
        for at, gone in enumerate(self._gone):
            line = told(gone, now)
            if all(word in line.casefold() for word in words):
                item = QListWidgetItem(line, self.list)
                item.setData(Qt.ItemDataRole.UserRole, at)
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self.button.setEnabled(self.list.count() > 0)
        nothing = tr("Nothing was deleted in the last {n} days. What you delete waits here that long.", n=KEPT_DAYS)
        self.said.setText(tr("Enter brings the chosen line back.") if self._gone else nothing)

    def _bring_back(self) -> None:
        item = self.list.currentItem()
        if item is not None and self._restore(self._gone[item.data(Qt.ItemDataRole.UserRole)].back):
            self.renew()
