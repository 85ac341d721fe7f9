"""The map: the outline of the land, and a point for each place, the more often it is named the larger."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from reader.analysis.gazetteer import Placed
from reader.article import resource, tr
from reader.window.pictures.picture import Picture
from reader.window.pictures.places import Frame, NamedPlace, frame_of, shown_name
from reader.window.theme import RADIUS, TIGHT, Theme

LEAST_RADIUS, MORE_RADIUS = 3.5, 5.0
REACH = 18
"""So near to a point a click means it."""


class WorldMap(Picture):
    """A place's key is its name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._points: list[tuple[NamedPlace, Placed]] = []
        self.setMinimumSize(320, 220)
        self.setAccessibleName(tr("Map of places; the list below it says the same."))

    def sizeHint(self) -> QSize:
        return QSize(760, 400)

    def show_places(self, places: Sequence[NamedPlace], placed: dict[str, Placed]) -> None:
        """Shows those places that are known, the most mentioned first."""
        self._points = [(place, placed[place.name]) for place in places if place.name in placed]
        unsure = tr("unsure")
        said = (f"{shown_name(place, where)}{'' if where.sure else f' ({unsure})'}" for place, where in self._points)
        self.setAccessibleDescription(", ".join(said))
        self.update()

    def draw(self, painter: QPainter, size: QSizeF) -> None:
        c, frame = self.theme.colours, self._frame(size)
        ground = QRectF(0.5, 0.5, size.width() - 1, size.height() - 1)
        edge = QPainterPath()
        edge.addRoundedRect(ground, RADIUS, RADIUS)
        painter.setClipPath(edge)
        painter.fillPath(edge, QColor(c.panel))
        painter.setPen(QPen(QColor(c.edge), 0.8))
        painter.setBrush(QColor(c.resting))
        painter.drawPath(_land(frame))
        painter.setClipping(False)
        painter.setPen(QPen(QColor(c.faint), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(edge)
        last_lit = sorted(self._points, key=lambda point: point[0].name == self.lit)
        for place, where in last_lit:
            self._draw_point(painter, place, where, frame)
        taken = [_around(self._at(where, frame), 6.0) for _, where in self._points]
        for place, where in reversed(last_lit) if self.lit else last_lit:
            self._draw_name(painter, place, shown_name(place, where), self._at(where, frame), ground, taken)

    def _draw_point(self, painter: QPainter, place: NamedPlace, where: Placed, frame: Frame) -> None:
        """A full point for a sure place, an open one where another may be meant."""
        c, lit = self.theme.colours, place.name == self.lit
        colour = QColor(c.accent)
        painter.setPen(QPen(QColor(c.surface) if where.sure else colour, 1.5 if where.sure else 2))
        painter.setBrush(colour if where.sure else QColor(c.surface))
        radius = self._radius(place)
        at = self._at(where, frame)
        if lit:
            ring = QPen(QColor(c.text), 2)
            painter.save()
            painter.setPen(ring)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, radius + 4, radius + 4)
            painter.restore()
        painter.drawEllipse(at, radius, radius)

    def _draw_name(
        self, painter: QPainter, place: NamedPlace, name: str, at: QPointF, ground: QRectF, taken: list[QRectF]
    ) -> None:
        """The name beside its point where there is room: right, left, below or above; the chosen one in any case."""
        c, lit = self.theme.colours, place.name == self.lit
        font = self.theme.label_font(-0.4, text=name)
        metrics, gap = QFontMetricsF(font), self._radius(place) + TIGHT
        wide, high = metrics.horizontalAdvance(name) + 4, metrics.height()
        corners = (
            (at.x() + gap, at.y() - high / 2),
            (at.x() - gap - wide, at.y() - high / 2),
            (at.x() - wide / 2, at.y() + gap),
            (at.x() - wide / 2, at.y() - gap - high),
        )
        boxes = [QRectF(x, y, wide, high) for x, y in corners]
        free = [box for box in boxes if ground.contains(box) and not any(box.intersects(other) for other in taken)]
        if not free and not lit:
            return
        box = (free or [box for box in boxes if ground.contains(box)] or boxes)[0]
        taken.append(box)
        behind = QColor(c.selection if lit else c.resting)
        behind.setAlphaF(0.9)
        painter.fillRect(box, behind)
        painter.setFont(font)
        painter.setPen(QColor(c.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)

    def _frame(self, size: QSizeF) -> Frame:
        return frame_of([where for _, where in self._points], size.width(), size.height())

    def _radius(self, place: NamedPlace) -> float:
        most = max(point.mentions for point, _ in self._points) or 1
        return LEAST_RADIUS + MORE_RADIUS * math.sqrt(place.mentions / most)

    def _at(self, where: Placed, frame: Frame) -> QPointF:
        return QPointF(*frame.at(where.longitude, where.latitude))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        frame = self._frame(QSizeF(self.size()))
        near = [
            (math.hypot(*(self._at(where, frame) - event.position()).toTuple()), place.name)
            for place, where in self._points
        ]
        distance, name = min(near, default=(math.inf, ""))
        if distance <= REACH:
            self.chosen.emit(name)


def _around(point: QPointF, reach: float) -> QRectF:
    return QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)


def _land(frame: Frame) -> QPainterPath:
    """The outline of the land within a frame."""
    path = QPainterPath()
    for ring in _outlines():
        path.addPolygon(QPolygonF([QPointF(*frame.at(longitude, latitude)) for longitude, latitude in ring]))
        path.closeSubpath()
    return path


@cache
def _outlines() -> list[list[tuple[float, float]]]:
    """The rings of the land (Natural Earth, see THIRD_PARTY.md), longitude first."""
    held: list[list[tuple[float, float]]] = json.loads(resource("world/world.json").read_text("utf-8"))["land"]
    return held
