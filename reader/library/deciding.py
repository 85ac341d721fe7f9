"""What each change does to the reader's tables, decided as row images: it reads, and writes nothing."""

from __future__ import annotations

import re
import unicodedata
import uuid
from collections.abc import Iterable
from functools import singledispatch
from typing import Any

from sqlalchemy import Connection, Table, func, select

from reader.article import Anchor, LibraryError
from reader.library import changes
from reader.library.images import Image, among, composed, record_of, write
from reader.library.packing import compact_json, now, storable
from reader.library.people.decisions import row_of
from reader.library.schema import (
    article_tags,
    articles,
    corrections,
    edits,
    identities,
    notes,
    passages,
    states,
    tags,
)

MAX_TAG_CHARACTERS = 100
MAX_DELETED_NAME_CHARACTERS = 200
_SPACES = re.compile(r"\s+")


@singledispatch
def images_of(change: changes.Change, connection: Connection) -> list[Image]:  # noqa: ARG001 - the others read
    """The rows that `change` changes; none where all is so already. LibraryError where its article or note is gone."""
    raise TypeError(f"{type(change).__name__} is no change that the library knows")


def decided(change: changes.Change, connection: Connection) -> list[Image]:
    """The rows that a change changes; of several together, each sees what those before it did."""
    if not isinstance(change, changes.Together):
        return images_of(change, connection)
    images: list[Image] = []
    tried = connection.begin_nested()
    try:
        for part in change.changes:
            made = decided(part, connection)
            write(connection, made)
            images += made
    finally:
        tried.rollback()
    return composed(images)


@images_of.register
def _(change: changes.SetRead, connection: Connection) -> list[Image]:
    return set_states(connection, change.ids, read=change.read)


@images_of.register
def _(change: changes.SetBookmarked, connection: Connection) -> list[Image]:
    return set_states(connection, change.ids, bookmarked=change.bookmarked)


@images_of.register
def _(change: changes.SetArchived, connection: Connection) -> list[Image]:
    return set_states(connection, change.ids, archived=change.archived)


@images_of.register
def _(change: changes.Trash, connection: Connection) -> list[Image]:
    return set_states(connection, with_state(connection, change.ids, trashed=False), trashed=True, trashed_at=now())


@images_of.register
def _(change: changes.Untrash, connection: Connection) -> list[Image]:
    return set_states(connection, change.ids, trashed=False, trashed_at=None)


@images_of.register
def _(change: changes.RemoveSamples, connection: Connection) -> list[Image]:  # noqa: ARG001 - it is the type that says it
    samples = connection.scalars(select(articles.c.id).where(articles.c.sample)).all()
    return set_states(connection, with_state(connection, samples, trashed=False), trashed=True, trashed_at=now())


@images_of.register
def _(change: changes.AddNote, connection: Connection) -> list[Image]:
    require_article(connection, change.article)
    if row_of_key(connection, notes, change.key) is not None:
        return []
    moment = now()
    held = {"article": change.article, "body": storable(change.body), "created": moment, "changed": moment}
    held |= {"about": str(change.about) if change.about else None, "subject": storable(change.subject) or None}
    return [Image("notes", (change.key,), None, {**held, **anchor_columns(change.anchor)})]


@images_of.register
def _(change: changes.EditNote, connection: Connection) -> list[Image]:
    held = _require(connection, notes, change.key, "note")
    body = storable(change.body)
    if held["body"] == body:
        return []
    before = {"body": held["body"], "changed": held["changed"]}
    return [Image("notes", (change.key,), before, {"body": body, "changed": now()})]


@images_of.register
def _(change: changes.DeleteNote, connection: Connection) -> list[Image]:
    held = row_of_key(connection, notes, change.key)
    if held is None:
        return []
    gone = Image("notes", (change.key,), without_key(notes, held), None)
    return with_deleted("note", held["body"] or held["exact"] or "Empty note", [gone], held["article"])


@images_of.register
def _(change: changes.AddPassage, connection: Connection) -> list[Image]:
    require_article(connection, change.article)
    if row_of_key(connection, passages, change.key) is not None:
        return []
    held = {"article": change.article, "created": now(), **anchor_columns(change.anchor)}
    return [Image("passages", (change.key,), None, held)]


@images_of.register
def _(change: changes.DeletePassage, connection: Connection) -> list[Image]:
    held = row_of_key(connection, passages, change.key)
    if held is None:
        return []
    gone = Image("passages", (change.key,), without_key(passages, held), None)
    return with_deleted("bookmark", held["exact"], [gone], held["article"])


@images_of.register
def _(change: changes.Tag, connection: Connection) -> list[Image]:
    ids = connection.scalars(select(articles.c.id).where(among(articles.c.id, change.ids))).all()
    wanted = {tag_key(name): tag_name(name) for name in change.add if tag_name(name)}
    unwanted = {tag_key(name) for name in change.remove} - set(wanted)
    keys = [*wanted, *unwanted]
    held = {
        (article, key)
        for article, key in connection.execute(select(article_tags).where(among(article_tags.c.tag, keys)))
    }
    known = dict(connection.execute(select(tags.c.key, tags.c.name).where(among(tags.c.key, keys))).all())
    put_on = [(article, key) for article in ids for key in wanted if (article, key) not in held]
    taken_off = [(article, key) for article in ids for key in unwanted if (article, key) in held]
    new = {key for _, key in put_on} - set(known)
    left = {key for _, key in held - set(taken_off)}
    unused = {key for _, key in taken_off} - left
    return [
        *(Image("tags", (key,), None, {"name": wanted[key]}) for key in sorted(new)),
        *(Image("article_tags", pair, None, {}) for pair in put_on),
        *(Image("article_tags", pair, {}, None) for pair in taken_off),
        *(Image("tags", (key,), {"name": known[key]}, None) for key in sorted(unused)),
    ]


