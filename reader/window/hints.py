"""Three hints for the first minutes, one at a time; each goes for good once it is followed or put away."""

from __future__ import annotations

import html
from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from reader.article import mark, tr
from reader.window.theme import NEAR, SPACE, WIDE, Theme

ICON = 4 * SPACE


@dataclass(frozen=True)
class Hint:
    """`sentence` has the keys of a command where its id stands in braces; doing one of `commands` follows it."""

    id: str
    sentence: str
    commands: tuple[str, ...]


HINTS = (
    Hint(
        "quotes",
        mark(
            "Press {quote.next} for the next quotation: its words light up in the text, its speaker stands beside it."
        ),
        ("quote.next", "quote.previous"),
    ),
    Hint(
        "add",
        mark("Copy any article in your browser and press {add.paste}: it is cleaned, and read for who said what."),
        ("add.paste", "add.open", "add.field"),
    ),
    Hint(
        "palette",
        mark("{palette} finds everything that Verbatim can do; {help} shows all keys."),
        ("palette", "help"),
    ),
)


def next_hint(gone: Collection[str]) -> Hint | None:
    """The hint to show when these are gone; None when all are."""
    return next((hint for hint in HINTS if hint.id not in gone), None)


class Hints(QFrame):
    """A quiet line below the page. `gone` carries the ids of all hints that are not to be shown again."""

    gone = Signal(list)

    def __init__(
        self, theme: Theme, gone: Collection[str], keys: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._keys = theme, keys
        self._gone = list(gone)
        self.setObjectName("hint")
        bar = QHBoxLayout(self)
        bar.setContentsMargins(WIDE, NEAR, NEAR, NEAR)
        bar.setSpacing(NEAR)
        self._icon = QLabel(self)
        self.text = QLabel("", self, wordWrap=True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.close_button = QPushButton(tr("Got it"), self)
        self.close_button.clicked.connect(self._put_away)
        bar.addWidget(self._icon)
        bar.addWidget(self.text, 1)
        bar.addWidget(self.close_button)
        theme.changed.connect(self._tint)
        self._tint()
        self._show()

    def done(self, command: str) -> None:
        """A command was done: a hint that told of it has done its work."""
        followed = [hint.id for hint in HINTS if command in hint.commands and hint.id not in self._gone]
        if followed:
            self._forget(followed)

    def _put_away(self) -> None:
        hint = next_hint(self._gone)
        if hint is not None:
            self._forget([hint.id])

    def _forget(self, ids: list[str]) -> None:
        self._gone += ids
        self.gone.emit(list(self._gone))
        self._show()

    def _show(self) -> None:
        hint = next_hint(self._gone)
        if hint is not None:
            sentence = tr(hint.sentence)
            for command in hint.commands:
                sentence = sentence.replace(f"{{{command}}}", f"<b>{html.escape(self._keys(command))}</b>")
            self.text.setText(sentence)
        self.setVisible(hint is not None)

    def make_room(self, on: bool) -> None:
        """Hides while the text alone is shown."""
        self.setVisible(not on and next_hint(self._gone) is not None)

    def _tint(self) -> None:
        self._icon.setPixmap(self._theme.icon("lightbulb", "accent").pixmap(QSize(ICON, ICON)))
