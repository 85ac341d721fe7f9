"""The parts around the page: contents, appearance, hints, reading aloud, paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from band_article import showing
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.article import Article, Block, BlockKind, article_of
from reader.library import Opened
from reader.window.hints import HINTS, Hints, next_hint
from reader.window.reading.aloud import Aloud
from reader.window.reading.appearance import Appearance
from reader.window.reading.contents import Contents, headings_of, part_at
from reader.window.reading.place import place_sentence
from reader.window.reading.printing import NotPrinted, printed, write_pdf
from reader.window.reading.sentences import sentences_of
from reader.window.system.handing import file_name
from reader.window.theme import Reading, Theme, ThemeName


@pytest.fixture
def long_piece() -> Article:
    blocks = [Block(BlockKind.PARAGRAPH, "It began in the rain.")]
    for number in (1, 2, 3):
        blocks += [
            Block(BlockKind.HEADING, f"Part {number}", level=2),
            Block(BlockKind.PARAGRAPH, f"What happened in part {number}."),
        ]
    return article_of(blocks, title="The long piece")


def test_contents_are_the_headings_and_where_one_is(long_piece: Article) -> None:
    headings = headings_of(long_piece)
    assert [heading.text for heading in headings] == ["The long piece", "Part 1", "Part 2", "Part 3"]
    inside = long_piece.text.index("What happened in part 2")
    assert part_at(headings, inside) == 2 and part_at(headings, 0) == 0
    assert headings_of(article_of([Block(BlockKind.PARAGRAPH, "Short.")])) == []


def test_a_heading_is_gone_to_by_keys(
    long_piece: Article, theme: Theme, shown: Callable[..., QWidget], qtbot: QtBot
) -> None:
    page = shown(QWidget())
    panel = Contents(headings_of(long_piece), 1, theme, page)
    panel.show_over(page)
    assert panel.list.currentItem().text().strip() == "Part 1"
    with qtbot.waitSignal(panel.chosen) as chosen:
        QTest.keyClick(panel.list, Qt.Key.Key_Down)
        QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert chosen.args == [long_piece.text.index("Part 2")]


def test_appearance_is_chosen_at_once(theme: Theme, shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    page = shown(QWidget())
    panel = Appearance(theme, page)
    panel.reading_chosen.connect(theme.set_reading)
    panel.show_over(page)
    before = theme.text_font().pointSizeF()
    QTest.keyClick(panel.size_slider, Qt.Key.Key_Right)
    assert theme.text_font().pointSizeF() == before + 1
    QTest.keyClick(panel.leading, Qt.Key.Key_Right)
    panel.face.setCurrentText("Literata")
    panel.measure.setValue(60)
    assert theme.reading == Reading("Literata", 1, 60, 1.6, 100)
    QTest.mouseClick(panel.standard, Qt.MouseButton.LeftButton)
    assert theme.reading == Reading()
    with qtbot.waitSignal(panel.theme_chosen) as chosen:
        QTest.mouseClick(panel.themes.button(3), Qt.MouseButton.LeftButton)
    assert chosen.args == [ThemeName.DARK]


def test_hints_go_one_by_one_for_good(theme: Theme, shown: Callable[..., QWidget]) -> None:
    frame = shown(QWidget())
    gone: list[list[str]] = []
    hints = Hints(theme, [], lambda command: f"[{command}]", frame)
    hints.gone.connect(gone.append)
    hints.show()
    assert len(HINTS) == 3
    assert "[quote.next]" in hints.text.text()
    hints.done("article.next")
    assert gone == [], "what no hint tells of changes nothing"
    hints.done("quote.next")
    assert gone[-1] == ["quotes"] and "[add.paste]" in hints.text.text()
    QTest.mouseClick(hints.close_button, Qt.MouseButton.LeftButton)
    assert "[palette]" in hints.text.text()
    hints.done("help")
    assert not hints.isVisible() and len(gone[-1]) == 3
    assert next_hint(gone[-1]) is None
    assert Hints(theme, gone[-1], str, frame).isHidden()


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Mr. Falk came. Dr. Venn left.", ["Mr. Falk came.", "Dr. Venn left."]),
        ("“We play,” she said. “In the rain.” Then", ["“We play,” she said.", "“In the rain.”", "Then"]),
        ("A heading\n\nA paragraph", ["A heading", "A paragraph"]),
        ("桥很好。可是没有人。", ["桥很好。", "可是没有人。"]),
        ("It rose by 3.5 per cent.", ["It rose by 3.5 per cent."]),
        ("…\n\n—", []),
        ("", []),
    ],
)
def test_sentences_are_told_apart(text: str, sentences: list[str]) -> None:
    assert [text[span.start : span.end] for span in sentences_of(text)] == sentences


def test_reading_starts_with_the_sentence_in_view() -> None:
    text = "One is here. Two is here. Three."
    assert [text[s.start : s.end] for s in sentences_of(text, text.index("is here. Three"))] == [
        "Two is here.",
        "Three.",
    ]


class Speaker:
    """A voice that says nothing until it is told to have spoken."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.stopped = 0

    def say(self, text: str) -> None:
        self.said.append(text)

    def stop(self) -> None:
        self.stopped += 1


