"""Articles that answer a question, best first, however large the library is.

Words that few articles hold are ranked all (bm25, a headline counting most, newer ones more). Of words that very many
hold, those with them in the headline and the newest are ranked, and the others follow, newest first: a ranking of all
would take long and say little. What was ranked last is remembered with the connection, so that scrolling on is quick.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, text

from reader.library.grammar import Like, Near, NoQuestion, Question, State, Words, question
from reader.library.grammar.compiling import Of, Where, compiled, expression
from reader.library.grammar.hits import hits_in
from reader.library.likeness import alike
from reader.library.nearness import MOST, besides, combined, meant, nearest
from reader.library.search import WEIGHTS
from reader.library.values import FoundNote, ListKind, Query

MAX_RANKED = 400
MAX_TITLED = 200
"""Every one that is ranked costs time: bm25 reads how long it is, and in which columns the words stand."""
RECENT = 0.4
"""How much more than an old article one of today counts; half of it is left after HALF_LIFE_DAYS."""
HALF_LIFE_DAYS = 300
_BM25 = f"bm25(search, {', '.join(map(str, WEIGHTS))})"
_REMEMBERED = "verbatim_ranked"


@dataclass(frozen=True)
class Ranked:
    """The ranked beginning of an answer; `rest_below` is the number under which the others lie, None if there are none.

    Those of it that are `near` do not have the words, but are near them in meaning.
    """

    ids: tuple[int, ...]
    rest_below: int | None
    near: frozenset[int] = frozenset()


def asked_of(query: Query) -> Question:
    """The question in a query's words; NoQuestion where it is none."""
    asked = question(query.words)
    if asked.problem is not None:
        raise NoQuestion(asked.problem)
    return asked


def page(connection: Connection, query: Query, members: str, offset: int, limit: int) -> list[int]:
    """The numbers of the articles `offset` to `offset + limit` of an answer. `members` is the list's own condition."""
    asked = asked_of(query)
    if asked.of_quotes or (where := compiled(connection, asked.root, Of.ARTICLES)).match is None:
        return _unranked(connection, asked, members, offset, limit)
    ranked = _ranked(connection, query, where, members)
    ids = list(ranked.ids[offset : offset + limit])
    if len(ids) < limit and ranked.rest_below is not None:
        ids += _rest(connection, where, members, ranked, max(0, offset - len(ranked.ids)), limit - len(ids))
    return ids


def count(connection: Connection, query: Query, members: str) -> int:
    """How many articles answer."""
    return count_of(connection, asked_of(query), members) + len(near_of(connection, query, members))


def near_of(connection: Connection, query: Query, members: str) -> frozenset[int]:
    """Those articles of an answer that do not have its words, but are near them in meaning."""
    asked = asked_of(query)
    if query.meaning is None or asked.of_quotes:
        return frozenset()
    where = compiled(connection, asked.root, Of.ARTICLES)
    return frozenset() if where.match is None else _ranked(connection, query, where, members).near


def count_of(connection: Connection, asked: Question, members: str) -> int:
    """How many articles answer a question."""
    statement, values = _all(connection, asked, members)
    return int(connection.scalar(text(f"SELECT count(*) FROM ({statement})"), values) or 0)


def notes(connection: Connection, query: Query, members: str, limit: int) -> list[FoundNote]:
    """The notes, newest first, in which a question's words stand, of articles that answer it."""
    asked = asked_of(query)
    leaves = [
        leaf for leaf in asked.leaves(wanted=True) if isinstance(leaf, Words | Near) and leaf.field in (None, "note")
    ]
    if asked.of_quotes or not leaves:
        return []
    among_notes = f"notes : ({' OR '.join(expression(leaf) for leaf in leaves)})"
    held = text(
        "SELECT n.article, n.key, n.body, a.title FROM notes n JOIN articles a ON a.id = n.article "
        "WHERE n.article IN (SELECT rowid FROM search WHERE search MATCH :match) ORDER BY n.created DESC, n.key"
    )
    candidates = connection.execute(held, {"match": among_notes}).all()
    if not candidates:
        return []
    statement, values = _all(connection, asked, members)
    answering = set(connection.scalars(text(statement), values))
    found = [
        FoundNote(row.article, row.key, row.body, row.title, hits)
        for row in candidates
        if row.article in answering and (hits := hits_in(asked, row.body, fields=("note",)))
    ]
    return found[:limit]


