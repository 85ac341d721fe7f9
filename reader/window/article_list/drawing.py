"""How a line of the article list is drawn."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.article import Span, tr
from reader.library import Row
from reader.window.article_list.model import ROW, Index
from reader.window.article_list.telling import age
from reader.window.theme import APART, NEAR, SPACE, TIGHT, WIDE, Theme, is_right_to_left, line_height, paint_choice
from reader.window.theme.drawing import draw_marked, marking

LONGEST_CHARACTERS = 600
"""So much of a headline or snippet is set; no list is wide enough for more."""


class RowDelegate(QStyledItemDelegate):
    """Sets a line like an entry of a newspaper's index: whose and when, the headline, the beginning or the standfirst."""

    MARK = 3 * SPACE + 2
    """The size of the marks for bookmarks and notes."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        small, title = line_height(self._small("")), line_height(self._title("", True))
        return QSize(200, small + TIGHT + 2 * title + TIGHT + 2 * small + 6 * SPACE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, c, rect = index.data(ROW), self._theme.colours, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if bool(option.state & QStyle.StateFlag.State_Selected):
            paint_choice(
                painter, rect, self._theme, focused=self._view.hasFocus(), current=index == self._view.currentIndex()
            )
        else:
            painter.fillRect(QRect(rect.left() + APART, rect.bottom(), rect.width() - APART - WIDE, 1), QColor(c.faint))
        box = rect.adjusted(APART, 3 * SPACE, -WIDE, -2 * SPACE)
        mirrored = is_right_to_left(row.title)
        painter.setLayoutDirection(_direction(mirrored))
        top = self._head(painter, box, row, mirrored) + TIGHT
        if row.unread:
            self._dot(painter, rect, top)
        top = self._lines(painter, row.title, self._title(row.title, row.unread), c.text, box, top, 2, mirrored) + TIGHT
        small = self._small(row.snippet)
        room = max(0, (box.bottom() + 1 - top) // line_height(small))
        before = (f"{tr('Near in meaning')} · " if row.near else "") + "".join(f"#{tag} " for tag in row.tags)
        within = QRect(box.left(), top, box.width(), box.height())
        painter.setPen(QColor(c.muted))
        hits = [(Span(start + len(before), end + len(before)), marking(c.found, c.text)) for start, end in row.hits]
        snippet = f"{before}{row.snippet}"[:LONGEST_CHARACTERS]
        draw_marked(painter, within, snippet, small, min(3, room), hits, mirrored=mirrored)
        painter.restore()

    def _head(self, painter: QPainter, box: QRect, row: Row, mirrored: bool) -> int:
        """Draws the line above the headline: the source, and at its other end marks and date; where it ends."""
        c, source, when = self._theme.colours, row.publisher or row.author, age(row)
        font = self._small("")
        metrics = QFontMetrics(font)
        line = QRect(box.left(), box.top(), box.width(), line_height(font))
        painter.setPen(QColor(c.muted))
        painter.setFont(font)
        used = metrics.horizontalAdvance(when)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | _far(mirrored), when)
        painter.setLayoutDirection(_direction(mirrored))
        for name, on in (("bookmark", row.bookmarked), ("notebook-pen", row.noted)):
            if on:
                used += NEAR + self.MARK
                x = line.left() + used - self.MARK if mirrored else line.right() - used
                mark = QRect(x, line.center().y() - self.MARK // 2, self.MARK, self.MARK)
                self._theme.paint_icon(painter, name, "accent", mark)
        painter.setFont(self._small(source))
        room = line.width() - used - 3 * SPACE
        shown = painter.fontMetrics().elidedText(source, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | _near(mirrored), shown)
        return line.bottom() + 1

    def _dot(self, painter: QPainter, rect: QRect, top: int) -> None:
        """The mark of an unread article, in the middle of the headline's first line."""
        middle = top + line_height(self._title("", True)) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colours.accent))
        painter.drawEllipse(QPointF(rect.left() + APART / 2 + 1, middle), SPACE - 0.5, SPACE - 0.5)

    def _lines(
        self, painter: QPainter, text: str, font: QFont, colour: str, box: QRect, top: int, most: int, mirrored: bool
    ) -> int:
        """Draws up to `most` lines of text, the last one elided; where the next thing may be drawn."""
        height = line_height(font)
        painter.setPen(QColor(colour))
        painter.setFont(font)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip | _near(mirrored)
        for line in set_lines(text[:LONGEST_CHARACTERS], font, box.width(), most):
            painter.drawText(QRect(box.left(), top, box.width(), height), flags, line.strip())
            top += height
        return top

    def _title(self, text: str, unread: bool) -> QFont:
        weight = QFont.Weight.DemiBold if unread else QFont.Weight.Normal
        return self._theme.title_font(0.75, weight=weight, text=text[:LONGEST_CHARACTERS])

    def _small(self, text: str) -> QFont:
        return self._theme.label_font(-0.6, text=text[:LONGEST_CHARACTERS])


def _near(mirrored: bool) -> Qt.AlignmentFlag:
    """The side at which a line begins. Absolute, as the painter's direction would turn it once more."""
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute


def _far(mirrored: bool) -> Qt.AlignmentFlag:
    return _near(not mirrored)


def _direction(mirrored: bool) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight


def set_lines(text: str, font: QFont, width: int, most: int) -> list[str]:
    """`text` set in up to `most` lines; the last one ends with an ellipsis where there is more."""
    if not text:
        return []
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = text.encode("utf-16-le", "replace")  # Qt counts UTF-16 units, of two bytes
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, end = 2 * line.textStart(), 2 * (line.textStart() + line.textLength())
        if len(lines) == most - 1 and end < len(units):
            rest = units[start:].decode("utf-16-le", "replace")
            lines.append(QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
        else:
            lines.append(units[start:end].decode("utf-16-le", "replace"))
    layout.endLayout()
    return lines
