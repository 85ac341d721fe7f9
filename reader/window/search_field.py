"""A field to search in, every part of which has a name."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from reader.article import tr


class SearchField(QLineEdit):
    """One line with a button that empties it; Qt gives that button no name that a screen reader could say."""

    def __init__(self, name: str, placeholder: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QAbstractButton):
            button.setAccessibleName(tr("Clear"))
