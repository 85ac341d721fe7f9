"""Writes docs/keyboard.md, the map of all keys, from the commands themselves.

    python packaging/keyboard.py [--check]

With --check nothing is written; the exit status is 1 where the file is not what it should be.
"""

from __future__ import annotations

import sys
from pathlib import Path

from reader.window.commands import PRESETS, Command, Keymap, commands_of, is_letters
from reader.window.commands.menus import groups, menu_order
from reader.window.deeds import Deeds

FILE = Path(__file__).parent.parent / "docs" / "keyboard.md"
HEAD = """# Keys

Every command of Verbatim, menu by menu, with its keys. <kbd>Ctrl</kbd>+<kbd>K</kbd> finds each by a few letters of its
name, <kbd>?</kbd> shows this list in the window. On macOS <kbd>Ctrl</kbd> is <kbd>⌘</kbd>.

**Keys that are letters** act in lists and in the article, never where text is written. *Settings → Single letters as
keys* switches them off, for speech input and for screen readers. Keys written one after another are pressed one after
another: <kbd>g</kbd> <kbd>u</kbd>.

**Other keys.** *File → Change keys…* gives any command others and tells which command would lose its own. *Settings →
Set of keys* starts from what you know: the columns *Google Reader*, *Vim* and *NetNewsWire* say where these sets differ.
Your own keys stand above every set, in `settings.toml` under `keys.own`.

*This page is made from the commands by `packaging/keyboard.py`.*
"""


def keyboard_page() -> str:
    """The page as it should be."""
    commands = commands_of(Deeds)
    maps = [Keymap(preset).resolved(commands) for preset in PRESETS]
    parts = [HEAD]
    for menu in menu_order(commands):
        parts.append(f"\n## {menu}\n\n| Command | {' | '.join(['Keys', *list(PRESETS)[1:]])} |\n")
        parts.append("| --- " * (len(PRESETS) + 1) + "|\n")
        for group in groups(menu, commands):
            parts.extend(_line(command, [keys[command.id] for keys in maps]) for command in group)
    return "".join(parts)


def _line(command: Command, keys: list[tuple[str, ...]]) -> str:
    needs = f" Works when {command.needs.when}." if command.needs.when else ""
    name = f"**{command.name}**: {command.description[0].lower()}{command.description[1:]}.{needs}"
    others = ["" if each == keys[0] else _printed(each) or "–" for each in keys[1:]]
    return "".join(f"| {cell} " if cell else "| " for cell in [name, _printed(keys[0]), *others]) + "|\n"


def _printed(keys: tuple[str, ...]) -> str:
    return " or ".join(" ".join(_stroke(stroke) for stroke in each.split(", ")) for each in keys)


def _stroke(stroke: str) -> str:
    plus = stroke.endswith("+")
    parts = [part for part in stroke.split("+") if part] + (["+"] if plus else [])
    if len(parts) == 1 and is_letters(stroke) and len(stroke) == 1:
        parts = [stroke.lower()]
    return "+".join(f"<kbd>{part}</kbd>" for part in parts)


def main() -> None:
    page = keyboard_page()
    if "--check" in sys.argv:
        fresh = FILE.is_file() and FILE.read_text("utf-8") == page
        sys.exit(0 if fresh else f"{FILE.name} is not fresh: run packaging/keyboard.py")
    FILE.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
