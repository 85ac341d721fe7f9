"""The page: the article as it is set, every character at its offset, whatever the script."""

from __future__ import annotations

from pathlib import Path

import pytest
from band_article import lines_of, showing
from PySide6.QtCore import QBuffer, Qt, QUrl
from PySide6.QtGui import QFontInfo, QImage, QTextCursor, QTextDocument

from reader.article import BODY_KINDS, Article, Block, BlockKind, article_of
from reader.library import Opened, StoredPicture
from reader.window.reading import ReadingPane, printed_date
from reader.window.reading.finding import places_of
from reader.window.reading.page import LONGEST_RUN, set_page
from reader.window.reading.pictures import Pictures, pictures_of
from reader.window.theme import Theme, is_right_to_left


def test_the_page_is_the_title_block_and_then_every_block(pane: ReadingPane, article: Article) -> None:
    texts = [block.text() for block in lines_of(pane.document())]
    assert texts[:4] == [
        "Orley Messenger · Village",
        "Band without a hall",
        "The roof came down in a night",
        "Lena Fisk  ·  Little Orley  ·  Monday, 2 November 2026, 09:05",
    ]
    marks = {BlockKind.LIST_ITEM: "•\u2002", BlockKind.RELATED: "→  "}
    assert texts[4:] == [marks.get(block.kind, "") + block.text for block in article.blocks]


def test_headings_are_headings_to_assistive_technology(pane: ReadingPane) -> None:
    levels = {block.text(): block.blockFormat().headingLevel() for block in lines_of(pane.document())}
    assert levels["Band without a hall"] == 1
    assert levels["What the council says"] == 2
    assert sorted(levels.values())[-3:] == [0, 1, 2]


def test_an_article_of_which_nothing_is_known_has_a_page(pane: ReadingPane, opened: Opened) -> None:
    pane.show_article(showing("Only this.", opened))
    assert pane.toPlainText() == "Untitled\nOnly this."
    pane.show_article(None)
    assert pane.toPlainText() == ""
    assert pane.selected_span() is None and pane.position() == 0


def test_opening_marks_hang_and_quotations_stand_in(pane: ReadingPane) -> None:
    formats = {block.text(): block.blockFormat() for block in lines_of(pane.document())}
    hanging = next(form for text, form in formats.items() if text.startswith("“We play"))
    plain = next(form for text, form in formats.items() if text.startswith("The brass"))
    assert hanging.textIndent() < 0 == plain.textIndent()
    assert formats["A hall is where a village hears itself."].leftMargin() > plain.leftMargin()


def test_every_offset_of_the_text_is_the_same_character_on_the_page(theme: Theme, article: Article) -> None:
    document = QTextDocument()
    positions = set_page(document, article, theme)
    for span, block in article.body():
        for offset in range(span.start, span.end):
            cursor = QTextCursor(document)
            cursor.setPosition(positions.position(offset))
            cursor.setPosition(positions.position(offset + 1), QTextCursor.MoveMode.KeepAnchor)
            assert cursor.selectedText() == article.text[offset], block.text
            assert positions.offset(cursor.selectionStart()) == offset


def test_code_keeps_its_lines_and_a_tables_row_its_columns(theme: Theme) -> None:
    document = QTextDocument()
    code, row = Block(BlockKind.CODE, "for boat in fleet:\n    boat.moor()"), Block(BlockKind.TABLE, "North\t41\t3")
    article = article_of([code, row, Block(BlockKind.PARAGRAPH, "The end.")])
    positions = set_page(document, article, theme)
    for words in ("boat.moor()", "41", "The end."):
        assert positions.offset(document.find(words).selectionStart()) == article.text.index(words)
    shown = {block.text(): block.blockFormat() for block in lines_of(document)}
    assert "for boat in fleet:\u2028    boat.moor()" in shown
    assert len(shown["North\t41\t3"].tabPositions()) == 2


@pytest.mark.parametrize("kind", [kind for kind in BlockKind if kind not in BODY_KINDS])
def test_what_is_not_of_the_text_has_no_offset(kind: BlockKind, theme: Theme) -> None:
    document = QTextDocument()
    article = article_of(
        [Block(BlockKind.PARAGRAPH, "Before."), Block(kind, "Beside"), Block(BlockKind.PARAGRAPH, "After")]
    )
    positions = set_page(document, article, theme)
    inside = document.find("Beside").selectionStart() + 2
    assert positions.offset(inside) is None
    assert positions.nearest(inside) == article.text.index("After")


@pytest.mark.parametrize(
    "text",
    [
        "One\u2028two\u2029three\nfour\r\nfive",
        "nul \x00 mark \ufdd0 object \ufffc end",
        "x" * (3 * LONGEST_RUN) + " tail",
        "🎺" * (3 * LONGEST_RUN) + " tail",
        "𝔵" * (3 * LONGEST_RUN) + "x" * LONGEST_RUN + " tail",
    ],
    ids=["breaks", "specials", "long run", "long astral run", "long mixed run"],
)
def test_strange_text_shifts_no_offset(text: str, theme: Theme) -> None:
    document = QTextDocument()
    article = article_of([Block(BlockKind.PARAGRAPH, text), Block(BlockKind.PARAGRAPH, "The end.")])
    positions = set_page(document, article, theme)
    assert len(lines_of(document)) == 3
    for words in ("tail", "The end."):
        if words in article.text:
            assert positions.offset(document.find(words).selectionStart()) == article.text.index(words)


