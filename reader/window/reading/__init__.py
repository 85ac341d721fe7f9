"""The reading pane."""

from reader.window.reading.find_bar import FindBar
from reader.window.reading.page import printed_date
from reader.window.reading.pane import ReadingPane

__all__ = ["FindBar", "ReadingPane", "printed_date"]
