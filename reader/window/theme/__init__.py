"""The design system: colours by role, one scale of spacing, one of type, bundled fonts, tinted icons."""

from reader.window.theme.choice import paint_choice
from reader.window.theme.colours import ALL, Colours, ThemeName, colours_of, contrast
from reader.window.theme.empty import paint_empty
from reader.window.theme.look import Look
from reader.window.theme.scripts import Script, is_right_to_left, script_of
from reader.window.theme.spacing import APART, FOCUS_WIDTH, HEADER, NEAR, RADIUS, SECTION, SPACE, TIGHT, WIDE
from reader.window.theme.theme import Theme
from reader.window.theme.type import (
    FACES,
    SERIF,
    Reading,
    character_width,
    fixed_family,
    font,
    line_height,
    line_percent,
)

__all__ = [
    "ALL",
    "APART",
    "FACES",
    "FOCUS_WIDTH",
    "HEADER",
    "NEAR",
    "RADIUS",
    "SECTION",
    "SERIF",
    "SPACE",
    "TIGHT",
    "WIDE",
    "Colours",
    "Look",
    "Reading",
    "Script",
    "Theme",
    "ThemeName",
    "character_width",
    "colours_of",
    "contrast",
    "fixed_family",
    "font",
    "is_right_to_left",
    "line_height",
    "line_percent",
    "paint_choice",
    "paint_empty",
    "script_of",
]
