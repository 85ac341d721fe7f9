"""Starting the window: the application, its theme, one main window; or the same window drawn into a picture."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from reader.article import LibraryError, resource
from reader.library import Library, LibraryInUse
from reader.window.chosen import reading_of
from reader.window.language import speak
from reader.window.main_window import MainWindow
from reader.window.motion import set_motion
from reader.window.settings import Settings
from reader.window.settings.table import LANGUAGE, MOTION, THEME
from reader.window.state import State
from reader.window.system import Instance, hand_over
from reader.window.system.asked import absolute
from reader.window.theme import Theme, ThemeName

PICTURE = QSize(1480, 920)
PATIENCE_S = 120
TRIES, TRY_AGAIN_S = 10, 0.3


def application() -> QApplication:
    """The one QApplication, made if there is none yet."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    made = QApplication(sys.argv[:1])
    made.setApplicationName("Verbatim")
    made.setApplicationDisplayName("Verbatim")
    made.setDesktopFileName("io.github.verbatim_reader.Verbatim")
    if sys.platform != "darwin":  # there the bundle brings its own
        made.setWindowIcon(QIcon(str(resource("app/verbatim.svg"))))
    return made


def window_on(library: Library) -> MainWindow:
    """A main window over an open library, themed as the reader left it; not shown yet."""
    app = application()
    settings = Settings()
    speak(app, settings[LANGUAGE])
    theme = Theme(settings[THEME], reading_of(settings))
    theme.apply(app)
    set_motion(app, settings[MOTION])
    settings.follow(MOTION, lambda wanted: set_motion(app, wanted))
    gc.freeze()  # what is there by now stays: looking through it for garbage would take a tenth of a second each time
    return MainWindow(library, theme, State(library.folder), settings)


def run(folder: Path | None, words: Sequence[str]) -> int:
    """Opens the library and the window, or hands `words` to the window that is open on it already.

    Each of `words` is a path, an address or a `verbatim:` link. Returns the exit status when the window is closed, at
    once after handing over. LibraryError where the library cannot be opened.
    """
    app = application()
    where, asked = Library.folder_of(folder), absolute(words, Path.cwd())
    if hand_over(where, asked):
        return 0
    try:
        library = Library.open(folder)
    except LibraryInUse:
        if _handed_over_later(where, asked):  # the other one was just starting
            return 0
        raise
    with library:
        window = window_on(library)
        instance = Instance(library.folder, window)
        instance.asked.connect(window.deeds.asked)
        opener = FileOpener(window.deeds.asked, window)
        app.installEventFilter(opener)
        window.start()
        window.show()
        if asked:
            window.deeds.asked(asked)
        status = app.exec()
        instance.close()
        dispose(window)
        return status


def _handed_over_later(where: Path, words: Sequence[str]) -> bool:
    for _ in range(TRIES):
        time.sleep(TRY_AGAIN_S)
        if hand_over(where, words):
            return True
    return False


class FileOpener(QObject):
    """Hears of files and links that the system asks the running program to open, as macOS does."""

    def __init__(self, asked: Callable[[Sequence[str]], None], parent: QObject) -> None:
        super().__init__(parent)
        self._asked = asked

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            url = event.url()
            self._asked([url.toLocalFile() if url.isLocalFile() else url.toString()])
            return True
        return super().eventFilter(watched, event)


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
    window.quit()
    for part in parts:
        part.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    application().processEvents()
    gc.unfreeze()
    gc.collect()  # what holds on to itself in a circle would otherwise outlive Qt


def _is_ready(window: MainWindow) -> bool:
    """Whether the picture would show a finished page: who said what is there, or the library is empty."""
    if window.progress.text() or window.library.uncleaned():
        return False
    if window.opened is None:
        return not window.library.new
    return window.opened.analysis is not None
