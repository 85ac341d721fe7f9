"""All settings, in the order in which their page and their file show them. Ask for one as `settings[ZOOM]`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reader.article import mark
from reader.window.settings.setting import Setting
from reader.window.theme import SERIF, ThemeName
from reader.window.theme.type import INTERFACE as INTERFACE_BOUNDS
from reader.window.theme.type import LARGEST, LEADINGS, MEASURES, SMALLEST

THEME = Setting(
    "look.theme", ThemeName.SYSTEM, "Theme", "The colours of the window and of the page.",
    choices=(
        (ThemeName.SYSTEM, "As the system"), (ThemeName.LIGHT, "Light"), (ThemeName.SEPIA, "Sepia"),
        (ThemeName.DARK, "Dark"), (ThemeName.CONTRAST, "High contrast"),
    ),
)  # fmt: skip
FACE = Setting("look.face", SERIF, "Typeface", "The face in which articles are set: a bundled one, or any of yours.")
ZOOM = Setting(
    "look.zoom", 0, "Text size", "Points above or below the standard size of the article.", bounds=(SMALLEST, LARGEST)
)
MEASURE = Setting("look.measure", 68, "Line length", "How many characters go into a line, about.", bounds=MEASURES)
LEADING = Setting("look.leading", 1.55, "Line spacing", "From line to line, in sizes of the type.", bounds=LEADINGS)
INTERFACE = Setting(
    "look.interface", 100, "Size of all other text", "Lists, menus and buttons, in percent.", bounds=INTERFACE_BOUNDS
)
LANGUAGE = Setting(
    "look.language", "", "Language", "The language of the window, from the next start on; articles stay as they are.",
    choices=(("", "As the system"), ("en", "English"), ("de", "Deutsch")),
)  # fmt: skip
MOTION = Setting(
    "look.motion", "system", "Movement", "Whether things may move: the system’s own wish, or never.",
    choices=(("system", "As the system"), ("none", "None")),
)  # fmt: skip

PRESET = Setting(
    "keys.preset", "Verbatim", "Set of keys", "The keys to start from; your own stand above them.",
    choices=(("Verbatim", "Verbatim"), ("Google Reader", "Google Reader"), ("Vim", "Vim"), ("NetNewsWire", "NetNewsWire")),
)  # fmt: skip
LETTERS = Setting(
    "keys.letters", True, "Single letters as keys",
    "Off, only keys with Ctrl, Alt or F act: for speech input, and for screen readers that need the letters.",
)  # fmt: skip
OWN_KEYS: Setting[Mapping[str, tuple[str, ...]]] = Setting(
    "keys.own", {}, "", "Your own keys, each by its command; the page of keys writes them."
)

WEB_SEARCH = Setting(
    "reading.web_search", "https://duckduckgo.com/?q={}", "Web search",
    "Where selected words are searched on the web, in your browser.",
    choices=(
        ("https://duckduckgo.com/?q={}", "DuckDuckGo"), ("https://www.startpage.com/do/search?q={}", "Startpage"),
        ("https://www.google.com/search?q={}", "Google"), ("https://www.bing.com/search?q={}", "Bing"),
        ("https://en.wikipedia.org/w/index.php?search={}", "Wikipedia"),
    ),
)  # fmt: skip
PICTURES = Setting(
    "reading.pictures", False, "Pictures",
    "Fetch an article’s pictures together with it, and show them; reading itself loads nothing.",
)  # fmt: skip
MEANING = Setting(
    "search.meaning", True, "Search by meaning",
    "Find articles that are near your words in meaning too, by a model on this computer. Off, what it worked out is dropped.",
)  # fmt: skip
REOPEN = Setting("start.reopen", True, "Come back to the last article", "Open the article that was open when you quit.")
NOTIFY = Setting(
    "system.notify", True, "Tell when long work is done",
    "A notification of the system, where work took long and the window is not in front.",
)  # fmt: skip
TRAY = Setting(
    "system.tray", False, "Icon in the tray", "Keep Verbatim in the system’s tray: closing the window leaves it there."
)

SETTINGS: tuple[Setting[Any], ...] = (
    THEME, FACE, ZOOM, MEASURE, LEADING, INTERFACE, LANGUAGE, MOTION, PRESET, LETTERS, OWN_KEYS, WEB_SEARCH, PICTURES, MEANING, REOPEN, NOTIFY, TRAY,
)  # fmt: skip
SECTIONS = {
    "look": mark("Look"),
    "keys": mark("Keys"),
    "reading": mark("Reading"),
    "search": mark("Searching"),
    "start": mark("Start"),
    "system": mark("System"),
}
"""The headings of the sections, in their order."""
