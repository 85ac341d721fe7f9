"""A reader follows people through the library by keys: to a page and back, merging, splitting, rejecting, taking back."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_window import ALT, CTRL, SHIFT, Reader
from invented_people import Named, tell
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLineEdit

from reader.article import Analysis, DateMention, EntityKind
from reader.library import Library, Query
from reader.window.people import Across
from reader.window.pictures import MapWindow, PictureWindow

WORDS = "We will not send four people out at night to do the work of seven, whatever the timetable promises."
TRIMMED = "We will not send four people out at night to do the work of seven"
LEAD = "The night boat to Skarvik stops on Sunday because the crew of captain Lise Moen refuses to sail it"


@pytest.fixture
def reading(reader_without_samples: Reader) -> Reader:
    """A reader of three articles in which Ilse Brandt speaks, under two names, and a stranger of her surname."""
    reader = reader_without_samples
    with Library.open(reader.folder) as library:
        tell(
            library, f"{LEAD}. “{WORDS}” said Ilse Brandt of Lise Moen.", Named("Ilse Brandt", ("chairwoman",), (WORDS,)),
            Named("Lise Moen", ("captain",)), title="Night boat to Skarvik stops", outlet="Harbour Post",
        )  # fmt: skip
        tell(
            library, f"{LEAD}. “{TRIMMED}”, Brandt told reporters.", Named("Brandt", ("chair",), (TRIMMED,)),
            Named("Lise Moen", ("captain",)), title="Skarvik loses its night boat", outlet="Quay Times",
            published="2026-03-02",
        )  # fmt: skip
        tell(
            library, "Ilse Brandt bakes bread in Vale. Lise Moen eats it.", Named("Ilse Brandt"), Named("Lise Moen"),
            title="Bread in Vale", outlet="Vale Letter", published="2026-05-01",
        )  # fmt: skip
    reader.start()
    return reader


def listed(reader: Reader) -> list[str]:
    """The names of the list in the middle."""
    model = reader.window.people.list.lines
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def name(reader: Reader) -> str:
    """Whose page is shown, empty where none is."""
    return reader.window.people.page.name.text() if reader.window.people.shown else ""


def step_to(reader: Reader, wanted: str) -> None:
    """Goes down the list to somebody's page."""
    for _ in listed(reader):
        if name(reader) == wanted:
            return
        reader.press(Qt.Key.Key_J)
    assert name(reader) == wanted


def typed(text: str):  # type: ignore[no-untyped-def]
    """Types into the dialog's field and presses Enter."""

    def act(dialog: QDialog) -> None:
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)

    return act


def test_from_a_quotation_to_the_page_and_to_a_passage_and_back(reading: Reader) -> None:
    reader, window = reading, reading.window
    assert window.articles.choose(1)
    reader.press(Qt.Key.Key_Q)
    reader.press(Qt.Key.Key_P)
    assert name(reader) == "Ilse Brandt" and window.people.page.isVisible() and not window.inspector.isVisible()
    quotes = window.people.page.lists[0]
    assert quotes.hasFocus() and len(quotes.keys()) == 1
    reader.press(Qt.Key.Key_Down)
    reader.press(Qt.Key.Key_Return)
    opened = window.opened
    assert not window.people.shown and opened is not None and opened.row.id == 1
    assert window.lit == list(opened.analysis.quotes[0].spans) and window.inspector.isVisible()  # type: ignore[union-attr]
    reader.press(Qt.Key.Key_Left, ALT)
    assert name(reader) == "Ilse Brandt"
    reader.press(Qt.Key.Key_Left, ALT)
    assert not window.people.shown and window.page.isVisible()
    reader.quit()


def test_what_is_offered_is_merged_taken_back_and_refused(reading: Reader) -> None:
    reader, window = reading, reading.window
    reader.press(Qt.Key.Key_G)
    reader.press(Qt.Key.Key_P)
    assert set(listed(reader)) == {"Ilse Brandt", "Brandt", "Lise Moen"}
    window.people.list.setFocus()
    step_to(reader, "Brandt")
    assert window.people.page.offer.isVisible() and "Ilse Brandt" in window.people.page.offer_text.text()
    reader.press(Qt.Key.Key_M, CTRL | SHIFT)
    assert name(reader) == "Ilse Brandt" and "Brandt" not in listed(reader)
    assert "2 quotations" in window.people.page.facts.text()
    reader.press(Qt.Key.Key_Z, CTRL)
    assert "Brandt" in listed(reader) and "1 quotation ·" in window.people.page.facts.text()
    reader.press(Qt.Key.Key_J, CTRL | SHIFT)
    assert not window.people.page.offer.isVisible()
    reader.quit()

    reader.start()
    reader.press(Qt.Key.Key_G)
    reader.press(Qt.Key.Key_P)
    step_to(reader, "Ilse Brandt")
    assert not reader.window.people.page.offer.isVisible(), "what was refused is not offered again"
    reader.quit()


