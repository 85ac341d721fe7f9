"""Every command, found in the palette by its name and done from there, with what it needs and without."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from at_the_window import CTRL, Reader
from invented_people import Named, tell
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from reader.library import (
    QUEUE,
    Account,
    AddAccount,
    AddFeeds,
    NameCollection,
    PutInCollection,
    Query,
    SaveSearch,
    Subscription,
    Tag,
)
from reader.window.commands import ANYWHERE, Command, Context, Palette
from reader.window.deeds import collecting, deed, live, marking, ordering, overview, people, searching, syncing
from reader.window.inspector import NOTES, QUOTES, SOURCE

PASTED = """Ferry to the island stops for the winter

By Nora Quill

LOW HARBOUR – The ferry to the island stops on Monday, its owner said.

"We carried four people last week," said the owner, Piet Hansen. "The boat needs forty."

Hansen told reporters that the boat would be back in April.

Subscribe to our newsletter to get more stories like this.
"""


@pytest.fixture
def at_an_article(reader_without_samples: Reader) -> Reader:
    """A reader with one article open, analysed, with quotations, and something taken away."""
    reader = reader_without_samples
    reader.start()
    reader.copy(PASTED)
    reader.press(Qt.Key.Key_V, CTRL)
    reader.wait(lambda: reader.window.opened is not None and reader.window.opened.analysis is not None)
    return reader


def from_palette(reader: Reader, command: Command) -> bool:
    """Chooses a command in the palette, and sends away what it may open; whether it was on the list."""
    window = reader.window
    found: list[bool] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None and not dialog.isActiveWindow():
            dialog.activateWindow()  # what the last command opened may have come only now, above the palette
            return
        if isinstance(dialog, Palette) and not found:
            dialog.field.setText(command.name)
            items = [dialog.list.item(at) for at in range(dialog.list.count())]
            mine = [at for at, item in enumerate(items) if item.data(Qt.ItemDataRole.UserRole).id == command.id]
            found.append(bool(mine))
            dialog.list.setCurrentRow(mine[0] if mine else 0)
            QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        elif isinstance(dialog, QDialog):
            dialog.reject()
        elif QApplication.activePopupWidget() is not None:
            QApplication.activePopupWidget().close()

    watch = QTimer(window)
    watch.timeout.connect(look)
    watch.start(5)
    window.deeds.palette()
    watch.stop()
    QApplication.processEvents()
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            other.close()
    window.activateWindow()
    QApplication.processEvents()
    for page in window.findChildren(QDialog):
        page.close()
    return found == [True]


def select_words(reader: Reader) -> None:
    page = reader.window.page
    cursor = page.textCursor()
    cursor.setPosition(page.document().toPlainText().index("The boat needs"))
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, 8)
    page.setTextCursor(cursor)


def choose_piece(reader: Reader) -> None:
    inspector = reader.window.inspector
    inspector.set_tab(SOURCE)
    inspector.lists[SOURCE].choose(inspector.lists[SOURCE].keys()[0])


def choose_quote(reader: Reader) -> None:
    inspector = reader.window.inspector
    reader.wait(lambda: reader.window.opened is not None and reader.window.opened.analysis is not None)
    inspector.set_tab(QUOTES)
    inspector.wanted.setCurrentIndex(0)
    inspector.lists[QUOTES].choose(inspector.lists[QUOTES].keys()[0])


def change_something(reader: Reader) -> None:
    reader.window.deeds.toggle_bookmark()


def take_it_back(reader: Reader) -> None:
    change_something(reader)
    reader.window.deeds.undo()


def choose_feed(reader: Reader) -> None:
    window = reader.window
    feed = Subscription("a feed", "http://127.0.0.1:9/feed", title="A feed", typed="127.0.0.1")
    window.library.perform(AddFeeds((feed,)))
    window.refresh_lists()
    window.sidebar.choose(Query(feed="a feed"))


def have_account(reader: Reader) -> None:
    reader.window.library.perform(AddAccount(Account("an account", "miniflux", "http://127.0.0.1:9")))


def highlight_words(reader: Reader) -> None:
    select_words(reader)
    reader.window.deeds.highlight()
    select_words(reader)


def choose_note(reader: Reader) -> None:
    inspector = reader.window.inspector
    reader.window.deeds.note()
    inspector.set_tab(NOTES)
    inspector.lists[NOTES].choose(inspector.lists[NOTES].keys()[0])


def show_somebody(reader: Reader) -> None:
    """The page of somebody whose surname alone, in another article, may be theirs."""
    window, library = reader.window, reader.window.library
    surname = f"Aune{'abcdefghijklmnopqrstuvwxyz'[library.people.count() % 26]}"
    tell(library, f"Per {surname} rowed.", Named(f"Per {surname}"), title=f"{surname} rows")
    tell(library, f"{surname} rowed again.", Named(surname), title=f"{surname} rows again")
    window.people.show_thing(library.people.named(f"Per {surname}")[0].id)


def choose_articles(reader: Reader) -> None:
    show_somebody(reader)
    page = reader.window.people.page
    page.lists[1].choose(page.lists[1].keys()[0])


def search_for_something(reader: Reader) -> None:
    opened = reader.window.opened
    assert opened is not None
    reader.window.search.setText(f"{opened.article.text.split()[0]} ")
    reader.wait(reader.window.searching.tabs.isVisible)


def save_a_search(reader: Reader) -> None:
    reader.window.library.perform(SaveSearch("a search", "A search", "said"))
    reader.window.refresh_lists()
    reader.window.sidebar.choose(Query(words="said"))


def tag_it(reader: Reader) -> None:
    assert reader.window.opened is not None
    reader.window.deeds.perform(Tag((reader.window.opened.row.id,), ("a tag",)))


def list_annotations(reader: Reader) -> None:
    highlight_words(reader)
    reader.window.deeds.show_annotations()
    cards = reader.window.annotations.cards
    reader.wait(lambda: bool(cards.keys()))
    cards.choose(cards.keys()[0])


def choose_collection(reader: Reader) -> None:
    window = reader.window
    assert window.opened is not None
    window.library.perform(NameCollection("a collection", "A collection"))
    window.library.perform(PutInCollection("a collection", (window.opened.row.id,)))
    window.search.clear()
    window.refresh_lists()
    window.sidebar.choose(Query(collection="a collection"))
    window.articles.choose(window.opened.row.id)


def queue_it(reader: Reader) -> None:
    assert reader.window.opened is not None
    reader.window.deeds.perform(PutInCollection(QUEUE, (reader.window.opened.row.id,)))


PREPARED: dict[Context, Callable[[Reader], None]] = {
    deed.SELECTION: select_words,
    deed.QUOTE: choose_quote,
    deed.QUOTED: choose_quote,
    searching.ANSWERS: search_for_something,
    ordering.SEARCHING: search_for_something,
    ordering.SAVED: save_a_search,
    ordering.TAGGED: tag_it,
    overview.OVERVIEW: list_annotations,
    collecting.COLLECTION: choose_collection,
    collecting.IN_COLLECTION: choose_collection,
    collecting.QUEUED: queue_it,
    deed.PIECE: choose_piece,
    deed.CHANGE: change_something,
    deed.UNDONE: take_it_back,
    live.FEED: choose_feed,
    syncing.ACCOUNT: have_account,
    marking.TARGET: select_words,
    marking.PASSAGE: select_words,
    marking.HIGHLIGHT: highlight_words,
    marking.CARD: choose_note,
    marking.WRITING: choose_note,
    people.THING: show_somebody,
    people.OFFER: show_somebody,
    people.SPLIT: choose_articles,
}
"""How a reader comes to what a command needs; a new context that an open article does not bring wants a line here."""
LAST = {"article.delete", "samples.remove", "article.archive", "window.quit"}
"""What takes the article or the window away is done after all else."""


def test_every_command_works_from_the_palette(at_an_article: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = at_an_article
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    window = reader.window
    article = window.opened.row.id if window.opened is not None else 0
    done: list[str] = []
    say = window.say
    monkeypatch.setattr(window.registry, "_tell", lambda sentence: pytest.fail(f"“{sentence}” was said"))
    for command in sorted(window.registry.commands, key=lambda command: command.id in LAST):
        if command.id in {"palette", "window.quit"}:
            continue
        window.people.leave()
        if window.opened is None or window.opened.row.id != article:
            window.deeds.come_to(article)
        PREPARED.get(command.needs, lambda _reader: None)(reader)
        assert window.registry.can(command), f"{command.id}: how a reader comes to “{command.needs.when}” is not known"
        assert from_palette(reader, command), command.id
        done.append(command.id)
        assert window.state.recent()[:1] == [command.id]
        QGuiApplication.clipboard().setText(PASTED)
    assert len(done) == len(window.registry.commands) - 2
    monkeypatch.setattr(window.registry, "_tell", say)
    assert from_palette(reader, window.registry.command("window.quit"))
    assert not window.isVisible()


def test_without_what_it_needs_every_command_says_so(reader_without_samples: Reader) -> None:
    reader = reader_without_samples
    reader.start()
    window = reader.window
    needy = [command for command in window.registry.commands if command.needs is not ANYWHERE]
    assert len(needy) > 30
    for command in needy:
        if window.registry.can(command):
            continue
        window.statusBar().clearMessage()
        assert from_palette(reader, command), command.id
        assert window.statusBar().currentMessage() == command.needs.missing
