"""The reading pane: one article as a page, its quotations and names quietly marked, the chosen ones lit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from reader.article import Analysis, Span, mark, tr
from reader.library import Opened
from reader.window.reading.drawn_marks import cursors_over, format_of
from reader.window.reading.finding import places_of
from reader.window.reading.marks import Mark, own_marks, plain_marks, quiet_marks
from reader.window.reading.page import HANG, set_page
from reader.window.reading.pictures import NO_PICTURES, Pictures
from reader.window.reading.pointing import names_at, thing_at
from reader.window.reading.positions import Positions
from reader.window.reading.rules import draw_rules
from reader.window.reading.scroll_bar import MarkedScrollBar
from reader.window.reading.structure import StructuredPage
from reader.window.theme import APART, SECTION, SPACE, Theme, character_width, paint_empty

POINTING_MS = 120
MOST_BAR_MARKS = 2_000
"""So many places are shown in the scroll bar; more could not be told apart."""
_NOTHING_OPEN = (
    mark("Nothing is open"),
    mark(
        "Copy an article in your browser and press Ctrl+V, drop saved pages onto the window, or choose files with Ctrl+O."
    ),
)


class ReadingPane(StructuredPage):
    """Shows an article; tells which name or quotation the mouse or the caret points at.

    Signals carry an entity's id, a quotation's index in the analysis, and the text offset at the top of the view.
    """

    mention_pointed = Signal(str)
    quote_pointed = Signal(int)
    mention_clicked = Signal(str)
    quote_clicked = Signal(int)
    position_changed = Signal(int)
    selected_by_mouse = Signal(QRect)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._opened: Opened | None = None
        self._analysis: Analysis | None = None
        self._pictures = NO_PICTURES
        self._positions = Positions([])
        self._lit: list[Span] = []
        self._current: int | None = None
        self._found: list[Span] = []
        self._hovered: list[Span] = []
        self._plain = False
        self._pointed: tuple[str, int] | None = None
        self._top = 0
        self._laying_out = False
        self.bar = MarkedScrollBar(theme, self)
        self.setVerticalScrollBar(self.bar)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # the lines keep their width
        self.setOpenLinks(False)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setObjectName("page")
        self.setAccessibleName(tr("Article"))
        self._pointing = QTimer(self, interval=POINTING_MS, singleShot=True)
        self._pointing.timeout.connect(self._tell_pointed)
        self.cursorPositionChanged.connect(self._caret_moved)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._reflowed)
        self._settling = QTimer(self, interval=0, singleShot=True)
        self._settling.timeout.connect(self._hold)
        theme.changed.connect(self._restyle)

    def sheet_name(self) -> str:
        return (self._opened.article.title or self._opened.capture_name) if self._opened is not None else ""

    @property
    def opened(self) -> Opened | None:
        return self._opened

    def show_article(self, opened: Opened | None, pictures: Pictures = NO_PICTURES) -> None:
        """Shows an article from its top, with its pictures where they are here, or nothing."""
        self._opened, self._pictures = opened, pictures
        self._top, self._laying_out = 0, True
        self._analysis = opened.analysis if opened else None
        self._lit, self._current, self._found, self._hovered = [], None, [], []
        self.bar.show_marks(())
        if opened is None:
            self.document().clear()
            self._positions = Positions([])
        else:
            self._positions = set_page(self.document(), opened.article, self._theme, pictures)
            self.setAccessibleDescription(opened.article.title or "")
        self._lay_out()
        self.set_position(0)
        self._mark()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self.viewport(), QAccessible.Event.ObjectReorder))

    def refresh(self, opened: Opened) -> None:
        """Shows the same article anew (notes, bookmarks, analysis changed), staying where the reader is."""
        if self._opened is not None and self._opened.article == opened.article:
            self._opened, self._analysis = opened, opened.analysis
            self._mark()
            return
        position = self.position()
        self.show_article(opened, self._pictures)
        self.set_position(position)

    def show_pictures(self, pictures: Pictures) -> None:
        """Shows other pictures, or none, staying where the reader is."""
        if pictures != self._pictures:
            self._pictures = pictures
            self._restyle()

    def light(self, spans: Sequence[Span], current: int | None = None, *, scroll: bool = True) -> None:
        """Brings spans forward and scrolls to the first; with `current`, to the one at that index, and it most."""
        self._lit, self._current = list(spans), current
        self._mark()
        if self._lit and scroll:
            self.scroll_to(self._lit[current or 0])

    def clear_light(self) -> None:
        self._lit, self._current = [], None
        self._mark()

    def find_words(self, words: str) -> int:
        """Marks every place where `words` stand, whatever their case; how many there are."""
        self.mark_found(places_of(words, self._opened.article.text) if self._opened is not None else [])
        return len(self._found)

    def mark_found(self, places: Sequence[Span]) -> None:
        """Marks the places that something else found."""
        self._found = list(places)
        self._mark()
        self._mark_bar()

    def _mark_bar(self) -> None:
        """Shows in the scroll bar where the words that were found stand."""
        layout = self.document().documentLayout()
        height = max(1.0, layout.documentSize().height())
        heights: list[float] = []
        for span in self._found[:MOST_BAR_MARKS]:
            position = self._positions.position(span.start)
            block = self.document().findBlock(position)
            line = block.layout().lineForTextPosition(position - block.position())
            y = layout.blockBoundingRect(block).top() + (line.y() if line.isValid() else 0.0)
            heights.append(min(1.0, y / height))
        self.bar.show_marks(heights)

    @property
    def plain(self) -> bool:
        """Whether every quotation and every name is marked plainly, not quietly."""
        return self._plain

    def mark_plainly(self, on: bool) -> None:
        """Brings all quotations and names forward, or lets them be quiet again."""
        self._plain = on
        self._mark()

    @property
    def found(self) -> Sequence[Span]:
        """The places that are marked as found."""
        return self._found

    def scroll_to(self, span: Span) -> None:
        """Puts a span into the upper third of the view, and the caret before it."""
        self._put_caret(span.start)
        top = self.cursorRect(self.textCursor()).top()
        bar = self.verticalScrollBar()
        if not self.viewport().height() * 0.1 < top < self.viewport().height() * 0.75:
            bar.setValue(bar.value() + top - self.viewport().height() // 3)

    def selected_span(self) -> Span | None:
        """What the reader has selected, as offsets into the article's text; None where that is nothing of it."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start = self._positions.nearest(cursor.selectionStart())
        end = self._positions.reached(cursor.selectionEnd())
        return Span(start, end) if start < end else None

    def lit_span(self) -> Span | None:
        """What is brought forward: a quotation from its first word to its last, the current hit or mention."""
        if not self._lit:
            return None
        if self._current is not None:
            return self._lit[self._current]
        return Span(min(span.start for span in self._lit), max(span.end for span in self._lit))

    def select(self, span: Span) -> None:
        """Selects a span, as the reader would by keys."""
        cursor = self.textCursor()
        cursor.setPosition(self._positions.position(span.start))
        cursor.setPosition(self._positions.position(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def unselect(self) -> None:
        """Lets go of the selection; the caret stays at its end."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def caret(self) -> int:
        """The text offset that the caret stands at."""
        return self._positions.nearest(self.textCursor().position())

    def position(self) -> int:
        """The offset of the first line in view, as the reader last scrolled to it."""
        return self._top

    def set_position(self, offset: int) -> None:
        """Scrolls so that the line with `offset` is the first in view, and puts the caret there."""
        self._top = offset
        self._laying_out = True
        self._put_caret(offset)
        self._hold()

    def _hold(self) -> None:
        """Brings the page, however it was laid out, back to where the reader was."""
        self._laying_out = True
        bar = self.verticalScrollBar()
        if self._top > 0:
            cursor = self.textCursor()
            last = self.document().characterCount() - 1
            cursor.setPosition(min(self._positions.position(self._top), last))  # the page may be half set
            bar.setValue(bar.value() + self.cursorRect(cursor).top() - 2)
        else:
            bar.setValue(0)
        self._laying_out = False

    def _put_caret(self, offset: int) -> None:
        """Moves the caret without telling that the reader points at something."""
        cursor = self.textCursor()
        cursor.setPosition(self._positions.position(offset) if offset > 0 else 0)
        self.blockSignals(True)
        self.setTextCursor(cursor)
        self.blockSignals(False)

    def _scrolled(self, value: int) -> None:
        if not self._laying_out:
            self._top = self._positions.nearest(self.cursorForPosition(QPoint(0, 2)).position()) if value else 0
            self.position_changed.emit(self._top)

    def at_end(self) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum()

    def page(self, direction: int) -> None:
        """Scrolls by nearly a page, down or up."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + direction * int(self.viewport().height() * 0.9))

    def _reflowed(self) -> None:
        """The page has another height: until it is back where the reader was, scrolling is not the reader's."""
        self._laying_out = True
        self._settling.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._laying_out = True
        super().resizeEvent(event)
        self._lay_out()
        self._hold()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if self._opened is None:
            paint_empty(painter, self.viewport().rect(), self._theme, "book-open", *map(tr, _NOTHING_OPEN))
        else:
            draw_rules(painter, self, self._theme.colours)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point_at(self._offset_under(event.position().toPoint()))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            return True
        return super().event(event)

    def _offset_under(self, point: QPoint) -> int | None:
        cursor = self.cursorForPosition(point)
        rect = self.cursorRect(cursor)
        near = abs(rect.center().y() - point.y()) <= rect.height() and abs(rect.x() - point.x()) < 3 * rect.height()
        return self._positions.offset(cursor.position()) if near else None

    def _caret_moved(self) -> None:
        if self.hasFocus():
            self._point_at(self._positions.offset(self.textCursor().position()))

    def _point_at(self, offset: int | None) -> None:
        pointed = thing_at(self._analysis, offset)
        if pointed != self._pointed:
            self._pointed = pointed
            self._hovered = names_at(self._analysis, offset) if pointed is not None and pointed[0] == "entity" else []
            self.viewport().setCursor(
                Qt.CursorShape.IBeamCursor if pointed is None else Qt.CursorShape.PointingHandCursor
            )
            self._mark()
        self._pointing.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.selected_span() is not None:
            self.selected_by_mouse.emit(self.cursorRect())
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection() and self._analysis:
            pointed = thing_at(self._analysis, self._offset_under(event.position().toPoint()))
            if pointed is not None and pointed[0] == "entity":
                self.mention_clicked.emit(self._analysis.entities[pointed[1]].id)
            elif pointed is not None:
                self.quote_clicked.emit(pointed[1])

    def _tell_pointed(self) -> None:
        if self._pointed is None or self._analysis is None:
            return
        kind, index = self._pointed
        if kind == "entity":
            self.mention_pointed.emit(self._analysis.entities[index].id)
        else:
            self.quote_pointed.emit(index)

    def _restyle(self) -> None:
        if self._opened is not None:
            self._laying_out = True
            self._positions = set_page(self.document(), self._opened.article, self._theme, self._pictures)
            self._lay_out()
            self._hold()
            self._mark()

    def _lay_out(self) -> None:
        """Keeps the measure: so many characters to the line, whatever the width of the pane."""
        measure = character_width(self._theme.text_font()) * self._theme.reading.measure
        margin = max(APART, int((self.width() - measure) / 2))
        self.setViewportMargins(margin - HANG, 0, margin - 3 * SPACE, 0)
        self.document().setDocumentMargin(0)
        root = self.document().rootFrame().frameFormat()
        root.setTopMargin(SECTION)
        root.setBottomMargin(16 * SPACE)
        self.document().rootFrame().setFrameFormat(root)
        if self.document().textWidth() != self.viewport().width():  # new margins alone do not break the lines anew
            self.document().setTextWidth(self.viewport().width())

    def _mark(self) -> None:
        """Marks, from the quietest up: quotations, what the reader marked, search hits, what is pointed at, what is lit."""
        c, analysis = self._theme.colours, self._analysis
        marks: list[Mark] = []
        if analysis is not None:
            marks += plain_marks(analysis, c) if self._plain else quiet_marks(analysis, c)
        if self._opened is not None:
            marks += own_marks(self._opened, c)
        marks.append(Mark(self._found, ground=c.found))
        marks.append(Mark(self._hovered, line=c.muted, solid=True))
        marks += [
            Mark([span], ground=c.current if self._current in {None, i} else c.lit) for i, span in enumerate(self._lit)
        ]
        self.setExtraSelections([selection for mark in marks for selection in self._selections(mark)])

    def _selections(self, mark: Mark) -> list[QTextEdit.ExtraSelection]:
        selections: list[QTextEdit.ExtraSelection] = []
        drawn = format_of(mark)
        for cursor in cursors_over(mark, self.document(), self._positions):
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = cursor, drawn
            selections.append(selection)
        return selections
