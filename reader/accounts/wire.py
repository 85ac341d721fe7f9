"""Requests to one service: any method, signed, within limits, to its own host alone; every failure is a sentence."""

from __future__ import annotations

import functools
import ipaddress
import json
import ssl
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies

import httpx

from reader.article import UnreadableInput, VerbatimError, host_of, tr, typed_address
from reader.intake.web.failures import Cause, FetchFailed, failure_of_connection, failure_of_status
from reader.intake.web.fetching import USER_AGENT, retry_after_of, trusted_certificates
from reader.intake.web.limits import LIMITS, Limits
from reader.intake.web.unpacking import Unpacked

Fields = Sequence[tuple[str, str]]
_ATTEMPTS = 3
_REDIRECTS = {301, 302, 303, 307, 308}


class AccountError(VerbatimError):
    """Something is wrong with an account that asking again will not mend."""


class Refused(AccountError):  # noqa: N818 - it is what happened
    """A service does not take the sign-in, or no longer."""


@dataclass(frozen=True)
class Answer:
    """What a service answered."""

    status: int
    headers: Mapping[str, str]
    content: bytes = field(repr=False)
    host: str = ""

    def text(self) -> str:
        return self.content.decode("utf-8", "replace")

    def json(self) -> Any:
        """The JSON in it; AccountError where there is none, as of a page that is no service at all."""
        try:
            return json.loads(self.content)
        except (ValueError, RecursionError):
            raise _no_service(self.host) from None

    def object(self) -> dict[str, Any]:
        """The JSON object in it."""
        found = self.json()
        if not isinstance(found, dict):
            raise _no_service(self.host)
        return found

    def list(self) -> list[Any]:
        """The JSON list in it."""
        found = self.json()
        if not isinstance(found, list):
            raise _no_service(self.host)
        return found


