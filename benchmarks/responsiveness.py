"""Whether the window is ever in the reader's way: how long its event loop stands still while a reader works in it.

    python benchmarks/responsiveness.py [--articles 2000] [--rounds 8]

A probe ticks in the event loop every two milliseconds; between two ticks nobody is answered. Each journey is done by keys
in the real window over a library of generated articles, each with its analysis. Of every step count the longest gap
between ticks (wall) and the processor's time that the window's thread took in it (cpu): on a machine that others use
too, the first holds their work as well. The journey “nothing” is the machine's own noise. The bar is 50 ms.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve()
sys.path[:0] = [str(HERE.parent.parent), str(HERE.parent)]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["VERBATIM_SETTINGS"] = str(Path(tempfile.gettempdir()) / f"verbatim-responsiveness-{os.getpid()}.toml")

from large_library import fill  # noqa: E402
from PySide6.QtCore import Qt, QTimer  # noqa: E402
from PySide6.QtGui import QGuiApplication  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from reader.library import Library, Query  # noqa: E402
from reader.window import MainWindow, window_on  # noqa: E402
from reader.window.running import application, dispose  # noqa: E402
from reader.window.theme import ThemeName  # noqa: E402

BAR_MS = 50.0
TICK_MS = 2
AFTER_S = 0.12
"""So long after each step the window is watched: what a step sets going comes in this time."""
WORK_S = 20
Key = Qt.Key
NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class Probe:
    """Measures the gaps between the turns of the event loop, in milliseconds: by the clock and by the processor."""

    def __init__(self) -> None:
        self.wall = self.cpu = 0.0
        self._seen = time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def reset(self) -> None:
        self.wall = self.cpu = 0.0
        self._seen = time.perf_counter(), time.thread_time()

    def _tick(self) -> None:
        now = time.perf_counter(), time.thread_time()
        self.wall = max(self.wall, (now[0] - self._seen[0]) * 1000)
        self.cpu = max(self.cpu, (now[1] - self._seen[1]) * 1000)
        self._seen = now


@dataclass
class Journey:
    """What one kind of step cost, over all rounds."""

    name: str
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def line(self) -> str:
        wall, cpu = sorted(self.wall), sorted(self.cpu)
        mark = "" if cpu[-1] <= BAR_MS else "  over the bar"
        return (
            f"{self.name:<34}{len(wall):>6}{statistics.median(cpu):>9.1f}{cpu[-1]:>9.1f}"
            f"{statistics.median(wall):>9.1f}{wall[-1]:>9.1f}{mark}"
        )


class Reader:
    """A reader at the window, whose every step is measured."""

    def __init__(self, window: MainWindow) -> None:
        self.w, self.probe = window, Probe()
        self.journeys: dict[str, Journey] = {}

    def step(self, name: str, deed: Callable[[], object], seconds: float = AFTER_S) -> None:
        """Does something, and watches the event loop from before it until it has settled."""
        self._watch(0.02)
        self.probe.reset()
        deed()
        self._watch(seconds)
        journey = self.journeys.setdefault(name, Journey(name))
        journey.wall.append(self.probe.wall)
        journey.cpu.append(self.probe.cpu)

    def _watch(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            application().processEvents()
            time.sleep(0.0005)

    def press(self, name: str, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        focus = QApplication.focusWidget() or self.w
        self.step(name, lambda: QTest.keyClick(focus, key, modifier))

    def type(self, name: str, text: str) -> None:
        for letter in text:
            focus = QApplication.focusWidget() or self.w
            self.step(name, lambda letter=letter, focus=focus: QTest.keyClicks(focus, letter))  # type: ignore[misc]


def travel(reader: Reader, rounds: int) -> None:
    """Every journey of a reader, so many times."""
    w = reader.w
    for number in range(rounds):
        w.articles.setFocus()
        reader.step("nothing", lambda: None)
        reader.press("open the next article", Key.Key_J)
        reader.press("next quotation", Key.Key_Q)
        for tab in (Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5, Key.Key_1):
            reader.press("tabs of the inspector", tab, Qt.KeyboardModifier.AltModifier)
        w.articles.setFocus()
        reader.press("a page down", Key.Key_Space)
        reader.press("bookmark", Key.Key_S)
        reader.press("mark as unread", Key.Key_M)
        reader.press("archive", Key.Key_E)
        reader.press("undo", Key.Key_Z, CTRL)
        reader.press("names and quotes forward", Key.Key_Period)
        reader.press("names and quotes forward", Key.Key_Period)
        reader.press("focus", Key.Key_F9)
        reader.press("focus", Key.Key_F9)
        w.articles.setFocus()
        reader.press("find in the article", Key.Key_F, CTRL)
        reader.type("find in the article", "the")
        reader.press("find in the article", Key.Key_Escape)
        w.articles.setFocus()
        reader.press("search the library", Key.Key_Slash)
        reader.type("search the library", "bridge an")
        reader.press("leave the search", Key.Key_Escape)
        reader.step("leave the search", w.search.clear)
        w.articles.setFocus()
        reader.press("larger text", Key.Key_Equal, CTRL)
        reader.press("smaller text", Key.Key_Minus, CTRL)
        for theme in (ThemeName.DARK, ThemeName.CONTRAST, ThemeName.LIGHT):
            reader.step("another theme", lambda theme=theme: w.theme.choose(theme))  # type: ignore[misc]
        reader.step("resize", lambda number=number: w.resize(1100 + 60 * (number % 6), 800))  # type: ignore[misc]
        bar = w.articles.verticalScrollBar()
        reader.step("scroll the list", lambda bar=bar: bar.setValue(bar.value() + 4000))  # type: ignore[misc]
        reader.press("another list", Key.Key_J, SHIFT)
        reader.press("another list", Key.Key_K, SHIFT)
        w.articles.setFocus()
        reader.press("write a note", Key.Key_N, CTRL)
        reader.type("write a note", "why?")
        w.articles.setFocus()
        reader.press("undo", Key.Key_Z, CTRL)
    reader.press("mark all as read", Key.Key_A, SHIFT)
    reader.press("undo all as read", Key.Key_Z, CTRL)
    text = "Ferry is late\n\n" + "“The ferry is late again,” said Ada Lund, who waits for it every day. " * 40
    QGuiApplication.clipboard().setText(text)
    reader.step("paste, clean and analyse", lambda: QTest.keyClick(w.articles, Key.Key_V, CTRL), WORK_S)


def stocked(articles: int) -> Iterator[MainWindow]:
    """A window over a library of generated articles."""
    with tempfile.TemporaryDirectory() as home, Library.open(Path(home) / "library") as library:
        for _ in fill(library, articles):
            pass
        application()
        window = window_on(library)
        window.start()
        window.resize(1400, 860)
        window.show()
        window.activateWindow()
        assert window.query() == Query()
        yield window
        dispose(window)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--articles", type=int, default=2000)
    asked.add_argument("--rounds", type=int, default=8)
    given = asked.parse_args()
    for window in stocked(given.articles):
        reader = Reader(window)
        reader.step("start", lambda: None, 2.0)
        travel(reader, given.rounds)
        print(f"{given.articles:,} articles, {given.rounds} rounds; milliseconds without an answer\n")
        print(f"{'':<34}{'steps':>6}{'cpu':>9}{'worst':>9}{'wall':>9}{'worst':>9}")
        for journey in reader.journeys.values():
            print(journey.line())
        worst = max(max(journey.cpu) for journey in reader.journeys.values())
        print(f"\nworst by the processor: {worst:.1f} ms; the bar is {BAR_MS:.0f} ms")


if __name__ == "__main__":
    main()
