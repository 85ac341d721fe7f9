"""Libraries as former programs left them, real files, are brought to the newest schema with all that is in them."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from invented_people import Named, tell, thing

from reader.library import Library, Query


@pytest.fixture
def of_schema_6(folder: Path) -> Path:
    """A library that the sixth schema's program made: four articles, two of one story, and a note."""
    folder.mkdir()
    kept = Path(__file__).parent / "kept" / "schema-6.db.gz"
    (folder / "library.db").write_bytes(gzip.decompress(kept.read_bytes()))
    return folder


def test_a_library_keeps_its_stories_names_and_quotations_when_it_becomes_smaller(of_schema_6: Path) -> None:
    with closing(sqlite3.connect(of_schema_6 / "library.db")) as before:
        traits = before.execute("SELECT article, count(*) FROM traits GROUP BY article").fetchall()
    with Library.open(of_schema_6) as library:
        (story,) = library.stories.rows()
        assert (story.articles, story.outlets) == (2, 2)
        assert library.people.unlinked() == []
        assert library.opened(1).notes[0].body == "precious"
        lund = library.people.page(thing(library, "ADA LUND"))
        assert lund.also == ("Ada Lund",), "other names are still known"
        assert [found.text for found in library.quotes_found(Query(words="said-by:wieck"))] == ["It is their lamp,"]
        assert {row.id for row in library.rows(Query(words="*hthou*"))} == {1, 2}, "parts of words are still found"
        third = tell(
            library, "Ilse Brandt, keeper of the dark lighthouse of Nordhaven, refused to hand over the keys.",
            Named("Ilse Brandt", ("keeper",)), Named("Tomas Wieck"), title="Nordhaven lighthouse dark after keeper keeps keys",
        )  # fmt: skip
        assert library.stories.of_article(third) == story.id, "what is new joins the story"
    with closing(sqlite3.connect(of_schema_6 / "library.db")) as after:
        held = after.execute("SELECT article, length(held) / 4 FROM traits WHERE article <= 4").fetchall()
        assert held == traits
        assert after.execute("PRAGMA integrity_check").fetchone() == ("ok",)
