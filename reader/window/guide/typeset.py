"""A page of the guide set like an article: Markdown's tokens in a QTextDocument, in the styles of the reading pane."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from markdown_it.token import Token
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from reader.article import BlockKind
from reader.window.guide.pages import anchors, plain
from reader.window.reading.page import BODY, HANG, HEADINGS, LINE_BREAK, STYLES, TITLE, WIDEST_PERCENT, Style
from reader.window.reading.structure import KIND
from reader.window.theme import SPACE, Theme, fixed_family, line_percent

_CODE, _ITEM, _CAPTION = STYLES[BlockKind.CODE], STYLES[BlockKind.LIST_ITEM], STYLES[BlockKind.CAPTION]
_CELL = replace(STYLES[BlockKind.TABLE], left=0.0, below=0.0)
_LARGEST_PIXELS = 1400
_MANY_COLUMNS = 8
"""A table of more columns than these is set smaller."""
_LONGEST_LINE = 44
"""Characters of a cell that count for its column's width; what is longer goes into several lines."""


def set_guide(document: QTextDocument, tokens: Sequence[Token], page: Path, theme: Theme) -> None:
    """Fills the document with a page. Its pictures are read from beside `page`; nothing else is ever loaded."""
    document.clear()
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(theme.text_font())
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    _Setter(cursor, theme, page, iter(anchors(tokens))).blocks(tokens)
    cursor.endEditBlock()


