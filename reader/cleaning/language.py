"""Which language a text is written in, by lingua."""

from __future__ import annotations

from functools import cache

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

SAMPLE_CHARACTERS = 1500
SHORTEST_CHARACTERS = 30

_LANGUAGES = (
    "ARABIC BULGARIAN CHINESE CROATIAN CZECH DANISH DUTCH ENGLISH ESTONIAN FINNISH FRENCH GERMAN GREEK HEBREW HINDI "
    "HUNGARIAN INDONESIAN ITALIAN JAPANESE KOREAN LATVIAN LITHUANIAN NYNORSK BOKMAL PERSIAN POLISH PORTUGUESE ROMANIAN "
    "RUSSIAN SERBIAN SLOVAK SLOVENE SPANISH SWEDISH THAI TURKISH UKRAINIAN URDU VIETNAMESE"
).split()


@cache
def _detector() -> LanguageDetector:
    languages = [getattr(Language, name) for name in _LANGUAGES]
    return LanguageDetectorBuilder.from_languages(*languages).with_low_accuracy_mode().build()


def language_of(text: str) -> str | None:
    """The text's language as a BCP 47 tag ("en"), judged by its beginning; None where it is too short to tell."""
    sample = text[:SAMPLE_CHARACTERS]
    if len(sample) < SHORTEST_CHARACTERS:
        return None
    language = _detector().detect_language_of(sample)
    return language.iso_code_639_1.name.lower() if language is not None else None
