"""Where highlights, notes and bookmarks stand in their articles' present texts: kept, so that orphans can be listed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from reader.article import Anchor
from reader.library.placing import place
from reader.library.schema import highlights, notes, passages, placements

ANCHORED = {table.name: table for table in (highlights, notes, passages)}


def anchor_from(row: Mapping[Any, Any]) -> Anchor | None:
    """The anchor in the columns of a row; None for a note on a whole article."""
    if row["exact"] is None:
        return None
    return Anchor(row["exact"], row["prefix"], row["suffix"], row["start"], row["end"])


def place_all(connection: Connection, article_id: int, text: str) -> None:
    """Note where everything that the reader wrote on an article stands in `text`, which is what it says now."""
    rows = []
    for table in ANCHORED.values():
        for row in connection.execute(select(table).where(table.c.article == article_id)).mappings():
            anchor = anchor_from(row)
            if anchor is not None:
                found = place(anchor, text)
                start, end = found.span or (None, None)
                held = {"start": start, "end": end, "score": found.score, "sure": found.sure}
                rows.append({"key": row["key"], "article": article_id, **held})
    connection.execute(delete(placements).where(placements.c.article == article_id))
    if rows:
        connection.execute(insert(placements).prefix_with("OR REPLACE"), rows)
