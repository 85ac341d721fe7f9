"""Feeds as people publish them, damaged ones too; lists of feeds as other readers write them."""

from __future__ import annotations

import contextlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from reader.article import FeedItem, Outline, UnreadableInput, feed_from, feed_record
from reader.intake.feeds import MAX_ITEMS, parsed_feed, parsed_opml, written_opml

URL = "https://quay.example/news/feed.xml"

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Quay &amp; Post</title><link>https://quay.example/</link>
<ttl>90</ttl><language>en-GB</language>
<item><guid isPermaLink="false">one</guid><title>Ferry &lt;b&gt;sails&lt;/b&gt;</title><link>/news/1?utm_source=rss</link>
<dc:creator>Ada Odum</dc:creator><pubDate>Mon, 02 Apr 2018 15:16:00 +0200</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>The ferry sailed.</p><p>“At last,” said Odum.</p>]]></content:encoded>
</item></channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://quay.example/">
<title>Quay</title><link rel="alternate" href="/"/><entry><id>tag:1</id><title type="html">A &amp;amp; B</title>
<link href="a/1"/><author><name>Ada</name></author><author><name>Ben</name></author>
<published>2018-04-02T13:16:00Z</published><updated>2018-04-03T00:00:00Z</updated><summary>S</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Body</p></div></content></entry></feed>"""
RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="x"><title>Old</title><link>https://quay.example/</link></channel>
<item rdf:about="https://quay.example/r1"><title>R</title><link>https://quay.example/r1</link><description>D</description></item></rdf:RDF>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "J",
        "home_page_url": "https://quay.example/",
        "items": [
            {"id": 7, "url": "/j/7", "title": "T", "content_html": "<p>H</p>", "authors": [{"name": "Ada"}],
             "date_published": "2018-04-02T15:16:00+02:00"},
            {"id": "8", "content_text": "a < b"},
            "no item",
        ],
    }
)  # fmt: skip


def test_rss() -> None:
    feed = parsed_feed(RSS.encode(), URL)
    assert (feed.title, feed.site, feed.every_minutes, feed.language) == (
        "Quay & Post",
        "https://quay.example/",
        90,
        "en-GB",
    )
    (item,) = feed.items
    assert (item.key, item.title, item.authors) == ("one", "Ferry sails", ("Ada Odum",))
    assert item.url == "https://quay.example/news/1?utm_source=rss"
    assert item.published == "2018-04-02T13:16:00+00:00"
    assert "said Odum" in item.content and item.summary == "Short."


def test_atom() -> None:
    (item,) = parsed_feed(ATOM.encode(), URL).items
    assert (item.key, item.title, item.url, item.authors) == (
        "tag:1",
        "A & B",
        "https://quay.example/a/1",
        ("Ada", "Ben"),
    )
    assert item.updated == "2018-04-03T00:00:00+00:00" and "Body" in item.content


def test_rdf() -> None:
    feed = parsed_feed(RDF.encode(), URL)
    assert feed.title == "Old" and [item.title for item in feed.items] == ["R"]


def test_json_feed() -> None:
    feed = parsed_feed(JSON_FEED.encode(), URL, "application/feed+json")
    first, second = feed.items
    assert (first.key, first.url, first.authors) == ("7", "https://quay.example/j/7", ("Ada",))
    assert second.content == "<p>a &lt; b</p>"


def test_a_feed_travels_whole() -> None:
    feed = parsed_feed(RSS.encode(), URL)
    assert feed_from(json.loads(json.dumps(feed_record(feed)))) == feed


@pytest.mark.parametrize(
    "body",
    [RSS.replace("Short.", "&#1114112; &#55296; &#9999999999;"), RSS.replace("Short.", "\x00\x0b cut"),
     RSS.replace("</item>", ""), RSS[:-40], RSS.replace("&amp;", "&"), RSS.replace("<ttl>90</ttl>", "<ttl>&#xFFFFFFFFF;</ttl>"),
     "\n\n" + RSS],
    ids=["impossible references", "control characters", "unclosed", "cut off", "bare ampersand", "impossible ttl", "blank lines first"],
)  # fmt: skip
def test_a_damaged_feed_still_gives_its_items(body: str) -> None:
    feed = parsed_feed(body.encode(), URL)
    assert [item.title for item in feed.items] == ["Ferry sails"]


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><rss version='2.0'><channel><title>&i;</title><item><title>kept</title></item></channel></rss>"
)
XXE = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    "<rss version='2.0'><channel><title>&f;</title><item><title>a &f; b</title></item></channel></rss>"
)


@pytest.mark.parametrize("body", [BOMB, XXE], ids=["entities in entities", "an entity that is a file"])
def test_entities_bring_nothing_in(body: str) -> None:
    try:
        told = repr(parsed_feed(body.encode(), URL))
    except UnreadableInput:
        return
    assert "root:" not in told and len(told) < 10_000


@pytest.mark.parametrize(
    ("body", "words"),
    [(b"<!doctype html><html><body>Hi</body></html>", "web page"), (b"", "no feed"), (b"/etc/passwd", "no feed"),
     (b"http://127.0.0.1/", "no feed"), (b'{"version": 1}', "no feed"), (b'{"version"', "damaged"), (b"\xff\xfe\x00", "no feed"),
     (b'{"a":' * 100_000, "damaged")],
)  # fmt: skip
def test_what_is_no_feed_is_told(body: bytes, words: str) -> None:
    with pytest.raises(UnreadableInput, match=words):
        parsed_feed(body, URL)


def test_a_path_as_a_feed_opens_no_file(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(RSS)
    with pytest.raises(UnreadableInput):
        parsed_feed(str(tmp_path / "feed.xml").encode(), URL)


@pytest.mark.slow
def test_of_a_hundred_thousand_items_the_first_are_taken_and_the_rest_counted() -> None:
    items = "".join(f"<item><guid>{i}</guid><title>T{i}</title></item>" for i in range(100_000))
    feed = parsed_feed(f"<rss version='2.0'><channel><title>Big</title>{items}</channel></rss>".encode(), URL)
    assert len(feed.items) == MAX_ITEMS and feed.left_out == 100_000 - MAX_ITEMS
    assert feed.title == "Big" and feed.items[-1].title == f"T{MAX_ITEMS - 1}"


def test_an_edit_is_seen_and_a_new_time_is_none() -> None:
    item = FeedItem("1", "T", content="<p>one  two</p>", updated="2018-04-02")
    assert item.digest == FeedItem("1", "T", content="<p>one two</p>", updated="2019-01-01").digest
    assert item.digest != FeedItem("1", "T", content="<p>one three</p>").digest


OPML = """<?xml version="1.0"?><opml version="2.0" xmlns:m="https://miniflux.example/ns"><head><title>x</title></head><body>
<outline text="News"><outline text="Europe"><outline type="rss" text="Quay" xmlUrl="https://quay.example/feed"
 htmlUrl="https://quay.example/" m:crawler="true" category="a,b"/></outline></outline>
