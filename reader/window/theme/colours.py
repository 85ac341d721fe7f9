"""Colours by role for each theme. Widgets ask for a role; no widget names a colour."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ThemeName(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    SEPIA = "sepia"
    DARK = "dark"


@dataclass(frozen=True)
class Colours:
    """`surface` lies under the article, `panel` under lists, `raised` under fields; `text`, `muted` and `faint` are ink.

    `quote` tints quoted words, `lit` and `current` bring the chosen ones forward, `found` marks search hits.
    """

    surface: str
    panel: str
    raised: str
    text: str
    muted: str
    faint: str
    accent: str
    on_accent: str
    selection: str
    quote: str
    lit: str
    current: str
    found: str
    warning: str
    speakers: tuple[str, ...]


LIGHT = Colours(
    surface="#fffefb", panel="#f6f5f1", raised="#ffffff", text="#1d1c1a", muted="#66625a", faint="#e3e0d8",
    accent="#8a3b12", on_accent="#ffffff", selection="#f0e2d3", quote="#f7f1e6", lit="#fbe7b2", current="#f6cf6a",
    found="#ffe38a", warning="#8f4700", speakers=("#8a3b12", "#1f5f8b", "#2d6a3e", "#7a3a78", "#8a6100", "#37586b"),
)  # fmt: skip
SEPIA = Colours(
    surface="#f8f0e0", panel="#efe5d1", raised="#fdf8ec", text="#35291b", muted="#685741", faint="#ddcfb4",
    accent="#7d3d12", on_accent="#ffffff", selection="#e6d2b0", quote="#f1e5cb", lit="#f3d996", current="#eabf5e",
    found="#f2d268", warning="#7e4200", speakers=("#7d3d12", "#27577a", "#386038", "#6e3a6a", "#765300", "#3d5560"),
)  # fmt: skip
DARK = Colours(
    surface="#1b1b1d", panel="#232326", raised="#2c2c30", text="#e6e3dc", muted="#aea9a1", faint="#3a3a3f",
    accent="#e9a06b", on_accent="#1b1b1d", selection="#4a3b2e", quote="#26251f", lit="#4d421c", current="#796320",
    found="#6b5a12", warning="#f0b26b", speakers=("#e9a06b", "#83b9e0", "#8fcb9b", "#d39bd0", "#e0c069", "#9fbccb"),
)  # fmt: skip

BY_NAME = {ThemeName.LIGHT: LIGHT, ThemeName.SEPIA: SEPIA, ThemeName.DARK: DARK}


def contrast(a: str, b: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
