"""What a page says twice: some hold their article once for wide screens and once more for narrow ones."""

from __future__ import annotations

from collections.abc import Iterable

from reader.article import word_count

LEAST_WORDS = 10
"""Shorter sentences may be said twice."""
LEAST_SHARE = 0.1
"""Where less of a text is a repetition, the text repeats itself: a refrain, a recipe, a summary at the end."""
_SENTENCE_ENDS = tuple('.!?…”"’。！？')


def repeated(texts: Iterable[tuple[int, str]]) -> set[int]:
    """The numbers of the texts, of all that were kept, that are sentences which stand earlier too; none where these are few."""
    seen: set[str] = set()
    again: set[int] = set()
    every = words_again = 0
    for number, text in texts:
        words = word_count(text)
        every += words
        if words < LEAST_WORDS or not text.endswith(_SENTENCE_ENDS):
            continue
        if text in seen:
            again.add(number)
            words_again += words
        seen.add(text)
    return again if words_again >= LEAST_SHARE * every else set()
