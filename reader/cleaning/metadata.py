"""What a page says of itself: structured data (JSON-LD), meta elements, and, where they are silent, the visible page."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from lxml.html import HtmlElement

from reader.cleaning.bylines import byline, is_bare_name
from reader.cleaning.datelines import first_date

_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|Review|LiveBlogPosting|WebPage)$", re.IGNORECASE)
_TITLE_JOINT = re.compile(r"\s+[|–—·•»«-]\s+|\s*[|»]\s*")
_URL = re.compile(r"^https?://\S+$", re.IGNORECASE)
LONGEST_TITLE_CHARACTERS = 500
"""A longer title is not looked through for the site's name."""
LONGEST_DATE_CHARACTERS = 200


@dataclass
class Metadata:
    """The fields of an article that the page names; the first source that names one counts."""

    title: str | None = None
    standfirst: str | None = None
    authors: list[str] = field(default_factory=list)
    publisher: str | None = None
    section: str | None = None
    language: str | None = None
    url: str | None = None
    published: str | None = None
    modified: str | None = None


def metadata_of(page: HtmlElement, url: str | None) -> Metadata:
    """The page's metadata by structured data first, then meta elements, then its head."""
    found = Metadata(language=_language(page), url=url)
    meta = _meta(page)
    for data in _structured(page):
        _take_structured(found, data)
    found.publisher = found.publisher or meta.get("og:site_name") or meta.get("application-name")
    found.title = _title(page, meta, found)
    found.standfirst = found.standfirst or meta.get("og:description") or meta.get("description")
    found.section = found.section or meta.get("article:section")
    if not found.authors:
        named = [
            meta.get(name)
            for name in ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
        ]
        found.authors = names_in([name for name in named if name and not _URL.match(name)])
    keys = (
        "article:published_time",
        "datepublished",
        "date",
        "parsely-pub-date",
        "dc.date.issued",
        "dc.date",
        "pubdate",
        "sailthru.date",
    )
    found.published = found.published or next((d for key in keys if (d := iso(meta.get(key)))), None)
    found.modified = found.modified or next(
        (d for key in ("article:modified_time", "lastmod") if (d := iso(meta.get(key)))), None
    )
    canonical = page.xpath("//link[@rel='canonical']/@href")
    address = next((str(link) for link in [*canonical, meta.get("og:url")] if link and _URL.match(str(link))), None)
    found.url = address or found.url
    if not found.published:
        found.published = _visible_time(page)
    return found


def names_in(values: Iterable[str]) -> list[str]:
    """People's names alone, out of what pages put where a name belongs."""
    names: list[str] = []
    for value in values:
        text = re.sub(r"\s+", " ", value).strip(" ,|")
        parsed = byline(text if re.match(r"(?i)by\s", text) else f"By {text}")
        for name in parsed.authors if parsed else ([text] if is_bare_name(text) else []):
            if name not in names:
                names.append(name)
    return names


def iso(value: object) -> str | None:
    """A date as pages write it, in ISO 8601 to the minute, with its zone if it has one; None where it is none."""
    if not isinstance(value, str) or not value.strip():
        return None
    text = value.strip()
    match = re.match(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?", text)
    if match is None:
        return first_date(text[:LONGEST_DATE_CHARACTERS])
    day, clock, zone = match.groups()
    try:
        datetime.fromisoformat(day)
    except ValueError:
        return None
    if clock is None:
        return day
    if zone and zone != "Z" and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"{day}T{clock}{'+00:00' if zone == 'Z' else zone or ''}"


def _meta(page: HtmlElement) -> dict[str, str]:
    """The page's meta elements by lower-case name; the first of each counts."""
    found: dict[str, str] = {}
    for element in page.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.lower(), content.strip())
    return found


def _structured(page: HtmlElement) -> Iterator[dict[str, Any]]:
    """The objects in the page's JSON-LD that describe an article, real articles first."""
    objects: list[dict[str, Any]] = []
    for script in page.xpath("//script[contains(@type, 'ld+json')]"):
        text = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", script.text or "")
        try:
            objects += _objects(json.loads(text, strict=False))
        except (ValueError, RecursionError):
            continue
    kinds = [(o, " ".join(o["@type"]) if isinstance(o.get("@type"), list) else str(o.get("@type"))) for o in objects]
    articles = [(o, kind) for o, kind in kinds if _ARTICLE_TYPES.search(kind)]
    yield from (o for o, kind in sorted(articles, key=lambda pair: "WebPage" in pair[1]))


