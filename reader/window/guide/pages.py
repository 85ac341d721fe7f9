"""The pages of the guide as values: what the index lists, the headings of a page, and where its links lead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.article import guide

INDEX = "index.md"
_FOREIGN = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """A page as the index lists it; `section` is the heading above it there."""

    section: str
    title: str
    sentence: str
    path: Path


@dataclass(frozen=True)
class Heading:
    """A heading of a page, and the name by which links lead to it."""

    page: Entry
    words: str
    anchor: str
    level: int


def parsed(path: Path) -> list[Token]:
    """A page of ours, as Markdown's tokens; what they nest stands in their `children`."""
    return MarkdownIt().enable("table").parse(path.read_text("utf-8"))


def start() -> Entry:
    """The index itself."""
    path = (guide() / INDEX).resolve()
    return Entry("", next(words for words, _, _ in _headings(parsed(path))), "", path)


@cache
def contents() -> tuple[Entry, ...]:
    """The pages in the order of the index."""
    found: list[Entry] = []
    section, index = "", guide() / INDEX
    for token, following in pairwise(parsed(index)):
        if token.type == "heading_open":
            section = plain(following)
        elif token.type == "paragraph_open" and token.level and following.children:
            link = next((child for child in following.children if child.type == "link_open"), None)
            if link is not None:
                title, _, sentence = plain(following).partition(": ")
                found.append(Entry(section, title, sentence, (index.parent / str(link.attrs["href"])).resolve()))
    return tuple(found)


@cache
def headings() -> tuple[Heading, ...]:
    """The headings of all pages, in the order of the index."""
    return tuple(
        Heading(entry, words, anchor, level)
        for entry in (start(), *contents())
        for words, anchor, level in _headings(parsed(entry.path))
    )


def matching(words: str, among: Sequence[Heading]) -> list[Heading]:
    """The headings in which all of the words begin a word, those of pages first."""
    wanted = words.casefold().split()

    def fits(heading: Heading) -> bool:
        there = re.findall(r"\w+", f"{heading.words} {heading.page.sentence if heading.level == 1 else ''}".casefold())
        return all(any(word.startswith(each) for word in there) for each in wanted)

    return sorted(filter(fits, among), key=lambda heading: heading.level > 1)


def entry_of(path: Path) -> Entry | None:
    """The entry of a page; None for a file that is no page of the guide."""
    return next((entry for entry in (start(), *contents()) if entry.path == path), None)


def target(page: Path, link: str) -> tuple[Entry, str] | None:
    """The page and the heading to which a link on `page` leads; None where it leads out of the guide."""
    if _FOREIGN.match(link):
        return None
    name, _, anchor = link.partition("#")
    entry = entry_of((page.parent / name).resolve() if name else page)
    return None if entry is None else (entry, anchor)


def anchors(tokens: Iterable[Token]) -> list[str]:
    """The names of a page's headings, in order: as the repository and the site make them."""
    return [anchor for _, anchor, _ in _headings(tokens)]


def plain(token: Token) -> str:
    """The words of a piece of Markdown, without its marks."""
    return "".join(
        child.content if child.type in {"text", "code_inline"} else " " if child.type == "softbreak" else ""
        for child in token.children or []
    )


def _headings(tokens: Iterable[Token]) -> Iterable[tuple[str, str, int]]:
    seen: Counter[str] = Counter()
    for token, content in pairwise(tokens):
        if token.type == "heading_open":
            words = plain(content)
            name = re.sub(r"[^\w\- ]", "", words.strip().lower()).replace(" ", "-")
            yield words, f"{name}-{seen[name]}" if seen[name] else name, int(token.tag[1:])
            seen[name] += 1
