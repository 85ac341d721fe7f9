"""Articles and what was read out of them → files that other programs read."""

from reader.export.standoff import standoff

__all__ = ["standoff"]
