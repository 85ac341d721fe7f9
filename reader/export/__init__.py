"""Articles and what was read out of them → files that other programs read."""

from reader.export.marked import Links, Marked, MarkedArticle, MarkKind
from reader.export.standoff import standoff
from reader.export.table import annotation_table
from reader.export.vault import Written, write_vault
from reader.export.web_annotation import web_annotations

__all__ = [
    "Links",
    "MarkKind",
    "Marked",
    "MarkedArticle",
    "Written",
    "annotation_table",
    "standoff",
    "web_annotations",
    "write_vault",
]
