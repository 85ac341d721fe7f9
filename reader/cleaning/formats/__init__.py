"""Formats other than HTML and text: each is a function from a capture to the page in it, or to the document it is.

A new format is one function and one line in `READERS`; intake names its media type by looking at the bytes.
"""

from __future__ import annotations

from collections.abc import Mapping

from reader.article import FEED_ITEM
from reader.cleaning.formats.book import read_epub
from reader.cleaning.formats.document import Document, Known, Page, Reader, article_of_document, with_known
from reader.cleaning.formats.feed_item import read_feed_item
from reader.cleaning.formats.mail import read_mail
from reader.cleaning.formats.markdown import read_markdown
from reader.cleaning.formats.office import read_docx, read_odt, read_rtf
from reader.cleaning.formats.pdf import read_pdf
from reader.cleaning.formats.wrapped import read_mhtml, read_webarchive
from reader.cleaning.formats.zipped import Part, parts_of

READERS: Mapping[str, Reader] = {
    "application/pdf": read_pdf,
    "application/epub+zip": read_epub,
    "application/rtf": read_rtf,
    "application/vnd.oasis.opendocument.text": read_odt,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": read_docx,
    FEED_ITEM: read_feed_item,
    "application/x-webarchive": read_webarchive,
    "message/rfc822": read_mail,
    "multipart/related": read_mhtml,
    "text/markdown": read_markdown,
}
"""The function for each media type."""

__all__ = ["READERS", "Document", "Known", "Page", "Part", "article_of_document", "parts_of", "with_known"]
