"""The reading pane."""

from reader.window.reading.page import printed_date
from reader.window.reading.pane import ReadingPane

__all__ = ["ReadingPane", "printed_date"]
