"""People, quotations and stories of a library, as lines for a terminal and for other programs."""

from __future__ import annotations

from collections.abc import Iterator

from reader.article import EntityKind, LibraryError
from reader.library import Library, Order, SaidQuote, ThingRow

PAGE = 500


def person_lines(library: Library, kind: EntityKind, words: str, order: Order, limit: int) -> Iterator[tuple[str, ...]]:
    """Those of a kind: quotations, articles, name, and the role that was given last."""
    for row in library.people.rows(kind, words, order, limit=limit):
        yield str(row.quotes), str(row.articles), row.name, row.role


def quotes_by(library: Library, name: str, about: str | None) -> Iterator[tuple[str, ...]]:
    """What somebody said, newest first, of another one where a name is given: day, outlet, kind, cue, words, headline.

    LibraryError where nobody has such a name, or where several have and it is not clear who is meant.
    """
    thing, other = only(library, name), only(library, about) if about else None
    offset = 0
    while quotes := library.people.quotes(thing.id, other.id if other else None, offset, PAGE):
        yield from map(_fields, quotes)
        offset += len(quotes)


def story_lines(library: Library, limit: int) -> Iterator[tuple[str, ...]]:
    """The stories that several articles tell: the last day, articles, outlets, headline."""
    for row in library.stories.rows(limit=limit):
        yield row.last.isoformat(), str(row.articles), str(row.outlets), row.title


def only(library: Library, name: str) -> ThingRow:
    """Whom a name means: the only one who has it, or the only one who is quoted."""
    found = library.people.named(name) if name.strip() else []
    quoted = [row for row in found if row.quotes] or found
    if not quoted:
        raise LibraryError(f"Nobody in the library is called “{name}”: `verbatim people` lists all names.")
    if len(quoted) > 1:
        names = ", ".join(dict.fromkeys(f"{row.name} ({row.role or row.kind})" for row in quoted[:6]))
        raise LibraryError(f"“{name}” may be several: {names}; give the whole name, or merge them in the window.")
    return quoted[0]


def _fields(quote: SaidQuote) -> tuple[str, ...]:
    words = " ".join(quote.text.split())
    return quote.day.isoformat(), quote.outlet, str(quote.kind), quote.cue, words, quote.title
