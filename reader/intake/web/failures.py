"""Why a request came to nothing, as a sentence for a person, and what is to be done about it."""

from __future__ import annotations

import ssl
from enum import StrEnum

import httpx

from reader.article import VerbatimError, mark, tr
from reader.intake.web.limits import Limits


class Cause(StrEnum):
    """What went wrong, as far as anybody's next step depends on it."""

    UNREACHABLE = "unreachable"
    SLOW = "slow"
    BUSY = "busy"
    SERVER = "server"
    BROKEN = "broken"
    MISSING = "missing"
    GONE = "gone"
    DENIED = "denied"
    SIGN_IN = "sign-in"
    TOO_LARGE = "too large"
    UNSAFE = "unsafe"
    WRONG = "wrong"


PASSES = frozenset({Cause.UNREACHABLE, Cause.SLOW, Cause.BUSY, Cause.SERVER, Cause.BROKEN})
"""The causes that may be gone when it is tried again."""


class FetchFailed(VerbatimError):  # noqa: N818 - it is what happened
    """A request came to nothing. `retry_after_s` is how long the server asked to be left alone."""

    def __init__(self, cause: Cause, sentence: str, retry_after_s: float | None = None) -> None:
        super().__init__(sentence)
        self.cause = cause
        self.retry_after_s = retry_after_s

    @property
    def passes(self) -> bool:
        """Whether it is worth trying again later."""
        return self.cause in PASSES


_BY_STATUS: dict[int, tuple[Cause, str]] = {
    401: (Cause.SIGN_IN, mark("{host} wants a sign-in for this page; add your sign-in for {host}, or save the page in your browser.")),
    402: (Cause.DENIED, mark("{host} gives this page to subscribers alone; save it in your browser and drop the file here.")),
    403: (Cause.DENIED, mark("{host} refuses this page to programs like Verbatim; save it in your browser and drop the file here.")),
    404: (Cause.MISSING, mark("{host} has no such page (404); check the address.")),
    405: (Cause.WRONG, mark("{host} does not give this page when asked for it (405); open it in your browser.")),
    407: (Cause.SIGN_IN, mark("The proxy between you and {host} wants a sign-in; add it, or change the proxy of your system.")),
    410: (Cause.GONE, mark("{host} has taken this page away for good (410).")),
    429: (Cause.BUSY, mark("{host} was asked too often and wants to be left alone for a while; it is asked again later.")),
    451: (Cause.DENIED, mark("{host} may not show this page where you are, for legal reasons (451).")),
    503: (Cause.BUSY, mark("{host} is out of service for the moment; it is asked again later.")),
}  # fmt: skip


def failure_of_status(status: int, host: str, retry_after_s: float | None) -> FetchFailed:
    """The failure that a status code of an answer means."""
    cause, sentence = _BY_STATUS.get(status) or (
        (Cause.SERVER, mark("{host} has a fault of its own ({status}); it is asked again later."))
        if status >= 500
        else (
            Cause.WRONG,
            mark("{host} answered in a way that makes no sense here ({status}); open the page in your browser."),
        )
    )
    return FetchFailed(cause, tr(sentence, host=host, status=status), retry_after_s)


_TLS: dict[int, str] = {
    10: mark("its certificate has expired"),
    18: mark("its certificate vouches only for itself"),
    19: mark("its certificate is vouched for by nobody this machine trusts"),
    20: mark("its certificate is vouched for by nobody this machine trusts"),
    62: mark("its certificate is for another site"),
    64: mark("its certificate is for another site"),
}
"""What OpenSSL's codes of failed checks mean."""


def failure_of_certificate(code: int | None, host: str) -> FetchFailed:
    """The failure of a connection that cannot be trusted."""
    why = tr(_TLS.get(code or 0, mark("the secure connection could not be made")))
    return FetchFailed(
        Cause.UNSAFE,
        tr(
            "{host} cannot be trusted: {why}. Nothing was loaded; try again later, or ask who runs the site.",
            host=host,
            why=why,
        ),
    )


def failure_of_connection(error: Exception, host: str, limits: Limits) -> FetchFailed:
    """What an error of the connection means for a person."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return failure_of_certificate(cause.verify_code, host)
        if isinstance(cause, ssl.SSLError):
            return failure_of_certificate(None, host)
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, httpx.ConnectTimeout):
        return FetchFailed(
            Cause.UNREACHABLE, tr("{host} did not answer within {n} seconds.", host=host, n=round(limits.connect_s))
        )
    if isinstance(error, httpx.TimeoutException):
        return FetchFailed(
            Cause.SLOW, tr("{host} stopped in the middle of its answer; it is asked again later.", host=host)
        )
    if isinstance(error, httpx.ProxyError):
        return FetchFailed(
            Cause.UNREACHABLE,
            tr("The proxy between you and {host} refuses; check the proxy of your system.", host=host),
        )
    if isinstance(error, httpx.ConnectError | OSError):
        return FetchFailed(
            Cause.UNREACHABLE, tr("{host} cannot be reached; it is down, or you are offline.", host=host)
        )
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol):
        return FetchFailed(
            Cause.WRONG, tr("{host} has an address that cannot be opened; check how it is written.", host=host)
        )
    return FetchFailed(
        Cause.BROKEN, tr("{host} broke its answer off or garbled it; it is asked again later.", host=host)
    )
