"""Deeds that write parts of the library into files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from reader.article import VerbatimError, counted, tr
from reader.library import AnnotationQuery, Library
from reader.window.annotating import Choice, ExportAnnotations
from reader.window.commands import command
from reader.window.deeds.deed import Deed
from reader.work.exporting import Exported, Form, export

_PATTERNS = {
    Form.JSONLD: ("annotations.jsonld", "JSON-LD (*.jsonld *.json)"),
    Form.CSV: ("annotations.csv", "CSV (*.csv)"),
}


class Exporting(Deed):
    """Highlights, notes and bookmarks for other programs."""

    @command(
        "export.annotations", "File", "Export annotations…",
        "Write highlights, notes and bookmarks for other programs: Markdown, Web Annotations, a table",
    )  # fmt: skip
    def export_annotations(self) -> None:
        dialog = ExportAnnotations(self._choices(), self.w)
        if dialog.exec():
            path = self._asked_place(dialog.form())
            if path is not None:
                self.write_annotations(dialog.form(), path, dialog.choice())
        dialog.deleteLater()

    def write_annotations(self, form: Form, path: Path, choice: Choice) -> None:
        """Writes them beside the window's thread, and says what came of it."""

        def write(library: Library) -> str:
            try:
                return told(export(library, form, path, choice.query, choice.among), path)
            except VerbatimError as error:
                return str(error)

        self.w.asker.ask("export", write, self.w.tell)

    def _choices(self) -> list[Choice]:
        choices = [Choice(tr("Everything that you marked"), AnnotationQuery())]
        if self.w.annotations_shown:
            choices.insert(0, Choice(tr("What the list shows"), self.w.annotations.query()))
        ids = self.ids()
        if ids:
            name = counted(len(ids), "What you marked in this article", "What you marked in the {n} chosen articles")
            choices.append(Choice(name, AnnotationQuery(), ids))
        return choices

    def _asked_place(self, form: Form) -> Path | None:
        if form is Form.MARKDOWN:
            name = QFileDialog.getExistingDirectory(self.w, tr("Folder for the Markdown files"))
        else:
            standard, pattern = _PATTERNS[form]
            name, _ = QFileDialog.getSaveFileName(self.w, tr("Export annotations"), standard, pattern)
        return Path(name) if name else None


def told(done: Exported, path: Path) -> str:
    """What came of an export, in words."""
    made = counted(done.annotations, "{n} annotation", "{n} annotations")
    of = counted(done.articles, "{n} article", "{n} articles")
    said = tr("{annotations} of {articles} were written to {path}.", annotations=made, articles=of, path=path)
    if done.added_to:
        edited = counted(
            done.added_to,
            "{n} file that you edited was only added to.",
            "{n} files that you edited were only added to.",
        )
        said = f"{said} {edited}"
    return said
