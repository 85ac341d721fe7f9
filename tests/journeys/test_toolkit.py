"""What the window builds on keeps its promises."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot


def test_calls_into_the_toolkit_do_not_wear_out_none(qtbot: QtBot) -> None:
    """One release took a reference from None in every call; Python 3.11 aborts when none is left."""
    del qtbot
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("name")
    assert sys.getrefcount(None) > before - 500
