"""From a paste, a drop or a file to an article in the library: kept at once, cleaned and analysed by the workshop."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import count, islice
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal

from reader.article import Capture, LibraryError, UnreadableInput, counted, is_address, seeds, tr
from reader.intake import ZIP, articles_in, from_text, read_path
from reader.library import Library
from reader.window.turns import Turns
from reader.work import Analysed, Cleaned, Event, Failed, Progress, Refused, Unpacked, Workshop

SAMPLE, AGAIN, NEW, ARCHIVE, ANALYSIS = "sample", "again", "new", "archive", "analysis"
AT_ONCE = 40
"""So many articles wait for their analysis in memory."""


class Adder(QObject):
    """Signals are facts: an article came in, was analysed, could not be read; `busy` says what is being done."""

    article_added = Signal(int, bool)
    article_changed = Signal(int)
    article_analysed = Signal(int)
    refused = Signal(str)
    address_given = Signal(str)
    busy = Signal(str)
    _told = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._jobs: set[str] = set()
        self._texts: dict[str, str] = {}
        self._newest: dict[int, str] = {}
        self._under_way = ""
        self._given_up: set[int] = set()
        self._numbers = count(1)
        self._turns = Turns(self)
        self._told.connect(self._take_turns)
        self.shop = Workshop(self._told.emit)

    def start(self) -> None:
        """Loads the models, brings the samples into a new library, and takes up what was left undone."""
        self.shop.warm_up()
        if self._library.new:
            for path in reversed(seeds()):
                self._turns.add(partial(self._take, partial(read_path, path, how="sample"), SAMPLE))
            self.busy.emit("Cleaning…")  # the worker process has yet to start
        self._turns.add(self._take_up_cleaning)
        self._turns.add(self.take_up)

    def _take_up_cleaning(self) -> None:
        """Cleans what was kept and not cleaned before the end of an earlier run."""
        for number in self._library.uncleaned():
            capture = self._library.kept_capture(number)
            if not {f"{SAMPLE}:{number}", f"{NEW}:{number}"} & self._jobs:
                self._clean(SAMPLE if capture.how == SAMPLE else NEW, number, capture)

    def is_busy(self) -> bool:
        """Whether anything is being cleaned or analysed, or waits for it; for any thread."""
        return bool(self._jobs)

    def take_up(self) -> None:
        """Analyses what has no analysis yet, the newest first; some at a time, for a feed may have brought thousands."""
        if len(self._newest) < AT_ONCE:
            waiting = (article for article in self._library.unanalysed() if article not in self._given_up)
            for article in islice((article for article in waiting if article not in self._newest), AT_ONCE):
                self.analyse(article)

    def add_paths(self, paths: Iterable[Path], how: str = "file") -> None:
        """Adds files, and the articles in folders; each that cannot be read is told in a sentence, the others go on."""
        for path in articles_in(paths):
            self._take(lambda path=path: read_path(path, how=how), NEW)  # type: ignore[misc]

    def add_mime(self, mime: QMimeData, how: str) -> None:
        """Adds what was pasted or dropped: files, a page, or text."""
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if files:
            self.add_paths(files, how)
        elif mime.hasText() or mime.hasHtml():
            text, html = mime.text(), mime.html() if mime.hasHtml() else None
            if is_address(text):
                self.address_given.emit(text.strip())
                return
            if html and not text.strip():
                text = f"<!doctype html>{html}"  # a piece of a page that comes without its text
            self._take(lambda: from_text(text, html=html, how=how, name=how.title()), NEW)
        else:
            self.refused.emit(tr("There is no text or file to add; copy an article first."))

    def again(self, article: int) -> None:
        """Cleans and analyses an article anew from what came in."""
        self._clean(AGAIN, article, self._library.capture(article), first=True)

    def look_first_at(self, article: int) -> None:
        """Analyses the article that is being read before the others."""
        if self._newest.get(article, self._under_way) != self._under_way:
            self.analyse(article, first=True)

    def close(self) -> None:
        """Stops all work; what is undone is taken up at the next start."""
        self._turns.clear()
        self.shop.close()

    def _take(self, read: Callable[[], Capture], kind: str) -> None:
        try:
            capture = read()
            if capture.media_type == ZIP:  # what is kept is each file in it
                self._clean(ARCHIVE, next(self._numbers), capture)
            else:
                self._clean(kind, self._library.keep(capture), capture)
        except (UnreadableInput, LibraryError) as error:
            self.refused.emit(str(error))

    def _take_apart(self, parts: Sequence[Capture | Refused]) -> None:
        """Adds the files of an archive, and tells once of those that are no articles."""
        refused = [part.sentence for part in parts if isinstance(part, Refused)]
        for part in parts:
            if isinstance(part, Capture):
                self._take(lambda part=part: part, NEW)  # type: ignore[misc]
        if refused:
            more = counted(
                len(refused) - 1,
                "{n} more of its {all} files could not be read.",
                "{n} more of its {all} files could not be read.",
                all=len(parts),
            )
            self.refused.emit(f"{refused[0]} {more}" if len(refused) > 1 else refused[0])

    def _clean(self, kind: str, number: int, capture: Capture, *, first: bool = False) -> None:
        key = f"{kind}:{number}"
        self._jobs.add(key)
        self.shop.clean(key, capture, first=first)

    def analyse(self, article: int, *, first: bool = False) -> None:
        """Analyses the article's present text, before all others if `first`; of an older job nothing is taken."""
        opened = self._library.opened(article)
        older = self._newest.get(article)
        if older is not None and older != self._under_way:
            self.shop.cancel(older)
            self._jobs.discard(older)
        key = self._newest[article] = f"{ANALYSIS}:{article}:{next(self._numbers)}"
        self._jobs.add(key)
        self._texts[key] = opened.article.text
        self.shop.analyse(key, opened.article, first=first)

    def _take_turns(self, event: Event) -> None:
        """Several events that come at once are heard one by one."""
        self._turns.add(partial(self._hear, event))

    def _hear(self, event: Event) -> None:
        kind, number, *_ = event.key.split(":")
        if isinstance(event, Progress):
            self._under_way = event.key if kind == ANALYSIS else self._under_way
            doing = tr("Cleaning…") if event.stage == "cleaning" else tr("Reading who said what…")
            waiting = counted(event.waiting, "{n} more waiting", "{n} more waiting")
            self.busy.emit(f"{doing} · {waiting}" if event.waiting else doing)
            return
        self._jobs.discard(event.key)
        text = self._texts.pop(event.key, None)
        is_newest = self._newest.get(int(number)) == event.key
        if is_newest:
            del self._newest[int(number)]
        try:
            match event:
                case Cleaned(article=article) if kind == AGAIN:
                    self._library.store_article(int(number), article)
                    self.article_changed.emit(int(number))
                    self.analyse(int(number), first=True)
                case Cleaned(article=article):
                    added = self._library.add(int(number), article, sample=kind == SAMPLE)
                    self.article_added.emit(added.id, added.duplicate)
                    if not added.duplicate and added.id not in self._newest:  # it may be read already
                        self.analyse(added.id)
                case Unpacked(parts=parts):
                    self._take_apart(parts)
                case Analysed(analysis=analysis) if is_newest:
                    self._library.store_analysis(int(number), analysis, text)
                    self.article_analysed.emit(int(number))
                case Failed(sentence=sentence) if kind == NEW:
                    self._library.refuse(int(number), sentence)
                    self.refused.emit(sentence)
                case Failed(sentence=sentence) if sentence != "It was cancelled.":
                    self.refused.emit(sentence)
                case _:
                    pass
        except LibraryError as error:
            self.refused.emit(str(error))
        if isinstance(event, Failed) and kind == ANALYSIS:
            self._given_up.add(int(number))
        if not self._jobs:
            self.take_up()
        if not self._jobs:
            self.busy.emit("")
