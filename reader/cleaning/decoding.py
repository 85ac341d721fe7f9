"""From a capture's bytes to characters: the encoding found, damage repaired and told, control characters taken out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from reader.article import Capture

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,80}?encoding=[\"']([\w.:-]{2,40})", re.I
)
_BROWSER_NAMES = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
}
"""What a label means in a browser (WHATWG Encoding Standard, "names and labels")."""

CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff\ufeff]")
"""Characters that are no text: C0 and C1 controls, direction overrides, lone surrogates, byte-order marks.

Joiners and the left-to-right and right-to-left marks stay: scripts need them.
"""
_ESCAPE_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b\n]{0,200}(?:\x07|\x1b\\)|[@-Z\\-_])")
GUESS_BYTES = 200_000


@dataclass(frozen=True)
class Decoded:
    """A capture's characters, with line ends as newlines, and what a reader should know about how they were had."""

    text: str
    warnings: tuple[str, ...] = ()


def decoded(capture: Capture) -> Decoded:
    """The capture's text, repaired where needed. A raw capture keeps every character but a byte-order mark."""
    text, warnings = _characters(capture)
    if capture.raw:
        return Decoded(text, tuple(warnings))
    clean = _ESCAPE_SEQUENCE.sub("", text)
    clean = CONTROLS.sub("", clean)
    if len(clean) < len(text.removeprefix("\ufeff")):
        warnings.append("The text held control characters; they were taken out.")
    clean = clean.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n")
    clean = clean.replace("\u2028", "\n").replace("\u2029", "\n")
    return Decoded(clean, tuple(warnings))


def _characters(capture: Capture) -> tuple[str, list[str]]:
    content = capture.content
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _lenient(content, encoding)
    for named in (capture.encoding, "utf-8", _wide(content)):
        if named:
            try:
                return content.decode(named), []
            except (UnicodeDecodeError, LookupError):
                continue
    declared = _declared(content) if capture.media_type == "text/html" else None
    if declared:
        try:
            return content.decode(declared), []
        except (UnicodeDecodeError, LookupError):
            pass
    if _mostly_utf8(content):
        return _lenient(content, "utf-8")
    guess = _guessed(content[:GUESS_BYTES])
    text, warnings = _lenient(content, guess)
    return text, [f"The text's encoding was not said; it was read as {guess.replace('_', '-')}.", *warnings]


def _guessed(content: bytes) -> str:
    """The encoding that makes the best text; of equally good ones windows-1252, as browsers have it."""
    matches = from_bytes(content)
    best = matches.best()
    if best is None:
        return "cp1252"
    western = next((match for match in matches if match.encoding == "cp1252"), None)
    if western is not None and western.chaos <= best.chaos and western.coherence >= best.coherence:
        return "cp1252"
    return str(best.encoding)


def _lenient(content: bytes, encoding: str) -> tuple[str, list[str]]:
    try:
        return content.decode(encoding), []
    except UnicodeDecodeError:
        text = content.decode(encoding, "replace")
        return text, ["Some bytes were damaged; \N{REPLACEMENT CHARACTER} stands where they were."]


def _declared(content: bytes) -> str | None:
    match = _DECLARED.search(content[:4096])
    if match is None:
        return None
    name = (match[1] or match[2]).decode("ascii").lower()
    return _BROWSER_NAMES.get(name, name)


def _wide(content: bytes) -> str | None:
    """UTF-16 without a byte-order mark shows in its zeros: Latin text has one in every second place."""
    head = content[:4096]
    if head.count(0) < len(head) * 0.3:
        return None
    return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"


def _mostly_utf8(content: bytes) -> bool:
    """Whether the bytes are UTF-8 with a few damaged places, and not another encoding."""
    text = content[:GUESS_BYTES].decode("utf-8", "replace")
    wrong = text.count("\N{REPLACEMENT CHARACTER}")
    right = sum(ord(character) > 127 for character in text) - wrong
    return right >= wrong or wrong <= len(text) * 0.0005
