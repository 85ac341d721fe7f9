"""Opening a library: locked, looked at, checked after a crash, brought to the newest schema and up to its journal."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from filelock import BaseFileLock
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from reader.library import backups, ledger
from reader.library.connection import engine_of, pragma
from reader.library.durable import PRIVATE_FILE
from reader.library.faults import READ_ONLY, LibraryReadOnly, damaged, faults_told
from reader.library.folder import Found, Places, found_in, locked, mark_open, set_aside_log, too_new
from reader.library.indexing import rebuild_if_outdated
from reader.library.journal import Journal, JournalBroken, Mark, journal_files
from reader.library.migrating import migrate
from reader.library.packing import now
from reader.library.replay import replay
from reader.library.safekeeping import finish_restoring
from reader.library.schema import SCHEMA_VERSION
from reader.library.store import Store


@dataclass(frozen=True)
class Open:
    """An open store, what holds its lock and temporary files, whether it is new, and what its reader should be told."""

    store: Store
    lock: BaseFileLock | None
    held: ExitStack
    new: bool
    notices: tuple[str, ...]


def open_to_write(places: Places) -> Open:
    """Open the library at `places`, made if there is none; LibraryError where it cannot be."""
    with ExitStack() as held:
        lock = locked(places)
        held.callback(lock.release)
        with faults_told(places.folder):
            finish_restoring(places)
        found = found_in(places)
        engine = _engine(places, found)
        held.callback(engine.dispose)
        if mark_open(places) and found is Found.LIBRARY:
            check(places, engine)
        _update(places, engine, found)
        with faults_told(places.folder):
            journal = Journal(places.journal)
        held.callback(journal.close)
        store = Store(places, engine, journal)
        notices = _reconciled(store, found)
        return Open(store, lock, held.pop_all(), found is Found.NOTHING, notices)


def open_to_read(places: Places) -> Open:
    """Open the library at `places` without changing anything of it; LibraryError where there is none."""
    if found_in(places) is Found.NOTHING:
        raise LibraryReadOnly(
            f"There is no library at “{places.folder}” yet: start Verbatim, or add an article, to make it."
        )
    with ExitStack() as held:
        engine = _reading_engine(places, held)
        held.callback(engine.dispose)
        with faults_told(places.folder), engine.connect() as connection:
            version = int(pragma(connection, "user_version"))
        if version > SCHEMA_VERSION:
            raise too_new(places)
        if version < SCHEMA_VERSION:
            raise LibraryReadOnly(
                f"The library “{places.folder}” is of an older Verbatim: start Verbatim once to update it."
            )
        return Open(Store(places, engine, None), None, held.pop_all(), False, ())


def check(places: Places, engine: Engine) -> None:
    """LibraryDamaged where the file is not whole: done after the library was not closed."""
    with faults_told(places.folder), engine.connect() as connection:
        found = pragma(connection, "quick_check(1)")
    if found != "ok":
        raise damaged(places.folder, "is damaged")


def _engine(places: Places, found: Found) -> Engine:
    with faults_told(places.folder):
        if found is Found.NOTHING:
            set_aside_log(places)
            places.database.touch(mode=PRIVATE_FILE)
        elif not _writable(places.database):
            raise LibraryReadOnly(READ_ONLY.format(folder=places.folder))
        engine = engine_of(places.database)
        try:
            with engine.connect() as connection:
                version = int(pragma(connection, "user_version"))
        except DBAPIError:
            engine.dispose()
            raise
        if version > SCHEMA_VERSION:
            engine.dispose()
            raise too_new(places)
        return engine


def _update(places: Places, engine: Engine, found: Found) -> None:
    with faults_told(places.folder), engine.connect() as connection:
        version = int(pragma(connection, "user_version"))
    if version == SCHEMA_VERSION:
        return
    if found is Found.LIBRARY and version > 0:
        with faults_told(places.folder):
            backups.make_backup(places.database, places.backups)
    migrate(engine, places.folder)


def _reconciled(store: Store, found: Found) -> tuple[str, ...]:
    """Bring database and journal to the same mark; what the reader should be told of it."""
    assert store.journal is not None
    with store.writing(counts=False) as connection:
        rebuild_if_outdated(connection)
        if found is Found.NOTHING and (beginning := store.journal.beginning()) is not None:
            # The file is gone and there was no backup yet, but all that was ever done is still written down.
            ledger.set_mark(connection, beginning)
        here = ledger.mark_of(connection)
        try:
            there = store.journal.last()
        except JournalBroken as error:
            there = Mark(here.sequence + 1, str(error))
        if there == here:
            return ()
        if there is None or there.sequence <= here.sequence:
            return _set_aside(store, "did not carry on from the library")
        done, fault = replay(connection, store.places, store.journal.after(here))
        told = () if fault is None else _set_aside(store, f"is damaged ({fault})")
    if not done:
        return told
    restored = f"{done:,} recent {'change was' if done == 1 else 'changes were'} restored from the edit journal."
    return (restored, *told)


def _set_aside(store: Store, what: str) -> tuple[str, ...]:
    """Move a journal away that does not fit the library, so that a new one carries on from the library's mark."""
    assert store.journal is not None
    files = journal_files(store.places.journal)
    if not files:
        return ()
    aside = store.places.folder / f"journal-set-aside-{now()[:19].replace(':', '')}"
    store.journal.close()
    aside.mkdir(exist_ok=True)
    for path in files:
        path.replace(aside / path.name)
    return (f"The edit journal {what}; it was set aside in “{aside}” and a new one begun.",)


def _reading_engine(places: Places, held: ExitStack) -> Engine:
    """An engine that changes nothing: on the file itself, or on a copy where its log cannot be read in place."""
    with faults_told(places.folder):
        try:
            return _tried(places.database, "ro")
        except DBAPIError:
            log = places.database.with_name(f"{places.database.name}-wal")
            if not log.exists() or not log.stat().st_size:
                return _tried(places.database, "immutable")
            folder = Path(held.enter_context(TemporaryDirectory(prefix="verbatim-")))
            for path in (places.database, log):
                shutil.copyfile(path, folder / path.name)
            return _tried(folder / places.database.name, "rw")


def _tried(database: Path, mode: str) -> Engine:
    engine = engine_of(database, mode)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
    except DBAPIError:
        engine.dispose()
        raise
    return engine


def _writable(path: Path) -> bool:
    try:
        with path.open("r+b"):
            return True
    except PermissionError:
        return False
