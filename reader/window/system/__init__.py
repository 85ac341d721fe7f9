"""Verbatim among other programs: one instance, what it is asked to open, what is dragged out of it, what it tells."""

from reader.window.system.asked import Wants, wants_of
from reader.window.system.handing import article_mime, mail_address, quote_mime, written_page
from reader.window.system.instance import Instance, hand_over
from reader.window.system.notices import Notices

__all__ = [
    "Instance",
    "Notices",
    "Wants",
    "article_mime",
    "hand_over",
    "mail_address",
    "quote_mime",
    "wants_of",
    "written_page",
]
