"""Pages from servers that are slow, broken, hostile or gone: each is told in one sentence, and costs only itself."""

from __future__ import annotations

import asyncio
import ssl
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import web_server as web
from web_server import WebServer, served

from reader.intake.web import Ask, Cause, Fetcher, FetchFailed, Got, Limits, Origin, SignIn, is_public
from reader.intake.web.limits import MIB

HERE = frozenset({"127.0.0.1"})
QUICK = Limits(
    connect_s=2, read_s=1, total_s=2, wire_bytes=2 * MIB, bytes=8 * MIB, retry_after_s=1.5, attempts=2, redirects=3
)


@pytest.fixture
def server() -> Iterator[WebServer]:
    with served() as running:
        yield running


def fetch(ask: Ask, limits: Limits = QUICK, **more: object) -> Got:
    async def go() -> Got:
        fetcher = Fetcher(limits, proxies={}, **more)  # type: ignore[arg-type]
        try:
            return await fetcher.fetch(ask)
        finally:
            await fetcher.close()

    return asyncio.run(go())


def failing(ask: Ask, **more: object) -> FetchFailed:
    with pytest.raises(FetchFailed) as caught:
        fetch(ask, **more)  # type: ignore[arg-type]
    return caught.value


def test_a_page_comes_with_its_type_and_what_the_server_says_of_its_version(server: WebServer) -> None:
    url = server.page("/a", "<p>Grüße", headers={"ETag": '"v1"', "Last-Modified": "Mon, 02 Apr 2018 10:00:00 GMT"})
    got = fetch(Ask(url, typed=HERE))
    assert got.content.decode() == "<p>Grüße"
    assert (got.media_type, got.charset, got.etag) == ("text/html", "utf-8", '"v1"')
    assert got.modified == "Mon, 02 Apr 2018 10:00:00 GMT"
    asked = server.asked[0][1]
    assert asked["user-agent"].startswith("Verbatim/")
    assert "cookie" not in asked


def test_what_is_packed_is_unpacked(server: WebServer) -> None:
    url = server.page("/a", "<p>" + "word " * 5000, packed=True)
    assert fetch(Ask(url, typed=HERE)).content == b"<p>" + b"word " * 5000


def test_a_version_that_is_here_already_is_not_sent_again(server: WebServer) -> None:
    url = server.route("/a", web.not_modified('"v1"', "text"))
    assert not fetch(Ask(url, typed=HERE)).unchanged
    again = fetch(Ask(url, typed=HERE, etag='"v1"'))
    assert again.unchanged and again.content == b"" and again.etag == '"v1"'


MISBEHAVING: dict[str, tuple[Callable[[], web.Route], Cause, str]] = {
    "slow headers": (lambda: web.slow_headers(4), Cause.SLOW, "stopped in the middle"),
    "a byte now and then": (web.drip, Cause.SLOW, "longer than 2 seconds"),
    "endless body": (web.endless, Cause.TOO_LARGE, "2 MB"),
    "announced too large": (lambda: web.page(b"x", headers={"X": "y"}), Cause.TOO_LARGE, ""),
    "shorter than announced": (lambda: web.wrong_length("short", 5000), Cause.BROKEN, "broke its answer off"),
    "gzip bomb": (web.bomb, Cause.TOO_LARGE, "it was not loaded"),
    "gzip that is none": (
        lambda: web.page(b"not packed", headers={"Content-Encoding": "gzip"}), Cause.BROKEN, "damaged",
    ),
    "packed in another way": (
        lambda: web.page(b"?", headers={"Content-Encoding": "br"}), Cause.BROKEN, "not asked for",
    ),
    "no answer at all": (lambda: web.raw(b"\x16\x03\x01 nonsense\r\n\r\n"), Cause.BROKEN, "garbled"),
    "20,000 headers": (web.many_headers, Cause.BROKEN, "garbled"),
    "a circle": (lambda: web.redirect("/it"), Cause.WRONG, "circle"),
    "to a file": (lambda: web.redirect("file:///etc/passwd"), Cause.UNSAFE, "no page of the web"),
    "to another scheme": (lambda: web.redirect("gopher://127.0.0.1/x"), Cause.UNSAFE, "no page of the web"),
    "not found": (lambda: web.status(404), Cause.MISSING, "no such page"),
    "gone": (lambda: web.status(410), Cause.GONE, "for good"),
    "sign-in wanted": (lambda: web.status(401), Cause.SIGN_IN, "wants a sign-in"),
    "forbidden": (lambda: web.status(403), Cause.DENIED, "refuses this page"),
    "asked too often": (lambda: web.status(429, Retry_After="900"), Cause.BUSY, "left alone"),
    "out of service": (lambda: web.status(503), Cause.BUSY, "out of service"),
    "a fault": (lambda: web.status(500), Cause.SERVER, "fault of its own (500)"),
    "an odd code": (lambda: web.status(299), Cause.WRONG, "makes no sense"),
}  # fmt: skip


