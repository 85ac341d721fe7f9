"""An anchor finds its passage again: exactly, whatever signs have changed, or nearly; or it says that it is gone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import ORPHAN, Anchor, Placement, Span, anchor_of
from reader.library.placing import place

TEXT = (
    "The lighthouse keeper of Nordhaven told the council on Tuesday that the lamp had failed.\n\n"
    "“We rowed out by starlight,” said Ms Brandt, whose family has kept the tower since it was built.\n\n"
    "Harbour master Tomas Wieck called for a second lamp. Ships had waited outside the bar for nine hours.\n\n"
    "The council will meet again in June. Nobody called for a vote, and the lamp stayed dark."
)


def on(words: str, text: str = TEXT, occurrence: int = 0) -> Anchor:
    at = -1
    for _ in range(occurrence + 1):
        at = text.index(words, at + 1)
    return anchor_of(text, Span(at, at + len(words)))


def words_at(placed: Placement, text: str) -> str:
    assert placed.span is not None
    return text[slice(*placed.span)]


@settings(deadline=None)
@given(st.integers(0, len(TEXT) - 1), st.integers(1, 200))
def test_in_the_same_text_it_stands_where_it_stood(start: int, length: int) -> None:
    span = Span(start, min(len(TEXT), start + length))
    assert place(anchor_of(TEXT, span), TEXT) == Placement(span, 1.0)


@settings(deadline=None)
@given(st.integers(0, len(TEXT) - 1), st.integers(1, 200), st.text(min_size=1, max_size=200))
def test_what_came_before_only_moves_it(start: int, length: int, before: str) -> None:
    span = Span(start, min(len(TEXT), start + length))
    placed = place(anchor_of(TEXT, span), f"{before}\n\n{TEXT}")
    moved = len(before) + 2
    if placed.span != Span(span.start + moved, span.end + moved):
        assert not placed.sure or placed == ORPHAN


CHANGED = {
    "other quotation marks": ("“We rowed out by starlight,” said", lambda t: t.replace("“", '"').replace("”", '"'), '"We rowed out by starlight," said'),
    "one line": ("since it was built.\n\nHarbour master", lambda t: t.replace("\n\n", " "), "since it was built. Harbour master"),
    "a soft hyphen": ("lighthouse keeper of Nordhaven", lambda t: t.replace("lighthouse", "light\u00adhouse"), "light\u00adhouse keeper of Nordhaven"),
    "no-break spaces": ("Ms Brandt, whose family", lambda t: t.replace("Ms Brandt", "Ms\u00a0Brandt"), "Ms\u00a0Brandt, whose family"),
    "composed accents": ("keeper of Nordhaven", lambda t: t.replace("keeper", "KEEPER"), "KEEPER of Nordhaven"),
    "a word more": ("Ships had waited outside the bar for nine hours.", lambda t: t.replace("waited", "patiently waited"), "Ships had patiently waited outside the bar for nine hours."),
    "a word less": ("Harbour master Tomas Wieck called for a second lamp.", lambda t: t.replace("Harbour master ", "Mr "), "Mr Tomas Wieck called for a second lamp."),
    "a paragraph between": ("by starlight,” said Ms Brandt, whose family has kept the tower since it was built.\n\nHarbour master Tomas Wieck called for a second lamp. Ships had waited outside the bar for nine hours.\n\nThe council will meet again", lambda t: t.replace("Harbour", "The tower at dusk.\n\nHarbour"), None),
}  # fmt: skip


@pytest.mark.parametrize(("words", "change", "wanted"), CHANGED.values(), ids=CHANGED)
def test_it_is_found_however_the_text_was_set_or_edited(words, change, wanted) -> None:  # type: ignore[no-untyped-def]
    text = change(TEXT)
    found = words_at(place(on(words), text), text)
    if wanted is not None:
        assert found == wanted
    else:
        assert (found[:20], found[-20:]) == (words[:20], words[-20:])


def test_words_that_stand_twice_are_told_apart_by_their_surroundings() -> None:
    moved = f"{'Another paragraph comes first. ' * 9}\n\n{TEXT}"
    for occurrence in (0, 1):
        placed = place(on("called for", occurrence=occurrence), moved)
        assert placed.span is not None and placed.sure
        wanted = "Wieck" if occurrence == 0 else "Nobody"
        assert wanted in moved[placed.span.start - 12 : placed.span.start]


def test_places_that_cannot_be_told_apart_are_a_guess() -> None:
    line = "The lamp stayed dark all night."
    anchor = on(line, f"Before it.\n\n{line}\n\nBehind it.")
    assert not place(anchor, f"{line}\n\n{line}\n\n{line}").sure


@pytest.mark.parametrize(
    "words", ["lamp", "Ships had waited outside the bar for nine hours."], ids=["a word", "a sentence"]
)
def test_what_is_gone_is_an_orphan_and_no_stranger_takes_its_place(words: str) -> None:
    other = "A lamp is sold at the market. Boats left the pier for an hour. " * 3
    assert place(on(words), other).span is None


def test_a_changed_passage_keeps_its_score() -> None:
    changed = TEXT.replace("called for a second lamp", "asked the town for a second, brighter lamp")
    placed = place(on("Harbour master Tomas Wieck called for a second lamp."), changed)
    assert 0.7 < placed.score < 1
    assert words_at(placed, changed) == "Harbour master Tomas Wieck asked the town for a second, brighter lamp."


@pytest.mark.parametrize("text", ["", " ", "…", "\n\n"], ids=repr)
def test_an_empty_text_has_orphans_only(text: str) -> None:
    assert place(on("The council"), text) == ORPHAN


def test_what_is_the_same_to_the_letter_elsewhere_does_not_stand_before_what_is_set_anew() -> None:
    row = "Night ferry\n\nPromise\n\nKeeps to the timetable of the day boats wherever the tide allows it."
    anchor = on("to the timetable of the day", row)
    again = row.replace("to the timetable", "to\u00a0the\u00a0timetable")
    text = f"{again}\n\nAnother paragraph stands between them.\n\nThe tram keeps to the timetable of the day after."
    placed = place(anchor, text)
    assert placed.sure and words_at(placed, text) == "to\u00a0the\u00a0timetable of the day"


def test_a_word_is_no_part_of_another_one() -> None:
    text = "The captain waved. A cap lay on the quay, and the captain took the cap."
    placed = place(on("cap", text, occurrence=1), f"First of all.\n\n{text}")
    assert placed.sure and placed.span is not None
    assert f"First of all.\n\n{text}"[placed.span.start - 2 : placed.span.end + 4] == "A cap lay"
