"""Searching in the window: the box with its suggestions, the answers of each kind, what is said where there are none."""

from reader.window.searching.found_list import FoundList
from reader.window.searching.sheet import Sheet, sheet_page
from reader.window.searching.view import Kind, SearchView

__all__ = ["FoundList", "Kind", "SearchView", "Sheet", "sheet_page"]
