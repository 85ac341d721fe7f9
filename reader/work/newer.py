"""Whether there is a newer Verbatim: one request, made when the reader asks to look, and never by itself.

The address where this copy was published lies in one file, which `packaging/build` writes from VERBATIM_HOMEPAGE; a copy
that was made from its sources has none. What is read there is the manifest that each release carries.
"""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import dataclass

import reader
from reader.article import VerbatimError, host_of, tr
from reader.article.assets import resource

MANIFEST = "/releases/latest/download/manifest.json"
MANIFEST_BYTES = 64 * 1024
_VERSION = re.compile(r"\d{1,6}(\.\d{1,6}){1,3}")


@dataclass(frozen=True)
class Release:
    """The newest version that was published, whether it is newer than this one, and the page that tells of it."""

    version: str
    newer: bool
    page: str


def home() -> str | None:
    """The address where this copy of Verbatim was published; None where it was made from its sources."""
    file = resource("home.txt")
    return file.read_text("utf-8").strip().rstrip("/") or None if file.is_file() else None


def newest(published_at: str | None) -> Release:
    """What the newest release's manifest says; VerbatimError, in one sentence, where it cannot be had or understood."""
    if published_at is None:
        raise VerbatimError(
            tr("This Verbatim was made from its sources and does not know where newer ones are published.")
        )
    return release_of(asyncio.run(_manifest(published_at)), published_at)


async def _manifest(published_at: str) -> bytes:
    from reader.intake.web import Ask, Fetcher

    fetcher = Fetcher()
    try:
        address, ours = published_at + MANIFEST, frozenset({host_of(published_at)})
        got = await fetcher.fetch(Ask(address, "application/json", typed=ours, wire_bytes=MANIFEST_BYTES))
        return got.content
    finally:
        await fetcher.close()


def release_of(manifest: bytes, published_at: str) -> Release:
    """The release that a manifest tells of; VerbatimError where it is none."""
    try:
        told = json.loads(manifest)
        version = told["version"]
        if not _VERSION.fullmatch(version):
            raise ValueError(version)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise VerbatimError(
            tr("{host} does not say which version is the newest; look there yourself.", host=host_of(published_at))
        ) from None
    return Release(version, _numbers(version) > _numbers(reader.__version__), f"{published_at}/releases/tag/v{version}")


def _numbers(version: str) -> tuple[int, ...]:
    """A version as numbers, without zeros at its end: 1.2.0 is 1.2."""
    found = [int(number) for number in re.findall(r"\d+", version)]
    while found and found[-1] == 0:
        found.pop()
    return tuple(found)
