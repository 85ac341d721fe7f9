"""Where the files that ship with the application lie: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def _folder(name: str) -> Path:
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def resource(name: str) -> Path:
    """The path of a file or folder under resources/ ("fonts", "icons/search.svg")."""
    return _folder("resources") / name


def seeds() -> list[Path]:
    """The sample articles' files, in the order in which a new library shows them."""
    return sorted(path for path in _folder("seeds").iterdir() if path.suffix in {".txt", ".html"})


def guide() -> Path:
    """The folder of the documentation's pages; `index.md` in it lists them all."""
    return _folder("docs")
