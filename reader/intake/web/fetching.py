"""One page or feed from the web: asked politely, within limits, followed through redirects, told in a sentence if it fails.

HTTP/2 and kept connections by httpx; the body is streamed raw into our own bounded unpacking, because httpx's own gives
pieces of any size, and a total deadline holds against servers that let a byte through now and then.
"""

from __future__ import annotations

import asyncio
import ssl
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.cookiejar import CookieJar, DefaultCookiePolicy
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import certifi
import httpcore
import httpx

import reader
from reader.article import host_of, tr
from reader.intake.web.failures import Cause, FetchFailed, failure_of_connection, failure_of_status
from reader.intake.web.guard import GuardedBackend, PrivateAddress, UnknownName, require_public
from reader.intake.web.limits import LIMITS, Limits
from reader.intake.web.signing_in import Credentials, Origin, SignIn, nobody
from reader.intake.web.unpacking import Unpacked

USER_AGENT = f"Verbatim/{reader.__version__} (desktop news reader)"
PAGE = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5"
FEED = (
    "application/atom+xml,application/rss+xml,application/feed+json,application/rdf+xml,application/xml;q=0.9,*/*;q=0.5"
)
PICTURE = "image/webp,image/png,image/jpeg,image/gif;q=0.8"
ANYTHING = "*/*"
_REDIRECTS = {301, 302, 303, 307, 308}
_FOR_EVER = {301, 308}
_PORTS = {"http": 80, "https": 443}

Begin = Callable[[], Awaitable[None]]


@dataclass(frozen=True)
class Ask:
    """What is asked for. `typed` are the hosts that the reader typed: they alone may lie in a private network.

    `etag` and `modified` are what the server said of the version that is here already. `wire_bytes` bounds it further.
    """

    url: str
    accept: str = PAGE
    typed: frozenset[str] = frozenset()
    etag: str | None = None
    modified: str | None = None
    wire_bytes: int | None = None


@dataclass(frozen=True)
class Got:
    """What came: `unchanged` where the server says that the version of the `Ask` is still the newest.

    `moved` is the address that it has for ever from now on, where all redirects said so.
    """

    url: str
    content: bytes = field(repr=False)
    media_type: str
    charset: str | None
    etag: str | None
    modified: str | None
    unchanged: bool = False
    moved: str | None = None
    fresh_s: float = 0


@dataclass(frozen=True)
class _Redirect:
    to: str
    for_ever: bool


