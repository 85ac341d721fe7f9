"""Bytes become characters: by mark, declaration, sight; damage is repaired and told."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reader.article import Capture
from reader.cleaning.decoding import decoded
from reader.intake import read_stream

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


RUSSIAN = (
    "Портовый совет решил во вторник вечером закрыть старый мост для грузовиков, потому что в опорах нашли трещины."
)
HEBREW = "ראש העיר אמר ביום שלישי שהגשר הישן ייסגר למשאיות החל מיום ראשון בבוקר, אחרי שמהנדסים מצאו סדקים."
JAPANESE = "港湾評議会は火曜日の夜、古い旋回橋へのトラックの通行を日曜日から禁止することを決めた。"
CHINESE = "港务委员会星期二晚上决定，从星期日起禁止卡车通过旧的旋转桥，因为工程师在两个轴承上发现了裂缝。"
KOREAN = "항만위원회는 화요일 밤 낡은 선회교를 일요일부터 화물차에 닫기로 결정했다."


@pytest.mark.parametrize(
    ("text", "label", "encoding"),
    [
        pytest.param(TEXT, "utf-16", "utf-16-le", id="utf-16 without a mark"),
        pytest.param(RUSSIAN, "", "utf-16-le", id="Cyrillic in utf-16 without a mark"),
        pytest.param(JAPANESE, "", "utf-16-be", id="Japanese in utf-16 without a mark"),
        pytest.param(JAPANESE, "Shift_JIS", "cp932", id="Shift_JIS"),
        pytest.param(JAPANESE, "x-sjis", "cp932", id="an old label of Shift_JIS"),
        pytest.param(JAPANESE, "", "cp932", id="Shift_JIS undeclared"),
        pytest.param(JAPANESE, "", "euc_jp", id="EUC-JP undeclared"),
        pytest.param(JAPANESE, "iso-2022-jp", "iso2022_jp", id="ISO-2022-JP"),
        pytest.param(JAPANESE, "", "iso2022_jp", id="ISO-2022-JP undeclared"),
        pytest.param(JAPANESE, "shift_jis", "utf-8", id="utf-8 that says Shift_JIS"),
        pytest.param(CHINESE, "gb2312", "gb18030", id="GB18030 that says GB2312"),
        pytest.param(CHINESE, "", "gb18030", id="GB18030 undeclared"),
        pytest.param(KOREAN, "ks_c_5601-1987", "cp949", id="Korean under its old label"),
        pytest.param(RUSSIAN, "koi8-r", "koi8_r", id="KOI8-R"),
        pytest.param(RUSSIAN, "", "koi8_r", id="KOI8-R undeclared"),
        pytest.param(RUSSIAN, "", "cp1251", id="windows-1251 undeclared"),
        pytest.param(RUSSIAN, "koi8-r", "cp1251", id="windows-1251 that says KOI8-R"),
        pytest.param(RUSSIAN, "utf-8", "cp1251", id="windows-1251 that says utf-8"),
        pytest.param(HEBREW, "windows-1255", "cp1255", id="windows-1255"),
        pytest.param(HEBREW, "iso-8859-8-i", "iso8859_8", id="ISO-8859-8 in logical order"),
        pytest.param(HEBREW, "", "cp1255", id="windows-1255 undeclared"),
    ],
)
def test_pages_in_any_encoding_come_out_whole(text: str, label: str, encoding: str) -> None:
    meta = f'<meta charset="{label}">' if label else ""
    whole = f"<html><head>{meta}</head><body>" + f"<p>{text}</p>" * 8 + "</body></html>"
    content = whole.encode(encoding)
    assert read_stream(content, name="page.html").media_type == "text/html"
    assert decoded(capture(content, "text/html")).text == whole


def test_raw_keeps_control_characters_and_line_ends() -> None:
    assert decoded(capture(b"\xef\xbb\xbfa\x00b\r\nc\x1b[0m", raw=True)).text == "a\x00b\r\nc\x1b[0m"


def test_joiners_and_marks_that_scripts_need_stay() -> None:
    text = "می\u200cروم \u200eab\u200f"
    assert decoded(capture(text.encode())).text == text
