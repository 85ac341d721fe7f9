"""Which columns a window shows: as wished, as it is wide, and the page alone in focus mode."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.window.columns import Column, Columns, shown_columns

ALL = set(Column)


@pytest.mark.parametrize(
    ("wished", "asked", "width", "focus", "shown"),
    [
        (ALL, set(), 1480, False, ALL),
        (ALL, set(), 1100, False, {Column.LIST, Column.INSPECTOR}),
        (ALL, set(), 800, False, {Column.LIST}),
        (ALL, set(), 500, False, set()),
        (ALL, {Column.INSPECTOR}, 800, False, {Column.LIST, Column.INSPECTOR}),
        ({Column.LIST}, set(), 1480, False, {Column.LIST}),
        (ALL, ALL, 1480, True, set()),
    ],
)
def test_columns_make_room_for_the_page(
    wished: set[Column], asked: set[Column], width: int, focus: bool, shown: set[Column]
) -> None:
    assert shown_columns(wished, asked, width, focus=focus) == shown


@pytest.fixture
def columns(qtbot: QtBot) -> tuple[Columns, dict[Column, QWidget]]:
    widgets = {column: QWidget() for column in Column}
    for widget in widgets.values():
        qtbot.addWidget(widget)
        widget.show()
    return Columns(widgets), widgets


def visible(widgets: dict[Column, QWidget]) -> set[Column]:
    return {column for column, widget in widgets.items() if not widget.isHidden()}


def test_what_folded_comes_back_with_the_room(columns: tuple[Columns, dict[Column, QWidget]]) -> None:
    made, widgets = columns
    made.set_width(800)
    assert visible(widgets) == {Column.LIST}
    made.toggle(Column.SIDE)
    assert visible(widgets) == {Column.LIST, Column.SIDE}, "the reader asked for it"
    made.toggle(Column.SIDE)
    made.set_width(1480)
    assert visible(widgets) == {Column.LIST, Column.INSPECTOR}, "the reader hid the lists"


def test_focus_brings_all_back_as_it_was(columns: tuple[Columns, dict[Column, QWidget]]) -> None:
    made, widgets = columns
    made.set_width(1480)
    made.toggle(Column.INSPECTOR)
    made.set_focus(True)
    made.set_width(1400)
    assert visible(widgets) == set()
    made.set_focus(False)
    assert visible(widgets) == {Column.SIDE, Column.LIST}
    made.set_focus(True)
    made.toggle(Column.INSPECTOR)
    assert visible(widgets) == ALL, "asking for a column leaves focus mode"
