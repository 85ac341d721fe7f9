"""How the application and its worker processes talk: a JSON header and a run of bytes, each with its length before it.

No pickle: what comes back from a process that parsed foreign input is plain data, checked where it is read.
"""

from __future__ import annotations

import json
import struct
from typing import IO, Any

Header = dict[str, Any]

_LENGTHS = struct.Struct(">II")
MAX_HEADER_BYTES = 512 * 1024 * 1024


def send(stream: IO[bytes], header: Header, body: bytes = b"") -> None:
    """Writes one message and flushes; OSError where the other side is gone."""
    encoded = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    stream.write(_LENGTHS.pack(len(encoded), len(body)))
    stream.write(encoded)
    stream.write(body)
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[Header, bytes] | None:
    """The next message, None at the stream's end; ValueError for one that is cut off or no message at all."""
    prefix = stream.read(_LENGTHS.size)
    if not prefix:
        return None
    if len(prefix) < _LENGTHS.size:
        raise ValueError("the message is cut off")
    header_bytes, body_bytes = _LENGTHS.unpack(prefix)
    if header_bytes > MAX_HEADER_BYTES:
        raise ValueError("the message is too large")
    encoded, body = stream.read(header_bytes), stream.read(body_bytes)
    if len(encoded) < header_bytes or len(body) < body_bytes:
        raise ValueError("the message is cut off")
    header = json.loads(encoded.decode("utf-8", "surrogatepass"))
    if not isinstance(header, dict):
        raise ValueError("the message has no header")
    return header, body
