"""Web pages in a wrapping: MHTML (RFC 2557) and Safari's web archives (property lists)."""

from __future__ import annotations

import plistlib
import re
from dataclasses import replace
from xml.parsers.expat import ExpatError

from reader.article import Capture, UnreadableInput
from reader.cleaning.formats.document import Known, Page
from reader.cleaning.formats.mail import contained, header, parsed_message, root_part

_URL = re.compile(r"https?://\S+", re.IGNORECASE)
_DAMAGE = (
    plistlib.InvalidFileException, ExpatError, KeyError, TypeError, ValueError, AttributeError, IndexError,
    OverflowError, RecursionError, EOFError,
)  # fmt: skip
"""All that the property list's parser meets in broken files."""


def read_mhtml(capture: Capture) -> Page:
    """The page of an MHTML file: its root part, with the address that it was saved from."""
    message = parsed_message(capture)
    part = root_part(message)
    if part is None:
        raise UnreadableInput(f"{capture.name} holds no page; save it again, as HTML or as one file.")
    addresses = (header(message, "Snapshot-Content-Location"), header(part, "Content-Location"))
    url = next((address for address in addresses if _URL.fullmatch(address)), None)
    page = contained(capture, part)
    return Page(replace(page, url=capture.url or url), Known(title=header(message, "Subject") or None))


def read_webarchive(capture: Capture) -> Page:
    """The page of a Safari web archive, with the address that it was saved from."""
    try:
        main = plistlib.loads(capture.content)["WebMainResource"]
        content, media_type = main["WebResourceData"], str(main.get("WebResourceMIMEType", "text/html"))
        address, encoding = main.get("WebResourceURL"), main.get("WebResourceTextEncodingName")
    except _DAMAGE:
        raise UnreadableInput(f"{capture.name} is a damaged web archive; save the page again and add that.") from None
    if not isinstance(content, bytes) or not media_type.startswith(("text/", "application/xhtml")):
        raise UnreadableInput(
            f"{capture.name} is a web archive of something that is no page; save and add that itself."
        )
    page = replace(
        capture,
        content=content,
        media_type="text/plain" if media_type == "text/plain" else "text/html",
        encoding=encoding if isinstance(encoding, str) else None,
        url=capture.url or (address if isinstance(address, str) and _URL.fullmatch(address) else None),
    )
    return Page(page)
