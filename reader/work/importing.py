"""Bringing another program's export into the library: its articles, states, tags, collections, highlights and notes.

What is there already is not brought in twice: an article is known by its address or its words, a highlight by what it
marks. Every batch is one change, so that one undo takes it back.
"""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from reader.article import (
    Anchor,
    Capture,
    FeedItem,
    ImportedItem,
    ImportedLibrary,
    ImportedMark,
    Span,
    UnreadableInput,
    VerbatimError,
    anchor_of,
    counted,
    host_of,
)
from reader.library import (
    About,
    AddHighlight,
    AddNote,
    Change,
    Library,
    NameCollection,
    PutInCollection,
    SetArchived,
    SetBookmarked,
    SetRead,
    Tag,
    Together,
    Untrash,
    place,
)
from reader.work.source_desk import SourceDesk, item_capture

BATCH = 100
MAX_BYTES = 300 * 1024 * 1024
_KEYS = uuid.UUID("8f2f7c0a-52bb-4f0c-9a36-0c8c6c0d7a11")
"""Names the keys of what is brought in, so that the same comes to the same key again."""
_COLOURS = {"red": "pink", "rose": "pink", "purple": "violet", "orange": "yellow", "cyan": "blue", "teal": "green"}
_OWN_COLOURS = {"yellow", "green", "blue", "pink", "violet"}


@dataclass
class BroughtIn:
    """What became of an export: new articles, those known before, and why others did not come."""

    added: list[int] = field(default_factory=list)
    known: list[int] = field(default_factory=list)
    marks: int = 0
    failed: list[str] = field(default_factory=list)
    stubs: list[int] = field(default_factory=list)
    """Those of which the export had no text: their pages can be fetched."""


def read_export(path: Path, desk: SourceDesk) -> ImportedLibrary:
    """What a file holds, parsed in the worker; UnreadableInput, in a sentence, where it is no export."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableInput(f"{path.name} is too large to be imported at once; export it in parts.")
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableInput(f"{path.name} cannot be read: {error.strerror}.") from None
    try:
        return desk.export(content)
    except VerbatimError as error:
        raise UnreadableInput(f"{path.name} {error}") from None


def known_articles(library: Library, imported: ImportedLibrary) -> int:
    """How many of an export's articles the library has, by their addresses."""
    return sum(library.at_address(item.url) is not None for item in imported.items if item.url)


def bring_in(
    library: Library,
    imported: ImportedLibrary,
    desk: SourceDesk,
    tell: Callable[[int], None] = lambda _done: None,
    stop: threading.Event | None = None,
) -> BroughtIn:
    """Brings an export in, the oldest first, telling how many are done; `stop` ends it after the batch under way."""
    done = BroughtIn()
    items = sorted(imported.items, key=lambda item: item.saved or "")
    for start in range(0, len(items), BATCH):
        if stop is not None and stop.is_set():
            break
        _batch(library, imported.service, items[start : start + BATCH], desk, done)
        tell(min(len(items), start + BATCH))
    return done


def _batch(library: Library, service: str, items: Sequence[ImportedItem], desk: SourceDesk, done: BroughtIn) -> None:
    collections = {each.name.casefold(): each.key for each in library.collections()}
    parts: list[Change] = []
    for item in items:
        try:
            number, text, is_new = _article(library, service, item, desk)
        except VerbatimError as error:
            done.failed.append(f"{item.title or item.url or 'An article'}: {error}")
            continue
        (done.added if is_new else done.known).append(number)
        if not item.content and item.url:
            done.stubs.append(number)
        row = library.row(number)
        parts += _states(number, item, untouched=row is None or row.trashed)
        for name in item.collections:
            key = collections.get(name.casefold())
            if key is None:
                key = collections[name.casefold()] = str(uuid.uuid5(_KEYS, f"collection {name.casefold()}"))
                parts.append(NameCollection(key, name))
            parts.append(PutInCollection(key, (number,)))
        parts += _written(number, item, text)
        done.marks += len(item.marks)
    if parts:
        library.perform(Together(f"Import {len(items)} articles from {service}", tuple(parts)))


def _article(library: Library, service: str, item: ImportedItem, desk: SourceDesk) -> tuple[int, str, bool]:
    """The article of an item, its text, and whether it is new; a new one lies in the trash until the change is made."""
    known = library.at_address(item.url)
    if known is None:
        capture = _capture(item, service)
        article = desk.article(capture)
        if item.url and not article.url:
            article = replace(article, url=item.url)
        added = library.add_aside(capture, article, _moment(item.saved))
        if not added.duplicate:
            return added.id, article.text, True
        known = added.id
    return known, library.opened(known).article.text if item.marks else "", False


