"""The cells as they lie in the library, and the names of its articles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, and_, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from reader.library.images import among
from reader.library.packing import compact_json, storable_values
from reader.library.replicas.cells import VERSIONED, Cell, row_from, row_text
from reader.library.schema import articles, captures, replica_articles, replica_cells, replica_pending, versions

Row = tuple[str, tuple[str, ...]]


def cells_of(connection: Connection, table: str, rows: Iterable[tuple[str, ...]]) -> list[Cell]:
    """All cells of rows of one table."""
    keys = [row_text(row) for row in rows]
    chosen = select(replica_cells).where(replica_cells.c.tab == table, among(replica_cells.c.row, keys))
    return [_cell(row) for row in connection.execute(chosen).mappings()]


def rows_of(connection: Connection, table: str) -> list[tuple[str, ...]]:
    """The keys of all rows of a table that any cell is of."""
    chosen = select(replica_cells.c.row).where(replica_cells.c.tab == table).distinct()
    return [row_from(row) for row in connection.scalars(chosen)]


def put(connection: Connection, cell: Cell, *, unsent: bool) -> bool:
    """Keep a cell; whether it says anything new. Of what is not versioned, only the last of each field is kept."""
    value = compact_json(storable_values(cell.value)).decode()
    field = and_(
        replica_cells.c.tab == cell.table,
        replica_cells.c.row == row_text(cell.row),
        replica_cells.c.field == cell.field,
    )
    held = dict(connection.execute(select(replica_cells.c.stamp, replica_cells.c.value).where(field)).all())
    # Two that were written at one stamp are the same, but for what was worked out of others: then any rule will do.
    if cell.stamp in held and held[cell.stamp] >= value:
        return False
    versioned = (cell.table, cell.field) in VERSIONED
    if not versioned and held and max(held) > cell.stamp:
        return False
    values = {
        "tab": cell.table, "row": row_text(cell.row), "field": cell.field, "stamp": cell.stamp, "was": cell.was,
        "value": value, "unsent": unsent,
    }  # fmt: skip
    statement = insert(replica_cells).values(values)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["tab", "row", "field", "stamp"], set_={"value": value, "unsent": unsent}
        )
    )
    if not versioned:
        connection.execute(delete(replica_cells).where(field, replica_cells.c.stamp < cell.stamp))
    return True


def forget_version(connection: Connection, cell: Cell) -> None:
    """Strike out a version that nobody was told of."""
    connection.execute(
        delete(replica_cells).where(
            replica_cells.c.tab == cell.table,
            replica_cells.c.row == row_text(cell.row),
            replica_cells.c.field == cell.field,
            replica_cells.c.stamp == cell.stamp,
        )
    )


def last_of(connection: Connection, table: str, row: tuple[str, ...], field: str) -> tuple[Cell, bool] | None:
    """The last cell of a field, and whether it is unsent yet."""
    chosen = select(replica_cells).where(
        replica_cells.c.tab == table, replica_cells.c.row == row_text(row), replica_cells.c.field == field
    )
    found = connection.execute(chosen.order_by(replica_cells.c.stamp.desc()).limit(1)).mappings().one_or_none()
    return None if found is None else (_cell(found), bool(found["unsent"]))


def unsent(connection: Connection, most: int) -> list[Cell]:
    """Cells that no file has yet, oldest first."""
    chosen = select(replica_cells).where(replica_cells.c.unsent.is_(True)).order_by(replica_cells.c.stamp).limit(most)
    return [_cell(row) for row in connection.execute(chosen).mappings()]


def sent(connection: Connection, cells: Iterable[Cell]) -> None:
    """Note that a file has these."""
    for cell in cells:
        connection.execute(
            update(replica_cells)
            .where(
                replica_cells.c.tab == cell.table,
                replica_cells.c.row == row_text(cell.row),
                replica_cells.c.field == cell.field,
                replica_cells.c.stamp == cell.stamp,
            )
            .values(unsent=False)
        )


def _cell(row: Any) -> Cell:
    return Cell(row["tab"], row_from(row["row"]), row["field"], row["stamp"], row["was"], json.loads(row["value"]))


# ---- Rows that wait for their article


def pending(connection: Connection) -> list[Row]:
    return [(tab, row_from(row)) for tab, row in connection.execute(select(replica_pending))]


def set_pending(connection: Connection, rows: Iterable[Row], waits: bool) -> None:
    for table, row in rows:
        key = {"tab": table, "row": row_text(row)}
        if waits:
            connection.execute(insert(replica_pending).values(key).on_conflict_do_nothing())
        else:
            connection.execute(
                delete(replica_pending).where(replica_pending.c.tab == table, replica_pending.c.row == key["row"])
            )


# ---- The names of articles


def name_of(connection: Connection, article: int) -> str | None:
    """The name of an article on all machines: the digest of what it was first made from. None where it is gone."""
    chosen = select(func.min(replica_articles.c.name)).where(replica_articles.c.article == article)
    known = connection.scalar(chosen)
    if known is not None:
        return str(known)
    first = select(versions.c.capture).where(versions.c.article == article).order_by(versions.c.id).limit(1)
    now = select(articles.c.capture, articles.c.sample).where(articles.c.id == article)
    row = connection.execute(now).one_or_none()
    if row is None:
        return None
    capture = connection.scalar(first) or row.capture
    digest, raw = connection.execute(select(captures.c.digest, captures.c.raw).where(captures.c.id == capture)).one()
    name = f"{digest}{'-raw' if raw else ''}"
    held = connection.execute(select(replica_articles).where(replica_articles.c.name == name)).mappings().one_or_none()
    if held is not None and held["article"] is not None:
        name = f"{name}-{article}"  # two articles of one capture: nobody else has the second
    statement = insert(replica_articles).values(name=name, article=article, offered=row.sample)
    connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"article": article}))
    return name


def names_of(connection: Connection, article: int) -> list[str]:
    """All names of an article: machines that came to it by different captures gave it different ones."""
    return list(connection.scalars(select(replica_articles.c.name).where(replica_articles.c.article == article)))


def article_called(connection: Connection, name: str) -> tuple[bool, int | None]:
    """Whether a name is known here, and the article: None where that was deleted."""
    row = connection.execute(select(replica_articles.c.article).where(replica_articles.c.name == name)).one_or_none()
    return (False, None) if row is None else (True, row.article)


def name_article(connection: Connection, name: str, article: int | None, *, offered: bool = True) -> None:
    """Let an article have a name."""
    statement = insert(replica_articles).values(name=name, article=article, offered=offered)
    connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"article": article}))


def unnamed(connection: Connection) -> Iterator[int]:
    """The articles that have no name yet."""
    named = select(replica_articles.c.article).where(replica_articles.c.article.is_not(None))
    yield from connection.scalars(
        select(articles.c.id).where(articles.c.id.not_in(named)).order_by(articles.c.id)
    ).all()
