"""A reader connects an account, reads what comes, works offline, and removes it; all in the window, by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import keyring
import pytest
from at_the_window import CTRL, SHIFT, Reader, saying_yes
from kept_in_memory import InMemory
from keyring.backends.fail import Keyring as NoBackend
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from service_servers import TOKEN, MinifluxServer, Reply, entries

from reader.accounts import FolderShelf, sync_through
from reader.article import Block, BlockKind, Capture, article_of
from reader.library import Library, ListKind, Query, SetBookmarked
from reader.window.accounts import AccountForm, AccountsPage, FolderForm


@pytest.fixture
def server() -> Iterator[MinifluxServer]:
    made = MinifluxServer(entries("Ferry sails", "Bridge opens"))
    yield made
    made.close()


def on_the_page(reader: Reader, act: Callable[[AccountsPage], None]) -> None:
    def do(dialog: QDialog) -> None:
        assert isinstance(dialog, AccountsPage)
        act(dialog)
        dialog.reject()

    reader.in_dialog(do, Qt.Key.Key_U, CTRL | SHIFT)


def fill(reader: Reader, page: AccountsPage, server: MinifluxServer, *, token: str = TOKEN) -> list[str]:
    """Adds an account by the form, testing it first; what the form said."""
    said: list[str] = []

    def typed() -> None:
        form = QApplication.activeModalWidget()
        if not isinstance(form, AccountForm):
            return
        if not said:
            form.kind.setCurrentIndex(form.kind.findData("miniflux"))
            form.accept()
            said.append(form.fault.text())
            form.address.setText(server.url)
            form.secrets["token"].setText(token)
            form.try_button.click()
        elif form.try_button.isEnabled():
            said.append(form.fault.text())
            watch.stop()
            form.accept()

    watch = QTimer(reader.window)
    watch.timeout.connect(typed)
    watch.start(20)
    page.add.click()
    return said


def test_an_account_is_added_tested_synced_and_removed(
    reader_without_samples: Reader, ring: InMemory, server: MinifluxServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = reader_without_samples
    reader.start()

    def add(page: AccountsPage) -> None:
        assert page.empty.isVisible() and not page.sync.isEnabled()
        said = fill(reader, page, server)
        assert "Nothing is no address" in said[0] and "signed in as ilse" in said[1]
        reader.wait(lambda: page.list.count() == 1 and "Last synced just now" in page.list.item(0).text())
        assert "2 new articles" in page.told.text()

    on_the_page(reader, add)
    assert len(ring.held) == 1 and TOKEN not in "".join(name for pair in ring.held for name in pair)
    reader.wait(lambda: sorted(reader.headlines()) == ["Bridge opens", "Ferry sails"])
    reader.window.articles.setFocus()
    reader.window.deeds.come_to(
        next(r.id for r in reader.window.library.rows(Query(ListKind.ALL)) if r.title == "Ferry sails")
    )
    reader.press(Qt.Key.Key_S)
    reader.press(Qt.Key.Key_I, CTRL | SHIFT)
    reader.wait(lambda: server.entries[1001].starred and server.entries[1001].read)

    def remove(page: AccountsPage) -> None:
        monkeypatch.setattr(QMessageBox, "exec", lambda box: box.buttons()[0].click() or 0)
        page.remove.click()
        reader.wait(lambda: page.list.count() == 0 and not ring.held)

    on_the_page(reader, remove)
    assert len(reader.headlines()) == 2, "its articles stay unless the reader says otherwise"


def test_offline_what_is_changed_waits_and_goes_when_the_network_is_back(
    reader_without_samples: Reader, ring: InMemory, server: MinifluxServer
) -> None:
    reader = reader_without_samples
    reader.start()

    def add(page: AccountsPage) -> None:
        fill(reader, page, server)
        reader.wait(lambda: page.list.count() == 1 and "Last synced" in page.list.item(0).text())

    on_the_page(reader, add)
    server.refusals = [Reply(502)] * 100
    reader.window.articles.setFocus()
    reader.press(Qt.Key.Key_J)
    reader.press(Qt.Key.Key_S)
    reader.press(Qt.Key.Key_I, CTRL | SHIFT)
    reader.wait(lambda: "has a fault of its own" in reader.said())
    reader.quit()
    server.refusals = []
    reader.start()

    def look(page: AccountsPage) -> None:
        assert "to be sent" in page.list.item(0).text()
        page.sync.click()
        reader.wait(lambda: "sent" in page.told.text())

    on_the_page(reader, look)
    assert any(entry.starred for entry in server.entries.values())


def test_a_wrong_token_and_a_missing_keyring_are_told_in_words(
    reader_without_samples: Reader, ring: InMemory, server: MinifluxServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyring.set_keyring(NoBackend())
    reader = reader_without_samples
    reader.start()
    asked = saying_yes(monkeypatch)

    def add(page: AccountsPage) -> None:
        said = fill(reader, page, server, token="wrong")
        assert "does not take the sign-in" in said[1]
        reader.wait(lambda: page.list.count() == 1 and "not synced by itself" in page.list.item(0).text())

    on_the_page(reader, add)
    assert len(asked) == 1 and "no keyring" in asked[0]


def test_two_machines_sync_through_a_folder_from_the_window(reader_without_samples: Reader, tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    text = "The harbour master of Nordhaven wrote a letter about it to the council, and another one in the spring."
    article = article_of([Block(BlockKind.PARAGRAPH, text)], title="Ferry sails")
    captured = Capture(text.encode(), "text/plain", "x.txt", "file", datetime.now(UTC))
    with Library.open(tmp_path / "other") as other:
        other.perform(SetBookmarked((other.add(captured, article).id,)))
        sync_through(other, FolderShelf(shared))
        reader = reader_without_samples
        reader.start()

        def fill_in(dialog: QDialog) -> None:
            assert isinstance(dialog, FolderForm)
            dialog.place.setText("http://cloud.example.org/dav")
            dialog.accept()
            assert "unprotected" in dialog.fault.text() and dialog.user.isVisible()
            dialog.place.setText(str(shared))
            assert not dialog.user.isVisible()
            dialog.accept()

        reader.by_name("account.folder", fill_in)
        reader.wait(lambda: reader.headlines() == ["Ferry sails"])
        window = reader.window
        window.deeds.come_to(window.library.rows(Query(ListKind.ALL))[0].id)
        reader.press(Qt.Key.Key_E)
        reader.press(Qt.Key.Key_I, CTRL | SHIFT)

        def archived() -> bool:
            sync_through(other, FolderShelf(shared))
            return bool(other.rows(Query(ListKind.ARCHIVE)))

        reader.wait(archived)
