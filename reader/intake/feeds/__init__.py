"""Feeds and lists of feeds, as the documents that they are; for worker processes."""

from reader.intake.feeds.opml import parsed_opml, written_opml
from reader.intake.feeds.parsing import MAX_ITEMS, parsed_feed

__all__ = ["MAX_ITEMS", "parsed_feed", "parsed_opml", "written_opml"]
