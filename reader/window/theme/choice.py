"""How the chosen line of a list looks: one way in every list, and plain to see where the keyboard's focus is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reader.window.theme.spacing import FOCUS_WIDTH, RADIUS, TIGHT
from reader.window.theme.theme import Theme


def paint_choice(painter: QPainter, rect: QRect, theme: Theme, *, focused: bool, current: bool = True) -> None:
    """Draws the ground of a chosen line; round the current one an outline where the list has the focus."""
    c = theme.colours
    box = QRectF(rect).adjusted(TIGHT + 0.5, 1.5, -TIGHT - 0.5, -1.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(c.selection if focused else c.resting))
    outlined = focused and current
    painter.setPen(QPen(QColor(c.accent), FOCUS_WIDTH) if outlined else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    painter.restore()
