"""Drawing a few lines of running text, with the places marked in it that a search found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption

from reader.article import Span
from reader.window.theme.type import line_height


def draw_marked(
    painter: QPainter,
    box: QRect,
    text: str,
    font: QFont,
    most: int,
    marks: Sequence[tuple[Span, QTextCharFormat]],
    *,
    mirrored: bool = False,
) -> int:
    """Draws up to `most` lines of `text` in the painter's pen, the last one ending in an ellipsis where there is more;
    `marks` say how spans of it (in code points) are drawn. Where the next thing may be drawn."""
    option = QTextOption(Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    height = line_height(font)
    layout = _laid_out(text, font, option, box.width(), most, height)
    units = text.encode("utf-16-le", "replace")  # Qt counts UTF-16 units, of two bytes
    last = layout.lineAt(layout.lineCount() - 1) if layout.lineCount() else None
    shown = text
    if last is not None and 2 * (last.textStart() + last.textLength()) < len(units):
        rest = units[2 * last.textStart() :].decode("utf-16-le", "replace")
        elided = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, box.width())
        shown = units[: 2 * last.textStart()].decode("utf-16-le", "replace") + elided
        layout = _laid_out(shown, font, option, box.width(), most, height)
    layout.draw(painter, QPointF(box.topLeft()), [_range(shown, span, how) for span, how in marks])
    return box.top() + layout.lineCount() * height


def marking(ground: str, ink: str = "", *, strong: bool = False) -> QTextCharFormat:
    """How a span is drawn: on a ground, in an ink, in bold."""
    how = QTextCharFormat()
    if ground:
        how.setBackground(QColor(ground))
    if ink:
        how.setForeground(QColor(ink))
    if strong:
        how.setFontWeight(QFont.Weight.DemiBold)
    return how


def _laid_out(text: str, font: QFont, option: QTextOption, width: int, most: int, height: int) -> QTextLayout:
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, number * height + (height - line.height()) / 2))
    layout.endLayout()
    return layout


def _range(text: str, span: Span, how: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = units_to(text, span.start)
    made.length = units_to(text, span.end) - made.start
    made.format = how
    return made


def units_to(text: str, at: int) -> int:
    """How many UTF-16 units, in which Qt counts, lie before code point `at`."""
    return len(text[:at].encode("utf-16-le", "replace")) // 2
