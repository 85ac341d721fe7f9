"""What is marked on a page, from the quietest up, as plain values: the pane draws them on the screen, the printer on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.article import Analysis, QuoteKind, Span
from reader.library import COLOURS, Opened
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
    """What the reader marked: highlights, notes and bookmarked passages; a dotted line under what is only a guess."""
    placed = [(h.span, highlight_tint(h.colour, colours)) for h in opened.highlights if h.span is not None]
    for span, tints in layers(placed):
        yield Mark([span], ground=blended(tints))
    noted = [note.span for note in opened.notes] + [mark.span for mark in opened.bookmarks]
    yield Mark([span for span in noted if span is not None], line=colours.accent)
    guessed = [mark.placement for mark in opened.marks]
    yield Mark([each.span for each in guessed if each.span is not None and not each.sure], line=colours.warning)


def highlight_tint(colour: str, colours: Colours) -> str:
    """What a colour of highlights looks like in a theme."""
    names = list(COLOURS)
    return colours.highlights[names.index(colour) if colour in names else 0]


def layers(placed: Sequence[tuple[Span, str]]) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Spans that may overlap as stretches that do not, each with the values of all that lie over it, in their order."""
    edges = sorted({edge for span, _ in placed for edge in span})
    for start, end in pairwise(edges):
        over = tuple(value for span, value in placed if span.start <= start and end <= span.end)
        if over:
            yield Span(start, end), over


def blended(tints: Sequence[str]) -> str:
    """One colour that shows that several lie over each other."""
    tints = tuple(dict.fromkeys(tints))
    parts = [[int(tint[at : at + 2], 16) for tint in tints] for at in (1, 3, 5)]
    return "#" + "".join(f"{round(sum(part) / len(part)):02x}" for part in parts)
