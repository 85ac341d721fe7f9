"""The columns of the window, and which are shown: as the reader wishes, as the width allows, and the page alone in focus
mode."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reader.window.theme import HEADER, NEAR, SPACE


class Column(StrEnum):
    SIDE = "side"
    LIST = "list"
    INSPECTOR = "inspector"


FOLD_BELOW = {Column.SIDE: 1160, Column.INSPECTOR: 1000, Column.LIST: 640}
"""In a window that is narrower than this a column makes room for the page, unless the reader asks for it."""


def shown_columns(
    wished: Collection[Column], asked: Collection[Column], width: int, *, focus: bool = False
) -> set[Column]:
    """The columns to show beside the page: those wished for that fit, and those asked for in spite of the width."""
    if focus:
        return set()
    return {column for column in wished if width >= FOLD_BELOW[column] or column in asked}


class Columns:
    """Shows and hides the columns of one window."""

    def __init__(self, widgets: Mapping[Column, QWidget]) -> None:
        self._widgets = widgets
        self._wished = set(Column)
        self._asked: set[Column] = set()
        self._idle: set[Column] = set()
        self._width = max(FOLD_BELOW.values())
        self.focus = False

    def toggle(self, column: Column) -> None:
        """Shows a column that is hidden, also in a window too narrow for it, or hides one that is shown."""
        if self.focus:
            self.set_focus(False)
        if self._widgets[column].isHidden():
            self._wished.add(column)
            self._asked.add(column)
        else:
            self._wished.discard(column)
            self._asked.discard(column)
        self._apply()

    def show(self, column: Column) -> None:
        """Shows a column, as something is to be seen in it; not in focus mode."""
        if self._widgets[column].isHidden() and not self.focus:
            self.toggle(column)

    def set_idle(self, column: Column, on: bool) -> None:
        """A column has nothing to say of what is shown now, or has again."""
        (self._idle.add if on else self._idle.discard)(column)
        self._apply()

    def set_focus(self, on: bool) -> None:
        """The page alone, or all as it was."""
        self.focus = on
        self._apply()

    def set_width(self, width: int) -> None:
        """The window has another width."""
        self._asked = {column for column in self._asked if width < FOLD_BELOW[column]}
        self._width = width
        self._apply()

    def _apply(self) -> None:
        shown = shown_columns(self._wished, self._asked, self._width, focus=self.focus) - self._idle
        for column, widget in self._widgets.items():
            if widget.isHidden() is (column in shown):
                widget.setVisible(column in shown)


def headed_column(parent: QWidget, field: QWidget, *beside: QWidget) -> tuple[QWidget, QVBoxLayout]:
    """A column of the window with a field, and what stands beside it, in the band at its top; and the layout that takes
    what the field is about below."""
    column = QWidget(parent)
    column.setObjectName("side")
    column.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    band = QWidget(column)
    band.setMinimumHeight(HEADER)
    within = QHBoxLayout(band)
    within.setContentsMargins(3 * SPACE, SPACE, 3 * SPACE, SPACE)
    within.setSpacing(NEAR)
    within.addWidget(field, 1)
    for widget in beside:
        within.addWidget(widget)
    layout.addWidget(band)
    return column, layout
