"""The sidebar: the smart lists with their counts, what goes across articles, and the tags below them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.article import counted, mark, tr
from reader.library import QUEUE, Collection, Feed, ListKind, Query, SavedSearch
from reader.window.people.view import NAMES, Across
from reader.window.theme import NEAR, SPACE, TIGHT, WIDE, Theme, paint_choice

LISTS = (
    (ListKind.ALL, mark("All articles"), "library"),
    (ListKind.UNREAD, mark("Unread"), "circle-dot"),
    (ListKind.BOOKMARKED, mark("Bookmarked"), "bookmark"),
    (ListKind.NOTED, mark("With notes"), "notebook-pen"),
    (ListKind.ARCHIVE, mark("Archive"), "archive"),
    (ListKind.TRASH, mark("Trash"), "trash-2"),
)
ACROSS = (
    (Across.QUOTES, "quote"),
    (Across.PEOPLE, "users"),
    (Across.ORGANISATIONS, "building-2"),
    (Across.PLACES, "map-pin"),
    (Across.STORIES, "newspaper"),
)


class Place(Enum):
    """What the sidebar leads to that is no list of articles."""

    ANNOTATIONS = "annotations"


_QUERY = Qt.ItemDataRole.UserRole + 1
_COUNT = Qt.ItemDataRole.UserRole + 2
_ICON = Qt.ItemDataRole.UserRole + 3
_OWN_ICON = Qt.ItemDataRole.UserRole + 4
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
Index = QModelIndex | QPersistentModelIndex


class Sidebar(QListView):
    """`chosen` carries the Query of the list or tag that the reader chose, `across_chosen` what goes across articles,
    `place_chosen` another place."""

    chosen = Signal(Query)
    across_chosen = Signal(Across)
    place_chosen = Signal(Place)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._quiet = False
        self._query = Query()
        self.setObjectName("sidebar")
        self.setAccessibleName(tr("Lists and tags"))
        self.setModel(QStandardItemModel(self))
        self.setItemDelegate(_LineDelegate(theme, self))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_lists(
        self,
        counts: dict[ListKind, int],
        tags: list[tuple[str, int]],
        feeds: Sequence[Feed] = (),
        collections: Sequence[Collection] = (),
        searches: Sequence[SavedSearch] = (),
    ) -> None:
        """Shows lists, searches, collections, feeds and tags with their counts; the chosen one stays chosen, or the
        first one is."""
        query, across = self.query(), self.beside()
        self._quiet = True
        model = QStandardItemModel(self)
        for kind, name, icon in LISTS:
            model.appendRow(_line(tr(name), Query(kind=kind), counts.get(kind, 0), icon))
            if kind is ListKind.UNREAD:
                _add_queue(model, collections)
        model.appendRow(_heading(tr("Across articles")))
        for where, icon in ACROSS:
            model.appendRow(_line(tr(NAMES[where]), where, 0, icon))
        model.appendRow(_line(tr("Highlights & notes"), Place.ANNOTATIONS, 0, "highlighter"))
        if searches:
            model.appendRow(_heading(tr("Saved searches")))
        for search in searches:
            model.appendRow(_line(search.name, Query(words=search.words), 0, "search"))
        if any(each.key != QUEUE for each in collections):
            model.appendRow(_heading(tr("Collections")))
        for each in collections:
            if each.key != QUEUE:
                model.appendRow(_line(each.name, Query(collection=each.key), each.count, "layers"))
        _add_feeds(model, feeds)
        _add_tags(model, tags)
        before = self.model()
        self.setModel(model)
        before.deleteLater()
        self.selectionModel().currentChanged.connect(self._told)
        if across is None:
            self.choose(query)
        else:
            self._query = query
            self._choose(across)
        self._quiet = False
        if self.query() != query:
            self.chosen.emit(self.query())

    def query(self) -> Query:
        """The Query of the chosen line."""
        found = self.currentIndex().data(_QUERY)
        return found if isinstance(found, Query) else self._query

    def beside(self) -> Across | Place | None:
        """What the chosen line leads to, where that is no list of articles."""
        found = self.currentIndex().data(_QUERY)
        return found if isinstance(found, Across | Place) else None

    def choose(self, query: Query) -> None:
        """Chooses the line of a Query, the first one if there is none for it."""
        self._choose(query)

    def point_at(self, beside: Across | Place | None) -> None:
        """Chooses the line of what is shown instead of articles, or of the articles' list again, without telling."""
        if beside == self.beside():
            return
        self._query, self._quiet = self.query(), True
        self._choose(beside if beside is not None else self._query)
        self._quiet = False

    def _choose(self, wanted: Query | Across | Place) -> None:
        model = self.model()
        rows = [model.index(row, 0) for row in range(model.rowCount())]
        found = next((index for index in rows if index.data(_QUERY) == wanted), rows[0] if rows else QModelIndex())
        self.setCurrentIndex(found)

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
        if self._quiet:
            return
        if isinstance(query, Query):
            self._query = query
            self.chosen.emit(query)
        elif isinstance(query, Across):
            self.across_chosen.emit(query)
        elif isinstance(query, Place):
            self.place_chosen.emit(query)


def _heading(name: str) -> QStandardItem:
    heading = QStandardItem(name)
    heading.setFlags(Qt.ItemFlag.NoItemFlags)
    return heading


