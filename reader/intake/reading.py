"""From a path, a stream or the clipboard to a Capture: checks all that can be known without parsing.

Parsing and decoding are cleaning's; here a file is only looked at: is it there, is it a file, how large, what is it?
"""

from __future__ import annotations

import re
import stat
from datetime import UTC, datetime
from pathlib import Path

from reader.article import Capture, UnreadableInput
from reader.intake.kinds import SNIFFED_BYTES, is_markup_first, kind_of

MIB = 1024 * 1024
MAX_BYTES = 64 * MIB
"""No file is larger that is read at all: books, PDFs and pages carry their pictures in themselves."""
MAX_TEXT_BYTES = 20 * MIB
_TEXTS = frozenset({"text/plain", "text/markdown"})


def read_path(path: Path, *, how: str = "file", raw: bool = False) -> Capture:
    """The capture of a file; UnreadableInput, naming it, where it is missing, no file, empty, too large or no article."""
    name = path.name or str(path)
    try:
        facts = path.stat()
        if stat.S_ISDIR(facts.st_mode):
            raise UnreadableInput(
                f"{name} is a folder with no article in it, or with too many; add the files themselves."
            )
        if not stat.S_ISREG(facts.st_mode):
            raise UnreadableInput(f"{name} is not an ordinary file; add a text or HTML file.")
        if facts.st_size > MAX_BYTES:
            raise UnreadableInput(_too_large(name, facts.st_size, MAX_BYTES))
        content = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableInput(f"{name} does not exist; check the path.") from None
    except PermissionError:
        raise UnreadableInput(
            f"{name} cannot be read: you have no permission to; change it or copy the file."
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableInput(f"{name} cannot be read: {reason}.") from None
    return _capture(content, name, how, raw=raw, url=None)


def read_stream(
    data: bytes, *, name: str = "standard input", how: str = "stdin", raw: bool = False, url: str | None = None
) -> Capture:
    """The capture of bytes that came by a pipe or in an archive; UnreadableInput where they are empty, too many or no article."""
    if len(data) > MAX_BYTES:
        raise UnreadableInput(_too_large(name, len(data), MAX_BYTES))
    return _capture(data, name, how, raw=raw, url=url)


def from_text(text: str, *, html: str | None = None, how: str = "paste", name: str = "Clipboard") -> Capture:
    """The capture of pasted or dropped text.

    `html` is the same as the clipboard offers it in HTML; it counts where it is a whole page, because a mere selection
    in HTML says less about its parts than the text does. UnreadableInput where there is nothing, or too much.
    """
    page = html is not None and re.search(r"<(?:article|main|h1)[\s>]", html, re.IGNORECASE) is not None
    content = (html if page and html is not None else text).encode("utf-8", "replace")
    if len(content) > MAX_TEXT_BYTES:
        raise UnreadableInput(_too_large(name, len(content), MAX_TEXT_BYTES))
    if not content.strip():
        raise UnreadableInput("There is no text to paste; copy an article first.")
    is_page = page or is_markup_first(content.lstrip()[:SNIFFED_BYTES])
    return Capture(content, "text/html" if is_page else "text/plain", name, how, datetime.now(UTC), encoding="utf-8")


def _capture(content: bytes, name: str, how: str, *, raw: bool, url: str | None) -> Capture:
    if not content.strip(b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf\xff\xfe"):
        raise UnreadableInput(f"{name} is empty; there is nothing to read in it.")
    kind = kind_of(content, name, raw=raw)
    if kind.refusal:
        raise UnreadableInput(f"{name} {kind.refusal}.")
    if kind.media_type in _TEXTS and len(content) > MAX_TEXT_BYTES:
        raise UnreadableInput(_too_large(name, len(content), MAX_TEXT_BYTES))
    return Capture(content, kind.media_type, name, how, datetime.now(UTC), url=url, raw=raw)


def _too_large(name: str, size: int, limit: int) -> str:
    size_mib, limit_mib = round(size / MIB), limit // MIB
    much = f"{size_mib} MB, more" if size_mib > limit_mib else "more"
    return f"{name} has {much} than the {limit_mib} MB that an article may have; split it and add the parts."
