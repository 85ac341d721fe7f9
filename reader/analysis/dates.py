"""Dates in a text and what they mean, by the conventions of news: relative ones count from the date of publication.

A bare weekday is the last such day, the day of publication included, unless the sentence looks ahead; "last Monday" is
the Monday before the day of publication; a day or month without a year is the last one where the sentence looks back, the
next one where it looks ahead, and else the nearest. A year that is printed once for several dates ("17 June to 3 July
2026") is the year of each. Habits ("every Monday"), figures of speech ("today's market") and names ("Black Friday") are no
dates.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from reader.analysis import datewords as words
from reader.analysis.outlook import Outlook, is_habit, outlook, sentence_before
from reader.analysis.reckoning import day_of_calendar, stepped
from reader.article import DateMention

LEAP_YEARS_APART = 8
"""The most years between one 29 February and the next."""
RUNNING_DAYS, FAR_DAYS = 60, 300
"""What began so few days ago and would come again in so many is running: "it is to run from 23 January"."""

Parts = dict[str, str]


@dataclass(frozen=True)
class _Context:
    """The day of publication, which way the sentence looks, and the words around the date."""

    today: date | None
    outlook: Outlook
    text: str
    start: int
    end: int

    @property
    def ahead(self) -> bool:
        return self.outlook is Outlook.AHEAD

    @property
    def before(self) -> str:
        return self.text[max(0, self.start - 60) : self.start]

    @property
    def behind(self) -> str:
        return self.text[self.end : self.end + 90]


Value = tuple[str, str] | None
"""An ISO 8601 value and the rule by which it was had."""

_ATTACKS_OF_2001 = ("2001-09-11", "The day of the attacks of 2001.")


@dataclass(frozen=True)
class _Rule:
    name: str
    pattern: re.Pattern[str]
    resolve: Callable[[Parts, _Context], Value]
    before: re.Pattern[str]
    """What must stand right before the date; matches everywhere if empty."""


def dates_of(text: str, published: str | None) -> tuple[DateMention, ...]:
    """All dates in `text` that mean a day, week, month or year; relative ones need `published` (ISO 8601)."""
    today = _day_of(published)
    found: list[DateMention] = []
    taken = 0
    for start, end, rule, parts in sorted(_matches(text), key=lambda m: (m[0], -m[1])):
        if start < taken:
            continue
        value = _resolved(rule, parts, _Context(today, outlook(text, start, end), text, start, end))
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
            if not rule.before.search(text[max(0, match.start() - 24) : match.start()]):
                continue
            parts = {name: value.lower() for name, value in match.groupdict().items() if value}
            yield match.start(), match.end(), rule, parts


def _day_of(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _full(parts: Parts, _context: _Context) -> Value:
    return _checked(int(parts["year"]), _month(parts), int(parts["day"]), "The day, month and year are printed.")


def _iso(parts: Parts, _context: _Context) -> Value:
    return _checked(int(parts["year"]), int(parts["number"]), int(parts["day"]), "The day, month and year are printed.")


def _day_month(parts: Parts, context: _Context) -> Value:
    """The day in the year that is printed or said beside it, else the last, next or nearest one."""
    month, day = _month(parts), int(parts["day"])
    if printed := words.YEAR_BEHIND_DAY.match(context.behind):
        until = printed["later"] or printed["latter"]
        turns = until is not None and words.MONTH_NUMBERS[until.lower().rstrip(".")] < month
        return _checked(int(printed["year"]) - turns, month, day, "The year is printed with the date that follows.")
    if context.today is None:
        return None
    if (month, day) == (9, 11) and words.ATTACKS.match(context.behind):
        return _ATTACKS_OF_2001
    today = context.today
    if said := words.YEAR_SAID_BEHIND.match(context.behind) or words.YEAR_SAID_BEFORE.search(context.before):
        step = {"this": 0, "last": -1, "next": 1}[said["which"].lower()]
        return _checked(today.year + step, month, day, f"That day {said['which'].lower()} year.")
    years = range(today.year - LEAP_YEARS_APART, today.year + LEAP_YEARS_APART + 1)
    days = [d for year in years if (d := day_of_calendar(year, month, day)) is not None]
    if not days:
        return None
    past = [d for d in days if d <= today + timedelta(days=1)]
    last = (past or days)[-1]
    coming = next((d for d in days if d >= today), days[-1])
    if context.ahead and not ((today - last).days <= RUNNING_DAYS and (coming - today).days > FAR_DAYS):
        return coming.isoformat(), "The next such day after publication, as the sentence looks ahead."
    if context.outlook is Outlook.OPEN and abs(coming - today) < abs(today - last):
        return coming.isoformat(), "The nearest such day, which is after publication."
    return last.isoformat(), "The last such day before publication."


def _month_year(parts: Parts, _context: _Context) -> Value:
    return f"{parts['year']}-{_month(parts):02}", "The month and year are printed."


def _month_alone(parts: Parts, context: _Context) -> Value:
    month, which = _month(parts), parts.get("which", "")
    printed = words.YEAR_BEHIND_MONTH.match(context.behind) or words.YEAR_BEFORE_MONTH.search(context.before)
    if printed and not which:
        return f"{printed['year']}-{month:02}", "The year is printed with the months around it."
    if context.today is None or is_habit(context.text, context.start, context.end):
        return None
    today = context.today
    back, ahead = (today.month - month) % 12, (month - today.month) % 12
    following = which == "next" or (context.ahead and which not in {"last", "past"})
    nearest = context.outlook is Outlook.OPEN and not which and ahead < back
    if following or nearest:
        year = today.year + (month < today.month or (which == "next" and month == today.month))
        return f"{year}-{month:02}", "The next such month after publication."
    year = today.year - (month > today.month or (which == "last" and month == today.month))
    return f"{year}-{month:02}", "The last such month before publication."


def _weekday(parts: Parts, context: _Context) -> Value:
    if context.today is None or _names_no_day(parts, context):
        return None
    today, wanted = context.today, words.DAYS.index(parts["weekday"])
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


def _names_no_day(parts: Parts, context: _Context) -> bool:
    """Whether a weekday is a habit, a name, any such day ("a sunny Friday"), a heading or a column of a table."""
    before, behind = context.before, context.behind
    return (
        bool(words.NAMED.search(before))
        or bool(words.ANY_SUCH.search(before) and words.NO_EVENT.match(behind))
        or (before.lower().endswith("the ") and bool(re.match(r"\s+[A-Z]", behind)))
        or any(start <= len(before) < end for start, end in _rows(before + parts["weekday"] + behind))
        or (context.outlook is Outlook.OPEN and bool(words.THROUGH.match(behind)))
        or (before[-1:] in {"", "\n"} and behind[:1] in {"", "\n"} and "which" not in parts)
        or is_habit(context.text, context.start, context.end)
    )


def _rows(line: str) -> list[tuple[int, int]]:
    return [match.span() for match in words.LONG_ROW.finditer(line)]


def _named_day(parts: Parts, context: _Context) -> Value:
    word = " ".join(parts["word"].split())
    if word == "9/11":
        return _ATTACKS_OF_2001
    if context.today is None or words.FIGURE.match(context.behind):
        return None
    if re.search(r"(?<!as) (?:of|for)\s+$", context.before) and word == "tomorrow":
        return None
    days = -1 if word in {"yesterday", "last night"} else 1 if word == "tomorrow" else 0
    return (context.today + timedelta(days=days)).isoformat(), "Counted from the day of publication."


def _week_month_year(parts: Parts, context: _Context) -> Value:
    """A calendar week, month or year; "the last year" is a span of time that ends anywhere, and none."""
    which = " ".join(parts["which"].split())
    if context.today is None or (which in {"last", "next"} and re.search(r"\bthe\s+$", context.before, re.IGNORECASE)):
        return None
    if (
        which in {"previous", "before"}
        and parts["unit"] == "year"
        and (said := re.findall(r"\b(?:19|20)\d\d\b", sentence_before(context.text, context.start)))
    ):
        return str(int(said[-1]) - 1), "The year before the one that the sentence tells of."
    step = {"last": -1, "previous": -1, "before": -1, "past": -1, "this past": -1, "this": 0, "next": 1, "coming": 1}[
        which
    ]
    return stepped(context.today, parts["unit"], step), f"The {parts['unit']} counted from that of publication."


def _weeks_before(parts: Parts, context: _Context) -> Value:
    if context.today is None:
        return None
    weeks = (words.VALUES.get(parts["count"]) or int(parts["count"])) * (2 if "fortnight" in parts else 1)
    back = (context.today.weekday() - words.DAYS.index(parts["weekday"])) % 7
    return (
        context.today - timedelta(days=back, weeks=weeks)
    ).isoformat(), "So many weeks before the last such weekday."


def _weeks_after(parts: Parts, context: _Context) -> Value:
    if context.today is None:
        return None
    forward = (words.DAYS.index(parts["weekday"]) - context.today.weekday()) % 7 or 7
    weeks = 2 if "fortnight" in parts else 1
    return (
        context.today + timedelta(days=forward, weeks=weeks)
    ).isoformat(), "So many weeks after the next such weekday."


def _ago(parts: Parts, context: _Context) -> Value:
    if context.today is None:
        return None
    count = words.VALUES.get(parts["count"]) or int(parts["count"])
    step = count if parts["way"] in {"from now", "later", "hence"} else -count
    if parts["unit"] == "decade":
        return stepped(context.today, "year", 10 * step), "Counted from the day of publication."
    if parts["unit"] == "day":
        return (context.today + timedelta(days=step)).isoformat(), "Counted from the day of publication."
    return stepped(context.today, parts["unit"], step), "Counted from the day of publication."


def _end_of_year(_parts: Parts, context: _Context) -> Value:
    if context.today is None:
        return None
    return f"{context.today.year:04}-12-31", "The last day of the year of publication."


def _year_alone(parts: Parts, context: _Context) -> Value:
    """A printed year; what counts things and a decade ("the 1930's") are none."""
    decade = parts["year"].endswith("0") and context.behind[:2] in {"'s", "’s"}
    return None if decade or words.COUNTED.match(context.behind) else (parts["year"], "The year is printed.")


def _month(parts: Parts) -> int:
    return words.MONTH_NUMBERS[parts["month"].rstrip(".")]


def _checked(year: int, month: int, day: int, rule: str) -> Value:
    made = day_of_calendar(year, month, day)
    return (made.isoformat(), rule) if made else None


def _rule(
    name: str,
    pattern: str,
    resolve: Callable[[Parts, _Context], Value],
    *,
    cased: bool = False,
    before: str = "",
    end: str = r"(?![\w/-]|\.\w)",
) -> _Rule:
    whole = re.compile(rf"(?<![\w/.])(?:{pattern}){end}", 0 if cased else re.IGNORECASE)
    return _Rule(name, whole, resolve, re.compile(before, re.IGNORECASE))


_MONTH_END = r"(?![\w/]|-(?!\d|[A-Z]))"
_PREPOSITIONS = (
    r"in|of|by|since|until|from|early|late|mid|during|through|between|and|to|before|after|for|past|back\s+in"
)

RULES: tuple[_Rule, ...] = (
    _rule("ISO day", rf"{words.YEAR}-(?P<number>\d{{2}})-{words.DAY}", _iso),
    _rule("day month year", rf"{words.WEEKDAY_BEFORE}{words.DAY}(?:\s+of)?\s+{words.MONTH},?\s+{words.YEAR}", _full),
    _rule("month day year", rf"{words.WEEKDAY_BEFORE}{words.MONTH},?\s+{words.DAY},?\s+{words.YEAR}", _full),
    _rule(
        "day month",
        rf"{words.WEEKDAY_BEFORE}{words.DAY}(?:\s+of)?\s+{words.MONTH}(?!,?\s+(?:19|20)\d\d)",
        _day_month,
        cased=True,
        end=_MONTH_END,
    ),
    _rule(
        "month day",
        rf"{words.WEEKDAY_BEFORE}{words.MONTH}\s+{words.DAY}(?!,?\s+(?:19|20)\d\d|[:.,]\d|\s*(?:am|pm|percent|per\s+cent|%))",
        _day_month,
        cased=True,
        end=_MONTH_END,
    ),
    _rule("month year", rf"{words.MONTH},?\s+(?:of\s+)?{words.YEAR}", _month_year, cased=True),
    _rule(
        "month by name",
        rf"(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast)\s+{words.MONTH}(?!\s+\d)",
        _month_alone,
        cased=True,
    ),
    _rule(
        "month alone",
        words.MONTH,
        _month_alone,
        cased=True,
        before=rf"(?:\b(?:{_PREPOSITIONS})[\s-]|\b{words.ANY_MONTH},\s)$",
        end=r"(?![\w/-])",
    ),
    _rule(
        "month of something",
        rf"(?!(?:March|April|May|June|August)\s+[A-Z]){words.MONTH}(?=\s+[A-Za-z])",
        _month_alone,
        cased=True,
        before=r"\b(?:an?|the|this|that)\s$",
        end=r"(?![\w/-])",
    ),
    _rule(
        "month for itself",
        rf"(?P<month>{'|'.join(words.CLEAR_MONTHS)})(?!\s+[A-Z\d])",
        _month_alone,
        cased=True,
        end=r"(?![\w/-])",
    ),
    _rule("weekday", rf"(?:(?P<which>last|next|this)\s+)?{words.WEEKDAY}", _weekday),
    _rule(
        "weeks before a weekday",
        rf"{words.COUNT}\s+(?:weeks?|(?P<fortnight>fortnights?))\s+(?:ago\s+(?:on\s+|last\s+|this\s+(?:past\s+)?)?|last\s+){words.WEEKDAY}",
        _weeks_before,
    ),
    _rule(
        "a week on a weekday",
        rf"an?\s+(?:week|(?P<fortnight>fortnight))\s+(?:on|from)\s+{words.WEEKDAY}",
        _weeks_after,
    ),
    _rule(
        "named day",
        r"(?P<word>yesterday|today|tomorrow|tonight|last\s+night|this\s+(?:morning|afternoon|evening)|9/11)",
        _named_day,
        end=r"(?![\w/]|\.\w)",
    ),
    _rule(
        "week, month, year",
        rf"(?P<which>last|next|this\s+past|this|previous|coming)\s+(?P<unit>week|month|year)(?!-|\s+of\b|\s+in\s+{words.ANY_MONTH})",
        _week_month_year,
    ),
    _rule("the one before", r"the\s+(?P<unit>week|month|year)\s+(?P<which>before)(?=[,.;:])", _week_month_year),
    _rule("so long ago", rf"{words.COUNT}\s+{words.UNIT}\s+(?P<way>ago|earlier\s+this|from\s+now|hence)", _ago),
    _rule(
        "end of the year",
        r"(?:the\s+end\s+of\s+the\s+year|year[’']?s?[\s-]end)",
        _end_of_year,
        before=r"\b(?:by|at|before|until)\s$",
    ),
    _rule(
        "year alone",
        words.YEAR,
        _year_alone,
        before=r"\b(?:in|by|of|to|since|until|after|before|early|late|for|mid|from|during|through|between|and|an?|the|over)[\s-]$|\d\s?[-–]\s?$",
    ),
    _rule("year aside", words.YEAR, _year_alone, before=r"(?:\(|(?<!\d)[,.;] )$", end=r"(?=\)|\.?\s*(?:\n|$)|\.\s)"),
    _rule("year of an event", words.YEAR, _year_alone, before=rf"(?-i:\b(?!(?:{words.PRODUCTS})\s)[A-Z][A-Za-z]+)\s$"),
)
"""Each way of printing a date; of matches at one place the longest counts, and of equally long ones the first."""
