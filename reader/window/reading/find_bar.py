"""The bar that finds words in the article: a field, how many places there are, and the way from one to the next."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from reader.article import tr
from reader.window.theme import HEADER, NEAR, SPACE, Theme

ICON = QSize(4 * SPACE, 4 * SPACE)


class FindField(QLineEdit):
    """A field in which Shift+Enter goes back."""

    back = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.back.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """Signals name what the reader asks for; `words` carries what is typed."""

    words = Signal(str)
    step = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(HEADER)
        bar = QHBoxLayout(self)
        bar.setContentsMargins(3 * SPACE, SPACE, 2 * SPACE, SPACE)
        bar.setSpacing(NEAR)
        self.field = FindField(self)
        self.field.setPlaceholderText(tr("Find in article"))
        self.field.setAccessibleName(tr("Find in article"))
        self.count = QLabel("", self)
        self.count.setObjectName("quiet")
        bar.addWidget(self.field, 1)
        bar.addWidget(self.count)
        self._buttons = [
            (self._button(tr("Previous place (Shift+F3)")), "chevron-up", lambda: self.step.emit(-1)),
            (self._button(tr("Next place (F3)")), "chevron-down", lambda: self.step.emit(1)),
            (self._button(tr("Close (Esc)")), "x", self.closed.emit),
        ]
        for button, _, act in self._buttons:
            button.clicked.connect(act)
            bar.addWidget(button)
        self.field.textChanged.connect(self.words)
        self.field.returnPressed.connect(lambda: self.step.emit(1))
        self.field.back.connect(lambda: self.step.emit(-1))
        theme.changed.connect(self._tint)
        self._tint()

    def show_count(self, current: int, total: int) -> None:
        """Says which of how many places is lit; `current` counts from 0."""
        if not self.field.text():
            self.count.setText("")
        else:
            self.count.setText(
                tr("{at} of {all}", at=current + 1, all=f"{total:,}") if total else tr("Not in this article")
            )

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("bare")
        button.setAccessibleName(name.partition(" (")[0])
        button.setToolTip(name)
        button.setIconSize(ICON)
        return button

    def _tint(self) -> None:
        for button, icon, _ in self._buttons:
            button.setIcon(self._theme.icon(icon, "text"))
