"""The bar above the page that tells the reader something until it is closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from reader.article import tr
from reader.window.theme import SPACE


class MessageBar(QFrame):
    """One sentence; hidden where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        bar = QHBoxLayout(self)
        bar.setContentsMargins(4 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        self._sentence = QLabel("", self)
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        close = QPushButton(tr("Close"), self)
        close.clicked.connect(self.hide)
        bar.addWidget(self._sentence, 1)
        bar.addWidget(close)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def sentence(self) -> str:
        """What is told now, empty where the bar is not shown."""
        return self._sentence.text() if self.isVisible() else ""

    def tell(self, sentence: str) -> None:
        """Tells a sentence in the place of the one before."""
        self._sentence.setText(sentence)
        self._sentence.setAccessibleName(sentence)
        self.show()
