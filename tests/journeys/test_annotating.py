"""Highlights, notes and bookmarks by keys alone: from words selected by the caret, from a hit, from a quotation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from at_the_window import ALT, CTRL, SHIFT, Reader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget

from reader.article import (
    Analysis,
    Article,
    Block,
    BlockKind,
    Capture,
    Cue,
    Entity,
    EntityKind,
    Mention,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    article_of,
)
from reader.article.note_links import NoteLink
from reader.library import About, Library
from reader.window.inspector import NOTES

PARAGRAPHS = (
    "The lighthouse keeper of Nordhaven, Ilse Brandt, told the council on Tuesday that the lamp had failed.",
    "“We rowed out by starlight,” said Ms Brandt, whose family has kept the tower since it was built.",
    "Harbour master Tomas Wieck called for a second lamp. Ships had waited for nine hours, he told the council.",
)
MOMENT = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)


def read_by_machine(article: Article) -> Analysis:
    text = article.text

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    keeper = Entity("e1", "Ilse Brandt", EntityKind.PERSON, (), (Mention(*span("Ilse Brandt"), "Ilse Brandt"),))
    speaker = Speaker("e1", "Ilse Brandt", "Ms Brandt", (span("Ms Brandt"),))
    quoted = span("We rowed out by starlight,")
    quote = Quote(QuoteKind.DIRECT, text[slice(*quoted)], (quoted,), speaker, Cue("said", (span("said"),)), 0.9)
    return Analysis((keeper,), (quote,), (), (("test", "1"),))


@pytest.fixture
def at_article(reader: Reader) -> Reader:
    """At an article that is analysed, the caret before its first name."""
    with Library.open(reader.folder) as library:
        article = article_of([Block(BlockKind.PARAGRAPH, text) for text in PARAGRAPHS], title="Lamp fails")
        made = Capture(article.text.encode(), "text/plain", "lamp.txt", "file", MOMENT)
        library.store_analysis(library.add(made, article).id, read_by_machine(article))
    reader.start()
    reader.press(Qt.Key.Key_Return)
    reader.wait(reader.window.page.hasFocus)
    reader.window.page._put_caret(article.text.index("Nordhaven, Ilse"))
    return reader


def highlighted(reader: Reader) -> list[tuple[str, str]]:
    opened = reader.window.opened
    assert opened is not None
    return [(h.colour, opened.article.text[slice(*h.span)]) for h in opened.highlights if h.span]


def test_words_are_highlighted_over_blocks_recoloured_noted_and_taken_back(at_article: Reader) -> None:
    reader = at_article
    reader.press(Qt.Key.Key_Right, CTRL | SHIFT)
    reader.press(Qt.Key.Key_H, CTRL)
    assert highlighted(reader) == [("yellow", "Nordhaven")] or highlighted(reader) == [("yellow", "Nordhaven, ")]
    reader.press(Qt.Key.Key_Left)
    reader.press(Qt.Key.Key_3, CTRL | ALT)
    assert [colour for colour, _ in highlighted(reader)] == ["blue"]
    reader.press(Qt.Key.Key_N, CTRL)
    reader.type("Where is *Nordhaven*?")
    reader.press(Qt.Key.Key_Escape)
    opened = reader.window.opened
    assert opened is not None
    (note,) = opened.notes
    assert (note.about, note.body) == (About.HIGHLIGHT, "Where is *Nordhaven*?")
    reader.window.page.setFocus()
    reader.press(Qt.Key.Key_Down, SHIFT, times=6)
    reader.press(Qt.Key.Key_H)
    assert len(highlighted(reader)) == 2
    assert "\n\n" in highlighted(reader)[-1][1]
    reader.press(Qt.Key.Key_Z, CTRL, times=2)
    assert len(highlighted(reader)) == 1


def test_a_hit_and_a_quotation_are_highlighted_where_they_are_lit(at_article: Reader) -> None:
    reader = at_article
    reader.press(Qt.Key.Key_F, CTRL)
    reader.type("the council")
    reader.press(Qt.Key.Key_Return)
    reader.press(Qt.Key.Key_H, CTRL)
    assert highlighted(reader)[0][1] == "the council"
    reader.press(Qt.Key.Key_Escape)
    reader.press(Qt.Key.Key_Escape)
    reader.window.articles.setFocus()
    reader.press(Qt.Key.Key_Q)
    reader.press(Qt.Key.Key_4, CTRL | ALT)
    assert any(colour == "pink" for colour, _ in highlighted(reader))
    reader.press(Qt.Key.Key_Q)
    reader.press(Qt.Key.Key_Q, SHIFT)
    reader.press(Qt.Key.Key_B)
    opened = reader.window.opened
    assert opened is not None and len(opened.bookmarks) == 1


def test_colours_are_named_and_a_note_links_to_a_person(at_article: Reader) -> None:
    reader = at_article
    assert reader.library is not None

    def name(dialog: QDialog) -> None:
        dialog.findChildren(QLineEdit)[0].setText("To check")
        dialog.accept()

    def choose(dialog: QDialog) -> None:
        dialog.findChildren(QLineEdit)[0].setText("brandt person")
        assert dialog.findChildren(QListWidget)[0].count() == 1
        reader.press(Qt.Key.Key_Return)

    reader.by_name("highlight.names", name)
    assert reader.library.colour_names()["yellow"] == "To check"
    reader.window.articles.setFocus()
    reader.press(Qt.Key.Key_N, CTRL)
    reader.type("Ask ")
    reader.in_dialog(choose, Qt.Key.Key_N, CTRL | SHIFT)
    assert reader.window.inspector.editor.toPlainText() == "Ask [Ilse Brandt](verbatim:person/Ilse%20Brandt)"
    reader.press(Qt.Key.Key_Escape)
    assert reader.window.inspector.tabs.currentIndex() == NOTES
    reader.press(Qt.Key.Key_Return, ALT)
    assert reader.window.inspector.lists[1].current_key() != ""


def test_a_note_links_to_what_was_said_in_another_article_and_to_who_said_it(at_article: Reader) -> None:
    reader = at_article
    assert reader.library is not None
    other = article_of([Block(BlockKind.PARAGRAPH, "The bridge opened on Monday.")], title="Bridge opens")
    number = reader.library.add(Capture(b"bridge", "text/plain", "bridge.txt", "file", MOMENT), other).id
    reader.window.deeds.come_to(number)

    def choose(words: str) -> Callable[[QDialog], None]:
        def act(dialog: QDialog) -> None:
            dialog.findChildren(QLineEdit)[0].setText(words)
            reader.press(Qt.Key.Key_Return)

        return act

    reader.window.articles.setFocus()
    reader.press(Qt.Key.Key_N, CTRL)
    reader.in_dialog(choose("starlight"), Qt.Key.Key_N, CTRL | SHIFT)
    body = reader.window.inspector.editor.toPlainText()
    assert body.startswith("[Ilse Brandt: “We rowed out by starlight,”](verbatim:passage/1?text=We")
    reader.press(Qt.Key.Key_Escape)
    reader.press(Qt.Key.Key_Return, ALT)
    opened = reader.window.opened
    assert opened is not None and opened.row.title == "Lamp fails"
    lit = reader.window.page.lit_span()
    assert lit is not None and opened.article.text[slice(*lit)] == "We rowed out by starlight,"
    reader.window.deeds.come_to(number)
    reader.window.deeds.go_to_link(NoteLink(person="Ilse Brandt"))
    assert reader.window.people.thing is not None and reader.window.people.thing.name == "Ilse Brandt"
