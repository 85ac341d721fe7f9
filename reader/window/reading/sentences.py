"""The sentences of a text, as they are read aloud: one after another, the sentence being read lit."""

from __future__ import annotations

import re

from reader.article import Span

_END = re.compile(r"(?:[.!?…]['”’»\")\]]*(?=\s)|[。！？]['”’」』]*|\n+)\s*")
_ABBREVIATION = re.compile(r"(?:^|\s)(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Lt|Col|No|vs|[A-Z])\.$")
"""After these a full stop ends no sentence."""


def sentences_of(text: str, start: int = 0) -> list[Span]:
    """The sentences of a text from the one that holds `start` on; what a speaker would say in one breath."""
    found: list[Span] = []
    begin = 0
    for end in _END.finditer(text):
        if _ABBREVIATION.search(text[max(0, end.start() - 8) : end.start() + 1]) and "\n" not in end[0]:
            continue
        _append(found, text, begin, end.end())
        begin = end.end()
    _append(found, text, begin, len(text))
    return [span for span in found if span.end > start]


def _append(found: list[Span], text: str, begin: int, end: int) -> None:
    stripped = text[begin:end].rstrip()
    if any(character.isalnum() for character in stripped):
        found.append(Span(begin, begin + len(stripped)))
