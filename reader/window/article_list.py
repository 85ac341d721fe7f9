"""The article list: read like the index of a newspaper, paged from the library as it is scrolled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QDrag, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.article import Span, tr
from reader.article.dates_told import told_short
from reader.library import QUEUE, Library, ListKind, Query, Row
from reader.window.theme import (
    APART,
    NEAR,
    SPACE,
    TIGHT,
    WIDE,
    Theme,
    is_right_to_left,
    line_height,
    paint_choice,
    paint_empty,
)
from reader.window.theme.drawing import draw_marked, marking

PAGE_ROWS, FOUND_ROWS = 60, 20
"""So many lines are read at once; of a search fewer, as for each one the passage is looked for while the reader types."""
LONGEST_CHARACTERS = 600
"""So much of a headline or snippet is set; no list is wide enough for more."""
ROW = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class ArticleModel(QAbstractListModel):
    """The rows of one Query; more are fetched as the view asks for them. Those of a search are found elsewhere:
    `more_wanted` asks for its rows from an offset on."""

    more_wanted = Signal(int)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._rows: list[Row] = []
        self._more = False
        self._found = False
        self.query = Query()

    def show_query(self, query: Query) -> None:
        """Shows the rows of a Query from the first on."""
        self.beginResetModel()
        self.query, self._found = query, False
        self._rows = self._library.rows(query, 0, self._page)
        self._more = len(self._rows) == self._page
        self.endResetModel()

    @property
    def _page(self) -> int:
        return FOUND_ROWS if self.query.words else PAGE_ROWS

    def show_found(self, query: Query, rows: Sequence[Row], more: bool) -> bool:
        """Shows the first rows of a search; whether the same articles still stand in the same lines."""
        self.query, self._found, self._more = query, True, more
        return self._put(list(rows))

    def add_found(self, query: Query, rows: Sequence[Row]) -> None:
        """Shows more rows of a search, if it is still this one."""
        if self._found and query == self.query:
            self._more = len(rows) == FOUND_ROWS
            self._append(rows)

    def refresh(self) -> bool:
        """Brings the rows up to date; whether the same articles still stand in the same lines."""
        if self._found:
            return self._put(self._library.rows_again(self.query, self._rows))
        wanted = max(self._page, len(self._rows))
        rows = self._library.rows(self.query, 0, wanted)
        self._more = len(rows) == wanted
        return self._put(rows)

    def _put(self, rows: list[Row]) -> bool:
        same = [row.id for row in rows] == [row.id for row in self._rows]
        if same:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        return same

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def canFetchMore(self, _parent: Index) -> bool:
        return self._more

    def fetchMore(self, _parent: Index) -> None:
        if self._found:
            self._more = False  # until they have come
            self.more_wanted.emit(len(self._rows))
            return
        more = self._library.rows(self.query, len(self._rows), self._page)
        self._more = len(more) == self._page
        self._append(more)

    def _append(self, more: Sequence[Row]) -> None:
        if more:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(more) - 1)
            self._rows += more
            self.endInsertRows()

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        return None

    def listed(self) -> dict[int, Row]:
        """The lines that were read, by article."""
        return {row.id: row for row in self._rows}

    def row_of(self, article: int) -> int | None:
        """The line of an article, fetching as far as it takes; None where the list does not have it, or a search has
        not shown it."""
        if self._found:
            return next((at for at, row in enumerate(self._rows) if row.id == article), None)
        at = self._library.index_of(self.query, article)
        if at is None:
            return None
        while len(self._rows) <= at and self.canFetchMore(QModelIndex()):
            self.fetchMore(QModelIndex())
        return at if at < len(self._rows) else None


class ArticleList(QListView):
    """`opened` carries the id of the article that the reader came to."""

    opened = Signal(int)

    def __init__(self, library: Library, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._quiet = False
        self._give: Callable[[], QMimeData | None] | None = None
        self.rows = ArticleModel(library, self)
        self.setObjectName("articles")
        self.setAccessibleName(tr("Articles"))
        self.setModel(self.rows)
        self.setItemDelegate(_RowDelegate(theme, self))
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.selectionModel().currentChanged.connect(self._told)
        theme.changed.connect(self._restyle)

    def show_query(self, query: Query) -> None:
        """Shows another list, from its top, with nothing chosen."""
        self._quiet = True
        self.rows.show_query(query)
        self.scrollToTop()
        self._quiet = False
        self.viewport().update()

    def shows(self, query: Query) -> bool:
        """Whether it is this list that is shown, whatever was read in it meanwhile."""
        return replace(query, held=()) == replace(self.rows.query, held=())

    def show_found(self, query: Query, rows: Sequence[Row], *, more: bool) -> None:
        """Shows the answers to a search: from their top, or where the reader was if it is the one that was shown."""
        if self.shows(query):
            self._bring(lambda: self.rows.show_found(query, rows, more))
            return
        self._quiet = True
        self.rows.show_found(query, rows, more)
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())
        self.scrollToTop()
        self._quiet = False

    def refresh(self) -> None:
        """Shows the same list anew; what was chosen stays chosen if it is still there."""
        self._bring(self.rows.refresh)

    def _bring(self, up_to_date: Callable[[], bool]) -> None:
        current, chosen, scroll = self.current(), self.chosen(), self.verticalScrollBar().value()
        self._quiet = True
        if not up_to_date():
            if current is not None:
                self.choose(current)
            for article in chosen:
                at = self.rows.row_of(article) if article != current else None
                if at is not None:
                    self.selectionModel().select(self.rows.index(at, 0), QItemSelectionModel.SelectionFlag.Select)
            self.verticalScrollBar().setValue(scroll)
        self._quiet = False

    def let_drag(self, give: Callable[[], QMimeData | None]) -> None:
        """Lets the chosen articles be dragged into other programs, which get what `give` makes of them."""
        self._give = give
        self.setDragEnabled(True)
        self.setDragDropMode(QListView.DragDropMode.DragOnly)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        mime = self._give() if self._give is not None else None
        if mime is not None:
            drag = QDrag(self)
            drag.setMimeData(mime)
            drag.exec(Qt.DropAction.CopyAction)

    def hold(self, article: int) -> None:
        """Lets an article that is read now stay in the list of unread ones until another list is shown."""
        query = self.rows.query
        if query.kind is ListKind.UNREAD and article not in query.held:
            self.rows.query = replace(query, held=(*query.held, article))

    def current(self) -> int | None:
        """The id of the current article."""
        row = self.currentIndex().data(ROW)
        return row.id if isinstance(row, Row) else None

    def chosen(self) -> tuple[int, ...]:
        """The ids of all selected articles, in the order of the list."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return tuple(index.data(ROW).id for index in indexes)

    def choose(self, article: int) -> bool:
        """Makes an article the current one; whether the list has it."""
        at = self.rows.row_of(article)
        if at is None:
            return False
        self._come_to(self.rows.index(at, 0))
        return True

    def step(self, direction: int, *, unread: bool = False) -> bool:
        """Goes to the next or previous article, or the next unread one; whether there was one."""
        at = self.currentIndex().row() + direction
        while at >= 0:
            if at >= self.rows.rowCount():
                if not self.rows.canFetchMore(QModelIndex()):
                    return False
                self.rows.fetchMore(QModelIndex())
                continue
            index = self.rows.index(at, 0)
            if not unread or index.data(ROW).unread:
                self._come_to(index)
                return True
            at += direction
        return False

    def go_to_end(self, *, first: bool) -> None:
        """Goes to the first article of the list, or to the last one, fetching all that lie between."""
        while not first and self.rows.canFetchMore(QModelIndex()):
            self.rows.fetchMore(QModelIndex())
        if self.rows.rowCount():
            self._come_to(self.rows.index(0 if first else self.rows.rowCount() - 1, 0))

    def _come_to(self, index: Index) -> None:
        """Makes a line the current and only selected one, whatever modifier keys are still held down."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def paintEvent(self, event: object) -> None:
        super().paintEvent(event)  # type: ignore[arg-type]
        if not self.rows.rowCount():
            painter = QPainter(self.viewport())
            paint_empty(painter, self.viewport().rect(), self._theme, *empty_sentence(self.rows.query))
            painter.end()

    def _told(self, index: Index) -> None:
        row = index.data(ROW)
        if not self._quiet and isinstance(row, Row):
            self.opened.emit(row.id)

    def _restyle(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


def empty_sentence(query: Query) -> tuple[str, str, str]:
    """Of an empty list an icon, what it is, and what would fill it."""
    if query.words:
        return (
            "search",
            tr("Nothing found"),
            tr("Nothing in this list has “{words}”. Press Esc to see the whole list.", words=query.words),
        )
    if query.collection == QUEUE:
        return (
            "list-ordered",
            tr("The reading queue is empty"),
            tr("Press I on an article to read it later, Shift+I to read it next."),
        )
    if query.collection:
        return (
            "layers",
            tr("Nothing in this collection yet"),
            tr("Press C on an article to put it here; Alt+Up and Alt+Down move it."),
        )
    if query.tag:
        return "tag", tr("Nothing is tagged “{tag}”", tag=query.tag), tr("Press T on an article to tag it.")
    return {
        "all": (
            "library",
            tr("Nothing here yet"),
            tr("Copy an article in your browser and press Ctrl+V, or drop a saved page here."),
        ),
        "unread": ("circle-dot", tr("You have read everything"), tr("What you add comes here until you open it.")),
        "bookmarked": ("bookmark", tr("No bookmarks yet"), tr("Press S on an article to keep it here.")),
        "noted": ("notebook-pen", tr("No notes yet"), tr("Select a passage while reading and press Ctrl+N.")),
        "archive": (
            "archive",
            tr("The archive is empty"),
            tr("Press E on an article: it leaves your lists, and is still found."),
        ),
        "trash": ("trash-2", tr("The trash is empty"), tr("What you delete waits here until you want it back.")),
    }[query.kind]


def spoken(row: Row) -> str:
    """A row as a screen reader says it: headline first, then state, source and date."""
    states = [
        name
        for name, on in (
            (tr("unread"), row.unread),
            (tr("bookmarked"), row.bookmarked),
            (tr("has notes"), row.noted),
        )
        if on
    ]
    return ", ".join(part for part in (row.title, *states, row.publisher or row.author, age(row)) if part)


def age(row: Row, now: datetime | None = None) -> str:
    """When an article was published, short: "today", "3 May", "3 May 2020"; when it was added, if nothing is known."""
    return printed_day(row.published, now) if row.published else _printed(row.added.astimezone(), now)


def printed_day(published: str | None, now: datetime | None = None) -> str:
    """A date of publication, short; as it stands where it is none."""
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return published or ""
    return _printed(moment, now)


def _printed(moment: datetime, now: datetime | None) -> str:
    now = now or datetime.now(UTC).astimezone()
    days = (now.date() - moment.date()).days
    if days == 0:
        return tr("today")
    if days == 1:
        return tr("yesterday")
    return told_short(moment, year=moment.year != now.year)


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


class _RowDelegate(QStyledItemDelegate):
    """Sets a line like an entry of a newspaper's index: whose and when, the headline, the beginning or the standfirst."""

    MARK = 3 * SPACE + 2
    """The size of the marks for bookmarks and notes."""

    def __init__(self, theme: Theme, view: ArticleList) -> None:
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
        tags = "".join(f"#{tag} " for tag in row.tags)
        within = QRect(box.left(), top, box.width(), box.height())
        painter.setPen(QColor(c.muted))
        hits = [(Span(start + len(tags), end + len(tags)), marking(c.found, c.text)) for start, end in row.hits]
        snippet = f"{tags}{row.snippet}"[:LONGEST_CHARACTERS]
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
