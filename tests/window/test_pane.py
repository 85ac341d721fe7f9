"""The reading pane: light, selection, place, pointing; and nothing is ever loaded or opened."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from band_article import lines_of, showing, span_of
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QColor, QDesktopServices, QImage, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from reader.article import Article, Block, BlockKind, Span, article_of
from reader.library import Opened
from reader.window.reading import ReadingPane
from reader.window.theme import Theme


def select(pane: ReadingPane, first: str, last: str) -> None:
    """Selects on the page from the beginning of some words to the end of others."""
    cursor = pane.document().find(first)
    end = pane.document().find(last, cursor.selectionStart())
    assert not cursor.isNull() and not end.isNull()
    cursor.setPosition(cursor.selectionStart())
    cursor.setPosition(end.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)


def grounds(pane: ReadingPane) -> list[tuple[str, str]]:
    """What is marked: the words and the colour behind them."""
    return [
        (mark.cursor.selectedText(), mark.format.background().color().name())
        for mark in pane.extraSelections()
        if mark.format.background().style() != Qt.BrushStyle.NoBrush
    ]


def underlined(pane: ReadingPane) -> list[str]:
    """The words that have a line below them."""
    none = QTextCharFormat.UnderlineStyle.NoUnderline
    return [mark.cursor.selectedText() for mark in pane.extraSelections() if mark.format.underlineStyle() != none]


def test_direct_and_mixed_quotations_are_tinted_and_indirect_ones_are_not(pane: ReadingPane, theme: Theme) -> None:
    tint = theme.colours.quote
    assert grounds(pane) == [
        ("We play in the rain now 🎈,", tint),
        ("the roof “was never ours to mend", tint),
        ("A hall is where a village hears itself.", tint),
    ]


def test_notes_and_bookmarks_are_underlined_and_lost_ones_are_nowhere(pane: ReadingPane) -> None:
    assert underlined(pane) == ["the roof", "by the river"]


def test_light_shows_all_spans_and_the_current_one_most(pane: ReadingPane, opened: Opened, theme: Theme) -> None:
    assert opened.analysis is not None
    spans = [Span(mention.start, mention.end) for mention in opened.analysis.entities[0].mentions]
    pane.light(spans, 2)
    lit, current = theme.colours.lit, theme.colours.current
    assert grounds(pane)[-3:] == [("Marta Venn", lit), ("Ms Venn", lit), ("Ms Venn", current)]
    in_view = pane.cursorRect(pane.textCursor())
    assert pane.viewport().rect().contains(in_view.center())
    assert pane.verticalScrollBar().value() > 0, "the last mention stands at the end of a long article"
    before = len(pane.extraSelections())
    pane.clear_light()
    assert len(pane.extraSelections()) == before - 3


def test_light_over_several_blocks_leaves_out_what_stands_between(
    pane: ReadingPane, article: Article, theme: Theme
) -> None:
    span = Span(span_of(article, "Marta Venn").start, span_of(article, "in the rain").end)
    pane.light([span])
    lit = [words for words, colour in grounds(pane) if colour == theme.colours.current]
    assert lit == ["Marta Venn told us.", "“We play in the rain"], "the caption between them is no part of the text"


def test_light_stays_when_the_theme_changes(pane: ReadingPane, article: Article, theme: Theme) -> None:
    pane.light([span_of(article, "Piet Odum")])
    theme.set_zoom(3)
    assert grounds(pane)[-1] == ("Piet Odum", theme.colours.current)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("rain now 🎈", "said", "rain now 🎈,” said"),
        ("𠀁", "𠀂", "𠀁𠀂"),
        ("Band without", "brass band", "The brass band"),
        ("told us.", "old mill", "told us."),
        ("before the roof", "We play", "“We play"),
        ("told us.", "We play", "told us.\n\n“We play"),
        ("Eleven", "were saved.", "Eleven cornets were saved."),
        ("play on.", "play on.", "play on."),
    ],
    ids=["balloon", "rare characters", "from the title", "into a caption", "from a caption", "over a caption", "list item", "end"],
)  # fmt: skip
def test_the_selection_is_told_in_offsets(
    first: str, last: str, words: str, pane: ReadingPane, article: Article
) -> None:
    select(pane, first, last)
    span = pane.selected_span()
    assert span is not None
    assert article.text[span.start : span.end] == words


@pytest.mark.parametrize("beside", ["Band without", "old mill", "More about halls"])
def test_a_selection_beside_the_text_is_none(beside: str, pane: ReadingPane) -> None:
    select(pane, beside, beside)
    assert pane.textCursor().hasSelection()
    assert pane.selected_span() is None


def test_all_selected_is_the_whole_text(pane: ReadingPane, article: Article) -> None:
    pane.selectAll()
    assert pane.selected_span() == Span(0, len(article.text))


def test_the_place_is_kept(pane: ReadingPane, article: Article) -> None:
    for number in (3, 7, 10):
        wanted = span_of(article, f"On evening {number} ").start
        pane.set_position(wanted)
        assert pane.position() == wanted


def test_the_place_stays_when_the_pane_is_resized_and_the_text_enlarged(
    pane: ReadingPane, article: Article, theme: Theme
) -> None:
    wanted = span_of(article, "On evening 6 ").start
    pane.set_position(wanted)
    for width in (500, 900, 430, 760):
        pane.resize(width, 520)
        theme.set_zoom(width % 7)
    assert abs(pane.position() - wanted) < 90, "no farther than the line in which it stands"


@pytest.mark.parametrize(
    "line",
    ["قالت العازفة إن القاعة كانت بيت الفرقة منذ أربعين عاما ولا أحد يعرف أين تعزف بعد اليوم ", "The band plays on by the river at night. "],
    ids=["right to left", "left to right"],
)  # fmt: skip
def test_the_place_does_not_creep(line: str, pane: ReadingPane, opened: Opened, theme: Theme) -> None:
    pane.show_article(showing(line * 80, opened))
    pane.set_position(2000)
    start = pane.position()
    for _ in range(6):
        pane.set_position(pane.position())
        pane.refresh(replace(showing(line * 80, opened), position=1))
        theme.changed.emit()
    assert pane.position() == start


def test_analysis_that_comes_later_leaves_the_reader_in_place(
    pane: ReadingPane, opened: Opened, unread_by_machine: Opened
) -> None:
    pane.show_article(unread_by_machine)
    assert grounds(pane) == []
    pane.set_position(1500)
    before = pane.verticalScrollBar().value()
    pane.refresh(opened)
    assert len(grounds(pane)) == 3
    assert pane.verticalScrollBar().value() == before > 0


def test_an_edited_article_is_shown_anew_at_the_same_place(pane: ReadingPane, opened: Opened) -> None:
    article = opened.article
    pane.set_position(span_of(article, "On evening 5 ").start)
    more = (*article.blocks, Block(BlockKind.PARAGRAPH, "Put back."))
    pane.refresh(replace(opened, article=article_of(more), analysis=None, notes=(), bookmarks=()))
    assert "Put back." in pane.toPlainText()
    assert pane.position() == span_of(article, "On evening 5 ").start


def test_pages_go_down_to_the_end_and_back(pane: ReadingPane) -> None:
    assert not pane.at_end()
    for _ in range(40):
        pane.page(1)
    assert pane.at_end()
    for _ in range(40):
        pane.page(-1)
    assert pane.verticalScrollBar().value() == 0


def test_what_is_found_is_marked(pane: ReadingPane, theme: Theme) -> None:
    assert pane.find_words("ms venn") == 2 == len(pane.found)
    assert grounds(pane)[-2:] == [("Ms Venn", theme.colours.found)] * 2
    assert pane.find_words("") == 0
    assert theme.colours.found not in {colour for _, colour in grounds(pane)}


def test_the_scroll_bar_shows_where_words_were_found(pane: ReadingPane, article: Article) -> None:
    pane.find_words("on evening")
    marks = pane.bar.marks
    assert len(marks) == len(pane.found) > 5
    assert list(marks) == sorted(marks) and 0 < marks[0] < marks[-1] <= 1
    colour = QColor(pane._theme.colours.accent)
    image = pane.bar.grab().toImage()
    rows = [y for y in range(image.height()) if image.pixelColor(image.width() // 2, y) == colour]
    assert rows and rows[0] < image.height() / 2
    pane.find_words("")
    assert pane.bar.marks == []


def test_names_and_quotes_come_forward_when_asked_for(pane: ReadingPane, theme: Theme) -> None:
    before = grounds(pane)
    pane.mark_plainly(True)
    assert {"Marta Venn", "Ms Venn", "Piet Odum", "Little Orley"} <= set(underlined(pane))
    assert ("they would play on", theme.colours.lit) in grounds(pane), "what is only reported has its mark too"
    pane.mark_plainly(False)
    assert grounds(pane) == before


def test_a_name_that_is_pointed_at_is_underlined(pane: ReadingPane) -> None:
    cursor = pane.document().find("Marta Venn")
    cursor.setPosition(cursor.selectionStart() + 3)
    QTest.mouseMove(pane.viewport(), pane.cursorRect(cursor).center())
    assert "Marta Venn" in underlined(pane)
    QTest.mouseMove(pane.viewport(), QPoint(3, 3))
    assert "Marta Venn" not in underlined(pane)


def test_a_click_on_a_name_tells_so_and_scrolls_nothing(pane: ReadingPane, qtbot: QtBot) -> None:
    cursor = pane.document().find("Marta Venn")
    cursor.setPosition(cursor.selectionStart() + 3)
    with qtbot.waitSignal(pane.mention_clicked) as clicked:
        QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=pane.cursorRect(cursor).center())
    assert clicked.args == ["e1"]
    assert pane.verticalScrollBar().value() == 0


def test_pointing_tells_the_name_or_the_quotation(pane: ReadingPane, article: Article, qtbot: QtBot) -> None:
    def centre(words: str) -> QPoint:
        cursor = pane.document().find(words)
        cursor.setPosition(cursor.selectionStart() + 3)
        rect = pane.cursorRect(cursor)
        assert pane.viewport().rect().contains(rect.center())
        return rect.center()

    with qtbot.waitSignal(pane.mention_pointed) as named:
        QTest.mouseMove(pane.viewport(), centre("Marta Venn"))
    assert named.args == ["e1"]
    pane.scroll_to(span_of(article, "We play"))
    with qtbot.waitSignal(pane.quote_pointed) as quoted:
        QTest.mouseMove(pane.viewport(), centre("We play"))
    assert quoted.args == [0]


def test_the_caret_tells_too(pane: ReadingPane, qtbot: QtBot) -> None:
    pane.setFocus()
    cursor = pane.document().find("Piet Odum")
    cursor.setPosition(cursor.selectionStart() + 1)
    with qtbot.waitSignal(pane.mention_pointed) as named:
        pane.setTextCursor(cursor)
    assert named.args == ["e2"]


@pytest.mark.parametrize(
    "kind", [QTextDocument.ResourceType.ImageResource, QTextDocument.ResourceType.StyleSheetResource, QTextDocument.ResourceType.HtmlResource]
)  # fmt: skip
@pytest.mark.parametrize(
    "address", ["file:{picture}", "{picture}", "http://tracker.example/p.png", "qrc:/x", "data:image/png;base64,AA", ""]
)
def test_whatever_the_document_asks_for_is_one_pixel(
    kind: QTextDocument.ResourceType, address: str, pane: ReadingPane, tmp_path: Path
) -> None:
    picture = tmp_path / "picture.png"
    large = QImage(40, 30, QImage.Format.Format_ARGB32)
    large.fill(QColor("red"))
    assert large.save(str(picture))
    url = QUrl(address.format(picture=picture))
    for answer in (pane.loadResource(kind.value, url), pane.document().resource(kind.value, url)):
        if address or answer is not None:
            assert isinstance(answer, QImage)
            assert (answer.width(), answer.height(), answer.pixelColor(0, 0).alpha()) == (1, 1, 0)


class Browser(QObject):
    """Hears of every address that something wants to open."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.asked.append(url.toString())


