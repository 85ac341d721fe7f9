"""Annotations as a table (CSV) with the columns that Readwise imports, and the colour, kind and tags beside them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import UTC

from reader.export.marked import MarkedArticle

COLUMNS = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date", "Kind", "Color", "Tags")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula: foreign words must not be able to run one."""


def annotation_table(articles: Iterable[MarkedArticle]) -> str:
    """A line for each annotation; a note on a whole article has an empty first field."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for article in articles:
        for made in article.marks:
            at = made.span.start if made.span else made.anchor.start if made.anchor else ""
            row = (
                made.anchor.exact if made.anchor else "",
                article.title,
                ", ".join(article.authors),
                article.url or "",
                made.body,
                str(at),
                made.created.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S"),
                str(made.kind),
                made.meaning,
                ", ".join(article.tags),
            )
            writer.writerow([harmless(field) for field in row])
    return out.getvalue()


def harmless(field: str) -> str:
    """A field that no spreadsheet takes for a formula: one that looks so gets an apostrophe before it."""
    return f"'{field}" if field.startswith(_FORMULA) else field
