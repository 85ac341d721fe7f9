"""The command registry: every action once, for menus, keys, palette and help."""

from reader.window.commands.palette import Palette
from reader.window.commands.registry import Command, Registry, clashes, matching, printed_keys, tip
from reader.window.commands.table import commands

__all__ = ["Command", "Palette", "Registry", "clashes", "commands", "matching", "printed_keys", "tip"]
