"""Looking for a newer version, when the reader asks to; nothing looks by itself."""

from __future__ import annotations

import threading
from contextlib import suppress

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

import reader
from reader.article import VerbatimError, tr
from reader.window.commands import command
from reader.window.deeds.deed import Deed
from reader.work import Release, home, newest


class Newer(Deed):
    """What is published, beside what is here."""

    @command(
        "version.look",
        "Help",
        "Look for a newer version",
        "Ask once, now, where Verbatim is published; it never looks by itself",
    )
    def look_for_newer(self) -> None:
        told, published_at = self.w.gathering.told, home()

        def look() -> None:
            try:
                answer: Release | VerbatimError = newest(published_at)
            except VerbatimError as error:
                answer = error
            with suppress(RuntimeError):  # the window was closed meanwhile
                told.emit(answer)

        self.w.say(tr("Looking for a newer version…"))
        threading.Thread(target=look, name="verbatim-version", daemon=True).start()

    def looked(self, answer: Release | VerbatimError) -> None:
        """Tells what was found; a newer version's page is opened where the reader wishes it."""
        if isinstance(answer, VerbatimError):
            self.w.tell(str(answer))
        elif not answer.newer:
            self.w.say(tr("Verbatim {version} is the newest version.", version=reader.__version__), 6000)
        else:
            found = tr(
                "Verbatim {newer} is there; this is {version}.", newer=answer.version, version=reader.__version__
            )
            asked = f"{found}\n\n{tr('Open its page?')}"
            if QMessageBox.question(self.w, tr("A newer version"), asked) == QMessageBox.StandardButton.Yes:
                QDesktopServices.openUrl(QUrl(answer.page))
