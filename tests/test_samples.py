"""What a careful person reads out of three of the sample articles, `verbatim analyze` reads too, to the last detail."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from careful_reader import differences

from reader.analysis import analyse
from reader.article import public_record, seeds
from reader.cleaning import clean
from reader.intake import read_path

EXPECTED = sorted((Path(__file__).parent / "samples").glob("*.expected.json"))


@pytest.mark.parametrize("expected", EXPECTED, ids=[path.name.partition(".")[0] for path in EXPECTED])
def test_it_reads_as_a_careful_person_does(expected: Path, seeds: Path) -> None:
    path = seeds / expected.name.replace(".expected.json", ".txt")
    article = clean(read_path(path))
    record = public_record(str(path), article, analyse(article))
    assert differences(json.loads(json.dumps(record)), json.loads(expected.read_text("utf-8"))) == []


@pytest.mark.parametrize("path", seeds(), ids=lambda path: path.stem)
def test_every_sample_says_that_it_is_one_and_has_a_headline(path: Path) -> None:
    article = clean(read_path(path))
    assert article.title
    assert any(sign in article.text for sign in ("sample article written for Verbatim", "Beispielartikel"))
    assert article.published
    assert article.removed or path.stem == "07-library-brief"


def test_there_are_at_least_eight_samples_of_different_shapes() -> None:
    assert len(seeds()) >= 8
    assert {path.suffix for path in seeds()} == {".txt", ".html"}
