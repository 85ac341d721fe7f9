"""When backups are made, what they let go of, and how one is put in the place of a lost library."""

from __future__ import annotations

import shutil
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from reader.article import LibraryError
from reader.library import backups, spool
from reader.library.backups import KEEP_AT_LEAST
from reader.library.durable import private_folder, sync_file, sync_folder
from reader.library.faults import LibraryDamaged, faults_told
from reader.library.folder import Places, companions, locked, set_aside_log, too_new
from reader.library.journal import journal_files, pack_journal
from reader.library.packing import now
from reader.library.schema import APPLICATION_ID, SCHEMA_VERSION
from reader.library.values import Backup


class Keeper:
    """Makes a library's backups: at most one at a time, in a thread of its own where it must not be waited for."""

    def __init__(self, places: Places, changed: Callable[[], int]):
        self._places = places
        self._changed = changed
        self._saved_at_change = changed()
        self._last_s = time.monotonic()
        self._one = threading.Lock()
        self._thread: threading.Thread | None = None
        self.fault: LibraryError | None = None

    @property
    def needed(self) -> bool:
        """Whether anything was changed since the last backup."""
        return self._changed() != self._saved_at_change

    def make(self) -> Backup:
        """Make a backup now, thin the older ones, and let go of what they hold; LibraryError where it fails."""
        with self._one, faults_told(self._places.folder):
            changes = self._changed()
            made = backups.make_backup(self._places.database, self._places.backups)
            self._saved_at_change, self._last_s, self.fault = changes, time.monotonic(), None
            backups.thin(self._places.backups)
            _let_go(self._places)
            return made

    def make_if_due(self) -> bool:
        """Begin a backup in a thread of its own, if half an hour has passed and anything has changed since the last."""
        if not self.needed or time.monotonic() - self._last_s < backups.EVERY_S or self.running:
            return False
        self._last_s = time.monotonic()
        self._thread = threading.Thread(target=self._try, name="backup", daemon=True)
        self._thread.start()
        return True

    @property
    def running(self) -> bool:
        """Whether a backup is being made in its own thread."""
        return self._thread is not None and self._thread.is_alive()

    def finish(self) -> None:
        """Wait for a backup that is being made, and make a last one if anything has changed; see `fault`."""
        if self._thread is not None:
            self._thread.join()
        if self.needed:
            self._try()

    def _try(self) -> None:
        try:
            self.make()
        except LibraryError as error:
            self.fault = error


def restore(places: Places, backup: Path, replay: bool = True) -> Path:
    """Put a backup in the library's place; where the former files now lie.

    With `replay` the reader's later changes come back from the edit journal when the library is opened next; without
    it the library is again what it was when the backup was made. LibraryError where the backup is not whole.
    """
    lock = locked(places)
    try:
        with faults_told(places.folder):
            draft = _restoring(places)
            part = draft.with_suffix(".part")
            try:
                shutil.copyfile(backup, part)
            except FileNotFoundError as error:
                raise LibraryError(f"There is no backup “{backup}”: choose another one.") from error
            _require_whole(part, backup, places)
            part.chmod(0o600)
            sync_file(part)
            aside = places.folder / f"set-aside-{now()[:19].replace(':', '')}"
            private_folder(aside)
            part.replace(draft)
            _move_away(places, aside, replay)
            draft.replace(places.database)
            sync_folder(places.folder)
            return aside
    finally:
        _restoring(places).with_suffix(".part").unlink(missing_ok=True)
        lock.release()


def finish_restoring(places: Places) -> None:
    """Complete a restoring that was cut short after the backup's copy was whole; forget one that was not."""
    draft = _restoring(places)
    draft.with_suffix(".part").unlink(missing_ok=True)
    if draft.exists() and not places.database.exists():
        set_aside_log(places)
        draft.replace(places.database)
        sync_folder(places.folder)
    draft.unlink(missing_ok=True)


def _require_whole(part: Path, backup: Path, places: Places) -> None:
    try:
        with closing(sqlite3.connect(f"{part.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
            found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
            application = copy.execute("PRAGMA application_id").fetchone()[0]
            version = copy.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.DatabaseError:
        found, application, version = "no database", 0, 0
    if found != "ok" or application != APPLICATION_ID:
        raise LibraryDamaged(
            f"The backup “{backup}” is damaged or no library: choose an older one; nothing was changed."
        )
    if version > SCHEMA_VERSION:
        raise too_new(places)


def _move_away(places: Places, aside: Path, replay: bool) -> None:
    # The file goes before its log: cut short in between, there is no file that would be read without its log.
    for path in (places.database, *companions(places)):
        if path.exists():
            path.replace(aside / path.name)
    if not replay:
        for path in journal_files(places.journal):
            path.replace(aside / path.name)
    places.in_use.unlink(missing_ok=True)


def _restoring(places: Places) -> Path:
    return places.folder / f"{places.database.name}.restoring"


def _let_go(places: Places) -> None:
    """Let go of what several backups hold: captures and articles beside the journal, and its plain old months."""
    newest = backups.backups_in(places.backups)[:KEEP_AT_LEAST]
    if len(newest) < KEEP_AT_LEAST:
        return
    oldest = newest[-1]
    with closing(sqlite3.connect(f"{oldest.path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
        highest = dict(copy.execute("SELECT name, seq FROM sqlite_sequence").fetchall())
    spool.clear(places.spool, highest.get("captures", 0), highest.get("articles", 0))
    pack_journal(places.journal, oldest.sequence)
