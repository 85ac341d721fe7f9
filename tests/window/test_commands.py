"""Commands: each in a menu, in the palette and on the sheet of keys; keys that do not clash; the palette by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QMainWindow, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from reader.window.commands import Command, Palette, Registry, clashes, commands, matching, printed_keys, tip
from reader.window.commands.registry import is_letters
from reader.window.help import Help
from reader.window.theme import Theme


class Recorder:
    """Stands for all deeds: remembers which one was asked for."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.able = True

    def __getattr__(self, name: str) -> Callable[..., object]:
        if name in {"has_article", "can_undo", "can_redo"} or name.endswith(("_shown", "_is", "_grouped")):
            return lambda *_: self.able
        if name in {"undo_name", "redo_name"}:
            return lambda: f"{name.removesuffix('_name').title()} tag “salt & pepper”"
        return lambda *arguments: self.done.append(name)


@pytest.fixture
def deeds() -> Recorder:
    return Recorder()


@pytest.fixture
def table(deeds: Recorder) -> list[Command]:
    """All commands of the window."""
    return commands(deeds)  # type: ignore[arg-type]


class Desk:
    """A window with a list that has the commands' letters, and a text field that has not."""

    def __init__(self, table: list[Command], shown: Callable[..., QWidget]) -> None:
        self.window = QMainWindow()
        centre = QWidget()
        self.pane, self.field = QListWidget(centre), QLineEdit(centre)
        self.field.move(0, 200)
        self.window.setCentralWidget(centre)
        self.registry = Registry(self.window, table)
        self.registry.bind(self.window, [self.pane])
        self.registry.fill(self.window.menuBar())
        shown(self.window)
        self.pane.setFocus()


@pytest.fixture
def desk(table: list[Command], shown: Callable[..., QWidget], theme: Theme) -> Desk:
    return Desk(table, shown)


def ids(table: list[Command]) -> list[str]:
    return [command.id for command in table]


# ---- The table


def test_every_command_has_an_id_a_name_and_a_description_of_its_own(table: list[Command]) -> None:
    assert len(table) > 50
    assert len(set(ids(table))) == len(table)
    assert len({(command.menu, command.name) for command in table}) == len(table)
    for command in table:
        assert command.name and command.menu
        assert len(command.description) > 10 and command.description[0].isupper()
        assert not command.description.endswith(".")
        assert command.description != command.name


def test_no_two_commands_want_the_same_keys(table: list[Command]) -> None:
    assert list(clashes(table)) == []


def test_no_key_is_the_beginning_of_others(table: list[Command]) -> None:
    sequences = [QKeySequence(keys) for command in table for keys in command.keys]
    partial = QKeySequence.SequenceMatch.PartialMatch
    assert [(a.toString(), b.toString()) for a in sequences for b in sequences if a.matches(b) == partial] == []


def test_clashes_are_seen_whatever_the_spelling() -> None:
    one = Command("one", "File", "One", "Does one thing", print, ("Ctrl+Shift+P",))
    two = replace(one, id="two", keys=("Shift+Ctrl+p",))
    assert list(clashes([one, two])) == [("Ctrl+Shift+P", "one", "two")]


def test_all_keys_are_keys(table: list[Command]) -> None:
    for command in table:
        for keys in command.keys:
            assert QKeySequence(keys).toString() and "Unknown" not in QKeySequence(keys).toString(), keys


@pytest.mark.parametrize(
    ("keys", "letters"),
    [
        ("J", True), ("Shift+J", True), ("G, U", True), ("?", True), ("#", True), ("Space", True), ("Shift+Space", True),
        ("Del", True), ("Return", True), ("]", True),
        ("Ctrl+K", False), ("Ctrl++", False), ("Alt+1", False), ("F6", False), ("Shift+F6", False), ("Esc", False),
    ],
)  # fmt: skip
def test_what_could_be_typed_is_known(keys: str, letters: bool) -> None:
    assert is_letters(keys) is letters


@pytest.mark.parametrize(
    ("keys", "printed"), [("J", "j"), ("G, U", "g u"), ("Shift+J", "Shift+J"), ("Ctrl+K", "Ctrl+K"), ("/", "/")]
)
def test_keys_are_printed_as_they_are_pressed(keys: str, printed: str) -> None:
    assert printed_keys(keys) == printed


