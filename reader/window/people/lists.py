"""The list of people, organisations, places or stories beside their pages, read from the library page by page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.article import tr
from reader.library import StoryRow, ThingRow
from reader.window.people.content import printed_span, spoken_row
from reader.window.theme import NEAR, SPACE, TIGHT, WIDE, Theme, paint_choice

PAGE_ROWS = 80
LINE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Line:
    """One line of the list: whose page it leads to, what stands above, below and at the right."""

    id: int
    name: str
    below: str
    count: str
    spoken: str


def thing_line(row: ThingRow) -> Line:
    """Somebody's line: the role they were given last, and how often they are quoted and named."""
    return Line(row.id, row.name, row.role, f"{row.quotes:,} · {row.articles:,}", spoken_row(row))


def story_line(row: StoryRow) -> Line:
    """A story's line: its headline, when it was told, and in how many articles."""
    when = printed_span(row.first, row.last)
    return Line(row.id, row.title, when, f"{row.articles:,}", f"{row.title}, {when}, {row.articles}")


class Lines(QAbstractListModel):
    """Lines that `read` gives from an offset on, as many as are asked for; more are read as the view needs them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read: Callable[[int, int], Sequence[Line]] = lambda _offset, _limit: ()
        self._lines: list[Line] = []
        self._whole = True

    def show(self, read: Callable[[int, int], Sequence[Line]]) -> None:
        """Shows what `read` gives, from its beginning."""
        self.beginResetModel()
        self._read = read
        self._lines = list(read(0, PAGE_ROWS))
        self._whole = len(self._lines) < PAGE_ROWS
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def canFetchMore(self, _parent: Index) -> bool:
        return not self._whole

    def fetchMore(self, _parent: Index) -> None:
        more = list(self._read(len(self._lines), PAGE_ROWS))
        self._whole = len(more) < PAGE_ROWS
        if more:
            self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(more) - 1)
            self._lines += more
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        return line.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None

    def row_of(self, number: int) -> int | None:
        """The line of somebody among those that were read."""
        return next((row for row, line in enumerate(self._lines) if line.id == number), None)


class LineList(QListView):
    """`chosen` carries the number of whom the reader came to."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._quiet = False
        self.empty = ""
        self.lines = Lines(self)
        self.setObjectName("articles")
        self.setModel(self.lines)
        self.setItemDelegate(_LineDelegate(theme, self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.selectionModel().currentChanged.connect(self._told)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_lines(self, name: str, read: Callable[[int, int], Sequence[Line]], empty: str) -> None:
        """Shows lines; whoever was chosen stays chosen, where they are still there."""
        before = self.current()
        self._quiet = True
        self.empty = empty
        self.setAccessibleName(name)
        self.lines.show(read)
        if before is not None:
            self.choose(before, tell=False)
        self._quiet = False
        self.viewport().update()

    def current(self) -> int | None:
        """The number of whom is chosen."""
        line = self.currentIndex().data(LINE)
        return line.id if isinstance(line, Line) else None

    def choose(self, number: int, *, tell: bool = True) -> bool:
        """Chooses somebody's line, if it is among those that were read."""
        row = self.lines.row_of(number)
        if row is None:
            self.setCurrentIndex(QModelIndex())
            return False
        quiet, self._quiet = self._quiet, self._quiet or not tell
        self.setCurrentIndex(self.lines.index(row, 0))
        self.scrollTo(self.currentIndex())
        self._quiet = quiet
        return True

    def step(self, direction: int) -> None:
        """Goes to the next or previous line."""
        row = self.currentIndex().row() + direction
        if row >= self.lines.rowCount() and self.lines.canFetchMore(QModelIndex()):
            self.lines.fetchMore(QModelIndex())
        if 0 <= row < self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(row, 0))

    def _told(self, index: Index) -> None:
        line = index.data(LINE)
        if not self._quiet and isinstance(line, Line):
            self.chosen.emit(line.id)

    def paintEvent(self, event: object) -> None:
        super().paintEvent(event)  # type: ignore[arg-type]
        if not self.lines.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(QColor(self._theme.colours.muted))
            painter.setFont(self._theme.label_font())
            box = self.viewport().rect().adjusted(6 * SPACE, 16 * SPACE, -6 * SPACE, 0)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(box, int(flags), tr(self.empty))
            painter.end()


class _LineDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: LineList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        above, below = QFontMetrics(self._theme.title_font(0.6)), QFontMetrics(self._theme.label_font(-0.5))
        return QSize(200, above.height() + below.height() + TIGHT + 4 * SPACE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, c, rect = index.data(LINE), self._theme.colours, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            paint_choice(painter, rect, self._theme, focused=self._view.hasFocus())
        box = rect.adjusted(WIDE, 2 * SPACE, -WIDE, -2 * SPACE)
        small = self._theme.label_font(-0.5)
        painter.setFont(small)
        painter.setPen(QColor(c.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, line.count)
        used = painter.fontMetrics().horizontalAdvance(line.count) + NEAR
        self._elided(painter, box, line.below, Qt.AlignmentFlag.AlignBottom)
        painter.setFont(self._theme.title_font(0.6, weight=QFont.Weight.DemiBold, text=line.name))
        painter.setPen(QColor(c.text))
        self._elided(painter, box.adjusted(0, 0, -used, 0), line.name, Qt.AlignmentFlag.AlignTop)
        painter.restore()

    def _elided(self, painter: QPainter, box: QRect, text: str, flag: Qt.AlignmentFlag) -> None:
        painter.drawText(box, flag, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width()))
