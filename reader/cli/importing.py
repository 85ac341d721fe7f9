"""Bringing in another reader's export from the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from reader.cli.feeding import gathering
from reader.library import Came, Library
from reader.work import CameAgain
from reader.work.importing import bring_in, known_articles, read_export, told_brought_in, told_export
from reader.work.source_desk import SourceDesk

MOST_TOLD = 20


def imported_lines(library: Library, path: Path, *, dry_run: bool, fetch: bool) -> Iterator[str]:
    """Brings an export in and says in lines what it holds and what came; UnreadableInput where it is none."""
    with closing(SourceDesk()) as desk:
        imported = read_export(path, desk)
        yield told_export(imported, known_articles(library, imported))
        yield from _few(imported.refused)
        if dry_run:
            return
        done = bring_in(library, imported, desk)
    yield told_brought_in(done)
    yield from _few(done.failed)
    if fetch and done.stubs:
        yield f"{_fetched(library, done.stubs)} of {len(done.stubs)} pages came."


def _few(lines: Sequence[str]) -> Iterator[str]:
    yield from (f"  {line}" for line in lines[:MOST_TOLD])
    if len(lines) > MOST_TOLD:
        yield f"  … and {len(lines) - MOST_TOLD} more."


def _fetched(library: Library, stubs: Sequence[int]) -> int:
    """Fetches the pages of articles that came without their text; how many were had."""
    with gathering(library) as (gatherer, until_idle):
        gatherer.fetch_pages(stubs)
        had = {Came.CHANGED, Came.FULLER}
        return sum(isinstance(event, CameAgain) and event.came in had for event in until_idle())
