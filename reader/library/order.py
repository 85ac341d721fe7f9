"""The library's order, as it is read: collections, saved searches, rules, and articles that may be duplicates."""

from __future__ import annotations

from sqlalchemy import Connection, and_, exists, func, select

from reader.article import Analysis, Article
from reader.library import lists
from reader.library.articles import article_of
from reader.library.ruling import Facts, rule_from
from reader.library.schema import (
    collected,
    collections,
    rules,
    saved_searches,
    sketches,
    states,
    told_apart,
)
from reader.library.sketching import shingles_of
from reader.library.values import Collection, Duplicates, KeptRule, SavedSearch

LEAST_COMMON = 3
"""Articles whose sketches share fewer hashes are not compared."""
LEAST_ALIKE = 0.5
"""The share of their word groups that two texts have in common, from which both may be one article (Dice)."""
MAX_PAIRS = 500


def collections_of(connection: Connection) -> list[Collection]:
    """The collections in their order, each with its number of articles outside the trash."""
    seen = and_(states.c.article == collected.c.article, states.c.trashed.is_(False))
    chosen = (
        select(collections.c.key, collections.c.name, func.count(states.c.article))
        .outerjoin(collected, collected.c.collection == collections.c.key)
        .outerjoin(states, seen)
        .group_by(collections.c.key)
        .order_by(collections.c.position)
    )
    return [Collection(*row) for row in connection.execute(chosen)]


def saved_searches_of(connection: Connection) -> list[SavedSearch]:
    """The saved searches in their order."""
    c = saved_searches.c
    return [SavedSearch(*row) for row in connection.execute(select(c.key, c.name, c.words).order_by(c.position))]


def rules_of(connection: Connection) -> list[KeptRule]:
    """The rules for articles that arrive, in the order in which they are asked."""
    c = rules.c
    rows = connection.execute(select(c.key, c.name, c.record, c.enabled).order_by(c.position))
    return [KeptRule(key, rule_from(name, record, enabled)) for key, name, record, enabled in rows]


def facts_of(article: Article, analysis: Analysis | None) -> Facts:
    """What rules look at of an article."""
    names = [entity.name for entity in analysis.entities] if analysis is not None else []
    names += [mention.text for entity in (analysis.entities if analysis else ()) for mention in entity.mentions]
    sources = tuple(part for part in (article.publisher, article.url, *article.authors) if part)
    return Facts(sources, article.title or "", tuple(dict.fromkeys(names)), article.text, article.language or "")


def duplicates(connection: Connection) -> list[Duplicates]:
    """Articles outside the trash that may be one, those most alike first; pairs told apart are left out."""
    groups: dict[int, set[int]] = {}
    alike: dict[frozenset[int], float] = {}
    shingles: dict[int, set[int]] = {}

    def shingled(number: int) -> set[int]:
        if number not in shingles:
            shingles[number] = shingles_of(article_of(connection, number).text)
        return shingles[number]

    for one, other in _candidates(connection):
        a, b = shingled(one), shingled(other)
        likeness = 2 * len(a & b) / max(1, len(a) + len(b))
        if likeness >= LEAST_ALIKE:
            alike[frozenset((one, other))] = likeness
            joined = groups.get(one, {one}) | groups.get(other, {other})
            groups.update(dict.fromkeys(joined, joined))
    found = []
    for members in {frozenset(group) for group in groups.values()}:
        rows = [row for number in sorted(members) if (row := lists.row_of(connection, number)) is not None]
        least = min(value for pair, value in alike.items() if pair <= members)
        found.append(Duplicates(tuple(rows), least))
    return sorted(found, key=lambda group: -group.alike)


def _candidates(connection: Connection) -> list[tuple[int, int]]:
    one, other = sketches.alias("one"), sketches.alias("other")
    here, there = states.alias("here"), states.alias("there")
    apart = exists().where(told_apart.c.one == one.c.article, told_apart.c.other == other.c.article)
    chosen = (
        select(one.c.article, other.c.article)
        .join(other, and_(other.c.hash == one.c.hash, other.c.article > one.c.article))
        .join(here, here.c.article == one.c.article)
        .join(there, there.c.article == other.c.article)
        .where(here.c.trashed.is_(False), there.c.trashed.is_(False), ~apart)
        .group_by(one.c.article, other.c.article)
        .having(func.count() >= LEAST_COMMON)
        .order_by(func.count().desc(), other.c.article.desc())
        .limit(MAX_PAIRS)
    )
    return [(a, b) for a, b in connection.execute(chosen)]
