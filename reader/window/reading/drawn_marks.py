"""How a mark is drawn on a page that is set, on the screen and on paper."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument

from reader.window.reading.marks import Mark
from reader.window.reading.positions import Positions


def format_of(mark: Mark) -> QTextCharFormat:
    """The ground behind the words of a mark, and the line below them."""
    drawn = QTextCharFormat()
    if mark.ground:
        drawn.setBackground(QColor(mark.ground))
    if mark.line:
        style = QTextCharFormat.UnderlineStyle
        drawn.setUnderlineStyle(style.SingleUnderline if mark.solid else style.DotLine)
        drawn.setUnderlineColor(QColor(mark.line))
    return drawn


def cursors_over(mark: Mark, document: QTextDocument, positions: Positions) -> Iterator[QTextCursor]:
    """A cursor over each stretch of a mark; a caption between two paragraphs of a span is no part of it."""
    for span in mark.spans:
        for start, end in positions.stretches(span.start, span.end):
            cursor = QTextCursor(document)
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            yield cursor
