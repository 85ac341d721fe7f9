"""One SQLite connection, set up so that what was committed survives a crash, and whose writes begin at once.

pysqlite's own transaction control is switched off: a transaction that is to write begins with BEGIN IMMEDIATE,
because a reading one that turns into a writing one fails at once when another connection has written.
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

BUSY_TIMEOUT_MS = 5_000
JOURNAL_LIMIT_BYTES = 64 * 1024 * 1024
CACHE_KIB = 16 * 1024
PAGE_BYTES = 16 * 1024
"""Of a new library: an article's compressed record is about 3 KiB, and of a page of 4 KiB the rest would lie fallow."""
WRITES = "verbatim_writes"

_EVERYWHERE = (
    f"busy_timeout = {BUSY_TIMEOUT_MS}",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    f"cache_size = -{CACHE_KIB}",
)
_WRITERS = (
    f"page_size = {PAGE_BYTES}",
    "journal_mode = WAL",
    "synchronous = FULL",
    f"journal_size_limit = {JOURNAL_LIMIT_BYTES}",
    # On macOS a plain fsync leaves the data in the drive's own cache.
    *(("fullfsync = 1", "checkpoint_fullfsync = 1") if sys.platform == "darwin" else ()),
)


def engine_of(database: Path, mode: str = "rw") -> Engine:
    """An engine with one connection to `database`; `mode` is SQLite's: "rw", "ro", or "immutable" for a file that
    nobody can write to."""
    query = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    address = f"{database.resolve().as_uri()}?{query}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
        for pragma in (*_EVERYWHERE, *(_WRITERS if mode == "rw" else ())):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)
    event.listen(engine, "begin", _begun)
    return engine


def _begun(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def pragma(connection: Connection, name: str) -> Any:
    """The value of a pragma."""
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar()
