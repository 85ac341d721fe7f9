"""An article's headline: what the head declares, without the site's name, checked against the page's own headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from reader.cleaning.structured import one_line, unmarked

_JOINT = re.compile(r"\s+(?:[|–—·•»«-]|::|//?)\s+|\s*[|»]\s*")
_CHROME = re.compile(
    r"\b(?:site|logo|brand|masthead|nav|menu|modal|popup|footer|cookie|search|sr-only|visually-hidden)", re.I
)
_LABEL = re.compile(
    r"^(?:blog|news|article|title|opinion|review|guide|press release|posted on.*|published.*|updated.*|by\s.*|"
    r"(?:mon|tue|wed|thu|fri|sat|sun)?[a-z]*\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d.*|"
    r"\d{1,2}\s+[a-z]{3,9}\s+\d{4}|\([\w.-]+\.[a-z]{2,4}\).*)$",
    re.IGNORECASE,
)  # fmt: skip
_DOMAIN = re.compile(
    r"^[\w-]+\.(?:com|org|net|io)\b\s*[|:–—-]?\s+|\s+[|–—-]\s+[\w-]+\.(?:com|org|net|io)$", re.IGNORECASE
)
_WORD = re.compile(r"\w+")
_HOME = re.compile(r"(?:https?://[^/]+)?/?(?:index\.\w+)?")
LONGEST_TITLE_CHARACTERS = 500
"""A longer title is not looked through for the site's name."""
ALIKE_SHARE = 0.7
LEAST_SHARE_OF_TITLE = 0.8
SHORTEST_HEADLINE_WORDS = 3
LONGEST_HEADLINE_WORDS = 25
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
LABEL_TIMES = 3
"""So many times as long as the first part of a title, another part is the headline and the first a label."""


@dataclass(frozen=True)
class Headline:
    """The headline as text, the heading of the page that shows it (None where none does), and which witness it is."""

    text: str
    element: HtmlElement | None
    source: str


def headline_of(page: HtmlElement, declared: Sequence[str], site: str | None) -> Headline | None:
    """The headline by what the head declares (most trusted first) and the page's headings; None where both are silent."""
    head = page.findtext(".//title")
    names = _site_names(page, site, head, declared)
    cut = [cut for text in [*declared, head or ""] if (cut := without_site(unmarked(text), names))]
    titles = [title for title in cut if folded(title) not in names] or cut
    headings = [(element, text) for element, text in _headings(page, "h1") if folded(text) not in names]
    agreeing = [(element, text) for element, text in headings if any(_alike(text, title) for title in titles)]
    if agreeing:
        element, text = max(agreeing, key=lambda pair: max(_likeness(pair[1], title) for title in titles))
        return Headline(_cut(text, titles, names), element, "heading that agrees with what the head declares")
    for element, text in [pair for tag in ("h2", "h3") for pair in _headings(page, tag)]:
        if titles and any(folded(text) == folded(title) for title in titles):
            return Headline(text, element, "heading that says what the head declares")
    own = [(element, text) for element, text in headings if not _is_chrome(element) and not text.endswith(":")]
    if len(own) == 1 and _is_long_enough(own[0][1], titles) and not (titles and _is_text(own[0][1])):
        return Headline(_cut(own[0][1], titles, names), own[0][0], "the one main heading")
    if titles:
        return Headline(titles[0], None, "what the head declares, without the site's name")
    return Headline(headings[0][1], headings[0][0], "first main heading") if headings else None


def _headings(page: HtmlElement, tag: str) -> list[tuple[HtmlElement, str]]:
    return [(element, text) for element in page.iter(tag) if (text := heading_text(element))]


def heading_text(element: HtmlElement) -> str:
    """A heading's words; parts that stand on lines of their own are kept apart."""
    return one_line(" ".join(element.itertext()) if _is_broken(element) else element.text_content())


def _is_broken(element: HtmlElement) -> bool:
    return any(child.tag in {"br", "p", "div", "small", "time"} for child in element.iterdescendants())


def _is_chrome(element: HtmlElement) -> bool:
    signs = " ".join(
        f"{e.get('class') or ''} {e.get('id') or ''}" for e in (element, element.getparent()) if e is not None
    )
    return bool(_CHROME.search(signs))


