"""The sidebar: lists and tags with their counts, and what choosing one tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from band_article import delete_what_waits
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QColor, QImage, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.library import Asked, Feed, ListKind, Query, Subscription
from reader.window.people import Across
from reader.window.sidebar import ACROSS, LISTS, Sidebar
from reader.window.theme import Theme, ThemeName

COUNTS = {ListKind.ALL: 1234, ListKind.UNREAD: 1, ListKind.TRASH: 0}
TAGS = [("brass", 2), ("موسيقى", 1), ("a tag with a name that is far too long for any sidebar", 99999)]


@pytest.fixture
def sidebar(theme: Theme, shown: Callable[..., QWidget]) -> Sidebar:
    """A sidebar with every list and three tags."""
    made = Sidebar(theme)
    shown(made, 180, 520)
    made.show_lists(COUNTS, TAGS)
    return made


def spoken(sidebar: Sidebar) -> list[str]:
    model = sidebar.model()
    return [str(model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for at in range(model.rowCount())]


def test_every_list_and_tag_has_its_count(sidebar: Sidebar) -> None:
    assert spoken(sidebar)[:2] == ["All articles, 1,234 articles", "Unread, 1 article"]
    assert spoken(sidebar)[5] == "Trash, 0 articles"
    assert spoken(sidebar)[14:16] == ["brass, 2 articles", "موسيقى, 1 article"]


def test_every_kind_of_list_is_there() -> None:
    assert {kind for kind, _, _ in LISTS} == set(ListKind)


def test_without_tags_there_is_no_heading(sidebar: Sidebar) -> None:
    sidebar.show_lists(COUNTS, [])
    assert sidebar.model().rowCount() == len(LISTS) + 2 + len(ACROSS)


def test_the_counts_are_drawn(sidebar: Sidebar) -> None:
    before = sidebar.grab().toImage()
    sidebar.show_lists(COUNTS | {ListKind.UNREAD: 77}, TAGS)
    assert sidebar.grab().toImage() != before


def test_another_theme_is_drawn(sidebar: Sidebar, theme: Theme) -> None:
    before = sidebar.grab().toImage()
    theme.choose(ThemeName.DARK)
    assert sidebar.grab().toImage() != before


def test_choosing_a_line_tells_its_query(sidebar: Sidebar, qtbot: QtBot) -> None:
    middle = sidebar.visualRect(sidebar.model().index(14, 0)).center()
    with qtbot.waitSignal(sidebar.chosen) as heard:
        QTest.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert heard.args == [Query(tag="brass")] == [sidebar.query()]


def test_choosing_what_goes_across_articles_is_told_and_kept(sidebar: Sidebar, qtbot: QtBot) -> None:
    middle = sidebar.visualRect(sidebar.model().index(len(LISTS) + 2, 0)).center()
    with qtbot.waitSignal(sidebar.across_chosen) as heard:
        QTest.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert heard.args == [Across.PEOPLE]
    sidebar.show_lists(COUNTS, TAGS)
    assert sidebar.beside() is Across.PEOPLE and sidebar.query() == Query()
    sidebar.point_at(None)
    assert sidebar.beside() is None and sidebar.currentIndex().row() == 0


def test_steps_go_over_the_heading_and_stop_at_the_ends(sidebar: Sidebar) -> None:
    heard: list[Query] = []
    sidebar.chosen.connect(heard.append)
    for _ in range(14):
        sidebar.step(1)
    assert [query.tag for query in heard[-3:]] == [name for name, _ in TAGS]
    assert len(heard) == len(LISTS) - 1 + len(TAGS)
    for _ in range(14):
        sidebar.step(-1)
    assert sidebar.query() == Query()


def test_new_counts_keep_the_choice_and_tell_nothing(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.choose(Query(tag="brass"))
    with qtbot.assertNotEmitted(sidebar.chosen):
        sidebar.show_lists(COUNTS, [("art", 1), *TAGS])
    assert sidebar.query() == Query(tag="brass")


def test_a_chosen_tag_that_is_gone_gives_way_to_all_articles_and_says_so(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.choose(Query(tag="brass"))
    with qtbot.waitSignal(sidebar.chosen, timeout=500) as heard:
        sidebar.show_lists(COUNTS, TAGS[1:])
    assert heard.args == [Query()] == [sidebar.query()]


def test_counting_again_and_again_leaves_nothing_behind(sidebar: Sidebar) -> None:
    for _ in range(5):
        sidebar.show_lists(COUNTS, TAGS)
    delete_what_waits()
    assert len(sidebar.findChildren(QStandardItemModel)) == 1


def test_a_feed_has_its_own_icon_and_one_that_is_none_the_common_one(sidebar: Sidebar) -> None:
    drawn, held = QImage(32, 32, QImage.Format.Format_RGB32), QBuffer()
    drawn.fill(0xFF00FF)
    held.open(QBuffer.OpenModeFlag.WriteOnly)
    assert drawn.save(held, "PNG")  # type: ignore[call-overload]

    def is_drawn(icon: bytes | None) -> bool:
        held = Subscription("k", "https://harbour.example/feed")
        feed = Feed(held, "Harbour", "", "", icon, None, "", Asked("k"), 1, 2)
        sidebar.show_lists(COUNTS, [], [feed])
        shown = sidebar.grab().toImage()
        points = ((x, y) for x in range(0, 60, 2) for y in range(0, shown.height(), 2))
        return any(shown.pixelColor(x, y) == QColor(255, 0, 255) for x, y in points)

    assert is_drawn(held.data().data())
    assert not is_drawn(None) and not is_drawn(b"no picture")
