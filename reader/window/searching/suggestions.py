"""The list under the search box: what can be written next, and what it means."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.article import tr
from reader.library import Suggestion
from reader.window.theme import NEAR, SPACE, TIGHT, Theme, paint_choice

_SUGGESTION = Qt.ItemDataRole.UserRole + 1
LEAST_WIDTH, MOST_WIDTH = 96 * SPACE, 140 * SPACE


class Suggestions(QFrame):
    """Lies over the window below the box, which keeps the focus; `taken` carries the one that was chosen."""

    taken = Signal(Suggestion)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("What can follow"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_Line(theme, self.list))
        self.list.itemClicked.connect(lambda _item: self.take())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, TIGHT, 0, TIGHT)
        layout.addWidget(self.list)
        self.hide()

    def show_below(self, made: Sequence[Suggestion], at: QPoint, width: int) -> None:
        """Shows suggestions at a place of the window, none of them chosen."""
        self.list.clear()
        for each in made:
            item = QListWidgetItem(each.text, self.list)
            item.setData(_SUGGESTION, each)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"{each.text}, {each.meaning}" if each.meaning else each.text
            )
        self.list.setCurrentRow(-1)
        room = self.window().width() - at.x() - 2 * SPACE
        self.setFixedWidth(min(max(width, LEAST_WIDTH), MOST_WIDTH, max(width, room)))
        self.setFixedHeight(self.list.sizeHintForRow(0) * len(made) + 2 * TIGHT + 2 * self.frameWidth() + 2)
        self.move(at + QPoint(0, TIGHT))
        self.raise_()
        self.show()

    def step(self, step: int) -> str:
        """Chooses the next or previous one, or none before the first; what a screen reader says of it."""
        row = max(-1, min(self.list.count() - 1, self.list.currentRow() + step))
        self.list.setCurrentRow(row)
        item = self.list.item(row) if row >= 0 else None
        return str(item.data(Qt.ItemDataRole.AccessibleTextRole)) if item is not None else ""

    def chosen(self) -> Suggestion | None:
        """The one that is chosen."""
        item = self.list.currentItem()
        return item.data(_SUGGESTION) if item is not None and self.list.currentRow() >= 0 else None

    def take(self) -> None:
        """Takes the one that is chosen."""
        chosen = self.chosen()
        if chosen is not None:
            self.taken.emit(chosen)


class _Line(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QListWidget) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, QFontMetrics(self._theme.label_font()).height() + 2 * NEAR)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        suggestion, c, rect = index.data(_SUGGESTION), self._theme.colours, option.rect
        painter.save()
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            paint_choice(painter, rect, self._theme, focused=bool(option.state & QStyle.StateFlag.State_Selected))
        box = rect.adjusted(3 * SPACE, 0, -3 * SPACE, 0)
        used = self._text(painter, box, suggestion.text, c.text, weight=QFont.Weight.DemiBold)
        self._text(painter, box.adjusted(used + 3 * SPACE, 0, 0, 0), suggestion.meaning, c.muted, small=True)
        painter.restore()

    def _text(
        self,
        painter: QPainter,
        box: QRect,
        text: str,
        ink: str,
        *,
        weight: QFont.Weight = QFont.Weight.Normal,
        small: bool = False,
    ) -> int:
        """Draws a text in one line; how much room it takes."""
        painter.setFont(self._theme.label_font(-0.5 if small else 0, weight=weight, text=text))
        painter.setPen(QColor(ink))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
        return painter.fontMetrics().horizontalAdvance(shown)
