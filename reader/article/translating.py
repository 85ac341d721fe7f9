"""The interface's words in the reader's language: every sentence that a person meets goes through `tr`.

The sources are English and say what they mean without a catalogue. The window hands in a translator when it starts; the
terminal speaks English. `packaging/translations.py` collects every literal that stands in one of these calls.
"""

from __future__ import annotations

from collections.abc import Callable

Translator = Callable[[str, int], str]
"""Gives for an English source and a number (-1 for none) the translation, or an empty text where it knows none."""

_translator: Translator | None = None


def translate_by(translator: Translator | None) -> None:
    """Lets `translator` translate from now on; None for English."""
    global _translator  # noqa: PLW0603 - one process speaks one language
    _translator = translator


def tr(text: str, /, **values: object) -> str:
    """`text` in the reader's language, its {names} filled with `values`.

    Write the text as one literal, never an f-string: tr("{name} is in the trash.", name=title).
    """
    translated = (_translator(text, -1) if _translator is not None else "") or text
    return translated.format(**values) if values else translated


def counted(n: int, one: str, many: str, /, **values: object) -> str:
    """The form that fits a number, which {n} stands for: counted(3, "{n} article", "{n} articles")."""
    translated = (_translator(many, n) if _translator is not None else "") or (one if n == 1 else many)
    return translated.format(n=told_number(n), **values)


def told_number(n: int) -> str:
    """A number with what parts its thousands in the reader's language."""
    return f"{n:,}".replace(",", tr("1,000")[1])


def mark(text: str) -> str:
    """`text` itself, marked for translation: for tables of literals that `tr` translates where they are shown."""
    return text


def within(sentence: str) -> str:
    """A sentence as it goes on in another one: English writes it small, other languages keep their capitals."""
    return f"{sentence[:1].lower()}{sentence[1:]}" if _translator is None else sentence