def test_reading_aloud_goes_from_sentence_to_sentence(qtbot: QtBot) -> None:
    speaker = Speaker()
    aloud = Aloud(speaker)
    read: list[tuple[int, int]] = []
    ended: list[bool] = []
    aloud.reading.connect(lambda start, end: read.append((start, end)))
    aloud.ended.connect(lambda: ended.append(True))
    aloud.start("One. Two.")
    assert speaker.said == ["One."] and read == [(0, 4)] and aloud.is_on
    aloud.go_on()
    aloud.go_on()
    assert speaker.said == ["One.", "Two."] and ended == [True] and not aloud.is_on
    aloud.start("One. Two.")
    aloud.stop()
    aloud.go_on()
    assert speaker.said == ["One.", "Two.", "One."] and speaker.stopped == 1 and len(ended) == 2


def test_the_systems_engine_reads_to_the_end(qtbot: QtBot) -> None:
    pytest.importorskip("PySide6.QtTextToSpeech")
    from reader.window.reading.aloud import system_reader

    parent = QWidget()
    qtbot.addWidget(parent)
    aloud = system_reader("mock", "en", parent)
    read: list[int] = []
    aloud.reading.connect(lambda start, _end: read.append(start))
    with qtbot.waitSignal(aloud.ended, timeout=20_000):
        aloud.start("One. Two. Three.")
    assert read == [0, 5, 10]


def test_paper_has_the_readers_marks_and_notes(opened: Opened) -> None:
    document = printed(opened)
    text = document.toPlainText()
    assert "the roof2" in text, "the note on the whole article is the first"
    assert (
        text.index("Notes")
        < text.index("1\u2002Good for Sunday.")
        < text.index("2\u2002Who owned <the> roof? Ask Odum.")
    )
    found = document.find("the roof2")
    found.setPosition(found.selectionEnd() - 1)
    assert found.charFormat().underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine


def test_a_pdf_holds_the_article(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "band.pdf"
    write_pdf(opened, path)
    with pypdfium2.PdfDocument(path) as pdf:
        words = "".join(page.get_textpage().get_text_bounded() for page in pdf)
        assert "Band without a hall" in words and "Good for Sunday." in words
        assert pdf.get_metadata_dict()["Title"] == "Band without a hall"
        width, height = pdf[0].get_size()
        assert 500 < width < height


def test_an_article_of_which_nothing_is_known_is_printed(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    write_pdf(replace(showing("Only this.", opened), capture_name="page.txt"), tmp_path / "page.pdf")
    assert (tmp_path / "page.pdf").stat().st_size > 500


def test_a_pdf_that_cannot_be_written_is_told(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    with pytest.raises(NotPrinted, match="could not be written"):
        write_pdf(opened, tmp_path / "gone" / "band.pdf")


@pytest.mark.parametrize(
    ("title", "name"),
    [("Who said: “No/Yes”?", "Who said No Yes"), ("...", "article"), ("桥", "桥"), ("x" * 300, "x" * 80)],
)
def test_a_title_is_a_files_name_on_every_system(title: str, name: str) -> None:
    assert file_name(title) == name


@pytest.mark.parametrize(
    ("share", "words", "sentence"),
    [
        (0.0, 2380, "0% · 10 min left"),
        (0.5, 2380, "50% · 5 min left"),
        (0.99, 2380, "99% · less than a minute left"),
        (1.0, 2380, "10 min read"),
        (1.0, 5, "1 min read"),
    ],
)
def test_the_place_is_told_in_minutes(share: float, words: int, sentence: str) -> None:
    assert place_sentence(share, words) == sentence
