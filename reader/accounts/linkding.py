"""linkding: bookmarks with unread, archive and tags, and the notes on each. It has no articles: the pages are fetched."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from reader.accounts.service import (
    ArticleFacts,
    ChangesAnnotations,
    Credential,
    OverWire,
    Pulled,
    RemoteItem,
    RemoteMark,
    TakesArticles,
    WithoutFeeds,
    moment,
    names,
    new_and_gone,
    text,
)
from reader.accounts.wire import Wire
from reader.library import LocalMark, Marks, NewArticle, Unsent

AT_ONCE = 100
NOTES = "notes"


class Linkding(OverWire, WithoutFeeds, TakesArticles, ChangesAnnotations):
    """One account, by the token of linkding's settings; the address is that of the server itself."""

    knows = Marks(read=False, archived=False, tags=frozenset())

    def __init__(self, wire: Wire, credential: Credential) -> None:
        super().__init__(wire, credential)
        wire.headers["Authorization"] = f"Token {credential.secrets.get('token', '')}"

    def sign_in(self) -> str:
        self._wire.get("api/user/profile/").object()
        return ""

    def pull(self, cursor: str, known: Collection[str]) -> Iterator[Pulled]:  # noqa: ARG002 - the time says it
        newest = cursor
        for path in ("api/bookmarks/", "api/bookmarks/archived/"):
            offset = 0
            while True:
                page = [("limit", str(AT_ONCE)), ("offset", str(offset))]
                page += [("modified_since", cursor)] if cursor else []
                told = self._wire.get(path, page).object()
                found = told.get("results") or []
                newest = max([newest, *(text(each.get("date_modified")) for each in found)])
                yield Pulled(tuple(_item(each) for each in found))
                offset += len(found)
                if not found or not told.get("next"):
                    break
        yield Pulled(cursor=newest)

    def send(self, changes: Sequence[Unsent]) -> Iterator[str]:
        for change in changes:
            body: dict[str, object] = {}
            if change.now.read != change.before.read:
                body["unread"] = not change.now.read
            new, gone = new_and_gone(change.now, change.before)
            if new or gone:
                body["tag_names"] = sorted(one_word(tag) for tag in change.now.tags or ())
            path = f"api/bookmarks/{change.item}/"
            if body:
                self._wire.ask("PATCH", path, body=body, allowed=(404,))
            if change.now.archived != change.before.archived:
                verb = "archive" if change.now.archived else "unarchive"
                self._wire.ask("POST", f"{path}{verb}/", allowed=(404,))
            yield change.item

    def add(self, article: NewArticle) -> str:
        held = self._wire.get("api/bookmarks/check/", [("url", article.url)]).object().get("bookmark")
        if held:
            return str(held.get("id"))  # creating it again would write over what is there
        body = {
            "url": article.url, "title": article.title, "is_archived": bool(article.marks.archived),
            "unread": not article.marks.read, "tag_names": sorted(one_word(tag) for tag in article.marks.tags or ()),
        }  # fmt: skip
        return str(self._wire.ask("POST", "api/bookmarks/", body=body).object().get("id"))

    def change_mark(self, item: str, number: str, article: ArticleFacts, mark: LocalMark) -> None:  # noqa: ARG002
        self._wire.ask("PATCH", f"api/bookmarks/{item}/", body={NOTES: mark.note}, allowed=(404,))


def one_word(tag: str) -> str:
    """A tag as linkding has them: of one word."""
    return "-".join(tag.replace(",", " ").split())


def _item(raw: dict[str, Any]) -> RemoteItem:
    note = text(raw.get("notes")).strip()
    marks = (RemoteMark(NOTES, "", note, moment(raw.get("date_modified"))),) if note else ()
    return RemoteItem(
        id=str(raw.get("id")),
        marks=Marks(not raw.get("unread"), archived=bool(raw.get("is_archived")), tags=names(raw.get("tag_names"))),
        url=text(raw.get("url")),
        title=text(raw.get("title")),
        annotations=marks,
    )
