"""The model of a pasted page's lines: what it is shown, and what it says of them."""

from __future__ import annotations

import numpy as np
import pytest

from reader.article import resource
from reader.cleaning import line_model
from reader.cleaning.line_features import LOOKS, WORDS, features
from reader.cleaning.line_model import BODY, KINDS, shares_of
from reader.cleaning.lines import Unit, units_of

MENU = ["Menu", "News", "Sport", "Weather", "Timetables", "Log in", "Subscribe", "Search"]
BODY_LINES = [
    f"The harbour master counted {number} ships on the morning of the fair, and wrote down the name of each of them in his book, as he had done every year."
    for number in ("two", "three", "seven", "nine", "eleven", "twenty")
]
FOOT = [
    "Share",
    "14 Comments",
    "Most read",
    "Seals seen off the pier",
    "About us",
    "Privacy policy",
    "© 2031 The Courier",
]


def units(*lines: str) -> list[Unit]:
    return units_of("\n\n".join(lines))


PAGE = units(*MENU, "Ships come home for the fair", "By Ann Sharpe", "3 March 2031", *BODY_LINES, *FOOT)


@pytest.mark.parametrize("words", [True, False], ids=["with words", "by looks alone"])
def test_prose_in_the_middle_is_the_body_and_menus_are_not(words: bool) -> None:
    shares = shares_of(PAGE, words=words)
    body = {at for at, unit in enumerate(PAGE) if unit.text in BODY_LINES}
    assert body <= set(np.flatnonzero(shares[:, BODY] > 0.5).tolist())
    assert not set(np.flatnonzero(shares[:, BODY] > 0.5).tolist()) & {
        at for at, unit in enumerate(PAGE) if unit.text in {*MENU, *FOOT}
    }


@pytest.mark.parametrize("lines", [[], ["One"], ["One", "Two"], ["!"], ["word " * 5000] * 3], ids=["none", "one", "two", "a sign", "long"])  # fmt: skip
def test_each_line_has_shares_that_sum_to_one(lines: list[str]) -> None:
    shares = shares_of(units(*lines))
    assert shares.shape == (len(lines), KINDS)
    assert np.allclose(shares.sum(axis=1), 1)


def test_a_row_holds_what_any_language_shows_and_then_what_words_tell() -> None:
    rows, bare = features(PAGE), features(PAGE, words=False)
    assert rows.shape == bare.shape == (len(PAGE), LOOKS + WORDS)
    assert np.array_equal(rows[:, :LOOKS], bare[:, :LOOKS])
    assert rows[:, LOOKS:].any()
    assert not bare[:, LOOKS:].any()
    assert np.isfinite(rows).all()


def test_a_line_is_known_by_its_page() -> None:
    alone, twice = (
        features(units("The old ferry", *BODY_LINES)),
        features(units("The old ferry", *BODY_LINES, "The old ferry")),
    )
    assert not np.array_equal(alone[0], twice[0])


def test_a_model_of_other_features_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line_model, "FEATURES_VERSION", -1)
    for held in (line_model._weights, line_model._trees):
        held.cache_clear()
        with pytest.raises(ValueError, match="trained on other features"):
            held()
    monkeypatch.undo()
    line_model._weights.cache_clear()
    line_model._trees.cache_clear()


def test_trees_are_heard_as_much_as_the_network_of_what_is_body() -> None:
    network = np.array([[0.2, 0.6, 0.2, 0.0, 0.0], [0.0, 1.0, 0.0, 0.0, 0.0]], np.float32)
    agreed = line_model._agreed(network, np.array([1.0, 0.0], np.float32))
    assert np.allclose(agreed[:, BODY], [0.8, 0.5])
    assert np.allclose(agreed[0], [0.1, 0.8, 0.1, 0.0, 0.0], atol=1e-4)


def test_the_model_is_small() -> None:
    assert sum(resource(f"models/lines/{name}.npz").stat().st_size for name in ("model", "trees")) < 1_000_000
