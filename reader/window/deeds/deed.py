"""What all deeds share: the window they act on, and the library's one door."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.article import LibraryError, Quote
from reader.library import Change, FoundQuote, ListKind, Query, Row, ThingRow
from reader.window.commands import Context, command
from reader.window.inspector import SOURCE

if TYPE_CHECKING:
    from reader.window.main_window import MainWindow


ARTICLE = Context("an article is open", "Open an article first.", lambda do: do.w.opened is not None)
SOMETHING = Context(
    "an article or somebody’s page is open",
    "Open an article first.",
    lambda do: do.w.opened is not None or do.w.people.shown or do.w.searching.lists_found(),
)
CHOSEN = Context("an article is chosen or open", "Choose an article first.", lambda do: bool(do.ids()))
SELECTION = Context(
    "words of the article are selected",
    "Select a passage first, by mouse or with Shift and the arrow keys.",
    lambda do: do.w.opened is not None and do.w.page.selected_span() is not None,
)
QUOTED = Context(
    "a quotation is chosen",
    "Choose a quotation first: “Next quote” goes to the next one.",
    lambda do: do.chosen_quote() is not None or do.found_quote() is not None,
)
QUOTE = Context(
    "a quotation is chosen",
    "Choose a quotation first: “Next quote” goes to the next one.",
    lambda do: do.chosen_quote() is not None,
)
PIECE = Context(
    "a piece is chosen in the Source tab",
    "Choose a piece in the Source tab first.",
    lambda do: bool(do.w.inspector.tabs.currentIndex() == SOURCE and do.w.inspector.lists[SOURCE].current_key()),
)
CHANGE = Context(
    "something was changed", "There is nothing to take back.", lambda do: do.w.library.undo_label is not None
)
UNDONE = Context(
    "a change was taken back", "There is nothing to do again.", lambda do: do.w.library.redo_label is not None
)


class Deed:
    """Acts on the window's parts; every change goes through the library's one door."""

    def __init__(self, window: MainWindow) -> None:
        self.w = window

    def chosen_quote(self) -> Quote | None:
        """The quotation that is chosen in the inspector."""
        opened, index = self.w.opened, self.w.inspector.current_quote()
        if opened is None or opened.analysis is None or index is None or index >= len(opened.analysis.quotes):
            return None
        return opened.analysis.quotes[index]

    def found_quote(self) -> FoundQuote | None:
        """The quotation that is chosen in the list of those found, where that list has the focus."""
        found = self.w.searching.found
        answer = found.answer() if found.hasFocus() else None
        return answer if isinstance(answer, FoundQuote) else None

    def perform(self, change: Change, show: Callable[[], None] | None = None) -> bool:
        """Makes a change and shows it, by `show` where that is known better; whether it could be saved.

        What could not be is told.
        """
        try:
            self.w.library.perform(change)
        except LibraryError as error:
            self.w.tell(str(error))
            return False
        (show or self.w.refresh)()
        return True

    def come_to(self, article: int) -> None:
        """Opens an article, in the list that is shown if it is there."""
        if not self.w.articles.choose(article):
            self.w.search.clear()
            self.go(ListKind.ALL)
            if not self.w.articles.choose(article):
                self.w.open_article(article)

    def ids(self) -> tuple[int, ...]:
        """What a command on articles is for: the selected ones, or the one that is open."""
        chosen = () if self.w.annotations_shown else self.w.articles.chosen()
        if self.w.searching.lists_found():
            answer = self.w.searching.found.answer()
            chosen = () if answer is None or isinstance(answer, ThingRow) else (answer.article,)
        return chosen or ((self.w.opened.row.id,) if self.w.opened is not None else ())

    def toggled(self, is_on: Callable[[Row], bool]) -> tuple[tuple[int, ...], bool]:
        """What a command on articles is for, and whether it is to turn something on: off only where all have it."""
        ids, listed = self.ids(), self.w.articles.rows.listed()
        rows = (listed.get(article) or self.w.library.opened(article).row for article in ids)
        return ids, not all(map(is_on, rows))

    @command("go.all", "Go/Lists", "All articles", "Show all articles", "G, A", args=(ListKind.ALL,))
    @command("go.unread", "Go/Lists", "Unread", "Show unread articles", "G, U", args=(ListKind.UNREAD,))
    @command("go.bookmarked", "Go/Lists", "Bookmarked", "Show bookmarked articles", "G, S", args=(ListKind.BOOKMARKED,))
    @command("go.noted", "Go/Lists", "With notes", "Show articles with notes", "G, N", args=(ListKind.NOTED,))
    @command("go.archive", "Go/Lists", "Archived", "Show the archive", "G, E", args=(ListKind.ARCHIVE,))
    @command("go.trash", "Go/Lists", "Trash", "Show the trash", "G, T", args=(ListKind.TRASH,))
    def go(self, kind: ListKind) -> None:
        self.w.sidebar.choose(Query(kind=kind))
        self.w.articles.setFocus()
