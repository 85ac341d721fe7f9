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
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252",
    "iso-8859-8": "cp1255", "iso-8859-8-i": "cp1255", "logical": "cp1255", "iso-8859-9": "cp1254", "latin5": "cp1254",
    "iso-8859-11": "cp874", "tis-620": "cp874", "windows-874": "cp874", "x-mac-roman": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic", "x-cp1251": "cp1251", "x-cp1252": "cp1252", "koi": "koi8_r", "koi8": "koi8_r",
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "ms_kanji": "cp932", "windows-31j": "cp932",
    "x-euc-jp": "euc_jp", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030",
    "big5": "cp950", "x-x-big5": "cp950", "euc-kr": "cp949", "korean": "cp949", "ks_c_5601-1987": "cp949",
    "unicode": "utf-8", "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8",
}  # fmt: skip
"""What a label means in a browser (WHATWG Encoding Standard, "names and labels").

A label that can be read is not written in UTF-16, whatever it says.
"""

CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff\ufeff]")
"""Characters that are no text: C0 and C1 controls, direction overrides, lone surrogates, byte-order marks.

Joiners and the left-to-right and right-to-left marks stay: scripts need them.
"""
_ESCAPE_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b\n]{0,200}(?:\x07|\x1b\\)|[@-Z\\-_])")
_JAPANESE_SHIFT = re.compile(rb"\x1b\$[@B]")
_SWAPPED = re.compile(r"\b[а-яё][А-ЯЁ]{2,}\b")
_CAPITALS, _SMALL = re.compile(r"[А-ЯЁ]"), re.compile(r"[а-яё]")
GUESS_BYTES = 200_000
WIDE_BYTES = 4096
LEAST_ZEROS = 4
"""Fewer may stand in any text by chance."""


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
    seven_bit = "iso2022_jp_2" if _JAPANESE_SHIFT.search(content[:GUESS_BYTES]) else None
    carried = _BROWSER_NAMES.get((capture.encoding or "").lower(), capture.encoding)
    for named in (_wide(content), carried, seven_bit, "utf-8"):
        if named:
            try:
                return content.decode(named), []
            except (UnicodeDecodeError, LookupError):
                continue
    declared = _declared(content) if capture.media_type == "text/html" else None
    if declared:
        try:
            text = content.decode(declared)
        except (UnicodeDecodeError, LookupError):
            text = ""
        if text and not _is_of_another_cyrillic(text):
            return text, []
    if _mostly_utf8(content):
        return _lenient(content, "utf-8")
    guess = _guessed(content[:GUESS_BYTES])
    text, warnings = _lenient(content, guess)
    return text, [f"The text's encoding was not said; it was read as {guess.replace('_', '-')}.", *warnings]


def _guessed(content: bytes) -> str:
    """The encoding that makes the best text; of equally good ones windows-1252, as browsers have it."""
    matches = from_bytes(content, preemptive_behaviour=False)  # what the page declares did not fit
    best = matches.best()
    if best is None:
        return "cp1252"
    if best.encoding in {"cp1251", "mac_cyrillic", "cp1256"} and _is_hebrew(content):
        return "cp1255"
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
    """UTF-16 without a byte-order mark shows in its zeros: blanks and markup have one in every second place."""
    head = content[:WIDE_BYTES]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if even + odd < max(LEAST_ZEROS, len(head) * 0.08) or min(even, odd) > max(even, odd) * 0.1:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_hebrew(content: bytes) -> bool:
    """Whether bytes that may be Cyrillic are Hebrew: that has neither capitals nor letters in the last five places."""
    letters = sum(0xE0 <= byte <= 0xFA for byte in content)
    others = sum(0xC0 <= byte <= 0xDF or byte >= 0xFB for byte in content)
    return letters > 20 and others < letters * 0.02


def _is_of_another_cyrillic(text: str) -> bool:
    """Whether small and capital letters are swapped, as where windows-1251 is read as KOI8-R or the other way round."""
    return _SWAPPED.search(text) is not None and len(_CAPITALS.findall(text)) > 2 * len(_SMALL.findall(text))


def _mostly_utf8(content: bytes) -> bool:
    """Whether the bytes are UTF-8 with a few damaged places, and not another encoding."""
    text = content[:GUESS_BYTES].decode("utf-8", "replace")
    wrong = text.count("\N{REPLACEMENT CHARACTER}")
    right = sum(ord(character) > 127 for character in text) - wrong
    return right >= wrong or wrong <= len(text) * 0.0005
