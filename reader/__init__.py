"""Verbatim: a clean page to read, and beside it who said what."""

__version__ = "0.1.0"
