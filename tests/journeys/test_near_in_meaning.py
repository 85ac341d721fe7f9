"""A reader asks in words that no article has, and is shown what is near in meaning, told apart; and switches it off."""

from __future__ import annotations

import pytest
from at_the_window import CTRL, SHIFT, Reader
from invented_people import tell
from PySide6.QtCore import Qt

from reader.library import Library
from reader.window.article_list import ROW
from reader.window.settings.table import MEANING
from reader.work import meaning_bench

ASKED = "stranded cargo boat"


@pytest.fixture
def shelf(reader_without_samples: Reader, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """A reader of three articles, who has left the window open for a while."""
    monkeypatch.setattr(meaning_bench, "SETTLE_S", 0.01)
    reader = reader_without_samples
    with Library.open(reader.folder) as library:
        aground = "A freighter ran onto the sandbank off Nordhaven; tugs pulled the vessel free at high tide."
        tell(library, aground, title="Ship aground")
        tell(library, "Bread rose in Vale.", title="Bread")
        tell(
            library, "A boat that carried cargo lay stranded on the quay, and nobody came for it.", title="On the quay"
        )
    reader.start()
    return reader


def shown(reader: Reader) -> list[tuple[str, bool]]:
    """The headlines of the list, and whether each is there for its meaning alone."""
    rows = [reader.window.articles.rows.index(at, 0).data(ROW) for at in range(reader.window.articles.rows.rowCount())]
    return [(row.title, row.near) for row in rows]


def ask(reader: Reader, words: str) -> None:
    reader.press(Qt.Key.Key_F, CTRL | SHIFT)
    reader.type(words)


def all_read(reader: Reader) -> bool:
    library = reader.window.library
    return library.meanings.are_there() and not library.meanings.missing()


def test_what_the_words_do_not_find_is_found_and_told_apart_until_it_is_switched_off(shelf: Reader) -> None:
    reader, window = shelf, shelf.window
    reader.wait(lambda: all_read(reader))
    ask(reader, f"{ASKED} ")
    reader.wait(lambda: shown(reader) == [("On the quay", False), ("Ship aground", True)])
    reader.wait(lambda: window.searching.tabs.tabText(0) == "Articles 2")
    spoken = str(window.articles.rows.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "near in meaning" in spoken
    ask(reader, f'"{ASKED}" ')
    reader.wait(window.searching.silence.isVisible)
    ask(reader, f"{ASKED} -quay ")
    reader.wait(lambda: shown(reader) == [("Ship aground", True)])
    window.settings.put(MEANING, False)
    reader.wait(lambda: not window.library.meanings.are_there())
    ask(reader, f"{ASKED} ")
    reader.wait(lambda: shown(reader) == [("On the quay", False)])
    window.settings.put(MEANING, True)
    reader.wait(lambda: all_read(reader))
    ask(reader, "bakery ")
    reader.wait(lambda: shown(reader) == [("Bread", True)])


def test_an_article_that_comes_in_is_found_without_another_start(shelf: Reader) -> None:
    reader = shelf
    reader.wait(lambda: all_read(reader))
    reader.copy("Crew lifted to safety\n\n" + "Twelve sailors were taken off a burning tanker by helicopter. " * 3)
    reader.press(Qt.Key.Key_V, CTRL)
    reader.wait(lambda: reader.window.library.count(reader.window.query()) == 4)
    reader.wait(lambda: all_read(reader))
    ask(reader, "fire on a ship ")
    reader.wait(lambda: ("Crew lifted to safety", True) in shown(reader))
