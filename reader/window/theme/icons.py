"""The icons of resources/icons, tinted, drawn from their outlines at whatever size and scale is asked for."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reader.article import resource


@cache
def _outline(name: str, colour: str) -> QSvgRenderer:
    svg = resource(f"icons/{name}.svg").read_text("utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(svg.encode()))


class _Outline(QIconEngine):
    """Draws the outline anew for each size, so that it is crisp from 100 to 300 percent."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name, self._colour = name, colour

    def paint(self, painter: QPainter, rect: QRect, _mode: QIcon.Mode, _state: QIcon.State) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _outline(self._name, self._colour).render(painter, QRectF(rect))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return drawn

    def clone(self) -> QIconEngine:
        return _Outline(self._name, self._colour)


@cache
def icon(name: str, colour: str) -> QIcon:
    """The icon `name` in a colour; FileNotFoundError where there is none."""
    _outline(name, colour)
    return QIcon(_Outline(name, colour))


def paint(painter: QPainter, name: str, colour: str, box: QRect) -> None:
    """Draws an icon into a box."""
    _outline(name, colour).render(painter, QRectF(box))
