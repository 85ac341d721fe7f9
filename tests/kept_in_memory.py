"""Keyrings for tests: one that lives as long as the test, one that other processes of the test see too."""

from __future__ import annotations

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


class InMemory(KeyringBackend):
    """Keeps what it is given in a mapping; `asked` is how often it was asked for a password."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[tuple[str, str], str] = {}
        self.asked = 0

    def get_password(self, service: str, username: str) -> str | None:
        self.asked += 1
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.held.pop((service, username), None) is None:
            raise PasswordDeleteError("not there")


class InFile(KeyringBackend):
    """Keeps what it is given in the file that KEYRING_FILE names: the test's stand-in for what the system keeps."""

    priority = 5  # type: ignore[assignment]

    def get_password(self, service: str, username: str) -> str | None:
        return self._held().get(f"{service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        self._file().write_text(json.dumps({**self._held(), f"{service} {username}": password}), "utf-8")

    def delete_password(self, service: str, username: str) -> None:
        self._file().write_text(
            json.dumps({k: v for k, v in self._held().items() if k != f"{service} {username}"}), "utf-8"
        )

    def _file(self) -> Path:
        return Path(os.environ["KEYRING_FILE"])

    def _held(self) -> dict[str, str]:
        return dict(json.loads(self._file().read_text("utf-8"))) if self._file().exists() else {}
