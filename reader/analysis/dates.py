"""Dates in a text and what they mean, by the conventions of news: relative ones count from the date of publication.

A bare weekday is the last such day, the day of publication included, unless the sentence looks ahead; "last Monday" is
the Monday before the day of publication; a day without a year is the nearest one, back unless the sentence looks ahead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from reader.article import DateMention

_MONTHS = "january february march april may june july august september october november december".split()
_SHORT = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
_MONTH_NUMBERS = {**{name: number for number, name in enumerate(_MONTHS, 1)}, **_SHORT}
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_NUMBERS = "a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty".split("|")
_VALUES = {"a": 1, "an": 1, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_VALUES |= {word: number for number, word in enumerate(_NUMBERS[2:14], 1)}

_MONTH = rf"(?P<month>{'|'.join(_MONTHS)}|(?:{'|'.join(_SHORT)})\b\.?)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_WEEKDAY = rf"(?P<weekday>{'|'.join(_DAYS)})"
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_UNIT = r"(?P<unit>day|week|month|year|decade)s?"
LEAP_YEARS_APART = 8
"""The most years between one 29 February and the next."""
_AHEAD = re.compile(
    r"\b(?:will|shall|would|next|until|till|due|expected|scheduled|plans?|planned|set\s+to|going\s+to|upcoming|could|hopes?)\b"
    r"|’ll\b|'ll\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:was|were|had|said|told|ago|since|last|did|announced|began|died|won|found|signed)\b", re.IGNORECASE
)
_COMING = re.compile(r"\b(?:will|shall|(?:is|are)\s+(?:due|expected|scheduled|set|to))\b|[’']ll\b", re.IGNORECASE)
FRONTED_WORDS = 2
"""A date with so few words before it stands at the head of its sentence, whose verb is behind it."""
_EDGE = re.compile(r"[.!?]['’”\")]*\s+(?=[A-Z“\"‘'])|\n+")

Parts = dict[str, str]


@dataclass(frozen=True)
class _Context:
    """The day of publication and whether the words before the date look ahead."""

    today: date | None
    ahead: bool


Value = tuple[str, str] | None
"""An ISO 8601 value and the rule by which it was had."""


@dataclass(frozen=True)
class _Rule:
    name: str
    pattern: re.Pattern[str]
    resolve: Callable[[Parts, _Context], Value]
    behind: re.Pattern[str]
    """What must stand right before the date; matches everywhere if empty."""


def dates_of(text: str, published: str | None) -> tuple[DateMention, ...]:
    """All dates in `text` that mean a day, week, month or year; relative ones need `published` (ISO 8601)."""
    today = _day_of(published)
    found: list[DateMention] = []
    taken = 0
    for start, end, rule, parts in sorted(_matches(text), key=lambda m: (m[0], -m[1])):
        if start < taken:
            continue
        value = _resolved(rule, parts, _Context(today, _looks_ahead(text, start, end)))
        if value is not None:
            found.append(DateMention(text[start:end], start, end, *value))
            taken = end
    return tuple(found)


def _resolved(rule: _Rule, parts: Parts, context: _Context) -> Value:
    """What a rule makes of a date; None where that lies outside the calendar."""
    try:
        return rule.resolve(parts, context)
    except (OverflowError, ValueError):
        return None


def _matches(text: str) -> Iterator[tuple[int, int, _Rule, Parts]]:
    for rule in RULES:
        for match in rule.pattern.finditer(text):
            if not rule.behind.search(text[max(0, match.start() - 10) : match.start()]):
                continue
            parts = {name: value.lower() for name, value in match.groupdict().items() if value}
            yield match.start(), match.end(), rule, parts


def _day_of(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _looks_ahead(text: str, start: int, end: int) -> bool:
    """Whether the clause before a date (or the few words behind it) speaks of what is to come."""
    left = text[max(0, start - 140) : start]
    cuts = [match.end() for match in _EDGE.finditer(left)]
    left = left[cuts[-1] :] if cuts else left
    words = left.split()
    near = " ".join(words[-12:])
    ahead = [match.start() for match in _AHEAD.finditer(near)]
    back = [match.start() for match in _BACK.finditer(near)]
    if ahead or back:
        return bool(ahead) and (not back or ahead[-1] > back[-1])
    right = _EDGE.split(text[end : end + 140])[0]
    if len(words) > FRONTED_WORDS:
        right = right[:20]
        return bool(re.match(r",?\s+(?:will|is\s+(?:due|expected|set))\b", right))
    coming, past = _COMING.search(right), _BACK.search(right)
    return coming is not None and (past is None or coming.start() < past.start())


def _full(parts: Parts, _context: _Context) -> Value:
    return _checked(int(parts["year"]), _month(parts), int(parts["day"]), "The day, month and year are printed.")


def _iso(parts: Parts, _context: _Context) -> Value:
    return _checked(int(parts["year"]), int(parts["number"]), int(parts["day"]), "The day, month and year are printed.")


def _day_month(parts: Parts, context: _Context) -> Value:
    """The nearest such day: back, or forward where the sentence looks ahead."""
    if context.today is None:
        return None
    month, day = _month(parts), int(parts["day"])
    years = range(context.today.year - LEAP_YEARS_APART, context.today.year + LEAP_YEARS_APART + 1)
    days = [d for year in years if (d := _made(year, month, day)) is not None]
    if not days:
        return None
    if context.ahead:
        chosen = next((d for d in days if d >= context.today), days[-1])
        return chosen.isoformat(), "The next such day after publication, as the sentence looks ahead."
    past = [d for d in days if d <= context.today + timedelta(days=1)]
    return (past or days)[-1].isoformat(), "The last such day before publication."


def _month_year(parts: Parts, _context: _Context) -> Value:
    return f"{parts['year']}-{_month(parts):02}", "The month and year are printed."


def _month_alone(parts: Parts, context: _Context) -> Value:
    if context.today is None:
        return None
    month, today = _month(parts), context.today
    which = parts.get("which", "")
    if which == "next" or (context.ahead and which != "last"):
        year = today.year + (month < today.month or (which == "next" and month == today.month))
        return f"{year}-{month:02}", "The next such month after publication."
    year = today.year - (month > today.month or (which == "last" and month == today.month))
    return f"{year}-{month:02}", "The last such month before publication."


def _weekday(parts: Parts, context: _Context) -> Value:
    if context.today is None:
        return None
    today, wanted = context.today, _DAYS.index(parts["weekday"])
    back = (today.weekday() - wanted) % 7
    which = parts.get("which", "")
    if which == "last":
        return (today - timedelta(days=back or 7)).isoformat(), "The last such weekday before the day of publication."
    if which == "next" or (context.ahead and which != "this"):
        forward = (wanted - today.weekday()) % 7 or 7
        return (today + timedelta(days=forward)).isoformat(), "The next such weekday after publication."
    if which == "this" and back:
        monday = today - timedelta(days=today.weekday())
        return (monday + timedelta(days=wanted)).isoformat(), "That weekday in the week of publication."
    return (today - timedelta(days=back)).isoformat(), "The last such weekday up to the day of publication."


def _named_day(parts: Parts, context: _Context) -> Value:
    if context.today is None:
        return None
    word = parts["word"]
    days = -1 if word in {"yesterday", "last night"} else 1 if word == "tomorrow" else 0
    return (context.today + timedelta(days=days)).isoformat(), "Counted from the day of publication."


def _week_month_year(parts: Parts, context: _Context) -> Value:
    if context.today is None:
        return None
    step = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1}[parts["which"]]
    return _stepped(context.today, parts["unit"], step), f"The {parts['unit']} counted from that of publication."


def _ago(parts: Parts, context: _Context) -> Value:
    if context.today is None:
        return None
    count = _VALUES.get(parts["count"]) or int(parts["count"] if parts["count"].isdigit() else 1)
    step = count if parts["way"] in {"from now", "later", "hence"} else -count
    if parts["unit"] == "decade":
        return _stepped(context.today, "year", 10 * step), "Counted from the day of publication."
    if parts["unit"] == "day":
        return (context.today + timedelta(days=step)).isoformat(), "Counted from the day of publication."
    return _stepped(context.today, parts["unit"], step), "Counted from the day of publication."


def _year_alone(parts: Parts, _context: _Context) -> Value:
    return parts["year"], "The year is printed."


def _stepped(today: date, unit: str, step: int) -> str:
    if unit == "week":
        year, week, _ = (today + timedelta(weeks=step)).isocalendar()
        return f"{year:04}-W{week:02}"
    if unit == "month":
        months = today.year * 12 + today.month - 1 + step
        return f"{_in_calendar(months // 12):04}-{months % 12 + 1:02}"
    return f"{_in_calendar(today.year + step):04}"


def _in_calendar(year: int) -> int:
    """The year, if it is one of the calendar's; OverflowError otherwise."""
    if not date.min.year <= year <= date.max.year:
        raise OverflowError(year)
    return year