def _line(name: str, query: Query | Across | Place, count: int, icon: str) -> QStandardItem:
    item = QStandardItem(name)
    item.setData(query, _QUERY)
    item.setData(count, _COUNT)
    item.setData(icon, _ICON)
    counts = isinstance(query, Query) and not query.words
    spoken = f"{name}, {counted(count, '{n} article', '{n} articles')}" if counts else name
    item.setData(spoken, SPOKEN)
    return item


def _add_queue(model: QStandardItemModel, collections: Sequence[Collection]) -> None:
    """The reading queue, once anything was put into it."""
    queue = next((each for each in collections if each.key == QUEUE), None)
    if queue is not None:
        model.appendRow(_line(tr("Reading queue"), Query(collection=QUEUE), queue.count, "list-ordered"))


def _add_tags(model: QStandardItemModel, tags: Sequence[tuple[str, int]]) -> None:
    """The tags as a tree: those below another one further in, and a line for one that only others lie below."""
    if tags:
        model.appendRow(_heading(tr("Tags")))
    shown: set[str] = set()
    tops: dict[str, int] = {}  # those below one tag stand together, whatever stands between them in the alphabet
    for name, _ in tags:
        tops.setdefault(name.casefold().split("/")[0], len(tops))

    def place(tag: tuple[str, int]) -> tuple[int, list[str]]:
        path = tag[0].casefold().split("/")
        return tops[path[0]], path

    for name, count in sorted(tags, key=place):
        path = name.split("/")
        for depth in range(1, len(path)):
            above = "/".join(path[:depth])
            if above.casefold() not in shown:
                shown.add(above.casefold())
                model.appendRow(_tag_line(above, 0))
        shown.add(name.casefold())
        model.appendRow(_tag_line(name, count))


def _tag_line(name: str, count: int) -> QStandardItem:
    *above, last = name.split("/")
    line = _line("\u2003" * len(above) + last, Query(tag=name), count, "tag")
    line.setData(_line(name, Query(tag=name), count, "tag").data(SPOKEN), SPOKEN)
    return line


def _add_feeds(model: QStandardItemModel, feeds: Sequence[Feed]) -> None:
    """The feeds in their folders, each with its unread articles; one that fails says so."""
    if feeds:
        model.appendRow(_heading(tr("Feeds")))
    shown: set[str] = set()
    for feed in sorted(feeds, key=lambda feed: (feed.folder != "", feed.folder.casefold(), feed.title.casefold())):
        path = feed.folder.split("/") if feed.folder else []
        for depth in range(1, len(path) + 1):
            folder = "/".join(path[:depth])
            if folder not in shown:
                shown.add(folder)
                inside = [f for f in feeds if f.folder == folder or f.folder.startswith(f"{folder}/")]
                name = "\u2003" * (depth - 1) + path[depth - 1]
                model.appendRow(_line(name, Query(folder=folder), sum(f.unread for f in inside), "folder"))
        name = "\u2003" * len(path) + feed.title + (" ⚠" if feed.asked.fault else "")
        line = _line(name, Query(feed=feed.key), feed.unread, "rss")
        if feed.icon is not None:
            line.setData(_image(feed.icon), _OWN_ICON)
        line.setToolTip(feed.asked.fault or feed.notice or feed.url)
        if feed.asked.fault:
            spoken = f"{feed.title}, {counted(feed.unread, '{n} unread', '{n} unread')}, {feed.asked.fault}"
            line.setData(spoken, SPOKEN)
        model.appendRow(line)


@lru_cache(maxsize=1000)
def _image(icon: bytes) -> QImage:
    """A feed's icon, which was drawn anew when it came; decoded once, not at every change of a count."""
    return QImage.fromData(icon)


class _LineDelegate(QStyledItemDelegate):
    ICON = 4 * SPACE

    def __init__(self, theme: Theme, view: Sidebar) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        height = QFontMetrics(self._theme.label_font()).height() + 3 * SPACE
        return QSize(120, height + (3 * SPACE if index.data(_QUERY) is None else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        c, rect = self._theme.colours, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(_QUERY) is None:
            painter.setFont(self._theme.caps_font(text=str(index.data())))
            painter.setPen(QColor(c.muted))
            painter.drawText(rect.adjusted(WIDE, 0, 0, -TIGHT), Qt.AlignmentFlag.AlignBottom, str(index.data()))
            painter.restore()
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            paint_choice(painter, rect, self._theme, focused=self._view.hasFocus())
        icon = QRect(rect.left() + WIDE, rect.center().y() - self.ICON // 2, self.ICON, self.ICON)
        own = index.data(_OWN_ICON)
        if isinstance(own, QImage) and not own.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(icon, own)
        else:
            self._theme.paint_icon(painter, str(index.data(_ICON)), "accent" if chosen else "muted", icon)
        used = 0
        if index.data(_COUNT):
            painter.setPen(QColor(c.muted))
            painter.setFont(self._theme.label_font(-0.3))
            count, right = f"{index.data(_COUNT):,}", Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(rect.adjusted(0, 0, -WIDE, 0), right, count)
            used = painter.fontMetrics().horizontalAdvance(count) + NEAR
        name, weight = str(index.data()), QFont.Weight.Medium if chosen else QFont.Weight.Normal
        painter.setPen(QColor(c.text))
        painter.setFont(self._theme.label_font(weight=weight, text=name))
        text = rect.adjusted(2 * WIDE + NEAR, 0, -WIDE - used, 0)
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()
