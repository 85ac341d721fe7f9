"""What changes of the library's order do to the reader's tables, decided as row images."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, Table, func, or_, select

from reader.article import LibraryError
from reader.library import organising
from reader.library.change import Change
from reader.library.deciding import images_of, row_of_key, set_states, tag_key, tag_name, with_deleted, without_key
from reader.library.images import Image, among
from reader.library.packing import now, storable
from reader.library.ruling import rule_record
from reader.library.schema import (
    article_tags,
    articles,
    collected,
    collections,
    corrections,
    highlights,
    notes,
    passages,
    rules,
    saved_searches,
    states,
    tags,
    told_apart,
)

MAX_NAME_CHARACTERS = 100


@images_of.register
def _(change: organising.RenameTag, connection: Connection) -> list[Image]:
    old, wanted = tag_key(change.name), tag_name(change.wanted)
    if not wanted or not old:
        raise LibraryError("A tag needs a name: type one, or delete the tag.")
    held = _tags_from(connection, old)
    names = {key: f"{wanted}{name[len(tag_name(change.name)) :]}" for key, name in held.items()}
    if all(tag_key(new) == key for key, new in names.items()):
        return [
            Image("tags", (key,), {"name": held[key]}, {"name": new}) for key, new in names.items() if held[key] != new
        ]
    if tag_key(wanted).startswith(f"{old}/"):
        raise LibraryError(f"“{change.name}” cannot be put below itself: choose another name.")
    return _retagged(connection, held, names)


@images_of.register
def _(change: organising.DeleteTag, connection: Connection) -> list[Image]:
    held = _tags_from(connection, tag_key(change.name))
    pairs = connection.execute(select(article_tags).where(among(article_tags.c.tag, held))).all()
    gone = [
        *(Image("article_tags", tuple(pair), {}, None) for pair in pairs),
        *(Image("tags", (key,), {"name": name}, None) for key, name in held.items()),
    ]
    return with_deleted("tag", change.name, gone) if gone else []


@images_of.register
def _(change: organising.NameCollection, connection: Connection) -> list[Image]:
    name = _name(change.name, "collection")
    return _named(connection, collections, change.key, {"name": name}, {"created": now()})


@images_of.register
def _(change: organising.DeleteCollection, connection: Connection) -> list[Image]:
    held = row_of_key(connection, collections, change.key)
    if held is None:
        return []
    items = connection.execute(select(collected).where(collected.c.collection == change.key)).mappings()
    gone = [
        *(Image("collected", (i["collection"], i["article"]), {"position": i["position"]}, None) for i in items),
        Image("collections", (change.key,), without_key(collections, held), None),
    ]
    return with_deleted("collection", held["name"], gone)


@images_of.register
def _(change: organising.PutInCollection, connection: Connection) -> list[Image]:
    made: list[Image] = []
    if row_of_key(connection, collections, change.key) is None:
        if change.key != organising.QUEUE:
            raise LibraryError("Not saved: the collection is no longer in the library; make it anew.")
        made = _named(connection, collections, change.key, {"name": organising.QUEUE_NAME}, {"created": now()})
    known = set(connection.scalars(select(articles.c.id).where(among(articles.c.id, change.ids))))
    held = _order(connection, change.key)
    new = [number for number in dict.fromkeys(change.ids) if number in known and number not in held]
    last = max(held.values(), default=0.0)
    images = [
        Image("collected", (change.key, number), None, {"position": last + 1.0 + at}) for at, number in enumerate(new)
    ]
    return [*made, *images] if images else []


@images_of.register
def _(change: organising.TakeFromCollection, connection: Connection) -> list[Image]:
    held = _order(connection, change.key)
    return [
        Image("collected", (change.key, number), {"position": held[number]}, None)
        for number in dict.fromkeys(change.ids)
        if number in held
    ]


@images_of.register
def _(change: organising.MoveInCollection, connection: Connection) -> list[Image]:
    held = _order(connection, change.key)
    moving = [number for number in dict.fromkeys(change.ids) if number in held]
    if not moving or change.before in moving:
        return []
    rest = [number for number in held if number not in moving]
    at = rest.index(change.before) if change.before in rest else len(rest)
    wanted = [*rest[:at], *moving, *rest[at:]]
    if wanted == list(held):
        return []
    positions = _between(held[rest[at - 1]] if at else None, held[rest[at]] if at < len(rest) else None, len(moving))
    placed = dict(zip(moving, positions, strict=True)) if positions else {n: float(i) for i, n in enumerate(wanted, 1)}
    return [
        Image("collected", (change.key, number), {"position": held[number]}, {"position": position})
        for number, position in placed.items()
        if held[number] != position
    ]


@images_of.register
def _(change: organising.SaveSearch, connection: Connection) -> list[Image]:
    words = storable(change.words).strip()
    if not words:
        raise LibraryError("An empty search cannot be saved: type what to search for first.")
    return _named(
        connection, saved_searches, change.key, {"name": _name(change.name or words, "search"), "words": words}
    )


@images_of.register
def _(change: organising.DeleteSearch, connection: Connection) -> list[Image]:
    return _gone(connection, saved_searches, change.key, "search")


@images_of.register
def _(change: organising.SaveRule, connection: Connection) -> list[Image]:
    rule = change.rule
    if not rule.conditions:
        raise LibraryError("A rule needs a condition: say whom an article is from, or what it is about.")
    held = {
        "name": _name(rule.name or rule.sentence, "rule"),
        "record": storable(rule_record(rule)),
        "enabled": rule.enabled,
    }
    return _named(connection, rules, change.key, held)


@images_of.register
def _(change: organising.DeleteRule, connection: Connection) -> list[Image]:
    return _gone(connection, rules, change.key, "rule")


@images_of.register
def _(change: organising.TellApart, connection: Connection) -> list[Image]:
    known = sorted(connection.scalars(select(articles.c.id).where(among(articles.c.id, change.ids))))
    pairs = {(one, other) for i, one in enumerate(known) for other in known[i + 1 :]}
    held = {tuple(row) for row in connection.execute(select(told_apart).where(among(told_apart.c.one, known)))}
    return [Image("told_apart", pair, None, {}) for pair in sorted(pairs - held)]


@images_of.register
def _(change: organising.MergeArticles, connection: Connection) -> list[Image]:
    known = set(connection.scalars(select(articles.c.id).where(among(articles.c.id, (change.keep, *change.others)))))
    others = [number for number in dict.fromkeys(change.others) if number in known and number != change.keep]
    if change.keep not in known or not others:
        return []
    return [
        *_written(connection, change.keep, others),
        *_tags_joined(connection, change.keep, others),
        *_places_joined(connection, change.keep, others),
        *_states_joined(connection, change.keep, others),
    ]


def can_be_done(change: Change, connection: Connection) -> bool:
    """Whether what a rule says can still be done: its collection may be gone."""
    if not isinstance(change, organising.PutInCollection) or change.key == organising.QUEUE:
        return True
    return row_of_key(connection, collections, change.key) is not None


def _written(connection: Connection, keep: int, others: list[int]) -> list[Image]:
    """Highlights, notes, bookmarks and corrections go over; they find their passages in the other text by themselves."""
    images = []
    for table in (highlights, notes, passages, corrections):
        rows = connection.execute(select(table.c.key, table.c.article).where(among(table.c.article, others)))
        images += [Image(table.name, (key,), {"article": article}, {"article": keep}) for key, article in rows]
    return images


def _tags_joined(connection: Connection, keep: int, others: list[int]) -> list[Image]:
    held = set(connection.scalars(select(article_tags.c.tag).where(article_tags.c.article == keep)))
    more = set(connection.scalars(select(article_tags.c.tag).where(among(article_tags.c.article, others))))
    return [Image("article_tags", (keep, tag), None, {}) for tag in sorted(more - held)]


def _places_joined(connection: Connection, keep: int, others: list[int]) -> list[Image]:
    """The article that is kept takes the places of the others in their collections."""
    rows = connection.execute(select(collected).where(among(collected.c.article, [keep, *others]))).mappings().all()
    kept = {row["collection"] for row in rows if row["article"] == keep}
    images = []
    for row in rows:
        if row["article"] != keep:
            place = {"position": row["position"]}
            images.append(Image("collected", (row["collection"], row["article"]), place, None))
            if row["collection"] not in kept:
                kept.add(row["collection"])
                images.append(Image("collected", (row["collection"], keep), None, place))
    return images


def _states_joined(connection: Connection, keep: int, others: list[int]) -> list[Image]:
    wanted: dict[str, Any] = {}
    marked = connection.scalar(select(func.max(states.c.bookmarked)).where(among(states.c.article, [keep, *others])))
    if marked:
        wanted["bookmarked"] = True
    kept = set_states(connection, [keep], **wanted, trashed=False, trashed_at=None)
    left = select(states.c.article).where(among(states.c.article, others), states.c.trashed.is_(False))
    return [*kept, *set_states(connection, connection.scalars(left).all(), trashed=True, trashed_at=now())]


def _tags_from(connection: Connection, key: str) -> dict[str, str]:
    """A tag and those below it: their keys and names."""
    below = tags.c.key.between(f"{key}/", f"{key}/\U0010ffff")
    return dict(connection.execute(select(tags).where(or_(tags.c.key == key, below))).all())


def _retagged(connection: Connection, held: dict[str, str], names: dict[str, str]) -> list[Image]:
    """Every article of the tags `held` gets those of the new `names`, which may be there already."""
    wanted = {key: tag_key(name) for key, name in names.items()}
    pairs = {
        (a, t)
        for a, t in connection.execute(select(article_tags).where(among(article_tags.c.tag, [*held, *wanted.values()])))
    }
    there = set(connection.scalars(select(tags.c.key).where(among(tags.c.key, list(wanted.values())))))
    moved = {(article, wanted[tag]) for article, tag in pairs if tag in wanted}
    new = {wanted[key]: name for key, name in names.items() if wanted[key] not in there}
    return [
        *(Image("tags", (key,), None, {"name": name}) for key, name in sorted(new.items())),
        *(Image("article_tags", pair, None, {}) for pair in sorted(moved - pairs)),
        *(Image("article_tags", pair, {}, None) for pair in sorted(pairs - moved) if pair[1] in held),
        *(Image("tags", (key,), {"name": name}, None) for key, name in held.items() if key not in wanted.values()),
    ]


def _order(connection: Connection, key: str) -> dict[int, float]:
    """The articles of a collection in its order, each with its position."""
    chosen = select(collected.c.article, collected.c.position).where(collected.c.collection == key)
    return dict(connection.execute(chosen.order_by(collected.c.position, collected.c.article)).all())


def _between(low: float | None, high: float | None, count: int) -> list[float]:
    """So many positions between two; none where there is no room left."""
    low = low if low is not None else (high or 0.0) - count - 1
    high = high if high is not None else low + count + 1
    step = (high - low) / (count + 1)
    found = [low + step * (i + 1) for i in range(count)]
    return found if all(a < b for a, b in pairwise((low, *found, high))) else []


def _named(
    connection: Connection, table: Table, key: str, values: dict[str, Any], once: dict[str, Any] | None = None
) -> list[Image]:
    """A row of a table that has an order: made at its end, or changed."""
    held = row_of_key(connection, table, key)
    if held is None:
        last = connection.scalar(select(func.max(table.c.position))) or 0.0
        return [Image(table.name, (key,), None, {**values, **(once or {}), "position": last + 1.0})]
    differing = {name: value for name, value in values.items() if held[name] != value}
    before = {name: held[name] for name in differing}
    return [Image(table.name, (key,), before, differing)] if differing else []


def _gone(connection: Connection, table: Table, key: str, what: str) -> list[Image]:
    held = row_of_key(connection, table, key)
    if held is None:
        return []
    return with_deleted(what, held["name"], [Image(table.name, (key,), without_key(table, held), None)])


def _name(name: str, what: str) -> str:
    plain = " ".join(storable(name).split())[:MAX_NAME_CHARACTERS].strip()
    if not plain:
        raise LibraryError(f"A {what} needs a name: type one.")
    return plain
