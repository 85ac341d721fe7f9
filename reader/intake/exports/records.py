"""Exports that are JSON: wallabag, Karakeep, Linkwarden, Omnivore, Pinboard, Hypothesis, W3C Web Annotations, ours too."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from reader.article import ImportedItem, ImportedLibrary, ImportedMark, UnreadableInput
from reader.intake.exports.fields import as_html, is_true, moment, names, text_of, web_address

_DAMAGED = (
    "is no export of another reader that Verbatim knows; ask that program for a CSV or JSON file of your articles."
)


def parsed_json(text: str) -> ImportedLibrary:
    """What a JSON file holds; UnreadableInput where it is no export that is known."""
    try:
        made = json.loads(text)
    except (ValueError, RecursionError):
        raise UnreadableInput(_DAMAGED) from None
    for is_it, service, read in _KINDS:
        if is_it(made):
            items = [item for item in read(made) if item.url or item.content or item.marks or item.note]
            return ImportedLibrary(service, tuple(items))
    raise UnreadableInput(_DAMAGED)


def omnivore_item(entry: dict[str, Any], content: str = "", marks: tuple[ImportedMark, ...] = ()) -> ImportedItem:
    """One entry of Omnivore's metadata, with the page and the highlights that lie beside it."""
    archived = text_of(entry.get("state")).lower() == "archived"
    author = text_of(entry.get("author"))
    return ImportedItem(
        url=web_address(entry.get("url")),
        title=text_of(entry.get("title")),
        authors=(author,) if author else (),
        published=moment(entry.get("publishedAt")),
        saved=moment(entry.get("savedAt")),
        content=content,
        excerpt=as_html(text_of(entry.get("description"))),
        tags=names(entry.get("labels")),
        archived=archived,
        read=archived or _number(entry.get("readingProgress")) >= 98,
        marks=marks,
    )


def _number(value: Any) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _wallabag(made: Any) -> Iterator[ImportedItem]:
    for entry in _dicts(made):
        marks = [
            ImportedMark(text_of(each.get("quote")), text_of(each.get("text")), at=moment(each.get("created_at")))
            for each in _dicts(entry.get("annotations"))
        ]
        by = entry.get("published_by")
        archived = is_true(entry.get("is_archived"))
        yield ImportedItem(
            url=web_address(entry.get("url")),
            title=text_of(entry.get("title")),
            authors=names(by) if isinstance(by, list) else (),
            site=text_of(entry.get("domain_name")),
            published=moment(entry.get("published_at")),
            saved=moment(entry.get("created_at")),
            content=text_of(entry.get("content")),
            tags=names(entry.get("tags")),
            archived=archived,
            read=archived,
            bookmarked=is_true(entry.get("is_starred")),
            marks=tuple(mark for mark in marks if mark.text),
        )


def _karakeep(made: Any) -> Iterator[ImportedItem]:
    lists = {text_of(each.get("id")): text_of(each.get("name")) for each in _dicts(made.get("lists"))}
    for entry in _dicts(made["bookmarks"]):
        content = entry.get("content")
        content = content if isinstance(content, dict) else {}
        own = entry.get("lists")
        yield ImportedItem(
            url=web_address(content.get("url")),
            title=text_of(entry.get("title")),
            saved=moment(entry.get("createdAt")),
            content=as_html(text_of(content.get("text"))),
            tags=names(entry.get("tags")),
            collections=tuple(lists.get(str(key), "") for key in own if lists.get(str(key)))
            if isinstance(own, list)
            else (),
            archived=is_true(entry.get("archived")),
            read=is_true(entry.get("archived")),
            note=text_of(entry.get("note")),
        )


def _linkwarden(made: Any) -> Iterator[ImportedItem]:
    for collection in _dicts(made["collections"]):
        name = text_of(collection.get("name"))
        for link in _dicts(collection.get("links")):
            yield ImportedItem(
                url=web_address(link.get("url")),
                title=text_of(link.get("name")),
                saved=moment(link.get("createdAt")),
                tags=names(link.get("tags")),
                excerpt=as_html(text_of(link.get("description"))),
                collections=(name,) if name and name.lower() != "unorganized" else (),
            )


