"""Annotations as Web Annotations, as a table, as Markdown files that are never overwritten."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.article import Anchor, Span
from reader.article.note_links import NoteLink, markdown_link
from reader.export import Marked, MarkedArticle, MarkKind, Written, annotation_table, web_annotations, write_vault
from reader.export.vault import safe_name

MOMENT = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
KEY = "0f8fad5b-d9cb-469f-a165-70867728950e"


def made(
    kind: MarkKind = MarkKind.HIGHLIGHT, key: str = KEY, body: str = "", words: str = "the lamp had failed"
) -> Marked:
    anchor = Anchor(words, "that ", ". We", 40, 40 + len(words))
    span = Span(44, 44 + len(words))
    colour = "yellow" if kind is MarkKind.HIGHLIGHT else ""
    return Marked(kind, key, anchor, span, True, colour, "To check" if colour else "", body, "", MOMENT, MOMENT)


def article(*marks: Marked, number: int = 7, title: str = "Lamp fails", tags: tuple[str, ...] = ()) -> MarkedArticle:
    url = f"https://example.org/{number}"
    return MarkedArticle(number, title, url, ("Nora Quill",), "Quay Post", "2026-10-30T08:00", MOMENT, tags, marks)


def test_web_annotations_hold_both_selectors_the_note_and_the_meaning() -> None:
    written = json.loads(web_annotations([article(made(body="Ask *her*."), tags=("sea/lamps",))]))
    assert written["@context"] == "http://www.w3.org/ns/anno.jsonld" and written["total"] == 1
    (item,) = written["first"]["items"]
    assert (item["id"], item["motivation"], item["created"]) == (
        f"urn:uuid:{KEY}",
        "highlighting",
        "2026-11-01T09:30:00Z",
    )
    assert item["body"][0] == {
        "type": "TextualBody",
        "purpose": "commenting",
        "format": "text/markdown",
        "value": "Ask *her*.",
    }
    assert [body["value"] for body in item["body"][1:]] == ["To check", "sea/lamps"]
    assert item["target"]["source"] == "https://example.org/7"
    assert item["target"]["selector"] == [
        {"type": "TextQuoteSelector", "exact": "the lamp had failed", "prefix": "that ", "suffix": ". We"},
        {"type": "TextPositionSelector", "start": 44, "end": 63},
    ]


def test_what_is_lost_keeps_where_it_stood_and_a_note_on_all_has_no_selector() -> None:
    lost, whole = replace(made(), span=None), replace(made(MarkKind.NOTE, body="Good."), anchor=None, span=None)
    one, other = json.loads(web_annotations([article(lost, whole)]))["first"]["items"]
    assert one["target"]["selector"][1] == {"type": "TextPositionSelector", "start": 40, "end": 59}
    assert "selector" not in other["target"]


def test_a_table_has_the_columns_of_readwise_and_no_formulas() -> None:
    rows = list(csv.reader(io.StringIO(annotation_table([article(made(words='=HYPERLINK("x")', body="a\nb, c"))]))))
    assert rows[0][:7] == ["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"]
    assert rows[1][:5] == ['\'=HYPERLINK("x")', "Lamp fails", "Nora Quill", "https://example.org/7", "a\nb, c"]
    assert rows[1][5:] == ["44", "2026-11-01 09:30:00", "highlight", "To check", ""]


def test_a_markdown_file_has_front_matter_marked_words_and_linked_notes(tmp_path: Path) -> None:
    link = markdown_link("Bridge", NoteLink(9))
    person = markdown_link("Ilse Brandt", NoteLink(person="Ilse Brandt"))
    marks = (made(), made(MarkKind.NOTE, "1" * 36, f"See {link} and {person}.", words="a *star*"))
    write_vault([article(*marks, tags=("sea lamps", "news/local"))], tmp_path, {9: "Bridge: open?"})
    (file,) = tmp_path.iterdir()
    text = file.read_text("utf-8")
    assert file.name == "Lamp fails.md"
    assert 'title: "Lamp fails"\nurl: "https://example.org/7"\nauthor: ["Nora Quill"]\nsite: "Quay Post"' in text
    assert 'published: 2026-10-30\nsaved: 2026-11-01\ntags: ["sea-lamps", "news/local"]\nverbatim: 7\n---' in text
    assert "> ==the lamp had failed==\n> *To check*\n\n^vb-0f8fad5b\n" in text
    assert "> a \\*star\\*\n\nSee [[Bridge open|Bridge]] and [[Ilse Brandt]]." in text


def test_an_edited_file_is_never_overwritten_only_added_to(tmp_path: Path) -> None:
    assert write_vault([article(made())], tmp_path, {}) == Written(1, 0, 0)
    assert write_vault([article(made())], tmp_path, {}) == Written(0, 0, 1)
    later = made(MarkKind.BOOKMARK, "2" * 36, words="nine hours")
    assert write_vault([article(made(), later)], tmp_path, {}) == Written(1, 0, 0)
    (file,) = tmp_path.iterdir()
    edited = file.read_text("utf-8").replace("failed==", "failed== (so they say)")
    file.rename(moved := tmp_path / "Lamps.md")
    moved.write_text(edited, "utf-8")
    third = made(key="3" * 36, words="one goat")
    assert write_vault([article(made(), later, third)], tmp_path, {}) == Written(0, 1, 0)
    text = moved.read_text("utf-8")
    assert list(tmp_path.iterdir()) == [moved]
    assert text.startswith(edited.rstrip()) and text.count("==one goat==") == 1
    assert write_vault([article(made(), later, third)], tmp_path, {}) == Written(0, 0, 1)


def test_two_articles_of_one_title_and_a_stranger_s_file_stand_beside_each_other(tmp_path: Path) -> None:
    (tmp_path / "lamp fails.md").write_text("mine", "utf-8")
    write_vault([article(made()), article(made(), number=8)], tmp_path, {})
    assert {path.name for path in tmp_path.iterdir()} == {"lamp fails.md", "Lamp fails (2).md", "Lamp fails (3).md"}
    assert (tmp_path / "lamp fails.md").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("A/B: what? “so” <it> goes…", "A B what “so” it goes…"),
        ("../../etc/passwd", "etc passwd"),
        ("CON", "CON_"),
        ("  ...  ", "Untitled"),
        ("字" * 90, "字" * 50),
        ("[[link]] #tag ^block", "link tag block"),
    ],
)
def test_titles_become_names_that_every_system_takes(title: str, name: str) -> None:
    assert safe_name(title) == name
