"""Where nobody is named as the writer outright: portraits, lines about the author, and the data that a page's scripts carry."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from reader.cleaning.bylines import NAME
from reader.cleaning.headline import folded
from reader.cleaning.signature import Atom, is_elsewhere, is_of_others, signs_of
from reader.cleaning.votes import Vote
from reader.cleaning.writers import is_person, is_role, writers

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
_SCRIPT_AUTHOR = re.compile(
    r"""["']?\\?["']?(?:author|authors|authorName|author_name|articleAuthor|byline|post_author)\\?["']?\s*:\s*\[?\s*"""
    r"""(?:\{[^{}]{0,200}?\\?["']name\\?["']\s*:\s*)?\\?["'](?P<name>[^"'\\]{4,60})\\?["']""",
)
_PORTRAIT_WORDS = re.compile(
    r"^(?:(?:a\s+)?(?:profile\s+|head\s*shot|photo|picture|image|portrait|avatar)\w*\s+)+(?:of\s+)?(?:the\s+)?(?:author\s+)?"
    r"|\s*['’]?s?\s*(?:avatar|photo|picture|head\s*shot|profile|image|portrait)\w*$",
    re.IGNORECASE,
)
NEAR_ATOMS = 30
MOST_SCRIPT_CHARACTERS = 2_000_000


def hinted_writers(page: HtmlElement, under: Sequence[Atom], every: Sequence[Atom]) -> list[Vote]:
    """What portraits, lines about the author and script data say of the writers."""
    return [
        Vote("portrait", _portrayed(page, under[:NEAR_ATOMS])),
        Vote("sentence", _in_sentence(every)),
        Vote("line about the author", _about_author(every)),
        Vote("script", _in_scripts(page)),
    ]


def _portrayed(page: HtmlElement, atoms: Sequence[Atom]) -> list[str]:
    """The first name near the headline that a picture is named after too."""
    pictured = {
        folded(_PORTRAIT_WORDS.sub("", alt))
        for image in page.iter("img")
        if (alt := image.get("alt") or image.get("title"))
    }
    for atom in atoms:
        if (
            folded(atom.text) in pictured
            and is_person(atom.text)
            and not is_of_others(atom.element)
            and not is_role(atom.text)
        ):
            return writers([atom.text])
    return []


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


def _in_scripts(page: HtmlElement) -> list[str]:
    """The one writer that the page's scripts know; nobody where they know several."""
    found: dict[str, None] = {}
    for script in page.iter("script"):
        text = script.text or ""
        if (
            "author" in text.lower()
            and len(text) < MOST_SCRIPT_CHARACTERS
            and "ld+json" not in (script.get("type") or "")
        ):
            found |= {match["name"]: None for match in _SCRIPT_AUTHOR.finditer(text) if is_person(match["name"])}
    return writers(found) if len(found) == 1 else []
