"""All highlights, notes and bookmarks in one list, searched, filtered and sorted; the article beside it shows each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.article import counted, mark, tr
from reader.library import Annotation, AnnotationKind, AnnotationOrder, AnnotationQuery
from reader.window.inspector.cards import Cards
from reader.window.inspector.note_cards import annotation_cards
from reader.window.search_field import SearchField
from reader.window.theme import HEADER, NEAR, SPACE, TIGHT, Theme, paint_empty

PAGE_CARDS = 60
TYPING_MS = 120

KINDS = (
    (None, False, mark("Everything")),
    (AnnotationKind.HIGHLIGHT, False, mark("Highlights")),
    (AnnotationKind.NOTE, False, mark("Notes")),
    (AnnotationKind.BOOKMARK, False, mark("Bookmarks")),
    (None, True, mark("Lost or unsure")),
)
ORDERS = (
    (AnnotationOrder.NEWEST, mark("Newest first")),
    (AnnotationOrder.OLDEST, mark("Oldest first")),
    (AnnotationOrder.ARTICLE, mark("By article")),
    (AnnotationOrder.COLOUR, mark("By colour")),
)
PERIODS = (
    (None, mark("Any time")),
    (1, mark("Last day")),
    (7, mark("Last week")),
    (30, mark("Last month")),
    (365, mark("Last year")),
)
_EMPTY = (
    mark("Nothing marked yet"),
    mark("Select words in an article and press Ctrl+H to highlight them, Ctrl+N for a note, B for a bookmark."),
)
_NOT_FOUND = (mark("Nothing found"), mark("No highlight, note or bookmark answers this. Esc shows all."))
_LOST = (
    mark("Everything stands where it stood"),
    mark("When an article changes so that a passage cannot be found again, its words wait here."),
)


@dataclass(frozen=True)
class Choices:
    """What the filters offer: the reader's names of colours, the tags in use, and the article that is open."""

    colours: Mapping[str, str]
    tags: tuple[str, ...]
    article: int | None


