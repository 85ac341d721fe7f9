"""The search index, kept true: what each article, note and quotation says, folded, and what can be told from it.

`search` holds articles, `search_quotes` quotations with the passage around them, `search_parts` the letters of all
words (by trigrams, for parts of words). The first two hold no text of their own (contentless FTS5), so that the library stays small; to take something out, FTS5 is told again what it was
given, which is derived from the article's record, or kept in `held` where the reader's edits or notes are in it.
All of it can be made anew at any time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from sqlalchemy import Connection, delete, select, text, update
from sqlalchemy.dialects import sqlite

from reader.article import Article, Span, article_from
from reader.library import nearness
from reader.library.grammar.words import as_indexed, is_unspaced
from reader.library.packing import compact_json, packed_json, read_time, storable, unpacked_json
from reader.library.schema import CREATE_SEARCH, articles, facts, held, marks, quotes, vocabulary

INDEX_VERSION = "1"
"""Names what is put into the index, and how it is folded; where the library holds another, its index is made anew."""

COLUMNS = ("body", "title", "author", "site", "lead", "notes")
"""The longest comes first: FTS5 writes a word's places in the first column shortest."""
WEIGHTS = (1.0, 10.0, 4.0, 1.0, 4.0, 3.0)
QUOTE_COLUMNS = ("around", "said", "speaker")
QUOTE_WEIGHTS = (1.0, 3.0, 3.0)
ORDINAL_BITS = 16
BEFORE_CHARACTERS, AFTER_CHARACTERS = 160, 100
"""So much of the paragraph around a quotation is its passage."""
MIN_KEPT, MAX_KEPT = 3, 40
"""How long the words are whose parts can be looked for."""
INDICES = ("search", "search_quotes", "search_parts")
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class Page(NamedTuple):
    """What the index holds of an article's page, column by column."""

    title: str
    author: str
    site: str
    lead: str
    body: str


def page_of(article: Article) -> Page:
    """What the index holds of an article, as it is written."""
    return Page(
        article.title or "",
        "\n".join(article.authors),
        "\n".join(filter(None, (article.publisher, article.section))),
        "\n".join(filter(None, (article.standfirst, article.place))),
        article.text,
    )


def _folded(page: Page, noted: str) -> tuple[str, ...]:
    """A row of the index, in the order of its columns."""
    return tuple(as_indexed((said,)) for said in (page.body, page.title, page.author, page.site, page.lead, noted))


def _put(table: str, columns: Sequence[str]) -> str:
    return f"INSERT INTO {table}(rowid, {', '.join(columns)}) VALUES (?{', ?' * len(columns)})"


def _take(table: str, columns: Sequence[str]) -> str:
    """What FTS5 wants to be told to forget a row: all that was in it."""
    return f"INSERT INTO {table}({table}, rowid, {', '.join(columns)}) VALUES ('delete', ?{', ?' * len(columns)})"


# Every article that comes in runs through these: they go to the driver as they are.
_PUT, _TAKE = _put("search", COLUMNS), _take("search", COLUMNS)
_PUT_QUOTE, _TAKE_QUOTE = (of("search_quotes", QUOTE_COLUMNS) for of in (_put, _take))
_NEW_WORDS = "INSERT OR IGNORE INTO vocabulary(word) SELECT value FROM json_each(?)"
_NEW_PARTS = "INSERT INTO search_parts(rowid, word) SELECT id, word FROM vocabulary WHERE id > ?"
_QUOTES = 'SELECT ordinal, text, start, "end", speaker FROM quotes WHERE article = ?'
_HELD = "SELECT page, notes FROM held WHERE article = ?"
_HOLD = "INSERT OR REPLACE INTO held(article, page, notes) VALUES (?, ?, ?)"
_FACTS = "INSERT OR REPLACE INTO facts(article, day, added, language, host) VALUES (?, ?, ?, ?, ?)"
_NOTES = "SELECT body FROM notes WHERE article = ? ORDER BY created, key"


