"""Archives and documents at the command line: a record, or a line, for each file in them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from made_documents import FIRST, HEADLINE, LOCKED, PAGE, SECOND, THIRD, docx, epub, mail, packed, pdf, set_down

BOOK = epub({"one.xhtml": f"<p>{FIRST}</p><p>{SECOND}</p>"}, "<dc:title>The Book</dc:title>")
PRINTED = pdf([[(60, 760, 24, "Printed on the quay"), *set_down([FIRST, THIRD], 60, 700, 70)]])
FILES = {
    "page.html": PAGE,
    "deep/er.docx": docx(
        [("Title", "A Word of It"), ("", "Nobody on the quay remembers a winter with as little ice as this one had.")]
    ),
    "photo.png": b"\x89PNG\r\n\x1a\n",
    "inner.zip": packed({"a.txt": FIRST}),
    "broken.pdf": b"%PDF-1.7 and nothing",
    "letter.eml": mail(
        "A Letter",
        plain="Dear readers,\n\nthe choir sings on Sunday, the bakery opens at nine, and the tide is low at noon.",
    ),
}
GOOD = {"page.html": HEADLINE, "deep/er.docx": "A Word of It", "letter.eml": "A Letter"}


def verbatim(*arguments: str, data: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "reader", *arguments]
    return subprocess.run(command, input=data, capture_output=True, timeout=110, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "many.zip").write_bytes(packed(FILES))
    (tmp_path / "book.epub").write_bytes(BOOK)
    (tmp_path / "printed.pdf").write_bytes(PRINTED)
    (tmp_path / "locked.pdf").write_bytes(pdf([[(60, 700, 10, FIRST)]], extra=LOCKED))
    return tmp_path


def test_analyze_gives_a_record_for_each_file_in_the_order_asked_for(folder: Path) -> None:
    paths = [str(folder / name) for name in ("book.epub", "many.zip", "printed.pdf", "locked.pdf")]
    ran = verbatim("analyze", "--format", "jsonl", *paths)
    records = [json.loads(line) for line in ran.stdout.decode().splitlines()]
    assert ran.returncode == 1
    assert [record["path"] for record in records] == [
        paths[0], *(f"{paths[1]}/{name}" for name in FILES), paths[2], paths[3]
    ]  # fmt: skip
    inner = {record["path"].removeprefix(f"{paths[1]}/"): record for record in records[1:-2]}
    assert {name: record["title"] for name, record in inner.items() if "title" in record} == GOOD
    for name in FILES.keys() - GOOD.keys():
        assert inner[name]["error"].startswith(f"many.zip/{name} is ")
    assert records[0]["title"] == "The Book" and records[0]["quotes"]
    assert records[-2]["text"].split("\n\n") == [FIRST, THIRD]
    assert records[-1]["error"] == "locked.pdf is locked with a password; save a copy without it, and add that."


@pytest.mark.parametrize("command", ["analyze", "explain"])
@pytest.mark.parametrize(("names", "count"), [(["book.epub"], None), (["book.epub", "printed.pdf"], 2), (["many.zip"], len(FILES))], ids=["one", "two", "a zip"])  # fmt: skip
def test_json_is_one_value_however_many_articles_there_are(
    folder: Path, command: str, names: list[str], count: int | None
) -> None:
    ran = verbatim(command, "--format", "json", *(str(folder / name) for name in names))
    printed = json.loads(ran.stdout.decode())
    assert isinstance(printed, dict) if count is None else len(printed) == count


def test_an_archive_may_come_by_a_pipe() -> None:
    ran = verbatim("analyze", "--format", "jsonl", "-", data=packed({"a.txt": f"{FIRST}\n\n{SECOND}"}))
    (record,) = [json.loads(line) for line in ran.stdout.decode().splitlines()]
    assert (record["path"], ran.returncode) == ("-/a.txt", 0)


def test_add_takes_each_file_into_the_library(folder: Path) -> None:
    library = str(folder / "library")
    ran = verbatim("add", "--library", library, str(folder / "many.zip"))
    assert ran.returncode == 1
    lines = ran.stdout.decode().splitlines()
    assert [line.split(":")[0] for line in lines] == list(GOOD.values())
    assert all("added as number" in line for line in lines)
    assert len(ran.stderr.decode().splitlines()) == len(FILES) - len(GOOD)
    listed = verbatim("list", "--library", library).stdout.decode()
    assert all(title in listed for title in GOOD.values())


def test_a_folder_gives_the_articles_in_it(tmp_path: Path) -> None:
    beside = tmp_path / "saved" / "ferry_files"
    beside.mkdir(parents=True)
    (beside / "frame.html").write_text("<p>An advertisement.", "utf-8")
    story = "The ferry to Tarnby sails again on Monday, and the harbour master says that he is glad of it. "
    (tmp_path / "saved" / "ferry.html").write_text(f"<h1>Ferry returns</h1><p>{story * 3}", "utf-8")
    (tmp_path / "saved" / "notes.md").write_text(f"# Notes on ferries\n\n{story * 3}", "utf-8")
    result = verbatim("analyze", "--format", "jsonl", str(tmp_path / "saved"))
    assert result.returncode == 0, result.stderr
    paths = [json.loads(line)["path"] for line in result.stdout.splitlines()]
    assert paths == [str(tmp_path / "saved" / name) for name in ("ferry.html", "notes.md")]
