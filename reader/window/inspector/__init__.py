"""The inspector beside the article."""

from reader.window.inspector.citations import (
    article_citation,
    citation,
    citation_html,
    citation_markdown,
    citation_picture,
)
from reader.window.inspector.content import Wanted
from reader.window.inspector.inspector import Inspector
from reader.window.inspector.tabs import ENTITIES, NOTES, QUOTES, SOURCE, TABS, TIMELINE

__all__ = [
    "ENTITIES",
    "NOTES",
    "QUOTES",
    "SOURCE",
    "TABS",
    "TIMELINE",
    "Inspector",
    "Wanted",
    "article_citation",
    "citation",
    "citation_html",
    "citation_markdown",
    "citation_picture",
]
