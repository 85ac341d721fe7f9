"""What was said of an article's metadata, in the order in which it counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reader.article import FIELDS, Article, Claim


def in_order(article: Article, claims: Iterable[Claim]) -> Article:
    """The article with these claims: field by field, those that it follows first, each said once by each witness."""
    distinct = dict.fromkeys(claims)
    ordered = sorted(
        (claim for claim in distinct if claim.field in FIELDS),
        key=lambda claim: (FIELDS.index(claim.field), claim.value != value_of(article, claim.field)),
    )
    return replace(article, claims=tuple(ordered))


def value_of(article: object, field: str) -> str:
    """A field of the metadata (of an article, or of what a file says of itself) as claims write it."""
    value = getattr(article, field)
    return ", ".join(value) if field == "authors" else value or ""
