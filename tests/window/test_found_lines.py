"""What an answer says in its list: whose words, in which passage, with the hits where they stand."""

from __future__ import annotations

import pytest

from reader.article import EntityKind, QuoteKind, Span
from reader.library import FoundNote, FoundQuote, ThingRow
from reader.window.searching.lines import LEAD_CHARACTERS, line_of

LEAD = "The mayor of Vale, who had come by the early boat and meant to go by the late one, told the meeting: "
SAID = "Fog is no excuse"


def quotation(lead: str, *hits: str, kind: QuoteKind = QuoteKind.DIRECT) -> FoundQuote:
    """A quotation behind `lead`, in whose passage these words were found."""
    passage = f"{lead}“{SAID}.” Nobody answered,\nnot even the captain."
    start = passage.index(SAID)
    found = tuple(Span(passage.index(hit), passage.index(hit) + len(hit)) for hit in hits)
    return FoundQuote(
        7, 2, kind, SAID, Span(0, len(SAID)), "Ada Vale", "told", 0.9, "Fog", "Quay Post", "2018-04-01", passage,
        Span(start, start + len(SAID)), found,
    )  # fmt: skip


def marked(found: FoundQuote) -> tuple[str, list[str]]:
    """What is strong in the line of a quotation, and its hits."""
    line = line_of(found)
    assert line.strong is not None
    return line.text[line.strong.start : line.strong.end], [line.text[hit.start : hit.end] for hit in line.hits]


@pytest.mark.parametrize("lead", ["", "She said: ", LEAD])
def test_what_was_said_is_strong_with_its_marks_and_hits_stay_on_their_words(lead: str) -> None:
    found = quotation(lead, "Fog", "captain")
    assert marked(found) == (f"“{SAID}", ["Fog", "captain"])
    assert line_of(found).text.index(SAID) <= LEAD_CHARACTERS + 2


def test_a_hit_before_what_was_said_is_shown() -> None:
    found = quotation(LEAD, "boat")
    assert marked(found)[1] == ["boat"]
    assert line_of(found).text.startswith("…")


def test_a_report_has_no_marks() -> None:
    assert marked(quotation("", kind=QuoteKind.INDIRECT))[0] == SAID


def test_a_quotation_is_said_whole_by_a_screen_reader() -> None:
    line = line_of(quotation(LEAD))
    assert line.spoken == f"Ada Vale: {SAID}, Fog, Quay Post, 1 Apr 2018"
    assert (line.head, line.below) == ("Ada Vale", "Fog · Quay Post")


def test_notes_and_names_have_lines_too() -> None:
    note = line_of(FoundNote(3, "n", "Ask about the oars.", "Rowing", (Span(14, 18),)))
    assert [note.text[hit.start : hit.end] for hit in note.hits] == ["oars"]
    thing = line_of(ThingRow(1, "k", "Ada Vale", EntityKind.PERSON, 1, 2, "mayor"))
    assert (thing.head, thing.when, thing.text, thing.below) == (
        "Ada Vale",
        "person",
        "mayor",
        "1 quotation · 2 articles",
    )
