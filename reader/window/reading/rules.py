"""The lines that belong to blocks of a page: below the byline, beside block quotations."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QTextEdit

from reader.window.reading.page import HANG, RULE, Rule
from reader.window.theme import Colours

BAR_WIDTH = 3


def draw_rules(painter: QPainter, page: QTextEdit, colours: Colours) -> None:
    """Draws the lines of the blocks that are in view of `page`."""
    layout, down = page.document().documentLayout(), -page.verticalScrollBar().value()
    width, height = page.viewport().width(), page.viewport().height()
    block = page.cursorForPosition(QPoint(0, 0)).block()
    block = block.previous() if block.previous().isValid() else block
    while block.isValid():
        rect = layout.blockBoundingRect(block).translated(0, down)
        if rect.top() > height:
            break
        form, rule = block.blockFormat(), block.blockFormat().property(RULE)
        if rule == Rule.BELOW:
            y = round(rect.bottom() + form.bottomMargin() / 2)
            painter.fillRect(QRectF(HANG, y, width - HANG, 1), QColor(colours.faint))
        elif rule == Rule.BESIDE:
            x = width - BAR_WIDTH if form.layoutDirection() == Qt.LayoutDirection.RightToLeft else HANG
            painter.fillRect(QRectF(x, rect.top(), BAR_WIDTH, rect.height()), QColor(colours.faint))
        block = block.next()
