"""What all errands to the network share: the library, the worker, the network, and a queue that is worked off in order
of urgency, on one thread."""

from __future__ import annotations

import itertools
import queue
import threading
import time
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from enum import IntEnum
from typing import TYPE_CHECKING

from reader.article import LibraryError
from reader.library import Library
from reader.work.gathered import Gathered, Left, Trouble
from reader.work.network import Network
from reader.work.source_desk import SourceDesk

if TYPE_CHECKING:
    from reader.intake.web import Ask, FetchFailed, Got

Act = Callable[[], None]
STILL_THERE_S = 20
"""So long after an answer the network is not taken for gone."""


class Urgency(IntEnum):
    """In which order what is waiting is worked off."""

    READER = 0
    FEED = 1
    ITEMS = 2
    PICTURES = 3


class Round:
    """The queue and who serves it. `later` and `ask` may be called from any thread; what they bring runs on the one."""

    def __init__(
        self, library: Library, network: Network, tell: Callable[[Gathered], None], desk: SourceDesk | None = None
    ) -> None:
        self.library, self.network = library, network
        self.sources = library.sources
        self.desk = desk or SourceDesk()
        self.busy: set[str] = set()
        self._tell = tell
        self._queue: queue.PriorityQueue[tuple[int, int, int, Act]] = queue.PriorityQueue()
        self._numbers = itertools.count()
        self._open = 0
        self._lock = threading.Lock()
        self._unreached: set[str] = set()
        self._answered_at = -float("inf")
        self.closing = threading.Event()

    def tell(self, event: Gathered) -> None:
        if not self.closing.is_set():
            self._tell(event)

    def now(self) -> datetime:
        return datetime.now(UTC)

    def network_is_gone(self, key: str) -> None:
        """Notes what could not be reached, unless others answered just now: then it is that host alone that is gone."""
        if time.monotonic() - self._answered_at > STILL_THERE_S:
            self._unreached.add(key)

    def network_answered(self) -> set[str]:
        """Notes that something answered; what could not be reached before, once."""
        self._answered_at = time.monotonic()
        back, self._unreached = self._unreached, set()
        return back

    def later(self, urgency: Urgency, act: Act, turn: int = 0) -> None:
        """Puts a piece of work into the queue. Of what is as urgent, the lower turn comes first: whoever has many pieces
        gives each a later one, and does not hold up who has few."""
        with self._lock:
            self._open += 1
        self._queue.put((urgency, turn, next(self._numbers), act))

    def ask(self, ask: Ask, urgency: Urgency, then: Callable[[Got | FetchFailed], None], *, pause_s: float = 0) -> None:
        """Asks the network; `then` runs on the errands' thread, in its turn."""
        with self._lock:
            self._open += 1

        def came(answer: Got | FetchFailed) -> None:
            def act() -> None:
                try:
                    then(answer)
                finally:
                    self.network.used()

            self._queue.put((urgency, 0, next(self._numbers), act))

        self.network.ask(ask, came, pause_s=pause_s)

    def serve(self, seconds: float) -> None:
        """Works off what is waiting, or what comes within so many seconds; then returns."""
        try:
            *_, act = self._queue.get(timeout=seconds)
        except queue.Empty:
            return
        try:
            if not self.closing.is_set():
                act()
        except LibraryError as error:
            self.tell(Trouble(str(error)))
        except Exception:
            self.tell(Trouble("Verbatim made a mistake with what came from the network.", traceback.format_exc()))
        finally:
            with self._lock:
                self._open -= 1
                left = self._open
            self.tell(Left(left))

    def wake(self) -> None:
        """Lets `serve` return at once."""
        self._queue.put((-1, 0, next(self._numbers), lambda: None))
        with self._lock:
            self._open += 1
