"""Articles about invented people and events, and short ways to ask a library what it holds."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reader.article import (
    Analysis,
    Article,
    Block,
    BlockKind,
    Capture,
    Cue,
    DateMention,
    Entity,
    EntityKind,
    Mention,
    Quote,
    QuoteKind,
    Reason,
    Removed,
    Span,
    Speaker,
    article_of,
)
from reader.library.schema import READERS_TABLES

PARAGRAPHS = (
    "The lighthouse keeper of Nordhaven, Ilse Brandt, told the council on Tuesday that the lamp had failed.",
    "“We rowed out by starlight,” said Ms Brandt, whose family has kept the tower since it was built.",
    "Harbour master Tomas Wieck called for a second lamp. Ships had waited outside the bar for nine hours.",
)
ADVERT = "Subscribe to the Harbour Post for half the price."


def capture(number: int = 1, **values: Any) -> Capture:
    """A capture of its own bytes for every number."""
    given = {"media_type": "text/plain", "name": f"page {number}.txt", "how": "file"}
    moment = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
    return Capture(f"page number {number}".encode(), captured_at=moment, **(given | values))


def article(number: int = 1, *more: str, **metadata: Any) -> Article:
    """An article of its own words for every number."""
    own = f"Entry {number} of the harbour log, written by watch {number}."
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in (*PARAGRAPHS, own, *more)]
    removed = [Removed(Reason.ADVERT, ADVERT, "It sells a subscription.", 1)]
    given: dict[str, Any] = {
        "title": f"Lamp fails, night {number}",
        "publisher": "Harbour Post",
        "authors": ("Ada Lund",),
    }
    return article_of(blocks, removed, **(given | metadata))


def analysis(article: Article) -> Analysis:
    """What a careful reader finds in `article`."""
    text = article.text
    name, quoted, day = "Ilse Brandt", "We rowed out by starlight,", "Tuesday"

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    entity = Entity("e1", name, EntityKind.PERSON, ("lighthouse keeper",), (Mention(*span(name), name),))
    speaker = Speaker("e1", name, "Ms Brandt", (span("Ms Brandt"),))
    quote = Quote(QuoteKind.DIRECT, quoted, (span(quoted),), speaker, Cue("said", (span("said"),)), 0.9)
    return Analysis(
        (entity,), (quote,), (DateMention(day, *span(day), "2026-11-24", "the day before"),), (("test", "1"),)
    )


def readers_rows(folder: Path, leave_out: tuple[str, ...] = ()) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the reader's tables, as the file has it."""
    with closing(sqlite3.connect(folder / "library.db")) as connection:
        return {
            name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr)
            for name in READERS_TABLES
            if name not in leave_out
        }
