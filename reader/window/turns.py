"""Work on the window's thread, done piece by piece: between two pieces the window answers its reader."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Turns(QObject):
    """Does what it is given in order, one piece in each turn of the event loop."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._next)

    def add(self, piece: Callable[[], object]) -> None:
        """Does `piece` after all that was added before."""
        self._waiting.append(piece)
        self._timer.start()

    def clear(self) -> None:
        """Leaves undone what has not begun."""
        self._waiting.clear()
        self._timer.stop()

    def _next(self) -> None:
        piece = self._waiting.popleft()
        if not self._waiting:
            self._timer.stop()
        piece()
