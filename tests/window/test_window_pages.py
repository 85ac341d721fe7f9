"""The pages of settings and keys: found by words, changed at once, clashes told, all by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QMainWindow, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.window.commands import Context, Keymap, KeysPage, Registry, commands_of
from reader.window.deeds import Deeds
from reader.window.settings import SETTINGS, Settings, SettingsPage
from reader.window.settings.table import FACE, LETTERS, OWN_KEYS, THEME, ZOOM
from reader.window.theme import Theme, ThemeName


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.toml")


@pytest.fixture
def page(settings: Settings, theme: Theme, shown: Callable[..., QWidget]) -> SettingsPage:
    made = SettingsPage(settings, lambda: None)
    shown(made, 640, 640)
    return made


def shown_rows(page: SettingsPage) -> set[str]:
    return {key for key, row in page.rows.items() if row.isVisible()}


def test_every_setting_with_a_name_has_a_row_with_its_sentence(page: SettingsPage) -> None:
    assert set(page.rows) == {setting.key for setting in SETTINGS if setting.name}
    for row in page.rows.values():
        texts = [label.text() for label in row.findChildren(QLabel)]
        assert row.setting.name in texts and row.setting.sentence in texts
        assert row.control.accessibleName() == row.setting.name
        assert row.control.accessibleDescription() == row.setting.sentence


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("theme", {"look.theme"}),
        ("sepia", {"look.theme"}),
        ("LETTERS", {"keys.letters"}),
        ("speech input", {"keys.letters"}),
        ("look.zoom", {"look.zoom"}),
        ("tray", {"system.tray"}),
    ],
)
def test_words_find_settings(words: str, found: set[str], page: SettingsPage) -> None:
    QTest.keyClicks(page.field, words)
    assert found <= shown_rows(page) and len(shown_rows(page)) <= 3
    assert not page.nothing.isVisible()
    visible = {section for section, heading in page.headings.items() if heading.isVisible()}
    assert visible == {page.rows[key].setting.section for key in shown_rows(page)}
    page.field.clear()
    assert shown_rows(page) == set(page.rows)


def test_words_that_stand_nowhere_say_so(page: SettingsPage) -> None:
    QTest.keyClicks(page.field, "zzz")
    assert shown_rows(page) == set() and page.nothing.isVisible()


def test_a_change_takes_effect_at_once_and_can_be_reset(page: SettingsPage, settings: Settings) -> None:
    row = page.rows["keys.letters"]
    assert row.back.isHidden()
    row.control.setFocus()
    QTest.keyClick(row.control, Qt.Key.Key_Space)
    assert settings[LETTERS] is False and not row.back.isHidden()
    row.back.setFocus()
    QTest.keyClick(row.back, Qt.Key.Key_Space)
    assert settings[LETTERS] is True and row.back.isHidden()
    zoom = page.rows["look.zoom"].control
    zoom.setFocus()
    QTest.keyClick(zoom, Qt.Key.Key_Up)
    assert settings[ZOOM] == 1
    theme = page.rows["look.theme"].control
    assert isinstance(theme, QComboBox)
    QTest.keyClick(theme, Qt.Key.Key_Down)
    assert settings[THEME] is ThemeName.LIGHT


def test_what_changes_elsewhere_is_shown(page: SettingsPage, settings: Settings) -> None:
    settings.put(THEME, ThemeName.DARK)
    settings.put(FACE, "A Face of Mine")
    combos = [page.rows[key].control for key in ("look.theme", "look.face")]
    assert [combo.currentText() for combo in combos if isinstance(combo, QComboBox)] == ["Dark", "A Face of Mine"]


def test_all_is_reset_after_a_question(page: SettingsPage, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.put(ZOOM, 3)
    settings.put(OWN_KEYS, {"find": ("F2",)})
    answers = iter((QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes))
    monkeypatch.setattr(QMessageBox, "question", lambda *_: next(answers))
    page.reset_all()
    assert settings[ZOOM] == 3
    page.reset_all()
    assert (settings[ZOOM], settings[OWN_KEYS]) == (0, {})


def test_the_page_is_gone_through_by_tab_and_closed_by_escape(page: SettingsPage) -> None:
    page.field.setFocus()
    reached: list[QWidget | None] = []
    for _ in range(len(page.rows) + 12):
        QTest.keyClick(page.focusWidget() or page, Qt.Key.Key_Tab)
        reached.append(page.focusWidget())
    assert {row.control for row in page.rows.values()} <= set(reached)
    assert page.keys_button in reached
    assert {"Import…", "Export…", "Reset all", "Close"} <= {
        button.text() for button in reached if isinstance(button, QPushButton)
    }
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()


# ---- The page of keys


def able(needs: Context) -> Context:
    return replace(needs, there=lambda _do: True)


class KeysDesk:
    """A window with all commands, and its page of keys."""

    def __init__(self, settings: Settings) -> None:
        self.window = QMainWindow()
        idle = [replace(each, label=None, checked=None, needs=able(each.needs)) for each in commands_of(Deeds)]
        self.registry = Registry(self.window, idle, None, lambda _sentence: None)
        settings.follow(OWN_KEYS, lambda own: self.registry.bind(Keymap(own=own, letters=settings[LETTERS])))
        self.page = KeysPage(
            self.registry, lambda: settings[OWN_KEYS], lambda own: settings.put(OWN_KEYS, own), self.window
        )

    def keys(self, name: str) -> tuple[str, ...]:
        return self.registry.keys(self.registry.command(name))


@pytest.fixture
def keys_desk(settings: Settings, theme: Theme, shown: Callable[..., QWidget]) -> KeysDesk:
    made = KeysDesk(settings)
    shown(made.window)
    shown(made.page, 720, 640)
    return made


def test_every_command_is_on_the_page_of_keys(keys_desk: KeysDesk) -> None:
    items = [keys_desk.page.list.topLevelItem(at) for at in range(keys_desk.page.list.topLevelItemCount())]
    rows = {item.text(0): (item.text(1), item.text(2)) for item in items if item is not None}
    assert len(items) == len(keys_desk.registry.commands)
    assert rows["Archive"] == ("e", "an article is chosen or open")
    assert rows["Next hit"][0] == "Ctrl+G, F3"


def test_keys_are_pressed_told_of_added_and_taken_back(keys_desk: KeysDesk, settings: Settings, qtbot: QtBot) -> None:
    page = keys_desk.page
    page.field.setFocus()
    QTest.keyClicks(page.field, "archive")
    assert page.command() == keys_desk.registry.command("article.archive")
    page.edit.setFocus()
    QTest.keySequence(page.edit, QKeySequence("Ctrl+Alt+Y"))
    qtbot.waitUntil(lambda: page.told.text() == "Ctrl+Alt+Y is free.")  # it waits for further keys
    assert page.add.isEnabled()
    page.add.click()
    assert keys_desk.keys("article.archive") == ("E", "Ctrl+Alt+Y")
    assert settings[OWN_KEYS] == {"article.archive": ("E", "Ctrl+Alt+Y")}
    assert page.edit.keySequence().isEmpty() and page.command() is not None
    page.clear.click()
    assert keys_desk.keys("article.archive") == ()
    page.back.click()
    assert keys_desk.keys("article.archive") == ("E",) and settings[OWN_KEYS] == {}
    assert not page.back.isEnabled()


def test_a_clash_is_told_and_the_key_goes_over(keys_desk: KeysDesk) -> None:
    page = keys_desk.page
    page.choose("about")
    page.edit.setKeySequence(QKeySequence("Ctrl+K"))
    assert page.told.text() == "Ctrl+K clashes with “All commands…”, which loses it when you add it here."
    page.edit.setKeySequence(QKeySequence("G"))
    assert "All articles" in page.told.text(), "a key that begins others clashes with them"
    page.edit.setKeySequence(QKeySequence("Ctrl+K"))
    page.add.click()
    assert keys_desk.keys("about") == ("Ctrl+K",) and keys_desk.keys("palette") == ("Ctrl+Shift+P",)
    page.edit.setKeySequence(QKeySequence("Ctrl+K"))
    assert page.told.text() == "“About Verbatim” has Ctrl+K already."


def test_a_letter_is_told_of_where_letters_are_off(keys_desk: KeysDesk, settings: Settings) -> None:
    settings.put(LETTERS, False)
    keys_desk.registry.bind(Keymap(letters=False))
    keys_desk.page.choose("about")
    keys_desk.page.edit.setKeySequence(QKeySequence("Z"))
    assert "single letters" in keys_desk.page.told.text()
