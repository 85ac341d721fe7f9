"""From the bytes of another program's export to what it holds: told by what it is, whatever its name. For a worker."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import PurePosixPath

from reader.article import ImportedItem, ImportedLibrary, ImportedMark, UnreadableInput
from reader.intake.exports.bookmarks import is_bookmarks, parsed_bookmarks
from reader.intake.exports.records import omnivore_item, parsed_json
from reader.intake.exports.tables import parsed_table

MAX_ITEMS = 100_000
MAX_UNPACKED_BYTES = 400 * 1024 * 1024
MAX_FILES = 50_000
_UNKNOWN = "is no export of another reader that Verbatim knows."
_METADATA = re.compile(r"metadata_\d+_to_\d+\.json$")


def parsed_export(content: bytes) -> ImportedLibrary:
    """What an export holds; UnreadableInput, continuing the file's name, where it is none."""
    if not content.strip():
        raise UnreadableInput("is empty; there is nothing to read in it.")
    found = _unzipped(content) if content[:4] == b"PK\x03\x04" else _parsed(_text(content))
    if not found.items:
        raise UnreadableInput("has no articles in it.")
    if len(found.items) > MAX_ITEMS:
        left = f"{len(found.items) - MAX_ITEMS:,} articles beyond the first {MAX_ITEMS:,} are left out."
        found = replace(found, items=found.items[:MAX_ITEMS], refused=(*found.refused, left))
    return found


def _parsed(text: str) -> ImportedLibrary:
    begins = text.lstrip("\ufeff \t\r\n")[:1]
    if begins in {"{", "["}:
        return parsed_json(text.lstrip("\ufeff"))
    if begins == "<":
        if is_bookmarks(text):
            return parsed_bookmarks(text)
        raise UnreadableInput(f"{_UNKNOWN[:-1]}; if it is an article, add it with Ctrl+O.")
    return parsed_table(text.lstrip("\ufeff"))


def _text(content: bytes) -> str:
    encoding = "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _unzipped(content: bytes) -> ImportedLibrary:
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        files = archive.infolist()
        if len(files) > MAX_FILES or sum(file.file_size for file in files) > MAX_UNPACKED_BYTES:
            raise UnreadableInput("is too large to be taken apart; export it in parts.")
        names = [file.filename for file in files]
        if any(_METADATA.search(name) for name in names):
            return _omnivore(archive, names)
        parts = [_parsed(_text(archive.read(name))) for name in names if name.lower().endswith((".csv", ".json"))]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        raise UnreadableInput("is a damaged archive; export it anew.") from None
    if not parts:
        raise UnreadableInput(_UNKNOWN)
    items = tuple(item for part in parts for item in part.items)
    return ImportedLibrary(parts[0].service, items, tuple(line for part in parts for line in part.refused))


def _omnivore(archive: zipfile.ZipFile, names: list[str]) -> ImportedLibrary:
    by_path = {PurePosixPath(name).parts[-2:]: name for name in names}
    items: list[ImportedItem] = []
    refused: list[str] = []
    for name in sorted(filter(_METADATA.search, names)):
        try:
            entries = json.loads(archive.read(name).decode("utf-8", "replace"))
        except (ValueError, RecursionError):
            refused.append(f"{name} is damaged, and what it lists is left out.")
            continue
        for entry in entries if isinstance(entries, list) else []:
            if not isinstance(entry, dict):
                continue
            slug = str(entry.get("slug") or "")
            page, marked = by_path.get(("content", f"{slug}.html")), by_path.get(("highlights", f"{slug}.md"))
            content = archive.read(page).decode("utf-8", "replace") if page else ""
            marks = _marks(archive.read(marked).decode("utf-8", "replace")) if marked else ()
            items.append(omnivore_item(entry, content, marks))
    return ImportedLibrary("Omnivore", tuple(item for item in items if item.url or item.content), tuple(refused))


def _marks(markdown: str) -> tuple[ImportedMark, ...]:
    """The quotations in a Markdown file, each with the lines below it, up to the next, as its note."""
    marks: list[ImportedMark] = []
    words: list[str] = []
    note: list[str] = []
    for line in [*markdown.splitlines(), "> "]:
        quoted = line.startswith(">")
        if quoted and (note or line == "> "):
            if words:
                marks.append(ImportedMark(" ".join(words), "\n".join(note).strip()))
            words, note = [], []
        if quoted:
            words += [part] if (part := line.lstrip("> ").strip()) else []
        elif words and not line.startswith("#"):
            note.append(line)
    return tuple(marks)
