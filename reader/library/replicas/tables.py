"""The reader's tables as replicas know them: rows by keys that mean the same on every machine.

An article is the digest of what it was first made from; a piece that was put back or taken out is what it says.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reader.library.images import Image
from reader.library.people.decisions import is_decided, with_articles
from reader.library.replicas.cells import EXISTS, Cell
from reader.library.schema import READERS_TABLES

ARTICLE = "article"
Named = Callable[[int], str | None]
"""The name of an article on all machines; None where it has none, because it is gone."""


@dataclass(frozen=True)
class Shape:
    """How a table is exchanged. `keys` are its key's columns, `articles` those that are articles' numbers; `fixed`
    rows are there as long as their article is, and are never made or deleted by themselves."""

    keys: tuple[str, ...]
    articles: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()
    fixed: bool = False


_KEYED = ("key",)
SHAPES: Mapping[str, Shape] = {
    "states": Shape((ARTICLE,), (ARTICLE,), frozenset({"position"}), fixed=True),
    "notes": Shape(_KEYED, (ARTICLE,)),
    "passages": Shape(_KEYED, (ARTICLE,)),
    "highlights": Shape(_KEYED, (ARTICLE,)),
    "corrections": Shape(_KEYED, (ARTICLE,)),
    "identities": Shape(_KEYED),
    "colours": Shape(_KEYED),
    "tags": Shape(_KEYED, fixed=True),
    "article_tags": Shape((ARTICLE, "tag"), (ARTICLE,)),
    "edits": Shape((ARTICLE, "ordinal"), (ARTICLE,)),
    "feeds": Shape(_KEYED),
    "watches": Shape((ARTICLE,), (ARTICLE,)),
    "collections": Shape(_KEYED),
    "collected": Shape(("collection", ARTICLE), (ARTICLE,)),
    "saved_searches": Shape(_KEYED),
    "rules": Shape(_KEYED),
    "told_apart": Shape(("one", "other"), ("one", "other")),
}
"""What travels. Reading positions, waiting addresses, accounts and what was deleted stay on their machine."""


def written_by(image: Image, named: Named) -> Iterator[tuple[str, tuple[str, ...], str, Any]]:
    """What an image writes, as (table, row, field, value); nothing where its article has no name any more."""
    shape = SHAPES.get(image.table)
    if shape is None:
        return
    row = _row(image, shape, named)
    if row is None:
        return
    if image.after is None:
        if not shape.fixed:
            yield image.table, row, EXISTS, False
        return
    if image.before is None and not shape.fixed:
        yield image.table, row, EXISTS, True
    for name, value in image.after.items():
        if name in shape.without or name in shape.keys:
            continue
        told = named(value) if name in shape.articles and value is not None else value
        if image.table == "identities" and name == "record":
            told = with_articles(value, named)
        if told is not None or value is None:
            yield image.table, row, name, told


def _row(image: Image, shape: Shape, named: Named) -> tuple[str, ...] | None:
    keys: list[str] = []
    for name, value in zip(shape.keys, image.key, strict=True):
        if name in shape.articles:
            known = named(value)
            if known is None:
                return None
            keys.append(known)
        elif name == "ordinal":
            keys.append(edit_key({**(image.before or {}), **(image.after or {})}))
        else:
            keys.append(str(value))
    return tuple(sorted(keys)) if image.table == "told_apart" else tuple(keys)


def edit_key(edit: Mapping[str, Any]) -> str:
    """What names one piece that was put back or taken out, on every machine."""
    said = f"{edit.get('kind')} {edit.get('occurrence')} {edit.get('text')}"
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def believable(cell: Cell) -> bool:
    """Whether a cell may be kept: what another machine wrote is of a kind that its column holds, or of no known one."""
    shape, table = SHAPES.get(cell.table), READERS_TABLES.get(cell.table)
    if shape is None or table is None:
        return True
    if len(cell.row) != len(shape.keys):
        return False
    if cell.field == EXISTS:
        return isinstance(cell.value, bool)
    if cell.field not in table.columns:
        return True
    column = table.columns[cell.field]
    if cell.value is None:
        return bool(column.nullable)
    wanted = str if cell.field in shape.articles else column.type.python_type
    if wanted is float:
        return isinstance(cell.value, int | float) and not isinstance(cell.value, bool)
    if type(cell.value) is not wanted:
        return False
    return cell.table != "identities" or is_decided(cell.field, cell.value)
