"""Adding articles to the library from the terminal, by the steps that the window takes: keep, clean, add, analyse."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from contextlib import closing

from reader.article import Capture, LibraryError, UnreadableInput, VerbatimError
from reader.cli.pipeline import named
from reader.library import Library
from reader.work import Analysed, Cleaned, Event, Failed, Refused, Unpacked, Workshop


def added(library: Library, capture: Capture) -> Iterator[str | VerbatimError]:
    """Adds the capture's article with its analysis; of an archive, each file's.

    Yields for each a line that says what came of it, or the error that says why it came to nothing.
    """
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    with closing(Workshop(events.put)) as shop:
        parts: list[Capture | Refused] = [capture]
        for part in parts:
            if isinstance(part, Refused):
                yield UnreadableInput(part.sentence)
                continue
            try:
                shop.clean("article", part)
                match _result(events):
                    case Unpacked(parts=inner):
                        parts.extend(inner)
                    case result:
                        yield _outcome(result, library, part, shop, events)
            except (UnreadableInput, LibraryError) as error:
                yield error


def _result(events: queue.SimpleQueue[Event]) -> Event:
    """The next event that ends a job."""
    while True:
        match events.get():
            case Cleaned() | Unpacked() | Analysed() | Failed() as result:
                return result


def _outcome(
    result: Event, library: Library, capture: Capture, shop: Workshop, events: queue.SimpleQueue[Event]
) -> str:
    """What came of a capture that was cleaned; UnreadableInput where that failed."""
    match result:
        case Failed(sentence=sentence):
            raise UnreadableInput(named(capture.name, sentence))
        case Cleaned(article=article):
            kept = library.add(library.keep(capture), article)
            title = article.title or capture.name
            if kept.duplicate:
                return f"{title}: it is in the library already, as number {kept.id}."
            line = f"{title}: added as number {kept.id}."
            shop.analyse("article", article)
            match _result(events):
                case Analysed(analysis=analysis):
                    library.store_analysis(kept.id, analysis)
                case Failed(sentence=sentence):
                    return f"{line} Who said what is not known: {sentence}"
            return line
    raise AssertionError(result)


def analysed(library: Library, article: int) -> str:
    """Analyses an article that was added; a sentence to add where that failed."""
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    with closing(Workshop(events.put)) as shop:
        shop.analyse("article", library.opened(article).article)
        match _result(events):
            case Analysed(analysis=analysis):
                library.store_analysis(article, analysis)
            case Failed(sentence=sentence):
                return f" Who said what is not known: {sentence}"
    return ""
