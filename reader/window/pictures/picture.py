"""What every picture shares: it draws itself into its widget, an SVG file or a PNG file by one and the same function."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path

from PySide6.QtCore import QSize, QSizeF, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from reader.article import VerbatimError, tr
from reader.window.theme import Theme

PNG_SCALE = 3.0
"""A PNG has so many pixels to the unit, so that it stays sharp in print."""


class Picture(QWidget):
    """A drawing in the colours and the type of the theme. Subclasses give `draw`.

    `chosen` carries the key of the part that was clicked; `light` brings one forward.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.lit = ""
        theme.changed.connect(self.update)

    @abstractmethod
    def draw(self, painter: QPainter, size: QSizeF) -> None:
        """Draws everything within `size`, from the origin."""

    def light(self, key: str) -> None:
        """Brings one part forward."""
        self.lit = key
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw(painter)
        painter.end()

    def save(self, path: Path) -> None:
        """Writes the picture as it is shown: an SVG where the name ends so, else a PNG. VerbatimError where it fails."""
        saved = self._save_svg(path) if path.suffix.lower() == ".svg" else self._save_png(path)
        if not saved:
            raise VerbatimError(
                tr("The picture could not be saved as “{path}”: choose another folder or name.", path=path)
            )

    def _save_svg(self, path: Path) -> bool:
        generator = QSvgGenerator()
        generator.setFileName(str(path))
        generator.setSize(self.size())
        generator.setViewBox(self.rect())
        generator.setTitle(self.accessibleName())
        generator.setDescription(self.accessibleDescription())
        painter = QPainter()
        if not painter.begin(generator):
            return False
        painter.fillRect(self.rect(), QColor(self.theme.colours.surface))
        self._draw(painter)
        return painter.end()

    def _save_png(self, path: Path) -> bool:
        image = QImage(QSize(self.size() * PNG_SCALE), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(PNG_SCALE)
        image.fill(QColor(self.theme.colours.surface))
        painter = QPainter(image)
        self._draw(painter)
        painter.end()
        return image.save(str(path), "PNG")  # type: ignore[call-overload, no-any-return]

    def _draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, QSizeF(self.size()))
