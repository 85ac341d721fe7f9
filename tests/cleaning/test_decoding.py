"""Bytes become characters: by mark, declaration, sight; damage is repaired and told."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reader.article import Capture
from reader.cleaning.decoding import decoded

TEXT = "The café “Zur Möwe” opens at the naïve hour of five, said Élise Dubois, and nobody in Tarnby objects to it."
ACCENTED = TEXT.replace("“", "«").replace("”", "»")
GREEK = "Το λιμάνι ανοίγει ξανά τη Δευτέρα, είπε η δήμαρχος, και όλοι στην πόλη χαίρονται για αυτό το νέο."


def capture(content: bytes, media_type: str = "text/plain", encoding: str | None = None, raw: bool = False) -> Capture:
    return Capture(
        content, media_type, "cafe.txt", "file", datetime(2031, 3, 1, tzinfo=UTC), encoding=encoding, raw=raw
    )


def page(charset: str) -> str:
    return f'<html><head><meta charset="{charset}"></head><body><p>{ACCENTED}</p></body></html>'


@pytest.mark.parametrize(
    ("found", "text"),
    [
        pytest.param(capture(TEXT.encode()), TEXT, id="utf-8"),
        pytest.param(capture(TEXT.encode("utf-8-sig")), TEXT, id="utf-8 with a mark"),
        pytest.param(capture(b"\xff\xfe" + TEXT.encode("utf-16-le")), TEXT, id="utf-16 little-endian with a mark"),
        pytest.param(capture(b"\xfe\xff" + TEXT.encode("utf-16-be")), TEXT, id="utf-16 big-endian with a mark"),
        pytest.param(capture(TEXT.encode("utf-32")), TEXT, id="utf-32 with a mark"),
        pytest.param(capture(GREEK.encode("iso8859-7"), encoding="iso8859-7"), GREEK, id="the carrier's charset"),
        pytest.param(capture(GREEK.encode(), encoding="no-such-charset"), GREEK, id="a carrier's charset that is none"),
        pytest.param(capture(page("windows-1252").encode("cp1252"), "text/html"), page("windows-1252"), id="meta windows-1252"),
        pytest.param(capture(page("iso-8859-1").encode("cp1252"), "text/html"), page("iso-8859-1"), id="meta latin-1 is windows-1252"),
        pytest.param(capture(page("utf-16").encode(), "text/html"), page("utf-16"), id="a meta element that lies"),
        pytest.param(capture(b"a\r\nb\rc\x0bd\x0ce\xe2\x80\xa8f"), "a\nb\nc\nd\ne\nf", id="all line ends"),
    ],
)  # fmt: skip
def test_what_is_whole_is_read_without_a_warning(found: Capture, text: str) -> None:
    assert decoded(found).text == text
    assert decoded(found).warnings == ()


@pytest.mark.parametrize(
    ("content", "text", "warning"),
    [
        pytest.param(TEXT.encode() + b" \xff\xfe end", TEXT + " \ufffd\ufffd end", "Some bytes were damaged", id="invalid utf-8"),
        pytest.param(b"\xff\xfe" + TEXT.encode("utf-16-le") + b"x", TEXT + "\ufffd", "Some bytes were damaged", id="half a utf-16 unit"),
        pytest.param(TEXT.encode().replace(b" ", b" \x00", 2), TEXT, "control characters", id="NUL bytes"),
        pytest.param(b"a \x1b[31mred\x1b[0m b \x1b]0;owned\x07c", "a red b c", "control characters", id="escape sequences"),
        pytest.param("a\u202eb\u2066c".encode(), "abc", "control characters", id="direction overrides"),
        pytest.param(ACCENTED.encode("cp1252"), ACCENTED, "read as", id="windows-1252 undeclared"),
    ],
)  # fmt: skip
def test_what_is_damaged_is_repaired_and_told(content: bytes, text: str, warning: str) -> None:
    found = decoded(capture(content))
    assert found.text == text
    assert any(warning in told for told in found.warnings)
    assert all(told.endswith(".") for told in found.warnings)


def test_raw_keeps_control_characters_and_line_ends() -> None:
    assert decoded(capture(b"\xef\xbb\xbfa\x00b\r\nc\x1b[0m", raw=True)).text == "a\x00b\r\nc\x1b[0m"


def test_joiners_and_marks_that_scripts_need_stay() -> None:
    text = "می\u200cروم \u200eab\u200f"
    assert decoded(capture(text.encode())).text == text
