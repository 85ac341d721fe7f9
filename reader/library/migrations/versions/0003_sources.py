"""Feeds, addresses that wait to be fetched, watched articles; versions of articles and their pictures.

A step is frozen once it has been released: it says what was done then, and follows no later change of schema.py.
"""

from alembic import op

revision = "0003"
down_revision = "0002"

STATEMENTS = """
CREATE TABLE feeds (
    "key" TEXT NOT NULL,
    url TEXT NOT NULL,
    title TEXT NOT NULL,
    folder TEXT NOT NULL,
    typed TEXT NOT NULL,
    every_minutes INTEGER,
    full_text TEXT NOT NULL,
    paused BOOLEAN NOT NULL,
    attributes TEXT NOT NULL,
    created TEXT NOT NULL,
    PRIMARY KEY ("key")
);

CREATE TABLE watches (
    article INTEGER NOT NULL,
    every_minutes INTEGER NOT NULL,
    created TEXT NOT NULL,
    PRIMARY KEY (article),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);

CREATE TABLE wanted (
    "key" TEXT NOT NULL,
    url TEXT NOT NULL,
    created TEXT NOT NULL,
    PRIMARY KEY ("key")
);

CREATE TABLE asked (
    "key" TEXT NOT NULL,
    asked_at TEXT,
    next_at TEXT,
    succeeded_at TEXT,
    failures INTEGER NOT NULL,
    fault TEXT NOT NULL,
    gives_up BOOLEAN NOT NULL,
    etag TEXT,
    modified TEXT,
    digest TEXT,
    PRIMARY KEY ("key")
) WITHOUT ROWID;

CREATE TABLE feed_facts (
    feed TEXT NOT NULL,
    title TEXT NOT NULL,
    site TEXT NOT NULL,
    icon_url TEXT NOT NULL,
    icon BLOB,
    every_minutes INTEGER,
    notice TEXT NOT NULL,
    PRIMARY KEY (feed)
);

CREATE TABLE feed_items (
    feed TEXT NOT NULL,
    item TEXT NOT NULL,
    digest TEXT NOT NULL,
    article INTEGER,
    seen_at TEXT NOT NULL,
    PRIMARY KEY (feed, item),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE SET NULL
) WITHOUT ROWID;

CREATE INDEX feed_items_by_article ON feed_items (article, feed);

CREATE INDEX feed_items_in_feed ON feed_items (feed, article);

CREATE TABLE versions (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL,
    capture INTEGER NOT NULL,
    how TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    shown BOOLEAN NOT NULL,
    record BLOB NOT NULL,
    analysis BLOB,
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE,
    FOREIGN KEY(capture) REFERENCES captures (id)
);

CREATE INDEX versions_by_article ON versions (article);

CREATE INDEX versions_by_capture ON versions (capture);

CREATE TABLE pictures (
    article INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    url TEXT NOT NULL,
    caption TEXT NOT NULL,
    lead BOOLEAN NOT NULL,
    file TEXT,
    media_type TEXT,
    width INTEGER,
    height INTEGER,
    PRIMARY KEY (article, ordinal),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
) WITHOUT ROWID;
"""


def upgrade() -> None:
    for statement in STATEMENTS.split(";\n"):
        if statement.strip():
            op.execute(statement)
