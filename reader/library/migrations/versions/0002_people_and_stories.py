"""People, organisations and places across articles, stories, and what the reader decides on them."""

from alembic import op

revision = "0002"
down_revision = "0001"

STATEMENTS = """
CREATE TABLE things (
    id INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    found_kind TEXT NOT NULL,
    found_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    sorted TEXT NOT NULL,
    root INTEGER DEFAULT 0 NOT NULL,
    hidden BOOLEAN DEFAULT 0 NOT NULL,
    articles INTEGER DEFAULT 0 NOT NULL,
    quotes INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX things_by_articles ON things (kind, articles) WHERE hidden = 0 AND root = 0 AND articles > 0;

CREATE UNIQUE INDEX things_by_key ON things ("key");

CREATE INDEX things_by_name ON things (kind, sorted) WHERE hidden = 0 AND root = 0 AND articles > 0;

CREATE INDEX things_by_quotes ON things (kind, quotes, articles) WHERE hidden = 0 AND root = 0 AND articles > 0;

CREATE INDEX things_by_root ON things (root) WHERE root > 0;

CREATE INDEX things_hidden ON things (id) WHERE hidden = 1 AND root = 0;

CREATE TABLE thing_names (
    name TEXT NOT NULL,
    thing INTEGER NOT NULL,
    whole BOOLEAN NOT NULL,
    PRIMARY KEY (name, thing),
    FOREIGN KEY(thing) REFERENCES things (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE TABLE links (
    article INTEGER NOT NULL,
    entity TEXT NOT NULL,
    thing INTEGER NOT NULL,
    auto INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    start INTEGER,
    quotes INTEGER NOT NULL,
    day INTEGER NOT NULL,
    PRIMARY KEY (article, entity),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX links_by_thing ON links (thing, day);

CREATE TABLE said (
    article INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    thing INTEGER NOT NULL,
    day INTEGER NOT NULL,
    PRIMARY KEY (article, ordinal),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX said_by_thing ON said (thing, day);

CREATE TABLE said_about (
    article INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    about INTEGER NOT NULL,
    speaker INTEGER NOT NULL,
    day INTEGER NOT NULL,
    PRIMARY KEY (article, ordinal, about),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX said_about_by_about ON said_about (about, speaker);

CREATE INDEX said_about_by_pair ON said_about (speaker, about, day);

CREATE TABLE roles (
    article INTEGER NOT NULL,
    thing INTEGER NOT NULL,
    role TEXT NOT NULL,
    day INTEGER NOT NULL,
    PRIMARY KEY (article, thing, role),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX roles_by_thing ON roles (thing, day);

CREATE TABLE offers (
    one INTEGER NOT NULL,
    other INTEGER NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (one, other),
    FOREIGN KEY(one) REFERENCES things (id) ON DELETE CASCADE,
    FOREIGN KEY(other) REFERENCES things (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX offers_by_other ON offers (other);

CREATE TABLE wordings (
    mark INTEGER NOT NULL,
    article INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    PRIMARY KEY (mark, article, ordinal),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX wordings_by_article ON wordings (article, ordinal);

CREATE TABLE traits (
    trait INTEGER NOT NULL,
    day INTEGER NOT NULL,
    article INTEGER NOT NULL,
    weight FLOAT NOT NULL,
    PRIMARY KEY (trait, day, article),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX traits_by_article ON traits (article);

CREATE TABLE tellings (
    article INTEGER NOT NULL,
    story INTEGER NOT NULL,
    day INTEGER NOT NULL,
    outlet TEXT NOT NULL,
    live BOOLEAN NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (article),
    FOREIGN KEY(article) REFERENCES articles (id) ON DELETE CASCADE
);

CREATE INDEX tellings_by_story ON tellings (story, day);

CREATE TABLE stories (
    id INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    outlets INTEGER NOT NULL,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX stories_by_day ON stories (last_day) WHERE articles > 1;

CREATE TABLE identities (
    "key" TEXT NOT NULL,
    kind TEXT NOT NULL,
    thing TEXT NOT NULL,
    record TEXT NOT NULL,
    created TEXT NOT NULL,
    PRIMARY KEY ("key")
);
"""


def upgrade() -> None:
    for statement in STATEMENTS.split(";\n"):
        if statement.strip():
            op.execute(statement)
