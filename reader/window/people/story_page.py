"""The page of a story: who is quoted in which outlet and who is missing, the words that recur, the articles."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.article import counted, mark, tr
from reader.library import Library, StoryPage, Voice
from reader.window.inspector.cards import Cards
from reader.window.people.content import article_cards, recurring_cards, story_facts
from reader.window.theme import NEAR, SECTION, SPACE, TIGHT, Theme, paint_choice

VOICES, WORDS, ARTICLES = range(3)
TABS = (mark("Who is quoted"), mark("Same words"), mark("Articles"))
MEASURE = 900
MOST_VOICES = 60
_EMPTY = (
    mark("Nobody is quoted in this story."),
    mark("No quotation stands in more than one of these articles."),
    mark("No article tells this story."),
)
_COUNT = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class Story(QWidget):
    """`quote_asked` and `article_asked` carry where to go; `thing_asked` whose page."""

    quote_asked = Signal(int, int)
    article_asked = Signal(int)
    thing_asked = Signal(int)

    def __init__(self, library: Library, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._theme = library, theme
        self.shown: StoryPage | None = None
        self._stale = False
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = QLabel(self, wordWrap=True)
        self.facts = QLabel(self, wordWrap=True)
        self.facts.setObjectName("quiet")
        for label in (self.title, self.facts):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.tabs = QTabBar(self, expanding=False, drawBase=False)
        self.tabs.setAccessibleName(tr("What is told of the story"))
        self.stack = QStackedWidget(self)
        self.voices = _Voices(theme, self)
        self.words, self.articles = (Cards(theme, tr(name), self) for name in TABS[1:])
        self._bodies: list[QWidget] = [self.voices, self.words, self.articles]
        self._empty: list[QLabel] = []
        for tab, body in enumerate(self._bodies):
            self.tabs.addTab(tr(TABS[tab]))
            self.stack.addWidget(self._page(tab, body))
        for cards in (self.words, self.articles):
            cards.setObjectName("surface")
            cards.activated_key.connect(self._activated)
        self.voices.activated.connect(self._voice)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        within = QWidget(self)
        within.setMaximumWidth(MEASURE)
        column = QVBoxLayout(within)
        column.setContentsMargins(0, SECTION, 0, 0)
        column.setSpacing(TIGHT)
        for widget in (self.title, self.facts):
            column.addWidget(widget)
        column.addSpacing(NEAR)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(6 * SPACE, 0, 6 * SPACE, 0)
        row.addStretch(1)
        row.addWidget(within, 1000)
        row.addStretch(1)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What can have the focus."""
        return (self.voices, self.words, self.articles, self.tabs)

    def show_story(self, story: int) -> None:
        """Shows a story; LibraryError where no article tells it any more."""
        page = self._library.stories.page(story)
        other = self.shown is None or self.shown.row.id != page.row.id
        self.shown = page
        c = self._theme.colours
        self.title.setText(page.row.title)
        self.facts.setText(story_facts(page.row))
        self.voices.show_voices(page.voices[:MOST_VOICES], page.outlets)
        self.words.show_cards(recurring_cards(page, c))
        self.articles.show_cards(article_cards(page.articles, c))
        self._empty[VOICES].setVisible(not page.voices)
        self._empty[WORDS].setVisible(not page.recurring)
        self._empty[ARTICLES].setVisible(not page.articles)
        self.tabs.setTabText(WORDS, f"{tr(TABS[WORDS])}  {len(page.recurring)}")
        self.tabs.setTabText(ARTICLES, f"{tr(TABS[ARTICLES])}  {len(page.articles)}")
        if other:
            self.tabs.setCurrentIndex(VOICES)

    def set_tab(self, tab: int) -> None:
        """Shows one of the tabs."""
        self.tabs.setCurrentIndex(tab)

    def current(self) -> QWidget:
        """What is shown in the chosen tab."""
        return self._bodies[self.tabs.currentIndex()]

    def chosen_thing(self) -> int | None:
        """Whose voice is chosen."""
        row = self.voices.currentIndex().row()
        if self.shown is None or self.tabs.currentIndex() != VOICES or row < 0:
            return None
        return self.shown.voices[row].thing

    def _page(self, tab: int, body: QWidget) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, NEAR, 0, 0)
        empty = QLabel(tr(_EMPTY[tab]), page, wordWrap=True)
        empty.setObjectName("empty")
        empty.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 0)
        self._empty.append(empty)
        layout.addWidget(empty)
        layout.addWidget(body, 1)
        return page

    def _activated(self, key: str) -> None:
        if key.startswith("q"):
            article, _, ordinal = key[1:].partition(":")
            self.quote_asked.emit(int(article), int(ordinal))
        elif key.startswith("a"):
            self.article_asked.emit(int(key[1:]))

    def _voice(self, index: Index) -> None:
        if self.shown is None or not index.isValid():
            return
        voice = self.shown.voices[index.row()]
        outlet = self.shown.outlets[index.column() - 1] if index.column() else ""
        ids = {each.article for each in self.shown.articles if each.outlet == outlet}
        for quote in self._library.people.quotes(voice.thing, limit=400) if ids else ():
            if quote.article in ids:
                self.quote_asked.emit(quote.article, quote.ordinal)
                return
        self.thing_asked.emit(voice.thing)

    def _restyle(self) -> None:
        self.title.setFont(self._theme.title_font(3.6, weight=QFont.Weight.DemiBold))
        self.facts.setFont(self._theme.label_font(-0.2))
        self._stale = not self.isVisible()
        if self.shown is not None and not self._stale:
            self.show_story(self.shown.row.id)

    def showEvent(self, event: QShowEvent) -> None:
        """A page that was not in sight when the colours changed is drawn in them now."""
        super().showEvent(event)
        if self._stale:
            self._restyle()


