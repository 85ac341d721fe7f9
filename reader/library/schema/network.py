"""Tables of what the network gave, and when it is asked again."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from reader.library.schema.base import article_key, metadata

asked = Table(
    "asked",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    Column("asked_at", Text),
    Column("next_at", Text),
    Column("succeeded_at", Text),
    Column("failures", Integer, nullable=False),
    Column("fault", Text, nullable=False),
    Column("gives_up", Boolean, nullable=False),
    Column("etag", Text),
    Column("modified", Text),
    Column("digest", Text),
    sqlite_with_rowid=False,
)
"""How asking went: a feed's key, a wanted address's, or "article N" for a watched one."""

feed_facts = Table(
    "feed_facts",
    metadata,
    Column("feed", Text, primary_key=True, nullable=False),
    Column("title", Text, nullable=False),
    Column("site", Text, nullable=False),
    Column("icon_url", Text, nullable=False),
    Column("icon", LargeBinary),
    Column("every_minutes", Integer),
    Column("notice", Text, nullable=False),
)

feed_items = Table(
    "feed_items",
    metadata,
    Column("feed", Text, nullable=False),
    Column("item", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("article", Integer, ForeignKey("articles.id", ondelete="SET NULL")),
    Column("seen_at", Text, nullable=False),
    PrimaryKeyConstraint("feed", "item"),
    Index("feed_items_by_article", "article", "feed"),
    Index("feed_items_in_feed", "feed", "article"),
    sqlite_with_rowid=False,
)
"""Outlives its feed, so that one that is taken back brings nothing twice; its article is None where it was deleted."""

account_items = Table(
    "account_items",
    metadata,
    Column("account", Text, nullable=False),
    Column("item", Text, nullable=False),
    Column("article", Integer, ForeignKey("articles.id", ondelete="SET NULL")),
    Column("url", Text, nullable=False),
    Column("base", Text, nullable=False),
    Column("marked", Text, nullable=False),
    PrimaryKeyConstraint("account", "item"),
    Index("account_items_by_article", "article"),
    sqlite_with_rowid=False,
)
"""What lies in an account: the article that it is, the state that both sides had last (`base`), its annotations
(`marked`). Where the library differs from `base`, a change waits to be sent."""

account_facts = Table(
    "account_facts",
    metadata,
    Column("account", Text, primary_key=True, nullable=False),
    Column("cursor", Text, nullable=False),
    Column("feeds", Text, nullable=False),
    sqlite_with_rowid=False,
)

versions = Table(
    "versions",
    metadata,
    Column("id", Integer, primary_key=True),
    article_key(),
    Column("capture", Integer, ForeignKey("captures.id"), nullable=False),
    Column("how", Text, nullable=False),
    Column("since", Text, nullable=False),
    Column("until", Text, nullable=False),
    Column("shown", Boolean, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("analysis", LargeBinary),
    Index("versions_by_article", "article"),
    Index("versions_by_capture", "capture"),
    sqlite_autoincrement=True,
)
"""What an article was before; what it is now lies in `articles`. `shown`: the reader has seen what changed after it."""

pictures = Table(
    "pictures",
    metadata,
    Column("article", Integer, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("url", Text, nullable=False),
    Column("caption", Text, nullable=False),
    Column("lead", Boolean, nullable=False),
    Column("file", Text),
    Column("media_type", Text),
    Column("width", Integer),
    Column("height", Integer),
    PrimaryKeyConstraint("article", "ordinal"),
    ForeignKeyConstraint(["article"], ["articles.id"], ondelete="CASCADE"),
    sqlite_with_rowid=False,
)
