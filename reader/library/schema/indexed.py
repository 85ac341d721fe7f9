"""Tables of the search index (see `search.py`), which follows from all others."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from reader.library.schema.base import article_key, metadata

facts = Table(
    "facts",
    metadata,
    article_key(primary_key=True),
    Column("day", Integer, nullable=False),
    Column("added", Integer, nullable=False),
    Column("language", Text, nullable=False),
    Column("host", Text, nullable=False),
)
"""What a search asks of every article, in one small row; days are numbers (`date.toordinal`)."""

held = Table(
    "held",
    metadata,
    article_key(primary_key=True),
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
