"""A scroll bar that shows where on the page something is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from reader.window.theme import Theme

MARK_HEIGHT = 3


class MarkedScrollBar(QScrollBar):
    """Shows a mark for each place found, over the groove and the handle."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._marks: Sequence[float] = ()

    @property
    def marks(self) -> Sequence[float]:
        """Where marks are, from 0 for the top of the page to 1 for its end."""
        return self._marks

    def show_marks(self, marks: Sequence[float]) -> None:
        """Shows marks at these parts of the page's height, and no others."""
        self._marks = marks
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)
        if not self._marks:
            return
        painter = QPainter(self)
        colour = QColor(self._theme.colours.accent)
        rows = {round(mark * (self.height() - MARK_HEIGHT)) for mark in self._marks}
        for y in rows:
            painter.fillRect(QRectF(2, y, self.width() - 4, MARK_HEIGHT), colour)
        painter.end()
