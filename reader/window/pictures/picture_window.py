"""A window of its own for a picture: the drawing, what it shows as a list, and saving it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.article import VerbatimError, tr
from reader.window.inspector.cards import Card, Cards
from reader.window.pictures.picture import Picture
from reader.window.theme import NEAR, WIDE, Colours

KINDS_OF_FILE = "SVG (*.svg);;PNG (*.png)"


class PictureWindow(QDialog):
    """Shows a picture above `list`, whose cards the caller fills. `asked` carries the key of one pressed with Enter.

    The picture brings what is chosen in the list forward, and tells the list what was clicked.
    """

    asked = Signal(str)

    def __init__(self, picture: Picture, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = picture
        self._make: Callable[[Colours], Sequence[Card]] = lambda _colours: ()
        picture.theme.changed.connect(self._renew)
        self._file_name = f"{name}.svg"
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"{name} – {title}")
        self.resize(820, 680)
        self.list = Cards(picture.theme, name, self)
        self.told = QLabel("", self, wordWrap=True)
        self.told.setObjectName("quiet")
        self.export = QPushButton(tr("Save picture…"), self)
        self.export.setAutoDefault(False)
        self.export.clicked.connect(self._ask_where)
        foot = QHBoxLayout()
        foot.addWidget(self.told, 1)
        foot.addWidget(self.export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(NEAR)
        layout.addWidget(picture, 3)
        layout.addWidget(self.list, 2)
        layout.addLayout(foot)
        self.list.chosen.connect(picture.light)
        self.list.activated_key.connect(self.asked)
        picture.chosen.connect(self.choose)
        self.list.setFocus()

    def appear(self) -> None:
        """Shows the window; while a dialog waits for its answer, as soon as that is given: above it this one would take the
        keys and do nothing with them."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.finished.connect(self.appear, Qt.ConnectionType.QueuedConnection)
        elif not self.isVisible():
            self.show()

    def show_cards(self, make: Callable[[Colours], Sequence[Card]]) -> None:
        """Fills the list with cards in the colours of the theme, and anew when those change."""
        self._make = make
        self._renew()

    def _renew(self) -> None:
        self.list.show_cards(self._make(self.picture.theme.colours))

    def choose(self, key: str) -> None:
        """Chooses a card, and brings what it stands for forward."""
        self.list.choose(key)
        self.picture.light(key)

    def choose_first(self) -> None:
        """Chooses the first card, where none is chosen yet."""
        keys = self.list.keys()
        if keys and not self.list.current_key():
            self.choose(keys[0])

    def _ask_where(self) -> None:
        if (path := asked_path(self, self._file_name)) is not None:
            self.save(path)

    def save(self, path: Path) -> None:
        """Writes the picture as SVG or PNG; how that went is told below it."""
        self.told.setText(saved(self.picture, path))


def saved(picture: Picture, path: Path) -> str:
    """Writes a picture as SVG or PNG; the sentence that says how that went."""
    try:
        picture.save(path)
    except VerbatimError as error:
        return str(error)
    return tr("Saved as “{path}”.", path=path)


def asked_path(parent: QWidget, name: str) -> Path | None:
    """Asks the reader where to save a picture; None where they press Escape."""
    chosen, kind = QFileDialog.getSaveFileName(parent, tr("Save picture"), name, KINDS_OF_FILE)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(".png" if "png" in kind else ".svg")
