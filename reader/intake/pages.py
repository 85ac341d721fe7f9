"""What a page from the web says beside its article: its proper address, its feeds, its pictures, whether it needs scripts.

For a worker process: what comes here is foreign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree, html

from reader.article import FoundFeed, FoundPicture, PageFacts

MAX_PICTURES = 24
MAX_FEEDS = 40
FEW_WORDS = 80
"""A page that shows no more is no article that could be read."""
LONGEST_CAPTION = 600

_FEED_TYPES = re.compile(
    r"application/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)|text/(?:rss|atom)\+?xml", re.IGNORECASE
)
_JSON = re.compile(r"application/json", re.IGNORECASE)
_FEED_LIKE = re.compile(
    r"(?:^|/)(?:feed|rss|atom)s?(?:/|\.xml|\.rdf|\.json|$)|\.(?:rss|rdf|atom)$|/(?:index|feed|rss|atom)\.(?:xml|json)$|[?&]feed=|/feeds?/",
    re.IGNORECASE,
)
"""How the addresses of feeds look that sites link to without saying so."""
_COMMENTS = re.compile(r"comments?", re.IGNORECASE)
_ASKS_FOR_SCRIPTS = re.compile(r"java\s?script|enable scripts?|browser (?:is )?(?:not|un)supported", re.IGNORECASE)
_FILLED_BY_SCRIPTS = {"root", "app", "__next", "__nuxt", "main-app", "react-root", "app-root", "svelte"}
_UNSEEN = {"script", "style", "noscript", "template", "head", "title", "svg"}
_NO_PHOTOGRAPH = re.compile(
    r"(?:^|[/_.-])(?:icon|logo|avatar|sprite|pixel|badge|spacer|blank|1x1)(?:[/_.-]|$)", re.IGNORECASE
)


def looked_at(content: bytes, url: str, charset: str | None = None) -> PageFacts:
    """The facts of a page that came from `url`."""
    root = _parsed(content, charset)
    if root is None:
        return PageFacts()
    base = next((urljoin(url, element.get("href", "")) for element in root.iter("base") if element.get("href")), url)
    links = [(str(link.get("rel") or "").lower().split(), link) for link in root.iter("link")]
    canonical = next((_address(link.get("href"), base) for rels, link in links if "canonical" in rels), None)
    words = sum(len(text.split()) for text in _seen_text(root))
    title = " ".join((root.findtext(".//title") or "").split())
    return PageFacts(
        canonical=canonical,
        amp="amp" in root.attrib or "\u26a1" in root.attrib,
        needs_scripts=words < FEW_WORDS and _is_shell(root),
        words=words,
        title=title[:500],
        icon=next((_address(link.get("href"), base) for rels, link in links if "icon" in rels), None),
        feeds=tuple(_feeds(root, links, base)),
        pictures=tuple(_pictures(root, base)),
    )


def _parsed(content: bytes, charset: str | None) -> html.HtmlElement | None:
    try:
        parser = html.HTMLParser(encoding=charset, huge_tree=True, no_network=True, remove_comments=True)
    except LookupError:
        parser = html.HTMLParser(huge_tree=True, no_network=True, remove_comments=True)
    try:
        root = html.document_fromstring(content, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return root if isinstance(root, html.HtmlElement) else None


def _seen_text(root: html.HtmlElement) -> Iterator[str]:
    """The texts that a reader sees."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if not isinstance(element.tag, str) or element.tag in _UNSEEN:
            continue
        if element.text:
            yield element.text
        for child in element:
            if child.tail:
                yield child.tail
            waiting.append(child)


def _is_shell(root: html.HtmlElement) -> bool:
    """Whether a page is an empty frame that scripts are to fill."""
    if any(_ASKS_FOR_SCRIPTS.search(element.text_content()) for element in root.iter("noscript")):
        return True
    scripts = sum(1 for _ in root.iter("script"))
    empty = any(
        (element.get("id") or "") in _FILLED_BY_SCRIPTS and len(element.text_content().split()) < FEW_WORDS
        for element in root.iter("div", "main", "app-root")
    )
    return scripts > 0 and (empty or scripts > 3)


def _feeds(root: html.HtmlElement, links: list[tuple[list[str], html.HtmlElement]], base: str) -> Iterator[FoundFeed]:
    """The feeds that a page declares; where it declares none, the links that look like feeds. Those of comments last."""
    found: dict[str, str] = {}
    for rels, link in links:
        kind = link.get("type") or ""
        named = _FEED_TYPES.search(kind) or (_JSON.search(kind) and _FEED_LIKE.search(link.get("href") or ""))
        if ("alternate" in rels or "feed" in rels) and (named or "feed" in rels):
            address = _address(link.get("href"), base)
            if address:
                found.setdefault(address, " ".join((link.get("title") or "").split())[:200])
    if not found:
        for link in root.iter("a"):
            address = _address(link.get("href"), base)
            if address and _FEED_LIKE.search(address.split("#")[0]):
                found.setdefault(address, " ".join(link.text_content().split())[:200])
    ordered = sorted(found.items(), key=lambda feed: bool(_COMMENTS.search(f"{feed[0]} {feed[1]}")))
    for address, title in ordered[:MAX_FEEDS]:
        yield FoundFeed(address, title)


def _pictures(root: html.HtmlElement, base: str) -> Iterator[FoundPicture]:
    """The picture that stands for the page, and those in its figures, each with its caption."""
    seen: set[str] = set()
    for element in root.iter("meta"):
        if (element.get("property") or element.get("name") or "").lower() in {
            "og:image",
            "og:image:url",
            "twitter:image",
        }:
            address = _address(element.get("content"), base)
            if address:
                seen.add(address)
                yield FoundPicture(address, lead=True)
                break
    for figure in root.iter("figure"):
        caption = figure.find(".//figcaption")
        image = figure.find(".//img")
        address = _source(image, base) if image is not None else None
        if address and address not in seen and len(seen) < MAX_PICTURES and not _NO_PHOTOGRAPH.search(address):
            seen.add(address)
            words = " ".join(caption.text_content().split()) if caption is not None else (image.get("alt") or "")
            yield FoundPicture(address, words[:LONGEST_CAPTION])


def _source(image: html.HtmlElement, base: str) -> str | None:
    for name in ("data-src", "data-original", "src"):
        address = _address(image.get(name), base)
        if address:
            return address
    first = (image.get("srcset") or image.get("data-srcset") or "").split(",")[0].split()
    return _address(first[0], base) if first else None


def _address(value: str | None, base: str) -> str | None:
    if not value or not value.strip():
        return None
    try:
        whole = urljoin(base, value.strip())
    except ValueError:
        return None
    return whole if re.match(r"https?://[^\s/]", whole, re.IGNORECASE) and len(whole) <= 8_000 else None
