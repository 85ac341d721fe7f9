"""What screen readers are told, asked where they ask: at QAccessible, of the real window and its dialogs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.library import Library, Opened
from reader.window import MainWindow, window_on
from reader.window.commands import Palette
from reader.window.help import Help
from reader.window.inspector import ENTITIES, NOTES, QUOTES, SOURCE, TIMELINE, Inspector
from reader.window.reading import ReadingPane
from reader.window.running import dispose

NAME = QAccessible.Text.Name
ROLE = QAccessible.Role
NAMED = {
    ROLE.Button, ROLE.CheckBox, ROLE.RadioButton, ROLE.ComboBox, ROLE.EditableText, ROLE.SpinBox, ROLE.List,
    ROLE.PageTab, ROLE.Tree, ROLE.Dialog, ROLE.Slider, ROLE.ListItem, ROLE.MenuItem, ROLE.ButtonMenu, ROLE.HotkeyField,
}  # fmt: skip
"""Roles of what a reader acts on: each has a name."""


def asked(thing: QObject) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(thing)
    assert found is not None
    return found


def children(of: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [child for at in range(of.childCount()) if (child := of.child(at)) is not None]


def everything(below: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """An interface and all below it that can be seen."""
    yield below
    for child in children(below):
        if not child.state().invisible:
            yield from everything(child)


def names(of: QAccessibleInterface) -> list[str]:
    return [child.text(NAME) for child in children(of)]


@pytest.fixture
def window(stocked: Library, qtbot: QtBot) -> Iterator[MainWindow]:
    """The real window over a library of 130 articles."""
    made = window_on(stocked)
    made.start()
    made.resize(1200, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    dispose(made)


# ---- The page


def test_the_page_has_the_structure_of_the_article(pane: ReadingPane, opened: Opened) -> None:
    text = asked(pane)
    assert text.textInterface() is not None and text.state().readOnly
    document = text.child(0)
    assert document.role() is ROLE.Document and document.text(NAME) == opened.article.title
    assert document.parent().object() is pane
    blocks = children(document)
    told = {block.text(NAME): block for block in blocks}
    title, heading = told["Band without a hall"], told["What the council says"]
    assert title.role() is heading.role() is ROLE.Heading
    levels = [each.attributesInterface().attributeValue(QAccessible.Attribute.Level) for each in (title, heading)]
    assert levels == [1, 2]
    assert told["A hall is where a village hears itself."].role() is ROLE.BlockQuote
    cornets = next(block for name, block in told.items() if "Eleven cornets" in name)
    assert cornets.role() is ROLE.ListItem
    caption = told["The band at the old mill, before the roof came down"]
    assert caption.role() is ROLE.ComplementaryContent
    paragraph = next(block for name, block in told.items() if name.startswith("The brass band"))
    assert paragraph.role() is ROLE.Paragraph and paragraph.attributesInterface().attributeKeys() == []
    text_of_article = "\n".join(told)
    for block in opened.article.blocks:
        assert block.text in text_of_article


def test_each_block_knows_its_place(pane: ReadingPane) -> None:
    document = asked(pane).child(0)
    blocks = children(document)
    tops = [block.rect().top() for block in blocks]
    assert tops == sorted(tops) and tops[0] < tops[-1]
    assert [document.indexOfChild(block) for block in blocks] == list(range(len(blocks)))
    assert not blocks[0].state().offscreen and blocks[-1].state().offscreen
    middle = blocks[1].rect().center()
    assert document.childAt(middle.x(), middle.y()).text(NAME) == blocks[1].text(NAME)
    assert document.child(len(blocks)) is None and document.child(-1) is None


def test_the_structure_follows_the_article(pane: ReadingPane, opened: Opened) -> None:
    document = asked(pane).child(0)
    first = document.child(0)
    before = document.childCount()
    pane.show_article(None)
    assert document.childCount() == 0 and document.text(NAME) == "Nothing is open"
    pane.show_article(opened)
    assert document.childCount() == before and first.isValid()


def test_the_caret_is_read_along(pane: ReadingPane, opened: Opened) -> None:
    text = asked(pane).textInterface()
    pane.setFocus()
    pane.set_position(0)
    before = text.cursorPosition()
    QTest.keyClick(pane, Qt.Key.Key_Down)
    assert text.cursorPosition() != before
    whole = text.text(0, text.characterCount())
    assert opened.article.blocks[0].text in whole


# ---- Lists


def test_headlines_are_read_with_their_state_source_and_date(window: MainWindow) -> None:
    first = asked(window.articles).child(0)
    assert first.text(NAME) == "Ferry 130, Quay Post, 1 Jan 2019"
    second = asked(window.articles).child(1)
    assert second.text(NAME) == "Ferry 129, unread, Quay Post, 1 Jan 2019"
    assert first.state().selected and not second.state().selected
    window.registry.run("article.bookmark")
    assert asked(window.articles).child(0).text(NAME) == "Ferry 130, bookmarked, Quay Post, 1 Jan 2019"


def test_lists_are_read_with_their_counts(window: MainWindow) -> None:
    told = names(asked(window.sidebar))
    assert told[:2] == ["All articles, 130 articles", "Unread, 129 articles"]


@pytest.mark.parametrize(
    ("tab", "words"),
    [
        (QUOTES, ("Marta Venn", "We play in the rain now", "said")),
        (ENTITIES, ("Marta Venn", "person", "3 mentions", "leader of the band")),
        (TIMELINE, ("3 May",)),
        (NOTES, ("Note", "the roof", "Who owned <the> roof?")),
        (SOURCE, ("Taken away", "Brass polish, half price", "advert")),
    ],
)
def test_every_card_of_the_inspector_is_read_in_full(tab: int, words: tuple[str, ...], inspector: Inspector) -> None:
    inspector.set_tab(tab)
    told = " | ".join(names(asked(inspector.lists[tab])))
    for word in words:
        assert word in told
    assert "<div" not in told and "style=" not in told


def test_the_tabs_of_the_inspector_have_names_though_they_show_icons(inspector: Inspector) -> None:
    told = [tab.text(NAME) for tab in children(asked(inspector.tabs)) if tab.role() is ROLE.PageTab]
    assert told[:5] == ["Quotes", "People & places", "Timeline", "Notes", "Source"]


# ---- Every view


def nameless(top: QWidget) -> list[str]:
    """What a reader could act on in a window, and would not know what it is."""
    return [
        f"{each.role()} {each.object()}"
        for each in everything(asked(top))
        if each.role() in NAMED and not each.text(NAME).strip() and not is_part(each)
    ]


def is_part(each: QAccessibleInterface) -> bool:
    """Whether it is a part of a control that has the name: the field inside a spin box, the list of a combo box."""
    parent = each.parent()
    return parent is not None and parent.role() in {ROLE.SpinBox, ROLE.ComboBox, ROLE.HotkeyField, ROLE.ScrollBar}


def test_everything_in_the_window_has_a_name(window: MainWindow) -> None:
    assert nameless(window) == []
    window.deeds.find()
    window.tell("A sentence above the page.")
    for tab in range(window.inspector.tabs.count()):
        window.inspector.set_tab(tab)
        assert nameless(window) == []


@pytest.mark.parametrize("name", ["settings", "settings.keys", "palette", "help"])
def test_everything_in_a_dialog_has_a_name(name: str, window: MainWindow, shown: Callable[..., QWidget]) -> None:
    page: QDialog
    if name == "palette":
        page = Palette(window.registry, [], window)
    elif name == "help":
        page = Help(window.registry, window.theme, window)
    else:
        window.registry.run(name)
        page = next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())
    shown(page)
    assert asked(page).text(NAME)
    assert nameless(page) == []


def test_what_is_said_in_passing_is_announced(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    announced: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: announced.append(getattr(event, "message", str)())
    )
    window.registry.run("selection.copy")
    window.tell("The page could not be read; save it again.")
    said = [words for words in announced if words]
    assert "Select a passage first, by mouse or with Shift and the arrow keys." in said
    assert "The page could not be read; save it again." in said


# ---- Seen and reached


def focusable(window: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QAbstractItemView, QTabBar, QLineEdit, QComboBox, QPlainTextEdit, QTextEdit)
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and (
            isinstance(widget, kinds) or widget.metaObject().className() in {"QLineEdit", "QComboBox", "QPlainTextEdit"}
        )
        and widget.focusProxy() is None
    ]


def test_where_the_focus_is_can_be_seen(window: MainWindow, qtbot: QtBot) -> None:
    widgets = focusable(window)
    assert len(widgets) > 6
    invisible = []
    for widget in widgets:
        (window.page if widget is window.articles else window.articles).setFocus()
        QApplication.processEvents()
        without = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        qtbot.waitUntil(widget.hasFocus)
        if widget.grab().toImage() == without:
            invisible.append(f"{type(widget).__name__} {widget.accessibleName()}")
    assert invisible == []


def test_tab_reaches_every_control_of_the_window(window: MainWindow) -> None:
    window.articles.setFocus()
    reached: set[QWidget | None] = set()
    for _ in range(60):
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        reached.add(window.focusWidget())
    missed = [f"{type(widget).__name__} {widget.accessibleName()}" for widget in set(focusable(window)) - reached]
    assert missed == []
