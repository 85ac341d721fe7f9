"""Sign-ins for sites and proxies, kept in the system's keyring or for this session alone.

The library's folder holds only which hosts have one (`sign-ins.json`), so that no keyring is unlocked for a host that
has none. A secret goes to the host it was given for, over https; a proxy's goes to that proxy.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reader.article import VerbatimError, host_of, mark, tr, typed_address
from reader.intake.web.signing_in import Origin, SignIn

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Verbatim sign-in"
PROXY = "proxy"
"""The scheme of an origin that is a proxy, so that its password never goes to a page of the same host."""
MAX_CHARACTERS = 8000
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_NOT_TO_SET = frozenset({"host", "content-length", "transfer-encoding", "connection", "accept-encoding"})


class How(StrEnum):
    """How a site is told who the reader is."""

    BASIC = "basic"
    DIGEST = "digest"
    BEARER = "bearer"
    COOKIE = "cookie"
    HEADER = "header"
    PROXY = "proxy"


NAMES = {
    How.BASIC: mark("Name and password"), How.DIGEST: mark("Name and password (Digest)"), How.BEARER: mark("Token"),
    How.COOKIE: mark("Cookie"), How.HEADER: mark("Header"), How.PROXY: mark("Password of a proxy"),
}  # fmt: skip


@dataclass(frozen=True)
class Secret:
    """What the reader typed: the user's name, or for a header its name, and the secret. `repr` shows nothing of it."""

    how: How
    name: str = field(default="", repr=False)
    secret: str = field(default="", repr=False)


class SignInError(VerbatimError):
    """A sign-in cannot be kept, read or used."""


class NoKeyring(SignInError):  # noqa: N818 - it is what happened, and reads so at the `except`
    """There is no keyring to keep a sign-in in, or it does not answer; this session can still keep it."""


class SignIns:
    """Answers which sign-in goes to a host (`reader.intake.web.Credentials`); use it from any thread.

    Making one touches no keyring. `tell` hears, once, that the keyring did not give what it keeps.
    """

    def __init__(self, folder: Path, tell: Callable[[str], None] = lambda _sentence: None) -> None:
        self._file = folder / "sign-ins.json"
        self._tell = tell
        self._lock = threading.RLock()
        self._kept = _read_list(self._file)
        self._known: dict[Origin, SignIn] = {}
        self._session: dict[Origin, How] = {}
        self._refused = False

    def __call__(self, origin: Origin) -> SignIn | None:
        """The sign-in for this host, never over plain http; a locked keyring asks the reader meanwhile."""
        if origin.scheme not in {"https", PROXY}:
            return None
        with self._lock:
            if origin in self._known:
                return self._known[origin]
            if self._refused or origin not in self._kept:
                return None
            try:
                secret = _from_keyring(origin)
            except NoKeyring as error:
                self._refused = True
                self._tell(str(error))
                return None
            if secret is not None:
                self._known[origin] = sign_in_of(secret)
            return self._known.get(origin)

    def hosts(self) -> dict[Origin, tuple[How, bool]]:
        """Which hosts have a sign-in, how, and whether it is for this session alone."""
        kept, session = self._kept, dict(self._session)  # without the lock: it is held while a keyring asks the reader
        return {host: (how, False) for host, how in kept.items()} | {host: (how, True) for host, how in session.items()}

    def keep(self, origin: Origin, secret: Secret, *, for_session: bool = False) -> None:
        """Keeps a sign-in. It may wait for the reader to unlock the keyring, so call it off the window's thread.

        SignInError where it cannot be sent, NoKeyring where only this session can keep it.
        """
        sign_in = sign_in_of(secret)
        with self._lock:
            if for_session:
                self._session[origin] = secret.how
            else:
                _into_keyring(origin, secret)
                self._session.pop(origin, None)
                self._write({**self._kept, origin: secret.how})
                self._refused = False
            self._known[origin] = sign_in

    def remove(self, origin: Origin) -> None:
        """Forgets a sign-in, in the keyring too. NoKeyring where the keyring does not let it."""
        with self._lock:
            self._session.pop(origin, None)
            if origin in self._kept:
                _out_of_keyring(origin)
                self._write({host: how for host, how in self._kept.items() if host != origin})
            self._known.pop(origin, None)

    def _write(self, kept: dict[Origin, How]) -> None:
        rows = [[*origin, str(how)] for origin, how in kept.items()]
        made = self._file.with_suffix(".new")
        try:
            made.write_text(json.dumps(rows), encoding="utf-8")
            made.replace(self._file)
        except OSError as error:
            raise SignInError(
                tr("{name} cannot be written: {why}.", name=self._file.name, why=error.strerror or error)
            ) from error
        self._kept = kept


