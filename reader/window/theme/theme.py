"""The design system: colours by role, one type scale, one spacing scale, bundled fonts and tinted icons."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from reader.article import resource
from reader.window.theme.colours import BY_NAME, Colours, ThemeName

SPACE = 4
"""The unit of all distances, in device-independent pixels: margins are multiples of it."""

SERIF, SANS = "Source Serif 4", "Inter"
_FALLBACKS = ["Noto Serif", "Noto Sans", "Droid Sans Fallback", "DejaVu Serif"]
BODY_POINTS = 13.0
SCALE = 1.2
SMALLEST, LARGEST = -4, 10
"""The bounds of the zoom, in steps of a point."""


@cache
def load_fonts() -> tuple[str, ...]:
    """Makes the bundled fonts known to Qt; their families."""
    families: list[str] = []
    for path in sorted(resource("fonts").glob("*.ttf")):
        families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    return tuple(dict.fromkeys(families))


class Theme(QObject):
    """What everything looks like. `changed` is emitted when colours or zoom are others than before."""

    changed = Signal()

    def __init__(self, name: ThemeName = ThemeName.SYSTEM, zoom: int = 0) -> None:
        super().__init__()
        load_fonts()
        self._name = name
        self._zoom = _bounded(zoom)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)

    @property
    def name(self) -> ThemeName:
        return self._name

    @property
    def zoom(self) -> int:
        """Steps of the reading size above or below the standard one."""
        return self._zoom

    @property
    def colours(self) -> Colours:
        if self._name is not ThemeName.SYSTEM:
            return BY_NAME[self._name]
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return BY_NAME[ThemeName.DARK if dark else ThemeName.LIGHT]

    def choose(self, name: ThemeName) -> None:
        self._name = name
        self._announce()

    def set_zoom(self, zoom: int) -> None:
        self._zoom = _bounded(zoom)
        self._announce()

    def text_font(
        self, step: float = 0.0, *, weight: QFont.Weight = QFont.Weight.Normal, italic: bool = False
    ) -> QFont:
        """The serif for reading, `step` steps up the type scale from the body size."""
        return self._font(SERIF, (BODY_POINTS + self._zoom) * SCALE**step, weight, italic)

    def label_font(self, step: float = 0.0, *, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The sans for everything that is not the article."""
        return self._font(SANS, 10.0 * SCALE**step, weight, False)

    def _font(self, family: str, points: float, weight: QFont.Weight, italic: bool) -> QFont:
        font = QFont()
        font.setFamilies([family, *_FALLBACKS])
        font.setPointSizeF(points)
        font.setWeight(weight)
        font.setItalic(italic)
        return font

    def icon(self, name: str, role: str = "muted") -> QIcon:
        """An icon of resources/icons in the colour of a role, crisp at every scale."""
        icon = QIcon()
        svg = resource(f"icons/{name}.svg").read_text("utf-8").replace("currentColor", getattr(self.colours, role))
        for size in (16, 20, 32, 48):
            pixmap = QPixmap(size, size)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            QSvgRenderer(QByteArray(svg.encode())).render(painter)
            painter.end()
            icon.addPixmap(pixmap)
        return icon

    def apply(self, application: QApplication) -> None:
        """Gives the application this theme's palette, font and style sheet."""
        application.setStyle("Fusion")
        application.setFont(self.label_font())
        application.setPalette(self._palette())
        application.setStyleSheet(self._sheet())

    def _system_changed(self) -> None:
        if self._name is ThemeName.SYSTEM:
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

    def _sheet(self) -> str:
        c = self.colours
        return f"""
        QMainWindow, QMenuBar, QStatusBar, QDialog {{ background: {c.panel}; color: {c.text}; }}
        QMenuBar::item {{ padding: {SPACE}px {2 * SPACE}px; background: transparent; }}
        QMenuBar::item:selected, QMenu::item:selected {{ background: {c.selection}; color: {c.text}; }}
        QMenu {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.faint}; padding: {SPACE}px 0; }}
        QMenu::item {{ padding: {SPACE + 1}px {6 * SPACE}px; }}
        QMenu::item:disabled {{ color: {c.muted}; }}
        QMenu::separator {{ height: 1px; background: {c.faint}; margin: {SPACE}px 0; }}
        QSplitter::handle {{ background: {c.faint}; }}
        QListView, QTreeView, QTextBrowser, QPlainTextEdit {{ border: none; outline: none; }}
        QTextBrowser#page {{ background: {c.surface}; }}
        QListView#sidebar {{ background: {c.panel}; }}
        QListView#articles {{ background: {c.panel}; }}
        QLineEdit, QPlainTextEdit#note {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.faint};
            border-radius: {SPACE + 1}px; padding: {SPACE + 1}px {2 * SPACE}px; selection-background-color: {c.selection}; }}
        QLineEdit:focus, QPlainTextEdit#note:focus {{ border: 1px solid {c.accent}; }}
        QPushButton {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.faint};
            border-radius: {SPACE + 1}px; padding: {SPACE + 1}px {3 * SPACE}px; }}
        QPushButton:hover, QPushButton:focus {{ border-color: {c.accent}; }}
        QPushButton:disabled {{ color: {c.muted}; }}
        QComboBox {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.faint};
            border-radius: {SPACE + 1}px; padding: {SPACE + 1}px {2 * SPACE}px; }}
        QComboBox:hover, QComboBox:focus {{ border-color: {c.accent}; }}
        QComboBox::drop-down {{ border: none; width: {6 * SPACE}px; }}
        QComboBox::down-arrow {{ image: url("{resource("icons/sheet/chevron-down.svg").as_posix()}"); width: {4 * SPACE}px; }}
        QComboBox QAbstractItemView {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.faint};
            selection-background-color: {c.selection}; selection-color: {c.text}; }}
        QTabBar::tab {{ background: transparent; color: {c.muted}; padding: {2 * SPACE}px {SPACE + 1}px;
            border: none; border-bottom: 2px solid transparent; }}
        QTabBar::tab:selected {{ color: {c.text}; border-bottom: 2px solid {c.accent}; }}
        QTabBar::tab:focus {{ color: {c.accent}; }}
        QStatusBar {{ color: {c.muted}; border-top: 1px solid {c.faint}; }}
        QStatusBar::item {{ border: none; }}
        QToolTip {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.faint}; padding: {SPACE}px; }}
        QFrame#message {{ background: {c.lit}; border-bottom: 1px solid {c.faint}; }}
        QLabel#empty {{ color: {c.muted}; }}
        QLabel#heading {{ color: {c.muted}; }}
        QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
        QScrollBar::handle:vertical {{ background: {c.faint}; border-radius: 4px; min-height: 32px; margin: 1px; }}
        QScrollBar::handle:vertical:hover {{ background: {c.muted}; }}
        QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
        QScrollBar:horizontal {{ background: transparent; height: 10px; }}
        QScrollBar::handle:horizontal {{ background: {c.faint}; border-radius: 4px; min-width: 32px; margin: 1px; }}
        """


def _bounded(zoom: int) -> int:
    return max(SMALLEST, min(LARGEST, zoom))
