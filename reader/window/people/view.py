"""People, organisations, places and stories in the window: the list in the middle, the page in the place of the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QWidget

from reader.article import EntityKind, LibraryError, mark, tr
from reader.library import Order, ThingRow
from reader.window.columns import headed_column
from reader.window.people.lists import Line, LineList, story_line, thing_line
from reader.window.people.page import QUOTES as THING_QUOTES
from reader.window.people.page import Page
from reader.window.people.story_page import Story
from reader.window.search_field import SearchField

if TYPE_CHECKING:
    from reader.window.main_window import MainWindow

LINKING_MS = 150
"""Between two articles that an older Verbatim analysed and that are linked now, so that the window stays quick."""
MOST_BACK = 50


class Across(Enum):
    """What the sidebar leads to that goes across articles."""

    QUOTES = "quotes"
    PEOPLE = "people"
    ORGANISATIONS = "organisations"
    PLACES = "places"
    STORIES = "stories"
    REJECTED = "rejected"


NAMES = {
    Across.QUOTES: mark("Quotes"),
    Across.PEOPLE: mark("People"),
    Across.ORGANISATIONS: mark("Organisations"),
    Across.PLACES: mark("Places"),
    Across.STORIES: mark("Stories"),
    Across.REJECTED: mark("Rejected"),
}
_KINDS = {
    Across.PEOPLE: EntityKind.PERSON,
    Across.ORGANISATIONS: EntityKind.ORGANISATION,
    Across.PLACES: EntityKind.PLACE,
    Across.REJECTED: None,
}
_EMPTY = {
    Across.PEOPLE: mark("Nobody yet.\n\nAdd articles: whom they name is listed here."),
    Across.ORGANISATIONS: mark("None yet.\n\nAdd articles: the organisations they name are listed here."),
    Across.PLACES: mark("None yet.\n\nAdd articles: the places they name are listed here."),
    Across.STORIES: mark("No two articles tell one story yet."),
    Across.REJECTED: mark("You have rejected nobody."),
}
_NOT_FOUND = mark("No name begins so.\n\nPress Esc to see all.")
ORDERS = (
    (Order.QUOTES, mark("Most quoted")),
    (Order.ARTICLES, mark("Most mentioned")),
    (Order.NAME, mark("By name")),
)


@dataclass(frozen=True)
class Visit:
    """Where the reader was: a list and a page of it, or an article."""

    across: Across | None
    number: int
    about: ThingRow | None = None


class PeopleView(QObject):
    """Holds the list and the pages, and goes from one to the other; `window` shows them in its columns."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.w = window
        self.across: Across | None = None
        self._back: list[Visit] = []
        self._list_was_for = Across.PEOPLE
        self.list = LineList(window.theme, window)
        self.list.setAccessibleName(tr("People"))  # until it is filled, and named by what it holds
        self.column = self._column()
        self.page = Page(window.library, window.theme, window)
        self.story = Story(window.library, window.theme, window)
        window.middle.add_page(self.column)
        window.reading.add_page(self.page)
        window.reading.add_page(self.story)
        self.list.chosen.connect(self._come_to)
        for page in (self.page, self.story):
            page.quote_asked.connect(self.go_to_quote)
            page.article_asked.connect(self.go_to_article)
            page.thing_asked.connect(self.show_thing)
        self._linking = QTimer(self, interval=LINKING_MS)
        self._linking.timeout.connect(self._link)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """The lists in which letters are keys."""
        return (self.list, *self.page.lists, self.page.tabs, *self.story.panes)

    @property
    def shown(self) -> bool:
        """Whether a page of people or of a story is shown, and no article."""
        return self.across is not None

    @property
    def thing(self) -> ThingRow | None:
        """Whose page is shown."""
        shown = self.page.shown
        on_page = self.shown and self.w.reading.currentWidget() is self.page
        return shown.row if on_page and shown is not None else None

    def start(self) -> None:
        """Links what an older Verbatim analysed, little by little."""
        if not self.w.library.read_only:
            self._linking.start()

    def stop(self) -> None:
        self._linking.stop()

    def show(self, across: Across) -> None:
        """Shows a list, with the page of whom was chosen there, or of the first."""
        self._enter(across)
        self.list.setFocus()
        if self.list.current() is None:
            self.list.step(1)
        if self.list.current() is None:
            self.w.reading.show_page(self.page)
            self.page.setVisible(False)

    def show_thing(self, thing: int, about: ThingRow | None = None) -> None:
        """Shows somebody's page; with `about`, what they said of that one."""
        self._remember()
        self._show_thing(thing, about)

    def show_story(self, story: int) -> None:
        """Shows a story."""
        self._remember()
        self._show_story(story)

    def leave(self) -> None:
        """Goes back to the articles."""
        if self.across is not None:
            self.across = None
            self.w.show_reading()

    def back(self) -> bool:
        """Goes back to where the reader was before; whether there was anything."""
        if not self._back:
            return False
        visit = self._back.pop()
        if visit.across is None:
            self.leave()
            self.w.open_article(visit.number)
            self.w.page.setFocus()
        elif visit.across is Across.STORIES:
            self._show_story(visit.number)
        else:
            self._show_thing(visit.number, visit.about)
        return True

    def step(self, direction: int) -> None:
        """Goes to the next or previous line of the list."""
        self.list.step(direction)

    def open_chosen(self) -> None:
        """Goes where the chosen line leads: from the list onto the page, from the page to a passage or person."""
        page = self.story if self.across is Across.STORIES else self.page
        pane = page.current()
        if not isinstance(pane, QAbstractItemView) or not pane.hasFocus():
            pane.setFocus()
        elif pane.currentIndex().isValid():
            pane.activated.emit(pane.currentIndex())

    def set_tab(self, number: int) -> None:
        """Shows a tab of the page and puts the focus into it."""
        page = self.w.reading.currentWidget()
        if page is self.page or page is self.story:
            page.set_tab(number)
            page.current().setFocus()

    def chosen_thing(self) -> int | None:
        """Who is chosen on the page: among someone's connections, or the voices of a story."""
        if not self.shown:
            return None
        return self.story.chosen_thing() if self.across is Across.STORIES else self.page.chosen_thing()

    def focus_order(self) -> list[QWidget]:
        """What the keys for the panes go through."""
        page = self.story if self.across is Across.STORIES else self.page
        return [self.w.sidebar, self.list, page.current()]

    def refresh(self) -> None:
        """Shows everything anew after a change, staying where the reader is."""
        if self.across is None:
            return
        self._fill()
        try:
            if self.across is Across.STORIES and self.story.shown is not None:
                self.story.show_story(self.story.shown.row.id)
            elif self.page.shown is not None:
                self.page.show_thing(self.page.shown.row.id, self.page.about)
                self.list.choose(self.page.shown.row.id, tell=False)
        except LibraryError as error:
            self.w.say(str(error))

    def go_to_quote(self, article: int, ordinal: int) -> None:
        """Opens the article and goes to the passage."""
        self.go_to_article(article)
        opened = self.w.opened
        if opened is not None and opened.analysis is not None and ordinal < len(opened.analysis.quotes):
            self.w.inspector.set_tab(THING_QUOTES)
            self.w.inspector.point_at_quote(ordinal)
            self.w.deeds.light_quote(ordinal)

    def go_to_article(self, article: int) -> None:
        """Opens an article, from where one key leads back."""
        self._remember()
        self.leave()
        if not self.w.articles.choose(article):
            self.w.open_article(article)
        self.w.page.setFocus()

    def quiet(self) -> bool:
        """Takes back what narrows the view: the words of the search, or the other one of a pair; whether anything did."""
        if not self.shown:
            return False
        if self.search.text():
            self.search.clear()
            self.list.setFocus()
            return True
        if self.thing is not None and self.page.about is not None:
            self._show_thing(self.thing.id, None)
            return True
        return False

    def _column(self) -> QWidget:
        self.search = SearchField(tr("Find a name"), tr("Find a name"), self.w)
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self.list.setFocus)
        self.order = QComboBox(self.w)
        self.order.setAccessibleName(tr("Sorted by"))
        for order, name in ORDERS:
            self.order.addItem(tr(name), order)
        self.order.currentIndexChanged.connect(self._fill)
        column, layout = headed_column(self.w, self.search, self.order)
        layout.addWidget(self.list)
        return column

    def _enter(self, across: Across) -> None:
        self.across = across
        self.w.show_beside(self.column, self.story if across is Across.STORIES else self.page)
        self.page.setVisible(across is not Across.STORIES)
        narrows = across is not Across.STORIES
        self.search.setVisible(narrows)
        self.order.setVisible(narrows and across is not Across.REJECTED)
        self.w.sidebar.point_at(across)
        self._fill()

    def _fill(self) -> None:
        across = self.across
        if across is None:
            return
        library, words = self.w.library, self.search.text()
        order = self.order.currentData() or Order.QUOTES

        def things(offset: int, limit: int) -> Sequence[Line]:
            kind = _KINDS[across]
            return [thing_line(row) for row in library.people.rows(kind, words, order, offset, limit)]

        def stories(offset: int, limit: int) -> Sequence[Line]:
            return [story_line(row) for row in library.stories.rows(offset, limit)]

        told = across is Across.STORIES
        empty = _NOT_FOUND if words and not told else _EMPTY[across]
        self.list.show_lines(tr(NAMES[across]), stories if told else things, empty)

    def _come_to(self, number: int) -> None:
        if self.across is Across.STORIES:
            self._show_story(number)
        else:
            self._show_thing(number, None)

    def _show_thing(self, thing: int, about: ThingRow | None) -> None:
        try:
            self.page.show_thing(thing, about)
        except LibraryError as error:
            self.w.say(str(error))
            return
        assert self.page.shown is not None
        row = self.page.shown.row
        across = Across.REJECTED if row.hidden else _across(row.kind)
        if self.across is not across:
            had_focus = self.list.hasFocus()
            self._enter(across)
            if not had_focus:
                self.page.current().setFocus()
        self.w.reading.show_page(self.page)
        self.page.setVisible(True)
        self.list.choose(row.id, tell=False)
        self.w.setWindowTitle(tr("{name} – Verbatim", name=self.page.name.text()))

    def _show_story(self, story: int) -> None:
        try:
            self.story.show_story(story)
        except LibraryError as error:
            self.w.say(str(error))
            return
        if self.across is not Across.STORIES:
            had_focus = self.list.hasFocus()
            self._enter(Across.STORIES)
            if not had_focus:
                self.story.current().setFocus()
        self.w.reading.show_page(self.story)
        self.list.choose(story, tell=False)
        self.w.setWindowTitle(tr("{name} – Verbatim", name=self.story.title.text()))

    def _remember(self) -> None:
        visit = None
        if not self.shown:
            visit = Visit(None, self.w.opened.row.id) if self.w.opened is not None else None
        elif self.across is Across.STORIES and self.story.shown is not None:
            visit = Visit(Across.STORIES, self.story.shown.row.id)
        elif self.thing is not None:
            visit = Visit(self.across, self.thing.id, self.page.about)
        if visit is not None:
            self._back = [*self._back[-MOST_BACK:], visit]

    def _link(self) -> None:
        """Links one article; stops where none is left."""
        try:
            waiting = self.w.library.people.unlinked()
            if waiting:
                self.w.library.people.link(waiting)
                return
        except LibraryError as error:
            self.w.tell(str(error))
        self._linking.stop()


def _across(kind: EntityKind) -> Across:
    return {EntityKind.ORGANISATION: Across.ORGANISATIONS, EntityKind.PLACE: Across.PLACES}.get(kind, Across.PEOPLE)
