"""The table of contents of a long piece: its headings, to go to one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader.article import Article, BlockKind, tr
from reader.window.theme import NEAR, SPACE, TIGHT, Theme

WIDTH, LONGEST = 80 * SPACE, 120 * SPACE
TOP_LEVEL = 2


@dataclass(frozen=True)
class Heading:
    """A heading of the article, and where its part begins in the text."""

    text: str
    level: int
    start: int


def headings_of(article: Article) -> list[Heading]:
    """The headings of an article in order, the title first; none where it has no headings."""
    found = [
        Heading(block.text, max(TOP_LEVEL, block.level), block.start)
        for block in article.blocks
        if block.kind is BlockKind.HEADING and block.start is not None
    ]
    return [Heading(article.title or tr("Untitled"), 1, 0), *found] if found else []


def part_at(headings: Sequence[Heading], offset: int) -> int:
    """Which heading's part an offset of the text is in."""
    return max(0, sum(heading.start <= offset for heading in headings) - 1)


class Contents(QFrame):
    """A panel over the page that closes once a heading is chosen; `chosen` carries its offset."""

    chosen = Signal(int)

    def __init__(self, headings: Sequence[Heading], current: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Contents"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for heading in headings:
            item = QListWidgetItem("\u2003" * max(0, heading.level - TOP_LEVEL) + heading.text)
            item.setData(Qt.ItemDataRole.UserRole, heading.start)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, heading.text)
            item.setFont(theme.title_font(0.5 if heading.level <= TOP_LEVEL else 0.2, text=heading.text))
            self.list.addItem(item)
        self.list.setCurrentRow(current)
        self.list.setSpacing(TIGHT // 2)
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(NEAR, NEAR, NEAR, NEAR)
        layout.addWidget(self.list)

    def show_over(self, page: QWidget) -> None:
        """Opens over the upper left of the page, as high as its lines need."""
        width = min(WIDTH, page.width() - 2 * NEAR)
        most = min(LONGEST, page.height() - 2 * NEAR)
        self.setGeometry(QRect(page.mapToGlobal(QPoint(NEAR, NEAR)), QSize(width, most)))
        self.show()
        self.list.doItemsLayout()  # only now is known how high the lines are at this width
        end = self.list.visualItemRect(self.list.item(self.list.count() - 1)).bottom()
        self.resize(width, min(most, end + self.list.verticalScrollBar().value() + 4 * NEAR))
        self.list.scrollToItem(self.list.currentItem())
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _take(self, item: QListWidgetItem) -> None:
        start = int(item.data(Qt.ItemDataRole.UserRole))
        self.close()
        self.chosen.emit(start)
