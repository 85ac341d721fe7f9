"""Starting the window: the application, its theme, one main window; or the same window drawn into a picture."""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication

from reader.article import LibraryError
from reader.library import Library
from reader.window.chosen import reading_of
from reader.window.main_window import MainWindow
from reader.window.settings import Settings
from reader.window.settings.table import THEME
from reader.window.state import State
from reader.window.theme import Theme, ThemeName

PICTURE = QSize(1480, 920)
PATIENCE_S = 120


def application() -> QApplication:
    """The one QApplication, made if there is none yet."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    made = QApplication(sys.argv[:1])
    made.setApplicationName("Verbatim")
    made.setApplicationDisplayName("Verbatim")
    made.setDesktopFileName("io.github.verbatim_reader.Verbatim")
    return made


def window_on(library: Library) -> MainWindow:
    """A main window over an open library, themed as the reader left it; not shown yet."""
    app = application()
    settings = Settings()
    theme = Theme(settings[THEME], reading_of(settings))
    theme.apply(app)
    return MainWindow(library, theme, State(library.folder), settings)


def run(folder: Path | None, paths: list[Path]) -> int:
    """Opens the library and the window, adds `paths`, and returns the exit status when the window is closed.

    LibraryError where the library cannot be opened.
    """
    app = application()
    with Library.open(folder) as library:
        window = window_on(library)
        window.start()
        window.show()
        window.adder.add_paths(paths)
        status = app.exec()
        dispose(window)
        return status


def render(folder: Path | None, png: Path, *, dark: bool = False) -> None:
    """Draws the window, with the newest article open and analysed, into a PNG; LibraryError if it cannot be written."""
    app = application()
    with Library.open(folder) as library:
        window = window_on(library)
        if dark:
            window.theme.choose(ThemeName.DARK)
        window.start()
        window.resize(PICTURE)
        window.show()
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline and not _is_ready(window):
            app.processEvents()
            time.sleep(0.01)
        for _ in range(20):
            app.processEvents()
            time.sleep(0.01)
        saved = window.grab().save(str(png), "PNG")
        dispose(window)
        if not saved:
            raise LibraryError(f"The picture could not be written to {png}; choose another folder.")


def dispose(window: MainWindow) -> None:
    """Closes a window and frees it while Qt is still there: left to the interpreter's end, Qt may be gone first."""
    parts = (window, window.theme, window.settings)
    window.close()
    for part in parts:
        part.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    application().processEvents()
    gc.collect()  # what holds on to itself in a circle would otherwise outlive Qt


def _is_ready(window: MainWindow) -> bool:
    """Whether the picture would show a finished page: who said what is there, or the library is empty."""
    if window.progress.text() or window.library.uncleaned():
        return False
    if window.opened is None:
        return not window.library.new
    return window.opened.analysis is not None
