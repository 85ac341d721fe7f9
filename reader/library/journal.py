"""The edit journal: an independent, append-only record of every change a reader made, on the disk before it counts.

JSON lines in files by month, each record with its sequence number and chained to the one before it by SHA-256. A
database that lost its last commits, or was put back from a backup, is found out by comparing the last record with
the mark in the database, and gets the missing changes from here (`replay.py`).
"""

from __future__ import annotations

import hashlib
import json
import os
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from reader.library.durable import PRIVATE_FILE, private_folder, sync, sync_folder, write_whole
from reader.library.packing import compact_json, now, packed, unpacked

SEQUENCE_DIGITS = 10
SUFFIX = ".jsonl"
PACKED_SUFFIX = ".jsonl.zst"


@dataclass(frozen=True)
class Mark:
    """How far a journal or a database is: the last record's number, and the chain's value after it."""

    sequence: int
    chain: str


@dataclass(frozen=True)
class Record:
    """One change, as the journal holds it."""

    mark: Mark
    at: str
    body: dict[str, Any]


class JournalBroken(Exception):  # noqa: N818 - it is what was found
    """The journal does not carry on from the database's mark."""


def first_mark(library: str) -> Mark:
    """Where the chain of the library with that UUID begins: a journal of another library does not fit on it."""
    return Mark(0, hashlib.sha256(library.encode()).hexdigest())


def chained(before: Mark, at: str, key: str, body: dict[str, Any]) -> Mark:
    """The mark of a record that follows on `before`."""
    content = hashlib.sha256(compact_json(body)).hexdigest()
    sequence = before.sequence + 1
    told = f"{before.chain} {sequence} {key} {at} {content}"
    return Mark(sequence, hashlib.sha256(told.encode()).hexdigest())


class Journal:
    """The journal in `folder`, open for appending after `mark`.

    A last line that was never finished is cut off when it is opened: nobody was told that it is saved.
    """

    def __init__(self, folder: Path):
        self._folder = folder
        private_folder(folder)
        self._descriptor: int | None = None
        self._open: Path | None = None
        self._before_last: int | None = None
        self._cut_torn_tail()

    def close(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def last(self) -> Mark | None:
        """The mark of the last record, None where there is none."""
        for path in reversed(journal_files(self._folder)):
            line = _last_line(path)
            if line:
                record = _parsed(line)
                if record is None:
                    raise JournalBroken(f"the last record of {path.name} cannot be read")
                return record[0].mark
        return None

    def beginning(self) -> Mark | None:
        """The mark that the first record ever follows on, None where it is no longer there or cannot be read."""
        for path in journal_files(self._folder)[:1]:
            line = _content(path).partition(b"\n")[0]
            if _parsed(line) is not None:
                held = json.loads(line)
                return Mark(0, held["prev"]) if held["seq"] == 1 else None
        return None

    def after(self, mark: Mark) -> Iterator[Record]:
        """The records after `mark`, in order; JournalBroken where they do not carry on from it, or cannot be read."""
        for path in _files_from(self._folder, mark.sequence + 1):
            for line in _content(path).splitlines():
                parsed = _parsed(line)
                if parsed is None:
                    raise JournalBroken(f"a record of {path.name} cannot be read")
                record, key = parsed
                if record.mark.sequence <= mark.sequence:
                    continue
                expected = chained(mark, record.at, key, record.body)
                if expected != record.mark:
                    raise JournalBroken(f"record {record.mark.sequence} of {path.name} does not follow")
                mark = expected
                yield record

    def append(self, before: Mark, body: dict[str, Any]) -> Record:
        """Write a record after the one of mark `before`; when this returns it is on the disk.

        OSError where it cannot be written; the journal is then as it was.
        """
        at, key = now(), str(uuid.uuid4())
        mark = chained(before, at, key, body)
        line = {"seq": mark.sequence, "uuid": key, "at": at, "body": body, "prev": before.chain, "sha": mark.chain}
        descriptor = self._file_for(at, mark.sequence)
        size = os.lseek(descriptor, 0, os.SEEK_END)
        self._before_last = size
        try:
            _write_all(descriptor, compact_json(line) + b"\n")
            sync(descriptor)
        except BaseException:
            os.ftruncate(descriptor, size)
            raise
        return Record(mark, at, body)

    def take_back(self) -> None:
        """Cut off the record that was appended last: the change it tells of did not come about."""
        if self._descriptor is not None and self._before_last is not None:
            os.ftruncate(self._descriptor, self._before_last)
            sync(self._descriptor)
            self._before_last = None

    def _file_for(self, at: str, sequence: int) -> int:
        month = at[:7]
        if self._descriptor is None or self._open is None or not self._open.stem.endswith(month):
            self.close()
            newest = journal_files(self._folder)[-1:]
            path = newest[0] if newest and newest[0].stem.endswith(month) else None
            made = path is None
            path = path or self._folder / f"{sequence:0{SEQUENCE_DIGITS}}-{month}{SUFFIX}"
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, PRIVATE_FILE)
            self._open = path
            if made:
                sync_folder(self._folder)
        return self._descriptor

    def _cut_torn_tail(self) -> None:
        for path in journal_files(self._folder)[-1:]:
            end = _end_of_whole_lines(path)
            if end < path.stat().st_size:
                os.truncate(path, end)


def journal_files(folder: Path) -> list[Path]:
    """The journal's files, oldest first: by the number of their first record, whatever the clock said."""
    return sorted([*folder.glob(f"*{SUFFIX}"), *folder.glob(f"*{PACKED_SUFFIX}")])


def pack_journal(folder: Path, sequence: int) -> None:
    """Compress the files of past months that hold nothing after the record of that number."""
    files = journal_files(folder)
    for path, following in pairwise(files):
        if path.suffix == SUFFIX and int(following.stem[:SEQUENCE_DIGITS]) <= sequence + 1:
            write_whole(path.with_suffix(PACKED_SUFFIX), packed(path.read_bytes()))
            path.unlink()


def _content(path: Path) -> bytes:
    content = path.read_bytes()
    return unpacked(content) if path.name.endswith(PACKED_SUFFIX) else content


def _files_from(folder: Path, sequence: int) -> Iterator[Path]:
    """The files that hold the record of that number and those after it."""
    files = journal_files(folder)
    starts = [int(path.stem[:SEQUENCE_DIGITS]) for path in files]
    for i, path in enumerate(files):
        if i + 1 == len(files) or starts[i + 1] > sequence:
            yield path


def _parsed(line: bytes) -> tuple[Record, str] | None:
    try:
        held = json.loads(line)
        return Record(Mark(held["seq"], held["sha"]), held["at"], held["body"]), held["uuid"]
    except (ValueError, KeyError, TypeError):
        return None


def _end_of_whole_lines(path: Path) -> int:
    with path.open("rb") as file:
        at = file.seek(0, os.SEEK_END)
        while at > 0:
            start = max(0, at - (1 << 16))
            file.seek(start)
            found = file.read(at - start).rfind(b"\n")
            if found >= 0:
                return start + found + 1
            at = start
    return 0


def _last_line(path: Path) -> bytes:
    with path.open("rb") as file:
        at = file.seek(0, os.SEEK_END)
        held = b""
        while at > 0:
            start = max(0, at - (1 << 16))
            file.seek(start)
            held = file.read(at - start) + held
            whole = held.rstrip(b"\n")
            if b"\n" in whole:
                return whole.rsplit(b"\n", 1)[1]
            at = start
        return held.rstrip(b"\n")


def _write_all(descriptor: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
