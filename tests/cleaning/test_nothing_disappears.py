"""Nothing disappears: every word that can be read in a page or a text is in a block, the metadata or a removed piece."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime
from html import escape

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.article import Article, Capture, UnreadableInput
from reader.cleaning import clean
from reader.cleaning.claims import FIELDS, value_of

_WORD = re.compile(r"\w+")
WORDS = (
    "ferry",
    "Tarnby",
    "sails",
    "again",
    "on",
    "Monday",
    "harbour",
    "who",
    "master",
    "Grüße",
    "élan",
    "море",
    "渡船",
)
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=6, max_size=30).map(lambda words: " ".join(words) + ".")
CHROME = st.sampled_from([
    "Home", "Advertisement", "Share this article", "Subscribe to continue reading", "Sign up to our newsletter",
    "We use cookies to improve your experience", "Read more: Gulls return to the quay", "3 comments", "Loading…",
    "© 2031 Tarnby Courier. All rights reserved.", "By Ann Sharpe", "By Ann Sharpe and Tom Reed, in Skarvik",
    "3 March 2031", "Published 3 March 2031 Updated 4 March 2031", "Updated 5 March 2031", "Photo: Jo Moen", "Most read",
    "TARNBY (Reuters) - The ferry sails on Monday.", "(Reporting by Ann Sharpe; Editing by Tom Reed)", "12:30", "Tarnby",
    "• First the ferry, then the bridge", "## What the harbour says", "> Nobody sleeps on that boat", "1. The ferry",
])  # fmt: skip
PIECES = st.lists(st.one_of(SENTENCES, CHROME), min_size=1, max_size=14)
TAGS = st.sampled_from(
    [
        "p",
        "div",
        "h1",
        "h2",
        "li",
        "blockquote",
        "td",
        "figcaption",
        "aside",
        "nav",
        "footer",
        "span",
        "button",
        "pre",
        "label",
    ]
)
ATTRIBUTES = st.sampled_from(
    ["", " class='cookie-banner'", " class='newsletter'", " class='byline'", " class='article-body'", " id='comments'"]
)
MARKUP = st.lists(st.tuples(TAGS, ATTRIBUTES, st.one_of(SENTENCES, CHROME)), min_size=1, max_size=14)


def cleaned(text: str, media_type: str) -> Article | None:
    """The article; None where the input is refused with a sentence, and so is lost to nobody."""
    try:
        return clean(Capture(text.encode(), media_type, "made up", "file", datetime(2031, 3, 4, tzinfo=UTC)))
    except UnreadableInput:
        return None


def words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def gone(visible: str, article: Article) -> set[str]:
    """The words of the input that the article has nowhere.

    A date line becomes a date in ISO 8601 and a byline names: the words that only say so are not looked for.
    """
    held = [block.text for block in article.blocks] + [piece.text for piece in article.removed]
    held += [value_of(article, field) for field in FIELDS]
    said_by_metadata = {"by", "and", "in", "published", "updated", "march", "3", "4", "5", "2031"}
    return set(words(visible)) - set(words(" ".join(held))) - said_by_metadata


def fewer(visible: str, article: Article) -> Counter[str]:
    """The words that stand oftener in the input than in the article."""
    held = [block.text for block in article.blocks] + [piece.text for piece in article.removed]
    held += [value_of(article, field) for field in FIELDS]
    return Counter(words(visible)) - Counter(words(" ".join(held)))


@settings(max_examples=150, deadline=None)
@given(PIECES)
@example(
    ["Ferry sails again", "By Ann Sharpe", "By Tom Reed", "3 March 2031", "5 March 2031", "The ferry sails on Monday."]
)
def test_no_word_of_a_pasted_text_disappears(pieces: list[str]) -> None:
    text = "\n\n".join(pieces)
    article = cleaned(text, "text/plain")
    assert article is None or gone(text, article) == set()


@settings(max_examples=150, deadline=None)
@given(MARKUP)
def test_no_word_of_a_page_disappears(markup: list[tuple[str, str, str]]) -> None:
    parts = (f"<{tag}{attributes}>{escape(text)}</{tag}>" for tag, attributes, text in markup)
    body = "\n".join(parts)  # spans without a blank between them are one word, in a browser too
    article = cleaned(f"<html><head><title>Ferry</title></head><body><main>{body}</main></body></html>", "text/html")
    assert article is None or gone(" ".join(text for _, _, text in markup), article) == set()


@settings(max_examples=100, deadline=None)
@given(st.lists(SENTENCES, min_size=3, max_size=12))
def test_prose_keeps_each_of_its_words_as_often_as_it_stands(sentences: list[str]) -> None:
    article = cleaned("\n\n".join(sentences), "text/plain")
    assert article is not None
    assert fewer(" ".join(sentences), article) == Counter()


@settings(max_examples=100, deadline=None)
@given(st.lists(SENTENCES, min_size=3, max_size=12))
def test_a_pages_prose_keeps_each_of_its_words_as_often_as_it_stands(sentences: list[str]) -> None:
    body = "".join(f"<p>{escape(text)}</p>" for text in sentences)
    article = cleaned(f"<html><body><article>{body}</article></body></html>", "text/html")
    assert article is None or fewer(" ".join(sentences), article) == Counter()
