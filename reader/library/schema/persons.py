"""Tables of people, organisations and places across articles, and of stories.

All of it follows from the analyses and from `identities`, and can be derived anew. A day is a number of days
(`date.toordinal`), so that rows stay small.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, PrimaryKeyConstraint, Table, Text, text

from reader.library.schema.base import article_key, metadata

things = Table(
    "things",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False),
    Column("found_kind", Text, nullable=False),
    Column("found_name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("sorted", Text, nullable=False),
    Column("root", Integer, nullable=False, server_default=text("0")),
    Column("hidden", Boolean, nullable=False, server_default=text("0")),
    Column("articles", Integer, nullable=False, server_default=text("0")),
    Column("quotes", Integer, nullable=False, server_default=text("0")),
    Index("things_by_key", "key", unique=True),
    Index("things_by_root", "root", sqlite_where=text("root > 0")),
    Index("things_by_articles", "kind", "articles", sqlite_where=text("hidden = 0 AND root = 0 AND articles > 0")),
    Index(
        "things_by_quotes", "kind", "quotes", "articles", sqlite_where=text("hidden = 0 AND root = 0 AND articles > 0")
    ),
    Index("things_by_name", "kind", "sorted", sqlite_where=text("hidden = 0 AND root = 0 AND articles > 0")),
    Index("things_hidden", "id", sqlite_where=text("hidden = 1 AND root = 0")),
)

thing_names = Table(
    "thing_names",
    metadata,
    Column("name", Text, nullable=False),
    Column("thing", Integer, ForeignKey("things.id", ondelete="CASCADE"), nullable=False),
    Column("whole", Boolean, nullable=False),
    PrimaryKeyConstraint("name", "thing"),
    sqlite_with_rowid=False,
)

links = Table(
    "links",
    metadata,
    article_key(),
    Column("entity", Text, nullable=False),
    Column("thing", Integer, nullable=False),
    Column("auto", Integer, nullable=False),
    Column("mentions", Integer, nullable=False),
    Column("start", Integer),
    Column("quotes", Integer, nullable=False),
    Column("day", Integer, nullable=False),
    Column("name", Text),
    PrimaryKeyConstraint("article", "entity"),
    Index("links_by_thing", "thing", "day"),
    sqlite_with_rowid=False,
)

said = Table(
    "said",
    metadata,
    article_key(),
    Column("ordinal", Integer, nullable=False),
    Column("thing", Integer, nullable=False),
    Column("day", Integer, nullable=False),
    PrimaryKeyConstraint("article", "ordinal"),
    Index("said_by_thing", "thing", "day"),
    sqlite_with_rowid=False,
)

said_about = Table(
    "said_about",
    metadata,
    article_key(),
    Column("ordinal", Integer, nullable=False),
    Column("about", Integer, nullable=False),
    Column("speaker", Integer, nullable=False),
    Column("day", Integer, nullable=False),
    PrimaryKeyConstraint("article", "ordinal", "about"),
    Index("said_about_by_pair", "speaker", "about", "day"),
    Index("said_about_by_about", "about", "speaker"),
    sqlite_with_rowid=False,
)

roles = Table(
    "roles",
    metadata,
    article_key(),
    Column("thing", Integer, nullable=False),
    Column("role", Text, nullable=False),
    Column("day", Integer, nullable=False),
    PrimaryKeyConstraint("article", "thing", "role"),
    Index("roles_by_thing", "thing", "day"),
    sqlite_with_rowid=False,
)

offers = Table(
    "offers",
    metadata,
    Column("one", Integer, ForeignKey("things.id", ondelete="CASCADE"), nullable=False),
    Column("other", Integer, ForeignKey("things.id", ondelete="CASCADE"), nullable=False),
    Column("why", Text, nullable=False),
    PrimaryKeyConstraint("one", "other"),
    Index("offers_by_other", "other"),
    sqlite_with_rowid=False,
)

wordings = Table(
    "wordings",
    metadata,
    Column("mark", Integer, nullable=False),
    article_key(),
    Column("ordinal", Integer, nullable=False),
    PrimaryKeyConstraint("mark", "article", "ordinal"),
    Index("wordings_by_article", "article", "ordinal"),
    sqlite_with_rowid=False,
)

traits = Table(
    "traits",
    metadata,
    article_key(primary_key=True),
    Column("day", Integer, nullable=False),
    Column("held", LargeBinary, nullable=False),
    Index("traits_by_day", "day"),
)
"""What may tell an article's story, as numbers (`people/grouping.py`); only those of about the same days are compared."""

tellings = Table(
    "tellings",
    metadata,
    article_key(primary_key=True),
    Column("story", Integer, nullable=False),
    Column("day", Integer, nullable=False),
    Column("outlet", Text, nullable=False),
    Column("live", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Index("tellings_by_story", "story", "day"),
)

stories = Table(
    "stories",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("articles", Integer, nullable=False),
    Column("outlets", Integer, nullable=False),
    Column("first_day", Integer, nullable=False),
    Column("last_day", Integer, nullable=False),
    Index("stories_by_day", "last_day", sqlite_where=text("articles > 1")),
)
