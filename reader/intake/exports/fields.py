"""What single fields of other programs' exports mean: moments, lists of tags, states. Small functions over strings."""

from __future__ import annotations

import ast
import json
import re
from datetime import UTC, datetime
from html import escape
from typing import Any

LONGEST_TAG = 100
_EPOCH = re.compile(r"\d{9,13}(?:\.\d+)?")
_MILLISECONDS_FROM = 10**11
_DAY_FIRST = re.compile(r"(\d\d?)/(\d\d?)/(\d{4})(?:[ ,]+(\d\d?):(\d\d))?")


def moment(value: Any) -> str | None:
    """A moment in ISO 8601, from seconds or milliseconds since 1970, ISO 8601 or nearly so; None where it is none."""
    text = str(value if value is not None else "").strip()
    if _EPOCH.fullmatch(text):
        seconds = float(text)
        if seconds >= _MILLISECONDS_FROM:
            seconds /= 1000
        return datetime.fromtimestamp(seconds, UTC).isoformat()
    try:
        return datetime.fromisoformat(text.replace(" UTC", "+00:00").replace("Z", "+00:00")).isoformat()
    except ValueError:
        pass
    found = _DAY_FIRST.match(text)
    if found is not None:
        day, month, year, hour, minute = (int(part or 0) for part in found.groups())
        try:
            return datetime(year, month, day, hour, minute).isoformat()
        except ValueError:
            return None
    return None


def names(value: Any, separators: str = ",") -> tuple[str, ...]:
    """Tags: a list, one written in JSON or as Python writes it, objects with a name, or text with separators between."""
    if isinstance(value, str):
        text = value.strip()
        if text.startswith("[") and text.endswith("]"):
            value = _listed(text)
        else:
            value = re.split(f"[{re.escape(separators)}]", text)
    if not isinstance(value, list):
        return ()
    found = [each.get("name") or each.get("label") or "" if isinstance(each, dict) else each for each in value]
    plain = (" ".join(str(each).split())[:LONGEST_TAG] for each in found if isinstance(each, str))
    return tuple(dict.fromkeys(name for name in plain if name))


def _listed(text: str) -> list[Any]:
    try:
        made = json.loads(text)
    except (ValueError, RecursionError):
        try:
            made = ast.literal_eval(text)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            made = [part.strip(" '\"") for part in text[1:-1].split(",")]
    return made if isinstance(made, list) else []


def is_true(value: Any) -> bool:
    """Whether a field says yes."""
    return str(value).strip().lower() in {"true", "1", "1.0", "yes", "y"}


def web_address(value: Any) -> str | None:
    """An address of the web, None for anything else."""
    text = str(value or "").strip()
    return text if re.match(r"(?i)https?://[^\s/]", text) and len(text) < 8000 and not re.search(r"\s", text) else None


def as_html(text: str) -> str:
    """Plain text as paragraphs."""
    return "".join(f"<p>{escape(part.strip())}</p>" for part in re.split(r"\n\s*\n", text) if part.strip())


def text_of(value: Any) -> str:
    """A string, whatever was there."""
    return "" if value is None else str(value).strip()
