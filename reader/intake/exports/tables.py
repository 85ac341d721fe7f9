"""Exports that are tables (CSV): Pocket, Instapaper, Readwise, Matter, Raindrop, Zotero and others, each told by its columns.

A service is a line in `SERVICES`: the columns that only it has, and how it says what state an article is in. The names
of all other columns are common to many: `_ALIASES`.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from reader.article import ImportedItem, ImportedLibrary, ImportedMark, UnreadableInput
from reader.intake.exports.fields import as_html, is_true, moment, names, text_of, web_address

Row = Mapping[str, str]
MAX_ROWS = 100_000
FIELD_CHARACTERS = 10_000_000
MOST_TOLD = 200

_ALIASES: Mapping[str, tuple[str, ...]] = {
    "url": ("url", "link", "href", "source url", "address"),
    "title": ("title", "book title", "name"),
    "author": ("author", "book author", "authors"),
    "site": ("publisher", "publication title", "site", "source"),
    "published": ("published_at", "published", "publication year"),
    "saved": ("time_added", "timestamp", "saved_at", "saved date", "created", "created_at", "date added", "creation date", "highlighted at", "last interaction date"),
    "tags": ("tags", "document tags", "labels", "manual tags"),
    "content": ("content",),
    "excerpt": ("excerpt", "selection", "abstract note", "description"),
    "note": ("note", "notes"),
}  # fmt: skip
State = Callable[[ImportedItem, Row], ImportedItem | None]


@dataclass(frozen=True)
class Service:
    """`columns` name it; `separators` part its tags; `state` reads what else a row says, None leaves the row out."""

    name: str
    columns: frozenset[str]
    separators: str = ","
    state: State = lambda item, _row: item
    highlights: str = ""
    """The column of a highlight, where a row is one highlight and several make an article."""


def _pocket(item: ImportedItem, row: Row) -> ImportedItem:
    done = row["status"].strip().lower() in {"archive", "archived", "read"}
    return replace(item, read=done, archived=done)


def _instapaper(item: ImportedItem, row: Row) -> ImportedItem:
    folder = row["folder"].strip()
    known = folder.lower()
    own = () if known in {"", "unread", "archive", "starred"} else (folder,)
    return replace(
        item, read=known == "archive", archived=known == "archive", bookmarked=known == "starred", collections=own
    )


def _readwise_reader(item: ImportedItem, row: Row) -> ImportedItem | None:
    where = row["location"].strip().lower()
    if where == "feed":  # what merely came by a feed there was never saved
        return None
    try:
        whole = float(row.get("reading progress") or 0) >= 0.99
    except ValueError:
        whole = False
    return replace(item, archived=where == "archive", read=whole or where == "archive", bookmarked=where == "shortlist")


def _matter(item: ImportedItem, row: Row) -> ImportedItem:
    return replace(
        item,
        read=is_true(row["read"]),
        bookmarked=is_true(row["favorited"]),
        archived=not is_true(row["in queue"]) and is_true(row["read"]),
    )


def _raindrop(item: ImportedItem, row: Row) -> ImportedItem:
    folder = row["folder"].strip()
    own = () if folder.lower() in {"", "unsorted"} else (folder,)
    marks = []
    for part in re.split(r"(?m)^Highlight:", row["highlights"])[1:]:
        text, _, rest = part.partition("\nNote:")
        marks.append(
            ImportedMark(re.split(r"\n(?:Color|Created|Tags):", text)[0].strip(), rest.split("\nColor:")[0].strip())
        )
    return replace(item, bookmarked=is_true(row["favorite"]), collections=own, marks=tuple(m for m in marks if m.text))


def _omnivore(item: ImportedItem, row: Row) -> ImportedItem:
    archived = row["state"].strip().lower() == "archived"
    return replace(item, archived=archived, read=archived)


def _readeck(item: ImportedItem, row: Row) -> ImportedItem:
    state = (row.get("state") or row.get("folder") or "").strip().lower()
    return replace(item, archived=state.startswith("archive"), read=state.startswith("archive"))


def _zotero(item: ImportedItem, row: Row) -> ImportedItem:
    authors = tuple(" ".join(reversed(name.split(", ", 1))) for name in names(row["author"], ";"))
    return replace(
        item, authors=authors, published=moment(row.get("date")) or row.get("publication year") or None, note=""
    )


SERVICES = (
    Service("Readwise Reader", frozenset({"title", "url", "document tags", "saved date", "location"}), state=_readwise_reader),
    Service("Readwise", frozenset({"highlight", "book title"}), highlights="highlight"),
    Service("Highlights", frozenset({"highlight", "title"}), highlights="highlight"),
    Service("Pocket", frozenset({"title", "url", "time_added", "tags", "status"}), "|", _pocket),
    Service("Matter", frozenset({"url", "in queue", "favorited", "read"}), ";", _matter),
    Service("Raindrop", frozenset({"url", "excerpt", "folder", "highlights", "favorite"}), ",", _raindrop),
    Service("Instapaper", frozenset({"url", "title", "selection", "folder"}), ",", _instapaper),
    Service("Omnivore", frozenset({"url", "state", "labels", "saved_at"}), ",", _omnivore),
    Service("Zotero", frozenset({"item type", "url", "manual tags", "author"}), ";", _zotero),
    Service("wallabag", frozenset({"title", "url", "content", "mime type", "creation date"}), ","),
    Service("mymind", frozenset({"type", "title", "url", "content", "note", "created"}), ","),
    Service("Readeck", frozenset({"url", "labels"}), ",", _readeck),
    Service("A table", frozenset({"url"}), ",|;"),
)  # fmt: skip
"""In this order: the first one whose columns are all there is it."""


def parsed_table(text: str) -> ImportedLibrary:
    """What a table holds; UnreadableInput where its columns are no service's."""
    csv.field_size_limit(FIELD_CHARACTERS)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        header = [name.strip().lower().lstrip("\ufeff") for name in next(reader)]
        service = next((each for each in SERVICES if each.columns <= set(header)), None)
        if service is None:
            raise UnreadableInput("has no column “URL” or “Highlight”; export it as CSV with a line of column names.")
        rows = _rows(reader, header)
        return _of_highlights(service, rows) if service.highlights else _of_articles(service, rows)
    except (csv.Error, StopIteration) as error:
        raise UnreadableInput(f"is no table that can be read ({error or 'it is empty'}); export it anew.") from None