class _Setter:
    """Writes block after block; `bold`, `italic`, `key` and `link` say how the inline text that follows is set."""

    def __init__(self, cursor: QTextCursor, theme: Theme, page: Path, names: Iterator[str]) -> None:
        self._cursor, self._theme, self._page, self._names = cursor, theme, page, names
        body = theme.text_font()
        self._em = body.pointSizeF() * QFontMetricsF(body).fontDpi() / 72
        self._first = True
        self._lists: list[int] = []

    def blocks(self, tokens: Sequence[Token]) -> None:
        at = 0
        while at < len(tokens):
            token = tokens[at]
            match token.type:
                case "table_open":
                    end = next(i for i in range(at, len(tokens)) if tokens[i].type == "table_close")
                    self._table(tokens[at : end + 1])
                    at = end
                case "heading_open":
                    self._heading(tokens[at + 1], int(token.tag[1:]))
                    at += 2
                case "bullet_list_open":
                    self._lists.append(0)
                case "ordered_list_open":
                    self._lists.append(int(token.attrs.get("start", 1)))
                case "bullet_list_close" | "ordered_list_close":
                    self._lists.pop()
                case "inline":
                    self._paragraph(token)
                case "code_block" | "fence":
                    self._code(token.content)
                case _:
                    pass
            at += 1

    def _heading(self, content: Token, level: int) -> None:
        style = TITLE if level == 1 else HEADINGS[min(level, 3) - 2]
        self._new(style, plain(content), heading=level)
        name = QTextCharFormat()
        name.setAnchor(True)
        name.setAnchorNames([next(self._names)])
        self._inline(content.children or [], style, name)

    def _paragraph(self, content: Token) -> None:
        children = content.children or []
        if len(children) == 1 and children[0].type == "image":
            self._picture(children[0])
            return
        if not self._lists:
            self._new(BODY, plain(content))
            self._inline(children, BODY)
            return
        number, depth = self._lists[-1], len(self._lists)
        mark = f"{number}.\u2002" if number else "•\u2002"
        font = self._font(_ITEM)
        back = QFontMetricsF(font).horizontalAdvance(mark)
        self._new(_ITEM, plain(content), indent=1.2 * self._em * depth, hanging=back, kind=BlockKind.LIST_ITEM)
        self._insert(mark, font, "muted")
        self._inline(children, _ITEM)
        if number:
            self._lists[-1] += 1

    def _code(self, text: str) -> None:
        self._new(_CODE, text, kind=BlockKind.CODE)
        self._insert(text.rstrip("\n").replace("\n", LINE_BREAK), self._font(_CODE), _CODE.ink)

    def _picture(self, token: Token) -> None:
        name, words = str(token.attrs["src"]), plain(token)
        image = QImage(str(self._page.parent / name))
        if not image.isNull():
            if image.width() > _LARGEST_PIXELS:
                image = image.scaledToWidth(_LARGEST_PIXELS, Qt.TransformationMode.SmoothTransformation)
            self._new(replace(BODY, below=0.35, leading=1.0), "")
            shape = QTextImageFormat()
            shape.setName(f"guide:{name}")
            shape.setProperty(QTextImageFormat.Property.ImageAltText, words)
            shape.setMaximumWidth(QTextLength(QTextLength.Type.PercentageLength, WIDEST_PERCENT))
            kind = QTextDocument.ResourceType.ImageResource
            self._cursor.document().addResource(kind, QUrl(shape.name()), image)
            self._cursor.insertImage(shape)
        self._new(_CAPTION, words, kind=BlockKind.CAPTION)
        self._insert(words, self._font(_CAPTION), _CAPTION.ink)

    # ---- Tables

    def _table(self, tokens: Sequence[Token]) -> None:
        rows: list[list[tuple[Token, str, bool]]] = []
        for at, token in enumerate(tokens):
            if token.type == "tr_open":
                rows.append([])
            elif token.type in {"th_open", "td_open"}:
                rows[-1].append((tokens[at + 1], str(token.attrs.get("style", "")), token.type == "th_open"))
        if all(not plain(content) for content, _, head in rows[0] if head):
            rows = rows[1:]
        form = QTextTableFormat()
        form.setBorder(0)
        form.setCellSpacing(0)
        form.setCellPadding(1.5 * SPACE)
        form.setLeftMargin(HANG - 1.5 * SPACE)
        form.setTopMargin(0.2 * self._em)
        form.setBottomMargin(1.1 * self._em)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, WIDEST_PERCENT))
        form.setColumnWidthConstraints(_widths([[plain(content) for content, _, _ in row] for row in rows]))
        if rows and rows[0] and rows[0][0][2]:
            form.setHeaderRowCount(1)
        table = self._cursor.insertTable(len(rows), max(map(len, rows)), form)
        line = QTextTableCellFormat()
        line.setBottomBorder(1)
        line.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        line.setBottomBorderBrush(QBrush(QColor(self._theme.colours.faint)))
        for row, cells in enumerate(rows):
            for column, (content, align, head) in enumerate(cells):
                cell = table.cellAt(row, column)
                cell.setFormat(line)
                self._cursor = cell.firstCursorPosition()
                self._first = True
                right = Qt.AlignmentFlag.AlignRight if "right" in align else Qt.AlignmentFlag.AlignLeft
                small = replace(_CELL, step=_CELL.step - 0.8) if len(cells) > _MANY_COLUMNS else _CELL
                style = replace(small, weight=QFont.Weight.DemiBold) if head else small
                self._new(style, plain(content), cell=True, align=right, kind=BlockKind.TABLE)
                self._inline(content.children or [], style)
        self._cursor = QTextCursor(self._cursor.document())
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._first = True  # Qt has put an empty block below the table: it is the next one

    # ---- Words

    def _inline(self, children: Sequence[Token], style: Style, base: QTextCharFormat | None = None) -> None:
        bold = italic = key = False
        link = ""
        for child in children:
            match child.type:
                case "strong_open" | "strong_close":
                    bold = child.type == "strong_open"
                case "em_open" | "em_close":
                    italic = child.type == "em_open"
                case "link_open":
                    link = str(child.attrs["href"])
                case "link_close":
                    link = ""
                case "html_inline":
                    key = child.content == "<kbd>"
                case "softbreak":
                    self._insert(" ", self._font(style), style.ink, base=base)
                case "text" | "code_inline":
                    mono = child.type == "code_inline"
                    font = self._font(style, bold=bold or key, italic=italic, mono=mono, key=key)
                    self._insert(child.content, font, "accent" if link else style.ink, link=link, key=key, base=base)
                case _:
                    pass

    def _font(
        self, style: Style, *, bold: bool = False, italic: bool = False, mono: bool = False, key: bool = False
    ) -> QFont:
        weight = QFont.Weight.DemiBold if bold else style.weight
        if style.label or style.mono or mono or key:
            made = self._theme.page_label_font(
                style.step - (0.5 if (mono or key) and not style.label else 0), weight=weight
            )
            made.setItalic(italic)
            if style.mono or mono:
                made.setFamilies([fixed_family(), *made.families()])
            return made
        return self._theme.text_font(style.step, weight=weight, italic=italic or style.italic)

    def _new(
        self,
        style: Style,
        text: str,
        *,
        indent: float = 0.0,
        hanging: float = 0.0,
        heading: int = 0,
        cell: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        kind: str = BlockKind.PARAGRAPH,
    ) -> None:
        em, form = self._em, QTextBlockFormat()
        form.setTopMargin(style.above * em)
        form.setBottomMargin(style.below * em)
        form.setLeftMargin(0 if cell else HANG + style.left * em + indent)
        form.setTextIndent(-hanging)
        form.setHeadingLevel(heading)
        form.setAlignment(align)
        form.setProperty(KIND, str(kind))
        leading = line_percent(self._font(style), style.leading or self._theme.reading.leading)
        if text:
            form.setLineHeight(leading, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self._first:
            self._cursor.setBlockFormat(form)
            self._first = False
        else:
            self._cursor.insertBlock(form)

    def _insert(
        self,
        text: str,
        font: QFont,
        ink: str,
        *,
        link: str = "",
        key: bool = False,
        base: QTextCharFormat | None = None,
    ) -> None:
        form = QTextCharFormat(base) if base is not None else QTextCharFormat()
        form.setFont(font)
        form.setForeground(QColor(getattr(self._theme.colours, ink)))
        if key:
            form.setBackground(QColor(self._theme.colours.resting))
        if link:
            form.setAnchor(True)
            form.setAnchorHref(link)
            form.setFontUnderline(True)
        self._cursor.insertText(f"\u2009{text}\u2009" if key else text, form)


def _widths(rows: Sequence[Sequence[str]]) -> list[QTextLength]:
    """The columns' shares of the width: by their longest cell up to what makes a line, no less than their longest word."""
    weights = [
        max(
            3 + max((len(word) for cell in column for word in cell.split()), default=1),
            min(_LONGEST_LINE, max(map(len, column))),
        )
        for column in zip(*rows, strict=True)
    ]
    return [QTextLength(QTextLength.Type.PercentageLength, 100 * weight / sum(weights)) for weight in weights]
