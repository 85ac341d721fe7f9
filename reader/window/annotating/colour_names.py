"""What each colour of highlights means to the reader."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.article import tr
from reader.library import COLOURS
from reader.window.reading.selection_bar import SWATCH, swatch
from reader.window.theme import SPACE, Theme


class ColourNames(QDialog):
    """A field for each colour; an empty one gives the colour its own name again."""

    def __init__(self, names: Mapping[str, str], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Names of colours"))
        self.setMinimumWidth(95 * SPACE)
        self.fields: dict[str, QLineEdit] = {}
        form = QFormLayout()
        for number, (colour, own) in enumerate(COLOURS.items(), 1):
            field = QLineEdit(names[colour] if names[colour] != own else "", self)
            field.setPlaceholderText(own)
            field.setAccessibleName(tr("Name of {colour}", colour=own))
            field.setMaxLength(60)
            label = QLabel(self)
            label.setPixmap(swatch(theme, colour).pixmap(QSize(SWATCH, SWATCH)))
            label.setToolTip(f"Ctrl+Alt+{number}")
            label.setBuddy(field)
            form.addRow(label, field)
            self.fields[colour] = field
        layout = QVBoxLayout(self)
        said = QLabel(tr("What do your colours mean? “To check”, “Numbers”, “Good lines”…"), self)
        said.setWordWrap(True)
        layout.addWidget(said)
        layout.addLayout(form)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def names(self) -> dict[str, str]:
        """Each colour with its name."""
        return {colour: " ".join(field.text().split()) or COLOURS[colour] for colour, field in self.fields.items()}
