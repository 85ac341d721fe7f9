"""The inspector beside the article: who said what, who and what is named, when, the reader's notes, and the source."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from reader.article import Edit, tr
from reader.library import Note, Opened
from reader.window.inspector.cards import Card, Cards
from reader.window.inspector.content import (
    Wanted,
    date_cards,
    entity_cards,
    piece_edit,
    piece_reason,
    quote_cards,
    source_cards,
    source_facts,
)
from reader.window.inspector.note_cards import note_cards
from reader.window.inspector.tabs import ENTITIES, ICONS, NOTES, QUOTES, SOURCE, TABS, TIMELINE, empty_sentence
from reader.window.theme import HEADER, SPACE, Theme

AUTOSAVE_MS = 1000


class Inspector(QWidget):
    """Signals name what the reader chose; they carry the keys of entities, quotations, dates, notes, and edits."""

    quote_chosen = Signal(int)
    entity_chosen = Signal(str)
    mention_step = Signal(int)
    date_chosen = Signal(int)
    note_chosen = Signal(str)
    note_edited = Signal(str, str)
    note_deleted = Signal(str)
    edit_asked = Signal(Edit)
    raw_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._opened: Opened | None = None
        self._by_speaker = False
        self._note_key = ""
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs = QTabBar(self)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setAccessibleName(tr("Inspector tabs"))
        self._stack = QStackedWidget(self)
        self.lists = [Cards(theme, tr(name), self) for name in TABS]
        for tab, title in enumerate(TABS):
            self.tabs.addTab("")
            self.tabs.setAccessibleTabName(tab, tr(title))
            self.tabs.setTabToolTip(tab, f"{tr(title)} (Alt+{tab + 1})")
            self._stack.addWidget(self._page(tab))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.tabs.setMinimumHeight(HEADER)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack)
        self.tabs.currentChanged.connect(self._show_tab)
        self.lists[QUOTES].chosen.connect(lambda key: self.quote_chosen.emit(int(key)))
        self.lists[ENTITIES].chosen.connect(self.entity_chosen)
        self.lists[TIMELINE].chosen.connect(lambda key: self.date_chosen.emit(int(key)))
        self.lists[NOTES].chosen.connect(self._note_chosen)
        self.lists[SOURCE].activated_key.connect(self._edit_piece)
        self.lists[SOURCE].chosen.connect(self._show_piece)
        self.lists[NOTES].installEventFilter(self)
        self.lists[SOURCE].installEventFilter(self)
        self._saving = QTimer(self, interval=AUTOSAVE_MS, singleShot=True)
        self._saving.timeout.connect(self.save_note)
        theme.changed.connect(self._fill)
        self._icons()
        self._show_tab(QUOTES)
        self.show_article(None)

    def _show_tab(self, current: int) -> None:
        """Names the chosen tab; the others are their icons, so that all fit beside each other."""
        self._stack.setCurrentIndex(current)
        for tab, title in enumerate(TABS):
            self.tabs.setTabText(tab, tr(title).replace("&", "&&") if tab == current else "")
        if current == SOURCE:
            self._show_piece()

    def _page(self, tab: int) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 2 * SPACE, 0, 0)
        layout.setSpacing(SPACE)
        bar = QHBoxLayout()
        bar.setContentsMargins(4 * SPACE, 0, 4 * SPACE, SPACE)
        empty = QLabel(page, wordWrap=True)
        empty.setObjectName("empty")
        empty.setContentsMargins(4 * SPACE, 2 * SPACE, 4 * SPACE, 2 * SPACE)
        if tab == QUOTES:
            self.order = QPushButton(tr("Group by speaker"), page)
            self.order.setCheckable(True)
            self.order.toggled.connect(self._set_order)
            self.wanted = QComboBox(page)
            self.wanted.setAccessibleName(tr("Which quotations"))
            for wanted in Wanted:
                self.wanted.addItem(tr(wanted.value), wanted)
            self.wanted.currentIndexChanged.connect(self._fill)
            bar.addWidget(self.order)
            bar.addStretch()
            bar.addWidget(self.wanted)
        elif tab == ENTITIES:
            self._count = QLabel("", page)
            self._previous, self._next = QPushButton("‹", page), QPushButton("›", page)
            for button, step, name in (
                (self._previous, -1, tr("Previous mention")),
                (self._next, 1, tr("Next mention")),
            ):
                button.setAccessibleName(name)
                button.setToolTip(name)
                button.clicked.connect(lambda _checked, step=step: self.mention_step.emit(step))
            bar.addWidget(self._count)
            bar.addStretch()
            bar.addWidget(self._previous)
            bar.addWidget(self._next)
        elif tab == SOURCE:
            self._facts = QLabel("", page, wordWrap=True)
            self._facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.piece_button = QPushButton(tr("Put back"), page)
            self.piece_button.setEnabled(False)
            self.piece_button.clicked.connect(lambda: self._edit_piece(self.lists[SOURCE].current_key()))
            self.raw = QPushButton(tr("Show what came in"), page)
            self.raw.setCheckable(True)
            self.raw.toggled.connect(self._toggle_raw)
            bar.addWidget(self.piece_button)
            bar.addWidget(self.raw)
            bar.addStretch()
            facts = QVBoxLayout()
            facts.setContentsMargins(4 * SPACE, SPACE, 4 * SPACE, 2 * SPACE)
            facts.addWidget(self._facts)
            self.reason = QLabel("", page, wordWrap=True)
            self.reason.setObjectName("empty")
            self.reason.setAccessibleName(tr("Why the chosen piece is here"))
            self.reason.setTextFormat(Qt.TextFormat.PlainText)
            self.reason.setContentsMargins(4 * SPACE, 0, 4 * SPACE, 2 * SPACE)
            layout.addLayout(facts)
        layout.addLayout(bar)
        layout.addWidget(empty)
        self.lists[tab].setProperty("empty", empty)
        if tab == NOTES:
            split = QSplitter(Qt.Orientation.Vertical, page)
            split.addWidget(self.lists[tab])
            self.editor = QPlainTextEdit(page)
            self.editor.setObjectName("note")
            self.editor.setPlaceholderText(tr("Write a note…"))
            self.editor.setAccessibleName(tr("Note"))
            self.editor.setTabChangesFocus(True)
            self.editor.textChanged.connect(self._start_saving)
            self.editor.installEventFilter(self)
            split.addWidget(self.editor)
            split.setStretchFactor(0, 3)
            layout.addWidget(split, 1)
        elif tab == SOURCE:
            self.raw_text = QPlainTextEdit(page, readOnly=True)
            self.raw_text.setAccessibleName(tr("What came in, as it was"))
            self.raw_text.hide()
            layout.addWidget(self.reason)
            layout.addWidget(self.lists[tab], 1)
            layout.addWidget(self.raw_text, 1)
        else:
            layout.addWidget(self.lists[tab], 1)
        return page

    def show_article(self, opened: Opened | None) -> None:
        """Shows what is known of an article; the same one anew keeps what is chosen."""
        other = opened is None or self._opened is None or opened.row.id != self._opened.row.id
        if other:
            self.save_note()
        before = self._note()
        self._opened = opened
        if not other:
            self._follow_note(before)
        else:
            self._note_key = ""
            self.raw.setChecked(False)
            for cards in self.lists:
                cards.show_cards([])
            self._count.setText("")
            self._set_editor("")
        self._fill()

    def set_tab(self, tab: int) -> None:
        self.tabs.setCurrentIndex(tab)

    def point_at_entity(self, key: str) -> None:
        """Shows the card of an entity that the reader points at in the text."""
        self.lists[ENTITIES].choose(key, tell=False)

    def point_at_quote(self, index: int) -> None:
        """Shows the card of a quotation that the reader points at in the text."""
        self.lists[QUOTES].choose(str(index), tell=False)

    def step_quote(self, step: int) -> None:
        """Chooses the next or previous quotation, in the order in which they are listed."""
        cards = self.lists[QUOTES]
        keys = cards.keys()
        if not keys:
            return
        current = cards.current_key()
        at = keys.index(current) + step if current in keys else (0 if step > 0 else len(keys) - 1)
        cards.choose(keys[at % len(keys)])

    def current_quote(self) -> int | None:
        key = self.lists[QUOTES].current_key()
        return int(key) if key else None

    def show_count(self, current: int, total: int) -> None:
        """Says which of an entity's mentions is lit."""
        self._count.setText(tr("{at} of {all}", at=current + 1, all=total) if total else "")

    def show_raw(self, text: str) -> None:
        """Shows what came in, as text."""
        self.raw_text.setPlainText(text)

    def write_note(self, key: str) -> None:
        """Opens a note for writing."""
        self.set_tab(NOTES)
        self.lists[NOTES].choose(key, tell=False)
        self._edit_note(key)
        self.editor.setFocus()

    def save_note(self) -> None:
        """Gives out what was typed since the note was last saved."""
        self._saving.stop()
        note, body = self._note(), self.editor.toPlainText()
        if note is not None and body != note.body:
            self.note_edited.emit(note.key, body)

    def _note(self) -> Note | None:
        """The note that is open for writing, as the library has it."""
        notes = self._opened.notes if self._opened is not None else ()
        return next((note for note in notes if note.key == self._note_key), None)

    def _follow_note(self, before: Note | None) -> None:
        """Shows the open note as it now is, after an undo, say; what is just being typed stays."""
        now = self._note()
        if now is None:
            self._note_key = ""
            self._set_editor("")
        elif before is not None and self.editor.toPlainText() == before.body != now.body:
            self._set_editor(now.body)

    def _start_saving(self) -> None:
        self._saving.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            own = Qt.Key.Key_Escape if watched is self.editor else Qt.Key.Key_Delete
            own = Qt.Key.Key_Return if watched is self.lists[SOURCE] else own
            if event.key() == own:  # the window's command on this key is not meant here
                event.accept()
                return True
        if watched is self.editor and event.type() == QEvent.Type.FocusOut:
            self.save_note()
        if (
            watched is self.editor
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self.lists[NOTES].setFocus()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.tabs.currentIndex() == NOTES and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            key = self.lists[NOTES].current_key()
            if key:
                self.note_deleted.emit(key)
                return
        super().keyPressEvent(event)

    def _fill(self) -> None:
        """Shows all that is known anew: the tab in sight at once, each of the others when it is looked at."""
        opened = self._opened
        self._icons()
        if opened is not None:
            self._facts.setText(source_facts(opened))
        quoted = opened is not None and opened.analysis is not None and bool(opened.analysis.quotes)
        self.order.setVisible(quoted)
        self.wanted.setVisible(quoted)
        named = opened is not None and opened.analysis is not None and bool(opened.analysis.entities)
        self._previous.setVisible(named)
        self._next.setVisible(named)
        self.editor.setVisible(bool(self._note_key))
        for tab, cards in enumerate(self.lists):
            cards.show_later(partial(self._cards, tab))
        if self.lists[SOURCE].isVisible() or opened is None:
            self._show_piece()

    def _cards(self, tab: int) -> list[Card]:
        """What a tab has to show; where that is nothing, it says so."""
        cards = self._contents(tab)
        opened, empty = self._opened, self.lists[tab].property("empty")
        empty.setText(empty_sentence(tab, opened, chosen=not self.order.isHidden()))
        empty.setVisible(not cards and opened is not None)
        return cards

    def _contents(self, tab: int) -> list[Card]:
        opened, c = self._opened, self._theme.colours
        if opened is None:
            return []
        if tab == NOTES:
            return note_cards(opened, c, dict(opened.colours))
        if tab == SOURCE:
            return source_cards(opened, c)
        if opened.analysis is None:
            return []
        if tab == ENTITIES:
            return entity_cards(opened.analysis, c)
        if tab == TIMELINE:
            return date_cards(opened.article, opened.analysis, c)
        wanted = Wanted(self.wanted.currentData())
        return quote_cards(opened.analysis, c, by_speaker=self._by_speaker, wanted=wanted)

    def _icons(self) -> None:
        for tab, name in enumerate(ICONS):
            self.tabs.setTabIcon(tab, self._theme.icon(name, "text"))
        self._facts.setFont(self._theme.label_font(-0.3))
        self.raw_text.setFont(self._theme.code_font())

    def _set_order(self, by_speaker: bool) -> None:
        self._by_speaker = by_speaker
        self.order.setText(tr("In order") if by_speaker else tr("Group by speaker"))
        self._fill()

    def _note_chosen(self, key: str) -> None:
        self.save_note()
        self._edit_note(key)
        self.note_chosen.emit(key)

    def _edit_note(self, key: str) -> None:
        self._note_key = key
        note = self._note()
        self._note_key = key if note is not None else ""
        self._set_editor(note.body if note is not None else "")
        self.editor.setVisible(note is not None)

    def _set_editor(self, text: str) -> None:
        self.editor.blockSignals(True)
        self.editor.setPlainText(text)
        self.editor.blockSignals(False)

    def _show_piece(self) -> None:
        """Says why the chosen piece is where it is, and what can be done with it."""
        key = self.lists[SOURCE].current_key()
        self.piece_button.setEnabled(bool(key))
        self.piece_button.setText(tr("Take out") if key.startswith("b") else tr("Put back"))
        self.reason.setText(piece_reason(self._opened.article, key) if self._opened is not None else "")
        self.reason.setVisible(bool(key) and not self.raw.isChecked())

    def _edit_piece(self, key: str) -> None:
        """Puts the chosen piece back, or takes the chosen block out."""
        if self._opened is not None and key:
            self.edit_asked.emit(piece_edit(self._opened.article, key))

    def _toggle_raw(self, on: bool) -> None:
        self.lists[SOURCE].setVisible(not on)
        self.raw_text.setVisible(on)
        self.piece_button.setVisible(not on)
        self._show_piece()
        self.raw.setText(tr("Show what was taken away") if on else tr("Show what came in"))
        if on:
            self.raw_asked.emit()
