"""Dialogs and lists for what the reader writes: names of colours, links in notes, all annotations."""

from reader.window.annotating.colour_names import ColourNames
from reader.window.annotating.link_picker import LinkPicker

__all__ = ["ColourNames", "LinkPicker"]