def _rows(reader: Iterator[list[str]], header: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    for number, fields in enumerate(reader, 2):
        if number > MAX_ROWS:
            return
        if any(field.strip() for field in fields):
            padded = [*fields, *[""] * (len(header) - len(fields))]
            yield number, dict(zip(header, padded, strict=False))


def _of_articles(service: Service, rows: Iterator[tuple[int, dict[str, str]]]) -> ImportedLibrary:
    items: list[ImportedItem] = []
    refused: list[str] = []
    for number, row in rows:
        item = _item(service, row)
        if item.url is None and not (item.content or item.note):
            refused.append(f"Line {number} has no web address: {item.title[:80] or 'it has no title either'}.")
            continue
        kept = service.state(item, row)
        if kept is None:
            refused.append(f"Line {number} came by a feed and was not saved: {item.title[:80]}.")
        else:
            items.append(kept)
    return ImportedLibrary(service.name, tuple(items), tuple(refused))


def _of_highlights(service: Service, rows: Iterator[tuple[int, dict[str, str]]]) -> ImportedLibrary:
    """Rows that are highlights, gathered into their articles."""
    found: dict[str, ImportedItem] = {}
    refused: list[str] = []
    for number, row in rows:
        item = _item(service, row)
        words = _unguarded(row[service.highlights]).strip()
        key = item.url or f"{item.title}\n{item.authors}"
        if not item.url and not item.title:
            refused.append(f"Line {number} does not say what it is from: {words[:80]}.")
            continue
        held = found.get(key) or replace(item, note="")
        if words:
            colour = text_of(row.get("color"))
            held = replace(held, marks=(*held.marks, ImportedMark(words, item.note, colour, item.saved)))
        elif item.note:
            held = replace(held, note="\n\n".join(part for part in (held.note, item.note) if part))
        found[key] = held
    return ImportedLibrary(service.name, tuple(found.values()), tuple(refused))


def _item(service: Service, row: Row) -> ImportedItem:
    def field(name: str) -> str:
        return next((_unguarded(row[alias]) for alias in _ALIASES[name] if row.get(alias, "").strip()), "")

    content = field("content")
    return ImportedItem(
        url=web_address(field("url")),
        title=" ".join(field("title").split()),
        authors=names(field("author"), ",;"),
        site=field("site"),
        published=moment(field("published")),
        saved=moment(field("saved") or row.get("date", "")),
        content=content if "<" in content else as_html(content),
        excerpt=as_html(field("excerpt")),
        note=field("note"),
        tags=names(field("tags"), service.separators),
    )


def _unguarded(field: str) -> str:
    """A field without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return field[1:] if re.match(r"'[=+\-@]", field) else field