def index_of(connection: Connection, query: Query, members: str, article_id: int) -> int | None:
    """At which place of an answer an article stands, None where it is not in it."""
    asked = asked_of(query)
    if not asked.of_quotes and (where := compiled(connection, asked.root, Of.ARTICLES)).match is not None:
        ranked = _ranked(connection, query, where, members)
        if article_id in ranked.ids:
            return ranked.ids.index(article_id)
        if ranked.rest_below is None or article_id >= ranked.rest_below:
            return None
        below = _rest(connection, where, members, ranked, 0, -1)
        return len(ranked.ids) + below.index(article_id) if article_id in below else None
    statement, values = _all(connection, asked, members)
    found = text(f"SELECT sum(id > :wanted), max(id = :wanted) FROM (SELECT DISTINCT id FROM ({statement}))")
    newer, present = connection.execute(found, {**values, "wanted": article_id}).one()
    return int(newer) if present else None


def _ranked(connection: Connection, query: Query, where: Where, members: str) -> Ranked:
    driver = connection.connection.driver_connection
    version = connection.exec_driver_sql("PRAGMA data_version").scalar()
    state = (query, version, getattr(driver, "total_changes", None), MAX_RANKED)
    remembered = connection.info.get(_REMEMBERED)
    if remembered is not None and remembered[0] == state:
        held: Ranked = remembered[1]
        return held
    made = _with_near(connection, query, members, _rank(connection, where, members))
    connection.info[_REMEMBERED] = (state, made)
    return made


def _rank(connection: Connection, where: Where, members: str) -> Ranked:
    newest = _scored(connection, where.match or "", where, members, MAX_RANKED + 1)
    if len(newest) <= MAX_RANKED:
        return Ranked(_best_first(newest), None)
    newest = newest[:MAX_RANKED]
    titled = _scored(connection, f"title : ({where.match})", where, members, MAX_TITLED)
    return Ranked(_best_first(list({row[0]: row for row in (*newest, *titled)}.values())), newest[-1][0])


def _with_near(connection: Connection, query: Query, members: str, ranked: Ranked) -> Ranked:
    """An order with what is near in meaning; where more have the words than are ranked, these are put in order alone."""
    asked = asked_of(query)
    if query.meaning is None or meant(asked) is None:
        return ranked
    by_meaning = nearest(connection, query.meaning)
    if ranked.rest_below is not None:
        here = set(ranked.ids)
        return Ranked(tuple(combined(ranked.ids, [n for n in by_meaning if n in here])), ranked.rest_below)
    statement, values = _all(connection, replace(asked, root=besides(asked)), members, among=by_meaning)
    answering = set(connection.scalars(text(statement), values))
    order = combined(ranked.ids, [number for number in by_meaning if number in answering][:MOST])
    return Ranked(tuple(order), None, frozenset(order).difference(ranked.ids))


def _scored(connection: Connection, match: str, where: Where, members: str, limit: int) -> list[tuple[int, float, int]]:
    """The newest articles that match: number, bm25 (the less the better), day."""
    # A cross join keeps the order: the full-text table gives its rows newest first, and is left as soon as there are enough.
    statement = (
        f"SELECT search.rowid, {_BM25}, facts.day FROM search CROSS JOIN facts ON facts.article = search.rowid "
        f"WHERE search MATCH :match AND {_conditions(where, members, 'search.rowid')} "
        "ORDER BY search.rowid DESC LIMIT :most"
    )
    found = connection.execute(text(statement), {**where.values, "match": match, "most": limit})
    return [(row[0], row[1], row[2]) for row in found]


