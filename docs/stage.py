"""A stage for pictures: the real window over a library of samples, brought into a state, and drawn with all that is open over it."""

from __future__ import annotations

import shutil
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from invented import ADDED
from large_library import fill
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from story_articles import ARTICLES

from reader.article import Anchor, Capture, Span, anchor_of, article_of
from reader.library import (
    COLOURS,
    QUEUE,
    AddHighlight,
    AddNote,
    AddPassage,
    DeleteTag,
    Library,
    NameCollection,
    NameColour,
    PutInCollection,
    Query,
    Rule,
    SaveRule,
    SaveSearch,
    Tag,
    Trash,
)
from reader.window import MainWindow, window_on
from reader.window.running import application, dispose
from reader.window.theme import Reading, ThemeName

SIZE = (1480, 920)
PATIENCE_S = 300
MANY, MANY_WORDS = 10_000, 120
FIRST = "Harbour bridge"
NONE = Qt.KeyboardModifier.NoModifier


class Stage:
    """One window over one library; `name` is the picture that is being drawn."""

    def __init__(self, library: Library, folder: Path) -> None:
        self.library, self.folder = library, folder
        self.window: MainWindow = window_on(library)
        self.window.theme.choose(ThemeName.LIGHT)
        self.window.start()
        self.window.resize(*SIZE)
        self.window.show()
        self.window.activateWindow()
        self.settle(0.5)

    def close(self) -> None:
        dispose(self.window)

    def settle(self, seconds: float = 0.25, *, until: Callable[[], bool] = lambda: True) -> None:
        """Lets the window draw, and waits for work under way."""
        begun = time.monotonic()
        while (now := time.monotonic() - begun) < seconds or (now < PATIENCE_S and not until()):
            application().processEvents()
            time.sleep(0.005)

    def rest(self, size: tuple[int, int] = SIZE) -> None:
        """Brings the window to where every picture starts: light, all columns, the first article, nothing lit."""
        w = self.window
        for widget in QApplication.topLevelWidgets():
            if widget is not w and widget.isVisible():
                widget.close()
        w.theme.choose(ThemeName.LIGHT)
        w.theme.set_reading(Reading())
        w.resize(*size)
        w.deeds.set_focus(False)
        w.find_field.clear()
        w.find_bar.hide()
        w.message.hide()
        w.hints.hide()
        w.page.mark_plainly(False)
        w.statusBar().clearMessage()
        w.progress.setText("")
        if w.search.text():
            w.search.clear()
        w.people.leave()
        w.deeds.show_query(Query())
        w.sidebar.choose(Query())
        w.inspector.set_tab(0)
        self.open(FIRST)
        w.page.clear_light()
        w.inspector.lists[0].clearSelection()
        w.articles.setFocus()

    def open(self, title: str) -> None:
        """Opens the article whose headline has these words."""
        rows = self.window.articles.rows
        for at in range(rows.rowCount()):
            if title in str(rows.index(at, 0).data()):
                self.window.articles.setCurrentIndex(rows.index(at, 0))
                break
        self.window.page.set_position(0)
        self.settle(0.1)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Presses a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.settle(0.1)

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)
        self.settle(0.1)

    def draw(self, name: str) -> None:
        """Writes a picture of the window and of everything that is open over it."""
        self.settle()
        picture = self.window.grab()
        painter = QPainter(picture)
        for widget in QApplication.topLevelWidgets():
            if widget is not self.window and widget.isVisible() and widget.width() > 1:
                self._place(widget)
                at = widget.mapToGlobal(QPoint(0, 0)) - self.window.mapToGlobal(QPoint(0, 0))
                painter.drawPixmap(at, widget.grab())
                if widget.windowType() == Qt.WindowType.Dialog:  # a window manager would draw its edge
                    painter.setPen(QColor(self.window.theme.colours.edge))
                    painter.drawRect(QRect(at, widget.size()))
        painter.end()
        picture.save(str(self.folder / f"{name}.png"), "PNG", 0)

    def _place(self, widget: QWidget) -> None:
        """Puts a dialog where a window manager would: over the middle of its window, a third down."""
        if widget.windowType() == Qt.WindowType.Dialog:
            room = self.window.geometry()
            x = room.center().x() - widget.width() // 2
            widget.move(x, room.top() + max(24, (room.height() - widget.height()) // 3))

    def in_dialog(self, ask: Callable[[], object], act: Callable[[], object]) -> None:
        """Does something while the dialog that `ask` opens is open, and closes it."""

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                QTimer.singleShot(20, look)
                return
            act()
            dialog.close()

        QTimer.singleShot(20, look)
        ask()


def samples(folder: Path) -> Path:
    """A library of the samples and the invented articles, analysed; made once and used again."""
    if not (folder / "ready").is_file():
        shutil.rmtree(folder, ignore_errors=True)
        with Library.open(folder) as library:
            stage = Stage(library, folder)
            stage.settle(2.0, until=lambda: not library.uncleaned())
            pages = folder.parent / "pages"
            pages.mkdir(exist_ok=True)
            for name, html in ADDED.items():
                (pages / name).write_text(html, "utf-8")
                stage.window.adder.add_paths([pages / name])
                stage.settle(0.5, until=lambda: not library.uncleaned())
            stage.settle(until=lambda: not library.unanalysed() and not stage.window.progress.text())
            stage.close()
        (folder / "ready").touch()
    return folder


def stories(folder: Path) -> Path:
    """The samples and a story that several outlets tell, analysed; made once and used again."""
    if not (folder / "ready").is_file():
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(samples(folder.parent / "samples"), folder)
        (folder / "ready").unlink()
        with Library.open(folder) as library:
            stage = Stage(library, folder)
            pages = folder.parent / "pages"
            pages.mkdir(exist_ok=True)
            for number, told in enumerate(ARTICLES):
                (pages / f"told-{number}.html").write_text(told.page(), "utf-8")
                stage.window.adder.add_paths([pages / f"told-{number}.html"])
                stage.settle(0.5, until=lambda: not library.uncleaned())
            stage.settle(until=lambda: not library.unanalysed() and not stage.window.progress.text())
            stage.close()
        (folder / "ready").touch()
    return folder


def organised(folder: Path) -> Path:
    """The samples with highlights, notes, bookmarks, and all that brings order; made once and used again."""
    if not (folder / "ready").is_file():
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(samples(folder.parent / "samples"), folder)
        (folder / "ready").unlink()
        with Library.open(folder) as library:
            _mark(library)
            _organise(library)
        (folder / "ready").touch()
    return folder


NOTES = (
    "Check this against the **minutes** of March.",
    "Who paid for it? Ask the *ministry*.",
    "The other paper has it as 31, not 38.",
)


def _mark(library: Library) -> None:
    """Marks sentences in every article: in turn a highlight, a note, a bookmark, in all colours."""
    colours = list(COLOURS)
    number = 0
    for row in library.rows(Query(), 0, 12):
        text = library.opened(row.id).article.text
        for paragraph in [part for part in text.split("\n\n") if len(part) > 80][:3]:
            start = text.index(paragraph)
            words = paragraph.split(" ")
            span = Span(start, start + len(" ".join(words[: 7 + number % 5])))
            key, anchor = str(uuid.uuid5(uuid.NAMESPACE_URL, f"mark {number}")), anchor_of(text, span)
            library.perform(
                (
                    AddHighlight(key, row.id, anchor, colours[number % len(colours)]),
                    AddNote(key, row.id, anchor, NOTES[number % len(NOTES)]),
                    AddPassage(key, row.id, anchor),
                )[number % 3]
            )
            number += 1
    lost = Anchor("words that an editor took out of the article last week", "", "", 5, 30)
    library.perform(AddHighlight(str(uuid.uuid5(uuid.NAMESPACE_URL, "lost")), 1, lost, "green"))
    for colour, name in (("yellow", "To check"), ("green", "Numbers"), ("pink", "Good lines")):
        library.perform(NameColour(colour, name))


def _organise(library: Library) -> None:
    ids = [row.id for row in library.rows(Query(), 0, 12)]
    changes = (
        Tag(tuple(ids[:3]), ("storm",)),
        Tag(tuple(ids[2:4]), ("news/local",)),
        Tag(tuple(ids[4:5]), ("news/abroad",)),
        NameCollection("bridge", "Bridge series"),
        PutInCollection("bridge", tuple(ids[:4])),
        NameCollection("cite", "To cite"),
        PutInCollection(QUEUE, tuple(ids[2:5])),
        SaveSearch("fog", "Ferries and fog", "ferry fog"),
        SaveRule("weather", Rule("Weather", title="storm, fog", tags=("weather",), archive=True)),
        SaveRule("marsh", Rule("Marsh speaks", about="marsh", queue=True, enabled=False)),
        DeleteTag("news/abroad"),
        Trash((ids[-1],)),
    )
    for change in changes:
        library.perform(change)
    article = library.opened(ids[0]).article
    other = article_of(list(article.blocks)[:-1], title=f"{article.title} (updated)", publisher="Evening Ledger")
    library.add(Capture(b"the same, a day later", "text/plain", "copy.txt", "file", datetime.now(UTC)), other)


def many(folder: Path) -> Path:
    """A library of ten thousand short articles; made once and used again."""
    if not (folder / "ready").is_file():
        shutil.rmtree(folder, ignore_errors=True)
        with Library.open(folder) as library:
            for _ in fill(library, MANY, words=MANY_WORDS, quotes=2):
                pass
        (folder / "ready").touch()
    return folder
