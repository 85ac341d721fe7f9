"""Asking the library on a thread of its own, so that the window never waits for a long answer."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from reader.article import LibraryError
from reader.library import Library

T = TypeVar("T")
Job = tuple[str, int, Callable[[Library], Any]]
PATIENCE_S = 10


class Asker(QObject):
    """Answers come back on the window's thread. Of several questions of one kind only the newest is answered.

    `failed` carries the sentence of a question that could not be answered.
    """

    failed = Signal(str)
    _answered = Signal(str, int, object)

    def __init__(self, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = library.folder
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._newest: dict[str, int] = {}
        self._takers: dict[str, Callable[[Any], None]] = {}
        self._thread: threading.Thread | None = None
        self._answered.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def ask(self, kind: str, question: Callable[[Library], T], take: Callable[[T], None]) -> None:
        """Asks `question`, of a library that is open for reading; `take` gets the answer if no newer one is asked."""
        number = self._newest[kind] = self._newest.get(kind, 0) + 1
        self._takers[kind] = take
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="verbatim-asking", daemon=True)
            self._thread.start()
        self._jobs.put((kind, number, question))

    def close(self) -> None:
        """Answers nothing any more, and lets go of the library's files."""
        self._newest, self._takers = {}, {}
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join(PATIENCE_S)
            self._thread = None

    def _work(self) -> None:
        library: Library | None = None
        while (job := self._jobs.get()) is not None:
            kind, number, question = job
            if self._newest.get(kind) != number:
                continue
            answer: object
            try:
                library = library or Library.open(self._folder, read_only=True)
                answer = question(library)
            except LibraryError as error:
                answer = error
            self._answered.emit(kind, number, answer)
        if library is not None:
            library.close()

    def _take(self, kind: str, number: int, answer: object) -> None:
        if self._newest.get(kind) != number:
            return
        if isinstance(answer, LibraryError):
            self.failed.emit(str(answer))
        else:
            self._takers[kind](answer)
