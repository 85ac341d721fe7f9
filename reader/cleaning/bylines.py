"""Lines that say who wrote an article: "By Jane Roe and Sam Poe in Paris", "Jane Roe, political editor", a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_PARTICLE = r"(?:de|del|della|der|den|di|da|dos|du|van|von|vom|zu|la|le|el|al|bin|ibn|ter|ten|y|e|af)"
_NAME_WORD = rf"{_CAPITAL}[\w'’.-]*"
NAME = rf"{_NAME_WORD}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_NAME_WORD}){{1,3}}"
"""Two to four capitalised words with their particles: the shape of a person's name in print."""

_WHOLE_NAME = re.compile(NAME)
_LEAD = re.compile(
    r"^(?:(?P<what>story|report|reported|reporting|analysis|interview|words|text|written|posted|review|opinion|exclusive|"
    r"published|comment|column|essay|photographs?|video)\s+)?(?:by|von|par|por|di|door|av|af)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*(?:,\s*(?:and|und|et|y|e)\s+|\s+(?:and|und|et|y|e)\s+|,|&|;|\||\s/\s)\s*")
_TRAILING = re.compile(r"\s+(?:in|at|for|of|à|em|en)\s+(?P<rest>.+)$", re.IGNORECASE)
_AGENCY = re.compile(
    r"^(?:the\s+)?(?:associated press|reuters|afp|agence france-presse|press association|pa media|bloomberg|ap|dpa|"
    r"efe|ansa|upi|staff|staff (?:writers?|reporters?)|our (?:correspondent|foreign staff)|agencies|wire services?|news desk|newsroom)$",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:editor|correspondent|reporter|writer|columnist|critic|contributor|producer|journalist|bureau|chief|staff|desk|"
    r"redakteurin|redakteur|korrespondent(?:in)?)\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"@[\w.]+|(?<![^\s@])[^\s@]+@[^\s@]+\.\w+")
_AGENCY_CREDIT = re.compile(
    r"^\(?(?:additional\s+)?(?:reporting|writing|editing|compiled|edited|translated)\s+by\s+[^.]{3,300}\.?\)?$",
    re.IGNORECASE,
)

LONGEST_WORDS = 30
LONGEST_CHARACTERS = 400
"""A longer line is no byline, and is not searched for one: its names and addresses would take too long to find."""


@dataclass(frozen=True)
class Byline:
    """The names alone; the place if one is said; what else the line said (roles, agencies), to be kept on record."""

    authors: tuple[str, ...]
    place: str | None = None
    rest: str = ""


def byline(line: str) -> Byline | None:
    """What a line says of an article's writers, if it begins as a byline does ("By …") or is a name with a role."""
    if len(line) > LONGEST_CHARACTERS:
        return None
    line = " ".join(line.split())
    if len(line.split()) > LONGEST_WORDS or line.endswith((".", "?", "!", "”", '"')):
        return None
    lead = _LEAD.match(line)
    if not lead and not _JOINT.search(line):  # a name and its office are parted by something
        return None
    names = line[lead.end() :] if lead else line
    contacts = " ".join(_CONTACT.findall(names))
    names = _CONTACT.sub("", names).strip(" ,|·•-–—")
    place = None
    rest = [contacts] if contacts else []
    if lead and (trailing := _TRAILING.search(names)):
        words = trailing["rest"].strip()
        if re.fullmatch(rf"{_NAME_WORD}(?:,?\s+{_NAME_WORD}){{0,3}}", words) and not _ROLE.search(words):
            place = words if not re.match(r"(?i)\s+(?:for|of)", trailing[0]) else None
        rest += [] if place else [words]
        names = names[: trailing.start()]
    authors: list[str] = []
    has_role = False
    for part in map(str.strip, _JOINT.split(names)):
        if not part:
            continue
        if _ROLE.search(part) or _AGENCY.match(part):
            has_role = True
            rest.append(part)
        elif _WHOLE_NAME.fullmatch(part) or (lead and re.fullmatch(_NAME_WORD, part) and not authors):
            authors.append(_cased(part))
        else:
            rest.append(part)
    if not authors or (not lead and not (has_role and len(authors) == 1)):
        return None
    if lead and sum(len(part.split()) for part in rest) > 12:
        return None
    return Byline(tuple(authors), place, "; ".join(rest))


def is_bare_name(line: str) -> bool:
    """Whether a line is nothing but what may be a person's name."""
    return _WHOLE_NAME.fullmatch(line.strip()) is not None


def is_bare_place(line: str) -> bool:
    """Whether a line is nothing but one to four capitalised words, as a place's name is."""
    return re.fullmatch(rf"{_NAME_WORD}(?:[\s,]+(?:{_PARTICLE}\s+)?{_NAME_WORD}){{0,3}}", line.strip()) is not None


def is_agency_credit(line: str) -> bool:
    """Whether a line is an agency's closing credit ("Reporting by …; Editing by …")."""
    return _AGENCY_CREDIT.match(line.strip()) is not None


def _cased(name: str) -> str:
    """A name in capitals as it would be written in a sentence."""
    return name.title() if name.isupper() and len(name) > 4 else name
