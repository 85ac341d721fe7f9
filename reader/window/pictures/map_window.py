"""The window of places: the map of what articles name, and the same as a list."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reader.analysis.gazetteer import Placed, placed
from reader.article import counted, tr
from reader.window.pictures.picture_window import PictureWindow
from reader.window.pictures.places import NamedPlace, place_cards
from reader.window.pictures.world_map import WorldMap
from reader.window.theme import Theme


class MapWindow(PictureWindow):
    """`place_asked` carries the place whose passage the reader wants to see."""

    place_asked = Signal(object)
    _looked_up = Signal(object)

    def __init__(self, theme: Theme, title: str, places: Sequence[NamedPlace], parent: QWidget | None = None) -> None:
        self.map = WorldMap(theme)
        super().__init__(self.map, title, tr("Places"), parent)
        self._places = {place.name: place for place in places}
        self.placed: dict[str, Placed] | None = None
        self.told.setText(tr("Looking the places up…"))
        self.asked.connect(self._go)
        self._looked_up.connect(self._show)
        # The gazetteer takes a moment to read, for the first time.
        threading.Thread(target=self._look_up, args=(tuple(self._places),), daemon=True).start()

    def _look_up(self, names: tuple[str, ...]) -> None:
        found = {each.name: each for each in placed(names)}
        try:
            self._looked_up.emit(found)
        except RuntimeError:  # the window was closed meanwhile
            return

    def _show(self, found: dict[str, Placed]) -> None:
        self.placed = found
        self._fill()
        self.choose_first()

    def _fill(self) -> None:
        if self.placed is None:
            return
        places = list(self._places.values())
        self.map.show_places(places, self.placed)
        self.show_cards(partial(place_cards, places, self.placed))
        unsure = sum(not where.sure for where in self.placed.values())
        told = [counted(len(self.placed), "{n} place on the map", "{n} places on the map")]
        if unsure:
            told.append(counted(unsure, "{n} unsure, drawn open", "{n} unsure, drawn open"))
        self.told.setText(" · ".join([*told, tr("Enter goes to the passage")]))

    def _go(self, name: str) -> None:
        if name in self._places:
            self.place_asked.emit(self._places[name])
