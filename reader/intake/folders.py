"""What of a folder is to be read: the articles in it, without what browsers and systems lay beside them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from reader.intake.kinds import SUFFIXES

MOST_FILES = 500
"""A folder with more articles is taken for a mistake, as a home folder dropped on the window would be."""
MOST_ENTRIES = 20_000
_PAGES = (".html", ".htm", ".xhtml")
_BESIDE = re.compile(r"(.+)[_.\- ][^\W\d_]+")
"""How a browser names the folder that it saves beside a page: "ferry_files" beside "ferry.html"."""


def articles_in(paths: Iterable[Path]) -> list[Path]:
    """The files that the paths name, each folder replaced by the files of readable kinds in it, in the order of names.

    The folder that a browser saved beside a page gives nothing where the page itself is there. A folder without such
    files, or with too many, stays as it is, for `read_path` to say so.
    """
    paths = list(paths)
    pages = {path.with_suffix("") for path in paths if path.suffix.lower() in _PAGES}
    found: list[Path] = []
    for path in paths:
        if not _is_folder(path):
            found.append(path)
        elif not _is_beside(path, pages):
            found += _files_in(path) or [path]
    return found


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long, for example a text that was given for one
        return False


def _files_in(folder: Path) -> list[Path]:
    files: list[Path] = []
    seen = 0
    for at, folders, names in os.walk(folder):
        pages = {Path(at, name).with_suffix("") for name in names if name.lower().endswith(_PAGES)}
        folders[:] = sorted(f for f in folders if not f.startswith(".") and not _is_beside(Path(at, f), pages))
        files += [
            Path(at, name) for name in sorted(names) if name.lower().endswith(SUFFIXES) and not name.startswith(".")
        ]
        seen += len(names) + len(folders)
        if len(files) > MOST_FILES or seen > MOST_ENTRIES:
            return []
    return files


def _is_beside(folder: Path, pages: set[Path]) -> bool:
    named = _BESIDE.fullmatch(folder.name)
    return named is not None and folder.with_name(named[1]) in pages
