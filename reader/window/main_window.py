"""The main window: lists, articles, the page and the inspector, put together and wired; what is done lies in `deeds`."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QSplitter, QVBoxLayout, QWidget

from reader.article import Span, tr
from reader.library import Library, ListKind, Opened, Query
from reader.window.add_field import AddField
from reader.window.adding import Adder
from reader.window.annotating import Overview
from reader.window.article_list import ArticleList
from reader.window.asking import Asker
from reader.window.chosen import KEY_SETTINGS, READING_SETTINGS, keymap_of, reading_of
from reader.window.columns import Column, Columns, headed_column
from reader.window.commands import Registry, commands_of
from reader.window.deeds import Deeds
from reader.window.gathering import Gathering
from reader.window.hints import Hints
from reader.window.importing import Importing
from reader.window.inspector import Inspector
from reader.window.message_bar import MessageBar
from reader.window.outside import Outside
from reader.window.people import PeopleView
from reader.window.reading import FindBar, Place, ReadingPane
from reader.window.reading.pictures import NO_PICTURES, Pictures, pictures_of
from reader.window.reading.selection_bar import SelectionBar
from reader.window.searching import SearchView
from reader.window.settings import Settings
from reader.window.settings.table import PICTURES, REOPEN, THEME
from reader.window.shared_place import SharedPlace
from reader.window.sidebar import Sidebar
from reader.window.state import State
from reader.window.theme import SPACE, Theme
from reader.window.wiring import give_context_menus, wire

POSITION_MS = 600
BACKUP_MS = 60_000
PAINTED_MS = 50
"""Models are loaded once the window stands: until then its first paint needs the processor."""


class MainWindow(QMainWindow):
    """The window over one open library. Close it before the library.

    Jobs off its thread speak through its signals: `said` in passing, `told` above the page.
    """

    said = Signal(str)
    told = Signal(str)

    def __init__(self, library: Library, theme: Theme, state: State, settings: Settings) -> None:
        super().__init__()
        self.library, self.theme, self.state, self.settings = library, theme, state, settings
        self.opened: Opened | None = None
        self._quitting = False
        self.lit: list[Span] = []
        self.lit_index = 0
        self.setWindowTitle("Verbatim")
        self.setAcceptDrops(True)
        self.adder = Adder(library, self)
        self.gathering = Gathering(library, self)
        self.asker = Asker(library, self)
        self.importing = Importing(library, self)
        theme.dress(self)
        self._build()
        self.people = PeopleView(self)
        self.deeds = Deeds(self)
        self.registry = Registry(self, commands_of(Deeds), self.deeds, self.say, keymap_of(settings))
        self.registry.attach(self.sidebar, self.articles, self.page, self.inspector.tabs, *self.inspector.lists)
        self.registry.attach(*self.people.panes, self.annotations.cards, self.searching.found)
        self.registry.fill(self.menuBar())
        give_context_menus(self)
        self._hints()
        self._wire()
        self.outside = Outside(self)
        self._follow_settings()
        self._place_timer = QTimer(self)
        self._place_timer.setSingleShot(True)
        self._place_timer.setInterval(POSITION_MS)
        self._place_timer.timeout.connect(self.save_position)
        self._work_timer = QTimer(self, interval=PAINTED_MS, singleShot=True)
        self._work_timer.timeout.connect(self.adder.start)
        self._work_timer.timeout.connect(
            self.gathering.start, Qt.ConnectionType.QueuedConnection
        )  # in a turn of its own
        self._work_timer.timeout.connect(self.searching.nearby.start)
        self._backup_timer = QTimer(self)
        self._backup_timer.setInterval(BACKUP_MS)
        self._backup_timer.timeout.connect(self.deeds.back_up)
        self._backup_timer.start()

    def start(self) -> None:
        """Fills the window from the library, comes back to where the reader was, and takes up undone work."""
        self.state.restore_window(self, self.columns)
        self.inspector.set_tab(min(self.state.last_tab(), self.inspector.tabs.count() - 1))
        self.refresh_lists()
        self.sidebar.choose(self.state.last_list())
        last = self.state.last_article() if self.settings[REOPEN] else None
        query = self.sidebar.query()
        held = (last,) if last is not None and query.kind is ListKind.UNREAD else ()  # it was read, and is come back to
        self.searching.show(replace(query, held=held))
        if not (last is not None and self.articles.choose(last)):
            self.articles.step(1)
        self.articles.setFocus()
        for notice in (*self.library.notices, *filter(None, [self.settings.fault])):
            self.tell(notice)
        self._work_timer.start()
        self.people.start()
        self.show_article(self.opened)
        for article in self.state.apart() if self.settings[REOPEN] else ():
            self.deeds.show_apart(article)

    def _build(self) -> None:
        self.sidebar = Sidebar(self.theme, self)
        self.add_field = AddField(self)
        self.side, layout = headed_column(self, self.add_field)
        layout.addWidget(self.sidebar)
        self.articles = ArticleList(self.library, self.theme, self)
        self.page = ReadingPane(self.theme, self)
        self.selection_bar = SelectionBar(self.theme, self.page)
        self.inspector = Inspector(self.theme, self)
        self.searching = SearchView(self, self.articles)
        self.search = self.searching.field
        self.middle, self.reading = SharedPlace(self), SharedPlace(self)
        self.annotations = Overview(self.theme, self)
        self.middle.add_page(self.searching.column)
        self.middle.add_page(self.annotations)
        self.reading.add_page(self._reading_side())
        self.columns = QSplitter(Qt.Orientation.Horizontal, self)
        self.columns.setHandleWidth(1)
        self.columns.setChildrenCollapsible(False)
        for widget, least, stretch in (
            (self.side, 168, 0),
            (self.middle, 216, 0),
            (self.reading, 280, 1),
            (self.inspector, 264, 0),
        ):
            widget.setMinimumWidth(least)
            self.columns.addWidget(widget)
            self.columns.setStretchFactor(self.columns.count() - 1, stretch)
        self.columns.setSizes([196, 296, 664, 324])
        self.shown = Columns({Column.SIDE: self.side, Column.LIST: self.middle, Column.INSPECTOR: self.inspector})
        centre = QWidget(self)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.message = MessageBar(centre)
        layout.addWidget(self.message)
        layout.addWidget(self.columns)
        self.setCentralWidget(centre)
        self.progress = QLabel("", self)
        self.place = Place(self)
        self.progress.setContentsMargins(2 * SPACE, 0, 0, 0)
        self.statusBar().addWidget(self.progress, 1)
        self.statusBar().addPermanentWidget(self.place)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().messageChanged.connect(self.announce)

    def _reading_side(self) -> QWidget:
        side = QWidget(self)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.find_bar = FindBar(self.theme, side)
        self.find_field = self.find_bar.field
        self.find_bar.hide()
        layout.addWidget(self.find_bar)
        layout.addWidget(self.page, 1)
        self.reading_side = side
        return side

    def _hints(self) -> None:
        """The hints for the first minutes, below the page."""
        self.hints = Hints(self.theme, self.state.hints_gone(), self.registry.first_key, self.reading_side)
        layout = self.reading_side.layout()
        assert layout is not None
        layout.addWidget(self.hints)
        self.hints.gone.connect(self.state.keep_hints_gone)
        self.registry.done.connect(self.hints.done)

    def _wire(self) -> None:
        wire(self)
        self.searching.shown.connect(self._mark_hits)
        self.theme.changed.connect(lambda: self.shown.set_width(self.room()))
        self.page.position_changed.connect(self._moved)
        self.page.bar.valueChanged.connect(self._show_place)
        self.page.bar.rangeChanged.connect(self._show_place)

    def quit(self) -> None:
        """Closes everything, also where the tray would keep it."""
        self._quitting = True
        self.close()

    def _follow_settings(self) -> None:
        """What is set takes effect at once."""
        settings = self.settings
        settings.not_saved.connect(self.tell)
        settings.follow(THEME, self.theme.choose)
        self.gathering.set_pictures(settings[PICTURES])
        settings.follow(PICTURES, self._set_pictures)
        settings.changed.connect(self._setting_changed)

    def _set_pictures(self, on: bool) -> None:
        self.gathering.set_pictures(on)
        self.show_pictures()

    def show_pictures(self) -> None:
        """Shows the open article with the pictures that are here now."""
        self.page.show_pictures(self._pictures(self.opened))

    def _pictures(self, opened: Opened | None) -> Pictures:
        """The pictures of an article as they lie here; none where none are wished."""
        if opened is None or not self.settings[PICTURES]:
            return NO_PICTURES
        return pictures_of(opened.article, self.library.sources.pictures(opened.row.id))

    def _setting_changed(self, key: str) -> None:
        if any(setting.key == key for setting in KEY_SETTINGS):
            self.registry.bind(keymap_of(self.settings))
        if any(setting.key == key for setting in READING_SETTINGS):
            self.theme.set_reading(reading_of(self.settings))

    def say(self, sentence: str, milliseconds: int = 4000) -> None:
        """Says something in passing, in the status bar and to screen readers."""
        self.statusBar().showMessage(sentence, milliseconds)  # and that is announced

    def announce(self, words: str) -> None:
        """Lets screen readers say something that the focus does not lead to."""
        if words and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def tell(self, sentence: str) -> None:
        """Says something to the reader above the page, without stopping them."""
        self.message.tell(sentence)
        self.announce(sentence)

    def show_reading(self) -> None:
        """Shows the list of articles and the open one, with the inspector if it was there."""
        self.middle.show_first()
        self.reading.show_first()
        self.shown.set_idle(Column.INSPECTOR, False)
        self.sidebar.point_at(None)
        self._show_place()

    def show_beside(self, column: QWidget, page: QWidget) -> None:
        """Shows another list and page in the place of the articles; the inspector has nothing to say of them."""
        self.shown.set_idle(Column.INSPECTOR, True)
        self.middle.show_page(column)
        self.reading.show_page(page)
        self._show_place()

    def refresh_lists(self) -> None:
        """Brings the counts and tags of the sidebar up to date."""
        held = self.library
        feeds, collections, searches = held.sources.feeds(), held.collections(), held.saved_searches()
        self.sidebar.show_lists(held.counts(), held.tags(), feeds, collections, searches)

    def refresh(self) -> None:
        """Brings everything up to date after a change in the library, staying where the reader is."""
        self.refresh_lists()
        self.refresh_rows()
        self.refresh_opened()
        self.people.refresh()
        self.deeds.renew_annotations()

    def refresh_rows(self) -> None:
        """Brings the articles that are listed up to date, for when the one that is open is about to leave."""
        self.articles.refresh()
        self.searching.again()

    def refresh_opened(self) -> None:
        """Brings the article that is open up to date."""
        if self.opened is not None:
            self.opened = self.library.opened(self.opened.row.id)
            self.page.refresh(self.opened)
            self.page.show_pictures(self._pictures(self.opened))
            self.inspector.show_article(self.opened)
        self.outside.refresh()

    @property
    def annotations_shown(self) -> bool:
        """Whether the list of all annotations stands in the place of the articles."""
        return self.middle.currentWidget() is self.annotations

    def open_article(self, article: int) -> None:
        """Opens an article where it was left, and marks it as read."""
        self.people.leave()
        if self.opened is not None and self.opened.row.id == article:
            return
        self.save_position()
        if not self.library.read_only:
            self.library.open_read(article)
            self.articles.hold(article)
            self.refresh_lists()
            self.articles.refresh()
        self.adder.look_first_at(article)
        self.show_article(self.library.opened(article))
        self.deeds.tell_of_change(article)

    def show_article(self, opened: Opened | None) -> None:
        """Shows an article, or the page that says how to add one."""
        self.opened = opened
        self.deeds.silence()
        self.lit, self.lit_index = [], 0
        self.page.show_article(opened, self._pictures(opened))
        self.inspector.show_article(opened)
        self._mark_hits()
        self.setWindowTitle(
            tr("{name} – Verbatim", name=opened.article.title or opened.capture_name) if opened else "Verbatim"
        )
        if opened is not None:
            self.selection_bar.name_colours(dict(opened.colours))
            self.state.keep_last_article(opened.row.id)
            self.page.set_position(opened.position)
        self._show_place()

    def _mark_hits(self) -> None:
        """Marks in the open article what was searched for, unless its own words are being found."""
        if not self.find_bar.isVisible():
            self.searching.mark_hits()

    def save_position(self) -> None:
        """Keeps where the reader is in the article."""
        self._place_timer.stop()
        if self.opened is not None and not self.library.read_only:
            position = self.page.position()
            if position != self.opened.position:
                self.library.set_position(self.opened.row.id, position)

    def query(self) -> Query:
        """What the article list shows."""
        return self.articles.rows.query

    def _moved(self, _position: int) -> None:
        self._place_timer.start()
        self._show_place()

    def _show_place(self) -> None:
        self.place.show_place(self.page.bar, None if self.people.shown else self.opened)

    def room(self) -> int:
        """How wide the window is, in the width that its text takes at the standard size."""
        return self.width() * 100 // self.theme.reading.interface

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.shown.set_width(self.room())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if event.source() is None and (mime.hasUrls() or mime.hasText() or mime.hasHtml()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.adder.add_mime(event.mimeData(), "drop")
        event.acceptProposedAction()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.inspector.save_note()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.inspector.save_note()
        self.save_position()
        self.deeds.silence()
        self.state.keep_list(self.sidebar.query())
        self.state.keep_tab(self.inspector.tabs.currentIndex())
        self.state.keep_apart(list(self.outside.apart))
        self.state.keep_window(self, self.columns)
        if self.outside.notices.tray is not None and not self._quitting:
            event.ignore()
            self.hide()
            return
        self.outside.close()
        self._work_timer.stop()
        self.people.stop()
        self._backup_timer.stop()
        self.searching.close()
        self.gathering.close()
        self.asker.close()
        self.importing.close()
        self.adder.close()
        super().closeEvent(event)
        QApplication.quit()
