"""What is shown where nothing was found: why, and what could be asked instead, each with the number of its answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from reader.article import counted, tr
from reader.library import Unanswered
from reader.window.theme import NEAR, SPACE, WIDE


class Silence(QWidget):
    """`asked` carries the question that was chosen instead, `everywhere` asks for a search of all articles."""

    asked = Signal(str)
    everywhere = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sentence = QLabel("", self)
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.ways = QVBoxLayout()
        self.ways.setSpacing(NEAR)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, 4 * SPACE, WIDE, WIDE)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(self.sentence)
        layout.addLayout(self.ways)
        layout.addStretch(1)

    def show_why(self, why: Unanswered) -> None:
        """Says why, and offers what could be asked instead."""
        self.clear()
        self.sentence.setText(why.sentence)
        self.sentence.setAccessibleName(why.sentence)
        if why.elsewhere:
            self._offer(tr("Search all articles")).clicked.connect(self.everywhere)
        for each in why.instead:
            answers = counted(each.answers, "{n} answer", "{n} answers")
            button = self._offer(f"{each.words}  ({each.answers:,})".replace("&", "&&"))
            button.setAccessibleName(f"{each.words}, {answers}")
            button.clicked.connect(lambda _checked=False, words=each.words: self.asked.emit(words))

    def clear(self) -> None:
        """Says nothing, while it is not known yet."""
        self.sentence.setText("")
        while (item := self.ways.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def enter(self) -> bool:
        """Puts the focus on the first offer; whether there is one."""
        item = self.ways.itemAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.setFocus(Qt.FocusReason.TabFocusReason)
        return widget is not None

    def _offer(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(True)
        button.setStyleSheet("text-align: left")
        self.ways.addWidget(button)
        return button
