"""From the start of the process to the first usable paint, against a bare QMainWindow in the same run.

    python benchmarks/startup.py [--runs N] [--articles N]

Usable means: the list shows its articles, the page its text, and a paint of both is done. Starts alternate between the
two, each in a process of its own; the first of each warms the disk and does not count. Peak memory is the process's
own, in MB of 10^6 bytes; the workers that load models come later and are not part of the first paint.
"""

from __future__ import annotations

import argparse
import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve()
sys.path.insert(0, str(HERE.parent.parent))

SECONDS_AT_MOST = 60


def bare(began: float) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.show()
    QTimer.singleShot(0, lambda: (_report(began), window.close(), app.quit()))
    app.exec()


def verbatim(began: float, folder: Path) -> None:
    from PySide6.QtCore import QTimer

    from reader.library import Library
    from reader.window.running import application, dispose, window_on

    app = application()
    with Library.open(folder) as library:
        window = window_on(library)
        window.start()
        window.show()

        def look() -> None:
            if window.articles.rows.rowCount() and window.page.toPlainText():
                window.repaint()
                _report(began)
                app.quit()
            else:
                QTimer.singleShot(1, look)

        QTimer.singleShot(0, look)
        app.exec()
        dispose(window)


def _report(began: float) -> None:
    print(time.monotonic() - began, _peak_bytes(), flush=True)


def _peak_bytes() -> int:
    import psutil

    return int(psutil.Process().memory_info().rss)


def _fill(folder: Path, articles: int) -> None:
    """A library with the sample articles and as many generated ones as asked for."""
    import random

    import library as generated

    from reader.article import seeds
    from reader.cleaning import clean
    from reader.intake import read_path
    from reader.library import Library

    chance = random.Random(generated.SEED)
    with Library.open(folder) as shelf:
        for path in seeds():
            capture = read_path(path, how="sample")
            shelf.add(capture, clean(capture), sample=True)
        for capture, article in generated.articles(articles, generated.vocabulary(chance), chance):
            shelf.add(capture, article)


def _start(system: str, folder: Path) -> tuple[float, float]:
    """Milliseconds to the first usable paint, and the memory held then, in MB."""
    command = [sys.executable, str(HERE), "--child", system, "--folder", str(folder)]
    environment = {**os.environ, "BEGAN": str(time.monotonic())}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=SECONDS_AT_MOST, check=True)
    seconds, held = done.stdout.split()
    return 1000 * float(seconds), float(held) / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--articles", type=int, default=1000, help="generated articles beside the samples")
    parser.add_argument("--child", choices=("bare", "verbatim"), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        began = float(os.environ["BEGAN"])
        bare(began) if options.child == "bare" else verbatim(began, options.folder)
        return
    compileall.compile_dir(HERE.parent.parent / "reader", quiet=1)  # as an installed program is
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "library"
        _fill(folder, options.articles)
        figures: dict[str, list[tuple[float, float]]] = {"bare": [], "verbatim": []}
        for run in range(options.runs + 1):
            for system, rows in figures.items():
                measured = _start(system, folder)
                if run:
                    rows.append(measured)
    medians = {}
    for system, rows in figures.items():
        times = [row[0] for row in rows]
        medians[system] = statistics.median(times)
        held = statistics.median(row[1] for row in rows)
        print(f"  {system:<10} median {medians[system]:>6.0f} ms  worst {max(times):>6.0f} ms  memory {held:>5.0f} MB")
    print(f"  ratio      {medians['verbatim'] / medians['bare']:.2f} times a bare window")


if __name__ == "__main__":
    main()
