"""Settings: one readable file, whatever it holds; applied and saved at once; reset, exported, imported."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.window.settings import SECTIONS, SETTINGS, Setting, Settings, SettingsError, settings_path
from reader.window.settings.table import LETTERS, OWN_KEYS, PRESET, THEME, ZOOM
from reader.window.theme import ThemeName


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "settings.toml"


def test_a_new_reader_has_the_standard(path: Path, qtbot: QtBot) -> None:
    settings = Settings(path)
    for setting in SETTINGS:
        assert settings[setting] == setting.default
        assert not settings.is_set(setting)
    assert settings.fault is None and not path.exists()


def test_every_setting_has_a_key_of_its_own_and_is_explained() -> None:
    assert len({setting.key for setting in SETTINGS}) == len(SETTINGS)
    for setting in SETTINGS:
        assert setting.section in SECTIONS
        assert len(setting.sentence) > 15 and setting.sentence.endswith(".")
        assert setting.sound(setting.default) == setting.default
        assert not setting.choices or setting.default in [value for value, _ in setting.choices]


def test_what_is_set_is_told_saved_and_there_at_the_next_start(path: Path, qtbot: QtBot) -> None:
    settings = Settings(path)
    told: list[int] = []
    settings.follow(ZOOM, told.append)
    with qtbot.waitSignal(settings.changed) as changed:
        settings.put(ZOOM, 3)
    assert changed.args == ["look.zoom"] and told == [3]
    settings.put(ZOOM, 3)
    settings.put(THEME, ThemeName.SEPIA)
    settings.put(OWN_KEYS, {"article.archive": ("Z", "Ctrl+Alt+A"), "odd\n“key”": ()})
    assert told == [3]
    again = Settings(path)
    assert (again[ZOOM], again[THEME]) == (3, ThemeName.SEPIA)
    assert again[OWN_KEYS] == {"article.archive": ("Z", "Ctrl+Alt+A"), "odd\n“key”": ()}


def test_the_file_explains_itself_and_holds_what_is_standard_as_comments(path: Path, qtbot: QtBot) -> None:
    settings = Settings(path)
    settings.put(LETTERS, False)
    text = path.read_text("utf-8")
    for setting in SETTINGS:
        assert setting.sentence in text
    assert "\nletters = false\n" in text and '\n# theme = "system"\n' in text
    sections: dict[str, dict[str, bool]] = {name: {} for name in SECTIONS}
    assert tomllib.loads(text) == {**sections, "keys": {"letters": False}}
    settings.reset()
    assert "\n# letters = true\n" in path.read_text("utf-8")


def test_a_file_written_by_hand_is_read(path: Path, qtbot: QtBot) -> None:
    path.parent.mkdir()
    path.write_text('[look]\ntheme = "dark"\nzoom = 99\n[keys]\nletters = false\n', "utf-8")
    settings = Settings(path)
    assert (settings[THEME], settings[ZOOM], settings[LETTERS]) == (ThemeName.DARK, 13, False)


def test_values_of_another_kind_count_as_not_set_and_those_of_other_versions_are_kept(path: Path, qtbot: QtBot) -> None:
    path.parent.mkdir()
    path.write_text(
        '[look]\ntheme = "neon"\nzoom = true\nsparkle = [1, 2.5, "x"]\n[keys]\nletters = "no"\npreset = 7\n'
        '[keys.own]\n"find" = "F"\nhelp = ["F2"]\n[new]\nthing = "kept"\n',
        "utf-8",
    )
    settings = Settings(path)
    assert (settings[THEME], settings[ZOOM], settings[LETTERS], settings[PRESET]) == ("system", 0, True, "Verbatim")
    assert settings[OWN_KEYS] == {"help": ("F2",)}
    settings.put(ZOOM, 1)
    kept = tomllib.loads(path.read_text("utf-8"))
    assert kept["look"]["sparkle"] == [1, 2.5, "x"] and kept["new"] == {"thing": "kept"}


@pytest.mark.parametrize("content", [b"[look\ntheme=", b"\xff\xfe\x00", b"# " + b"x" * 1_000_001, b"a = [" * 5000])
def test_a_damaged_file_is_told_and_put_aside(content: bytes, path: Path, qtbot: QtBot) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    settings = Settings(path)
    assert settings.fault is not None and str(path) in settings.fault
    assert settings[ZOOM] == 0 and path.read_bytes() == content
    settings.put(ZOOM, 2)
    assert path.with_name("settings.toml.damaged").read_bytes() == content
    assert Settings(path)[ZOOM] == 2


def test_a_value_that_is_none_is_refused(path: Path, qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match=r"look\.theme"):
        Settings(path).put(THEME, "neon")  # type: ignore[arg-type]


def test_what_cannot_be_saved_is_told_and_holds_all_the_same(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").write_text("in the way")
    settings = Settings(tmp_path / "file" / "settings.toml")
    with qtbot.waitSignal(settings.not_saved) as told:
        settings.put(ZOOM, 2)
    assert str(tmp_path / "file") in told.args[0]
    assert settings[ZOOM] == 2


def test_a_change_of_the_file_takes_effect_while_the_program_runs(path: Path, qtbot: QtBot) -> None:
    settings = Settings(path)
    settings.put(ZOOM, 1)
    with qtbot.waitSignal(settings.changed, timeout=5000):
        path.write_text("[look]\nzoom = 4\n", "utf-8")
    assert settings[ZOOM] == 4
    with qtbot.waitSignal(settings.not_saved, timeout=5000):
        path.write_text("[look\n", "utf-8")
    assert settings[ZOOM] == 4


def test_settings_are_exported_and_imported(tmp_path: Path, qtbot: QtBot) -> None:
    mine = Settings(tmp_path / "mine.toml")
    mine.put(THEME, ThemeName.DARK)
    mine.put(OWN_KEYS, {"find": ("F",)})
    mine.write_to(tmp_path / "to-go.toml")
    other = Settings(tmp_path / "other.toml")
    other.put(ZOOM, 5)
    assert other.read_from(tmp_path / "to-go.toml") == 2
    assert (other[THEME], other[OWN_KEYS], other[ZOOM]) == (ThemeName.DARK, {"find": ("F",)}, 0)
    assert Settings(tmp_path / "other.toml")[THEME] is ThemeName.DARK


@pytest.mark.parametrize("content", ["", "title = 'A note'\n[look]\ncolour = 3\n", "<html>"])
def test_a_file_without_settings_changes_nothing(content: str, tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path / "mine.toml")
    settings.put(ZOOM, 5)
    (tmp_path / "wrong.toml").write_text(content)
    with pytest.raises(SettingsError, match=r"wrong\.toml"):
        settings.read_from(tmp_path / "wrong.toml")
    assert settings[ZOOM] == 5


def test_the_place_of_the_file_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBATIM_SETTINGS", str(tmp_path / "x.toml"))
    assert settings_path() == tmp_path / "x.toml"
    monkeypatch.delenv("VERBATIM_SETTINGS")
    assert settings_path().name == "settings.toml"


def test_bounds_keep_the_kind() -> None:
    share = Setting("look.share", 0.5, "Share", "A share of something.", bounds=(0.0, 1.0))
    assert (share.sound(3), share.sound(0), share.sound(True), share.sound("x")) == (1.0, 0.0, None, None)
