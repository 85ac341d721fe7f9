"""An article set as a page: title block, body, captions and asides, in a QTextDocument of our own blocks.

Nothing foreign is interpreted: every text is inserted as plain text, and the document loads nothing.
"""

from __future__ import annotations

import re
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from reader.article import Article, Block, BlockKind
from reader.window.reading.positions import Placed, Positions, utf16_length
from reader.window.theme import SPACE, Theme

_OPENING = "“‘\"'«„‚「"
LEADING_PERCENT = 136
HANG = 4 * SPACE
"""The margin left of the text into which opening quotation marks hang."""
LONGEST_RUN = 400
"""A run of characters without a space is broken after so many, on the screen alone: Qt cannot set longer ones in time."""
_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
"""Scripts that are written without spaces: their lines break between letters, so that no run of them is too long."""
_LONG_RUN = re.compile(rf"[^\s{_UNSPACED}]{{{LONGEST_RUN},}}")


def set_page(document: QTextDocument, article: Article, theme: Theme) -> Positions:
    """Fills the document with the article; where each block of its text came to stand."""
    document.clear()
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(theme.text_font())
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    writer = _Writer(cursor, theme)
    writer.head(article)
    for block in article.blocks:
        writer.block(block)
    cursor.endEditBlock()
    return Positions(writer.placed)


def printed_date(value: str | None) -> str:
    """An ISO 8601 date as a reader writes it: "Monday, 2 April 2018, 15:16"; what cannot be read stays as it is."""
    if not value:
        return ""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    day = f"{moment:%A}, {moment.day} {moment:%B %Y}"
    return f"{day}, {moment:%H:%M}" if "T" in value else day


