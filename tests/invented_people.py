"""Articles in which invented people speak, with analyses that a careful reader would make of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from reader.article import (
    Analysis,
    Block,
    BlockKind,
    Capture,
    Cue,
    Entity,
    EntityKind,
    Mention,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    article_of,
)
from reader.library import Library

MOMENT = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Named:
    """Someone whom an article names; `quotes` are words of its text that are theirs."""

    name: str
    roles: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    kind: EntityKind = EntityKind.PERSON


def tell(
    library: Library,
    text: str,
    *named: Named,
    title: str = "Untitled",
    outlet: str = "Harbour Post",
    published: str = "2026-03-01",
) -> int:
    """Add an article of this text with whom it names; its number."""
    article = article_of([Block(BlockKind.PARAGRAPH, text)], title=title, publisher=outlet, published=published)
    capture = Capture(f"{title}{outlet}{text}".encode(), "text/plain", "page.txt", "file", MOMENT)
    number = library.add(capture, article).id
    assert library.store_analysis(number, analysed(text, named))
    return number


def analysed(text: str, named: tuple[Named, ...]) -> Analysis:
    """The analysis of a text in which these are named and speak."""
    entities, quotes = [], []
    for at, each in enumerate(named):
        found = [Mention(m.start(), m.end(), m[0]) for m in re.finditer(rf"\b{re.escape(each.name)}\b", text)]
        entities.append(Entity(f"e{at}", each.name, each.kind, each.roles, tuple(found)))
        for words in each.quotes:
            start = text.index(words)
            span = Span(start, start + len(words))
            speaker = Speaker(f"e{at}", each.name, each.name, ())
            quotes.append(Quote(QuoteKind.DIRECT, words, (span,), speaker, Cue("said", ()), 0.9))
    return Analysis(tuple(entities), tuple(sorted(quotes, key=lambda quote: quote.spans)), (), (("test", "1"),))


def thing(library: Library, name: str, kind: EntityKind = EntityKind.PERSON) -> int:
    """The number of the only one of that name."""
    (row,) = [row for row in library.people.rows(kind) if row.name == name]
    return row.id
