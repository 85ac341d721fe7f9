"""One article in a window of its own: the page, find, and its quotations one after another; all by keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from reader.article import Span, tr
from reader.library import Opened
from reader.window.reading import FindBar, ReadingPane
from reader.window.theme import Theme

SIZE = (820, 900)


class ArticleWindow(QMainWindow):
    """`closed` carries the article's id; `zoomed` a step of the text's size, which is the same in all windows."""

    closed = Signal(int)
    zoomed = Signal(int)

    def __init__(self, opened: Opened, theme: Theme) -> None:
        super().__init__()
        self.opened = opened
        self._quote = -1
        self._hit = -1
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        theme.dress(self)
        side = QWidget(self)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.find_bar = FindBar(theme, side)
        self.find_bar.hide()
        self.page = ReadingPane(theme, side)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.page, 1)
        self.setCentralWidget(side)
        self.find_bar.words.connect(self._find)
        self.find_bar.step.connect(self._step_hit)
        self.find_bar.closed.connect(self._quiet)
        self._keys()
        self.page.show_article(opened)
        self._name()
        self.page.set_position(opened.position)
        self.page.setFocus()

    def refresh(self, opened: Opened) -> None:
        """Shows the article as it is now, staying where the reader is."""
        self.opened = opened
        self.page.refresh(opened)
        self._name()

    def _name(self) -> None:
        title = self.opened.article.title or self.opened.capture_name
        self.setWindowTitle(tr("{name} – Verbatim", name=title))

    def step_quote(self, step: int) -> None:
        """Lights the next or previous quotation."""
        quotes = self.opened.analysis.quotes if self.opened.analysis is not None else ()
        if quotes:
            self._quote = (self._quote + step) % len(quotes) if self._quote >= 0 else (0 if step > 0 else -1)
            self.page.light(list(quotes[self._quote].spans))

    def _keys(self) -> None:
        for keys, do in (
            (("Ctrl+W",), self.close),
            (("Esc",), self._quiet),
            (("Ctrl+F",), self._open_find),
            (("Ctrl+G", "F3"), lambda: self._step_hit(1)),
            (("Shift+F3",), lambda: self._step_hit(-1)),
            (("F11",), lambda: self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)),
            (("Ctrl+=", "Ctrl++"), lambda: self.zoomed.emit(1)),
            (("Ctrl+-",), lambda: self.zoomed.emit(-1)),
        ):
            self._bind(keys, do, self)
        for keys, do in (
            (("Space",), lambda: self.page.page(1)),
            (("Shift+Space",), lambda: self.page.page(-1)),
            (("Q",), lambda: self.step_quote(1)),
            (("Shift+Q",), lambda: self.step_quote(-1)),
        ):
            self._bind(keys, do, self.page)  # letters act in the text alone

    def _bind(self, keys: tuple[str, ...], do: Callable[[], object], where: QWidget) -> None:
        for key in keys:
            made = QShortcut(QKeySequence(key), where)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(do)

    def _open_find(self) -> None:
        self.find_bar.show()
        self.find_bar.field.setFocus()
        self.find_bar.field.selectAll()

    def _find(self, words: str) -> None:
        self._hit = -1
        if self.page.find_words(words):
            self._step_hit(1)
        else:
            self.find_bar.show_count(0, 0)

    def _step_hit(self, step: int) -> None:
        found: list[Span] = list(self.page.found)
        if found:
            self._hit = (self._hit + step) % len(found)
            self.page.light([found[self._hit]])
            self.find_bar.show_count(self._hit, len(found))

    def _quiet(self) -> None:
        """Puts out what is lit, one thing after another; then the window goes."""
        if self.find_bar.isVisible():
            self.find_bar.field.clear()
            self.find_bar.hide()
            self.page.setFocus()
        elif self.isFullScreen():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)
        else:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit(self.opened.row.id)
        super().closeEvent(event)
