"""When an article was published and last changed, by what the page declares and by what it shows near its headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from lxml.html import HtmlElement

from reader.cleaning.datelines import first_date
from reader.cleaning.signature import Atom, is_of_others, signs_of

LONGEST_DATE_CHARACTERS = 200
LONGEST_ATOM_CHARACTERS = 140
MOST_WORDS_BESIDE = 9
SHORT_CHARACTERS = 60
LONGEST_LABEL_CHARACTERS = 40
MOST_SCRIPT_CHARACTERS = 2_000_000
_SCRIPT_DATE = re.compile(
    r"""\\?["'](?:datePublished|publishDate|publishedDate|publishedAt|published_at|publicationDate|pagePostDate)\\?["']\s*:\s*\\?["']"""
    r"""(?P<value>[^"'\\]{8,40})\\?["']"""
)
_YEAR_FIRST = re.compile(r"^((?:19|20)\d\d) ([A-Z][a-z]{2,8})\.? (\d{1,2})(?!\d)")
"""As journals write a date."""
_UPDATED = re.compile(
    r"\b(?:updated?|modified|revised|amended|edited|changed|aktualisiert|mis\s+à\s+jour|actualizado|aggiornato)\b|modified|updated",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"publish|posted|created|submitted|pubdate|issued", re.IGNORECASE)
_OTHER = re.compile(
    r"review|fact.?check|accessed|expires?|event|born|since|copyright|©|deadline|starts?\b|ends?\b|joined|effective|"
    r"retrieved|valid|until|comment|reply|said\b|captured|taken\b|download|release\s+date",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Shown:
    """A date that the page shows: ISO 8601, and what the words or marks about it call it."""

    value: str
    kind: str
    """ "published", "updated", or "" where nothing says."""
    is_under: bool


def iso(value: object, *, american: bool = False) -> str | None:
    """A date as pages write it, in ISO 8601 to the minute, with its zone if it has one; None where it is none."""
    if not isinstance(value, str) or not value.strip():
        return None
    text = value.strip().strip("\"'")
    match = re.match(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?", text)
    if match is None:
        compact = re.match(r"((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)", text)
        if compact and _is_day("-".join(compact.groups())):
            return "-".join(compact.groups())
        text = _YEAR_FIRST.sub(r"\3 \2 \1", text)
        return first_date(text[:LONGEST_DATE_CHARACTERS], american=american)
    day, clock, zone = match.groups()
    if not _is_day(day):
        return None
    if clock is None:
        return str(day)
    if zone and zone != "Z" and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"{day}T{clock}{'+00:00' if zone == 'Z' else zone or ''}"


def _is_day(day: str) -> bool:
    try:
        return datetime.fromisoformat(day).year >= 1900
    except ValueError:
        return False


def shown_dates(above: Sequence[Atom], under: Sequence[Atom], *, american: bool) -> list[Shown]:
    """The dates near the headline, nearest first: those under it, then those above it."""
    return _dates(under, american, is_under=True) + _dates(above, american, is_under=False)


def _dates(atoms: Sequence[Atom], american: bool, *, is_under: bool) -> list[Shown]:
    found: list[Shown] = []
    for i, atom in enumerate(atoms):
        if len(atom.text) > LONGEST_ATOM_CHARACTERS or not any(c.isdigit() for c in atom.text):
            continue
        value = first_date(atom.text, american=american)
        stamp = _stamp(atom.element)
        if value is None and stamp is None:
            continue
        if value is None or (stamp and _is_same_day(stamp, value)):
            value = stamp
        if (
            value is None
            or len(re.findall(r"[^\W\d]{2,}", atom.text)) > MOST_WORDS_BESIDE
            or is_of_others(atom.element)
        ):
            continue
        beside = i - 1 if is_under else i + 1
        label = atoms[beside].text if 0 <= beside < len(atoms) else ""
        is_label = len(label) < LONGEST_LABEL_CHARACTERS and not first_date(label)
        found.append(Shown(value, _kind(atom, label if is_label else ""), is_under))
    return found


def _is_same_day(stamp: str, value: str) -> bool:
    """Whether a date as printed is a time's own, be it with day and month the other way round."""
    return stamp[:10] in {value[:10], f"{value[:4]}-{value[8:10]}-{value[5:7]}"}


def _stamp(element: HtmlElement) -> str | None:
    for node in (element, element.getparent()):
        if node is not None and node.tag == "time" and (value := iso(node.get("datetime"))):
            return value
    return None


def _kind(atom: Atom, before: str) -> str:
    for words in (atom.text, before, " ".join(signs_of(atom.element, 1))):
        updated, published, other = _UPDATED.search(words), _PUBLISHED.search(words), _OTHER.search(words)
        if other and not updated and not published:
            return "other"
        if updated and published and words is atom.text:
            return "published" if published.start() < updated.start() else "updated"
        if updated:
            return "updated"
        if published:
            return "published"
    return ""


def date_in_address(url: str | None) -> str | None:
    """The day that an address gives ("/2031/03/07/")."""
    match = re.search(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-])", url or "")
    day = f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else ""
    return day if _is_day(day) else None


def date_in_scripts(page: HtmlElement) -> str | None:
    """The day of publication that the page's scripts carry; None where they carry several."""
    found = {
        day
        for script in page.iter("script")
        if len(text := script.text or "") < MOST_SCRIPT_CHARACTERS
        for match in _SCRIPT_DATE.finditer(text)
        if (day := iso(match["value"]))
    }
    return found.pop() if len({day[:10] for day in found}) == 1 else None


def is_of_day(text: str, day: str) -> bool:
    """Whether a text prints that day's date."""
    if len(text) > LONGEST_DATE_CHARACTERS or day[:4] not in text:
        return False
    return day in {(first_date(text, american=american) or "")[:10] for american in (True, False)}


def first_time(page: HtmlElement, atoms: Sequence[Atom], *, american: bool) -> str | None:
    """The first moment marked as one anywhere in the page, else the first short text that is a date and little more."""
    for element in page.iter("time"):
        value = iso(element.get("datetime"), american=american) or first_date(
            element.text_content()[:80], american=american
        )
        if value and not is_of_others(element):
            return value
    for atom in atoms:
        if len(atom.text) < SHORT_CHARACTERS and any(c.isdigit() for c in atom.text) and not _OTHER.search(atom.text):
            value = first_date(atom.text, american=american)
            if value and not is_of_others(atom.element):
                return value
    return None
