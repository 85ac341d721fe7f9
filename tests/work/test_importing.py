"""Another reader's export in the library: states, tags, collections, highlights and notes; once, and undone as one."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reader.article import UnreadableInput
from reader.cli.command import app
from reader.library import About, AnnotationQuery, Library, ListKind, Query
from reader.work.exporting import Form, export
from reader.work.importing import MAX_BYTES, BroughtIn, bring_in, known_articles, read_export
from reader.work.source_desk import SourceDesk

POCKET = """title,url,time_added,tags,status
One goat,https://example.org/goat,1577923200,farm|news/local,archive
Two boats,https://example.org/boats,1577920000,,unread
No address,,1577920000,,unread
"""
WALLABAG = [
    {
        "url": "https://example.org/lamp",
        "title": "Lamp fails",
        "is_archived": 0,
        "is_starred": 1,
        "content": "<p>The keeper told the council that the lamp had failed.</p><p>We rowed out by starlight.</p>",
        "created_at": "2020-01-02T00:00:00+00:00",
        "tags": ["sea"],
        "annotations": [
            {"quote": "the lamp had failed", "text": "Really?"},
            {"quote": "words that are nowhere in it any more", "text": ""},
        ],
    }
]


def brought_in(library: Library, path: Path) -> BroughtIn:
    with closing(SourceDesk()) as desk:
        return bring_in(library, read_export(path, desk), desk)


@pytest.fixture
def pocket(tmp_path: Path) -> Path:
    path = tmp_path / "pocket.csv"
    path.write_text(POCKET, "utf-8")
    return path


@pytest.fixture
def wallabag(tmp_path: Path) -> Path:
    path = tmp_path / "wallabag.json"
    path.write_text(json.dumps(WALLABAG), "utf-8")
    return path


def test_states_tags_and_order_come_and_one_undo_takes_all_back(tmp_path: Path, pocket: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        done = brought_in(library, pocket)
        assert (len(done.added), done.known, sorted(done.stubs)) == (2, [], sorted(done.added))
        (boats,) = library.rows(Query())
        (goat,) = library.rows(Query(ListKind.ARCHIVE))
        assert (boats.title, boats.unread, boats.publisher) == ("Two boats", True, "example.org")
        assert (goat.tags, goat.unread, goat.added.year) == (("farm", "news/local"), False, 2020)
        assert library.sources.address_of(goat.id) == "https://example.org/goat"
        assert library.undo_label == "Import 2 articles from Pocket"
        library.undo()
        assert library.count(Query()) == library.count(Query(ListKind.ARCHIVE)) == 0
        assert library.tags() == [] and library.undo_label is None


def test_nothing_comes_twice_and_what_is_there_keeps_its_state(tmp_path: Path, pocket: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        first = brought_in(library, pocket)
        label, counts = library.undo_label, library.counts()
        with closing(SourceDesk()) as desk:
            assert known_articles(library, read_export(pocket, desk)) == 2
        again = brought_in(library, pocket)
        assert (again.added, sorted(again.known)) == ([], sorted(first.added))
        assert (library.undo_label, library.counts()) == (label, counts)


def test_highlights_stand_where_their_words_do_and_the_others_are_listed_as_lost(
    tmp_path: Path, wallabag: Path
) -> None:
    with Library.open(tmp_path / "library") as library:
        done = brought_in(library, wallabag)
        assert (done.marks, done.stubs) == (2, [])
        opened = library.opened(done.added[0])
        assert (
            opened.article.text == "The keeper told the council that the lamp had failed.\n\nWe rowed out by starlight."
        )
        placed = {h.anchor.exact: h.span for h in opened.highlights}
        assert placed["words that are nowhere in it any more"] is None
        span = placed["the lamp had failed"]
        assert span is not None and opened.article.text[slice(*span)] == "the lamp had failed"
        (note,) = opened.notes
        assert (note.body, note.about) == ("Really?", About.HIGHLIGHT)
        assert opened.row.bookmarked and opened.row.tags == ("sea",)
        assert [row.id for row in library.rows(Query(words="starlight"))] == [opened.row.id]


def test_our_own_annotations_come_back_from_their_file(tmp_path: Path, wallabag: Path) -> None:
    target = tmp_path / "out.jsonld"
    with Library.open(tmp_path / "one") as library:
        brought_in(library, wallabag)
        export(library, Form.JSONLD, target, AnnotationQuery(), None)
    with Library.open(tmp_path / "two") as library:
        done = brought_in(library, target)
        opened = library.opened(done.added[0])
        assert {h.anchor.exact for h in opened.highlights} == {
            "the lamp had failed",
            "words that are nowhere in it any more",
        }
        assert (
            opened.row.title == "Lamp fails" and library.sources.address_of(opened.row.id) == "https://example.org/lamp"
        )


def test_what_was_deleted_comes_back_when_it_is_imported_again(tmp_path: Path, pocket: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        brought_in(library, pocket)
        library.undo()
        again = brought_in(library, pocket)
        assert again.added == [] and library.count(Query()) == 1


def test_what_is_no_export_or_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a,b\n1,2\n", "utf-8")
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with closing(SourceDesk()) as desk:
        for path, words in (("x.csv", "has no column"), ("none.csv", "cannot be read"), ("large.csv", "too large")):
            with pytest.raises(UnreadableInput, match=f"^{path}.*{words}.*[.]$"):
                read_export(tmp_path / path, desk)


def test_the_command_says_what_would_come_and_what_came(tmp_path: Path, pocket: Path) -> None:
    folder = tmp_path / "library"
    Library.open(folder).close()
    tried = CliRunner().invoke(app, ["import", "--dry-run", str(pocket), "--library", str(folder)])
    assert tried.exit_code == 0, tried.output
    assert tried.output.splitlines() == [
        "Pocket: 2 articles, 1 archived, 2 tags. 1 line is left out.",
        "  Line 4 has no web address: No address.",
    ]
    done = CliRunner().invoke(app, ["import", str(pocket), "--library", str(folder)])
    assert "2 articles are new." in done.output
    again = CliRunner().invoke(app, ["import", str(pocket), "--library", str(folder)])
    assert "0 articles are new, 2 were there already." in again.output
