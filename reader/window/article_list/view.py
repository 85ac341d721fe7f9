"""The article list: read like the index of a newspaper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QDrag, QPainter
from PySide6.QtWidgets import QListView, QWidget

from reader.article import tr
from reader.library import Library, ListKind, Query, Row
from reader.window.article_list.drawing import RowDelegate
from reader.window.article_list.model import ROW, ArticleModel, Index
from reader.window.article_list.telling import empty_sentence
from reader.window.theme import Theme, paint_empty


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
        self.setItemDelegate(RowDelegate(theme, self))
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
