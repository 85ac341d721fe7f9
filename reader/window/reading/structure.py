"""The structure of the page for screen readers: a document of headings, paragraphs, quotations and list items.

Qt gives a text browser as one long text. That stays, for reading along the caret; the sheet inside it is a document
besides, whose children are the blocks with their roles and the levels of headings, as in a web page, so that readers can
go from heading to heading. The interfaces of blocks look into the document when they are asked, and are made once.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAttributesInterface,
    QAccessibleInterface,
    QImage,
    QTextBlock,
    QTextFormat,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QTextBrowser, QWidget
from shiboken6 import Shiboken

from reader.article import BlockKind, tr

KIND = QTextFormat.Property.UserProperty + 11
"""The property of a block's format that says what kind of block of the article it is."""
ROLES: dict[str, QAccessible.Role] = {
    BlockKind.QUOTATION: QAccessible.Role.BlockQuote,
    BlockKind.LIST_ITEM: QAccessible.Role.ListItem,
    BlockKind.CAPTION: QAccessible.Role.ComplementaryContent,
    BlockKind.RELATED: QAccessible.Role.ComplementaryContent,
    BlockKind.EMBED: QAccessible.Role.ComplementaryContent,
}
_NONE = Shiboken.VoidPtr(0)


class StructuredPage(QTextBrowser):
    """A page that loads nothing, and whose structure screen readers find."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tell_structure()

    @abstractmethod
    def sheet_name(self) -> str:
        """What a screen reader calls the document; empty where there is none."""

    def loadResource(self, kind: int, name: QUrl | str) -> QImage:
        """Whatever the document asks for is one transparent pixel: nothing is ever loaded."""
        del kind, name
        image = QImage(1, 1, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        return image


class Level(QAccessibleAttributesInterface):
    """The level of a heading."""

    def __init__(self, block: BlockInterface) -> None:
        super().__init__()
        self._block = block

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        return [QAccessible.Attribute.Level] if self._block.level() else []

    def attributeValue(self, key: QAccessible.Attribute) -> object:
        return self._block.level() if key == QAccessible.Attribute.Level and self._block.level() else None


class BlockInterface(QAccessibleInterface):
    """One block of the page, by its place."""

    def __init__(self, sheet: Sheet, number: int) -> None:
        super().__init__()
        self._sheet, self.number = sheet, number
        self._level = Level(self)

    def block(self) -> QTextBlock:
        return self._sheet.pane.document().findBlockByNumber(self.number)

    def level(self) -> int:
        """The level of a heading, 0 for all else."""
        return self.block().blockFormat().headingLevel() if self.isValid() else 0

    def isValid(self) -> bool:
        return Shiboken.isValid(self._sheet.pane) and self.block().isValid()

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow:
        return self._sheet.window()

    def parent(self) -> QAccessibleInterface:
        return self._sheet

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def rect(self) -> QRect:
        pane = self._sheet.pane
        box = pane.document().documentLayout().blockBoundingRect(self.block()).toRect()
        box.translate(-pane.horizontalScrollBar().value(), -pane.verticalScrollBar().value())
        return QRect(pane.viewport().mapToGlobal(box.topLeft()), box.size())

    def role(self) -> QAccessible.Role:
        if self.level():
            return QAccessible.Role.Heading
        return ROLES.get(self.block().blockFormat().stringProperty(KIND), QAccessible.Role.Paragraph)

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.readOnly = True
        state.multiLine = True
        pane = self._sheet.pane
        state.offscreen = not self.rect().intersects(
            QRect(pane.viewport().mapToGlobal(QPoint(0, 0)), pane.viewport().size())
        )
        return state

    def text(self, kind: QAccessible.Text) -> str:
        return self.block().text() if kind == QAccessible.Text.Name else ""

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Nothing of the page is written here."""

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        if kind == QAccessible.InterfaceType.AttributesInterface:
            return Shiboken.VoidPtr(Shiboken.getCppPointer(self._level)[0])
        return _NONE


class Sheet(QAccessibleWidget):
    """The document inside the pane."""

    def __init__(self, pane: StructuredPage) -> None:
        super().__init__(pane.viewport(), QAccessible.Role.Document)
        self.pane = pane
        self._blocks: dict[int, BlockInterface] = {}

    def childCount(self) -> int:
        return self.pane.document().blockCount() if self.pane.sheet_name() else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= index < self.childCount():
            return None
        if index not in self._blocks:
            self._blocks[index] = BlockInterface(self, index)
            QAccessible.registerAccessibleInterface(self._blocks[index])
        return self._blocks[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.number if isinstance(child, BlockInterface) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        point = self.pane.viewport().mapFromGlobal(QPoint(x, y))
        return self.child(self.pane.cursorForPosition(point).blockNumber())

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self.pane.sheet_name() or tr("Nothing is open")
        return super().text(kind)


def _made(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    pane = thing.parent()
    if isinstance(pane, StructuredPage) and thing is pane.viewport():
        return Sheet(pane)
    return None


def tell_structure() -> None:
    """Lets screen readers find the structure of reading panes; once for an application."""
    if not _installed:
        QAccessible.installFactory(_made)
        _installed.append(True)


_installed: list[bool] = []
