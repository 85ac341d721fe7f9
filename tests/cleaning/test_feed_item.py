"""An item of a feed becomes an article: the feed's own word counts for headline, writers and date."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from reader.article import FEED_ITEM, Article, Capture, UnreadableInput
from reader.cleaning import clean

ITEM = {
    "feed": "Quay Post", "title": "Ferry sails", "url": "https://quay.example/1", "authors": ["Ada Odum"], "content": "",
    "summary": "", "published": "2018-04-02T13:16:00+00:00", "updated": None, "language": "en",
}  # fmt: skip


def article(**said: object) -> Article:
    content = json.dumps({**ITEM, **said}).encode()
    return clean(Capture(content, FEED_ITEM, "Ferry sails", "feed", datetime.now(UTC)))


def test_an_item_with_its_content() -> None:
    made = article(
        content="<p>The ferry sailed.</p><p>“At last,” said Odum.</p>",
        summary="What the harbour waited for, for years and years.",
    )
    assert made.text == "The ferry sailed.\n\n“At last,” said Odum."
    assert (made.title, made.authors, made.publisher) == ("Ferry sails", ("Ada Odum",), "Quay Post")
    assert (made.url, made.published) == ("https://quay.example/1", "2018-04-02T13:16:00+00:00")
    assert made.standfirst == "What the harbour waited for, for years and years."


def test_a_summary_that_only_begins_the_content_is_no_standfirst() -> None:
    text = "The ferry sailed at dawn, and many people on the quay waved to its captain."
    made = article(content=f"<p>{text} And so on.</p>", summary=f"{text[:60]} […]")
    assert made.standfirst is None


@pytest.mark.parametrize(
    ("content", "summary", "text"),
    [("", "Plain words &amp; no markup.", "Plain words & no markup."), ("plain only", "", "plain only"), ("", "", ""),
     ("<script>alert(1)</script><p>Safe.</p>", "", "Safe.")],
)  # fmt: skip
def test_items_that_give_little(content: str, summary: str, text: str) -> None:
    assert article(content=content, summary=summary).text == text


def test_a_headline_alone_is_told_as_such() -> None:
    assert article().title == "Ferry sails" and article().warnings == ("the feed gives no more than the headline",)


def test_a_damaged_one_is_told() -> None:
    with pytest.raises(UnreadableInput):
        clean(Capture(b"{", FEED_ITEM, "x", "feed", datetime.now(UTC)))
