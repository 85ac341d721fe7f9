"""What takes much room is kept shorter: what tells a story in one row for each article; names that no question is asked
of, and marks of dates, not twice."""

import struct

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

NAME, HASH = 1 << 31, (1 << 31) - 1
AT_ONCE = 500
STATEMENTS = """
CREATE TABLE traits_of_articles (
    article INTEGER NOT NULL,
    day INTEGER NOT NULL,
    held BLOB NOT NULL,
    PRIMARY KEY (article),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);

ALTER TABLE links ADD COLUMN name TEXT;

UPDATE links SET name = (
    SELECT e.name FROM entities e JOIN things t ON t.id = links.thing
    WHERE e.article = links.article AND e.entity = links.entity AND e.name <> t.found_name
);

DROP INDEX quotes_by_speaker;

DROP TABLE entities;

DROP TABLE mentions;

DROP TABLE dates;

DROP TABLE search_parts;

CREATE VIRTUAL TABLE search_parts USING fts5(
    word, content='vocabulary', content_rowid='id', tokenize='trigram', columnsize=0);

INSERT INTO search_parts(search_parts) VALUES ('rebuild');

"""
LAST = """
DROP TABLE traits;

ALTER TABLE traits_of_articles RENAME TO traits;

CREATE INDEX traits_by_day ON traits (day);

"""


def upgrade() -> None:
    _run(STATEMENTS)
    connection = op.get_bind()
    put = sa.text("INSERT INTO traits_of_articles (article, day, held) VALUES (:article, :day, :held)")
    told = connection.execute(sa.text("SELECT article, min(day), group_concat(trait) FROM traits GROUP BY article"))
    while rows := told.fetchmany(AT_ONCE):
        connection.execute(put, [{"article": row[0], "day": row[1], "held": _packed(row[2])} for row in rows])
    _run(LAST)


def _packed(listed: str) -> bytes:
    """The numbers of names were below 0, those of words above."""
    held = {NAME | -number if number < 0 else number & HASH for number in map(int, listed.split(","))}
    return struct.pack(f"<{len(held)}I", *sorted(held))


def _run(statements: str) -> None:
    for statement in statements.split(";\n"):
        if statement.strip():
            op.execute(statement)