def _omnivore(made: Any) -> Iterator[ImportedItem]:
    yield from (omnivore_item(entry) for entry in _dicts(made))


def _annotations(made: Any) -> Iterator[ImportedItem]:
    """Hypothesis's export and W3C's model: annotations gathered by the page that they are on."""
    first = made.get("first")
    within = first.get("items") if isinstance(first, dict) else None
    entries = made.get("annotations") or made.get("items") or within
    found: dict[str, list[dict[str, Any]]] = {}
    for entry in _dicts(entries):
        found.setdefault(_source(entry), []).append(entry)
    for source, group in found.items():
        marks: list[ImportedMark] = []
        notes: list[str] = []
        tags: list[str] = []
        title = ""
        for entry in group:
            words, note = _quoted(entry), _noted(entry)
            title = title or _titled(entry)
            tags += names(entry.get("tags"))
            if words:
                style = (entry.get("target") or {}) if isinstance(entry.get("target"), dict) else {}
                at = moment(entry.get("created"))
                marks.append(ImportedMark(words, note, text_of(style.get("styleClass")), at))
            elif note:
                notes.append(note)
        yield ImportedItem(
            url=web_address(source),
            title=title,
            marks=tuple(marks),
            note="\n\n".join(notes),
            tags=tuple(dict.fromkeys(tags)),
        )


def _source(entry: dict[str, Any]) -> str:
    target = entry.get("target")
    first = next(iter(_dicts(target)), target if isinstance(target, dict) else {})
    return text_of(entry.get("uri") or first.get("source") or (target if isinstance(target, str) else ""))


def _quoted(entry: dict[str, Any]) -> str:
    target = entry.get("target")
    targets = _dicts(target) or ([target] if isinstance(target, dict) else [])
    for each in targets:
        selectors = each.get("selector")
        for selector in _dicts(selectors) or ([selectors] if isinstance(selectors, dict) else []):
            if selector.get("type") == "TextQuoteSelector":
                return text_of(selector.get("exact"))
    return ""


def _noted(entry: dict[str, Any]) -> str:
    if isinstance(entry.get("text"), str):
        return text_of(entry["text"])
    body = entry.get("body")
    bodies = _dicts(body) or ([body] if isinstance(body, dict) else [])
    return "\n\n".join(text_of(each.get("value")) for each in bodies if each.get("purpose") != "tagging").strip()


def _titled(entry: dict[str, Any]) -> str:
    document, target = entry.get("document"), entry.get("target")
    title = document.get("title") if isinstance(document, dict) else None
    if title is None and isinstance(target, dict):
        title = target.get("dcterms:title")
    return text_of(title[0] if isinstance(title, list) and title else title)


def _first(made: Any) -> dict[str, Any]:
    return next(iter(_dicts(made)), {})


def _is_annotations(made: Any) -> bool:
    if not isinstance(made, dict):
        return False
    of_w3c = text_of(made.get("type")) in {"AnnotationCollection", "AnnotationPage"}
    return of_w3c or ("annotations" in made and any("target" in each for each in _dicts(made["annotations"])))


def _pinboard(made: Any) -> Iterator[ImportedItem]:
    for entry in _dicts(made):
        yield ImportedItem(
            url=web_address(entry.get("href")),
            title=text_of(entry.get("description")),
            saved=moment(entry.get("time")),
            note=text_of(entry.get("extended")),
            tags=names(entry.get("tags"), " "),
            read=text_of(entry.get("toread")) == "no",
        )


_KINDS: tuple[tuple[Callable[[Any], bool], str, Callable[[Any], Iterable[ImportedItem]]], ...] = (
    (lambda made: isinstance(made, dict) and "bookmarks" in made, "Karakeep", _karakeep),
    (lambda made: isinstance(made, dict) and "collections" in made, "Linkwarden", _linkwarden),
    (_is_annotations, "Annotations", _annotations),
    (lambda made: "savedAt" in _first(made) and "slug" in _first(made), "Omnivore", _omnivore),
    (lambda made: "is_archived" in _first(made) and "url" in _first(made), "wallabag", _wallabag),
    (lambda made: "href" in _first(made) and "toread" in _first(made), "Pinboard", _pinboard),
)
