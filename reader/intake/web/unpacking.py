"""What a server sends, unpacked piece by piece within bounds: a bomb is noticed before it goes off."""

from __future__ import annotations

import zlib

from reader.article import tr
from reader.intake.web.failures import Cause, FetchFailed
from reader.intake.web.limits import MIB, Limits

PIECE_BYTES = 64 * 1024
RATIO_FROM_BYTES = MIB
"""So much may come of a few bytes: small pages of one repeated line are honest."""
_ZLIB_OR_GZIP = 47
_RAW_DEFLATE = -15


class Unpacked:
    """Collects the body of one answer; FetchFailed where it is too large, a bomb, or not what it says it is."""

    def __init__(self, host: str, encoding: str, limits: Limits) -> None:
        self._host, self._limits = host, limits
        self._parts: list[bytes] = []
        self._wire = self._size = 0
        self._packed = encoding not in {"", "identity"}
        if encoding not in {"", "identity", "gzip", "x-gzip", "deflate"}:
            raise FetchFailed(
                Cause.BROKEN,
                tr(
                    "{host} packed its answer in a way that it was not asked for ({how}); open it in your browser.",
                    host=host,
                    how=encoding[:20],
                ),
            )
        self._deflate = encoding == "deflate"
        self._inflater = zlib.decompressobj(_ZLIB_OR_GZIP)
        self._begun = False

    def take(self, chunk: bytes) -> None:
        """Takes what came from the network."""
        self._wire += len(chunk)
        if self._wire > self._limits.wire_bytes:
            raise self.too_large(self._limits.wire_bytes)
        if not self._packed:
            self._keep(chunk)
            return
        if not self._begun and self._deflate and (chunk[:1] or b"\x78")[0] & 0x0F != 8:
            self._inflater = zlib.decompressobj(_RAW_DEFLATE)  # some servers leave zlib's frame out
        self._begun = True
        try:
            self._inflate(chunk)
        except zlib.error:
            raise self._damaged() from None

    def _inflate(self, chunk: bytes) -> None:
        while chunk:
            if self._inflater.eof:
                if not chunk.strip(b"\0"):
                    return
                self._inflater = zlib.decompressobj(_ZLIB_OR_GZIP)  # gzip may come in several members
            self._keep(self._inflater.decompress(chunk, PIECE_BYTES))
            chunk = self._inflater.unconsumed_tail or self._inflater.unused_data

    def _keep(self, piece: bytes) -> None:
        self._size += len(piece)
        if self._size > self._limits.bytes:
            raise self.too_large(self._limits.bytes)
        if self._packed and self._size > max(RATIO_FROM_BYTES, self._wire * self._limits.ratio):
            raise FetchFailed(
                Cause.TOO_LARGE,
                tr(
                    "{host} sent something that unpacks to far more than an article; it was not loaded.",
                    host=self._host,
                ),
            )
        self._parts.append(piece)

    def whole(self) -> bytes:
        """All that came, unpacked; FetchFailed where the end is missing."""
        if self._packed and self._begun and not self._inflater.eof:
            raise self._damaged()
        return b"".join(self._parts)

    def _damaged(self) -> FetchFailed:
        return FetchFailed(
            Cause.BROKEN, tr("What {host} sent is damaged or cut off; try again later.", host=self._host)
        )

    def too_large(self, limit: int) -> FetchFailed:
        """The failure of an answer that is larger than `limit`."""
        return FetchFailed(
            Cause.TOO_LARGE,
            tr(
                "{host} sends more than the {n} MB that a page may have; it was not loaded.",
                host=self._host,
                n=limit // MIB,
            ),
        )
