"""From a library to files, as the window and the command do it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reader.article import Block, BlockKind, Capture, Span, anchor_of, article_of
from reader.cli.command import app
from reader.library import About, AddHighlight, AddNote, AnnotationQuery, Library, NameColour, Tag
from reader.work.exporting import Form, NotExported, export, form_of, marked_articles

TEXT = "The keeper of Nordhaven told the council that the lamp had failed."
KEY = "0f8fad5b-d9cb-469f-a165-70867728950e"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "library"
    with Library.open(place) as library:
        for number in (1, 2):
            made = article_of(
                [Block(BlockKind.PARAGRAPH, f"{TEXT} {number}")],
                title=f"Lamp {number}",
                url=f"https://example.org/{number}",
            )
            library.add(Capture(made.text.encode(), "text/plain", "x", "file", datetime.now(UTC)), made)
            anchor = anchor_of(made.text, Span(4, 10))
            library.perform(AddHighlight(KEY[:-1] + str(number), number, anchor, "green"))
        library.perform(AddNote(KEY[:-1] + "9", 1, anchor, "Sure?", About.HIGHLIGHT, KEY[:-1] + "1"))
        library.perform(NameColour("green", "People"))
        library.perform(Tag((2,), ("sea",)))
    return place


def test_articles_come_with_what_was_marked_in_them(folder: Path) -> None:
    with Library.open(folder, read_only=True) as library:
        articles = marked_articles(library, AnnotationQuery())
        assert {a.number: [(m.quoted, m.meaning, m.body, m.subject) for m in a.marks] for a in articles} == {
            1: [("keeper", "People", "", ""), ("keeper", "", "Sure?", "")],
            2: [("keeper", "People", "", "")],
        }
        assert [a.url for a in marked_articles(library, AnnotationQuery(tag="sea"))] == ["https://example.org/2"]
        assert [a.number for a in marked_articles(library, AnnotationQuery(), among=(1,))] == [1]
        with pytest.raises(NotExported, match="choose another place"):
            export(library, Form.CSV, folder / "no" / "such.csv", AnnotationQuery(), None)


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.jsonld", Form.JSONLD), ("a.JSON", Form.JSONLD), ("a.csv", Form.CSV), ("vault", Form.MARKDOWN)],
)
def test_a_name_says_its_form(name: str, form: Form) -> None:
    assert form_of(Path(name)) is form


def test_the_command_writes_each_form(folder: Path, tmp_path: Path) -> None:
    for name in ("out.jsonld", "out.csv", "vault"):
        done = CliRunner().invoke(app, ["export", str(tmp_path / name), "--library", str(folder)])
        assert done.exit_code == 0, done.output
        assert "3 annotations of 2 articles" in done.output
    assert json.loads((tmp_path / "out.jsonld").read_text("utf-8"))["total"] == 3
    assert (tmp_path / "out.csv").read_text("utf-8").count("keeper") == 3
    assert {path.name for path in (tmp_path / "vault").iterdir()} == {"Lamp 1.md", "Lamp 2.md"}
