"""The guide in the window: its pages and headings, links and search, the keys that lead through it and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontInfo, QTextBlock
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.window.guide import GuideView
from reader.window.guide.pages import Entry, anchors, contents, headings, matching, parsed, start, target
from reader.window.theme import Theme

ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
Key = Qt.Key


def entry(name: str) -> Entry:
    return next(each for each in contents() if each.path.name == name)


@pytest.fixture
def guide(theme: Theme, shown: Callable[..., QWidget], qtbot: QtBot) -> Iterator[GuideView]:
    holder = QWidget()
    made = GuideView(theme, holder)
    QVBoxLayout(holder).addWidget(made)
    shown(holder, 1100, 700)
    made.page.setFocus()
    qtbot.waitUntil(made.page.hasFocus)
    yield made  # and the holder lives as long


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
    QApplication.processEvents()


def blocks(guide: GuideView) -> list[QTextBlock]:
    document = guide.page.document()
    return [document.findBlockByNumber(number) for number in range(document.blockCount())]


def test_the_pages_are_those_of_the_index_in_its_order() -> None:
    sections = list(dict.fromkeys(each.section for each in contents()))
    assert sections[0] == "Begin" and sections[-1] == "For developers"
    assert entry("keyboard.md").title == "Keys"
    assert entry("keyboard.md").sentence == "every command with its keys."
    assert all(each.path.is_file() for each in contents())


def test_links_are_told_from_those_that_lead_out() -> None:
    page = entry("back-up.md").path
    assert target(page, "settings.md") == (entry("settings.md"), "")
    assert target(page, "../ARCHITECTURE.md#layers") == (entry("ARCHITECTURE.md"), "layers")
    assert target(page, "#where-it-lies") == (entry("back-up.md"), "where-it-lies")
    assert target(page, "https://example.org/settings.md") is None
    assert target(page, "../reader/__init__.py") is None
    assert target(page, "../../../../etc/passwd") is None


def test_headings_of_one_name_are_told_apart(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# `verbatim` & more\n\n## Keys\n\ntext\n\n## Keys\n", "utf-8")
    assert anchors(parsed(page)) == ["verbatim--more", "keys", "keys-1"]


def test_every_word_of_a_search_begins_a_word_and_pages_come_first() -> None:
    found = matching("back", headings())
    assert found[0].page == entry("back-up.md") and found[0].level == 1
    assert "Go back to a backup" in [heading.words for heading in found]
    assert matching("go backup", headings())
    assert matching("zeppelin", headings()) == []


@pytest.mark.parametrize("page", [start(), *contents()], ids=lambda page: page.path.name)
def test_every_page_is_set(page: Entry, guide: GuideView) -> None:
    guide.come_to(page)
    told = guide.page.toPlainText()
    assert told.startswith(page.title) or page.path.name in {"README.md", "ARCHITECTURE.md"} or len(told) > 200
    levels = [block.blockFormat().headingLevel() for block in blocks(guide)]
    assert levels[0] == 1
    assert len([level for level in levels if level]) == len(anchors(parsed(page.path)))
    assert "<kbd>" not in told and "](" not in told


def test_code_keys_and_tables_are_set_as_such(guide: GuideView) -> None:
    guide.come_to(entry("back-up.md"))
    code = next(block for block in blocks(guide) if block.text().startswith("verbatim backup"))
    assert QFontInfo(code.begin().fragment().charFormat().font()).fixedPitch()
    guide.come_to(entry("keyboard.md"))
    cells = [block.text() for block in blocks(guide)]
    assert cells.index("NetNewsWire") - cells.index("Command") == 4
    assert guide.page.document().rootFrame().childFrames()


def test_pictures_are_shown_with_their_words(guide: GuideView) -> None:
    guide.come_to(entry("first-ten-minutes.md"))
    words = "The article in the middle; on the right every quotation with its speaker"
    caption = next(block for block in blocks(guide) if block.text() == words)
    shape = caption.previous().begin().fragment().charFormat().toImageFormat()
    assert shape.isValid()
    assert shape.property(shape.Property.ImageAltText) == words
    assert caption.previous().layout().boundingRect().height() > 100


def test_links_go_and_one_key_goes_back_to_the_same_place(guide: GuideView) -> None:
    guide.come_to(entry("back-up.md"))
    guide.page.set_place(120)
    before = guide.page.place()
    guide.follow("privacy.md#sign-ins")
    assert guide.page.entry == entry("privacy.md")
    assert guide.page.textCursor().block().text().startswith("Sign-ins")
    assert guide.page.place() > 0
    press(Key.Key_Left, ALT)
    assert (guide.page.entry, guide.page.place()) == (entry("back-up.md"), before)
    press(Key.Key_Left, ALT)
    assert guide.page.entry == start()


def test_back_from_the_first_page_and_esc_close(guide: GuideView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(guide.closed):
        press(Key.Key_Left, ALT)
    with qtbot.waitSignal(guide.closed):
        press(Key.Key_Escape)


def test_links_are_reached_and_followed_by_keys(guide: GuideView) -> None:
    press(Key.Key_Tab)
    press(Key.Key_Return)
    assert guide.page.entry == contents()[0]


def test_a_link_that_leads_out_is_told_and_not_followed(guide: GuideView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(guide.told) as told:
        guide.follow("https://example.org/")
    assert "https://example.org/" in told.args[0]
    assert guide.page.entry == start()


def test_a_heading_is_found_and_come_to_by_keys_alone(guide: GuideView) -> None:
    press(Key.Key_Slash)
    assert guide.search.hasFocus()
    QTest.keyClicks(guide.search, "go back to a backup")
    press(Key.Key_Return)
    assert guide.list.hasFocus()
    assert guide.page.entry == entry("back-up.md")
    assert guide.page.textCursor().block().text() == "Go back to a backup"
    press(Key.Key_Escape)
    assert guide.search.text() == ""
    assert guide.list.current_key() == str(entry("back-up.md").path)


def test_where_nothing_is_found_the_guide_says_so(guide: GuideView) -> None:
    QTest.keyClicks(guide.search, "zeppelin")
    assert guide.nothing.isVisible()
    assert guide.list.keys() == []


def test_screen_readers_find_headings_and_hear_what_is_chosen(guide: GuideView) -> None:
    guide.come_to(entry("privacy.md"))
    sheet = QAccessible.queryAccessibleInterface(guide.page.viewport())
    assert sheet.role() == QAccessible.Role.Document
    assert sheet.text(QAccessible.Text.Name) == "Privacy"
    roles = [sheet.child(at).role() for at in range(sheet.childCount())]
    assert roles[0] == QAccessible.Role.Heading
    assert roles.count(QAccessible.Role.Heading) == len(anchors(parsed(entry("privacy.md").path)))
    assert guide.list.current_words().startswith("Privacy. what is stored where")
    assert guide.search.accessibleName() == "Search the guide"
