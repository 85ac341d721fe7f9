"""Where the reader is in an article, and how long the rest takes."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QScrollBar, QWidget

from reader.article import WORDS_A_MINUTE, counted, tr
from reader.library import Opened
from reader.window.theme import SPACE


class Place(QLabel):
    """Says it in the status bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setContentsMargins(0, 0, 3 * SPACE, 0)

    def show_place(self, bar: QScrollBar, opened: Opened | None) -> None:
        """Says where in an article its scroll bar stands; nothing where none is shown."""
        if opened is None:
            self.setText("")
            return
        share = bar.value() / bar.maximum() if bar.maximum() else 1.0
        self.setText(place_sentence(share, opened.row.words))


def place_sentence(share: float, words: int) -> str:
    """How far the reader is in an article of so many words, and how long the rest takes."""
    minutes = words / WORDS_A_MINUTE
    if share >= 1:
        return counted(max(1, round(minutes)), "{n} min read", "{n} min read")
    left = round(minutes * (1 - share))
    rest = counted(left, "{n} min left", "{n} min left") if left else tr("less than a minute left")
    return f"{share:.0%} · {rest}"