def make_anew(connection: Connection) -> None:
    """Put an empty index in the place of the old one."""
    for index, create in zip(INDICES, CREATE_SEARCH, strict=True):
        if connection.scalar(text("SELECT 1 FROM sqlite_master WHERE name = :name"), {"name": f"{index}_data"}):
            # An index too damaged to be opened cannot be dropped either: it is first made the one that FTS5 begins with.
            connection.execute(text(f"DELETE FROM {index}_data"))
            connection.execute(text(f"INSERT INTO {index}_data (id, block) VALUES (1, x''), (10, x'00000000000000')"))
        connection.execute(text(f"DROP TABLE IF EXISTS {index}"))
        connection.execute(text(create))
    for table in (facts, held, vocabulary):
        connection.execute(delete(table))
    version = sqlite.insert(marks).values(name="index", value=INDEX_VERSION)
    connection.execute(version.on_conflict_do_update(index_elements=["name"], set_={"value": INDEX_VERSION}))


def is_current(connection: Connection) -> bool:
    """Whether the index is one that this program made."""
    return connection.scalar(select(marks.c.value).where(marks.c.name == "index")) == INDEX_VERSION


# ---- Articles


def index(connection: Connection, article_id: int, article: Article) -> None:
    """Put an article in the index, or what it has become; of one whose text is another, the quotations go."""
    page, noted = page_of(article), _notes_of(connection, article_id)
    _put_facts(connection, article_id, article)
    before = indexed(connection, article_id)
    if before == (page, noted):
        return
    if before is not None:
        if before[0] != page:
            nearness.forget(connection, article_id)
        if before[0].body != page.body:
            take_out_quotes(connection, article_id, before[0].body)
        connection.exec_driver_sql(_TAKE, (article_id, *_folded(*before)))
    row = _folded(page, noted)
    connection.exec_driver_sql(_PUT, (article_id, *row))
    _keep_words(connection, {word for said in row for word in said.split()})
    own = page if before is None else page_of(_cleaned(connection, article_id))
    _hold(connection, article_id, None if own == page else page, noted)


def index_notes(connection: Connection, article_id: int) -> None:
    """Put what an article's notes say now in the index."""
    before = indexed(connection, article_id)
    if before is None or before[1] == (noted := _notes_of(connection, article_id)):
        return
    connection.exec_driver_sql(_TAKE, (article_id, *_folded(*before)))
    row = _folded(before[0], noted)
    connection.exec_driver_sql(_PUT, (article_id, *row))
    _keep_words(connection, set(row[-1].split()))
    connection.execute(update(held).where(held.c.article == article_id).values(notes=noted))


def hold(connection: Connection, article_id: int) -> None:
    """Keep what the index holds of an article, before its record is replaced."""
    before = indexed(connection, article_id)
    if before is not None:
        _hold(connection, article_id, *before)


def take_out(connection: Connection, article_id: int) -> None:
    """Take an article and its quotations out of the index."""
    before = indexed(connection, article_id)
    if before is not None:
        take_out_quotes(connection, article_id, before[0].body)
        connection.exec_driver_sql(_TAKE, (article_id, *_folded(*before)))
        connection.execute(delete(held).where(held.c.article == article_id))
        connection.execute(delete(facts).where(facts.c.article == article_id))


def indexed(connection: Connection, article_id: int) -> tuple[Page, str] | None:
    """What the index holds of an article, and of its notes; None where it is not in it."""
    row = connection.exec_driver_sql(_HELD, (article_id,)).one_or_none()
    if row is None:
        return None
    page = page_of(_cleaned(connection, article_id)) if row[0] is None else Page(*unpacked_json(row[0]))
    return page, row[1]


def _cleaned(connection: Connection, article_id: int) -> Article:
    record: bytes | None = connection.scalar(select(articles.c.record).where(articles.c.id == article_id))
    assert record is not None
    return article_from(unpacked_json(record))


def _hold(connection: Connection, article_id: int, page: Page | None, noted: str) -> None:
    connection.exec_driver_sql(_HOLD, (article_id, None if page is None else packed_json(page), noted))


def _notes_of(connection: Connection, article_id: int) -> str:
    return "\n".join(body for (body,) in connection.exec_driver_sql(_NOTES, (article_id,)))


