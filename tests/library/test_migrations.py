"""A library is brought to the newest schema whole or not at all: by an error, by a kill, with a backup before."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from invented_articles import article, capture, readers_rows
from sqlalchemy import create_engine

from reader.library import AddNote, Library, LibraryReadOnly, Query, Tag, UpdateFailed
from reader.library.connection import engine_of
from reader.library.migrating import STEPS, migrate
from reader.library.schema import CREATE_SEARCH, SCHEMA_VERSION, metadata

NEXT, AFTER = (f"{SCHEMA_VERSION + ahead:04}" for ahead in (1, 2))
GOOD_STEP = f"""
from alembic import op
import sqlalchemy as sa
revision, down_revision = "{NEXT}", "{SCHEMA_VERSION:04}"

def upgrade():
    op.add_column("notes", sa.Column("mood", sa.Text))
    with op.batch_alter_table("articles") as batch:
        batch.alter_column("publisher", new_column_name="outlet")
    op.create_table("briefs", sa.Column("id", sa.Integer, primary_key=True))
    op.execute("UPDATE articles SET outlet = upper(outlet)")
"""
FAILING_STEP = f"""
from alembic import op
revision, down_revision = "{AFTER}", "{NEXT}"

def upgrade():
    op.execute("CREATE TABLE half_done (id INTEGER)")
    op.execute("UPDATE tags SET name = 'spoiled'")
    raise RuntimeError("the step went wrong")
"""
KILLED_STEP = FAILING_STEP.replace('raise RuntimeError("the step went wrong")', "import os; os._exit(9)")
ORPHANING_STEP = f"""
from alembic import op
revision, down_revision = "{AFTER}", "{NEXT}"

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
    (copied / "versions" / f"{NEXT}_moods.py").write_text(GOOD_STEP, encoding="utf-8")
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


def shape(connection: sqlite3.Connection) -> dict[str, object]:
    """What a database's tables and indices are, in whatever order their columns were added."""
    told: dict[str, object] = {}
    names = (
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite_%'"
    )
    for (table,) in connection.execute(names).fetchall():
        columns = connection.execute(
            f"SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info('{table}')"
        )
        refers = connection.execute(f'SELECT "from", "table", on_delete FROM pragma_foreign_key_list(\'{table}\')')
        kind = connection.execute("SELECT wr, strict FROM pragma_table_list WHERE name = ?", (table,))
        told[table] = sorted(columns), sorted(refers), kind.fetchall()
    made = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND name NOT LIKE 'search%'"
    return {**told, **{name: " ".join(sql.replace('"', "").split()) for name, sql in connection.execute(made)}}


def test_the_steps_lead_to_the_tables_that_the_program_knows(library: Library, tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'declared.db'}")
    metadata.create_all(engine)
    engine.dispose()
    with (
        closing(sqlite3.connect(tmp_path / "declared.db")) as declared,
        closing(sqlite3.connect(library.folder / "library.db")) as made,
    ):
        found = shape(made)
        found.pop("alembic_version")
        assert found == shape(declared)
        written = dict(
            made.execute("SELECT name, sql FROM sqlite_master WHERE name LIKE 'search%' AND sql LIKE '%fts5%'")
        )
    assert {re.sub(r"\s", "", sql) for sql in written.values()} == {re.sub(r"\s", "", sql) for sql in CREATE_SEARCH}


def test_there_is_a_step_for_every_version() -> None:
    names = sorted(path.name for path in (STEPS / "versions").glob("0*.py"))
    assert [name[:4] for name in names] == [f"{number:04}" for number in range(1, SCHEMA_VERSION + 1)]


def test_a_step_that_works_keeps_all(old: Path, steps: Path) -> None:
    rows = readers_rows(old, ("notes",))
    migrated(old, steps, SCHEMA_VERSION + 1)
    assert readers_rows(old, ("notes",)) == rows
    assert "briefs" in tables(old)
    with closing(sqlite3.connect(old / "library.db")) as connection:
        assert connection.execute("SELECT outlet FROM articles").fetchall() == [("HARBOUR POST",)]
        assert connection.execute("SELECT body, mood FROM notes").fetchall() == [("precious", None)]
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION + 1,)


@pytest.mark.parametrize("last", [FAILING_STEP, ORPHANING_STEP], ids=["error in a step", "rows without their article"])
def test_a_step_that_fails_leaves_the_library_as_it_was(old: Path, steps: Path, last: str) -> None:
    (steps / "versions" / f"{AFTER}_failing.py").write_text(last, encoding="utf-8")
    before = contents(old)
    with pytest.raises(UpdateFailed, match="Update failed; your library is unchanged"):
        migrated(old, steps, SCHEMA_VERSION + 2)
    assert contents(old) == before
    with Library.open(old) as library:
        assert library.opened(1).notes[0].body == "precious"


def test_a_kill_in_a_step_leaves_the_library_as_it_was(old: Path, steps: Path) -> None:
    (steps / "versions" / f"{AFTER}_killed.py").write_text(KILLED_STEP, encoding="utf-8")
    before = contents(old)
    script = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[3])\n"
        "from test_migrations import migrated; migrated(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[4]))"
    )
    command = [sys.executable, "-c", script, str(old), str(steps), str(Path(__file__).parent), str(SCHEMA_VERSION + 2)]
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
    monkeypatch.setattr("reader.library.opening.SCHEMA_VERSION", SCHEMA_VERSION + 1)
    monkeypatch.setattr("reader.library.folder.SCHEMA_VERSION", SCHEMA_VERSION + 1)
    monkeypatch.setattr(migrate, "__defaults__", (steps, SCHEMA_VERSION + 1))
    with pytest.raises(LibraryReadOnly, match="older Verbatim"):
        Library.open(old, read_only=True)
    with Library.open(old) as library:
        (backup,) = Library.backups(library.folder)
        assert "briefs" in tables(old)
    monkeypatch.undo()
    os.replace(backup.path, old / "library.db")  # noqa: PTH105 - the file is what is tested
    assert contents(old) == before
