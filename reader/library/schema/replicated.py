"""Tables about the same library on other machines (see `replicas/`)."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Table, Text, text

from reader.library.schema.base import metadata

replica_cells = Table(
    "replica_cells",
    metadata,
    Column("tab", Text, nullable=False),
    Column("row", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("stamp", Text, nullable=False),
    Column("was", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("unsent", Boolean, nullable=False),
    PrimaryKeyConstraint("tab", "row", "field", "stamp"),
    Index("replica_cells_unsent", "stamp", sqlite_where=text("unsent = 1")),
    sqlite_with_rowid=False,
)

replica_articles = Table(
    "replica_articles",
    metadata,
    Column("name", Text, primary_key=True, nullable=False),
    Column("article", Integer, ForeignKey("articles.id", ondelete="SET NULL")),
    Column("offered", Boolean, nullable=False),
    Index("replica_articles_by_article", "article"),
    sqlite_with_rowid=False,
)

replica_files = Table(
    "replica_files",
    metadata,
    Column("replica", Text, nullable=False),
    Column("file", Text, nullable=False),
    PrimaryKeyConstraint("replica", "file"),
    sqlite_with_rowid=False,
)

replica_pending = Table(
    "replica_pending",
    metadata,
    Column("tab", Text, nullable=False),
    Column("row", Text, nullable=False),
    PrimaryKeyConstraint("tab", "row"),
    sqlite_with_rowid=False,
)
"""Rows whose article has not come yet."""
