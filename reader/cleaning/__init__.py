"""Capture → Article: metadata, blocks, and a record of all that was taken away."""

import re
from dataclasses import replace

from reader.article import Article, Capture
from reader.cleaning.decoding import Decoded, decoded
from reader.cleaning.formats import READERS, Page, Part, article_of_document, parts_of, with_known
from reader.cleaning.html import clean_html
from reader.cleaning.plaintext import clean_text

__all__ = ["Decoded", "Part", "clean", "decoded", "parts_of"]

_INLINE_DATA = re.compile(rb"""data:(?<=[\s"'(=]data:)[\w.+/-]{0,80}(?:;[\w.=-]{1,40}){0,4},[^"'()\s<>\\]{200,}""")
"""Pictures, fonts and sounds that a page carries in itself: no text, and much of the size of a page saved as one file."""


def clean(capture: Capture) -> Article:
    """The article of a capture; UnreadableInput, in one sentence, where nothing can be made of it."""
    read = None if capture.raw else READERS.get(capture.media_type)
    if read is None:
        return _clean_page(capture)
    found = read(capture)
    if isinstance(found, Page):
        return with_known(_clean_page(found.capture), found.known)
    return article_of_document(found, capture)


def _clean_page(capture: Capture) -> Article:
    if capture.media_type == "text/html" and not capture.raw:
        return clean_html(replace(capture, content=_INLINE_DATA.sub(b"data:,", capture.content)))
    return clean_text(capture)
