"""What replicas exchange: cells, each one field of one row as one replica wrote it at one time.

Merging is a set's union, so that it does not matter in which order, how often or in which pieces cells come. What a row
is follows from the set: of each field the last writer's value, by hybrid logical clocks (Kulkarni and others, 2014),
which follow the machines' clocks and never go back behind anything that was seen. A deletion is a cell too, which says
what it saw of the row; a row of which anything was written that it did not see is there. Of the text of a note every version is kept that no later one was made
from: the last is the note, each other one becomes a note of its own.
"""

from __future__ import annotations

import dataclasses
import json
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

EXISTS = ""
"""The field that says whether a row is there."""
VERSIONED = frozenset({("notes", "body")})
"""The fields of which no version is given up that nobody has seen when the next one was written."""

MOST_AT_ONCE = 999_999
"""The highest count that a stamp has room for."""
Stamp = str
"""Milliseconds since 1970, a count, and the replica, each of fixed length: the order of texts is that of time."""


@dataclass(frozen=True)
class Cell:
    """One field of one row, as it was written at `stamp`. `was` is the stamp of the value that it was written over; of
    a deletion, that of the last that was written of the row; of what was not written but worked out, its own."""

    table: str
    row: tuple[str, ...]
    field: str
    stamp: Stamp
    was: Stamp
    value: Any = dataclasses.field(hash=False)


class Clock:
    """A hybrid logical clock. `last` is the latest stamp that was given or seen."""

    def __init__(self, replica: str, last: Stamp = "") -> None:
        self._replica, self.last = replica, last

    def saw(self, stamp: Stamp) -> None:
        """From now on every stamp is later than this one."""
        self.last = max(self.last, stamp)

    def tick(self, milliseconds: int) -> Stamp:
        """The stamp of something that is written at that time, by a clock that may be wrong."""
        seen = _parsed(self.last) if self.last else (0, 0)
        at, count = (milliseconds, 0) if milliseconds > seen[0] else (seen[0], seen[1] + 1)
        if count > MOST_AT_ONCE:
            at, count = at + 1, 0
        self.last = f"{at:015d}.{count:06d}.{self._replica}"
        return self.last


def _parsed(stamp: Stamp) -> tuple[int, int]:
    at, count, _ = stamp.split(".", 2)
    return int(at), int(count)


def is_stamp(text: object) -> bool:
    """Whether a text is a stamp: those of other machines are not believed unseen."""
    if not isinstance(text, str):
        return False
    parts = text.split(".", 2)
    return (
        len(parts) == 3
        and len(parts[0]) == 15
        and len(parts[1]) == 6
        and (parts[0] + parts[1]).isdigit()
        and 0 < len(parts[2]) <= 64
    )


@dataclass(frozen=True)
class Resolved:
    """What a row is: its fields, each with when it was written; `alive` whether it is there."""

    values: Mapping[str, Any]
    stamps: Mapping[str, Stamp]
    alive: bool


def resolved(cells: Iterable[Cell]) -> Resolved:
    """What the cells of one row make of it."""
    last: dict[str, Cell] = {}
    written = ""
    gone: Cell | None = None
    for cell in cells:
        if cell.field == EXISTS and not cell.value:
            gone = max(gone or cell, cell, key=lambda each: each.stamp)
            continue
        written = max(written, cell.stamp)
        if cell.field != EXISTS and (cell.field not in last or cell.stamp > last[cell.field].stamp):
            last[cell.field] = cell
    values = {name: cell.value for name, cell in last.items()}
    return Resolved(
        values,
        {name: cell.stamp for name, cell in last.items()},
        bool(written) and (gone is None or written > gone.was),
    )


def passed_over(cells: Iterable[Cell]) -> list[Cell]:
    """Of the versions of one field those that nobody saw when a later one was written, but for the last of all."""
    versions = {cell.stamp: cell for cell in cells}
    if len(versions) < 2:
        return []
    seen = {cell.was for cell in versions.values()}
    last = max(versions)
    return [
        cell
        for stamp, cell in sorted(versions.items())
        if stamp != last and stamp not in seen and cell.value != versions[last].value and str(cell.value or "").strip()
    ]


def key_of_version(cell: Cell) -> str:
    """The key of the row that a version which was passed over becomes: the same on every replica."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{'/'.join(cell.row)} {cell.stamp}"))


def cell_record(cell: Cell) -> list[Any]:
    """A cell as plain JSON values; `cell_from` gives it back."""
    return [cell.table, list(cell.row), cell.field, cell.stamp, cell.was, cell.value]


def cell_from(record: Any) -> Cell:
    """The cell of a `cell_record`; ValueError where it is none."""
    try:
        table, row, name, stamp, was, value = record
    except (ValueError, TypeError):
        raise ValueError("no cell") from None
    sound = (
        isinstance(table, str)
        and isinstance(name, str)
        and isinstance(row, list)
        and all(isinstance(p, str) for p in row)
    )
    if not sound or not is_stamp(stamp) or not (was == "" or is_stamp(was)):
        raise ValueError("no cell")
    return Cell(table, tuple(row), name, stamp, was, value)


def row_text(row: Iterable[str]) -> str:
    """A row's key as it lies in a table."""
    return json.dumps(list(row), ensure_ascii=False, separators=(",", ":"))


def row_from(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))
