"""Deeds of searching: the box, the kinds of answers, every quotation, what an answer opens, how to search."""

from __future__ import annotations

from reader.library import FoundNote, FoundQuote, Query, ThingRow
from reader.window.columns import Column
from reader.window.commands import Context, command
from reader.window.deeds.deed import ARTICLE, Deed
from reader.window.inspector import NOTES, QUOTES
from reader.window.people import Across
from reader.window.searching import Kind, Sheet

ANSWERS = Context(
    "a search has answers of several kinds",
    "Search for something first: / goes to the search box.",
    lambda do: do.w.searching.tabs.isVisible(),
)


class Searching(Deed):
    """Searching the library, and what is done with the answers."""

    @command("search", "Edit", "Search library", "Search all articles, quotes, notes and names", "/", "Ctrl+Shift+F")
    def search(self) -> None:
        """In the list of all annotations it is these that are searched."""
        self.w.people.leave()
        self.w.shown.show(Column.LIST)
        field = self.w.annotations.search if self.w.annotations_shown else self.w.search
        field.setFocus()
        field.selectAll()

    def show_query(self, query: Query) -> None:
        """Shows another list, or what is found in it."""
        self.w.people.leave()
        self.w.middle.show_first()
        self.w.searching.home = Kind.ARTICLES
        self.w.searching.show(query)

    def search_for(self) -> None:
        """Shows what is found of the words in the box, in the list that is chosen."""
        if self.w.sidebar.beside() is Across.QUOTES:
            self.w.searching.show(Query())
        else:
            self.show_query(self.w.sidebar.query())

    @command("go.quotes", "Go/Lists", "Quotes", "List every quotation, whoever said it", "G, Q", args=(Across.QUOTES,))
    def go_across(self, across: Across) -> None:
        """Shows what goes across articles: every quotation, or people, places, stories."""
        if across is not Across.QUOTES:
            self.w.people.show(across)
            return
        self.w.people.leave()
        self.w.middle.show_first()
        self.w.sidebar.point_at(across)
        self.w.shown.show(Column.LIST)
        self.w.searching.home = Kind.QUOTES
        self.w.searching.show(Query())
        self.w.searching.found.setFocus()

    @command(
        "search.kind", "Edit", "Next kind of answers", "Go on from the articles that were found to the quotes, notes and names",
        "Ctrl+.", needs=ANSWERS,
    )  # fmt: skip
    def next_kind(self) -> None:
        self.w.searching.step_kind()

    def open_answer(self, answer: FoundQuote | FoundNote | ThingRow) -> None:
        """Opens an answer: a quotation at its passage, a note at its own, somebody's page."""
        if isinstance(answer, ThingRow):
            self.w.people.show_thing(answer.id)
            return
        self.w.open_article(answer.article)
        opened = self.w.opened
        if isinstance(answer, FoundNote):
            self.w.inspector.set_tab(NOTES)
            self.w.inspector.lists[NOTES].choose(answer.key)
        elif opened is not None and opened.analysis is not None and answer.ordinal < len(opened.analysis.quotes):
            self.w.inspector.set_tab(QUOTES)
            self.w.inspector.point_at_quote(answer.ordinal)
            self.w.deeds.light_quote(answer.ordinal)
        self.w.page.setFocus()

    @command(
        "article.like", "Article", "More like this", "List the articles most like this one: by whom they name, and by their words",
        "Shift+L", needs=ARTICLE, also=("articles", "page"),
    )  # fmt: skip
    def more_like_this(self) -> None:
        if self.w.opened is not None:
            self.w.shown.show(Column.LIST)
            self.w.sidebar.choose(Query())
            self.w.search.setText(f"like:{self.w.opened.row.id} ")
            self.w.articles.setFocus()

    @command("search.help", "Help", "How to search", "See what can be written into the search box", "Ctrl+F1")
    def explain_search(self) -> None:
        sheet = Sheet(self.w.theme, self.w)
        sheet.tried.connect(self.w.searching.rewrite)
        sheet.exec()
