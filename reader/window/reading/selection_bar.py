"""The small bar beside words that were selected by mouse: the colours of highlights, a note, a bookmark."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from reader.article import tr
from reader.library import COLOURS
from reader.window.reading.marks import highlight_tint
from reader.window.reading.pane import ReadingPane
from reader.window.theme import SPACE, Theme

SWATCH = 5 * SPACE


class SelectionBar(QFrame):
    """`coloured` carries the colour that was chosen. Everything in it is a command too: keys need no bar."""

    coloured = Signal(str)
    noted = Signal()
    bookmarked = Signal()

    def __init__(self, theme: Theme, page: ReadingPane) -> None:
        super().__init__(page.viewport())
        self._theme, self._page = theme, page
        self.setObjectName("selection")
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        layout.setSpacing(SPACE)
        self.swatches: dict[str, QToolButton] = {}
        for colour in COLOURS:
            button = self._button(tr("Highlight"))
            button.clicked.connect(lambda _on=False, colour=colour: self._done(lambda: self.coloured.emit(colour)))
            self.swatches[colour] = button
        self.note = self._button(tr("Write note"))
        self.note.clicked.connect(lambda: self._done(self.noted.emit))
        self.bookmark = self._button(tr("Bookmark passage"))
        self.bookmark.clicked.connect(lambda: self._done(self.bookmarked.emit))
        for button in (*self.swatches.values(), self.note, self.bookmark):
            layout.addWidget(button)
        self.hide()
        page.selected_by_mouse.connect(self.show_by)
        page.selectionChanged.connect(self._follow)
        page.verticalScrollBar().valueChanged.connect(self.hide)
        page.installEventFilter(self)
        theme.changed.connect(self._paint)
        self._paint()

    def name_colours(self, names: Mapping[str, str]) -> None:
        """Says in tool tips what the reader calls each colour."""
        for colour, button in self.swatches.items():
            button.setToolTip(names[colour])
            button.setAccessibleName(tr("Highlight: {name}", name=names[colour]))

    def show_by(self, caret: QRect) -> None:
        """Shows itself above the end of the selection, or below it where there is no room."""
        self.adjustSize()
        inside = self._page.viewport().rect()
        x = max(SPACE, min(caret.x() - self.width() // 2, inside.width() - self.width() - SPACE))
        above = caret.top() - self.height() - 2 * SPACE
        y = above if above > 0 else caret.bottom() + 2 * SPACE
        self.move(QPoint(x, y))
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.KeyPress, QEvent.Type.Resize}:
            self.hide()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        if not self._page.textCursor().hasSelection():
            self.hide()

    def _done(self, act: Callable[[], None]) -> None:
        self.hide()
        act()

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setIconSize(QSize(SWATCH, SWATCH))
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def _paint(self) -> None:
        for colour, button in self.swatches.items():
            button.setIcon(swatch(self._theme, colour))
        self.note.setIcon(self._theme.icon("notebook-pen", "text"))
        self.bookmark.setIcon(self._theme.icon("bookmark", "text"))


def swatch(theme: Theme, colour: str, size: int = SWATCH) -> QIcon:
    """A colour of highlights as a round spot."""
    pixmap = QPixmap(QSize(size, size) * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.colours.edge), 1))
    painter.setBrush(QColor(highlight_tint(colour, theme.colours)))
    painter.drawEllipse(QRect(2, 2, size - 4, size - 4))
    painter.end()
    return QIcon(pixmap)
