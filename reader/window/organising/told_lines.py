"""Lists of the dialogs that bring the library into order: a line is a name or headline, with facts in small type below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFormLayout,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.window.theme import NEAR, SPACE, TIGHT, WIDE, Theme, is_right_to_left, line_height, paint_choice

Index = QModelIndex | QPersistentModelIndex


class ToldLines(QListWidget):
    """Items of one text: its first line is what they are called, the others are facts. Headlines are set in the serif."""

    def __init__(self, theme: Theme, name: str, parent: QWidget, *, headlines: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("told")
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Setter(theme, self, headlines))


class _Setter(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: ToldLines, headlines: bool) -> None:
        super().__init__(view)
        self._theme, self._view, self._headlines = theme, view, headlines

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        facts = str(index.data()).count("\n")
        return QSize(0, line_height(self._name("")) + facts * line_height(self._fact("")) + 2 * NEAR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        c, rect = self._theme.colours, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            paint_choice(painter, rect, self._theme, focused=self._view.hasFocus())
        within = rect.adjusted(WIDE, NEAR, -WIDE, -NEAR)
        top = within.top()
        name, *facts = str(index.data()).split("\n")
        for text, font, ink in (
            (name, self._name(name), c.text),
            *((fact, self._fact(fact), c.muted) for fact in facts),
        ):
            box = QRect(within.left(), top, within.width(), line_height(font))
            side = Qt.AlignmentFlag.AlignRight if is_right_to_left(text) else Qt.AlignmentFlag.AlignLeft
            painter.setFont(font)
            painter.setPen(QColor(ink))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, within.width())
            painter.drawText(box, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown)
            top = box.bottom() + 1
        painter.restore()

    def _name(self, text: str) -> QFont:
        if self._headlines:
            return self._theme.title_font(0.5, text=text)
        return self._theme.label_font(weight=QFont.Weight.Medium, text=text)

    def _fact(self, text: str) -> QFont:
        return self._theme.label_font(-0.6, text=text)


def roomy(layout: QVBoxLayout) -> QVBoxLayout:
    """The same layout of a dialog, with the margins and gaps that the window has elsewhere."""
    layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
    layout.setSpacing(3 * SPACE)
    return layout


def fields() -> QFormLayout:
    """Rows of a label and a field each."""
    form = QFormLayout()
    form.setHorizontalSpacing(WIDE)
    form.setVerticalSpacing(NEAR)
    form.setContentsMargins(0, 0, 0, TIGHT)
    return form
