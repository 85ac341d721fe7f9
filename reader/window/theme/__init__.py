"""The design system: colours by role, type, spacing, fonts, icons."""

from reader.window.theme.colours import BY_NAME, Colours, ThemeName, contrast
from reader.window.theme.theme import SPACE, Theme

__all__ = ["BY_NAME", "SPACE", "Colours", "Theme", "ThemeName", "contrast"]
