"""From files to contract records: read, cleaned and analysed in worker processes, given back in the order asked for."""

from __future__ import annotations

import queue
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from reader.article import Article, Capture, Record, UnreadableInput, VerbatimError, is_address, public_record
from reader.intake import MAX_BYTES, articles_in, read_path, read_stream
from reader.work import Analysed, Cleaned, Event, Failed, Refused, Unpacked, Workshop

IN_FLIGHT = 8
"""How many files are read ahead of the slowest one; bounds the memory that many files take."""


def captured(path: str, *, raw: bool = False, base_url: str | None = None) -> Capture:
    """The capture of a file, or of standard input for "-"; UnreadableInput where it is none."""
    if not path:
        raise UnreadableInput("A file without a name was given; check what the command was told.")
    if is_address(path):
        raise UnreadableInput(f"{path} is an address, and files are read here; fetch it with: verbatim add {path}.")
    if path == "-":
        capture = read_stream(sys.stdin.buffer.read(MAX_BYTES + 1), raw=raw)
    else:
        capture = read_path(Path(path), raw=raw)
    return replace(capture, url=base_url) if base_url else capture


def spread(paths: Iterable[str]) -> list[str]:
    """The paths, each folder replaced by the articles in it; addresses, "-" and "", which is no folder, stay as they are."""
    return [
        found
        for path in paths
        for found in (map(str, articles_in([Path(path)])) if path not in {"-", ""} and not is_address(path) else [path])
    ]


def records(
    paths: Iterable[str],
    *,
    raw: bool = False,
    base_url: str | None = None,
    of_cleaned: Callable[[str, Article], Record] | None = None,
) -> Iterator[Record]:
    """One record for each path, in order, of a folder for each article in it: the contract's object, or `path` and `error` where it came to nothing.

    With `of_cleaned` nothing is analysed: it makes the record of the path and its clean article. An archive gives a record for each file in it, whose path is the archive's and the name inside.
    """
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    names = {str(position): path for position, path in enumerate(spread(paths))}
    order = deque(names)
    waiting = iter(list(names))
    done: dict[str, Record] = {}
    cleaned: dict[str, Article] = {}
    in_flight: set[str] = set()
    with closing(Workshop(events.put)) as shop:
        while order:
            while order[0] not in done:
                while len(in_flight) < IN_FLIGHT and (key := next(waiting, None)) is not None:
                    try:
                        shop.clean(key, captured(names[key], raw=raw, base_url=base_url))
                        in_flight.add(key)
                    except VerbatimError as error:
                        done[key] = {"path": names[key], "error": str(error)}
                if order[0] in done:
                    break
                event = events.get()
                key = event.key
                match event:
                    case Cleaned(article=article) if of_cleaned is not None:
                        done[key] = of_cleaned(names[key], article)
                    case Cleaned(article=article):
                        cleaned[key] = article
                        shop.analyse(key, article)
                        continue
                    case Unpacked(parts=parts):
                        inner = {f"{key}.{number}": part for number, part in enumerate(parts)}
                        place = order.index(key)
                        order.remove(key)
                        for number, (part_key, part) in enumerate(inner.items()):
                            order.insert(place + number, part_key)
                            names[part_key] = names[key] + part.name.removeprefix(part.name.split("/")[0])
                            if isinstance(part, Refused):
                                done[part_key] = {"path": names[part_key], "error": part.sentence}
                            else:
                                in_flight.add(part_key)
                                shop.clean(part_key, part)
                    case Analysed(analysis=analysis):
                        done[key] = public_record(names[key], cleaned.pop(key), analysis)
                    case Failed(sentence=sentence, report=report):
                        cleaned.pop(key, None)
                        done[key] = {"path": names[key], "error": named(names[key], sentence)}
                        if report:
                            print(report, file=sys.stderr)
                    case _:
                        continue
                in_flight.discard(key)
            yield done.pop(order.popleft())


def named(path: str, sentence: str) -> str:
    """The sentence, with the file's name before it unless it names it already."""
    name = "standard input" if path == "-" else Path(path).name
    return sentence if name in sentence else f"{name}: {sentence[:1].lower()}{sentence[1:]}"
