"""Who and when, as a page shows it to its readers: the texts around the headline, and elements marked as an author's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree
from lxml.html import HtmlElement

from reader.cleaning.structured import one_line

_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "head", "svg", "select", "option", "iframe", "textarea"}
)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"comment|related|recommend|\bsidebar|footer|popular|trending|more-(?:from|on|stories|posts|articles)|latest|recent|\bwidget|"
    r"newsletter|modal|\bmenu|\bnav|read-next|teaser|promo|carousel|\bshar|social|disqus|reply|testimonial|breadcrumb|pagination|"
    r"\bcard(?!__)",
    re.IGNORECASE,
)
"""Places that speak of other articles, or of other people than the writer."""
_OF_OTHERS = re.compile(r"comment|related|recommend|popular|trending|read-next|disqus|\breply|most-read", re.IGNORECASE)
_SIGNS = frozenset({"class", "id", "rel", "itemprop", "data-testid"})
SCOPE_AFTER = 60
SCOPE_BEFORE = 25
BODY_WORDS = 25
"""A text of so many words is the article's body; two of them end the place where a signature stands."""


@dataclass(frozen=True)
class Atom:
    """One stretch of text without markup inside, and the element whose text (or whose child's tail) it is."""

    text: str
    element: HtmlElement


def atoms_of(page: HtmlElement) -> list[Atom]:
    """Every stretch of text of the page that is shown, in page order."""
    found: list[Atom] = []
    walk = etree.iterwalk(page, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if not isinstance(tag, str) or tag in _SKIPPED or _is_hidden(element):
                walk.skip_subtree()
                continue
            if element.text and (text := one_line(element.text)):
                found.append(Atom(text, element))
        elif element is not page and element.tail and (text := one_line(element.tail)):
            parent = element.getparent()
            found.append(Atom(text, parent if parent is not None else element))
    return found


def _is_hidden(element: HtmlElement) -> bool:
    """Whether a browser shows nothing of an element; what holds the headline is hidden only until a script has run."""
    hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
    return bool(hidden) and element.find(".//h1") is None


def around(
    atoms: Sequence[Atom], headline: HtmlElement | None, title: str | None = None
) -> tuple[list[Atom], list[Atom]]:
    """The texts above the headline (nearest first), and those under it down to the body's second paragraph."""
    inside = {headline, *headline.iterdescendants()} if headline is not None else set()
    at = [i for i, atom in enumerate(atoms) if atom.element in inside]
    if not at and title:
        at = [i for i, atom in enumerate(atoms) if atom.text == title][:1]
    first, last = (at[0], at[-1]) if at else (0, -1)
    under: list[Atom] = []
    paragraphs = 0
    for atom in atoms[last + 1 : last + 1 + SCOPE_AFTER]:
        paragraphs += len(atom.text.split()) >= BODY_WORDS
        if paragraphs == 2:
            break
        under.append(atom)
    above = list(reversed(atoms[max(0, first - SCOPE_BEFORE) : first]))
    return above, under


def sign_of(element: HtmlElement) -> str:
    """What an element's attributes call it: class, id, rel, itemprop and test id."""
    items = element.items()
    return " ".join([str(value) for name, value in items if name in _SIGNS]) if items else ""


def signs_of(element: HtmlElement, up: int) -> Iterator[str]:
    """The signs of an element and of so many elements around it, nearest first."""
    node: HtmlElement | None = element
    for _ in range(up + 1):
        if node is None or node.tag in {"body", "html", "article", "main"}:
            return
        yield sign_of(node)
        node = node.getparent()


def is_elsewhere(element: HtmlElement) -> bool:
    """Whether an element stands in a place that speaks of other articles or people."""
    return any(_names_elsewhere(sign) for sign in signs_of(element, 7)) or any(
        node.tag in {"aside", "footer", "nav"} for node in element.iterancestors()
    )


def is_of_others(element: HtmlElement) -> bool:
    """Whether an element beside the headline tells of readers' comments or other articles all the same."""
    return any(_OF_OTHERS.search(sign) for sign in signs_of(element, 3))


@lru_cache(maxsize=4096)
def _names_elsewhere(sign: str) -> bool:
    return _ELSEWHERE.search(sign) is not None
