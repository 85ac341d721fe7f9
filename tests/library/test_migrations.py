"""A library is brought to the newest schema whole or not at all: by an error, by a kill, with a backup before."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from invented_articles import article, capture, readers_rows
from sqlalchemy import create_engine
from sqlalchemy.schema import CreateIndex, CreateTable

from reader.library import AddNote, Library, LibraryReadOnly, Query, Tag, UpdateFailed
from reader.library.connection import engine_of
from reader.library.migrating import STEPS, migrate
from reader.library.schema import CREATE_SEARCH, SCHEMA_VERSION, metadata

GOOD_STEP = """
from alembic import op
import sqlalchemy as sa
revision, down_revision = "0002", "0001"

def upgrade():
    op.add_column("notes", sa.Column("colour", sa.Text))
    with op.batch_alter_table("articles") as batch:
        batch.alter_column("publisher", new_column_name="outlet")
    op.create_table("briefs", sa.Column("id", sa.Integer, primary_key=True))
    op.execute("UPDATE articles SET outlet = upper(outlet)")
"""
FAILING_STEP = """
from alembic import op
revision, down_revision = "0003", "0002"

def upgrade():
    op.execute("CREATE TABLE half_done (id INTEGER)")
    op.execute("UPDATE tags SET name = 'spoiled'")
    raise RuntimeError("the step went wrong")
"""
KILLED_STEP = FAILING_STEP.replace('raise RuntimeError("the step went wrong")', "import os; os._exit(9)")
ORPHANING_STEP = """
from alembic import op
revision, down_revision = "0003", "0002"

def upgrade():
    op.execute("DELETE FROM articles")
"""


@pytest.fixture
def old(folder: Path) -> Path:
    """A library of the first schema, closed."""
    with Library.open(folder) as library:
        library.add(capture(1), article(1))
        library.perform(AddNote("n", 1, None, "precious"))
        library.perform(Tag((1,), ("lamps",)))
    return folder


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    """The migrations, with one more that works."""
    copied = tmp_path / "steps"
    shutil.copytree(STEPS, copied)
    (copied / "versions" / "0002_colours.py").write_text(GOOD_STEP, encoding="utf-8")
    return copied


def contents(folder: Path) -> str:
    with closing(sqlite3.connect(folder / "library.db")) as connection:
        told = "\n".join((*connection.iterdump(), str(connection.execute("PRAGMA user_version").fetchone())))
    return hashlib.sha256(told.encode()).hexdigest()


def tables(folder: Path) -> set[str]:
    with closing(sqlite3.connect(folder / "library.db")) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def migrated(folder: Path, steps: Path, version: int) -> None:
    engine = engine_of(folder / "library.db")
    try:
        migrate(engine, folder, steps, version)
    finally:
        engine.dispose()


def test_the_steps_lead_to_the_tables_that_the_program_knows(library: Library) -> None:
    with closing(sqlite3.connect(library.folder / "library.db")) as connection:
        held = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'search_%'")
        found = {" ".join(sql.replace('"key"', "key").split()) for (sql,) in held}
    dialect = create_engine("sqlite://").dialect
    declared = [CreateTable(table) for table in metadata.sorted_tables]
    declared += [CreateIndex(index) for table in metadata.sorted_tables for index in table.indexes]
    wanted = {" ".join(str(item.compile(dialect=dialect)).replace('"key"', "key").split()) for item in declared}
    own = {sql for sql in found if "alembic_version" not in sql and "sqlite_sequence" not in sql}
    assert own == wanted | {" ".join(CREATE_SEARCH.split())}


def test_there_is_a_step_for_every_version() -> None:
    names = sorted(path.name for path in (STEPS / "versions").glob("0*.py"))
    assert [name[:4] for name in names] == [f"{number:04}" for number in range(1, SCHEMA_VERSION + 1)]


def test_a_step_that_works_keeps_all(old: Path, steps: Path) -> None:
    rows = readers_rows(old, ("notes",))
    migrated(old, steps, 2)
    assert readers_rows(old, ("notes",)) == rows
    assert "briefs" in tables(old)
    with closing(sqlite3.connect(old / "library.db")) as connection:
        assert connection.execute("SELECT outlet FROM articles").fetchall() == [("HARBOUR POST",)]
        assert connection.execute("SELECT body, colour FROM notes").fetchall() == [("precious", None)]
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)


@pytest.mark.parametrize("last", [FAILING_STEP, ORPHANING_STEP], ids=["error in a step", "rows without their article"])
def test_a_step_that_fails_leaves_the_library_as_it_was(old: Path, steps: Path, last: str) -> None:
    (steps / "versions" / "0003_failing.py").write_text(last, encoding="utf-8")
    before = contents(old)
    with pytest.raises(UpdateFailed, match="Update failed; your library is unchanged"):
        migrated(old, steps, 3)
    assert contents(old) == before
    with Library.open(old) as library:
        assert library.opened(1).notes[0].body == "precious"


def test_a_kill_in_a_step_leaves_the_library_as_it_was(old: Path, steps: Path) -> None:
    (steps / "versions" / "0003_killed.py").write_text(KILLED_STEP, encoding="utf-8")
    before = contents(old)
    script = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[3])\n"
        "from test_migrations import migrated; migrated(Path(sys.argv[1]), Path(sys.argv[2]), 3)"
    )
    command = [sys.executable, "-c", script, str(old), str(steps), str(Path(__file__).parent)]
    assert subprocess.run(command, check=False).returncode == 9
    assert contents(old) == before
    with Library.open(old) as library:
        assert library.opened(1).notes[0].body == "precious"


def test_a_kill_while_the_library_is_made_leaves_none(folder: Path, tmp_path: Path) -> None:
    copied = tmp_path / "steps"
    shutil.copytree(STEPS, copied)
    first = copied / "versions" / "0001_first_tables.py"
    first.write_text(first.read_text("utf-8") + "    import os; os._exit(9)\n", encoding="utf-8")
    script = (
        "import sys; from pathlib import Path; import reader.library.migrating as m\n"
        "m.migrate.__defaults__ = (Path(sys.argv[2]), 1)\n"
        "from reader.library import Library; Library.open(Path(sys.argv[1]))"
    )
    command = [sys.executable, "-c", script, str(folder), str(copied)]
    assert subprocess.run(command, check=False).returncode == 9
    assert tables(folder) == set()
    with Library.open(folder) as library:
        assert library.count(Query()) == 0


def test_there_is_a_backup_before_an_update(old: Path, steps: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(old)
    for path in (old / "backups").iterdir():
        path.unlink()
    monkeypatch.setattr("reader.library.opening.SCHEMA_VERSION", 2)
    monkeypatch.setattr("reader.library.folder.SCHEMA_VERSION", 2)
    monkeypatch.setattr(migrate, "__defaults__", (steps, 2))
    with pytest.raises(LibraryReadOnly, match="older Verbatim"):
        Library.open(old, read_only=True)
    with Library.open(old) as library:
        (backup,) = Library.backups(library.folder)
        assert "briefs" in tables(old)
    monkeypatch.undo()
    os.replace(backup.path, old / "library.db")  # noqa: PTH105 - the file is what is tested
    assert contents(old) == before
