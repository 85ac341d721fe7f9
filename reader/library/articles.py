"""Captures and the articles made of them: kept, added, cleaned anew. Nothing here is the reader's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from reader.article import (
    Article,
    Capture,
    Edit,
    EditKind,
    LibraryError,
    article_from,
    article_record,
    edited,
)
from reader.library import placements, search, sketching
from reader.library.images import among
from reader.library.packing import (
    packed,
    packed_json,
    read_time,
    storable,
    storable_values,
    unpacked,
    unpacked_json,
    written_time,
)
from reader.library.sameness import hardly_changed, text_digest, text_key, url_key
from reader.library.schema import articles, captures, edits, states, versions
from reader.library.values import Unmeant

SNIPPET_CHARACTERS = 280
MEANT_CHARACTERS = 4_000
"""So much of an article's text says what it is about."""
UNTITLED = "Untitled"
WAITING, USED, REFUSED = "waiting", "used", "refused"


def capture_row(capture: Capture) -> dict[str, Any]:
    """A capture as the columns of its row."""
    return {
        "digest": capture.digest,
        "raw": capture.raw,
        "content": packed(capture.content),
        "size_bytes": len(capture.content),
        "media_type": capture.media_type,
        "name": storable(capture.name),
        "how": capture.how,
        "url": None if capture.url is None else storable(capture.url),
        "encoding": capture.encoding,
        "captured_at": written_time(capture.captured_at),
        "state": WAITING,
    }


def kept(connection: Connection, digest: str, raw: bool) -> int | None:
    """The number of the capture with that content, if the library has it."""
    found = select(captures.c.id).where(captures.c.digest == digest, captures.c.raw == raw)
    return connection.scalar(found)


def keep(connection: Connection, row: dict[str, Any]) -> int:
    """Store the columns of a capture; its number."""
    made = connection.execute(insert(captures).values(row)).inserted_primary_key
    assert made is not None
    return int(made[0])


def capture_of(connection: Connection, capture_id: int) -> Capture:
    """The capture of that number; LibraryError where there is none."""
    row = connection.execute(select(captures).where(captures.c.id == capture_id)).mappings().one_or_none()
    if row is None:
        raise LibraryError("What this article was made from is no longer in the library; add it anew.")
    return Capture(
        content=unpacked(row["content"]),
        media_type=row["media_type"],
        name=row["name"],
        how=row["how"],
        captured_at=read_time(row["captured_at"]),
        url=row["url"],
        encoding=row["encoding"],
        raw=row["raw"],
    )


def settle_capture(connection: Connection, capture_id: int, state: str, refusal: str | None = None) -> None:
    """Note what became of a capture: it waits no longer."""
    changed = update(captures).where(captures.c.id == capture_id)
    connection.execute(changed.values(state=state, refusal=None if refusal is None else storable(refusal)))


def waiting_captures(connection: Connection) -> list[int]:
    """The captures that nothing has been made of yet, oldest first."""
    found = select(captures.c.id).where(captures.c.state == WAITING).order_by(captures.c.id)
    return list(connection.scalars(found))


def twin_of(connection: Connection, capture_id: int, article: Article, *, by_address: bool = True) -> int | None:
    """The article of the library that is the same as `article`, if there is one; the oldest of several.

    With `by_address`, one at the same address with hardly a word changed is the same too.
    """
    former = select(versions.c.article).where(versions.c.capture == capture_id)
    same_bytes = select(articles.c.id).where((articles.c.capture == capture_id) | articles.c.id.in_(former))
    key = text_key(article)
    same_words = select(articles.c.id).where(articles.c.text_key == key)
    for chosen in (same_bytes, same_words) if key else (same_bytes,):
        found = connection.scalar(chosen.order_by(articles.c.id).limit(1))
        if found is not None:
            return int(found)
    address = url_key(article.url) if by_address else None
    if address is None:
        return None
    held = select(articles.c.id, articles.c.record).where(articles.c.url_key == address).order_by(articles.c.id)
    for number, record in connection.execute(held):
        if hardly_changed(unpacked_json(record)["text"], article.text):
            return int(number)
    return None


def at_address(connection: Connection, url: str | None) -> int | None:
    """The newest article of an address, one outside the trash before one in it; None where there is none."""
    key = url_key(url)
    if key is None:
        return None
    chosen = select(articles.c.id).join(states, states.c.article == articles.c.id).where(articles.c.url_key == key)
    return connection.scalar(chosen.order_by(states.c.trashed, articles.c.id.desc()).limit(1))


def sound(article: Article) -> Article:
    """`article` with what no file can hold replaced, character for character."""
    return article_from(storable_values(article_record(article)))


