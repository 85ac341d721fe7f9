"""The file of settings: TOML with every setting in it, each under the sentence that explains it, to be edited by hand."""

from __future__ import annotations

import json
import os
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import platformdirs

from reader.article import VerbatimError
from reader.window.settings.setting import Setting

VARIABLE = "VERBATIM_SETTINGS"
"""Names another file than the one in the system's folder for configuration."""
MAX_BYTES = 1_000_000
_HEAD = "# Verbatim's settings. A line that begins with # is the standard; take the # away to set it otherwise.\n"

Values = dict[str, Any]


class SettingsError(VerbatimError):
    """The file of settings cannot be read or written."""


def settings_path() -> Path:
    """Where the settings of this reader lie."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else Path(platformdirs.user_config_dir("Verbatim", appauthor=False)) / "settings.toml"


def read_file(path: Path) -> Values:
    """The values in a file by their keys ("look.theme"); none where it is not there. SettingsError if it is no TOML."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingsError(f"The settings in {path} cannot be read: {error.strerror}.") from error
    try:
        if len(content) > MAX_BYTES:
            raise ValueError("it is too large")
        tables = tomllib.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:  # TOML's and UTF-8's errors are ValueErrors
        raise SettingsError(f"{path} is no file of settings: {error}.") from error
    return {
        f"{section}.{name}": value
        for section, table in tables.items()
        if isinstance(table, dict)
        for name, value in table.items()
    }


def write_file(path: Path, settings: Iterable[Setting[Any]], values: Mapping[str, Any]) -> None:
    """Writes all settings, so that a crash leaves the old file or the new one; keys of other versions are kept.

    SettingsError where the file cannot be written.
    """
    text = written(settings, values)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError as error:
        raise SettingsError(f"The settings cannot be saved in {path}: {error.strerror}.") from error


def written(settings: Iterable[Setting[Any]], values: Mapping[str, Any]) -> str:
    """The text of a file of settings; values that are not set stand in it as comments."""
    sections: dict[str, list[str]] = {}
    known = {setting.key: setting for setting in settings}
    for setting in known.values():
        name = setting.key.partition(".")[2]
        lines = sections.setdefault(setting.section, [])
        allowed = f" One of: {', '.join(_toml(value) for value, _ in setting.choices)}." if setting.choices else ""
        lines.append(f"# {setting.sentence}{allowed}")
        is_set = setting.key in values
        lines.append(f"{'' if is_set else '# '}{name} = {_toml(values.get(setting.key, setting.default))}")
    for key, value in values.items():
        if key not in known:
            section, _, name = key.partition(".")
            sections.setdefault(section, []).append(f"{_key(name)} = {_toml(value)}")
    body = "\n".join(f"\n[{_key(section)}]\n" + "\n".join(lines) for section, lines in sections.items())
    return f"{_HEAD}{body}\n"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, Mapping):
        return (
            "{ " + ", ".join(f"{_key(str(name))} = {_toml(each)}" for name, each in value.items()) + " }"
            if value
            else "{}"
        )
    text = str(value).encode("utf-8", "replace").decode("utf-8")
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(name: str) -> str:
    bare = name and all(character.isascii() and (character.isalnum() or character in "-_") for character in name)
    return name if bare else _toml(name)
