"""How values lie in the library: compressed JSON and bytes, times, and text without what no file can hold."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any

import zstandard

COMPRESSION_LEVEL = 6
_SURROGATE = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def packed(content: bytes) -> bytes:
    """`content`, compressed."""
    return zstandard.ZstdCompressor(level=COMPRESSION_LEVEL, write_checksum=True).compress(content)


def unpacked(blob: bytes) -> bytes:
    """What `packed` made `blob` of."""
    return zstandard.ZstdDecompressor().decompress(blob)


def packed_beside(value: Any, text: str) -> bytes:
    """`value` as JSON, compressed with `text`, which it mostly repeats; `unpacked_beside` needs the same text."""
    compressor = zstandard.ZstdCompressor(level=COMPRESSION_LEVEL, dict_data=_dictionary(text), write_checksum=True)
    return compressor.compress(compact_json(value))


def unpacked_beside(blob: bytes, text: str) -> Any:
    """What `packed_beside`, or `packed_json` before there was one, made `blob` of."""
    return json.loads(zstandard.ZstdDecompressor(dict_data=_dictionary(text)).decompress(blob))


def _dictionary(text: str) -> zstandard.ZstdCompressionDict:
    # Too short a text is no dictionary: blanks before it change nothing else.
    return zstandard.ZstdCompressionDict(text.encode().rjust(16), dict_type=zstandard.DICT_TYPE_RAWCONTENT)


def packed_json(value: Any) -> bytes:
    """`value` as compressed JSON."""
    return packed(compact_json(value))


def unpacked_json(blob: bytes) -> Any:
    """What `packed_json` made `blob` of."""
    return json.loads(unpacked(blob))


def compact_json(value: Any) -> bytes:
    """`value` as the shortest JSON, in UTF-8, always the same for the same value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def storable(text: str) -> str:
    """`text` with every lone surrogate replaced by U+FFFD, one for one, so that offsets stay true."""
    return text if text.isascii() else _SURROGATE.sub(_REPLACEMENT, text)


def storable_values(value: Any) -> Any:
    """A JSON value with every text in it made storable."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, list | tuple):
        return [storable_values(item) for item in value]
    if isinstance(value, dict):
        return {key: storable_values(item) for key, item in value.items()}
    return value


def now() -> str:
    """The present moment, as the library writes it."""
    return written_time(datetime.now(UTC))


def written_time(moment: datetime) -> str:
    """`moment` in ISO 8601, in UTC, with microseconds; one without a zone is taken as local time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def read_time(text: str) -> datetime:
    """The moment that `written_time` wrote."""
    return datetime.fromisoformat(text)
