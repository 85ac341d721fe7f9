"""Commands: each in a menu, in the palette and on the sheet of keys; keys that do not clash; the palette by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QMainWindow, QMenu, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from reader.window.commands import (
    ANYWHERE,
    PRESETS,
    Command,
    Keymap,
    Palette,
    Registry,
    clashes,
    command,
    commands_of,
    is_letters,
    matching,
    portable,
    printed_keys,
)
from reader.window.deeds import Deeds
from reader.window.help import Help
from reader.window.theme import Theme

UNDO = "Undo tag “salt & pepper”"


class Recorder:
    """Stands for the window's deeds: remembers which command was done, and what was said."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.said: list[str] = []
        self.able = True


def recorded(real: Command) -> Command:
    """A command that is only noted when it is done."""

    def act(do: Recorder) -> None:
        do.done.append(real.id)

    def there(do: Recorder) -> bool:
        return do.able

    needs = real.needs if real.needs is ANYWHERE else replace(real.needs, there=there)
    label = (lambda _do: UNDO if real.id == "undo" else real.name) if real.label else None
    return replace(real, act=act, needs=needs, label=label, checked=there if real.checked else None)


@pytest.fixture
def deeds() -> Recorder:
    return Recorder()


@pytest.fixture
def table() -> list[Command]:
    """All commands of the window."""
    return [recorded(real) for real in commands_of(Deeds)]


class Desk:
    """A window with a list that has the commands' letters, and a text field that has not."""

    def __init__(self, table: list[Command], deeds: Recorder, shown: Callable[..., QWidget]) -> None:
        self.window = QMainWindow()
        centre = QWidget()
        self.pane, self.field = QListWidget(centre), QLineEdit(centre)
        self.field.move(0, 200)
        self.window.setCentralWidget(centre)
        self.registry = Registry(self.window, table, deeds, deeds.said.append)
        self.registry.attach(self.pane)
        self.registry.fill(self.window.menuBar())
        shown(self.window)
        self.pane.setFocus()


@pytest.fixture
def desk(table: list[Command], deeds: Recorder, shown: Callable[..., QWidget], theme: Theme) -> Desk:
    return Desk(table, deeds, shown)


def entries(menu: QWidget) -> list[tuple[str, QAction]]:
    """The entries of a menu bar or menu and of all menus below, each with the path that leads to it."""
    found: list[tuple[str, QAction]] = []
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            name = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
            found += [(f"{name}/{path}".rstrip("/"), each) for path, each in entries(below)]
        elif not action.isSeparator():
            found.append(("", action))
    return found


def entry(desk: Desk, name: str) -> QAction:
    return next(action for _, action in entries(desk.window.menuBar()) if action.text().partition("\t")[0] == name)


def ids(table: list[Command]) -> list[str]:
    return [each.id for each in table]


# ---- The table


def test_every_command_has_an_id_a_name_and_a_description_of_its_own(table: list[Command]) -> None:
    assert len(table) > 50
    assert len(set(ids(table))) == len(table)
    assert len({(each.menu, each.name) for each in table}) == len(table)
    for each in table:
        assert each.name and each.menu
        assert len(each.description) > 10 and each.description[0].isupper()
        assert not each.description.endswith(".")
        assert each.description != each.name


@pytest.mark.parametrize("preset", PRESETS)
def test_no_two_commands_want_the_same_keys(preset: str, table: list[Command]) -> None:
    assert list(clashes(Keymap(preset).resolved(table))) == []


def test_the_standard_keys_do_not_clash_by_themselves(table: list[Command]) -> None:
    assert list(clashes({each.id: each.keys for each in table})) == []


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_gives_keys_that_do_not_clash_to_commands_that_are_there(preset: str, table: list[Command]) -> None:
    assert set(PRESETS[preset]) <= set(ids(table))
    assert list(clashes(PRESETS[preset])) == []
    resolved = Keymap(preset).resolved(table)
    for name, keys in PRESETS[preset].items():
        assert resolved[name] == tuple(map(portable, keys)), name
    without = {each.id for each in table if each.keys and not resolved[each.id]}
    assert without == set(), "commands that lose every key to the preset; give them others there"


def test_clashes_are_seen_whatever_the_spelling() -> None:
    assert list(clashes({"one": ("Ctrl+Shift+P",), "two": ("Shift+Ctrl+p",)})) == [("Ctrl+Shift+P", "one", "two")]


def test_a_key_that_begins_others_clashes_with_them() -> None:
    assert [pair[1:] for pair in clashes({"one": ("G, U",), "two": ("G",)})] == [("one", "two")]
    assert list(clashes({"one": ("G, U",), "two": ("H",), "three": ("G, A", "Ctrl+G")})) == []


