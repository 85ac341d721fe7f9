"""Verbatim among other programs: what a start asks for, one instance, what is dragged out, notices, single windows."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.article.note_links import NoteLink
from reader.library import ListKind, Opened, Query
from reader.window.article_window import ArticleWindow
from reader.window.running import FileOpener
from reader.window.state import State
from reader.window.system import Instance, Notices, Wants, article_mime, hand_over, mail_address, quote_mime, wants_of
from reader.window.system.asked import absolute
from reader.window.system.handing import MARKDOWN
from reader.window.system.instance import socket_name
from reader.window.theme import Theme

ASKED = {
    "a file": ("saved/page.html", Wants(paths=(Path("/here/saved/page.html"),))),
    "a file from the root": ("/tmp/page.html", Wants(paths=(Path("/tmp/page.html"),))),
    "an address": ("https://example.org/a?b=c", Wants(addresses=("https://example.org/a?b=c",))),
    "an article": ("verbatim:article/12", Wants(links=(NoteLink(12),))),
    "a passage": ("verbatim:passage/12?text=as+they+said&at=40", Wants(links=(NoteLink(12, "as they said", 40),))),
    "a person": ("verbatim:person/Ada%20Lund", Wants(links=(NoteLink(person="Ada Lund"),))),
    "an address to add": ("verbatim:add?url=https%3A%2F%2Fexample.org%2F", Wants(addresses=("https://example.org/",))),
    "an address with slashes": ("verbatim:///add?url=https://example.org/x", Wants(addresses=("https://example.org/x",))),
    "a file as an address": ("verbatim:add?url=file:///etc/passwd", Wants(unknown=("verbatim:add?url=file:///etc/passwd",))),
    "nothing to add": ("verbatim:add", Wants(unknown=("verbatim:add",))),
    "no such thing": ("verbatim:delete/12", Wants(unknown=("verbatim:delete/12",))),
    "nothing": ("", Wants()),
}  # fmt: skip


@pytest.mark.parametrize(("word", "wanted"), ASKED.values(), ids=ASKED)
def test_a_start_asks_for(word: str, wanted: Wants) -> None:
    assert wants_of([word], Path("/here")) == wanted


def test_paths_mean_the_same_in_the_other_program() -> None:
    given = ["page.html", "/a/b.html", "https://example.org/", "verbatim:article/1"]
    assert absolute(given, Path("/here")) == ["/here/page.html", *given[1:]]


@contextmanager
def handed(folder: Path, words: list[str]) -> Iterator[subprocess.Popen[str]]:
    """Another process that hands words over, and prints whether they were taken."""
    code = "import sys; from pathlib import Path; from reader.window.system import hand_over; print(hand_over(Path(sys.argv[1]), sys.argv[2:]))"
    command = [sys.executable, "-c", code, str(folder), *words]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        yield process


def test_a_second_start_hands_its_words_over(qtbot: QtBot, tmp_path: Path) -> None:
    name = socket_name(tmp_path)
    dead = socket.socket(socket.AF_UNIX)
    dead.bind(name)
    dead.close()  # the file stays, as after a crash, and is no obstacle
    assert not hand_over(tmp_path, [])
    parent = QWidget()
    qtbot.addWidget(parent)
    first = Instance(tmp_path, parent)
    assert first.listens
    words = ["/a/“Wörter”.html", "https://example.org/"]
    with qtbot.waitSignal(first.asked, timeout=60_000) as told, handed(tmp_path, words) as other:
        qtbot.waitUntil(lambda: other.poll() is not None, timeout=60_000)
        assert other.stdout is not None and other.stdout.read() == "True\n"
    assert told.args == [words]
    first.close()
    assert not hand_over(tmp_path, ["/a.html"]), "nobody is there any more"


def test_each_library_has_its_own_window(tmp_path: Path) -> None:
    assert socket_name(tmp_path / "one") != socket_name(tmp_path / "other")


@pytest.mark.parametrize("message", [b"hello\n", b'{"words": 3}\n', b'{"words": [1]}\n', b"\xff\xfe\n", b"[]\n"])
def test_nonsense_is_not_taken(qtbot: QtBot, tmp_path: Path, message: bytes) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    first = Instance(tmp_path, parent)
    heard: list[object] = []
    first.asked.connect(heard.append)
    other = QLocalSocket()
    other.connectToServer(socket_name(tmp_path))
    other.write(message)
    qtbot.waitUntil(lambda: other.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert not heard
    first.close()


def test_the_system_opens_files_and_links(qtbot: QtBot) -> None:
    heard: list[list[str]] = []
    receiver = QWidget()
    qtbot.addWidget(receiver)
    opener = FileOpener(lambda words: heard.append(list(words)), receiver)
    receiver.installEventFilter(opener)
    QApplication.sendEvent(receiver, QFileOpenEvent("/tmp/a page.html"))
    QApplication.sendEvent(receiver, QFileOpenEvent(QUrl("verbatim:article/7")))
    assert heard == [["/tmp/a page.html"], ["verbatim:article/7"]]


def test_a_quotation_is_dragged_out_in_every_form(opened: Opened) -> None:
    assert opened.analysis is not None
    mime = quote_mime(opened.analysis.quotes[0], opened.article)
    assert mime.text().startswith("“We play in the rain now")
    assert "<blockquote" in mime.html() and "Marta Venn" in mime.html()
    assert bytes(mime.data(MARKDOWN).data()).decode().startswith("> “We play")
    file = Path(mime.urls()[0].toLocalFile())
    assert file.suffix == ".md" and "Marta Venn" in file.read_text("utf-8")


def test_an_article_is_dragged_out_whole(opened: Opened) -> None:
    article = replace(opened.article, title="Rock <& roll>")
    mime = article_mime([article])
    assert all(block.text in mime.text() for block in article.blocks)
    assert "<h1>Rock &lt;&amp; roll&gt;</h1>" in mime.html()
    file = Path(mime.urls()[0].toLocalFile())
    page = file.read_text("utf-8")
    assert file.name == "Rock roll.html" and page.startswith("<!doctype html>") and "<script" not in page


def test_a_mail_carries_headline_address_and_words(opened: Opened) -> None:
    article = replace(opened.article, title="Rain & ruin", url="https://example.org/?a=1&b=2")
    url = QUrl(mail_address(article, "so be it"))
    assert url.scheme() == "mailto"
    assert "Rain%20%26%20ruin" in url.toEncoded().data().decode()
    assert "%26b%3D2" in url.toEncoded().data().decode()


@pytest.mark.parametrize(("wanted", "took", "told"), [(True, 60.0, 1), (False, 60.0, 0), (True, 3.0, 0)])
def test_long_work_is_told_of_where_that_is_wanted(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, wanted: bool, took: float, told: int
) -> None:
    clock = [100.0]
    monkeypatch.setattr("reader.window.system.notices.time.monotonic", lambda: clock[0])
    window = QWidget()
    qtbot.addWidget(window)
    notices, sent = Notices(window, QIcon(), lambda: wanted), []
    notices.send = lambda title, sentence: sent.append((title, sentence))
    notices.busy("Reading…")
    clock[0] += took
    notices.busy("Reading…")
    notices.article_read()
    notices.article_read()
    notices.busy("")
    assert sent == [("Verbatim is done", "2 articles were read: who said what is there.")] * told


def test_work_that_a_reader_watches_is_not_told_of(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, shown: Callable[[QWidget], QWidget]
) -> None:
    clock = [100.0]
    monkeypatch.setattr("reader.window.system.notices.time.monotonic", lambda: clock[0])
    window = shown(QWidget())
    notices, sent = Notices(window, QIcon(), lambda: True), []
    notices.send = lambda *told: sent.append(told)
    notices.busy("Reading…")
    clock[0] += 60
    notices.article_read()
    notices.busy("")
    assert not sent


def test_an_article_alone_is_read_by_keys(theme: Theme, opened: Opened, qtbot: QtBot) -> None:
    window = ArticleWindow(opened, theme)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.page.hasFocus)
    assert opened.article.title in window.windowTitle()
    QTest.keyClick(window.page, Qt.Key.Key_Q)
    assert opened.analysis is not None
    assert window.page.lit_span() == window.page.lit_span() is not None
    QTest.keyClick(window.page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(window.find_bar.field, "the")
    assert window.page.found
    QTest.keyClick(window.find_bar.field, Qt.Key.Key_Escape)
    assert not window.find_bar.isVisible() and window.page.hasFocus()
    with qtbot.waitSignal(window.closed) as told:
        QTest.keyClick(window.page, Qt.Key.Key_Escape)
    assert told.args == [opened.row.id]


def test_list_tab_and_single_windows_are_remembered(tmp_path: Path) -> None:
    state = State(tmp_path)
    assert (state.last_list(), state.last_tab(), state.apart()) == (Query(), 0, [])
    state.keep_list(Query(kind=ListKind.UNREAD, tag="tides"))
    state.keep_tab(3)
    state.keep_apart([4, 9])
    again = State(tmp_path)
    assert (again.last_list(), again.last_tab(), again.apart()) == (Query(kind=ListKind.UNREAD, tag="tides"), 3, [4, 9])
    for nonsense in ("[]", "3", '{"kind": "no"}', "{"):
        state._settings.setValue("list", nonsense)
        assert state.last_list() == Query()
