"""Lines that say who wrote an article, where and when: bylines, places, date lines.

Dates become ISO 8601 to the precision that is printed; a zone is kept only where one is printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTH_NAMES = (
    ("january", "jan", "januar", "jänner", "janvier", "enero", "gennaio", "januari", "janeiro"),
    ("february", "feb", "februar", "février", "fevrier", "febrero", "febbraio", "februari", "fevereiro"),
    ("march", "mar", "märz", "maerz", "mars", "marzo", "maart", "março"),
    ("april", "apr", "avril", "abril", "aprile"),
    ("may", "mai", "mayo", "maggio", "mei", "maio", "maj"),
    ("june", "jun", "juni", "juin", "junio", "giugno", "junho"),
    ("july", "jul", "juli", "juillet", "julio", "luglio", "julho"),
    ("august", "aug", "août", "aout", "agosto", "augustus", "augusti"),
    ("september", "sep", "sept", "septembre", "septiembre", "settembre", "setembro"),
    ("october", "oct", "oktober", "okt", "octobre", "octubre", "ottobre", "oktober", "outubro"),
    ("november", "nov", "novembre", "noviembre", "novembro"),
    ("december", "dec", "dezember", "dez", "décembre", "decembre", "diciembre", "dicembre", "dezembro"),
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names}

_ZONES = {
    "utc": "+00:00", "gmt": "+00:00", "z": "+00:00", "bst": "+01:00", "ist": "+05:30", "cet": "+01:00", "cest": "+02:00",
    "edt": "-04:00", "est": "-05:00", "cdt": "-05:00", "cst": "-06:00", "mdt": "-06:00", "mst": "-07:00",
    "pdt": "-07:00", "pst": "-08:00", "akst": "-09:00", "akdt": "-08:00", "hst": "-10:00", "aest": "+10:00",
    "aedt": "+11:00", "jst": "+09:00", "msk": "+03:00", "sast": "+02:00", "eat": "+03:00", "wat": "+01:00",
}  # fmt: skip
_AMERICAN_ZONES = {
    "et": ("-05:00", "-04:00"),
    "ct": ("-06:00", "-05:00"),
    "mt": ("-07:00", "-06:00"),
    "pt": ("-08:00", "-07:00"),
}
"""Zones that mean winter or summer time by the day of the year."""

_WEEKDAY = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|"
    r"sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|"
    r"sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica"
)
_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_DATE = re.compile(
    rf"(?<!\w)(?:(?P<day1>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?(?:\s+(?:de|of))?[\s-]+(?P<month1>{_MONTH})\.?,?(?:\s+de)?[\s-]+(?P<year1>\d{{4}})"
    rf"|(?P<month2>{_MONTH})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}})"
    r"|(?P<year3>(?:19|20)\d{2})[-/.](?P<month3>\d{1,2})[-/.](?P<day3>\d{1,2})"
    r"|(?P<year4>(?:19|20)\d{2})年(?P<month4>\d{1,2})月(?P<day4>\d{1,2})日"
    r"|(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year5>(?:19|20)\d{2}))(?!\d)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<![\d.])(?P<hour>\d{1,2})(?:(?P<sep>[:.h])(?P<minute>\d{2})(?::(?P<second>\d{2}))?)?\s*(?P<half>[ap]\.?\s?m\b\.?)?"
    r"\s*(?:uhr\b)?\s*(?:\(?(?P<zone>(?:utc|gmt)?[+-]\d{1,2}:?\d{0,2}|[a-z]{1,4})\)?(?!\w))?",
    re.IGNORECASE,
)
_FILLER = re.compile(
    rf"\b(?:published|posted|updated|last|modified|first|created|on|at|the|um|uhr|am|le|à|publié|mis\s+à\s+jour|publicado|"
    rf"veröffentlicht|aktualisiert|stand|date|time|print|edition|from|originally|amended|{_WEEKDAY}|ago)\b|[|•·,:;()\-–—/\s]+",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_MODIFIED = re.compile(
    r"\b(?:updated|modified|amended|aktualisiert|mis\s+à\s+jour|actualizado|aggiornato)\b", re.IGNORECASE
)
_ISO = re.compile(
    r"(?<!\d)((?:19|20)\d{2}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?(?![\d:])"
)


@dataclass(frozen=True)
class Dated:
    """What a date line says, each as ISO 8601 or None."""

    published: str | None = None
    modified: str | None = None


def date_line(line: str, *, american: bool = False) -> Dated | None:
    """What a line says if it says nothing but when ("Monday 02 April 2018 15:16"); None for any other line.

    `american` reads 04/02/2018 as the second of April where the numbers allow both.
    """
    if len(line) > 160 or not _DIGIT.search(line):
        return None
    moments = _moments(line, american)
    if not moments:
        return None
    rest = "".join(
        line[a:b]
        for a, b in zip(
            [0, *(end for _, end, _ in moments)], [*(start for start, _, _ in moments), len(line)], strict=True
        )
    )
    if re.sub(r"\W+", "", _FILLER.sub("", rest)):
        return None
    published = modified = None
    before = 0
    for start, end, value in moments:
        if _MODIFIED.search(line[before:start]):
            modified = modified or value
        else:
            published = published or value
        before = end
    return Dated(published, modified)


def first_date(text: str, *, american: bool = False) -> str | None:
    """The first full date printed anywhere in `text`, as ISO 8601, with its time where one follows."""
    moments = _moments(text, american)
    return moments[0][2] if moments else None


def _moments(line: str, american: bool) -> list[tuple[int, int, str]]:
    """Every date in the line with the time beside it: (start, end, ISO 8601)."""
    found: list[tuple[int, int, str]] = []
    for match in _ISO.finditer(line):
        zone = match[3] or ""
        zone = "+00:00" if zone == "Z" else zone if ":" in zone or not zone else f"{zone[:3]}:{zone[3:]}"
        found.append((match.start(), match.end(), f"{match[1]}T{match[2]}{zone}"))
    for match in _DATE.finditer(line):
        if any(start < match.end() and match.start() < end for start, end, _ in found):
            continue
        day = _day(match, american)
        if day is None:
            continue
        start, end = match.span()
        after = _TIME.match(line, _skipped(line, end))
        time = _clock(after, day) if after else None
        if time and after:
            end = after.end()
        else:
            before = [m for m in _TIME.finditer(line, 0, start) if m["minute"] or m["half"]]
            beside = [m for m in before if not re.sub(r"\W+", "", _FILLER.sub("", line[m.end() : start]))]
            if beside and not any(beside[-1].start() < e for _, e, _ in found):
                time = _clock(beside[-1], day)
                start = beside[-1].start() if time else start
        found.append((start, end, day.isoformat() + (time or "")))
    return sorted(found)


def _skipped(line: str, at: int) -> int:
    """Where the time may start after a date: past separators and words such as "at"."""
    match = re.compile(r"(?:[\s,|•·:–—-]|\bat\b|\bum\b|\bà\b)*", re.IGNORECASE).match(line, at)
    return match.end() if match else at


def _day(match: re.Match[str], american: bool) -> date | None:
    parts = match.groupdict()
    if parts["first"]:
        first, second, year = int(parts["first"]), int(parts["second"]), int(parts["year5"])
        day, month = (second, first) if (american and first <= 12) or second > 12 else (first, second)
    else:
        key = next(k for k in "1234" if parts[f"year{k}"])
        year, day = int(parts[f"year{key}"]), int(parts[f"day{key}"])
        name = parts[f"month{key}"].lower()
        month = int(name) if name.isdigit() else MONTHS[name]
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(match: re.Match[str], day: date) -> str | None:
    """The time as `T15:16`, with its zone where one is printed; None where it is no time of day."""
    half = (match["half"] or "").replace(".", "").replace(" ", "").lower()
    if not match["minute"] and not half:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        return None
    return f"T{hour:02}:{minute:02}{_zone((match['zone'] or '').lower(), day)}"


def _zone(name: str, day: date) -> str:
    if name in _AMERICAN_ZONES:
        return _AMERICAN_ZONES[name][_american_summer(day)]
    offset = re.fullmatch(r"(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?", name)
    if offset:
        return f"{offset[1]}{int(offset[2]):02}:{offset[3] or '00'}"
    return _ZONES.get(name, "")


def _american_summer(day: date) -> bool:
    """Whether summer time holds in the USA: from the second Sunday in March to the first in November."""
    march, november = date(day.year, 3, 8), date(day.year, 11, 1)
    begins = march.replace(day=8 + (6 - march.weekday()) % 7)
    ends = november.replace(day=1 + (6 - november.weekday()) % 7)
    return begins <= day < ends
