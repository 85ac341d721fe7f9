"""The manual page and the shells' completions, made from the command line itself.

python packaging/manual.py        prints the manual page
"""

from __future__ import annotations

from enum import Enum
from typing import Any

import typer.main
from description import Description, description, source_date, version
from typer._completion_shared import get_completion_script

from reader.cli.command import app


def manual_page(of: Description) -> str:
    """verbatim(1), in the macros of man(7)."""
    command = typer.main.get_command(app)
    day, name = f"{source_date():%Y-%m-%d}", of.command
    parts = [
        f'.TH {name.upper()} 1 "{day}" "{of.name} {version()}" "User Commands"',
        f".SH NAME\n{name} \\- {_text(of.summary[0].lower() + of.summary[1:])}",
        f".SH SYNOPSIS\n.B {name}\n[\\fIOPTION\\fR]\n.br\n.B {name}\n\\fICOMMAND\\fR [\\fIARGUMENT\\fR ...]",
        ".SH DESCRIPTION\n" + "\n.PP\n".join(_text(text) for text in of.paragraphs),
        f".PP\nWithout a command, {name} opens the window.",
        ".SH OPTIONS\n" + _parameters(command),
        ".SH COMMANDS",
        *_commands(command, ()),
        ".SH EXIT STATUS\n0 where all went well; 1 where something could not be read or done, which is told in one sentence"
        "\non standard error; 2 where the command itself was not understood.",
        ".SH FILES\nThe library and the file\n.I settings.toml\nlie in the folders that the system has for a user's data and"
        "\nsettings; Help, About Verbatim names the library's.",
        f".SH COPYRIGHT\n{of.maker}. Licence: {of.licence}.",
    ]
    return "\n".join(parts) + "\n"


def completion(command: str, shell: str) -> str:
    """What a shell (bash, zsh, fish) needs to complete the command's words: it asks the command itself."""
    script = get_completion_script(prog_name=command, complete_var=f"_{command.upper()}_COMPLETE", shell=shell)
    return script.rstrip() + "\n"


def _commands(group: Any, path: tuple[str, ...]) -> list[str]:
    parts = []
    for name, command in sorted(group.commands.items()):
        if command.hidden:
            continue
        words = (*path, name)
        if hasattr(command, "commands"):
            parts += _commands(command, words)
            continue
        line = " ".join(f"\\fB{_text(word)}\\fR" for word in words)
        usage = " ".join(_usage(parameter) for parameter in command.params if not parameter.hidden)
        parts.append(f".SS {line} {usage}\n{_paragraphs(command.help)}\n{_parameters(command)}")
    return parts


def _usage(parameter: Any) -> str:
    name = _text(parameter.metavar or parameter.name.upper())
    if parameter.param_type_name == "argument":
        name += " ..." if parameter.nargs == -1 else ""
        return f"\\fI{name}\\fR" if parameter.required else f"[\\fI{name}\\fR]"
    option = _option(parameter)
    return option if parameter.required else f"[{option}]"


def _option(parameter: Any) -> str:
    names = ", ".join(f"\\fB{_text(name)}\\fR" for name in (*parameter.opts, *parameter.secondary_opts))
    if parameter.is_flag:
        return names
    kind = parameter.type_descriptor.annotation
    choices = [each.value for each in kind] if isinstance(kind, type) and issubclass(kind, Enum) else []
    value = "|".join(choices) or parameter.metavar or "VALUE"
    return f"{names} \\fI{_text(value)}\\fR"


def _parameters(command: Any) -> str:
    lines = []
    for parameter in command.params:
        if parameter.hidden or not parameter.help:
            continue
        name = _option(parameter) if parameter.param_type_name == "option" else _usage(parameter)
        lines.append(f".TP\n{name}\n{_text(parameter.help)}")
    return "\n".join(lines)


def _paragraphs(text: str | None) -> str:
    return "\n.PP\n".join(_text(" ".join(part.split())) for part in (text or "").strip().split("\n\n"))


def _text(text: str) -> str:
    """Words that roff takes for nothing but words."""
    safe = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + safe if safe.startswith((".", "'")) else safe


if __name__ == "__main__":
    print(manual_page(description()), end="")
