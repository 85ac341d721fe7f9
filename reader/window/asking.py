"""Asking the library on a thread of its own, so that the window never waits for an answer."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from reader.article import VerbatimError
from reader.library import AnswerStopped, Library

T = TypeVar("T")
PATIENCE_S = 10


@dataclass(frozen=True)
class _Asked:
    """One question: of which kind, the how manieth of that kind, what is asked, and who takes the answer."""

    kind: str
    number: int
    question: Callable[[Library], Any]
    take: Callable[[Any], None]


class Asker(QObject):
    """Answers come back on the window's thread. Of several questions of one kind only the newest is answered: one that
    is under way is broken off, and an answer that comes late is dropped.

    `failed` carries the sentence of a question that could not be answered.
    """

    failed = Signal(str)
    _answered = Signal(object, object)

    def __init__(self, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._newest: dict[str, int] = {}
        self._waiting: dict[str, _Asked] = {}
        self._running: _Asked | None = None
        self._beside: Library | None = None
        self._closed = False
        self._turn = threading.Condition()
        self._thread: threading.Thread | None = None
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def ask(self, kind: str, question: Callable[[Library], T], take: Callable[[T], None]) -> None:
        """Asks `question`, of a library that is open for reading; `take` gets the answer if no newer one is asked."""
        with self._turn:
            if self._closed:
                return
            number = self._newest[kind] = self._newest.get(kind, 0) + 1
            self._waiting[kind] = _Asked(kind, number, question, take)
            self._break_off(kind)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="verbatim-asking", daemon=True)
                self._thread.start()
            self._turn.notify()

    def forget(self, *kinds: str) -> None:
        """Wants no answer any more to what was asked of these kinds."""
        with self._turn:
            for kind in kinds:
                self._newest[kind] = self._newest.get(kind, 0) + 1
                self._waiting.pop(kind, None)
                self._break_off(kind)

    def is_busy(self) -> bool:
        """Whether anything is still to be answered."""
        with self._turn:
            return bool(self._waiting) or self._running is not None

    def close(self) -> None:
        """Answers nothing any more, and lets go of the library's files."""
        with self._turn:
            self._closed = True
            self._waiting.clear()
            if self._running is not None:
                self._break_off(self._running.kind)
            self._turn.notify()
        if self._thread is not None:
            self._thread.join(PATIENCE_S)
            self._thread = None

    def _break_off(self, kind: str) -> None:
        if self._running is not None and self._running.kind == kind and self._beside is not None:
            self._beside.stop()

    def _work(self) -> None:
        while (asked := self._next()) is not None:
            answer: object
            try:
                self._beside = self._beside or self._library.beside()
                answer = asked.question(self._beside)
            except AnswerStopped:
                continue
            except VerbatimError as error:
                answer = error
            self._answered.emit(asked, answer)
        with self._turn:
            beside, self._beside, self._running = self._beside, None, None
        if beside is not None:
            beside.close()

    def _next(self) -> _Asked | None:
        with self._turn:
            self._running = None
            self._turn.wait_for(lambda: self._closed or self._waiting)
            if self._closed:
                return None
            self._running = self._waiting.pop(next(iter(self._waiting)))
            return self._running

    def _deliver(self, asked: _Asked, answer: object) -> None:
        if self._closed or asked.number != self._newest[asked.kind]:
            return
        if isinstance(answer, VerbatimError):
            self.failed.emit(str(answer))
        else:
            asked.take(answer)
