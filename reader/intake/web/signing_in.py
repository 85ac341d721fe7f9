"""The one question that the network asks about sign-ins: what goes to this host? Who answers it is given from outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple


class Origin(NamedTuple):
    """Who is asked: a sign-in belongs to one of these."""

    scheme: str
    host: str
    port: int


@dataclass(frozen=True)
class SignIn:
    """What proves who the reader is: headers to send along (a bearer token, a cookie), or a name and a password, which
    are sent as the server asks for them, Basic or Digest. Nothing of it is ever shown by `repr`."""

    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    digest: bool = False


Credentials = Callable[[Origin], SignIn | None]
"""Asked before each request, anew after each redirect, for the host that is asked now; called on the network's thread."""


def nobody(_origin: Origin) -> SignIn | None:
    """No sign-in for anyone."""
    return None
