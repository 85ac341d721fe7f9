"""The search of the window: the box above the list, what is told below it, and the answers, kind by kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from reader.article import Span, mark, tr
from reader.library import Found, Library, ListKind, Problem, Query, Row, Unanswered, hits_in, question
from reader.window.article_list import FOUND_ROWS, ArticleList
from reader.window.asking import Asker
from reader.window.columns import headed_column
from reader.window.searching.field import SearchBox
from reader.window.searching.found_list import PAGE_ROWS, FoundList
from reader.window.searching.lines import Line, line_of
from reader.window.searching.nearby import Nearby
from reader.window.searching.silence import Silence
from reader.window.theme import SPACE, TIGHT

if TYPE_CHECKING:
    from reader.window.main_window import MainWindow

PATIENCE_MS = 900
"""A question that may still be put right by going on is only told after such a pause."""


class Kind(Enum):
    """What answers are of; the value is the place of its tab."""

    ARTICLES = 0
    QUOTES = 1
    NOTES = 2
    NAMES = 3


NAMES = {
    Kind.ARTICLES: mark("Articles {n}"),
    Kind.QUOTES: mark("Quotes {n}"),
    Kind.NOTES: mark("Notes {n}"),
    Kind.NAMES: mark("Names {n}"),
}
_LISTS = {Kind.QUOTES: mark("Quotations"), Kind.NOTES: mark("Notes"), Kind.NAMES: mark("Names")}
_EVERY_QUOTE = (
    "quote",
    mark("No quotations yet"),
    mark("Add articles: what is said in them is listed here, whoever says it."),
)


class SearchView(QObject):
    """Asks for answers off the window's thread and shows them in the middle column; `chosen` carries one that the
    reader opens (a quotation, a note, somebody), `shown` when other answers stand there or other words are to be marked."""

    chosen = Signal(object)
    shown = Signal()

    def __init__(self, window: MainWindow, articles: ArticleList) -> None:
        super().__init__(window)
        self.w, self.articles = window, articles
        self.asking = Asker(window.library, self)
        self.nearby = Nearby(window)
        self.field = SearchBox(window.theme, window)
        self.found = FoundList(window.theme, window)
        self.silence = Silence(window)
        self.query = Query()
        self.kind = Kind.ARTICLES
        self.home = Kind.ARTICLES
        """What is listed where nothing is searched for: articles, or every quotation."""
        self._picked: Kind | None = None
        self._counts: Found | None = None
        self.column = self._column()
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._wire()

    # ---- Asking

    def show(self, query: Query) -> None:
        """Shows the answers to a query; without words its whole list, at once."""
        words = self.field.text().lstrip()
        problem = question(words).problem
        self._tell(problem)
        query = replace(query, words="" if problem else words)
        if not query.words.strip():
            self._picked = None
        self.query = query
        if not query.words.strip() and self.home is Kind.ARTICLES:
            self._show_list(query)
            return
        if self._picked is not None:
            self.kind = self._picked
        elif not query.words.strip():
            self.kind = Kind.QUOTES
        else:
            self.kind = Kind.QUOTES if self.home is Kind.QUOTES or question(query.words).of_quotes else Kind.ARTICLES
        self._ask()

    def show_kind(self, kind: Kind) -> None:
        """Shows the answers of another kind."""
        self._picked = kind
        if kind is not self.kind:
            self.kind = kind
            self._ask_page()

    def step_kind(self) -> None:
        """Shows the answers of the next kind that has any."""
        kinds = [kind for kind in Kind if self.tabs.isTabVisible(kind.value)]
        if self.tabs.isVisible() and self.kind in kinds:
            self.tabs.setCurrentIndex(kinds[(kinds.index(self.kind) + 1) % len(kinds)].value)

    def typed(self, _words: str) -> None:
        """Asks anew after every letter; a question that is none leaves the answers as they are."""
        problem = question(self.field.text().lstrip()).problem
        if problem is None:
            self.w.deeds.search_for()
        else:
            self._tell(problem)
            self.shown.emit()

    def again(self) -> None:
        """Asks the same anew, because something has changed."""
        if self.is_searching():
            self.query = replace(self.query, held=self.articles.rows.query.held)
            self._ask()

    def is_searching(self) -> bool:
        """Whether words are looked for, or quotations listed: what is shown is no plain list."""
        return bool(self.query.words.strip()) or self.home is Kind.QUOTES

    def lists_found(self) -> bool:
        """Whether quotations, notes or names are listed, and no articles."""
        return self.pages.currentWidget() is self.found

    def current_list(self) -> QWidget:
        """The list that shows the answers."""
        return self.found if self.lists_found() else self.articles

    def enter(self) -> None:
        """Goes on from the box to the answers, or to what could be asked instead."""
        problem = question(self.field.text().lstrip()).problem
        if problem is not None:
            self._tell(problem, firmly=True)
        elif self.pages.currentWidget() is not self.silence:
            pane = self.current_list()
            pane.setFocus()
            if pane is self.found and self.found.current() is None:
                self.found.step(1)
        else:
            self.silence.enter()

    def open_current(self) -> None:
        """Opens the answer that is chosen in the list of quotations, notes or names."""
        answer = self.found.answer()
        if answer is not None:
            self.chosen.emit(answer)

    def mark_hits(self) -> int:
        """Marks in the open article what was searched for; how many places there are.

        While what stands in the box is no question, nothing: the words that were asked before may be meant otherwise.
        """
        opened, words = self.w.opened, self.query.words
        asked = bool(words.strip()) and question(self.field.text().lstrip()).problem is None
        places = hits_in(question(words), opened.article.text) if asked and opened is not None else ()
        self.w.lit_index = -1
        self.w.page.mark_found(places)
        return len(places)

    def close(self) -> None:
        """Lets go of the library."""
        self.nearby.close()
        self.asking.close()

    def _ask(self) -> None:
        query = self.query
        self.asking.forget("why", "more")
        self._ask_page()
        self.asking.ask(
            "counts",
            lambda library: library.found(self.nearby.meant(library, query)),
            lambda found: self._count(query, found),
        )
        self.nearby.load(self.asking)

    def _ask_page(self) -> None:
        query, kind = self.query, self.kind
        self.asking.forget("more")
        if kind is Kind.ARTICLES:
            most = max(FOUND_ROWS, self.articles.rows.rowCount() if self.articles.shows(query) else 0)
            self.asking.ask(
                "page",
                lambda library: library.rows(self.nearby.meant(library, query), 0, most),
                lambda rows: self._show_rows(query, rows, len(rows) == most),
            )
        else:
            self.asking.ask(
                "page",
                lambda library: _lines(library, query, kind, 0),
                lambda lines: self._show_found(query, kind, lines),
            )

    def _more_rows(self, offset: int) -> None:
        query = self.articles.rows.query
        self.asking.ask(
            "more",
            lambda library: library.rows(self.nearby.meant(library, query), offset, FOUND_ROWS),
            lambda rows: self.articles.rows.add_found(query, rows),
        )

    def _more_found(self, offset: int) -> None:
        query, kind = self.query, self.kind
        self.asking.ask(
            "more",
            lambda library: _lines(library, query, kind, offset),
            lambda lines: self.found.lines.add(lines, more=len(lines) == PAGE_ROWS),
        )

    # ---- Showing

    def _show_list(self, query: Query) -> None:
        """A list without words: there is nothing to wait for."""
        self.asking.forget("page", "counts", "why", "more")
        self.kind, self._counts = Kind.ARTICLES, None
        self.tabs.hide()
        self.articles.show_query(query)
        self._turn_to(self.articles)

    def _show_rows(self, query: Query, rows: Sequence[Row], more: bool) -> None:
        self.articles.show_found(query, rows, more=more)
        self._turn_to(self.articles if rows else self._silence_or(self.articles))

    def _show_found(self, query: Query, kind: Kind, lines: Sequence[Line]) -> None:
        self.found.empty = _EVERY_QUOTE if not query.words.strip() else ("search", "", "")
        self.found.text_lines = 1 if kind is Kind.NAMES else 3
        self.found.show_lines(tr(_LISTS[kind]), lines, more=kind is Kind.QUOTES and len(lines) == PAGE_ROWS)
        self._turn_to(self.found if lines else self._silence_or(self.found))
        if self.found.hasFocus() and self.found.current() is None:
            self.found.step(1)

    def _silence_or(self, empty: QWidget) -> QWidget:
        """Where nothing was found it is asked why; until that is known nothing is said."""
        query = self.query
        if not query.words.strip():
            return empty
        self.silence.clear()
        self.asking.ask("why", lambda library: library.why_nothing(query), self._explain)
        return self.silence

    def _explain(self, why: Unanswered) -> None:
        others = self._counts
        if others is not None and (others.articles, others.quotes, others.notes, others.names) != (0, 0, 0, 0):
            why = Unanswered(tr("None of these answer, but others do."))
        self.silence.show_why(why)
        self.w.announce(why.sentence)

    def _turn_to(self, page: QWidget) -> None:
        before = self.pages.currentWidget()
        had_focus = before is not None and before.hasFocus()
        self.pages.setCurrentWidget(page)
        if had_focus:
            page.setFocus()
        self.shown.emit()

    def _count(self, query: Query, found: Found) -> None:
        """Says how many of each kind answer; what has no answer has no tab."""
        self._counts = found
        numbers = (found.articles, found.quotes, found.notes, found.names)
        searching = bool(query.words.strip())
        kinds = [kind for kind in Kind if numbers[kind.value]]
        if searching and kinds and self.kind not in kinds:
            self.kind = kinds[0]
            self._ask_page()
        self.tabs.blockSignals(True)
        for kind in Kind:
            self.tabs.setTabText(kind.value, tr(NAMES[kind], n=f"{numbers[kind.value]:,}"))
            self.tabs.setTabVisible(kind.value, bool(numbers[kind.value]) or kind is self.kind)
        self.tabs.setCurrentIndex(self.kind.value)
        self.tabs.blockSignals(False)
        self.tabs.setVisible(searching and bool(kinds))
        if searching and self.field.hasFocus():
            self.w.announce(", ".join(self.tabs.tabText(kind.value) for kind in kinds) or tr("Nothing found"))

    def _tell(self, problem: Problem | None, *, firmly: bool = False) -> None:
        """Explains below the box what is wrong in it, and marks where; what is only unfinished, after a while."""
        self._patience.stop()
        if problem is not None and problem.unfinished and not firmly:
            self._patience.start()
            problem = None
        skipped = len(self.field.text()) - len(self.field.text().lstrip())
        self.field.mark_problem(
            None if problem is None else Span(problem.span.start + skipped, problem.span.end + skipped)
        )
        self.problem.setVisible(problem is not None)
        if problem is not None:
            self.problem_text.setText(problem.sentence)
            self.mend.setVisible(problem.instead is not None)
            self.mend.setText((problem.instead or "").replace("&", "&&"))
            self.mend.setAccessibleName(tr("Search for {words} instead", words=problem.instead or ""))
            self.w.announce(problem.sentence)

    # ---- Parts

    def _column(self) -> QWidget:
        column, layout = headed_column(self.w, self.field)
        self.tabs = QTabBar(column)
        self.tabs.setAccessibleName(tr("Kinds of answers"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for kind in Kind:
            self.tabs.addTab(tr(NAMES[kind], n=0))
        self.tabs.hide()
        self.pages = QStackedWidget(column)
        for page in (self.articles, self.found, self.silence):
            self.pages.addWidget(page)
        for widget in (self._problem(column), self.tabs, self.pages):
            layout.addWidget(widget)
        layout.setStretchFactor(self.pages, 1)
        for one, other in pairwise((self.field, self.mend, self.tabs, self.articles, self.found)):
            QWidget.setTabOrder(one, other)
        return column

    def _problem(self, column: QWidget) -> QFrame:
        self.problem = QFrame(column)
        self.problem.setObjectName("message")
        self.problem_text = QLabel("", self.problem)
        self.problem_text.setWordWrap(True)
        self.problem_text.setTextFormat(Qt.TextFormat.PlainText)
        self.mend = QPushButton("", self.problem)
        self.mend.setAccessibleName(tr("Search"))
        self.mend.setAutoDefault(True)
        layout = QVBoxLayout(self.problem)
        layout.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        layout.setSpacing(TIGHT)
        layout.addWidget(self.problem_text)
        layout.addWidget(self.mend, 0, Qt.AlignmentFlag.AlignLeft)
        self.problem.hide()
        return self.problem

    def _wire(self) -> None:
        field = self.field
        field.textChanged.connect(self.typed)
        field.returnPressed.connect(self.enter)
        field.left.connect(self.enter)
        field.suggested.connect(self.w.announce)
        field.completing.connect(self._complete)
        self.mend.clicked.connect(lambda: self.write(question(field.text().lstrip()).problem))
        self.silence.asked.connect(self.rewrite)
        self.silence.everywhere.connect(lambda: self.w.deeds.go(ListKind.ALL))
        self.tabs.currentChanged.connect(lambda at: self.show_kind(Kind(at)))
        self.articles.rows.more_wanted.connect(self._more_rows)
        self.found.lines.more_wanted.connect(self._more_found)
        self.found.chosen.connect(self.chosen)
        self.asking.failed.connect(self.w.tell)
        self.nearby.ready.connect(self.again)
        self._patience.timeout.connect(lambda: self._tell(question(self.field.text().lstrip()).problem, firmly=True))

    def _complete(self, text: str, cursor: int) -> None:
        self.asking.ask("suggestions", lambda library: library.suggestions(text, cursor), self.field.suggest)

    def write(self, problem: Problem | None) -> None:
        """Writes into the box what a problem says would be right."""
        if problem is not None and problem.instead is not None:
            self.rewrite(problem.instead)

    def rewrite(self, words: str) -> None:
        """Writes another question into the box."""
        self.field.setText(words)
        self.field.setFocus()


def _lines(library: Library, query: Query, kind: Kind, offset: int) -> list[Line]:
    """The lines of answers other than articles, from an offset on."""
    if kind is Kind.QUOTES:
        return [line_of(found) for found in library.quotes_found(query, offset, PAGE_ROWS)]
    if kind is Kind.NOTES:
        return [line_of(found) for found in library.notes_found(query)]
    return [line_of(row) for row in library.names_found(query)]
