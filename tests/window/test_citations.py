"""A quotation as other programs take it: nothing of the text is taken for markup, doubt is told, the source is named."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QTextDocument

from reader.article import Quote, QuoteKind, Span
from reader.library import Opened
from reader.window.inspector import (
    QUOTES,
    Inspector,
    Wanted,
    article_citation,
    citation_html,
    citation_markdown,
    citation_picture,
)
from reader.window.theme import Theme, ThemeName

ADDRESS = "https://messenger.example/band"


def quotes(opened: Opened) -> tuple[Quote, ...]:
    assert opened.analysis is not None
    return opened.analysis.quotes


def test_an_article_is_cited_with_what_is_known_of_it(opened: Opened) -> None:
    told = f"“Band without a hall”, Lena Fisk, Orley Messenger, 2026-11-02, {ADDRESS}"
    assert article_citation(opened.article) == told
    assert article_citation(replace(opened.article, authors=(), url=None, publisher=None)) == (
        "“Band without a hall”, 2026-11-02"
    )


def test_markdown_is_a_block_quotation_with_a_link(opened: Opened) -> None:
    made = citation_markdown(quotes(opened)[0], opened.article)
    assert made == (
        "> “We play in the rain now 🎈,”\n>\n"
        f"> — Marta Venn, in: [“Band without a hall”](<{ADDRESS}>), Lena Fisk, Orley Messenger, 2026-11-02"
    )


def test_what_markdown_would_take_for_marks_is_escaped(opened: Opened) -> None:
    quote = Quote(QuoteKind.INDIRECT, "a *bold* [claim]\nin two lines", (Span(0, 1),), None, None, 0.9)
    first, second, *_ = citation_markdown(quote, opened.article).splitlines()
    assert (first, second) == ("> a \\*bold\\* \\[claim\\]", "> in two lines")


def test_html_names_its_source_and_holds_no_foreign_markup(opened: Opened) -> None:
    quote = Quote(QuoteKind.INDIRECT, "<script>x</script> & more", (Span(0, 1),), None, None, 0.2)
    made = citation_html(quote, opened.article)
    assert f'<blockquote cite="{ADDRESS}">' in made
    assert "<script>" not in made
    document = QTextDocument()
    document.setHtml(made)
    assert "<script>x</script> & more" in document.toPlainText()
    assert "Nobody named (attribution uncertain)" in document.toPlainText()


@pytest.mark.parametrize("of", [citation_markdown, citation_html], ids=["markdown", "html"])
def test_an_article_that_says_nothing_of_itself_is_cited_all_the_same(of, opened: Opened) -> None:  # type: ignore[no-untyped-def]
    bare = replace(opened.article, title=None, authors=(), publisher=None, published=None, url=None)
    assert "We play in the rain now" in of(quotes(opened)[0], bare)


@pytest.mark.parametrize("name", [ThemeName.LIGHT, ThemeName.DARK])
def test_a_picture_card_is_in_the_colours_of_the_theme_and_grows_with_the_words(
    name: ThemeName, theme: Theme, opened: Opened
) -> None:
    theme.choose(name)
    short = citation_picture(quotes(opened)[0], opened.article, theme)
    assert QColor(short.pixel(short.width() - 1, 0)) == QColor(theme.colours.surface)
    inks = {short.pixelColor(x, y).name() for x in range(90, 900, 3) for y in range(90, 200, 3)}
    assert theme.colours.text.lower() in inks
    long = citation_picture(replace(quotes(opened)[0], text="rain and rain again " * 40), opened.article, theme)
    endless = citation_picture(replace(quotes(opened)[0], text="rain and rain again " * 4000), opened.article, theme)
    assert short.height() < long.height() <= endless.height() < 4000
    assert short.width() == long.width()


@pytest.mark.parametrize(
    ("wanted", "keys"),
    [
        (Wanted.ALL, ["0", "1", "2", "3"]),
        (Wanted.DIRECT, ["0", "3"]),
        (Wanted.MIXED, ["1"]),
        (Wanted.INDIRECT, ["2"]),
        (Wanted.CERTAIN, ["0", "1", "2"]),
        (Wanted.UNCERTAIN, ["3"]),
    ],
)
def test_the_list_shows_the_wanted_kind_and_steps_through_it(
    inspector: Inspector, wanted: Wanted, keys: list[str]
) -> None:
    inspector.wanted.setCurrentText(str(wanted))
    assert inspector.lists[QUOTES].keys() == keys
    inspector.order.setChecked(True)
    assert sorted(inspector.lists[QUOTES].keys()) == keys
    stepped = set()
    for _ in keys:
        inspector.step_quote(1)
        stepped.add(str(inspector.current_quote()))
    assert stepped == set(keys)


def test_a_kind_that_is_not_there_is_told_and_can_be_left(inspector: Inspector, opened: Opened) -> None:
    assert opened.analysis is not None
    only = replace(opened, analysis=replace(opened.analysis, quotes=opened.analysis.quotes[:1]))
    inspector.show_article(only)
    inspector.wanted.setCurrentText(str(Wanted.INDIRECT))
    told = inspector.lists[QUOTES].property("empty")
    assert told.isVisible() and "No quotation of this kind" in told.text()
    assert inspector.wanted.isVisible()
