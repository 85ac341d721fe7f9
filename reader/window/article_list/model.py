"""The articles of one list, paged from the library as it is scrolled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reader.library import Library, Query, Row
from reader.window.article_list.telling import spoken

PAGE_ROWS, FOUND_ROWS = 60, 20
"""So many lines are read at once; of a search fewer, as for each one the passage is looked for while the reader types."""
ROW = Qt.ItemDataRole.UserRole + 1
"""The role under which a line gives its Row."""
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
