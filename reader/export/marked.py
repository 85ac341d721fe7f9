"""What the reader marked, as values that every exporter takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reader.article import Anchor, Span


class MarkKind(StrEnum):
    HIGHLIGHT = "highlight"
    NOTE = "note"
    BOOKMARK = "bookmark"


@dataclass(frozen=True)
class Marked:
    """A highlight, note or bookmark. `key` is a UUID; `anchor` is None for a note on a whole article.

    `span` is where its passage stands now, None where it is gone (or on none); `sure` is False where that is a guess.
    `colour` is a highlight's, `meaning` the reader's name for it; `subject` whom or what a note is on, if on somebody.
    """

    kind: MarkKind
    key: str
    anchor: Anchor | None
    span: Span | None
    sure: bool
    colour: str
    meaning: str
    body: str
    subject: str
    created: datetime
    changed: datetime

    @property
    def quoted(self) -> str:
        """The words of its passage, on one line."""
        return " ".join(self.anchor.exact.split()) if self.anchor else ""


@dataclass(frozen=True)
class MarkedArticle:
    """An article with what the reader marked in it, in the order of the text. `saved` is when it came in."""

    number: int
    title: str
    url: str | None
    authors: tuple[str, ...]
    site: str
    published: str | None
    saved: datetime
    tags: tuple[str, ...]
    marks: tuple[Marked, ...]


Links = Mapping[int, str]
"""The headlines of articles by their numbers, for links in notes."""
