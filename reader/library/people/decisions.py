"""What a reader decides on who is who, and what follows from all of it in order: kept apart, made again for ever.

A decision names things by their keys ("person:ada lund"), which outlast every new analysis.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Integer, literal_column, select

from reader.article import EntityKind
from reader.library.packing import compact_json, storable
from reader.library.schema import identities


class DecisionKind(StrEnum):
    SAME = "same"
    APART = "apart"
    NAME = "name"
    REJECT = "reject"
    ACCEPT = "accept"
    NEVER = "never"
    KIND = "kind"


@dataclass(frozen=True)
class Decision:
    """One decision on `thing`, a key.

    SAME: it is `other`, under whose name both go on. APART: in `articles` it is another, `other`. NAME: it is called
    `name`. REJECT: it is no such thing and shown nowhere; ACCEPT takes that back. NEVER: it is not `other`, and this
    is not offered again. KIND: it is an `as_kind`.
    """

    kind: DecisionKind
    thing: str
    other: str = ""
    name: str = ""
    articles: tuple[int, ...] = ()
    as_kind: EntityKind | None = None


@dataclass
class Decided:
    """What follows from decisions, made one after the other."""

    parents: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, EntityKind] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    apart: list[tuple[frozenset[str], frozenset[int], str]] = field(default_factory=list)
    never: set[frozenset[str]] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)

    def root(self, key: str) -> str:
        """The key under which a thing goes on."""
        while key in self.parents:
            key = self.parents[key]
        return key

    def base(self, key: str, article: int) -> str:
        """Which thing an article means where the machine linked it to `key`: another one after a split."""
        for members, articles, other in self.apart:
            if key in members and article in articles:
                key = other
        return key

    def are_never_same(self, one: str, other: str) -> bool:
        """Whether the reader said that these two are not one."""
        roots = {self.root(one), self.root(other)}
        return any({self.root(key) for key in pair} == roots for pair in self.never)


def decided(decisions: Iterable[Decision]) -> Decided:
    """What follows from decisions in the order in which they were made."""
    made = Decided()
    for decision in decisions:
        made.keys |= {decision.thing, decision.other} - {""}
        root = made.root(decision.thing)
        match decision.kind:
            case DecisionKind.SAME:
                other = made.root(decision.other)
                if other != root:
                    made.parents[root] = other
            case DecisionKind.APART:
                members = {key for key in (*made.keys, *made.parents) if made.root(key) == root} | {root}
                made.apart.append((frozenset(members - {decision.other}), frozenset(decision.articles), decision.other))
            case DecisionKind.NAME:
                made.names[root] = decision.name
            case DecisionKind.KIND if decision.as_kind is not None:
                made.kinds[root] = decision.as_kind
            case DecisionKind.REJECT:
                made.hidden.add(root)
            case DecisionKind.ACCEPT:
                made.hidden.discard(root)
            case DecisionKind.NEVER:
                made.never.add(frozenset((decision.thing, decision.other)))
    return made


def held(connection: Connection) -> Decided:
    """What follows from all the reader's decisions in the library."""
    chosen = select(identities.c.kind, identities.c.thing, identities.c.record)
    rows = connection.execute(chosen.order_by(identities.c.created, literal_column("identities.rowid", Integer)))
    return decided(decision_from(kind, thing, record) for kind, thing, record in rows)


def row_of(decision: Decision) -> dict[str, Any]:
    """A decision as columns of a row; `decision_from` gives it back."""
    record = {
        "other": storable(decision.other),
        "name": storable(decision.name),
        "articles": list(decision.articles),
        "as_kind": str(decision.as_kind) if decision.as_kind else None,
    }
    return {
        "kind": str(decision.kind),
        "thing": storable(decision.thing),
        "record": compact_json(record).decode(),
    }


def is_decided(field: str, value: str) -> bool:
    """Whether a column of a `row_of` may hold a value, which another machine wrote."""
    if field == "kind":
        return value in set(DecisionKind)
    if field != "record":
        return True
    try:
        told = json.loads(value)
        as_kind = told["as_kind"]
        texts = [told["other"], told["name"], *([] if as_kind is None else [as_kind])]
        known = as_kind is None or as_kind in set(EntityKind)
        return (
            known
            and isinstance(told["articles"], list)
            and all(isinstance(text, str) for text in [*texts, *told["articles"]])
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        return False


def with_articles(record: str, called: Callable[[Any], Any]) -> str:
    """A record of `row_of` with its articles by other names, those left out of which `called` knows none."""
    held_record = json.loads(record)
    names = [name for article in held_record["articles"] if (name := called(article)) is not None]
    return compact_json({**held_record, "articles": names}).decode()


def decision_from(kind: str, thing: str, record: str) -> Decision:
    """The decision of a `row_of`."""
    held_record = json.loads(record)
    as_kind = EntityKind(held_record["as_kind"]) if held_record["as_kind"] else None
    articles = tuple(held_record["articles"])
    return Decision(DecisionKind(kind), thing, held_record["other"], held_record["name"], articles, as_kind)
