"""Pages that share a place in the window, of which only the one in sight stands in it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reader.window.shared_place import SharedPlace


def test_only_the_first_page_and_the_one_in_sight_stand_in_the_window(qtbot: QtBot) -> None:
    place = SharedPlace()
    qtbot.addWidget(place)
    first, second, third = QLabel("first"), QPushButton("second"), QLabel("third")
    for page in (first, second, third):
        place.add_page(page)
    place.show()
    assert place.currentWidget() is first
    place.show_page(second)
    assert second.isVisible()
    assert place.currentWidget() is second
    assert [page.window() is place for page in (first, second, third)] == [True, True, False]
    place.show_page(third)
    assert [page.window() is place for page in (first, second, third)] == [True, False, True]
    assert not second.isVisible()
    place.show_first()
    assert first.isVisible()
    assert [page.isVisible() for page in (second, third)] == [False, False]


def test_a_page_is_dressed_when_it_comes_into_sight(qtbot: QtBot) -> None:
    place = SharedPlace()
    qtbot.addWidget(place)
    first, second = QLabel("first"), QLabel("second")
    place.add_page(first)
    place.add_page(second)
    place.show()
    place.setStyleSheet("QLabel { color: #123456; }")
    assert second.palette().windowText().color().name() != "#123456"
    place.show_page(second)
    assert second.palette().windowText().color().name() == "#123456"
