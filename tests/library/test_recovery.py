"""What was told to be saved is there after a kill, a lost log, an older file, a torn journal or a full disk."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from invented_articles import analysis, article, capture, readers_rows

from reader.article import LibraryError, Span, anchor_of
from reader.library import (
    AddNote,
    AddPassage,
    DeleteForever,
    DeleteNote,
    EditNote,
    Library,
    ListKind,
    NotSaved,
    Query,
    SetRead,
    Tag,
    Trash,
)

KILLS = 30
KILLER = """
import os, signal, sys, time
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from invented_articles import article, capture
from reader.library import AddNote, EditNote, Library

folder, kills = Path(sys.argv[1]), int(sys.argv[3])

def write(start, said):
    library = Library.open(folder)
    os.write(said, b"opened\\n")
    for number in range(start, 1 << 30):
        if number % 10 == 0:
            made = library.add(capture(number), article(number)).id
            os.write(said, f"article {made} {number}\\n".encode())
        library.perform(AddNote(str(number), made, None, "draft"))
        library.perform(EditNote(str(number), f"note {number}"))
        os.write(said, f"note {number} {made}\\n".encode())

for kill in range(kills):
    heard, said = os.pipe()
    writer = os.fork()
    if not writer:
        write((kill + 1) * 10_000, said)
    os.close(said)
    lines = b""
    while b"article" not in lines:
        lines += os.read(heard, 65536)
    time.sleep(kill * 0.013)
    os.kill(writer, signal.SIGKILL)
    os.waitpid(writer, 0)
    while piece := os.read(heard, 65536):
        lines += piece
    os.close(heard)
    # What was told in part only was not told.
    sys.stdout.write(lines.decode().removeprefix("opened\\n").rpartition("\\n")[0] + "\\n")
    if kill % 5 == 4:
        # Now and then the write-ahead log is lost too.
        for name in ("library.db-wal", "library.db-shm"):
            (folder / name).unlink(missing_ok=True)
