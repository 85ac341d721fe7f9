"""The timeline: a point for each day that articles name, a bar for each week, month or year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from reader.article import tr
from reader.article.dates_told import told_short
from reader.window.inspector.content import printed_value
from reader.window.pictures.happenings import Happening, lanes, scale_of
from reader.window.pictures.picture import Picture
from reader.window.theme import NEAR, SECTION, TIGHT, WIDE, Theme

THICK, LANE = 9.0, 15.0
"""How thick a bar is, and how far two that lie above each other are apart."""


class Timeline(Picture):
    """A happening's key is its own."""

    def __init__(self, theme: Theme, found: Sequence[Happening], parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._found = tuple(found)
        self._scale = scale_of(day for each in found for day in each.mention.days)
        self.setMinimumSize(320, 160)
        self.setMaximumHeight(240)
        self.setAccessibleName(tr("Timeline of dates; the list below it says the same."))
        self.setAccessibleDescription("; ".join(printed_value(each.mention.value) for each in found))

    def sizeHint(self) -> QSize:
        return QSize(760, 260)

    def draw(self, painter: QPainter, size: QSizeF) -> None:
        c, base = self.theme.colours, self._base(size)
        left, room = self._across(size)
        painter.setPen(QPen(QColor(c.edge), 1.5))
        painter.drawLine(QPointF(left, base), QPointF(left + room, base))
        for start, end in self._scale.broken:
            middle = left + room * (start + end) / 2
            painter.fillRect(QRectF(middle - TIGHT, base - 2, 2 * TIGHT, 4), QColor(c.surface))
            for x in (middle - TIGHT, middle + TIGHT):
                painter.drawLine(QPointF(x - 3, base + 6), QPointF(x + 3, base - 6))
        boxes = self._boxes(size)
        for each, box in sorted(zip(self._found, boxes, strict=True), key=lambda pair: pair[0].key == self.lit):
            lit = each.key == self.lit
            painter.setPen(QPen(QColor(c.text if lit else c.surface), 2 if lit else 1))
            colour = QColor(c.accent if lit or each.mention.days[0] == each.mention.days[1] else c.muted)
            painter.setBrush(colour)
            grown = box.adjusted(-2, -2, 2, 2) if lit else box
            painter.drawRoundedRect(grown, grown.height() / 2, grown.height() / 2)
        self._draw_days(painter, size)

    def _draw_days(self, painter: QPainter, size: QSizeF) -> None:
        """Days below the line where there is room for them, that of the chosen happening first."""
        c, base = self.theme.colours, self._base(size)
        left, room = self._across(size)
        font = self.theme.label_font(-0.5)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        chosen = {each.mention.days[0] for each in self._found if each.key == self.lit}
        ends = {self._scale.knots[0][0], self._scale.knots[-1][0]} if self._scale.knots else set()
        days = sorted(
            {each.mention.days[0] for each in self._found} | ends, key=lambda d: (d not in chosen, d not in ends, d)
        )
        taken: list[tuple[float, float]] = []
        for day in days:
            label = _short(day)
            wide, x = metrics.horizontalAdvance(label), left + room * self._scale.at(day)
            start = max(2.0, min(size.width() - wide - 2, x - wide / 2))
            if any(start < other_end + NEAR and start + wide > other - NEAR for other, other_end in taken):
                continue
            taken.append((start, start + wide))
            painter.setPen(QPen(QColor(c.edge), 1))
            painter.drawLine(QPointF(x, base), QPointF(x, base + NEAR))
            painter.setPen(QColor(c.text if day in chosen else c.muted))
            painter.drawText(QPointF(start, base + NEAR + TIGHT + metrics.ascent()), label)

    def _base(self, size: QSizeF) -> float:
        return size.height() - SECTION

    def _across(self, size: QSizeF) -> tuple[float, float]:
        return 2.0 * WIDE, size.width() - 4.0 * WIDE

    def _boxes(self, size: QSizeF) -> list[QRectF]:
        """Where each happening is drawn; what would lie over another lies above it."""
        left, room = self._across(size)
        extents = []
        for each in self._found:
            first, last = (left + room * self._scale.at(day) for day in each.mention.days)
            extents.append((first - THICK / 2, last + THICK / 2))
        rows = lanes(extents, 3.0)
        lane = min(LANE, (self._base(size) - WIDE) / (max(rows, default=0) + 1))
        thick = min(THICK, lane - 1)
        return [
            QRectF(start, self._base(size) - NEAR - thick - lane * row, end - start, thick)
            for (start, end), row in zip(extents, rows, strict=True)
        ]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for each, box in zip(self._found, self._boxes(QSizeF(self.size())), strict=True):
            if box.adjusted(-3, -3, 3, 3).contains(event.position()):
                self.chosen.emit(each.key)
                return


def _short(day: date) -> str:
    return told_short(day)
