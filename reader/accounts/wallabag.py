"""wallabag: entries with their content, archive, star, tags and annotations; OAuth 2 by the reader's own client."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from reader.accounts.service import (
    ArticleFacts,
    ChangesAnnotations,
    Credential,
    DeletesAnnotations,
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
from reader.accounts.wire import AccountError, Answer, Fields, Refused, Wire
from reader.article import tr
from reader.library import LocalMark, Marks, NewArticle, Unsent

AT_ONCE = 50
OVERLAP_S = 60
TOKEN_PATH = "oauth/v2/token"
LONGEST_QUOTE = 10_000


class Wallabag(
    OverWire, WithoutFeeds, TakesArticles, TakesAnnotations, ChangesAnnotations, DeletesAnnotations, TellsWhenAsked
):
    """One account. Tokens live as long as this does; the password and the client's secret lie in the keyring."""

    knows = Marks(bookmarked=False, archived=False, tags=frozenset())

    def __init__(self, wire: Wire, credential: Credential) -> None:
        super().__init__(wire, credential)
        self._refresh = ""

    def sign_in(self) -> str:
        secrets = self._credential.secrets
        self._grant(
            ("grant_type", "password"), ("username", self._credential.user), ("password", secrets.get("password", ""))
        )
        return text(self._ask("GET", "api/user.json").object().get("username")) or self._credential.user

    def pull(self, cursor: str, known: Collection[str]) -> Iterator[Pulled]:  # noqa: ARG002 - `since` says it
        """All entries at first, then those that changed since, with their annotations."""
        since = max(0, int(cursor or 0) - OVERLAP_S) if cursor else 0
        newest, page = int(cursor or 0), 1
        while True:
            params = [
                ("since", str(since)), ("sort", "updated"), ("order", "asc"), ("page", str(page)),
                ("perPage", str(AT_ONCE)), ("detail", "full"),
            ]  # fmt: skip
            told = self._ask("GET", "api/entries.json", params=params).object()
            entries = (told.get("_embedded") or {}).get("items") or []
            for entry in entries:
                changed = moment(entry.get("updated_at"))
                newest = max(newest, int(changed.timestamp()) if changed else 0)
            yield Pulled(tuple(_item(entry) for entry in entries))
            page += 1
            if not entries or page > int(told.get("pages") or 0):
                break
        yield Pulled(cursor=str(newest))

    def send(self, changes: Sequence[Unsent]) -> Iterator[str]:
        for change in changes:
            body: dict[str, object] = {}
            if change.now.archived != change.before.archived:
                body["archive"] = int(bool(change.now.archived))
            if change.now.bookmarked != change.before.bookmarked:
                body["starred"] = int(bool(change.now.bookmarked))
            new, gone = new_and_gone(change.now, change.before)
            if new or gone:
                body["tags"] = ",".join(sorted(wire_tag(tag) for tag in change.now.tags or ()))
            path = f"api/entries/{change.item}.json"
            if body and self._ask("PATCH", path, body=body, allowed=(404,)).status != 404 and gone:
                self._untag(change.item, {wire_tag(tag).casefold() for tag in gone})
            yield change.item

    def _untag(self, item: str, gone: set[str]) -> None:
        """Takes tags off that a change of the whole list leaves on."""
        for tag in self._ask("GET", f"api/entries/{item}/tags.json").list():
            if text(tag.get("label")).casefold() in gone:
                self._ask("DELETE", f"api/entries/{item}/tags/{tag.get('id')}.json", allowed=(404,))

    def add(self, article: NewArticle) -> str:
        body = {
            "url": article.url, "title": article.title, "archive": int(bool(article.marks.archived)),
            "starred": int(bool(article.marks.bookmarked)),
            "tags": ",".join(sorted(wire_tag(tag) for tag in article.marks.tags or ())),
        }  # fmt: skip
        return str(self._ask("POST", "api/entries.json", body=body).object().get("id"))

    def look_again(self, items: Sequence[str]) -> Iterator[tuple[str, tuple[RemoteMark, ...]]]:
        for item in items:  # a changed annotation does not make its entry a changed one
            answer = self._ask("GET", f"api/annotations/{item}.json", allowed=(404,))
            if answer.status != 404:
                yield item, _annotations(answer.object().get("rows"))

    def add_mark(self, item: str, article: ArticleFacts, mark: LocalMark) -> str:  # noqa: ARG002
        # Where a passage stands is told in characters of the whole text: wallabag finds it again by its words.
        place = {"start": "", "startOffset": mark.start, "end": "", "endOffset": mark.start + len(mark.exact)}
        body = {"quote": mark.exact[:LONGEST_QUOTE], "text": mark.note or mark.exact[:1000], "ranges": [place]}
        return str(self._ask("POST", f"api/annotations/{item}.json", body=body).object().get("id"))

    def change_mark(self, item: str, number: str, article: ArticleFacts, mark: LocalMark) -> None:  # noqa: ARG002
        body = {"text": mark.note or mark.exact[:1000]}
        self._ask("PUT", f"api/annotations/{number}.json", body=body, allowed=(404,))

    def delete_mark(self, item: str, number: str) -> None:  # noqa: ARG002
        self._ask("DELETE", f"api/annotations/{number}.json", allowed=(404,))

    # ---- How

    def _ask(
        self, method: str, path: str, *, params: Fields = (), body: object = None, allowed: Sequence[int] = ()
    ) -> Answer:
        """A request with a token; where it has run out, with the next one."""
        if "Authorization" not in self._wire.headers:
            self._renew()
        try:
            return self._wire.ask(method, path, params=params, body=body, allowed=allowed)
        except Refused:
            self._renew()
            return self._wire.ask(method, path, params=params, body=body, allowed=allowed)

    def _renew(self) -> None:
        if self._refresh:
            refresh, self._refresh = self._refresh, ""
            try:
                self._grant(("grant_type", "refresh_token"), ("refresh_token", refresh))
                return
            except Refused:
                pass  # it has run out too; the password gives another
        secrets = self._credential.secrets
        self._grant(
            ("grant_type", "password"), ("username", self._credential.user), ("password", secrets.get("password", ""))
        )

    def _grant(self, *fields: tuple[str, str]) -> None:
        secrets = self._credential.secrets
        client = (("client_id", secrets.get("client_id", "")), ("client_secret", secrets.get("client_secret", "")))
        self._wire.headers.pop("Authorization", None)
        answer = self._wire.ask("POST", TOKEN_PATH, form=[*client, *fields], allowed=(400,))
        told = answer.object()
        token = text(told.get("access_token"))
        if answer.status == 400 or not token:
            raise Refused(
                tr("{host} does not take the sign-in; check name and password, or the token.", host=self._wire.host)
            )
        self._wire.headers["Authorization"] = f"Bearer {token}"
        self._refresh = text(told.get("refresh_token"))


