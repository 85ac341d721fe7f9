"""A reader among other programs: a second start, links, an article in a window of its own, everything as it was left."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from at_the_window import SHIFT, Reader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from reader.article import Span
from reader.article.note_links import SCHEME
from reader.library import ListKind, Query
from reader.window.system import Instance


@pytest.mark.slow
def test_a_second_start_gives_its_file_to_the_open_window(
    reader_without_samples: Reader, tmp_path: Path, seeds: Path
) -> None:
    reader = reader_without_samples
    reader.start()
    instance = Instance(reader.folder, reader.window)
    instance.asked.connect(reader.window.deeds.asked)
    page = sorted(seeds.iterdir())[0]
    command = [sys.executable, "-m", "reader", "open", "--library", str(reader.folder), page.name]
    second = subprocess.Popen(command, cwd=page.parent, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
    reader.wait(lambda: bool(reader.headlines()))
    reader.wait(lambda: second.poll() is not None)
    assert second.returncode == 0
    instance.close()


def test_a_link_leads_to_its_passage_and_back(reader: Reader) -> None:
    reader.start()
    reader.wait(lambda: bool(reader.headlines()) and reader.window.opened is not None)
    window = reader.window
    assert window.opened is not None
    words = window.opened.article.blocks[1].text[:40]
    at = window.opened.article.text.index(words)
    window.page.select(Span(at, at + len(words)))
    window.registry.run("share.link")
    link = QGuiApplication.clipboard().text()
    assert link.startswith(SCHEME)
    window.page.unselect()
    window.deeds.asked([link])
    lit = window.page.lit_span()
    assert lit is not None and window.opened.article.text[lit.start : lit.end] == words
    window.deeds.asked(["verbatim:nothing/1"])
    assert "leads nowhere" in reader.said()


def test_everything_is_as_it_was_left(reader: Reader) -> None:
    reader.start()
    reader.wait(lambda: bool(reader.headlines()) and reader.window.opened is not None)
    window = reader.window
    window.articles.setFocus()
    reader.press(Qt.Key.Key_Return, SHIFT)
    assert len(window.outside.apart) == 1
    (apart,) = window.outside.apart
    window.activateWindow()
    window.sidebar.choose(Query(kind=ListKind.UNREAD))
    window.inspector.set_tab(3)
    opened = window.opened
    assert opened is not None
    window.registry.run("window.quit")
    reader.leave()
    reader.start()
    window = reader.window
    assert window.sidebar.query().kind is ListKind.UNREAD
    assert window.inspector.tabs.currentIndex() == 3
    assert list(window.outside.apart) == [apart]
    assert window.opened is not None and window.opened.row.id == opened.row.id