def test_a_tip_says_what_it_does_and_by_which_keys(table: list[Command]) -> None:
    find_next = next(command for command in table if command.id == "find.next")
    assert tip(find_next) == "Go to the next place found (Ctrl+G or F3)"
    samples = next(command for command in table if command.id == "samples.remove")
    assert tip(samples) == samples.description


# ---- Menus and keys


def test_every_command_is_in_its_menu_once(desk: Desk, table: list[Command]) -> None:
    shown = [
        (menu.text().replace("&", ""), action.text().split("\t")[0].replace("&&", "&"))
        for menu in desk.window.menuBar().actions()
        for action in menu.menu().actions()  # type: ignore[attr-defined]
        if not action.isSeparator()
    ]
    wanted = [(c.menu, c.label() if c.label else c.name) for c in table]
    assert sorted(shown) == sorted(wanted)


def test_every_menu_opens_by_alt_and_a_letter_of_its_own(desk: Desk) -> None:
    names = [menu.text() for menu in desk.window.menuBar().actions()]
    letters = [name[name.index("&") + 1].lower() for name in names]
    assert len(set(letters)) == len(names) >= 6


def test_an_ampersand_in_a_menu_is_read_as_one(desk: Desk) -> None:
    texts = [
        action.text()
        for menu in desk.window.menuBar().actions()
        for action in menu.menu().actions()  # type: ignore[attr-defined]
    ]
    assert [text for text in texts if "People && places tab" in text]
    assert [text for text in texts if "Undo tag “salt && pepper”" in text]
    assert not [text for text in texts if "&" in text.replace("&&", "")]


def test_the_menus_show_what_can_be_done_and_what_is_on(desk: Desk, deeds: Recorder) -> None:
    actions = {
        action.text().split("\t")[0]: action
        for menu in desk.window.menuBar().actions()
        for action in menu.menu().actions()  # type: ignore[attr-defined]
    }
    assert actions["Archive"].isEnabled() and actions["Sidebar"].isChecked()
    deeds.able = False
    for menu in desk.window.menuBar().actions():
        menu.menu().aboutToShow.emit()  # type: ignore[attr-defined]
    assert not actions["Mark as read or unread"].isEnabled()
    assert not actions["Sidebar"].isChecked()
    assert actions["Paste article"].isEnabled()


def test_every_command_runs_from_its_menu(desk: Desk, deeds: Recorder, table: list[Command]) -> None:
    for command in table:
        deeds.done.clear()
        desk.registry._actions[command.id].trigger()
        assert len(deeds.done) == 1, command.id


def test_every_key_runs_its_command_from_a_list(desk: Desk, deeds: Recorder, table: list[Command]) -> None:
    for command in table:
        for keys in command.keys:
            deeds.done.clear()
            QTest.keySequence(desk.pane, QKeySequence(keys))
            assert len(deeds.done) == 1, f"{keys} for {command.id}"
            direct = deeds.done.pop()
            command.run()
            assert deeds.done == [direct]


def test_letters_typed_into_a_field_are_text(desk: Desk, deeds: Recorder) -> None:
    desk.field.setFocus()
    QTest.keyClicks(desk.field, "jkg u?#/ sse[]")
    QTest.keyClick(desk.field, Qt.Key.Key_Backspace)
    assert desk.field.text() == "jkg u?#/ sse["
    assert deeds.done == []
    QTest.keySequence(desk.field, QKeySequence("Ctrl+K"))
    assert deeds.done == ["palette"]


def test_what_cannot_be_done_now_is_not_done(desk: Desk, deeds: Recorder) -> None:
    deeds.able = False
    desk.registry.run(desk.registry.command("article.archive"))
    QTest.keyClick(desk.pane, Qt.Key.Key_E)
    assert deeds.done == []
    with pytest.raises((KeyError, StopIteration)):
        desk.registry.command("no such command")


