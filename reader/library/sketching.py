"""A few numbers that stand for an article's words: articles that share some of them are nearly the same."""

from __future__ import annotations

import zlib

from sqlalchemy import Connection, delete, exists, insert, select

from reader.library.ruling import plain_words
from reader.library.schema import articles, sketches

SHINGLE_WORDS = 4
SKETCH_HASHES = 10
"""So many of the smallest hashes of an article's word groups stand for it (bottom-k sketch, Broder 1997)."""


def sketch(connection: Connection, article_id: int, text: str) -> None:
    """Note the hashes that stand for an article's text."""
    connection.execute(delete(sketches).where(sketches.c.article == article_id))
    found = sorted(shingles_of(text))[:SKETCH_HASHES]
    if found:
        connection.execute(insert(sketches), [{"hash": value, "article": article_id} for value in found])


def unsketched(connection: Connection, most: int) -> list[int]:
    """Articles that have no sketch yet."""
    missing = ~exists().where(sketches.c.article == articles.c.id)
    return list(connection.scalars(select(articles.c.id).where(missing, articles.c.words > SHINGLE_WORDS).limit(most)))


def shingles_of(text: str) -> set[int]:
    """The hashes of every group of words that follow each other in a text."""
    words = plain_words(text).split()
    return (
        {
            zlib.crc32(" ".join(words[at : at + SHINGLE_WORDS]).encode())
            for at in range(max(1, len(words) - SHINGLE_WORDS + 1))
        }
        if words
        else set()
    )
