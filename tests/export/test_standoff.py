"""Stand-off annotation: every stretch is where it says, in the corpus's form, and tells what the reader decided."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.article import (
    Analysis,
    Block,
    BlockKind,
    Capture,
    Correction,
    CorrectionKind,
    Cue,
    LibraryError,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    anchor_of,
    article_of,
)
from reader.cli.exporting import write_quotes
from reader.export import standoff
from reader.library import Correct, Library

ARTICLE = article_of(
    [
        Block(BlockKind.PARAGRAPH, "“Bread 🍞 first,” said Ola Vik, “and songs"),
        Block(BlockKind.PARAGRAPH, "later.” Nothing more was heard."),
    ],
    title="Baker speaks",
)


def span(words: str) -> Span:
    at = ARTICLE.text.index(words)
    return Span(at, at + len(words))


BROKEN = Quote(
    QuoteKind.DIRECT,
    "Bread 🍞 first, and songs later.",
    (span("Bread 🍞 first,"), Span(span("and songs").start, span("later.").end)),
    Speaker("e1", "Ola Vik", "Ola Vik", (span("Ola Vik"),)),
    Cue("said", (span("said"),)),
    0.9,
)
BARE = Quote(QuoteKind.INDIRECT, "Nothing more", (span("Nothing more"),), None, None, 1.0, by_reader=True)


def test_each_attribution_ties_its_stretches_together() -> None:
    lines = standoff(ARTICLE, [BROKEN, BARE]).splitlines()
    assert lines[0].startswith("T1\tSource ") and lines[0].endswith("\tOla Vik")
    assert lines[2].endswith("\tBread 🍞 first, and songs later.")
    assert lines[4] == "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1"
    assert lines[7] == "E2\tAttribution:T6 Content:T5"
    assert lines[8] == "#1\tAnnotatorNotes E2\tdecided by the reader; speaker: nobody named"


def test_every_stretch_stands_in_the_text_where_it_says() -> None:
    for line in standoff(ARTICLE, [BROKEN, BARE]).splitlines():
        found = re.fullmatch(r"T\d+\t\w+ ([\d ;]+)\t(.+)", line)
        if found:
            stretches = [tuple(map(int, pair.split())) for pair in found[1].split(";")]
            assert " ".join(" ".join(ARTICLE.text[a:b].split()) for a, b in stretches) == found[2]


def test_no_quotations_are_no_annotation() -> None:
    assert standoff(ARTICLE, []) == ""


@pytest.fixture
def library(tmp_path: Path):  # type: ignore[no-untyped-def]
    with Library.open(tmp_path / "library") as opened:
        for number in (1, 2):
            moment = datetime(2026, 11, 1, tzinfo=UTC)
            capture = Capture(f"page {number}".encode(), "text/plain", f"{number}.txt", "file", moment)
            made = article_of([*ARTICLE.blocks, Block(BlockKind.PARAGRAPH, f"Page {number}.")])
            key = opened.add(capture, made).id
            assert opened.store_analysis(key, Analysis(quotes=(BROKEN,)))
        yield opened


def test_only_corrected_articles_are_written(library: Library, tmp_path: Path) -> None:
    anchor = anchor_of(library.opened(2).article.text, span("Nothing more"))
    library.perform(Correct("key", 2, Correction(CorrectionKind.SPEAKER, anchor, "Ola Vik")))
    out = tmp_path / "new" / "out"
    assert write_quotes(library, out) == 1
    assert sorted(path.name for path in out.iterdir()) == ["2.txt", "2_reader.ann"]
    assert (out / "2.txt").read_text("utf-8") == library.opened(2).article.text
    assert (out / "2_reader.ann").read_text("utf-8").count("Content") >= 2


def test_a_folder_that_cannot_be_written_to_is_named(library: Library, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(LibraryError, match="file cannot be written to"):
        write_quotes(library, tmp_path / "file")
