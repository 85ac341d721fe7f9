"""How much a server may give, and how long it may take: no server gets more of this machine than these."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """`total_s` bounds one whole request, whatever trickles in; `wire_bytes` what is sent, `bytes` what it unpacks to."""

    connect_s: float = 10
    read_s: float = 20
    total_s: float = 60
    wire_bytes: int = 15 * MIB
    bytes: int = 50 * MIB
    ratio: int = 200
    redirects: int = 5
    connections: int = 10
    per_host: int = 2
    attempts: int = 2
    retry_after_s: float = 5
    """A server that asks to be left alone for no longer is waited for; after that it is asked again another time."""


LIMITS = Limits()
