"""The order of the menus, and within them of the groups that lines part. A command that no pattern names comes last."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase

from reader.window.commands.command import Command

MENUS: dict[str, tuple[str, ...]] = {
    "File": ("add.*", "signin.* account.*", "import.* export.*", "samples.*", "settings*", "window.*"),
    "Edit": ("undo redo", "selection.* quote.copy* link.copy share.link", "find*", "search*"),
    "Article": ("article.*", "window.article share.*"),
    "Annotate": ("note.* passage.* highlight*", "quote.*", "piece.*"),
    "Organise": ("queue.*", "collection.*", "tag.* saved.*", "bulk rules duplicates deleted"),
    "Go": ("article.*", "page.*", "quote.*", "mention.*", "pane.* list.*", "go.*"),
    "View": ("view.*", "zoom.*", "tab.*", "quotes.* source.*"),
    "Help": ("palette help*", "version.* about"),
}
"""For each menu its groups; in each the patterns of the commands' ids, as the shell writes them."""

_CONTEXT = ("Go", "Article", "Organise", "Annotate", "Edit")


def in_context_order(menu: str) -> int:
    """Where the commands of a menu stand in a context menu: to open first, to copy last."""
    name = menu.partition("/")[0]
    return _CONTEXT.index(name) if name in _CONTEXT else len(_CONTEXT)


def menu_order(commands: Iterable[Command]) -> list[str]:
    """The names of the menus, those of `MENUS` first; Help stays last, where every system has it."""
    named = list(dict.fromkeys(command.menu.partition("/")[0] for command in commands))
    others = [name for name in named if name not in MENUS]
    known = [name for name in MENUS if name in named]
    at = known.index("Help") if "Help" in known else len(known)
    return [*known[:at], *others, *known[at:]]


def groups(menu: str, commands: Iterable[Command]) -> list[list[Command]]:
    """The commands of one menu (by its first name), in groups as the menu parts them; empty groups are left out."""
    left = [command for command in commands if command.menu.partition("/")[0] == menu]
    found: list[list[Command]] = []
    for group in (*MENUS.get(menu, ()), "*"):
        patterns = group.split()
        taken = [command for command in left if any(fnmatchcase(command.id, pattern) for pattern in patterns)]
        left = [command for command in left if command not in taken]
        found.append(taken)
    return [group for group in found if group]


def in_menu_order(commands: Iterable[Command]) -> list[Command]:
    """The commands as one who reads the menus meets them."""
    commands = list(commands)
    return [each for menu in menu_order(commands) for group in groups(menu, commands) for each in group]
