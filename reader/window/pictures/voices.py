"""Who gets to speak: a bar for each voice, as long as the words that articles quote of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from reader.article import counted, tr, word_count
from reader.library import Opened
from reader.window.inspector.cards import Card, esc
from reader.window.inspector.content import speaker_name
from reader.window.pictures.picture import Picture
from reader.window.theme import NEAR, WIDE, Colours, Theme

MOST_BARS = 12
"""So many voices are drawn; the list below has all."""
HIGHEST_BAR, NAME_SHARE = 22.0, 0.3


@dataclass(frozen=True)
class Heard:
    """A voice: its words, its quotations, and where the first of them stands, by article and number."""

    name: str
    words: int
    quotes: int
    article: int
    first: int

    @property
    def key(self) -> str:
        """Its key among the voices."""
        return f"{self.article}:{self.first}"


def voices(articles: Iterable[Opened]) -> tuple[Heard, ...]:
    """The voices of articles, those of one name together, the one with the most words first."""
    held: dict[str, Heard] = {}
    for opened in articles:
        for number, quote in enumerate(opened.analysis.quotes if opened.analysis is not None else ()):
            name, words = speaker_name(quote.speaker), word_count(quote.text)
            before = held.get(name) or Heard(name, 0, 0, opened.row.id, number)
            held[name] = Heard(name, before.words + words, before.quotes + 1, before.article, before.first)
    return tuple(sorted(held.values(), key=lambda heard: (-heard.words, heard.name)))


def voice_cards(found: Sequence[Heard], colours: Colours) -> list[Card]:
    """Each voice with its words, its share of all that is quoted, and its quotations."""
    total = sum(heard.words for heard in found) or 1
    cards = []
    for heard in found:
        facts = [
            counted(heard.words, "{n} word", "{n} words"),
            tr("{share} of all that is quoted", share=f"{heard.words / total:.0%}"),
            counted(heard.quotes, "{n} quotation", "{n} quotations"),
        ]
        below = " · ".join(facts)
        markup = (
            f"<div class=strong>{esc(heard.name)}</div>"
            f'<div><small style="color:{colours.muted}">{esc(below)}</small></div>'
        )
        cards.append(Card(heard.key, markup, ", ".join([heard.name, *facts])))
    return cards


class Voices(Picture):
    """A voice's key is its own."""

    def __init__(self, theme: Theme, found: Sequence[Heard], parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._found = tuple(found[:MOST_BARS])
        self.setMinimumSize(320, 160)
        self.setMaximumHeight(max(160, int(3 * WIDE + len(self._found) * (HIGHEST_BAR + NEAR))))
        self.setAccessibleName(tr("Words of each voice; the list below it says the same."))
        self.setAccessibleDescription(", ".join(f"{heard.name} {heard.words}" for heard in self._found))

    def sizeHint(self) -> QSize:
        return QSize(760, 300)

    def draw(self, painter: QPainter, size: QSizeF) -> None:
        c = self.theme.colours
        most = max((heard.words for heard in self._found), default=1) or 1
        numbers = self.theme.label_font(-0.4)
        left = size.width() * NAME_SHARE
        room = size.width() - left - QFontMetricsF(numbers).horizontalAdvance(f"{most:,}") - 2 * WIDE
        for i, (heard, row) in enumerate(zip(self._found, self._rows(size), strict=True)):
            lit = heard.key == self.lit
            weight = QFont.Weight.DemiBold if lit else QFont.Weight.Normal
            font = self.theme.label_font(-0.2, weight=weight, text=heard.name)
            painter.setFont(font)
            painter.setPen(QColor(c.text))
            box = QRectF(0, row.top(), left - NEAR, row.height())
            shown = QFontMetricsF(font).elidedText(heard.name, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
            bar = QRectF(left, row.top(), max(3.0, room * heard.words / most), row.height())
            painter.setPen(QPen(QColor(c.text), 2) if lit else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.speakers[i % len(c.speakers)]))
            painter.drawRoundedRect(bar, 3, 3)
            painter.setFont(numbers)
            painter.setPen(QColor(c.text if lit else c.muted))
            end = QRectF(bar.right() + NEAR, row.top(), size.width() - bar.right() - NEAR, row.height())
            painter.drawText(end, Qt.AlignmentFlag.AlignVCenter, f"{heard.words:,}")
        foot = QPointF(left, self._rows(size)[0].top() - 4), QPointF(left, self._rows(size)[-1].bottom() + 4)
        painter.setPen(QPen(QColor(c.edge), 1))
        painter.drawLine(*foot)

    def _rows(self, size: QSizeF) -> list[QRectF]:
        """Where each bar lies, from the top."""
        step = min(HIGHEST_BAR + NEAR, (size.height() - WIDE) / max(1, len(self._found)))
        top = max(NEAR, (size.height() - step * len(self._found)) / 2)
        high = max(4.0, step - min(NEAR, step / 3))
        return [QRectF(0, top + i * step, size.width(), high) for i in range(len(self._found))]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for heard, row in zip(self._found, self._rows(QSizeF(self.size())), strict=True):
            if row.contains(event.position()):
                self.chosen.emit(heard.key)
                return
