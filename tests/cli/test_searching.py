"""`verbatim search`: answers, an explained question, an explained silence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result
from invented_people import Named, tell
from typer.testing import CliRunner

from reader.analysis.meaning import encoder
from reader.cli.command import app
from reader.library import Library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Library.open(tmp_path / "library") as library:
        tell(
            library, "Rain fell on the pier. “We shall row it ourselves,” Ilse Brandt said of the ferry.",
            Named("Ilse Brandt", ("chair",), ("We shall row it ourselves",)), title="Rowing\u202e", published="2018-02-01",
        )  # fmt: skip
    return tmp_path / "library"


def search(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["search", *arguments, "--library", str(folder)], catch_exceptions=False)


def test_articles_answer(folder: Path) -> None:
    done = search(folder, "ferry rain")
    assert done.exit_code == 0
    (line,) = done.stdout.splitlines()
    assert line.split("\t")[:4] == ["1", "2018-02-01", "Rowing\N{REPLACEMENT CHARACTER}", "Harbour Post"]


def test_quotations_answer(folder: Path) -> None:
    (line,) = search(folder, "said-by:brandt about:ferry").stdout.splitlines()
    assert line.split("\t")[:3] == ["1", "2018-02-01", "Ilse Brandt"]
    assert "We shall row" in line.split("\t")[-1]
    assert search(folder, "ferry", "--quotes").stdout.splitlines() == [line]


def test_records_for_other_programs(folder: Path) -> None:
    (article,) = map(json.loads, search(folder, "rain", "--format", "jsonl").stdout.splitlines())
    assert (article["kind"], article["article"]) == ("article", 1)
    assert [article["snippet"][start:end] for start, end in article["hits"]] == ["Rain"]
    (quote,) = map(json.loads, search(folder, "said-by:brandt row", "--format", "jsonl").stdout.splitlines())
    assert (quote["kind"], quote["of"], quote["text"]) == ("quote", "direct", "We shall row it ourselves")
    start, end = quote["said"]
    assert quote["passage"][start:end] == quote["text"]


def test_a_question_that_is_none_is_explained_where_it_goes_wrong(folder: Path) -> None:
    done = search(folder, "rain is:green")
    assert done.exit_code == 1 and done.stdout == ""
    shown, mark, sentence = done.stderr.splitlines()[:3]
    assert shown.strip() == "rain is:green"
    assert shown[mark.index("^") : mark.rindex("^") + 1] == "green"
    assert sentence.startswith("verbatim: is: knows unread")


def test_nothing_found_is_explained(folder: Path) -> None:
    done = search(folder, "rain zebra ")
    assert done.exit_code == 1 and done.stdout == ""
    assert done.stderr.splitlines() == ["verbatim: Nothing in your library answers “zebra”.", "  rain  (1 answer)"]


def test_what_is_near_in_meaning_says_so_and_can_be_left_out(folder: Path) -> None:
    with Library.open(folder) as library:
        tell(library, "A freighter ran onto the sandbank; tugs pulled the vessel free.", title="Aground")
        waiting = library.meanings.missing()
        library.meanings.keep([(each, encoder().article(each.title, each.text)) for each in waiting])
    line = search(folder, "stranded cargo boat ").stdout.splitlines()[0]
    assert line.split("\t")[2] == "Aground" and line.split("\t")[-1].startswith("(near in meaning) A freighter")
    record = json.loads(search(folder, "stranded cargo boat ", "--format", "jsonl").stdout.splitlines()[0])
    assert record["near"] is True and record["hits"] == []
    assert search(folder, "stranded cargo boat ", "--by-words").exit_code == 1
    assert search(folder, '"stranded cargo boat"').exit_code == 1
