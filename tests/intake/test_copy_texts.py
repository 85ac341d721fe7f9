"""The texts of a service's copy with their paths, and places in them: against what lxml's XPath finds at these paths."""

from __future__ import annotations

from lxml import html

from reader.accounts.copy_places import element_at, span_in, utf16
from reader.article import Span
from reader.intake.copy_texts import texts_of

PAGE = (
    "<section><h1>Tide &amp; lamp</h1>\n<p>One <b>two</b> three<br>four.</p> <ul> <li>a</li> <li>b <em>c</em></li></ul>"
    '<p>⛴ One <rd-annotation id="x">two</rd-annotation> five</p></section>'
)


def at_path(path: str) -> str:
    body = html.document_fromstring(f"<html><body>{PAGE}</body></html>").find("body")
    (found,) = body.xpath(f"./{path}")
    return "".join(found.itertext())


def test_each_text_stands_at_its_path() -> None:
    found = texts_of(PAGE)
    assert "".join(text for _, text in found) == at_path("section[1]")
    assert ("section[1]/ul[1]/li[2]/em[1]", "c") in found and ("section[1]/p[2]", "two") in found
    for path, text in found:
        assert text in at_path(path)


def test_a_place_is_counted_within_its_element() -> None:
    found = texts_of(PAGE)
    whole = "".join(text for _, text in found)
    for words, path in (("Tide", "section[1]/h1[1]"), ("two", "section[1]/p[1]/b[1]"), ("five", "section[1]/p[2]")):
        begin = whole.index(words)
        where, at = element_at(found, begin)
        assert where == path and at_path(where)[at:].startswith(words)


def test_words_are_found_over_blanks_and_elements_nearest_to_where_they_were() -> None:
    found = texts_of(PAGE)
    whole = "".join(text for _, text in found)
    first, second = whole.index("One two"), whole.rindex("One two")
    assert span_in(found, "One\ntwo", 0) == Span(first, first + 7)
    assert span_in(found, "One two", second + 3) == Span(second, second + 7)
    assert span_in(found, "lamp\n\nOne", 0) is not None and span_in(found, "lamp two", 0) is None
    assert span_in(found, " ", 0) is None and span_in((), "One", 0) is None


def test_browsers_count_in_units_of_their_own() -> None:
    found = texts_of("<p>🚢 sails</p>")
    assert utf16(found, 2) == 3


def test_what_is_no_page_has_texts_too() -> None:
    assert texts_of("</p></b>plain <b>bold") == [("", "plain "), ("b[1]", "bold")]
    ((path, text),) = texts_of("<i>" * 50_000 + "x")
    assert text == "x" and 240 < len(path) <= 256