<outline text="Bad" xmlUrl="javascript:alert(1)"/><outline title="Top" xmlUrl="http://top.example/rss"/></body></opml>"""


def test_opml_keeps_folders_and_what_it_does_not_know() -> None:
    found, left = parsed_opml(OPML.encode())
    assert left == 0
    assert found == [
        Outline("https://quay.example/feed", "Quay", "https://quay.example/", "News/Europe",
                (("https://miniflux.example/ns", "crawler", "true"), ("", "category", "a,b"))),
        Outline("http://top.example/rss", "Top"),
    ]  # fmt: skip
    again, _ = parsed_opml(written_opml(found))
    assert again == found


def test_opml_keeps_what_it_does_not_know_of_folders() -> None:
    listed = (
        '<opml version="2.0" xmlns:m="https://miniflux.example/ns"><body><outline text="News" m:hide="true" open="1">'
        '<outline text="Europe" m:hide="false"><outline text="Quay" xmlUrl="https://quay.example/feed"/></outline>'
        '<outline text="Post" xmlUrl="https://post.example/rss"/></outline></body></opml>'
    )
    found, _ = parsed_opml(listed.encode())
    written = written_opml(found)
    assert parsed_opml(written)[0] == found
    root = etree.fromstring(written)
    folders = {each.get("text"): dict(each.attrib) for each in root.iter("outline") if not each.get("xmlUrl")}
    hide = "{https://miniflux.example/ns}hide"
    assert folders["News"][hide] == "true" and folders["News"]["open"] == "1" and folders["Europe"][hide] == "false"
    moved = [replace(each, folder="Elsewhere") for each in found]
    assert b"hide" not in written_opml(moved), "what belonged to a folder that is no more goes with it"


def test_opml_of_a_million_outlines_and_of_great_depth() -> None:
    many = "<outline text='x' xmlUrl='https://a.example/f'/>" * 20_000
    found, left = parsed_opml(f"<opml><body>{many}</body></opml>".encode())
    assert (len(found), left) == (5_000, 15_000)
    deep = "<outline text='d'>" * 10_000
    with contextlib.suppress(UnreadableInput):
        assert parsed_opml(f"<opml><body>{deep}</body></opml>".encode())[0] == []


@pytest.mark.parametrize("body", [b"", b"<html/>", b"not xml", BOMB.encode(), b"<opml/>"])
def test_what_is_no_opml_is_told(body: bytes) -> None:
    with pytest.raises(UnreadableInput, match="no list of feeds"):
        parsed_opml(body)


def test_items_that_are_all_the_same_count_as_many() -> None:
    feed = parsed_feed(
        f"<rss version='2.0'><channel>{'<item><title>x</title></item>' * 6_000}</channel></rss>".encode(), URL
    )
    assert len(feed.items) == 1 and feed.left_out == 5_999
