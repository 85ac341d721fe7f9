"""The search box: a line that marks what cannot be understood, and lists below it what can follow."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QInputMethodEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QWidget

from reader.article import Span, tr
from reader.library import Suggestion
from reader.window.search_field import SearchField
from reader.window.searching.suggestions import Suggestions
from reader.window.theme import Theme
from reader.window.theme.drawing import units_to

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchBox(SearchField):
    """`completing` carries the text and the cursor's place in it when it would be good to know what can follow;
    `left` when the reader goes on to the answers; `suggested` what a screen reader is to say."""

    completing = Signal(str, int)
    left = Signal()
    suggested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(tr("Search library"), tr("Search"), parent)
        self._theme = theme
        self._problem: Span | None = None
        self.suggestions = Suggestions(theme, self)
        self.suggestions.taken.connect(self._take)
        self.textEdited.connect(self._complete)

    def suggest(self, made: Sequence[Suggestion]) -> None:
        """Lists what can follow, if the reader is still here."""
        if not made or not self.hasFocus():
            self.suggestions.hide()
            return
        top = self.window()
        self.suggestions.setParent(top)
        self.suggestions.show_below(made, self.mapTo(top, QPoint(0, self.height())), self.width())

    def mark_problem(self, span: Span | None) -> None:
        """Underlines a part of the text, or nothing."""
        if span == self._problem and span is None:
            return
        self._problem = span
        attributes = []
        if span is not None:
            how = QTextCharFormat()
            how.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            how.setUnderlineColor(QColor(self._theme.colours.warning))
            how.setForeground(QColor(self._theme.colours.warning))
            start, end = units_to(self.text(), span.start), units_to(self.text(), span.end)
            kind = QInputMethodEvent.AttributeType.TextFormat
            attributes.append(QInputMethodEvent.Attribute(kind, start - self.cursorPosition(), end - start, how))
        # An empty composition that carries formats: the one way by which a line takes any.
        QCoreApplication.sendEvent(self, QInputMethodEvent("", attributes))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self.suggestions.isVisible():
            key = event.key()
            if event.type() == QEvent.Type.ShortcutOverride and key in (Qt.Key.Key_Escape, *_ENTER):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and key == Qt.Key.Key_Tab and self.suggestions.chosen() is not None:
                self.suggestions.take()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._handled(event.key()):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.suggestions.hide()

    def _handled(self, key: int) -> bool:
        shown = self.suggestions.isVisible()
        acts: dict[int, Callable[[], object]] = {
            int(Qt.Key.Key_Down): lambda: self._step(1) if shown else self.left.emit(),
            int(Qt.Key.Key_Up): lambda: self._step(-1),
        }
        if shown:
            acts[int(Qt.Key.Key_Escape)] = self.suggestions.hide
            if self.suggestions.chosen() is not None:
                acts |= dict.fromkeys(map(int, _ENTER), self.suggestions.take)
        if (act := acts.get(key)) is None:
            if key in _ENTER:
                self.suggestions.hide()
            return False
        act()
        return True

    def _step(self, step: int) -> None:
        if self.suggestions.isVisible():
            self.suggested.emit(self.suggestions.step(step))

    def _complete(self) -> None:
        text = self.text()
        before = text.encode("utf-16-le", "replace")[: 2 * self.cursorPosition()].decode("utf-16-le", "replace")
        self.completing.emit(text, len(before))

    def _take(self, suggestion: Suggestion) -> None:
        """Writes what was suggested; after a whole value a blank says that it is finished."""
        text, (start, end) = self.text(), suggestion.span
        written = suggestion.text if suggestion.text.endswith(":") else f"{suggestion.text} "
        self.setText(f"{text[:start]}{written}{text[end:].lstrip()}")
        self.setCursorPosition(units_to(self.text(), start + len(written)))
        self.suggestions.hide()
        self.setFocus()
        if suggestion.text.endswith(":"):
            self._complete()
