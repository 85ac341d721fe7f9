"""Whatever is wrong with a file or with the library, the command says it in one sentence and exits with 1."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from reader.cli import main
from reader.library import Library

SENTENCE = "The ferry to Tarnby sails again on Monday, and the harbour master says that he is glad of it."
SECOND = "“We had almost given up hope,” said Élise Dubois, who runs the café on the quay with her brother Zoë."
ARTICLE = f"Ferry returns to Tarnby after winter of storms\n\nBy Ann Sharpe\n\n{SENTENCE}\n\n{SECOND}\n"


class Said(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def verbatim(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Runs the command in this process, as `main` runs it in its own."""

    def run(*arguments: object, stdin: bytes = b"") -> Said:
        monkeypatch.setattr(sys, "argv", ["verbatim", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = 0
        try:
            main()
        except SystemExit as end:
            status = int(end.code or 0)
        return Said(status, *capsys.readouterr())

    return run


def assert_one_sentence(err: str, *parts: str) -> None:
    [line] = err.splitlines()
    assert line.startswith("verbatim: ")
    assert line.endswith(".")
    assert "Traceback" not in err
    for part in parts:
        assert part in line


# Each with what the sentence says; none of these needs a worker process to be refused.
REFUSED: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "is empty"),
    "spaces": (b" \n\t\n", "is empty"),
    "NUL bytes alone": (b"\x00" * 4096, "is empty"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "Verbatim reads text, web pages"),
    "another kind of archive": (b"Rar!\x1a\x07" + bytes(200), "unpack it"),
    "an old word processor's file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(200), "save it as .docx"),
    "random bytes": (bytes(range(256)) * 40, "Verbatim reads text, web pages"),
}


