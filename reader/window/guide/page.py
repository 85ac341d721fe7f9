"""The pane that shows a page of the guide: set in the reader's own type, its links followed by mouse or keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from reader.article import tr
from reader.window.guide.pages import Entry, anchors, parsed
from reader.window.guide.typeset import set_guide
from reader.window.reading.page import HANG
from reader.window.reading.structure import StructuredPage
from reader.window.theme import APART, SECTION, SPACE, Theme, character_width

WIDER = 1.2
"""Pages with tables and pictures have lines that much longer than articles."""


class GuidePage(StructuredPage):
    """`asked` carries the address of a link that the reader follows."""

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.entry: Entry | None = None
        self.setObjectName("page")
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(tr("Guide"))
        self.anchorClicked.connect(lambda url: self.asked.emit(url.toString()))
        theme.changed.connect(self._restyle)

    def sheet_name(self) -> str:
        """What a screen reader calls the document."""
        return self.entry.title if self.entry is not None else ""

    def show_page(self, entry: Entry, anchor: str = "") -> None:
        """Shows a page from its top, or from a heading."""
        self.entry = entry
        set_guide(self.document(), parsed(entry.path), entry.path, self._theme)
        self._lay_out()
        self.setAccessibleDescription(entry.title)
        self.go_to(anchor)

    def go_to(self, anchor: str) -> None:
        """Puts the caret before a heading, and that at the top; the page's beginning without one."""
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        names = anchors(parsed(self.entry.path)) if self.entry is not None and anchor else []
        if anchor not in names:
            return
        block, left = self.document().begin(), names.index(anchor)
        while block.isValid() and (left or not block.blockFormat().headingLevel()):
            left -= bool(block.blockFormat().headingLevel())
            block = block.next()
        self.setTextCursor(QTextCursor(block))
        self.set_place(self.place() + self.cursorRect().top() - 2 * SPACE)

    def place(self) -> int:
        return self.verticalScrollBar().value()

    def set_place(self, place: int) -> None:
        self.verticalScrollBar().setValue(place)

    def _restyle(self) -> None:
        if self.entry is not None:
            share = self.place() / max(1, self.verticalScrollBar().maximum())
            self.show_page(self.entry)
            self.set_place(round(share * self.verticalScrollBar().maximum()))

    def _lay_out(self) -> None:
        measure = character_width(self._theme.text_font()) * self._theme.reading.measure * WIDER
        margin = max(APART, int((self.width() - measure) / 2))
        self.setViewportMargins(margin - HANG, 0, margin - 3 * SPACE, 0)
        root = self.document().rootFrame().frameFormat()
        root.setTopMargin(SECTION)
        root.setBottomMargin(16 * SPACE)
        self.document().setDocumentMargin(0)
        self.document().rootFrame().setFrameFormat(root)
        if self.document().textWidth() != self.viewport().width():
            self.document().setTextWidth(self.viewport().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
