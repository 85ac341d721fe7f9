"""The list of articles: paged from the library, drawn whatever the titles are, chosen one by one or several at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from band_article import MOMENT, row
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.article import Block, BlockKind, Capture, article_of, resource
from reader.library import Library, ListKind, Query, changes
from reader.window.article_list import PAGE_ROWS, ROW, ArticleList, ArticleModel, age, empty_sentence, set_lines, spoken
from reader.window.theme import Theme, ThemeName

Shown = Callable[..., QWidget]


@pytest.fixture
def listed(stocked: Library, theme: Theme, shown: Shown) -> ArticleList:
    """The list of all 130 articles, the newest on top, none chosen."""
    made = ArticleList(stocked, theme)
    shown(made, 300, 520)
    made.show_query(Query())
    return made


def ids(model: ArticleModel) -> list[int]:
    return [model.index(at, 0).data(ROW).id for at in range(model.rowCount())]


def choose_lines(listed: ArticleList, first: int, *more: int) -> None:
    """Clicks a line, and others with Ctrl."""
    for number, at in enumerate((first, *more)):
        index = listed.rows.index(at, 0)
        listed.scrollTo(index)
        modifier = Qt.KeyboardModifier.ControlModifier if number else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, modifier, listed.visualRect(index).center())


def test_rows_come_page_by_page_each_once(stocked: Library, qtbot: QtBot) -> None:
    model = ArticleModel(stocked)
    model.show_query(Query())
    assert model.rowCount() == PAGE_ROWS
    sizes = []
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
        sizes.append(model.rowCount())
    assert sizes == [120, 130]
    assert ids(model) == [r.id for r in stocked.rows(Query(), 0, 1000)]


def test_the_model_keeps_the_rules_of_models(stocked: Library, qtmodeltester: object) -> None:
    model = ArticleModel(stocked)
    model.show_query(Query())
    qtmodeltester.check(model)  # type: ignore[attr-defined]


def test_scrolling_to_the_end_fetches_all(listed: ArticleList, qtbot: QtBot) -> None:
    bar = listed.verticalScrollBar()
    for _ in range(4):
        bar.setValue(bar.maximum())
        qtbot.wait(1)
    assert listed.rows.rowCount() == 130


def test_articles_that_went_meanwhile_end_the_list(stocked: Library, qtbot: QtBot) -> None:
    model = ArticleModel(stocked)
    model.show_query(Query())
    stocked.perform(changes.Trash(tuple(r.id for r in stocked.rows(Query(), 50, 80))))
    model.fetchMore(QModelIndex())
    assert not model.canFetchMore(QModelIndex())
    assert model.rowCount() == PAGE_ROWS


def test_an_article_far_down_is_fetched_to_be_chosen(listed: ArticleList, stocked: Library, qtbot: QtBot) -> None:
    last = stocked.rows(Query(), 129, 1)[0].id
    with qtbot.waitSignal(listed.opened) as heard:
        assert listed.choose(last)
    assert heard.args == [last] == [listed.current()]
    assert listed.viewport().rect().intersects(listed.visualRect(listed.currentIndex()))
    assert not listed.choose(99999)


def test_coming_to_an_article_tells_it_and_steps_stop_at_the_ends(listed: ArticleList) -> None:
    heard: list[int] = []
    listed.opened.connect(heard.append)
    assert listed.current() is None
    assert all(listed.step(1) for _ in range(130))
    assert not listed.step(1)
    assert heard == ids(listed.rows)
    assert listed.step(-1)
    assert listed.current() == ids(listed.rows)[-2]


def test_steps_to_unread_articles_leave_out_the_others(listed: ArticleList, stocked: Library) -> None:
    rows = stocked.rows(Query(), 0, 130)
    stocked.perform(changes.SetRead(tuple(r.id for r in rows if r.id != rows[100].id), True))
    listed.refresh()
    assert listed.step(1, unread=True)
    assert listed.current() == rows[100].id
    assert not listed.step(1, unread=True)
    assert listed.current() == rows[100].id


def test_the_unread_state_is_drawn_and_said(listed: ArticleList, stocked: Library) -> None:
    first = listed.rows.index(0, 0)
    assert "unread" in str(first.data(Qt.ItemDataRole.AccessibleTextRole))
    before = listed.grab().toImage()
    stocked.perform(changes.SetRead((first.data(ROW).id,), True))
    listed.refresh()
    assert "unread" not in str(listed.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert listed.grab().toImage() != before


def test_several_are_chosen_in_the_order_of_the_list(listed: ArticleList) -> None:
    everything = ids(listed.rows)
    choose_lines(listed, 4, 1, 3)
    assert listed.chosen() == (everything[1], everything[3], everything[4])


def test_what_is_chosen_stays_chosen_after_a_change(listed: ArticleList, stocked: Library, qtbot: QtBot) -> None:
    everything = ids(listed.rows)
    choose_lines(listed, 4, 1, 3)
    current = listed.current()
    with qtbot.assertNotEmitted(listed.opened):
        stocked.perform(changes.SetBookmarked(listed.chosen(), True))
        listed.refresh()
        assert listed.chosen() == (everything[1], everything[3], everything[4])
        assert listed.current() == current
        stocked.perform(changes.Trash((everything[0], everything[1])))
        listed.refresh()
        assert listed.chosen() == (everything[3], everything[4])


def test_a_refresh_keeps_the_place(listed: ArticleList, stocked: Library, qtbot: QtBot) -> None:
    for _ in range(2):
        listed.verticalScrollBar().setValue(listed.verticalScrollBar().maximum())
        qtbot.wait(1)
    before = listed.verticalScrollBar().value()
    listed.refresh()
    qtbot.wait(1)
    assert listed.verticalScrollBar().value() == before > 0


def test_another_list_begins_at_its_top_with_nothing_chosen(
    listed: ArticleList, stocked: Library, qtbot: QtBot
) -> None:
    stocked.perform(changes.SetBookmarked(tuple(ids(listed.rows)[:40]), True))
    listed.choose(ids(listed.rows)[50])
    with qtbot.assertNotEmitted(listed.opened):
        listed.show_query(Query(kind=ListKind.BOOKMARKED))
    assert listed.rows.rowCount() == 40
    assert listed.current() is None and listed.chosen() == ()
    assert listed.verticalScrollBar().value() == 0


TITLES = {
    "long": "A ferry " * 400,
    "one word": "ferry" * 200,
    "right to left": "عبارة الميناء القديم لم تصل هذا الصباح بسبب الضباب الكثيف فوق النهر " * 3,
    "Chinese": "渡轮今天早上没有到达旧港口因为河上有浓雾" * 10,
    "balloons": "🎈" * 300,
    "marks upon marks": "e" + "\u0301\u0323" * 200,
    "none": "",
    "controls": "a\tb\nc\u2028d\x00e\u202ef",
}


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES.keys())
@pytest.mark.parametrize("name", [ThemeName.LIGHT, ThemeName.DARK])
def test_every_title_is_drawn(title: str, name: ThemeName, library: Library, theme: Theme, shown: Shown) -> None:
    article = article_of([Block(BlockKind.PARAGRAPH, title or "Body.")], title=title or None, publisher=title)
    library.add(Capture(b"x", "text/plain", "x.txt", "file", MOMENT), article)
    number = library.rows(Query())[0].id
    library.perform(changes.SetBookmarked((number,), True))
    theme.choose(name)
    listed = ArticleList(library, theme)
    shown(listed, 240, 300)
    listed.show_query(Query())
    listed.setFocus()
    listed.choose(number)
    image = listed.grab().toImage()
    assert len(inks(image)) > 8, "something is drawn"


def inks(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, min(110, image.height()), 2)}


@pytest.fixture
def font(theme: Theme) -> Iterator[QFont]:
    yield theme.text_font()


@pytest.mark.parametrize("title", ["🎈🎺 " * 30, "A ferry came in. " * 20, "渡轮今天早上没有到达" * 10, "𠀀𠀁" * 40])
def test_lines_follow_each_other_without_a_gap(title: str, font: QFont) -> None:
    lines = set_lines(title, font, 200, 99)
    assert len(lines) > 2
    assert "".join(lines) == title


def test_the_last_line_says_that_there_is_more(font: QFont) -> None:
    lines = set_lines("🎈 A ferry came in at dawn and went. " * 20, font, 200, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert ("🎈 A ferry came in at dawn and went. " * 2).startswith(lines[0] + lines[1][:-1])
    assert set_lines("One line", font, 2000, 2) == ["One line"]
    assert set_lines("", font, 200, 2) == []
    assert set_lines("nothing", font, 200, 0) == []


@pytest.mark.parametrize(
    ("query", "says"),
    [
        *((Query(kind=kind), "") for kind in ListKind),
        (Query(tag="brass"), "tag"),
        (Query(words="zebra"), "“zebra”"),
    ],
    ids=str,
)
def test_an_empty_list_says_what_would_fill_it(
    query: Query, says: str, library: Library, theme: Theme, shown: Shown
) -> None:
    icon, title, sentence = empty_sentence(query)
    assert says in f"{title} {sentence}" and sentence.endswith(".")
    assert resource(f"icons/{icon}.svg").is_file()
    listed = ArticleList(library, theme)
    shown(listed, 280, 300)
    listed.show_query(query)
    assert len(inks(listed.grab().toImage())) > 3


def test_a_row_is_said_headline_first() -> None:
    said = spoken(row(bookmarked=True, noted=True, published="2018-05-03"))
    assert said == "Band without a hall, unread, bookmarked, has notes, Orley Messenger, 3 May 2018"
    assert spoken(row(unread=False, publisher="")).startswith("Band without a hall, Lena Fisk, ")


@pytest.mark.parametrize(
    ("published", "printed"),
    [
        ("2026-11-03T07:00", "today"),
        ("2026-11-02T23:59", "yesterday"),
        ("2026-11-04", "4 Nov"),
        ("2026-05-03T10:00+02:00", "3 May"),
        ("2018-05-03", "3 May 2018"),
        ("2018-05", "2018-05"),
        ("2018", "2018"),
        ("one day", "one day"),
    ],
)
def test_age_is_short(published: str, printed: str) -> None:
    now = datetime(2026, 11, 3, 12, 0).astimezone()
    assert age(row(published=published), now) == printed


def test_the_age_of_what_has_no_date_is_that_of_its_coming_in() -> None:
    now = MOMENT.astimezone()
    assert age(row(published=None, added=now - timedelta(days=1)), now) == "yesterday"