# ---- Finding


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("arch", "Archive"),
        ("ARCHIVE", "Archive"),
        ("dark th", "Dark theme"),
        ("darkt", "Dark theme"),
        ("nq", "Next quote"),
        ("undo", "Undo"),
        ("mark all", "Mark all as read"),
        ("citation", "Copy quote with citation"),
        ("browser", "Open original"),
        ("keys", "Keys"),
    ],
)
def test_a_few_letters_find_a_command(words: str, first: str, table: list[Command]) -> None:
    assert matching(table, words)[0].name == first


def test_every_command_is_found_by_its_own_name(table: list[Command]) -> None:
    for command in table:
        found = matching(table, command.name)
        assert command.name == found[0].name, command.id


def test_letters_that_stand_nowhere_find_nothing(table: list[Command]) -> None:
    assert matching(table, "zzzqqqxxx") == []
    assert matching(table, "🎺") == []


# ---- The palette


@pytest.fixture
def palette(desk: Desk, shown: Callable[..., QWidget]) -> Palette:
    made = Palette(desk.registry, [], desk.window)
    shown(made, 520, 420)
    made.field.setFocus()
    return made


def lines(palette: Palette) -> list[str]:
    return [palette.list.item(at).text() for at in range(palette.list.count())]


def test_the_palette_has_every_command_but_itself(palette: Palette, table: list[Command]) -> None:
    assert palette.list.count() == len(table) - 1
    assert any(line.startswith("Undo tag “salt & pepper”") and "Ctrl+Z" in line for line in lines(palette))
    assert not any(line.startswith("All commands") for line in lines(palette))


def test_the_palette_has_only_what_can_be_done(desk: Desk, deeds: Recorder, qtbot: QtBot) -> None:
    deeds.able = False
    palette = Palette(desk.registry, [], desk.window)
    qtbot.addWidget(palette)
    offered = [palette.list.item(at).data(Qt.ItemDataRole.UserRole).id for at in range(palette.list.count())]
    assert "add.paste" in offered and "go.archive" in offered
    assert not {"article.archive", "undo", "quote.next"} & set(offered)


def test_what_was_used_last_comes_first(desk: Desk, qtbot: QtBot) -> None:
    palette = Palette(desk.registry, ["theme.dark", "help", "one that is no more"], desk.window)
    qtbot.addWidget(palette)
    assert lines(palette)[0] == "Dark theme"
    assert lines(palette)[1].startswith("Keys")


def test_typing_finds_arrows_choose_and_enter_takes(palette: Palette) -> None:
    QTest.keyClicks(palette.field, "theme")
    assert palette.list.currentRow() == 0
    wanted = palette.list.item(2).data(Qt.ItemDataRole.UserRole)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(palette.field, key)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.chosen == wanted
    assert not palette.isVisible() and palette.result() == Palette.DialogCode.Accepted


def test_arrows_stop_at_the_ends(palette: Palette) -> None:
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentRow() == 0
    for _ in range(palette.list.count() + 5):
        QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentRow() == palette.list.count() - 1


def test_escape_closes_and_takes_nothing(palette: Palette) -> None:
    QTest.keyClicks(palette.field, "dark")
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert palette.chosen is None
    assert not palette.isVisible() and palette.result() == Palette.DialogCode.Rejected


def test_enter_on_nothing_keeps_the_palette(palette: Palette) -> None:
    QTest.keyClicks(palette.field, "zzzqqqxxx")
    assert palette.list.count() == 0
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.chosen is None and palette.isVisible()


def test_a_click_and_enter_in_the_list_takes(palette: Palette) -> None:
    palette.list.setCurrentRow(3)
    palette.list.setFocus()
    QTest.keyClick(palette.list, Qt.Key.Key_Return)
    assert palette.chosen is not None


# ---- The sheet of keys


def test_the_sheet_of_keys_has_every_command_and_key(
    desk: Desk, table: list[Command], theme: Theme, shown: Callable[..., QWidget]
) -> None:
    sheet = Help(table, theme, desk.window)
    shown(sheet)
    text = sheet.text.toPlainText().replace("\xa0", " ")
    for command in table:
        assert command.name in text and command.description in text
        for keys in command.keys:
            assert printed_keys(keys) in text
    for menu in {command.menu for command in table}:
        assert menu in text
    assert isinstance(sheet.text, QTextBrowser) and not sheet.text.openLinks()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
