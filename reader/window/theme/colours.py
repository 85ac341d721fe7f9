"""Colours by role for each theme. Widgets ask for a role; no widget names a colour.

Every pair that stands on another somewhere in the window is held to WCAG 2.2 AA by a test, high contrast to AAA.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ThemeName(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    SEPIA = "sepia"
    DARK = "dark"
    CONTRAST = "high contrast"


@dataclass(frozen=True)
class Colours:
    """Grounds: `surface` lies under the article, `panel` under lists, `raised` under fields; `selection` is the chosen
    line of the list that has the focus, `resting` that of one that has not.

    Inks: `text`, `muted`, `accent`, `warning`. Lines: `faint` parts, `edge` is the border of what can be used.
    Marks behind words, from the quietest: `quote`, `lit`, `found`, `current`; `highlights` are the reader's own colours,
    `speakers` tell voices apart.
    """

    surface: str
    panel: str
    raised: str
    selection: str
    resting: str
    text: str
    muted: str
    accent: str
    on_accent: str
    warning: str
    faint: str
    edge: str
    quote: str
    lit: str
    found: str
    current: str
    highlights: tuple[str, ...]
    speakers: tuple[str, ...]


LIGHT = Colours(
    surface="#fffefb", panel="#f6f5f1", raised="#ffffff", selection="#f0e2d3", resting="#eae7df",
    text="#1d1c1a", muted="#625e56", accent="#8a3b12", on_accent="#ffffff", warning="#8f4700",
    faint="#e3e0d8", edge="#8d887c",
    quote="#f7f1e6", lit="#fbe7b2", found="#ffe38a", current="#f6cf6a",
    highlights=("#ffeb8f", "#cdefc4", "#cde4fb", "#fbd0dc", "#e4d8fb"),
    speakers=("#8a3b12", "#1f5f8b", "#2d6a3e", "#7a3a78", "#8a6100", "#37586b"),
)  # fmt: skip
SEPIA = Colours(
    surface="#f8f0e0", panel="#efe5d1", raised="#fdf8ec", selection="#e6d2b0", resting="#e3d7bd",
    text="#35291b", muted="#5f4f3b", accent="#7d3d12", on_accent="#ffffff", warning="#7a3f00",
    faint="#ddcfb4", edge="#84765f",
    quote="#f1e5cb", lit="#f3d996", found="#f2d268", current="#eabf5e",
    highlights=("#f5dc7c", "#cfe0ac", "#c6d9de", "#f0c6b8", "#dccae0"),
    speakers=("#7d3d12", "#27577a", "#386038", "#6e3a6a", "#765300", "#3d5560"),
)  # fmt: skip
DARK = Colours(
    surface="#1b1b1d", panel="#232326", raised="#2c2c30", selection="#453628", resting="#333338",
    text="#e6e3dc", muted="#b3aea6", accent="#e9a06b", on_accent="#1b1b1d", warning="#f0b26b",
    faint="#3a3a3f", edge="#83818a",
    quote="#29271f", lit="#4d421c", found="#62530f", current="#7a6320",
    highlights=("#5e5114", "#26502f", "#1f4869", "#6b2f47", "#4c3b72"),
    speakers=("#e9a06b", "#83b9e0", "#8fcb9b", "#d39bd0", "#e0c069", "#9fbccb"),
)  # fmt: skip
CONTRAST_LIGHT = Colours(
    surface="#ffffff", panel="#ffffff", raised="#ffffff", selection="#d6e6ff", resting="#e6e6e6",
    text="#000000", muted="#333333", accent="#00308f", on_accent="#ffffff", warning="#6e1f00",
    faint="#767676", edge="#000000",
    quote="#f0f0f0", lit="#fff0a0", found="#ffe84d", current="#ffd000",
    highlights=("#ffe84d", "#8cf59a", "#9fd8ff", "#ffb3cf", "#d9c2ff"),
    speakers=("#8a2a00", "#003f8f", "#00501e", "#6a0068", "#6b4600", "#1f3f52"),
)  # fmt: skip
CONTRAST_DARK = Colours(
    surface="#000000", panel="#000000", raised="#000000", selection="#00336b", resting="#2e2e2e",
    text="#ffffff", muted="#d6d6d6", accent="#ffd54a", on_accent="#000000", warning="#ffb27a",
    faint="#8a8a8a", edge="#ffffff",
    quote="#202020", lit="#4a3d00", found="#554700", current="#5e4a00",
    highlights=("#554700", "#00451a", "#003a66", "#66002f", "#3d1a80"),
    speakers=("#ffb27a", "#8fd0ff", "#8df0a0", "#ffb0fb", "#ffd54a", "#c4e3f2"),
)  # fmt: skip

ALL = {
    "light": LIGHT,
    "sepia": SEPIA,
    "dark": DARK,
    "high contrast, light": CONTRAST_LIGHT,
    "high contrast, dark": CONTRAST_DARK,
}
"""Every set of colours that the window can have, by its name."""


def colours_of(name: ThemeName, *, system_dark: bool = False, system_contrast: bool = False) -> Colours:
    """The colours of a theme on a system that is dark or wants more contrast, as it says of itself."""
    if name is ThemeName.CONTRAST or (name is ThemeName.SYSTEM and system_contrast):
        return CONTRAST_DARK if system_dark else CONTRAST_LIGHT
    if name is ThemeName.SYSTEM:
        return DARK if system_dark else LIGHT
    return {ThemeName.LIGHT: LIGHT, ThemeName.SEPIA: SEPIA, ThemeName.DARK: DARK}[name]


def contrast(a: str, b: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
