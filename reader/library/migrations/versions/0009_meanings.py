"""What each article is about, as a vector; they are worked out in the background."""

from alembic import op

revision = "0009"
down_revision = "0008"

STATEMENTS = """
CREATE TABLE meanings (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL,
    vector BLOB NOT NULL,
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX meanings_by_article ON meanings (article);

"""


def upgrade() -> None:
    for statement in STATEMENTS.split(";\n"):
        if statement.strip():
            op.execute(statement)
