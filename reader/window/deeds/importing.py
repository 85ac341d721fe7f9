"""Deeds that bring in what other readers exported."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from reader.article import ImportedLibrary, tr
from reader.window.commands import command
from reader.window.deeds.deed import Deed
from reader.window.importing import ImportPreview
from reader.work.importing import BroughtIn, told_brought_in


class ImportingDeeds(Deed):
    """Pocket, Instapaper, Omnivore, Readwise, wallabag, Raindrop, Zotero and others."""

    _fetch = False

    @command(
        "import.export", "File", "Import from another reader…",
        "Bring in what Pocket, Instapaper, Omnivore, Readwise, wallabag, Zotero and others exported",
    )  # fmt: skip
    def import_export(self) -> None:
        if self.w.importing.busy:
            self.w.say(tr("Another import is under way."))
            return
        patterns = tr("Exports ({patterns});;All files (*)", patterns="*.csv *.json *.jsonld *.html *.htm *.zip")
        name, _ = QFileDialog.getOpenFileName(self.w, tr("Import from another reader"), "", patterns)
        if name:
            self.w.say(tr("Reading {file}…", file=Path(name).name))
            self.w.importing.read(Path(name))

    def preview_import(self, imported: ImportedLibrary, known: int) -> None:
        """Says what an export holds, and brings it in if the reader wants that."""
        dialog = ImportPreview(imported, known, self.w)
        if dialog.exec():
            self._fetch = dialog.fetch.isChecked()
            self.w.importing.bring_in(imported)
        dialog.deleteLater()

    def show_import_progress(self, done: int, of: int) -> None:
        self.w.progress.setText(tr("Importing: {done} of {all}", done=f"{done:,}", all=f"{of:,}") if done < of else "")

    def imported(self, done: BroughtIn) -> None:
        """Shows what was brought in, has it read, and its pages fetched if that is wished."""
        w = self.w
        w.progress.setText("")
        w.refresh()
        w.tell(told_brought_in(done))
        w.adder.take_up()
        if self._fetch and done.stubs:
            w.gathering.gatherer.fetch_pages(done.stubs)
