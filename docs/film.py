"""Films the main story in the real window: a messy article is pasted, read, quoted, marked and found again.

    python docs/film.py

`make film` runs it under Xvfb where there is no display. The numbered frames and the animated picture of them all go to
docs/film/. The article lies there too; its people and events are invented.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve()
ROOT, FILM = HERE.parent.parent, HERE.parent / "film"
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]
os.environ.setdefault("QT_QPA_PLATFORM", "xcb" if sys.platform == "linux" else "")

from PIL import Image  # noqa: E402
from PySide6.QtCore import QPointF, QRectF, QSize, Qt  # noqa: E402
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication, QPainter, QPixmap, QTextCursor  # noqa: E402
from PySide6.QtWidgets import QPlainTextEdit, QWidget  # noqa: E402
from stage import Stage  # noqa: E402

from reader.article import Span, seeds  # noqa: E402
from reader.library import Library, Query  # noqa: E402
from reader.window.hints import HINTS  # noqa: E402

WINDOW = QSize(1280, 800)
STRIP = 64
"""The height of the strip below the window that says what was pressed, and why."""
WIDTH = 1120
"""Of the animated picture; the frames are as large as the window."""
MOST_BYTES = 4_000_000
SECONDS = {"short": 1.6, "normal": 2.6, "long": 3.6}
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Key = Qt.Key


class Film:
    """Frames, each with the keys that led to it and a sentence."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.frames: list[tuple[Path, float]] = []
        for old in FILM.glob("[0-9][0-9]-*.webp"):
            old.unlink()

    def shoot(self, name: str, keys: str, sentence: str, *, of: QWidget | None = None, length: str = "normal") -> None:
        """Adds a frame of a widget (the window, where none is named) over its strip."""
        self.stage.settle(0.4)
        shown = (of or self.stage.window).grab()
        frame = QPixmap(WINDOW.width(), WINDOW.height() + STRIP)
        frame.fill(QColor("#211d1a"))
        painter = QPainter(frame)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, shown)
        self._strip(painter, keys, sentence)
        painter.end()
        path = FILM / f"{len(self.frames) + 1:02}-{name}.webp"
        image = frame.toImage().convertToFormat(frame.toImage().Format.Format_RGB888)
        raw = Image.frombuffer(
            "RGB", (image.width(), image.height()), image.constBits(), "raw", "RGB", image.bytesPerLine(), 1
        )
        raw.save(path, lossless=True, method=6, exact=True)
        self.frames.append((path, SECONDS[length]))
        print(path.name, flush=True)  # noqa: T201

    def _strip(self, painter: QPainter, keys: str, sentence: str) -> None:
        font = self.stage.window.theme.label_font(2)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        middle, x = WINDOW.height() + STRIP / 2, 28.0
        baseline = middle + (metrics.ascent() - metrics.descent()) / 2
        for key in keys.split():
            wide = metrics.horizontalAdvance(key) + 24
            cap = QRectF(x, middle - 18, wide, 36)
            painter.setPen(QColor("#8d8177"))
            painter.setBrush(QColor("#3a332e"))
            painter.drawRoundedRect(cap, 6, 6)
            painter.setPen(QColor("#ffffff"))
            painter.drawText(QPointF(x + 12, baseline), key)
            x += wide + 10
        painter.setPen(QColor("#f2ece4"))
        painter.drawText(QPointF(x + (8 if keys else 0), baseline), sentence)

    def cut(self) -> Path:
        """Writes the animated picture of all frames, as good as its size allows."""
        pictures = [Image.open(path).convert("RGB") for path, _ in self.frames]
        height = round(pictures[0].height * WIDTH / pictures[0].width)
        small = [picture.resize((WIDTH, height), Image.Resampling.LANCZOS) for picture in pictures]
        durations = [int(seconds * 1000) for _, seconds in self.frames]
        film = FILM / "verbatim.webp"
        for quality in (92, 85, 75, 60):
            small[0].save(
                film, save_all=True, append_images=small[1:], duration=durations, loop=0, quality=quality, method=6
            )
            if film.stat().st_size <= MOST_BYTES:
                break
        return film


def at_rest(stage: Stage) -> bool:
    """Whether every article is cleaned and read."""
    return not (stage.library.uncleaned() or stage.library.unanalysed() or stage.window.progress.text())