@pytest.mark.parametrize(("content", "said"), REFUSED.values(), ids=list(REFUSED))
def test_analyze_refuses_what_is_no_text(verbatim, tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "ferry.txt"
    path.write_bytes(content)
    result = verbatim("analyze", "--format", "json", path)
    assert result.status == 1
    assert_one_sentence(result.err, "ferry.txt", said)
    assert json.loads(result.out) == {"path": str(path), "error": result.err.removeprefix("verbatim: ").strip()}


@pytest.mark.parametrize("form", ["json", "jsonl", "text"])
def test_a_sparse_file_of_80_megabytes_is_refused(verbatim, tmp_path: Path, form: str) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.truncate(80 * 1024 * 1024)
    result = verbatim("analyze", "--format", form, path)
    assert result.status == 1
    assert_one_sentence(result.err, "long.txt has 80 MB", "split it")
    assert (result.out == "") is (form == "text")


def test_a_folder_a_missing_file_and_a_pipe_are_refused(verbatim, tmp_path: Path) -> None:
    folder, missing = tmp_path / "folder", tmp_path / "missing.txt"
    folder.mkdir()
    paths = [folder, missing]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        paths.append(tmp_path / "pipe")
    result = verbatim("analyze", "--format", "jsonl", *paths)
    assert result.status == 1
    for line, path in zip(result.err.splitlines(), paths, strict=True):
        assert_one_sentence(line, path.name)
    assert [json.loads(line)["path"] for line in result.out.splitlines()] == list(map(str, paths))


def test_a_name_that_is_empty_is_not_the_current_folder(verbatim, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text(ARTICLE)
    shelf = tmp_path / "shelf"
    for command in (("analyze", ""), ("add", "--library", shelf, "")):
        result = verbatim(*command)
        assert result.status == 1
        assert_one_sentence(result.err, "without a name")
    for command in (("backup", "--library", ""), ("export", "--library", shelf, "")):
        result = verbatim(*command)
        assert result.status == 2
        assert "names nothing" in result.err
    assert sorted(tmp_path.iterdir()) == [tmp_path / "good.txt", shelf]


def test_an_address_to_analyze_is_told_how_it_is_had(verbatim) -> None:
    result = verbatim("analyze", "--format", "text", "https://example.org/ferry")
    assert result.status == 1
    assert_one_sentence(result.err, "verbatim add https://example.org/ferry")


def test_a_text_given_for_a_name_is_told(verbatim) -> None:
    result = verbatim("analyze", "--format", "text", ARTICLE * 3)
    assert result.status == 1
    assert "Traceback" not in result.err and "cannot be read" in result.err


def test_nothing_on_standard_input_is_refused(verbatim) -> None:
    result = verbatim("analyze", "--format", "json", "-")
    assert result.status == 1
    assert_one_sentence(result.err, "standard input is empty")


def test_a_name_that_would_steer_the_terminal_is_shown_not_sent(verbatim, tmp_path: Path) -> None:
    result = verbatim("analyze", "--format", "text", tmp_path / "a\x1b[2Jb.txt")
    assert result.status == 1
    assert "\x1b" not in result.err


def test_what_cleaning_refuses_is_named_and_what_is_readable_is_read(verbatim, tmp_path: Path) -> None:
    """One run for all that needs the worker processes: they start once."""
    contents = {
        "empty-page.html": b"<html><body><script>start()</script></body></html>",
        "menu.html": b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
        "signs.txt": b"?! --- ...\n",
        "brackets.html": b"<html>" + b"<" * 1_000_000,
        "invalid.txt": ARTICLE.encode() + b"The end \xff\xfe of it came with the spring and the first warm day.\n",
        "nul.txt": ARTICLE.replace(" ", " \x00", 4).encode(),
        "wide.txt": ARTICLE.encode("utf-16"),
        "deep.html": b"<html><body>" + b"<div>" * 10_000 + f"<p>{SENTENCE}</p>".encode() * 3,
    }
    paths = [tmp_path / name for name in contents]
    for path, content in zip(paths, contents.values(), strict=True):
        path.write_bytes(content)
    result = verbatim("analyze", "--format", "jsonl", *paths)
    records = [json.loads(line) for line in result.out.splitlines()]
    assert result.status == 1
    assert [record["path"] for record in records] == list(map(str, paths))
    told = result.err.splitlines()
    assert len(told) == 4
    for line, path, record in zip(told, paths, records, strict=False):
        assert_one_sentence(line, path.name)
        assert set(record) == {"path", "error"}
    for record in records[4:]:
        assert SENTENCE in record["text"].replace("\x00", "")
    damaged, control, wide, _ = (record["warnings"] for record in records[4:])
    assert any("damaged" in warning for warning in damaged)
    assert any("control characters" in warning for warning in control)
    assert wide == []


def test_add_goes_on_past_a_bad_file_and_keeps_nothing_of_it(verbatim, tmp_path: Path) -> None:
    good, bad, page = tmp_path / "good.txt", tmp_path / "bad.txt", tmp_path / "page.html"
    good.write_text(ARTICLE)
    bad.write_bytes(b"\x89PNG\r\n\x1a\n")
    page.write_text("<html><body><script>start()</script></body></html>")
    shelf = tmp_path / "shelf"
    result = verbatim("add", "--library", shelf, bad, page, good)
    assert result.status == 1
    first, second = result.err.splitlines()
    assert_one_sentence(first, "bad.txt")
    assert_one_sentence(second, "page.html")
    assert second.count("page.html") == 1
    assert "added as number 1" in result.out
    assert len(verbatim("list", "--library", shelf).out.splitlines()) == 1


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    Library.open(tmp_path / "shelf").close()
    return tmp_path / "shelf"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(ARTICLE)
    return path


def test_a_library_that_is_open_elsewhere_refuses_to_add_and_can_be_listed(verbatim, shelf: Path, good: Path) -> None:
    with Library.open(shelf):
        added = verbatim("add", "--library", shelf, good)
        listed = verbatim("list", "--library", shelf)
    assert added.status == 1
    assert_one_sentence(added.err, str(shelf), "open in another Verbatim", "close it")
    assert listed == Said(0, "", "")


def test_a_library_of_a_newer_verbatim_is_left_alone(verbatim, shelf: Path, good: Path) -> None:
    with closing(sqlite3.connect(shelf / "library.db")) as connection:
        connection.execute("PRAGMA user_version = 9999")
    for command in (
        ("add", "--library", shelf, good),
        ("list", "--library", shelf),
        ("remove-samples", "--library", shelf),
    ):
        result = verbatim(*command)
        assert (result.status, result.out) == (1, "")
        assert_one_sentence(result.err, str(shelf), "newer Verbatim", "update Verbatim")
    with closing(sqlite3.connect(shelf / "library.db")) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (9999,)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Inside, nothing in the folder can be written, by whoever runs the tests."""
    paths = [folder, *folder.rglob("*")]
    folder.parent.chmod(0o755)
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    root = os.geteuid() == 0
    try:
        if root:
            os.seteuid(65534)
        yield
    finally:
        if root:
            os.seteuid(0)
        for path in paths:
            path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are other ones on Windows")
def test_a_read_only_library_refuses_to_add_and_can_be_listed(verbatim, open_shelf: Path) -> None:
    with read_only(open_shelf):
        added = verbatim("add", "--library", open_shelf, "-", stdin=ARTICLE.encode())
        listed = verbatim("list", "--library", open_shelf)
    assert added.status == 1
    assert_one_sentence(added.err, str(open_shelf), "read-only")
    assert listed == Said(0, "", "")


@pytest.fixture
def open_shelf() -> Iterator[Path]:
    """A library that every user can get to."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        Library.open(Path(name) / "shelf").close()
        yield Path(name) / "shelf"


@pytest.mark.parametrize(
    ("made", "said"),
    [("nothing", "There is no library"), ("a file", ""), ("other bytes", "library"), ("a folder", "is a folder")],
)  # fmt: skip
@pytest.mark.parametrize("command", ["list", "remove-samples"])
def test_what_is_no_library_is_told(verbatim, tmp_path: Path, made: str, said: str, command: str) -> None:
    place = tmp_path / "place"
    if made == "a file":
        place.write_text("no folder")
    elif made == "other bytes":
        place.mkdir()
        (place / "library.db").write_bytes(b"no database at all " * 400)
    elif made == "a folder":
        (place / "library.db").mkdir(parents=True)
    result = verbatim(command, "--library", place)
    if made == "nothing" and command != "list":  # a library to write to is made
        assert result.status == 0
        return
    assert result.status == 1
    assert_one_sentence(result.err, str(place), said)
    assert result.out == ""


def test_the_library_named_before_the_command_is_the_one_meant(verbatim, tmp_path: Path) -> None:
    shelf, other = tmp_path / "shelf", tmp_path / "other"
    for folder in (shelf, other):
        Library.open(folder).close()
    assert verbatim("--library", shelf, "list").status == 0
    missing = tmp_path / "missing"
    for words in (["list"], ["people"], ["feeds", "list"], ["accounts", "list"]):
        assert_one_sentence(verbatim("--library", missing, *words).err, str(missing))
    assert verbatim("--library", missing, "list", "--library", other).status == 0, "the command's own counts first"
