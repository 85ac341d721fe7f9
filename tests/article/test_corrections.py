"""The reader's word on a quotation is final, and holds through every new analysis and cleaning."""

from __future__ import annotations

import pytest

from reader.article import (
    Analysis,
    Correction,
    CorrectionKind,
    Entity,
    EntityKind,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    anchor_of,
    corrected,
    extent_of,
)

TEXT = "“The kiln is cold,” said Ada Finch. Her brother Tom Finch said the clay would wait. “A fine mess” it was."
ADA = Entity("e1", "Ada Finch", EntityKind.PERSON)
TOM = Entity("e2", "Tom Finch", EntityKind.PERSON)


def span(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words))


KILN = Quote(
    QuoteKind.DIRECT,
    "The kiln is cold,",
    (span("The kiln is cold,"),),
    Speaker("e1", "Ada Finch", "Ada Finch", (span("Ada Finch"),)),
    None,
    0.7,
)
CLAY = Quote(QuoteKind.INDIRECT, "the clay would wait", (span("the clay would wait"),), None, None, 0.4)
READ = Analysis(entities=(ADA, TOM), quotes=(KILN, CLAY))


def decided(kind: CorrectionKind, words: str, speaker: str = "", extent: str = "") -> Correction:
    anchor = anchor_of(TEXT, span(words))
    return Correction(kind, anchor, speaker, anchor_of(TEXT, span(extent)) if extent else None)


@pytest.mark.parametrize(
    ("speaker", "entity", "name"),
    [
        ("Tom Finch", "e2", "Tom Finch"),
        ("tom finch", "e2", "Tom Finch"),
        ("a potter", None, "a potter"),
        ("", None, None),
        ("  ", None, None),
    ],
    ids=["an entity", "whatever its case", "someone else", "nobody", "blank is nobody"],
)
def test_the_speaker_is_who_the_reader_says(speaker: str, entity: str | None, name: str | None) -> None:
    made = corrected(READ, TEXT, [decided(CorrectionKind.SPEAKER, "the clay would wait", speaker)])
    quote = made.quotes[1]
    assert (quote.speaker and quote.speaker.entity, quote.speaker and quote.speaker.name) == (entity, name)
    assert quote.by_reader and quote.confidence == 1.0
    assert made.quotes[0] == KILN


def test_the_right_speaker_confirmed_keeps_where_he_is_named() -> None:
    made = corrected(READ, TEXT, [decided(CorrectionKind.SPEAKER, "The kiln is cold,", "Ada Finch")])
    assert made.quotes[0].speaker == KILN.speaker
    assert made.quotes[0].by_reader


def test_what_is_no_quotation_goes() -> None:
    made = corrected(READ, TEXT, [decided(CorrectionKind.NO_QUOTE, "The kiln is cold,")])
    assert made.quotes == (CLAY,)


def test_a_quotation_goes_as_far_as_the_reader_says() -> None:
    made = corrected(READ, TEXT, [decided(CorrectionKind.EXTENT, "the clay would wait", extent="would wait")])
    assert made.quotes[1].text == "would wait"
    assert made.quotes[1].spans == (span("would wait"),)
    assert made.quotes[1].kind is QuoteKind.INDIRECT


@pytest.mark.parametrize("passage", ["A fine mess", "“A fine mess”"], ids=["inside the marks", "with its marks"])
def test_a_passage_that_was_missed_becomes_a_quotation(passage: str) -> None:
    made = corrected(READ, TEXT, [decided(CorrectionKind.SPEAKER, passage, "Tom Finch")])
    quote = made.quotes[-1]
    assert (quote.kind, quote.text, quote.spans) == (QuoteKind.DIRECT, "A fine mess", (span("A fine mess"),))
    assert quote.speaker is not None and quote.speaker.entity == "e2"


def test_corrections_are_made_in_order_each_on_what_the_one_before_left() -> None:
    steps = [
        decided(CorrectionKind.EXTENT, "the clay would wait", extent="said the clay would wait"),
        decided(CorrectionKind.SPEAKER, "said the clay would wait", "Tom Finch"),
        decided(CorrectionKind.NO_QUOTE, "The kiln is cold,"),
    ]
    (quote,) = corrected(READ, TEXT, steps).quotes
    assert quote.text == "said the clay would wait"
    assert quote.speaker is not None and quote.speaker.name == "Tom Finch"


def test_they_hold_when_the_text_around_changes_and_when_another_analysis_cuts_otherwise() -> None:
    moved = f"Added later. {TEXT}"
    shifted = Span(CLAY.spans[0].start + 13 + 4, CLAY.spans[0].end + 13)
    other = Analysis((ADA, TOM), (Quote(QuoteKind.INDIRECT, moved[slice(*shifted)], (shifted,), None, None, 0.5),))
    made = corrected(other, moved, [decided(CorrectionKind.SPEAKER, "the clay would wait", "Tom Finch")])
    assert len(made.quotes) == 1
    assert made.quotes[0].speaker is not None and made.quotes[0].speaker.name == "Tom Finch"


def test_one_whose_passage_is_gone_changes_nothing() -> None:
    text = TEXT.replace("the clay would wait", "nothing of note")
    bare = Analysis((ADA, TOM), (KILN,))
    assert corrected(bare, text, [decided(CorrectionKind.SPEAKER, "the clay would wait", "Tom Finch")]) == bare


def test_an_extent_goes_from_the_first_span_to_the_last() -> None:
    assert extent_of(Quote(QuoteKind.DIRECT, "a b", (Span(2, 4), Span(8, 9)), None, None, 1.0)) == Span(2, 9)
    assert extent_of(Quote(QuoteKind.DIRECT, "", (), None, None, 1.0)) == Span(0, 0)
