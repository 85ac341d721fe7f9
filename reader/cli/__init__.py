"""The `verbatim` command."""

from reader.cli.command import main

__all__ = ["main"]
