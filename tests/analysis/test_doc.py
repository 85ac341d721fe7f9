"""Tokens as rules read them: what is one token, where sentences begin, and what a phrase is about."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.analysing import read
from reader.analysis.doc import Doc, singular
from reader.analysis.model import Reading
from reader.analysis.words import words_of
from reader.article import Article, Block, BlockKind, article_of


def one(*texts: str) -> Article:
    return article_of(Block(BlockKind.PARAGRAPH, text) for text in texts)


def unread(article: Article) -> Doc:
    """The tokens of an article of which the model says nothing."""
    words = words_of(article)
    zeros = np.zeros((len(words), 13), dtype=np.float32)
    return Doc(words, Reading(zeros[:, :7], zeros, ("NN",) * len(words), zeros[:, 0]))


TOKENS = {
    "abbreviations": ("Mr. Arden left the U.S. early.", ["Mr.", "Arden", "left", "the", "U.S.", "early", "."]),
    "possessives": ("Arden's bridge, Ives’s town", ["Arden", "'s", "bridge", ",", "Ives", "’s", "town"]),
    "names with an apostrophe": ("O’Neill’s boat", ["O’Neill", "’s", "boat"]),
    "numbers": ("It cost 1,200.50 in 2016.", ["It", "cost", "1,200.50", "in", "2016", "."]),
    "contractions": ("They don't know", ["They", "don't", "know"]),
    "hyphens": ("a co-leader", ["a", "co", "-", "leader"]),
    "quotation marks": ("“It opens,” she said", ["“", "It", "opens", ",", "”", "she", "said"]),
}


@pytest.mark.parametrize(("text", "tokens"), TOKENS.values(), ids=TOKENS)
def test_a_text_is_cut_into_tokens_as_a_treebank_is(text: str, tokens: list[str]) -> None:
    assert [token.text for token in unread(one(text))] == tokens


SENTENCES = {
    "full stops": ("It rained. They left. Nobody came.", ["It rained.", "They left.", "Nobody came."]),
    "an initial": ("Harold B. Tolland sang. He left.", ["Harold B. Tolland sang.", "He left."]),
    "a title": ("Mr. Tolland sang.", ["Mr. Tolland sang."]),
    "an abbreviation inside": ("The U.S. Senate met. It rained.", ["The U.S. Senate met.", "It rained."]),
    "behind a closing mark": ("“It opens.” They left.", ["“It opens.”", "They left."]),
    "a question": ("Is it open? Yes.", ["Is it open?", "Yes."]),
    "a number": ("It cost 3.5 million. They paid.", ["It cost 3.5 million.", "They paid."]),
}


@pytest.mark.parametrize(("text", "sentences"), SENTENCES.values(), ids=SENTENCES)
def test_sentences_begin_where_they_do(text: str, sentences: list[str]) -> None:
    doc = unread(one(text))
    assert _sentences(doc) == sentences


def _sentences(doc: Doc) -> list[str]:
    numbers = sorted({token.sentence for token in doc})
    found = [[token for token in doc if token.sentence == number and not token.is_break] for number in numbers]
    return [doc.text[each[0].start : each[-1].end] for each in found if each]


def test_a_heading_does_not_run_into_its_paragraph() -> None:
    assert _sentences(unread(one("Bridge opens for", "Clara Whitcombe left."))) == [
        "Bridge opens for",
        "Clara Whitcombe left.",
    ]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), max_size=4))
def test_tokens_are_what_the_text_has_there(paragraphs: list[str]) -> None:
    doc = unread(one(*paragraphs))
    assert all(doc.text[token.start : token.end] == token.text for token in doc)
    assert [token.i for token in doc] == list(range(len(doc)))
    for number, span in enumerate(doc.words.spans):
        token = doc[doc.token_of_word(number)]
        assert token.start <= span.start and span.end <= token.end


HEADS = {
    "a role with of": ("the head of the council", "head"),
    "a role in front of a name": ("council leader Dana Ives", "Ives"),
    "a name with an apposition": ("Dana Ives, the leader", "Ives"),
    "an owner": ("his brother", "brother"),
    "a clause behind": ("sources who know him", "sources"),
}


@pytest.mark.parametrize(("text", "head"), HEADS.values(), ids=HEADS)
def test_the_head_of_a_phrase_is_what_it_is_about(text: str, head: str) -> None:
    doc = read(one(f"Then {text} left the town."))
    phrase = doc.phrase_at(5, 5 + len(text))
    assert phrase is not None
    assert phrase.head.text == head


@pytest.mark.parametrize(
    ("plural", "noun"),
    [("leaders", "leader"), ("secretaries", "secretary"), ("spokesmen", "spokesman"), ("bosses", "boss")],
)
def test_a_plural_has_its_singular(plural: str, noun: str) -> None:
    assert singular(plural) == noun
