"""Readeck: bookmarks with their articles, favourites, archive, labels and highlights.

A highlight is put there by positions in Readeck's own copy of the page: the path of an element below its body, and the
characters of that element's text. It takes none that overlaps another, and no note of more than 1024 characters.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from reader.accounts.copy_places import element_at, span_in
from reader.accounts.service import (
    ArticleFacts,
    ChangesAnnotations,
    Credential,
    DeletesAnnotations,
    HasCopies,
    NotTaken,
    OverWire,
    Pulled,
    RemoteItem,
    RemoteMark,
    TakesAnnotations,
    TakesArticles,
    WithoutFeeds,
    iso,
    moment,
    names,
    new_and_gone,
    text,
)
from reader.accounts.wire import Wire
from reader.library import LocalMark, Marks, NewArticle, Unsent

AT_ONCE = 50
REFUSALS = (400, 404, 422)
COLOUR = "yellow"


class Readeck(
    OverWire, WithoutFeeds, TakesArticles, TakesAnnotations, ChangesAnnotations, DeletesAnnotations, HasCopies
):
    """One account, by a token of the reader's profile; the address is that of the server itself."""

    knows = Marks(bookmarked=False, archived=False, tags=frozenset())

    def __init__(self, wire: Wire, credential: Credential) -> None:
        super().__init__(wire, credential)
        wire.headers["Authorization"] = f"Bearer {credential.secrets.get('token', '')}"

    def sign_in(self) -> str:
        profile = self._wire.get("api/profile").object()
        return text((profile.get("user") or {}).get("username"))

    def pull(self, cursor: str, known: Collection[str]) -> Iterator[Pulled]:
        """What changed since, by the list that is there for it; the whole article of what is new."""
        params = [("since", cursor)] if cursor else []
        changed = self._wire.get("api/bookmarks/sync", params).list()
        newest = cursor
        for at in range(0, len(changed), AT_ONCE):
            items = []
            for told in changed[at : at + AT_ONCE]:
                newest = max(newest, text(told.get("time")))
                if told.get("type") != "delete":
                    item = self._item(text(told.get("id")), known)
                    items += [item] if item is not None else []
            yield Pulled(tuple(items))
        yield Pulled(cursor=newest)

    def _item(self, number: str, known: Collection[str]) -> RemoteItem | None:
        answer = self._wire.ask("GET", f"api/bookmarks/{number}", allowed=(404,))
        if answer.status == 404:
            return None
        raw = answer.object()
        if raw.get("is_deleted") or raw.get("loaded") is False:
            return None
        content: str | None = None
        if number not in known and raw.get("has_article"):
            content = self._wire.get(f"api/bookmarks/{number}/article").text()
        told = self._annotations(number)
        marks = tuple(
            RemoteMark(
                text(each.get("id")), text(each.get("text")), text(each.get("note")), moment(each.get("created"))
            )
            for each in told
            if text(each.get("text")).strip()
        )
        return RemoteItem(
            id=number,
            marks=_marks(raw),
            url=text(raw.get("url")),
            title=text(raw.get("title")),
            authors=tuple(sorted(names(raw.get("authors")))),
            published=iso(raw.get("published")),
            content=content,
            site=text(raw.get("site_name")),
            language=text(raw.get("lang")) or None,
            annotations=marks,
        )

    def send(self, changes: Sequence[Unsent]) -> Iterator[str]:
        for change in changes:
            body: dict[str, object] = {}
            if change.now.archived != change.before.archived:
                body["is_archived"] = bool(change.now.archived)
            if change.now.bookmarked != change.before.bookmarked:
                body["is_marked"] = bool(change.now.bookmarked)
            new, gone = new_and_gone(change.now, change.before)
            if new:
                body["add_labels"] = new
            if gone:
                body["remove_labels"] = gone
            if body:
                self._wire.ask("PATCH", f"api/bookmarks/{change.item}", body=body, allowed=(404,))
            yield change.item

    def add(self, article: NewArticle) -> str:
        body = {"url": article.url, "title": article.title, "labels": sorted(article.marks.tags or ())}
        answer = self._wire.ask("POST", "api/bookmarks", body=body)
        number = answer.headers.get("bookmark-id", "")
        marks = {"is_marked": bool(article.marks.bookmarked), "is_archived": bool(article.marks.archived)}
        if any(marks.values()):
            self._wire.ask("PATCH", f"api/bookmarks/{number}", body=marks, allowed=(404,))
        return number

    # ---- Highlights

    def copy_of(self, item: str) -> str:
        answer = self._wire.ask("GET", f"api/bookmarks/{item}/article", allowed=(404,))
        return "" if answer.status == 404 else answer.text()

    def add_mark(self, item: str, article: ArticleFacts, mark: LocalMark) -> str:
        found = span_in(article.copy, mark.exact, mark.start)
        if found is None:
            raise NotTaken
        start, start_at = element_at(article.copy, found.start)
        end, end_at = element_at(article.copy, found.end - 1)
        body = {
            "start_selector": start or ".", "start_offset": start_at, "end_selector": end or ".",
            "end_offset": end_at + 1, "color": COLOUR, "note": mark.note.strip(),
        }  # fmt: skip
        answer = self._wire.ask("POST", f"api/bookmarks/{item}/annotations", body=body, allowed=REFUSALS)
        if answer.status in REFUSALS:
            raise NotTaken
        return text(answer.object().get("id"))

    def change_mark(self, item: str, number: str, article: ArticleFacts, mark: LocalMark) -> None:  # noqa: ARG002
        colour = next((text(each.get("color")) for each in self._annotations(item) if each.get("id") == number), "")
        body = {"color": colour or COLOUR, "note": mark.note.strip()}
        path = f"api/bookmarks/{item}/annotations/{number}"
        if self._wire.ask("PATCH", path, body=body, allowed=(404, 422)).status == 422:
            raise NotTaken

    def delete_mark(self, item: str, number: str) -> None:
        self._wire.ask("DELETE", f"api/bookmarks/{item}/annotations/{number}", allowed=(404,))

    def _annotations(self, item: str) -> list[dict[str, Any]]:
        answer = self._wire.ask("GET", f"api/bookmarks/{item}/annotations", allowed=(404,))
        return [] if answer.status == 404 else [each for each in answer.list() if isinstance(each, dict)]


def _marks(raw: dict[str, Any]) -> Marks:
    return Marks(
        bookmarked=bool(raw.get("is_marked")), archived=bool(raw.get("is_archived")), tags=names(raw.get("labels"))
    )
