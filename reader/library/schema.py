"""The library's tables. What machines made of a page and what the reader wrote on it never share one.

A reader's table is changed only through row images (`images.py`), which is why each has a key that holds for ever:
an article's number, a UUID, or a name. The full-text index copies from both sides and can be made anew at any time.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    text,
)

SCHEMA_VERSION = 1
"""The newest schema that this program knows; the file's `user_version`."""

APPLICATION_ID = 0x56524254
"""“VRBT”, in the file's header."""

metadata = MetaData()


def _article(*, primary_key: bool = False) -> Column[int]:
    key = ForeignKey("articles.id", ondelete="CASCADE")
    return Column("article", Integer, key, primary_key=primary_key, nullable=False)


# ---- What came in, and what machines made of it

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
    Index("articles_by_capture", "capture"),
    Index("articles_by_url", "url_key", sqlite_where=text("url_key IS NOT NULL")),
    Index("articles_by_text", "text_key", sqlite_where=text("text_key IS NOT NULL")),
    Index("articles_samples", "id", sqlite_where=text("sample = 1")),
    sqlite_autoincrement=True,
)

analyses = Table(
    "analyses",
    metadata,
    _article(primary_key=True),
    Column("text_digest", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),
)

entities = Table(
    "entities",
    metadata,
    _article(),
    Column("entity", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("descriptors", Text, nullable=False),
    PrimaryKeyConstraint("article", "entity"),
    Index("entities_by_name", "name"),
    sqlite_with_rowid=False,
)

mentions = Table(
    "mentions",
    metadata,
    Column("article", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("entity", Text, nullable=False),
    PrimaryKeyConstraint("article", "start", "end", "entity"),
    ForeignKeyConstraint(["article"], ["articles.id"], ondelete="CASCADE"),
    sqlite_with_rowid=False,
)

quotes = Table(
    "quotes",
    metadata,
    _article(),
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
    Index("quotes_by_speaker", "speaker", sqlite_where=text("speaker IS NOT NULL")),
    sqlite_with_rowid=False,
)

dates = Table(
    "dates",
    metadata,
    Column("article", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("value", Text, nullable=False),
    PrimaryKeyConstraint("article", "start", "end"),
    ForeignKeyConstraint(["article"], ["articles.id"], ondelete="CASCADE"),
    Index("dates_by_value", "value"),
    sqlite_with_rowid=False,
)

# ---- What the reader wrote

states = Table(
    "states",
    metadata,
    _article(primary_key=True),
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
    _article(),
    *(Column(name, Text) for name in _ANCHOR),
    Column("start", Integer),
    Column("end", Integer),
    Column("body", Text, nullable=False),
    Column("created", Text, nullable=False),
    Column("changed", Text, nullable=False),
    Index("notes_by_article", "article"),
)

passages = Table(
    "passages",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    _article(),
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
    _article(),
    Column("tag", Text, ForeignKey("tags.key"), nullable=False),
    PrimaryKeyConstraint("article", "tag"),
    Index("article_tags_by_tag", "tag", "article"),
    sqlite_with_rowid=False,
)

edits = Table(
    "edits",
    metadata,
    _article(),
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

READERS_TABLES = {table.name: table for table in (states, notes, passages, tags, article_tags, edits, corrections)}
"""In the order in which rows can be written without breaking a reference: tags before what is tagged."""

# ---- The library's own books

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

SEARCH_COLUMNS = ("title", "byline", "body", "notes")
CREATE_SEARCH = (
    "CREATE VIRTUAL TABLE search USING fts5(title, byline, body, notes, "
    "tokenize = \"unicode61 remove_diacritics 2\", prefix = '2')"
)
RANK_SEARCH = "INSERT INTO search(search, rank) VALUES ('rank', 'bm25(10.0, 4.0, 1.0, 3.0)')"
