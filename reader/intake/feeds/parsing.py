"""A feed's document → its title and items: RSS, Atom, RDF by feedparser, JSON Feed (versions 1 and 1.1) by itself.

For a worker process: what comes here is foreign. feedparser takes text that looks like a path or an address for one and
opens it, so it only ever sees a stream; and it raises on broken references, so that a damaged feed is read twice.
"""

from __future__ import annotations

import calendar
import hashlib
import html
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

import feedparser

from reader.article import FeedItem, FeedPage, UnreadableInput

MAX_ITEMS = 5_000
LONGEST_TITLE = 500
MAX_AUTHORS = 20
LONGEST_ITEM = 2_000_000
_ITEM_ENDS = re.compile(rb"</(?:[\w.-]{1,40}:)?(item|entry)\s*>", re.IGNORECASE)
_ROOT = re.compile(rb"<(rss|feed|(?:[\w.-]{1,40}:)?rdf)[\s>]", re.IGNORECASE)
_REFERENCE = re.compile(rb"&#(?:x[0-9a-f]+|\d+);", re.IGNORECASE)
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_FAULTS = (
    ValueError, OverflowError, UnicodeError, LookupError, TypeError, AttributeError, AssertionError, RecursionError,
)  # fmt: skip
"""All that feedparser is known to raise on what people publish."""


def parsed_feed(content: bytes, url: str, content_type: str = "") -> FeedPage:
    """The feed in a document that came from `url`; UnreadableInput where there is none in it."""
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return _json_feed(content, url)
    shortened, left_out = _shortened(content)
    try:
        found = _read(shortened, url, content_type)
    except _FAULTS:
        try:
            found = _read(_CONTROLS.sub(b" ", _REFERENCE.sub(_sound, shortened)), url, content_type)
        except _FAULTS:
            raise UnreadableInput("The feed is so damaged that nothing in it can be read.") from None
    entries = found.get("entries", [])
    if not found.get("version") and not entries:
        is_page = re.search(rb"<html[\s>]|<!doctype\s+html", content[:4096], re.IGNORECASE) is not None
        what = "There is a web page at this address, no feed" if is_page else "There is no feed at this address"
        raise UnreadableInput(f"{what}; look for the site's feed, or add its front page.")
    if not entries and found.get("bozo") and not found["feed"].get("title"):
        raise UnreadableInput("The feed is so damaged that nothing in it can be read.")
    feed = found["feed"]
    items = tuple(_items(entries[:MAX_ITEMS], _item))
    total = left_out + len(entries)
    icon = feed.get("icon") or feed.get("logo") or (feed.get("image") or {}).get("href")
    return FeedPage(
        title=_line(feed.get("title")),
        site=_address(feed.get("link"), url),
        language=_short(feed.get("language")),
        icon=_address(icon, url),
        every_minutes=_minutes(feed.get("ttl")),
        items=items,
        left_out=total - len(items) if total > MAX_ITEMS else 0,
    )


def _read(content: bytes, url: str, content_type: str) -> Any:
    headers = {"content-location": url, **({"content-type": content_type} if content_type else {})}
    return feedparser.parse(io.BytesIO(content), response_headers=headers)


def _shortened(content: bytes) -> tuple[bytes, int]:
    """The document without the items after the first so many, and how many those are."""
    ends = _ITEM_ENDS.finditer(content)
    at = total = 0
    for match in ends:
        total += 1
        if total == MAX_ITEMS:
            at = match.end()
    if total <= MAX_ITEMS:
        return content, 0
    root = _ROOT.search(content[:8192])
    name = root[1] if root else b"rss"
    closing = b"</channel></rss>" if name.lower() == b"rss" else b"</" + name + b">"
    return content[:at] + closing, total - MAX_ITEMS


def _sound(reference: re.Match[bytes]) -> bytes:
    """A numeric reference to a character that there is, or U+FFFD."""
    number = reference[0][2:-1]
    try:
        code = int(number[1:], 16) if number[:1] in b"xX" else int(number)
    except ValueError:
        return b"&#65533;"
    good = code in {9, 10, 13} or 32 <= code < 0xD800 or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF
    return reference[0] if good else b"&#65533;"


def _items(entries: list[Any], read: Callable[[Any], FeedItem | None]) -> Iterator[FeedItem]:
    """The items; one that cannot be read costs only itself, one that comes twice counts once."""
    seen: set[str] = set()
    for entry in entries:
        try:
            item = read(entry)
        except _FAULTS:
            continue
        if item is not None and item.key not in seen:
            seen.add(item.key)
            yield item


