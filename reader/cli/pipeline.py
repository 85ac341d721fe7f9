"""From files to contract records: read, cleaned and analysed in worker processes, given back in the order asked for."""

from __future__ import annotations

import queue
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from reader.article import Article, Capture, Record, VerbatimError, public_record
from reader.intake import MAX_BYTES, read_path, read_stream
from reader.work import Analysed, Cleaned, Event, Failed, Workshop

IN_FLIGHT = 8
"""How many files are read ahead of the slowest one; bounds the memory that many files take."""


def captured(path: str, *, raw: bool = False, base_url: str | None = None) -> Capture:
    """The capture of a file, or of standard input for "-"; UnreadableInput where it is none."""
    if path == "-":
        capture = read_stream(sys.stdin.buffer.read(MAX_BYTES + 1), raw=raw)
    else:
        capture = read_path(Path(path), raw=raw)
    return replace(capture, url=base_url) if base_url else capture


def records(paths: Iterable[str], *, raw: bool = False, base_url: str | None = None) -> Iterator[Record]:
    """One record for each path, in order: the contract's object, or `path` and `error` where it came to nothing."""
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    names = dict(enumerate(paths))
    waiting = iter(names)
    done: dict[int, Record] = {}
    cleaned: dict[str, Article] = {}
    in_flight: set[int] = set()
    with closing(Workshop(events.put)) as shop:
        for position in names:
            while position not in done:
                while len(in_flight) < IN_FLIGHT and (key := next(waiting, None)) is not None:
                    try:
                        shop.clean(str(key), captured(names[key], raw=raw, base_url=base_url))
                        in_flight.add(key)
                    except VerbatimError as error:
                        done[key] = {"path": names[key], "error": str(error)}
                if position in done:
                    break
                event = events.get()
                key = int(event.key)
                match event:
                    case Cleaned(article=article):
                        cleaned[event.key] = article
                        shop.analyse(event.key, article)
                    case Analysed(analysis=analysis):
                        done[key] = public_record(names[key], cleaned.pop(event.key), analysis)
                        in_flight.discard(key)
                    case Failed(sentence=sentence, report=report):
                        cleaned.pop(event.key, None)
                        done[key] = {"path": names[key], "error": named(names[key], sentence)}
                        in_flight.discard(key)
                        if report:
                            print(report, file=sys.stderr)
            yield done.pop(position)


def named(path: str, sentence: str) -> str:
    """The sentence, with the file's name before it unless it names it already."""
    name = "standard input" if path == "-" else Path(path).name
    return sentence if name in sentence else f"{name}: {sentence[:1].lower()}{sentence[1:]}"
