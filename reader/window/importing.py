"""Another reader's export brought in beside the window's thread: read first and told of, then taken if the reader wants."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from reader.article import ImportedLibrary, VerbatimError, tr
from reader.library import Library
from reader.window.theme import SPACE, WIDE
from reader.work.importing import bring_in, known_articles, read_export, told_export
from reader.work.source_desk import SourceDesk

MOST_TOLD = 500


class Importing(QObject):
    """`was_read` carries the export and how many of it are known, `brought` a `BroughtIn`, `failed` a sentence."""

    was_read = Signal(object, int)
    progress = Signal(int, int)
    brought = Signal(object)
    failed = Signal(str)

    def __init__(self, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being read or brought in."""
        return self._thread is not None and self._thread.is_alive()

    def read(self, path: Path) -> None:
        """Reads an export; `was_read` or `failed` follows."""

        def work(desk: SourceDesk) -> None:
            imported = read_export(path, desk)
            self.was_read.emit(imported, known_articles(self._library, imported))

        self._start(work)

    def bring_in(self, imported: ImportedLibrary) -> None:
        """Brings an export in; `progress`, and in the end `brought` or `failed` follow."""
        total = len(imported.items)

        def work(desk: SourceDesk) -> None:
            done = bring_in(self._library, imported, desk, lambda n: self.progress.emit(n, total), self._stop)
            self.brought.emit(done)

        self._start(work)

    def close(self) -> None:
        """Stops after the batch under way; what came is kept, and the rest comes when it is imported again."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()

    def _start(self, work: Callable[[SourceDesk], None]) -> None:
        def run() -> None:
            try:
                with closing(SourceDesk()) as desk:
                    work(desk)
            except VerbatimError as error:
                self.failed.emit(str(error))

        if self._thread is not None:
            self._thread.join()
        self._thread = threading.Thread(target=run, name="verbatim-importing", daemon=True)
        self._thread.start()


class ImportPreview(QDialog):
    """What an export holds, what of it is left out and why; nothing is brought in before the reader says so."""

    def __init__(self, imported: ImportedLibrary, known: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import"))
        self.setMinimumWidth(130 * SPACE)
        said = QLabel(told_export(imported, known), self)
        said.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(said)
        if imported.refused:
            refused = QListWidget(self)
            refused.setObjectName("told")
            refused.setAccessibleName(tr("What is left out"))
            refused.setMaximumHeight(30 * SPACE)
            refused.addItems([*imported.refused[:MOST_TOLD]])
            layout.addWidget(refused)
        self.fetch = QCheckBox(tr("&Fetch the pages of which the file has no text, little by little"), self)
        without = sum(bool(item.url) and not item.content for item in imported.items)
        self.fetch.setChecked(bool(without))
        self.fetch.setVisible(bool(without))
        kept = QLabel(
            tr("Nothing is brought in twice, and undo takes it back. What is there keeps its state; highlights that an article no longer has are listed as lost."),
            self,
        )  # fmt: skip
        kept.setWordWrap(True)
        kept.setObjectName("quiet")
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        buttons.button(kinds.Ok).setText(tr("&Import"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for widget in (self.fetch, kept, buttons):
            layout.addWidget(widget)
