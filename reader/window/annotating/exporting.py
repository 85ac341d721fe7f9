"""Which annotations to write into files, and how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from reader.article import mark, tr
from reader.library import AnnotationQuery
from reader.window.theme import SPACE
from reader.work.exporting import Form

FORMS = (
    (Form.MARKDOWN, mark("Markdown, a file for each article (Obsidian)"), mark("Choose a folder, a vault for instance. What you write into the files is never overwritten: later only new annotations are added.")),
    (Form.JSONLD, mark("Web Annotations (W3C, JSON-LD)"), mark("Everything: words, context, positions, colours, notes and times, for programs.")),
    (Form.CSV, mark("Table (CSV)"), mark("For spreadsheets, and for Readwise; without the words around each passage.")),
)  # fmt: skip


@dataclass(frozen=True)
class Choice:
    """Which annotations: those of a query, with `among` only of these articles."""

    name: str
    query: AnnotationQuery
    among: tuple[int, ...] | None = None


class ExportAnnotations(QDialog):
    """Choose which and how; where is asked next."""

    def __init__(self, choices: Sequence[Choice], parent: QWidget) -> None:
        super().__init__(parent)
        self._choices = choices
        self.setWindowTitle(tr("Export annotations"))
        self.setMinimumWidth(120 * SPACE)
        self.which, self.how = QComboBox(self), QComboBox(self)
        for choice in choices:
            self.which.addItem(choice.name)
        for _, name, _ in FORMS:
            self.how.addItem(tr(name))
        form = QFormLayout()
        form.addRow(tr("&Write"), self.which)
        form.addRow(tr("&As"), self.how)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setObjectName("quiet")
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        buttons.button(kinds.Ok).setText(tr("&Choose where…"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.said)
        layout.addWidget(buttons)
        self.how.currentIndexChanged.connect(self._tell)
        self._tell()

    def choice(self) -> Choice:
        """Which annotations to write."""
        return self._choices[self.which.currentIndex()]

    def form(self) -> Form:
        """How to write them."""
        return FORMS[self.how.currentIndex()][0]

    def _tell(self) -> None:
        self.said.setText(tr(FORMS[self.how.currentIndex()][2]))
