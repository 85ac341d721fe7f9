"""The worker process: takes captures and articles from its input, answers with articles and analyses.

It is started by `hand.py`, confines itself before it reads anything foreign, and may be killed at any time.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from datetime import datetime

from reader.article import Capture, VerbatimError, analysis_record, article_from, article_record
from reader.intake import ZIP
from reader.work.confinement import forbid_files_and_network, limit_resources, limit_time
from reader.work.messages import Header, receive, send

NICE = 5
"""By so much what works in the background steps back behind what a reader waits for."""
Job = Callable[[Header, bytes], tuple[Header, bytes]]


def _clean(header: Header, body: bytes) -> tuple[Header, bytes]:
    """A capture's article; of an archive, the files in it."""
    from reader.cleaning import clean, parts_of

    fields = header["capture"]
    captured_at = datetime.fromisoformat(fields.pop("captured_at"))
    capture = Capture(content=body, captured_at=captured_at, **fields)
    if capture.media_type != ZIP:
        return {"article": article_record(clean(capture))}, b""
    parts = list(parts_of(capture))
    return {"parts": [[p.name, len(p.content), p.fault] for p in parts]}, b"".join(p.content for p in parts)


def _analyse(header: Header, _body: bytes) -> tuple[Header, bytes]:
    from reader.analysis import analyse

    return {"analysis": analysis_record(analyse(article_from(header["article"])))}, b""


def _prepare_cleaning() -> None:
    import reader.cleaning  # noqa: F401


def _prepare_analysis() -> None:
    from reader.analysis import warm_up

    warm_up()


def _source(header: Header, body: bytes) -> tuple[Header, bytes]:
    """What came from the network: a feed, a page, one item, a list of feeds, a picture."""
    from reader.work.source_jobs import JOBS

    return JOBS[header["do"]](header, body)


def _prepare_source() -> None:
    from reader.work.source_jobs import prepare

    prepare()


def _mean(header: Header, _body: bytes) -> tuple[Header, bytes]:
    """The vector of a question, or of an article."""
    from reader.analysis.meaning import encoder

    if "question" in header:
        return {}, encoder().question(header["question"])
    return {}, encoder().article(header["title"], header["text"])


def _prepare_mean() -> None:
    from reader.analysis.meaning import encoder

    if hasattr(os, "nice"):
        os.nice(NICE)
    encoder().question("a first question takes longer")


ROLES: dict[str, tuple[Job, Callable[[], None], int]] = {
    "clean": (_clean, _prepare_cleaning, 2048),
    "source": (_source, _prepare_source, 2048),
    "analyse": (_analyse, _prepare_analysis, 6144),
    "mean": (_mean, _prepare_mean, 4096),
}
"""For each role its job, what to load before the first one, and its share of memory in MiB."""


def serve(role: str) -> int:
    """Answers messages until the input ends. Every answer is a result, a sentence for a person, or a bug's report."""
    job, prepare, memory_mib = ROLES[role]
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # a library that prints must not speak into our answers
    confined = forbid_files_and_network()
    limit_resources(memory_mib)
    prepare()
    send(answers, {"ready": role, "confined": confined})
    while (message := receive(sys.stdin.buffer)) is not None:
        header, body = message
        parts = b""
        limit_time(header.get("seconds", 60))
        try:
            answer, parts = job(header, body)
        except VerbatimError as error:
            answer = {"error": str(error)}
        except MemoryError:
            answer = {"error": "It needs more memory than one article may take."}
        except Exception:
            answer = {"bug": traceback.format_exc()}
        send(answers, answer, parts)
    return 0
