"""A screen reader's eyes: a client of AT-SPI over D-Bus, as Orca is one, looking at a program from outside.

    python screen_reader.py

waits for an article, and prints the tree of everything on the desktop as lines of JSON: depth, role, name, attributes, states.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
FOCUSED, READ_ONLY = 12, 43
PATIENCE_S = 60
Reference = tuple[str, str]


@dataclass(frozen=True)
class Seen:
    """One thing that a screen reader can tell of."""

    depth: int
    role: str
    name: str
    attributes: dict[str, str]
    focused: bool


class Eyes:
    """Looks at what stands on the session's accessibility bus."""

    def __init__(self) -> None:
        session = open_dbus_connection("SESSION")
        address = _ask(session, ("org.a11y.Bus", "/org/a11y/bus"), "org.a11y.Bus", "GetAddress")[0]
        self._bus = open_dbus_connection(address)

    def tree(self, at: Reference = ROOT, depth: int = 0) -> Iterator[Seen]:
        """All that is below, as it is met from top to bottom."""
        states = self._get(at, "GetState")
        bits = states[0] | states[1] << 32
        yield Seen(
            depth,
            str(self._get(at, "GetRoleName")),
            self.name(at),
            dict(self._get(at, "GetAttributes")) if at != ROOT else {},
            bool(bits >> FOCUSED & 1),
        )
        for child in self._get(at, "GetChildren"):
            yield from self.tree(tuple(child), depth + 1)

    def name(self, at: Reference) -> str:
        reply = _ask(self._bus, at, "org.freedesktop.DBus.Properties", "Get", "ss", (ACCESSIBLE, "Name"))
        return str(reply[0][1])

    def text(self, at: Reference) -> str:
        """The whole text of something that has one."""
        return str(_ask(self._bus, at, "org.a11y.atspi.Text", "GetText", "ii", (0, -1))[0])

    def find(self, role: str, name: str | None = None, at: Reference = ROOT) -> Reference | None:
        """The first thing with a role and, where one is given, a name."""
        if self._get(at, "GetRoleName") == role and name in {None, self.name(at)}:
            return at
        for child in self._get(at, "GetChildren"):
            found = self.find(role, name, tuple(child))
            if found is not None:
                return found
        return None

    def _get(self, at: Reference, method: str) -> Any:
        return _ask(self._bus, at, ACCESSIBLE, method)[0]


def _ask(
    bus: DBusConnection,
    at: Reference,
    interface: str,
    method: str,
    signature: str | None = None,
    body: tuple[Any, ...] = (),
) -> Any:
    address = DBusAddress(at[1], bus_name=at[0], interface=interface)
    reply = bus.send_and_get_reply(new_method_call(address, method, signature, body), timeout=PATIENCE_S)
    if reply.header.message_type is MessageType.error:
        raise RuntimeError(f"{method} of {at}: {reply.body}")
    return reply.body


def main() -> None:
    eyes = Eyes()
    deadline = time.monotonic() + PATIENCE_S
    while eyes.find("heading") is None and time.monotonic() < deadline:
        time.sleep(0.2)
    for seen in eyes.tree():
        sys.stdout.write(f"{json.dumps(seen.__dict__)}\n")
    page = eyes.find("label", "Article") or eyes.find("text", "Article")
    sys.stdout.write(f"{json.dumps({'text': eyes.text(page) if page else ''})}\n")


if __name__ == "__main__":
    main()
