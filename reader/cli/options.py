"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def named_path(text: str) -> Path:
    """The path that an argument names; what is empty, as a variable that was never set, would be the current folder."""
    if not text:
        raise typer.BadParameter("it names nothing.")
    return Path(text)


def _nearest(context: typer.Context, given: Path | None) -> Path | None:
    """The folder given to the command itself, else the one given before its name: `verbatim --library FOLDER list`."""
    above = context.parent
    while given is None and above is not None:
        given, above = above.params.get("library"), above.parent
    return given


LibraryOption = Annotated[
    Path | None,
    typer.Option(
        "--library",
        metavar="FOLDER",
        help="The library's folder, if not your own one.",
        parser=named_path,
        callback=_nearest,
    ),
]
ArticlesToo = Annotated[
    bool, typer.Option("--articles", help="Its articles too, but for those that carry something of yours.")
]