def test_what_is_asked_for_more_closely_takes_the_key(table: list[Command]) -> None:
    keys = Keymap("Vim", own={"help": ("U",), "about": ("J", "F1")}).resolved(table)
    assert keys["help"] == ("U",) and keys["undo"] == ("Ctrl+Z",)
    assert keys["about"] == ("J", "F1") and keys["article.next"] == ()


def test_commands_are_taken_from_the_class_in_the_order_in_which_they_are_written() -> None:
    class First:
        def __init__(self) -> None:
            self.said: list[object] = []

        @command("one", "File", "One", "Says one and nothing else", "A")
        def one(self) -> None:
            self.said.append(1)

    class Second(First):
        def is_loud(self, word: str) -> bool:
            return word == "loud"

        @command("quiet", "File", "Quiet", "Says it in a low voice", args=("quiet",), checked=is_loud)
        @command("loud", "File", "Loud", "Says it in a high voice", "B", args=("loud",), checked=is_loud)
        def speak(self, word: str) -> None:
            self.said.append(word)

    made = commands_of(Second)
    assert [each.id for each in made] == ["one", "quiet", "loud"]
    do = Second()
    for each in made:
        each.act(do)
    assert do.said == [1, "quiet", "loud"]
    assert [each.checked(do) for each in made[1:] if each.checked] == [False, True]


def test_all_keys_are_keys(table: list[Command]) -> None:
    for each in table:
        for keys in each.keys:
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


def test_a_tip_says_what_it_does_and_by_which_keys(desk: Desk) -> None:
    assert desk.registry.tip("find.next") == "Go to the next place found (Ctrl+G or F3)"
    assert desk.registry.tip("samples.remove") == desk.registry.command("samples.remove").description


# ---- Menus and keys


def test_every_command_is_in_its_menu_once(desk: Desk, table: list[Command]) -> None:
    shown = [(path, action.text().split("\t")[0].replace("&&", "&")) for path, action in entries(desk.window.menuBar())]
    wanted = [(each.menu, UNDO if each.id == "undo" else each.name) for each in table]
    assert sorted(shown) == sorted(wanted)


def test_every_menu_opens_by_alt_and_a_letter_of_its_own(desk: Desk) -> None:
    names = [menu.text() for menu in desk.window.menuBar().actions()]
    letters = [name[name.index("&") + 1].lower() for name in names]
    assert len(set(letters)) == len(names) >= 6


def test_an_ampersand_in_a_menu_is_read_as_one(desk: Desk) -> None:
    texts = [action.text() for _, action in entries(desk.window.menuBar())]
    assert [text for text in texts if "People && places tab" in text]
    assert [text for text in texts if "Undo tag “salt && pepper”" in text]
    assert not [text for text in texts if "&" in text.replace("&&", "")]


def test_the_menus_show_what_can_be_done_and_what_is_on(desk: Desk, deeds: Recorder) -> None:
    assert entry(desk, "Archive").isEnabled() and entry(desk, "Sidebar").isChecked()
    deeds.able = False
    for menu in desk.window.menuBar().actions():
        menu.menu().aboutToShow.emit()  # type: ignore[attr-defined]
    assert not entry(desk, "Mark as read or unread").isEnabled()
    assert not entry(desk, "Sidebar").isChecked()
    assert entry(desk, "Paste article").isEnabled()


def test_every_command_runs_from_its_menu(desk: Desk, deeds: Recorder, table: list[Command]) -> None:
    for each in table:
        deeds.done.clear()
        desk.registry._actions[each.id].trigger()
        assert deeds.done == [each.id]


