"""The article list: which articles, in what order, and what each line shows. Quick however large the library is.

A page is found in an index over the numbers alone, and only then are its lines read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import (
    Connection,
    Integer,
    RowMapping,
    Select,
    Text,
    and_,
    column,
    exists,
    func,
    literal_column,
    or_,
    select,
    text,
)
from sqlalchemy.sql.elements import ColumnElement, TextClause

from reader.library import search
from reader.library.deciding import tag_key
from reader.library.images import among
from reader.library.packing import read_time
from reader.library.schema import article_tags, articles, collected, feed_items, feeds, notes, states, tags
from reader.library.values import ListKind, Query, Row

# The conditions are those of the partial indices, to the letter: SQLite uses one where it recognises it.
_CONDITIONS: dict[ListKind, TextClause] = {
    ListKind.ALL: text("states.archived = 0 AND states.trashed = 0"),
    ListKind.UNREAD: text("states.read = 0 AND states.archived = 0 AND states.trashed = 0"),
    ListKind.BOOKMARKED: text("states.bookmarked = 1 AND states.trashed = 0"),
    ListKind.NOTED: text("states.trashed = 0"),
    ListKind.ARCHIVE: text("states.archived = 1 AND states.trashed = 0"),
    ListKind.TRASH: text("states.trashed = 1"),
}
MAX_RANKED = 4_000
"""Words that more articles hold say too little for a ranking, which would take long: they come newest first."""

_SHOWN = tuple(
    articles.c[name]
    for name in ("id", "title", "publisher", "author", "published", "added", "snippet", "words", "sample")
)
_STATES = tuple(states.c[name] for name in ("read", "bookmarked", "archived", "trashed"))


def rows(connection: Connection, query: Query, offset: int, limit: int) -> list[Row]:
    """The lines `offset` to `offset + limit` of a list: newest added first, a search's best first."""
    if query.words.strip():
        return _found_rows(connection, query, offset, limit)
    ids = connection.scalars(_in_order(query).offset(offset).limit(limit)).all()
    return _lines(connection, ids)


def count(connection: Connection, query: Query) -> int:
    """How many lines a list has."""
    members = _asked(query)
    if members is None:
        return 0
    return int(connection.scalar(select(func.count()).select_from(members.subquery())) or 0)


def index_of(connection: Connection, query: Query, article_id: int) -> int | None:
    """On which line of a list an article stands, None where it is not in it."""
    if query.words.strip():
        asked = search.question(query.words)
        ids = [] if asked is None else list(connection.scalars(_ordered(connection, query, asked)))
        return ids.index(article_id) if article_id in ids else None
    members = _members(query)
    if connection.scalar(members.where(states.c.article == article_id)) is None:
        return None
    if query.collection is not None:
        return list(connection.scalars(_in_order(query))).index(article_id)
    newer = members.where(states.c.article > article_id).subquery()
    return int(connection.scalar(select(func.count()).select_from(newer)) or 0)


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
        key = tag_key(query.tag)
        below = article_tags.c.tag.between(f"{key}/", f"{key}/\U0010ffff")
        tagged = select(article_tags.c.article).where(or_(article_tags.c.tag == key, below))
        conditions.append(states.c.article.in_(tagged))
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


def _in_order(query: Query) -> Select[Any]:
    """The numbers of the articles of a list in its order: a collection's own, or newest added first."""
    members = _members(query)
    if query.collection is None:
        return members.order_by(states.c.article.desc())
    here = and_(collected.c.article == states.c.article, collected.c.collection == query.collection)
    return members.join(collected, here).order_by(collected.c.position, states.c.article)


def _asked(query: Query) -> Select[Any] | None:
    """The numbers of the articles of a list that hold its words; None where the words can be found nowhere."""
    members = _members(query)
    if not query.words.strip():
        return members
    asked = search.question(query.words)
    if asked is None:
        return None
    found = text("SELECT rowid FROM search WHERE search MATCH :question").bindparams(question=asked)
    return members.where(states.c.article.in_(found.columns(column("rowid", Integer))))


def _found_rows(connection: Connection, query: Query, offset: int, limit: int) -> list[Row]:
    asked = search.question(query.words)
    if asked is None:
        return []
    page = (
        _ordered(connection, query, asked).add_columns(literal_column(search.SNIPPET, Text)).offset(offset).limit(limit)
    )
    snippets: dict[int, str] = dict(connection.execute(page).all())
    return _lines(connection, list(snippets), snippets)


def _ordered(connection: Connection, query: Query, asked: str) -> Select[Any]:
    """The numbers of the articles of a list that answer an FTS5 expression: best first, or newest of very many."""
    some = text(f"SELECT rowid FROM search WHERE search MATCH :question LIMIT {MAX_RANKED + 1}").bindparams(
        question=asked
    )
    found = len(connection.execute(some).all())
    order: ColumnElement[Any] = literal_column("rank")
    if found > MAX_RANKED:
        order = literal_column("search.rowid").desc()
    # The plus sign keeps SQLite from asking the index anew for every member: it asks once, and drops the others.
    return (
        select(literal_column("search.rowid", Integer))
        .select_from(text("search"))
        .where(text("search MATCH :question").bindparams(question=asked))
        .where(literal_column("+search.rowid").in_(_members(query)))
        .order_by(order)
    )


def _lines(connection: Connection, ids: Sequence[int], snippets: Mapping[int, str] | None = None) -> list[Row]:
    """The lines of those articles, in that order."""
    noted = exists().where(notes.c.article == articles.c.id)
    chosen = select(*_SHOWN, *_STATES, noted.label("noted")).join(states, states.c.article == articles.c.id)
    found = {row["id"]: row for row in connection.execute(chosen.where(among(articles.c.id, ids))).mappings()}
    tagged = _tags_of(connection, ids)
    return [_line(found[i], tagged.get(i, ()), (snippets or {}).get(i)) for i in ids if i in found]


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


def _line(row: RowMapping, tagged: tuple[str, ...], snippet: str | None) -> Row:
    shown, hits = (row["snippet"], ()) if snippet is None else search.marked(snippet)
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
