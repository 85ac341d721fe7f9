"""A keyring that lives as long as the test."""

from __future__ import annotations

from keyring.backend import KeyringBackend


class InMemory(KeyringBackend):
    """Keeps what it is given in a mapping."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.held[service, username]
