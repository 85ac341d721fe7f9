"""Captures and articles beside the journal, until a verified backup holds them: a lost database gets them back.

The journal's records name them; they are too large to lie in it.
"""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

from reader.library.durable import private_folder, write_whole
from reader.library.packing import compact_json, packed_json, unpacked_json


def put_capture(folder: Path, number: int, row: dict[str, Any]) -> None:
    """Lay a capture's row down, before the journal speaks of it."""
    rest = {name: value for name, value in row.items() if name != "content"}
    _write(folder, f"{number}.capture", compact_json(rest) + b"\n" + row["content"])


def capture_row(folder: Path, number: int) -> dict[str, Any] | None:
    """The capture's row that was laid down, None where there is none."""
    path = folder / f"{number}.capture"
    if not path.exists():
        return None
    head, _, content = path.read_bytes().partition(b"\n")
    return {**json.loads(head), "content": content}


def put_article(folder: Path, number: int, record: dict[str, Any]) -> None:
    """Lay an article's record down, before the journal speaks of it."""
    _write(folder, f"{number}.article", packed_json(record))


def article_record(folder: Path, number: int) -> dict[str, Any] | None:
    """The article's record that was laid down, None where there is none."""
    path = folder / f"{number}.article"
    return unpacked_json(path.read_bytes()) if path.exists() else None


def put_version(folder: Path, article: int, capture: int, record: dict[str, Any]) -> None:
    """Lay down what an article became by another capture, before the journal speaks of it."""
    _write(folder, f"{capture}.{article}.version", packed_json(record))


def version_record(folder: Path, article: int, capture: int) -> dict[str, Any] | None:
    """The record that was laid down of an article by a capture, None where there is none."""
    path = folder / f"{capture}.{article}.version"
    return unpacked_json(path.read_bytes()) if path.exists() else None


def put_items(folder: Path, last: int, items: list[dict[str, Any]]) -> None:
    """Lay the items of a feed down that became articles, up to the article number `last`."""
    laid = []
    for item in items:
        row = item["row"]
        packed = row and {**row, "content": base64.b64encode(row["content"]).decode()}
        laid.append({**item, "row": packed})
    _write(folder, f"{last}.items", packed_json(laid))


def items(folder: Path, last: int) -> list[dict[str, Any]]:
    """The items that were laid down up to the article number `last`; none where there are none."""
    path = folder / f"{last}.items"
    if not path.exists():
        return []
    laid: list[dict[str, Any]] = unpacked_json(path.read_bytes())
    for item in laid:
        if item["row"]:
            item["row"]["content"] = base64.b64decode(item["row"]["content"])
    return laid


def clear(folder: Path, captures_to: int, articles_to: int) -> None:
    """Take away what a backup holds: captures and articles up to those numbers."""
    for path in folder.glob("*.capture"):
        if path.stem.isdigit() and int(path.stem) <= captures_to:
            path.unlink(missing_ok=True)
    for path in folder.glob("*.version"):
        number = path.name.partition(".")[0]
        if number.isdigit() and int(number) <= captures_to:
            path.unlink(missing_ok=True)
    for path in (*folder.glob("*.article"), *folder.glob("*.items")):
        if path.stem.isdigit() and int(path.stem) <= articles_to:
            path.unlink(missing_ok=True)


def _write(folder: Path, name: str, content: bytes) -> None:
    private_folder(folder)
    write_whole(folder / name, content)