@pytest.mark.parametrize(
    "text",
    ["吾輩は猫である。名前はまだ無い。" * 60, "乐队说他们会继续在河边排练，" * 60, "วงดนตรีจะเล่นต่อไปริมแม่น้ำ" * 40],
    ids=["Japanese", "Chinese", "Thai"],
)
def test_writing_without_spaces_keeps_every_character(text: str, pane: ReadingPane, opened: Opened) -> None:
    pane.show_article(showing(text, opened))
    assert pane.toPlainText() == f"Untitled\n{text}"


@pytest.mark.parametrize(
    ("text", "rtl"),
    [
        ("قالت", True),
        ("«שלום»", True),
        ("12 قالت", True),
        ("Hello قالت", False),
        ("漢字", False),
        ("123 …", False),
        ("", False),
    ],
)
def test_direction_is_that_of_the_first_letter(text: str, rtl: bool) -> None:
    assert is_right_to_left(text) is rtl


def test_right_to_left_paragraphs_run_from_the_right(pane: ReadingPane) -> None:
    by_start = {block.text()[:4]: block.textDirection() for block in lines_of(pane.document())}
    assert by_start["قالت"] is Qt.LayoutDirection.RightToLeft
    assert by_start["The "] is Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("2018-04-02T15:16", "Monday, 2 April 2018, 15:16"),
        ("2018-04-02", "Monday, 2 April 2018"),
        ("2018-04", "2018-04"),
        ("soon", "soon"),
        (None, ""),
    ],
    ids=str,
)
def test_dates_are_printed_for_readers(value: str | None, printed: str) -> None:
    assert printed_date(value) == printed


def test_markup_in_the_text_is_text(pane: ReadingPane) -> None:
    assert "<b>Nobody</b> & nothing helps." in pane.toPlainText()


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("MS VENN", "Ms Venn, ms venn", ["Ms Venn", "ms venn"]),
        ("🎈", "a 🎈 b", ["🎈"]),
        ("قالت", "«قالت»", ["قالت"]),
        ("strasse", "🎺 Straße 9", ["Straße"]),
        ("STRASSE 9", "İ Straße 9", ["Straße 9"]),
        ("s", "Straße", ["S", "ß"]),
        ("aa", "aaaaa", ["aa", "aa"]),
        ("(", "no", []),
        ("", "nothing is asked", []),
        ("fish", "", []),
    ],
    ids=["case", "balloon", "Arabic", "sharp s", "after a dotted I", "half a sharp s", "none over another", "none", "no words", "no text"],
)  # fmt: skip
def test_words_are_found_whatever_their_case(words: str, text: str, found: list[str]) -> None:
    assert [text[place.start : place.end] for place in places_of(words, text)] == found


def test_a_picture_that_is_here_stands_below_the_head_and_within_the_text(theme: Theme, article: Article) -> None:
    image = QImage(3000, 600, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    held = QBuffer()
    held.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(held, "PNG")  # type: ignore[call-overload]
    document = QTextDocument()
    document.setTextWidth(500)
    positions = set_page(document, article, theme, Pictures(held.data().data()))
    at = document.toPlainText().index("\ufffc")
    assert at < positions.position(0) and document.idealWidth() <= 501
    for span, _ in article.body():
        cursor = QTextCursor(document)
        cursor.setPosition(positions.position(span.start))
        cursor.setPosition(positions.position(span.start + 1), QTextCursor.MoveMode.KeepAnchor)
        assert cursor.selectedText() == article.text[span.start]
    set_page(document, article, theme, Pictures(b"no picture", ((0, b"none either"),)))
    assert "\ufffc" not in document.toPlainText()


def test_code_is_set_in_a_face_of_even_widths(theme: Theme) -> None:
    document = QTextDocument()
    set_page(document, article_of([Block(BlockKind.CODE, "for each in lines:")], title="Lines"), theme)
    code = document.lastBlock().begin().fragment().charFormat().font()
    assert QFontInfo(code).fixedPitch()


def test_pictures_stand_above_their_captions_and_nothing_moves(theme: Theme, tmp_path: Path) -> None:
    document = QTextDocument()
    made = article_of(
        [
            Block(BlockKind.PARAGRAPH, "The ferry sailed at dawn."),
            Block(BlockKind.CAPTION, "The ferry at the quay of Nordhaven. Photo: Ada Quill"),
            Block(BlockKind.PARAGRAPH, "It came back at noon."),
        ],
        title="Ferry sails",
    )

    def stored(name: str, caption: str, *, lead: bool = False, width: int = 2400) -> StoredPicture:
        image = QImage(width, 800, QImage.Format.Format_RGB32)
        image.fill(0x336699)
        assert image.save(str(tmp_path / name), "JPG")  # type: ignore[call-overload]
        return StoredPicture(
            tmp_path / name, "image/jpeg", width, 800, caption, lead, f"https://news.example.org/{name}"
        )

    pictures = pictures_of(
        made,
        [
            stored("lead.jpg", "The harbour", lead=True),
            stored("quay.jpg", "The ferry at the quay of Nordhaven."),
            stored("nobody.jpg", ""),
            stored("else.jpg", "Something that is not on this page at all"),
        ],
    )
    assert [at for at, _ in pictures.inside] == [1] and pictures.lead
    bare = set_page(document, made, theme)
    places = [bare.position(start) for start in (0, made.text.index("noon"))]
    shown = set_page(document, made, theme, pictures)
    lines = document.toPlainText().splitlines()
    assert (
        lines.count("\ufffc") == 2
        and lines[lines.index("The ferry at the quay of Nordhaven. Photo: Ada Quill") - 1] == "\ufffc"
    )
    assert [shown.position(start) for start in (0, made.text.index("noon"))] == [places[0] + 2, places[1] + 4]
    held = document.resource(QTextDocument.ResourceType.ImageResource, QUrl("verbatim:inside-1"))
    assert held.width() == 1000, "it is decoded no larger than the page needs"
