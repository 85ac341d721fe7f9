"""The lists of the dialogs that bring the library into order: names with facts below them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.window.organising.told_lines import ToldLines
from reader.window.theme import Reading, Theme


@pytest.fixture
def lines(qtbot: QtBot) -> Iterator[ToldLines]:
    parent = QWidget()
    parent.resize(300, 200)
    made = ToldLines(Theme(), "Rules", parent)
    made.resize(300, 200)
    made.addItems(["Weather\nHeadline has storm", "Fog"])
    qtbot.addWidget(parent)
    parent.show()
    yield made
    parent.close()


def test_a_line_is_as_high_as_what_is_told_in_it(lines: ToldLines) -> None:
    with_fact, alone = (lines.visualItemRect(lines.item(row)).height() for row in range(2))
    assert with_fact > alone
    large = ToldLines(Theme(reading=Reading(interface=200)), "Rules", lines.parentWidget())
    large.addItems(["Weather\nHeadline has storm"])
    assert large.sizeHintForRow(0) > with_fact


def test_a_name_without_end_makes_no_line_wider_than_the_list(lines: ToldLines) -> None:
    lines.addItem("Storm " * 200)
    assert lines.visualItemRect(lines.item(2)).width() <= lines.viewport().width()
    assert lines.horizontalScrollBar().maximum() == 0


def test_a_line_is_read_out_whole(lines: ToldLines) -> None:
    said = QAccessible.queryAccessibleInterface(lines).child(0).text(QAccessible.Text.Name)
    assert "Weather" in said
    assert "Headline has storm" in said


def test_what_is_chosen_can_be_seen(lines: ToldLines) -> None:
    before = lines.viewport().grab().toImage()
    lines.setCurrentRow(1)
    assert lines.viewport().grab().toImage() != before