def test_a_merge_chosen_by_name_is_kept(reading: Reader) -> None:
    reader = reading
    reader.press(Qt.Key.Key_G)
    reader.press(Qt.Key.Key_P)
    step_to(reader, "Brandt")
    reader.in_dialog(typed("ilse"), Qt.Key.Key_M, CTRL)
    assert name(reader) == "Ilse Brandt" and "with Brandt, merged by you" in reader.window.people.page.also.text()
    reader.quit()

    reader.start()
    reader.press(Qt.Key.Key_G)
    reader.press(Qt.Key.Key_P)
    assert set(listed(reader)) == {"Ilse Brandt", "Lise Moen"}
    reader.quit()


def test_articles_that_mean_another_one_are_split_off(reading: Reader) -> None:
    reader, window = reading, reading.window
    window.articles.choose(1)
    reader.press(Qt.Key.Key_Q)
    reader.press(Qt.Key.Key_P)
    reader.press(Qt.Key.Key_2, ALT)
    articles = window.people.page.lists[1]
    assert articles.hasFocus() and articles.keys() == ["a3", "a1"]
    reader.press(Qt.Key.Key_Down)
    if window.people.page.chosen_articles() != (3,):
        reader.press(Qt.Key.Key_Home)
    assert window.people.page.chosen_articles() == (3,)
    reader.press(Qt.Key.Key_D, CTRL | SHIFT)
    assert listed(reader).count("Ilse Brandt") == 2 and articles.keys() == ["a1"]
    reader.press(Qt.Key.Key_Z, CTRL)
    assert listed(reader).count("Ilse Brandt") == 1 and articles.keys() == ["a3", "a1"]
    reader.quit()


def test_a_name_is_rejected_and_put_back_renamed_and_of_another_kind(reading: Reader) -> None:
    reader, window = reading, reading.window
    reader.press(Qt.Key.Key_G)
    reader.press(Qt.Key.Key_P)
    step_to(reader, "Lise Moen")
    reader.press(Qt.Key.Key_X, CTRL | SHIFT)
    assert "Lise Moen" not in listed(reader)
    window.people.show(Across.REJECTED)
    assert listed(reader) == ["Lise Moen"]
    reader.press(Qt.Key.Key_X, CTRL | SHIFT)
    reader.press(Qt.Key.Key_G)
    reader.press(Qt.Key.Key_P)
    assert "Lise Moen" in listed(reader)
    step_to(reader, "Lise Moen")
    reader.in_dialog(typed("Captain Moen"), Qt.Key.Key_F2)
    assert name(reader) == "Captain Moen"

    def to_place(dialog: QDialog) -> None:
        box = dialog.findChild(QComboBox)
        assert box is not None
        box.setCurrentText("place")
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    reader.in_dialog(to_place, Qt.Key.Key_K, CTRL | SHIFT)
    reader.press(Qt.Key.Key_G)
    reader.press(Qt.Key.Key_L)
    assert listed(reader) == ["Captain Moen"]
    for _ in range(4):
        reader.press(Qt.Key.Key_Z, CTRL)
    reader.press(Qt.Key.Key_G)
    reader.press(Qt.Key.Key_P)
    assert "Lise Moen" in listed(reader)
    reader.quit()


def test_a_pair_and_the_connections(reading: Reader) -> None:
    reader, window = reading, reading.window
    window.articles.choose(1)
    reader.press(Qt.Key.Key_Q)
    reader.press(Qt.Key.Key_P)
    reader.press(Qt.Key.Key_4, ALT)
    connections = window.people.page.lists[3]
    assert (
        connections.current_key() == f"t{window.people.chosen_thing()}"
        and window.people.page.around.accessibleDescription().startswith("Lise Moen")
    )
    reader.press(Qt.Key.Key_P, SHIFT)
    assert name(reader) == "Ilse Brandt on Lise Moen"
    assert "0 quotations" in window.people.page.facts.text()
    reader.press(Qt.Key.Key_Escape)
    assert name(reader) == "Ilse Brandt"
    reader.press(Qt.Key.Key_4, ALT)
    reader.press(Qt.Key.Key_Return)
    assert name(reader) == "Lise Moen"
    reader.quit()