def _is_long_enough(heading: str, titles: Sequence[str]) -> bool:
    """Whether a heading unlike the declared title can be the headline: a label over the page ("Our blog") is shorter."""
    words = len(heading.split())
    return words >= SHORTEST_HEADLINE_WORDS and (not titles or words >= LEAST_SHARE_OF_TITLE * len(titles[0].split()))


def _is_text(heading: str) -> bool:
    """Whether a main heading is a paragraph that was set large."""
    return len(heading.split()) > LONGEST_HEADLINE_WORDS and len(_SENTENCE_END.findall(heading)) > 1


def _site_names(page: HtmlElement, site: str | None, head: str | None, declared: Iterable[str]) -> set[str]:
    """The site's name as it may stand in a title, folded: what the head adds to the title, or the way home as a heading."""
    names = {folded(site)} if site else set()
    for title in declared:
        full, own = folded(unmarked(head or "")), folded(unmarked(title))
        if own and full != own and f" {own} " in f" {full} ":
            names |= {rest.strip() for rest in f" {full} ".split(f" {own} ", 1)}
    for heading in page.iter("h1"):
        links = heading.findall(".//a[@href]")
        text = folded(heading.text_content())
        if (
            len(links) == 1
            and folded(links[0].text_content()) == text
            and _HOME.fullmatch(links[0].get("href").strip())
        ):
            names.add(text)
    return names - {""}


def without_site(title: str, names: set[str]) -> str:
    """A title without the site's name at its end or start."""
    if len(title) > LONGEST_TITLE_CHARACTERS:
        return title
    title = _DOMAIN.sub("", title) or title
    parts = [part.strip() for part in _JOINT.split(title) if part.strip()]
    if len(parts) < 2:
        return title
    cut = title
    for part in parts:
        if folded(part) in names:
            cut = _without(cut, part)
    if cut != title:
        return cut.strip()
    if (own := _own_part(title)) != title:
        return without_site(own, names)
    if len(parts[-1].split()) <= 4 and len(" ".join(parts[:-1]).split()) >= 4:
        return _without(title, parts[-1])
    return title


def _own_part(title: str) -> str:
    """Of a title in bars, the first, unless it is a label before a much longer one: bars part off sections and sites."""
    parts = [part.strip() for part in re.split(r"\s+[|»]\s+", title) if part.strip()]
    if len(parts) < 2:
        return title
    longest = max(parts, key=lambda part: len(part.split()))
    return longest if len(longest.split()) >= LABEL_TIMES * len(parts[0].split()) else parts[0]


def _without(title: str, part: str) -> str:
    joint = r"(?:[|–—·•»«-]|::|//?)"
    quoted = re.escape(part)
    return re.sub(rf"\s*{joint}\s*{quoted}\s*$|^\s*{quoted}\s*{joint}\s*", "", title).strip() or title


def _cut(heading: str, titles: Sequence[str], names: set[str]) -> str:
    """A heading without the label, date or site's name that stands in it beside the headline."""
    cut = _own_part(heading)
    for part in _JOINT.split(cut):
        if folded(part) in names:
            cut = _without(cut, part)
    for title in titles:
        at = cut.casefold().find(title.casefold())
        if at >= 0 and len(title) < len(cut) and len(title.split()) >= SHORTEST_HEADLINE_WORDS:
            rest = [cut[:at].strip(" :|–—-"), cut[at + len(title) :].strip(" :|–—-")]
            if all(not part or _LABEL.match(part) for part in rest):
                return cut[at : at + len(title)]
    return cut


def _alike(a: str, b: str) -> bool:
    """Whether two titles say the same, or one says what the other says and more."""
    x, y = set(folded(a).split()), set(folded(b).split())
    if not x or not y or len(x) > 3 * len(y) or len(y) > 4 * len(x):
        return False
    return len(x & y) / min(len(x), len(y)) >= ALIKE_SHARE


def _likeness(a: str, b: str) -> float:
    x, y = set(folded(a).split()), set(folded(b).split())
    return len(x & y) / max(1, len(x | y))


def folded(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
