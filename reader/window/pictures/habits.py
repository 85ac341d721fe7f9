"""What was read: articles by week, where they are from, and who is quoted most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from reader.article import counted, tr
from reader.article.dates_told import SHORT_MONTHS, told_day, told_month
from reader.library import Tally, Week
from reader.window.inspector.cards import Card, esc
from reader.window.pictures.picture import Picture
from reader.window.theme import NEAR, TIGHT, WIDE, Colours, Theme

MOST_WEEKS, MOST_ROWS = 53, 6
"""So many weeks, sources and people are drawn; the list below has all."""
WEEKS_SHARE, NAME_SHARE = 0.42, 0.46
"""How much of the height the weeks take, and of a row the name in it."""


@dataclass(frozen=True)
class Bar:
    """One row: whose it is, the number that its bar shows, and how much of that was read (None where that says nothing)."""

    key: str
    name: str
    number: int
    read: int | None


def week_key(week: Week) -> str:
    """A week's key among what is drawn."""
    return f"w{week.begins.isoformat()}"


def source_bars(found: Tally) -> list[Bar]:
    """Where articles are from, the most frequent first; those without a publisher are together."""
    return [Bar(f"s{each.name}", each.name or tr("No publisher"), each.articles, each.read) for each in found.sources]


def quoted_bars(found: Tally) -> list[Bar]:
    """Who is quoted most."""
    return [Bar(f"t{each.id}", each.name, each.quotes, None) for each in found.quoted]


def sums(found: Tally) -> str:
    """The whole in one line."""
    return " · ".join(
        (
            counted(found.articles, "{n} article", "{n} articles"),
            tr("{n} read", n=f"{found.read:,}"),
            counted(found.words_read, "{n} word read", "{n} words read"),
        )
    )


def habit_cards(found: Tally, colours: Colours) -> list[Card]:
    """All that is drawn as a list, and the rows that are not: sources, people, weeks with the newest first."""
    return list(_cards(found, colours))


def _cards(found: Tally, colours: Colours) -> Iterator[Card]:
    def card(key: str, name: str, *facts: str) -> Card:
        below = " · ".join(facts)
        markup = (
            f'<div class=strong>{esc(name)}</div><div><small style="color:{colours.muted}">{esc(below)}</small></div>'
        )
        return Card(key, markup, ", ".join([name, *facts]))

    for bar in source_bars(found):
        articles = counted(bar.number, "{n} article", "{n} articles")
        yield card(bar.key, bar.name, articles, tr("{n} read", n=f"{bar.read or 0:,}"))
    for bar in quoted_bars(found):
        yield card(bar.key, bar.name, counted(bar.number, "{n} quotation", "{n} quotations"))
    for week in reversed(found.weeks):
        if week.articles:
            name = tr("Week from {day}", day=told_day(week.begins))
            articles = counted(week.articles, "{n} article", "{n} articles")
            words = counted(week.words_read, "{n} word read", "{n} words read")
            yield card(week_key(week), name, articles, tr("{n} read", n=f"{week.read:,}"), words)


