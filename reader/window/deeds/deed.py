"""What all deeds share: the window they act on, and the library's one door."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.article import LibraryError
from reader.library import Change, ListKind, Query

if TYPE_CHECKING:
    from reader.window.main_window import MainWindow


class Deed:
    """Acts on the window's parts; every change goes through the library's one door."""

    def __init__(self, window: MainWindow) -> None:
        self.w = window
        self.recent: list[str] = []

    def has_article(self) -> bool:
        return self.w.opened is not None

    def perform(self, change: Change) -> bool:
        """Makes a change and shows it; whether it could be saved. What could not be is told."""
        try:
            self.w.library.perform(change)
        except LibraryError as error:
            self.w.tell(str(error))
            return False
        self.w.refresh()
        return True

    def ids(self) -> tuple[int, ...]:
        """What a command on articles is for: the selected ones, or the one that is open."""
        chosen = self.w.articles.chosen()
        return chosen or ((self.w.opened.row.id,) if self.w.opened is not None else ())

    def toggled(self, is_on: Callable[[int], bool]) -> tuple[tuple[int, ...], bool]:
        ids = self.ids()
        return ids, not all(is_on(article) for article in ids)

    def go(self, kind: ListKind) -> None:
        self.w.sidebar.choose(Query(kind=kind))
        self.w.articles.setFocus()
