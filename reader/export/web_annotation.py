"""Annotations as JSON-LD in the W3C Web Annotation data model, which Hypothesis and others read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from reader.export.marked import Marked, MarkedArticle, MarkKind

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_MOTIVATIONS = {
    MarkKind.HIGHLIGHT: "highlighting",
    MarkKind.NOTE: "commenting",
    MarkKind.BOOKMARK: "bookmarking",
}


def web_annotations(articles: Iterable[MarkedArticle]) -> str:
    """One AnnotationCollection with all annotations on its one page."""
    items = [_annotation(article, made) for article in articles for made in article.marks]
    page = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    whole = {
        "@context": CONTEXT,
        "type": "AnnotationCollection",
        "label": "Highlights, notes and bookmarks from Verbatim",
        "total": len(items),
        "first": page,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def source_of(article: MarkedArticle) -> str:
    """What an annotation's target names: the article's address, or, where it has none, its number."""
    return article.url or f"urn:verbatim:article:{article.number}"


def _annotation(article: MarkedArticle, made: Marked) -> dict[str, Any]:
    return {
        "id": f"urn:uuid:{made.key}",
        "type": "Annotation",
        "motivation": _MOTIVATIONS[made.kind],
        "created": _time(made.created),
        "modified": _time(made.changed),
        "body": _bodies(article, made),
        "target": _target(article, made),
    }


def _bodies(article: MarkedArticle, made: Marked) -> list[dict[str, Any]]:
    bodies: list[dict[str, Any]] = []
    if made.body.strip():
        text = {"type": "TextualBody", "purpose": "commenting", "format": "text/markdown", "value": made.body}
        bodies.append(text)
    tags = [made.meaning, made.subject, *article.tags]
    bodies += [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in dict.fromkeys(filter(None, tags))]
    return bodies


def _target(article: MarkedArticle, made: Marked) -> dict[str, Any]:
    target: dict[str, Any] = {"source": source_of(article)}
    if article.title:
        target["dcterms:title"] = article.title
    if made.colour:
        target["styleClass"] = made.colour
    if made.anchor is not None:
        anchor = made.anchor
        start, end = made.span or (anchor.start, anchor.end)
        quoted = {
            "type": "TextQuoteSelector",
            "exact": anchor.exact,
            "prefix": anchor.prefix,
            "suffix": anchor.suffix,
        }
        target["selector"] = [quoted, {"type": "TextPositionSelector", "start": start, "end": end}]
    return target


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
