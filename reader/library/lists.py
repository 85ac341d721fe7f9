"""The article list: which articles, in what order, and what each line shows. Quick however large the library is.

A page is found in an index over the numbers alone, and only then are its lines read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, and_, exists, func, or_, select, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.elements import ColumnElement, TextClause

from reader.article import Span
from reader.library import finding, naming, quoting, search, unanswered
from reader.library.deciding import tag_key
from reader.library.grammar import Question
from reader.library.grammar.hits import hits_in, snippet
from reader.library.images import among
from reader.library.packing import read_time
from reader.library.people import asking
from reader.library.people.values import ThingRow
from reader.library.schema import article_tags, articles, collected, feed_items, feeds, notes, states, tags
from reader.library.values import FoundNote, FoundQuote, ListKind, Query, Row, Unanswered

# The conditions are those of the partial indices, to the letter: SQLite uses one where it recognises it.
_CONDITIONS: dict[ListKind, TextClause] = {
    ListKind.ALL: text("states.archived = 0 AND states.trashed = 0"),
    ListKind.UNREAD: text("states.read = 0 AND states.archived = 0 AND states.trashed = 0"),
    ListKind.BOOKMARKED: text("states.bookmarked = 1 AND states.trashed = 0"),
    ListKind.NOTED: text("states.trashed = 0"),
    ListKind.ARCHIVE: text("states.archived = 1 AND states.trashed = 0"),
    ListKind.TRASH: text("states.trashed = 1"),
}
_SHOWN = tuple(
    articles.c[name]
    for name in ("id", "title", "publisher", "author", "published", "added", "snippet", "words", "sample")
)
_STATES = tuple(states.c[name] for name in ("read", "bookmarked", "archived", "trashed"))


def rows(connection: Connection, query: Query, offset: int, limit: int) -> list[Row]:
    """The lines `offset` to `offset + limit` of a list: newest added first, a search's best first."""
    if query.words.strip():
        ids = finding.page(connection, query, _searched(query), offset, limit)
        near = finding.near_of(connection, query, _searched(query))
        return [replace(row, near=row.id in near) for row in _lines(connection, ids, finding.asked_of(query))]
    ids = list(connection.scalars(_in_order(query).offset(offset).limit(limit)))
    return _lines(connection, ids)


def numbers(connection: Connection, query: Query, *, unread: bool = False) -> list[int]:
    """The articles of a whole list in its order, or the unread ones among them, by their numbers alone."""
    if query.words.strip():
        members = _searched(query)
        found = finding.page(connection, query, members, 0, finding.count(connection, query, members))
    else:
        found = list(connection.scalars(_in_order(query)))
    if not unread:
        return found
    wanted = set(
        connection.scalars(select(states.c.article).where(states.c.read.is_(False), among(states.c.article, found)))
    )
    return [number for number in found if number in wanted]


def count(connection: Connection, query: Query) -> int:
    """How many lines a list has."""
    if query.words.strip():
        return finding.count(connection, query, _searched(query))
    return int(connection.scalar(select(func.count()).select_from(_members(query).subquery())) or 0)


def index_of(connection: Connection, query: Query, article_id: int) -> int | None:
    """On which line of a list an article stands, None where it is not in it."""
    if query.words.strip():
        return finding.index_of(connection, query, _searched(query), article_id)
    members = _members(query)
    if connection.scalar(members.where(states.c.article == article_id)) is None:
        return None
    if query.collection is not None:
        return list(connection.scalars(_in_order(query))).index(article_id)
    newer = members.where(states.c.article > article_id).subquery()
    return int(connection.scalar(select(func.count()).select_from(newer)) or 0)


def rows_again(connection: Connection, query: Query, shown: Sequence[Row]) -> list[Row]:
    """The lines of a search as they are now, those that left the list gone; nothing is searched for."""
    ids = [row.id for row in shown]
    members = select(states.c.article).where(among(states.c.article, ids), text(_searched(query)))
    here = set(connection.scalars(members))
    now = {row.id: row for row in _lines(connection, [number for number in ids if number in here])}
    return [replace(now[row.id], snippet=row.snippet, hits=row.hits, near=row.near) for row in shown if row.id in now]


def counts(connection: Connection) -> dict[ListKind, int]:
    """How many articles each smart list holds."""
    return {kind: count(connection, Query(kind)) for kind in ListKind}


def tag_counts(connection: Connection) -> list[tuple[str, int]]:
    """Every tag with the number of articles outside the trash that have it, in alphabetical order."""
    seen = and_(states.c.article == article_tags.c.article, states.c.trashed.is_(False))
    chosen = (
        select(tags.c.name, func.count(states.c.article))
        .join(article_tags, article_tags.c.tag == tags.c.key)
        .outerjoin(states, seen)
        .group_by(tags.c.key)
        .order_by(tags.c.key)
    )
    return [(name, number) for name, number in connection.execute(chosen)]


def row_of(connection: Connection, article_id: int) -> Row | None:
    """An article's line, whatever list it is in."""
    return next(iter(_lines(connection, [article_id])), None)


