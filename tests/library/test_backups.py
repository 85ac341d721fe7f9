"""Backups are made in use, checked, thinned by rule, and put back whole or not at all."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from invented_articles import article, capture, readers_rows

from reader.article import LibraryError
from reader.library import AddNote, Backup, DeleteForever, Library, LibraryDamaged, LibraryInUse, Query, SetRead
from reader.library import backups as rules
from reader.library.backups import superfluous


def filled(folder: Path) -> Library:
    library = Library.open(folder)
    for number in (1, 2):
        library.add(capture(number), article(number))
    return library


def counted(path: Path) -> int:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return int(connection.execute("SELECT count(*) FROM notes").fetchone()[0])


def test_closing_makes_one_if_anything_has_changed(folder: Path) -> None:
    filled(folder).close()
    assert len(Library.backups(folder)) == 1
    with Library.open(folder) as library:
        library.set_position(1, 30)
    assert len(Library.backups(folder)) == 1
    with Library.open(folder) as library:
        library.perform(SetRead((1,)))
    assert len(Library.backups(folder)) == 2
    assert [path.name for path in (folder / "backups").iterdir() if path.suffix == ".part"] == []


def test_it_holds_all_and_is_one_file(folder: Path) -> None:
    with filled(folder) as library:
        library.perform(AddNote("n", 1, None, "precious"))
        made = library.backup()
        assert made == Library.backups(folder)[0]
        assert made.size_bytes == made.path.stat().st_size
        library.perform(AddNote("m", 1, None, "later"))
    assert counted(made.path) == 1
    assert sorted(path.name for path in made.path.parent.glob(f"{made.path.name}*")) == [made.path.name]


def test_it_is_made_in_another_thread_while_the_library_is_written(folder: Path) -> None:
    with filled(folder) as library:
        job = library.backup_job()
        assert job is not None
        made: list[Backup] = []
        thread = threading.Thread(target=lambda: made.extend(job() for _ in range(5)))
        thread.start()
        number = 0
        while thread.is_alive():
            library.perform(AddNote(str(number), 1, None, "written meanwhile"))
            number += 1
        thread.join()
        assert len(made) == 5
        assert [backup.sequence for backup in made] == sorted(backup.sequence for backup in made)
        assert all(counted(backup.path) <= number for backup in made)
        assert len(library.opened(1).notes) == number


def test_there_is_no_work_where_nothing_has_changed(folder: Path) -> None:
    filled(folder).close()
    with Library.open(folder) as library:
        assert library.backup_job() is None
        library.perform(SetRead((1,)))
        job = library.backup_job()
        assert job is not None
        job()
        assert library.backup_job() is None


def test_it_is_due_half_an_hour_after_the_last(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [1000.0]
    monkeypatch.setattr("reader.library.safekeeping.time.monotonic", lambda: clock[0])
    with filled(folder) as library:
        clock[0] += rules.EVERY_S - 1
        assert not library.backup_if_due()
        clock[0] += 2
        assert library.backup_if_due()
        assert not library.backup_if_due()
    assert len(Library.backups(folder)) == 1


def test_a_disk_too_full_for_it_is_told_and_closing_goes_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path) -> None:
        raise OSError(28, "No space left on device", str(path))

    library = filled(folder)
    monkeypatch.setattr("reader.library.backups.sync_file", full)
    with pytest.raises(LibraryError, match="the disk is full"):
        library.backup()
    with pytest.raises(LibraryError, match="the disk is full"):
        library.perform(DeleteForever((1,)))
    assert library.count(Query()) == 2
    library.close()
    assert "the disk is full" in str(library.backup_fault)
    assert list((folder / "backups").iterdir()) == []
    monkeypatch.undo()
    with Library.open(folder) as again:
        assert again.count(Query()) == 2


def test_a_damaged_library_takes_no_good_backups_place(folder: Path) -> None:
    filled(folder).close()
    database = folder / "library.db"
    content = bytearray(database.read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 : page * 4096 + 60] = b"\xff" * 60
    database.write_bytes(content)
    good = Library.backups(folder)
    with pytest.raises((LibraryError, sqlite3.DatabaseError)):
        rules.make_backup(database, folder / "backups")
    assert Library.backups(folder) == good


def test_one_that_is_damaged_is_refused_and_nothing_changes(folder: Path) -> None:
    with filled(folder) as library:
        older = library.backup()
        library.perform(SetRead((1,)))
        newer = library.backup()
    rows = readers_rows(folder)
    newer.path.write_bytes(newer.path.read_bytes()[:9000])
    with pytest.raises(LibraryDamaged, match="choose an older one"):
        Library.restore(folder, newer.path)
    with pytest.raises(LibraryError, match="no backup"):
        Library.restore(folder, folder / "backups" / "nothing.db")
    assert readers_rows(folder) == rows
    Library.restore(folder, older.path)
    Library.open(folder).close()
    assert readers_rows(folder) == rows


def test_an_open_library_is_not_replaced(folder: Path) -> None:
    with filled(folder) as library:
        made = library.backup()
        with pytest.raises(LibraryInUse):
            Library.restore(folder, made.path)


@pytest.mark.parametrize("at", range(5))
def test_a_restoring_cut_short_is_completed_or_was_none(folder: Path, at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    with filled(folder) as library:
        made = library.backup()
        library.perform(AddNote("n", 1, None, "precious"))
    rows = readers_rows(folder)
    replace, calls = Path.replace, iter(range(99))

    def replaced(self: Path, target: Path) -> Path:
        if next(calls) == at:
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", replaced)
    try:
        Library.restore(folder, made.path)
    except KeyboardInterrupt:
        assert at < 4
    monkeypatch.undo()
    Library.open(folder).close()
    assert readers_rows(folder) == rows
    assert not list(folder.glob("*.restoring*"))


def test_what_lies_beside_the_journal_goes_when_three_backups_hold_it(folder: Path) -> None:
    kept = folder / "journal" / "kept"
    with filled(folder) as library:
        for number in range(3):
            assert len(list(kept.iterdir())) == 4
            library.perform(AddNote(str(number), 1, None, "more"))
            library.backup()
        assert list(kept.iterdir()) == []


def test_old_months_of_the_journal_are_compressed_and_still_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with filled(folder) as library:
        first = library.backup()
        for i, month in enumerate(("2027-01", "2027-02", "2027-03")):
            monkeypatch.setattr("reader.library.journal.now", lambda m=month: f"{m}-01T00:00:00.000000+00:00")
            library.perform(AddNote(str(i), 1, None, f"note {i}"))
        for i in range(3):
            library.perform(SetRead((1,), bool(i % 2 == 0)))
            library.backup()
    assert len(list((folder / "journal").glob("*.zst"))) == 3
    rows = readers_rows(folder)
    Library.restore(folder, first.path)
    Library.open(folder).close()
    assert readers_rows(folder) == rows


# ---- The rule by which they are thinned

START = datetime(2026, 1, 1, 12, tzinfo=UTC)


def made_at(*ages: timedelta) -> list[Backup]:
    """Backups of those ages, oldest first by number."""
    moments = sorted(START - age for age in ages)
    return [Backup(Path(f"{i}.db"), moment, i, 1) for i, moment in enumerate(moments)]


HALF_HOURS = [timedelta(minutes=30 * i) for i in range(48 * 2 * 365)]


def test_a_year_of_half_hours_thins_to_days_weeks_and_months() -> None:
    held = made_at(*HALF_HOURS)
    gone = set(superfluous(held))
    kept = [START - backup.made for backup in held if backup not in gone]
    assert len([age for age in kept if age <= timedelta(hours=48)]) == 97
    assert len([age for age in kept if timedelta(hours=48) < age <= timedelta(days=14)]) in (12, 13)
    assert len([age for age in kept if timedelta(days=14) < age <= timedelta(weeks=8)]) in (6, 7)
    assert len([age for age in kept if timedelta(weeks=8) < age]) in (11, 12)


def test_thinning_again_changes_nothing() -> None:
    held = made_at(*HALF_HOURS[::7])
    gone = set(superfluous(held))
    assert gone
    kept = [backup for backup in held if backup not in gone]
    assert superfluous(kept) == []


FEW = {
    "none": ((), 0),
    "three very old ones": ((timedelta(days=900), timedelta(days=901), timedelta(days=902)), 0),
    "ten of one old day": ((timedelta(0), *(timedelta(days=10, minutes=i) for i in range(10))), 8),
}


@pytest.mark.parametrize(("ages", "gone"), FEW.values(), ids=FEW)
def test_few_are_kept(ages: tuple[timedelta, ...], gone: int) -> None:
    assert len(superfluous(made_at(*ages))) == gone


def test_a_clock_that_went_back_makes_nothing_old() -> None:
    held = made_at(*(timedelta(hours=i) for i in range(10)))
    newest = Backup(Path("new.db"), START - timedelta(days=3650), 99, 1)
    assert superfluous([*held, newest]) == []
