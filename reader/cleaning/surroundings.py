"""Where a page's pieces stand: for every element around them, what its tag and its names say, and how far up it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from lxml.html import HtmlElement
from numpy.typing import NDArray

from reader.cleaning.dom import Piece

Rows = NDArray[np.float32]

MARKS: dict[str, str] = {
    "consent": r"cookie|consent|gdpr|onetrust|didomi|cmp-",
    "newsletter": r"newsletter|sign-?up|subscri|mailing|opt-?in|mailchimp|convertkit",
    "comments": r"comment|disqus|discussion|respond|reply|reader",
    "registration": r"paywall|regwall|registration|login|sign-?in|subscription|meter",
    "sharing": r"share|sharing|social|addtoany|follow",
    "advert": r"\bad(?:s|vert|vertisement)?\b|ad-|advert|sponsor|promo|taboola|outbrain|banner|affiliate",
    "navigation": r"nav|menu|breadcrumb|pagination|pager|skip|topbar|dropdown",
    "related": r"related|recommend|most-?(?:read|popular)|popular|trending|more-(?:on|from)|also|read-?(?:more|next)|teaser|"
    r"carousel|latest|recirc|next-|prev",
    "side": r"sidebar|aside|widget|rail|secondary|complementary",
    "footer": r"footer|copyright|site-info|legal|bottom|disclaimer|disclosure",
    "head": r"header|masthead|banner|hero|top",
    "body": r"article-?_*(?:body|content|text|copy)|story-?(?:body|content|text)|entry-?content|post-?_*(?:content|body|text)|"
    r"content-?body|body-?(?:content|text|copy)|rich-?text|prose|articlebody|wysiwyg|blog-?(?:content|body)|main-?content|"
    r"field--name-body",
    "article": r"article|story|post|entry|blog",
    "content": r"content|main|text|copy|body",
    "author": r"author-?_*(?:bio|box|info|card|about|desc)|about-?(?:the-)?author|contributor|\bbio\b|biograph|profile",
    "signature": r"byline|author|date|time|meta|posted|publish|credit|reading",
    "picture": r"caption|credit|figure|gallery|photo|image|img|picture|slide|media|video|player|embed",
    "contents": r"\btoc\b|toc[-_]|contents|jump|anchor|key-?takeaway|highlights",
    "topics": r"\btags?\b|tag-|topic|categor|keyword|label",
    "title": r"title|headline|heading|head",
    "lead": r"summary|excerpt|lead|intro|deck|dek|standfirst|subtitle|sub-?head|description|abstract|kicker",
    "box": r"box|card|cta|button|btn|callout|module|block|panel|product|price|form|modal|popup|overlay|inset|note",
    "list": r"list|grid|items?\b|row|col|loop|feed|archive",
    "quote": r"quote|tweet|twitter|instagram",
    "questions": r"faq|accordion|question|answer|tab",
    "references": r"footnote|reference|source|citation|bibliograph",
    "hidden": r"hidden|sr-only|visually|screen-?reader|collaps|d-none",
}
"""Words in a class, id or role that say what an element holds; what each is worth, the model has learnt."""
_MARKS = tuple(re.compile(pattern) for pattern in MARKS.values())
_ANY_MARK = re.compile("|".join(MARKS.values()))
TAGS = ("nav", "aside", "footer", "header", "form", "article", "main", "figure", "table", "li", "blockquote", "a")
_NAMES = ("class", "id", "role", "data-testid", "itemprop")
FAR = 12
"""Further up than this, an element says nothing of a piece."""
LONGEST_NAME_CHARACTERS = 80


@lru_cache(maxsize=20_000)
def _marks_of(name: str) -> tuple[int, ...]:
    name = name.lower()
    return tuple(i for i, pattern in enumerate(_MARKS) if pattern.search(name)) if _ANY_MARK.search(name) else ()


class Surroundings:
    """The elements that pieces stand in, numbered from the root down, so that a parent's number is below its child's.

    `parents` has each one's parent (-1 for the root), `up` how many steps above it the nearest element of each mark and
    tag is, `own` the number of each piece's own element.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.elements: list[HtmlElement] = []
        self.parents: list[int] = []
        self.depths: list[int] = []
        self._numbers: dict[HtmlElement, int] = {}
        self._marked: list[tuple[int, int]] = []
        self.own = [self._number(piece.element) for piece in pieces]
        self.up = self._steps_up()

    def _number(self, element: HtmlElement) -> int:
        chain = []
        node: HtmlElement | None = element
        while node is not None and node not in self._numbers:
            chain.append(node)
            node = node.getparent()
        for node in reversed(chain):
            parent = node.getparent()
            self._add(node, self._numbers[parent] if parent is not None else -1)
        return self._numbers[element]

    def _add(self, element: HtmlElement, parent: int) -> None:
        tag, number = str(element.tag), len(self.elements)
        if tag in TAGS:
            self._marked.append((number, len(MARKS) + TAGS.index(tag)))
        if tag not in {"html", "body"}:
            for name in names_of(element):
                self._marked += [(number, mark) for mark in _marks_of(name)]
        self._numbers[element] = number
        self.elements.append(element)
        self.parents.append(parent)
        self.depths.append(self.depths[parent] + 1 if parent >= 0 else 0)

    def _steps_up(self) -> NDArray[np.int8]:
        """For each element how far up the nearest of each mark and tag is: level by level from the root."""
        up = np.full((len(self.elements), len(MARKS) + len(TAGS)), FAR, np.int8)
        marked = np.zeros(up.shape, bool)
        if self._marked:
            marked[tuple(np.array(self._marked).T)] = True
        parents, depths = np.array(self.parents), np.array(self.depths)
        up[marked] = 0
        for depth in range(1, max(self.depths, default=0) + 1):
            level = np.flatnonzero(depths == depth)
            up[level] = np.where(marked[level], 0, np.minimum(up[parents[level]] + 1, FAR))
        return up

    def totals(self, values: Rows) -> Rows:
        """For each element, the sums of its pieces' rows of values, those in the elements inside it with them."""
        sums = np.zeros((len(self.elements), values.shape[1]), np.float32)
        np.add.at(sums, self.own, values)
        for number in range(len(self.elements) - 1, 0, -1):
            sums[self.parents[number]] += sums[number]
        return sums

    def above(self, number: int) -> list[int]:
        """An element's number and those of all around it, nearest first."""
        chain = []
        while number >= 0:
            chain.append(number)
            number = self.parents[number]
        return chain


def names_of(element: HtmlElement) -> list[str]:
    """What an element's attributes call it."""
    attributes = element.attrib
    if not attributes:
        return []
    return [name for key in _NAMES if key in attributes for name in attributes[key].split() if len(name) <= LONGEST_NAME_CHARACTERS]  # fmt: skip