@pytest.mark.parametrize("name", [name for name in MISBEHAVING if name != "announced too large"])
def test_each_misbehaviour_is_told_in_a_sentence_that_names_the_host(server: WebServer, name: str) -> None:
    route, cause, words = MISBEHAVING[name]
    failure = failing(Ask(server.route("/it", route()), typed=HERE))
    assert (failure.cause, words in str(failure)) == (cause, True), str(failure)
    assert "127.0.0.1" in str(failure)


def test_what_announces_itself_as_too_large_is_not_begun(server: WebServer) -> None:
    failure = failing(Ask(server.route("/it", web.wrong_length("x", 500 * MIB)), typed=HERE))
    assert failure.cause is Cause.TOO_LARGE


def test_a_bomb_takes_little_memory(server: WebServer) -> None:
    url = server.route("/bomb", web.bomb(512))
    tracemalloc.start()
    assert "unpacks to far more" in str(failing(Ask(url, typed=HERE), limits=Limits()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 40 * MIB


def test_a_chain_of_redirects_is_followed_so_far_and_no_further(server: WebServer) -> None:
    for i in range(9):
        server.route(f"/{i}", web.redirect(f"/{i + 1}"))
    server.page("/9", "here")
    assert fetch(Ask(server.url("/6"), typed=HERE)).url == server.url("/9")
    assert failing(Ask(server.url("/0"), typed=HERE)).cause is Cause.WRONG


def test_only_redirects_for_ever_change_an_address(server: WebServer) -> None:
    server.page("/new", "here")
    moved = fetch(Ask(server.route("/old", web.redirect("/new", 301)), typed=HERE))
    lent = fetch(Ask(server.route("/lent", web.redirect("/new", 302)), typed=HERE))
    mixed = fetch(Ask(server.route("/mixed", web.redirect("/lent", 308)), typed=HERE))
    assert (moved.moved, lent.moved, mixed.moved) == (server.url("/new"), None, None)


def test_a_server_is_waited_for_as_it_asks_where_that_is_short(server: WebServer) -> None:
    url = server.route("/a", web.in_turn(web.status(503, Retry_After="1"), web.page("here")))
    assert fetch(Ask(url, typed=HERE)).content == b"here"
    assert server.count("/a") == 2


def test_a_server_that_asks_for_long_is_left_alone(server: WebServer) -> None:
    failure = failing(Ask(server.route("/a", web.status(429, Retry_After="3600")), typed=HERE))
    assert failure.retry_after_s == 3600 and failure.passes
    assert server.count("/a") == 1


def test_nobody_home(server: WebServer) -> None:
    server.close()
    failure = failing(Ask(server.url(), typed=HERE))
    assert failure.cause is Cause.UNREACHABLE and "cannot be reached" in str(failure)


@pytest.mark.parametrize(
    "spelling",
    ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.1", "0177.0.0.1", "[::ffff:127.0.0.1]", "0", "[::1]"],
)
def test_a_private_address_that_nobody_typed_is_not_asked(server: WebServer, spelling: str) -> None:
    server.page("/", "secret")
    failure = failing(Ask(f"http://{spelling}:{server.port}/"))
    assert failure.cause in {Cause.UNSAFE, Cause.UNREACHABLE, Cause.WRONG}
    assert not server.asked


def test_a_redirect_into_the_own_network_is_not_followed(server: WebServer) -> None:
    server.page("/router", "secret")
    url = server.route("/a", web.redirect(server.url("/router", host="localhost")))
    failure = failing(Ask(url, typed=HERE))
    assert failure.cause is Cause.UNSAFE and "did not type" in str(failure)
    assert server.count("/router") == 0


def test_a_kept_connection_gives_no_way_into_the_own_network(server: WebServer) -> None:
    """Even where another request, of a host that was typed, has left a connection open."""
    server.page("/router", "secret")

    async def go() -> None:
        fetcher = Fetcher(QUICK, proxies={})
        await fetcher.fetch(Ask(server.url("/router"), typed=HERE))
        with pytest.raises(FetchFailed):
            await fetcher.fetch(Ask(server.url("/router")))
        await fetcher.close()

    asyncio.run(go())
    assert server.count("/router") == 1


@pytest.mark.parametrize(
    "address",
    ["10.0.0.1", "192.168.1.1", "172.20.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255",
     "::1", "fe80::1", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "::10.0.0.1", "junk"],
)  # fmt: skip
def test_what_is_not_of_the_public_internet(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["9.9.9.9", "2620:fe::fe"])
def test_what_is(address: str) -> None:
    assert is_public(address)


def test_no_cookie_comes_back(server: WebServer) -> None:
    server.page("/a", "x", headers={"Set-Cookie": "id=1; Path=/"})

    async def go() -> None:
        fetcher = Fetcher(QUICK, proxies={})
        for _ in range(2):
            await fetcher.fetch(Ask(server.url("/a"), typed=HERE))
        await fetcher.close()

    asyncio.run(go())
    assert len(server.asked) == 2 and all("cookie" not in headers for _, headers in server.asked)


@pytest.mark.parametrize("certificate", ["expired", "self-signed", "for another site"])
def test_a_connection_that_cannot_be_trusted_is_refused_with_the_reason(tmp_path: Path, certificate: str) -> None:
    pem = web.certificate(
        tmp_path,
        host="example.org" if certificate == "for another site" else "127.0.0.1",
        expired=certificate == "expired",
    )
    trusted = ssl.create_default_context()
    if certificate != "self-signed":
        trusted.load_verify_locations(pem)
    with served(pem) as server:
        server.page("/", "secret")
        failure = failing(Ask(server.url(), typed=HERE), trusted=trusted)
    words = {"expired": "expired", "self-signed": "only for itself", "for another site": "for another site"}
    assert failure.cause is Cause.UNSAFE and words[certificate] in str(failure)


def test_no_way_leads_from_a_protected_address_to_an_unprotected_one(tmp_path: Path, server: WebServer) -> None:
    pem = web.certificate(tmp_path)
    trusted = ssl.create_default_context()
    trusted.load_verify_locations(pem)
    server.page("/plain", "x")
    with served(pem) as safe:
        safe.page("/ok", "fine")
        assert fetch(Ask(safe.url("/ok"), typed=HERE), trusted=trusted).content == b"fine"
        failure = failing(Ask(safe.route("/a", web.redirect(server.url("/plain"))), typed=HERE), trusted=trusted)
    assert failure.cause is Cause.UNSAFE and "unprotected" in str(failure)
    assert not server.asked


def test_a_sign_in_goes_to_its_own_host_alone(server: WebServer) -> None:
    with served() as other:
        other.page("/", "x")
        server.route("/a", web.redirect(other.url()))
        asked: list[Origin] = []

        def credentials(origin: Origin) -> SignIn | None:
            asked.append(origin)
            return SignIn(headers=(("Authorization", "Bearer geheim"),)) if origin.port == server.port else None

        fetch(Ask(server.url("/a"), typed=HERE), credentials=credentials)
        assert server.asked[0][1]["authorization"] == "Bearer geheim"
        assert "authorization" not in other.asked[0][1]
        assert [origin.port for origin in asked] == [server.port, other.port]
    assert "geheim" not in repr(credentials(asked[0]))


def test_a_proxy_of_the_system_is_used(server: WebServer) -> None:
    server.routes["http://news.example/a"] = web.page("by proxy")

    async def go() -> Got:
        fetcher = Fetcher(QUICK, proxies={"http": server.url()})
        try:
            return await fetcher.fetch(Ask("http://news.example/a"))
        finally:
            await fetcher.close()

    assert asyncio.run(go()).content == b"by proxy"


def test_never_more_at_once_than_allowed(server: WebServer) -> None:
    def slowly(handler: web.Handler) -> None:
        server.nap(0.05)
        web.page("x")(handler)

    server.route("/a", slowly)
    limits = Limits(connections=10, per_host=3)

    async def go() -> None:
        fetcher = Fetcher(limits, proxies={})
        await asyncio.gather(*(fetcher.fetch(Ask(server.url("/a"), typed=HERE)) for _ in range(20)))
        await fetcher.close()

    asyncio.run(go())
    assert server.most_at_once == 3
