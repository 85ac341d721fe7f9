"""Long work off the window's thread: two queues, one for cleaning and one for analysis, each with a process of its own.

What happens is told as events on the queue's thread; whoever draws a window brings them to its own.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reader.article import Analysis, Article, Capture, UnreadableInput, analysis_from, article_from, article_record
from reader.intake import ZIP, read_stream
from reader.work.hand import CANCELLED, Hand, JobFailed
from reader.work.messages import Header

CLEANING_S = 15
DOCUMENT_S = 60
"""A PDF or a book may have hundreds of pages."""
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
class Refused:
    """A file in an archive that is no article: its name, and the sentence that says why."""

    name: str
    sentence: str


@dataclass(frozen=True)
class Unpacked:
    """The capture was an archive: these are the files in it, in its order, each to be cleaned by itself."""

    key: str
    parts: tuple[Capture | Refused, ...]


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


Event = Progress | Cleaned | Unpacked | Analysed | Failed


@dataclass(frozen=True)
class _Job:
    key: str
    header: Header
    body: bytes
    seconds: int


class Workshop:
    """Cleans captures and analyses articles in worker processes and tells `on_event`, from a thread of its own."""

    def __init__(self, on_event: Callable[[Event], None]) -> None:
        self._benches = {
            "clean": _Bench("clean", "cleaning", _cleaned, on_event),
            "analyse": _Bench("analyse", "analysing", _analysed, on_event),
        }

    def clean(self, key: str, capture: Capture, *, first: bool = False) -> None:
        """Puts a capture into the queue, at its head if `first`; `Cleaned`, `Failed` or, of an archive, `Unpacked` follows."""
        fields = {
            "media_type": capture.media_type,
            "name": capture.name,
            "how": capture.how,
            "captured_at": capture.captured_at.isoformat(),
            "url": capture.url,
            "encoding": capture.encoding,
            "raw": capture.raw,
        }
        seconds = CLEANING_S if capture.raw or capture.media_type in {"text/html", "text/plain"} else DOCUMENT_S
        self._benches["clean"].put(_Job(key, {"capture": fields}, capture.content, seconds), first)

    def analyse(self, key: str, article: Article, *, first: bool = False) -> None:
        """Puts an article into the queue, at its head if `first`; `Analysed` or `Failed` follows."""
        self._benches["analyse"].put(_Job(key, {"article": article_record(article)}, b"", ANALYSIS_S), first)

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
        outcome: Callable[[_Job, Header, bytes], Event],
        on_event: Callable[[Event], None],
    ) -> None:
        self._hand = Hand(role)
        self._stage, self._outcome, self._tell = stage, outcome, on_event
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
            return self._outcome(job, *self._hand.ask(job.header, job.body, job.seconds))
        except JobFailed as failure:
            return Failed(job.key, self._stage, _named(job, str(failure)), failure.report)

    def _say(self, event: Event) -> None:
        if not self._closing:
            self._tell(event)


def _named(job: _Job, sentence: str) -> str:
    """The sentence, with the name of what was to be cleaned before it unless it names it already."""
    name = job.header.get("capture", {}).get("name", "")
    return (
        sentence
        if not name or name in sentence or sentence == CANCELLED
        else f"{name}: {sentence[:1].lower()}{sentence[1:]}"
    )


def _cleaned(job: _Job, answer: Header, parts: bytes) -> Event:
    if "parts" in answer:
        return Unpacked(job.key, tuple(_parts(answer["parts"], parts, job.header["capture"])))
    return Cleaned(job.key, article_from(answer["article"]))


def _parts(listed: Iterable[tuple[str, int, str]], content: bytes, archive: Header) -> Iterator[Capture | Refused]:
    """The files of an archive as captures, each looked at like a file that came alone."""
    at = 0
    for name, size, fault in listed:
        piece, at = content[at : at + size], at + size
        if fault:
            yield Refused(name, fault)
            continue
        try:
            part = read_stream(piece, name=name, how=archive["how"], raw=archive["raw"], url=archive["url"])
        except UnreadableInput as error:
            yield Refused(name, str(error))
            continue
        nested = f"{name} is an archive within an archive; unpack it and add what is inside."
        yield Refused(name, nested) if part.media_type == ZIP else part


def _analysed(job: _Job, answer: Header, _parts: bytes) -> Event:
    return Analysed(job.key, analysis_from(answer["analysis"]))
