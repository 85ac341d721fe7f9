"""The `verbatim` command, run as people run it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cleaning import clean
from reader.intake import read_path
from reader.library import Library


def verbatim(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "reader", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, timeout=110, check=False)


def test_analyze_prints_one_object_with_offsets_that_hold(seeds: Path) -> None:
    result = verbatim("analyze", "--format", "json", str(seeds / "01-harbour-bridge.txt"))
    assert result.returncode == 0, result.stderr
    record = json.loads(result.stdout)
    text = record["text"]
    assert record["title"] == "Harbour bridge to close for two years after engineers find cracks"
    for part in [*record["dates"], *(mention for entity in record["entities"] for mention in entity["mentions"])]:
        assert text[part["start"] : part["end"]] == part["text"]
    for block in record["blocks"]:
        if block["start"] is not None:
            assert text[block["start"] :].startswith(block["text"])
    known = {entity["id"] for entity in record["entities"]}
    assert record["quotes"]
    for quote in record["quotes"]:
        assert all(0 <= start < end <= len(text) for start, end in quote["spans"])
        assert quote["speaker"] is None or quote["speaker"]["entity"] in {None, *known}


def test_jsonl_goes_on_past_a_bad_file_in_the_order_of_the_arguments(seeds: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    binary = tmp_path / "picture.txt"
    binary.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    missing = tmp_path / "missing.txt"
    paths = [
        str(seeds / "07-library-brief.txt"),
        *map(str, (empty, binary, missing)),
        str(seeds / "06-seed-vault.html"),
    ]
    result = verbatim("analyze", "--format", "jsonl", *paths)
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.returncode == 1
    assert [record["path"] for record in records] == paths
    assert [set(record) == {"path", "error"} for record in records] == [False, True, True, True, False]
    for record in records[1:4]:
        assert Path(record["path"]).name in record["error"]
        assert record["error"].endswith(".")
    assert b"Traceback" not in result.stderr


def test_raw_takes_the_text_to_the_character(tmp_path: Path) -> None:
    text = 'Mill  to reopen\n\n"We never sold the looms," Ann Sharpe said.  \n\n\nSign in\n'
    path = tmp_path / "mill.txt"
    path.write_bytes(text.encode())
    result = verbatim("analyze", "--raw", "--format", "json", str(path))
    record = json.loads(result.stdout)
    assert record["text"] == text
    assert record["removed"] == []
    [quote] = [quote for quote in record["quotes"] if quote["kind"] == "direct"]
    start, end = quote["spans"][0]
    assert text[start:end].startswith("We never sold the looms")


def test_standard_input_and_base_url() -> None:
    page = b"<html><body><article><h1>Mill to reopen</h1>" + b"<p>The mill will open in June, Ann Sharpe said.</p>"
    page += b"<p>The town had waited ten years for it, and many came to see the looms.</p></article></body></html>"
    result = verbatim("analyze", "--format", "json", "--base-url", "https://mill.example/a", "-", stdin=page)
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["url"] == "https://mill.example/a"


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_no_control_character_of_the_input_reaches_the_terminal(form: str, tmp_path: Path) -> None:
    path = tmp_path / "evil.txt"
    path.write_bytes(
        "Mill to\x1b]0;owned\x07 reopen\n\nThe mill \x1b[31mwill open\x9b2J in June, \u202eAnn Sharpe said.\r\n\n"
        "“It was \x08\x00ours,” she said.\n".encode()
    )
    result = verbatim("analyze", "--format", form, str(path))
    assert result.returncode == 0, result.stderr
    shown = result.stdout.decode()
    assert not [c for c in shown if (ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 or c == "\u202e"]


def test_text_view_shows_who_said_what(seeds: Path) -> None:
    shown = verbatim("analyze", "--format", "text", str(seeds / "07-library-brief.txt")).stdout.decode()
    for part in ("Library fines scrapped", "Who said what", "Joyce Amadi", "It was a tax on the forgetful"):
        assert part in shown


def test_add_list_and_remove_samples(seeds: Path, tmp_path: Path) -> None:
    shelf = ("--library", str(tmp_path / "shelf"))
    first = verbatim("add", *shelf, str(seeds / "07-library-brief.txt"))
    assert first.returncode == 0, first.stderr
    assert "added" in first.stdout.decode()
    again = verbatim("add", *shelf, str(seeds / "07-library-brief.txt"))
    assert "already" in again.stdout.decode()
    listed = verbatim("list", *shelf).stdout.decode().splitlines()
    assert len(listed) == 1
    assert "Library fines scrapped" in listed[0]
    assert verbatim("list", *shelf, "--search", "forgetful").stdout.decode().splitlines() == listed
    assert verbatim("list", *shelf, "--search", "zebra").stdout == b""
    assert "There are no sample articles" in verbatim("remove-samples", *shelf).stdout.decode()
    with Library.open(tmp_path / "shelf") as library:
        capture = read_path(seeds / "02-river-accord.txt")
        library.add(library.keep(capture), clean(capture), sample=True)
    assert "1 sample article is in the trash" in verbatim("remove-samples", *shelf).stdout.decode()
    assert verbatim("list", *shelf).stdout.decode().splitlines() == listed


def test_adding_what_is_no_article_says_so_and_exits_with_1(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    result = verbatim("add", "--library", str(tmp_path / "shelf"), str(empty))
    assert result.returncode == 1
    assert b"empty.txt" in result.stderr
    assert b"Traceback" not in result.stderr


def test_version() -> None:
    from reader import __version__

    assert verbatim("--version").stdout.decode().strip() == f"Verbatim {__version__}"
