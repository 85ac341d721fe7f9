"""Stand-ins for services on loopback. They hold to the documented protocols strictly: who sends no or an old token, a
wrong content type, a page that there is not, gets what the real one gives. What no real one would do is in none."""

from __future__ import annotations

import base64
import json
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from lxml import html

PASSWORD = "geheim-Ω-7c1f"
TOKEN = "tok-9d1e77"


def prose(about: str) -> str:
    """An article's HTML, long enough to be one."""
    return "".join(
        f"<p>On day {day} the {about} came in with the tide, and the harbour master wrote {day * 3} letters.</p>"
        for day in range(1, 9)
    )


@dataclass
class Reply:
    status: int = 200
    body: object = None
    type: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Request:
    method: str
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    content: bytes

    @property
    def form(self) -> dict[str, list[str]]:
        if not self.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
            return {}
        return parse_qs(self.content.decode(), keep_blank_values=True)

    @property
    def json(self) -> Any:
        assert self.headers.get("content-type", "").startswith("application/json"), "JSON is sent as such"
        return json.loads(self.content)

    def first(self, name: str, default: str = "") -> str:
        return (self.query.get(name) or self.form.get(name) or [default])[0]


def encoded(body: object) -> bytes:
    """What is sent of a body: bytes and text as they are, nothing of None, and all else as JSON."""
    if isinstance(body, bytes | str):
        return body if isinstance(body, bytes) else body.encode()
    return b"" if body is None else json.dumps(body).encode()


class ServiceServer(ABC):
    """Answers with `answer`; `asked` is what it was asked, `broken` how many requests are still to be refused."""

    def __init__(self) -> None:
        self.asked: list[Request] = []
        self.refusals: list[Reply] = []
        self.lock = threading.Lock()
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                parts = urlsplit(self.path)
                request = Request(
                    self.command, parts.path, parse_qs(parts.query, keep_blank_values=True),
                    {name.lower(): value for name, value in self.headers.items()}, self.rfile.read(length),
                )  # fmt: skip
                with server.lock:
                    server.asked.append(request)
                    reply = server.refusals.pop(0) if server.refusals else server.answer(request)
                body = reply.body
                content = encoded(body)
                self.send_response(reply.status)
                self.send_header("Content-Type", reply.type)
                self.send_header("Content-Length", str(len(content)))
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_PROPFIND = do_MKCOL = handle_any  # noqa: N815

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    @abstractmethod
    def answer(self, request: Request) -> Reply:
        """What the service says to a request."""

    def paths(self, method: str = "") -> list[str]:
        return [request.path for request in self.asked if method in ("", request.method)]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@contextmanager
def serving(server: ServiceServer) -> Iterator[ServiceServer]:
    try:
        yield server
    finally:
        server.close()


@dataclass
class Entry:
    """An article of a service."""

    id: int
    title: str
    url: str
    content: str
    feed: int = 1
    read: bool = False
    starred: bool = False
    archived: bool = False
    tags: set[str] = field(default_factory=set)
    changed: datetime = field(default_factory=lambda: datetime.now(UTC))
    marks: list[dict[str, Any]] = field(default_factory=list)
    notes: str = ""

    def touch(self) -> None:
        self.changed = datetime.now(UTC) + timedelta(seconds=1)


def entries(*titles: str) -> dict[int, Entry]:
    """One unread entry for each title."""
    return {
        at: Entry(at, title, f"https://news.example.org/{title.lower().replace(' ', '-')}", prose(title))
        for at, title in enumerate(titles, 1001)
    }