class _Voices(QTableView):
    """Voices in rows, outlets in columns: how many quotations, or that the voice is missing."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("surface")
        self.setAccessibleName(tr("Who is quoted in which outlet"))
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(_VoiceDelegate(theme, self))
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)

    def show_voices(self, voices: tuple[Voice, ...], outlets: tuple[str, ...]) -> None:
        """Shows who is quoted where."""
        model = QStandardItemModel(len(voices), len(outlets) + 1, self)
        model.setHorizontalHeaderLabels([tr("Voice"), *outlets])
        for row, voice in enumerate(voices):
            missing = voice.missing_from(outlets)
            name = QStandardItem(voice.name)
            spoken = tr("{name}, missing from {outlets}", name=voice.name, outlets=", ".join(missing))
            name.setData(spoken if missing else voice.name, Qt.ItemDataRole.AccessibleTextRole)
            model.setItem(row, 0, name)
            for column, outlet in enumerate(outlets, 1):
                number = voice.quotes.get(outlet, 0)
                item = QStandardItem(f"{number}" if number else "–")
                item.setData(number, _COUNT)
                told = counted(number, "{n} quotation", "{n} quotations") if number else tr("not quoted")
                item.setData(f"{voice.name}, {outlet}: {told}", Qt.ItemDataRole.AccessibleTextRole)
                item.setToolTip(f"{voice.name} · {outlet}: {told}")
                model.setItem(row, column, item)
        before = self.model()
        self.setModel(model)
        if before is not None:
            before.deleteLater()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setFont(self._theme.label_font(-0.5, weight=QFont.Weight.DemiBold))
        metrics = QFontMetrics(self._theme.label_font())
        widest = max((metrics.horizontalAdvance(voice.name) for voice in voices), default=80)
        header.resizeSection(0, min(260, widest + 10 * SPACE))
        for column in range(1, len(outlets) + 1):
            header.resizeSection(column, 124)
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 4 * SPACE)


class _VoiceDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: _Voices) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(96, QFontMetrics(self._theme.label_font()).height() + 4 * SPACE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        c, rect = self._theme.colours, option.rect
        number = index.data(_COUNT)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            paint_choice(painter, rect, self._theme, focused=self._view.hasFocus())
        elif number:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.lit))
            painter.drawRoundedRect(rect.adjusted(2, 3, -6, -3), TIGHT, TIGHT)
        painter.setPen(QColor(c.text if number or index.column() == 0 else c.muted))
        weight = QFont.Weight.Medium if index.column() == 0 else QFont.Weight.Normal
        painter.setFont(self._theme.label_font(weight=weight, text=str(index.data())))
        box = rect.adjusted(2 * SPACE + 2, 0, -2 * SPACE, 0)
        shown = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()
