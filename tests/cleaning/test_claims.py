"""An article carries where each part of it is from: what is said of a field, the followed claim first, and why a block stays."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from reader.article import FIELDS, Article, Capture, Claim, Picture, article_from, article_record
from reader.cleaning import clean
from reader.cleaning.claims import in_order, value_of

BODY = (
    "The ferry to Tarnby sails again on Monday, and the harbour master says that he is glad of it.",
    "“We had almost given up hope,” said Mia Holt, who runs the bakery on the quay with her brother.",
    "Nobody knows yet how long the second ship will take, but the yard has promised to try for June.",
)
TITLE = "Ferry returns to Tarnby after storms"


def cleaned(text: str, media_type: str = "text/html") -> Article:
    moment = datetime(2031, 3, 4, tzinfo=UTC)
    return clean(Capture(text.encode(), media_type, "ferry", "file", moment, url="https://tarnby.example/ferry"))


def page(linked: dict[str, object], head: str = "", above: str = "", body: tuple[str, ...] = BODY) -> str:
    data = json.dumps({"@type": "NewsArticle", "headline": TITLE, **linked})
    paragraphs = "".join(f"<p>{text}</p>" for text in body)
    return (
        f"<html lang='en'><head><title>{TITLE} | Tarnby Courier</title>{head}"
        f"<script type='application/ld+json'>{data}</script></head>"
        f"<body><nav><a href='/'>Home</a></nav><main><article><h1>{TITLE}</h1>{above}{paragraphs}</article></main></body></html>"
    )


PAGE = page(
    {"author": {"@type": "Person", "name": "Tom Reed"}, "datePublished": "2031-03-03T07:15:20Z"},
    head="<meta name='author' content='Ann Sharpe'><meta property='og:site_name' content='Tarnby Courier'>",
    above="<p class='byline'>By Ann Sharpe</p>",
)
PASTED = "\n\n".join([TITLE, "By Ann Sharpe", "3 March 2031", *BODY])
MARKDOWN = f"---\ntitle: {TITLE}\nauthor: Ann Sharpe\n---\n\n" + "\n\n".join(BODY)
INPUTS = [
    pytest.param(PAGE, "text/html", id="page"),
    pytest.param(PASTED, "text/plain", id="pasted"),
    pytest.param(MARKDOWN, "text/markdown", id="markdown"),
]


def claims(found: Article, field: str) -> list[Claim]:
    return [claim for claim in found.claims if claim.field == field]


@pytest.mark.parametrize(("text", "media_type"), INPUTS)
def test_a_field_follows_the_first_claim_on_it(text: str, media_type: str) -> None:
    found = cleaned(text, media_type)
    followed = {field: claims(found, field)[0].value if claims(found, field) else "" for field in FIELDS}
    assert followed == {field: value_of(found, field) for field in FIELDS}
    assert followed["title"] == TITLE and followed["authors"] == "Ann Sharpe"


@pytest.mark.parametrize(("text", "media_type"), INPUTS)
def test_every_block_and_removed_piece_has_a_reason_and_a_place(text: str, media_type: str) -> None:
    found = cleaned(text, media_type)
    assert [
        (piece.text, piece.origin) for piece in (*found.blocks, *found.removed) if not (piece.why and piece.origin)
    ] == []


def test_witnesses_that_lose_the_vote_are_on_record_with_their_weight() -> None:
    won, lost = claims(cleaned(PAGE), "authors")
    assert (won.value, lost.value, lost.source) == ("Ann Sharpe", "Tom Reed", "structured data")
    assert won.weight > lost.weight > 0


def test_claims_travel_with_the_article() -> None:
    found = cleaned(PAGE)
    assert article_from(json.loads(json.dumps(article_record(found)))) == found


def test_an_article_of_an_earlier_version_has_no_claims() -> None:
    record = article_record(cleaned(PAGE))
    del record["claims"], record["picture"]
    record["blocks"] = [block[:5] for block in record["blocks"]]
    found = article_from(record)
    assert (found.claims, found.picture, found.blocks[0].why) == ((), None, "")


def test_a_claim_is_said_once_by_each_witness() -> None:
    article = Article("", (), title="A")
    told = [Claim("title", "x", "B"), Claim("title", "y", "A"), Claim("title", "x", "B")]
    assert in_order(article, told).claims == (Claim("title", "y", "A"), Claim("title", "x", "B"))


@pytest.mark.parametrize(
    ("image", "picture"),
    [
        ("https://t.example/a.jpg", Picture("https://t.example/a.jpg", "Gulls &c.")),
        ([{"url": "https://t.example/b.jpg", "caption": "A ferry", "creditText": "J. Moen"}],
         Picture("https://t.example/b.jpg", "A ferry", "J. Moen")),
        ("data:image/png;base64,AAAA", Picture("https://t.example/og.jpg", "Gulls &c.")),
        ({"url": 7}, Picture("https://t.example/og.jpg", "Gulls &c.")),
    ],
)  # fmt: skip
def test_the_lead_picture_is_known_by_its_address(image: object, picture: Picture) -> None:
    head = "<meta property='og:image' content='https://t.example/og.jpg'><meta property='og:image:alt' content='Gulls &amp;c.'>"
    assert cleaned(page({"image": image}, head)).picture == picture


def test_words_and_reading_time_are_those_of_the_text() -> None:
    found = cleaned(page({}, body=BODY * 12))
    assert found.words == len(found.text.split())
    assert Article("", ()).reading_minutes == 1
    assert Article("word " * 1190, ()).reading_minutes == 5


@pytest.mark.parametrize(
    ("text", "media_type", "is_teaser"),
    [
        (page({"isAccessibleForFree": False}), "text/html", True),
        (page({"isAccessibleForFree": "False"}), "text/html", True),
        (page({"isAccessibleForFree": True}), "text/html", False),
        (page({"isAccessibleForFree": False}, body=tuple(f"{line} {n}." for n in range(4) for line in BODY)), "text/html", False),
        (page({}), "text/html", False),
        (PASTED + "\n\nSubscribe to continue reading", "text/plain", True),
        (PASTED, "text/plain", False),
    ],
)  # fmt: skip
def test_a_page_that_is_only_a_teaser_says_so(text: str, media_type: str, is_teaser: bool) -> None:
    warned = any("Only the beginning" in warning for warning in cleaned(text, media_type).warnings)
    assert warned is is_teaser