class GoogleReaderServer(ServiceServer):
    """As FreshRSS and Miniflux answer: sessions and edit tokens run out, identifiers are paged by continuations."""

    page = 2

    def __init__(self, held: dict[int, Entry]) -> None:
        super().__init__()
        self.entries = held
        self.session, self.edit_token = "ilse/s1", "e1"
        self.folder = "News"

    def answer_denied(self) -> Reply:
        return Reply(401, "Unauthorized", "text/plain")

    def expire_session(self) -> None:
        self.session = f"ilse/s{int(self.session[-1]) + 1}"

    def expire_edit_token(self) -> None:
        self.edit_token = f"e{int(self.edit_token[1:]) + 1}"

    def answer(self, request: Request) -> Reply:
        if request.path == "/accounts/ClientLogin":
            if request.method != "POST" or request.first("Email") != "ilse" or request.first("Passwd") != PASSWORD:
                return Reply(401, "Unauthorized", "text/plain")
            return Reply(200, f"SID={self.session}\nLSID=null\nAuth={self.session}\n", "text/plain")
        if not request.path.startswith("/reader/api/0/"):
            return Reply(404)
        if request.headers.get("authorization") != f"GoogleLogin auth={self.session}":
            return Reply(401, "Unauthorized", "text/plain")
        act = request.path.removeprefix("/reader/api/0/")
        if request.method == "POST" and request.first("T") != self.edit_token:
            return Reply(401, "Unauthorized", "text/plain", {"X-Reader-Google-Bad-Token": "true"})
        handler: Callable[[Request], Reply] | None = {
            "token": lambda _: Reply(200, f"{self.edit_token}\n", "text/plain"),
            "user-info": lambda _: Reply(200, {"userId": "1", "userName": "ilse"}),
            "subscription/list": self._subscriptions, "tag/list": self._tags, "stream/items/ids": self._ids,
            "stream/items/contents": self._contents, "edit-tag": self._edit,
        }.get(act)  # fmt: skip
        return handler(request) if handler else Reply(404)

    def _subscriptions(self, request: Request) -> Reply:
        if request.first("output") != "json":
            return Reply(400)
        folder = {"id": f"user/-/label/{self.folder}", "label": self.folder}
        feed = {"id": "feed/1", "title": "Quay", "url": "https://news.example.org/feed", "categories": [folder]}
        return Reply(200, {"subscriptions": [feed]})

    def _tags(self, _request: Request) -> Reply:
        labels = sorted(set().union(*(entry.tags for entry in self.entries.values())))
        tags = [{"id": "user/-/state/com.google/starred"}, {"id": f"user/-/label/{self.folder}", "type": "folder"}]
        return Reply(200, {"tags": tags + [{"id": f"user/-/label/{name}", "type": "tag"} for name in labels]})

    def _ids(self, request: Request) -> Reply:
        if request.first("output") != "json" or int(request.first("n", "20")) > 1000:
            return Reply(400)
        stream, but = request.first("s"), request.first("xt")
        found = [
            entry
            for entry in self.entries.values()
            if (stream.endswith("/reading-list"))
            or (stream.endswith("/starred") and entry.starred)
            or (stream.partition("/label/")[2] in entry.tags)
        ]
        if but.endswith("/read"):
            found = [entry for entry in found if not entry.read]
        start = int(request.first("c", "0"))
        told: dict[str, object] = {"itemRefs": [{"id": str(e.id)} for e in found[start : start + self.page]]}
        if start + self.page < len(found):
            told["continuation"] = str(start + self.page)
        return Reply(200, told)

    def _contents(self, request: Request) -> Reply:
        items = []
        for wanted in request.form.get("i", []):
            if not wanted.startswith("tag:google.com,2005:reader/item/"):
                return Reply(400)
            entry = self.entries[int(wanted.rpartition("/")[2], 16)]
            items.append(
                {
                    "id": wanted, "title": entry.title, "author": "Ada Quill", "published": 1_700_000_000,
                    "canonical": [{"href": entry.url}], "summary": {"content": entry.content},
                    "origin": {"streamId": f"feed/{entry.feed}", "title": "Quay"},
                }
            )  # fmt: skip
        return Reply(200, {"id": "user/-/state/com.google/reading-list", "items": items})

    def _edit(self, request: Request) -> Reply:
        for wanted in request.form.get("i", []):
            entry = self.entries[int(wanted.rpartition("/")[2], 16)]
            for tag in request.form.get("a", []):
                self._set(entry, tag, True)
            for tag in request.form.get("r", []):
                self._set(entry, tag, False)
        return Reply(200, "OK", "text/plain")

    def _set(self, entry: Entry, tag: str, on: bool) -> None:
        if tag.endswith("/read"):
            entry.read = on
        elif tag.endswith("/starred"):
            entry.starred = on
        else:
            (entry.tags.add if on else entry.tags.discard)(tag.partition("/label/")[2])


