"""The rows that follow from one article's analysis: whom it names, who speaks of whom, in what roles, in what words.

Numbers of quotes and articles are kept on each thing: `tally` takes an article's share away before its rows change,
and adds it after.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection, bindparam, delete, insert, select, text, update

from reader.article import Analysis, Article, Entity, EntityKind, Quote, QuoteKind, bare_role
from reader.article.wording import marks_of
from reader.library.images import among
from reader.library.packing import compact_json, read_time
from reader.library.people import grouping
from reader.library.people.decisions import Decided, held
from reader.library.people.linking import Found, found_thing, linked, name_thing
from reader.library.people.names import is_full, name_key
from reader.library.schema import (
    analyses,
    articles,
    links,
    roles,
    said,
    said_about,
    states,
    tellings,
    things,
    traits,
    wordings,
)

VERSION = 1
"""Of all that is derived here: articles with rows of an older one are derived anew."""
MAX_ROLE_CHARACTERS = 120
_OF_THINGS = (links, said, said_about, roles)
_OWN_ROWS = (links, said, said_about, roles, wordings, traits)

# Statements are written once: to put one together takes longer than SQLite needs for it.
_INSERTS = {table.name: insert(table).prefix_with("OR IGNORE") for table in _OWN_ROWS}
_DELETES = [delete(table).where(table.c.article == bindparam("of")) for table in _OWN_ROWS]
_BEFORE = select(links.c.auto).where(links.c.article == bindparam("of"))
_ARTICLE = (
    select(articles.c.added, states.c.trashed, tellings.c.article)
    .outerjoin(states, states.c.article == articles.c.id)
    .outerjoin(tellings, tellings.c.article == articles.c.id)
    .where(articles.c.id == bindparam("of"))
)
_TELL = text(
    "INSERT INTO tellings (article, story, day, outlet, live, version)"
    " VALUES (:article, :story, :day, :outlet, :live, :version) ON CONFLICT (article) DO UPDATE SET"
    " story = excluded.story, day = excluded.day, outlet = excluded.outlet, live = excluded.live,"
    " version = excluded.version"
)
_KEYS = text("SELECT t.id, t.key FROM json_each(:ids) i JOIN things t ON t.id = i.value")
_SHARES = text(
    "UPDATE things SET articles = things.articles + :sign * share.articles,"
    " quotes = things.quotes + :sign * share.quotes FROM (SELECT l.thing AS thing,"
    " count(DISTINCT l.article) AS articles, sum(l.quotes) AS quotes FROM json_each(:ids) i"
    " JOIN tellings t ON t.article = i.value AND t.live JOIN links l ON l.article = i.value"
    " GROUP BY l.thing) AS share WHERE share.thing = things.id"
)
_CALLED = text("SELECT t.id, t.found_name FROM json_each(:ids) i JOIN things t ON t.id = i.value")
_MERGED = text(
    "SELECT DISTINCT CASE WHEN h.root > 0 THEN h.root ELSE h.id END FROM json_each(:ids) i"
    " JOIN links l ON l.article = i.value JOIN things h ON h.id = l.thing"
    " WHERE h.root > 0 OR EXISTS (SELECT 1 FROM things m WHERE m.root = h.id AND m.root > 0)"
)


def derive(connection: Connection, article_id: int, article: Article, analysis: Analysis) -> None:
    """Derive an article's rows anew from its analysis, with the reader's corrections and decisions made."""
    made = held(connection)
    row = connection.execute(_ARTICLE, {"of": article_id}).one()
    day = day_of(article.published, row.added)
    merged: set[int] = set()
    before: list[int] = []
    if row.article is not None:
        merged = tally(connection, [article_id], -1)
        before = list(connection.scalars(_BEFORE, {"of": article_id}))
        for statement in _DELETES:
            connection.execute(statement, {"of": article_id})
    entities = (*analysis.entities, *_named_by_reader(analysis))
    found = linked(connection, article_id, entities, before)
    bases = _bases(connection, made, article_id, found)
    _store(connection, article_id, day, analysis, found, bases)
    story = grouping.place(connection, article_id, day, grouping.traits_of(article, analysis, found))
    told = {"article": article_id, "story": story, "day": day, "outlet": outlet_of(article)}
    connection.execute(_TELL, {**told, "live": not row.trashed, "version": VERSION})
    recount_things(connection, merged | tally(connection, [article_id], 1))
    grouping.recount(connection, {story})


def rebase(connection: Connection, article_id: int, article: Article, analysis: Analysis) -> None:
    """Derive anew which things an article means, the reader's splits made: what it was linked to and its story stay.

    Each entity by itself: two that were merged and then split off together go apart again when that is undone.
    """
    row = connection.execute(_ARTICLE, {"of": article_id}).one()
    autos = dict(connection.execute(select(links.c.entity, links.c.auto).where(links.c.article == article_id)).all())
    entities = (*analysis.entities, *_named_by_reader(analysis))
    found = [Found(e, autos[e.id], name_key(e.name, e.kind)) for e in entities if e.id in autos]
    for table in _OF_THINGS:
        connection.execute(delete(table).where(table.c.article == article_id))
    bases = _bases(connection, held(connection), article_id, found)
    _store(connection, article_id, day_of(article.published, row.added), analysis, found, bases)


def settle(connection: Connection, ids: Sequence[int]) -> None:
    """Bring numbers up to date after articles went into the trash or out of it."""
    columns = (tellings.c.article, tellings.c.live, tellings.c.story)
    joined = select(*columns, states.c.trashed).join(states, states.c.article == tellings.c.article)
    moved = [row for row in connection.execute(joined.where(among(tellings.c.article, ids))) if row.live == row.trashed]
    gone, back = [row.article for row in moved if row.live], [row.article for row in moved if not row.live]
    merged = tally(connection, gone, -1)
    for numbers, live in ((gone, False), (back, True)):
        connection.execute(update(tellings).where(among(tellings.c.article, numbers)).values(live=live))
    recount_things(connection, merged | tally(connection, back, 1))
    grouping.recount(connection, {row.story for row in moved})


def forget(connection: Connection, ids: Sequence[int]) -> None:
    """Take articles out of all numbers before they are deleted for ever."""
    stories = set(connection.scalars(select(tellings.c.story).where(among(tellings.c.article, ids))))
    merged = tally(connection, ids, -1)
    connection.execute(delete(tellings).where(among(tellings.c.article, ids)))
    recount_things(connection, merged)
    grouping.recount(connection, stories)


def underived(connection: Connection, limit: int) -> list[int]:
    """Analysed articles whose rows were never derived, or by an older version; newest first."""
    chosen = (
        select(analyses.c.article)
        .join(articles, (articles.c.id == analyses.c.article) & (articles.c.text_digest == analyses.c.text_digest))
        .outerjoin(tellings, (tellings.c.article == analyses.c.article) & (tellings.c.version == VERSION))
        .where(tellings.c.article.is_(None))
        .order_by(analyses.c.article.desc())
    )
    return list(connection.scalars(chosen.limit(limit)))


def tally(connection: Connection, ids: Sequence[int], sign: int) -> set[int]:
    """Add the shares of articles outside the trash to the numbers of what they name, or take them away.

    Those under whose name several go are given back: they are counted anew once all is changed, because one article
    may name several of them.
    """
    if not ids:
        return set()
    listed = compact_json(list(ids)).decode()
    connection.execute(_SHARES, {"sign": sign, "ids": listed})
    return set(connection.scalars(_MERGED, {"ids": listed}))


def recount_things(connection: Connection, ids: Iterable[int]) -> None:
    """Count anew what stands on things, with all that go under their name."""
    counted = text(
        "SELECT count(DISTINCT l.article), coalesce(sum(l.quotes), 0) FROM links l"
        " JOIN tellings t ON t.article = l.article AND t.live"
        " WHERE l.thing IN (SELECT :thing UNION SELECT id FROM things WHERE root = :thing AND root > 0)"
    )
    for number in ids:
        named, quoted = connection.execute(counted, {"thing": number}).one()
        connection.execute(update(things).where(things.c.id == number).values(articles=named, quotes=quoted))


def outlet_of(article: Article) -> str:
    """Who published an article: the publisher it names, or else the site that it is from; empty where neither is known."""
    if article.publisher:
        return article.publisher
    try:
        host = urlsplit(article.url or "").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def day_of(published: str | None, added: str) -> int:
    """The day of an article as a number: when it was published, or else when it was added."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return read_time(added).date().toordinal()


