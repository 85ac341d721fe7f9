"""Type: the bundled faces, the fallbacks for every script, one scale of sizes, and how the reader likes a page set."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TypeVar

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF

from reader.article import resource
from reader.window.theme.scripts import FALLBACKS, Script, script_of

SERIF, SANS = "Source Serif 4", "Inter"
FACES = (SERIF, "Literata", SANS, "Atkinson Hyperlegible")
"""The faces that come along for reading."""
BODY_POINTS, LABEL_POINTS = 13.0, 10.0
SCALE = 1.2
"""Each step of the type scale is so much larger than the one below (a minor third)."""
SMALLEST, LARGEST = -4, 13
"""The bounds of the reading size, in points below and above the standard one: up to 200 percent."""
MEASURES = (48, 90)
LEADINGS = (1.3, 2.0)
INTERFACE = (100, 200)
LIST_LEADING = 1.34
_Number = TypeVar("_Number", int, float)
_PANGRAM = "The committee, which met on Tuesday, said nothing that anybody could write down in a hurry."
"""Letters as common as they are in running text: a line of it tells how wide a character is on average."""


@dataclass(frozen=True)
class Reading:
    """How the reader likes a page set. Build it with `bounded`, which keeps every value within what can be read.

    `size` is in points from the standard one, `measure` in characters a line, `leading` in type sizes from line to
    line, `interface` the size of all other text in percent.
    """

    face: str = SERIF
    size: int = 0
    measure: int = 68
    leading: float = 1.55
    interface: int = 100

    def bounded(self) -> Reading:
        """The same, with every value within its bounds."""
        return replace(
            self,
            size=_within(self.size, (SMALLEST, LARGEST)),
            measure=_within(self.measure, MEASURES),
            leading=round(_within(self.leading, LEADINGS), 2),
            interface=_within(self.interface, INTERFACE),
        )


def _within(value: _Number, bounds: tuple[_Number, _Number]) -> _Number:
    return max(bounds[0], min(bounds[1], value))


@cache
def load_fonts() -> tuple[str, ...]:
    """Makes the bundled fonts known to Qt; their families."""
    families: list[str] = []
    for path in sorted(resource("fonts").glob("*.ttf")):
        families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    return tuple(dict.fromkeys(families))


def families_for(face: str, text: str = "") -> list[str]:
    """The face and what stands in for it where it lacks a letter; for text of another script, that script's own first.

    A face for Latin letters has quotation marks and commas that look wrong among Chinese ones, so theirs go before.
    """
    script = script_of(text)
    own = _installed(script, face == SANS)
    if script in {Script.LATIN, Script.GREEK, Script.CYRILLIC} or not own:
        return [face, *_common(face == SANS)]
    return [*own, face, *_common(face == SANS)]


@cache
def _installed(script: Script, sans: bool) -> tuple[str, ...]:
    """The fallbacks of a script that this system has, the best first."""
    present = set(QFontDatabase.families())
    serifs, sanses = FALLBACKS.get(script, ((), ()))
    ordered = (*sanses, *serifs) if sans else (*serifs, *sanses)
    return tuple(family for family in ordered if family in present)


@cache
def _common(sans: bool) -> tuple[str, ...]:
    """What stands in for any letter: a family for each script that this system has one for."""
    firsts = [_installed(script, sans)[:1] for script in FALLBACKS]
    return tuple(dict.fromkeys(family for first in firsts for family in first))


def font(
    face: str, points: float, weight: QFont.Weight = QFont.Weight.Normal, *, italic: bool = False, text: str = ""
) -> QFont:
    """A font of a face with its fallbacks, chosen for `text` where it is given."""
    made = QFont()
    made.setFamilies([*_cut(face, weight), *families_for(face, text)])
    made.setPointSizeF(points)
    made.setWeight(weight)
    made.setItalic(italic)
    return made


def _cut(face: str, weight: QFont.Weight) -> list[str]:
    """Where a system takes a medium weight for a family of its own, its name, so that it is not drawn as bold."""
    name = {QFont.Weight.Medium: f"{face} Medium", QFont.Weight.DemiBold: f"{face} SemiBold"}.get(weight, "")
    return [name] if name in load_fonts() else []


@cache
def fixed_family() -> str:
    """The system's face of even widths by its real name: before the alias that it goes by, Qt takes any other family."""
    return QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)).family()


def line_percent(of: QFont, leading: float) -> int:
    """The height of a line in percent of what the font asks for by itself, so that lines are `leading` sizes apart."""
    metrics = QFontMetricsF(of)
    size = of.pointSizeF() * metrics.fontDpi() / 72
    return round(100 * leading * size / metrics.height())


def line_height(of: QFont) -> int:
    """How far lines of a list are apart, the same for every script: whatever stands in for a letter may be taller."""
    return round(LIST_LEADING * of.pointSizeF() * QFontMetricsF(of).fontDpi() / 72)


def character_width(of: QFont) -> float:
    """How wide a character of running text is on average."""
    return QFontMetricsF(of).horizontalAdvance(_PANGRAM) / len(_PANGRAM)
