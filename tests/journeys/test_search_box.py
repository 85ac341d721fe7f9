"""A reader searches by keys: suggestions, answers of each kind, hits in the article, errors and silence explained."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import pytest
from at_the_window import CTRL, SHIFT, Reader
from invented_people import Named, tell
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QTextBrowser

from reader.library import AddNote, Library, Query, Row, Tag
from reader.library.answers import Answers
from reader.window.searching import Kind

ROWED = "We shall row it ourselves"
SOLD = "The ferry is sold"
FOG = "Fog is no excuse"


@pytest.fixture
def searching(reader_without_samples: Reader) -> Reader:
    """A reader of three articles on a ferry, in which two people speak, with a note and a tag."""
    reader = reader_without_samples
    with Library.open(reader.folder) as library:
        tell(
            library, f"At the pier meeting Ilse Brandt was asked about the ferry. “{ROWED},” Ilse Brandt said.",
            Named("Ilse Brandt", ("chair",), (ROWED,)), title="Rowing", published="2018-02-01",
        )  # fmt: skip
        tell(
            library, f"“{SOLD},” said Tomas Wieck.\nLater: “{FOG},” Ilse Brandt said of the ferry, rowing.",
            Named("Tomas Wieck", ("harbour master",), (SOLD,)), Named("Ilse Brandt", ("chair",), (FOG,)),
            title="Sold", published="2018-04-01",
        )  # fmt: skip
        tell(library, "Bread rose in Vale; it is dear.", title="Bread", published="2018-05-01")
        library.perform(AddNote("n", 1, None, "Ask about the oars."))
        library.perform(Tag((1,), ("harbour",)))
    reader.start()
    return reader


def ask(reader: Reader, words: str) -> None:
    """Goes to the box, empties it and types."""
    reader.press(Qt.Key.Key_F, CTRL | SHIFT)
    assert reader.window.search.hasFocus()
    reader.type(words)


def found(reader: Reader) -> list[str]:
    """What the list of quotations, notes or names shows."""
    model = reader.window.searching.found.lines
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def tabs(reader: Reader) -> list[str]:
    bar = reader.window.searching.tabs
    return [bar.tabText(at) for at in range(bar.count()) if bar.isTabVisible(at)] if bar.isVisible() else []


def offers(reader: Reader) -> list[str]:
    """What is offered where nothing was found."""
    silence = reader.window.searching.silence
    return [button.text() for button in silence.findChildren(QPushButton) if button.isVisible()]


def test_answers_are_counted_kind_by_kind_and_gone_through_by_keys(searching: Reader) -> None:
    reader, view = searching, searching.window.searching
    ask(reader, "brandt ")
    reader.wait(lambda: tabs(reader) == ["Articles 2", "Quotes 2", "Names 1"])
    reader.wait(lambda: sorted(reader.headlines()) == ["Rowing", "Sold"])
    reader.press(Qt.Key.Key_Period, CTRL)
    reader.wait(lambda: len(found(reader)) == 2)
    assert view.kind is Kind.QUOTES and any(ROWED in line for line in found(reader))
    reader.press(Qt.Key.Key_Period, CTRL)
    reader.wait(view.lists_found)
    reader.wait(lambda: len(found(reader)) == 1)
    reader.press(Qt.Key.Key_Return)
    reader.press(Qt.Key.Key_Return)
    assert reader.window.people.page.name.text() == "Ilse Brandt"
    ask(reader, "oars ")
    reader.wait(lambda: tabs(reader) == ["Articles 1", "Notes 1"])
    reader.quit()


def test_a_speaker_is_suggested_and_answered_with_passages(searching: Reader) -> None:
    reader, window = searching, searching.window
    ask(reader, "sai")
    reader.wait(window.search.suggestions.isVisible)
    reader.press(Qt.Key.Key_Down)
    reader.press(Qt.Key.Key_Return)
    assert window.search.text() == "said-by:"
    reader.type("bra")
    reader.wait(lambda: window.search.suggestions.isVisible() and window.search.suggestions.list.count() == 1)
    reader.press(Qt.Key.Key_Down)
    reader.press(Qt.Key.Key_Tab)
    assert window.search.text() == 'said-by:"Ilse Brandt" '
    reader.type("about:ferry after:2018-03")
    reader.wait(lambda: [FOG in line for line in found(reader)] == [True])
    reader.press(Qt.Key.Key_Return)
    assert window.searching.found.hasFocus()
    reader.press(Qt.Key.Key_Y)
    assert QGuiApplication.clipboard().text().startswith(f"“{FOG}”\n— Ilse Brandt, in: “Sold”")
    reader.press(Qt.Key.Key_Return)
    assert window.opened is not None and window.opened.article.title == "Sold"
    assert window.page.hasFocus()
    lit = window.page.lit_span()
    assert lit is not None and window.opened.article.text[lit.start : lit.end] == FOG
    reader.quit()


def test_words_of_a_question_that_is_none_are_not_marked(searching: Reader) -> None:
    reader, window = searching, searching.window
    assert window.opened is not None and window.opened.article.title == "Bread"
    text = window.opened.article.text

    def marked() -> list[str]:
        return [text[span.start : span.end] for span in window.page.found]

    ask(reader, "bread is")
    reader.wait(lambda: marked() == ["Bread", "is"])
    reader.type(":unreed")
    assert marked() == [], "“is” was meant as a field, and the question has no answer yet"
    reader.press(Qt.Key.Key_F3)
    assert marked() == []
    for _ in ":unreed":
        reader.press(Qt.Key.Key_Backspace)
    reader.wait(lambda: marked() == ["Bread", "is"])
    reader.quit()


def test_hits_are_marked_in_the_article_and_stepped_through(searching: Reader) -> None:
    reader, window = searching, searching.window
    ask(reader, "ferry ")
    reader.wait(lambda: reader.headlines() == ["Sold", "Rowing"])
    reader.press(Qt.Key.Key_Return)
    reader.press(Qt.Key.Key_J)
    assert window.opened is not None
    text = window.opened.article.text
    assert [text[span.start : span.end] for span in window.page.found] == ["ferry", "ferry"]
    reader.press(Qt.Key.Key_F3)
    assert window.page.lit_span() == window.page.found[0]
    reader.press(Qt.Key.Key_F3)
    assert window.page.lit_span() == window.page.found[1]
    assert window.statusBar().currentMessage() == "Hit 2 of 2"
    reader.press(Qt.Key.Key_F3, SHIFT)
    assert window.page.lit_span() == window.page.found[0]
    reader.press(Qt.Key.Key_F, CTRL)
    reader.type("sold")
    assert [text[span.start : span.end] for span in window.page.found] == ["sold"]
    reader.press(Qt.Key.Key_Escape)
    assert len(window.page.found) == 2, "the hits of the search are marked again"
    reader.press(Qt.Key.Key_Escape)
    assert list(window.page.found) == []
    assert reader.headlines() == ["Bread", "Sold", "Rowing"]
    reader.quit()


def test_what_cannot_be_understood_is_explained_in_place_and_mended(searching: Reader) -> None:
    reader, view = searching, searching.window.searching
    ask(reader, "ferry ")
    reader.wait(lambda: len(reader.headlines()) == 2)
    reader.type("is:unreed")
    assert view.problem.isVisible()
    assert view.problem_text.text().startswith("is: knows unread, read,")
    assert reader.headlines(), "the answers stay"
    assert view.mend.text() == "ferry is:unread"
    reader.press(Qt.Key.Key_Tab)
    assert view.mend.hasFocus()
    reader.press(Qt.Key.Key_Return)
    assert reader.window.search.text() == "ferry is:unread"
    assert not view.problem.isVisible()
    ask(reader, "tag:")
    assert not view.problem.isVisible(), "what is being typed is not reproached"
    reader.press(Qt.Key.Key_Return)
    assert view.problem.isVisible()
    reader.quit()


def test_a_silence_is_explained_with_what_could_be_asked_instead(searching: Reader) -> None:
    reader, window = searching, searching.window
    ask(reader, "ferry zebra ")
    reader.wait(lambda: "“zebra”" in window.searching.silence.sentence.text())
    reader.wait(lambda: offers(reader) == ["ferry  (2)"])
    reader.press(Qt.Key.Key_Return)
    reader.press(Qt.Key.Key_Return)
    assert window.search.text() == "ferry"
    reader.wait(lambda: reader.headlines() == ["Sold", "Rowing"])
    reader.quit()


def test_every_quotation_is_a_list_of_its_own(searching: Reader) -> None:
    reader, window = searching, searching.window
    reader.press(Qt.Key.Key_G)
    reader.press(Qt.Key.Key_Q)
    reader.wait(lambda: len(found(reader)) == 3)
    assert window.searching.found.hasFocus()
    assert not tabs(reader)
    reader.press(Qt.Key.Key_J)
    assert window.searching.found.currentIndex().row() == 1
    reader.press(Qt.Key.Key_Return)
    assert window.opened is not None and window.opened.article.title == "Sold"
    reader.press(Qt.Key.Key_Slash)
    reader.type("rowing ")
    reader.wait(lambda: [FOG in line for line in found(reader)] == [True])
    reader.press(Qt.Key.Key_Escape)
    reader.wait(lambda: len(found(reader)) == 3)
    reader.press(Qt.Key.Key_G)
    reader.press(Qt.Key.Key_A)
    assert reader.headlines() == ["Bread", "Sold", "Rowing"]
    reader.quit()


def test_typing_does_not_wait_and_a_stale_answer_shows_nowhere(
    searching: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader, window = searching, searching.window
    held, released = threading.Event(), threading.Event()
    read = Answers.rows

    def slow(self: Answers, query: Query, offset: int = 0, limit: int = 100) -> Sequence[Row]:
        if query.words.startswith("ferry"):
            held.set()
            assert released.wait(60)
        return read(self, query, offset, limit)

    monkeypatch.setattr(Answers, "rows", slow)
    ask(reader, "ferry ")
    assert held.wait(60)
    window.search.selectAll()
    reader.type("bread ")
    assert window.search.text() == "bread ", "typing goes on while the first question is being answered"
    released.set()
    reader.wait(lambda: reader.headlines() == ["Bread"])
    reader.wait(lambda: not window.searching.asking.is_busy())
    QApplication.processEvents()
    assert reader.headlines() == ["Bread"]
    reader.quit()


def test_the_sheet_explains_the_grammar_and_writes_an_example(searching: Reader) -> None:
    reader, window = searching, searching.window

    def act(dialog: QDialog) -> None:
        text = dialog.findChild(QTextBrowser)
        assert text is not None
        assert "said-by:" in text.toPlainText() and "words that begin so" in text.toPlainText()
        reader.press(Qt.Key.Key_Tab)
        reader.press(Qt.Key.Key_Return)

    reader.in_dialog(act, Qt.Key.Key_F1, CTRL)
    assert window.search.text() == "harbour bridge"
    reader.quit()


def test_more_like_the_open_article_is_a_search(searching: Reader) -> None:
    reader, window = searching, searching.window
    reader.press(Qt.Key.Key_J)
    assert window.opened is not None and window.opened.article.title == "Sold"
    reader.press(Qt.Key.Key_L, SHIFT)
    reader.wait(lambda: reader.headlines() == ["Rowing"])
    assert window.articles.hasFocus()
    reader.press(Qt.Key.Key_Escape)
    assert reader.headlines() == ["Bread", "Sold", "Rowing"]
    reader.quit()