def _item(entry: Any) -> FeedItem | None:
    contents = [_markup(part) for part in entry.get("content") or () if isinstance(part, Mapping)]
    content = max(contents, key=len, default="")
    summary = _markup(entry.get("summary_detail") or {"value": entry.get("summary") or ""})
    title, url = _line(entry.get("title")), _address(entry.get("link"), "")
    if not (title or content or summary):
        return None
    people = [_line(person.get("name")) for person in entry.get("authors") or () if isinstance(person, Mapping)]
    names = [name for name in people or [_line(entry.get("author"))] if name]
    key = str(entry.get("id") or url or "") or _made_key(title, content or summary)
    return FeedItem(
        key=key[:2000],
        title=title,
        url=url,
        authors=tuple(dict.fromkeys(names))[:MAX_AUTHORS],
        published=_moment(entry.get("published_parsed") or entry.get("created_parsed") or entry.get("updated_parsed")),
        updated=_moment(entry.get("updated_parsed")),
        content=content[:LONGEST_ITEM],
        summary="" if summary == content else summary[:LONGEST_ITEM],
        picture=_picture(entry),
    )


def _picture(entry: Any) -> str | None:
    for part in (*(entry.get("media_content") or ()), *(entry.get("media_thumbnail") or ())):
        kind = str(part.get("medium") or part.get("type") or "image")
        if kind.startswith("image") and (url := _address(part.get("url"), "")):
            return url
    for part in entry.get("enclosures") or ():
        if str(part.get("type", "")).startswith("image/") and (url := _address(part.get("href"), "")):
            return url
    return None


def _markup(part: Mapping[str, Any]) -> str:
    value = str(part.get("value") or "")
    return html.escape(value, quote=False) if part.get("type") == "text/plain" and "<" not in value else value


def _json_feed(content: bytes, url: str) -> FeedPage:
    try:
        feed = json.loads(content.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        raise UnreadableInput("The feed is so damaged that nothing in it can be read.") from None
    entries = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(entries, list) or "jsonfeed.org" not in str(feed.get("version", "")):
        raise UnreadableInput("There is no feed at this address; look for the site's feed, or add its front page.")
    items = tuple(_items(entries[:MAX_ITEMS], lambda entry: _json_item(entry, url)))
    return FeedPage(
        title=_line(feed.get("title")),
        site=_address(feed.get("home_page_url"), url),
        language=_short(feed.get("language")),
        icon=_address(feed.get("favicon") or feed.get("icon"), url),
        items=items,
        left_out=len(entries) - len(items) if len(entries) > MAX_ITEMS else 0,
    )


def _json_item(entry: Any, base: str) -> FeedItem | None:
    if not isinstance(entry, dict):
        return None
    people = entry.get("authors") or [entry.get("author")]
    names = [_line(person.get("name")) for person in people if isinstance(person, dict)]
    text = entry.get("content_text")
    content = entry.get("content_html") or (f"<p>{html.escape(str(text), quote=False)}</p>" if text else "")
    title, url = _line(entry.get("title")), _address(entry.get("url") or entry.get("external_url"), base)
    summary = html.escape(str(entry.get("summary") or ""), quote=False)
    if not (title or content or summary):
        return None
    return FeedItem(
        key=str(entry.get("id") or url or _made_key(title, str(content)))[:2000],
        title=title,
        url=url,
        authors=tuple(name for name in names if name)[:MAX_AUTHORS],
        published=_iso(entry.get("date_published")),
        updated=_iso(entry.get("date_modified")),
        content=str(content)[:LONGEST_ITEM],
        summary=summary[:LONGEST_ITEM],
        picture=_address(entry.get("image") or entry.get("banner_image"), base),
        language=_short(entry.get("language")),
    )


def _made_key(title: str, content: str) -> str:
    return hashlib.sha256(f"{title}\n{content}".encode("utf-8", "replace")).hexdigest()


def _line(value: Any) -> str:
    """A title or a name as one line of text; markup in it is taken out, references are resolved."""
    if not isinstance(value, str):
        return ""
    text = re.sub(r"<[^<>]{0,2000}>", " ", value) if "<" in value else value
    return " ".join(html.unescape(text).split())[:LONGEST_TITLE]


def _short(value: Any) -> str | None:
    return value if isinstance(value, str) and re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", value) else None


def _address(value: Any, base: str) -> str | None:
    if not isinstance(value, str) or not value.strip():
        return None
    try:
        whole = urljoin(base, value.strip())
    except ValueError:
        return None
    return whole if re.match(r"https?://[^\s/]", whole, re.IGNORECASE) and len(whole) <= 8_000 else None


def _moment(parsed: Any) -> str | None:
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC).isoformat() if parsed else None
    except (ValueError, OverflowError, OSError, TypeError):
        return None


def _iso(value: Any) -> str | None:
    try:
        return datetime.fromisoformat(value).isoformat() if isinstance(value, str) else None
    except ValueError:
        return None


def _minutes(value: Any) -> int | None:
    text = str(value or "").strip()
    return min(int(text), 7 * 24 * 60) if text.isdigit() and len(text) < 8 and int(text) > 0 else None
