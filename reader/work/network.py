"""The network on a thread of its own: asked from anywhere, answers by callback, never more under way than can be used."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.article import host_of

if TYPE_CHECKING:
    from reader.intake.web import Ask, Credentials, FetchFailed, Got, Limits

UNUSED = 16
"""So many answers may wait to be worked through; before that no more is asked for, so that memory stays bounded."""

Then = Callable[["Got | FetchFailed"], None]


class Network:
    """Makes requests in one event loop. `then` is called on the network's thread; `used` says that its answer is done
    with."""

    def __init__(self, limits: Limits | None = None, credentials: Credentials | None = None) -> None:
        self._limits, self._credentials = limits, credentials
        self._loop = asyncio.new_event_loop()
        self._tasks: set[asyncio.Task[None]] = set()
        self._next: dict[str, float] = {}
        self._unused = asyncio.Semaphore(UNUSED)
        self._started = threading.Event()
        self._thread = threading.Thread(target=self._run, name="verbatim-network", daemon=True)
        self._thread.start()

    def ask(self, ask: Ask, then: Then, *, pause_s: float = 0) -> None:
        """Asks, and tells `then`. With `pause_s`, no sooner after the last such request to the same host."""
        delay = 0.0
        if pause_s:
            host, now = host_of(ask.url), time.monotonic()
            at = max(now, self._next.get(host, 0.0))
            self._next[host] = at + pause_s
            delay = at - now
        self._loop.call_soon_threadsafe(self._begin, ask, then, delay)

    def used(self) -> None:
        """An answer was worked through: another one may be asked for."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._release)

    def close(self) -> None:
        """Breaks everything off."""
        self._started.wait()
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop)
            self._thread.join()

    def _run(self) -> None:
        from reader.intake.web import LIMITS, Fetcher, nobody  # it brings the client, which takes a while

        asyncio.set_event_loop(self._loop)

        async def make() -> Fetcher:
            return Fetcher(self._limits or LIMITS, self._credentials or nobody)

        self._fetcher = self._loop.run_until_complete(make())
        self._started.set()
        try:
            self._loop.run_forever()
        finally:
            pending = list(self._tasks)
            for task in pending:
                task.cancel()
            self._loop.run_until_complete(asyncio.gather(*pending, return_exceptions=True))
            self._loop.run_until_complete(self._fetcher.close())
            self._loop.close()

    def _begin(self, ask: Ask, then: Then, delay: float) -> None:
        task = self._loop.create_task(self._fetch(ask, then, delay))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _fetch(self, ask: Ask, then: Then, delay: float) -> None:
        from reader.intake.web import Cause, FetchFailed

        await asyncio.sleep(delay)
        room = _Room(self._unused)
        try:
            answer: Got | FetchFailed = await self._fetcher.fetch(ask, room.take)
        except FetchFailed as failure:
            answer = failure
        except asyncio.CancelledError:
            raise
        except Exception as error:  # a bug of ours or of the client's costs this request alone
            answer = FetchFailed(
                Cause.WRONG, f"{host_of(ask.url)} could not be asked ({type(error).__name__}); report this."
            )
        await room.take()
        then(answer)

    def _release(self) -> None:
        self._unused.release()

    def _stop(self) -> None:
        self._loop.stop()


class _Room:
    """The room of one answer among those that wait, taken once: what only waits for its host's turn takes none, so that
    one slow host never holds up the others."""

    def __init__(self, free: asyncio.Semaphore) -> None:
        self._free, self._taken = free, False

    async def take(self) -> None:
        if not self._taken:
            await self._free.acquire()
            self._taken = True
