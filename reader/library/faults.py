"""What can go wrong with a library, told in one sentence: the one place where the database's errors are translated.

An error that the world can cause (disk full, locked, damaged…) becomes a LibraryError, chosen by SQLite's primary
result code; any other stays what it is: a bug, to be shown as one.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from reader.article import LibraryError
from reader.library.backups import newest_backup

DATABASE_NAME = "library.db"
BACKUPS_NAME = "backups"

CORRUPT_INDEX = 267
"""SQLITE_CORRUPT_VTAB: of what the library holds, the search index alone can give it."""


class LibraryInUse(LibraryError):  # noqa: N818 - it is what happened, and reads so at the `except`
    """Another Verbatim has the library open."""


class LibraryReadOnly(LibraryError):  # noqa: N818
    """The library cannot be written to."""


class LibraryTooNew(LibraryError):  # noqa: N818
    """The library was made by a newer Verbatim."""


class LibraryDamaged(LibraryError):  # noqa: N818
    """The library's file is empty, missing, damaged or no library; `newest` is the backup to restore, if any."""

    def __init__(self, sentence: str, newest: Path | None = None):
        super().__init__(sentence)
        self.newest = newest


class NotSaved(LibraryError):  # noqa: N818
    """A change could not be written; the library is as it was before."""


class AnswerStopped(LibraryError):  # noqa: N818
    """A search was broken off, because its answer is no longer wanted."""


_FULL = "Not saved: the disk is full; free some space and try again, nothing else is lost."
_BUSY = "Not saved: another program holds the library “{folder}”; close it and try again."
READ_ONLY = "The library “{folder}” is read-only; allow writing to it, or copy it to where you may write."
_NOT_OPENED = "The library “{folder}” cannot be opened; check that the folder is there and that you may read it."
_BROKEN_DISK = "Not saved: the disk reported an error at “{folder}”; check the disk, nothing else is lost."

_BY_SQLITE_CODE: dict[int, tuple[type[LibraryError], str]] = {
    sqlite3.SQLITE_FULL: (NotSaved, _FULL),
    sqlite3.SQLITE_IOERR: (NotSaved, _BROKEN_DISK),
    sqlite3.SQLITE_BUSY: (NotSaved, _BUSY),
    sqlite3.SQLITE_LOCKED: (NotSaved, _BUSY),
    sqlite3.SQLITE_READONLY: (LibraryReadOnly, READ_ONLY),
    sqlite3.SQLITE_PERM: (LibraryReadOnly, READ_ONLY),
    sqlite3.SQLITE_INTERRUPT: (AnswerStopped, "The search was broken off."),
    sqlite3.SQLITE_CANTOPEN: (LibraryError, _NOT_OPENED),
}

_BY_ERRNO: dict[int, tuple[type[LibraryError], str]] = {
    errno.ENOSPC: (NotSaved, _FULL),
    errno.EDQUOT: (NotSaved, _FULL),
    errno.EFBIG: (NotSaved, _FULL),
    errno.EIO: (NotSaved, _BROKEN_DISK),
    errno.EROFS: (LibraryReadOnly, READ_ONLY),
    errno.EACCES: (LibraryReadOnly, READ_ONLY),
    errno.EPERM: (LibraryReadOnly, READ_ONLY),
    errno.ENOENT: (LibraryError, _NOT_OPENED),
    errno.ENOTDIR: (LibraryError, _NOT_OPENED),
    errno.ELOOP: (LibraryError, _NOT_OPENED),
    errno.ENAMETOOLONG: (LibraryError, _NOT_OPENED),
}


@contextmanager
def faults_told(folder: Path) -> Iterator[None]:
    """Raise what goes wrong inside as a LibraryError about the library in `folder`, where it is one."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, OSError) as error:
        told = _told(error, folder)
        if told is None:
            raise
        raise told from error


def damaged(folder: Path, what: str) -> LibraryDamaged:
    """The error that says what the file of the library in `folder` is, and which backup to restore."""
    database = folder / DATABASE_NAME
    newest = newest_backup(folder / BACKUPS_NAME)
    if newest is None:
        return LibraryDamaged(
            f"The library's file “{database}” {what}, and there is no backup: move the file away to start anew."
        )
    made = newest.made.astimezone()
    return LibraryDamaged(
        f"The library's file “{database}” {what}; the newest backup is of {made.day} {made:%B %Y, %H:%M}: "
        f"to go on with it, restore “{newest.path}”.",
        newest.path,
    )


def sqlite_code(error: BaseException) -> int | None:
    """SQLite's extended result code of an error of SQLAlchemy or sqlite3, None where there is none."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", None)
    return code if isinstance(code, int) else None


def in_search_index(error: BaseException | None) -> bool:
    """Whether it was in using the search index that damage was found: the index alone can be made anew."""
    if not isinstance(error, DBAPIError):
        return False
    code = sqlite_code(error) or 0
    asked = "search" in (error.statement or "")
    return code == CORRUPT_INDEX or (code & 0xFF == sqlite3.SQLITE_CORRUPT and asked)


def _told(error: DBAPIError | sqlite3.Error | OSError, folder: Path) -> LibraryError | None:
    code = sqlite_code(error)
    if code is not None and code & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(folder, "is damaged")
    if isinstance(error, OSError):
        found = _BY_ERRNO.get(error.errno or 0)
    else:
        found = None if code is None else _BY_SQLITE_CODE.get(code & 0xFF)
    if found is None:
        return None
    kind, sentence = found
    return kind(sentence.format(folder=folder))
