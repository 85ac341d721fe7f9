"""Writes docs/command-line.md from what the commands say of themselves.

    python packaging/command_line.py [--check]

With --check nothing is written; the exit status is 1 where the file is not what it should be.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import typer

from reader.cli.command import app

FILE = Path(__file__).parent.parent / "docs" / "command-line.md"
HEAD = """# The command line

`verbatim` opens the window; with a command it works in the terminal. From a checkout the command is
`.venv/bin/verbatim`. Every command takes `--help`.

    verbatim analyze page.html                     # who said what, in the terminal
    verbatim analyze --format jsonl *.html > all   # one JSON object a line, for other programs
    pbpaste | verbatim analyze -                   # from the clipboard, on macOS
    verbatim add https://example.org/story         # fetched, cleaned, read, kept
    verbatim search 'said-by:marsh about:ferry'    # what she said about it
    verbatim quotes --by "Ilse Brandt" --about "Tomas Wieck"

**Exit status.** 0 where all went well; 1 where something could not be read, found or saved, with one sentence for each
on standard error; 2 where the command was not understood. What can be read is read: one bad file stops no other.

**Output** is UTF-8. Lists are one line for each thing, its fields parted by tabs. Control characters of foreign texts
never reach the terminal.

**One library, one writer.** Commands that only look (`list`, `people`, `quotes`, `stories`, `search`, `export`,
`export-quotes`, `feeds list`, `feeds export`, `accounts list`) work beside an open window; `open` hands it what it is
given; those that change the library ask you to close the window.

*The rest of this page is made from the commands by `packaging/command_line.py`.*
"""


def page() -> str:
    """The page as it should be."""
    return HEAD + "".join(
        _section(("verbatim", *names), command) for names, command in _commands(typer.main.get_command(app))
    )


def _commands(group: Any, before: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """The program itself, then its commands, those of a group one by one."""
    if not before:
        yield (), group
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, (*before, name))
        elif not command.hidden:
            yield (*before, name), command


def _section(names: tuple[str, ...], command: Any) -> str:
    usage = " ".join([*names, "[OPTIONS]", *(_name(each) for each in command.params if _is_argument(each))])
    rows = [_row(each) for each in command.params if not each.hidden and each.help]
    table = "\n| | |\n| --- | --- |\n" + "".join(rows) if rows else ""
    return f"\n## {' '.join(names)}\n\n    {usage}\n\n{_prose(command.help or '')}\n{table}"


def _prose(text: str) -> str:
    """The help as Markdown: each paragraph in one line."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", text.strip()))


def _is_argument(parameter: Any) -> bool:
    return bool(parameter.param_type_name == "argument")


def _choices(parameter: Any) -> list[str]:
    kind = parameter.type_descriptor.annotation
    return [str(each.value) for each in kind] if isinstance(kind, type) and issubclass(kind, Enum) else []


def _name(parameter: Any) -> str:
    """How it is written: "[PATH...]", "--search WORDS"."""
    if _is_argument(parameter):
        name = f"{parameter.metavar or parameter.name.upper()}{'...' if parameter.nargs == -1 else ''}"
        return name if parameter.required else f"[{name}]"
    if parameter.is_flag:
        return ", ".join((*parameter.opts, *parameter.secondary_opts))
    kind = parameter.type_descriptor.annotation
    value = parameter.metavar or ("NUMBER" if kind is int else parameter.opts[-1].lstrip("-").upper())
    return f"{', '.join(parameter.opts)} {value}"


def _row(parameter: Any) -> str:
    told = [" ".join((parameter.help or "").split())]
    if choices := _choices(parameter):
        told.append(f"One of {', '.join(f'`{choice}`' for choice in choices)}.")
    if parameter.default is True and parameter.secondary_opts:
        told.append(f"Without it: `{parameter.opts[0]}`.")
    elif parameter.default not in (None, False, "") and not parameter.is_eager:
        told.append(f"Without it: `{getattr(parameter.default, 'value', parameter.default)}`.")
    if parameter.required and not _is_argument(parameter):
        told.append("It must be given.")
    return f"| `{_name(parameter)}` | {' '.join(filter(None, told)).replace('|', chr(92) + '|')} |\n"


def main() -> None:
    made = page()
    if "--check" in sys.argv:
        fresh = FILE.is_file() and FILE.read_text("utf-8") == made
        sys.exit(0 if fresh else f"{FILE.name} is not fresh: run packaging/command_line.py")
    FILE.write_text(made, "utf-8")


if __name__ == "__main__":
    main()
