"""A folder as sync: each replica writes its own files and reads the others'; any program that copies files does the rest.

    FOLDER/verbatim/REPLICA/changes/0000000001.jsonl    what was written there, one cell a line, its count and sum last
    FOLDER/verbatim/REPLICA/articles/ab/abcd….zst       an article with what it was made from, by its own digest

No file is ever changed once it is whole, so that no two machines write one, and no copy is a conflict. What has come in
part only is read when the rest has come.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from reader.accounts.wire import AccountError
from reader.article import LibraryError, tr
from reader.library import Cell, Library, Shared, cell_from, cell_record

ROOT = "verbatim"
CHANGES, ARTICLES = "changes", "articles"
CELLS_A_FILE, BYTES_A_FILE = 5000, 16 * 1024 * 1024
MAX_CHANGES_BYTES, MAX_ARTICLE_BYTES = 64 * 1024 * 1024, 256 * 1024 * 1024
_REPLICA = re.compile(r"[0-9a-f]{16}")
_CHANGES = re.compile(r"\d{10}\.jsonl")
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Shelf(Protocol):
    """Where the files lie: a folder of this machine, or one on a server. Paths are of names that need no quoting."""

    def names(self, folder: str) -> list[str]:
        """The names in a folder; none where it is not there."""

    def read(self, path: str, most: int) -> bytes | None:
        """A file of at most so many bytes; None where it is not there, or larger."""

    def write(self, path: str, content: bytes) -> None:
        """Writes a file whole or not at all. AccountError where it cannot be."""


class FolderShelf:
    """A folder of this machine, which another program copies to others."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        if not folder.is_dir():
            raise AccountError(tr("There is no folder {folder}; make it, or choose another one.", folder=folder))

    def names(self, folder: str) -> list[str]:
        try:
            return sorted(path.name for path in (self._folder / folder).iterdir())
        except FileNotFoundError:
            return []
        except OSError as error:
            raise self._failed(folder, error) from error

    def read(self, path: str, most: int) -> bytes | None:
        try:
            with (self._folder / path).open("rb") as file:
                content = file.read(most + 1)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._failed(path, error) from error
        return content if len(content) <= most else None

    def write(self, path: str, content: bytes) -> None:
        target = self._folder / path
        made = target.with_name(f".{target.name}.part")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with made.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            made.replace(target)
        except OSError as error:
            with contextlib.suppress(OSError):
                made.unlink(missing_ok=True)
            raise self._failed(path, error) from error

    def _failed(self, path: str, error: OSError) -> AccountError:
        where = self._folder / path
        return AccountError(
            tr(
                "{path} cannot be used: {why}; check the folder that you sync through.",
                path=where,
                why=error.strerror or error,
            )
        )


def sync_through(library: Library, shelf: Shelf) -> Shared:
    """Takes what other replicas wrote, and writes what is new here. AccountError where the folder cannot be used."""
    own = library.replica.name
    taken = changed = 0
    for replica, file in library.replica.unread(_files(shelf)):
        cells = _cells_in(shelf.read(f"{ROOT}/{replica}/{CHANGES}/{file}", MAX_CHANGES_BYTES))
        if cells is not None:
            changed += library.replica.take(cells, replica, file)
            taken += len(cells)
    new = _fetch_articles(library, shelf)
    changed += library.replica.settle_pending()
    _offer_articles(library, shelf, own)
    told = _write_news(library, shelf, own)
    return Shared(tuple(new), changed, told, taken, library.replica.waiting())


def _files(shelf: Shelf) -> Iterator[tuple[str, str]]:
    for replica in shelf.names(ROOT):
        if _REPLICA.fullmatch(replica):
            for file in shelf.names(f"{ROOT}/{replica}/{CHANGES}"):
                if _CHANGES.fullmatch(file):
                    yield replica, file


def _cells_in(content: bytes | None) -> list[Cell] | None:
    """The cells of a file; None where it has not come whole, or is none."""
    if content is None:
        return None
    body, _, last = content.rstrip(b"\n").rpartition(b"\n")
    try:
        end = json.loads(last)
        lines = body.split(b"\n") if body else []
        whole = end["count"] == len(lines) and end["sum"] == hashlib.sha256(body).hexdigest()
        return [cell_from(json.loads(line)) for line in lines] if whole else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _write_news(library: Library, shelf: Shelf, own: str) -> int:
    told = 0
    while cells := library.replica.news(CELLS_A_FILE):
        lines = _lines(cells)
        body = b"\n".join(lines)
        end = json.dumps({"count": len(lines), "sum": hashlib.sha256(body).hexdigest()}).encode()
        number = max(
            (int(name[:10]) for name in shelf.names(f"{ROOT}/{own}/{CHANGES}") if _CHANGES.fullmatch(name)), default=0
        )
        file = f"{number + 1:010}.jsonl"
        shelf.write(f"{ROOT}/{own}/{CHANGES}/{file}", body + b"\n" + end + b"\n")
        library.replica.told(cells[: len(lines)], file)
        told += len(lines)
    return told


def _lines(cells: Sequence[Cell]) -> list[bytes]:
    """The first cells as lines of a file: as many as others will read."""
    lines: list[bytes] = []
    size = 0
    for cell in cells:
        lines.append(json.dumps(cell_record(cell), ensure_ascii=False).encode("utf-8", "replace"))
        size += len(lines[-1])
        if size > BYTES_A_FILE:
            break
    return lines


def _offer_articles(library: Library, shelf: Shelf, own: str) -> None:
    while offered := library.replica.to_offer():
        for name, article in offered:
            content = library.replica.content(article)
            digest = hashlib.sha256(content).hexdigest()
            shelf.write(_article_path(own, digest), content)
            library.replica.offered(name, digest)


def _fetch_articles(library: Library, shelf: Shelf) -> list[int]:
    """Takes the articles whose files have come whole; the others wait."""
    new = []
    for name, where in library.replica.wanted():
        replica, digest = str(where.get("replica")), str(where.get("file"))
        if not (_REPLICA.fullmatch(replica) and _DIGEST.fullmatch(digest)):
            continue
        content = shelf.read(_article_path(replica, digest), MAX_ARTICLE_BYTES)
        if content is None or hashlib.sha256(content).hexdigest() != digest:
            continue
        with contextlib.suppress(LibraryError):
            new.append(library.replica.arrive(name, content))
    return new


def _article_path(replica: str, digest: str) -> str:
    return f"{ROOT}/{replica}/{ARTICLES}/{digest[:2]}/{digest}.zst"
