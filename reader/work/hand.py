"""One worker process as its parent sees it: started when needed, asked one thing at a time, replaced when it dies."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
import threading
from pathlib import Path

import reader
from reader.article import VerbatimError
from reader.work.messages import Header, receive, send

START_S = 120
JOBS_PER_PROCESS = {"analyse": 200}
MOST_JOBS = 2000
"""After so many jobs a process is replaced by a fresh one, which takes a second or two; the models' part sooner, because
what they remember of words grows."""
PATIENCE = 1 if sys.platform == "win32" else 5
"""A job may take so many times its seconds by the clock: the system counts those of the processor, and a busy machine
gives a process few of them."""
CANCELLED = "It was cancelled."
"""What is said of a job that was stopped on purpose."""


class JobFailed(VerbatimError):  # noqa: N818 - reads as what happened
    """A job came to nothing; `report` is what a developer needs where it was our fault."""

    def __init__(self, sentence: str, report: str = "") -> None:
        super().__init__(sentence)
        self.report = report


class Hand:
    """A worker process of one role ("clean", "analyse"). Not thread-safe, but for `stop`, which any thread may call."""

    def __init__(self, role: str) -> None:
        self.role = role
        self.confined = False
        self._process: subprocess.Popen[bytes] | None = None
        self._jobs = 0
        self._most_jobs = JOBS_PER_PROCESS.get(role, MOST_JOBS)
        self._stopped = False
        self._retired = False

    def ready(self) -> None:
        """Starts the process and waits until its models are loaded; JobFailed where it cannot start."""
        if self._process is not None and self._process.poll() is None and self._jobs < self._most_jobs:
            return
        self._end()
        if self._retired:
            raise JobFailed(CANCELLED)
        self._process = subprocess.Popen(
            _command(self.role),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=Path(reader.__file__).resolve().parent.parent,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._jobs = 0
        message, _ = self._answer(START_S)
        if message is None or "ready" not in message[0]:
            self._end()
            raise JobFailed(
                f"The part of Verbatim that does this ({self.role}) could not be started; start Verbatim anew."
            )
        self.confined = bool(message[0]["confined"])

    def ask(self, header: Header, body: bytes, seconds: int) -> tuple[Header, bytes]:
        """The process's answer and the bytes that go with it; JobFailed with a sentence where the job failed, took over `seconds`, or killed it."""
        self.ready()
        process = self._process
        assert process is not None and process.stdin is not None
        self._jobs += 1
        try:
            send(process.stdin, {**header, "seconds": seconds}, body)
        except OSError:
            self._end()
            raise JobFailed("The part of Verbatim that does this stopped; try again.") from None
        message, timed_out = self._answer(seconds * PATIENCE)
        if message is None:
            stopped = self._stopped
            self._end()
            if stopped:
                raise JobFailed(CANCELLED)
            if timed_out or process.returncode == -getattr(signal, "SIGXCPU", 0):
                raise JobFailed(f"It took longer than {seconds} seconds and was given up.")
            raise JobFailed(
                "It could not be worked through: it takes too much time or memory, or is built to break readers."
            )
        answer, parts = message
        if "error" in answer:
            raise JobFailed(answer["error"])
        if "bug" in answer:
            raise JobFailed("Verbatim made a mistake on it; nothing is lost, the original is kept.", answer["bug"])
        return answer, parts

    def stop(self) -> None:
        """Ends the process now, whatever it is doing; the next `ask` starts another."""
        self._stopped = True
        self._kill()

    def retire(self) -> None:
        """Stops, and starts no process any more."""
        self._retired = True
        self.stop()

    def close(self) -> None:
        """Ends the process; the hand may still be asked again."""
        self._end()

    def _answer(self, seconds: float) -> tuple[tuple[Header, bytes] | None, bool]:
        """What the process says within `seconds` (None: nothing, it is dead), and whether its time was up."""
        process = self._process
        assert process is not None and process.stdout is not None
        deadline = threading.Timer(seconds, self._kill)
        deadline.daemon = True
        deadline.start()
        try:
            message = receive(process.stdout)
        except (ValueError, OSError):
            message = None
        timed_out = not deadline.is_alive()
        deadline.cancel()
        return message, timed_out

    def _kill(self) -> None:
        process = self._process
        if process is not None and process.poll() is None:
            process.kill()

    def _end(self) -> None:
        process, self._process = self._process, None
        self._stopped = False
        if process is None:
            return
        if process.poll() is None:
            process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()


def _command(role: str) -> list[str]:
    if getattr(sys, "frozen", False):  # an installed bundle has no `-m`; its own program takes the hidden command
        return [sys.executable, "work", role]
    return [sys.executable, "-m", "reader.work", role]
