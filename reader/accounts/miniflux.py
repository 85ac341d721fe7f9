"""Miniflux's own API: feeds, entries with their whole content, read and star, by token or by name and password."""

from __future__ import annotations

import base64
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from reader.accounts.service import Credential, OverWire, Pulled, RemoteFeed, RemoteItem, iso, moment, pieces, text
from reader.accounts.wire import Wire
from reader.library import Marks, Unsent

AT_ONCE = 100
OVERLAP_S = 60
"""Entries changed so shortly before the last sync are asked for again: clocks differ, and nothing comes twice."""


class Miniflux(OverWire):
    """One account; the address is that of the server itself."""

    knows = Marks(read=False, bookmarked=False)

    def __init__(self, wire: Wire, credential: Credential) -> None:
        super().__init__(wire, credential)
        token = credential.secrets.get("token", "")
        if token:
            wire.headers["X-Auth-Token"] = token
        else:
            pair = f"{credential.user}:{credential.secrets.get('password', '')}"
            wire.headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"

    def sign_in(self) -> str:
        return text(self._wire.get("v1/me").object().get("username"))

    def feeds(self) -> Sequence[RemoteFeed]:
        found = []
        for feed in self._wire.get("v1/feeds").list():
            folder = text((feed.get("category") or {}).get("title"))
            found.append(
                RemoteFeed(
                    str(feed.get("id")), text(feed.get("feed_url")), text(feed.get("title")),
                    "" if folder in ("", "All", "Uncategorized") else folder,
                )
            )  # fmt: skip
        return found

    def pull(self, cursor: str, known: Collection[str]) -> Iterator[Pulled]:
        """At first all that is unread or starred, then all that changed since, in the order in which it did."""
        if cursor:
            asked: list[list[tuple[str, str]]] = [[("changed_after", str(max(0, int(cursor) - OVERLAP_S)))]]
        else:
            asked = [[("status", "unread")], [("starred", "true")]]
        newest = int(cursor or 0)
        for params in asked:
            offset = 0
            while True:
                page = [("limit", str(AT_ONCE)), ("offset", str(offset)), ("order", "id"), ("direction", "asc")]
                told = self._wire.get("v1/entries", [*params, *page]).object()
                entries = told.get("entries") or []
                items = tuple(_item(entry) for entry in entries if entry.get("status") != "removed")
                for entry in entries:
                    changed = moment(entry.get("changed_at"))
                    newest = max(newest, int(changed.timestamp()) if changed else 0)
                wanted = items if not cursor else tuple(each for each in items if _is_wanted(each, known))
                yield Pulled(wanted)
                offset += len(entries)
                if not entries or offset >= int(told.get("total") or 0):
                    break
        yield Pulled(cursor=str(newest))

    def send(self, changes: Sequence[Unsent]) -> Iterator[str]:
        for status, wanted in (("read", True), ("unread", False)):
            items = [c.item for c in changes if c.now.read is wanted and c.before.read is not wanted]
            for some in pieces(items, AT_ONCE):
                self._wire.ask("PUT", "v1/entries", body={"entry_ids": [int(i) for i in some], "status": status})
        for change in changes:
            if change.now.bookmarked != change.before.bookmarked:
                self._star(change.item, bool(change.now.bookmarked))
            yield change.item

    def _star(self, item: str, wanted: bool) -> None:
        """The API only turns the star over, so it is looked at first."""
        there = self._wire.get(f"v1/entries/{item}").object().get("starred")
        if bool(there) != wanted:
            self._wire.ask("PUT", f"v1/entries/{item}/bookmark")


def _is_wanted(item: RemoteItem, known: Collection[str]) -> bool:
    return item.id in known or not item.marks.read or bool(item.marks.bookmarked)


def _item(entry: dict[str, Any]) -> RemoteItem:
    author = text(entry.get("author")).strip()
    feed = entry.get("feed") or {}
    return RemoteItem(
        id=str(entry.get("id")),
        marks=Marks(entry.get("status") == "read", bool(entry.get("starred"))),
        url=text(entry.get("url")),
        title=text(entry.get("title")),
        authors=(author,) if author else (),
        published=iso(entry.get("published_at")),
        content=text(entry.get("content")),
        feed=str(entry.get("feed_id") or feed.get("id") or ""),
        site=text(feed.get("title")),
    )
