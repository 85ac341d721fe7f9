"""Letting the reader's decisions take effect on the derived rows, when they are made, undone, or replayed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select, text, update

from reader.article import EntityKind
from reader.library.images import Image, among
from reader.library.packing import compact_json
from reader.library.people.decisions import Decided, Decision, decision_from, held
from reader.library.people.deriving import recount_things, tally
from reader.library.people.linking import found_thing, name_thing
from reader.library.people.names import name_key, sort_key
from reader.library.schema import identities, things

_FOLLOW = {
    "links": ("thing",),
    "said": ("thing",),
    "said_about": ("about", "speaker"),
    "roles": ("thing",),
}
"""The tables, and their columns, that tell which thing an article means."""


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
        "SELECT l.article, l.thing, h.key AS auto, h.found_kind, h.found_name FROM json_each(:ids) i"
        " JOIN links l ON l.article = i.value JOIN things h ON h.id = l.auto"
    )
    moves = []
    numbers: dict[str, int] = {}
    for row in connection.execute(asked, {"ids": compact_json(articles).decode()}).all():
        base = made.base(row.auto, row.article)
        if base not in numbers:
            kind = EntityKind(row.found_kind)
            numbers[base] = found_thing(connection, base, row.found_name, kind, name_key(row.found_name, kind))
        if numbers[base] != row.thing:
            moves.append({"article": row.article, "from": row.thing, "to": numbers[base]})
    if not moves:
        return
    merged = tally(connection, articles, -1)
    for table, names in _FOLLOW.items():
        for name in names:
            moved = f"UPDATE OR REPLACE {table} SET {name} = :to WHERE article = :article AND {name} = :from"
            connection.execute(text(moved), moves)
    recount_things(connection, merged | tally(connection, articles, 1))
