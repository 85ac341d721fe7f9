"""A library that cannot be opened says so in one sentence with what to do, and not a byte of it is changed."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from invented_articles import article, capture

from reader.article import LibraryError
from reader.library import (
    AddNote,
    Library,
    LibraryDamaged,
    LibraryInUse,
    LibraryReadOnly,
    LibraryTooNew,
    Query,
    SetRead,
)
from reader.library.schema import SCHEMA_VERSION


def digests(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "library.lock"
    }


def filled(folder: Path) -> Library:
    library = Library.open(folder)
    for number in (1, 2):
        library.add(capture(number), article(number))
    return library


@contextmanager
def without_rights(*paths: Path) -> Iterator[None]:
    """Inside, the paths cannot be written to, by whoever runs the tests."""
    modes = {path: path.stat().st_mode for path in paths}
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        if root:
            os.seteuid(65534)
        yield
    finally:
        if root:
            os.seteuid(0)
        for path, mode in modes.items():
            path.chmod(mode)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name) / "library"


def test_a_second_verbatim_is_refused_until_the_first_is_closed(folder: Path) -> None:
    with filled(folder):
        with pytest.raises(LibraryInUse) as told:
            Library.open(folder)
        assert str(folder) in str(told.value)
    Library.open(folder).close()


def test_another_process_is_refused_and_may_read(folder: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from reader.library import Library, LibraryInUse, Query\n"
        "try: Library.open(Path(sys.argv[1])); print('opened')\n"
        "except LibraryInUse: print('refused')\n"
        "print(Library.open(Path(sys.argv[1]), read_only=True).count(Query()))"
    )
    with filled(folder):
        done = subprocess.run([sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["refused", "2"]


def test_only_its_owner_may_read_it(folder: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("there are no modes on Windows")
    with filled(folder) as library:
        library.backup()
        for path in (folder, *folder.rglob("*")):
            assert path.stat().st_mode & 0o077 == 0, path


@pytest.mark.skipif(sys.platform == "win32", reason="rights are other ones on Windows")
@pytest.mark.parametrize("whole", [True, False], ids=["folder", "file"])
def test_a_read_only_library_is_told_and_can_be_read(open_folder: Path, whole: bool) -> None:
    with filled(open_folder):
        pass
    open_folder.chmod(0o777)
    for path in open_folder.rglob("*"):
        path.chmod(0o777 if path.is_dir() else 0o666)
    paths = [open_folder, *open_folder.rglob("*")] if whole else [open_folder / "library.db"]
    before = digests(open_folder)
    with without_rights(*paths):
        with pytest.raises(LibraryReadOnly) as told:
            Library.open(open_folder)
        with Library.open(open_folder, read_only=True) as library:
            assert library.read_only
            assert [row.title for row in library.rows(Query(words="lamp"))] != []
            assert library.count(Query()) == 2
            with pytest.raises(LibraryReadOnly):
                library.perform(SetRead((1,)))
            with pytest.raises(LibraryReadOnly):
                library.backup()
            assert library.backup_if_due() is False
    assert str(open_folder) in str(told.value)
    assert {name: held for name, held in digests(open_folder).items() if name in before} == before


@pytest.mark.skipif(sys.platform == "win32", reason="rights are other ones on Windows")
def test_a_read_only_library_that_was_never_closed_can_be_read(open_folder: Path) -> None:
    script = (
        "import os, sys; sys.path.insert(0, sys.argv[2]); from pathlib import Path\n"
        "from test_opening import filled; filled(Path(sys.argv[1])); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", script, str(open_folder), str(Path(__file__).parent)], check=False)
    (open_folder / "library.db-shm").unlink()
    for path in (open_folder, *open_folder.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)
    with (
        without_rights(open_folder, *open_folder.rglob("*")),
        Library.open(open_folder, read_only=True) as library,
    ):
        assert library.count(Query()) == 2


def test_reading_what_is_not_there_makes_nothing(folder: Path) -> None:
    with pytest.raises(LibraryReadOnly, match="There is no library"):
        Library.open(folder, read_only=True)
    assert not folder.exists()


def test_a_file_where_the_folder_should_be_is_told(folder: Path) -> None:
    folder.write_text("shopping list")
    with pytest.raises(LibraryError, match="name a folder"):
        Library.open(folder)
    assert folder.read_text() == "shopping list"


@pytest.mark.parametrize("logged", [False, True], ids=["in the file", "in its log"])
@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
def test_a_newer_library_is_left_alone(folder: Path, read_only: bool, logged: bool) -> None:
    filled(folder).close()
    keeper = sqlite3.connect(folder / "library.db")
    keeper.execute("PRAGMA user_version = 1000")
    if not logged:
        keeper.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        keeper.close()
    before = digests(folder)
    with pytest.raises(LibraryTooNew) as told:
        Library.open(folder, read_only)
    assert "newer Verbatim" in str(told.value)
    assert str(folder) in str(told.value)
    after = digests(folder)
    assert {name: after[name] for name in before if "shm" not in name} == {
        name: held for name, held in before.items() if "shm" not in name
    }
    keeper.close()


FOREIGN = {
    "a text": b"This is a letter to the editor, not a library." * 40,
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(500),
    "a torn header": b"SQLite format 3\x00",
}


@pytest.mark.parametrize("content", FOREIGN.values(), ids=FOREIGN)
def test_what_is_no_library_is_told_and_left_alone(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / "library.db").write_bytes(content)
    with pytest.raises(LibraryDamaged, match="is no library of Verbatim") as told:
        Library.open(folder)
    assert str(folder / "library.db") in str(told.value)
    assert (folder / "library.db").read_bytes() == content


def test_the_database_of_another_program_is_left_alone(folder: Path) -> None:
    folder.mkdir()
    with closing(sqlite3.connect(folder / "library.db")) as connection:
        connection.execute("CREATE TABLE recipes (name)")
        connection.execute("PRAGMA application_id = 77")
    before = digests(folder)
    with pytest.raises(LibraryDamaged, match="belongs to another program"):
        Library.open(folder)
    assert digests(folder) == before


def test_the_database_of_a_program_that_does_not_sign_it_is_left_alone(folder: Path) -> None:
    folder.mkdir()
    with closing(sqlite3.connect(folder / "library.db")) as connection:
        connection.execute("CREATE TABLE recipes (name)")
    before = digests(folder)
    for read_only in (True, False):
        with pytest.raises(LibraryDamaged, match="belongs to another program"):
            Library.open(folder, read_only=read_only)
    assert digests(folder) == before


def test_a_library_of_which_only_the_empty_file_was_made_is_made_whole(folder: Path) -> None:
    folder.mkdir()
    with closing(sqlite3.connect(folder / "library.db")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    assert (folder / "library.db").stat().st_size > 0
    with Library.open(folder) as library:
        assert library.count(Query()) == 0


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    for read_only in (True, False):
        with pytest.raises(LibraryError, match="cannot be opened"):
            Library.open(tmp_path / ("long" * 100), read_only=read_only)


@pytest.mark.parametrize("what", ["empty", "missing"])
def test_a_lost_file_is_never_a_silent_new_library(folder: Path, what: str) -> None:
    with filled(folder) as library:
        library.perform(AddNote("n", 1, None, "precious"))
    database = folder / "library.db"
    database.unlink()
    if what == "empty":
        database.touch()
    with pytest.raises(LibraryDamaged) as told:
        Library.open(folder)
    newest = Library.backups(folder)[0].path
    assert f"is {what}" in str(told.value)
    assert str(newest) in str(told.value)
    assert told.value.newest == newest
    Library.restore(folder, newest)
    with Library.open(folder) as library:
        assert library.opened(1).notes[0].body == "precious"


def test_an_empty_file_without_backups_becomes_a_library(folder: Path) -> None:
    folder.mkdir()
    (folder / "library.db").touch()
    with Library.open(folder) as library:
        assert library.new


def test_a_damaged_library_names_its_newest_backup(folder: Path) -> None:
    filled(folder).close()
    database = folder / "library.db"
    content = bytearray(database.read_bytes())
    for page in range(3, len(content) // 4096, 2):
        content[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    database.write_bytes(content)
    (folder / "library.open").touch()
    with pytest.raises(LibraryDamaged) as told:
        Library.open(folder)
    assert str(Library.backups(folder)[0].path) in str(told.value)
    assert database.read_bytes() == content
    Library.restore(folder, Library.backups(folder)[0].path)
    with Library.open(folder) as library:
        assert library.count(Query()) == 2


def test_a_file_moved_while_it_is_open_is_told(folder: Path) -> None:
    with filled(folder) as library:
        library.perform(SetRead((1,)))
        (folder / "library.db").rename(folder / "elsewhere.db")
        with pytest.raises(LibraryDamaged, match="moved or replaced"):
            library.perform(SetRead((2,)))
        (folder / "elsewhere.db").rename(folder / "library.db")
        library.perform(SetRead((2,)))
        assert library.count(Query()) == 2


def test_the_platforms_folder_is_used_where_none_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("platformdirs.user_data_dir", lambda name, appauthor: str(tmp_path / name))
    with Library.open() as library:
        assert library.folder == tmp_path / "Verbatim"


def test_the_connection_is_set_up_to_lose_nothing(library: Library) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
        "journal_size_limit": 64 * 1024 * 1024,
        "busy_timeout": 5000,
        "application_id": 0x56524254,
        "user_version": SCHEMA_VERSION,
    }
    with library._store.reading() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}
    assert found == wanted
