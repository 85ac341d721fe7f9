"""What the article list says in words: a row for a screen reader, its date, and why the list is empty."""

from __future__ import annotations

from datetime import UTC, datetime

from reader.article import tr
from reader.article.dates_told import told_short
from reader.library import QUEUE, Query, Row


def spoken(row: Row) -> str:
    """A row as a screen reader says it: headline first, then state, source and date."""
    states = [
        name
        for name, on in (
            (tr("unread"), row.unread),
            (tr("bookmarked"), row.bookmarked),
            (tr("has notes"), row.noted),
            (tr("near in meaning"), row.near),
        )
        if on
    ]
    return ", ".join(part for part in (row.title, *states, row.publisher or row.author, age(row)) if part)


def age(row: Row, now: datetime | None = None) -> str:
    """When an article was published, short: "today", "3 May", "3 May 2020"; when it was added, if nothing is known."""
    return printed_day(row.published, now) if row.published else _printed(row.added.astimezone(), now)


def printed_day(published: str | None, now: datetime | None = None) -> str:
    """A date of publication, short; as it stands where it is none."""
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return published or ""
    return _printed(moment, now)


def _printed(moment: datetime, now: datetime | None) -> str:
    now = now or datetime.now(UTC).astimezone()
    days = (now.date() - moment.date()).days
    if days == 0:
        return tr("today")
    if days == 1:
        return tr("yesterday")
    return told_short(moment, year=moment.year != now.year)


def empty_sentence(query: Query) -> tuple[str, str, str]:
    """Of an empty list an icon, what it is, and what would fill it."""
    if query.words:
        return (
            "search",
            tr("Nothing found"),
            tr("Nothing in this list has “{words}”. Press Esc to see the whole list.", words=query.words),
        )
    if query.collection == QUEUE:
        return (
            "list-ordered",
            tr("The reading queue is empty"),
            tr("Press I on an article to read it later, Shift+I to read it next."),
        )
    if query.collection:
        return (
            "layers",
            tr("Nothing in this collection yet"),
            tr("Press C on an article to put it here; Alt+Up and Alt+Down move it."),
        )
    if query.tag:
        return "tag", tr("Nothing is tagged “{tag}”", tag=query.tag), tr("Press T on an article to tag it.")
    return {
        "all": (
            "library",
            tr("Nothing here yet"),
            tr("Copy an article in your browser and press Ctrl+V, or drop a saved page here."),
        ),
        "unread": ("circle-dot", tr("You have read everything"), tr("What you add comes here until you open it.")),
        "bookmarked": ("bookmark", tr("No bookmarks yet"), tr("Press S on an article to keep it here.")),
        "noted": ("notebook-pen", tr("No notes yet"), tr("Select a passage while reading and press Ctrl+N.")),
        "archive": (
            "archive",
            tr("The archive is empty"),
            tr("Press E on an article: it leaves your lists, and is still found."),
        ),
        "trash": ("trash-2", tr("The trash is empty"), tr("What you delete waits here until you want it back.")),
    }[query.kind]
