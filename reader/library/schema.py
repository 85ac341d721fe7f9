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

SCHEMA_VERSION = 8
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
    _article(primary_key=True),
    Column("text_digest", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),
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
    sqlite_with_rowid=False,
)


# ---- People, organisations and places across articles, and stories: all of it follows from the analyses and from
# `identities`, and can be derived anew. A day is a number of days (`date.toordinal`), so that rows stay small.

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
    _article(),
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
    _article(),
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
    _article(),
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
    _article(),
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
    _article(),
    Column("ordinal", Integer, nullable=False),
    PrimaryKeyConstraint("mark", "article", "ordinal"),
    Index("wordings_by_article", "article", "ordinal"),
    sqlite_with_rowid=False,
)

traits = Table(
    "traits",
    metadata,
    _article(primary_key=True),
    Column("day", Integer, nullable=False),
    Column("held", LargeBinary, nullable=False),
    Index("traits_by_day", "day"),
)
"""What may tell an article's story, as numbers (`people/grouping.py`); only those of about the same days are compared."""

tellings = Table(
    "tellings",
    metadata,
    _article(primary_key=True),
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

placements = Table(
    "placements",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    _article(),
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
    _article(),
    PrimaryKeyConstraint("hash", "article"),
    Index("sketches_by_article", "article"),
    sqlite_with_rowid=False,
)
"""A few hashes of each article's words, by which those that are nearly the same are found."""


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
    Column("about", Text),
    Column("subject", Text),
    Index("notes_by_article", "article"),
)

highlights = Table(
    "highlights",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    _article(),
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
    _article(primary_key=True),
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
    _article(),
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
        states, notes, passages, highlights, colours, tags, article_tags, edits, corrections, identities, feeds, watches, wanted, accounts,
        collections, collected,
        saved_searches, rules, told_apart, deleted,
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

# ---- What the network gave, and when it is asked again

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
    _article(),
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

# ---- The same library on other machines (see replicas/)

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

# ---- The search index (see search.py), which follows from all the above

facts = Table(
    "facts",
    metadata,
    _article(primary_key=True),
    Column("day", Integer, nullable=False),
    Column("added", Integer, nullable=False),
    Column("language", Text, nullable=False),
    Column("host", Text, nullable=False),
)
"""What a search asks of every article, in one small row; days are numbers (`date.toordinal`)."""

held = Table(
    "held",
    metadata,
    _article(primary_key=True),
    Column("page", LargeBinary),
    Column("notes", Text, nullable=False),
)
"""What the index was given of an article: its page where that is not what the record says, and its notes."""

vocabulary = Table(
    "vocabulary",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("word", Text, nullable=False),
    Index("vocabulary_by_word", "word", unique=True),
)

CREATE_SEARCH = (
    "CREATE VIRTUAL TABLE search USING fts5(body, title, author, site, lead, notes, content='', tokenize='ascii')",
    "CREATE VIRTUAL TABLE search_quotes USING fts5(around, said, speaker, content='', tokenize='ascii')",
    "CREATE VIRTUAL TABLE search_parts USING fts5(word, content='vocabulary', content_rowid='id', tokenize='trigram', columnsize=0)",
)
"""The words come folded (`grammar/words.py`), so that the tokenizer has only to part them at the blanks."""
