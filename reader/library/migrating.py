"""Bringing a library to the newest schema: all steps in one transaction, or none.

Alembic by itself is not atomic on SQLite; here the transaction is ours (BEGIN IMMEDIATE), and Alembic only runs
its steps in it. Foreign keys are off meanwhile, because a table that is rebuilt would take its children along, and
are checked before the commit.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine

from reader.article import LibraryError
from reader.library.connection import WRITES
from reader.library.faults import NotSaved, faults_told
from reader.library.schema import APPLICATION_ID, SCHEMA_VERSION

STEPS = Path(__file__).parent / "migrations"


class UpdateFailed(LibraryError):  # noqa: N818 - it is what happened
    """The library could not be brought to the newest schema; it is as it was."""


def migrate(engine: Engine, folder: Path, steps: Path = STEPS, version: int = SCHEMA_VERSION) -> None:
    """Run the steps that the library in `folder` lacks; UpdateFailed where one fails, and then nothing is changed."""
    try:
        with faults_told(folder), engine.connect() as connection:
            _outside_transactions(connection, "PRAGMA foreign_keys = OFF")
            try:
                with connection.execution_options(**{WRITES: True}).begin():
                    _run_steps(connection, steps)
                    _check_references(connection)
                    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                    connection.exec_driver_sql(f"PRAGMA user_version = {version}")
            finally:
                _outside_transactions(connection, "PRAGMA foreign_keys = ON")
            # The header of the file itself now tells the schema, to those too who only look at it.
            _outside_transactions(connection, "PRAGMA wal_checkpoint(TRUNCATE)")
    except NotSaved:
        raise
    except Exception as error:
        raise UpdateFailed(
            f"Update failed; your library is unchanged: go on with your former Verbatim, and report this ({error})."
        ) from error


def _run_steps(connection: Connection, steps: Path) -> None:
    # Alembic takes a while to import, and most starts have nothing to migrate.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(steps).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _check_references(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise ValueError(f"{len(broken)} rows refer to rows that are not there")


def _outside_transactions(connection: Connection, statement: str) -> None:
    # SQLAlchemy begins a transaction before whatever it runs; these have no effect in one.
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute(statement)