def add(
    connection: Connection, capture_id: int, article: Article, added: str, sample: bool, number: int | None = None
) -> int:
    """Store a sound article, made of that capture; its number."""
    values = {**_columns(article), "capture": capture_id, "sample": sample, "added": added}
    values |= {"record": packed_json(article_record(article))} | ({} if number is None else {"id": number})
    made = connection.execute(insert(articles).values(values)).inserted_primary_key
    assert made is not None
    search.index(connection, int(made[0]), article)
    sketching.sketch(connection, int(made[0]), article.text)
    return int(made[0])


def replace_article(connection: Connection, article_id: int, article: Article) -> None:
    """Store what a new cleaning made of an article's capture."""
    search.hold(connection, article_id)
    changed = update(articles).where(articles.c.id == article_id)
    keys = {"text_key": text_key(article), "url_key": url_key(article.url)}
    done = connection.execute(changed.values(record=packed_json(article_record(article)), **keys))
    if not done.rowcount:
        raise LibraryError("The article is no longer in the library; add it anew.")
    refresh(connection, article_id)


def refresh(connection: Connection, article_id: int) -> None:
    """Derive anew what lists and search show of an article, from its record and the reader's edits."""
    article = article_of(connection, article_id)
    derived = {name: value for name, value in _columns(article).items() if name not in {"text_key", "url_key"}}
    connection.execute(update(articles).where(articles.c.id == article_id).values(derived))
    search.index(connection, article_id, article)
    placements.place_all(connection, article_id, article.text)
    sketching.sketch(connection, article_id, article.text)


def cleaned_article(connection: Connection, article_id: int) -> Article:
    """The article as it was cleaned, without the reader's edits; LibraryError where there is none of that number."""
    record = connection.scalar(select(articles.c.record).where(articles.c.id == article_id))
    if record is None:
        raise LibraryError("The article is no longer in the library; choose another one from the list.")
    return article_from(unpacked_json(record))


def article_of(connection: Connection, article_id: int) -> Article:
    """The article as the reader sees it, with the reader's edits made."""
    return edited(cleaned_article(connection, article_id), edits_of(connection, article_id))


def unmeant(connection: Connection, ids: Iterable[int]) -> list[Unmeant]:
    """Those articles, as far as what they are about is told from them."""
    made = []
    for number in ids:
        article = article_of(connection, number)
        digest = text_digest(article.text)
        made.append(Unmeant(number, digest, article.title or "", article.text[:MEANT_CHARACTERS]))
    return made


def edits_of(connection: Connection, article_id: int) -> tuple[Edit, ...]:
    """The reader's edits of an article's text, in order."""
    columns = (edits.c.kind, edits.c.text, edits.c.occurrence)
    made = connection.execute(select(*columns).where(edits.c.article == article_id).order_by(edits.c.ordinal))
    return tuple(Edit(EditKind(kind), text, occurrence) for kind, text, occurrence in made)


def delete_articles(connection: Connection, ids: Iterable[int]) -> None:
    """Delete articles with all that belongs to them: captures, what was read out of them, what was written on them."""
    numbers = list(ids)
    held = list(connection.scalars(select(articles.c.capture).where(among(articles.c.id, numbers))))
    held += connection.scalars(select(versions.c.capture).where(among(versions.c.article, numbers)))
    for number in numbers:
        search.take_out(connection, number)
    connection.execute(delete(articles).where(among(articles.c.id, numbers)))
    still = set(connection.scalars(select(articles.c.capture).where(among(articles.c.capture, held))))
    still |= set(connection.scalars(select(versions.c.capture).where(among(versions.c.capture, held))))
    connection.execute(delete(captures).where(among(captures.c.id, [c for c in held if c not in still])))


def _columns(article: Article) -> dict[str, Any]:
    """What lists and look-ups need of an article."""
    shown = " ".join((article.standfirst or article.text)[: SNIPPET_CHARACTERS * 2].split())
    return {
        "title": title_of(article),
        "publisher": article.publisher or "",
        "author": ", ".join(article.authors),
        "published": article.published,
        "language": article.language,
        "url_key": url_key(article.url),
        "text_key": text_key(article),
        "text_digest": text_digest(article.text),
        "snippet": shown[:SNIPPET_CHARACTERS],
        "words": len(article.text.split()),
    }


def title_of(article: Article) -> str:
    """What to call an article: its title, or its first words."""
    if article.title:
        return article.title
    first = article.blocks[0].text if article.blocks else ""
    words = " ".join(first[:200].split())
    return f"{words[:80].rsplit(' ', 1)[0]}…" if len(words) > 80 else words or UNTITLED
