"""What another program's export holds, as values: they travel from the worker that parses to the library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class ImportedMark:
    """A highlight: its words, the note on it, the colour's name, and when it was made (ISO 8601)."""

    text: str
    note: str = ""
    colour: str = ""
    at: str | None = None


@dataclass(frozen=True)
class ImportedItem:
    """One article. `content` and `excerpt` are HTML, as far as the export has them; times are ISO 8601."""

    url: str | None = None
    title: str = ""
    authors: tuple[str, ...] = ()
    site: str = ""
    published: str | None = None
    saved: str | None = None
    content: str = ""
    excerpt: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    read: bool = False
    archived: bool = False
    bookmarked: bool = False
    marks: tuple[ImportedMark, ...] = ()


@dataclass(frozen=True)
class ImportedLibrary:
    """An export of `service`. `refused` says of each row that is not taken why, in a sentence."""

    service: str
    items: tuple[ImportedItem, ...]
    refused: tuple[str, ...] = ()


def imported_record(imported: ImportedLibrary) -> dict[str, Any]:
    """An export as JSON holds it."""
    return asdict(imported)


def imported_from(record: Mapping[str, Any]) -> ImportedLibrary:
    """The export of an `imported_record`."""
    items = tuple(
        ImportedItem(
            **{
                **item,
                "authors": tuple(item["authors"]),
                "tags": tuple(item["tags"]),
                "collections": tuple(item["collections"]),
                "marks": tuple(ImportedMark(**mark) for mark in item["marks"]),
            }
        )
        for item in record["items"]
    )
    return ImportedLibrary(record["service"], items, tuple(record["refused"]))