class Fetcher:
    """Makes requests, never more at once than the limits allow. Use it within one event loop, and close it."""

    def __init__(
        self,
        limits: Limits = LIMITS,
        credentials: Credentials = nobody,
        proxies: Mapping[str, str] | None = None,
        trusted: ssl.SSLContext | None = None,
    ) -> None:
        self.limits = limits
        self._credentials = credentials
        self._proxies = getproxies() if proxies is None else dict(proxies)
        self._trusted = trusted or trusted_certificates()
        self._clients: dict[str, httpx.AsyncClient] = {}
        self._all = asyncio.Semaphore(limits.connections)
        self._hosts: dict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(limits.per_host))

    async def close(self) -> None:
        """Lets go of all connections."""
        clients, self._clients = self._clients, {}
        for client in clients.values():
            await client.aclose()

    async def fetch(self, ask: Ask, begin: Begin | None = None) -> Got:
        """What was asked for; FetchFailed, in one sentence, where it cannot be had.

        `begin` is awaited each time that its host's turn has come, before anything is asked: until then it holds nothing.
        """
        for attempt in range(1, self.limits.attempts + 1):
            try:
                return await self._followed(ask, begin)
            except FetchFailed as failure:
                wait = failure.retry_after_s if failure.retry_after_s is not None else 0.5 * attempt
                again = failure.cause in {Cause.BUSY, Cause.SERVER, Cause.BROKEN} or (
                    failure.cause is Cause.UNREACHABLE and attempt == 1
                )
                if not again or attempt == self.limits.attempts or wait > self.limits.retry_after_s:
                    raise
                await asyncio.sleep(wait)
        raise AssertionError("unreachable")

    async def _followed(self, ask: Ask, begin: Begin | None) -> Got:
        url, for_ever, spent = ask.url, True, 0.0
        seen = {url}
        for hop in range(self.limits.redirects + 1):
            self._require_allowed(url, ask)
            came, took = await self._in_turn(url, ask, self.limits.total_s - spent, begin)
            spent += took
            if isinstance(came, Got):
                return came if hop == 0 or not for_ever else replace(came, moved=came.url)
            for_ever = for_ever and came.for_ever
            target = urljoin(url, came.to)
            if urlsplit(url).scheme == "https" and urlsplit(target).scheme == "http":
                raise FetchFailed(
                    Cause.UNSAFE,
                    tr(
                        "{host} sends on to an unprotected address ({to}); it was not followed.",
                        host=host_of(url),
                        to=host_of(target),
                    ),
                )
            if target in seen:
                raise FetchFailed(
                    Cause.WRONG,
                    tr("{host} sends round in a circle; open the address in your browser.", host=host_of(url)),
                )
            seen.add(target)
            url = target
        raise FetchFailed(
            Cause.WRONG, tr("{host} sends on from address to address without end.", host=host_of(ask.url))
        )

    def _require_allowed(self, url: str, ask: Ask) -> None:
        try:
            parts = urlsplit(url)
            known = parts.scheme in _PORTS and bool(parts.hostname) and parts.port != 0
        except ValueError:
            known = False
        if not known:
            raise FetchFailed(
                Cause.UNSAFE,
                tr(
                    "{host} sends on to something that is no page of the web; it was not followed.",
                    host=host_of(ask.url),
                ),
            )

    async def _in_turn(self, url: str, ask: Ask, seconds: float, begin: Begin | None) -> tuple[Got | _Redirect, float]:
        """One request, when its host and the whole have a connection free, and how long it took without waiting for
        that."""
        parts = urlsplit(url)
        host = host_of(url)
        async with self._hosts[f"{host}:{parts.port}"]:
            if begin is not None:
                await begin()
            async with self._all:
                begun = asyncio.get_running_loop().time()
                came = await self._in_time(url, host, ask, seconds)
                return came, asyncio.get_running_loop().time() - begun

    async def _in_time(self, url: str, host: str, ask: Ask, seconds: float) -> Got | _Redirect:
        """One request, broken off after so many seconds."""
        try:
            async with asyncio.timeout(max(0.1, seconds)):
                return await self._asked(url, host, ask)
        except TimeoutError:
            raise FetchFailed(
                Cause.SLOW,
                tr(
                    "{host} took longer than {n} seconds; it is asked again later.",
                    host=host,
                    n=round(self.limits.total_s),
                ),
            ) from None
        except PrivateAddress:
            raise FetchFailed(
                Cause.UNSAFE,
                tr(
                    "{host} lies in your own network, and you did not type that address yourself; it was not asked.",
                    host=host,
                ),
            ) from None
        except UnknownName as unknown:
            what = (
                tr("{host} could not be looked up; you seem to be offline.", host=host)
                if unknown.for_now
                else tr("There is no site called {host}, or you are offline.", host=host)
            )
            raise FetchFailed(Cause.UNREACHABLE, what) from None
        except (httpx.TransportError, httpx.InvalidURL, httpcore.UnsupportedProtocol, OSError) as error:
            raise failure_of_connection(error, host, self.limits) from error

    async def _asked(self, url: str, host: str, ask: Ask) -> Got | _Redirect:
        origin = _origin(url)
        signed = await self._sign_in(origin)
        client = await self._client_for(origin, local=host in ask.typed)
        request = client.build_request("GET", url, headers=_headers(ask, signed))
        response = await client.send(request, stream=True, auth=_auth(signed))
        try:
            return await self._read(response, host, ask)
        finally:
            await response.aclose()

    async def _read(self, response: httpx.Response, host: str, ask: Ask) -> Got | _Redirect:
        headers = response.headers
        status = response.status_code
        if status in _REDIRECTS and headers.get("location"):
            return _Redirect(headers["location"], status in _FOR_EVER)
        if status != 200 and not (status == 304 and (ask.etag or ask.modified)):
            raise failure_of_status(status, host, retry_after_of(headers.get("retry-after")))
        content = b""
        if status == 200:
            limits = self.limits
            wire = min(limits.wire_bytes, ask.wire_bytes or limits.wire_bytes)
            declared = headers.get("content-length", "")
            body = Unpacked(host, headers.get("content-encoding", "").strip().lower(), replace(limits, wire_bytes=wire))
            if declared.isdigit() and int(declared) > wire:
                raise body.too_large(wire)
            async for chunk in response.aiter_raw(64 * 1024):
                body.take(chunk)
            content = body.whole()
        media_type, charset = _content_type(headers.get("content-type", ""))
        return Got(
            url=str(response.url),
            content=content,
            media_type=media_type,
            charset=charset,
            etag=_short(headers.get("etag")) or (ask.etag if status == 304 else None),
            modified=_short(headers.get("last-modified")) or (ask.modified if status == 304 else None),
            unchanged=status == 304,
            fresh_s=_fresh(headers.get("cache-control", "")),
        )

    async def _client_for(self, origin: Origin, *, local: bool) -> httpx.AsyncClient:
        """The client for a host: through the system's proxy, straight into a private network, or to the public one."""
        proxy = None if local else self._proxy_for(origin)
        if proxy is not None:
            if _is_literal(origin.host):  # a name is the proxy's to resolve; an address can be looked at here
                await require_public(origin.host, origin.port)
            known = "@" in urlsplit(proxy).netloc or proxy in self._clients
            signed = None if known else await self._sign_in(_origin(proxy)._replace(scheme="proxy"))
            through = httpx.Proxy(proxy, auth=(signed.user, signed.password) if signed and signed.user else None)
            return self._client(proxy, GuardedBackend(local=True), through)
        return self._client("local" if local else "public", GuardedBackend(local=local), None)

    async def _sign_in(self, origin: Origin) -> SignIn | None:
        """The sign-in for a host; who keeps them may have to ask the reader, and is waited for beside the others."""
        if self._credentials is nobody:
            return None
        return await asyncio.to_thread(self._credentials, origin)

    def _proxy_for(self, origin: Origin) -> str | None:
        proxy = self._proxies.get(origin.scheme) or self._proxies.get("all")
        if not proxy or _bypassed(origin.host):
            return None
        return proxy if "://" in proxy else f"http://{proxy}"

    def _client(self, name: str, backend: GuardedBackend, proxy: httpx.Proxy | None) -> httpx.AsyncClient:
        if name not in self._clients:
            limits = self.limits
            pool = httpx.Limits(max_connections=limits.connections, max_keepalive_connections=limits.connections)
            transport = httpx.AsyncHTTPTransport(
                verify=self._trusted, http2=True, limits=pool, proxy=proxy, trust_env=False
            )
            transport._pool._network_backend = backend
            self._clients[name] = httpx.AsyncClient(
                transport=transport,
                timeout=httpx.Timeout(limits.read_s, connect=limits.connect_s),
                follow_redirects=False,
                trust_env=False,
                cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            )
        return self._clients[name]


