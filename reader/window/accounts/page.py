"""The page of accounts: which there are and how it goes with each; added, tested, synced and removed from here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.accounts import KINDS
from reader.article import tr
from reader.library import HeldAccount
from reader.window.accounts.telling import called, state_told
from reader.window.dialog_buttons import close_button
from reader.window.theme import SPACE


class AccountsPage(QDialog):
    """Shows the accounts and stays open while they are synced; what the reader asks for is told by its signals."""

    add_asked = Signal()
    change_asked = Signal(str)
    sync_asked = Signal(str)
    test_asked = Signal(str)
    remove_asked = Signal(str, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Accounts"))
        self.resize(620, 420)
        self._held: dict[str, HeldAccount] = {}
        self._busy: set[str] = set()
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Accounts"))
        self.list.setObjectName("accounts")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._show_buttons)
        self.empty = QLabel(
            tr("No account yet. “Add” connects FreshRSS, Miniflux, Tiny Tiny RSS, wallabag, Readeck, Karakeep, linkding or Readwise."),
            self,
        )  # fmt: skip
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setObjectName("empty")
        self.told = QLabel("", self)
        self.told.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 4 * SPACE)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.told)
        layout.addLayout(self._buttons())
        self.show_accounts([])

    def show_accounts(self, accounts: Sequence[HeldAccount], busy: Sequence[str] = ()) -> None:
        """Shows how it goes with each account, staying at the one that was chosen."""
        chosen = self.chosen()
        self._held = {held.key: held for held in accounts}
        self._busy = set(busy)
        self.list.blockSignals(True)
        self.list.clear()
        for held in accounts:
            item = QListWidgetItem(self._line(held), self.list)
            item.setData(Qt.ItemDataRole.UserRole, held.key)
        keys = list(self._held)
        self.list.setCurrentRow(keys.index(chosen) if chosen in keys else len(keys) - 1)
        self.list.blockSignals(False)
        self.list.setVisible(bool(accounts))
        self.empty.setVisible(not accounts)
        self._show_buttons()

    def chosen(self) -> str | None:
        """The key of the chosen account."""
        item = self.list.currentItem()
        return None if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def say(self, sentence: str) -> None:
        """Says what came of what was asked."""
        self.told.setText(sentence)

    def _line(self, held: HeldAccount) -> str:
        kind = KINDS.get(held.account.kind)
        first = " · ".join(
            part for part in (called(held.account), tr(kind.name) if kind else held.account.kind, held.account.user) if part
        )  # fmt: skip
        return f"{first}\n{tr('Syncing…') if held.key in self._busy else state_told(held)}"

    def _buttons(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        self.add, self.change, self.test, self.sync, self.remove = (
            QPushButton(name, self)
            for name in (tr("&Add…"), tr("&Change…"), tr("&Test"), tr("Sync &now"), tr("&Remove…"))
        )
        self.add.clicked.connect(self.add_asked)
        self.change.clicked.connect(lambda: self.change_asked.emit(self.chosen()))
        self.test.clicked.connect(lambda: self.test_asked.emit(self.chosen()))
        self.sync.clicked.connect(lambda: self.sync_asked.emit(self.chosen()))
        self.remove.clicked.connect(self._ask_removal)
        for button in (self.add, self.change, self.test, self.sync, self.remove):
            button.setAutoDefault(False)
            bar.addWidget(button)
        bar.addStretch()
        bar.addWidget(close_button(self))
        return bar

    def _show_buttons(self) -> None:
        chosen = self.chosen()
        for button in (self.change, self.test, self.remove):
            button.setEnabled(chosen is not None)
        self.sync.setEnabled(chosen is not None and chosen not in self._busy)

    def _ask_removal(self) -> None:
        chosen = self.chosen()
        if chosen is None:
            return
        box = QMessageBox(self)
        box.setWindowTitle(tr("Remove account"))
        box.setText(tr("Remove {name}? What lies there stays there.", name=called(self._held[chosen].account)))
        box.setInformativeText(tr("Articles with a bookmark, note, tag or highlight of yours stay in any case."))
        keep = box.addButton(tr("&Keep its articles"), QMessageBox.ButtonRole.AcceptRole)
        drop = box.addButton(tr("&Delete its articles"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(keep)
        box.exec()
        if box.clickedButton() in (keep, drop):
            self.remove_asked.emit(chosen, box.clickedButton() is drop)
