"""What a library holds and how much of it was read: by week, by source, and who is quoted most."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, text

from reader.article import EntityKind
from reader.library.packing import read_time
from reader.library.people import asking
from reader.library.people.values import Order, ThingRow

MOST_SOURCES, MOST_QUOTED = 100, 100


@dataclass(frozen=True)
class Week:
    """The articles that came in one week, by the Monday that it begins with; how many were read, and their words."""

    begins: date
    articles: int
    read: int
    words_read: int


@dataclass(frozen=True)
class Source:
    """Where articles are from: how many, how many of them were read, and their words."""

    name: str
    articles: int
    read: int
    words_read: int


@dataclass(frozen=True)
class Tally:
    """All of a library outside its trash. `weeks` are in order, those without articles too."""

    articles: int
    read: int
    words: int
    words_read: int
    weeks: tuple[Week, ...]
    sources: tuple[Source, ...]
    quoted: tuple[ThingRow, ...]


_BY_DAY = text(
    "SELECT substr(a.added, 1, 10) AS day, a.publisher AS source, count(*) AS articles, sum(s.read) AS read,"
    " sum(a.words) AS words, sum(a.words * s.read) AS words_read"
    " FROM articles a JOIN states s ON s.article = a.id WHERE s.trashed = 0 GROUP BY 1, 2"
)


def tally(connection: Connection) -> Tally:
    """Counts a library; a tenth of a second for each hundred thousand articles or so."""
    weeks: dict[date, Counter[str]] = {}
    sources: dict[str, Counter[str]] = {}
    total: Counter[str] = Counter()
    for row in connection.execute(_BY_DAY).mappings():
        counts = Counter({key: int(row[key] or 0) for key in ("articles", "read", "words", "words_read")})
        day = read_time(row["day"]).date()
        weeks.setdefault(day - timedelta(days=day.weekday()), Counter()).update(counts)
        sources.setdefault(str(row["source"]), Counter()).update(counts)
        total.update(counts)
    ranked = sorted(sources.items(), key=lambda pair: (not pair[0], -pair[1]["articles"], pair[0]))
    return Tally(
        total["articles"],
        total["read"],
        total["words"],
        total["words_read"],
        _every_week(weeks),
        tuple(Source(name, n["articles"], n["read"], n["words_read"]) for name, n in ranked[:MOST_SOURCES]),
        tuple(
            row for row in asking.rows(connection, EntityKind.PERSON, "", Order.QUOTES, 0, MOST_QUOTED) if row.quotes
        ),
    )


def _every_week(held: dict[date, Counter[str]]) -> tuple[Week, ...]:
    """The weeks from the first to the last, those in which nothing came too."""
    if not held:
        return ()
    first, last = min(held), max(held)
    mondays = (first + timedelta(weeks=i) for i in range((last - first).days // 7 + 1))
    none: Counter[str] = Counter()
    return tuple(
        Week(monday, n["articles"], n["read"], n["words_read"]) for monday in mondays for n in [held.get(monday, none)]
    )
