"""One item of a feed, as the feed's document said it: nearly all of its text is the article's."""

from __future__ import annotations

import json
import re
from html import unescape

from reader.article import Block, BlockKind, Capture, UnreadableInput
from reader.cleaning.formats.document import Document, Known, from_markup, key_of

LONGEST_STANDFIRST = 600
_NO_MORE = "the feed gives no more than the headline"
_MORE = re.compile(
    r"\s*(?:\[?(?:…|\.\.\.)\]?|\(?(?:read|continue|see) (?:more|reading|the rest)\W*(?:→|»|&rarr;)?)\s*$", re.IGNORECASE
)


def read_feed_item(capture: Capture) -> Document:
    """The item as a document: its content, or its summary where it has no more."""
    try:
        item = json.loads(capture.content)
        title, content, summary = (str(item[name] or "") for name in ("title", "content", "summary"))
        authors = tuple(str(name) for name in item["authors"])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise UnreadableInput(f"{capture.name} is a damaged item of a feed; refresh the feed.") from None
    pieces = from_markup(content) or from_markup(f"<p>{content}</p>") if content.strip() else []
    under = _plain(summary)
    if not pieces:
        pieces, under = from_markup(summary) or from_markup(f"<p>{summary}</p>"), ""
    warnings: tuple[str, ...] = ()
    if not pieces and title:
        pieces, warnings = [Block(BlockKind.PARAGRAPH, title)], (_NO_MORE,)
    begins = key_of(" ".join(piece.text for piece in pieces[:3]))
    says_more = 40 < len(under) <= LONGEST_STANDFIRST and not begins.startswith(key_of(_MORE.sub("", under))[:60])
    known = Known(
        title=title or None,
        standfirst=under if says_more else None,
        authors=authors,
        publisher=item.get("feed") or None,
        language=item.get("language"),
        url=item.get("url"),
        published=item.get("published"),
        warnings=warnings,
        modified=item.get("updated") if item.get("updated") != item.get("published") else None,
    )
    return Document(pieces, known)


def _plain(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^<>]{0,2000}>", " ", markup)).split())
