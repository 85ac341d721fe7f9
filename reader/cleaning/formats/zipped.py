"""Archives, read within bounds: how many files, how large, how tightly packed; names are labels here and no paths."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from reader.article import Capture, UnreadableInput

MIB = 1024 * 1024
MAX_FILES = 500
MAX_PART_BYTES = 64 * MIB
MAX_TOTAL_BYTES = 256 * MIB
MAX_RATIO = 250
"""Text packs to a tenth, text that repeats itself to a fiftieth; only what is built to break readers goes beyond."""
RATIO_FREE_BYTES = MIB

_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_CLUTTER = re.compile(r"(?:^|/)(?:__MACOSX/|\.(?!\.?(?:/|$))|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
_PAGE = re.compile(r"\.x?html?$", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, RuntimeError)


@dataclass(frozen=True)
class Part:
    """A file inside an archive: its name as a person would say it ("X.zip/inner.html"), and its bytes.

    Where it could not be read, `fault` is the sentence for that, and there are no bytes.
    """

    name: str
    content: bytes = b""
    fault: str = ""


class Archive:
    """A zip file whose parts are read one by one, each within bounds."""

    def __init__(self, capture: Capture) -> None:
        """UnreadableInput where the bytes are no whole archive, or hold more than one archive may bring."""
        self._name = capture.name
        try:
            self._file = zipfile.ZipFile(io.BytesIO(capture.content))
        except _DAMAGE:
            raise UnreadableInput(
                f"{capture.name} is damaged and cannot be unpacked; get it again and add that."
            ) from None
        if sum(info.file_size for info in self._file.infolist()) > 4 * MAX_TOTAL_BYTES:
            raise UnreadableInput(
                f"{capture.name} unpacks to more than any article has, as only files built to break readers do; it was not read."
            )
        self.names = [info.filename for info in self._file.infolist() if not info.is_dir()]

    def read(self, name: str) -> bytes:
        """A part's bytes; KeyError where there is none, UnreadableInput where it is damaged, locked or too large."""
        return self._bytes(self._file.getinfo(name), f"{self._name}")

    def files(self) -> list[zipfile.ZipInfo]:
        """The files that a person put into it: no folders, nothing that systems and browsers leave beside them."""
        infos = [info for info in self._file.infolist() if not info.is_dir() and not _CLUTTER.search(info.filename)]
        pages = {_PAGE.sub("", info.filename) for info in infos if _PAGE.search(info.filename)}
        return [info for info in infos if not _belongs_to_a_page(info.filename, pages)]

    def part(self, info: zipfile.ZipInfo) -> Part:
        """The file as a part; one that cannot be read has a fault instead of bytes."""
        name = f"{self._name}/{_label(info)}"
        try:
            return Part(name, self._bytes(info, name))
        except UnreadableInput as error:
            return Part(name, fault=str(error))

    def _bytes(self, info: zipfile.ZipInfo, name: str) -> bytes:
        if info.flag_bits & _ENCRYPTED:
            raise UnreadableInput(f"{name} is locked with a password; unpack it and add what is inside.")
        if info.file_size > MAX_PART_BYTES:
            raise UnreadableInput(
                f"{name} unpacks to {info.file_size // MIB} MB, more than the {MAX_PART_BYTES // MIB} MB that one file may have; it was not read."
            )
        if info.file_size > RATIO_FREE_BYTES and info.file_size > MAX_RATIO * max(1, info.compress_size):
            raise UnreadableInput(
                f"{name} unpacks to over {MAX_RATIO} times its size, as only files built to break readers do; it was not read."
            )
        try:
            with self._file.open(info) as part:
                return part.read(info.file_size + 1)
        except _DAMAGE:
            raise UnreadableInput(f"{name} is damaged and cannot be unpacked; get it again and add that.") from None


def parts_of(capture: Capture) -> Iterator[Part]:
    """The files in an archive, in its order, each with its bytes or with the sentence that says why not.

    UnreadableInput where the archive is damaged or empty, or holds more files or bytes than one may bring.
    """
    archive = Archive(capture)
    files = archive.files()
    if not files:
        raise UnreadableInput(f"{capture.name} has no files in it; there is nothing to read.")
    if len(files) > MAX_FILES:
        raise UnreadableInput(
            f"{capture.name} holds {len(files)} files, more than the {MAX_FILES} that one archive may bring; split it and add the parts."
        )
    total = sum(info.file_size for info in files)
    if total > MAX_TOTAL_BYTES:
        raise UnreadableInput(
            f"{capture.name} unpacks to {total // MIB} MB, more than the {MAX_TOTAL_BYTES // MIB} MB that one archive may bring; split it and add the parts."
        )
    for info in files:
        yield archive.part(info)


def _belongs_to_a_page(name: str, pages: set[str]) -> bool:
    """Whether the file lies in the folder that a browser saves beside a page: "ferry_files/", "ferry-Dateien/"."""
    folders = name.split("/")[:-1]
    for depth in range(1, len(folders) + 1):
        folder = re.fullmatch(r"(.+)[_.\- ][^\W\d_]+", "/".join(folders[:depth]))
        if folder and folder[1] in pages:
            return True
    return False


def _label(info: zipfile.ZipInfo) -> str:
    """The name inside the archive, in the characters that were meant, without steps up and without controls."""
    name = info.filename
    if not info.flag_bits & _UTF8_NAME:  # the format's old code page; most programs write UTF-8 without saying so
        with suppress(UnicodeEncodeError, UnicodeDecodeError):
            name = name.encode("cp437").decode("utf-8")
    steps = re.split(r"[/\\]+", _CONTROLS.sub("", name))
    return "/".join(step for step in steps if step.strip(". ")) or "unnamed"
