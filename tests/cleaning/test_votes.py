"""The vote between an author's names: more witnesses win, and what is no name of anybody is not elected."""

from __future__ import annotations

import pytest

from reader.cleaning.votes import Vote, ranked
from reader.cleaning.writers import writers


def elected(*votes: Vote, site: str = "The Vale Gazette") -> list[str]:
    candidates = ranked(votes, {site})
    return candidates[0].names if candidates else []


def test_two_witnesses_outweigh_one() -> None:
    told = [Vote("structured data", ["Ann Sharpe"]), Vote("meta element", ["Joe Lund"]), Vote("card", ["Joe Lund"])]
    assert elected(*told) == ["Joe Lund"]


@pytest.mark.parametrize(
    ("source", "name", "is_elected"),
    [
        ("line", "Securely since 2022", False),
        ("link", "Category", False),
        ("mark", "original", False),
        ("mark", "Tarnbytes", True),
        ("meta element", "tarnbytes", True),
        ("line", "Ann Sharpe", True),
        ("link", "The Ferry Team", True),
    ],
)
def test_one_poor_witness_elects_only_what_can_be_somebodys_name(source: str, name: str, is_elected: bool) -> None:
    assert elected(Vote(source, [name])) == ([name] if is_elected else [])


@pytest.mark.parametrize(
    ("source", "is_elected"), [("name beside the date", False), ("mark", False), ("structured data", True)]
)
def test_words_that_the_page_writes_small_are_a_label_where_place_alone_speaks(source: str, is_elected: bool) -> None:
    candidates = ranked([Vote(source, ["Smart Home"])], set(), {"smart", "home"})
    assert [candidate.names for candidate in candidates] == ([["Smart Home"]] if is_elected else [])


def test_two_poor_witnesses_that_agree_are_believed() -> None:
    assert elected(Vote("line", ["Ann / House of Ferns"]), Vote("link", ["Ann / House of Ferns"])) != []


@pytest.mark.parametrize("text", ["Back to top", "Member Login", "Log in", "Sign up", "Get started free"])
def test_buttons_are_no_writers(text: str) -> None:
    assert writers([text]) == []


def test_the_hour_is_no_part_of_a_name() -> None:
    assert writers(["By Ann at 12:30"]) == ["Ann"]
