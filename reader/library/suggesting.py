"""What can be written where the reader stands in the search box: fields, and for a field's value what the library has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, text

from reader.article import Span, tr
from reader.library.deciding import tag_key
from reader.library.grammar.fields import FIELDS, LANGUAGES, Field, Takes
from reader.library.grammar.parsing import KINDS
from reader.library.grammar.pieces import Kind, Piece, pieces
from reader.library.grammar.words import folded_words
from reader.library.values import Suggestion

MOST, MOST_NAMED = 6, 3
MIN_NAME = 2
"""With fewer letters every name would do."""
_DATES = (
    ("today", "today"),
    ("7d", "in the last seven days"),
    ("1m", "in the last thirty days"),
    ("1y", "in the last year"),
)
_NAMES = (
    "SELECT DISTINCT t.name, t.articles, t.quotes, t.kind FROM thing_names n JOIN things g ON g.id = n.thing "
    "JOIN things t ON t.id = CASE WHEN g.root > 0 THEN g.root ELSE g.id END "
    "WHERE n.name >= :first AND n.name < :last AND t.hidden = 0 AND {condition} "
    "ORDER BY {order} DESC LIMIT :most"
)
_TAGS = "SELECT name FROM tags WHERE key >= :first AND key < :last ORDER BY key LIMIT :most"
_SITES = (
    "SELECT publisher, count(*) FROM (SELECT publisher FROM articles WHERE publisher LIKE :first LIMIT 2000) "
    "WHERE publisher <> '' GROUP BY publisher ORDER BY count(*) DESC LIMIT :most"
)
_LAST = "\U0010ffff"


def suggestions(connection: Connection, typed: str, cursor: int) -> list[Suggestion]:
    """What may be meant by what stands before `cursor`, best first; nothing where all is said already."""
    before = list(pieces(typed[:cursor]))
    if not before or before[-1].span.end < cursor:
        return []
    last, field = before[-1], before[-2] if len(before) > 1 else None
    if last.kind is Kind.FIELD:
        return _values(connection, FIELDS[last.text], "", Span(cursor, cursor))
    if field is not None and field.kind is Kind.FIELD and field.span.end == last.span.start:
        span = Span(last.span.start, max(last.span.end, _end_of(typed, last)))
        return _values(connection, FIELDS[field.text], last.text, span)
    if last.kind is Kind.WORD and len(last.text) >= MIN_NAME:
        named = _named(connection, last.text, last.span) if len(last.text) > MIN_NAME else ()
        return [*_fields(last.text.lower(), last.span), *named][:MOST]
    return []


def _end_of(typed: str, piece: Piece) -> int:
    """Where the piece ends of which only what stands before the cursor was read."""
    return next((each.span.end for each in pieces(typed) if each.span.start == piece.span.start), piece.span.end)


def _fields(beginning: str, span: Span) -> Iterator[Suggestion]:
    for field in FIELDS.values():
        if field.name.startswith(beginning) or (field.name == "said-by" and "by".startswith(beginning)):
            yield Suggestion(span, f"{field.name}:", tr(field.finds))


def _named(connection: Connection, word: str, span: Span) -> Iterator[Suggestion]:
    """Those whose name a word may be the beginning of: what they said, or else the articles that name them."""
    said = " ".join(folded_words(word))
    asked = {"first": said, "last": said + _LAST, "most": MOST_NAMED}
    statement = _NAMES.format(
        condition="t.articles > 0 AND t.kind IN ('person', 'place', 'organisation')", order="t.quotes"
    )
    for name, articles, quotes, kind in connection.execute(text(statement), asked) if said else ():
        if quotes:
            yield Suggestion(span, f"said-by:{quoted(name)}", tr("{n} quoted", n=quotes))
        else:
            field = next(field for field, of in KINDS.items() if of == kind)
            yield Suggestion(span, f"{field}:{quoted(name)}", tr("in {n} articles", n=articles))


def _values(connection: Connection, field: Field, typed: str, span: Span) -> list[Suggestion]:
    match field.takes:
        case Takes.CHOICE:
            made: Iterable[tuple[str, str]] = (
                (each.value, tr(each.meaning)) for each in field.choices if each.value.startswith(typed.lower())
            )
        case Takes.LANGUAGE:
            made = _languages(typed.lower())
        case Takes.DATE:
            made = ((value, tr(meaning)) for value, meaning in _DATES if value.startswith(typed.lower()))
        case Takes.TAG:
            key = tag_key(typed)
            asked = {"first": key, "last": key + _LAST, "most": MOST}
            made = ((name, "") for (name,) in connection.execute(text(_TAGS), asked))
        case Takes.NAME:
            made = _names(connection, field, typed)
        case _:
            made = _sites(connection, typed) if field.name == "site" else ()
    return [
        Suggestion(span, quoted(value), meaning)
        for value, meaning in list(made)[:MOST]
        if value.casefold() != typed.casefold()
    ]


def _languages(typed: str) -> Iterator[tuple[str, str]]:
    for name, code in LANGUAGES.items():
        if name.startswith(typed) or code.startswith(typed):
            yield code, name.capitalize()


def _names(connection: Connection, field: Field, typed: str) -> Iterator[tuple[str, str]]:
    said = " ".join(folded_words(typed))
    if len(said) < MIN_NAME:
        return
    spoken = field.name == "said-by"
    condition = "t.quotes > 0" if spoken else "t.kind = :kind AND t.articles > 0"
    asked = {"first": said, "last": said + _LAST, "most": MOST, "kind": KINDS.get(field.name)}
    if spoken:
        del asked["kind"]
    statement = _NAMES.format(condition=condition, order="t.quotes" if spoken else "t.articles")
    for name, articles, quotes, _ in connection.execute(text(statement), asked):
        yield name, tr("{n} quoted", n=quotes) if spoken else tr("in {n} articles", n=articles)


def _sites(connection: Connection, typed: str) -> Iterator[tuple[str, str]]:
    if len(typed) >= MIN_NAME:
        first = typed.replace("%", "").replace("_", "") + "%"
        for name, number in connection.execute(text(_SITES), {"first": first, "most": MOST}):
            yield name, tr("{n} articles", n=number)


def quoted(value: str) -> str:
    """A value as it is written after a field: in quotation marks where it has blanks."""
    plain = value.replace('"', " ").strip()
    return f'"{plain}"' if any(character.isspace() or character in "()" for character in plain) else plain