def test_no_link_opens_by_itself(pane: ReadingPane, opened: Opened) -> None:
    browser = Browser()
    for scheme in ("http", "https", "file"):
        QDesktopServices.setUrlHandler(scheme, browser, "open")
    try:
        pane.show_article(showing('https://evil.example/ <a href="https://evil.example/">here</a>', opened))
        text = pane.toPlainText()
        assert '<a href="https://evil.example/">here</a>' in text
        for block in lines_of(pane.document()):
            assert not any(it.fragment().charFormat().isAnchor() for it in block)
        pane.setHtml('<a href="https://evil.example/">a link that no article can make</a>')
        for x in range(0, pane.viewport().width(), 40):
            for y in range(0, 200, 10):
                QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, y))
        QTest.keyClick(pane, Qt.Key.Key_Tab)
        QTest.keyClick(pane, Qt.Key.Key_Return)
        assert browser.asked == []
        assert "a link" in pane.toPlainText(), "nor does the pane go there itself"
    finally:
        for scheme in ("http", "https", "file"):
            QDesktopServices.unsetUrlHandler(scheme)


def test_the_page_cannot_be_written_on(pane: ReadingPane) -> None:
    before = pane.toPlainText()
    pane.setFocus()
    QTest.keyClicks(pane, "zzz")
    QTest.keyClick(pane, Qt.Key.Key_Delete)
    assert pane.toPlainText() == before


def test_lines_keep_their_measure_however_wide_the_pane(pane: ReadingPane) -> None:
    pane.resize(1800, 520)
    longest = max(
        len(re.sub(r"\s+", " ", block.text()[line.textStart() : line.textStart() + line.textLength()]))
        for block in lines_of(pane.document())
        if block.text().startswith("On evening")
        for line in (block.layout().lineAt(i) for i in range(block.layout().lineCount()))
    )
    assert 50 <= longest <= 90


def test_extra_selections_outside_the_text_do_no_harm(pane: ReadingPane, article: Article) -> None:
    pane.light([Span(len(article.text) + 5, len(article.text) + 9), Span(0, 3)], 1)
    marks: list[QTextEdit.ExtraSelection] = pane.extraSelections()
    assert marks[-1].cursor.selectedText() == "The"


@pytest.mark.parametrize("width", [700, 1200, 420, 1800])
def test_no_line_is_wider_than_the_pane(width: int, pane: ReadingPane, opened: Opened) -> None:
    pane.show_article(showing("A short article.", opened))
    pane.resize(width, 520)
    pane.show_article(opened)
    assert pane.document().textWidth() == pane.viewport().width()
    pane.resize(width + 90, 520)
    assert pane.document().textWidth() == pane.viewport().width()
