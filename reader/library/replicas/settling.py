"""From cells to rows: what the library's tables are to be, and the images that bring them there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, and_, select

from reader.article import url_key
from reader.library.deciding import with_deleted, without_key
from reader.library.images import Image, among
from reader.library.people.decisions import with_articles
from reader.library.replicas import book
from reader.library.replicas.book import Row
from reader.library.replicas.cells import EXISTS, VERSIONED, Cell, Resolved, key_of_version, passed_over, resolved
from reader.library.replicas.tables import SHAPES, Shape
from reader.library.schema import READERS_TABLES, article_tags, collections, edits, feeds, tags

RESTORABLE = {"notes": "note", "highlights": "highlight", "passages": "bookmark"}
"""What is kept for a while where another machine deleted it, and the word for it."""


def settled(connection: Connection, rows: Iterable[Row]) -> tuple[list[Image], set[Row]]:
    """The images that bring rows to what their cells say, and the rows that wait for their article."""
    wanted = set(rows)
    for table, row in sorted(wanted):
        if table == "notes":
            wanted |= versions_kept(connection, row)
    images: list[Image] = []
    waiting: set[Row] = set()
    order = list(SHAPES)
    edited: set[int] = set()
    tagged: set[str] = set()
    for table, row in sorted(wanted, key=lambda each: (order.index(each[0]) if each[0] in order else 99, each)):
        if table not in SHAPES:
            continue
        if table == "tags":
            tagged.add(row[0])
            continue
        placed = _placed(connection, SHAPES[table], row)
        if placed is None:
            waiting.add((table, row))
            continue
        key, rows_alike = placed
        if None in key:
            continue
        if table == "edits":
            edited.add(int(key[0]))
            continue
        if table == "article_tags":
            tagged.add(row[1])
        made = _image(connection, table, key, resolved(book.cells_of(connection, table, rows_alike)))
        if made is None:
            waiting.add((table, row))
        else:
            images += made
    for article in sorted(edited):
        images += _edits(connection, article)
    if any(table == "feeds" for table, _ in wanted):
        images = [i for i in images if i.table != "feeds"] + _feeds(connection)
    return images + _tags(connection, tagged, images), waiting


def alike(connection: Connection, table: str, row: tuple[str, ...]) -> list[tuple[str, ...]]:
    """All keys by which this and other machines know a row."""
    placed = _placed(connection, SHAPES[table], row)
    return [row] if placed is None else placed[1]


def versions_kept(connection: Connection, row: tuple[str, ...]) -> set[Row]:
    """Keep versions of a note's text that were passed over as notes of their own, and take those back that were not,
    as is known once more has come; the rows that this touches."""
    cells = book.cells_of(connection, "notes", [row])
    touched: set[Row] = set()
    for table, field in VERSIONED:
        versions = [cell for cell in cells if (cell.table, cell.field) == (table, field)]
        lost = {cell.stamp for cell in passed_over(versions)}
        for version in versions:
            key = (key_of_version(version),)
            if version.stamp in lost:
                values = {**resolved(cells).values, field: version.value}
                made = [Cell(table, key, EXISTS, version.stamp, "", True)]
                made += [Cell(table, key, name, version.stamp, version.stamp, value) for name, value in values.items()]
            elif book.last_of(connection, table, key, EXISTS) is not None:
                made = [Cell(table, key, EXISTS, f"{version.stamp}~", version.stamp, False)]
            else:
                continue
            news = [book.put(connection, cell, unsent=True) for cell in made]
            if any(news):
                touched.add((table, key))
    return touched


def _placed(
    connection: Connection, shape: Shape, row: tuple[str, ...]
) -> tuple[tuple[Any, ...], list[tuple[str, ...]]] | None:
    """A row's key here, and all keys by which other machines know it; None where its article has not come yet."""
    key: list[Any] = []
    alike: list[tuple[str, ...]] = [()]
    for name, part in zip(shape.keys, row, strict=True):
        names = [part]
        value: Any = part
        if name in shape.articles:
            known, value = book.article_called(connection, part)
            if not known:
                return None
            names = book.names_of(connection, value) if value is not None else [part]
        key.append(value)
        alike = [(*so_far, each) for so_far in alike for each in names]
    if "one" in shape.keys and None not in key:
        key = sorted(key)
        alike = [tuple(sorted(each)) for each in alike]
    return tuple(key), alike


def _image(connection: Connection, table: str, key: tuple[Any, ...], said: Resolved) -> list[Image] | None:
    """What brings one row to what is said of it; None where it names an article that has not come yet."""
    shape, held = SHAPES[table], READERS_TABLES[table]
    there = _row(connection, held, key)
    values = {name: value for name, value in said.values.items() if name in held.columns and name not in shape.keys}
    for name in set(shape.articles) - set(shape.keys):
        if values.get(name) is not None:
            known, article = book.article_called(connection, str(values[name]))
            if not known:
                return None
            if article is None:
                return []
            values[name] = article
    if table == "identities" and "record" in values:
        record = _decision_here(connection, values["record"])
        if record is None:
            return None
        values["record"] = record
    if not (said.alive or shape.fixed):
        return [] if there is None else _gone(table, key, there)
    if there is not None:
        differing = {name: value for name, value in values.items() if there[name] != value}
        return [Image(table, key, {name: there[name] for name in differing}, differing)] if differing else []
    needed = {column.name for column in held.columns if not column.nullable and column.server_default is None}
    if shape.fixed or not needed <= {*values, *shape.keys} or (table == "told_apart" and key[0] == key[1]):
        return []
    if table == "collected" and _row(connection, collections, (key[0],)) is None:
        return None
    return [Image(table, key, None, values)]


