"""The writers that a page shows: elements marked as an author's, and lines that begin as a byline does."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from lxml.html import HtmlElement

from reader.cleaning.datelines import first_date
from reader.cleaning.signature import Atom, is_elsewhere, is_of_others, signs_of
from reader.cleaning.votes import Vote
from reader.cleaning.writers import is_named, is_person, is_role, writers

_AUTHOR = re.compile(
    r"author|byline|\bwriter|\bcreator|contributor|\bby-line|posted-by|written-?by|\bvcard\b|\bfn\b", re.IGNORECASE
)
_AUTHOR_WORDS = re.compile(r"author|byline", re.IGNORECASE)
_NAMED = re.compile(r"name", re.IGNORECASE)
_NOT_NAME = re.compile(
    r"bio|desc|role|job|position|avatar|image|img|photo|date|time|social|share|comment|reading|review|editor|email|twitter|"
    r"fact|count|more|intro|label|prefix|credential|about|caption|credit",
    re.IGNORECASE,
)
_BY = re.compile(r"^\W*(?:(?:written|words|posted|story|article|published|contributed|submitted|text|authored)\s+)?by\b\s*:?\s*(?P<rest>.*)$|"
                 r"^\W*(?:authors?(?:\(s\))?|contributors?)\s*:\s*(?P<rest2>.*)$|^\W*authors?(?:\(s\))?\s*$|^(?:von|par|por)\s+(?P<rest3>[A-Z].*)$", re.IGNORECASE | re.DOTALL)  # fmt: skip
_OTHER_BY = re.compile(
    r"\b(?:reviewed|edited|fact.?checked|updated|photos?|photograph\w*|image|translated|sponsored|powered|illustrat\w+)\b(?:\s+by)?\W*$",
    re.IGNORECASE,
)
_UPDATED_LABEL = re.compile(r"^(?:last\s+)?(?:updated|modified|published|posted)(?:\s+on)?\s*:?$", re.IGNORECASE)
_AFTER_DATE = re.compile(r"^[^\d]{0,20}\d[\w\s.,:/-]{4,30}?\s*[·•|–—]\s*(?=[^\W\d])")
_AUTHORS_PAGE = re.compile(
    r"/(?:author|people|profile|staff|contributor|team|by|writer|editor|user|member)s?/[^/?#]+", re.IGNORECASE
)
LONGEST_ATOM_CHARACTERS = 120
LONGEST_NAME_CHARACTERS = 60

_Test = Callable[[HtmlElement], bool]


def shown_writers(above: Sequence[Atom], under: Sequence[Atom]) -> list[Vote]:
    """What the texts above and under the headline say of the writers."""
    return [
        Vote("line under the headline", _by_lines(under, is_of_others)),
        Vote("mark under the headline", _marked(under, is_of_others)),
        Vote("link under the headline", _links(under, is_of_others)),
        Vote("name beside the date", _beside_date(under[:14])),
        Vote("line above the headline", _by_lines(above[:12])),
        Vote("mark above the headline", _marked(above[:12])),
        Vote("name above the headline", _beside_date(above[:6])),
    ]


def writers_elsewhere(every: Sequence[Atom]) -> list[Vote]:
    """What the texts of the whole page say of the writers: less sure, for these may be another article's."""
    return [Vote("line", _by_lines(every)), Vote("mark", _marked(every)), Vote("link", _links(every))]


def only_writer(every: Sequence[Atom]) -> Vote:
    """The one name that any line or link of the page gives for a writer's, wherever it stands; none where there are more."""
    found = {
        tuple(names)
        for i, atom in enumerate(every)
        if len(atom.text) <= LONGEST_ATOM_CHARACTERS
        and (names := _by_lines(every[i : i + 8], _nowhere, most=1) or _links(every[i : i + 1], _nowhere))
        and (is_person(names[0]) or names[0].endswith(" Team"))
    }
    return Vote("only name on the page", [*found.pop()] if len(found) == 1 else [])


def _nowhere(_element: HtmlElement) -> bool:
    return False


