"""Where connections may go: the public internet, and in the reader's own network only hosts that the reader typed.

A name is resolved here, checked, and the checked address itself is connected to, so that it cannot change in between
(DNS rebinding); every spelling of an address that a resolver understands is one when it comes here.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Iterable
from typing import Any

import httpcore

_TRANSLATED = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96")))
"""IPv6 networks whose addresses carry an IPv4 one, which may lie anywhere; Python takes most of them for public."""


class PrivateAddress(Exception):  # noqa: N818 - it is what was found
    """A host lies in a private network, and the reader did not type it."""


class UnknownName(Exception):  # noqa: N818
    """No address is known for a host's name; `for_now` says that the resolver itself could not be asked."""

    def __init__(self, host: str, for_now: bool) -> None:
        super().__init__(host)
        self.for_now = for_now


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet, and to one machine in it."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(ip, "ipv4_mapped", None)
    if mapped is not None:
        return is_public(str(mapped))
    if ip.is_multicast or ip.is_reserved or ip.is_unspecified or not ip.is_global:
        return False
    return not any(ip in network for network in _TRANSLATED if network.version == ip.version)


async def addresses_of(host: str, port: int) -> list[str]:
    """The IP addresses of a host, as the system resolves it; UnknownName where there are none."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        code = error.errno if isinstance(error, socket.gaierror) else socket.EAI_NONAME
        raise UnknownName(host, code not in {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", -5)}) from error
    return list(dict.fromkeys(str(address[4][0]) for address in found))


async def require_public(host: str, port: int) -> None:
    """PrivateAddress where a host, as far as this machine can tell, is not of the public internet."""
    if not all(is_public(address) for address in await addresses_of(host, port)):
        raise PrivateAddress(host)


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Makes httpcore's connections; with `local`, to private networks too."""

    def __init__(self, *, local: bool) -> None:
        self._local = local
        self._plain = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        addresses = await addresses_of(host, port)
        if not self._local and not all(map(is_public, addresses)):
            raise PrivateAddress(host)
        failure: Exception | None = None
        for address in addresses[:4]:
            try:
                return await self._plain.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        assert failure is not None
        raise failure

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002 - the base class asks for it
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore.AsyncNetworkStream:
        raise PrivateAddress(path)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
