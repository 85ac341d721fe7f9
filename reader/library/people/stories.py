"""The library's door to stories: articles that tell the same, who is quoted where, and which words recur."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, text

from reader.article import LibraryError
from reader.library.packing import compact_json
from reader.library.people import asking
from reader.library.people.echoes import recurring
from reader.library.people.grouping import story_of
from reader.library.people.values import Mentioning, StoryPage, StoryRow, Voice

if TYPE_CHECKING:
    from reader.library.store import Store

MOST_ARTICLES = 60
MOST_QUOTES = 1_000
UNNAMED = "Unknown outlet"

# The headline of a story is that of its longest article: the one that tells most of it.
_ROW = (
    "SELECT s.id, s.articles, s.outlets, s.first_day, s.last_day, (SELECT a.title FROM tellings t"
    " JOIN articles a ON a.id = t.article WHERE t.story = s.id AND t.live ORDER BY a.words DESC, a.id LIMIT 1) AS title"
    " FROM stories s"
)


class Stories:
    """The stories of an open library; only those that several articles tell are listed."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def rows(self, offset: int = 0, limit: int = 100) -> list[StoryRow]:
        """Stories, those told last first."""
        asked = f"{_ROW} WHERE s.articles > 1 ORDER BY s.last_day DESC, s.id DESC LIMIT :limit OFFSET :offset"
        with self._store.reading() as connection:
            found = connection.execute(text(asked), {"limit": limit, "offset": offset}).mappings()
            return [_row(row) for row in found]

    def count(self) -> int:
        """How many stories several articles tell."""
        with self._store.reading() as connection:
            return int(connection.scalar(text("SELECT count(*) FROM stories WHERE articles > 1")) or 0)

    def of_article(self, article: int) -> int | None:
        """The story that an article tells, None where no other article tells it."""
        with self._store.reading() as connection:
            story = story_of(connection, article)
            told = connection.scalar(text("SELECT articles FROM stories WHERE id = :story"), {"story": story})
            return story if told is not None and told > 1 else None

    def page(self, story: int) -> StoryPage:
        """One story; LibraryError where no article tells it any more."""
        with self._store.reading() as connection:
            row = connection.execute(text(f"{_ROW} WHERE s.id = :story"), {"story": story}).mappings().one_or_none()
            if row is None:
                raise LibraryError("No article tells this story any more; choose another one from the list.")
            articles = _articles(connection, story)
            ids = [each.article for each in articles]
            counted = Counter(each.outlet for each in articles)
            outlets = tuple(outlet for outlet, _ in counted.most_common())
            return StoryPage(_row(row), articles, outlets, _voices(connection, ids), tuple(_recurring(connection, ids)))


def _articles(connection: Connection, story: int) -> tuple[Mentioning, ...]:
    asked = text(
        "SELECT t.article, a.title, t.outlet, t.day, (SELECT count(*) FROM quotes q WHERE q.article = t.article) AS quotes"
        " FROM tellings t JOIN articles a ON a.id = t.article WHERE t.story = :story AND t.live"
        " ORDER BY t.day, t.article LIMIT :few"
    )
    found = connection.execute(asked, {"story": story, "few": MOST_ARTICLES}).mappings()
    return tuple(
        Mentioning(r["article"], r["title"], r["outlet"] or UNNAMED, date.fromordinal(r["day"]), 0, r["quotes"], None)
        for r in found
    )


def _voices(connection: Connection, ids: Sequence[int]) -> tuple[Voice, ...]:
    """Who is quoted in articles, how often in each outlet; those heard in most outlets first."""
    asked = text(
        "SELECT CASE WHEN h.root > 0 THEN h.root ELSE h.id END AS thing, t.outlet, count(*) AS quotes"
        " FROM json_each(:ids) i JOIN said s ON s.article = i.value JOIN tellings t ON t.article = s.article"
        " JOIN things h ON h.id = s.thing GROUP BY 1, 2"
    )
    held: dict[int, dict[str, int]] = {}
    for thing, outlet, number in connection.execute(asked, {"ids": compact_json(list(ids)).decode()}):
        held.setdefault(thing, {})[outlet or UNNAMED] = number
    named = asking.rows_of(connection, held)
    listed = [Voice(thing, named[thing].name, by) for thing, by in held.items() if not named[thing].hidden]
    return tuple(sorted(listed, key=lambda voice: (-len(voice.quotes), -sum(voice.quotes.values()), voice.name)))


def _recurring(connection: Connection, ids: Sequence[int]) -> list[Any]:
    asked = text(
        "SELECT w.mark, w.article, w.ordinal FROM json_each(:ids) i JOIN wordings w ON w.article = i.value"
        " ORDER BY w.article, w.ordinal"
    )
    marks = [
        (mark, (article, at))
        for mark, article, at in connection.execute(asked, {"ids": compact_json(list(ids)).decode()})
    ]
    common = {mark for mark, number in Counter(mark for mark, _ in marks).items() if number > 1}
    marks = [(mark, place) for mark, place in marks if mark in common]
    places = list(dict.fromkeys(place for _, place in marks))[:MOST_QUOTES]
    return recurring(asking.quotes_at(connection, places), marks)


def _row(row: Any) -> StoryRow:
    first, last = date.fromordinal(row["first_day"]), date.fromordinal(row["last_day"])
    return StoryRow(row["id"], row["title"] or "", row["articles"], row["outlets"], first, last)
