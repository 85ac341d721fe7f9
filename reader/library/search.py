"""Full-text search: what a reader typed made a question that the index can always answer, and the index kept true."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from sqlalchemy import Connection, select, text

from reader.article import Article, Span
from reader.library.packing import storable
from reader.library.schema import CREATE_SEARCH, RANK_SEARCH, notes

MAX_WORDS = 24
MAX_CHARACTERS = 1_000
MIN_BEGINNING = 2
"""A single letter is no beginning of a word: nearly every article would answer."""

SNIPPET_WORDS = 24
_HIT_BEGINS, _HIT_ENDS = "\x02", "\x03"
_PIECE = re.compile(r'["“”„]([^"“”„]*)["“”„]?|([^\s"“”„]+)')
_UNSEARCHABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def question(words: str) -> str | None:
    """The FTS5 expression for what a reader typed, None where it holds nothing that can be searched for.

    Every word must occur; those in quotation marks as a phrase; the last one may be the beginning of a word.
    """
    pieces = list(_pieces(words[:MAX_CHARACTERS]))[:MAX_WORDS]
    if not pieces:
        return None
    terms = [f'"{piece}"' for piece, _ in pieces]
    if pieces[-1][1]:
        terms[-1] += " *"
    return " AND ".join(terms)


def _pieces(words: str) -> Iterator[tuple[str, bool]]:
    """The phrases and words asked for, each with whether it may be unfinished."""
    clean = "".join(c if _searchable(c) else " " for c in storable(words))
    for found in _PIECE.finditer(clean):
        phrase, word = found.groups()
        piece = " ".join((word or phrase).split())
        if any(unicodedata.category(c)[0] in "LN" for c in piece):
            yield piece, word is not None and found.end() == len(clean) and len(piece) >= MIN_BEGINNING


def _searchable(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) not in {"Cc", "Cs", "Cn"}


def marked(snippet: str) -> tuple[str, tuple[Span, ...]]:
    """A snippet from the index as one line, and the places in it that were found."""
    parts: list[str] = []
    hits: list[Span] = []
    at = begun = 0
    for piece in re.split(f"([{_HIT_BEGINS}{_HIT_ENDS}])", " ".join(snippet.split())):
        if piece == _HIT_BEGINS:
            begun = at
        elif piece == _HIT_ENDS:
            hits.append(Span(begun, at))
        else:
            parts.append(piece)
            at += len(piece)
    return "".join(parts), tuple(hits)


SNIPPET = f"snippet(search, -1, char({ord(_HIT_BEGINS)}), char({ord(_HIT_ENDS)}), '…', {SNIPPET_WORDS})"

_PUT = text(
    "INSERT OR REPLACE INTO search(rowid, title, byline, body, notes) VALUES (:id, :title, :byline, :body, :notes)"
)
_PUT_NOTES = text("UPDATE search SET notes = :notes WHERE rowid = :id")
_TAKE_OUT = text("DELETE FROM search WHERE rowid = :id")


def make_anew(connection: Connection) -> None:
    """Put an empty index in the place of the old one."""
    # An index too damaged to be opened cannot be dropped either: it is first made the empty one that FTS5 begins with.
    connection.execute(text("DELETE FROM search_data"))
    connection.execute(text("INSERT INTO search_data (id, block) VALUES (1, x''), (10, x'00000000000000')"))
    connection.execute(text("DROP TABLE IF EXISTS search"))
    connection.execute(text(CREATE_SEARCH))
    connection.execute(text(RANK_SEARCH))


def index(connection: Connection, article_id: int, article: Article) -> None:
    """Put an article in the index, or what it has become."""
    byline = " \n".join(filter(None, (article.standfirst, *article.authors, article.publisher, article.place)))
    values = {"title": article.title or "", "byline": byline, "body": article.text}
    values = {name: _indexable(value) for name, value in values.items()}
    connection.execute(_PUT, {"id": article_id, **values, "notes": _notes_of(connection, article_id)})


def index_notes(connection: Connection, article_id: int) -> None:
    """Put what an article's notes say now in the index."""
    connection.execute(_PUT_NOTES, {"id": article_id, "notes": _notes_of(connection, article_id)})


def take_out(connection: Connection, article_id: int) -> None:
    """Take an article out of the index."""
    connection.execute(_TAKE_OUT, {"id": article_id})


def _notes_of(connection: Connection, article_id: int) -> str:
    bodies = connection.scalars(select(notes.c.body).where(notes.c.article == article_id).order_by(notes.c.created))
    return _indexable(" \n".join(bodies))


def _indexable(value: str) -> str:
    return _UNSEARCHABLE.sub(" ", storable(value))