def _by_lines(atoms: Sequence[Atom], elsewhere: _Test = is_elsewhere, most: int | None = None) -> list[str]:
    """Names after "By": in the same text, or in the texts that follow in the same line; in the first `most` texts alone."""
    for i, atom in enumerate(atoms[:most]):
        match = _BY.match(atom.text) if len(atom.text) <= LONGEST_ATOM_CHARACTERS else None
        if not match or elsewhere(atom.element):
            continue
        if i and _OTHER_BY.search(atoms[i - 1].text) and len(atoms[i - 1].text) < 40:
            continue
        rest = (match["rest"] or match["rest2"] or match["rest3"] or "").strip()
        names = writers([rest]) if rest else _following(atoms[i + 1 : i + 8])
        if names and (is_person(names[0]) or not rest or rest[0].isupper() or rest[0].isdigit() or " " not in rest):
            return names
    return []


def _following(atoms: Sequence[Atom]) -> list[str]:
    """The names in the texts after a "By" that stands alone: the first, and those joined to it."""
    names: list[str] = []
    joined = True
    for atom in atoms:
        text = atom.text.strip()
        if re.fullmatch(r"(?:,|and|&|und|et|y)", text):
            joined = True
            continue
        if not joined or len(text) > LONGEST_ATOM_CHARACTERS:
            break
        found = writers([text])
        if not found:
            break
        names += [name for name in found if name not in names and not (names and is_role(name))]
        joined = text.endswith((",", " and", "&"))
    return names


def _marked(atoms: Sequence[Atom], elsewhere: _Test = is_elsewhere) -> list[str]:
    """The first text whose element, or one around it, is marked as an author's, and its neighbours of the same mark."""
    for i, atom in enumerate(atoms):
        mark = _mark(atom.element) if len(atom.text) <= LONGEST_ATOM_CHARACTERS else None
        if mark is None or elsewhere(atom.element):
            continue
        names = writers([atom.text])
        if not names or not is_named(names[0]):
            continue
        for other in atoms[i + 1 : i + 12]:
            if _OTHER_BY.search(other.text):
                break
            if _mark(other.element) == mark and other.element.tag == atom.element.tag:
                names += [
                    name
                    for name in writers([other.text])
                    if is_person(name) and not is_role(name) and name not in names
                ]
        return names
    return []


def _mark(element: HtmlElement) -> str | None:
    """The sign that makes an element an author's name; None where none does."""
    for sign in signs_of(element, 4):
        if _is_author(sign):
            return None if _is_about_author(sign) else sign
        if _is_about_author(sign):
            return None
    return None


@lru_cache(maxsize=4096)
def _is_author(sign: str) -> bool:
    return _AUTHOR.search(sign) is not None


@lru_cache(maxsize=4096)
def _is_about_author(sign: str) -> bool:
    """Whether a sign tells of something beside the name: a portrait, an office, a date."""
    return _NOT_NAME.search(_AUTHOR_WORDS.sub("", sign)) is not None and not _NAMED.search(sign)


def _links(atoms: Sequence[Atom], elsewhere: _Test = is_elsewhere) -> list[str]:
    """The text of the first link to an author's page."""
    for atom in atoms:
        link = next((e for e in (atom.element, atom.element.getparent()) if e is not None and e.tag == "a"), None)
        if link is None or len(atom.text) > LONGEST_NAME_CHARACTERS:
            continue
        if not re.search(r"\bauthor\b", link.get("rel") or "") and not _AUTHORS_PAGE.search(link.get("href") or ""):
            continue
        names = [] if elsewhere(link) else writers([atom.text])
        if names:
            return names
    return []


def _beside_date(atoms: Sequence[Atom]) -> list[str]:
    """A bare name, or a team's, within two texts of a date, or above its holder's office."""
    dated = [i for i, atom in enumerate(atoms) if len(atom.text) <= LONGEST_ATOM_CHARACTERS and _is_date(atom.text)]
    for i, atom in enumerate(atoms):
        after = _AFTER_DATE.sub("", atom.text) if i in dated else atom.text
        if not after[0].isupper() or len(atom.text) > LONGEST_NAME_CHARACTERS or is_of_others(atom.element):
            continue
        following = atoms[i + 1].text if i + 1 < len(atoms) else ""
        if any(abs(i - at) <= 2 for at in dated) or (len(following) < LONGEST_NAME_CHARACTERS and is_role(following)):
            names = writers([after])
            if names and (is_person(names[0]) or names[0].endswith(" Team")) and not is_role(names[0]):
                return names
    return []


def _is_date(text: str) -> bool:
    return _UPDATED_LABEL.match(text) is not None or (any(c.isdigit() for c in text) and first_date(text) is not None)