def trusted_certificates() -> ssl.SSLContext:
    """Whom this machine trusts: the system's own list, and Mozilla's where the system has none."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _origin(url: str) -> Origin:
    parts = urlsplit(url)
    return Origin(parts.scheme, host_of(url), parts.port or _PORTS.get(parts.scheme, 0))


def _headers(ask: Ask, signed: SignIn | None) -> list[tuple[str, str]]:
    headers = [("User-Agent", USER_AGENT), ("Accept", ask.accept), ("Accept-Encoding", "gzip")]
    if ask.etag:
        headers.append(("If-None-Match", ask.etag))
    if ask.modified:
        headers.append(("If-Modified-Since", ask.modified))
    return [*headers, *(signed.headers if signed else ())]


def _auth(signed: SignIn | None) -> httpx.Auth | None:
    if signed is None or not signed.user:
        return None
    return (httpx.DigestAuth if signed.digest else httpx.BasicAuth)(signed.user, signed.password)


def _short(value: str | None) -> str | None:
    return value if value and len(value) <= 500 and value.isprintable() else None


def _content_type(value: str) -> tuple[str, str | None]:
    kind, *parameters = value.split(";")
    for parameter in parameters:
        name, _, said = parameter.partition("=")
        if name.strip().lower() == "charset" and said:
            return kind.strip().lower(), said.strip().strip("\"'")[:40] or None
    return kind.strip().lower(), None


def retry_after_of(value: str | None) -> float | None:
    """How long a server asks to be left alone: in seconds, or until a date."""
    if not value:
        return None
    value = value.strip()
    if value.isdigit():
        return min(float(value[:9]), 30 * 86_400.0)
    try:
        until = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return min(max(0.0, (until - datetime.now(UTC)).total_seconds()), 30 * 86_400.0)


def _fresh(cache_control: str) -> float:
    for part in cache_control.split(","):
        name, _, value = part.strip().partition("=")
        if name.lower() == "max-age" and value.isdigit():
            return min(float(value[:9]), 86_400.0)
    return 0.0


def _bypassed(host: str) -> bool:
    return host in {"localhost", "::1"} or host.startswith("127.") or bool(proxy_bypass(host))


def _is_literal(host: str) -> bool:
    return ":" in host or host == "localhost" or not any(letter in host.lower() for letter in "ghijklmnopqrstuvwyz")
