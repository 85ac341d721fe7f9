"""Row images: what a change does to the reader's tables, row by row, before and after.

A change is decided as images; one function writes them. Undo writes them the other way round, and the journal's
replay writes them again, so that all three go one way for every change there is and will be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, and_, bindparam, delete, func, select, update
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlalchemy.sql.elements import ColumnElement

from reader.library.packing import compact_json
from reader.library.schema import ARTICLE_COLUMNS, READERS_TABLES, articles

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Image:
    """One row of a reader's table: `before` is None where it is new, `after` where it is gone.

    Of a row that stays, both hold the columns that change and no others.
    """

    table: str
    key: tuple[Any, ...]
    before: Values | None
    after: Values | None

    @property
    def articles(self) -> frozenset[int]:
        """The articles that the row belongs to, before and after, where the image tells."""
        names = [column.name for column in READERS_TABLES[self.table].primary_key]
        keys = dict(zip(names, self.key, strict=True))
        held = [values.get(name) for values in (keys, self.before or {}, self.after or {}) for name in self._columns]
        return frozenset(number for number in held if number is not None)

    @property
    def _columns(self) -> tuple[str, ...]:
        return ARTICLE_COLUMNS[self.table]


def record_of(images: Iterable[Image]) -> list[list[Any]]:
    """Images as plain JSON values; `images_from` gives them back."""
    return [
        [i.table, list(i.key), None if i.before is None else dict(i.before), None if i.after is None else dict(i.after)]
        for i in images
    ]


def images_from(record: Iterable[Sequence[Any]]) -> list[Image]:
    """The images of a `record_of`; rows of tables that are no more are left out."""
    return [Image(table, tuple(key), before, after) for table, key, before, after in record if table in READERS_TABLES]


def inverse(images: Iterable[Image]) -> list[Image]:
    """What takes `images` back."""
    return [Image(i.table, i.key, i.after, i.before) for i in images]


def merged(earlier: Iterable[Image], later: Iterable[Image]) -> list[Image]:
    """What `earlier` and then `later`, of the same rows and columns, do together."""
    first = {(i.table, i.key): i for i in earlier}
    return [Image(i.table, i.key, first[i.table, i.key].before, i.after) for i in later]


def composed(images: Iterable[Image]) -> list[Image]:
    """What images of any rows, written one after another, do together: one image for each row that changes."""
    rows: dict[tuple[str, tuple[Any, ...]], Image] = {}
    for image in images:
        at = image.table, image.key
        rows[at] = _followed(rows[at], image) if at in rows else image
    return [i for i in rows.values() if not (i.before == i.after and (i.before is None or not i.before))]


def _followed(first: Image, then: Image) -> Image:
    """Two images of one row as one."""
    if first.before is None:  # it was made, and changed or deleted again
        made = None if then.after is None else {**(first.after or {}), **then.after}
        return Image(first.table, first.key, None, made)
    if first.after is None and then.after is None:
        return first
    before = first.before if first.after is None else {**(then.before or {}), **first.before}
    if then.after is None:
        return Image(first.table, first.key, before, None)
    after = {**(first.after or {}), **then.after}
    same = {name for name, value in before.items() if name in after and after[name] == value}
    return Image(
        first.table,
        first.key,
        {name: value for name, value in before.items() if name not in same},
        {name: value for name, value in after.items() if name not in same},
    )


def same_rows(some: Iterable[Image], others: Iterable[Image]) -> bool:
    """Whether both change the same columns of the same rows, and neither makes or deletes one."""
    shapes = [
        {
            (i.table, i.key, *sorted(i.before or ()), None, *sorted(i.after or ()))
            for i in images
            if i.before and i.after
        }
        for images in (list(some), list(others))
    ]
    return bool(shapes[0]) and shapes[0] == shapes[1]


def write(connection: Connection, images: Iterable[Image]) -> None:
    """Make every image's row what it is after."""
    by_table: dict[str, list[Image]] = {name: [] for name in READERS_TABLES}
    for image in images:
        by_table[image.table].append(image)
    for name in reversed(READERS_TABLES):
        _delete(connection, READERS_TABLES[name], [i for i in by_table[name] if i.after is None])
    for name, table in READERS_TABLES.items():
        _update(connection, table, [i for i in by_table[name] if i.after is not None and i.before is not None])
        _insert(connection, table, [i for i in by_table[name] if i.after is not None and i.before is None])


def among(column: ColumnElement[Any], values: Iterable[Any]) -> ColumnElement[bool]:
    """Whether `column` is one of `values`: as one bound parameter, so that there may be any number of them."""
    listed = func.json_each(compact_json(list(values)).decode()).table_valued("value")
    return column.in_(select(listed.c.value))


def of_present_articles(connection: Connection, images: Iterable[Image]) -> list[Image]:
    """Those of `images` whose articles the library still holds, and those that belong to none."""
    listed = list(images)
    wanted = sorted(set().union(*(i.articles for i in listed)))
    present = set(connection.scalars(select(articles.c.id).where(among(articles.c.id, wanted)))) if wanted else set()
    return [i for i in listed if i.articles <= present]


def _key_is(table: Table) -> ColumnElement[bool]:
    return and_(*(column == bindparam(f"key_{column.name}") for column in table.primary_key))


def _key(table: Table, image: Image) -> dict[str, Any]:
    return {f"key_{column.name}": value for column, value in zip(table.primary_key, image.key, strict=True)}


def _delete(connection: Connection, table: Table, images: list[Image]) -> None:
    if images:
        connection.execute(delete(table).where(_key_is(table)), [_key(table, image) for image in images])


def _update(connection: Connection, table: Table, images: list[Image]) -> None:
    by_columns: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for image in images:
        values = _known(table, image.after or {})
        rows = by_columns.setdefault(tuple(sorted(values)), [])
        rows.append({**_key(table, image), **{f"new_{name}": value for name, value in values.items()}})
    for names, rows in by_columns.items():
        if names:
            renamed: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
            connection.execute(update(table).where(_key_is(table)).values(renamed), rows)


def _insert(connection: Connection, table: Table, images: list[Image]) -> None:
    if images:
        connection.execute(_inserted(table), [_whole(table, image) for image in images])


@cache
def _inserted(table: Table) -> Insert:
    """The statement that writes whole rows of a table, in the place of older ones; making it takes milliseconds."""
    keys = [column.name for column in table.primary_key]
    statement = insert(table)
    others = {column.name: statement.excluded[column.name] for column in table.columns if column.name not in keys}
    if others:
        return statement.on_conflict_do_update(index_elements=keys, set_=others)
    return statement.on_conflict_do_nothing()


def _whole(table: Table, image: Image) -> dict[str, Any]:
    keys = [column.name for column in table.primary_key]
    given = {**_known(table, image.after or {}), **dict(zip(keys, image.key, strict=True))}
    return {column.name: given.get(column.name) for column in table.columns if column.name in given or column.nullable}


def _known(table: Table, values: Values) -> dict[str, Any]:
    # A journal written under an older schema may name columns that are no more.
    return {name: value for name, value in values.items() if name in table.columns}
