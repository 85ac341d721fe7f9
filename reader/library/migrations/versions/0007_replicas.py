"""What replicas of this library wrote, by what names they know its articles, and which of their files were read."""

from alembic import op

revision = "0007"
down_revision = "0006"

STATEMENTS = """
CREATE TABLE replica_cells (
    tab TEXT NOT NULL,
    "row" TEXT NOT NULL,
    field TEXT NOT NULL,
    stamp TEXT NOT NULL,
    was TEXT NOT NULL,
    value TEXT NOT NULL,
    unsent BOOLEAN NOT NULL,
    PRIMARY KEY (tab, "row", field, stamp)
) WITHOUT ROWID;

CREATE INDEX replica_cells_unsent ON replica_cells (stamp) WHERE unsent = 1;

CREATE TABLE replica_articles (
    name TEXT NOT NULL,
    article INTEGER,
    offered BOOLEAN NOT NULL,
    PRIMARY KEY (name),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE SET NULL
) WITHOUT ROWID;

CREATE INDEX replica_articles_by_article ON replica_articles (article);

CREATE TABLE replica_files (
    replica TEXT NOT NULL,
    file TEXT NOT NULL,
    PRIMARY KEY (replica, file)
) WITHOUT ROWID;

CREATE TABLE replica_pending (
    tab TEXT NOT NULL,
    "row" TEXT NOT NULL,
    PRIMARY KEY (tab, "row")
) WITHOUT ROWID;

"""


def upgrade() -> None:
    for statement in STATEMENTS.split(";\n"):
        if statement.strip():
            op.execute(statement)
