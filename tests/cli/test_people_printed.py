"""People, quotations and stories in the terminal: lines of fields, and one sentence where a name is not clear."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented_people import Named, tell
from typer.testing import CliRunner

from reader.article import LibraryError
from reader.cli.command import app
from reader.library import Library

LEAD = "The night boat to Skarvik stops on Sunday because the crew of captain Lise Moen refuses to sail it"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library of two articles of one story."""
    with Library.open(tmp_path / "library") as library:
        for outlet, day in (("Harbour Post", "2026-03-01"), ("Quay Times", "2026-03-02")):
            words = f"Lise Moen has us row, as {outlet} knows"
            tell(
                library, f"{LEAD}. “{words}” said Ilse Brandt.", Named("Ilse Brandt", ("chair",), (words,)),
                Named("Lise Moen", ("captain",)), title="Night boat to Skarvik stops", outlet=outlet, published=day,
            )  # fmt: skip
    return tmp_path / "library"


def printed(folder: Path, *arguments: str) -> list[str]:
    done = CliRunner().invoke(app, [*arguments, "--library", str(folder)], catch_exceptions=False)
    assert done.exit_code == 0
    return done.stdout.splitlines()


def test_people_are_listed(folder: Path) -> None:
    assert printed(folder, "people") == ["2\t2\tIlse Brandt\tchair", "0\t2\tLise Moen\tcaptain"]
    assert printed(folder, "people", "--search", "moen") == ["0\t2\tLise Moen\tcaptain"]
    assert printed(folder, "people", "--kind", "place") == []


def test_quotations_are_listed_newest_first(folder: Path) -> None:
    lines = printed(folder, "quotes", "--by", "ilse brandt", "--about", "Lise Moen")
    assert [line.split("\t")[:4] for line in lines] == [
        ["2026-03-02", "Quay Times", "direct", "said"],
        ["2026-03-01", "Harbour Post", "direct", "said"],
    ]


def test_stories_are_listed(folder: Path) -> None:
    assert printed(folder, "stories") == ["2026-03-02\t2\t2\tNight boat to Skarvik stops"]


def test_who_is_not_there_is_told_in_a_sentence(folder: Path) -> None:
    with pytest.raises(LibraryError, match="Nobody in the library is called “Nora Quist”"):
        printed(folder, "quotes", "--by", "Nora Quist")
    with pytest.raises(LibraryError, match="Nobody in the library is called “”"):
        printed(folder, "quotes", "--by", "")
