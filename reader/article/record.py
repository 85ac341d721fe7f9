"""The JSON that `verbatim analyze` prints, and the way back from it.

The public record leaves out what only the application needs (origins, explanations); the full one keeps all, so
that it travels between processes and lies in the library without loss.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from reader.article.model import (
    FIELDS,
    Analysis,
    Article,
    Block,
    BlockKind,
    Claim,
    Cue,
    DateMention,
    Entity,
    EntityKind,
    Mention,
    Picture,
    Quote,
    QuoteKind,
    Reason,
    Removed,
    Span,
    Speaker,
)

Record = dict[str, Any]


def public_record(path: str, article: Article, analysis: Analysis) -> Record:
    """One article as `verbatim analyze` prints it."""
    return {
        "path": path,
        "title": article.title,
        "standfirst": article.standfirst,
        "authors": list(article.authors),
        "place": article.place,
        "publisher": article.publisher,
        "section": article.section,
        "language": article.language,
        "url": article.url,
        "published": article.published,
        "modified": article.modified,
        "text": article.text,
        "blocks": [{"kind": str(b.kind), "text": b.text, "start": b.start} for b in article.blocks],
        "removed": [{"reason": str(r.reason), "text": r.text} for r in article.removed],
        "entities": [_entity_record(entity) for entity in analysis.entities],
        "quotes": [_quote_record(quote) for quote in analysis.quotes],
        "dates": [
            {"text": date.text, "start": date.start, "end": date.end, "value": date.value} for date in analysis.dates
        ],
        "warnings": [*article.warnings, *analysis.warnings],
    }


def article_record(article: Article) -> Record:
    """An article whole, as plain JSON values; `article_from` gives it back."""
    record: Record = {name: getattr(article, name) for name in FIELDS}
    record["authors"] = list(article.authors)
    record["text"] = article.text
    record["blocks"] = [[str(b.kind), b.text, b.start, b.level, b.origin, b.why] for b in article.blocks]
    record["removed"] = [[str(r.reason), r.text, r.why, r.position, r.origin] for r in article.removed]
    record["warnings"] = list(article.warnings)
    picture = article.picture
    record["picture"] = picture and [picture.url, picture.caption, picture.credit]
    record["claims"] = [[c.field, c.source, c.value, c.weight] for c in article.claims]
    return record


def article_from(record: Mapping[str, Any]) -> Article:
    """The article of an `article_record`, of an earlier version too; KeyError or ValueError where it is none."""
    metadata = {name: record[name] for name in FIELDS}
    metadata["authors"] = tuple(record["authors"])
    return Article(
        text=record["text"],
        blocks=tuple(Block(BlockKind(kind), *rest) for kind, *rest in record["blocks"]),
        removed=tuple(Removed(Reason(reason), *rest) for reason, *rest in record["removed"]),
        warnings=tuple(record["warnings"]),
        picture=Picture(*record["picture"]) if record.get("picture") else None,
        claims=tuple(Claim(*claim) for claim in record.get("claims", ())),
        **metadata,
    )


def analysis_record(analysis: Analysis) -> Record:
    """An analysis whole, as plain JSON values; `analysis_from` gives it back."""
    return {
        "entities": [_entity_record(entity) for entity in analysis.entities],
        "quotes": [_quote_record(quote) for quote in analysis.quotes],
        "dates": [[date.text, date.start, date.end, date.value, date.rule] for date in analysis.dates],
        "made_by": [list(pair) for pair in analysis.made_by],
        "warnings": list(analysis.warnings),
    }


def analysis_from(record: Mapping[str, Any]) -> Analysis:
    """The analysis of an `analysis_record`; KeyError or ValueError where it is none."""
    return Analysis(
        entities=tuple(_entity_from(entity) for entity in record["entities"]),
        quotes=tuple(_quote_from(quote) for quote in record["quotes"]),
        dates=tuple(DateMention(*date) for date in record["dates"]),
        made_by=tuple((name, version) for name, version in record["made_by"]),
        warnings=tuple(record["warnings"]),
    )


def _entity_record(entity: Entity) -> Record:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": str(entity.kind),
        "descriptors": list(entity.descriptors),
        "mentions": [{"start": m.start, "end": m.end, "text": m.text} for m in entity.mentions],
    }


def _entity_from(record: Mapping[str, Any]) -> Entity:
    return Entity(
        record["id"],
        record["name"],
        EntityKind(record["kind"]),
        tuple(record["descriptors"]),
        tuple(Mention(m["start"], m["end"], m["text"]) for m in record["mentions"]),
    )


def _quote_record(quote: Quote) -> Record:
    speaker, cue = quote.speaker, quote.cue
    return {
        "kind": str(quote.kind),
        "text": quote.text,
        "spans": _pairs(quote.spans),
        "speaker": speaker
        and {
            "entity": speaker.entity,
            "name": speaker.name,
            "text": speaker.text,
            "spans": _pairs(speaker.spans),
        },
        "cue": cue and {"text": cue.text, "spans": _pairs(cue.spans)},
        "confidence": round(quote.confidence, 3),
    }


def _quote_from(record: Mapping[str, Any]) -> Quote:
    speaker, cue = record["speaker"], record["cue"]
    return Quote(
        QuoteKind(record["kind"]),
        record["text"],
        _spans(record["spans"]),
        speaker and Speaker(speaker["entity"], speaker["name"], speaker["text"], _spans(speaker["spans"])),
        cue and Cue(cue["text"], _spans(cue["spans"])),
        record["confidence"],
    )


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _spans(pairs: Iterable[Iterable[int]]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in pairs)
