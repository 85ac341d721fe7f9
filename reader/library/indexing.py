"""The search index made anew, whatever is left of the old one: from the articles, the notes and what was read out."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select

from reader.library import analyses, search
from reader.library.articles import article_of
from reader.library.schema import articles, quotes


def rebuild(connection: Connection) -> None:
    """Make the whole index anew."""
    search.make_anew(connection)
    connection.execute(delete(quotes))
    for number in connection.scalars(select(articles.c.id).order_by(articles.c.id)).all():
        search.index(connection, number, article_of(connection, number))
        analyses.refresh_quotes(connection, number)


def rebuild_if_outdated(connection: Connection) -> None:
    """Make the index anew where another version made it, or none."""
    if not search.is_current(connection):
        rebuild(connection)
