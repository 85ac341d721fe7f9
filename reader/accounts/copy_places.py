"""Where the words of an annotation stand in a service's own copy of an article."""

from __future__ import annotations

import re

from reader.accounts.service import Copy
from reader.article import Span


def span_in(copy: Copy, exact: str, near: int) -> Span | None:
    """Where words stand in all the texts of a copy, blanks aside: of several places the one nearest to `near`."""
    words = exact.split()
    if not words:
        return None
    whole = "".join(text for _, text in copy)
    found = [Span(*match.span()) for match in re.finditer(r"\s*".join(map(re.escape, words)), whole)]
    return min(found, key=lambda span: abs(span.start - near), default=None)


def element_at(copy: Copy, at: int) -> tuple[str, int]:
    """The path of the element that has the character at a place of all the texts, and its place in that element's own."""
    begin = 0
    for path, text in copy:
        if at < begin + len(text):
            return path, at - _begin_of(copy, path)
        begin += len(text)
    raise ValueError("the place lies outside the copy")


def _begin_of(copy: Copy, path: str) -> int:
    """Where the texts of an element begin among all."""
    begin = 0
    for each, text in copy:
        if not path or each == path or each.startswith(f"{path}/"):
            break
        begin += len(text)
    return begin


def utf16(copy: Copy, at: int) -> int:
    """A place of all the texts as browsers count it."""
    return len("".join(text for _, text in copy)[:at].encode("utf-16-le")) // 2
