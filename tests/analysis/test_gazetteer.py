"""Where places lie, and which of several of one name is meant."""

from __future__ import annotations

import pytest

from reader.analysis.gazetteer import Placed, placed, small_letters


def one(*names: str) -> Placed:
    """The last of an article's places."""
    return placed(names)[-1]


@pytest.mark.parametrize(
    ("names", "within", "sure"),
    [
        (("Vienna",), "Austria", True),
        (("London",), "United Kingdom", True),
        (("Canada", "London"), "Canada", True),
        (("France",), "", True),
        (("the United States",), "", True),
        (("Springfield",), "United States", False),
    ],
    ids=["one-is-far-larger", "the-largest", "the-country-is-named", "country", "article-before", "several-alike"],
)
def test_likeliest(names: tuple[str, ...], within: str, sure: bool) -> None:
    found = one(*names)
    assert (found.within, found.sure) == (within, sure)


@pytest.mark.parametrize(
    ("names", "within", "latitude", "longitude"),
    [
        (("Texas",), "United States", 30.7, -97),
        (("Scotland",), "United Kingdom", 56.2, -3.7),
        (("Bavaria",), "Germany", 48.7, 11.5),
        (("New York",), "United States", 40.7, -74),
        (("Georgia",), "", 42, 43),
        (("United States", "Georgia"), "United States", 33.4, -84),
        (("Ohio", "Athens"), "United States", 39.3, -82.1),
    ],
    ids=["state", "nation", "land", "large-city", "country", "state-of-a-named-country", "city-of-a-named-state"],
)
def test_regions_lie_amid_their_cities(names: tuple[str, ...], within: str, latitude: float, longitude: float) -> None:
    found = one(*names)
    assert found.within == within
    assert abs(found.latitude - latitude) < 2.5
    assert abs(found.longitude - longitude) < 4


def test_country_lies_in_its_middle() -> None:
    france = one("France")
    assert 44 < france.latitude < 49
    assert 0 < france.longitude < 5


def test_small_country_lies_where_its_capital_does() -> None:
    malta = one("Malta")
    assert abs(malta.latitude - 35.9) < 0.3


def test_unknown_places_are_left_out() -> None:
    assert placed(["Skarvikholmen", "Vienna"])[0].name == "Vienna"


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("RENO", "Reno"),
        ("Reno", "Reno"),
        ("THE HAGUE", "The Hague"),
        ("RIO DE JANEIRO", "Rio de Janeiro"),
        ("NEW YORK", "New York"),
        ("TEXAS", "Texas"),
        ("GERMANY", "Germany"),
        ("USA", "USA"),
        ("UAE", "UAE"),
    ],
)
def test_a_name_in_capitals_has_a_spelling_of_its_own(name: str, spelling: str) -> None:
    assert one(name).spelling == spelling


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("SKARVIK UPON SEA", "Skarvik upon Sea"),
        ("SKARVIK’S BAY", "Skarvik’s Bay"),
        ("NSW", "NSW"),
        ("McVane", "McVane"),
    ],
)
def test_an_unknown_name_in_capitals_gets_small_letters(name: str, spelling: str) -> None:
    assert small_letters(name) == spelling
