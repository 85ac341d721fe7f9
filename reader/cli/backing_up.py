"""`verbatim backup` and `verbatim restore`: copies of the library, made, listed and put back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reader.cli.options import LibraryOption, named_path
from reader.cli.terminal import safe
from reader.library import Library

MB = 1_000_000


def backup(library: LibraryOption = None) -> None:
    """Back the library up now. The window does so by itself, every half hour in which something changed."""
    with Library.open(library) as shelf:
        print(safe(str(shelf.backup().path)))


def restore(
    backup: Annotated[
        Path | None,
        typer.Argument(metavar="BACKUP", parser=named_path, help="Its file. Without one, the backups are listed."),
    ] = None,
    as_it_was: Annotated[
        bool, typer.Option("--as-it-was", help="Leave out what you changed after the backup was made.")
    ] = False,
    library: LibraryOption = None,
) -> None:
    """Put a backup in the place of the library; the former files are moved aside, and later changes are made again.

    Close the window first. Without a backup's name, print those that there are, newest first.
    """
    if backup is None:
        for made in Library.backups(library):
            fields = (f"{made.made.astimezone():%Y-%m-%d %H:%M}", f"{made.size_bytes / MB:.1f} MB", str(made.path))
            print("\t".join(safe(field) for field in fields))
        return
    aside = Library.restore(library, backup, replay=not as_it_was)
    print(safe(f"The backup is the library now; what was there before lies in {aside}."))