def _decision_here(connection: Connection, record: str) -> str | None:
    """What a decision says, its articles by their numbers here; None where one of them has not come yet."""
    called: dict[str, tuple[bool, int | None]] = {}

    def number(name: str) -> int | None:
        called[name] = book.article_called(connection, name)
        return called[name][1]

    told = with_articles(record, number)
    return told if all(known for known, _ in called.values()) else None


def _gone(table: str, key: tuple[Any, ...], there: Mapping[str, Any]) -> list[Image]:
    held = READERS_TABLES[table]
    image = Image(table, key, without_key(held, dict(there)), None)
    if table not in RESTORABLE:
        return [image]
    name = there.get("body") or there.get("exact") or ""
    return with_deleted(RESTORABLE[table], name, [image], there["article"])


def _edits(connection: Connection, article: int) -> list[Image]:
    """The pieces that were put back or taken out of an article, on any machine, in the order in which that was done."""
    names = book.names_of(connection, article)
    rows = [row for row in book.rows_of(connection, "edits") if row[0] in names]
    by_key: dict[str, list[Cell]] = {}
    for cell in book.cells_of(connection, "edits", rows):
        by_key.setdefault(cell.row[1], []).append(cell)
    alive = [
        (min(said.stamps.values()), key, said)
        for key, cells in by_key.items()
        if (said := resolved(cells)).alive and said.stamps
    ]
    wanted = [
        {name: said.values.get(name) for name in ("kind", "text", "occurrence")}
        for _, _, said in sorted(alive, key=lambda each: each[:2])
    ]
    held = (
        connection.execute(select(edits).where(edits.c.article == article).order_by(edits.c.ordinal)).mappings().all()
    )
    there = [without_key(edits, dict(row)) for row in held]
    if there == wanted or any(None in each.values() for each in wanted):
        return []
    images = []
    for at in range(max(len(there), len(wanted))):
        key = (
            article,
            held[at]["ordinal"] if at < len(held) else (held[-1]["ordinal"] + 1 + at - len(held) if held else at),
        )
        before, after = there[at] if at < len(there) else None, wanted[at] if at < len(wanted) else None
        if before != after:
            images.append(Image("edits", key, before, after))
    return images


def _feeds(connection: Connection) -> list[Image]:
    """Feeds, of which one address has but one: that with the lowest key, wherever both were added apart."""
    rows = book.rows_of(connection, "feeds")
    cells: dict[tuple[str, ...], list[Cell]] = {}
    for cell in book.cells_of(connection, "feeds", rows):
        cells.setdefault(cell.row, []).append(cell)
    chosen: dict[str, tuple[str, ...]] = {}
    said = {row: resolved(of) for row, of in cells.items()}
    for row in sorted(said):
        url = str(said[row].values.get("url") or "")
        if said[row].alive and url:
            chosen.setdefault(url_key(url) or url, row)
    images: list[Image] = []
    for row, what in said.items():
        there = _row(connection, feeds, row)
        if row in chosen.values():
            images += _image(connection, "feeds", row, what) or []
        elif there is not None:
            images.append(Image("feeds", row, without_key(feeds, dict(there)), None))
    return images


def _tags(connection: Connection, keys: set[str], images: list[Image]) -> list[Image]:
    """Tags are there as long as anything has them; their names are those that were written last."""
    if not keys:
        return []
    used = {(a, t) for a, t in connection.execute(select(article_tags).where(among(article_tags.c.tag, sorted(keys))))}
    for image in images:
        if image.table == "article_tags":
            (used.add if image.after is not None else used.discard)((image.key[0], image.key[1]))
    names = dict(connection.execute(select(tags.c.key, tags.c.name).where(among(tags.c.key, sorted(keys)))).all())
    made = []
    for key in sorted(keys):
        said = resolved(book.cells_of(connection, "tags", [(key,)])).values.get("name")
        wanted = str(said or names.get(key) or key) if any(tag == key for _, tag in used) else None
        there = names.get(key)
        if there != wanted:
            made.append(
                Image(
                    "tags",
                    (key,),
                    None if there is None else {"name": there},
                    None if wanted is None else {"name": wanted},
                )
            )
    return made


def _row(connection: Connection, table: Table, key: tuple[Any, ...]) -> Mapping[str, Any] | None:
    same = and_(*(column == value for column, value in zip(table.primary_key, key, strict=True)))
    found = connection.execute(select(table).where(same)).mappings().one_or_none()
    return None if found is None else dict(found)
