"""Dialogs and lists for what the reader writes: names of colours, links in notes, all annotations."""

from reader.window.annotating.colour_names import ColourNames
from reader.window.annotating.exporting import Choice, ExportAnnotations
from reader.window.annotating.link_picker import LinkPicker
from reader.window.annotating.overview import Choices, Overview, as_text

__all__ = ["Choice", "Choices", "ColourNames", "ExportAnnotations", "LinkPicker", "Overview", "as_text"]