def _states(number: int, item: ImportedItem, *, untouched: bool) -> list[Change]:
    """What the export says of an article's state; of one that the reader has already it takes nothing away."""
    ids = (number,)
    parts: list[Change] = [Untrash(ids)]
    if item.tags:
        parts.append(Tag(ids, item.tags))
    if item.bookmarked:
        parts.append(SetBookmarked(ids))
    if untouched and item.read:
        parts.append(SetRead(ids))
    if untouched and item.archived:
        parts.append(SetArchived(ids))
    return parts


def _written(number: int, item: ImportedItem, text: str) -> list[Change]:
    """What was written on an article: its highlights with their notes, and the note on the whole."""
    parts: list[Change] = []
    of = item.url or item.title
    for mark in item.marks:
        key = str(uuid.uuid5(_KEYS, f"highlight\n{of}\n{mark.text}"))
        anchor = _anchor(mark, text)
        parts.append(AddHighlight(key, number, anchor, _colour(mark.colour), _moment(mark.at)))
        if mark.note.strip():
            note = str(uuid.uuid5(_KEYS, f"note\n{of}\n{mark.text}\n{mark.note}"))
            parts.append(AddNote(note, number, anchor, mark.note.strip(), About.HIGHLIGHT, key))
    if item.note.strip():
        key = str(uuid.uuid5(_KEYS, f"note\n{of}\n{item.note}"))
        parts.append(AddNote(key, number, None, item.note.strip()))
    return parts


def _anchor(mark: ImportedMark, text: str) -> Anchor:
    """Where a highlight stands in the text; where it does not, its words alone: it is listed as lost, never dropped."""
    bare = Anchor(mark.text, "", "", 0, len(mark.text))
    span: Span | None = place(bare, text).span if text else None
    return anchor_of(text, span) if span is not None else bare


def _colour(name: str) -> str:
    plain = name.strip().casefold()
    plain = _COLOURS.get(plain, plain)
    return plain if plain in _OWN_COLOURS else "yellow"


def _capture(item: ImportedItem, service: str) -> Capture:
    """An item as it is kept: what the export has of the article, in the form of a feed's item."""
    quoted = "".join(f"<blockquote>{escape(mark.text)}</blockquote>" for mark in item.marks)
    address = f"<p>{escape(item.url)}</p>" if item.url else ""
    content = item.content or f"{item.excerpt}{quoted}{address}"
    said = FeedItem(
        key=item.url or item.title,
        title=item.title or item.url or "",
        url=item.url,
        authors=item.authors,
        published=item.published,
        content=content,
    )
    site = item.site or (host_of(item.url).removeprefix("www.") if item.url else service)
    moment = _moment(item.saved) or datetime.now(UTC)
    return replace(item_capture(said, site, None), how="import", captured_at=moment)


def _moment(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None


def told_export(imported: ImportedLibrary, known: int) -> str:
    """What an export holds, in words."""
    items = imported.items
    counts = (
        counted(len(items), "{n} article", "{n} articles"),
        _many(sum(item.archived for item in items), "archived"),
        _many(sum(item.bookmarked for item in items), "bookmarked"),
        counted(len({tag for item in items for tag in item.tags}), "{n} tag", "{n} tags"),
        counted(sum(len(item.marks) for item in items), "{n} highlight", "{n} highlights"),
        counted(sum(bool(item.content) for item in items), "{n} with its text", "{n} with their text"),
    )
    said = f"{imported.service}: {', '.join(count for count in counts if count and not count.startswith('0 '))}."
    if known:
        said += " " + counted(known, "{n} is in your library already.", "{n} are in your library already.")
    if imported.refused:
        said += " " + counted(len(imported.refused), "{n} line is left out.", "{n} lines are left out.")
    return said


def told_brought_in(done: BroughtIn) -> str:
    """What came of an import, in words."""
    parts = [counted(len(done.added), "{n} article is new", "{n} articles are new")]
    if done.known:
        parts.append(counted(len(done.known), "{n} was there already", "{n} were there already"))
    if done.marks:
        parts.append(counted(done.marks, "{n} highlight", "{n} highlights"))
    if done.failed:
        parts.append(counted(len(done.failed), "{n} could not be read", "{n} could not be read"))
    return f"{', '.join(parts)}."


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}" if number else ""
