"""The field that takes anything: a path, an address, a text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reader.window.add_field import AddField, mime_of, path_of


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("/home/ada/page.html", Path("/home/ada/page.html")),
        ("'/home/ada/two words.pdf'", Path("/home/ada/two words.pdf")),
        ("~/page.html", Path("~/page.html").expanduser()),
        ("./page.html", Path("page.html")),
        ("C:\\Users\\ada\\page.html", Path("C:\\Users\\ada\\page.html")),
        ("file:///tmp/page.html", Path("/tmp/page.html")),
        ("https://harbour.example/bridge", None),
        ("harbour.example/bridge", None),
        ("The bridge is closed", None),
        ("/first line\n/second line", None),
        ("/" + "x" * 5000, None),
    ],
)
def test_a_path_is_told_from_an_address_and_a_text(typed: str, path: Path | None) -> None:
    assert path_of(typed) == path


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("harbour.example", "https://harbour.example"),
        ("harbour.example:8080/bridge?utm_source=x", "https://harbour.example:8080/bridge"),
        ("https://harbour.example/", "https://harbour.example/"),
        ("page.html", "page.html"),
        ("The bridge is closed.", "The bridge is closed."),
        ("closed.", "closed."),
    ],
)
def test_a_bare_domain_that_is_typed_is_an_address(typed: str, taken: str) -> None:
    assert mime_of(typed).text().rstrip("/") == taken.rstrip("/")


@pytest.fixture
def field(shown: Callable[..., QWidget]) -> tuple[AddField, list[QMimeData]]:
    made, given = AddField(), []  # type: ignore[var-annotated]
    made.added.connect(given.append)
    shown(made, 300, 40)
    made.setFocus()
    return made, given


def test_a_line_waits_for_enter(field: tuple[AddField, list[QMimeData]], tmp_path: Path) -> None:
    made, given = field
    QGuiApplication.clipboard().setText("https://harbour.example/bridge")
    QTest.keyClick(made, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert made.text() == "https://harbour.example/bridge" and not given
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert given[0].text() == "https://harbour.example/bridge" and made.text() == ""
    QTest.keyClicks(made, str(tmp_path))
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert given[1].urls()[0].toLocalFile() == str(tmp_path)
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert len(given) == 2, "nothing is added from an empty field"


def test_a_copied_article_is_added_at_once_with_its_lines(field: tuple[AddField, list[QMimeData]]) -> None:
    made, given = field
    QGuiApplication.clipboard().setText("Bridge closed\n\nIt will stay closed.")
    QTest.keyClick(made, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert given[0].text() == "Bridge closed\n\nIt will stay closed."
    assert made.text() == ""
