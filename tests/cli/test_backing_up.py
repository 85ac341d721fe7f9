"""Backups from the terminal: made, listed, put back, with and without what came after."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.article import Article, Block, BlockKind, Capture
from reader.library import Library, Query, changes


def verbatim(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reader", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=110, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library with one article, backed up, and bookmarked after that."""
    place = tmp_path / "library"
    with Library.open(place) as library:
        number = library.keep(Capture(b"The mill opens.", "text/plain", "mill.txt", "file", datetime.now(UTC)))
        text = "The mill opens."
        added = library.add(number, Article(title="The mill", text=text, blocks=(Block(BlockKind.PARAGRAPH, text, 0),)))
        library.backup()
        library.perform(changes.SetBookmarked((added.id,), True))
    return place


def bookmarked(folder: Path) -> list[bool]:
    with Library.open(folder, read_only=True) as library:
        return [row.bookmarked for row in library.rows(Query(), limit=10)]


def test_a_backup_is_made_and_listed(folder: Path) -> None:
    made = verbatim("backup", "--library", str(folder))
    assert made.returncode == 0, made.stderr
    listed = verbatim("restore", "--library", str(folder)).stdout.splitlines()
    assert made.stdout.strip() == listed[0].split("\t")[2]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d\t[\d.]+ MB\t.+\.db", line) for line in listed)


@pytest.mark.parametrize(("options", "after"), [((), True), (("--as-it-was",), False)])
def test_a_backup_is_put_back(options: tuple[str, ...], after: bool, folder: Path) -> None:
    oldest = Library.backups(folder)[-1].path
    (folder / "library.db").write_bytes(b"spilt coffee")
    done = verbatim("restore", str(oldest), *options, "--library", str(folder))
    assert done.returncode == 0, done.stderr
    aside = Path(re.search(r"lies in (.+)\.$", done.stdout.strip())[1])  # type: ignore[index]
    assert (aside / "library.db").read_bytes() == b"spilt coffee"
    with Library.open(folder):
        pass
    assert bookmarked(folder) == [after]


def test_what_is_no_backup_changes_nothing(folder: Path, tmp_path: Path) -> None:
    before = (folder / "library.db").read_bytes()
    done = verbatim("restore", str(tmp_path / "none.db"), "--library", str(folder))
    assert done.returncode == 1
    assert "There is no backup" in done.stderr
    assert (folder / "library.db").read_bytes() == before
