"""The scripts that articles are written in, and the font families that systems and distributions carry for each."""

from __future__ import annotations

from enum import StrEnum


class Script(StrEnum):
    LATIN = "Latin"
    GREEK = "Greek"
    CYRILLIC = "Cyrillic"
    HEBREW = "Hebrew"
    ARABIC = "Arabic"
    DEVANAGARI = "Devanagari"
    BENGALI = "Bengali"
    TAMIL = "Tamil"
    THAI = "Thai"
    GEORGIAN = "Georgian"
    ARMENIAN = "Armenian"
    ETHIOPIC = "Ethiopic"
    KHMER = "Khmer"
    JAPANESE = "Japanese"
    KOREAN = "Korean"
    CHINESE = "Chinese"


_RANGES = (
    ("\u0370", "\u03ff", Script.GREEK), ("\u0400", "\u052f", Script.CYRILLIC), ("\u0531", "\u058f", Script.ARMENIAN),
    ("\u0590", "\u05ff", Script.HEBREW), ("\u0600", "\u08ff", Script.ARABIC), ("\u0900", "\u097f", Script.DEVANAGARI),
    ("\u0980", "\u09ff", Script.BENGALI), ("\u0b80", "\u0bff", Script.TAMIL), ("\u0e00", "\u0e7f", Script.THAI),
    ("\u10a0", "\u10ff", Script.GEORGIAN), ("\u1200", "\u139f", Script.ETHIOPIC), ("\u1780", "\u17ff", Script.KHMER),
    ("\u3040", "\u30ff", Script.JAPANESE), ("\u1100", "\u11ff", Script.KOREAN), ("\uac00", "\ud7af", Script.KOREAN),
    ("\u3400", "\u9fff", Script.CHINESE), ("\uf900", "\ufaff", Script.CHINESE), ("\ufb1d", "\ufb4f", Script.HEBREW),
    ("\ufb50", "\ufefc", Script.ARABIC), ("\U00020000", "\U0003ffff", Script.CHINESE),
)  # fmt: skip
LOOKED_AT_CHARACTERS = 200

FALLBACKS: dict[Script, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Script.LATIN: (("Noto Serif", "DejaVu Serif", "Times New Roman"), ("Noto Sans", "DejaVu Sans", "Segoe UI")),
    Script.HEBREW: (("Noto Serif Hebrew", "Frank Ruehl CLM", "David"), ("Noto Sans Hebrew", "Arial Hebrew", "Arial")),
    Script.ARABIC: (("Noto Naskh Arabic", "Amiri", "Geeza Pro", "Traditional Arabic"), ("Noto Sans Arabic", "Segoe UI", "Arial")),
    Script.DEVANAGARI: (("Noto Serif Devanagari", "Kohinoor Devanagari"), ("Noto Sans Devanagari", "Nirmala UI")),
    Script.BENGALI: (("Noto Serif Bengali", "Bangla MN"), ("Noto Sans Bengali", "Nirmala UI")),
    Script.TAMIL: (("Noto Serif Tamil", "Tamil MN"), ("Noto Sans Tamil", "Nirmala UI")),
    Script.THAI: (("Noto Serif Thai", "Thonburi"), ("Noto Sans Thai", "Leelawadee UI")),
    Script.GEORGIAN: (("Noto Serif Georgian",), ("Noto Sans Georgian", "Sylfaen")),
    Script.ARMENIAN: (("Noto Serif Armenian",), ("Noto Sans Armenian", "Sylfaen")),
    Script.ETHIOPIC: (("Noto Serif Ethiopic",), ("Noto Sans Ethiopic", "Nyala")),
    Script.KHMER: (("Noto Serif Khmer",), ("Noto Sans Khmer", "Khmer UI")),
    Script.CHINESE: (
        ("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun"),
        ("Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Zen Hei", "Droid Sans Fallback"),
    ),
    Script.JAPANESE: (
        ("Noto Serif CJK JP", "Source Han Serif", "Hiragino Mincho ProN", "Yu Mincho"),
        ("Noto Sans CJK JP", "Source Han Sans", "Hiragino Sans", "Yu Gothic", "Droid Sans Fallback"),
    ),
    Script.KOREAN: (
        ("Noto Serif CJK KR", "Source Han Serif K", "AppleMyungjo", "Batang"),
        ("Noto Sans CJK KR", "Source Han Sans K", "Apple SD Gothic Neo", "Malgun Gothic", "Droid Sans Fallback"),
    ),
}  # fmt: skip
"""For each script the families to use, with serifs and without, the best first; those of Linux, macOS and Windows."""


def script_of(text: str) -> Script:
    """The script of a text, by the first of its letters that are not Latin; Japanese where kana stand among them."""
    found = Script.LATIN
    latin = 0
    for character in text[:LOOKED_AT_CHARACTERS]:
        if character < "\u0370":
            latin += character.isalpha()
            continue
        script = next((script for first, last, script in _RANGES if first <= character <= last), None)
        if script is Script.JAPANESE:
            return script
        if script is not None and found is Script.LATIN:
            if latin > LATIN_AT_MOST:
                return Script.LATIN
            found = script
    return found


LATIN_AT_MOST = 12
"""A text that begins with more Latin letters than a name has is Latin, whatever it quotes later."""


def is_right_to_left(text: str) -> bool:
    """Whether the first letter of a text belongs to a script that runs from right to left."""
    for character in text[:LOOKED_AT_CHARACTERS]:
        if character.isalpha():
            return "\u0590" <= character <= "\u08ff" or "\ufb1d" <= character <= "\ufefc"
    return False