"""


def journal_files(folder: Path) -> list[Path]:
    return sorted((folder / "journal").glob("*.jsonl"))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
def test_all_that_was_saved_survives_being_killed(folder: Path) -> None:
    command = [sys.executable, "-c", KILLER, str(folder), str(Path(__file__).parent), str(KILLS)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    saved = [line.split() for line in done.stdout.splitlines() if line]
    notes_saved = {key: int(made) for kind, key, made in saved if kind == "note"}
    articles_saved = {int(made): int(number) for kind, made, number in saved if kind == "article"}
    assert len(articles_saved) >= KILLS
    with Library.open(folder) as library:
        opened = {made: library.opened(made) for made in articles_saved}
        assert {made: held.article for made, held in opened.items()} == {
            made: article(number) for made, number in articles_saved.items()
        }
        notes = {note.key: (note.article, note.body) for held in opened.values() for note in held.notes}
        assert {key: notes.get(key) for key in notes_saved} == {
            key: (made, f"note {key}") for key, made in notes_saved.items()
        }
        assert library.count(Query(words="note")) >= len(set(notes_saved.values()))


def filled(folder: Path) -> Library:
    library = Library.open(folder)
    for number in (1, 2, 3):
        library.add(capture(number), article(number))
    return library


def worked(library: Library) -> None:
    library.perform(AddNote("n", 1, anchor_of(article(1).text, Span(4, 14)), "precious words"))
    library.perform(EditNote("n", "precious words, better"))
    library.perform(AddPassage("p", 2, anchor_of(article(2).text, Span(0, 9))))
    library.perform(Tag((1, 2), ("lamps",)))
    library.perform(Trash((3,)))
    library.undo()
    library.open_read(2)


def copied(folder: Path, to: Path, *, log: bool) -> Path:
    """The folder as a crash would leave it, with or without the write-ahead log."""
    shutil.copytree(folder, to, ignore=None if log else shutil.ignore_patterns("*-wal", "*-shm"))
    return to


@pytest.mark.parametrize("log", [True, False], ids=["with its log", "without its log"])
def test_a_crashed_library_has_all_with_and_without_its_log(folder: Path, tmp_path: Path, log: bool) -> None:
    with filled(folder) as library:
        library.store_analysis(1, analysis(article(1)))
        with library._store.engine.connect() as connection:
            connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]
        worked(library)
        library.add(capture(4), article(4))
        library.perform(AddNote("m", 4, None, "on the new one"))
        rows = readers_rows(folder)
        crashed = copied(folder, tmp_path / "crashed", log=log)
    with Library.open(crashed) as library:
        told = () if log else ("9 recent changes were restored from the edit journal.",)
        assert library.notices == told
        assert readers_rows(crashed) == rows
        assert library.opened(4).article == article(4)
        assert library.capture(4) == capture(4)
        assert library.count(Query(words="better")) == 1
        assert library.undo_label == "Add note"
        assert library.opened(1).analysis == analysis(article(1))
    with Library.open(crashed) as library:
        assert library.notices == ()


def test_an_older_backup_gets_the_later_changes(folder: Path) -> None:
    with filled(folder) as library:
        kept = library.backup()
        worked(library)
    rows = readers_rows(folder)
    aside = Library.restore(folder, kept.path)
    assert (aside / "library.db").exists()
    with Library.open(folder) as library:
        assert library.notices == ("7 recent changes were restored from the edit journal.",)
    assert readers_rows(folder) == rows


def test_a_backup_can_be_gone_back_to_for_good(folder: Path) -> None:
    with filled(folder) as library:
        rows = readers_rows(folder)
        kept = library.backup()
        worked(library)
    Library.restore(folder, kept.path, replay=False)
    with Library.open(folder) as library:
        assert library.notices == ()
        assert readers_rows(folder) == rows
        library.perform(SetRead((1,)))
    with Library.open(folder) as library:
        assert library.notices == ()
        assert library.undo() == "Mark article as read"


@pytest.mark.parametrize("empty", [True, False], ids=["empty", "gone"])
def test_a_library_that_is_lost_before_its_first_backup_comes_back(folder: Path, empty: bool) -> None:
    with filled(folder) as library:
        worked(library)
        opened = library.opened(1)
    rows = readers_rows(folder)
    shutil.rmtree(folder / "backups")
    (folder / "library.db").unlink()
    if empty:
        (folder / "library.db").touch()
    with Library.open(folder) as library:
        assert library.notices == ("10 recent changes were restored from the edit journal.",)
        assert library.opened(1) == opened
    assert readers_rows(folder) == rows


def test_what_was_deleted_for_ever_comes_back_with_an_older_file_to_the_trash(folder: Path) -> None:
    with filled(folder) as library:
        kept = library.backup()
        library.perform(DeleteForever((2,)))
        library.perform(AddNote("n", 1, None, "later"))
    Library.restore(folder, kept.path)
    with Library.open(folder) as library:
        assert [row.id for row in library.rows(Query(ListKind.TRASH))] == [2]
        assert library.opened(1).notes[0].body == "later"


def test_notes_on_articles_that_no_copy_holds_do_not_stop_the_rest(folder: Path) -> None:
    with filled(folder) as library:
        kept = library.backup()
        library.add(capture(4), article(4))
        library.perform(AddNote("lost", 4, None, "x"))
        library.perform(AddNote("kept", 1, None, "y"))
    shutil.rmtree(folder / "journal" / "kept")
    Library.restore(folder, kept.path)
    with Library.open(folder) as library:
        assert [note.body for note in library.opened(1).notes] == ["y"]
        assert library.count(Query()) == 3


# ---- The journal itself


def test_the_journal_tells_every_change_in_a_chain(folder: Path) -> None:
    with filled(folder) as library:
        worked(library)
    records = [json.loads(line) for path in journal_files(folder) for line in path.read_text("utf-8").splitlines()]
    assert [record["seq"] for record in records] == list(range(1, len(records) + 1))
    assert all(later["prev"] == earlier["sha"] for earlier, later in pairwise(records))
    assert len({record["uuid"] for record in records}) == len(records)
    assert [record["body"].get("label") for record in records][-6:] == [
        "Edit note", "Bookmark passage", "Tag 2 articles “lamps”", "Delete article", "Delete article", "Open article",
    ]  # fmt: skip


def test_a_line_that_was_never_finished_is_cut_off(folder: Path) -> None:
    with filled(folder) as library:
        worked(library)
    rows = readers_rows(folder)
    path = journal_files(folder)[-1]
    whole = path.read_bytes()
    path.write_bytes(whole + whole.splitlines()[-1][:-30])
    with Library.open(folder) as library:
        assert library.notices == ()
        assert path.read_bytes() == whole
        library.perform(SetRead((3,)))
    assert readers_rows(folder) != rows
    with Library.open(folder) as library:
        assert library.notices == ()


def changed_line(line: bytes) -> bytes:
    return line.replace(b"better", b"bitter")


@pytest.mark.parametrize("hurt", [changed_line, lambda line: b"\x00\xff no json"], ids=["changed", "unreadable"])
def test_a_damaged_journal_gives_what_stands_before_the_damage(folder: Path, hurt) -> None:  # type: ignore[no-untyped-def]
    with filled(folder) as library:
        kept = library.backup()
        worked(library)
    path = journal_files(folder)[-1]
    lines = path.read_bytes().splitlines(keepends=True)
    at = next(i for i, line in enumerate(lines) if b"better" in line)
    path.write_bytes(b"".join([*lines[:at], hurt(lines[at].rstrip()) + b"\n", *lines[at + 1 :]]))
    Library.restore(folder, kept.path)
    with Library.open(folder) as library:
        restored, told = library.notices
        assert restored == "1 recent change was restored from the edit journal."
        assert "set aside" in told
        assert library.opened(1).notes[0].body == "precious words"
        library.perform(DeleteNote("n"))
    assert len(list(folder.glob("journal-set-aside-*/*.jsonl"))) == 1
    with Library.open(folder) as library:
        assert library.notices == ()


def test_a_journal_whose_end_is_unreadable_gives_the_rest(folder: Path) -> None:
    with filled(folder) as library:
        kept = library.backup()
        worked(library)
    path = journal_files(folder)[-1]
    path.write_bytes(path.read_bytes() + b"{}\n")
    Library.restore(folder, kept.path)
    with Library.open(folder) as library:
        assert library.notices[0] == "7 recent changes were restored from the edit journal."
        assert "set aside" in library.notices[1]


def test_the_journal_of_another_library_is_set_aside(folder: Path, tmp_path: Path) -> None:
    with filled(folder) as library, filled(tmp_path / "other") as other:
        worked(other)
        worked(library)
        library.perform(SetRead((1,)))
    shutil.rmtree(tmp_path / "other" / "journal")
    shutil.copytree(folder / "journal", tmp_path / "other" / "journal")
    rows = readers_rows(tmp_path / "other")
    with Library.open(tmp_path / "other") as other:
        assert "set aside" in other.notices[0]
    assert readers_rows(tmp_path / "other") == rows


def test_a_journal_that_is_gone_is_begun_anew(folder: Path) -> None:
    with filled(folder) as library:
        worked(library)
    shutil.rmtree(folder / "journal")
    with Library.open(folder) as library:
        library.perform(SetRead((3,)))
    with Library.open(folder) as library:
        assert library.notices == ()
        assert library.undo() == "Mark article as read"


def test_a_new_month_begins_a_new_file_and_the_clock_may_go_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with filled(folder) as library:
        kept = library.backup()
        for i, moment in enumerate(("2026-12-01", "2026-12-31", "2027-01-01", "2016-01-01", "2027-02-01")):
            monkeypatch.setattr("reader.library.journal.now", lambda m=moment: f"{m}T00:00:00.000000+00:00")
            library.perform(AddNote(f"n{i}", 1, None, f"note {i}"))
        months = [path.stem.partition("-")[2] for path in journal_files(folder)]
        assert months[1:] == ["2026-12", "2027-01", "2016-01", "2027-02"]
    rows = readers_rows(folder)
    Library.restore(folder, kept.path)
    Library.open(folder).close()
    assert readers_rows(folder) == rows


# ---- A full disk


def page_limit(library: Library, more: int) -> None:
    with library._store.engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        pages = driver.execute("PRAGMA page_count").fetchone()[0]
        driver.execute(f"PRAGMA max_page_count = {pages + more}")


def test_a_full_database_is_told_and_loses_nothing(folder: Path) -> None:
    with filled(folder) as library:
        worked(library)
        page_limit(library, 1)
        rows = readers_rows(folder)
        journal = journal_files(folder)[-1].read_bytes()
        with pytest.raises(NotSaved, match="the disk is full"):
            library.perform(AddNote("big", 1, None, "long words " * 40_000))
        with pytest.raises(NotSaved, match="the disk is full"):
            library.add(capture(9), article(9, " ".join(f"word{number}" for number in range(20_000))))
        assert readers_rows(folder) == rows
        assert journal_files(folder)[-1].read_bytes() == journal
        page_limit(library, 10_000)
        library.perform(AddNote("big", 1, None, "long words " * 40_000))
    with Library.open(folder) as library:
        assert library.notices == ()
        assert [note.key for note in library.opened(1).notes] == ["big", "n"]


def test_a_journal_that_cannot_be_written_saves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with filled(folder) as library:
        worked(library)
        rows = readers_rows(folder)
        journal = journal_files(folder)[-1].read_bytes()
        write = os.write

        def half_written(descriptor: int, content: bytes) -> int:
            if len(content) > 20:
                return write(descriptor, content[:20])
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("reader.library.journal.os.write", half_written)
        for change in (SetRead((3,)), AddNote("x", 1, None, "y")):
            with pytest.raises(NotSaved, match="the disk is full"):
                library.perform(change)
        with pytest.raises(NotSaved):
            library.add(capture(9), article(9))
        monkeypatch.undo()
        assert readers_rows(folder) == rows
        assert journal_files(folder)[-1].read_bytes() == journal
        library.perform(SetRead((3,)))
    with Library.open(folder) as library:
        assert library.notices == ()


LIMITED = """
import resource, signal, sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from invented_articles import article, capture
from reader.article import LibraryError
from reader.library import AddNote, Library
library = Library.open(Path(sys.argv[1]))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, resource.RLIM_INFINITY))
for number in range(10_000):
    try:
        library.perform(AddNote(str(number), 1, None, f"{number} " * 2_000))
    except LibraryError as error:
        print(number, error, sep="|")
        break
library.close()
print(library.backup_fault is None, sep="|")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no limits on Windows")
def test_a_file_that_may_not_grow_is_told_and_loses_nothing(folder: Path) -> None:
    filled(folder).close()
    command = [sys.executable, "-c", LIMITED, str(folder), str(Path(__file__).parent)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    number, told = done.stdout.splitlines()[0].split("|")
    assert "Not saved" in told
    assert done.returncode == 0
    with Library.open(folder) as library:
        assert {note.key for note in library.opened(1).notes} == {str(i) for i in range(int(number))}


def test_another_program_that_writes_is_waited_for_and_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    monkeypatch.setattr("reader.library.connection.BUSY_TIMEOUT_MS", 50)
    monkeypatch.setattr("reader.library.connection._EVERYWHERE", ("busy_timeout = 50", "foreign_keys = ON"))
    with filled(folder) as library:
        other = sqlite3.connect(folder / "library.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="another program"):
            library.perform(SetRead((1,)))
        other.execute("ROLLBACK")
        other.close()
        library.perform(SetRead((1,)))


def test_a_bug_stays_a_bug(library: Library) -> None:
    with pytest.raises(TypeError):
        library.perform("delete everything")  # type: ignore[arg-type]
