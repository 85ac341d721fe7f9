"""Which person, organisation or place of the library an article's entity is: by name, roles and company."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, insert, select, text
from sqlalchemy.dialects import sqlite

from reader.article import Entity, EntityKind
from reader.library.packing import compact_json
from reader.library.people.evidence import Verdict, verdict
from reader.library.people.names import could_be_short_for, ends_of, is_common, is_full, name_key, sort_key
from reader.library.schema import links, offers, thing_names, things

MOST_CANDIDATES = 12
COMPANY_ARTICLES = 12
"""In so many of a thing's newest articles it is looked for whom it is named with."""
MOST_ROLES = 200
KINDS_OF_COMPANY = (EntityKind.PERSON, EntityKind.ORGANISATION)

# Statements are written once: to put one together takes longer than SQLite needs for it.
_INSERT_THING = insert(things)
_INSERT_NAMES = sqlite.insert(thing_names).on_conflict_do_nothing()
_INSERT_OFFERS = sqlite.insert(offers).on_conflict_do_nothing()
_BY_KEY = select(things.c.id).where(things.c.key == bindparam("wanted"))
_CANDIDATES = text(
    "SELECT n.name, t.id, t.key, t.found_kind, t.found_name FROM json_each(:names) j"
    " JOIN thing_names n ON n.name = j.value AND n.whole JOIN things t ON t.id = n.thing ORDER BY t.id"
)
_ROLES = text("SELECT DISTINCT role FROM roles WHERE thing = :thing LIMIT :few")
_COMPANY = text(
    "SELECT DISTINCT n.name FROM links w JOIN things t ON t.id = w.thing"
    " JOIN thing_names n ON n.thing = t.id AND n.whole"
    " WHERE w.article IN (SELECT article FROM links WHERE thing = :thing ORDER BY day DESC LIMIT :few)"
    " AND t.found_kind IN ('person', 'organisation')"
    " AND n.name NOT IN (SELECT name FROM thing_names WHERE thing = :thing AND whole)"
)
_WITH_SURNAME = text(
    "SELECT w.name, w.thing FROM thing_names n JOIN things t ON t.id = n.thing AND t.found_kind = 'person'"
    " JOIN thing_names w ON w.thing = n.thing AND w.whole WHERE n.name = :name LIMIT :few"
)
_WITH_INITIALS = text(
    "SELECT n.name, n.thing FROM thing_names n JOIN things t ON t.id = n.thing AND t.found_kind = 'organisation'"
    " WHERE n.whole AND n.name = :name LIMIT :few"
)

_SAME_NAME = "The same name, but other roles and other company."
_SHORTER = "One name may be short for the other."
_OTHER_KIND = "The same name, listed as something else."


@dataclass(frozen=True)
class Candidate:
    """A thing of the library that has the name of an entity."""

    id: int
    key: str
    name: str


@dataclass(frozen=True)
class Found:
    """What an entity was linked to, and the key of its name."""

    entity: Entity
    thing: int
    name: str


def linked(connection: Connection, article: int, entities: Sequence[Entity], before: Iterable[int]) -> list[Found]:
    """The thing of each entity that can have one; new ones are founded, unsure ones offered.

    `before` are the things that the article was linked to: one of them is chosen again where it has the name.
    """
    keyed = [(entity, name_key(entity.name, entity.kind)) for entity in entities]
    keyed = [(entity, key) for entity, key in keyed if key]
    candidates = _candidates(connection, keyed)
    stays = set(before)
    company = _Company(connection, [key for entity, key in keyed if entity.kind in KINDS_OF_COMPANY])
    found: list[Found] = []
    chosen: dict[tuple[str, str], int] = {}
    for entity, key in keyed:
        named = (str(entity.kind), key)
        if named not in chosen:
            own = candidates.get(named, [])
            chosen[named] = _thing(connection, article, entity, key, own, stays, company)
            if not own and (len(key.split()) == 1 or entity.kind is not EntityKind.PERSON):
                # The kind of a name of one word is easily mistaken.
                for kind in EntityKind:
                    for other in candidates.get((str(kind), key), []):
                        offer(connection, chosen[named], other.id, _OTHER_KIND)
        found.append(Found(entity, chosen[named], key))
    return found


