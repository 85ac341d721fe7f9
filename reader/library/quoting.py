"""Quotations that answer a question, wherever in the library they stand: each with its speaker and its passage."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, text

from reader.article import QuoteKind, Span
from reader.library import articles, search
from reader.library.grammar import Question
from reader.library.grammar.compiling import Of, Where, compiled
from reader.library.grammar.hits import hits_in
from reader.library.values import FoundQuote

MAX_RANKED = 400
_BM25 = f"bm25(search_quotes, {', '.join(map(str, search.QUOTE_WEIGHTS))})"
_KEY = "quotes.article << 16 | quotes.ordinal"
_SHOWN = (
    'SELECT q.article, q.ordinal, q.kind, q.text, q.start, q."end", q.speaker, q.cue, q.confidence, '
    "a.title, a.publisher, a.published FROM quotes q JOIN articles a ON a.id = q.article "
    "WHERE q.article = :article AND q.ordinal = :ordinal"
)


def answering(connection: Connection, asked: Question, members: str) -> tuple[str, dict[str, Any]]:
    """All quotations that answer as a statement that gives their `article` and `quote` number, in no order."""
    where = compiled(connection, asked.root, Of.QUOTES)
    return _statement(where, members), _values(where)


def page(connection: Connection, asked: Question, members: str, offset: int, limit: int) -> list[FoundQuote]:
    """The quotations `offset` to `offset + limit` of an answer: best first where words were asked for, else newest."""
    where = compiled(connection, asked.root, Of.QUOTES)
    if where.match is None:
        statement = text(f"{_statement(where, members)} ORDER BY article DESC, ordinal LIMIT :most OFFSET :first")
        keys = [row.quote for row in connection.execute(statement, {**_values(where), "most": limit, "first": offset})]
    else:
        keys = _ranked(connection, where, members)[offset : offset + limit]
        if len(keys) < limit:
            keys += _rest(connection, where, members, offset, limit, len(keys))
    return [found for key in keys if (found := _shown(connection, asked, key)) is not None]


def count(connection: Connection, asked: Question, members: str) -> int:
    """How many quotations answer."""
    statement, values = answering(connection, asked, members)
    return int(connection.scalar(text(f"SELECT count(*) FROM ({statement})"), values) or 0)


def _values(where: Where) -> dict[str, Any]:
    return where.values if where.match is None else {**where.values, "match": where.match}


def _statement(where: Where, members: str) -> str:
    if where.match is None:
        conditions = _conditions(where, members, "quotes.article", _KEY)
        return f"SELECT quotes.article, quotes.ordinal, {_KEY} AS quote FROM quotes WHERE {conditions}"
    conditions = _conditions(where, members, "(search_quotes.rowid >> 16)", "+search_quotes.rowid")
    return (
        "SELECT search_quotes.rowid >> 16 AS article, search_quotes.rowid & 65535 AS ordinal, "
        f"search_quotes.rowid AS quote FROM search_quotes WHERE search_quotes MATCH :match AND {conditions}"
    )


def _conditions(where: Where, members: str, article: str, quote: str) -> str:
    member = f"EXISTS (SELECT 1 FROM states WHERE states.article = {article} AND {members})"
    return " AND ".join((member, *(condition.format(article=article, quote=quote) for condition in where.conditions)))


def _ranked(connection: Connection, where: Where, members: str) -> list[int]:
    """The newest answers to words, best first: the words themselves count more than those around them."""
    newest = text(f"{_statement(where, members)} ORDER BY search_quotes.rowid DESC LIMIT {MAX_RANKED}")
    scored = str(newest).replace("SELECT ", f"SELECT {_BM25} AS score, ", 1)
    found = connection.execute(text(scored), _values(where))
    return [row.quote for row in sorted(found, key=lambda row: (row.score, -row.quote))]


def _rest(connection: Connection, where: Where, members: str, offset: int, limit: int, found: int) -> list[int]:
    """Those that were not ranked, newest first."""
    if offset + found < MAX_RANKED:
        return []
    statement = text(f"{_statement(where, members)} ORDER BY search_quotes.rowid DESC LIMIT :most OFFSET :first")
    values = {**_values(where), "most": limit - found, "first": max(MAX_RANKED, offset)}
    return [row.quote for row in connection.execute(statement, values)]


def _shown(connection: Connection, asked: Question, key: int) -> FoundQuote | None:
    values = {"article": key >> search.ORDINAL_BITS, "ordinal": key & ((1 << search.ORDINAL_BITS) - 1)}
    row = connection.execute(text(_SHOWN), values).one_or_none()
    if row is None:
        return None
    body = articles.article_of(connection, row.article).text
    passage = search.passage_of(body, row.start, row.end)
    shown = body[passage.start : passage.end]
    return FoundQuote(
        article=row.article,
        ordinal=row.ordinal,
        kind=QuoteKind(row.kind),
        text=row.text,
        span=Span(row.start, row.end),
        speaker=row.speaker,
        cue=row.cue,
        confidence=row.confidence,
        title=row.title,
        publisher=row.publisher,
        published=row.published,
        passage=shown,
        said=Span(row.start - passage.start, row.end - passage.start),
        hits=hits_in(asked, shown, of_quotes=True),
    )
