"""Tiny Tiny RSS's JSON API: feeds, headlines with their content, read and star. Its labels cannot be made from outside,
so that tags stay here."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from reader.accounts.service import Credential, OverWire, Pulled, RemoteFeed, RemoteItem, iso, pieces, text
from reader.accounts.wire import AccountError, Refused, Wire
from reader.article import tr
from reader.library import Marks, Unsent

ALL_ARTICLES, STARRED, ALL_FEEDS = -4, -1, -3
PAGE, CONTENTS_AT_ONCE, CHANGES_AT_ONCE = 200, 50, 100
MOST_IDS = 20_000
STAR_FIELD, UNREAD_FIELD = 0, 2


class TinyTinyRss(OverWire):
    """One account; the address is that of the server itself, and the API must be turned on in its preferences."""

    knows = Marks(read=False, bookmarked=False)

    def __init__(self, wire: Wire, credential: Credential) -> None:
        super().__init__(wire, credential)
        self._session = ""

    def sign_in(self) -> str:
        self._session = ""
        told = self._said("login", user=self._credential.user, password=self._credential.secrets.get("password", ""))
        self._session = text(told.get("session_id")) if isinstance(told, dict) else ""
        return self._credential.user

    def feeds(self) -> Sequence[RemoteFeed]:
        titles = {str(each.get("id")): text(each.get("title")) for each in self._list("getCategories")}
        found = []
        for feed in self._list("getFeeds", cat_id=ALL_FEEDS):
            category = str(feed.get("cat_id"))
            folder = titles.get(category, "") if category != "0" else ""
            found.append(RemoteFeed(str(feed.get("id")), text(feed.get("feed_url")), text(feed.get("title")), folder))
        return found

    def pull(self, cursor: str, known: Collection[str]) -> Iterator[Pulled]:  # noqa: ARG002 - the lists say it
        """All that is unread or starred; of what is known already, the marks alone."""
        unread = self._ids(feed_id=ALL_ARTICLES, view_mode="unread")
        starred = self._ids(feed_id=STARRED)
        is_unread, is_starred, held = set(unread), set(starred), set(known)
        complete = len(unread) < MOST_IDS
        yield Pulled(
            tuple(
                RemoteItem(item, Marks(item not in is_unread, item in is_starred))
                for item in held
                if complete or item in is_unread or item in is_starred
            )
        )
        wanted = [item for item in dict.fromkeys([*unread, *starred]) if item not in held]
        for some in pieces(wanted, CONTENTS_AT_ONCE):
            yield Pulled(tuple(_item(raw) for raw in self._list("getArticle", article_id=",".join(some))))

    def send(self, changes: Sequence[Unsent]) -> Iterator[str]:
        for field, name, turned in ((UNREAD_FIELD, "read", True), (STAR_FIELD, "bookmarked", False)):
            for wanted in (True, False):
                items = [
                    c.item for c in changes if getattr(c.now, name) is wanted and getattr(c.before, name) != wanted
                ]
                for some in pieces(items, CHANGES_AT_ONCE):
                    mode = int(wanted is not turned)
                    self._ask("updateArticle", article_ids=",".join(some), field=field, mode=mode)
        for change in changes:
            yield change.item

    # ---- How

    def _ids(self, **asked: object) -> list[str]:
        found: list[str] = []
        while len(found) < MOST_IDS:
            some = self._list("getHeadlines", limit=PAGE, skip=len(found), show_excerpt=False, **asked)
            found += [str(each.get("id")) for each in some]
            if len(some) < PAGE:
                break
        return found

    def _list(self, op: str, **asked: object) -> list[dict[str, Any]]:
        told = self._ask(op, **asked)
        return [each for each in told if isinstance(each, dict)] if isinstance(told, list) else []

    def _ask(self, op: str, **asked: object) -> Any:
        """What the API answers; where the session has run out, in the next one."""
        if not self._session:
            self.sign_in()
        try:
            return self._said(op, **asked)
        except Refused:
            self.sign_in()
            return self._said(op, **asked)

    def _said(self, op: str, **asked: object) -> Any:
        body = {"op": op, **asked} | ({"sid": self._session} if self._session else {})
        told = self._wire.ask("POST", "api/", body=body).object()
        content = told.get("content")
        if told.get("status") == 0:
            return content
        error = text(content.get("error")) if isinstance(content, dict) else ""
        if error == "API_DISABLED":
            raise AccountError(
                tr("{host} has its API turned off; turn it on in the preferences there.", host=self._wire.host)
            )
        if error in {"NOT_LOGGED_IN", "LOGIN_ERROR"}:
            raise Refused(
                tr("{host} does not take the sign-in; check name and password, or the token.", host=self._wire.host)
            )
        raise AccountError(
            tr(
                "{host} does not understand what Verbatim asks ({n}); is it of another kind?",
                host=self._wire.host,
                n=error,
            )
        )


def _item(raw: dict[str, Any]) -> RemoteItem:
    author = text(raw.get("author")).strip()
    return RemoteItem(
        id=str(raw.get("id")),
        marks=Marks(not raw.get("unread"), bool(raw.get("marked"))),
        url=text(raw.get("link")),
        title=text(raw.get("title")),
        authors=(author,) if author else (),
        published=iso(raw.get("updated")),
        content=text(raw.get("content")),
        feed=str(raw.get("feed_id") or ""),
        site=text(raw.get("feed_title")),
        language=text(raw.get("lang")) or None,
    )
