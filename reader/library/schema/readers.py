"""Tables of what the reader wrote. They are changed only through row images (`images.py`)."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, PrimaryKeyConstraint, Table, Text, text

from reader.library.schema.base import article_key, metadata
from reader.library.schema.incoming import articles

states = Table(
    "states",
    metadata,
    article_key(primary_key=True),
    Column("read", Boolean, nullable=False, server_default=text("0")),
    Column("bookmarked", Boolean, nullable=False, server_default=text("0")),
    Column("archived", Boolean, nullable=False, server_default=text("0")),
    Column("trashed", Boolean, nullable=False, server_default=text("0")),
    Column("trashed_at", Text),
    Column("position", Integer, nullable=False, server_default=text("0")),
    Index("states_all", "article", sqlite_where=text("archived = 0 AND trashed = 0")),
    Index("states_unread", "article", sqlite_where=text("read = 0 AND archived = 0 AND trashed = 0")),
    Index("states_bookmarked", "article", sqlite_where=text("bookmarked = 1 AND trashed = 0")),
    Index("states_archive", "article", sqlite_where=text("archived = 1 AND trashed = 0")),
    Index("states_trash", "article", sqlite_where=text("trashed = 1")),
)

_ANCHOR = ("exact", "prefix", "suffix")

notes = Table(
    "notes",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    article_key(),
    *(Column(name, Text) for name in _ANCHOR),
    Column("start", Integer),
    Column("end", Integer),
    Column("body", Text, nullable=False),
    Column("created", Text, nullable=False),
    Column("changed", Text, nullable=False),
    Column("about", Text),
    Column("subject", Text),
    Index("notes_by_article", "article"),
)

highlights = Table(
    "highlights",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    article_key(),
    *(Column(name, Text, nullable=False) for name in _ANCHOR),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("colour", Text, nullable=False),
    Column("created", Text, nullable=False),
    Column("changed", Text, nullable=False),
    Index("highlights_by_article", "article"),
)

colours = Table(
    "colours",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    Column("name", Text, nullable=False),
)

passages = Table(
    "passages",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    article_key(),
    *(Column(name, Text, nullable=False) for name in _ANCHOR),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("created", Text, nullable=False),
    Index("passages_by_article", "article"),
)

tags = Table(
    "tags",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    Column("name", Text, nullable=False),
)

article_tags = Table(
    "article_tags",
    metadata,
    article_key(),
    Column("tag", Text, ForeignKey("tags.key"), nullable=False),
    PrimaryKeyConstraint("article", "tag"),
    Index("article_tags_by_tag", "tag", "article"),
    sqlite_with_rowid=False,
)

edits = Table(
    "edits",
    metadata,
    article_key(),
    Column("ordinal", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("occurrence", Integer, nullable=False),
    PrimaryKeyConstraint("article", "ordinal"),
    sqlite_with_rowid=False,
)

corrections = Table(
    "corrections",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    Column("article", Integer, ForeignKey("articles.id", ondelete="CASCADE")),
    Column("kind", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("created", Text, nullable=False),
    Index("corrections_by_article", "article"),
)


identities = Table(
    "identities",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    Column("kind", Text, nullable=False),
    Column("thing", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("created", Text, nullable=False),
)

feeds = Table(
    "feeds",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    Column("url", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("folder", Text, nullable=False),
    Column("typed", Text, nullable=False),
    Column("every_minutes", Integer),
    Column("full_text", Text, nullable=False),
    Column("paused", Boolean, nullable=False),
    Column("attributes", Text, nullable=False),
    Column("created", Text, nullable=False),
)

watches = Table(
    "watches",
    metadata,
    article_key(primary_key=True),
    Column("every_minutes", Integer, nullable=False),
    Column("created", Text, nullable=False),
)

wanted = Table(
    "wanted",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    Column("url", Text, nullable=False),
    Column("created", Text, nullable=False),
)

accounts = Table(
    "accounts",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    Column("kind", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("user", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("sends", Boolean, nullable=False),
    Column("created", Text, nullable=False),
)
"""Accounts with services; what they are signed in with lies in the system's keyring and nowhere here."""

collections = Table(
    "collections",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    Column("name", Text, nullable=False),
    Column("position", Float, nullable=False),
    Column("created", Text, nullable=False),
)

collected = Table(
    "collected",
    metadata,
    Column("collection", Text, ForeignKey("collections.key"), nullable=False),
    article_key(),
    Column("position", Float, nullable=False),
    PrimaryKeyConstraint("collection", "article"),
    Index("collected_in_order", "collection", "position"),
    Index("collected_by_article", "article"),
    sqlite_with_rowid=False,
)

saved_searches = Table(
    "saved_searches",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    Column("name", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("position", Float, nullable=False),
)

rules = Table(
    "rules",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    Column("name", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("enabled", Boolean, nullable=False),
    Column("position", Float, nullable=False),
)

told_apart = Table(
    "told_apart",
    metadata,
    Column("one", Integer, ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    Column("other", Integer, ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    PrimaryKeyConstraint("one", "other"),
    Index("told_apart_by_other", "other"),
    sqlite_with_rowid=False,
)
"""Pairs of articles of which the reader said that they are no duplicates."""

deleted = Table(
    "deleted",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    Column("article", Integer, ForeignKey("articles.id", ondelete="CASCADE")),
    Column("what", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("images", Text, nullable=False),
    Index("deleted_by_article", "article"),
)
"""What the reader deleted, with all that it takes to bring it back."""

READERS_TABLES = {
    table.name: table
    for table in (
        states, notes, passages, highlights, colours, tags, article_tags, edits, corrections, identities, feeds, watches,
        wanted, accounts, collections, collected, saved_searches, rules, told_apart, deleted,
    )
}  # fmt: skip
"""In the order in which rows can be written without breaking a reference: tags before what is tagged."""

ARTICLE_COLUMNS = {
    name: tuple(
        column.name for column in table.columns if any(key.column.table is articles for key in column.foreign_keys)
    )
    for name, table in READERS_TABLES.items()
}
"""Which columns of each of them name an article."""
