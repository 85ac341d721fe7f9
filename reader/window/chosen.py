"""What the settings amount to: the reader's keys, and how the reader likes a page set."""

from __future__ import annotations

from reader.window.commands import Keymap
from reader.window.settings import Setting, Settings
from reader.window.settings.table import FACE, INTERFACE, LEADING, LETTERS, MEASURE, OWN_KEYS, PRESET, ZOOM
from reader.window.theme import Reading

KEY_SETTINGS = (PRESET, LETTERS, OWN_KEYS)
READING_SETTINGS: tuple[Setting[str] | Setting[int] | Setting[float], ...] = (FACE, ZOOM, MEASURE, LEADING, INTERFACE)


def keymap_of(settings: Settings) -> Keymap:
    """Which keys the commands have: the chosen set's, the reader's own over them, letters only where they are wanted."""
    return Keymap(settings[PRESET], settings[OWN_KEYS], settings[LETTERS])


def reading_of(settings: Settings) -> Reading:
    """How the reader likes a page set."""
    return Reading(
        face=settings[FACE],
        size=settings[ZOOM],
        measure=settings[MEASURE],
        leading=settings[LEADING],
        interface=settings[INTERFACE],
    ).bounded()
