"""Colours are readable, and a change of theme is seen at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.article import resource
from reader.library import Opened
from reader.window.reading import ReadingPane
from reader.window.theme import BY_NAME, Colours, Theme, ThemeName, contrast

TEXT, GRAPHICS = 4.5, 3.0
PAIRS = [
    *(("text", ground, TEXT) for ground in "surface panel raised selection quote lit current found".split()),
    *(("muted", ground, TEXT) for ground in "surface panel raised selection".split()),
    *(("accent", ground, TEXT) for ground in "surface panel raised selection".split()),
    *(("warning", ground, TEXT) for ground in "surface selection".split()),
    ("on_accent", "accent", TEXT),
]
"""Which ink stands on which ground somewhere in the window."""


@pytest.mark.parametrize("name", BY_NAME)
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS, ids=str)
def test_text_can_be_read(name: ThemeName, ink: str, ground: str, least: float) -> None:
    colours = BY_NAME[name]
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= least


@pytest.mark.parametrize("name", BY_NAME)
@pytest.mark.parametrize("ground", ["surface", "selection"])
def test_speakers_colours_can_be_seen_and_told_apart(name: ThemeName, ground: str) -> None:
    colours = BY_NAME[name]
    assert len(set(colours.speakers)) == len(colours.speakers) >= 6
    for tint in colours.speakers:
        assert contrast(tint, getattr(colours, ground)) >= GRAPHICS


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
    shown(pane)
    pane.show_article(opened)
    for name, colours in BY_NAME.items():
        with qtbot.waitSignal(theme.changed):
            theme.choose(name)
        assert is_in(colours.surface, pane)
        page = pane.document().begin().begin().fragment()
        assert page.charFormat().foreground().color() == QColor(colours.accent)
        palette = QApplication.palette()
        assert palette.color(QPalette.ColorRole.Text) == QColor(colours.text)
        assert palette.color(QPalette.ColorRole.Highlight) == QColor(colours.selection)


@pytest.mark.parametrize(
    ("scheme", "colours"),
    [
        (Qt.ColorScheme.Light, BY_NAME[ThemeName.LIGHT]),
        (Qt.ColorScheme.Dark, BY_NAME[ThemeName.DARK]),
        (Qt.ColorScheme.Unknown, BY_NAME[ThemeName.LIGHT]),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_the_systems_theme_is_what_the_system_says(
    scheme: Qt.ColorScheme, colours: Colours, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = Theme(ThemeName.SYSTEM)
    says = SimpleNamespace(colorScheme=lambda: scheme)  # without a display, no system says anything
    monkeypatch.setattr("reader.window.theme.theme.QGuiApplication", SimpleNamespace(styleHints=lambda: says))
    assert theme.colours == colours


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


@pytest.mark.parametrize("zoom", [-1000, 1000])
def test_zoom_has_bounds_however_it_came_in(zoom: int, qtbot: QtBot) -> None:
    theme = Theme(ThemeName.LIGHT, zoom)
    assert 8 <= theme.text_font().pointSizeF() <= 30
    at_start = theme.zoom
    theme.set_zoom(zoom)
    assert theme.zoom == at_start


@pytest.mark.parametrize("path", sorted(resource("icons").glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_is_drawn_in_the_colour_of_its_role(path: Path, theme: Theme) -> None:
    image = theme.icon(path.stem, "accent").pixmap(32, 32).toImage()
    points = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    inked = [point for point in points if point.alpha() > 200]
    wanted = QColor(theme.colours.accent)
    assert inked
    for point in inked:
        assert abs(point.red() - wanted.red()) + abs(point.green() - wanted.green()) < 24
