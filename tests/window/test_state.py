"""What the window remembers: its size, columns, last article and commands; whatever its file holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from reader.window.state import FILE, STANDARD_SIZE, State


class Frame:
    """A window of two columns."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window, self.columns = QMainWindow(), QSplitter(Qt.Orientation.Horizontal)
        for name in ("left", "right"):
            self.columns.addWidget(QLabel(name))
        self.window.setCentralWidget(self.columns)
        qtbot.addWidget(self.window)


@pytest.fixture
def frame(qtbot: QtBot) -> Iterator[Callable[[], Frame]]:
    """Makes windows; holds them until the test is over."""
    made: list[Frame] = []

    def make() -> Frame:
        made.append(Frame(qtbot))
        return made[-1]

    yield make


def written(folder: Path, text: str) -> State:
    """The state of a folder in which somebody wrote the file."""
    (folder / FILE).write_text(text, "utf-8")
    return State(folder)


def test_a_new_folder_has_the_standard(tmp_path: Path, frame: Callable[[], Frame]) -> None:
    state = State(tmp_path)
    assert (state.recent(), state.last_article()) == ([], None)
    first = frame()
    state.restore_window(first.window, first.columns)
    assert (first.window.width(), first.window.height()) == STANDARD_SIZE


def test_size_and_columns_come_back(tmp_path: Path, frame: Callable[[], Frame], shown: Callable[..., QWidget]) -> None:
    before = frame()
    shown(before.window, 620, 410)
    before.columns.setSizes([400, 200])
    State(tmp_path).keep_window(before.window, before.columns)
    after = frame()
    State(tmp_path).restore_window(after.window, after.columns)
    after.window.show()
    assert after.window.size() == before.window.size()
    assert after.columns.sizes() == before.columns.sizes()


def test_commands_and_article_come_back(tmp_path: Path, frame: Callable[[], Frame]) -> None:
    state = State(tmp_path)
    for name in ("find", "help", "find"):
        state.keep_recent(name)
    state.keep_last_article(41)
    window = frame()
    state.keep_window(window.window, window.columns)
    again = State(tmp_path)
    assert (again.recent(), again.last_article()) == (["find", "help"], 41)
    assert (tmp_path / FILE).is_file(), "it lies in the library's folder and goes with it"


def test_each_folder_has_a_state_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    State(tmp_path).keep_last_article(5)
    assert State(tmp_path / "other").last_article() is None


@pytest.mark.parametrize(
    "text",
    [
        "[General]\narticle=first\ngeometry=wide\ncolumns=7\n",
        "[General]\ngeometry=@ByteArray(rubbish)\ncolumns=@ByteArray(\\0\\0\\0\\xff)\narticle=1.5\n",
        "no settings at all \x00\x01\x02",
        "",
    ],
    ids=["foreign", "damaged", "not a file of settings", "empty"],
)
def test_a_damaged_file_counts_as_none(text: str, tmp_path: Path, frame: Callable[[], Frame]) -> None:
    state = written(tmp_path, text)
    assert (state.recent(), state.last_article()) == ([], None)
    window = frame()
    state.restore_window(window.window, window.columns)
    assert (window.window.width(), window.window.height()) == STANDARD_SIZE
    assert all(window.columns.sizes()[at] >= 0 for at in (0, 1))


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path, frame: Callable[[], Frame]) -> None:
    state = State(tmp_path / "gone" / "deeper")
    window = frame()
    state.keep_recent("find")
    state.keep_window(window.window, window.columns)
    assert state.recent() == ["find"]