def _named_by_reader(analysis: Analysis) -> list[Entity]:
    """Speakers whom the reader named, and whom the machine found nowhere in the article."""
    known = {name_key(e.name, e.kind) for e in analysis.entities}
    named: dict[str, Entity] = {}
    for quote in analysis.quotes:
        speaker = quote.speaker
        if not quote.by_reader or speaker is None or speaker.entity is not None:
            continue
        key = name_key(speaker.name, EntityKind.PERSON)
        if is_full(key, EntityKind.PERSON) and speaker.name[:1].isupper() and key not in known:
            named[speaker.name] = Entity(f"said by {speaker.name}", speaker.name, EntityKind.PERSON)
    return list(named.values())


def _bases(connection: Connection, made: Decided, article_id: int, found: Sequence[Found]) -> dict[int, int]:
    """Which thing an article means, after the reader's splits, for each that it was linked to."""
    if not made.apart:
        return {}
    ids = compact_json(sorted({each.thing for each in found})).decode()
    keys: dict[int, str] = dict(connection.execute(_KEYS, {"ids": ids}).all())
    bases: dict[int, int] = {}
    for each in found:
        base = made.base(keys[each.thing], article_id)
        if base != keys[each.thing]:
            bases[each.thing] = found_thing(connection, base, each.entity.name, each.entity.kind, each.name)
    return bases


