"""Dialogs for feeds: which of a site's feeds to subscribe to, how one is read, which addresses wait."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.article import FoundFeed, host_of, mark, tr, typed_address
from reader.article.dates_told import told_moment
from reader.library import Feed, FullText, Subscription, Wanted

EVERY = (
    (None, mark("As often as it has news")), (15, mark("Every quarter of an hour")), (60, mark("Every hour")),
    (360, mark("Every six hours")), (1440, mark("Once a day")), (10_080, mark("Once a week")),
)  # fmt: skip
FULL_TEXTS = (
    (FullText.AUTO, mark("Where the feed gives only the beginning")), (FullText.ALWAYS, mark("Always")),
    (FullText.NEVER, mark("Never")),
)  # fmt: skip


class ChooseFeeds(QDialog):
    """Which of a site's feeds to subscribe to, and into which folder."""

    def __init__(self, site: str, feeds: Sequence[FoundFeed], folders: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Add feed"))
        self.resize(520, 320)
        self.feeds = QListWidget(self)
        self.feeds.setAccessibleName(tr("Feeds of {site}", site=site))
        for number, feed in enumerate(feeds):
            item = QListWidgetItem(f"{feed.title}\n{feed.url}" if feed.title else feed.url, self.feeds)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if number == 0 else Qt.CheckState.Unchecked)
            item.setData(Qt.ItemDataRole.UserRole, feed.url)
        self.feeds.setCurrentRow(0)
        self.folder = QComboBox(self)
        self.folder.setEditable(True)
        self.folder.addItems(["", *folders])
        self.folder.setAccessibleName(tr("Folder"))
        form = QFormLayout()
        form.addRow(tr("&Folder"), self.folder)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(tr("{site} has these feeds. Space chooses, Enter adds.", site=site), self))
        layout.addWidget(self.feeds)
        layout.addLayout(form)
        layout.addWidget(_buttons(self))

    def chosen(self) -> list[str]:
        """The addresses that were chosen."""
        items = [self.feeds.item(row) for row in range(self.feeds.count())]
        return [
            str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() == Qt.CheckState.Checked
        ]


class FeedSettings(QDialog):
    """How one feed is read."""

    def __init__(self, feed: Feed, folders: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._feed = feed
        held = feed.subscription
        self.setWindowTitle(feed.title)
        self.setMinimumWidth(460)
        self.title = QLineEdit(held.title, self)
        self.title.setPlaceholderText(feed.title)
        self.url = QLineEdit(held.url, self)
        self.folder = QComboBox(self)
        self.folder.setEditable(True)
        self.folder.addItems(["", *folders])
        self.folder.setCurrentText(held.folder)
        self.every = _choice(EVERY, held.every_minutes, self)
        self.full_text = _choice(FULL_TEXTS, held.full_text, self)
        self.paused = QCheckBox(tr("&Paused: not asked by itself"), self)
        self.paused.setChecked(held.paused)
        form = QFormLayout()
        form.addRow(tr("&Name"), self.title)
        form.addRow(tr("&Folder"), self.folder)
        form.addRow(tr("&Address"), self.url)
        form.addRow(tr("Ask for &news"), self.every)
        form.addRow(tr("Fetch the &whole text"), self.full_text)
        form.addRow("", self.paused)
        told = QLabel(state_of(feed), self)
        told.setWordWrap(True)
        told.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(told)
        layout.addWidget(_buttons(self))

    def wanted(self) -> Subscription:
        """The feed as it is wanted now; UnreadableInput where its address is none."""
        held = self._feed.subscription
        url = self.url.text().strip()
        if url != held.url:
            url = typed_address(url)
        return replace(
            held,
            title=self.title.text().strip(),
            url=url,
            typed=held.typed if url == held.url else host_of(url),
            folder=self.folder.currentText().strip(),
            every_minutes=self.every.currentData(),
            full_text=FullText(self.full_text.currentData()),
            paused=self.paused.isChecked(),
        )


class Waiting(QDialog):
    """The addresses that wait to be fetched, each with why; those that stay chosen are wanted on."""

    def __init__(self, waiting: Sequence[Wanted], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Waiting addresses"))
        self.resize(560, 320)
        self.addresses = QListWidget(self)
        self.addresses.setAccessibleName(tr("Waiting addresses"))
        for wanted in waiting:
            item = QListWidgetItem(f"{wanted.url}\n{wanted.asked.fault or tr('It is fetched next.')}", self.addresses)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(Qt.ItemDataRole.UserRole, wanted.key)
        self.addresses.setCurrentRow(0)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(tr("Enter fetches these now. Space lets one go, and it waits no longer."), self))
        layout.addWidget(self.addresses)
        layout.addWidget(_buttons(self))

    def let_go(self) -> tuple[str, ...]:
        """The keys of those that are not wanted any longer."""
        items = [self.addresses.item(row) for row in range(self.addresses.count())]
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() != Qt.CheckState.Checked
        )


def state_of(feed: Feed) -> str:
    """How it goes with a feed, in sentences."""
    told = [feed.asked.fault or "", feed.notice]
    if feed.asked.succeeded_at is not None:
        told.append(tr("Last read {moment}.", moment=told_moment(feed.asked.succeeded_at.astimezone())))
    if feed.asked.gives_up:
        told.append(tr("It is not asked by itself any more; “Refresh feed” asks it again."))
    elif feed.asked.next_at is not None and not feed.subscription.paused:
        told.append(tr("Asked again {moment}.", moment=told_moment(feed.asked.next_at.astimezone())))
    return " ".join(part for part in told if part) or tr("It was not asked yet.")


def _choice(choices: Sequence[tuple[object, str]], chosen: object, parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    for value, name in choices:
        box.addItem(tr(name), value)
    known = [value for value, _ in choices]
    if chosen not in known:
        box.addItem(tr("Every {n} minutes", n=chosen), chosen)
        known.append(chosen)
    box.setCurrentIndex(known.index(chosen))
    return box


def _buttons(dialog: QDialog) -> QDialogButtonBox:
    kinds = QDialogButtonBox.StandardButton
    buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, dialog)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons
