"""An article set as a page: title block, body, captions and asides, in a QTextDocument of our own blocks.

Nothing foreign is interpreted: every text is inserted as plain text, and the document loads nothing. How each kind of
block is set stands in one table, in type sizes, so that a page keeps its proportions at every size.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
    QTextLength,
    QTextOption,
)

from reader.article import Article, Block, BlockKind, tr
from reader.article.dates_told import told_long
from reader.window.reading.pictures import NO_PICTURES, Pictures, decoded
from reader.window.reading.positions import Placed, Positions, utf16_length
from reader.window.reading.structure import KIND
from reader.window.theme import SPACE, Look, Theme, fixed_family, is_right_to_left, line_percent

LEAD = "verbatim:lead"
"""The name under which the document holds the lead picture."""
INSIDE = "verbatim:inside-"
"""Begins the names of the others."""
WIDEST_PERCENT = 94
"""How much of the pane a picture may take: the rest is `HANG` in the narrowest one."""
LINE_BREAK = "\u2028"
"""Begins another line of the same block; as long as the line feed that it stands for."""
COLUMN = 9.0
"""How wide a table's column is, in sizes of the body type."""
MOST_COLUMNS = 40
_OPENING = "“‘\"'«„‚「"
_NUMBERED = re.compile(r"\(?\w{1,3}[.)]\s")
"""A list item that says its number itself: "1. ", "(b) "."""
HANG = 4 * SPACE
"""The margin left of the text into which opening quotation marks hang."""
LONGEST_RUN = 400
"""A run of characters without a space is broken after so many, on the screen alone: Qt cannot set longer ones in time."""
_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
"""Scripts that are written without spaces: their lines break between letters, so that no run of them is too long."""
_LONG_RUN = re.compile(rf"[^\s{_UNSPACED}]{{{LONGEST_RUN},}}")


class Rule(IntEnum):
    """A line that the pane draws beside a block; kept in the block's format under `RULE`."""

    BELOW = 1
    BESIDE = 2


RULE = QTextFormat.Property.UserProperty.value + 1


@dataclass(frozen=True)
class Style:
    """How a kind of block is set: steps up the type scale, distances in sizes of the body type.

    `leading` is in sizes of its own type from line to line; 0 is the reader's own for the body. `label` sets it in the
    sans of the interface, `mono` in the system's type for code, `caps` in spaced capitals, `hang` lets an opening
    quotation mark stand in the margin.
    """

    step: float = 0.0
    weight: QFont.Weight = QFont.Weight.Normal
    ink: str = "text"
    above: float = 0.0
    below: float = 0.85
    left: float = 0.0
    right: float = 0.0
    leading: float = 0.0
    italic: bool = False
    label: bool = False
    mono: bool = False
    caps: bool = False
    hang: bool = False
    heading: int = 0
    rule: Rule | None = None


_BOLD, _DEMI = QFont.Weight.Bold, QFont.Weight.DemiBold
KICKER = Style(-0.6, ink="accent", below=0.55, leading=1.4, caps=True)
TITLE = Style(3.1, _BOLD, below=0.65, leading=1.16, heading=1)
STANDFIRST = Style(0.8, ink="muted", below=0.9, leading=1.4)
BYLINE = Style(-1.1, ink="muted", below=2.0, leading=1.5, label=True, rule=Rule.BELOW)
BODY = Style(hang=True)
STYLES = {
    BlockKind.QUOTATION: Style(italic=True, left=1.6, right=1.0, above=0.25, below=1.1, rule=Rule.BESIDE),
    BlockKind.LIST_ITEM: Style(below=0.45),
    BlockKind.CAPTION: Style(-1.25, ink="muted", above=0.1, below=1.3, leading=1.45, label=True),
    BlockKind.RELATED: Style(-1.1, ink="muted", above=0.2, below=1.0, leading=1.45, label=True, left=1.2),
    BlockKind.CODE: Style(-1.0, left=1.2, leading=1.45, mono=True),
    BlockKind.TABLE: Style(-1.0, below=0.35, left=1.2, leading=1.4, label=True),
    BlockKind.EMBED: Style(-1.0, left=1.2, leading=1.45, label=True),
}
HEADINGS = (Style(1.3, _DEMI, above=1.3, below=0.5, leading=1.25), Style(0.6, _DEMI, above=0.9, below=0.4, leading=1.3))
"""How a heading of the second level is set, and one of any deeper."""


def set_page(
    document: QTextDocument, article: Article, theme: Theme | Look, pictures: Pictures = NO_PICTURES
) -> Positions:
    """Fills the document with the article, its lead picture below the head and the others above their captions; where
    each block of its text came to stand."""
    document.clear()
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(theme.text_font())
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    writer = _Writer(cursor, theme)
    writer.head(article)
    if pictures.lead:
        writer.picture(QImage.fromData(pictures.lead), LEAD, article.title or "")
    inside = dict(pictures.inside)
    for at, block in enumerate(article.blocks):
        if at in inside:
            writer.picture(decoded(inside[at]), f"{INSIDE}{at}", block.text)
        writer.block(block)
    cursor.endEditBlock()
    return Positions(writer.placed)


def add_notes(document: QTextDocument, notes: Sequence[str], theme: Theme | Look) -> None:
    """Sets numbered notes below the article, for paper."""
    if not notes:
        return
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    writer = _Writer(cursor, theme, first=False)
    writer.block(Block(BlockKind.HEADING, tr("Notes"), level=3))
    for number, note in enumerate(notes, 1):
        writer.block(Block(BlockKind.LIST_ITEM, f"{number}\u2002{' '.join(note.split())}", level=1))


def printed_date(value: str | None) -> str:
    """An ISO 8601 date as a reader writes it: "Monday, 2 April 2018, 15:16"; what cannot be read stays as it is."""
    if not value:
        return ""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    day = told_long(moment)
    return tr("{date}, {time}", date=day, time=f"{moment:%H:%M}") if "T" in value else day


class _Writer:
    def __init__(self, cursor: QTextCursor, theme: Theme | Look, *, first: bool = True) -> None:
        self._cursor, self._theme = cursor, theme
        self._first = first
        self._kind = ""
        body = theme.text_font()
        self._em = body.pointSizeF() * QFontMetricsF(body).fontDpi() / 72
        self.placed: list[Placed] = []

    def head(self, article: Article) -> None:
        kicker = " · ".join(part for part in (article.publisher, article.section) if part)
        if kicker:
            self._write(kicker, KICKER)
        self._write(article.title or tr("Untitled"), TITLE)
        if article.standfirst:
            self._write(article.standfirst, STANDFIRST)
        self._byline(article)

    def _byline(self, article: Article) -> None:
        """Who wrote it, in small capitals, where and when; it runs as the article does."""
        names = ", ".join(article.authors)
        facts = "  ·  ".join(fact for fact in (article.place or "", printed_date(article.published)) if fact)
        if not names and not facts:
            return
        self._new(BYLINE, names or article.title or "")
        if names:
            font = self._font(BYLINE, names)
            font.setWeight(QFont.Weight.Medium)
            font.setCapitalization(QFont.Capitalization.SmallCaps)
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 103)
            self._insert(names, font, "text")
        if facts:
            self._insert(f"{'  ·  ' if names else ''}{facts}", self._font(BYLINE, facts), BYLINE.ink)

    def picture(self, image: QImage, name: str, title: str) -> None:
        """The picture itself is put into the document, which loads none; it is no wider than the text."""
        if image.isNull():
            return
        self._new(BODY, title)
        shape = QTextImageFormat()
        shape.setName(name)
        shape.setMaximumWidth(QTextLength(QTextLength.Type.PercentageLength, WIDEST_PERCENT))
        document = self._cursor.document()
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)
        self._cursor.insertImage(shape)

    def block(self, block: Block) -> None:
        self._kind = str(block.kind)
        match block.kind:
            case BlockKind.HEADING:
                style = HEADINGS[0] if block.level <= 2 else HEADINGS[1]
                self._body(block, style, heading=min(6, max(2, block.level)))
            case BlockKind.LIST_ITEM:
                self._bullet(block)
            case BlockKind.RELATED:
                self._write(f"→  {block.text}", STYLES[block.kind])
            case BlockKind.QUOTATION | BlockKind.TABLE | BlockKind.CODE:
                self._body(block, STYLES[block.kind])
            case BlockKind.PARAGRAPH:
                self._body(block, BODY)
            case _:
                self._write(block.text, STYLES[block.kind])

    def _bullet(self, block: Block) -> None:
        style = STYLES[BlockKind.LIST_ITEM]
        font = self._font(style, block.text)
        mark = "" if _NUMBERED.match(block.text) else "•\u2002"
        back = QFontMetricsF(font).horizontalAdvance(mark)
        self._new(style, block.text, indent=1.2 * self._em * max(1, block.level), text_indent=-back)
        self._insert(mark, font, "muted")
        self._place(block)
        self._insert(_breakable(block.text), font, style.ink)

    def _body(self, block: Block, style: Style, heading: int = 0) -> None:
        font = self._font(style, block.text)
        opening = block.text[:1] if style.hang and block.text[:1] in _OPENING else ""
        back = QFontMetricsF(font).horizontalAdvance(opening) if opening else 0.0
        self._new(style, block.text, text_indent=-back, heading=heading)
        self._place(block)
        lines = block.text.split("\n") if style.mono else [block.text]
        self._insert(LINE_BREAK.join(map(_breakable, lines)), font, style.ink)

    def _write(self, text: str, style: Style) -> None:
        self._new(style, text)
        self._insert(_breakable(text), self._font(style, text), style.ink)

    def _font(self, style: Style, text: str) -> QFont:
        if style.caps:
            return self._theme.caps_font(style.step, text=text)
        if style.mono:
            made = self._theme.page_label_font(style.step, text=text)
            made.setFamilies([fixed_family(), *made.families()])
            return made
        if style.label:
            return self._theme.page_label_font(style.step, weight=style.weight, text=text)
        return self._theme.text_font(style.step, weight=style.weight, italic=style.italic, text=text)

    def _new(self, style: Style, text: str, *, indent: float = 0.0, text_indent: float = 0.0, heading: int = 0) -> None:
        em, block_format = self._em, QTextBlockFormat()
        block_format.setTopMargin(style.above * em)
        block_format.setBottomMargin(style.below * em)
        block_format.setLeftMargin(HANG + style.left * em + indent)
        block_format.setRightMargin(style.right * em)
        block_format.setTextIndent(text_indent)
        block_format.setHeadingLevel(heading or style.heading)
        block_format.setProperty(KIND, self._kind)
        leading = line_percent(self._font(style, text), style.leading or self._theme.reading.leading)
        block_format.setLineHeight(leading, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if columns := min(MOST_COLUMNS, text.count("\t")):
            tab = QTextOption.Tab
            block_format.setTabPositions(
                [tab(COLUMN * em * (i + 1), QTextOption.TabType.LeftTab) for i in range(columns)]
            )
        if style.rule is not None:
            block_format.setProperty(RULE, int(style.rule))
        if is_right_to_left(text):
            block_format.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            block_format.setTextIndent(0)
            block_format.setLeftMargin(HANG + style.right * em)
            block_format.setRightMargin(style.left * em + indent)
        if self._first:
            self._cursor.setBlockFormat(block_format)
            self._first = False
        else:
            self._cursor.insertBlock(block_format)

    def _place(self, block: Block) -> None:
        if block.start is not None:
            self.placed.append(Placed(block.start, block.text, self._cursor.position()))

    def _insert(self, text: str, font: QFont, ink: str) -> None:
        char_format = QTextCharFormat()
        char_format.setFont(font)
        char_format.setForeground(QColor(getattr(self._theme.colours, ink)))
        self._cursor.insertText(text, char_format)


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