def _put_facts(connection: Connection, article_id: int, article: Article) -> None:
    added = connection.exec_driver_sql("SELECT added FROM articles WHERE id = ?", (article_id,)).scalar()
    added_day = (read_time(added) if added else datetime.now(UTC)).astimezone().toordinal()
    day = day_of(article.published) or added_day
    language = (article.language or "").lower()
    connection.exec_driver_sql(_FACTS, (article_id, day, added_day, language, host_of(article.url)))


def day_of(published: str | None) -> int | None:
    """The day of a date of publication, as a number (`date.toordinal`); of a month or year, its first."""
    found = _DAY.match(published or "")
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2] or 1), int(found[3] or 1)).toordinal()
    except ValueError:
        return None


def host_of(url: str | None) -> str:
    """The host of an address, without its "www."; empty where there is none."""
    try:
        return storable((urlsplit(url or "").hostname or "").removeprefix("www."))
    except ValueError:
        return ""


def _keep_words(connection: Connection, found: set[str]) -> None:
    """Remember words, so that parts of them can be looked for."""
    kept = sorted(word for word in found if MIN_KEPT <= len(word) <= MAX_KEPT and not is_unspaced(word))
    last = connection.exec_driver_sql("SELECT max(id) FROM vocabulary").scalar() or 0
    if kept and connection.exec_driver_sql(_NEW_WORDS, (compact_json(kept).decode(),)).rowcount:
        connection.exec_driver_sql(_NEW_PARTS, (last,))


# ---- Quotations


def index_quotes(connection: Connection, article_id: int, body: str) -> None:
    """Put the quotations of an article, whose text is `body`, in the index."""
    if rows := _quotes_of(connection, article_id, body):
        connection.exec_driver_sql(_PUT_QUOTE, rows)


def take_out_quotes(connection: Connection, article_id: int, body: str) -> None:
    """Take the quotations of an article, whose text was `body`, out of the index, and their rows with them."""
    if rows := _quotes_of(connection, article_id, body):
        connection.exec_driver_sql(_TAKE_QUOTE, rows)
        connection.execute(delete(quotes).where(quotes.c.article == article_id))


def _quotes_of(connection: Connection, article_id: int, body: str) -> list[tuple[Any, ...]]:
    return [
        (
            quote_key(article_id, ordinal),
            as_indexed(_around(body, start, end, said)),
            as_indexed((said,)),
            as_indexed((speaker,)),
        )
        for ordinal, said, start, end, speaker in connection.exec_driver_sql(_QUOTES, (article_id,))
    ]


def quote_key(article_id: int, ordinal: int) -> int:
    """The number of a quotation in the index: it tells the article and which of its quotations it is."""
    return article_id << ORDINAL_BITS | min(ordinal, (1 << ORDINAL_BITS) - 1)


def _around(body: str, start: int, end: int, said: str) -> tuple[str, ...]:
    """The passage around a quotation: the paragraph, as far as a reader's eye goes, without what was said."""
    passage = passage_of(body, start, end)
    inside = body[start:end]
    return body[passage.start : start], "" if inside == said else inside, body[end : passage.end]


def passage_of(body: str, start: int, end: int) -> Span:
    """The passage that a quotation at [start, end) stands in: of its paragraph so much before and after it."""
    begins = body.rfind("\n", 0, start) + 1
    ends = body.find("\n", end)
    ends = len(body) if ends < 0 else ends
    begins, ends = _at_word(body, begins, start, -1), _at_word(body, ends, end, 1)
    return Span(begins, ends)


def _at_word(body: str, edge: int, near: int, side: int) -> int:
    """`edge`, or where a word begins (ends) within reach of `near`, if that is nearer."""
    if side < 0:
        if near - edge <= BEFORE_CHARACTERS:
            return edge
        return min(near, body.find(" ", near - BEFORE_CHARACTERS, near) + 1 or near)
    if edge - near <= AFTER_CHARACTERS:
        return edge
    return max(near, body.rfind(" ", near, near + AFTER_CHARACTERS))
