"""What a page from the web says beside its article, and pictures drawn anew."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from reader.article import FoundFeed, UnreadableInput, is_address, typed_address, untracked
from reader.intake.pages import looked_at
from reader.intake.pictures import redrawn

URL = "https://quay.example/news/1"
PROSE = "<p>" + "The ferry sailed at dawn and many people waved to it from the quay. " * 20 + "</p>"


def test_feeds_that_a_page_declares_come_with_comments_last() -> None:
    page = """<link rel=alternate type=application/rss+xml title="Comments" href=/comments/feed>
    <link rel=alternate type=application/atom+xml title=News href=/atom><link rel=alternate type=text/html href=/fr>"""
    assert looked_at(page.encode(), URL).feeds == (
        FoundFeed("https://quay.example/atom", "News"),
        FoundFeed("https://quay.example/comments/feed", "Comments"),
    )


def test_links_that_look_like_feeds_count_where_none_is_declared() -> None:
    page = "<a href=/rss.xml>RSS</a><a href=/feedback>Feedback</a><a href='/?feed=atom'>Atom</a>"
    assert [feed.url for feed in looked_at(page.encode(), URL).feeds] == [
        "https://quay.example/rss.xml", "https://quay.example/?feed=atom",
    ]  # fmt: skip


def test_the_stripped_version_names_the_proper_one() -> None:
    page = f"<html amp><link rel=canonical href='https://quay.example/news/1'>{PROSE}"
    facts = looked_at(page.encode(), "https://quay.example/amp/1")
    assert facts.amp and facts.canonical == URL
    assert looked_at(page.replace("<html amp>", "<html ⚡>").encode(), URL, "utf-8").amp


@pytest.mark.parametrize(
    ("page", "needs"),
    [("<div id=root></div><script src=a.js></script>", True), (f"<div id=root>{PROSE}</div><script>x</script>", False),
     ("<noscript>Please enable JavaScript.</noscript>", True), (f"<noscript>Enable JavaScript</noscript>{PROSE}", False),
     ("<p>A short note.</p>", False)],
)  # fmt: skip
def test_whether_a_page_needs_scripts(page: str, needs: bool) -> None:
    assert looked_at(page.encode(), URL).needs_scripts is needs


def test_pictures_with_their_captions() -> None:
    page = """<meta property=og:image content=/lead.jpg><figure><img data-src=/a.jpg src=data:x><figcaption>A <b>boat</b>
    </figcaption></figure><figure><img src=/logo.png></figure><img src=/loose.jpg>"""
    found = looked_at(page.encode(), URL).pictures
    assert [(picture.url[20:], picture.caption, picture.lead) for picture in found] == [
        ("/lead.jpg", "", True), ("/a.jpg", "A boat", False),
    ]  # fmt: skip


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"<", "<html>\ud800".encode("utf-8", "surrogatepass")])
def test_what_is_no_page_has_no_facts(content: bytes) -> None:
    assert looked_at(content, URL, "no-such-charset").feeds == ()


def drawn(size: tuple[int, int], kind: str = "PNG", mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, (200, 30, 30, 128)[: len(mode)]).save(out, kind)
    return out.getvalue()


def test_a_picture_is_drawn_anew_no_larger_than_a_page_needs() -> None:
    made = redrawn(drawn((3200, 1000), "JPEG"))
    assert (made.media_type, made.width, made.height) == ("image/jpeg", 1600, 500)
    assert redrawn(drawn((100, 100), mode="RGBA")).media_type == "image/png"
    assert redrawn(drawn((16, 16)), icon=True).width == 16


@pytest.mark.parametrize(
    "content",
    [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", drawn((9000, 2000)), drawn((3, 300)), drawn((100, 100))[:60],
     drawn((64, 64), "TIFF")],
    ids=["nothing", "svg", "too many pixels", "a line", "cut off", "a format that is not shown"],
)  # fmt: skip
def test_what_is_not_shown(content: bytes) -> None:
    with pytest.raises(UnreadableInput):
        redrawn(content)


@pytest.mark.parametrize(
    ("text", "url"),
    [("example.org", "https://example.org/"), ("www.example.org/a b".replace(" ", "%20"), "https://www.example.org/a%20b"),
     ("https://Example.ORG:443/x?utm_source=a&id=1&fbclid=z#top", "https://example.org/x?id=1"),
     ("feed:https://a.example/f", "https://a.example/f"), ("feed://a.example/f", "https://a.example/f"),
     ("http://127.0.0.1:8000/x", "http://127.0.0.1:8000/x"), ("localhost:8000/x", "https://localhost:8000/x"),
     ("https://a.example/?q=a%26b&ref=x", "https://a.example/?q=a%26b&ref=x"), ("<https://a.example/ü>", "https://a.example/%C3%BC")],
)  # fmt: skip
def test_what_is_typed_becomes_an_address(text: str, url: str) -> None:
    assert typed_address(text) == url
    assert untracked(url) == url


@pytest.mark.parametrize(
    "text",
    ["", "two words", "javascript:alert(1)", "file:///etc/passwd", "https://", "http://a:99999/", "ftp://a.example/"],
)
def test_what_is_no_address_is_told(text: str) -> None:
    with pytest.raises(UnreadableInput):
        typed_address(text)


def test_what_is_pasted_counts_as_an_address_only_where_it_is_nothing_else() -> None:
    assert is_address(" https://a.example/x \n") and is_address("www.a.example")
    assert not is_address("see https://a.example/x") and not is_address("a.example") and not is_address("")