def notepad(text: str, points: int) -> QPlainTextEdit:
    """A plain editor, where texts come from and go to."""
    editor = QPlainTextEdit(text)
    editor.setWindowTitle("Text")
    editor.resize(WINDOW)
    style = "background: white; color: #222; border: none; padding: 28px 40px; selection-background-color: #cfe0f5;"
    editor.setStyleSheet(f"QPlainTextEdit {{ {style} selection-color: #222; font: {points}px 'Inter'; }}")
    editor.show()
    return editor


def story(film: Film) -> None:
    """From what was copied to the quotation found again and put into a text."""
    s, w = film.stage, film.stage.window
    copied = (FILM / "copied.txt").read_text("utf-8")
    editor = notepad(copied, 15)
    editor.selectAll()
    film.shoot(
        "copied",
        "Ctrl+A Ctrl+C",
        "A news page, copied whole: menus, cookies, adverts and all",
        of=editor,
        length="long",
    )
    QGuiApplication.clipboard().setText(copied)
    editor.hide()

    w.activateWindow()
    w.articles.setFocus()
    s.press(Key.Key_V, CTRL)
    s.settle(until=lambda: s.library.count(Query()) > len(seeds()) and at_rest(s))
    w.page.set_position(0)
    w.statusBar().clearMessage()
    film.shoot("pasted", "Ctrl+V", "In Verbatim: the article alone, and beside it who said what", length="long")

    s.press(Key.Key_Q)
    s.press(Key.Key_Q)
    film.shoot("quote", "Q Q", "The next quotation, in the text and beside it, with its speaker")
    s.press(Key.Key_Q)
    film.shoot("indirect", "Q", "What is only reported counts too; “she” is Helena Marsh")

    s.press(Key.Key_5, ALT)
    film.shoot("source", "Alt+5", "What was taken away, and why; any piece can be put back")

    s.press(Key.Key_1, ALT)
    s.press(Key.Key_P)
    s.settle(0.5)
    film.shoot("speaker", "P", "The speaker’s page: all she said, in every article you have read", length="long")

    s.press(Key.Key_Left, ALT)
    s.settle(0.3)
    assert w.opened is not None
    words = "I promised the island two years, and I will not need a day longer"
    start = w.opened.article.text.index(words)
    w.page.setFocus()
    w.page.clear_light()
    w.page.select(Span(start, start + len(words)))
    s.press(Key.Key_H, CTRL)
    w.page.unselect()
    film.shoot("highlight", "Ctrl+H", "Select and highlight")

    w.page.select(Span(start, start + len(words)))
    s.press(Key.Key_N, CTRL)
    s.type("Two years from when? Ask the ministry for the contract.")
    s.settle(1.2)
    film.shoot("note", "Ctrl+N", "A note on it; saved as you write, kept on its words for good", length="long")

    w.articles.setFocus()
    s.press(Key.Key_Slash)
    s.type("said-by:marsh about:ferry")
    s.settle(0.8)
    w.statusBar().clearMessage()
    film.shoot("search", "/", "Search years of reading: what did Marsh say about the ferry?", length="long")

    w.search.clear()
    s.open("Skerry bridge")
    w.page.setFocus()
    while (quote := w.deeds.chosen_quote()) is None or not quote.text.startswith("I promised"):
        s.press(Key.Key_Q)
    s.press(Key.Key_Y)
    editor = notepad(f"The minister has set herself a date:\n\n{QGuiApplication.clipboard().text()}\n\n", 24)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    film.shoot(
        "copied-quote", "Y Ctrl+V", "And the quotation in your own text, with its citation", of=editor, length="long"
    )
    editor.close()


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        os.environ["VERBATIM_SETTINGS"] = str(Path(home) / "settings.toml")
        with Library.open(Path(home) / "library") as library:
            stage = Stage(library, FILM)
            stage.settle(until=lambda: library.count(Query()) == len(seeds()) and at_rest(stage))
            stage.rest((WINDOW.width(), WINDOW.height()))
            for _ in HINTS:
                stage.window.hints.close_button.click()
            film = Film(stage)
            story(film)
            made = film.cut()
            print(f"{made.name}: {made.stat().st_size / 1e6:.1f} MB")  # noqa: T201
            stage.close()


if __name__ == "__main__":
    main()
