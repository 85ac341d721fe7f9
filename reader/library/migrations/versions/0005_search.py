"""A search index without a text of its own, over quotations and names too; it is filled when the library opens."""

from alembic import op

revision = "0005"
down_revision = "0004"

STATEMENTS = """
DROP TABLE search;

CREATE TABLE facts (
    article INTEGER NOT NULL,
    day INTEGER NOT NULL,
    added INTEGER NOT NULL,
    language TEXT NOT NULL,
    host TEXT NOT NULL,
    PRIMARY KEY (article),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);

CREATE TABLE held (
    article INTEGER NOT NULL,
    page BLOB,
    notes TEXT NOT NULL,
    PRIMARY KEY (article),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);

CREATE TABLE vocabulary (
    id INTEGER NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE UNIQUE INDEX vocabulary_by_word ON vocabulary (word);

CREATE VIRTUAL TABLE search USING fts5(body, title, author, site, lead, notes, content='', tokenize='ascii');

CREATE VIRTUAL TABLE search_quotes USING fts5(around, said, speaker, content='', tokenize='ascii');

CREATE VIRTUAL TABLE search_parts USING fts5(word, content='vocabulary', content_rowid='id', tokenize='trigram');

"""


def upgrade() -> None:
    for statement in STATEMENTS.split(";\n"):
        if statement.strip():
            op.execute(statement)