def wire_tag(tag: str) -> str:
    """A tag in the way in which several are told in one line."""
    return tag.replace(",", " ").strip()


def _item(entry: dict[str, Any]) -> RemoteItem:
    if not entry.get("id"):
        raise AccountError(tr("An entry came without its number; is the account of another kind?"))
    authors = entry.get("published_by")
    return RemoteItem(
        id=str(entry["id"]),
        marks=Marks(
            bookmarked=bool(entry.get("is_starred")), archived=bool(entry.get("is_archived")),
            tags=names(entry.get("tags"), "label"),
        ),
        url=text(entry.get("given_url")) or text(entry.get("url")),
        title=text(entry.get("title")),
        authors=tuple(a for a in authors if isinstance(a, str) and a) if isinstance(authors, list) else (),
        published=iso(entry.get("published_at")),
        content=text(entry.get("content")) or None,
        site=text(entry.get("domain_name")),
        language=text(entry.get("language")) or None,
        annotations=_annotations(entry.get("annotations")),
    )  # fmt: skip


def _annotations(told: object) -> tuple[RemoteMark, ...]:
    rows = told if isinstance(told, list) else []
    return tuple(
        RemoteMark(
            str(each.get("id")), text(each.get("quote")), _said(each),
            moment(each.get("updated_at")) or moment(each.get("created_at")),
        )
        for each in rows
    )  # fmt: skip


def _said(annotation: dict[str, Any]) -> str:
    """What an annotation says beside its words: wallabag has no highlight without a note, so ours repeat them."""
    said, quote = text(annotation.get("text")), text(annotation.get("quote"))
    return "" if said == quote[:1000] else said
