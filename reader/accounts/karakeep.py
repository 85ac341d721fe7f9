"""Karakeep: bookmarks of pages with their text, favourites, archive and tags, the note on each, and highlights.

Its API (v1) tells of no changes, so all bookmarks are listed each time, without their text, and all highlights. A
highlight's place counts the characters of its copy's whole text as browsers do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from reader.accounts.copy_places import span_in, utf16
from reader.accounts.service import (
    ArticleFacts,
    ChangesAnnotations,
    Credential,
    DeletesAnnotations,
    HasCopies,
    OverWire,
    Pulled,
    RemoteItem,
    RemoteMark,
    TakesAnnotations,
    TakesArticles,
    TellsWhenAsked,
    WithoutFeeds,
    iso,
    moment,
    names,
    new_and_gone,
    text,
)
from reader.accounts.wire import Wire
from reader.library import LocalMark, Marks, NewArticle, Unsent

AT_ONCE = 100
LONGEST_TITLE = 1000
COLOUR = "yellow"
NOTE = "note"
"""The number that we give the note on a whole bookmark: it has none of its own."""


class Karakeep(
    OverWire,
    WithoutFeeds,
    TakesArticles,
    TakesAnnotations,
    ChangesAnnotations,
    DeletesAnnotations,
    HasCopies,
    TellsWhenAsked,
):
    """One account, by an API key of the reader's settings; the address is that of the server itself."""

    knows = Marks(bookmarked=False, archived=False, tags=frozenset())

    def __init__(self, wire: Wire, credential: Credential) -> None:
        super().__init__(wire, credential)
        self._marks: dict[str, list[RemoteMark]] = {}
        self._there: set[str] = set()
        wire.headers["Authorization"] = f"Bearer {credential.secrets.get('token', '')}"

    def sign_in(self) -> str:
        told = self._wire.get("api/v1/users/me").object()
        return text(told.get("name")) or text(told.get("email"))

    # ---- Bookmarks

    def pull(self, cursor: str, known: Collection[str]) -> Iterator[Pulled]:  # noqa: ARG002 - it knows no time
        """All bookmarks of pages; those that are new with their text."""
        self._marks, self._there = {}, set()
        for raw in self._pages("highlights", "highlights"):
            if text(raw.get("text")).strip():
                self._marks.setdefault(text(raw.get("bookmarkId")), []).append(_highlight(raw))
        held: list[RemoteItem] = []
        for raw in self._pages("bookmarks", "bookmarks", ("includeContent", "false")):
            content = raw.get("content") or {}
            number = text(raw.get("id"))
            if content.get("type") != "link" or not number:
                continue
            self._there.add(number)
            if note := text(raw.get("note")).strip():
                self._marks.setdefault(number, []).append(RemoteMark(NOTE, "", note, moment(raw.get("modifiedAt"))))
            page = None if number in known else self.copy_of(number) or None
            held.append(_item(raw, page, tuple(self._marks[number]) if number in self._marks else None))
            if len(held) == AT_ONCE:
                yield Pulled(tuple(held))
                held = []
        yield Pulled(tuple(held))

    def _pages(self, path: str, name: str, *more: tuple[str, str]) -> Iterator[dict[str, Any]]:
        """All entries of a list that is given in pages."""
        cursor = ""
        while True:
            params = [("limit", str(AT_ONCE)), *more, *([("cursor", cursor)] if cursor else [])]
            told = self._wire.get(f"api/v1/{path}", params).object()
            yield from (each for each in told.get(name) or [] if isinstance(each, dict))
            cursor = text(told.get("nextCursor"))
            if not cursor:
                break

    def send(self, changes: Sequence[Unsent]) -> Iterator[str]:
        for change in changes:
            body: dict[str, object] = {}
            if change.now.archived != change.before.archived:
                body["archived"] = bool(change.now.archived)
            if change.now.bookmarked != change.before.bookmarked:
                body["favourited"] = bool(change.now.bookmarked)
            path = f"api/v1/bookmarks/{change.item}"
            if body:
                self._wire.ask("PATCH", path, body=body, allowed=(404,))
            new, gone = new_and_gone(change.now, change.before)
            self._tag("POST", path, new)
            self._tag("DELETE", path, gone)
            yield change.item

    def _tag(self, method: str, path: str, tags: Collection[str]) -> None:
        if tags:
            body = {"tags": [{"tagName": tag} for tag in sorted(tags)]}
            self._wire.ask(method, f"{path}/tags", body=body, allowed=(404,))

    def add(self, article: NewArticle) -> str:
        marks = {"archived": bool(article.marks.archived), "favourited": bool(article.marks.bookmarked)}
        body = {"type": "link", "url": article.url, "title": article.title[:LONGEST_TITLE], **marks}
        answer = self._wire.ask("POST", "api/v1/bookmarks", body=body)
        number = text(answer.object().get("id"))
        path = f"api/v1/bookmarks/{number}"
        wanted = {name: True for name, value in marks.items() if value}
        if answer.status == 200 and wanted:  # it was there already, and is left as it was
            self._wire.ask("PATCH", path, body=wanted, allowed=(404,))
        self._tag("POST", path, article.marks.tags or ())
        return number

    # ---- Highlights, and the note on a bookmark

    def look_again(self, items: Sequence[str]) -> Iterator[tuple[str, tuple[RemoteMark, ...]]]:
        # What was on a bookmark that is gone is not deleted, but gone with it: it stays here.
        return iter([(item, tuple(self._marks.get(item, ()))) for item in items if item in self._there])

    def copy_of(self, item: str) -> str:
        path = f"api/v1/bookmarks/{item}"
        answer = self._wire.ask("GET", path, params=[("includeContent", "true")], allowed=(404,))
        return "" if answer.status == 404 else text((answer.object().get("content") or {}).get("htmlContent"))

    def add_mark(self, item: str, article: ArticleFacts, mark: LocalMark) -> str:
        found = span_in(article.copy, mark.exact, mark.start)
        # Words that are not in its copy stand in the list of highlights alone.
        start, end = (utf16(article.copy, found.start), utf16(article.copy, found.end)) if found else (0, 0)
        body = {
            "bookmarkId": item, "startOffset": start, "endOffset": end, "color": COLOUR, "text": mark.exact,
            "note": mark.note or None,
        }  # fmt: skip
        return text(self._wire.ask("POST", "api/v1/highlights", body=body).object().get("id"))

    def change_mark(self, item: str, number: str, article: ArticleFacts, mark: LocalMark) -> None:  # noqa: ARG002
        if number == NOTE:
            self._wire.ask("PATCH", f"api/v1/bookmarks/{item}", body={"note": mark.note}, allowed=(404,))
        else:
            body = {"note": mark.note or None}
            self._wire.ask("PATCH", f"api/v1/highlights/{number}", body=body, allowed=(404,))

    def delete_mark(self, item: str, number: str) -> None:
        if number == NOTE:
            self._wire.ask("PATCH", f"api/v1/bookmarks/{item}", body={"note": ""}, allowed=(404,))
        else:
            self._wire.ask("DELETE", f"api/v1/highlights/{number}", allowed=(404,))


def _highlight(raw: dict[str, Any]) -> RemoteMark:
    return RemoteMark(text(raw.get("id")), text(raw.get("text")), text(raw.get("note")), moment(raw.get("createdAt")))


def _item(raw: dict[str, Any], page: str | None, marks: tuple[RemoteMark, ...] | None) -> RemoteItem:
    content = raw["content"]
    author = text(content.get("author")).strip()
    return RemoteItem(
        id=text(raw.get("id")),
        marks=Marks(
            bookmarked=bool(raw.get("favourited")), archived=bool(raw.get("archived")), tags=names(raw.get("tags"), "name")
        ),
        url=text(content.get("url")),
        title=text(raw.get("title")) or text(content.get("title")),
        authors=(author,) if author else (),
        published=iso(content.get("datePublished")),
        content=page,
        site=text(content.get("publisher")),
        annotations=marks,
    )  # fmt: skip
