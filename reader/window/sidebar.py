"""The sidebar: the smart lists with their counts, and the tags below them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.library import ListKind, Query
from reader.window.theme import SPACE, Theme

LISTS = (
    (ListKind.ALL, "All articles", "library"),
    (ListKind.UNREAD, "Unread", "circle-dot"),
    (ListKind.BOOKMARKED, "Bookmarked", "bookmark"),
    (ListKind.NOTED, "With notes", "notebook-pen"),
    (ListKind.ARCHIVE, "Archive", "archive"),
    (ListKind.TRASH, "Trash", "trash-2"),
)
_QUERY = Qt.ItemDataRole.UserRole + 1
_COUNT = Qt.ItemDataRole.UserRole + 2
_ICON = Qt.ItemDataRole.UserRole + 3
Index = QModelIndex | QPersistentModelIndex


class Sidebar(QListView):
    """`chosen` carries the Query of the list or tag that the reader chose."""

    chosen = Signal(Query)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._quiet = False
        self.setObjectName("sidebar")
        self.setAccessibleName("Lists and tags")
        self.setModel(QStandardItemModel(self))
        self.setItemDelegate(_LineDelegate(theme, self))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_lists(self, counts: dict[ListKind, int], tags: list[tuple[str, int]]) -> None:
        """Shows the lists and tags with their counts; the chosen one stays chosen, or the first one is."""
        query = self.query()
        self._quiet = True
        model = QStandardItemModel(self)
        for kind, name, icon in LISTS:
            model.appendRow(_line(name, Query(kind=kind), counts.get(kind, 0), icon))
        if tags:
            heading = QStandardItem("Tags")
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            model.appendRow(heading)
        for name, count in tags:
            model.appendRow(_line(name, Query(tag=name), count, "tag"))
        before = self.model()
        self.setModel(model)
        before.deleteLater()
        self.selectionModel().currentChanged.connect(self._told)
        self.choose(query)
        self._quiet = False
        if self.query() != query:
            self.chosen.emit(self.query())

    def query(self) -> Query:
        """The Query of the chosen line."""
        found = self.currentIndex().data(_QUERY)
        return found if isinstance(found, Query) else Query()

    def choose(self, query: Query) -> None:
        """Chooses the line of a Query, the first one if there is none for it."""
        model = self.model()
        rows = [model.index(row, 0) for row in range(model.rowCount())]
        wanted = next((index for index in rows if index.data(_QUERY) == query), rows[0] if rows else QModelIndex())
        self.setCurrentIndex(wanted)

    def step(self, direction: int) -> None:
        """Goes to the next or previous line."""
        model, row = self.model(), self.currentIndex().row() + direction
        while 0 <= row < model.rowCount():
            if model.index(row, 0).data(_QUERY) is not None:
                self.setCurrentIndex(model.index(row, 0))
                return
            row += direction

    def _told(self, index: Index) -> None:
        query = index.data(_QUERY)
        if not self._quiet and isinstance(query, Query):
            self.chosen.emit(query)


def _line(name: str, query: Query, count: int, icon: str) -> QStandardItem:
    item = QStandardItem(name)
    item.setData(query, _QUERY)
    item.setData(count, _COUNT)
    item.setData(icon, _ICON)
    item.setData(f"{name}, {count} article{'s' if count != 1 else ''}", Qt.ItemDataRole.AccessibleTextRole)
    return item


class _LineDelegate(QStyledItemDelegate):
    HEIGHT = 8 * SPACE

    def __init__(self, theme: Theme, view: Sidebar) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, self.HEIGHT + (3 * SPACE if index.data(_QUERY) is None else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        c, rect = self._theme.colours, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(_QUERY) is None:
            painter.setFont(self._theme.label_font(-0.5, weight=QFont.Weight.DemiBold))
            painter.setPen(QColor(c.muted))
            painter.drawText(
                rect.adjusted(4 * SPACE, 0, 0, -SPACE), Qt.AlignmentFlag.AlignBottom, str(index.data()).upper()
            )
            painter.restore()
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            box = rect.adjusted(2 * SPACE, 1, -2 * SPACE, -1)
            painter.setPen(QPen(QColor(c.accent), 1) if self._view.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.selection))
            painter.drawRoundedRect(box, 1.5 * SPACE, 1.5 * SPACE)
        icon = self._theme.icon(str(index.data(_ICON)), "accent" if chosen else "muted")
        icon.paint(painter, QRect(rect.left() + 4 * SPACE, rect.center().y() - 8, 16, 16))
        painter.setPen(QColor(c.text))
        painter.setFont(self._theme.label_font(weight=QFont.Weight.Medium if chosen else QFont.Weight.Normal))
        text = rect.adjusted(10 * SPACE, 0, -12 * SPACE, 0)
        name = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, name)
        if index.data(_COUNT):
            painter.setPen(QColor(c.muted))
            painter.setFont(self._theme.label_font(-0.3))
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(rect.adjusted(0, 0, -4 * SPACE, 0), right, f"{index.data(_COUNT):,}")
        painter.restore()
