"""Colours are readable, and a change of theme is seen at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.article import resource
from reader.library import Opened
from reader.window.reading import ReadingPane
from reader.window.theme import ALL, FACES, Reading, Theme, ThemeName, colours_of, contrast, script_of

TEXT, LARGE, GRAPHICS = 4.5, 7.0, 3.0
GROUNDS = "surface panel raised selection resting".split()
PAIRS = [
    *(("text", ground, TEXT) for ground in [*GROUNDS, *"quote lit current found".split()]),
    *(("muted", ground, TEXT) for ground in [*GROUNDS, "lit"]),
    *(("accent", ground, TEXT) for ground in GROUNDS),
    *(("warning", ground, TEXT) for ground in GROUNDS),
    ("on_accent", "accent", TEXT),
    *(("edge", ground, GRAPHICS) for ground in ("surface", "panel", "raised")),
]
"""Which ink stands on which ground somewhere in the window, and the ratio that WCAG 2.2 AA asks for (1.4.3, 1.4.11)."""


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS, ids=str)
def test_text_can_be_read(name: str, ink: str, ground: str, least: float) -> None:
    if name.startswith("high contrast") and least == TEXT:
        least = LARGE  # what AAA asks for
    assert contrast(getattr(ALL[name], ink), getattr(ALL[name], ground)) >= least


@pytest.mark.parametrize("name", ALL)
def test_text_can_be_read_on_every_highlight(name: str) -> None:
    colours = ALL[name]
    assert len(set(colours.highlights)) == len(colours.highlights) >= 5
    for highlight in colours.highlights:
        assert contrast(colours.text, highlight) >= (LARGE if name.startswith("high contrast") else TEXT)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("ground", ["surface", "panel", "selection", "resting"])
def test_speakers_colours_can_be_seen_and_told_apart(name: str, ground: str) -> None:
    colours = ALL[name]
    assert len(set(colours.speakers)) == len(colours.speakers) >= 6
    for tint in colours.speakers:
        assert contrast(tint, getattr(colours, ground)) >= GRAPHICS


@pytest.mark.parametrize("name", ALL)
def test_no_colour_stands_for_two_marks(name: str) -> None:
    colours = ALL[name]
    marks = (colours.surface, colours.quote, colours.lit, colours.found, colours.current)
    assert len(set(marks)) == len(marks)


@pytest.mark.parametrize(
    ("a", "b", "ratio"), [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#123456", "#123456", 1.0)]
)
def test_contrast_is_that_of_the_standard(a: str, b: str, ratio: float) -> None:
    assert contrast(a, b) == contrast(b, a) == pytest.approx(ratio, abs=0.01)


def is_in(colour: str, widget: QWidget) -> bool:
    """Whether the corner of what is drawn has the colour."""
    return widget.grab().toImage().pixelColor(2, widget.height() - 3) == QColor(colour)


def test_a_chosen_theme_repaints_what_is_shown(
    theme: Theme, opened: Opened, shown: Callable[..., QWidget], qtbot: QtBot
) -> None:
    pane = ReadingPane(theme)
    theme.dress(pane)
    shown(pane)
    pane.show_article(opened)
    for name in (ThemeName.SEPIA, ThemeName.DARK, ThemeName.CONTRAST, ThemeName.LIGHT):
        colours = colours_of(name)
        with qtbot.waitSignal(theme.changed):
            theme.choose(name)
        assert is_in(colours.surface, pane)
        page = pane.document().begin().begin().fragment()
        assert page.charFormat().foreground().color() == QColor(colours.accent)
        palette = QApplication.palette()
        assert palette.color(QPalette.ColorRole.Text) == QColor(colours.text)
        assert palette.color(QPalette.ColorRole.Highlight) == QColor(colours.selection)


@pytest.mark.parametrize(
    ("scheme", "preference", "name", "wanted"),
    [
        (Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, ThemeName.SYSTEM, "light"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, ThemeName.SYSTEM, "dark"),
        (Qt.ColorScheme.Unknown, Qt.ContrastPreference.NoPreference, ThemeName.SYSTEM, "light"),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast, ThemeName.SYSTEM, "high contrast, light"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, ThemeName.SYSTEM, "high contrast, dark"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, ThemeName.CONTRAST, "high contrast, dark"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, ThemeName.SEPIA, "sepia"),
    ],
    ids=lambda value: getattr(value, "name", value),
)
def test_the_systems_theme_is_what_the_system_says(
    scheme: Qt.ColorScheme,
    preference: Qt.ContrastPreference,
    name: ThemeName,
    wanted: str,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    theme = Theme(name)
    accessibility = SimpleNamespace(contrastPreference=lambda: preference)
    says = SimpleNamespace(colorScheme=lambda: scheme, accessibility=lambda: accessibility)
    monkeypatch.setattr("reader.window.theme.theme.QGuiApplication", SimpleNamespace(styleHints=lambda: says))
    assert theme.colours == ALL[wanted], "without a display, no system says anything"


@pytest.mark.parametrize(("name", "follows"), [(ThemeName.SYSTEM, True), (ThemeName.SEPIA, False)])
def test_only_the_systems_theme_follows_the_system(name: ThemeName, follows: bool, qtbot: QtBot) -> None:
    theme = Theme(name)
    heard: list[bool] = []
    theme.changed.connect(lambda: heard.append(True))
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert bool(heard) is follows


def test_fonts_are_the_bundled_ones(theme: Theme) -> None:
    for font, family in ((theme.text_font(), "Source Serif 4"), (theme.label_font(), "Inter")):
        assert font.families()[0] == family
        assert QFontInfo(font).family().startswith(family), "another one is drawn"
    assert theme.text_font(1).pointSizeF() > theme.text_font().pointSizeF() > theme.text_font(-1).pointSizeF()


@pytest.mark.parametrize("face", FACES)
def test_every_face_for_reading_comes_along(face: str, qtbot: QtBot) -> None:
    theme = Theme(ThemeName.LIGHT, Reading(face=face))
    assert QFontInfo(theme.text_font()).family().startswith(face)
    assert QFontInfo(theme.text_font(italic=True)).italic()
    assert QFontInfo(theme.text_font(weight=QFont.Weight.Bold)).bold()


@pytest.mark.parametrize(
    "wild", [Reading(size=-1000, measure=1, leading=0.1, interface=3), Reading(size=1000, measure=999, leading=9, interface=999)]
)  # fmt: skip
def test_type_has_bounds_however_it_came_in(wild: Reading, qtbot: QtBot) -> None:
    theme = Theme(ThemeName.LIGHT, wild)
    assert 8 <= theme.text_font().pointSizeF() <= 30
    assert 8 <= theme.label_font().pointSizeF() <= 24
    at_start = theme.reading
    theme.set_reading(wild)
    assert theme.reading == at_start == at_start.bounded()


def test_another_way_to_set_pages_is_told_once(theme: Theme) -> None:
    heard: list[bool] = []
    theme.changed.connect(lambda: heard.append(True))
    theme.set_reading(replace(theme.reading, measure=60))
    theme.set_reading(replace(theme.reading, measure=60))
    assert heard == [True]


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("The bell", "Latin"),
        ("قالت مديرة المكتبة", "Arabic"),
        ("“我在这条江上来回了四十一年，”", "Chinese"),
        ("吾輩は猫である", "Japanese"),
        ("2018 年", "Chinese"),
        ("“BBC 中文”", "Chinese"),
        ("The Chinese word for it is 江, he said", "Latin"),
        ("Мост закрыт", "Cyrillic"),
        ("", "Latin"),
    ],
)
def test_a_text_has_the_script_of_its_first_letters(text: str, script: str) -> None:
    assert script_of(text) == script


def test_text_of_another_script_has_a_font_of_its_own_first(theme: Theme) -> None:
    text = "我在这条江上"
    family = QFontInfo(theme.text_font(text=text)).family()
    assert theme.text_font(text=text).families()[0] == family != theme.text_font().families()[0]


@pytest.mark.parametrize("path", sorted(resource("icons").glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_is_drawn_in_the_colour_of_its_role(path: Path, theme: Theme) -> None:
    image = theme.icon(path.stem, "accent").pixmap(32, 32).toImage()
    points = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    inked = [point for point in points if point.alpha() > 200]
    wanted = QColor(theme.colours.accent)
    assert inked
    for point in inked:
        assert abs(point.red() - wanted.red()) + abs(point.green() - wanted.green()) < 24


def test_a_larger_window_sets_every_part_of_it_larger(theme: Theme, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    theme.dress(window)
    field, button = QLineEdit(window), QPushButton("Go", window)
    window.statusBar().showMessage("ready")
    menu = window.menuBar().addMenu("File")
    window.show()
    before = field.fontMetrics().height()
    try:
        theme.set_reading(Reading(interface=200))
        for part in (field, button, window.menuBar(), window.statusBar(), menu):
            assert part.fontMetrics().height() > 1.7 * before, part
    finally:
        theme.set_reading(Reading())
    assert field.fontMetrics().height() == before
