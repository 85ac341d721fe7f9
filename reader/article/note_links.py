"""Links inside the reader's notes: to an article, to a passage of one (a quotation, say), to a person.

They are Markdown links with addresses of our own, "verbatim:article/12", which hold in every program that shows
Markdown, and which a library understands for ever: a passage is named by its words, as in a text fragment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, unquote, urlencode

SCHEME = "verbatim:"
LONGEST_LABEL = 80
LONGEST_WORDS = 400
_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\(\s*<?(verbatim:[^\s()<>]+)>?\s*\)")
_SIGNS = re.compile(r"([\\`*_\[\]<>])")


@dataclass(frozen=True)
class NoteLink:
    """Where a link leads: to article number `article`, there to `words`, which stood at `start`; or to `person`."""

    article: int | None = None
    words: str = ""
    start: int = 0
    person: str = ""


def address_of(link: NoteLink) -> str:
    """The address of a link, as it stands in a note."""
    if link.person:
        return f"{SCHEME}person/{quote(link.person, safe='')}"
    if not link.words:
        return f"{SCHEME}article/{link.article}"
    return f"{SCHEME}passage/{link.article}?{urlencode({'text': link.words[:LONGEST_WORDS], 'at': link.start}, quote_via=quote)}"


def link_from(address: str) -> NoteLink | None:
    """What an address means; None where it is none of ours."""
    if not address.startswith(SCHEME):
        return None
    path, _, query = address.removeprefix(SCHEME).partition("?")
    kind, _, name = path.partition("/")
    if kind == "person" and name:
        return NoteLink(person=unquote(name))
    if kind not in {"article", "passage"} or not (name.isascii() and name.isdigit()) or len(name) > 15:
        return None
    asked = parse_qs(query)
    at = asked.get("at", ["0"])[0]
    return NoteLink(int(name), asked.get("text", [""])[0], int(at) if at.isascii() and at.isdigit() else 0)


def markdown_link(label: str, link: NoteLink) -> str:
    """A link as it is written into a note."""
    plain = " ".join(label.split())
    shown = plain if len(plain) <= LONGEST_LABEL else f"{plain[:LONGEST_LABEL].rsplit(' ', 1)[0]}…"
    escaped = _SIGNS.sub(r"\\\1", shown)
    return f"[{escaped}]({address_of(link)})"


def links_in(body: str) -> Iterator[tuple[int, int, NoteLink]]:
    """The links to articles, passages and people in a note, each with where it begins and ends."""
    for found in _LINK.finditer(body):
        link = link_from(found[2])
        if link is not None:
            yield found.start(), found.end(), link
