"""The first tables: captures, articles, what was read out of them, what the reader wrote, the search index.

A step is frozen once it has been released: it says what was done then, and follows no later change of schema.py.
"""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = """
CREATE TABLE captures (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    digest TEXT NOT NULL,
    raw BOOLEAN NOT NULL,
    content BLOB NOT NULL,
    size_bytes INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    name TEXT NOT NULL,
    how TEXT NOT NULL,
    url TEXT,
    encoding TEXT,
    captured_at TEXT NOT NULL,
    state TEXT NOT NULL,
    refusal TEXT
);

CREATE UNIQUE INDEX captures_by_digest ON captures (digest, raw);

CREATE INDEX captures_waiting ON captures (id) WHERE state = 'waiting';

CREATE TABLE history (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    at TEXT NOT NULL,
    joins TEXT,
    undone BOOLEAN NOT NULL,
    images BLOB NOT NULL
);

CREATE TABLE marks (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (name)
);

CREATE TABLE tags (
    "key" TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY ("key")
);

CREATE TABLE articles (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    capture INTEGER NOT NULL,
    sample BOOLEAN NOT NULL,
    added TEXT NOT NULL,
    title TEXT NOT NULL,
    publisher TEXT NOT NULL,
    author TEXT NOT NULL,
    published TEXT,
    language TEXT,
    url_key TEXT,
    text_key TEXT,
    text_digest TEXT NOT NULL,
    snippet TEXT NOT NULL,
    words INTEGER NOT NULL,
    record BLOB NOT NULL,
    FOREIGN KEY(capture) REFERENCES captures (id)
);

CREATE INDEX articles_by_capture ON articles (capture);

CREATE INDEX articles_by_text ON articles (text_key) WHERE text_key IS NOT NULL;

CREATE INDEX articles_by_url ON articles (url_key) WHERE url_key IS NOT NULL;

CREATE INDEX articles_samples ON articles (id) WHERE sample = 1;

CREATE TABLE analyses (
    article INTEGER NOT NULL,
    text_digest TEXT NOT NULL,
    made TEXT NOT NULL,
    record BLOB NOT NULL,
    PRIMARY KEY (article),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);

CREATE TABLE article_tags (
    article INTEGER NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (article, tag),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE,
    FOREIGN KEY(tag) REFERENCES tags ("key")
)
 WITHOUT ROWID;

CREATE INDEX article_tags_by_tag ON article_tags (tag, article);

CREATE TABLE corrections (
    "key" TEXT NOT NULL,
    article INTEGER,
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    created TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);

CREATE INDEX corrections_by_article ON corrections (article);

CREATE TABLE dates (
    article INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (article, start, "end"),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX dates_by_value ON dates (value);

CREATE TABLE edits (
    article INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    occurrence INTEGER NOT NULL,
    PRIMARY KEY (article, ordinal),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE TABLE entities (
    article INTEGER NOT NULL,
    entity TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    descriptors TEXT NOT NULL,
    PRIMARY KEY (article, entity),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX entities_by_name ON entities (name);

CREATE TABLE mentions (
    article INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    entity TEXT NOT NULL,
    PRIMARY KEY (article, start, "end", entity),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE TABLE notes (
    "key" TEXT NOT NULL,
    article INTEGER NOT NULL,
    exact TEXT,
    prefix TEXT,
    suffix TEXT,
    start INTEGER,
    "end" INTEGER,
    body TEXT NOT NULL,
    created TEXT NOT NULL,
    changed TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);

CREATE INDEX notes_by_article ON notes (article);

CREATE TABLE passages (
    "key" TEXT NOT NULL,
    article INTEGER NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    created TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);

CREATE INDEX passages_by_article ON passages (article);

CREATE TABLE quotes (
    article INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    speaker TEXT,
    entity TEXT,
    cue TEXT,
    confidence FLOAT NOT NULL,
    PRIMARY KEY (article, ordinal),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX quotes_by_speaker ON quotes (speaker) WHERE speaker IS NOT NULL;

CREATE TABLE states (
    article INTEGER NOT NULL,
    read BOOLEAN DEFAULT 0 NOT NULL,
    bookmarked BOOLEAN DEFAULT 0 NOT NULL,
    archived BOOLEAN DEFAULT 0 NOT NULL,
    trashed BOOLEAN DEFAULT 0 NOT NULL,
    trashed_at TEXT,
    position INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (article),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);

CREATE INDEX states_all ON states (article) WHERE archived = 0 AND trashed = 0;

CREATE INDEX states_archive ON states (article) WHERE archived = 1 AND trashed = 0;

CREATE INDEX states_bookmarked ON states (article) WHERE bookmarked = 1 AND trashed = 0;

CREATE INDEX states_trash ON states (article) WHERE trashed = 1;

CREATE INDEX states_unread ON states (article) WHERE read = 0 AND archived = 0 AND trashed = 0;

CREATE VIRTUAL TABLE search USING fts5(title, byline, body, notes, tokenize = "unicode61 remove_diacritics 2", prefix = '2');

INSERT INTO search(search, rank) VALUES ('rank', 'bm25(10.0, 4.0, 1.0, 3.0)');
"""

# What the edit journal's chain begins with: it tells the journals of two libraries apart.
NAME = "INSERT INTO marks (name, value) VALUES ('library', lower(hex(randomblob(16))))"


def upgrade() -> None:
    for statement in STATEMENTS.split(";\n"):
        if statement.strip():
            op.execute(statement)
    op.execute(NAME)
