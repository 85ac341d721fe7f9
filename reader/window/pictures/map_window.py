"""The window of places: the map of what articles name, and the same as a list."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.analysis.gazetteer import Placed, placed
from reader.article import VerbatimError, counted, tr
from reader.window.inspector.cards import Cards
from reader.window.pictures.places import NamedPlace, place_cards
from reader.window.pictures.world_map import WorldMap
from reader.window.theme import NEAR, WIDE, Theme

KINDS_OF_FILE = "SVG (*.svg);;PNG (*.png)"


class MapWindow(QDialog):
    """`place_asked` carries the place whose passage the reader wants to see."""

    place_asked = Signal(object)
    _looked_up = Signal(object)

    def __init__(self, theme: Theme, title: str, places: Sequence[NamedPlace], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._places = {place.name: place for place in places}
        self.placed: dict[str, Placed] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Places – {title}", title=title))
        self.resize(820, 680)
        self.map = WorldMap(theme, self)
        self.list = Cards(theme, tr("Places"), self)
        self.told = QLabel(tr("Looking the places up…"), self, wordWrap=True)
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
        layout.addWidget(self.map, 3)
        layout.addWidget(self.list, 2)
        layout.addLayout(foot)
        self.list.chosen.connect(self.map.light)
        self.list.activated_key.connect(self._go)
        self.map.chosen.connect(self._choose)
        theme.changed.connect(self._fill)
        self._looked_up.connect(self._show)
        self.list.setFocus()
        # The gazetteer takes a moment to read, for the first time.
        threading.Thread(target=self._look_up, args=(tuple(self._places),), daemon=True).start()

    def save(self, path: Path) -> None:
        """Writes the map as SVG or PNG; what fails is told below it."""
        try:
            self.map.save(path)
            self.told.setText(tr("Saved as “{path}”.", path=path))
        except VerbatimError as error:
            self.told.setText(str(error))

    def _look_up(self, names: tuple[str, ...]) -> None:
        found = {each.name: each for each in placed(names)}
        try:
            self._looked_up.emit(found)
        except RuntimeError:  # the window was closed meanwhile
            return

    def _show(self, found: dict[str, Placed]) -> None:
        self.placed = found
        self._fill()
        keys = self.list.keys()
        if keys:
            self._choose(keys[0])

    def _fill(self) -> None:
        if self.placed is None:
            return
        places = list(self._places.values())
        self.map.show_places(places, self.placed)
        self.list.show_cards(place_cards(places, self.placed, self._theme.colours))
        unsure = sum(not where.sure for where in self.placed.values())
        told = [counted(len(self.placed), "{n} place on the map", "{n} places on the map")]
        if unsure:
            told.append(counted(unsure, "{n} unsure, drawn open", "{n} unsure, drawn open"))
        self.told.setText(" · ".join([*told, tr("Enter goes to the passage")]))

    def _choose(self, name: str) -> None:
        self.list.choose(name)
        self.map.light(name)

    def _go(self, name: str) -> None:
        if name in self._places:
            self.place_asked.emit(self._places[name])

    def _ask_where(self) -> None:
        name, kind = QFileDialog.getSaveFileName(self, tr("Save picture"), "places.svg", KINDS_OF_FILE)
        if name:
            path = Path(name)
            self.save(path if path.suffix else path.with_suffix(".png" if "png" in kind else ".svg"))
