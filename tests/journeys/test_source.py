"""The reader has the last word on what belongs to an article: by keys and mouse, taken back, and kept through a new cleaning."""

from __future__ import annotations

import pytest
from at_the_window import ALT, CTRL, Reader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.article import anchor_of
from reader.article.model import Span
from reader.library import changes
from reader.window.inspector import SOURCE

HEADLINE = "Ferry crew walks out over night shifts"
WALL = "Sign up to our newsletter"
FIRST = "The crew of the Skarvik ferry walked out on Monday over night shifts, as they had said they would."
LAST = "The owner, Nils Brekke, said the shifts would stay. He called the walkout a pity for all who wait."
PASTED = f"""{HEADLINE}

Owen Karlsen
Skarvik
3 October 2022

{FIRST}

{WALL}

“Nobody sleeps on that boat,” said Captain Lise Moen. Deckhand Per Aune agreed with her.

{LAST}
"""


@pytest.fixture
def reading(reader_without_samples: Reader) -> Reader:
    """A reader with the Source tab of the article open, and a note and a bookmark on its last words."""
    reader = reader_without_samples
    reader.start()
    reader.copy(PASTED)
    reader.press(Qt.Key.Key_V, CTRL)
    reader.wait(lambda: reader.has_analysed(HEADLINE))
    assert reader.library is not None and reader.window.opened is not None
    number = reader.window.opened.row.id
    start = text(reader).index("a pity for all")
    anchor = anchor_of(text(reader), Span(start, start + len("a pity for all")))
    reader.library.perform(changes.AddNote("note", number, anchor, "Is it?"))
    reader.library.perform(changes.AddPassage("mark", number, anchor))
    reader.press(Qt.Key.Key_5, ALT)
    assert reader.window.inspector.tabs.currentIndex() == SOURCE
    reader.window.inspector.lists[SOURCE].setFocus()
    return reader


def text(reader: Reader) -> str:
    assert reader.window.opened is not None
    return reader.window.opened.article.text


def anchored(reader: Reader) -> set[str]:
    """The words that the note and the bookmark hold now."""
    assert reader.library is not None and reader.window.opened is not None
    opened = reader.library.opened(reader.window.opened.row.id)
    spans = [held.span for held in (*opened.notes, *opened.bookmarks)]
    return {opened.article.text[span.start : span.end] if span else "lost" for span in spans}


def key_of(reader: Reader, words: str, kind: str) -> str:
    assert reader.window.opened is not None
    article = reader.window.opened.article
    pieces = article.removed if kind == "r" else article.blocks
    return next(f"{kind}{i}" for i, piece in enumerate(pieces) if piece.text == words)


def go_to(reader: Reader, key: str) -> None:
    """Moves to a card by the arrow keys."""
    cards = reader.window.inspector.lists[SOURCE]
    reader.press(Qt.Key.Key_Home)
    for _ in range(len(cards.keys())):
        if cards.current_key() == key:
            return
        reader.press(Qt.Key.Key_Down)
    assert cards.current_key() == key


def click(reader: Reader, key: str) -> None:
    cards = reader.window.inspector.lists[SOURCE]
    model = cards.model()
    row = next(i for i in range(model.rowCount()) if model.index(i, 0).data(Qt.ItemDataRole.UserRole + 2) == key)
    cards.scrollTo(model.index(row, 0))
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=cards.visualRect(model.index(row, 0)).center())


def test_by_keys_a_piece_is_put_back_and_a_block_taken_out_and_both_taken_back(reading: Reader) -> None:
    reader = reading
    go_to(reader, key_of(reader, WALL, "r"))
    assert reader.window.inspector.reason.text().startswith("Taken away as a newsletter box: ")
    reader.press(Qt.Key.Key_Return, CTRL)
    assert WALL in text(reader) and text(reader).index(FIRST) < text(reader).index(WALL) < text(reader).index(LAST)
    assert anchored(reader) == {"a pity for all"}
    go_to(reader, key_of(reader, FIRST, "b"))
    reader.press(Qt.Key.Key_Return)
    assert FIRST not in text(reader)
    assert anchored(reader) == {"a pity for all"}
    reader.press(Qt.Key.Key_Z, CTRL)
    assert FIRST in text(reader) and WALL in text(reader)
    reader.press(Qt.Key.Key_Z, CTRL)
    assert FIRST in text(reader) and WALL not in text(reader)
    assert anchored(reader) == {"a pity for all"}


def test_by_mouse_and_kept_when_the_article_is_cleaned_anew(reading: Reader) -> None:
    reader = reading
    inspector = reader.window.inspector
    for words, kind in ((WALL, "r"), (FIRST, "b")):
        click(reader, key_of(reader, words, kind))
        QTest.mouseClick(inspector.piece_button, Qt.MouseButton.LeftButton)
    assert WALL in text(reader) and FIRST not in text(reader)
    reader.wait(lambda: reader.has_analysed(HEADLINE))
    before = text(reader)
    heard: list[object] = []
    reader.window.adder.article_changed.connect(heard.append)
    reader.press(Qt.Key.Key_R, CTRL)
    reader.wait(lambda: bool(heard))
    reader.wait(lambda: reader.has_analysed(HEADLINE))
    assert text(reader) == before
    assert anchored(reader) == {"a pity for all"}


def test_taking_out_the_piece_that_carries_a_note_keeps_the_note(reading: Reader) -> None:
    reader = reading
    go_to(reader, key_of(reader, LAST, "b"))
    reader.press(Qt.Key.Key_Return, CTRL)
    assert anchored(reader) == {"lost"}
    go_to(reader, key_of(reader, LAST, "r"))
    assert "you took this out" in reader.window.inspector.reason.text()
    reader.press(Qt.Key.Key_Return, CTRL)
    assert anchored(reader) == {"a pity for all"}
