"""Adding an article to the library from the terminal, by the steps that the window takes: keep, clean, add, analyse."""

from __future__ import annotations

import queue
from contextlib import closing

from reader.article import Capture, UnreadableInput
from reader.cli.pipeline import named
from reader.library import Library
from reader.work import Analysed, Cleaned, Event, Failed, Workshop


def added(library: Library, capture: Capture) -> str:
    """Adds the capture's article with its analysis, and says in one line what came of it; UnreadableInput if none."""
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    with closing(Workshop(events.put)) as shop:
        shop.clean("article", capture)
        number = 0
        line = ""
        while True:
            match events.get():
                case Failed(sentence=sentence) if not number:
                    raise UnreadableInput(named(capture.name, sentence))
                case Cleaned(article=article):
                    result = library.add(library.keep(capture), article)
                    number, title = result.id, article.title or capture.name
                    if result.duplicate:
                        return f"{title}: it is in the library already, as number {number}."
                    line = f"{title}: added as number {number}."
                    shop.analyse("article", article)
                case Analysed(analysis=analysis):
                    library.store_analysis(number, analysis)
                    return line
                case Failed(sentence=sentence):
                    return f"{line} Who said what is not known: {sentence}"
