"""The guide over the window's columns: its contents and a search over all headings on the left, the page beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from reader.article import tr
from reader.window.columns import headed_column
from reader.window.guide.page import GuidePage
from reader.window.guide.pages import Entry, Heading, contents, headings, matching, start, target
from reader.window.inspector.cards import Card, Cards, esc
from reader.window.search_field import SearchField
from reader.window.theme import SPACE, Theme

if TYPE_CHECKING:
    from reader.window.main_window import MainWindow

_ALT, _NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
MOST_BACK = 50


class GuideView(QWidget):
    """`closed` when the reader goes back to the articles; `told` carries a sentence for them."""

    closed = Signal()
    told = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._back: list[tuple[Entry, int]] = []
        self._found: list[Heading] = []
        self.search = SearchField(tr("Search the guide"), tr("Search the guide"), self)
        self.list = Cards(theme, tr("Contents"), self)
        self.nothing = QLabel(tr("No heading has these words."), self)
        self.nothing.setObjectName("empty")
        self.nothing.setWordWrap(True)
        self.nothing.setContentsMargins(4 * SPACE, 2 * SPACE, 4 * SPACE, 2 * SPACE)
        self.page = GuidePage(theme, self)
        self.back_button = QPushButton(tr("Back"), self)
        self.back_button.setToolTip(tr("To the page before (Alt+Left)"))
        self.close_button = QPushButton(tr("Close"), self)
        self.close_button.setToolTip(tr("Back to the articles (Esc)"))
        self._build()
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self._into_list)
        self.list.chosen.connect(self._come_to)
        self.list.activated_key.connect(lambda _key: self.page.setFocus())
        self.page.asked.connect(self.follow)
        self.back_button.clicked.connect(self.back)
        self.close_button.clicked.connect(self.closed)
        for widget in (self.search, self.list, self.page, self.back_button, self.close_button):
            widget.installEventFilter(self)
        theme.changed.connect(lambda: self._fill(self.search.text()))
        self._fill("")
        self._show(start())

    # ---- Going

    def come_to(self, entry: Entry, anchor: str = "") -> None:
        """Shows a page, from which one key leads back."""
        if self.page.entry is not None and (self.page.entry != entry or anchor):
            self._back = [*self._back[-MOST_BACK:], (self.page.entry, self.page.place())]
        self._show(entry, anchor)

    def follow(self, link: str) -> None:
        """Follows a link of the page that is shown."""
        assert self.page.entry is not None
        found = target(self.page.entry.path, link)
        if found is not None:
            self.come_to(*found)
            self.page.setFocus()
        else:
            self.told.emit(tr("This leads out of the guide: {link}", link=link))

    def back(self) -> None:
        """Goes to the page before; from the first back to the articles."""
        if not self._back:
            self.closed.emit()
            return
        entry, place = self._back.pop()
        self._show(entry)
        self.page.set_place(place)
        self.page.setFocus()

    def _show(self, entry: Entry, anchor: str = "") -> None:
        if self.page.entry == entry and self.page.document().characterCount() > 1:
            self.page.go_to(anchor)
        else:
            self.page.show_page(entry, anchor)
        if not self.search.text():
            self.list.choose(str(entry.path), tell=False)

    # ---- The list

    def _fill(self, words: str) -> None:
        if words.strip():
            self._found = matching(words, headings())
            cards = [self._hit_card(number, heading) for number, heading in enumerate(self._found)]
        else:
            cards = self._content_cards()
        self.list.show_cards(cards)
        self.nothing.setVisible(not cards)
        if not words.strip() and self.page.entry is not None:
            self.list.choose(str(self.page.entry.path), tell=False)

    def _come_to(self, key: str) -> None:
        if key.isdigit():
            heading = self._found[int(key)]
            self.come_to(heading.page, heading.anchor if heading.level > 1 else "")
            return
        entry = next((each for each in (start(), *contents()) if str(each.path) == key), None)
        if entry is not None and entry != self.page.entry:
            self.come_to(entry)

    def _content_cards(self) -> list[Card]:
        cards = [self._page_card(start())]
        section = ""
        for entry in contents():
            if entry.section != section:
                section = entry.section
                cards.append(Card("", f'<div class="strong">{esc(section)}</div>', section, heading=True))
            cards.append(self._page_card(entry))
        return cards

    def _page_card(self, entry: Entry) -> Card:
        return self._card(str(entry.path), entry.title, entry.sentence, f"{entry.title}. {entry.sentence}")

    def _hit_card(self, number: int, heading: Heading) -> Card:
        below = heading.page.sentence if heading.level == 1 else heading.page.title
        return self._card(str(number), heading.words, below, f"{heading.words}, {heading.page.title}")

    def _card(self, key: str, words: str, below: str, spoken: str) -> Card:
        small = f'<br><small style="color:{self._theme.colours.muted}">{esc(below)}</small>' if below else ""
        return Card(key, f"{esc(words)}{small}", spoken)

    def _into_list(self) -> None:
        keys = self.list.keys()
        if keys:
            self.list.setFocus()
            self.list.choose(keys[0])

    # ---- Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the guide go before those of the window, which mean the articles."""
        if isinstance(event, QKeyEvent) and event.type() in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}:
            act = self._deed_of(watched, event)
            if act is not None:
                if event.type() == QEvent.Type.KeyPress:
                    act()
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _deed_of(self, watched: QObject, event: QKeyEvent) -> Callable[[], None] | None:
        key, modifiers = event.key(), event.modifiers()
        if key == Qt.Key.Key_Escape:
            return self._quiet
        if (key, modifiers) == (Qt.Key.Key_Left, _ALT) or event.matches(QKeySequence.StandardKey.Back):
            return self.back if watched is not self.search or modifiers == _ALT else None
        if event.matches(QKeySequence.StandardKey.Find) or (key == Qt.Key.Key_Slash and watched is not self.search):
            return self._search
        if key in {Qt.Key.Key_F6, Qt.Key.Key_F1}:
            return self._other_pane
        if watched is self.search and (key, modifiers) == (Qt.Key.Key_Down, _NONE):
            return self._into_list
        return None

    def _quiet(self) -> None:
        if self.search.text():
            self.search.clear()
            self.list.setFocus()
        else:
            self.closed.emit()

    def _search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _other_pane(self) -> None:
        (self.list if self.page.hasFocus() else self.page).setFocus()

    # ---- How it looks

    def _build(self) -> None:
        side, column = headed_column(self, self.search, self.back_button, self.close_button)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.setHandleWidth(1)
        parts.setChildrenCollapsible(False)
        for widget, stretch in ((side, 0), (self.page, 1)):
            parts.addWidget(widget)
            parts.setStretchFactor(parts.count() - 1, stretch)
        parts.setSizes([360, 900])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(parts)


def open_guide(window: MainWindow) -> GuideView:
    """Shows the guide in the place of the window's columns; closing it brings back what was there, and its focus."""
    guide = window.findChild(GuideView)
    if guide is None:
        centre = window.centralWidget()
        layout = centre.layout() if centre is not None else None
        assert centre is not None and layout is not None
        guide = GuideView(window.theme, centre)
        layout.addWidget(guide)
        guide.hide()
        guide.told.connect(window.say)
        guide.closed.connect(lambda: _close(window, guide))
    if guide.isHidden():
        guide.setProperty("before", QApplication.focusWidget())
        window.columns.hide()
        guide.show()
    guide.page.setFocus()
    return guide


def _close(window: MainWindow, guide: GuideView) -> None:
    if guide.isHidden():
        return
    guide.hide()
    window.columns.show()
    before = guide.property("before")
    if isinstance(before, QWidget) and before.isVisible():
        before.setFocus()
    else:
        window.articles.setFocus()
