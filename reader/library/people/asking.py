"""Questions about people, organisations and places, answered by index alone, however large the library is.

A thing and all that the reader merged into it are its members: rows name a member, answers the one they go under.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, TextClause, bindparam, text

from reader.article import EntityKind, QuoteKind
from reader.library.packing import compact_json
from reader.library.people.decisions import Decided
from reader.library.people.echoes import Place, echo_counts
from reader.library.people.names import name_key
from reader.library.people.values import Company, Mentioning, Offer, Order, Outlet, Role, SaidQuote, ThingRow

COMPANY_ARTICLES = 400
"""In so many of the newest articles it is counted who is mentioned with someone."""
MOST_COMPANY, MOST_OUTLETS, MOST_ROLES, MOST_ALIASES = 40, 40, 60, 8
ALIAS_ARTICLES = 200

_ROW = (
    "h.id, h.key, h.name, h.kind, h.quotes, h.articles, h.hidden,"
    " (SELECT role FROM roles WHERE thing = h.id ORDER BY day DESC, length(role) DESC LIMIT 1) AS role"
)
_SHOWN = "h.hidden = 0 AND h.root = 0 AND h.articles > 0"
_ORDERS = {
    Order.QUOTES: "h.quotes DESC, h.articles DESC",
    Order.ARTICLES: "h.articles DESC",
    Order.NAME: "h.sorted",
}
_NAMED = (
    " AND h.id IN (SELECT CASE WHEN t.root > 0 THEN t.root ELSE t.id END FROM thing_names n"
    " JOIN things t ON t.id = n.thing WHERE n.name >= :low AND n.name < :high)"
)


def rows(
    connection: Connection, kind: EntityKind | None, words: str, order: Order, offset: int, limit: int
) -> list[ThingRow]:
    """A page of the things of a kind, of those rejected where none is given; with a name that has `words` in it."""
    where, values = _asked(kind, words)
    asked = f"SELECT {_ROW} FROM things h WHERE {where} ORDER BY {_ORDERS[order]} LIMIT :limit OFFSET :offset"
    found = connection.execute(text(asked), {**values, "limit": limit, "offset": offset})
    return [_row(row) for row in found.mappings()]


def count(connection: Connection, kind: EntityKind | None, words: str) -> int:
    """How many lines such a list has."""
    where, values = _asked(kind, words)
    return int(connection.scalar(text(f"SELECT count(*) FROM things h WHERE {where}"), values) or 0)


def row_of(connection: Connection, thing: int) -> ThingRow | None:
    """The line of a thing, or of what it was merged into."""
    asked = (
        f"SELECT {_ROW} FROM things h WHERE h.id ="
        " (SELECT CASE WHEN root > 0 THEN root ELSE id END FROM things WHERE id = :thing)"
    )
    found = connection.execute(text(asked), {"thing": thing}).mappings().one_or_none()
    return None if found is None else _row(found)


def rows_of(connection: Connection, ids: Iterable[int]) -> dict[int, ThingRow]:
    """The lines of things that go under their own name."""
    asked = f"SELECT {_ROW} FROM json_each(:ids) i JOIN things h ON h.id = i.value"
    found = connection.execute(text(asked), {"ids": compact_json(list(ids)).decode()}).mappings()
    return {row["id"]: _row(row) for row in found}


def members(connection: Connection, thing: int) -> list[int]:
    """A thing, and all that were merged into it."""
    merged = connection.scalars(text("SELECT id FROM things WHERE root = :thing AND root > 0"), {"thing": thing})
    return [thing, *merged]


def quotes(
    connection: Connection, speakers: Sequence[int], about: Sequence[int] | None, offset: int, limit: int
) -> list[SaidQuote]:
    """What members said, newest first, of others where they are given."""
    table, where, values = _speech(speakers, about)
    asked = _listing(
        tuple(values),
        f"SELECT DISTINCT s.article, s.ordinal, s.day FROM {table} s JOIN tellings t ON t.article = s.article AND t.live"
        f" WHERE {where} ORDER BY s.day DESC, s.article DESC, s.ordinal LIMIT :limit OFFSET :offset",
    )
    found = connection.execute(asked, {**values, "limit": limit, "offset": offset})
    places = [(row.article, row.ordinal) for row in found]
    return quotes_at(connection, places)


def quote_count(connection: Connection, speakers: Sequence[int], about: Sequence[int] | None) -> int:
    """How many quotations there are of `quotes`."""
    table, where, values = _speech(speakers, about)
    asked = _listing(
        tuple(values),
        f"SELECT count(*) FROM (SELECT DISTINCT s.article, s.ordinal FROM {table} s"
        f" JOIN tellings t ON t.article = s.article AND t.live WHERE {where})",
    )
    return int(connection.scalar(asked, values) or 0)


def quotes_at(connection: Connection, places: Sequence[Place]) -> list[SaidQuote]:
    """The quotations at places, in their order, each with the number of other articles that have something like it."""
    asked = text(
        "SELECT q.article, q.ordinal, q.kind, q.text, q.start, q.end, q.speaker, q.cue, q.confidence, a.title,"
        " t.outlet, t.day, s.thing FROM json_each(:places) p"
        " JOIN quotes q ON q.article = json_extract(p.value, '$[0]') AND q.ordinal = json_extract(p.value, '$[1]')"
        " JOIN articles a ON a.id = q.article JOIN tellings t ON t.article = q.article"
        " LEFT JOIN said s ON s.article = q.article AND s.ordinal = q.ordinal"
    )
    listed = compact_json([list(place) for place in places]).decode()
    echoes = echo_counts(connection, places)
    held = {}
    for row in connection.execute(asked, {"places": listed}).mappings():
        place = row["article"], row["ordinal"]
        held[place] = SaidQuote(
            **{
                name: row[name]
                for name in ("article", "ordinal", "text", "start", "end", "confidence", "title", "outlet")
            },
            kind=QuoteKind(row["kind"]),
            speaker=row["speaker"] or "",
            thing=row["thing"],
            cue=row["cue"] or "",
            day=date.fromordinal(row["day"]),
            echoes=echoes.get(place, 0),
        )
    return [held[place] for place in places if place in held]


def articles(connection: Connection, named: Sequence[int], offset: int, limit: int) -> list[Mentioning]:
    """The articles that mention members, newest first."""
    asked = _listing(
        ("things",),
        "SELECT l.article, a.title, t.outlet, t.day, sum(l.mentions) AS mentions, sum(l.quotes) AS quotes,"
        " min(l.start) AS start FROM links l JOIN tellings t ON t.article = l.article AND t.live"
        " JOIN articles a ON a.id = l.article WHERE l.thing IN :things GROUP BY l.day, l.article"
        " ORDER BY l.day DESC, l.article DESC LIMIT :limit OFFSET :offset",
    )
    found = connection.execute(asked, {"things": named, "limit": limit, "offset": offset})
    return [
        Mentioning(r["article"], r["title"], r["outlet"], date.fromordinal(r["day"]), r["mentions"], r["quotes"], r["start"])
        for r in found.mappings()
    ]  # fmt: skip


def roles(connection: Connection, named: Sequence[int]) -> tuple[Role, ...]:
    """The roles that members were given, the last given first."""
    asked = _listing(
        ("things",),
        "SELECT min(r.role) AS role, count(DISTINCT r.article) AS articles, min(r.day) AS first, max(r.day) AS last"
        " FROM roles r JOIN tellings t ON t.article = r.article AND t.live WHERE r.thing IN :things"
        " GROUP BY lower(r.role) ORDER BY last DESC, articles DESC LIMIT :few",
    )
    found = connection.execute(asked, {"things": named, "few": MOST_ROLES})
    return tuple(Role(row.role, row.articles, date.fromordinal(row.first), date.fromordinal(row.last)) for row in found)


def outlets(connection: Connection, named: Sequence[int]) -> tuple[Outlet, ...]:
    """Which outlets quote members, those that do most first."""
    asked = _listing(
        ("things",),
        "SELECT t.outlet, count(*) AS quotes FROM said s JOIN tellings t ON t.article = s.article AND t.live"
        " WHERE s.thing IN :things GROUP BY t.outlet ORDER BY quotes DESC, t.outlet LIMIT :few",
    )
    found = connection.execute(asked, {"things": named, "few": MOST_OUTLETS})
    return tuple(Outlet(row.outlet, row.quotes) for row in found)


def months(connection: Connection, named: Sequence[int]) -> tuple[tuple[date, int], ...]:
    """How many quotations of members each month has, oldest first; months without any are left out."""
    asked = _listing(
        ("things",),
        "SELECT s.day, count(*) FROM said s JOIN tellings t ON t.article = s.article AND t.live"
        " WHERE s.thing IN :things GROUP BY s.day",
    )
    held: Counter[date] = Counter()
    for day, number in connection.execute(asked, {"things": named}):
        held[date.fromordinal(day).replace(day=1)] += number
    return tuple(sorted(held.items()))


def company(connection: Connection, named: Sequence[int]) -> tuple[Company, ...]:
    """Who is mentioned with members in the newest articles that name them, and who speaks of whom."""
    asked = _listing(
        ("things",),
        "SELECT CASE WHEN h.root > 0 THEN h.root ELSE h.id END AS thing, count(DISTINCT w.article) AS articles"
        " FROM (SELECT DISTINCT l.article FROM links l JOIN tellings t ON t.article = l.article AND t.live"
        " WHERE l.thing IN :things ORDER BY l.day DESC LIMIT :newest) n JOIN links w ON w.article = n.article"
        " JOIN things h ON h.id = w.thing WHERE h.hidden = 0 AND h.kind IN ('person', 'organisation')"
        " GROUP BY 1 ORDER BY articles DESC, h.quotes DESC LIMIT :few",
    )
    values = {"things": named, "newest": COMPANY_ARTICLES, "few": MOST_COMPANY + len(named)}
    met = {row.thing: row.articles for row in connection.execute(asked, values)}
    said_of = _spoken(connection, "about", "speaker", named)
    said_by = _spoken(connection, "speaker", "about", named)
    for thing in (*said_of, *said_by):
        met.setdefault(thing, 0)
    held = rows_of(connection, [thing for thing in met if thing not in named])
    listed = [
        Company(held[thing], number, said_of.get(thing, 0), said_by.get(thing, 0))
        for thing, number in met.items()
        if thing in held and not held[thing].hidden
    ]
    listed.sort(key=lambda each: (-each.articles, -each.said_of - each.said_by, each.thing.name))
    return tuple(listed[:MOST_COMPANY])


def ties(connection: Connection, named: Sequence[int], others: Sequence[int]) -> dict[tuple[int, int], int]:
    """In how many of the newest articles that name members two of the others stand together; the lower comes first."""
    asked = _listing(
        ("things",),
        "SELECT w.article, CASE WHEN h.root > 0 THEN h.root ELSE h.id END FROM (SELECT DISTINCT l.article FROM links l"
        " WHERE l.thing IN :things ORDER BY l.day DESC LIMIT :newest) n JOIN links w ON w.article = n.article"
        " JOIN things h ON h.id = w.thing",
    )
    wanted = set(others)
    met: dict[int, set[int]] = defaultdict(set)
    for article, thing in connection.execute(asked, {"things": named, "newest": COMPANY_ARTICLES}):
        if thing in wanted:
            met[article].add(thing)
    return dict(Counter(pair for together in met.values() for pair in combinations(sorted(together), 2)))


def aliases(connection: Connection, named: Sequence[int], name: str) -> tuple[str, ...]:
    """The other names of members in the newest articles, the most frequent first."""
    asked = _listing(
        ("things",),
        "SELECT coalesce(l.name, t.found_name) FROM"
        " (SELECT thing, name FROM links WHERE thing IN :things ORDER BY day DESC LIMIT :newest) l"
        " JOIN things t ON t.id = l.thing",
    )
    found = connection.scalars(asked, {"things": named, "newest": ALIAS_ARTICLES})
    return tuple(other for other, _ in Counter(found).most_common(MOST_ALIASES + 1) if other != name)[:MOST_ALIASES]


def offers(connection: Connection, named: Sequence[int], made: Decided) -> tuple[Offer, ...]:
    """Who may be the same as members, what the reader decided on left out."""
    asked = _listing(
        ("things",),
        "SELECT CASE WHEN o.one IN :things THEN o.other ELSE o.one END AS thing, o.why FROM offers o"
        " WHERE o.one IN :things OR o.other IN :things",
    )
    found = connection.execute(asked, {"things": named}).all()
    own = row_of(connection, named[0])
    listed: dict[int, Offer] = {}
    for thing, why in found:
        other = row_of(connection, thing)
        if other is None or own is None or other.id in named or other.hidden or not other.articles:
            continue
        if not made.are_never_same(own.key, other.key):
            listed.setdefault(other.id, Offer(other, why))
    return tuple(sorted(listed.values(), key=lambda offer: -offer.other.articles))


def _spoken(connection: Connection, whom: str, who: str, named: Sequence[int]) -> dict[int, int]:
    """How many quotations `who`, among members, gave of each `whom`: by the columns of that name."""
    asked = _listing(
        ("things",),
        f"SELECT CASE WHEN h.root > 0 THEN h.root ELSE h.id END, count(*) AS quotes FROM said_about s"
        f" JOIN tellings t ON t.article = s.article AND t.live JOIN things h ON h.id = s.{whom}"
        f" WHERE s.{who} IN :things GROUP BY 1 ORDER BY quotes DESC LIMIT :few",
    )
    values = {"things": named, "few": MOST_COMPANY}
    return dict(connection.execute(asked, values).all())


def _speech(speakers: Sequence[int], about: Sequence[int] | None) -> tuple[str, str, dict[str, Any]]:
    if about is None:
        return "said", "s.thing IN :speakers", {"speakers": list(speakers)}
    return (
        "said_about",
        "s.speaker IN :speakers AND s.about IN :about",
        {"speakers": list(speakers), "about": list(about)},
    )


def _asked(kind: EntityKind | None, words: str) -> tuple[str, dict[str, Any]]:
    where, values = (
        ("h.hidden = 1 AND h.root = 0", {}) if kind is None else (f"h.kind = :kind AND {_SHOWN}", {"kind": str(kind)})
    )
    key = name_key(words, kind if kind is not None else EntityKind.ORGANISATION)
    if key:
        where += _NAMED
        values |= {"low": key, "high": f"{key}\U0010ffff"}
    return where, values


def _listing(names: Iterable[str], statement: str) -> TextClause:
    """A statement in which parameters of those names stand for lists: of one value, SQLite uses an index's order."""
    return text(statement).bindparams(*(bindparam(name, expanding=True) for name in names))


def _row(row: Any) -> ThingRow:
    return ThingRow(
        row["id"], row["key"], row["name"], EntityKind(row["kind"]), row["quotes"], row["articles"], row["role"] or "",
        bool(row["hidden"]),
    )  # fmt: skip