@images_of.register
def _(change: changes.EditBlocks, connection: Connection) -> list[Image]:
    require_article(connection, change.article)
    edit = change.edit
    last = connection.scalar(select(func.max(edits.c.ordinal)).where(edits.c.article == change.article))
    ordinal = 0 if last is None else last + 1
    held = {"kind": str(edit.kind), "text": storable(edit.text), "occurrence": edit.occurrence}
    return [Image("edits", (change.article, ordinal), None, held)]


@images_of.register
def _(change: changes.RemoveEdits, connection: Connection) -> list[Image]:
    made = connection.execute(select(edits).where(edits.c.article == change.article)).mappings()
    return [Image("edits", (row["article"], row["ordinal"]), without_key(edits, dict(row)), None) for row in made]


@images_of.register
def _(change: changes.Correct, connection: Connection) -> list[Image]:
    require_article(connection, change.article)
    if row_of_key(connection, corrections, change.key) is not None:
        return []
    decided = change.correction
    record = {
        "anchor": anchor_columns(decided.anchor),
        "speaker": storable(decided.speaker),
        "extent": anchor_columns(decided.extent) if decided.extent else None,
    }
    held = {"article": change.article, "kind": str(decided.kind), "created": now()}
    return [Image("corrections", (change.key,), None, {**held, "record": compact_json(record).decode()})]


@images_of.register
def _(change: changes.Decide, connection: Connection) -> list[Image]:
    if row_of_key(connection, identities, change.key) is not None:
        return []
    return [Image("identities", (change.key,), None, {**row_of(change.decision), "created": now()})]


def with_deleted(what: str, name: str, gone: list[Image], article: int | None = None) -> list[Image]:
    """`gone`, rows that the reader deletes, and the row that keeps them for as long as the trash keeps articles."""
    shown = " ".join(name.split())[:MAX_DELETED_NAME_CHARACTERS]
    kept = {"what": what, "name": shown, "at": now(), "article": article}
    record = compact_json(record_of(gone)).decode()
    return [*gone, Image("deleted", (str(uuid.uuid4()),), None, {**kept, "images": record})]


def tag_name(name: str) -> str:
    """A tag as it is shown: in one line, without outer spaces, a slash between it and the tag that it is below."""
    plain = _SPACES.sub(" ", storable(unicodedata.normalize("NFC", name)))[: 2 * MAX_TAG_CHARACTERS]
    parts = [part.strip() for part in plain.split("/")]
    return "/".join(part for part in parts if part)[:MAX_TAG_CHARACTERS].strip(" /")


def tag_key(name: str) -> str:
    """What is the same for all spellings of a tag that are one."""
    return unicodedata.normalize("NFC", tag_name(name).casefold())


def anchor_columns(anchor: Anchor | None) -> dict[str, Any]:
    """An anchor as columns of a row, all None where there is none."""
    if anchor is None:
        return {"exact": None, "prefix": None, "suffix": None, "start": None, "end": None}
    return {
        "exact": storable(anchor.exact),
        "prefix": storable(anchor.prefix),
        "suffix": storable(anchor.suffix),
        "start": anchor.start,
        "end": anchor.end,
    }


def set_states(connection: Connection, ids: Iterable[int], **wanted: Any) -> list[Image]:
    """The images that bring the states of articles to what is wanted."""
    columns = [states.c.article, *(states.c[name] for name in wanted)]
    rows = connection.execute(select(*columns).where(among(states.c.article, ids))).mappings()
    images = []
    for row in rows:
        differing = {name: value for name, value in wanted.items() if row[name] != value}
        if differing:
            before = {name: row[name] for name in differing}
            images.append(Image("states", (row["article"],), before, differing))
    return images


def with_state(connection: Connection, ids: Iterable[int], *, trashed: bool) -> list[int]:
    """Those of the articles that are in the trash, or are not."""
    chosen = select(states.c.article).where(among(states.c.article, ids), states.c.trashed.is_(trashed))
    return list(connection.scalars(chosen))


def row_of_key(connection: Connection, table: Table, key: str) -> dict[str, Any] | None:
    """The row of a table with that key, None where there is none."""
    row = connection.execute(select(table).where(table.c.key == key)).mappings().one_or_none()
    return None if row is None else dict(row)


def _require(connection: Connection, table: Table, key: str, what: str) -> dict[str, Any]:
    row = row_of_key(connection, table, key)
    if row is None:
        raise LibraryError(f"Not saved: the {what} is no longer in the library; copy your words and write it anew.")
    return row


def require_article(connection: Connection, article: int) -> None:
    """LibraryError where the library has no article of that number."""
    if connection.scalar(select(articles.c.id).where(articles.c.id == article)) is None:
        raise LibraryError("Not saved: the article is no longer in the library; copy your words before you go on.")


def without_key(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """The columns of a row that are no part of its key."""
    keys = {column.name for column in table.primary_key}
    return {name: value for name, value in row.items() if name not in keys}
