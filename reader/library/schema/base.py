"""What all the library's tables share: their register, the key of an article, and the numbers in the file's header."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, MetaData

SCHEMA_VERSION = 9
"""The newest schema that this program knows; the file's `user_version`."""

APPLICATION_ID = 0x56524254
"""“VRBT”, in the file's header."""

metadata = MetaData()


def article_key(*, primary_key: bool = False) -> Column[int]:
    """A column that names the article a row is about, and goes with it."""
    key = ForeignKey("articles.id", ondelete="CASCADE")
    return Column("article", Integer, key, primary_key=primary_key, nullable=False)
