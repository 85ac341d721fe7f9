"""The theme: which colours and which type the window has now, and telling everybody when that changes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QApplication

from reader.window.theme import icons
from reader.window.theme.colours import Colours, ThemeName, colours_of
from reader.window.theme.sheet import style_sheet
from reader.window.theme.type import (
    BODY_POINTS,
    LABEL_POINTS,
    SANS,
    SCALE,
    SERIF,
    Reading,
    families_for,
    font,
    load_fonts,
)

_STYLED = "styled by the theme"


class Theme(QObject):
    """What everything looks like. `changed` is emitted when colours or type are others than before."""

    changed = Signal()

    def __init__(self, name: ThemeName = ThemeName.SYSTEM, reading: Reading | None = None) -> None:
        super().__init__()
        load_fonts()
        self._name = name
        self._reading = (reading or Reading()).bounded()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        if (wanted := getattr(hints, "accessibility", lambda: None)()) is not None:
            wanted.contrastPreferenceChanged.connect(self._system_changed)

    @property
    def name(self) -> ThemeName:
        return self._name

    @property
    def reading(self) -> Reading:
        """How the reader likes a page set."""
        return self._reading

    @property
    def zoom(self) -> int:
        """The reading size, in points above or below the standard one."""
        return self._reading.size

    @property
    def colours(self) -> Colours:
        hints = QGuiApplication.styleHints()
        return colours_of(
            self._name,
            system_dark=hints.colorScheme() == Qt.ColorScheme.Dark,
            system_contrast=_wants_contrast(hints),
        )

    def choose(self, name: ThemeName) -> None:
        """Another theme, at once."""
        self._name = name
        self._announce()

    def set_reading(self, reading: Reading) -> None:
        """Another way to set pages, at once; what is out of bounds is brought within."""
        if reading.bounded() != self._reading:
            self._reading = reading.bounded()
            self._announce()

    def set_zoom(self, zoom: int) -> None:
        self.set_reading(replace(self._reading, size=zoom))

    def text_font(
        self, step: float = 0.0, *, weight: QFont.Weight = QFont.Weight.Normal, italic: bool = False, text: str = ""
    ) -> QFont:
        """The face for reading, `step` steps up the type scale from the body size, with fallbacks fit for `text`."""
        points = (BODY_POINTS + self._reading.size) * SCALE**step
        return font(self._reading.face, points, weight, italic=italic, text=text)

    def title_font(self, step: float = 0.0, *, weight: QFont.Weight = QFont.Weight.Normal, text: str = "") -> QFont:
        """The serif for headlines and quoted words in lists, at the size of the interface."""
        return font(SERIF, LABEL_POINTS * self._reading.interface / 100 * SCALE**step, weight, text=text)

    def label_font(self, step: float = 0.0, *, weight: QFont.Weight = QFont.Weight.Normal, text: str = "") -> QFont:
        """The sans for everything that is not the article."""
        return font(SANS, LABEL_POINTS * self._reading.interface / 100 * SCALE**step, weight, text=text)

    def page_label_font(
        self, step: float = 0.0, *, weight: QFont.Weight = QFont.Weight.Normal, text: str = ""
    ) -> QFont:
        """The sans beside the reading face on a page, which grows with it: captions, bylines, tables."""
        return font(SANS, (BODY_POINTS + self._reading.size) * SCALE**step, weight, text=text)

    def caps_font(self, step: float = -0.8, *, text: str = "") -> QFont:
        """Spaced capitals for kickers and headings of lists; for `text` whose script has capitals."""
        made = self.label_font(step, weight=QFont.Weight.DemiBold, text=text)
        made.setCapitalization(QFont.Capitalization.AllUppercase)
        if text.isascii() or text.upper() != text:
            made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 105)
        return made

    def code_font(self) -> QFont:
        """The system's font of even widths, for what came in as it was."""
        made = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        made.setPointSizeF(self.label_font(-0.6).pointSizeF())
        return made

    def markup_family(self, text: str = "") -> str:
        """The serif and its fallbacks as they are named in a style attribute."""
        return ", ".join(f"'{family}'" for family in families_for(SERIF, text))

    def icon(self, name: str, role: str = "muted") -> QIcon:
        """An icon of resources/icons in the colour of a role, crisp at every scale."""
        return icons.icon(name, getattr(self.colours, role))

    def paint_icon(self, painter: QPainter, name: str, role: str, box: QRect) -> None:
        """Draws an icon in the colour of a role."""
        icons.paint(painter, name, getattr(self.colours, role), box)

    def apply(self, application: QApplication) -> None:
        """Gives the application this theme's palette, font and style sheet."""
        if not application.property(_STYLED):  # each of these styles every widget anew, which takes long
            application.setStyle("Fusion")
            application.setProperty(_STYLED, True)
        if application.font() != self.label_font():
            application.setFont(self.label_font())
        sheet = style_sheet(self.colours)
        if application.styleSheet() != sheet:
            application.setPalette(self._palette())
            application.setStyleSheet(sheet)

    def _system_changed(self) -> None:
        if self._name in {ThemeName.SYSTEM, ThemeName.CONTRAST}:
            self._announce()

    def _announce(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.apply(application)
        self.changed.emit()

    def _palette(self) -> QPalette:
        c, palette = self.colours, QPalette()
        for role, colour in (
            (QPalette.ColorRole.Window, c.panel),
            (QPalette.ColorRole.WindowText, c.text),
            (QPalette.ColorRole.Base, c.surface),
            (QPalette.ColorRole.AlternateBase, c.panel),
            (QPalette.ColorRole.Text, c.text),
            (QPalette.ColorRole.Button, c.panel),
            (QPalette.ColorRole.ButtonText, c.text),
            (QPalette.ColorRole.PlaceholderText, c.muted),
            (QPalette.ColorRole.Highlight, c.selection),
            (QPalette.ColorRole.HighlightedText, c.text),
            (QPalette.ColorRole.ToolTipBase, c.raised),
            (QPalette.ColorRole.ToolTipText, c.text),
            (QPalette.ColorRole.Link, c.accent),
            (QPalette.ColorRole.Accent, c.accent),
        ):
            palette.setColor(role, QColor(colour))
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text, QColor(c.muted))
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText, QColor(c.muted))
        return palette


def _wants_contrast(hints: object) -> bool:
    """Whether the system asks for more contrast."""
    accessibility = getattr(hints, "accessibility", lambda: None)()
    return accessibility is not None and accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast
