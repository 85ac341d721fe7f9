"""The library's books: the steps that undo goes back, and how far the database and its journal are.

`enter` is the one way in which an entry of the journal takes effect: when the change is made, and again when it is
replayed into a database that lost it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.dialects import sqlite

from reader.library import analyses, articles, placements, search
from reader.library.images import Image, among, images_from, inverse, merged, record_of, same_rows, write
from reader.library.journal import Mark, first_mark
from reader.library.packing import packed_json, read_time, storable, unpacked_json
from reader.library.people import deriving
from reader.library.people.deciding import redecide
from reader.library.schema import READERS_TABLES, history, marks
from reader.library.schema import articles as article_table

MAX_STEPS = 500
JOINED_WITHIN_S = 60
"""Edits of one note, saved while it is typed, are one step if they follow each other so closely."""

STEP, QUIET, UNDO, REDO = "step", "quiet", "undo", "redo"


def entry(kind: str, label: str, images: Iterable[Image], joins: str | None = None) -> dict[str, Any]:
    """A journal entry: what was done (`kind`), its label, the rows it changes, and what it may be one step with."""
    return {"kind": kind, "label": storable(label), "joins": joins, "images": record_of(images)}


def enter(connection: Connection, body: dict[str, Any], at: str) -> None:
    """Let an entry take effect: on the reader's tables, on what is derived from them, and on the steps of undo."""
    images = images_from(body["images"])
    write(connection, images)
    _refresh(connection, images)
    kind = body["kind"]
    if kind == STEP:
        _add_step(connection, body["label"], images, body.get("joins"), at)
    elif kind in (UNDO, REDO):
        step = last_done(connection) if kind == UNDO else first_undone(connection)
        if step is not None:
            connection.execute(update(history).where(history.c.id == step[0]).values(undone=kind == UNDO))


def last_done(connection: Connection) -> tuple[int, str, list[Image]] | None:
    """The step that undo would take back: its number, its label, and the images that take it back."""
    step = _step(connection, select(history).where(history.c.undone.is_(False)).order_by(history.c.id.desc()))
    return step and (step[0], step[1], inverse(step[2]))


def first_undone(connection: Connection) -> tuple[int, str, list[Image]] | None:
    """The step that redo would make again: its number, its label and its images."""
    return _step(connection, select(history).where(history.c.undone.is_(True)).order_by(history.c.id))


def labels(connection: Connection) -> tuple[str | None, str | None]:
    """The labels of what undo and redo would do."""
    done = select(history.c.label).where(history.c.undone.is_(False)).order_by(history.c.id.desc()).limit(1)
    undone = select(history.c.label).where(history.c.undone.is_(True)).order_by(history.c.id).limit(1)
    return connection.scalar(done), connection.scalar(undone)


def forget(connection: Connection, ids: Iterable[int]) -> None:
    """Take articles that are deleted for ever out of the steps of undo."""
    gone = set(ids)
    for number, blob in connection.execute(select(history.c.id, history.c.images)).all():
        images = images_from(unpacked_json(blob))
        left = [image for image in images if not image.articles & gone]
        if not left:
            connection.execute(delete(history).where(history.c.id == number))
        elif len(left) < len(images):
            changed = update(history).where(history.c.id == number)
            connection.execute(changed.values(images=packed_json(record_of(left))))


def mark_of(connection: Connection) -> Mark:
    """How far the database is."""
    held = dict(connection.execute(select(marks.c.name, marks.c.value)).all())
    if "sequence" not in held:
        return first_mark(held["library"])
    return Mark(int(held["sequence"]), held["chain"])


def set_mark(connection: Connection, mark: Mark) -> None:
    """Note that the database holds all changes up to `mark`."""
    set_value(connection, "sequence", str(mark.sequence))
    set_value(connection, "chain", mark.chain)


def set_value(connection: Connection, name: str, value: str) -> None:
    """Hold a value about the library itself."""
    statement = sqlite.insert(marks).values(name=name, value=value)
    changed = statement.on_conflict_do_update(index_elements=["name"], set_={"value": statement.excluded.value})
    connection.execute(changed)


def _step(connection: Connection, chosen: Any) -> tuple[int, str, list[Image]] | None:
    row = connection.execute(chosen.limit(1)).mappings().one_or_none()
    return None if row is None else (row["id"], row["label"], images_from(unpacked_json(row["images"])))


def _add_step(connection: Connection, label: str, images: list[Image], joins: str | None, at: str) -> None:
    connection.execute(delete(history).where(history.c.undone.is_(True)))
    last = connection.execute(select(history).order_by(history.c.id.desc()).limit(1)).mappings().one_or_none()
    if last is not None and joins is not None and last["joins"] == joins and _close(last["at"], at):
        earlier = images_from(unpacked_json(last["images"]))
        if same_rows(earlier, images):
            together = packed_json(record_of(merged(earlier, images)))
            connection.execute(update(history).where(history.c.id == last["id"]).values(images=together, at=at))
            return
    values = {"label": label, "at": at, "joins": joins, "undone": False, "images": packed_json(record_of(images))}
    made = connection.execute(insert(history).values(values)).inserted_primary_key
    assert made is not None
    connection.execute(delete(history).where(history.c.id <= made[0] - MAX_STEPS))


def _close(earlier: str, later: str) -> bool:
    return abs(read_time(later) - read_time(earlier)) < timedelta(seconds=JOINED_WITHIN_S)


def _refresh(connection: Connection, images: list[Image]) -> None:
    """Derive anew what follows from the changed rows."""
    edited = _touched(connection, images, {"edits"})
    for article in edited:
        articles.refresh(connection, article)
    for article in _touched(connection, images, {"edits", "corrections"}):
        analyses.refresh(connection, article)
    for article in _touched(connection, images, {"notes"}) - edited:
        search.index_notes(connection, article)
    moved = [i for i in images if i.table in placements.ANCHORED and (_moves(i.before) or _moves(i.after))]
    for article in _touched(connection, moved, set(placements.ANCHORED)) - edited:
        placements.place_all(connection, article, articles.article_of(connection, article).text)
    settled = {i.key[0] for i in images if i.table == "states" and "trashed" in {**(i.before or {}), **(i.after or {})}}
    if settled:
        deriving.settle(connection, sorted(settled))
    redecide(connection, images)


def _moves(values: Mapping[str, Any] | None) -> bool:
    """Whether a change of such columns may move a passage."""
    return values is not None and ("exact" in values or "article" in values)


def _touched(connection: Connection, images: list[Image], tables: set[str]) -> set[int]:
    """The articles, of those that the library holds, whose rows in one of the tables are changed."""
    of = [image for image in images if image.table in tables]
    found = set().union(*(image.articles for image in of))
    for image in of:
        if not image.articles:
            table = READERS_TABLES[image.table]
            found |= set(connection.scalars(select(table.c.article).where(table.c.key == image.key[0])))
    if not found:
        return found
    held = set(connection.scalars(select(article_table.c.id).where(among(article_table.c.id, sorted(found)))))
    return held & found
