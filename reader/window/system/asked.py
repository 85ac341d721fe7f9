"""What a start of the program, another program or the system asks for: files, addresses, places in the library."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs

from reader.article import is_address
from reader.article.note_links import SCHEME, NoteLink, link_from

ADD = "add"
LONGEST_ADDRESS = 4_000


@dataclass(frozen=True)
class Wants:
    """Files to add, addresses to fetch, links of our own to follow, and what could not be understood."""

    paths: tuple[Path, ...] = ()
    addresses: tuple[str, ...] = ()
    links: tuple[NoteLink, ...] = ()
    unknown: tuple[str, ...] = ()


def wants_of(words: Iterable[str], here: Path | None = None) -> Wants:
    """What these words ask for: each is an address, a `verbatim:` link, or a path, from the folder `here` if it is short.

    Links are `verbatim:article/12`, `verbatim:passage/12?text=…`, `verbatim:person/NAME` and `verbatim:add?url=…`.
    """
    paths: list[Path] = []
    addresses: list[str] = []
    links: list[NoteLink] = []
    unknown: list[str] = []
    for word in words:
        if word.startswith(SCHEME):
            link, address = link_from(word), _added(word)
            if address is not None:
                addresses.append(address)
            elif link is not None:
                links.append(link)
            else:
                unknown.append(word)
        elif is_address(word):
            addresses.append(word)
        elif word:
            paths.append((here or Path()) / word)
    return Wants(tuple(paths), tuple(addresses), tuple(links), tuple(unknown))


def absolute(words: Iterable[str], here: Path) -> list[str]:
    """The same words for a program that stands in another folder."""
    return [word if word.startswith(SCHEME) or is_address(word) else str((here / word).absolute()) for word in words]


def _added(link: str) -> str | None:
    """The address that a link asks to add; None where it asks for something else, or for no address of the web."""
    path, _, query = link.removeprefix(SCHEME).partition("?")
    if path.strip("/") != ADD:
        return None
    url = parse_qs(query).get("url", [""])[0].strip()
    return url if len(url) <= LONGEST_ADDRESS and is_address(url) else None
