"""Highlights, what a note is about, collections, saved searches, rules, what was deleted; placements and sketches.

The articles of a library from before were never met by a rule, and none meets them now.
"""

from alembic import op

revision = "0004"
down_revision = "0003"

STATEMENTS = """
ALTER TABLE notes ADD COLUMN about TEXT;

ALTER TABLE notes ADD COLUMN subject TEXT;

ALTER TABLE articles ADD COLUMN ruled BOOLEAN DEFAULT 0 NOT NULL;

UPDATE articles SET ruled = 1;

CREATE TABLE placements (
    "key" TEXT NOT NULL,
    article INTEGER NOT NULL,
    start INTEGER,
    "end" INTEGER,
    score FLOAT NOT NULL,
    sure BOOLEAN NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE INDEX placements_by_article ON placements (article);

CREATE TABLE sketches (
    hash INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (hash, article),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE INDEX sketches_by_article ON sketches (article);

CREATE TABLE highlights (
    "key" TEXT NOT NULL,
    article INTEGER NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    colour TEXT NOT NULL,
    created TEXT NOT NULL,
    changed TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);

CREATE INDEX highlights_by_article ON highlights (article);

CREATE TABLE colours (
    "key" TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY ("key")
);

CREATE TABLE collections (
    "key" TEXT NOT NULL,
    name TEXT NOT NULL,
    position FLOAT NOT NULL,
    created TEXT NOT NULL,
    PRIMARY KEY ("key")
);

CREATE TABLE collected (
    collection TEXT NOT NULL,
    article INTEGER NOT NULL,
    position FLOAT NOT NULL,
    PRIMARY KEY (collection, article),
    FOREIGN KEY(collection) REFERENCES collections ("key"),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE INDEX collected_by_article ON collected (article);

CREATE INDEX collected_in_order ON collected (collection, position);

CREATE TABLE saved_searches (
    "key" TEXT NOT NULL,
    name TEXT NOT NULL,
    words TEXT NOT NULL,
    position FLOAT NOT NULL,
    PRIMARY KEY ("key")
);

CREATE TABLE rules (
    "key" TEXT NOT NULL,
    name TEXT NOT NULL,
    record TEXT NOT NULL,
    enabled BOOLEAN NOT NULL,
    position FLOAT NOT NULL,
    PRIMARY KEY ("key")
);

CREATE TABLE told_apart (
    one INTEGER NOT NULL,
    other INTEGER NOT NULL,
    PRIMARY KEY (one, other),
    FOREIGN KEY(one) REFERENCES articles (id) ON DELETE CASCADE,
    FOREIGN KEY(other) REFERENCES articles (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE INDEX told_apart_by_other ON told_apart (other);

CREATE TABLE deleted (
    "key" TEXT NOT NULL,
    article INTEGER,
    what TEXT NOT NULL,
    name TEXT NOT NULL,
    at TEXT NOT NULL,
    images TEXT NOT NULL,
    PRIMARY KEY ("key"),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);

CREATE INDEX deleted_by_article ON deleted (article);
"""


def upgrade() -> None:
    for statement in STATEMENTS.split(";\n"):
        if statement.strip():
            op.execute(statement)