class _Writer:
    def __init__(self, cursor: QTextCursor, theme: Theme) -> None:
        self._cursor, self._theme = cursor, theme
        self._first = True
        self.placed: list[Placed] = []

    def head(self, article: Article) -> None:
        theme, c = self._theme, self._theme.colours
        kicker = " · ".join(part for part in (article.publisher, article.section) if part)
        if kicker:
            font = theme.label_font(-0.5, weight=QFont.Weight.DemiBold)
            font.setCapitalization(QFont.Capitalization.AllUppercase)
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
            self._write(kicker, font, c.accent, below=2 * SPACE)
        title = theme.text_font(3.2, weight=QFont.Weight.Bold)
        self._write(article.title or "Untitled", title, c.text, below=2 * SPACE, leading=112, heading=1)
        if article.standfirst:
            self._write(article.standfirst, theme.text_font(1.0), c.muted, below=3 * SPACE, leading=128)
        by = ", ".join(article.authors)
        facts = [f"By {by}" if by else "", article.place or "", printed_date(article.published)]
        line = "  ·  ".join(fact for fact in facts if fact)
        if line:
            self._write(line, theme.label_font(), c.muted, below=7 * SPACE)

    def block(self, block: Block) -> None:
        theme, c = self._theme, self._theme.colours
        match block.kind:
            case BlockKind.HEADING:
                step = 1.2 if block.level <= 2 else 0.6
                font = theme.text_font(step, weight=QFont.Weight.DemiBold)
                self._body(
                    block,
                    font,
                    c.text,
                    above=4 * SPACE,
                    below=2 * SPACE,
                    leading=120,
                    heading=min(6, max(2, block.level)),
                )
            case BlockKind.QUOTATION:
                self._body(
                    block, theme.text_font(italic=True), c.text, left=8 * SPACE, right=4 * SPACE, below=4 * SPACE
                )
            case BlockKind.LIST_ITEM:
                self._bullet(block)
            case BlockKind.CAPTION:
                self._write(block.text, theme.label_font(-0.4), c.muted, above=SPACE, below=5 * SPACE, leading=130)
            case BlockKind.RELATED:
                self._write(
                    f"→  {block.text}", theme.label_font(-0.2), c.muted, above=SPACE, below=4 * SPACE, left=4 * SPACE
                )
            case BlockKind.CODE | BlockKind.TABLE | BlockKind.EMBED:
                self._write(block.text, theme.label_font(-0.2), c.text, left=4 * SPACE, below=3 * SPACE, leading=125)
            case _:
                self._body(block, theme.text_font(), c.text, hang=True)

    def _bullet(self, block: Block) -> None:
        font = self._theme.text_font()
        indent = 5.0 * SPACE * max(1, block.level)
        mark = "" if re.match(r"\d", block.text) else "•\u2002"
        back = QFontMetricsF(font).horizontalAdvance(mark)
        self._new(
            self._format(left=indent, below=2 * SPACE, leading=LEADING_PERCENT, text_indent=-back, text=block.text)
        )
        self._insert(mark, font, self._theme.colours.muted)
        self._place(block)
        self._insert(_breakable(block.text), font, self._theme.colours.text)

    def _body(
        self, block: Block, font: QFont, colour: str, *, above: float = 0, below: float = 3.5 * SPACE, left: float = 0,
        right: float = 0, leading: int = LEADING_PERCENT, hang: bool = False, heading: int = 0,
    ) -> None:  # fmt: skip
        opening = block.text[:1] if hang and block.text[:1] in _OPENING else ""
        back = QFontMetricsF(font).horizontalAdvance(opening) if opening else 0.0
        self._new(self._format(above, below, left, right, leading, -back, heading, block.text))
        self._place(block)
        self._insert(_breakable(block.text), font, colour)

    def _write(
        self, text: str, font: QFont, colour: str, *, above: float = 0, below: float = 0, left: float = 0,
        leading: int = 120, heading: int = 0,
    ) -> None:  # fmt: skip
        self._new(self._format(above, below, left, 0, leading, 0, heading, text))
        self._insert(_breakable(text), font, colour)

    def _format(
        self, above: float = 0, below: float = 0, left: float = 0, right: float = 0, leading: int = LEADING_PERCENT,
        text_indent: float = 0, heading: int = 0, text: str = "",
    ) -> QTextBlockFormat:  # fmt: skip
        block_format = QTextBlockFormat()
        block_format.setTopMargin(above)
        block_format.setBottomMargin(below)
        block_format.setLeftMargin(HANG + left)
        block_format.setRightMargin(right)
        block_format.setTextIndent(text_indent)
        block_format.setHeadingLevel(heading)
        block_format.setLineHeight(leading, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if is_right_to_left(text):
            block_format.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            block_format.setTextIndent(0)
        return block_format

    def _new(self, block_format: QTextBlockFormat) -> None:
        if self._first:
            self._cursor.setBlockFormat(block_format)
            self._first = False
        else:
            self._cursor.insertBlock(block_format)

    def _place(self, block: Block) -> None:
        if block.start is not None:
            self.placed.append(Placed(block.start, block.text, self._cursor.position()))

    def _insert(self, text: str, font: QFont, colour: str) -> None:
        char_format = QTextCharFormat()
        char_format.setFont(font)
        char_format.setForeground(QColor(colour))
        self._cursor.insertText(text, char_format)


def is_right_to_left(text: str) -> bool:
    """Whether the first letter of a text belongs to a script that runs from right to left."""
    for character in text[:200]:
        if character.isalpha():
            return "\u0590" <= character <= "\u08ff" or "\ufb1d" <= character <= "\ufefc"
    return False


def _breakable(text: str) -> str:
    """Text for insertion: no character that Qt takes for a new block, and none that it would set without end.

    Every replacement takes as many UTF-16 units as what it replaces, so that positions stay what they are.
    """
    text = re.sub(r"[\n\r\u2028\u2029\u0000\ufdd0\ufdd1\ufffc\ud800-\udfff]", " ", text)
    return _LONG_RUN.sub(_broken, text)


def _broken(run: re.Match[str]) -> str:
    return "".join(
        " " * utf16_length(character) if i % LONGEST_RUN == LONGEST_RUN - 1 else character
        for i, character in enumerate(run[0])
    )