class Wire:
    """Asks one service, from one thread; close it. `headers` go with every request, and to no other host."""

    def __init__(self, address: str, *, limits: Limits = LIMITS, trusted: ssl.SSLContext | None = None) -> None:
        self.address = service_address(address)
        self.host = host_of(self.address)
        self.headers: dict[str, str] = {}
        self._limits = limits
        local = _is_here(self.host)
        self._client = httpx.Client(
            http2=True,
            verify=trusted or _trusted(),
            timeout=httpx.Timeout(limits.read_s, connect=limits.connect_s),
            follow_redirects=False,
            trust_env=False,
            proxy=None if local else getproxies().get(urlsplit(self.address).scheme),
        )

    def close(self) -> None:
        """Lets go of all connections."""
        self._client.close()

    def get(self, path: str, params: Fields = ()) -> Answer:
        return self.ask("GET", path, params=params)

    def ask(
        self, method: str, path: str, *, params: Fields = (), form: Fields | None = None, body: object = None,
        content: bytes | None = None, headers: Mapping[str, str] | None = None, allowed: Sequence[int] = (),
    ) -> Answer:  # fmt: skip
        """Asks, with fields in the address, a form, a JSON `body` or plain `content`.

        An answer that says no is a Refused, one that says anything else but yes a FetchFailed, unless its code is
        `allowed`. Where a service asks to be left alone for a short while, it is.
        """
        url = path if "://" in path else f"{self.address}/{path.lstrip('/')}"
        for attempt in range(1, _ATTEMPTS + 1):
            answer = self._followed(method, url, params, form, body, content, headers)
            if 200 <= answer.status < 300 or answer.status in allowed:
                return answer
            if answer.status in (401, 403):
                raise Refused(
                    tr("{host} does not take the sign-in; check name and password, or the token.", host=self.host)
                )
            wait = retry_after_of(answer.headers.get("retry-after"))
            waits = answer.status in (429, 503) and wait is not None and wait <= self._limits.retry_after_s
            if not waits or attempt == _ATTEMPTS:
                raise _failure(answer.status, self.host, wait)
            time.sleep(wait or 0)
        raise AssertionError("unreachable")

    def _followed(
        self, method: str, url: str, params: Fields, form: Fields | None, body: object, content: bytes | None,
        headers: Mapping[str, str] | None,
    ) -> Answer:  # fmt: skip
        for _ in range(self._limits.redirects + 1):
            self._require_own(url)
            request = self._client.build_request(
                method,
                url,
                params=list(params) or None,
                data=_grouped(form),
                json=body,
                content=content,
                headers={
                    "User-Agent": USER_AGENT, "Accept": "application/json, text/plain, */*;q=0.5",
                    "Accept-Encoding": "gzip", **self.headers, **(headers or {}),
                },
            )  # fmt: skip
            answer = self._sent(request)
            to = answer.headers.get("location")
            if answer.status not in _REDIRECTS or not to:
                return answer
            if method != "GET":
                target = urljoin(url, to)
                raise AccountError(
                    tr("{host} sends on to {to}; give the account that address.", host=self.host, to=_shown(target))
                )
            url, params = urljoin(url, to), ()
        raise FetchFailed(Cause.WRONG, tr("{host} sends on from address to address without end.", host=self.host))

    def _require_own(self, url: str) -> None:
        """No request, and no secret, goes to another host or to an unprotected address of this one."""
        wanted, own = urlsplit(url), urlsplit(self.address)
        if (wanted.scheme, wanted.netloc.lower()) != (own.scheme, own.netloc.lower()):
            raise AccountError(
                tr("{host} sends on to {to}; give the account that address.", host=self.host, to=_shown(url))
            )

    def _sent(self, request: httpx.Request) -> Answer:
        ends = time.monotonic() + self._limits.total_s
        try:
            response = self._client.send(request, stream=True)
            try:
                encoding = response.headers.get("content-encoding", "").strip().lower()
                read = Unpacked(self.host, encoding, self._limits)
                for chunk in response.iter_raw(64 * 1024):
                    read.take(chunk)
                    if time.monotonic() > ends:
                        raise FetchFailed(
                            Cause.SLOW, tr("{host} took too long; it is asked again later.", host=self.host)
                        )
                return Answer(response.status_code, response.headers, read.whole(), self.host)
            finally:
                response.close()
        except (httpx.TransportError, httpx.InvalidURL, OSError) as error:
            raise failure_of_connection(error, self.host, self._limits) from error


def service_address(typed: str) -> str:
    """The address of a service as it was typed, without a slash at its end. Unprotected ones only on this machine.

    UnreadableInput or AccountError where it is none, or would carry the secret in the open.
    """
    address = typed_address(typed).rstrip("/")
    parts = urlsplit(address)
    if parts.scheme != "https" and not _is_here(host_of(address)):
        raise AccountError(
            tr("{host} would get the password unprotected; only https can be used.", host=host_of(address))
        )
    if parts.username or parts.password or parts.query:
        raise UnreadableInput(
            tr("{typed} is no address of a service; leave out all after its path.", typed=parts.netloc)
        )
    return address


@functools.cache
def _trusted() -> ssl.SSLContext:
    return trusted_certificates()


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _grouped(form: Fields | None) -> dict[str, list[str]] | None:
    if form is None:
        return None
    grouped: dict[str, list[str]] = {}
    for name, value in form:
        grouped.setdefault(name, []).append(value)
    return grouped


def _shown(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}{parts.path}"[:120]


def _failure(status: int, host: str, wait: float | None) -> VerbatimError:
    if status == 404:
        return AccountError(tr("{host} has no such service there (404); check the address of the account.", host=host))
    if status in (400, 405, 422):
        return AccountError(
            tr("{host} does not understand what Verbatim asks ({n}); is it of another kind?", host=host, n=status)
        )
    return failure_of_status(status, host, wait)


def _no_service(host: str) -> AccountError:
    return AccountError(tr("{host} answers, but not as such a service; check the address and the kind.", host=host))