class Habits(Picture):
    """Weeks above, sources and people below; the key of a week, a source or a person is its own."""

    def __init__(self, theme: Theme, found: Tally, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._weeks = found.weeks[-MOST_WEEKS:]
        self._columns = (
            (tr("Sources"), source_bars(found)[:MOST_ROWS]),
            (tr("Quoted most"), quoted_bars(found)[:MOST_ROWS]),
        )
        self._sums = sums(found)
        self.setMinimumSize(360, 300)
        self.setAccessibleName(tr("What was read; the list below it says the same."))
        self.setAccessibleDescription("; ".join([self._sums, *(self._told(*column) for column in self._columns)]))

    @staticmethod
    def _told(title: str, bars: Sequence[Bar]) -> str:
        return f"{title}: " + ", ".join(f"{bar.name} {bar.number}" for bar in bars)

    def sizeHint(self) -> QSize:
        return QSize(760, 420)

    def draw(self, painter: QPainter, size: QSizeF) -> None:
        font = self.theme.title_font(0.2, text=self._sums)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.colours.text))
        head = QRectF(0, 0, size.width(), QFontMetricsF(font).height() + TIGHT)
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._sums)
        self._draw_weeks(painter, size)
        for column, (title, bars) in enumerate(self._columns):
            self._draw_column(painter, size, column, title, bars)

    # ---- Weeks

    def _weeks_box(self, size: QSizeF) -> QRectF:
        head = QFontMetricsF(self.theme.title_font(0.2)).height() + TIGHT + WIDE
        foot = QFontMetricsF(self.theme.label_font(-0.8)).height() + NEAR
        return QRectF(0, head, size.width(), size.height() * WEEKS_SHARE - head - foot)

    def _week_boxes(self, size: QSizeF) -> list[QRectF]:
        """The column of each week, as high as its articles are many."""
        box, most = self._weeks_box(size), max((week.articles for week in self._weeks), default=0) or 1
        step = min(36.0, box.width() / max(1, len(self._weeks)))
        return [
            QRectF(i * step + 1, box.bottom() - high, max(2.0, step - 2), high)
            for i, week in enumerate(self._weeks)
            for high in [max(3.0, box.height() * week.articles / most) if week.articles else 0.0]
        ]

    def _draw_weeks(self, painter: QPainter, size: QSizeF) -> None:
        c, box = self.theme.colours, self._weeks_box(size)
        font = self.theme.label_font(-0.8)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(QPen(QColor(c.edge), 1))
        painter.drawLine(QPointF(0, box.bottom() + 0.5), QPointF(size.width(), box.bottom() + 0.5))
        free, before = 0.0, (0, 0)
        for week, bar in zip(self._weeks, self._week_boxes(size), strict=True):
            if week.articles:
                painter.fillRect(bar, QColor(c.faint))
                painter.fillRect(
                    QRectF(bar).adjusted(0, bar.height() * (1 - week.read / week.articles), 0, 0), QColor(c.accent)
                )
                if self.lit == week_key(week):
                    painter.setPen(QPen(QColor(c.text), 2))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRect(bar)
            month = (week.begins.year, week.begins.month)
            label = _month(week.begins, first=before == (0, 0))
            if month != before and bar.left() >= free and bar.left() + metrics.horizontalAdvance(label) <= size.width():
                painter.setPen(QColor(c.muted))
                painter.drawText(QPointF(bar.left(), box.bottom() + TIGHT + metrics.ascent()), label)
                free = bar.left() + metrics.horizontalAdvance(label) + WIDE
            before = month
        legend = tr("Articles by week; the lower part was read")
        painter.setPen(QColor(c.muted))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(QRectF(0, box.top() - metrics.height() - 2, size.width(), metrics.height()), right, legend)

    # ---- Sources and people

    def _rows(self, size: QSizeF, column: int) -> list[QRectF]:
        """Where the rows of a column lie, below its title."""
        top = size.height() * WEEKS_SHARE + WIDE + QFontMetricsF(self.theme.label_font()).height() + NEAR
        step = min(28.0, (size.height() - top) / MOST_ROWS)
        wide = (size.width() - 2 * WIDE) / 2
        return [
            QRectF(column * (wide + 2 * WIDE), top + i * step, wide, step - TIGHT)
            for i in range(len(self._columns[column][1]))
        ]

    def _draw_column(self, painter: QPainter, size: QSizeF, column: int, title: str, bars: Sequence[Bar]) -> None:
        c, most = self.theme.colours, max((bar.number for bar in bars), default=1) or 1
        rows = self._rows(size, column)
        head = self.theme.label_font(-0.4, text=title)
        left = column * (size.width() - 2 * WIDE) / 2 + column * 2 * WIDE
        painter.setFont(head)
        painter.setPen(QColor(c.muted))
        painter.drawText(QPointF(left, size.height() * WEEKS_SHARE + WIDE + QFontMetricsF(head).ascent()), title)
        if not bars:
            painter.drawText(
                QPointF(left, size.height() * WEEKS_SHARE + 2 * WIDE + 2 * QFontMetricsF(head).height()),
                tr("Nobody yet"),
            )
        for bar, row in zip(bars, rows, strict=True):
            self._draw_row(painter, bar, row, most)

    def _draw_row(self, painter: QPainter, bar: Bar, row: QRectF, most: int) -> None:
        c, lit = self.theme.colours, bar.key == self.lit
        font, numbers = self.theme.label_font(-0.4, text=bar.name), self.theme.label_font(-0.6)
        centre = Qt.AlignmentFlag.AlignVCenter
        box = QRectF(row.left(), row.top(), row.width() * NAME_SHARE - NEAR, row.height())
        painter.setFont(font)
        painter.setPen(QColor(c.text))
        shown = QFontMetricsF(font).elidedText(bar.name, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | centre, shown)
        room = row.width() * (1 - NAME_SHARE) - QFontMetricsF(numbers).horizontalAdvance(f"{most:,}") - NEAR
        long = max(3.0, room * bar.number / most)
        drawn = QRectF(box.right() + NEAR, row.top() + row.height() / 5, long, row.height() * 3 / 5)
        painter.fillRect(drawn, QColor(c.accent if bar.read is None else c.faint))
        if bar.read:
            painter.fillRect(
                QRectF(drawn.left(), drawn.top(), long * bar.read / bar.number, drawn.height()), QColor(c.accent)
            )
        if lit:
            painter.setPen(QPen(QColor(c.text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(drawn)
        painter.setFont(numbers)
        painter.setPen(QColor(c.text if lit else c.muted))
        painter.drawText(
            QRectF(drawn.right() + TIGHT, row.top(), row.right() - drawn.right(), row.height()),
            centre,
            f"{bar.number:,}",
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        size, at = QSizeF(self.size()), event.position()
        for week, bar in zip(self._weeks, self._week_boxes(size), strict=True):
            if week.articles and bar.left() <= at.x() <= bar.right() and at.y() <= self._weeks_box(size).bottom():
                self.chosen.emit(week_key(week))
                return
        for column, (_, bars) in enumerate(self._columns):
            for each, row in zip(bars, self._rows(size, column), strict=True):
                if row.contains(at):
                    self.chosen.emit(each.key)
                    return


def _month(day: date, *, first: bool) -> str:
    return told_month(day, short=True) if first or day.month == 1 else tr(SHORT_MONTHS[day.month - 1])
