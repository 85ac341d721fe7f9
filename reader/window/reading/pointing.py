"""What of an analysis stands at an offset: the entity or quotation that the mouse or the caret points at."""

from __future__ import annotations

from reader.article import Analysis, Span


def thing_at(analysis: Analysis | None, offset: int | None) -> tuple[str, int] | None:
    """The entity or quotation at an offset: ("entity", its place in the list) or ("quote", its index)."""
    if analysis is None or offset is None:
        return None
    for i, entity in enumerate(analysis.entities):
        if any(mention.start <= offset < mention.end for mention in entity.mentions):
            return "entity", i
    for i, quote in enumerate(analysis.quotes):
        if any(span.start <= offset < span.end for span in quote.spans):
            return "quote", i
    return None


def names_at(analysis: Analysis | None, offset: int | None) -> list[Span]:
    """The mentions of entities at an offset."""
    if analysis is None or offset is None:
        return []
    mentions = (mention for entity in analysis.entities for mention in entity.mentions)
    return [Span(m.start, m.end) for m in mentions if m.start <= offset < m.end]
