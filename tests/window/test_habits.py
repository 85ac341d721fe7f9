"""Reading statistics: what a library holds and what of it was read, as a drawing and as a list; and months as a drawing."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.article import Block, BlockKind, Capture, EntityKind, article_of
from reader.library import Library, SetRead, Tally, ThingRow, Trash, Week
from reader.library.tallying import Source
from reader.window.people.drawing import MonthStrip
from reader.window.pictures import Habits, PictureWindow
from reader.window.pictures.habits import habit_cards, sums
from reader.window.theme import Theme
from reader.window.theme.colours import LIGHT

FOUND = Tally(
    3,
    2,
    300,
    200,
    (Week(date(2031, 3, 3), 2, 1, 100), Week(date(2031, 3, 10), 0, 0, 0), Week(date(2031, 3, 17), 1, 1, 100)),
    (Source("Harbour Post", 2, 1, 100), Source("", 1, 1, 100)),
    (ThingRow(7, "key", "Ilse Brandt", EntityKind.PERSON, 4, 2),),
)


def add(library: Library, number: int, words: int, publisher: str) -> int:
    text = " ".join([f"Word{number}"] * words)
    article = article_of([Block(BlockKind.PARAGRAPH, text)], title=f"Article {number}", publisher=publisher)
    capture = Capture(
        text.encode(), "text/plain", f"{number}.txt", "file", datetime.fromisoformat("2031-03-04T10:00:00Z")
    )
    return library.add(capture, article).id


def test_a_library_is_counted_without_its_trash(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        read, unread, thrown_away = (add(library, n, n * 10, "Harbour Post" if n < 3 else "Ledger") for n in (1, 2, 3))
        library.perform(SetRead((read,), True))
        library.perform(Trash((thrown_away,)))
        found = library.tally()
        assert unread
    assert (found.articles, found.read, found.words, found.words_read) == (2, 1, 30, 10)
    assert found.sources == (Source("Harbour Post", 2, 1, 10),)
    (week,) = found.weeks
    assert (week.articles, week.read, week.words_read, week.begins.weekday()) == (2, 1, 10, 0)


def test_an_empty_library_has_nothing_to_count(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        assert library.tally() == Tally(0, 0, 0, 0, (), (), ())


def test_cards_tell_what_is_drawn() -> None:
    assert sums(FOUND) == "3 articles · 2 read · 200 words read"
    assert [card.spoken for card in habit_cards(FOUND, LIGHT)] == [
        "Harbour Post, 2 articles, 1 read",
        "No publisher, 1 article, 1 read",
        "Ilse Brandt, 4 quotations",
        "Week from 17 March 2031, 1 article, 1 read, 100 words read",
        "Week from 3 March 2031, 2 articles, 1 read, 100 words read",
    ]


def test_drawing_follows_the_list_and_is_saved(qtbot: QtBot, tmp_path: Path) -> None:
    window = PictureWindow(Habits(Theme(), FOUND), "What was read", "Reading statistics")
    qtbot.addWidget(window)
    window.show_cards(lambda colours: habit_cards(FOUND, colours))
    window.choose_first()
    window.show()
    assert window.picture.lit == "sHarbour Post"
    before = window.picture.grab().toImage()
    window.list.choose("t7")
    assert window.picture.lit == "t7" and window.picture.grab().toImage() != before
    window.save(tmp_path / "read.svg")
    assert "Ilse Brandt" in (tmp_path / "read.svg").read_text("utf-8")
    assert "Ilse Brandt 4" in window.picture.accessibleDescription()


def test_months_are_gone_through_by_keys_and_saved(qtbot: QtBot, tmp_path: Path) -> None:
    strip = MonthStrip(Theme())
    qtbot.addWidget(strip)
    strip.resize(400, 60)
    strip.show_months([(date(2031, 1, 1), 2), (date(2031, 4, 1), 5)])
    strip.show()
    strip.setFocus()
    qtbot.waitUntil(strip.hasFocus)
    assert strip.lit == "2031-04-01"
    QTest.keyClick(strip, Qt.Key.Key_Left)
    assert strip.lit == "2031-01-01" and strip.accessibleDescription() == "January 2031: 2 quotations"
    with qtbot.waitSignal(strip.chosen) as told:
        QTest.keyClick(strip, Qt.Key.Key_Return)
    assert told.args == ["2031-01-01"]
    strip.save(tmp_path / "months.png")
    assert (tmp_path / "months.png").stat().st_size > 500
