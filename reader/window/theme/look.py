"""A look: a set of colours and a way to set type, and every font that follows from them. A plain value for any thread."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass, field

from PySide6.QtGui import QFont, QFontDatabase

from reader.window.theme.colours import LIGHT, Colours
from reader.window.theme.type import BODY_POINTS, LABEL_POINTS, SANS, SCALE, SERIF, Reading, families_for, font


class Fonts:
    """Every font that is used, by what it is for, from the way in which the reader likes type set."""

    @property
    @abstractmethod
    def reading(self) -> Reading:
        """How the reader likes a page set."""

    def text_font(
        self, step: float = 0.0, *, weight: QFont.Weight = QFont.Weight.Normal, italic: bool = False, text: str = ""
    ) -> QFont:
        """The face for reading, `step` steps up the type scale from the body size, with fallbacks fit for `text`."""
        points = (BODY_POINTS + self.reading.size) * SCALE**step
        return font(self.reading.face, points, weight, italic=italic, text=text)

    def title_font(self, step: float = 0.0, *, weight: QFont.Weight = QFont.Weight.Normal, text: str = "") -> QFont:
        """The serif for headlines and quoted words in lists, at the size of the interface."""
        return font(SERIF, LABEL_POINTS * self.reading.interface / 100 * SCALE**step, weight, text=text)

    def label_font(self, step: float = 0.0, *, weight: QFont.Weight = QFont.Weight.Normal, text: str = "") -> QFont:
        """The sans for everything that is not the article."""
        return font(SANS, LABEL_POINTS * self.reading.interface / 100 * SCALE**step, weight, text=text)

    def page_label_font(
        self, step: float = 0.0, *, weight: QFont.Weight = QFont.Weight.Normal, text: str = ""
    ) -> QFont:
        """The sans beside the reading face on a page, which grows with it: captions, bylines, tables."""
        return font(SANS, (BODY_POINTS + self.reading.size) * SCALE**step, weight, text=text)

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


@dataclass(frozen=True)
class Look(Fonts):
    """Colours and type that stay as they are, for paper."""

    colours: Colours = LIGHT
    liked: Reading = field(default_factory=Reading)

    @property
    def reading(self) -> Reading:
        return self.liked
