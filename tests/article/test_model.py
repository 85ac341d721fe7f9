"""An article's text is its body blocks, and every offset counts into it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import (
    BODY_KINDS,
    Analysis,
    Article,
    Block,
    BlockKind,
    Cue,
    DateMention,
    Edit,
    EditKind,
    Entity,
    EntityKind,
    Mention,
    Quote,
    QuoteKind,
    Reason,
    Removed,
    Span,
    Speaker,
    analysis_from,
    analysis_record,
    anchor_of,
    article_from,
    article_of,
    article_record,
    bare_role,
    edited,
    located,
    public_record,
)

blocks = st.lists(st.builds(Block, st.sampled_from(BlockKind), st.text(max_size=20)), max_size=8)
removed = st.lists(st.builds(Removed, st.sampled_from(Reason), st.text(min_size=1, max_size=9)), max_size=3)


@given(blocks, removed)
def test_the_text_is_its_body_blocks_joined_by_a_blank_line(parts: list[Block], taken: list[Removed]) -> None:
    article = article_of(parts, taken)
    assert article.text == "\n\n".join(b.text for b in parts if b.kind in BODY_KINDS and b.text)
    for block in article.blocks:
        assert (block.start is None) == (block.kind not in BODY_KINDS)
    for span, block in article.body():
        assert article.text[span.start : span.end] == block.text


@settings(deadline=None)
@given(blocks, removed)
def test_an_article_survives_the_way_through_json(parts: list[Block], taken: list[Removed]) -> None:
    article = article_of(parts, taken, title="T", authors=("A", "B"), warnings=("w",))
    assert article_from(article_record(article)) == article


def analysis() -> Analysis:
    return Analysis(
        entities=(Entity("e1", "Ada Red", EntityKind.PERSON, ("chair",), (Mention(0, 3, "Ada"),)),),
        quotes=(
            Quote(
                QuoteKind.MIXED,
                "no",
                (Span(9, 11),),
                Speaker("e1", "Ada Red", "Ada", (Span(0, 3),)),
                Cue("said", (Span(4, 8),)),
                0.9,
            ),
            Quote(QuoteKind.INDIRECT, "no", (Span(9, 11),), None, None, 0.1),
        ),
        dates=(DateMention("May", 0, 3, "2020-05", "the month"),),
        made_by=(("rules", "1"),),
        warnings=("Only a teaser.",),
    )


def test_an_analysis_survives_the_way_through_json() -> None:
    assert analysis_from(analysis_record(analysis())) == analysis()


def test_the_public_record_has_every_field_of_the_contract() -> None:
    record = public_record("a.txt", article_of([Block(BlockKind.PARAGRAPH, "Ada said no")]), analysis())
    assert list(record) == [
        "path",
        "title",
        "standfirst",
        "authors",
        "place",
        "publisher",
        "section",
        "language",
        "url",
        "published",
        "modified",
        "text",
        "blocks",
        "removed",
        "entities",
        "quotes",
        "dates",
        "warnings",
    ]
    assert record["quotes"][0]["speaker"] == {"entity": "e1", "name": "Ada Red", "text": "Ada", "spans": [[0, 3]]}
    assert record["quotes"][1]["speaker"] is None
    assert record["quotes"][1]["cue"] is None
    assert record["warnings"] == ["Only a teaser."]


@given(st.text(min_size=1, max_size=60), st.data())
def test_an_anchor_finds_its_passage_in_the_unchanged_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert located(anchor_of(text, Span(start, end)), text) == Span(start, end)


@pytest.mark.parametrize(
    ("now", "found"),
    [
        pytest.param("New lead. The sea is cold. The sea is deep.", "The sea is deep", id="moved down by a new lead"),
        pytest.param("The sea is deep.", "The sea is deep", id="what stood before it is gone"),
        pytest.param("The sky is high.", None, id="gone"),
    ],
)
def test_an_anchor_moves_with_its_passage(now: str, found: str | None) -> None:
    old = "The sea is cold. The sea is deep."
    span = located(anchor_of(old, Span(17, 32)), now)
    assert (now[span.start : span.end] if span else None) == found


def test_of_two_equal_passages_the_one_in_the_same_surroundings_is_found() -> None:
    old = "Ann agreed. He said no. Bob disagreed. He said no."
    anchor = anchor_of(old, Span(old.rindex("He said"), len(old)))
    now = "Bob disagreed. He said no. Ann agreed. He said no."
    assert located(anchor, now) == Span(15, 26)


def test_an_anchor_needs_a_span_that_lies_in_the_text() -> None:
    with pytest.raises(ValueError, match="does not lie"):
        anchor_of("abc", Span(2, 9))


def sample() -> Article:
    return article_of(
        [Block(BlockKind.PARAGRAPH, "One."), Block(BlockKind.PARAGRAPH, "Two."), Block(BlockKind.CAPTION, "Pic.")],
        [Removed(Reason.ADVERT, "Buy!", position=1), Removed(Reason.FOOTER, "(c)", position=3)],
        title="T",
    )


def test_a_removed_piece_goes_back_where_it_stood() -> None:
    article = edited(sample(), (Edit(EditKind.RESTORE, "Buy!"),))
    assert article.text == "One.\n\nBuy!\n\nTwo."
    assert [(piece.text, piece.position) for piece in article.removed] == [("(c)", 4)]
    assert article.title == "T"


def test_a_block_taken_out_is_kept_on_record_and_can_come_back() -> None:
    without = edited(sample(), (Edit(EditKind.REMOVE, "One."),))
    assert without.text == "Two."
    assert without.removed[0].text == "One."
    again = edited(without, (Edit(EditKind.RESTORE, "One."),))
    assert again.text == sample().text
    assert [(p.text, p.position) for p in again.removed] == [(p.text, p.position) for p in sample().removed]


def test_an_edit_that_finds_nothing_changes_nothing() -> None:
    assert edited(sample(), (Edit(EditKind.RESTORE, "never there"), Edit(EditKind.REMOVE, "One.", 5))) == sample()


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2026-03-18", "2026-03-18", "2026-03-18"),
        ("2026-W12", "2026-03-16", "2026-03-22"),
        ("2026-W53", "2026-12-28", "2027-01-03"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026", "2026-01-01", "2026-12-31"),
    ],
)
def test_a_vague_date_is_a_range_of_days(value: str, first: str, last: str) -> None:
    assert DateMention("then", 0, 4, value).days == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("The bridge engineer", "bridge engineer"),
        ("his barrister", "barrister"),
        ("an accountant", "accountant"),
        ("theatre director", "theatre director"),
        ("The", "The"),
    ],
)
def test_a_role_stands_beside_a_name_without_its_determiner(printed: str, told: str) -> None:
    assert bare_role(printed) == told
