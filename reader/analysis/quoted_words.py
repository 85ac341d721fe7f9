"""The words of a quotation as they are printed: cut at its marks, and put together again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.analysis.marks import Marked
from reader.article import Span

FRAGMENTS_JOINT = " … "
"""Stands for words between those that were said, where these would otherwise run into each other."""
_WORD = re.compile(r"\w")
_END = re.compile(r"[.!?…][^\w.!?…]*$")
_OPENERS = (",", ":", ".", "!", "?", "—", "–", ";", "”", "(", "-")


def pieces(text: str, content: Span, parts: Sequence[Marked]) -> Iterator[tuple[Span, bool]]:
    """The content cut at quotation marks, without them; each piece with whether it stands between marks."""
    marks = {edge for part in parts for edge in (*part.outer, *part.inner) if content.start < edge < content.end}
    for start, end in pairwise(sorted({content.start, content.end, *marks})):
        piece = stripped(text, Span(start, end))
        if _WORD.search(text[piece.start : piece.end]):
            yield piece, any(part.inner.start <= piece.start and piece.end <= part.inner.end for part in parts)


def is_sentence(text: str, span: Span) -> bool:
    """Whether quoted words are speech of their own and not a part of the reporter's sentence."""
    first = next((c for c in text[span.start : span.end] if c.isalnum()), "")
    lead = text[max(0, span.start - 4) : span.start].rstrip("“\"‘'«„ ")
    opens = not lead or "\n" in text[max(0, span.start - 3) : span.start] or lead.endswith(_OPENERS)
    return bool(opens) and (first.isupper() or first.isdigit() or not first.isascii() or lead.endswith(":"))


def stripped(text: str, span: Span) -> Span:
    """The span without the blanks at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def fragments(text: str, quoted: Sequence[Span]) -> str:
    """The quoted words of one clause; those that only a full stop and marks part run on."""
    wording = text[quoted[0].start : quoted[0].end]
    for before, after in pairwise(quoted):
        joint = FRAGMENTS_JOINT if _WORD.search(text, before.end, after.start) else " "
        wording += joint + text[after.start : after.end]
    return wording


def sentences(text: str, quoted: Sequence[Span]) -> str:
    """Quoted speech; where its reporter ends a sentence for it, behind a comma, a joint tells that it was another one."""
    wording = text[quoted[0].start : quoted[0].end]
    for before, after in pairwise(quoted):
        another = not _END.search(wording) and _END.search(text[before.end : after.start])
        wording += (FRAGMENTS_JOINT if another else " ") + text[after.start : after.end]
    return wording
