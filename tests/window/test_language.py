"""The window in another language: chosen or the system's, with dates, numbers and plural forms of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from at_the_window import Reader
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.article import counted, tr, translate_by
from reader.article.dates_told import told_day, told_long, told_moment, told_month, told_short, told_span
from reader.article.translating import told_number, within
from reader.library import Library
from reader.window.language import chosen_language, speak
from reader.window.motion import set_motion


@pytest.fixture
def german(qtbot: QtBot) -> Iterator[None]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    assert speak(application, "de") == "de"
    yield
    speak(application, "en")


@pytest.mark.parametrize(
    ("wanted", "of_system", "spoken"),
    [
        ("de", [], "de"), ("en", ["de-DE"], "en"), ("", ["de-AT", "en-GB"], "de"), ("", ["fr-FR", "de"], "de"),
        ("", ["fr"], "en"), ("", [], "en"), ("xx", ["de"], "de"), ("", ["C"], "en"),
    ],
)  # fmt: skip
def test_the_language_is_the_readers_or_the_systems(wanted: str, of_system: list[str], spoken: str) -> None:
    assert chosen_language(wanted, of_system) == spoken


@pytest.mark.usefixtures("german")
def test_german_has_its_own_plural_forms_numbers_and_dates() -> None:
    assert [counted(n, "{n} voice", "{n} voices") for n in (0, 1, 2)] == ["0 Stimmen", "1 Stimme", "2 Stimmen"]
    assert told_number(12_345) == "12.345"
    assert told_day(date(2020, 5, 3)) == "3. Mai 2020"
    assert told_short(date(2020, 9, 3)) == "3. Sept. 2020"
    assert told_long(date(2020, 5, 3)) == "Sonntag, 3. Mai 2020"
    assert told_month(date(2020, 3, 1)) == "März 2020"
    assert told_moment(datetime(2020, 5, 3, 7, 5)) == "3. Mai 2020, 07:05"
    assert told_span(date(2020, 5, 3), date(2020, 5, 9)) == "3.–9. Mai 2020"
    assert tr("Undo {change}", change=within(tr("Add note"))) == "Rückgängig: Notiz hinzufügen"
    assert tr("A sentence that no catalogue has") == "A sentence that no catalogue has"


def test_english_dates_and_undo_read_as_english() -> None:
    translate_by(None)
    assert told_span(date(2020, 5, 3), date(2020, 6, 9)) == "3 May – 9 June 2020"
    assert told_span(date(2019, 5, 3), date(2020, 6, 9)) == "3 May 2019 – 9 June 2020"
    assert tr("Undo {change}", change=within("Add note")) == "Undo add note"


@pytest.mark.parametrize("language", ["de"])
def test_the_window_speaks_the_language_of_the_settings(tmp_path: Path, qtbot: QtBot, language: str) -> None:
    Library.open(tmp_path / "library").close()
    settings = tmp_path / "home" / "settings.toml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(f'[look]\nlanguage = "{language}"\n', "utf-8")
    reader = Reader(tmp_path / "library", qtbot)
    reader.start()
    try:
        window = reader.window
        menus = [action.text().replace("&", "") for action in window.menuBar().actions()]
        assert menus[:3] == ["Datei", "Bearbeiten", "Artikel"]
        assert len(
            {text[text.index("&") + 1].lower() for text in (a.text() for a in window.menuBar().actions())}
        ) == len(menus)
        assert window.sidebar.model().index(0, 0).data() == "Alle Artikel"
        assert window.inspector.order.text() == "Nach Sprecher"
        assert (
            "Strg" in window.registry._actions["palette"].text() or "Ctrl" in window.registry._actions["palette"].text()
        )
    finally:
        reader.leave()
        speak(QApplication.instance(), "en")  # type: ignore[arg-type]


def test_a_language_from_right_to_left_turns_the_window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    monkeypatch.setattr("reader.window.language.languages", lambda: {"ar": Path("none.qm")})
    try:
        speak(application, "ar")
        assert application.layoutDirection() == Qt.LayoutDirection.RightToLeft
        assert QLocale().textDirection() == Qt.LayoutDirection.RightToLeft
    finally:
        monkeypatch.undo()
        speak(application, "en")
    assert application.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_nothing_moves_where_none_is_wished(qtbot: QtBot) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    set_motion(application, "none")
    try:
        assert application.cursorFlashTime() == 0
        assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)
    finally:
        set_motion(application, "system")
    assert application.cursorFlashTime() > 0