def _month(parts: Parts) -> int:
    return _MONTH_NUMBERS[parts["month"].rstrip(".")]


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _checked(year: int, month: int, day: int, rule: str) -> Value:
    made = _made(year, month, day)
    return (made.isoformat(), rule) if made else None


def _rule(
    name: str, pattern: str, resolve: Callable[[Parts, _Context], Value], *, cased: bool = False, behind: str = ""
) -> _Rule:
    whole = re.compile(rf"(?<![\w/.])(?:{pattern})(?![\w/-]|\.\d)", 0 if cased else re.IGNORECASE)
    return _Rule(name, whole, resolve, re.compile(behind, re.IGNORECASE))


_CASED_MONTH = (
    rf"(?P<month>{'|'.join(name.title() for name in _MONTHS)}|(?:{'|'.join(n.title() for n in _SHORT)})\b\.?)"
)

RULES: tuple[_Rule, ...] = (
    _rule("ISO day", rf"{_YEAR}-(?P<number>\d{{2}})-{_DAY}", _iso),
    _rule("day month year", rf"{_DAY}(?:\s+of)?\s+{_MONTH},?\s+{_YEAR}", _full),
    _rule("month day year", rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}", _full),
    _rule("day month", rf"{_DAY}(?:\s+of)?\s+{_CASED_MONTH}(?!\s+(?:19|20)\d\d)", _day_month, cased=True),
    _rule(
        "month day",
        rf"{_CASED_MONTH}\s+{_DAY}(?!,?\s+(?:19|20)\d\d|[:.,]\d|\s*(?:am|pm|percent|per\s+cent|%))",
        _day_month,
        cased=True,
    ),
    _rule("month year", rf"{_CASED_MONTH},?\s+(?:of\s+)?{_YEAR}", _month_year, cased=True),
    _rule("month by name", rf"(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s+{_CASED_MONTH}", _month_alone, cased=True),
    _rule(
        "month alone",
        _CASED_MONTH,
        _month_alone,
        cased=True,
        behind=r"\b(?:in|of|by|since|until|from|early|late|mid|during|through|between|and)[\s-]$",
    ),
    _rule("weekday", rf"(?:(?P<which>last|next|this)\s+)?{_WEEKDAY}", _weekday),
    _rule(
        "named day",
        r"(?P<word>yesterday|today|tomorrow|tonight|last\s+night|this\s+(?:morning|afternoon|evening))",
        _named_day,
    ),
    _rule(
        "week, month, year",
        r"(?P<which>last|next|this|previous|coming)\s+(?P<unit>week|month|year)(?!-|\s+of\b|\s+in\b)",
        _week_month_year,
    ),
    _rule("so long ago", rf"{_COUNT}\s+{_UNIT}\s+(?P<way>ago|earlier\s+this|from\s+now|hence)", _ago),
    _rule(
        "year alone",
        _YEAR,
        _year_alone,
        behind=r"\b(?:in|by|of|to|since|until|after|before|early|late|for|mid|from|during|through|between|and)[\s-]$",
    ),
)
"""Each way of printing a date; of matches at one place the longest counts."""