class MinifluxServer(ServiceServer):
    """As Miniflux answers its own API."""

    def __init__(self, held: dict[int, Entry]) -> None:
        super().__init__()
        self.entries = held

    def answer(self, request: Request) -> Reply:
        token, pair = request.headers.get("x-auth-token"), request.headers.get("authorization")
        if (token or pair) != (TOKEN if token else basic("ilse", PASSWORD)):
            return Reply(401, {"error_message": "access unauthorized"})
        match request.method, request.path.split("/")[1:]:
            case "GET", ["v1", "me"]:
                return Reply(200, {"id": 1, "username": "ilse"})
            case "GET", ["v1", "feeds"]:
                feed = {
                    "id": 1,
                    "title": "Quay",
                    "feed_url": "https://news.example.org/feed",
                    "category": {"title": "News"},
                }
                return Reply(200, [feed])
            case "GET", ["v1", "entries"]:
                return self._list(request)
            case "GET", ["v1", "entries", number]:
                return Reply(200, self._shown(self.entries[int(number)]))
            case "PUT", ["v1", "entries"]:
                if request.json["status"] not in ("read", "unread") or not request.json["entry_ids"]:
                    return Reply(400, {"error_message": "invalid"})
                for number in request.json["entry_ids"]:
                    self.entries[number].read = request.json["status"] == "read"
                    self.entries[number].touch()
                return Reply(204)
            case "PUT", ["v1", "entries", number, "bookmark"]:
                self.entries[int(number)].starred ^= True
                self.entries[int(number)].touch()
                return Reply(204)
        return Reply(404)

    def _list(self, request: Request) -> Reply:
        found = sorted(self.entries.values(), key=lambda entry: entry.id)
        if request.first("status"):
            found = [e for e in found if ("read" if e.read else "unread") == request.first("status")]
        if request.first("starred"):
            found = [e for e in found if e.starred]
        if request.first("changed_after"):
            found = [e for e in found if e.changed.timestamp() > int(request.first("changed_after"))]
        start, limit = int(request.first("offset", "0")), min(2, int(request.first("limit", "100")))
        return Reply(200, {"total": len(found), "entries": [self._shown(e) for e in found[start : start + limit]]})

    def _shown(self, entry: Entry) -> dict[str, object]:
        return {
            "id": entry.id, "feed_id": entry.feed, "status": "read" if entry.read else "unread", "title": entry.title,
            "url": entry.url, "content": entry.content, "author": "Ada Quill", "starred": entry.starred,
            "published_at": "2023-11-14T22:13:20Z", "changed_at": entry.changed.isoformat(), "feed": {"title": "Quay"},
        }  # fmt: skip


