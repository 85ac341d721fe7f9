"""What is drawn on the page of a person: quotations month by month, and the people around them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from reader.article import counted, tr
from reader.article.dates_told import told_month
from reader.library import Company
from reader.window.pictures.picture import Picture
from reader.window.theme import FOCUS_WIDTH, NEAR, SPACE, TIGHT, WIDE, Theme

Month = tuple[date, int]
MOST_AROUND = 14
"""So many people are drawn around one; the list beside the drawing has all."""


def every_month(months: Sequence[Month], most: int) -> list[Month]:
    """The months from the first to the last, those without quotations too; the last `most` where there are more."""
    if not months:
        return []
    held = dict(months)
    first, last = months[0][0], months[-1][0]
    number = (last.year - first.year) * 12 + last.month - first.month
    begin = max(0, number + 1 - most)
    every = [
        date(first.year + (first.month - 1 + i) // 12, (first.month - 1 + i) % 12 + 1, 1)
        for i in range(begin, number + 1)
    ]
    return [(month, held.get(month, 0)) for month in every]


class MonthStrip(Picture):
    """Quotations as bars, one a month, whose key it is: 2026-03-01. Left and Right light one, Enter chooses it."""

    LEAST, MOST = 5, 28

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._months: list[Month] = []
        self._all: Sequence[Month] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_months(self, months: Sequence[Month]) -> None:
        """Shows these months, oldest first, and every month between them."""
        self._all, self.lit = months, ""
        self._fit()
        said = ", ".join(f"{told_month(month)} {number}" for month, number in months)
        self.setAccessibleName(tr("Quotations by month: {months}", months=said))
        self.setVisible(bool(months))

    def sizeHint(self) -> QSize:
        return QSize(200, 14 * SPACE)

    def resizeEvent(self, _event: object) -> None:
        self._fit()

    def _fit(self) -> None:
        self._months = every_month(self._all, max(1, self.width() // self.LEAST))
        self.update()

    def _step(self, width: float) -> float:
        return min(float(self.MOST), width / max(1, len(self._months)))

    def draw(self, painter: QPainter, size: QSizeF) -> None:
        if not self._months:
            return
        c = self.theme.colours
        font = self.theme.label_font(-0.8)
        foot = QFontMetricsF(font).height() + TIGHT
        step, most = self._step(size.width()), max(number for _, number in self._months) or 1
        room = size.height() - foot - 1
        painter.setPen(QPen(QColor(c.faint), 1))
        painter.drawLine(QPointF(0, room + 0.5), QPointF(step * len(self._months), room + 0.5))
        painter.setFont(font)
        free = 0.0
        for i, (month, number) in enumerate(self._months):
            left = i * step
            if number:
                height = max(3.0, room * number / most)
                bar = QRectF(left + 1, room - height, max(2.0, step - 2), height)
                painter.fillRect(bar, QColor(c.accent))
                if self.lit == month.isoformat():
                    painter.setPen(QPen(QColor(c.text), FOCUS_WIDTH))
                    painter.drawRect(bar.adjusted(0, 1, 0, 0))
            last = i == len(self._months) - 1 and len(self._months) < 13
            if (month.month == 1 or i == 0 or last) and left >= free:
                label = f"{month:%Y}" if month.month == 1 else told_month(month, short=True)
                painter.setPen(QColor(c.muted))
                painter.drawText(QPointF(left, size.height() - TIGHT), label)
                free = left + QFontMetricsF(font).horizontalAdvance(label) + WIDE

    def _month_at(self, x: float) -> Month | None:
        at = int(x // self._step(self.width())) if self._months else -1
        return self._months[at] if 0 <= at < len(self._months) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._month_at(event.position().x())
        if found is not None and found[1]:
            self.light(found[0].isoformat())
            self.chosen.emit(self.lit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = [month.isoformat() for month, number in self._months if number]
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if by is not None and keys:
            at = keys.index(self.lit) + by if self.lit in keys else -1
            self.light(keys[max(0, min(at, len(keys) - 1))] if self.lit in keys else keys[-1])
            self._tell()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.lit:
            self.chosen.emit(self.lit)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        keys = [month.isoformat() for month, number in self._months if number]
        if keys and self.lit not in keys:
            self.light(keys[-1])
        super().focusInEvent(event)

    def _tell(self) -> None:
        """Says which month is lit, to screen readers."""
        lit = next((each for each in self._months if each[0].isoformat() == self.lit), None)
        if lit is not None:
            self.setAccessibleDescription(_told(lit))

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QHelpEvent.Type.ToolTip:
            found = self._month_at(event.pos().x())
            if found is not None:
                QToolTip.showText(event.globalPos(), _told(found), self)
            return True
        return super().event(event)  # type: ignore[arg-type]


def _told(month: Month) -> str:
    number = counted(month[1], "{n} quotation", "{n} quotations")
    return f"{told_month(month[0])}: {number}"


@dataclass(frozen=True)
class Node:
    """One of those around a person: where they are drawn, from the middle, and how large."""

    company: Company
    angle: float
    distance: float
    radius: float


def around(company: Sequence[Company], ties: dict[tuple[int, int], int]) -> list[Node]:
    """Where those around somebody stand: who is met more often nearer and larger, who meet each other side by side."""
    shown = [each for each in company if each.articles][:MOST_AROUND]
    if not shown:
        return []
    left = list(shown)
    ordered = [left.pop(0)]
    while left:
        last = ordered[-1].thing.id
        left.sort(key=lambda each: (-ties.get(_pair(last, each.thing.id), 0), -each.articles))
        ordered.append(left.pop(0))
    most = max(each.articles for each in shown)
    nodes = []
    for i, each in enumerate(ordered):
        share = math.sqrt(each.articles / most)
        # Every other one stands further out, so that names do not run into each other.
        distance = (0.94 if i % 2 else 0.72) - 0.14 * share
        nodes.append(Node(each, 2 * math.pi * i / len(ordered) - math.pi / 2, distance, 4 + 6 * share))
    return nodes


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


class Around(Picture):
    """A person in the middle, and around them those they are mentioned with; a key is one's number."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._name = ""
        self._nodes: list[Node] = []
        self._ties: dict[tuple[int, int], int] = {}
        self.setMouseTracking(True)
        self.setMinimumSize(280, 300)

    def show_company(self, name: str, company: Sequence[Company], ties: dict[tuple[int, int], int]) -> None:
        """Shows somebody's company; `ties` are in how many articles two of them stand together, the lower first."""
        self._name, self._ties = name, ties
        self._nodes = around(company, ties)
        met = ", ".join(f"{node.company.thing.name} {node.company.articles}" for node in self._nodes)
        self.setAccessibleName(
            tr("Drawing of those mentioned with {name}; the list beside it says the same.", name=name)
        )
        self.setAccessibleDescription(met)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 420)

    def _at(self, node: Node, size: QSizeF) -> QPointF:
        # Names stand beside their points: there must be room for them to the left and right.
        wide, high = size.width() / 2 - 22 * SPACE, size.height() / 2 - 6 * SPACE
        middle = QPointF(size.width() / 2, size.height() / 2)
        reach = node.distance
        return middle + QPointF(math.cos(node.angle) * wide * reach, math.sin(node.angle) * high * reach)

    def draw(self, painter: QPainter, size: QSizeF) -> None:
        c, middle = self.theme.colours, QPointF(size.width() / 2, size.height() / 2)
        most = max((node.company.articles for node in self._nodes), default=1)
        places = {node.company.thing.id: self._at(node, size) for node in self._nodes}
        painter.setPen(QPen(QColor(c.faint), 1))
        for one, other in self._ties:
            if one in places and other in places:
                painter.drawLine(places[one], places[other])
        for node in self._nodes:
            spoken = node.company.said_of or node.company.said_by
            lit = str(node.company.thing.id) == self.lit
            pen = QPen(QColor(c.accent if spoken or lit else c.edge), 1 + 3 * node.company.articles / most)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.setOpacity(1.0 if lit else 0.55)
            painter.drawLine(middle, places[node.company.thing.id])
        painter.setOpacity(1.0)
        for node in self._nodes:
            self._paint_node(painter, node, places[node.company.thing.id], size.width())
        self._paint_middle(painter, middle, size.width())

    def _paint_node(self, painter: QPainter, node: Node, at: QPointF, width_of_all: float) -> None:
        c, lit = self.theme.colours, str(node.company.thing.id) == self.lit
        painter.setPen(QPen(QColor(c.surface), 2))
        spoken = node.company.said_of or node.company.said_by
        painter.setBrush(QColor(c.accent if spoken or lit else c.muted))
        painter.drawEllipse(at, node.radius, node.radius)
        name = node.company.thing.name
        font = self.theme.label_font(-0.4, text=name)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        right = math.cos(node.angle) >= -0.05
        room = (width_of_all - at.x() if right else at.x()) - node.radius - NEAR
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(30.0, room))
        width = metrics.horizontalAdvance(shown)
        x = at.x() + node.radius + TIGHT if right else at.x() - node.radius - TIGHT - width
        box = QRectF(x - 2, at.y() - metrics.height() / 2, width + 4, metrics.height())
        ground = QColor(c.selection if lit else c.surface)
        ground.setAlphaF(0.85)
        painter.fillRect(box, ground)
        painter.setPen(QColor(c.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)

    def _paint_middle(self, painter: QPainter, middle: QPointF, width: float) -> None:
        c = self.theme.colours
        font = self.theme.title_font(0.5, text=self._name)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, width / 3)
        box = QRectF(0, 0, metrics.horizontalAdvance(shown) + 2 * WIDE, metrics.height() + 2 * NEAR)
        box.moveCenter(middle)
        painter.setPen(QPen(QColor(c.accent), 1.5))
        painter.setBrush(QColor(c.raised))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(QColor(c.text))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)

    def _node_at(self, point: QPointF) -> Node | None:
        near = [(math.hypot(*(self._at(n, QSizeF(self.size())) - point).toTuple()), n) for n in self._nodes]
        distance, node = min(near, key=lambda pair: pair[0], default=(math.inf, None))
        return node if distance < 24 else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        node = self._node_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if node else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        node = self._node_at(event.position())
        if node is not None:
            self.chosen.emit(str(node.company.thing.id))
