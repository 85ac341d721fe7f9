"""From a path, a stream or the clipboard to a Capture: checks all that can be known without parsing.

Parsing and decoding are cleaning's; here a file is only looked at: is it there, is it a file, how large, text at all?
"""

from __future__ import annotations

import re
import stat
from datetime import UTC, datetime
from pathlib import Path

from reader.article import Capture, UnreadableInput

MIB = 1024 * 1024
MAX_BYTES = 20 * MIB
SNIFFED_BYTES = 64 * 1024

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "is a PDF; save the page as HTML or copy its text, and add that"),
    (b"PK\x03\x04", "is an archive or an office document; copy its text and add that"),
    (b"\x89PNG", "is a picture; Verbatim reads text and HTML files"),
    (b"\xff\xd8\xff", "is a picture; Verbatim reads text and HTML files"),
    (b"GIF8", "is a picture; Verbatim reads text and HTML files"),
    (b"{\\rtf", "is a rich-text document; save it as plain text or HTML, and add that"),
    (b"bplist00", "is a web archive; save the page as HTML, and add that"),
    (b"SQLite format 3", "is a database, not an article; Verbatim reads text and HTML files"),
    (b"\x1f\x8b", "is compressed; unpack it and add what is inside"),
    (b"\x7fELF", "is a program; Verbatim reads text and HTML files"),
)
"""What a file's first bytes tell of files that are no article: the sentence goes on after the file's name."""

_HTML = re.compile(
    rb"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>]|article[\s>]|main[\s>]|div[\s>]|p[\s>]|h[1-6][\s>]|meta\s)",
    re.IGNORECASE,
)
_TEXT_CONTROLS = frozenset(b"\t\n\x0b\x0c\r\x1b\x08\x00")
_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")


def read_path(path: Path, *, how: str = "file", raw: bool = False) -> Capture:
    """The capture of a file; UnreadableInput, naming it, where it is missing, no file, empty, too large or no text."""
    name = path.name or str(path)
    try:
        facts = path.stat()
        if stat.S_ISDIR(facts.st_mode):
            raise UnreadableInput(f"{name} is a folder; add the files in it instead.")
        if not stat.S_ISREG(facts.st_mode):
            raise UnreadableInput(f"{name} is not an ordinary file; add a text or HTML file.")
        if facts.st_size > MAX_BYTES:
            raise UnreadableInput(_too_large(name, facts.st_size))
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
    return _capture(
        content, name, how, raw=raw, url=None, looks_html=path.suffix.lower() in {".html", ".htm", ".xhtml"}
    )


def read_stream(
    data: bytes, *, name: str = "standard input", how: str = "stdin", raw: bool = False, url: str | None = None
) -> Capture:
    """The capture of bytes that came by a pipe; UnreadableInput where they are empty, too many or no text."""
    if len(data) > MAX_BYTES:
        raise UnreadableInput(_too_large(name, len(data)))
    return _capture(data, name, how, raw=raw, url=url)


def from_text(text: str, *, html: str | None = None, how: str = "paste", name: str = "Clipboard") -> Capture:
    """The capture of pasted or dropped text.

    `html` is the same as the clipboard offers it in HTML; it counts where it is a whole page, because a mere selection
    in HTML says less about its parts than the text does. UnreadableInput where there is nothing, or too much.
    """
    page = html is not None and re.search(r"<(?:article|main|h1)[\s>]", html, re.IGNORECASE) is not None
    content = (html if page and html is not None else text).encode("utf-8", "replace")
    if len(content) > MAX_BYTES:
        raise UnreadableInput(_too_large(name, len(content)))
    if not content.strip():
        raise UnreadableInput("There is no text to paste; copy an article first.")
    media_type = "text/html" if page or _HTML.match(content.lstrip()[:SNIFFED_BYTES]) else "text/plain"
    return Capture(content, media_type, name, how, datetime.now(UTC), encoding="utf-8")


def _capture(content: bytes, name: str, how: str, *, raw: bool, url: str | None, looks_html: bool = False) -> Capture:
    if not content.strip(b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf\xff\xfe"):
        raise UnreadableInput(f"{name} is empty; there is nothing to read in it.")
    for signature, sentence in _SIGNATURES:
        if content.startswith(signature):
            raise UnreadableInput(f"{name} {sentence}.")
    head = content[:SNIFFED_BYTES]
    if _is_binary(head):
        raise UnreadableInput(f"{name} is not text; Verbatim reads text and HTML files.")
    plain = head.replace(b"\x00", b"")
    is_html = not raw and ((looks_html and b"<" in plain) or _starts_as_html(plain))
    return Capture(content, "text/html" if is_html else "text/plain", name, how, datetime.now(UTC), url=url, raw=raw)


def _starts_as_html(head: bytes) -> bool:
    """Whether markup comes first, or a document's frame comes anywhere near the start."""
    start = re.sub(
        rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff|\s|<!--.*?-->|<\?xml[^>]*>)+", b"", head[:8192], flags=re.DOTALL
    )
    return bool(_HTML.match(start)) or bool(re.search(rb"<html[\s>]|<!doctype\s+html|<body[\s>]", head[:8192], re.I))


def _is_binary(head: bytes) -> bool:
    """Whether the bytes are no text in any encoding: many control characters that no text has."""
    if head.startswith(_BOMS):
        return False
    controls = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in head)
    nuls = head.count(0)
    wide = nuls > len(head) * 0.2 and (head[::2].count(0) < nuls * 0.1 or head[1::2].count(0) < nuls * 0.1)
    return controls > len(head) * 0.02 or (nuls > len(head) * 0.1 and not wide)


def _too_large(name: str, size: int) -> str:
    size_mib, limit_mib = round(size / MIB), MAX_BYTES // MIB
    much = f"{size_mib} MB, more" if size_mib > limit_mib else "more"
    return f"{name} has {much} than the {limit_mib} MB that an article may have; split it and add the parts."
