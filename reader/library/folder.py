"""A library's folder: what lies in it, who may write in it, and what its file is before the database ever sees it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import platformdirs
from filelock import FileLock, Timeout

from reader.library.backups import newest_backup
from reader.library.durable import PRIVATE_FILE, private_folder
from reader.library.faults import (
    BACKUPS_NAME,
    DATABASE_NAME,
    LibraryDamaged,
    LibraryInUse,
    LibraryReadOnly,
    LibraryTooNew,
    damaged,
    faults_told,
)
from reader.library.schema import APPLICATION_ID, SCHEMA_VERSION

APPLICATION = "Verbatim"
_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100
_PAGE_BYTES_AT, _USER_VERSION_AT, _APPLICATION_ID_AT = 16, 60, 68


@dataclass(frozen=True)
class Places:
    """The paths of a library in `folder`."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / DATABASE_NAME

    @property
    def journal(self) -> Path:
        return self.folder / "journal"

    @property
    def spool(self) -> Path:
        """Captures and articles that no backup holds yet."""
        return self.journal / "kept"

    @property
    def backups(self) -> Path:
        return self.folder / BACKUPS_NAME

    @property
    def lock(self) -> Path:
        return self.folder / "library.lock"

    @property
    def in_use(self) -> Path:
        """There while the library is open, and afterwards if it was never closed."""
        return self.folder / "library.open"


class Found(Enum):
    """What a library's file is."""

    NOTHING = "nothing"
    LIBRARY = "library"


def places_of(folder: Path | None) -> Places:
    """The places of the library in `folder`, or in the platform's folder for data."""
    chosen = folder if folder is not None else Path(platformdirs.user_data_dir(APPLICATION, appauthor=False))
    return Places(chosen.expanduser().absolute())


def locked(places: Places) -> FileLock:
    """The one writer's lock on a folder, taken; LibraryInUse or LibraryReadOnly where it cannot be had."""
    with faults_told(places.folder):
        try:
            private_folder(places.folder)
        except (FileExistsError, NotADirectoryError) as error:
            raise LibraryReadOnly(
                f"The library cannot be at “{places.folder}”, because that is a file: name a folder."
            ) from error
        lock = FileLock(str(places.lock), mode=PRIVATE_FILE, thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout as error:
            raise LibraryInUse(
                f"The library “{places.folder}” is open in another Verbatim: use that one, or close it and try again."
            ) from error
        return lock


def found_in(places: Places) -> Found:
    """What the library's file is, from its first bytes alone, so that nothing is changed in one that is not ours.

    LibraryTooNew or LibraryDamaged where it cannot be opened, with what to do.
    """
    path = places.database
    with faults_told(places.folder):
        if path.is_dir():
            raise LibraryDamaged(f"“{path}” is a folder where the library's file should be: move it away.")
        header = b""
        if path.exists():
            with path.open("rb") as file:
                header = file.read(_HEADER_BYTES)
    if not header:
        _refuse_lost(places, "is empty" if path.exists() else "is missing")
        return Found.NOTHING
    if not header.startswith(_MAGIC) or len(header) < _HEADER_BYTES:
        raise damaged(places.folder, "is no library of Verbatim, or its beginning is damaged")
    version = int.from_bytes(header[_USER_VERSION_AT:][:4], "big")
    application = int.from_bytes(header[_APPLICATION_ID_AT:][:4], "big")
    begun = application == 0 and version == 0 and _holds_nothing(places, header)
    if application != APPLICATION_ID and not begun:
        raise LibraryDamaged(f"“{path}” belongs to another program: name another folder for the library.")
    if version > SCHEMA_VERSION:
        raise too_new(places)
    return Found.LIBRARY


def _holds_nothing(places: Places, header: bytes) -> bool:
    """Whether a file is one page long, as ours is until its tables are in it, or may be so until its log is read."""
    page = int.from_bytes(header[_PAGE_BYTES_AT:][:2], "big")
    with faults_told(places.folder):
        log = places.database.with_name(f"{DATABASE_NAME}-wal")
        return places.database.stat().st_size <= (page if page > 1 else 65536) or (
            log.exists() and bool(log.stat().st_size)
        )


def too_new(places: Places) -> LibraryTooNew:
    """The error that says that a newer program made the library."""
    return LibraryTooNew(
        f"The library “{places.folder}” was made by a newer Verbatim: update Verbatim to open it, nothing was changed."
    )


def companions(places: Places) -> tuple[Path, Path]:
    """The write-ahead log of the library's file, and the log's index."""
    name = places.database.name
    return places.folder / f"{name}-wal", places.folder / f"{name}-shm"


def set_aside_log(places: Places) -> None:
    """Rename a log whose file is no more: read into another file it would do harm."""
    for path in companions(places):
        if path.exists():
            path.replace(path.with_name(f"{path.name}.set-aside"))


def mark_open(places: Places) -> bool:
    """Leave the sign that the library is open; whether it was there already, because it was never closed."""
    unclean = places.in_use.exists()
    with faults_told(places.folder):
        places.in_use.touch(mode=PRIVATE_FILE)
    return unclean


def mark_closed(places: Places) -> None:
    """Take the sign away that the library is open."""
    with suppress(OSError):
        places.in_use.unlink(missing_ok=True)


def _refuse_lost(places: Places, what: str) -> None:
    if newest_backup(places.backups) is not None:
        raise damaged(places.folder, what)
