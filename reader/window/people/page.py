"""The page of a person, organisation or place: who they are, and in tabs what they said, where, as what, with whom."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from reader.article import counted, mark, tr
from reader.library import Library, Offer, SaidQuote, ThingPage, ThingRow
from reader.window.inspector.cards import Cards
from reader.window.people.content import (
    KINDS,
    article_cards,
    company_cards,
    facts_of,
    names_of,
    place_key,
    quote_cards,
    role_cards,
)
from reader.window.people.drawing import MOST_AROUND, Around, MonthStrip
from reader.window.theme import NEAR, SECTION, SPACE, TIGHT, Theme

QUOTES, ARTICLES, ROLES, CONNECTIONS = range(4)
TABS = (mark("Quotes"), mark("Articles"), mark("Roles"), mark("Connections"))
PAGE_QUOTES = 60
MEASURE = 820
"""So wide the page is set at most, in pixels: a line of a quotation stays readable."""
_EMPTY = (
    mark("Nothing that they said is in the library."),
    mark("No article mentions them."),
    mark("No article gives them a role."),
    mark("Nobody is mentioned with them."),
)


class Page(QWidget):
    """`quote_asked` and `article_asked` carry where to go; `thing_asked` whose page; `same_asked` and `never_asked` an
    offer."""

    quote_asked = Signal(int, int)
    article_asked = Signal(int)
    thing_asked = Signal(int)
    same_asked = Signal(object)
    never_asked = Signal(object)

    def __init__(self, library: Library, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._theme = library, theme
        self.shown: ThingPage | None = None
        self._stale = False
        self.about: ThingRow | None = None
        self._quotes: list[SaidQuote] = []
        self._number = 0
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()
        theme.changed.connect(self._restyle)
        self._restyle()

    def _build(self) -> None:
        self.name = QLabel(self, wordWrap=True)
        self.role = QLabel(self, wordWrap=True)
        self.facts = QLabel(self, wordWrap=True)
        self.also = QLabel(self, wordWrap=True)
        for label in (self.name, self.role, self.facts, self.also):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts.setObjectName("quiet")
        self.also.setObjectName("quiet")
        self.strip = MonthStrip(self._theme, self)
        self.strip.chosen.connect(self._go_to_month)
        self.tabs = QTabBar(self, expanding=False, drawBase=False)
        self.tabs.setAccessibleName(tr("What is told of them"))
        self.stack = QStackedWidget(self)
        self.lists = [Cards(self._theme, tr(name), self) for name in TABS]
        self.around = Around(self._theme, self)
        for tab, cards in enumerate(self.lists):
            self.tabs.addTab(tr(TABS[tab]))
            cards.setObjectName("surface")
            cards.activated_key.connect(self._activated)
            self.stack.addWidget(self._body(tab, cards))
        self.lists[ARTICLES].setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.lists[QUOTES].verticalScrollBar().valueChanged.connect(self._more)
        self.lists[CONNECTIONS].chosen.connect(lambda key: self.around.light(key[1:] if key[:1] == "t" else ""))
        self.around.chosen.connect(lambda thing: self.lists[CONNECTIONS].choose(f"t{thing}"))
        self.tabs.currentChanged.connect(self._show_tab)
        within = QWidget(self)
        within.setMaximumWidth(MEASURE)
        column = QVBoxLayout(within)
        column.setContentsMargins(0, SECTION, 0, 0)
        column.setSpacing(TIGHT)
        for widget in (self.name, self.role, self.facts, self.also):
            column.addWidget(widget)
        column.addWidget(self._offer_card())
        column.addSpacing(NEAR)
        column.addWidget(self.strip)
        column.addSpacing(NEAR)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(6 * SPACE, 0, 6 * SPACE, 0)
        row.addStretch(1)
        row.addWidget(within, 1000)
        row.addStretch(1)

    def _body(self, tab: int, cards: Cards) -> QWidget:
        empty = QLabel(tr(_EMPTY[tab]), self, wordWrap=True)
        empty.setObjectName("empty")
        empty.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 0)
        cards.setProperty("empty", empty)
        body: QWidget = cards
        if tab == CONNECTIONS:
            split = QSplitter(Qt.Orientation.Horizontal, self)
            split.addWidget(self.around)
            split.addWidget(cards)
            split.setSizes([460, 340])
            split.setChildrenCollapsible(False)
            body = split
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, NEAR, 0, 0)
        layout.addWidget(empty)
        layout.addWidget(body, 1)
        return page

    def _offer_card(self) -> QFrame:
        self.offer = QFrame(self)
        self.offer.setObjectName("card")
        row = QHBoxLayout(self.offer)
        row.setContentsMargins(4 * SPACE, NEAR, NEAR, NEAR)
        self.offer_text = QLabel(self.offer, wordWrap=True)
        self.offer_text.setTextFormat(Qt.TextFormat.PlainText)
        self.same, self.never = QPushButton(tr("The same"), self.offer), QPushButton(tr("Never the same"), self.offer)
        self.same.clicked.connect(lambda: self.same_asked.emit(self.first_offer()))
        self.never.clicked.connect(lambda: self.never_asked.emit(self.first_offer()))
        row.addWidget(self.offer_text, 1)
        row.addWidget(self.same)
        row.addWidget(self.never)
        self.offer.hide()
        return self.offer

    def show_thing(self, thing: int, about: ThingRow | None = None) -> None:
        """Shows somebody's page; with `about`, what they said of that other one. LibraryError where they are gone."""
        page = self._library.people.page(thing)
        other = self.shown is None or self.shown.row.id != page.row.id or self.about != about
        self.shown, self.about = page, about
        row, c = page.row, self._theme.colours
        self._number = self._library.people.quote_count(row.id, about.id) if about is not None else row.quotes
        self.name.setText(row.name if about is None else tr("{one} on {other}", one=row.name, other=about.name))
        self.role.setText(row.role or tr(KINDS[row.kind]).capitalize())
        facts = (
            counted(self._number, "{n} quotation mentions {name}", "{n} quotations mention {name}", name=about.name)
            if about
            else facts_of(page)
        )
        self.facts.setText(tr("Rejected by you · {facts}", facts=facts) if row.hidden else facts)
        self.also.setText(names_of(page) if about is None else "")
        self.also.setVisible(bool(self.also.text()))
        self.strip.show_months(page.months if about is None else ())
        self._show_offer(page.offers if about is None else ())
        self._quotes = []
        self.lists[QUOTES].show_cards([])
        self._read_quotes(PAGE_QUOTES)
        company = self._library.people.company(row.id)
        self.lists[ARTICLES].show_cards(article_cards(self._library.people.articles(row.id, limit=400), c))
        self.lists[ROLES].show_cards(role_cards(page.roles, c))
        self.lists[CONNECTIONS].show_cards(company_cards(page, company, c))
        near = [each.thing.id for each in company if each.articles][:MOST_AROUND]
        self.around.show_company(row.name, company, self._library.people.ties(row.id, near))
        for cards in self.lists:
            cards.property("empty").setVisible(not cards.keys())
        self.tabs.setTabText(QUOTES, f"{tr(TABS[QUOTES])}  {self._number:,}")
        self.tabs.setTabText(ARTICLES, f"{tr(TABS[ARTICLES])}  {row.articles:,}")
        for tab in (ARTICLES, ROLES, CONNECTIONS):
            self.tabs.setTabVisible(tab, about is None)
        if other:
            self.set_tab(QUOTES)
            for cards in self.lists:
                cards.scrollToTop()

    def set_tab(self, tab: int) -> None:
        """Shows one of the tabs."""
        if self.tabs.isTabVisible(tab):
            self.tabs.setCurrentIndex(tab)

    def current(self) -> Cards:
        """The list that is shown."""
        return self.lists[self.tabs.currentIndex()]

    def chosen_articles(self) -> tuple[int, ...]:
        """The articles that are chosen in their tab."""
        keys = self.lists[ARTICLES].chosen_keys()
        return tuple(int(key[1:]) for key in keys if key.startswith("a"))

    def chosen_thing(self) -> int | None:
        """Who is chosen among the connections."""
        key = self.lists[CONNECTIONS].current_key()
        return int(key[1:]) if self.tabs.currentIndex() == CONNECTIONS and key.startswith("t") else None

    def first_offer(self) -> Offer | None:
        """The first of those who may be the same."""
        return self.shown.offers[0] if self.shown is not None and self.shown.offers else None

    def _show_offer(self, offers: tuple[Offer, ...]) -> None:
        self.offer.setVisible(bool(offers))
        if offers:
            other, why = offers[0].other, tr(offers[0].why)
            role = f", {other.role}" if other.role else ""
            number = counted(other.articles, "{n} article", "{n} articles")
            more = counted(len(offers) - 1, " {n} more may be.", " {n} more may be.") if len(offers) > 1 else ""
            name = f"{other.name}{role}"
            text = tr("Is this also {name}, in {number}? {why}{more}", name=name, number=number, why=why, more=more)
            self.offer_text.setText(text)

    def _read_quotes(self, number: int) -> None:
        if self.shown is None:
            return
        about = None if self.about is None else self.about.id
        more = self._library.people.quotes(self.shown.row.id, about, len(self._quotes), number)
        cards = quote_cards(more, self._theme.colours)
        if (
            self._quotes
            and more
            and (more[0].day.year, more[0].day.month)
            == (
                self._quotes[-1].day.year,
                self._quotes[-1].day.month,
            )
        ):
            cards = cards[1:]  # the month's name stands above already
        self._quotes += more
        self.lists[QUOTES].add_cards(cards)

    def _more(self, value: int) -> None:
        bar = self.lists[QUOTES].verticalScrollBar()
        if len(self._quotes) < self._number and value > bar.maximum() - bar.pageStep():
            self._read_quotes(PAGE_QUOTES)

    def _go_to_month(self, key: str) -> None:
        if self.shown is None:
            return
        month = date.fromisoformat(key)
        later = sum(number for each, number in self.shown.months if each > month)
        if later >= len(self._quotes):
            self._read_quotes(later - len(self._quotes) + PAGE_QUOTES)
        self.set_tab(QUOTES)
        if later < len(self._quotes):
            quote = self._quotes[later]
            self.lists[QUOTES].choose(place_key(quote.article, quote.ordinal))
            self.lists[QUOTES].setFocus()

    def _activated(self, key: str) -> None:
        if key.startswith("q"):
            article, _, ordinal = key[1:].partition(":")
            self.quote_asked.emit(int(article), int(ordinal))
        elif key.startswith("a"):
            self.article_asked.emit(int(key[1:]))
        elif key.startswith("t"):
            self.thing_asked.emit(int(key[1:]))

    def _show_tab(self, tab: int) -> None:
        self.stack.setCurrentIndex(tab)

    def _restyle(self) -> None:
        self.name.setFont(self._theme.title_font(4.6, weight=QFont.Weight.DemiBold))
        self.role.setFont(self._theme.title_font(1.0))
        self.facts.setFont(self._theme.label_font(-0.2))
        self.also.setFont(self._theme.label_font(-0.2))
        self._stale = not self.isVisible()
        if self.shown is not None and not self._stale:
            self.show_thing(self.shown.row.id, self.about)

    def showEvent(self, event: QShowEvent) -> None:
        """A page that was not in sight when the colours changed is drawn in them now."""
        super().showEvent(event)
        if self._stale:
            self._restyle()
