"""The Google Reader API, which FreshRSS, Miniflux, The Old Reader, BazQux and others speak.

Its only written account is what its servers do. Feeds, read, star and labels; whole articles come with the items.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from reader.accounts.service import (
    Credential,
    OverWire,
    Pulled,
    RemoteFeed,
    RemoteItem,
    iso,
    names,
    new_and_gone,
    pieces,
    text,
)
from reader.accounts.wire import Answer, Refused, Wire
from reader.article import tr
from reader.library import Marks, Unsent

READ = "user/-/state/com.google/read"
STARRED = "user/-/state/com.google/starred"
ALL = "user/-/state/com.google/reading-list"
LABEL = "/label/"
IDS_AT_ONCE, CONTENTS_AT_ONCE, CHANGES_AT_ONCE = 1000, 100, 100
MOST_IDS = 20_000


class GoogleReader(OverWire):
    """One account; the address is that of the API (FreshRSS: …/api/greader.php)."""

    knows = Marks(read=False, bookmarked=False, tags=frozenset())

    def __init__(self, wire: Wire, credential: Credential) -> None:
        super().__init__(wire, credential)
        self._token = ""
        self._folders: set[str] | None = None

    def sign_in(self) -> str:
        form = (
            ("Email", self._credential.user), ("Passwd", self._credential.secrets.get("password", "")),
            ("client", "Verbatim"), ("accountType", "HOSTED_OR_GOOGLE"), ("service", "reader"),
        )  # fmt: skip
        self._wire.headers.pop("Authorization", None)
        said = self._wire.ask("POST", "accounts/ClientLogin", form=form).text()
        lines = dict(line.split("=", 1) for line in said.splitlines() if "=" in line)
        if not lines.get("Auth"):
            raise Refused(
                tr(
                    "{host} gives no sign-in for its API; is the API turned on, and this its address?",
                    host=self._wire.host,
                )
            )
        self._wire.headers["Authorization"] = f"GoogleLogin auth={lines['Auth']}"
        self._token = ""
        return text(self._get("user-info").object().get("userName")) or self._credential.user

    def feeds(self) -> Sequence[RemoteFeed]:
        self._sign_in_once()
        found = []
        for feed in self._get("subscription/list").object().get("subscriptions") or []:
            labels = sorted(names(feed.get("categories"), "label"))
            folder = labels[0] if labels else ""
            found.append(RemoteFeed(text(feed.get("id")), text(feed.get("url")), text(feed.get("title")), folder))
        return [feed for feed in found if feed.id]

    def pull(self, cursor: str, known: Collection[str]) -> Iterator[Pulled]:  # noqa: ARG002 - the lists say it
        """All that is unread or starred; of what is known already, the marks alone."""
        self._sign_in_once()
        unread = self._ids(ALL, but=READ)
        starred = self._ids(STARRED)
        labels = self._labelled()
        held = set(known)
        wanted = [item for item in dict.fromkeys([*unread, *starred]) if item not in held]
        is_unread, is_starred = set(unread), set(starred)
        complete = len(unread) < MOST_IDS
        seen = [
            RemoteItem(item, self._marks(item, is_unread, is_starred, labels))
            for item in held
            if complete or item in is_unread or item in is_starred
        ]
        yield Pulled(tuple(seen))
        for some in pieces(wanted, CONTENTS_AT_ONCE):
            form = [("i", long_id(item)) for item in some]
            answer = self._post("stream/items/contents", [*form, ("output", "json")])
            items = [self._item(raw, is_unread, is_starred, labels) for raw in answer.object().get("items") or []]
            yield Pulled(tuple(items))

    def send(self, changes: Sequence[Unsent]) -> Iterator[str]:
        self._sign_in_once()
        groups: dict[tuple[str, str], list[str]] = {}
        for change in changes:
            for step in _steps(change):
                groups.setdefault(step, []).append(change.item)
        for (verb, tag), items in groups.items():
            for some in pieces(items, CHANGES_AT_ONCE):
                self._post("edit-tag", [*(("i", long_id(item)) for item in some), (verb, tag)])
        for change in changes:
            yield change.item

    # ---- How

    def _ids(self, stream: str, but: str = "") -> list[str]:
        found: list[str] = []
        continuation = ""
        while len(found) < MOST_IDS:
            params = [("s", stream), ("n", str(IDS_AT_ONCE)), ("output", "json")]
            params += [("xt", but)] if but else []
            params += [("c", continuation)] if continuation else []
            told = self._get("stream/items/ids", params).object()
            some = [short_id(text(ref.get("id"))) for ref in told.get("itemRefs") or []]
            found += [item for item in some if item]
            following = str(told.get("continuation") or "")
            if not some or not following or following == continuation:
                break
            continuation = following
        return found

    def _labelled(self) -> dict[str, set[str]]:
        """For each item its labels: those that are no folder of feeds."""
        folders = {feed.folder for feed in self.feeds()}
        self._folders = folders
        labelled: dict[str, set[str]] = {}
        for tag in self._get("tag/list").object().get("tags") or []:
            stream = text(tag.get("id"))
            name = stream.partition(LABEL)[2]
            if not name or name in folders or tag.get("type") == "folder":
                continue
            for item in self._ids(f"user/-/label/{name}"):
                labelled.setdefault(item, set()).add(name)
        return labelled

    def _marks(self, item: str, unread: set[str], starred: set[str], labels: dict[str, set[str]]) -> Marks:
        return Marks(item not in unread, item in starred, tags=frozenset(labels.get(item, ())))

    def _item(
        self, raw: dict[str, Any], unread: set[str], starred: set[str], labels: dict[str, set[str]]
    ) -> RemoteItem:
        item = short_id(text(raw.get("id")))
        body = raw.get("content") or raw.get("summary") or {}
        links = [*(raw.get("canonical") or []), *(raw.get("alternate") or [])]
        origin = raw.get("origin") or {}
        author = text(raw.get("author")).strip()
        return RemoteItem(
            id=item,
            marks=self._marks(item, unread, starred, labels),
            url=next((text(link.get("href")) for link in links if link.get("href")), ""),
            title=text(raw.get("title")),
            authors=(author,) if author else (),
            published=iso(raw.get("published")),
            content=text(body.get("content")),
            feed=text(origin.get("streamId")),
            site=text(origin.get("title")),
        )

    def _get(self, path: str, params: Sequence[tuple[str, str]] = ()) -> Answer:
        more = list(params) if any(name == "output" for name, _ in params) else [*params, ("output", "json")]
        try:
            return self._wire.get(f"reader/api/0/{path}", more)
        except Refused:
            self._again()
            return self._wire.get(f"reader/api/0/{path}", more)

    def _post(self, path: str, form: list[tuple[str, str]]) -> Answer:
        """A request that needs an edit token, which is used until the server wants another."""
        for attempt in (1, 2):
            if not self._token:
                self._token = self._get("token").text().strip()
            try:
                return self._wire.ask("POST", f"reader/api/0/{path}", form=[*form, ("T", self._token)])
            except Refused:
                self._token = ""
                if attempt == 2:
                    raise
                self._again()
        raise AssertionError("unreachable")

    def _again(self) -> None:
        """Signs in anew where the session has run out."""
        self.sign_in()

    def _sign_in_once(self) -> None:
        if "Authorization" not in self._wire.headers:
            self.sign_in()


def _steps(change: Unsent) -> Iterator[tuple[str, str]]:
    for was, now, tag in (
        (change.before.read, change.now.read, READ),
        (change.before.bookmarked, change.now.bookmarked, STARRED),
    ):
        if now is not None and now != was:
            yield ("a" if now else "r"), tag
    new, gone = new_and_gone(change.now, change.before)
    yield from (("a", f"user/-/label/{name}") for name in new)
    yield from (("r", f"user/-/label/{name}") for name in gone)


def long_id(item: str) -> str:
    """An item's number in the form that every server takes."""
    if item.lstrip("-").isdigit():
        return f"tag:google.com,2005:reader/item/{int(item) & 0xFFFFFFFFFFFFFFFF:016x}"
    return f"tag:google.com,2005:reader/item/{item}"


def short_id(item: str) -> str:
    """An item's number as it is kept: decimal where the server has numbers, as it is where it has not."""
    prefix, _, last = item.rpartition("/")
    if prefix and len(last) <= 16:
        try:
            number = int(last, 16)
        except ValueError:
            return last
        return str(number - (1 << 64) if number >= 1 << 63 else number)
    return last if prefix else item
