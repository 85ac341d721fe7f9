"""Long work off the window's thread: two queues, one for cleaning and one for analysis, each with a process of its own.

What happens is told as events on the queue's thread; whoever draws a window brings them to its own.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from reader.article import Analysis, Article, Capture, analysis_from, article_from, article_record
from reader.work.hand import Hand, JobFailed
from reader.work.messages import Header

CLEANING_S = 15
ANALYSIS_S = 120


@dataclass(frozen=True)
class Progress:
    """The job `key` is now at `stage`: `cleaning` or `analysing`; `waiting` counts the jobs behind it."""

    key: str
    stage: str
    waiting: int


@dataclass(frozen=True)
class Cleaned:
    key: str
    article: Article


@dataclass(frozen=True)
class Analysed:
    key: str
    analysis: Analysis


@dataclass(frozen=True)
class Failed:
    """The job came to nothing. `sentence` is for the reader; `report` is there where it was our fault."""

    key: str
    stage: str
    sentence: str
    report: str = ""


Event = Progress | Cleaned | Analysed | Failed


@dataclass(frozen=True)
class _Job:
    key: str
    header: Header
    body: bytes


class Workshop:
    """Cleans captures and analyses articles in worker processes and tells `on_event`, from a thread of its own."""

    def __init__(self, on_event: Callable[[Event], None]) -> None:
        self._benches = {
            "clean": _Bench("clean", "cleaning", CLEANING_S, _cleaned, on_event),
            "analyse": _Bench("analyse", "analysing", ANALYSIS_S, _analysed, on_event),
        }

    def clean(self, key: str, capture: Capture, *, first: bool = False) -> None:
        """Puts a capture into the queue, at its head if `first`; `Cleaned` or `Failed` follows."""
        fields = {
            "media_type": capture.media_type,
            "name": capture.name,
            "how": capture.how,
            "captured_at": capture.captured_at.isoformat(),
            "url": capture.url,
            "encoding": capture.encoding,
            "raw": capture.raw,
        }
        self._benches["clean"].put(_Job(key, {"capture": fields}, capture.content), first)

    def analyse(self, key: str, article: Article, *, first: bool = False) -> None:
        """Puts an article into the queue, at its head if `first`; `Analysed` or `Failed` follows."""
        self._benches["analyse"].put(_Job(key, {"article": article_record(article)}, b""), first)

    def warm_up(self) -> None:
        """Starts the processes and loads their models before the first job comes."""
        for bench in self._benches.values():
            bench.warm_up()

    def cancel(self, key: str) -> None:
        """Takes the job out of its queue, or stops it; one that was under way ends as `Failed`."""
        for bench in self._benches.values():
            bench.cancel(key)

    def close(self) -> None:
        """Stops all work at once and waits until the processes are gone. Nothing is told any more."""
        for bench in self._benches.values():
            bench.close()


class _Bench:
    """One queue, one thread, one process."""

    def __init__(
        self,
        role: str,
        stage: str,
        seconds: int,
        outcome: Callable[[str, Header], Event],
        on_event: Callable[[Event], None],
    ) -> None:
        self._hand = Hand(role)
        self._stage, self._seconds, self._outcome, self._tell = stage, seconds, outcome, on_event
        self._jobs: deque[_Job] = deque()
        self._current: str | None = None
        self._warm = False
        self._closing = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._work, name=f"verbatim-{role}", daemon=True)
        self._thread.start()

    def put(self, job: _Job, first: bool) -> None:
        with self._changed:
            (self._jobs.appendleft if first else self._jobs.append)(job)
            self._changed.notify()

    def warm_up(self) -> None:
        with self._changed:
            self._warm = True
            self._changed.notify()

    def cancel(self, key: str) -> None:
        with self._changed:
            self._jobs = deque(job for job in self._jobs if job.key != key)
            if self._current == key:
                self._hand.stop()

    def close(self) -> None:
        with self._changed:
            self._closing = True
            self._jobs.clear()
            self._changed.notify()
        self._hand.retire()
        self._thread.join()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._jobs or self._warm or self._closing)
                if self._closing:
                    break
                self._warm = False
                job = self._jobs.popleft() if self._jobs else None
                self._current = job.key if job else None
                waiting = len(self._jobs)
            if job is None:
                self._prepare()
                continue
            self._say(Progress(job.key, self._stage, waiting))
            self._say(self._result(job))
            self._current = None
        self._hand.close()

    def _prepare(self) -> None:
        try:
            self._hand.ready()
        except JobFailed:
            return  # the first job will say so

    def _result(self, job: _Job) -> Event:
        try:
            return self._outcome(job.key, self._hand.ask(job.header, job.body, self._seconds))
        except JobFailed as failure:
            return Failed(job.key, self._stage, str(failure), failure.report)

    def _say(self, event: Event) -> None:
        if not self._closing:
            self._tell(event)


def _cleaned(key: str, answer: dict[str, Any]) -> Event:
    return Cleaned(key, article_from(answer["article"]))


def _analysed(key: str, answer: dict[str, Any]) -> Event:
    return Analysed(key, analysis_from(answer["analysis"]))
