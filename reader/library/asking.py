"""The books on what was asked of the network: when, with what outcome, when next."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, select
from sqlalchemy.dialects.sqlite import insert

from reader.library.changes import FullText, Subscription
from reader.library.images import among
from reader.library.packing import read_time, storable, unpacked_json, written_time
from reader.library.schema import articles, asked, captures, feeds, wanted, watches
from reader.library.source_values import Asked, Wanted, Watched


def watch_key(article: int) -> str:
    """The key of a watched article in these books."""
    return f"article {article}"


def asked_of(connection: Connection, keys: Iterable[str]) -> dict[str, Asked]:
    """How asking went, for those keys that were ever asked."""
    rows = connection.execute(select(asked).where(among(asked.c.key, keys))).mappings()
    return {row["key"]: _asked(row) for row in rows}


def note(connection: Connection, told: Asked) -> None:
    """Write down how asking went."""
    values: dict[str, Any] = {
        "key": told.key,
        "asked_at": _written(told.asked_at),
        "next_at": _written(told.next_at),
        "succeeded_at": _written(told.succeeded_at),
        "failures": told.failures,
        "fault": storable(told.fault),
        "gives_up": told.gives_up,
        "etag": told.etag,
        "modified": told.modified,
        "digest": told.digest,
    }
    connection.execute(insert(asked).values(values).on_conflict_do_update(index_elements=["key"], set_=values))


def forget(connection: Connection, keys: Iterable[str]) -> None:
    """Strike keys out of the books, so that they are asked as if for the first time."""
    connection.execute(delete(asked).where(among(asked.c.key, keys)))


def wanted_addresses(connection: Connection) -> list[Wanted]:
    """The addresses that wait, oldest first."""
    rows = connection.execute(select(wanted).order_by(wanted.c.created)).mappings().all()
    known = asked_of(connection, [row["key"] for row in rows])
    return [
        Wanted(row["key"], row["url"], read_time(row["created"]), known.get(row["key"], Asked(row["key"])))
        for row in rows
    ]


def watched_articles(connection: Connection, article: int | None = None) -> list[Watched]:
    """The watched articles that have an address."""
    chosen = select(watches.c.article, watches.c.every_minutes)
    if article is not None:
        chosen = chosen.where(watches.c.article == article)
    rows = connection.execute(chosen).mappings().all()
    known = asked_of(connection, [watch_key(row["article"]) for row in rows])
    found = []
    for row in rows:
        key, address = watch_key(row["article"]), address_of(connection, row["article"])
        if address:
            found.append(Watched(row["article"], address, row["every_minutes"], known.get(key, Asked(key))))
    return found


def address_of(connection: Connection, article: int) -> str | None:
    """Where an article was fetched from, or says that it is; None where neither is known."""
    chosen = select(articles.c.record, captures.c.url, captures.c.how).join(captures).where(articles.c.id == article)
    row = connection.execute(chosen).one_or_none()
    if row is None:
        return None
    said: str | None = unpacked_json(row.record).get("url")
    fetched: str | None = row.url
    return fetched if row.how == "web" and fetched else said or fetched


def subscription_of(row: RowMapping) -> Subscription:
    """A row of the reader's feeds as a value."""
    return Subscription(
        key=row["key"],
        url=row["url"],
        title=row["title"],
        folder=row["folder"],
        typed=row["typed"],
        every_minutes=row["every_minutes"],
        full_text=FullText(row["full_text"]),
        paused=row["paused"],
        attributes=tuple((space, name, value) for space, name, value in json.loads(row["attributes"])),
    )


def subscriptions(connection: Connection) -> list[Subscription]:
    """All feeds as the reader wants them."""
    return [subscription_of(row) for row in connection.execute(select(feeds)).mappings()]


def _asked(row: RowMapping) -> Asked:
    return Asked(
        key=row["key"],
        asked_at=_read(row["asked_at"]),
        next_at=_read(row["next_at"]),
        succeeded_at=_read(row["succeeded_at"]),
        failures=row["failures"],
        fault=row["fault"],
        gives_up=row["gives_up"],
        etag=row["etag"],
        modified=row["modified"],
        digest=row["digest"],
    )


def _written(moment: datetime | None) -> str | None:
    return None if moment is None else written_time(moment)


def _read(text: str | None) -> datetime | None:
    return None if text is None else read_time(text)
