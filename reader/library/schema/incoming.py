"""Tables of what came in, and what machines made of it."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
    text,
)

from reader.library.schema.base import article_key, metadata

captures = Table(
    "captures",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("digest", Text, nullable=False),
    Column("raw", Boolean, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("size_bytes", Integer, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("how", Text, nullable=False),
    Column("url", Text),
    Column("encoding", Text),
    Column("captured_at", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("refusal", Text),
    Index("captures_by_digest", "digest", "raw", unique=True),
    Index("captures_waiting", "id", sqlite_where=text("state = 'waiting'")),
    sqlite_autoincrement=True,
)

articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("capture", Integer, ForeignKey("captures.id"), nullable=False),
    Column("sample", Boolean, nullable=False),
    Column("added", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("publisher", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("published", Text),
    Column("language", Text),
    Column("url_key", Text),
    Column("text_key", Text),
    Column("text_digest", Text, nullable=False),
    Column("snippet", Text, nullable=False),
    Column("words", Integer, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("ruled", Boolean, nullable=False, server_default=text("0")),
    Index("articles_by_capture", "capture"),
    Index("articles_by_url", "url_key", sqlite_where=text("url_key IS NOT NULL")),
    Index("articles_by_text", "text_key", sqlite_where=text("text_key IS NOT NULL")),
    Index("articles_samples", "id", sqlite_where=text("sample = 1")),
    sqlite_autoincrement=True,
)

analyses = Table(
    "analyses",
    metadata,
    article_key(primary_key=True),
    Column("text_digest", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),
)

quotes = Table(
    "quotes",
    metadata,
    article_key(),
    Column("ordinal", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("speaker", Text),
    Column("entity", Text),
    Column("cue", Text),
    Column("confidence", Float, nullable=False),
    PrimaryKeyConstraint("article", "ordinal"),
    sqlite_with_rowid=False,
)

placements = Table(
    "placements",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    article_key(),
    Column("start", Integer),
    Column("end", Integer),
    Column("score", Float, nullable=False),
    Column("sure", Boolean, nullable=False),
    Index("placements_by_article", "article"),
    sqlite_with_rowid=False,
)
"""Where each highlight, note and bookmark stands in its article's present text; `start` is null for an orphan."""

sketches = Table(
    "sketches",
    metadata,
    Column("hash", Integer, nullable=False),
    article_key(),
    PrimaryKeyConstraint("hash", "article"),
    Index("sketches_by_article", "article"),
    sqlite_with_rowid=False,
)
"""A few hashes of each article's words, by which those that are nearly the same are found."""

meanings = Table(
    "meanings",
    metadata,
    Column("number", Integer, primary_key=True),
    article_key(),
    Column("vector", LargeBinary, nullable=False),
    Index("meanings_by_article", "article", unique=True),
    sqlite_autoincrement=True,
)
"""What each article is about, as a vector that a model made of its text; a newer vector has a higher number."""
