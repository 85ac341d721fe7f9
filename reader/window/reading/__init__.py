"""The reading pane."""

from reader.window.reading.find_bar import FindBar
from reader.window.reading.page import printed_date
from reader.window.reading.pane import ReadingPane
from reader.window.reading.place import Place

__all__ = ["FindBar", "Place", "ReadingPane", "printed_date"]
