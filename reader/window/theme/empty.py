"""How an empty list or page looks: what it is for, and what would fill it, where the eye looks first."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from reader.window.theme.spacing import APART, NEAR, SPACE, WIDE
from reader.window.theme.theme import Theme

ICON = 8 * SPACE
WIDEST = 88 * SPACE
_FLAGS = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


def paint_empty(painter: QPainter, within: QRect, theme: Theme, icon: str, title: str, sentence: str) -> None:
    """Draws an icon, a title and a sentence, one below the other, in the middle of a rectangle\u2019s upper part."""
    c = theme.colours
    width = min(WIDEST, within.width() - 2 * WIDE)
    left = within.left() + (within.width() - width) // 2
    top = within.top() + max(APART, min(within.height() // 4, 40 * SPACE))
    theme.paint_icon(painter, icon, "muted", QRect(within.center().x() - ICON // 2, top, ICON, ICON))
    top += ICON + WIDE
    top += _text(painter, QRect(left, top, width, within.height()), title, theme.title_font(1.4), c.text) + NEAR
    _text(painter, QRect(left, top, width, within.height()), sentence, theme.label_font(), c.muted)


def _text(painter: QPainter, box: QRect, text: str, font: QFont, colour: str) -> int:
    """Draws a text; how high it is."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, _FLAGS, text)
    return painter.boundingRect(box, _FLAGS, text).height()
