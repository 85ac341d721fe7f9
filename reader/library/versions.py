"""Versions of an article: what it was lies here, what it is in `articles`. The reader's edits, notes and states hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from reader.article import (
    Article,
    LibraryError,
    analysis_from,
    analysis_record,
    article_from,
    is_changed,
)
from reader.library import articles as shelf
from reader.library.analyses import analysis_of
from reader.library.packing import now, packed_json, read_time, unpacked_json
from reader.library.schema import articles, captures, versions
from reader.library.source_values import Came, Version

MUCH_FULLER = 1.25
"""A page with so many more words than the feed or an import gave has the whole article."""


def compared(connection: Connection, article: int, came: Article, how: str) -> Came:
    """What a version that came is to the one that is there."""
    there = shelf.cleaned_article(connection, article)
    how_there = connection.scalar(
        select(captures.c.how).join(articles, articles.c.capture == captures.c.id).where(articles.c.id == article)
    )
    if how == "web" and how_there in {"feed", "import"}:
        return Came.FULLER if came.words > there.words * MUCH_FULLER else Came.SAME
    if came.text == there.text and (came.title, came.standfirst) == (there.title, there.standfirst):
        return Came.SAME
    return Came.CHANGED if is_changed(there, came) else Came.TRIFLES


def add(connection: Connection, article: int, capture: int, came: Article, what: Came, at: str = "") -> None:
    """Let an article be what came, now or `at` a time; what it was is kept as a version."""
    row = (
        connection.execute(
            select(articles.c.capture, articles.c.record, articles.c.added, captures.c.how)
            .join(captures, captures.c.id == articles.c.capture)
            .where(articles.c.id == article)
        )
        .mappings()
        .one_or_none()
    )
    if row is None:
        raise LibraryError("The article is no longer in the library; add it anew.")
    last = connection.scalar(
        select(versions.c.until).where(versions.c.article == article).order_by(versions.c.id.desc()).limit(1)
    )
    there = article_from(unpacked_json(row["record"]))
    read = analysis_of(connection, article, shelf.article_of(connection, article).text)
    connection.execute(
        insert(versions).values(
            article=article,
            capture=row["capture"],
            how=row["how"],
            since=last or row["added"],
            until=at or now(),
            shown=what is not Came.CHANGED,
            record=row["record"],
            analysis=packed_json(analysis_record(read)) if read is not None else None,
        )
    )
    # What the page says now counts, but an address or a date that it no longer says is not lost.
    merged = replace(came, url=came.url or there.url, published=came.published or there.published)
    connection.execute(update(articles).where(articles.c.id == article).values(capture=capture))
    shelf.replace_article(connection, article, merged)
    shelf.settle_capture(connection, capture, shelf.USED)


def of_article(connection: Connection, article: int) -> list[Version]:
    """All versions of an article, oldest first; the last one is what it is now."""
    rows = connection.execute(select(versions).where(versions.c.article == article).order_by(versions.c.id)).mappings()
    held = [
        Version(
            number=row["id"],
            article=article_from(unpacked_json(row["record"])),
            analysis=analysis_from(unpacked_json(row["analysis"])) if row["analysis"] is not None else None,
            how=row["how"],
            since=read_time(row["since"]),
            until=read_time(row["until"]),
            shown=row["shown"],
        )
        for row in rows
    ]
    now_there = connection.execute(
        select(articles.c.added, captures.c.how)
        .join(captures, captures.c.id == articles.c.capture)
        .where(articles.c.id == article)
    ).one_or_none()
    if now_there is None:
        raise LibraryError("The article is no longer in the library; choose another one from the list.")
    since: datetime = held[-1].until or held[-1].since if held else read_time(now_there.added)
    analysis = analysis_of(connection, article, shelf.article_of(connection, article).text)
    present = shelf.cleaned_article(connection, article)
    return [*held, Version(None, present, analysis, now_there.how, since, None, True)]


def mark_shown(connection: Connection, article: int) -> None:
    """Note that the reader has seen what changed in an article."""
    connection.execute(update(versions).where(versions.c.article == article).values(shown=True))


def unseen_since(connection: Connection, article: int) -> datetime | None:
    """When an article changed last in a way that the reader has not seen; None where there is no such change."""
    chosen = select(versions.c.until).where(versions.c.article == article, versions.c.shown.is_(False))
    last = connection.scalar(chosen.order_by(versions.c.id.desc()).limit(1))
    return None if last is None else read_time(last)