def test_every_key_runs_its_command_from_a_list(desk: Desk, deeds: Recorder, table: list[Command]) -> None:
    for each in table:
        for keys in each.keys:
            deeds.done.clear()
            QTest.keySequence(desk.pane, QKeySequence(keys))
            assert deeds.done == [each.id]


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
    desk.registry.run("article.archive")
    QTest.keyClick(desk.pane, Qt.Key.Key_E)
    QTest.keyClick(desk.pane, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert deeds.done == []
    assert deeds.said == ["Choose an article first."] * 2 + ["There is nothing to take back."]
    with pytest.raises(KeyError):
        desk.registry.command("no such command")


def test_every_need_is_said_in_a_sentence(table: list[Command]) -> None:
    for need in {each.needs.missing: each.needs for each in table if each.needs is not ANYWHERE}.values():
        assert need.when and need.missing.endswith((".", "…"))


# ---- Other keys


def test_other_keys_act_at_once_and_the_old_ones_no_more(desk: Desk, deeds: Recorder, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.registry.keys_changed):
        desk.registry.bind(Keymap(own={"article.archive": ("Z", "Ctrl+Alt+A"), "palette": ()}))
    QTest.keyClick(desk.pane, Qt.Key.Key_E)
    QTest.keySequence(desk.pane, QKeySequence("Ctrl+K"))
    assert deeds.done == []
    QTest.keyClick(desk.pane, Qt.Key.Key_Z)
    QTest.keySequence(desk.field, QKeySequence("Ctrl+Alt+A"))
    assert deeds.done == ["article.archive"] * 2
    assert entry(desk, "Archive").text() == "Archive\tz"
    assert entry(desk, "All commands…").text() == "All commands…"
    assert desk.registry.tip("article.archive").endswith("(z or Ctrl+Alt+A)")


def test_without_letters_the_others_act_alone(desk: Desk, deeds: Recorder, table: list[Command]) -> None:
    desk.registry.bind(Keymap(letters=False))
    for each in table:
        for keys in each.keys:
            deeds.done.clear()
            QTest.keySequence(desk.pane, QKeySequence(keys))
            assert deeds.done == ([] if is_letters(keys) else [each.id]), keys


def test_a_pane_that_comes_later_has_the_letters_too(desk: Desk, deeds: Recorder) -> None:
    later = QListWidget(desk.window)
    later.show()
    desk.registry.attach(later)
    later.setFocus()
    QTest.keyClick(later, Qt.Key.Key_E)
    assert deeds.done == ["article.archive"]
    desk.registry.bind(Keymap(own={"article.archive": ("Z",)}))
    QTest.keyClick(later, Qt.Key.Key_Z)
    assert deeds.done == ["article.archive"] * 2


def test_a_preset_that_is_no_more_and_keys_that_are_none_count_as_not_set(table: list[Command]) -> None:
    archive = next(each for each in table if each.id == "article.archive")
    assert Keymap("Emacs").resolved(table)["article.archive"] == archive.keys
    assert Keymap(own={"article.archive": ("", "Ctrl+Nonsense", "Z")}).resolved(table)["article.archive"] == ("Z",)


# ---- Context menus


def test_a_context_menu_has_what_its_place_offers_now(desk: Desk, deeds: Recorder, table: list[Command]) -> None:
    menu = desk.registry.context_menu("articles", desk.pane)
    names = [action.text().partition("\t")[0] for action in menu.actions() if not action.isSeparator()]
    assert sorted(names) == sorted(each.name for each in table if "articles" in each.also)
    assert names[0] == "Read" and {"Archive", "Tag…", "Delete", "Mark as read or unread"} <= set(names)
    next(action for action in menu.actions() if action.text().startswith("Archive")).trigger()
    assert deeds.done == ["article.archive"]
    deeds.able = False
    less = desk.registry.context_menu("articles", desk.pane)
    assert [action.text().partition("\t")[0] for action in less.actions()] == ["Mark all as read"]


def test_every_place_of_a_context_menu_is_known(table: list[Command]) -> None:
    places = {"articles", "lists", "page", "quotes", "names", "dates", "notes", "source", "annotations"}
    assert {place for each in table for place in each.also} <= places


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
        ("citation", "Copy citation of article"),
        ("browser", "Open original"),
        ("keys", "Keys"),
    ],
)
def test_a_few_letters_find_a_command(words: str, first: str, table: list[Command]) -> None:
    assert matching(table, words)[0].name == first


def test_every_command_is_found_by_its_own_name(table: list[Command]) -> None:
    for each in table:
        found = matching(table, each.name)
        assert each.name == found[0].name, each.id


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
    assert {palette.list.item(at).data(Qt.ItemDataRole.UserRole).id for at in range(palette.list.count())} == (
        {each.id for each in table} - {"palette"}
    )
    assert any(line.startswith("Undo tag “salt & pepper”") and "Ctrl+Z" in line for line in lines(palette))
    assert not any(line.startswith("All commands") for line in lines(palette))


def test_what_cannot_be_done_stands_last_and_says_what_it_needs(desk: Desk, deeds: Recorder, qtbot: QtBot) -> None:
    deeds.able = False
    palette = Palette(desk.registry, ["article.archive"], desk.window)
    qtbot.addWidget(palette)
    items = [palette.list.item(at) for at in range(palette.list.count())]
    offered = [item.data(Qt.ItemDataRole.UserRole) for item in items]
    able = [each.needs is ANYWHERE for each in offered]
    assert able == sorted(able, reverse=True) and True in able and False in able
    archive = next(item for item in items if item.data(Qt.ItemDataRole.UserRole).id == "article.archive")
    assert archive.toolTip() == "Choose an article first."
    assert "not now" in archive.data(Qt.ItemDataRole.AccessibleTextRole)


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
    sheet = Help(desk.registry, theme, desk.window)
    shown(sheet)
    text = sheet.text.toPlainText().replace("\xa0", " ")
    for each in table:
        assert each.name in text and each.description in text
        for keys in each.keys:
            assert printed_keys(keys) in text
    for menu in {each.menu.partition("/")[0] for each in table}:
        assert menu in text
    assert isinstance(sheet.text, QTextBrowser) and not sheet.text.openLinks()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
