"""What accounts are signed in with: in the system's keyring, or for this session alone, and nowhere else."""

from __future__ import annotations

import json
import threading
from contextlib import suppress

from reader.accounts.service import Credential
from reader.accounts.sign_ins import NoKeyring, keyring_deletes, keyring_gives, keyring_keeps

SERVICE = "Verbatim account"


class Credentials:
    """Keeps and gives what accounts are signed in with; use it from any thread. It may wait for the keyring to be
    unlocked, so not from the window's."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[str, Credential] = {}

    def keep(self, account: str, credential: Credential, *, for_session: bool = False) -> None:
        """Keeps it; NoKeyring where only this session can."""
        if not for_session:
            held = {"user": credential.user, "secrets": dict(credential.secrets)}
            keyring_keeps(SERVICE, account, json.dumps(held))
        with self._lock:
            self._known[account] = credential

    def of(self, account: str) -> Credential | None:
        """What an account is signed in with; None where nothing is kept. NoKeyring where the keyring does not answer."""
        with self._lock:
            if account in self._known:
                return self._known[account]
        kept = keyring_gives(SERVICE, account)
        with suppress(ValueError, TypeError, KeyError, AttributeError):
            held = json.loads(kept or "")
            found = Credential(str(held["user"]), {str(k): str(v) for k, v in held["secrets"].items()})
            with self._lock:
                self._known[account] = found
            return found
        return None

    def remove(self, account: str) -> None:
        """Forgets it, in the keyring too; one that does not answer has to be asked by the reader later."""
        with self._lock:
            self._known.pop(account, None)
        with suppress(NoKeyring):
            keyring_deletes(SERVICE, account)
