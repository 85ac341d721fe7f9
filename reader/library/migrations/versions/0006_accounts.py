"""Accounts with services, what is known to lie there, and how far each was asked."""

from alembic import op

revision = "0006"
down_revision = "0005"

STATEMENTS = """
CREATE TABLE accounts (
    "key" TEXT NOT NULL,
    kind TEXT NOT NULL,
    url TEXT NOT NULL,
    user TEXT NOT NULL,
    name TEXT NOT NULL,
    sends BOOLEAN NOT NULL,
    created TEXT NOT NULL,
    PRIMARY KEY ("key")
);

CREATE TABLE account_items (
    account TEXT NOT NULL,
    item TEXT NOT NULL,
    article INTEGER,
    url TEXT NOT NULL,
    base TEXT NOT NULL,
    marked TEXT NOT NULL,
    PRIMARY KEY (account, item),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE SET NULL
) WITHOUT ROWID;

CREATE INDEX account_items_by_article ON account_items (article);

CREATE TABLE account_facts (
    account TEXT NOT NULL,
    "cursor" TEXT NOT NULL,
    feeds TEXT NOT NULL,
    PRIMARY KEY (account)
) WITHOUT ROWID;

"""


def upgrade() -> None:
    for statement in STATEMENTS.split(";\n"):
        if statement.strip():
            op.execute(statement)
