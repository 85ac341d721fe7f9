"""Tables of the library's own books: the steps of undo, and marks by name."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, LargeBinary, Table, Text

from reader.library.schema.base import metadata

history = Table(
    "history",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("label", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("joins", Text),
    Column("undone", Boolean, nullable=False),
    Column("images", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

marks = Table(
    "marks",
    metadata,
    Column("name", Text, primary_key=True, nullable=False),
    Column("value", Text, nullable=False),
)
