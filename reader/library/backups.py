"""Verified copies of the library: made while it is in use, checked before they count, thinned by rule."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reader.library.durable import private_folder, sync_file, sync_folder
from reader.library.values import Backup

EVERY_S = 30 * 60
KEEP_ALL_FOR_H = 48
KEEP_DAYS, KEEP_WEEKS, KEEP_MONTHS = 14, 8, 12
KEEP_AT_LEAST = 3
_TIME = "%Y%m%dT%H%M%SZ"
_SEQUENCE_DIGITS = 10


def make_backup(database: Path, folder: Path) -> Backup:
    """Copy `database` into `folder` while others may use it; sqlite3.Error or OSError where it fails, and then
    nothing has changed in the folder. For a thread of its own: it opens its own connection."""
    private_folder(folder)
    draft = folder / f"{uuid.uuid4()}.part"
    try:
        with (
            closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(draft)) as copy,
        ):
            source.backup(copy)
            # A backup is one file that never changes: no write-ahead log beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
            found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
            if found != "ok":
                raise sqlite3.DatabaseError(f"the copy is damaged: {found}")
            row = copy.execute("SELECT value FROM marks WHERE name = 'sequence'").fetchone()
        sequence = int(row[0]) if row else 0
        draft.chmod(0o600)
        sync_file(draft)
        made = datetime.now(UTC).replace(microsecond=0)
        path = _free(folder, f"library-{sequence:0{_SEQUENCE_DIGITS}}-{made.strftime(_TIME)}")
        size = draft.stat().st_size
        draft.replace(path)
        sync_folder(folder)
        return Backup(path, made, sequence, size)
    finally:
        draft.unlink(missing_ok=True)


def backups_in(folder: Path) -> list[Backup]:
    """The backups in a folder, newest first: by how many changes they hold, whatever the clock said."""
    found = []
    for path in folder.glob("library-*.db"):
        try:
            _, sequence, made = path.stem.split("-")[:3]
            moment = datetime.strptime(made, _TIME).replace(tzinfo=UTC)
            found.append(Backup(path, moment, int(sequence), path.stat().st_size))
        except (ValueError, OSError):
            continue
    return sorted(found, key=lambda backup: (backup.sequence, backup.made, _number(backup.path)), reverse=True)


def _number(path: Path) -> int:
    """Which of several backups of one second a file is: the second has "-2" behind its time."""
    numbers = path.stem.split("-")[3:]
    return int(numbers[0]) if numbers and numbers[0].isdigit() else 1


def newest_backup(folder: Path) -> Backup | None:
    """The backup in a folder that holds most, if there is any."""
    return next(iter(backups_in(folder)), None)


def superfluous(backups: Iterable[Backup]) -> list[Backup]:
    """Which of the backups may go: kept are all of the last 48 hours before the newest, then one a day for 14 days,
    one a week for 8 weeks, one a month for 12 months, and never fewer than 3.

    Ages count from the newest backup, not from the clock: one that is set wrong makes nothing old.
    """
    newest_first = sorted(backups, key=lambda backup: (backup.sequence, backup.made), reverse=True)
    if not newest_first:
        return []
    latest = newest_first[0].made
    keep = set(newest_first[:KEEP_AT_LEAST])
    periods: set[str] = set()
    for backup in newest_first:
        age = latest - backup.made
        period = _period(backup.made, age)
        if age <= timedelta(hours=KEEP_ALL_FOR_H) or (period is not None and period not in periods):
            keep.add(backup)
        if period is not None:
            periods.add(period)
    return [backup for backup in newest_first if backup not in keep]


def thin(folder: Path) -> None:
    """Delete the backups in a folder that the rule does not keep."""
    for backup in superfluous(backups_in(folder)):
        backup.path.unlink(missing_ok=True)


def _period(made: datetime, age: timedelta) -> str | None:
    """The day, week or month that a backup of that age stands for, None where it is too old to."""
    if age <= timedelta(days=KEEP_DAYS):
        return made.strftime("day %Y-%m-%d")
    if age <= timedelta(weeks=KEEP_WEEKS):
        return made.strftime("week %G-%V")
    if age <= timedelta(days=31 * KEEP_MONTHS):
        return made.strftime("month %Y-%m")
    return None


def _free(folder: Path, stem: str) -> Path:
    path, number = folder / f"{stem}.db", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}.db", number + 1
    return path
