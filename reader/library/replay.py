"""Bringing a database that fell behind its journal up to date: after a lost write-ahead log, or from a backup."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, insert, select

from reader.article import article_from
from reader.library import articles, feeds, ledger, spool, versions
from reader.library.folder import Places
from reader.library.images import Image, among, images_from, of_present_articles, record_of
from reader.library.journal import JournalBroken, Record
from reader.library.schema import articles as article_table
from reader.library.schema import captures, states
from reader.library.source_values import Came

KEEP, ADD, DELETE, ITEMS, VERSION = "keep", "add", "delete", "items", "version"


def replay(connection: Connection, places: Places, records: Iterable[Record]) -> tuple[int, JournalBroken | None]:
    """Let the records take effect in a database that lacks them.

    How many of the reader's changes came back, and what was wrong with the journal after them, if anything was.
    """
    done = 0
    try:
        for record in records:
            _take_effect(connection, places, record)
            ledger.set_mark(connection, record.mark)
            done += record.body["kind"] not in {KEEP, ITEMS, VERSION}
    except JournalBroken as fault:
        return done, fault
    return done, None


def _take_effect(connection: Connection, places: Places, record: Record) -> None:
    body = record.body
    if body["kind"] == KEEP:
        _keep(connection, places, body)
        return
    if body["kind"] == ITEMS:
        _add_items(connection, places, body)
        return
    if body["kind"] == VERSION:
        _add_version(connection, places, body, record.at)
        return
    if body["kind"] == DELETE:
        images = _to_trash(connection, body["ids"], record.at)
        body = {**body, "kind": ledger.QUIET}
    else:
        if body["kind"] == ADD:
            _add(connection, places, body)
            body = {**body, "kind": ledger.STEP if body["undoable"] else ledger.QUIET}
        images = of_present_articles(connection, images_from(body["images"]))
    ledger.enter(connection, {**body, "images": record_of(images)}, record.at)


def _keep(connection: Connection, places: Places, body: dict[str, Any]) -> None:
    row = spool.capture_row(places.spool, body["capture"])
    present = connection.scalar(select(captures.c.id).where(captures.c.id == body["capture"]))
    if row is not None and present is None:
        articles.keep(connection, {**row, "id": body["capture"]})


def _add(connection: Connection, places: Places, body: dict[str, Any]) -> None:
    number, capture = body["article"], body["capture"]
    if connection.scalar(select(article_table.c.id).where(article_table.c.id == number)) is not None:
        return
    record = spool.article_record(places.spool, number)
    kept = connection.scalar(select(captures.c.id).where(captures.c.id == capture))
    if record is not None and kept is not None:
        articles.add(connection, capture, article_from(record), body["added"], body["sample"], number)
        connection.execute(insert(states).values(article=number))
        articles.settle_capture(connection, capture, articles.USED)


def _add_items(connection: Connection, places: Places, body: dict[str, Any]) -> None:
    for item in spool.items(places.spool, body["last"]):
        number, capture = item["article"], item["capture"]
        if connection.scalar(select(article_table.c.id).where(article_table.c.id == number)) is not None:
            continue
        held = connection.scalar(select(captures.c.id).where(captures.c.id == capture))
        if held is None and item["row"] is not None:
            articles.keep(connection, {**item["row"], "id": capture})
        elif held is None:
            continue
        articles.settle_capture(connection, capture, articles.USED)
        articles.add(connection, capture, article_from(item["record"]), item["added"], False, number)
        connection.execute(insert(states).values(article=number))
        feeds.link(connection, item["feed"], item["item"], item["item_digest"], number, item["added"])


def _add_version(connection: Connection, places: Places, body: dict[str, Any], at: str) -> None:
    number, capture = body["article"], body["capture"]
    record = spool.version_record(places.spool, number, capture)
    there = connection.scalar(select(article_table.c.capture).where(article_table.c.id == number))
    kept = connection.scalar(select(captures.c.id).where(captures.c.id == capture))
    if record is not None and kept is not None and there not in (None, capture):
        versions.add(connection, number, capture, article_from(record), Came(body["what"]), at)


def _to_trash(connection: Connection, ids: list[int], at: str) -> list[Image]:
    # What a lost or an older database brings back is not deleted for ever a second time: the trash keeps it.
    held = connection.execute(
        select(states).where(among(states.c.article, ids), states.c.trashed.is_(False))
    ).mappings()
    before = {"trashed": False, "trashed_at": None}
    image = Image("states", (0,), before, {"trashed": True, "trashed_at": at})
    return [replace(image, key=(row["article"],)) for row in held]
