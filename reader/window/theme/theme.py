"""The theme: which colours and which type the window has now, and telling everybody when that changes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from reader.window.theme import icons
from reader.window.theme.colours import Colours, ThemeName, colours_of
from reader.window.theme.look import Fonts
from reader.window.theme.sheet import style_sheet
from reader.window.theme.type import Reading, load_fonts

_STYLED = "styled by the theme"


class Theme(QObject, Fonts):
    """What everything looks like. `changed` is emitted when colours or type are others than before."""

    changed = Signal()

    def __init__(self, name: ThemeName = ThemeName.SYSTEM, reading: Reading | None = None) -> None:
        super().__init__()
        load_fonts()
        self._name = name
        self._dressed: list[QWidget] = []
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
            system_dark=_is_dark(hints),
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

    def icon(self, name: str, role: str = "muted") -> QIcon:
        """An icon of resources/icons in the colour of a role, crisp at every scale."""
        return icons.icon(name, getattr(self.colours, role))

    def paint_icon(self, painter: QPainter, name: str, role: str, box: QRect) -> None:
        """Draws an icon in the colour of a role."""
        icons.paint(painter, name, getattr(self.colours, role), box)

    def apply(self, application: QApplication) -> None:
        """Gives the application this theme's palette and font."""
        if not application.property(_STYLED):  # each of these styles every widget anew, which takes long
            application.setStyle("Fusion")
            application.setProperty(_STYLED, True)
        if application.font() != self.label_font():
            application.setFont(self.label_font())
        application.setPalette(self._palette())

    def dress(self, window: QWidget) -> None:
        """Gives a window, and every dialog over it, the style sheet, now and whenever the colours change.

        A sheet of the whole application would style each widget once for every one that it lies in.
        """
        self._dressed = [each for each in self._dressed if isValid(each)]
        self._dressed.append(window)
        window.setStyleSheet(style_sheet(self.colours))

    def _system_changed(self) -> None:
        if self._name in {ThemeName.SYSTEM, ThemeName.CONTRAST}:
            self._announce()

    def _announce(self) -> None:
        application, windows = QApplication.instance(), [window for window in self._dressed if isValid(window)]
        if isinstance(application, QApplication):
            other_font = application.font() != self.label_font()
            self.apply(application)
            for window in windows if other_font else ():
                window.setStyleSheet("")  # what stands under a sheet does not hear of another font
        sheet = style_sheet(self.colours)
        for window in windows:
            if window.styleSheet() != sheet:
                window.setStyleSheet(sheet)
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


def _is_dark(hints: QStyleHints) -> bool:
    """Whether the system is dark."""
    return hints.colorScheme() == Qt.ColorScheme.Dark


def _wants_contrast(hints: QStyleHints) -> bool:
    """Whether the system asks for more contrast."""
    accessibility = getattr(hints, "accessibility", lambda: None)()
    return accessibility is not None and accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast
