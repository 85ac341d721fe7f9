"""Search by meaning in the window: working in the background while it is switched on, and the vectors of questions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.library import Library, Query, meant, question
from reader.window.asking import Asker
from reader.window.settings.table import MEANING
from reader.work import MeaningBench

if TYPE_CHECKING:
    from reader.window.main_window import MainWindow


class Nearby(QObject):
    """`ready` says that a question which was answered by its words alone can now be answered by its meaning too."""

    ready = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._settings, adder = window.settings, window.adder
        self._loading = self._loaded = False
        self.bench = MeaningBench(window.library, adder.is_busy, self.ready.emit)
        for signal in (adder.article_added, adder.article_changed, adder.article_analysed):
            signal.connect(lambda *_: self.bench.look())

    def start(self) -> None:
        """Begins, if it is switched on, and follows the setting."""
        self.bench.turn(self._settings[MEANING])
        self._settings.follow(MEANING, self.bench.turn)

    def meant(self, library: Library, query: Query) -> Query:
        """A query with the vector of its words, where there is one; for the thread on which `library` is asked."""
        words = meant(question(query.words))
        if words is None or not self._loaded or not library.meanings.are_there():
            return query
        return replace(query, meaning=self.bench.question(words))

    def load(self, asking: Asker) -> None:
        """Brings the vectors into memory after the first question, which is answered by its words meanwhile."""
        if not self._loading:
            self._loading = True
            asking.ask("vectors", lambda library: library.meanings.load(), self._load)

    def _load(self, any_there: bool) -> None:
        self._loaded = True
        if any_there:
            self.ready.emit()

    def close(self) -> None:
        """Stops working."""
        self.bench.close()