def _store(
    connection: Connection,
    article_id: int,
    day: int,
    analysis: Analysis,
    found: Sequence[Found],
    bases: dict[int, int],
) -> None:
    thing_of = {each.entity.id: bases.get(each.thing, each.thing) for each in found}
    speakers = [_speaker(quote, thing_of) for quote in analysis.quotes]
    of = {"article": article_id}
    linking, given, marks = [], [], []
    ids = compact_json(sorted(set(thing_of.values()))).decode()
    called: dict[int, str] = dict(connection.execute(_CALLED, {"ids": ids}).all())
    for each in found:
        thing, entity = thing_of[each.entity.id], each.entity
        start = entity.mentions[0].start if entity.mentions else None
        quoted = sum(1 for quote in analysis.quotes if quote.speaker and _key(quote) == entity.id)
        linking.append(
            {**of, "entity": entity.id, "thing": thing, "auto": each.thing, "mentions": len(entity.mentions),
             "start": start, "quotes": quoted, "day": day, "name": None if entity.name == called[thing] else entity.name}
        )  # fmt: skip
        named = dict.fromkeys(bare_role(role)[:MAX_ROLE_CHARACTERS] for role in entity.descriptors)
        given += [{**of, "thing": thing, "role": role, "day": day} for role in named]
        for alias in {name_key(m.text, entity.kind) for m in entity.mentions}:
            if alias != each.name and is_full(alias, entity.kind) and len(alias.split()) > 1:
                name_thing(connection, thing, alias, alias=True)
    speaking = [
        {**of, "ordinal": i, "thing": thing, "day": day} for i, thing in enumerate(speakers) if thing is not None
    ]
    about = [
        {**of, "ordinal": i, "about": other, "speaker": thing, "day": day}
        for i, (quote, thing) in enumerate(zip(analysis.quotes, speakers, strict=True))
        if thing is not None
        for other in _mentioned(quote, analysis, thing_of)
        if other != thing
    ]
    for i, quote in enumerate(analysis.quotes):
        if quote.kind is not QuoteKind.INDIRECT:
            marks += [{**of, "ordinal": i, "mark": mark} for mark in marks_of(quote.text)]
    rows: tuple[tuple[Any, list[dict[str, Any]]], ...] = (
        (links, linking), (roles, given), (said, speaking), (said_about, about), (wordings, marks),
    )  # fmt: skip
    for table, listed in rows:
        if listed:
            connection.execute(_INSERTS[table.name], listed)


def _key(quote: Quote) -> str:
    speaker = quote.speaker
    assert speaker is not None
    return speaker.entity or f"said by {speaker.name}"


def _speaker(quote: Quote, thing_of: dict[str, int]) -> int | None:
    return thing_of.get(_key(quote)) if quote.speaker is not None else None


def _mentioned(quote: Quote, analysis: Analysis, thing_of: dict[str, int]) -> set[int]:
    """The things that are named within a quotation."""
    return {
        thing_of[entity.id]
        for entity in analysis.entities
        if entity.id in thing_of
        and any(span.start <= m.start and m.end <= span.end for m in entity.mentions for span in quote.spans)
    }