def _members(query: Query) -> Select[Any]:
    """The numbers of the articles of a list, whatever words it is searched for."""
    conditions: list[ColumnElement[bool] | TextClause] = [_CONDITIONS[query.kind]]
    if query.kind is ListKind.UNREAD and query.held:
        unread = or_(states.c.read.is_(False), states.c.article.in_(query.held))
        conditions = [_CONDITIONS[ListKind.ALL], unread]
    if query.kind is ListKind.NOTED:
        conditions.append(states.c.article.in_(select(notes.c.article)))
    if query.tag is not None:
        conditions.append(states.c.article.in_(tagged(query.tag)))
    if query.feed is not None:
        by_feed = select(feed_items.c.article).where(feed_items.c.feed == query.feed, feed_items.c.article.is_not(None))
        conditions.append(states.c.article.in_(by_feed))
    if query.folder is not None:
        inside = or_(feeds.c.folder == query.folder, feeds.c.folder.startswith(f"{query.folder}/", autoescape=True))
        by_feeds = select(feed_items.c.article).join(feeds, feeds.c.key == feed_items.c.feed)
        conditions.append(states.c.article.in_(by_feeds.where(inside, feed_items.c.article.is_not(None))))
    if query.collection is not None:
        conditions[0] = _CONDITIONS[ListKind.NOTED]  # what is archived keeps its place in a collection
        within = select(collected.c.article).where(collected.c.collection == query.collection)
        conditions.append(states.c.article.in_(within))
    return select(states.c.article).where(*conditions)


def tagged(tag: str) -> Select[Any]:
    """The numbers of the articles with a tag, or one below it."""
    key = tag_key(tag)
    below = article_tags.c.tag.between(f"{key}/", f"{key}/\U0010ffff")
    return select(article_tags.c.article).where(or_(article_tags.c.tag == key, below))


def _in_order(query: Query) -> Select[Any]:
    """The numbers of the articles of a list in its order: a collection's own, or newest added first."""
    members = _members(query)
    if query.collection is None:
        return members.order_by(states.c.article.desc())
    here = and_(collected.c.article == states.c.article, collected.c.collection == query.collection)
    return members.join(collected, here).order_by(collected.c.position, states.c.article)


def quotes_found(connection: Connection, query: Query, offset: int, limit: int) -> list[FoundQuote]:
    """The quotations that answer a query's words; all where there are none."""
    return quoting.page(connection, finding.asked_of(query), _searched(query), offset, limit)


def count_quotes(connection: Connection, query: Query) -> int:
    """How many quotations answer a query's words."""
    return quoting.count(connection, finding.asked_of(query), _searched(query))


def notes_found(connection: Connection, query: Query, limit: int) -> list[FoundNote]:
    """The notes that answer a query's words, newest first."""
    return finding.notes(connection, query, _searched(query), limit)


def names_found(connection: Connection, query: Query, limit: int) -> list[ThingRow]:
    """The people, organisations and places that a query's words name, most quoted first."""
    asked = finding.asked_of(query)
    found = naming.things_named(connection, asked)
    rows = [row for row in asking.rows_of(connection, found).values() if row.articles and not row.hidden]
    return sorted(rows, key=lambda row: (-row.quotes, -row.articles, row.name))[:limit]


def why_nothing(connection: Connection, query: Query) -> Unanswered:
    """Why a query has no answer, and what near it has one."""
    return unanswered.why_nothing(connection, query, _searched(query), _searched(Query(words=query.words)))


def _searched(query: Query) -> str:
    """The condition on `states` of the articles that are searched."""
    narrow = (query.tag, query.feed, query.folder, query.collection)
    if query.held or query.kind is ListKind.NOTED or any(part is not None for part in narrow):
        return f"states.article IN ({_literal(_members(query))})"
    return finding.scope(query, str(_CONDITIONS[query.kind]))


def _literal(statement: Select[Any]) -> str:
    """A statement with its values written into it, quoted by the dialect; colons are no parameters."""
    written = statement.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
    return str(written).replace(":", "\\:")


def _lines(connection: Connection, ids: Sequence[int], asked: Question | None = None) -> list[Row]:
    """The lines of those articles, in that order; with a question each shows where it is answered."""
    noted = exists().where(notes.c.article == articles.c.id)
    chosen = select(*_SHOWN, *_STATES, noted.label("noted")).join(states, states.c.article == articles.c.id)
    found = {row["id"]: row for row in connection.execute(chosen.where(among(articles.c.id, ids))).mappings()}
    tagged = _tags_of(connection, ids)
    shown = {} if asked is None else {i: _answer(connection, i, asked) for i in ids if i in found}
    return [_line(found[i], tagged.get(i, ()), shown.get(i)) for i in ids if i in found]


def _tags_of(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    chosen = (
        select(article_tags.c.article, tags.c.name)
        .join(tags, tags.c.key == article_tags.c.tag)
        .where(among(article_tags.c.article, ids))
        .order_by(tags.c.key)
    )
    held: dict[int, tuple[str, ...]] = {}
    for article, name in connection.execute(chosen):
        held[article] = (*held.get(article, ()), name)
    return held


def _answer(connection: Connection, article_id: int, asked: Question) -> tuple[str, tuple[Span, ...]] | None:
    """The line of an article, or of its notes, in which a question is answered; None where it is in neither."""
    held = search.indexed(connection, article_id)
    if held is None:
        return None
    page, noted = held
    texts = ((page.body, ()), (page.lead, ()), (noted, ("note",)), (page.author, ("author",)), (page.site, ("site",)))
    for said, fields in texts:
        if hits := hits_in(asked, said, fields=fields):
            return snippet(said, hits)
    return None


def _line(row: RowMapping, tagged: tuple[str, ...], answer: tuple[str, tuple[Span, ...]] | None) -> Row:
    shown, hits = (row["snippet"], ()) if answer is None else answer
    return Row(
        id=row["id"],
        title=row["title"],
        publisher=row["publisher"],
        author=row["author"],
        published=row["published"],
        added=read_time(row["added"]),
        snippet=shown,
        unread=not row["read"],
        bookmarked=row["bookmarked"],
        archived=row["archived"],
        trashed=row["trashed"],
        noted=row["noted"],
        tags=tagged,
        words=row["words"],
        sample=row["sample"],
        hits=hits,
    )
