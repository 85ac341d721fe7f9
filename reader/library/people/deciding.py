"""Letting the reader's decisions take effect on the derived rows, when they are made, undone, or replayed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select, text, update

from reader.article import EntityKind
from reader.library.analyses import analysis_of
from reader.library.articles import article_of
from reader.library.images import Image, among
from reader.library.packing import compact_json
from reader.library.people.decisions import Decided, Decision, decision_from, held
from reader.library.people.deriving import rebase, recount_things, tally
from reader.library.people.linking import name_thing
from reader.library.people.names import name_key, sort_key
from reader.library.schema import identities, things


def redecide(connection: Connection, images: Iterable[Image]) -> None:
    """Derive anew what follows from changed rows of `identities`."""
    listed = [image for image in images if image.table == identities.name]
    changed = [decision for image in listed for decision in _decisions(image)]
    if not changed:
        return
    made = held(connection)
    touched = made.keys | {key for decision in changed for key in (decision.thing, decision.other) if key}
    articles = sorted({article for decision in changed for article in decision.articles})
    if articles:
        _rebase(connection, made, articles)
    _describe(connection, made, touched)


def _decisions(image: Image) -> list[Decision]:
    rows = (image.before, image.after)
    return [decision_from(row["kind"], row["thing"], row["record"]) for row in rows if row and "record" in row]


def _describe(connection: Connection, made: Decided, keys: set[str]) -> None:
    """Give things the name, kind and root that the decisions leave them with, and count them anew."""
    columns = (things.c.id, things.c.key, things.c.found_kind, things.c.found_name)
    rows = connection.execute(select(*columns).where(among(things.c.key, sorted(keys)))).all()
    numbers = {row.key: row.id for row in rows}
    for row in rows:
        root = made.root(row.key)
        kind = made.kinds.get(row.key, EntityKind(row.found_kind))
        name = made.names.get(row.key, row.found_name)
        values: dict[str, Any] = {
            "name": name,
            "kind": str(kind),
            "sorted": sort_key(name, kind),
            "root": numbers.get(root, 0) if root != row.key else 0,
            "hidden": row.key in made.hidden,
        }
        connection.execute(update(things).where(things.c.id == row.id).values(values))
        if name != row.found_name:
            name_thing(connection, row.id, name_key(name, kind), alias=True)
    recount_things(connection, numbers.values())


def _rebase(connection: Connection, made: Decided, articles: list[int]) -> None:
    """Let articles mean the things that the reader's splits leave them with."""
    asked = text(
        "SELECT l.article, h.key AS auto, t.key AS meant FROM json_each(:ids) i JOIN links l ON l.article = i.value"
        " JOIN things h ON h.id = l.auto JOIN things t ON t.id = l.thing"
    )
    rows = connection.execute(asked, {"ids": compact_json(articles).decode()}).all()
    moved = sorted({row.article for row in rows if made.base(row.auto, row.article) != row.meant})
    if not moved:
        return
    merged = tally(connection, moved, -1)
    for number in moved:
        article = article_of(connection, number)
        analysis = analysis_of(connection, number, article.text)
        if analysis is not None:
            rebase(connection, number, article, analysis)
    recount_things(connection, merged | tally(connection, moved, 1))
