"""What changes on passages do to the reader's tables, decided as row images."""

from __future__ import annotations

import json

from sqlalchemy import Connection, select

from reader.article import LibraryError
from reader.library import marking
from reader.library.deciding import (
    anchor_columns,
    images_of,
    require_article,
    row_of_key,
    with_deleted,
    without_key,
)
from reader.library.images import Image, images_from, inverse, of_present_articles
from reader.library.packing import now, storable, written_time
from reader.library.schema import READERS_TABLES, colours, deleted, highlights, notes, passages

MAX_NAME_CHARACTERS = 60
ANCHORED = (highlights, notes, passages)


@images_of.register
def _(change: marking.AddHighlight, connection: Connection) -> list[Image]:
    require_article(connection, change.article)
    if row_of_key(connection, highlights, change.key) is not None:
        return []
    moment = now() if change.at is None else written_time(change.at)
    held = {"article": change.article, "colour": _colour(change.colour), "created": moment, "changed": moment}
    return [Image("highlights", (change.key,), None, {**held, **anchor_columns(change.anchor)})]


@images_of.register
def _(change: marking.ColourHighlight, connection: Connection) -> list[Image]:
    held = row_of_key(connection, highlights, change.key)
    if held is None or held["colour"] == _colour(change.colour):
        return []
    before = {"colour": held["colour"], "changed": held["changed"]}
    return [Image("highlights", (change.key,), before, {"colour": change.colour, "changed": now()})]


@images_of.register
def _(change: marking.DeleteHighlight, connection: Connection) -> list[Image]:
    held = row_of_key(connection, highlights, change.key)
    if held is None:
        return []
    gone = Image("highlights", (change.key,), without_key(highlights, held), None)
    return with_deleted("highlight", held["exact"], [gone], held["article"])


@images_of.register
def _(change: marking.NameColour, connection: Connection) -> list[Image]:
    key = _colour(change.colour)
    held = row_of_key(connection, colours, key)
    name = " ".join(storable(change.name).split())[:MAX_NAME_CHARACTERS]
    before = None if held is None else {"name": held["name"]}
    after = {"name": name} if name and name != marking.COLOURS[key] else None
    return [] if before == after else [Image("colours", (key,), before, after)]


@images_of.register
def _(change: marking.Reattach, connection: Connection) -> list[Image]:
    for table in ANCHORED:
        held = row_of_key(connection, table, change.key)
        if held is not None:
            wanted = anchor_columns(change.anchor)
            before = {name: held[name] for name in wanted}
            return [] if before == wanted else [Image(table.name, (change.key,), before, wanted)]
    raise LibraryError("Not saved: what was to be attached is no longer in the library; make it anew.")


@images_of.register
def _(change: marking.RestoreDeleted, connection: Connection) -> list[Image]:
    row = row_of_key(connection, deleted, change.key)
    if row is None:
        return []
    back = of_present_articles(connection, inverse(images_from(json.loads(row["images"]))))
    fitting = [image for image in back if _fits(connection, image)]
    return [*fitting, Image("deleted", (change.key,), without_key(deleted, row), None)]


def forgotten(connection: Connection, before: str) -> list[Image]:
    """What was deleted before a moment, to be kept no longer."""
    old = connection.execute(select(deleted).where(deleted.c.at < before)).mappings().all()
    return [Image("deleted", (row["key"],), without_key(deleted, dict(row)), None) for row in old]


def _fits(connection: Connection, image: Image) -> bool:
    """Whether a row that comes back takes no other's place."""
    table = READERS_TABLES[image.table]
    found = select(table).where(*(column == value for column, value in zip(table.primary_key, image.key, strict=True)))
    return (connection.execute(found).first() is None) is (image.before is None)


def _colour(colour: str) -> str:
    if colour not in marking.COLOURS:
        raise LibraryError(f"There is no colour “{colour}”: choose one of {', '.join(marking.COLOURS)}.")
    return colour
