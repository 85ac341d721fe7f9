"""What a page declares of itself for machines: JSON-LD of every shape, microdata, RDFa and meta elements."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

_ARTICLE_TYPES = re.compile(
    r"(?:Article|BlogPosting|Posting|Report|Review|HowTo|Recipe|CreativeWork|WebPage|Blog)$", re.IGNORECASE
)
_LESS = re.compile(r"(?:WebPage|CreativeWork|HowTo|Recipe|Review|Blog)$", re.IGNORECASE)
"""Types that describe an article only where no real article is described beside them."""
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)+|(?:-->|//\s*\]\]>|\]\]>|;)+\s*$")
_TRAILING_COMMA = re.compile(r",(?=\s*[\]}])")
_TAG = re.compile(r"<[^<>]+>")
_INNER_KEYS = ("@graph", "mainEntity", "mainEntityOfPage", "subjectOf", "hasPart", "itemReviewed")
_PEOPLE_KEYS = ("author", "creator", "publisher")
DEEPEST_OBJECT = 6

Object = dict[str, Any]


def meta_elements(page: HtmlElement) -> dict[str, list[str]]:
    """The contents of the page's meta elements by lower-case name, in page order."""
    found: dict[str, list[str]] = {}
    for element in page.iter("meta"):
        content = (element.get("content") or element.get("value") or "").strip()
        for name in {element.get("property"), element.get("name"), element.get("itemprop")} - {None}:
            if content and not (name == element.get("itemprop") and _is_inner_item(element)):
                found.setdefault(str(name).strip().lower(), []).append(content)
    return found


def _is_inner_item(element: HtmlElement) -> bool:
    """Whether a meta element tells of something inside the article (its picture, a comment, its publisher)."""
    for parent in element.iterancestors():
        if parent.get("itemscope") is not None:
            return parent.get("itemprop") is not None or not _ARTICLE_TYPES.search(parent.get("itemtype") or "Article")
    return False


def linked_objects(page: HtmlElement) -> list[Object]:
    """The objects in the page's JSON-LD that describe an article, real articles first; references are resolved."""
    every: list[Object] = []
    for script in page.xpath("//script[contains(@type, 'ld+json')]"):
        every += _objects(_parsed("".join(script.itertext())))
    by_id: dict[str, Object] = {}
    for found in every:
        key = found.get("@id")
        if isinstance(key, str) and len(found) > 1:
            by_id.setdefault(key, found)
    articles = []
    for found in every:
        kind = found.get("@type")
        kinds = [str(k) for k in kind] if isinstance(kind, list) else [str(kind)]
        if any(_ARTICLE_TYPES.search(k) for k in kinds):
            articles.append((all(_LESS.search(k) for k in kinds if _ARTICLE_TYPES.search(k)), found))
    articles.sort(key=lambda pair: pair[0])
    return [{key: _resolved(value, by_id) for key, value in found.items()} for _, found in articles]


def _parsed(text: str) -> Any:
    """The value of a JSON text as pages write it: wrapped in comments, with a comma or semicolon too many."""
    text = _WRAPPING.sub("", text.strip())
    for attempt in (text, _TRAILING_COMMA.sub("", text), html.unescape(text)):
        try:
            return json.JSONDecoder(strict=False).raw_decode(attempt.lstrip())[0]
        except (ValueError, RecursionError):
            continue
    return None


def _objects(data: Any, depth: int = 0) -> list[Object]:
    if depth > DEEPEST_OBJECT:
        return []
    if isinstance(data, list):
        return [found for item in data for found in _objects(item, depth + 1)]
    if not isinstance(data, dict):
        return []
    inner = [found for key in _INNER_KEYS for found in _objects(data.get(key), depth + 1)]
    people = [found for key in _PEOPLE_KEYS for found in _people(data.get(key))]
    return [data, *inner, *people]


def _people(value: Any) -> list[Object]:
    return [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, dict)]


def _resolved(value: Any, by_id: dict[str, Object]) -> Any:
    """A value with its references ({"@id": …} alone) replaced by what they name."""
    if isinstance(value, list):
        return [_resolved(item, by_id) for item in value]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return by_id.get(value["@id"], value)
    return value


def text_of(value: Any) -> str | None:
    """A value's text (the first of several) without markup; None where it has none."""
    if isinstance(value, list):
        value = next((item for item in value if text_of(item)), None)
    if isinstance(value, dict):
        value = value.get("@value")
    if not isinstance(value, str) or not value.strip():
        return None
    return unmarked(value) or None


def unmarked(text: str) -> str:
    """A text as it is read: entities decoded (also those encoded twice), no tags, single blanks."""
    return one_line(_TAG.sub("", html.unescape(text)))


def one_line(text: str) -> str:
    """A text with single blanks, entities decoded that were encoded twice."""
    return " ".join(html.unescape(text).split())


def named(value: Any) -> Iterator[tuple[str, str]]:
    """The names in a person, an organisation, a text, or a list of these, each with its type in lower case."""
    if isinstance(value, list):
        for item in value:
            yield from named(item)
    elif isinstance(value, dict):
        kind = value.get("@type")
        kind = str(kind[0] if isinstance(kind, list) and kind else kind).lower()
        name = value.get("name")
        if not name and (value.get("givenName") or value.get("familyName")):
            name = f"{value.get('givenName') or ''} {value.get('familyName') or ''}"
        for text, _ in named(name):
            yield text, kind
    elif (said := text_of(value)) is not None:
        yield said.strip("\"' "), ""