def test_a_story_says_who_is_missing_and_how_words_differ(reading: Reader) -> None:
    reader, window = reading, reading.window
    window.articles.choose(2)
    reader.press(Qt.Key.Key_O, SHIFT)
    story = window.people.story
    assert story.isVisible() and "2 articles · 2 outlets" in story.facts.text()
    voices = {voice.name: voice.missing_from(story.shown.outlets) for voice in story.shown.voices}  # type: ignore[union-attr]
    assert voices == {"Ilse Brandt": ("Quay Times",), "Brandt": ("Harbour Post",)}
    reader.press(Qt.Key.Key_2, ALT)
    assert story.words.hasFocus() and len(story.words.keys()) == 2
    spoken = [str(story.words.model().index(row, 0).data()) for row in range(story.words.model().rowCount())]
    assert "trimmed" in spoken[2] and "another speaker" in spoken[2]
    story.words.choose(story.words.keys()[1])
    reader.press(Qt.Key.Key_Return)
    assert window.opened is not None and window.opened.row.id == 2 and not window.people.shown
    reader.press(Qt.Key.Key_Left, ALT)
    assert story.isVisible() and window.people.across is Across.STORIES
    reader.quit()


def test_places_on_a_map_and_from_there_to_the_passage(reader_without_samples: Reader) -> None:
    reader = reader_without_samples
    with Library.open(reader.folder) as library:
        place = Named("Vienna", kind=EntityKind.PLACE)
        tell(library, "The night train leaves Vienna at ten.", place, title="Night train", outlet="Harbour Post")
        tell(library, "Nobody sings here.", title="Silence", outlet="Harbour Post")
    reader.start()
    reader.press(Qt.Key.Key_A, CTRL)
    reader.press(Qt.Key.Key_G)
    reader.press(Qt.Key.Key_M)
    shown = reader.window.findChild(MapWindow)
    assert shown is not None
    reader.wait(lambda: shown.placed is not None)
    assert shown.list.current_key() == "Vienna"
    QTest.keyClick(shown.list, Qt.Key.Key_Return)
    assert reader.window.windowTitle().startswith("Night train")
    lit = reader.window.page.lit_span()
    assert lit is not None
    assert reader.window.opened is not None
    assert reader.window.opened.article.text[lit.start : lit.end] == "Vienna"
    QTest.keyClick(shown.list, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_timeline_of_several_articles_and_from_there_to_the_passage(reader_without_samples: Reader) -> None:
    reader = reader_without_samples
    with Library.open(reader.folder) as library:
        for title, text, value in (
            ("Night train", "It left on 4 May 2026.", "2026-05-04"),
            ("Day train", "It left on 2 May 2026.", "2026-05-02"),
        ):
            dated = DateMention(text[11:-1], 11, len(text) - 1, value, "The day, month and year are printed.")
            number = tell(library, text, title=title, outlet="Harbour Post")
            library.store_analysis(number, Analysis(dates=(dated,)))
    reader.start()
    reader.press(Qt.Key.Key_A, CTRL)
    reader.press(Qt.Key.Key_G)
    reader.press(Qt.Key.Key_D)
    shown = reader.window.findChild(PictureWindow)
    assert shown is not None
    assert len(shown.list.keys()) == 2
    QTest.keyClick(shown.list, Qt.Key.Key_Return)
    assert reader.window.windowTitle().startswith("Day train")
    lit = reader.window.page.lit_span()
    assert lit is not None
    assert reader.window.opened is not None
    assert reader.window.opened.article.text[lit.start : lit.end] == "2 May 2026"


def test_voices_of_several_articles_and_from_there_to_the_quotation(reading: Reader) -> None:
    reading.press(Qt.Key.Key_A, CTRL)
    reading.press(Qt.Key.Key_G)
    reading.press(Qt.Key.Key_V)
    shown = reading.window.findChild(PictureWindow)
    assert shown is not None
    assert len(shown.list.keys()) == 2
    QTest.keyClick(shown.list, Qt.Key.Key_Return)
    assert reading.window.inspector.current_quote() == 0
    assert reading.window.page.lit_span() is not None


def test_reading_statistics_lead_to_people_and_articles(reading: Reader) -> None:
    def show() -> PictureWindow:
        reading.press(Qt.Key.Key_G)
        reading.press(Qt.Key.Key_I)
        reading.wait(lambda: reading.window.findChild(PictureWindow) is not None)
        shown = reading.window.findChild(PictureWindow)
        assert shown is not None
        return shown

    shown = show()
    keys = shown.list.keys()
    person = next(key for key in keys if key.startswith("t"))
    shown.choose(person)
    QTest.keyClick(shown.list, Qt.Key.Key_Return)
    assert name(reading) == "Ilse Brandt"
    week = next(key for key in keys if key.startswith("w"))
    shown.choose(week)
    QTest.keyClick(shown.list, Qt.Key.Key_Return)
    assert reading.window.search.text().startswith(f"added:{week[1:]}..")
    assert reading.window.articles.rows.rowCount() == reading.window.library.count(Query())
    assert not reading.window.people.shown


def test_drawing_of_connections_is_saved(reading: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "connections.svg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), "SVG (*.svg)"))
    reading.press(Qt.Key.Key_G)
    reading.press(Qt.Key.Key_P)
    step_to(reading, "Ilse Brandt")
    reading.window.deeds.save_connections()
    assert "Lise Moen" in path.read_text("utf-8")
