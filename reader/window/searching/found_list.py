"""The list of quotations, notes or names that a search found, each with its passage; more are read as it is scrolled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.article import tr
from reader.window.searching.lines import Answer, Line
from reader.window.theme import SPACE, TIGHT, WIDE, Theme, is_right_to_left, line_height, paint_choice, paint_empty
from reader.window.theme.drawing import draw_marked, marking

PAGE_ROWS = 60
LINE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class FoundLines(QAbstractListModel):
    """Lines that are given page by page; `more_wanted` asks for those from an offset on."""

    more_wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self._more = False

    def show(self, lines: Sequence[Line], *, more: bool) -> None:
        """Shows these lines, and whether there are more."""
        self.beginResetModel()
        self._lines, self._more = list(lines), more
        self.endResetModel()

    def add(self, lines: Sequence[Line], *, more: bool) -> None:
        """Shows more lines below the others."""
        self._more = more
        if lines:
            self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(lines) - 1)
            self._lines += lines
            self.endInsertRows()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def canFetchMore(self, _parent: Index) -> bool:
        return self._more

    def fetchMore(self, _parent: Index) -> None:
        self._more = False  # until they have come
        self.more_wanted.emit(len(self._lines))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text or line.head
        return line.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None

    def row_of(self, key: str) -> int | None:
        """On which line an answer stands, None where it does not."""
        return next((row for row, line in enumerate(self._lines) if line.key == key), None)


class FoundList(QListView):
    """`chosen` carries the answer that the reader opens: with Enter, or by a click."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.empty = ("quote", "", "")
        self.text_lines = 3
        self.lines = FoundLines(self)
        self.setObjectName("articles")
        self.setAccessibleName(tr("Quotes"))
        self.setModel(self.lines)
        self.setItemDelegate(_Delegate(theme, self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.activated.connect(self._open)
        self.clicked.connect(self._open)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_lines(self, name: str, lines: Sequence[Line], *, more: bool) -> None:
        """Shows lines; the chosen one stays chosen if it is still there."""
        before = self.current()
        self.setAccessibleName(name)
        self.lines.show(lines, more=more)
        self.scheduleDelayedItemsLayout()  # lines may be of another height
        row = self.lines.row_of(before.key) if before is not None else None
        if row is not None:
            self.setCurrentIndex(self.lines.index(row, 0))
        else:
            self.scrollToTop()
        self.viewport().update()

    def current(self) -> Line | None:
        """The line that is chosen."""
        line = self.currentIndex().data(LINE)
        return line if isinstance(line, Line) else None

    def answer(self) -> Answer | None:
        """The answer that is chosen."""
        line = self.current()
        return None if line is None else line.answer

    def step(self, step: int) -> None:
        """Goes to the next or previous line."""
        row = self.currentIndex().row() + step
        if 0 <= row < self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(row, 0))

    def paintEvent(self, event: object) -> None:
        super().paintEvent(event)  # type: ignore[arg-type]
        if not self.lines.rowCount() and self.empty[1]:
            painter = QPainter(self.viewport())
            paint_empty(painter, self.viewport().rect(), self._theme, self.empty[0], *map(tr, self.empty[1:]))
            painter.end()

    def _open(self, index: Index) -> None:
        line = index.data(LINE)
        if isinstance(line, Line):
            self.chosen.emit(line.answer)


class _Delegate(QStyledItemDelegate):
    """Whose words and when, the passage with what was said in full ink, and where it stands."""

    def __init__(self, theme: Theme, view: FoundList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        small, words = line_height(self._small("")), line_height(self._words(""))
        return QSize(
            200, line_height(self._head("")) + TIGHT + self._view.text_lines * words + TIGHT + small + 5 * SPACE
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, c, rect = index.data(LINE), self._theme.colours, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            paint_choice(painter, rect, self._theme, focused=self._view.hasFocus())
        else:
            painter.fillRect(QRect(rect.left() + WIDE, rect.bottom(), rect.width() - 2 * WIDE, 1), QColor(c.faint))
        box = rect.adjusted(WIDE, 2 * SPACE, -WIDE, -2 * SPACE)
        mirrored = is_right_to_left(line.text or line.head)
        top = self._heading(painter, box, line, mirrored) + TIGHT
        painter.setPen(QColor(c.muted))
        marks = [(hit, marking(c.found, c.text)) for hit in line.hits]
        if line.strong is not None:
            marks.insert(0, (line.strong, marking("", c.text)))
        within = QRect(box.left(), top, box.width(), box.height())
        top = draw_marked(
            painter, within, line.text, self._words(line.text), self._view.text_lines, marks, mirrored=mirrored
        )
        font = self._small(line.below)
        painter.setPen(QColor(c.muted))
        below = QRect(box.left(), max(top, box.bottom() + 1 - line_height(font)), box.width(), line_height(font))
        self._line(painter, below, line.below, font, mirrored)
        painter.restore()

    def _heading(self, painter: QPainter, box: QRect, line: Line, mirrored: bool) -> int:
        """Draws whose it is, and at the other end when; where it ends."""
        c, font = self._theme.colours, self._head(line.head)
        row = QRect(box.left(), box.top(), box.width(), line_height(font))
        painter.setPen(QColor(c.muted))
        used = self._line(painter, row, line.when, self._small(line.when), not mirrored)
        painter.setPen(QColor(c.text))
        room = row.adjusted(used, 0, 0, 0) if mirrored else row.adjusted(0, 0, -used, 0)
        self._line(painter, room, line.head, font, mirrored)
        return row.bottom() + 1

    def _line(self, painter: QPainter, box: QRect, text: str, font: QFont, mirrored: bool) -> int:
        """Draws one line at one side; how much room it takes, with a gap."""
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown)
        return painter.fontMetrics().horizontalAdvance(shown) + 2 * SPACE if text else 0

    def _head(self, text: str) -> QFont:
        return self._theme.label_font(weight=QFont.Weight.DemiBold, text=text)

    def _words(self, text: str) -> QFont:
        return self._theme.title_font(0.4, text=text)

    def _small(self, text: str) -> QFont:
        return self._theme.label_font(-0.6, text=text)