class Overview(QWidget):
    """`asked` carries the query to answer by `show_made`; `chosen`, `opened`, `deleted` and `copied` an annotation."""

    asked = Signal(object)
    chosen = Signal(object)
    opened = Signal(object)
    deleted = Signal(object)
    copied = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._made: list[Annotation] = []
        self._names: Mapping[str, str] = {}
        self._article: int | None = None
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()
        self._typing = QTimer(self, interval=TYPING_MS, singleShot=True)
        self._typing.timeout.connect(self.ask)
        self.search.textChanged.connect(lambda _words: self._typing.start())
        self.search.returnPressed.connect(self._enter)
        self.cards.chosen.connect(lambda _key: self._tell(self.chosen))
        self.cards.activated_key.connect(lambda _key: self._tell(self.opened))
        self.cards.deletion_asked.connect(lambda: self._tell(self.deleted))
        self.cards.copy_asked.connect(lambda: self._tell(self.copied))
        self.cards.verticalScrollBar().valueChanged.connect(self._more)
        theme.changed.connect(self._redraw)

    def _build(self) -> None:
        self.search = SearchField(tr("Search highlights, notes and bookmarks"), tr("Search highlights & notes"), self)
        self.kind = _choice(self, tr("Which kind"), [(tr(name), (kind, lost)) for kind, lost, name in KINDS])
        self.order = _choice(self, tr("Sorted by"), [(tr(name), order) for order, name in ORDERS])
        self.colour = _choice(self, tr("Colour"), [])
        self.tag = _choice(self, tr("Tag"), [])
        self.period = _choice(self, tr("When"), [(tr(name), days) for days, name in PERIODS])
        self.where = _choice(self, tr("Where"), [(tr("All articles"), False), (tr("This article"), True)])
        for box in (self.kind, self.order, self.colour, self.tag, self.period, self.where):
            box.currentIndexChanged.connect(lambda _index: self.ask())
        self.filters = QToolButton(self)
        self.filters.setCheckable(True)
        self.filters.setObjectName("bare")
        self.filters.setAccessibleName(tr("More filters"))
        self.filters.setToolTip(tr("Filter by colour, tag, time and article"))
        self.filters.toggled.connect(self._show_filters)
        self.count = QLabel("", self)
        self.count.setObjectName("quiet")
        self.count.setContentsMargins(3 * SPACE, 0, 3 * SPACE, TIGHT)
        self.cards = AnnotationCards(self._theme, self)
        band = QWidget(self)
        band.setMinimumHeight(HEADER)
        top = QHBoxLayout(band)
        top.setContentsMargins(3 * SPACE, SPACE, 3 * SPACE, SPACE)
        top.setSpacing(TIGHT)
        top.addWidget(self.search, 1)
        top.addWidget(self.filters)
        self.first, self.second = _pair(self, self.kind, self.order), QWidget(self)
        more = QGridLayout(self.second)
        more.setContentsMargins(3 * SPACE, 0, 3 * SPACE, NEAR)
        more.setSpacing(NEAR)
        for at, box in enumerate((self.colour, self.tag, self.period, self.where)):
            more.addWidget(box, at // 2, at % 2)
        self.second.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (band, self.first, self.second, self.count):
            layout.addWidget(widget)
        layout.addWidget(self.cards, 1)
        self._icons()

    # ---- What is asked

    def query(self) -> AnnotationQuery:
        """What the fields ask for."""
        kind, lost = self.kind.currentData()
        days = self.period.currentData()
        return AnnotationQuery(
            words=self.search.text(),
            kind=kind,
            colour=self.colour.currentData(),
            article=self._article if self.where.currentData() else None,
            tag=self.tag.currentData(),
            since=None if days is None else datetime.now(UTC) - timedelta(days=days),
            unsettled=lost,
            order=AnnotationOrder(self.order.currentData()),  # Qt gives back a plain string
        )

    def ask(self) -> None:
        """Asks for what the fields say."""
        self._typing.stop()
        self.asked.emit(self.query())

    def offer(self, choices: Choices) -> None:
        """Brings what the filters offer up to date; what is chosen stays so where it is still there."""
        self._names, self._article = choices.colours, choices.article
        _refill(self.colour, [(tr("Any colour"), None), *((name, key) for key, name in choices.colours.items())])
        _refill(self.tag, [(tr("Any tag"), None), *((name, name) for name in choices.tags)])

    def next_kind(self) -> None:
        """Lists the next kind, and all again after the last."""
        self.kind.setCurrentIndex((self.kind.currentIndex() + 1) % self.kind.count())

    def show_filters(self) -> None:
        """Shows all filters, with the focus in the first."""
        self.filters.setChecked(True)
        self.colour.setFocus()

    def quiet(self) -> bool:
        """Takes back what narrows the list; whether anything did."""
        narrow = (self.kind, self.colour, self.tag, self.period, self.where)
        if not (self.search.text() or any(box.currentIndex() > 0 for box in narrow)):
            return False
        for box in narrow:
            box.setCurrentIndex(0)
        self.search.clear()
        self.filters.setChecked(False)
        self.cards.setFocus()
        self.ask()
        return True

    # ---- What is shown

    def show_made(self, made: list[Annotation]) -> None:
        """Shows the annotations that were asked for; the one that was chosen stays so, or the one in its place is."""
        key, row = self.cards.current_key(), self.cards.currentIndex().row()
        self._made = made
        self.cards.empty = self._empty()
        many = counted(len(made), "{n} found", "{n} found") if self._narrowed() else ""
        self.count.setText(many or counted(len(made), "{n} annotation", "{n} annotations"))
        self.count.setVisible(bool(made))
        shown = max(PAGE_CARDS, self.cards.model().rowCount())
        self.cards.show_cards(annotation_cards(made[:shown], self._theme.colours, self._names))
        if made and not (key and self.cards.current_key() == key):
            self.cards.choose(made[min(max(row, 0), len(made) - 1)].key, tell=not self.search.hasFocus())

    def current(self) -> Annotation | None:
        """The chosen annotation."""
        key = self.cards.current_key()
        return next((each for each in self._made if each.key == key), None) if key else None

    def choose(self, key: str) -> None:
        """Chooses an annotation that is listed."""
        at = next((at for at, each in enumerate(self._made) if each.key == key), None)
        if at is not None:
            self._grow(at + 1)
            self.cards.choose(key)

    def open_chosen(self) -> None:
        """Goes to the passage of the chosen one."""
        self._tell(self.opened)

    def step(self, direction: int) -> None:
        """Goes to the next or previous one."""
        at = self.cards.currentIndex().row() + direction
        if 0 <= at < len(self._made):
            self.choose(self._made[at].key)

    def _enter(self) -> None:
        """From the field into the list."""
        self.cards.setFocus()
        self._tell(self.chosen)

    def _narrowed(self) -> bool:
        return replace(self.query(), order=AnnotationOrder.NEWEST) != AnnotationQuery()

    def _empty(self) -> tuple[str, str]:
        query = self.query()
        if query == AnnotationQuery(unsettled=True, order=query.order):
            return _LOST
        return _NOT_FOUND if self._narrowed() else _EMPTY

    def _tell(self, signal: SignalInstance) -> None:
        current = self.current()
        if current is not None:
            signal.emit(current)

    def _more(self, value: int) -> None:
        bar = self.cards.verticalScrollBar()
        if value > bar.maximum() - bar.pageStep():
            self._grow(self.cards.model().rowCount() + PAGE_CARDS)

    def _grow(self, number: int) -> None:
        """Lists at least so many."""
        here = self.cards.model().rowCount()
        if here < min(number, len(self._made)):
            more = self._made[here : max(number, here + PAGE_CARDS)]
            self.cards.add_cards(annotation_cards(more, self._theme.colours, self._names))

    def _show_filters(self, on: bool) -> None:
        self.second.setVisible(on)
        if not on:
            for box in (self.colour, self.tag, self.period, self.where):
                box.setCurrentIndex(0)

    def _icons(self) -> None:
        self.filters.setIcon(self._theme.icon("funnel", "text"))

    def _redraw(self) -> None:
        self._icons()
        self.show_made(self._made)


class AnnotationCards(Cards):
    """Cards of annotations: Delete and the keys for copying are theirs, and when empty they say what would fill them."""

    deletion_asked = Signal()
    copy_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, tr("Highlights, notes and bookmarks"), parent)
        self.empty = _EMPTY
        self.setObjectName("articles")

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._own(event):
            event.accept()  # the window's command on this key is not meant here
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        own = self._own(event)
        if own is None:
            super().keyPressEvent(event)
        else:
            own.emit()

    def _own(self, event: QKeyEvent) -> SignalInstance | None:
        if event.matches(QKeySequence.StandardKey.Copy):
            return self.copy_asked
        return self.deletion_asked if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} else None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.model().rowCount():
            painter = QPainter(self.viewport())
            paint_empty(painter, self.viewport().rect(), self._theme, "highlighter", *map(tr, self.empty))
            painter.end()


