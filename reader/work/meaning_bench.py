"""Working out what articles are about, and what a reader looks for, by the model of meaning, in a process of its own.

Articles are taken one at a time, newest first, while nothing else is worked on; a question comes between two of them.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress

from reader.article import VerbatimError, resource
from reader.library import Library, Unmeant
from reader.work.hand import Hand, JobFailed

VERSION = "1"
"""Names the model and how articles are given to it; the vectors of another are dropped."""
MODEL = "models/meaning/model.onnx"
AT_ONCE = 16
JOB_S = 20
PATIENCE_S = 0.2
"""So long a question waits for its vector: longer, and it is first answered by the words alone."""
SETTLE_S = 8.0
"""So long after the start nothing is worked out: until then others need the processor."""
PAUSE_S = 2.0
"""So often it is looked whether others have stopped working."""
IDLE_S = 300.0
"""The process ends when nothing was asked of it for so long."""
MOST_KEPT = 64


class MeaningBench:
    """Fills an open library with vectors from a thread of its own, and gives those of questions to any thread.

    `busy` says whether something goes before; `ready` is called, from that thread, when a question that could not be
    answered at once would be now.
    """

    def __init__(self, library: Library, busy: Callable[[], bool], ready: Callable[[], None]) -> None:
        self._library, self._busy, self._ready = library, busy, ready
        self._hand = Hand("mean")
        self._one = threading.Lock()
        self._turn = threading.Condition()
        self._known: dict[str, bytes] = {}
        self._on = self._closing = self._wanted = self._missed = self._dropping = self._warm = False
        self._used = 0.0
        self._thread: threading.Thread | None = None

    @staticmethod
    def available() -> bool:
        """Whether the model ships with this application."""
        return resource(MODEL).is_file()

    def turn(self, on: bool) -> None:
        """Begins or ends it; when it is ended, the vectors that there are are dropped."""
        if self._library.read_only:
            return
        with self._turn:
            self._on = on and self.available()
            self._dropping, self._wanted = not on, True
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="verbatim-meaning", daemon=True)
                self._thread.start()
            self._turn.notify()

    def look(self) -> None:
        """Looks for articles that have no vector."""
        with self._turn:
            self._wanted = True
            self._turn.notify()

    def question(self, words: str) -> bytes | None:
        """The vector of a question; None where it cannot be had soon enough, or this is switched off."""
        if not self._on or self._closing:
            return None
        if words in self._known:
            return self._known[words]
        if not self._warm or not self._one.acquire(timeout=PATIENCE_S):
            with self._turn:
                self._missed = True
                self._turn.notify()
            return None
        try:
            self._used = time.monotonic()
            vector = self._hand.ask({"question": words}, b"", JOB_S)[1]
        except JobFailed:
            return None
        finally:
            self._one.release()
        if len(self._known) >= MOST_KEPT:
            self._known.pop(next(iter(self._known)))
        self._known[words] = vector
        return vector

    def close(self) -> None:
        """Stops at once, and waits until thread and process are gone."""
        with self._turn:
            self._closing = True
            self._turn.notify()
        self._hand.retire()
        if self._thread is not None:
            self._thread.join()

    # ---- On its own thread

    def _work(self) -> None:
        self._wait(lambda: self._missed or self._dropping, SETTLE_S)
        while not self._closing:
            with suppress(VerbatimError):  # what did not come about is tried again with the next article
                self._drop_or_fill()
            if not self._wait(lambda: self._wanted or self._missed, IDLE_S if self._warm else None):
                self._rest()
        with self._one:
            self._hand.close()

    def _drop_or_fill(self) -> None:
        self._wanted = False
        if self._dropping:
            self._dropping = False
            if self._library.meanings.are_there():
                self._library.meanings.drop()
        if self._on:
            self._answer_missed()
            self._fill()

    def _fill(self) -> None:
        """Works out what is missing, from the newest article down."""
        self._library.meanings.begin(VERSION)
        below: int | None = None
        while self._goes_on() and (waiting := self._library.meanings.missing(below, AT_ONCE)):
            made = [(each, vector) for each in waiting if (vector := self._vector_of(each)) is not None]
            if self._goes_on():
                self._library.meanings.keep(made)
            below = waiting[-1].article

    def _vector_of(self, article: Unmeant) -> bytes | None:
        """The vector of an article when it is its turn; None where this was ended meanwhile, or the model fails on it."""
        while self._goes_on() and self._busy():
            self._wait(lambda: self._missed or not self._on, PAUSE_S)
            self._answer_missed()
        self._answer_missed()
        if not self._goes_on():
            return None
        with self._one, suppress(JobFailed):
            self._hand.ready()
            self._warm, self._used = True, time.monotonic()
            return self._hand.ask({"title": article.title, "text": article.text}, b"", JOB_S)[1]
        return None

    def _answer_missed(self) -> None:
        """Loads the model where a question waits for it."""
        if self._missed and self._goes_on():
            self._missed = False
            with self._one:
                self._hand.ready()
                self._warm, self._used = True, time.monotonic()
            self._ready()

    def _rest(self) -> None:
        with self._one:
            if time.monotonic() - self._used >= IDLE_S:
                self._warm = False
                self._hand.close()

    def _goes_on(self) -> bool:
        return self._on and not self._closing

    def _wait(self, until: Callable[[], bool], seconds: float | None) -> bool:
        """Waits for something, or the end; whether it came within so many seconds."""
        with self._turn:
            return self._turn.wait_for(lambda: self._closing or until(), seconds)
