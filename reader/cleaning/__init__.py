"""Capture → Article: metadata, blocks, and a record of all that was taken away."""

from reader.article import Article, Capture
from reader.cleaning.decoding import Decoded, decoded
from reader.cleaning.html import clean_html
from reader.cleaning.plaintext import clean_text

__all__ = ["Decoded", "clean", "decoded"]


def clean(capture: Capture) -> Article:
    """The article of a capture; UnreadableInput, in one sentence, where nothing can be made of it."""
    if capture.media_type == "text/html" and not capture.raw:
        return clean_html(capture)
    return clean_text(capture)