def origin_of(address: str, how: How) -> Origin:
    """The host that a typed address names. UnreadableInput or SignInError where none can be signed in to there."""
    parts = urlsplit(typed_address(address))
    host = host_of(parts.geturl())
    if how is How.PROXY:
        if parts.port is None:
            raise SignInError(tr("{host} needs its port: type it like {host}:3128.", host=host))
        return Origin(PROXY, host, parts.port)
    if parts.scheme != "https":
        raise SignInError(tr("{host} would get the sign-in unprotected; only https can be signed in to.", host=host))
    return Origin("https", host, parts.port or 443)


def sign_in_of(secret: Secret) -> SignIn:
    """What is sent. SignInError where it cannot be."""
    value = secret.secret if secret.how in {How.BASIC, How.DIGEST, How.PROXY} else secret.secret.strip()
    if not value or len(value) > MAX_CHARACTERS or re.search(r"[\x00-\x08\x0a-\x1f\x7f]", value + secret.name):
        raise SignInError(tr("This sign-in is empty, too long or holds line breaks; check what you typed."))
    if secret.how in {How.BASIC, How.DIGEST, How.PROXY}:
        if not secret.name or (":" in secret.name and secret.how is not How.DIGEST):
            raise SignInError(tr("The name is missing, or holds a colon; check what you typed."))
        return SignIn(user=secret.name, password=value, digest=secret.how is How.DIGEST)
    if not value.isascii():
        raise SignInError(tr("A token, cookie or header holds plain letters and signs only; check what you typed."))
    if secret.how is How.BEARER:
        return SignIn(headers=(("Authorization", f"Bearer {value}"),))
    if secret.how is How.COOKIE:
        return SignIn(headers=(("Cookie", value),))
    if _HEADER_NAME.fullmatch(secret.name) is None or secret.name.lower() in _NOT_TO_SET:
        raise SignInError(tr("A header needs a name like X-Api-Key; check what you typed."))
    return SignIn(headers=((secret.name, value),))


def _backend() -> KeyringBackend:
    """The system's keyring; NoKeyring where there is none, or only one that keeps passwords in a plain file."""
    try:
        import keyring  # here, because it takes a third of a second, which the start need not

        backend = keyring.get_keyring()
        usable = backend.priority >= 1 and not type(backend).__module__.startswith("keyrings.alt")
    except Exception as error:  # a broken back end fails in any way it likes
        raise _no_keyring() from error
    if not usable:
        raise _no_keyring()
    return backend


def _no_keyring() -> NoKeyring:
    return NoKeyring(
        tr("This system has no keyring that Verbatim can use; a sign-in can be kept for this session only.")
    )


def _failed(error: Exception) -> NoKeyring:
    from keyring.errors import KeyringLocked

    if isinstance(error, KeyringLocked):
        return NoKeyring(tr("The keyring stayed locked; unlock it, or keep the sign-in for this session only."))
    return NoKeyring(tr("The keyring does not answer; a sign-in can be kept for this session only."))


def keyring_gives(service: str, name: str) -> str | None:
    """What the keyring keeps under a name; NoKeyring where it does not answer."""
    try:
        return _backend().get_password(service, name)
    except NoKeyring:
        raise
    except Exception as error:  # as above: D-Bus, Keychain and the vault each raise their own
        raise _failed(error) from error


def keyring_keeps(service: str, name: str, secret: str) -> None:
    """Puts a secret into the keyring; NoKeyring where it does not take it."""
    try:
        _backend().set_password(service, name, secret)
    except NoKeyring:
        raise
    except Exception as error:
        raise _failed(error) from error


def keyring_deletes(service: str, name: str) -> None:
    """Takes a secret out of the keyring; NoKeyring where it does not answer."""
    from keyring.errors import PasswordDeleteError

    try:
        _backend().delete_password(service, name)
    except NoKeyring:
        raise
    except PasswordDeleteError:
        pass  # it is gone already
    except Exception as error:
        raise _failed(error) from error


def _from_keyring(origin: Origin) -> Secret | None:
    kept = keyring_gives(SERVICE, _key(origin))
    with suppress(ValueError, TypeError, KeyError):
        held = json.loads(kept or "")
        return Secret(How(held["how"]), str(held["name"]), str(held["secret"]))
    return None


def _into_keyring(origin: Origin, secret: Secret) -> None:
    keyring_keeps(SERVICE, _key(origin), json.dumps(asdict(secret)))


def _out_of_keyring(origin: Origin) -> None:
    keyring_deletes(SERVICE, _key(origin))


def _key(origin: Origin) -> str:
    return f"{origin.scheme}://{origin.host}:{origin.port}"


def _read_list(file: Path) -> dict[Origin, How]:
    """Which hosts have a sign-in; a list that is damaged is an empty one, and never stops the start."""
    with suppress(OSError, ValueError, TypeError, RecursionError):
        rows = json.loads(file.read_text(encoding="utf-8"))
        return {Origin(str(scheme), str(host), int(port)): How(how) for scheme, host, port, how in rows}
    return {}