def _objects(data: Any, depth: int = 0) -> list[dict[str, Any]]:
    if depth > 6:
        return []
    if isinstance(data, list):
        return [found for item in data for found in _objects(item, depth + 1)]
    if not isinstance(data, dict):
        return []
    inner = [
        found for key in ("@graph", "mainEntity", "mainEntityOfPage") for found in _objects(data.get(key), depth + 1)
    ]
    return [data, *inner]


def _take_structured(found: Metadata, data: dict[str, Any]) -> None:
    found.title = found.title or _text(data.get("headline"))
    found.authors = found.authors or names_in(_names(data.get("author")) or _names(data.get("creator")))
    found.publisher = found.publisher or next(iter(_names(data.get("publisher"))), None)
    found.standfirst = found.standfirst or _text(data.get("description"))
    found.section = found.section or _text(data.get("articleSection"))
    found.language = found.language or _text(data.get("inLanguage"))
    found.published = found.published or iso(data.get("datePublished"))
    found.modified = found.modified or iso(data.get("dateModified"))


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, str) or not value.strip():
        return None
    return re.sub(r"\s+", " ", re.sub(r"<[^<>]+>", "", html.unescape(value))).strip()


def _names(value: Any) -> list[str]:
    if isinstance(value, list):
        return [name for item in value for name in _names(item)]
    if isinstance(value, dict):
        return _names(value.get("name"))
    text = _text(value)
    return [text] if text and not _URL.match(text) else []


def _title(page: HtmlElement, meta: dict[str, str], found: Metadata) -> str | None:
    """The headline: the visible one where it agrees with what the head says, else structured data, else the title."""
    headings = [text for h in page.iter("h1") if (text := re.sub(r"\s+", " ", h.text_content()).strip())]
    declared = found.title or meta.get("og:title") or meta.get("twitter:title")
    head = page.findtext(".//title")
    candidates = [_without_site(text, found.publisher) for text in (declared, head) if text]
    for heading in headings:
        if any(_alike(heading, candidate) for candidate in candidates):
            return heading
    if candidates:
        return candidates[0]
    return headings[0] if headings else None


def _without_site(title: str, site: str | None) -> str:
    """A title without the site's name at its end or start."""
    text = re.sub(r"\s+", " ", title).strip()
    if len(text) > LONGEST_TITLE_CHARACTERS:
        return text
    parts = [part.strip() for part in _TITLE_JOINT.split(text) if part.strip()]
    if len(parts) < 2:
        return text
    own = _folded(site or "")
    kept = [part for part in parts if not own or _folded(part) != own]
    if own and len(kept) < len(parts):
        cut = text
        for part in parts:
            if _folded(part) == own:
                cut = re.sub(rf"\s*[|–—·•»«-]\s*{re.escape(part)}\s*$|^\s*{re.escape(part)}\s*[|–—·•»«-]\s*", "", cut)
        return cut.strip()
    if len(parts[-1].split()) <= 4 and len(" ".join(parts[:-1]).split()) >= 4:
        return re.sub(rf"\s*[|–—·•»«-]\s*{re.escape(parts[-1])}$", "", text)
    return text


def _alike(a: str, b: str) -> bool:
    x, y = set(_folded(a).split()), set(_folded(b).split())
    return bool(x and y) and len(x & y) / min(len(x), len(y)) >= 0.7 and len(x) <= 3 * len(y)


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _language(page: HtmlElement) -> str | None:
    root = page if page.tag == "html" else page.getroottree().getroot()
    value = (root.get("lang") or root.get("xml:lang") or "").strip().replace("_", "-")
    return value if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", value) else None


def _visible_time(page: HtmlElement) -> str | None:
    for element in page.iter("time"):
        value = iso(element.get("datetime")) or first_date(element.text_content()[:80])
        if value:
            return value
    for element in page.xpath("//*[contains(@itemprop,'datePublished')]"):
        value = iso(element.get("content") or element.get("datetime")) or first_date(element.text_content()[:80])
        if value:
            return value
    return None
