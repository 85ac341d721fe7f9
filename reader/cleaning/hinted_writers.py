"""Where nobody is named as the writer outright: portraits, lines about the author, and the data that a page's scripts carry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from reader.cleaning.bylines import NAME
from reader.cleaning.headline import folded
from reader.cleaning.signature import Atom, is_elsewhere, is_of_others, signs_of
from reader.cleaning.structured import one_line
from reader.cleaning.votes import Vote
from reader.cleaning.writers import is_person, is_role, small_words, writers

_WRITTEN_SENTENCE = re.compile(
    rf"\b(?:article|post|story|blog|piece|guide|review|column|text|series)\b(?:\s+\w+){{0,2}}\s+(?:written|authored|contributed)"
    rf"\s+by\s+(?P<name>{NAME})"
)
_BIOGRAPHY = re.compile(
    rf"^\W*(?:(?:Dr|Prof|Mr|Ms|Mrs)\.?\s+)?(?P<name>{NAME})(?:,[^.]{{1,30}},)?\s+(?:is|was|has|writes|covers|joined|works)\b"
)
_ABOUT_AUTHOR = re.compile(
    r"^(?:about|meet)\s+(?:the\s+|our\s+)?(?:authors?|writers?|contributors?)\W*$", re.IGNORECASE
)
_AUTHOR_PLACE = re.compile(r"author|\bbio\b|-bio|biograph|contributor|\bwriter", re.IGNORECASE)
_NAMED_SO = (
    r"""\\?["']?\s*:\s*\[?\s*(?:\{[^{}]{0,200}?\\?["']name\\?["']\s*:\s*)?\\?["'](?P<name>[^"'\\]{4,60})\\?["']"""
)
_SCRIPT_AUTHORS = (re.compile(rf"uthor(?:s|Name|_name)?{_NAMED_SO}"), re.compile(rf"byline{_NAMED_SO}"))
"""Each begins with letters alone, so that they are found fast in the megabytes that scripts have."""
_DATA_AUTHOR = re.compile(r"""["']pagePostAuthor["']\s*:\s*["'](?P<name>[^"'\\]{2,60})["']""")
"""What WordPress tells the counters of visits: the writer, and no other's."""
_RIGHTS = re.compile(
    rf"^(?i:©|\(c\)|copyright)[\s©\d–,-]*(?i:by\s+)?(?P<name>{NAME})(?=\s*(?:$|[.,|]|(?i:all\s+rights)))"
)
_SELF = re.compile(r"(?<![\w.])I(?:['’]m|['’]ve|\s+[a-z]{2,})\b")
_OWNED = re.compile(r"['’]s?\s.*$")
_PORTRAIT_WORDS = re.compile(
    r"^(?:(?:a\s+)?(?:profile\s+|head\s*shot|photo|picture|image|portrait|avatar)\w*\s+)+(?:of\s+)?(?:the\s+)?(?:author\s+)?"
    r"|\s*['’]?s?\s*(?:avatar|photo|picture|head\s*shot|profile|image|portrait)\w*$",
    re.IGNORECASE,
)
NEAR_ATOMS = 30
LEAST_TEXTS_OF_SELF = 3
"""Fewer texts that say "I" may be quotations and readers' comments."""
MOST_SCRIPT_CHARACTERS = 2_000_000


def hinted_writers(page: HtmlElement, under: Sequence[Atom], every: Sequence[Atom]) -> list[Vote]:
    """What portraits, lines about the author and script data say of the writers."""
    return [
        Vote("portrait", _portrayed(page, under[:NEAR_ATOMS])),
        Vote("sentence", _in_sentence(every)),
        Vote("line about the author", _about_author(every)),
        Vote("script", _in_scripts(page)),
        Vote("author in the page's data", _in_data(page)),
    ]


def owner(page: HtmlElement, sites: Iterable[str], url: str | None, every: Sequence[Atom]) -> Vote:
    """The person whose own site it is: who writes there says "I", and the site is called as its address or owner is."""
    if sum(_SELF.search(atom.text) is not None for atom in every) < LEAST_TEXTS_OF_SELF:
        return Vote("owner of the site", [])
    head = re.split(r"\s+(?:[|–—·•-]|//)\s+", page.findtext(".//title") or "")
    home = [atom.text for atom in every if atom.element.tag == "a" and atom.element.get("href") == "/"]
    called = {_OWNED.sub("", one_line(name)) for name in (*sites, *head[1:], *home[:2])}
    rights = {match["name"] for atom in every if (match := _RIGHTS.match(atom.text))}
    host = folded(urlsplit(url).hostname or "").replace(" ", "") if url else ""
    small = small_words(atom.text for atom in every)
    for name in (*called, *rights):
        if not is_person(name) or is_role(name) or small & {*folded(name).split()}:
            continue
        if folded(name).split()[-1] in host or name in called & rights:
            return Vote("owner of the site", writers([name]))
    return Vote("owner of the site", [])


def _portrayed(page: HtmlElement, atoms: Sequence[Atom]) -> list[str]:
    """The first name near the headline that a picture is named after too."""
    names = [
        atom for atom in atoms if is_person(atom.text) and not is_role(atom.text) and not is_of_others(atom.element)
    ]
    called = [alt for image in page.iter("img") if (alt := image.get("alt") or image.get("title"))] if names else []
    pictured = {folded(_PORTRAIT_WORDS.sub("", alt)) for alt in called}
    return next((writers([atom.text]) for atom in names if folded(atom.text) in pictured), [])


def _in_sentence(atoms: Sequence[Atom]) -> list[str]:
    for atom in atoms:
        match = _WRITTEN_SENTENCE.search(atom.text) if " by " in atom.text else None
        if match and not is_elsewhere(atom.element):
            return writers([match["name"]])
    return []


def _about_author(atoms: Sequence[Atom]) -> list[str]:
    """The name that a biography begins with, or that stands under "About the author"."""
    for i, atom in enumerate(atoms):
        if _ABOUT_AUTHOR.match(atom.text):
            for following in atoms[i + 1 : i + 3]:
                match = _BIOGRAPHY.match(following.text)
                names = writers([match["name"] if match else following.text])
                if names and is_person(names[0]) and not is_role(names[0]):
                    return names
        match = _BIOGRAPHY.match(atom.text)
        if match and any(_AUTHOR_PLACE.search(sign) for sign in signs_of(atom.element, 3)):
            return writers([match["name"]])
    return []


def _in_data(page: HtmlElement) -> list[str]:
    """The writer in what the page gives to counters of visits."""
    for script in page.iter("script"):
        text = script.text or ""
        if "pagePostAuthor" in text and (match := _DATA_AUTHOR.search(text)):
            return writers([match["name"]])
    return []


def _in_scripts(page: HtmlElement) -> list[str]:
    """The one writer that the page's scripts know; nobody where they know several."""
    found: dict[str, None] = {}
    for script in page.iter("script"):
        text = script.text or ""
        if len(text) < MOST_SCRIPT_CHARACTERS and "ld+json" not in (script.get("type") or ""):
            matches = (match for pattern in _SCRIPT_AUTHORS for match in pattern.finditer(text))
            found |= {match["name"]: None for match in matches if is_person(match["name"])}
    return writers(found) if len(found) == 1 else []
