"""The one description of the application (description.toml), with its version, the day of it and its news."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class FileType:
    """A kind of file that the application opens; `new` where no system's own table knows it."""

    mime: str
    extensions: tuple[str, ...]
    name: str
    new: bool = False


@dataclass(frozen=True)
class Description:
    """All that installers say of the application."""

    id: str
    name: str
    command: str
    package: str
    maker: str
    generic_name: str
    summary: str
    licence: str
    categories: tuple[str, ...]
    keywords: tuple[str, ...]
    paragraphs: tuple[str, ...]
    points: tuple[str, ...]
    types: tuple[FileType, ...]
    libraries: dict[str, str]
    optional_libraries: dict[str, str]


def description() -> Description:
    """What description.toml says."""
    said: dict[str, Any] = tomllib.loads((ROOT / "packaging" / "description.toml").read_text("utf-8"))
    types = tuple(FileType(**{**kind, "extensions": tuple(kind["extensions"])}) for kind in said.pop("types"))
    fields = {key: tuple(value) if isinstance(value, list) else value for key, value in said.items()}
    return Description(types=types, **fields)


def version() -> str:
    """The version, from the one place where it stands."""
    found = re.search(r'^__version__ = "(.+)"$', (ROOT / "reader" / "__init__.py").read_text("utf-8"), re.MULTILINE)
    assert found is not None
    return found[1]


def source_date() -> datetime:
    """When the sources were last changed: SOURCE_DATE_EPOCH, or the last commit's time."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
        seconds = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()
    return datetime.fromtimestamp(int(seconds), UTC)


def news(of: str | None = None) -> str:
    """What CHANGELOG.md tells of a version (this one), as Markdown; empty where it tells nothing."""
    parts = re.split(r"^## ", (ROOT / "CHANGELOG.md").read_text("utf-8"), flags=re.MULTILINE)
    wanted = of or version()
    return next((part.partition("\n")[2].strip() for part in parts if part.split(" ", 1)[0] == wanted), "")