class WallabagServer(ServiceServer):
    """As wallabag answers: access tokens run out, refresh tokens are used once."""

    def __init__(self, held: dict[int, Entry]) -> None:
        super().__init__()
        self.entries = held
        self.count = 0
        self.access = self.refresh = ""
        self.refresh_works = True

    def expire(self) -> None:
        self.access = "gone"

    def answer(self, request: Request) -> Reply:
        if request.path == "/oauth/v2/token":
            return self._grant(request)
        if request.headers.get("authorization") != f"Bearer {self.access}":
            return Reply(401, {"error": "invalid_grant", "error_description": "The access token expired."})
        match request.method, request.path.split("/")[1:]:
            case "GET", ["api", "user.json"]:
                return Reply(200, {"id": 1, "username": "ilse"})
            case "GET", ["api", "entries.json"]:
                return self._list(request)
            case "POST", ["api", "entries.json"]:
                return self._create(request.json)
            case "PATCH", ["api", "entries", name]:
                return self._patch(self.entries[int(name.removesuffix(".json"))], request.json)
            case "GET", ["api", "entries", number, "tags.json"]:
                return Reply(200, self._tags(self.entries[int(number)]))
            case "DELETE", ["api", "entries", number, "tags", name]:
                entry = self.entries[int(number)]
                entry.tags = {t for t in entry.tags if abs(hash(t)) != int(name.removesuffix(".json"))}
                entry.touch()
                return Reply(200, self._shown(entry))
            case "GET", ["api", "annotations", name]:
                rows = self.entries[int(name.removesuffix(".json"))].marks
                return Reply(200, {"total": len(rows), "rows": rows})
            case "POST", ["api", "annotations", name]:
                body = request.json
                if not body.get("text") or not isinstance(body.get("ranges"), list):
                    return Reply(400, {"errors": "text"})
                self.count += 1
                made = {"id": self.count, "quote": body["quote"], "text": body["text"], "ranges": body["ranges"],
                        "updated_at": datetime.now(UTC).isoformat()}  # fmt: skip
                self.entries[int(name.removesuffix(".json"))].marks.append(made)
                return Reply(200, made)
            case "PUT" | "DELETE", ["api", "annotations", name]:
                return self._annotation(request, int(name.removesuffix(".json")))
        return Reply(404)

    def _annotation(self, request: Request, number: int) -> Reply:
        for entry in self.entries.values():
            for mark in entry.marks:
                if mark["id"] == number:
                    if request.method == "DELETE":
                        entry.marks.remove(mark)
                    else:
                        mark["text"] = request.json["text"]
                    return Reply(200, mark)
        return Reply(404)

    def _grant(self, request: Request) -> Reply:
        known = request.first("client_id") == "1_c" and request.first("client_secret") == TOKEN
        if request.first("grant_type") == "password":
            known = known and request.first("username") == "ilse" and request.first("password") == PASSWORD
        else:
            known = (
                known and self.refresh_works and bool(self.refresh) and request.first("refresh_token") == self.refresh
            )
        if not known:
            return Reply(400, {"error": "invalid_grant"})
        self.count += 1
        self.access, self.refresh = f"a{self.count}", f"r{self.count}"
        return Reply(
            200,
            {"access_token": self.access, "refresh_token": self.refresh, "expires_in": 3600, "token_type": "bearer"},
        )

    def _list(self, request: Request) -> Reply:
        since, page, per = int(request.first("since", "0")), int(request.first("page", "1")), 2
        found = sorted((e for e in self.entries.values() if e.changed.timestamp() > since), key=lambda e: e.changed)
        pages = max(1, -(-len(found) // per))
        if page > pages:
            return Reply(404)
        items = [self._shown(entry) for entry in found[(page - 1) * per : page * per]]
        return Reply(200, {"page": page, "pages": pages, "total": len(found), "_embedded": {"items": items}})

    def _create(self, body: dict[str, Any]) -> Reply:
        number = max(self.entries, default=1000) + 1
        self.entries[number] = Entry(
            number, body["title"], body["url"], prose(body["title"]), archived=bool(body["archive"]),
            starred=bool(body["starred"]), tags=set(filter(None, body["tags"].split(","))),
        )  # fmt: skip
        return Reply(200, self._shown(self.entries[number]))

    def _patch(self, entry: Entry, body: dict[str, Any]) -> Reply:
        entry.archived = bool(body.get("archive", entry.archived))
        entry.starred = bool(body.get("starred", entry.starred))
        entry.tags |= {tag.casefold() for tag in str(body.get("tags", "")).split(",") if tag}
        entry.touch()
        return Reply(200, self._shown(entry))

    def _tags(self, entry: Entry) -> list[dict[str, object]]:
        return [{"id": abs(hash(tag)), "label": tag, "slug": tag} for tag in sorted(entry.tags)]

    def _shown(self, entry: Entry) -> dict[str, object]:
        return {
            "id": entry.id, "url": entry.url, "given_url": entry.url, "title": entry.title, "content": entry.content,
            "is_archived": int(entry.archived), "is_starred": int(entry.starred), "tags": self._tags(entry),
            "updated_at": entry.changed.isoformat(), "published_by": ["Ada Quill"], "annotations": list(entry.marks),
            "published_at": "2023-11-14T22:13:20+0000", "domain_name": "news.example.org", "language": "en",
        }  # fmt: skip


class ReadeckServer(ServiceServer):
    """As Readeck answers: a list of what changed, each bookmark by itself, its article by itself. A highlight is taken at a
    path that leads to an element of that article, at places in its text, where no other one is; its words are ours to find.
    """

    def __init__(self, held: dict[int, Entry]) -> None:
        super().__init__()
        self.entries = held

    def answer(self, request: Request) -> Reply:
        if request.headers.get("authorization") != f"Bearer {TOKEN}":
            return Reply(401, {"status": 401, "message": "Unauthorized"})
        match request.method, request.path.split("/")[1:]:
            case "GET", ["api", "profile"]:
                return Reply(200, {"provider": {"name": "bearer token"}, "user": {"username": "ilse"}})
            case "GET", ["api", "bookmarks", "sync"]:
                since = request.first("since")
                found = [e for e in self.entries.values() if not since or e.changed > datetime.fromisoformat(since)]
                return Reply(200, [{"id": f"B{e.id}", "time": e.changed.isoformat(), "type": "update"} for e in found])
            case "POST", ["api", "bookmarks"]:
                number = max(self.entries, default=1000) + 1
                body = request.json
                self.entries[number] = Entry(number, body["title"], body["url"], prose("x"), tags=set(body["labels"]))
                return Reply(202, {"status": 202}, headers={"Bookmark-Id": f"B{number}"})
            case method, ["api", "bookmarks", name, *rest] if name[1:].isdigit() and int(name[1:]) in self.entries:
                return self._bookmark(request, method, self.entries[int(name[1:])], rest)
        return Reply(404, {"status": 404})

    def _bookmark(self, request: Request, method: str, entry: Entry, rest: list[str]) -> Reply:
        if method == "GET" and rest == ["article"]:
            return Reply(200, readeck_article(entry), "text/html; charset=utf-8")
        if rest[:1] == ["annotations"]:
            return self._annotations(request, method, entry, rest[1:])
        if method == "PATCH" and not rest:
            body = request.json
            entry.starred = body.get("is_marked", entry.starred)
            entry.archived = body.get("is_archived", entry.archived)
            entry.tags = (entry.tags | set(body.get("add_labels", ()))) - set(body.get("remove_labels", ()))
            entry.touch()
            return Reply(200, {"id": f"B{entry.id}", "updated": entry.changed.isoformat()})
        if method == "GET" and not rest:
            return Reply(
                200,
                {
                    "id": f"B{entry.id}", "url": entry.url, "title": entry.title, "loaded": True, "has_article": True,
                    "is_marked": entry.starred, "is_archived": entry.archived, "labels": sorted(entry.tags),
                    "authors": ["Ada Quill"], "published": "2023-11-14T22:13:20Z", "site_name": "Quay", "lang": "en",
                },
            )  # fmt: skip
        return Reply(405)

    def _annotations(self, request: Request, method: str, entry: Entry, rest: list[str]) -> Reply:
        if method == "GET" and not rest:
            return Reply(200, entry.marks)
        if method == "POST" and not rest:
            return self._annotate(entry, request.json)
        held = next((mark for mark in entry.marks if rest == [mark["id"]]), None)
        if held is None or method not in ("PATCH", "DELETE"):
            return Reply(404, "Not Found", "text/plain")
        entry.touch()
        if method == "DELETE":
            entry.marks.remove(held)
            return Reply(204)
        if not request.json.get("color") or len(request.json.get("note", "")) > 1024:
            return Reply(422, {"is_valid": False})
        held |= {"color": request.json["color"], "note": request.json.get("note", held["note"]).strip()}
        return Reply(200, {"updated": entry.changed.isoformat(), "annotations": entry.marks})

    def _annotate(self, entry: Entry, body: dict[str, Any]) -> Reply:
        selectors = [body.get(name) for name in ("start_selector", "end_selector")]
        offsets = [body.get(name) for name in ("start_offset", "end_offset")]
        if (
            not all(isinstance(path, str) and 0 < len(path) <= 256 for path in (*selectors, body.get("color")))
            or not all(isinstance(at, int) and at >= 0 for at in offsets)
            or len(body.get("note", "")) > 1024
        ):
            return Reply(422, {"is_valid": False})
        root = html.document_fromstring(f"<html><body>{readeck_article(entry)}</body></html>").find("body")
        begin, end = (place_in(root, path, at) for path, at in zip(selectors, offsets, strict=True))
        if begin is None or end is None or begin >= end:
            return Reply(400, {"status": 400, "message": "element not found"})
        if any(begin < mark["end"] and mark["begin"] < end for mark in entry.marks if "begin" in mark):
            return Reply(400, {"status": 400, "message": "overlapping annotation"})
        made = {
            "id": f"H{len(entry.marks) + 1}", "text": "".join(root.itertext())[begin:end].strip(), "begin": begin,
            "end": end, "color": body["color"], "note": body.get("note", "").strip(), "created": "2024-01-01T00:00:00Z",
        }  # fmt: skip
        entry.marks.append(made)
        entry.touch()
        return Reply(201, made)


def readeck_article(entry: Entry) -> str:
    """An entry's article as Readeck has it: in elements of its own, with what is highlighted in it marked as such."""
    text = entry.content
    for mark in entry.marks:
        if "begin" in mark and mark["text"] in text:
            shown = f'<rd-annotation id="annotation-{mark["id"]}" data-annotation-color="yellow">{mark["text"]}</rd-annotation>'
            text = text.replace(mark["text"], shown, 1)
    return f"<section><h1>{entry.title}</h1>\n<article>{text}</article></section>"


def place_in(root: Any, path: str, at: int) -> int | None:
    """The place in a document's whole text that is `at` in the text of the element at a path; None where there is none."""
    found = root.xpath(f"./{path}")
    if not found or at > len("".join(found[0].itertext())):
        return None
    return len("".join(found[0].xpath("preceding::text()"))) + at


class KarakeepServer(ServiceServer):
    """As Karakeep answers its API v1: all bookmarks and all highlights in pages, without text unless it is asked for; tags
    by an address of their own; a new bookmark of an address that is there is the one that is there."""

    def __init__(self, held: dict[int, Entry]) -> None:
        super().__init__()
        self.entries = held
        self.highlights: dict[str, dict[str, Any]] = {}

    def answer(self, request: Request) -> Reply:
        if request.headers.get("authorization") != f"Bearer {TOKEN}":
            return Reply(401, {"code": "UNAUTHORIZED", "message": "Unauthorized"})
        match request.method, request.path.split("/")[1:]:
            case "GET", ["api", "v1", "users", "me"]:
                return Reply(200, {"id": "u1", "name": "ilse", "email": "ilse@example.org"})
            case "GET", ["api", "v1", "bookmarks"]:
                shown = [self._shown(e, request.first("includeContent") == "true") for e in self.entries.values()]
                return self._page(request, "bookmarks", shown[::-1])
            case "GET", ["api", "v1", "highlights"]:
                return self._page(request, "highlights", list(self.highlights.values()))
            case "POST", ["api", "v1", "bookmarks"]:
                return self._create(request.json)
            case "POST", ["api", "v1", "highlights"]:
                return self._highlight(request.json)
            case "PATCH" | "DELETE" as method, ["api", "v1", "highlights", number] if number in self.highlights:
                if method == "DELETE":
                    return Reply(200, self.highlights.pop(number))
                if request.json.keys() - {"color", "note"}:
                    return Reply(400, {"code": "BAD_REQUEST"})
                self.highlights[number] |= request.json
                return Reply(200, self.highlights[number])
            case method, ["api", "v1", "bookmarks", name, *rest] if (
                name[1:].isdigit() and int(name[1:]) in self.entries
            ):
                return self._bookmark(request, method, self.entries[int(name[1:])], rest)
        return Reply(404, {"code": "NOT_FOUND"})

    def _page(self, request: Request, name: str, found: list[dict[str, Any]]) -> Reply:
        limit, start = int(request.first("limit", "20")), int(request.first("cursor", "0"))
        if not 1 <= limit <= 100 or request.first("includeContent", "false") not in ("true", "false"):
            return Reply(400, {"code": "BAD_REQUEST"})
        limit = min(2, limit)
        more = str(start + limit) if start + limit < len(found) else None
        return Reply(200, {name: found[start : start + limit], "nextCursor": more})

    def _create(self, body: dict[str, Any]) -> Reply:
        if body["type"] != "link" or not body["url"].startswith(("http://", "https://")) or len(body["title"]) > 1000:
            return Reply(400, {"code": "BAD_REQUEST"})
        for entry in self.entries.values():
            if entry.url == body["url"]:
                return Reply(200, self._shown(entry, False) | {"alreadyExists": True})
        number = max(self.entries, default=1000) + 1
        made = Entry(number, body["title"], body["url"], "", archived=body["archived"], starred=body["favourited"])
        self.entries[number] = made
        return Reply(201, self._shown(made, False) | {"alreadyExists": False})

    def _bookmark(self, request: Request, method: str, entry: Entry, rest: list[str]) -> Reply:
        if method == "GET" and not rest:
            return Reply(200, self._shown(entry, request.first("includeContent") == "true"))
        if method == "PATCH" and not rest:
            body = request.json
            if not all(isinstance(body.get(name, False), bool) for name in ("archived", "favourited")):
                return Reply(400, {"code": "BAD_REQUEST"})
            entry.archived, entry.starred = body.get("archived", entry.archived), body.get("favourited", entry.starred)
            entry.notes = body.get("note", entry.notes)
            entry.touch()
            return Reply(200, self._shown(entry, False))
        if method in ("POST", "DELETE") and rest == ["tags"]:
            tags = {tag["tagName"].strip().lstrip("#") for tag in request.json["tags"]}
            entry.tags = entry.tags | tags if method == "POST" else entry.tags - tags
            return Reply(200, {"attached" if method == "POST" else "detached": sorted(tags)})
        return Reply(405)

    def _highlight(self, body: dict[str, Any]) -> Reply:
        if not all(isinstance(body.get(name), int) for name in ("startOffset", "endOffset")) or "note" not in body:
            return Reply(400, {"code": "BAD_REQUEST"})
        if body.get("color", "yellow") not in ("yellow", "red", "green", "blue") or not isinstance(body["text"], str):
            return Reply(400, {"code": "BAD_REQUEST"})
        if int(body["bookmarkId"][1:]) not in self.entries:
            return Reply(404, {"code": "NOT_FOUND"})
        number = f"h{len(self.highlights) + 1}"
        self.highlights[number] = {"id": number, "userId": "u1", "createdAt": "2024-01-01T00:00:00Z", **body}
        return Reply(201, self.highlights[number])

    def _shown(self, entry: Entry, whole: bool) -> dict[str, Any]:
        content = {
            "type": "link", "url": entry.url, "title": entry.title, "author": "Ada Quill", "publisher": "Quay",
            "datePublished": "2023-11-14T22:13:20.000Z", "crawlStatus": "success" if entry.content else "pending",
            "htmlContent": f"<div>⛴ {entry.content}</div>" if whole and entry.content else None,
        }  # fmt: skip
        return {
            "id": f"b{entry.id}", "title": None, "archived": entry.archived, "favourited": entry.starred,
            "note": entry.notes or None, "createdAt": "2024-01-01T00:00:00.000Z", "modifiedAt": entry.changed.isoformat(),
            "tags": [{"id": tag, "name": tag, "attachedBy": "human"} for tag in sorted(entry.tags)],
            "content": content, "assets": [], "userId": "u1",
        }  # fmt: skip


class LinkdingServer(ServiceServer):
    """As linkding answers: tags are of one word, archiving is an address of its own."""

    def __init__(self, held: dict[int, Entry]) -> None:
        super().__init__()
        self.entries = held

    def answer(self, request: Request) -> Reply:
        if request.headers.get("authorization") != f"Token {TOKEN}":
            return Reply(401, {"detail": "Invalid token."})
        if not request.path.endswith("/"):
            return Reply(301, headers={"Location": f"{request.path}/"})
        match request.method, request.path.strip("/").split("/"):
            case "GET", ["api", "user", "profile"]:
                return Reply(200, {"theme": "auto"})
            case "GET", ["api", "bookmarks", *archived] if archived in ([], ["archived"]):
                return self._list(request, bool(archived))
            case "GET", ["api", "bookmarks", "check"]:
                held = [e for e in self.entries.values() if e.url == request.first("url")]
                return Reply(200, {"bookmark": self._shown(held[0]) if held else None, "auto_tags": []})
            case "POST", ["api", "bookmarks"]:
                number, body = max(self.entries, default=1000) + 1, request.json
                self.entries[number] = Entry(number, body["title"], body["url"], "", read=not body["unread"])
                return self._patch(self.entries[number], {"tag_names": body["tag_names"]}, 201)
            case "PATCH", ["api", "bookmarks", number]:
                return self._patch(self.entries[int(number)], request.json, 200)
            case "POST", ["api", "bookmarks", number, "archive" | "unarchive" as verb]:
                self.entries[int(number)].archived = verb == "archive"
                self.entries[int(number)].touch()
                return Reply(204)
        return Reply(404)

    def _list(self, request: Request, archived: bool) -> Reply:
        since = request.first("modified_since")
        found = [e for e in self.entries.values() if e.archived is archived]
        if since:
            found = [e for e in found if e.changed > datetime.fromisoformat(since)]
        start, limit = int(request.first("offset", "0")), min(2, int(request.first("limit", "100")))
        more = f"{self.url}{request.path}?offset={start + limit}" if start + limit < len(found) else None
        return Reply(
            200, {"count": len(found), "next": more, "results": [self._shown(e) for e in found[start : start + limit]]}
        )

    def _patch(self, entry: Entry, body: dict[str, Any], status: int) -> Reply:
        entry.read = not body.get("unread", not entry.read)
        if any(" " in tag for tag in body.get("tag_names", ())):
            return Reply(400, {"tag_names": ["A tag is one word."]})
        entry.tags = set(body.get("tag_names", entry.tags))
        entry.notes = body.get("notes", entry.notes)
        entry.touch()
        return Reply(status, self._shown(entry))

    def _shown(self, entry: Entry) -> dict[str, object]:
        return {
            "id": entry.id, "url": entry.url, "title": entry.title, "notes": entry.notes, "unread": not entry.read,
            "is_archived": entry.archived, "tag_names": sorted(entry.tags), "date_modified": entry.changed.isoformat(),
        }  # fmt: skip


class ReadwiseServer(ServiceServer):
    """As Readwise answers: highlights of the same title, author and words are one."""

    def __init__(self) -> None:
        super().__init__()
        self.highlights: dict[int, dict[str, Any]] = {}

    def answer(self, request: Request) -> Reply:
        if request.headers.get("authorization") != f"Token {TOKEN}":
            return Reply(401, {"detail": "Invalid token."})
        match request.method, request.path.strip("/").split("/"):
            case "GET", ["api", "v2", "auth"]:
                return Reply(204)
            case "POST", ["api", "v2", "highlights"]:
                numbers = [self._keep(given) for given in request.json["highlights"]]
                return Reply(200, [{"id": 1, "title": "x", "modified_highlights": numbers}])
            case "PATCH" | "DELETE", ["api", "v2", "highlights", number] if int(number) in self.highlights:
                if request.method == "DELETE":
                    del self.highlights[int(number)]
                    return Reply(204)
                self.highlights[int(number)] |= request.json
                return Reply(200, {"id": int(number), **self.highlights[int(number)]})
        return Reply(404)

    def _keep(self, given: dict[str, Any]) -> int:
        assert (
            given["text"]
            and len(given["text"]) <= 8191
            and given["category"] in ("books", "articles", "tweets", "podcasts")
        )
        for number, held in self.highlights.items():
            if (held["text"], held.get("title")) == (given["text"], given.get("title")):
                self.highlights[number] = held | given
                return number
        number = len(self.highlights) + 1
        self.highlights[number] = given
        return number


def basic(user: str, password: str) -> str:
    return f"Basic {base64.b64encode(f'{user}:{password}'.encode()).decode()}"