def as_text(made: Annotation) -> str:
    """An annotation as it is copied: its words, the note, and where it is from."""
    source = " · ".join(part for part in (made.title, made.publisher) if part)
    quoted = f"“{' '.join(made.quoted.split())}”" if made.quoted else ""
    return "\n\n".join(part for part in (quoted, made.body.strip(), f"({source})" if source else "") if part)


def _choice(parent: QWidget, name: str, choices: list[tuple[str, object]]) -> QComboBox:
    box = QComboBox(parent)
    box.setAccessibleName(name)
    box.setMinimumContentsLength(6)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for shown, value in choices:
        box.addItem(shown, value)
    return box


def _pair(parent: QWidget, one: QWidget, other: QWidget) -> QWidget:
    row = QWidget(parent)
    layout = QHBoxLayout(row)
    layout.setContentsMargins(3 * SPACE, 0, 3 * SPACE, NEAR)
    layout.setSpacing(NEAR)
    layout.addWidget(one, 1)
    layout.addWidget(other, 1)
    return row


def _refill(box: QComboBox, choices: list[tuple[str, object]]) -> None:
    before = box.currentData()
    if [(box.itemText(at), box.itemData(at)) for at in range(box.count())] == choices:
        return
    box.blockSignals(True)
    box.clear()
    for shown, value in choices:
        box.addItem(shown, value)
    box.setCurrentIndex(max(0, next((at for at, (_, value) in enumerate(choices) if value == before), 0)))
    box.blockSignals(False)