def _best_first(rows: Sequence[tuple[int, float, int]]) -> tuple[int, ...]:
    today = date.today().toordinal()
    scored = [
        (score * (1 + RECENT * 0.5 ** (max(0, today - day) / HALF_LIFE_DAYS)), -number) for number, score, day in rows
    ]
    return tuple(-number for _, number in sorted(scored))


def _rest(connection: Connection, where: Where, members: str, ranked: Ranked, offset: int, limit: int) -> list[int]:
    """Those that were not ranked, newest first."""
    known = {number for number in ranked.ids if number < (ranked.rest_below or 0)}
    statement = (
        f"SELECT search.rowid FROM search WHERE search MATCH :match AND search.rowid < :below AND "
        f"{_conditions(where, members, 'search.rowid')} ORDER BY search.rowid DESC LIMIT :most"
    )
    most = -1 if limit < 0 else offset + limit + len(known)
    values = {**where.values, "match": where.match, "below": ranked.rest_below, "most": most}
    found = [number for number in connection.scalars(text(statement), values) if number not in known]
    return found[offset:] if limit < 0 else found[offset : offset + limit]


def _unranked(connection: Connection, asked: Question, members: str, offset: int, limit: int) -> list[int]:
    """Answers to a question without words for the index of articles: newest first, or the most alike."""
    statement, values = _all(connection, asked, members)
    like = next((leaf for leaf in asked.leaves(wanted=True) if isinstance(leaf, Like)), None)
    if like is not None:
        answering = set(connection.scalars(text(statement), values))
        order = [number for number in alike(connection, like.article) if number in answering]
        return [*order, *sorted(answering.difference(order), reverse=True)][offset : offset + limit]
    ordered = text(f"{statement} ORDER BY id DESC LIMIT :most OFFSET :first")
    return list(connection.scalars(ordered, {**values, "most": limit, "first": offset}))


def _all(
    connection: Connection, asked: Question, members: str, among: Sequence[int] | None = None
) -> tuple[str, dict[str, Any]]:
    """All answers as a statement that gives their `id`, in no order, each once; of those `among` these, where given."""
    listed = "" if among is None else f"({', '.join(map(str, among))})"
    if asked.of_quotes:
        from reader.library.quoting import answering

        statement, values = answering(connection, asked, members)
        return f"SELECT DISTINCT article AS id FROM ({statement})", values
    where = compiled(connection, asked.root, Of.ARTICLES)
    if where.match is None:
        conditions = _conditions(where, members, "states.article")
        only = f" AND states.article IN {listed}" if listed else ""
        return f"SELECT states.article AS id FROM states WHERE {conditions}{only}", where.values
    conditions = _conditions(where, members, "search.rowid")
    only = f" AND +search.rowid IN {listed}" if listed else ""
    statement = f"SELECT search.rowid AS id FROM search WHERE search MATCH :match AND {conditions}{only}"
    return statement, {**where.values, "match": where.match}


def _conditions(where: Where, members: str, article: str) -> str:
    # The plus sign keeps SQLite from asking the full-text table anew for every article of a set.
    column = f"+{article}" if article.startswith("search") else article
    own = members if article == "states.article" else _member(members, article)
    return " AND ".join((own, *(condition.format(article=column, quote="0") for condition in where.conditions)))


def _member(members: str, article: str) -> str:
    """The condition that an article is in the list."""
    return f"EXISTS (SELECT 1 FROM states WHERE states.article = {article} AND {members})"


def scope(query: Query, own: str) -> str:
    """The condition of the list that is searched, `own` being that of the list without a search.

    All articles are those in the archive too, and a question after what lies in the trash is asked of the trash.
    """
    if query.kind is not ListKind.ALL:
        return own
    trashed = any(leaf == State("trashed") for leaf in question(query.words).leaves(wanted=True))
    return "1" if trashed else "states.trashed = 0"
