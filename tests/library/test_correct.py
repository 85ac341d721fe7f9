"""Corrections are saved like all that a reader does: shown at once, undone, made again after a new analysis."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from invented_articles import analysis, article, capture

from reader.article import Correction, CorrectionKind, LibraryError, anchor_of, extent_of
from reader.library import Correct, Library, MergeArticles

KEY = "0d9c7d2e-0000-4000-8000-000000000001"


@pytest.fixture
def number(library: Library) -> int:
    """An analysed article."""
    made = article()
    number = library.add(capture(), made).id
    assert library.store_analysis(number, analysis(made))
    return number


def correction(library: Library, number: int, kind: CorrectionKind, speaker: str = "") -> Correction:
    opened = library.opened(number)
    assert opened.analysis is not None and opened.analysis.quotes
    return Correction(kind, anchor_of(opened.article.text, extent_of(opened.analysis.quotes[0])), speaker)


def speakers(folder: Path) -> list[str | None]:
    """What questions to the whole library are answered from."""
    with closing(sqlite3.connect(folder / "library.db")) as connection:
        return [name for (name,) in connection.execute("SELECT speaker FROM quotes ORDER BY article, ordinal")]


def test_a_correction_is_shown_undone_and_made_again(library: Library, folder: Path, number: int) -> None:
    before = library.opened(number).analysis
    assert before is not None
    library.perform(Correct(KEY, number, correction(library, number, CorrectionKind.SPEAKER, "Tomas Wieck")))
    opened = library.opened(number).analysis
    assert opened is not None and opened.quotes[0].speaker is not None
    assert opened.quotes[0].speaker.name == "Tomas Wieck"
    assert "Tomas Wieck" in speakers(folder)
    assert library.undo() == "Correct speaker"
    assert library.opened(number).analysis == before
    assert speakers(folder) == [quote.speaker and quote.speaker.name for quote in before.quotes]
    assert library.redo() == "Correct speaker"
    assert library.opened(number).analysis == opened


def test_it_holds_after_a_new_analysis_and_a_restart(library: Library, folder: Path, number: int) -> None:
    library.perform(Correct(KEY, number, correction(library, number, CorrectionKind.NO_QUOTE)))
    newer = replace(analysis(article()), made_by=(("rules", "next"),))
    assert library.store_analysis(number, newer)
    library.close()
    with Library.open(folder) as again:
        opened = again.opened(number).analysis
        assert opened is not None
        assert len(opened.quotes) == len(newer.quotes) - 1
        assert len(speakers(folder)) == len(opened.quotes)


def test_the_same_key_counts_once_and_a_lost_article_is_told(library: Library, number: int) -> None:
    made = correction(library, number, CorrectionKind.SPEAKER, "Ilse Brandt")
    library.perform(Correct(KEY, number, made))
    library.perform(Correct(KEY, number, made))
    assert library.undo() == "Correct speaker"
    assert library.undo_label != "Correct speaker"
    with pytest.raises(LibraryError, match="no longer in the library"):
        library.perform(Correct("another", 999, made))


def test_it_goes_over_to_the_article_that_is_kept_of_duplicates(library: Library, folder: Path, number: int) -> None:
    other = article(2, "An addition by another desk.")
    kept = library.add(capture(2), other).id
    assert library.store_analysis(kept, analysis(other))
    library.perform(Correct(KEY, number, correction(library, number, CorrectionKind.SPEAKER, "Tomas Wieck")))
    library.perform(MergeArticles(kept, (number,)))
    (quote,) = library.opened(kept).analysis.quotes  # type: ignore[union-attr]
    assert quote.speaker is not None and quote.speaker.name == "Tomas Wieck" and quote.by_reader
    assert "Tomas Wieck" in speakers(folder)
    library.undo()
    for article_id, name in ((kept, "Ilse Brandt"), (number, "Tomas Wieck")):
        (quote,) = library.opened(article_id).analysis.quotes  # type: ignore[union-attr]
        assert quote.speaker is not None and quote.speaker.name == name
