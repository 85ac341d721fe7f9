"""Bylines give the names alone; the place and the rest are kept apart, and sentences are no bylines."""

from __future__ import annotations

import pytest

from reader.cleaning.bylines import Byline, byline, is_agency_credit, is_bare_name, is_bare_place

BYLINES = {
    "By Ann Sharpe": Byline(("Ann Sharpe",)),
    "BY ANN SHARPE": Byline(("Ann Sharpe",)),
    "By: Ann Sharpe": Byline(("Ann Sharpe",)),
    "By Ann Sharpe and Tom Reed": Byline(("Ann Sharpe", "Tom Reed")),
    "By Ann Sharpe, Tom Reed and Ola Nwosu": Byline(("Ann Sharpe", "Tom Reed", "Ola Nwosu")),
    "By Ann Sharpe & Tom Reed": Byline(("Ann Sharpe", "Tom Reed")),
    "By Ann Sharpe in Tarnby": Byline(("Ann Sharpe",), "Tarnby"),
    "Written by Ann Sharpe": Byline(("Ann Sharpe",)),
    "Analysis by Ann Sharpe": Byline(("Ann Sharpe",)),
    "Von Jana Weil": Byline(("Jana Weil",)),
    "Par Élise Dubois et Marc Petit": Byline(("Élise Dubois", "Marc Petit")),
    "By Ludo van der Meer": Byline(("Ludo van der Meer",)),
    "By Niamh O’Dowd-Lacey": Byline(("Niamh O’Dowd-Lacey",)),
    "By J. P. Marlow": Byline(("J. P. Marlow",)),
    "By Ann Sharpe, political editor": Byline(("Ann Sharpe",), None, "political editor"),
    "By Ann Sharpe, Reuters": Byline(("Ann Sharpe",), None, "Reuters"),
    "By Ann Sharpe @annsharpe": Byline(("Ann Sharpe",), None, "@annsharpe"),
    "By Ann Sharpe ann@tarnby.example": Byline(("Ann Sharpe",), None, "ann@tarnby.example"),
    "Ann Sharpe, political editor": Byline(("Ann Sharpe",), None, "political editor"),
    "Ann Sharpe | Harbour correspondent": Byline(("Ann Sharpe",), None, "Harbour correspondent"),
}


@pytest.mark.parametrize(("line", "expected"), BYLINES.items(), ids=list(BYLINES))
def test_a_byline_gives_its_names(line: str, expected: Byline) -> None:
    assert byline(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the bridge was closed.",
        "By the time the ferry came the crowd had gone home to eat",
        "By",
        "Ann Sharpe",
        "Ann Sharpe and Tom Reed",
        "Tarnby, 2 April 2018",
        "The political editor spoke first",
        "By Ann Sharpe, who said nothing at all?",
        "By " + "Ann Sharpe, " * 30,
        "By " + "A" * 5000,
        "@" * 399,
        "",
    ],
    ids=lambda line: line[:30] or "nothing",
)
def test_other_lines_are_no_bylines(line: str) -> None:
    assert byline(line) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ann Sharpe", True),
        ("Ludo van der Meer", True),
        ("Élise Dubois", True),
        ("Ann", False),
        ("Ann sharpe", False),
        ("Ann Sharpe spoke", False),
        ("The Tarnby Harbour Company Board Again", False),
    ],
)
def test_bare_names(line: str, expected: bool) -> None:
    assert is_bare_name(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Tarnby", True), ("Bad Rennau", True), ("Tarnby, Wessel", True), ("Rio de Mar", True), ("tarnby", False), ("In the town", False)],
)  # fmt: skip
def test_bare_places(line: str, expected: bool) -> None:
    assert is_bare_place(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Reporting by Ann Sharpe; Editing by Tom Reed", True),
        ("(Additional reporting by Ola Nwosu in Tarnby)", True),
        ("Editing by Tom Reed", True),
        ("Reporting by boat was slow, she said, and cold. She did it twice.", False),
        ("By Ann Sharpe", False),
    ],
)
def test_agency_credits(line: str, expected: bool) -> None:
    assert is_agency_credit(line) is expected
