"""Syncing through a WebDAV server: a stand-in that holds to RFC 4918, and wsgidav where it is installed."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from service_servers import PASSWORD, Reply, Request, ServiceServer, basic

from reader.accounts import AccountError, Credential, Refused, WebDavShelf, Wire, sync_through
from reader.article import Block, BlockKind, Capture, article_of
from reader.intake.web.limits import LIMITS
from reader.library import AddNote, Library, ListKind, Query
from reader.work.syncing import sync_folder


class DavServer(ServiceServer):
    """One folder, `/dav/my files/`, by RFC 4918: no folder is made by writing into it."""

    root = "/dav/my files"

    def __init__(self) -> None:
        super().__init__()
        self.folders, self.files = {self.root}, dict[str, bytes]()

    @property
    def address(self) -> str:
        return f"{self.url}{quote(self.root)}/"

    def answer(self, request: Request) -> Reply:
        if request.headers.get("authorization") != basic("ilse", PASSWORD):
            return Reply(401, headers={"WWW-Authenticate": 'Basic realm="dav"'})
        path = unquote(request.path).rstrip("/")
        parent = path.rpartition("/")[0]
        if request.method == "PROPFIND":
            if request.headers.get("depth") != "1" or path not in self.folders:
                return Reply(404 if path not in self.folders else 403)
            inside = [p for p in (*self.folders, *self.files) if p.rpartition("/")[0] == path]
            told = "".join(f"<d:response><d:href>{quote(p)}</d:href></d:response>" for p in (f"{path}/", *inside))
            return Reply(207, f'<?xml version="1.0"?><d:multistatus xmlns:d="DAV:">{told}</d:multistatus>', "text/xml")
        if request.method == "MKCOL":
            if path in self.folders or parent not in self.folders:
                return Reply(405 if path in self.folders else 409)
            self.folders.add(path)
            return Reply(201)
        if request.method == "PUT":
            if parent not in self.folders:
                return Reply(409)
            self.files[path] = request.content
            return Reply(201)
        if request.method == "GET" and path in self.files:
            return Reply(200, self.files[path], "application/octet-stream")
        return Reply(404)


@pytest.fixture
def server() -> Iterator[DavServer]:
    made = DavServer()
    yield made
    made.close()


def shelf(address: str, password: str = PASSWORD, user: str = "ilse") -> WebDavShelf:
    return WebDavShelf(Wire(address), Credential(user, {"password": password}))


def two_machines(tmp_path: Path, address: str, user: str, password: str) -> None:
    text = "The harbour master of Nordhaven wrote a letter about it to the council, and another one in the spring."
    with Library.open(tmp_path / "a") as a, Library.open(tmp_path / "b") as b:
        article = article_of([Block(BlockKind.PARAGRAPH, text)], title="Ferry sails")
        number = a.add(Capture(text.encode(), "text/plain", "x.txt", "file", datetime.now(UTC)), article).id
        a.perform(AddNote("n1", number, None, "To whom?"))
        for library in (a, b, a):
            place = shelf(address, password, user)
            place.check()
            sync_through(library, place)
            place.close()
        (row,) = b.rows(Query(ListKind.ALL))
        assert row.title == "Ferry sails" and [note.body for note in b.opened(row.id).notes] == ["To whom?"]


def test_two_machines_meet_on_a_server(tmp_path: Path, server: DavServer) -> None:
    two_machines(tmp_path, server.address, "ilse", PASSWORD)


class Keeps:
    """The keyring's place."""

    def of(self, _account: str, /) -> Credential:
        return Credential("ilse", {"password": PASSWORD})


def test_an_article_that_is_larger_than_a_page_may_be_comes_too(tmp_path: Path, server: DavServer) -> None:
    text = "The harbour master of Nordhaven wrote a letter about it to the council, and another one in the spring."
    scan = random.Random(7).randbytes(LIMITS.wire_bytes + 1)
    with Library.open(tmp_path / "a") as a, Library.open(tmp_path / "b") as b:
        article = article_of([Block(BlockKind.PARAGRAPH, text)], title="Ferry sails")
        a.add(Capture(scan, "application/pdf", "x.pdf", "file", datetime.now(UTC)), article)
        sync_folder(a, Keeps(), server.address)
        assert len(sync_folder(b, Keeps(), server.address).new) == 1
        (row,) = b.rows(Query(ListKind.ALL))
        assert b.capture(row.id).content == scan


def test_many_long_notes_go_in_files_that_others_read(
    tmp_path: Path, server: DavServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.accounts.folder.BYTES_A_FILE", 20_000)
    with Library.open(tmp_path / "a") as a, Library.open(tmp_path / "b") as b:
        article = article_of([Block(BlockKind.PARAGRAPH, "The ferry sails at noon.")], title="Ferry sails")
        number = a.add(Capture(b"x", "text/plain", "x.txt", "file", datetime.now(UTC)), article).id
        for at in range(9):
            a.perform(AddNote(f"n{at}", number, None, f"{at} " * 4000))
        sync_folder(a, Keeps(), server.address)
        sizes = [len(content) for path, content in server.files.items() if path.endswith(".jsonl")]
        assert len(sizes) > 3 and max(sizes) < 40_000
        sync_folder(b, Keeps(), server.address)
        (row,) = b.rows(Query(ListKind.ALL))
        assert {note.body[0] for note in b.opened(row.id).notes} == set("012345678")


def test_what_is_wrong_is_told(server: DavServer) -> None:
    with pytest.raises(Refused):
        shelf(server.address, "wrong").check()
    with pytest.raises(AccountError, match="no such folder"):
        shelf(f"{server.url}/dav/elsewhere").check()
    server.folders.clear()
    server.refusals = [Reply(200, "<html>Welcome</html>", "text/html")]
    with pytest.raises(AccountError, match="not as such a service"):
        shelf(server.address).check()


def test_two_machines_meet_on_wsgidav(tmp_path: Path) -> None:
    wsgidav = pytest.importorskip("wsgidav.wsgidav_app", reason="needs wsgidav and cheroot")
    from cheroot import wsgi

    (tmp_path / "files").mkdir()
    config = {
        "provider_mapping": {"/dav": str(tmp_path / "files")}, "verbose": 0, "logging": {"enable": False},
        "simple_dc": {"user_mapping": {"*": {"ilse": {"password": PASSWORD}}}},
        "http_authenticator": {"accept_basic": True, "accept_digest": False, "default_to_digest": False},
    }  # fmt: skip
    httpd = wsgi.Server(("127.0.0.1", 0), wsgidav.WsgiDAVApp(config))
    httpd.prepare()
    threading.Thread(target=httpd.serve, daemon=True).start()
    try:
        two_machines(tmp_path, f"http://127.0.0.1:{httpd.bind_addr[1]}/dav", "ilse", PASSWORD)
    finally:
        httpd.stop()
