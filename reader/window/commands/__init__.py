"""The command registry: every action once, for menus, keys, palette, help and the documentation."""

from reader.window.commands.command import ANYWHERE, Command, Context, command, commands_of
from reader.window.commands.finding import matching
from reader.window.commands.keys import Keymap, clashes, is_letters, portable, printed_keys
from reader.window.commands.keys_page import KeysPage
from reader.window.commands.palette import Palette
from reader.window.commands.presets import PRESETS
from reader.window.commands.registry import Registry

__all__ = [
    "ANYWHERE",
    "PRESETS",
    "Command",
    "Context",
    "Keymap",
    "KeysPage",
    "Palette",
    "Registry",
    "clashes",
    "command",
    "commands_of",
    "is_letters",
    "matching",
    "portable",
    "printed_keys",
]
