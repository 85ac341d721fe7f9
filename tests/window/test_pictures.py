"""The map: what part of the world it shows, what it says to screen readers, and the files it is saved as."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented_people import Named, tell
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from reader.analysis.gazetteer import Placed, placed
from reader.article import EntityKind, Span, VerbatimError
from reader.library import Library
from reader.window.pictures import MapWindow
from reader.window.pictures.places import NamedPlace, frame_of, named_places, place_cards
from reader.window.theme import Theme
from reader.window.theme.colours import LIGHT

VIENNA, QUITO = Placed("Vienna", 48.2, 16.4, "Austria", sure=True), Placed("Quito", -0.2, -78.5, "Ecuador", sure=False)
NAMED = (NamedPlace("Vienna", 3, 1, Span(4, 10)), NamedPlace("Quito", 1, 1, None), NamedPlace("Skarvik", 1, 1, None))


@pytest.mark.parametrize("size", [(800, 400), (300, 500)], ids=["wide", "high"])
def test_every_place_is_within_the_frame(size: tuple[int, int]) -> None:
    places = [VIENNA, QUITO, Placed("Sydney", -33.9, 151.2, "Australia", sure=True)]
    frame = frame_of(places, *size)
    for place in places:
        x, y = frame.at(place.longitude, place.latitude)
        assert 0 < x < size[0]
        assert 0 < y < size[1]


def test_north_is_up_and_east_is_right() -> None:
    frame = frame_of([VIENNA], 100, 100)
    assert frame.at(16.4, 50)[1] < frame.at(16.4, 48)[1]
    assert frame.at(18, 48)[0] > frame.at(16, 48)[0]


def test_cards_say_what_is_unsure_and_what_is_unknown() -> None:
    spoken = [card.spoken for card in place_cards(NAMED, {"Vienna": VIENNA, "Quito": QUITO}, LIGHT)]
    assert spoken[0] == "Vienna, Austria, 3 mentions"
    assert "unsure" in spoken[1]
    assert spoken[2:] == ["Not on the map", "Skarvik, 1 mention"]


def test_a_name_in_capitals_is_shown_as_the_gazetteer_writes_it() -> None:
    named = (NamedPlace("QUITO", 3, 1, None), NamedPlace("SKARVIK", 1, 1, None), NamedPlace("NSW", 1, 1, None))
    where = placed(["QUITO"])[0]
    spoken = [card.spoken for card in place_cards(named, {"QUITO": where}, LIGHT)]
    assert spoken[0].startswith("Quito, Ecuador")
    assert spoken[2:] == ["Skarvik, 1 mention", "NSW, 1 mention"]


def test_a_place_in_capitals_is_the_same_place(library: Library) -> None:
    spellings = ("RENO", "Reno", "RENO")
    articles = [
        tell(library, f"It rains in {name}, day {day}.", Named(name, kind=EntityKind.PLACE))
        for day, name in enumerate(spellings)
    ]
    (place,) = named_places(library.opened(article) for article in articles)
    assert (place.name, place.mentions, place.article) == ("Reno", 3, articles[0])


@pytest.fixture
def window(qtbot: QtBot) -> MapWindow:
    made = MapWindow(Theme(), "A test", NAMED)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.placed is not None, timeout=60_000)
    return made


def test_enter_asks_for_the_passage(window: MapWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.place_asked) as asked:
        window.list.activated_key.emit("Vienna")
    assert asked.args == [NAMED[0]]
    assert "Vienna" in window.map.accessibleDescription()


def test_saved_as_svg_and_png(window: MapWindow, tmp_path: Path) -> None:
    window.save(tmp_path / "map.svg")
    window.save(tmp_path / "map.png")
    assert "Vienna" in (tmp_path / "map.svg").read_text("utf-8")
    assert QImage(str(tmp_path / "map.png")).width() == window.map.width() * 3


def test_what_cannot_be_saved_is_told(window: MapWindow, tmp_path: Path) -> None:
    with pytest.raises(VerbatimError, match="could not be saved"):
        window.map.save(tmp_path / "missing" / "map.png")
