"""The invented article as the library hands it out; a theme; widgets shown for real; a library with many articles."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from band_article import MOMENT, invented_analysis, invented_article, row, span_of
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.article import ORPHAN, Article, Block, BlockKind, Capture, Placement, anchor_of, article_of
from reader.library import About, Library, Note, Opened, Passage
from reader.window.inspector import Inspector
from reader.window.reading import ReadingPane
from reader.window.theme import Theme, ThemeName


@pytest.fixture
def article() -> Article:
    return invented_article()


@pytest.fixture
def opened(article: Article) -> Opened:
    """The invented article as the library hands it out: analysed, with two notes, a lost one and a bookmark."""
    text = article.text

    def note(key: str, words: str | None, body: str, *, lost: bool = False) -> Note:
        span = span_of(article, words) if words else None
        anchor = anchor_of(text, span) if span else None
        placed = ORPHAN if lost or span is None else Placement(span, 1.0)
        about = About.PASSAGE if words else About.ARTICLE
        return Note(key, 1, anchor, placed.span, body, MOMENT, MOMENT, placed, about)

    river = span_of(article, "by the river")
    return Opened(
        row(),
        article,
        invented_analysis(article),
        (
            note("n-roof", "the roof", "Who owned <the> roof?\nAsk Odum."),
            note("n-all", None, "Good for Sunday."),
            note("n-lost", "Eleven cornets", "", lost=True),
        ),
        (Passage("p-river", 1, anchor_of(text, river), river, MOMENT, Placement(river, 1.0)),),
        0,
        "band.html",
        MOMENT,
        "file",
        "text/html",
        (),
    )


@pytest.fixture
def unread_by_machine(opened: Opened) -> Opened:
    """The same article before its analysis came, without notes."""
    return replace(opened, analysis=None, notes=(), bookmarks=())


@pytest.fixture
def theme(qtbot: QtBot) -> Iterator[Theme]:
    """The light theme, applied to the application."""
    made = Theme()
    made.choose(ThemeName.LIGHT)
    yield made
    made.deleteLater()


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[QWidget], QWidget]:
    """Shows a widget in a window of a newspaper column's size, and waits until it is there."""

    def show(widget: QWidget, width: int = 760, height: int = 520) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A new, open library."""
    with Library.open(tmp_path / "library") as opened_library:
        yield opened_library


@pytest.fixture(scope="session")
def stocked_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a library of 130 articles, number 1 the oldest; made once, to be copied."""
    folder = tmp_path_factory.mktemp("stocked") / "library"
    with Library.open(folder) as filled:
        for number in range(1, 131):
            body = f"The ferry of pier {number} sailed at dawn, and {number} people on the quay waved to its captain."
            article = article_of(
                [Block(BlockKind.PARAGRAPH, body)],
                title=f"Ferry {number}",
                publisher="Quay Post",
                published=f"2019-01-01T{number // 60:02}:{number % 60:02}",
            )
            filled.add(Capture(body.encode(), "text/plain", f"{number}.txt", "file", MOMENT), article)
    return folder


@pytest.fixture
def stocked(stocked_folder: Path, tmp_path: Path) -> Iterator[Library]:
    """A library of 130 articles of the test's own."""
    with Library.open(Path(shutil.copytree(stocked_folder, tmp_path / "stocked"))) as copied:
        yield copied


@pytest.fixture
def pane(theme: Theme, opened: Opened, shown: Callable[..., QWidget]) -> ReadingPane:
    """The pane with the invented article on it."""
    made = ReadingPane(theme)
    shown(made)
    made.show_article(opened)
    return made


@pytest.fixture
def inspector(theme: Theme, opened: Opened, shown: Callable[..., QWidget]) -> Inspector:
    """The inspector with the invented article in it."""
    made = Inspector(theme)
    shown(made, 340, 640)
    made.show_article(opened)
    return made
