"""The inspector beside the article."""

from reader.window.inspector.content import citation
from reader.window.inspector.inspector import ENTITIES, NOTES, QUOTES, SOURCE, TABS, TIMELINE, Inspector

__all__ = ["ENTITIES", "NOTES", "QUOTES", "SOURCE", "TABS", "TIMELINE", "Inspector", "citation"]