def _thing(
    connection: Connection,
    article: int,
    entity: Entity,
    key: str,
    candidates: list[Candidate],
    stays: set[int],
    company: _Company,
) -> int:
    for candidate in candidates:
        if candidate.id in stays:
            return candidate.id
    if not candidates:
        made = found_thing(connection, f"{entity.kind}:{key}", entity.name, entity.kind, key)
        _offer_shorter(connection, made, entity.kind, key)
        return made
    if entity.kind is not EntityKind.PERSON or not is_full(key, entity.kind):
        return candidates[0].id
    sure = [c for c in candidates if _verdict(connection, entity, key, c, company) is Verdict.SURE]
    if sure:
        return max(sure, key=lambda candidate: company.shared_with(candidate.id)).id if len(sure) > 1 else sure[0].id
    made = found_thing(connection, f"{entity.kind}:{key}#{article}", entity.name, entity.kind, key)
    for candidate in candidates:
        offer(connection, made, candidate.id, _SAME_NAME)
    return made


def found_thing(connection: Connection, key: str, name: str, kind: EntityKind, name_of: str) -> int:
    """Found a thing under a key, with what it may be looked up by; its number, that of the one of this key if any."""
    held = connection.scalar(_BY_KEY, {"wanted": key})
    if held is not None:
        return int(held)
    values = {
        "key": key,
        "found_kind": str(kind),
        "found_name": name,
        "kind": str(kind),
        "name": name,
        "sorted": sort_key(name, kind),
    }
    made = connection.execute(_INSERT_THING, values).inserted_primary_key
    assert made is not None
    name_thing(connection, int(made[0]), name_of)
    return int(made[0])


def name_thing(connection: Connection, thing: int, key: str, *, alias: bool = False) -> None:
    """Let a thing be found by a name, from each of its words on; nothing is linked by an alias alone."""
    rows = [{"name": end, "thing": thing, "whole": at == 0 and not alias} for at, end in enumerate(ends_of(key))]
    if rows:
        connection.execute(_INSERT_NAMES, rows)


def offer(connection: Connection, one: int, other: int, why: str) -> None:
    """Ask the reader, when they look, whether two things are one."""
    low, high = sorted((one, other))
    if low != high:
        connection.execute(_INSERT_OFFERS, [{"one": low, "other": high, "why": why}])


def _candidates(connection: Connection, keyed: Sequence[tuple[Entity, str]]) -> dict[tuple[str, str], list[Candidate]]:
    names = compact_json(sorted({key for _, key in keyed})).decode()
    held: dict[tuple[str, str], list[Candidate]] = {}
    for name, number, key, kind, called in connection.execute(_CANDIDATES, {"names": names}):
        listed = held.setdefault((kind, name), [])
        if len(listed) < MOST_CANDIDATES:
            listed.append(Candidate(number, key, called))
    return held


def _verdict(connection: Connection, entity: Entity, key: str, candidate: Candidate, company: _Company) -> Verdict:
    known = connection.scalars(_ROLES, {"thing": candidate.id, "few": MOST_ROLES}).all()
    common = is_common(key)
    # Whom they are named with is looked up only where roles and name do not tell.
    first = verdict(entity.descriptors, known, 0, common=common)
    if first is Verdict.SURE:
        return first
    return verdict(entity.descriptors, known, company.shared_with(candidate.id), common=common)


class _Company:
    """Who else an article names, laid over whom a thing was named with before."""

    def __init__(self, connection: Connection, keys: Sequence[str]) -> None:
        self._connection = connection
        self._keys = set(keys)
        self._known: dict[int, int] = {}

    def shared_with(self, thing: int) -> int:
        """How many people and organisations of the article the thing was named with, itself left out."""
        if thing not in self._known:
            met = self._connection.scalars(_COMPANY, {"thing": thing, "few": COMPANY_ARTICLES})
            self._known[thing] = len(self._keys & set(met))
        return self._known[thing]


def _offer_shorter(connection: Connection, thing: int, kind: EntityKind, key: str) -> None:
    """Offer a new thing as one with those whose name may be short for its own, or for which its own may be short."""
    if kind not in (EntityKind.PERSON, EntityKind.ORGANISATION):
        return
    last = key.split()[-1]
    person = kind is EntityKind.PERSON
    name = last if person else "".join(word[0] for word in key.split())
    asked = _WITH_SURNAME if person else _WITH_INITIALS
    found = connection.execute(asked, {"name": name, "few": MOST_CANDIDATES}).all()
    near = [(other, number) for other, number in found if number != thing]
    for other, number in near:
        if could_be_short_for(key, other, kind) or could_be_short_for(other, key, kind):
            offer(connection, thing, number, _SHORTER)


def links_of(connection: Connection, article: int) -> dict[str, int]:
    """The thing that each entity of an article is, after the reader's splits."""
    return dict(connection.execute(select(links.c.entity, links.c.thing).where(links.c.article == article)).all())
