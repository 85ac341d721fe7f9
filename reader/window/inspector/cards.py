"""A list of cards: a few lines of type each, chosen by mouse or arrow keys, read by screen readers as plain text."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
    QStandardItem,
    QStandardItemModel,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.window.theme import FOCUS_WIDTH, SPACE, Theme, paint_choice

_HTML = Qt.ItemDataRole.UserRole + 1
_KEY = Qt.ItemDataRole.UserRole + 2
_HEADING = Qt.ItemDataRole.UserRole + 3
Index = QModelIndex | QPersistentModelIndex

MOST_DOCUMENTS, MOST_HEIGHTS = 60, 4_000
"""So many cards are kept set for painting, and of so many the height is remembered: setting one takes a millisecond."""
_COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True)
class Card:
    """`markup` is our own, with every foreign text escaped by `esc`; `spoken` is what a screen reader says."""

    key: str
    markup: str
    spoken: str
    heading: bool = False


def esc(text: str) -> str:
    """`text` as it may stand in a card's markup."""
    return html.escape(text)


class Cards(QListView):
    """`chosen` carries the key of the card that the reader chose; `activated_key` that of one pressed with Enter."""

    chosen = Signal(str)
    activated_key = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._quiet = False
        self._make: Callable[[], Sequence[Card]] | None = None
        self._give: Callable[[str], QMimeData | None] | None = None
        self.setAccessibleName(name)
        self.setModel(QStandardItemModel(self))
        self.setItemDelegate(_CardDelegate(theme, self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWordWrap(True)  # else a change of width alone, by a scroll bar or the splitter, leaves the old heights
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._told)
        self.clicked.connect(self._told)
        self.activated.connect(lambda index: self.activated_key.emit(index.data(_KEY) or ""))

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Shows these cards; the one chosen before stays chosen if it is still there."""
        self._make = None
        key = self.current_key()
        self._quiet = True
        model = QStandardItemModel(self)
        for card in cards:
            model.appendRow(_item(card))
        before = self.model()
        self.setModel(model)
        before.deleteLater()
        self.selectionModel().currentChanged.connect(self._told)
        self._quiet = False
        self.choose(key, tell=False)

    def show_later(self, make: Callable[[], Sequence[Card]]) -> None:
        """Shows the cards that `make` gives, once somebody looks: lists that are not in sight cost nothing."""
        self._make = make
        if self.isVisible():
            self._look()

    def _look(self) -> None:
        if self._make is not None:
            self.show_cards(self._make())

    def model(self) -> QStandardItemModel:
        self._look()
        model = super().model()
        assert isinstance(model, QStandardItemModel)
        return model

    def showEvent(self, event: QShowEvent) -> None:
        self._look()
        super().showEvent(event)

    def add_cards(self, cards: Sequence[Card]) -> None:
        """Shows more cards below the others."""
        model = self.model()
        for card in cards:
            model.appendRow(_item(card))

    def let_drag(self, give: Callable[[str], QMimeData | None]) -> None:
        """Lets cards be dragged into other programs, which get what `give` makes of their key."""
        self._give = give
        self.setDragEnabled(True)
        self.setDragDropMode(QListView.DragDropMode.DragOnly)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        mime = self._give(self.current_key()) if self._give is not None else None
        if mime is not None:
            drag = QDrag(self)
            drag.setMimeData(mime)
            drag.exec(Qt.DropAction.CopyAction)

    def chosen_keys(self) -> list[str]:
        """The keys of all chosen cards, where several may be chosen."""
        return [index.data(_KEY) for index in self.selectionModel().selectedIndexes()]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and not self.currentIndex().isValid():  # no card shows that the focus is here
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(self._theme.colours.accent), FOCUS_WIDTH))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -2, -2))
            painter.end()

    def current_key(self) -> str:
        """The key of the chosen card, empty if none is."""
        if self.currentIndex().isValid():
            self._look()  # the card may be gone
        return self.currentIndex().data(_KEY) or ""

    def current_words(self) -> str:
        """What a screen reader says of the chosen card."""
        return self.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or ""

    def keys(self) -> list[str]:
        """The keys of all cards that can be chosen, in order."""
        model = self.model()
        rows = (model.index(row, 0) for row in range(model.rowCount()))
        return [index.data(_KEY) for index in rows if not index.data(_HEADING)]

    def choose(self, key: str, *, tell: bool = True) -> None:
        """Chooses the card with a key and shows it, telling so unless asked not to."""
        model = self.model()
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            if key and index.data(_KEY) == key:
                self._quiet = not tell
                self.setCurrentIndex(index)
                self.scrollTo(index)
                self._quiet = False
                return

    def _told(self, index: Index) -> None:
        if not self._quiet and index.isValid() and not index.data(_HEADING):
            self.chosen.emit(index.data(_KEY))


def _item(card: Card) -> QStandardItem:
    item = QStandardItem(card.spoken)
    item.setData(card.markup, _HTML)
    item.setData(card.key, _KEY)
    item.setData(card.heading, _HEADING)
    item.setData(card.spoken, Qt.ItemDataRole.AccessibleTextRole)
    if card.heading:
        item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item


class _CardDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: Cards) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._documents: dict[tuple[object, ...], QTextDocument] = {}
        self._heights: dict[tuple[object, ...], int] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        key = (_COLOUR.sub("", index.data(_HTML) or ""), width, self._theme.reading)  # another theme sets it no higher
        if key not in self._heights:
            if len(self._heights) >= MOST_HEIGHTS:
                self._heights.clear()
            self._heights[key] = ceil(self._document(index, width).size().height()) + 4 * SPACE
        return QSize(width, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, state = option.rect, option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            paint_choice(painter, rect, self._theme, focused=self._view.hasFocus())
        document = self._document(index, rect.width())
        painter.translate(rect.left() + 4 * SPACE, rect.top() + 2 * SPACE)
        document.drawContents(painter)
        painter.restore()

    def _document(self, index: Index, width: int) -> QTextDocument:
        """The card set in type, as it was last time where nothing is different."""
        markup, said = index.data(_HTML) or "", index.data() or ""
        key = (markup, said, width, self._theme.reading, self._theme.colours.text)
        found = self._documents.pop(key, None)
        if found is None:
            found = self._set(markup, said, width)
            if len(self._documents) >= MOST_DOCUMENTS:
                del self._documents[next(iter(self._documents))]
        self._documents[key] = found
        return found

    def _set(self, markup: str, said: str, width: int) -> QTextDocument:
        document = QTextDocument()
        document.setDocumentMargin(0)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setDefaultFont(self._theme.label_font())
        document.setDefaultStyleSheet(
            f".strong {{ font-weight: 600; }} .words {{ font-family: {self._theme.markup_family(said)}; }}"
        )
        document.setHtml(f'<div style="color:{self._theme.colours.text}">{markup}</div>')
        document.setTextWidth(max(80, width - 8 * SPACE))
        return document
