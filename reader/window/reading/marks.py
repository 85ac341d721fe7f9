"""What is marked on a page, from the quietest up, as plain values: the pane draws them on the screen, the printer on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.article import Analysis, QuoteKind, Span
from reader.library import Opened
from reader.window.inspector.content import speaker_name, speaker_tints
from reader.window.theme import Colours


@dataclass(frozen=True)
class Mark:
    """How spans of the text are marked: a ground behind the words, a line below them, or both; colours or empty."""

    spans: Sequence[Span]
    ground: str = ""
    line: str = ""
    solid: bool = False


def quiet_marks(analysis: Analysis, colours: Colours) -> Iterator[Mark]:
    """Quotations, so faint that one reads past them; what is only reported has no mark."""
    for quote in analysis.quotes:
        if quote.kind is not QuoteKind.INDIRECT:
            yield Mark(quote.spans, ground=colours.quote)


def plain_marks(analysis: Analysis, colours: Colours) -> Iterator[Mark]:
    """Every quotation in its speaker's colour and every name underlined, for one who asks for them."""
    tints = speaker_tints(analysis.quotes, colours)
    for quote in analysis.quotes:
        yield Mark(quote.spans, ground=colours.lit, line=tints[speaker_name(quote.speaker)], solid=True)
    for entity in analysis.entities:
        yield Mark([Span(mention.start, mention.end) for mention in entity.mentions], line=colours.edge)


def own_marks(opened: Opened, colours: Colours) -> Iterator[Mark]:
    """What the reader marked: notes and bookmarked passages."""
    noted = [note.span for note in opened.notes] + [mark.span for mark in opened.bookmarks]
    yield Mark([span for span in noted if span is not None], line=colours.accent)
