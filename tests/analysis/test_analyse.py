"""Whatever an article holds, its analysis is whole: nothing raised, every span in the text, all in order."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reader.analysis import analyse
from reader.analysis.model import model
from reader.article import (
    EMPTY_ANALYSIS,
    Analysis,
    Article,
    Block,
    BlockKind,
    QuoteKind,
    analysis_from,
    analysis_record,
    article_of,
)

Read = Callable[..., tuple[Article, Analysis]]

WORDS = (
    "“ ” ‘ ’ \" ' « » „ ‟ said told according to Clara Whitcombe Mr. Arden, the council leader he she they who it "
    "called denied that the bridge is old . , : ; ? ! — … ( ) 's ’s \u00a0 \t \u200b é 🙂 👩‍🚒 العربية 日本語 e\u0301 "
    "Monday 4 March 2026 NWB National Water Board U.S. adding “It opens,” “A” ‘B’ \u2028 \x1f"
).split(" ")
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
ARTICLES = st.builds(
    lambda texts, kinds, published, language: article_of(
        [Block(kind, text) for kind, text in zip(kinds, texts, strict=False)], published=published, language=language
    ),
    st.lists(SENTENCES | ANYTHING, max_size=5),
    st.lists(st.sampled_from(BlockKind), min_size=5, max_size=5),
    st.sampled_from([None, "2026-03-18", "0001-01-01", "9999-12-31", "soon"]),
    st.sampled_from(["en", "en", "en", None, "de"]),
)


def one(*texts: str) -> Article:
    return article_of(Block(BlockKind.PARAGRAPH, text) for text in texts)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ARTICLES)
@example(one("“"))
@example(one("said"))
@example(one(".", "“Mr. said"))
@example(one("\u00a0"))
@example(one("according to"))
@example(one("“ „ “It said"))
@example(one("„ “It said"))
@example(one("“A”, he said. “B” “C” said “D", "“E” he"))
def test_whatever_the_text_its_analysis_holds_together(article: Article) -> None:
    analysis = analyse(article)
    whole(article, analysis)
    assert analysis_from(analysis_record(analysis)) == analysis
    assert analyse(article) == analysis


def whole(article: Article, analysis: Analysis) -> None:
    """Everything that has a place has it in the text, says what is there, and comes in order."""
    text = article.text
    mentions = [mention for entity in analysis.entities for mention in entity.mentions]
    for mention in (*mentions, *analysis.dates):
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
    for before, after in pairwise(sorted(mentions, key=lambda mention: mention.start)):
        assert before.end <= after.start
    for before, after in pairwise(analysis.dates):
        assert before.end <= after.start
    ids = {entity.id for entity in analysis.entities}
    assert len(ids) == len(analysis.entities)
    assert list(analysis.quotes) == sorted(analysis.quotes, key=lambda quote: quote.spans[0])
    for quote in analysis.quotes:
        parts = (quote.spans, quote.cue.spans if quote.cue else (), quote.speaker.spans if quote.speaker else ())
        assert all(0 <= start < end <= len(text) for spans in parts for start, end in spans)
        assert all(a.end <= b.start for a, b in pairwise(quote.spans))
        assert quote.spans
        assert 0 <= quote.confidence <= 1
        assert all(not text[start].isspace() and not text[end - 1].isspace() for start, end in quote.spans)
        if quote.kind is QuoteKind.DIRECT:
            assert quote.text == " ".join(text[start:end] for start, end in quote.spans)
        if quote.kind is QuoteKind.INDIRECT:
            assert quote.text == " ".join(text[start:end] for start, end in quote.spans)
        if quote.cue:
            assert [text[start:end] for start, end in quote.cue.spans] == [quote.cue.text]
        if quote.speaker:
            assert [text[start:end] for start, end in quote.speaker.spans] == [quote.speaker.text]
            assert quote.speaker.entity is None or quote.speaker.entity in ids


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0\t"], ids=repr)
def test_an_article_without_text_has_nothing(text: str) -> None:
    assert analyse(Article(text, ())) == EMPTY_ANALYSIS


def test_an_analysis_says_what_made_it(read: Read) -> None:
    _, analysis = read("Clara Whitcombe left.")
    assert ("model", model().version) in analysis.made_by
    assert "rules" in dict(analysis.made_by)


LONG = {
    "many blocks": ["Clara Whitcombe said it was open. “It is late,” said Tom Arden on Monday."] * 150,
    "one long block": ["Clara Whitcombe said it was open. " * 700],
    "one long word": ["x" * 80_000],
    "no spaces but marks": ["“a”" * 4000],
}


@pytest.mark.parametrize("paragraphs", LONG.values(), ids=LONG)
def test_a_long_article_is_read_whole(paragraphs: list[str]) -> None:
    article = one(*paragraphs)
    whole(article, analyse(article))


def test_a_long_article_keeps_one_person_one() -> None:
    article = one(*["Clara Whitcombe said it was open. “It is late,” said Tom Arden on Monday."] * 130)
    analysis = analyse(article)
    whole(article, analysis)
    assert [(entity.name, len(entity.mentions)) for entity in analysis.entities] == [
        ("Clara Whitcombe", 130),
        ("Tom Arden", 130),
    ]
    assert len(analysis.quotes) == 260
