"""Dates as people read them, in the reader's language. Every place that prints a date asks here."""

from __future__ import annotations

from datetime import date, datetime

from reader.article.translating import mark, tr

MONTHS = tuple(
    map(
        mark,
        (
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ),
    )
)  # fmt: skip
SHORT_MONTHS = tuple(
    map(mark, ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"))
)  # fmt: skip
WEEKDAYS = tuple(map(mark, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")))


def told_day(day: date) -> str:
    """ "3 May 2020"."""
    return tr("{day} {month} {year}", day=day.day, month=tr(MONTHS[day.month - 1]), year=day.year)


def told_day_of_year(day: date) -> str:
    """ "3 May"."""
    return tr("{day} {month}", day=day.day, month=tr(MONTHS[day.month - 1]))


def told_short(day: date, *, year: bool = True) -> str:
    """ "3 Sep 2020", or without its year."""
    month = tr(SHORT_MONTHS[day.month - 1])
    return (
        tr("{day} {month} {year}", day=day.day, month=month, year=day.year)
        if year
        else tr("{day} {month}", day=day.day, month=month)
    )


def told_month(month: date, *, short: bool = False) -> str:
    """ "May 2020"."""
    return tr("{month} {year}", month=tr((SHORT_MONTHS if short else MONTHS)[month.month - 1]), year=month.year)


def told_long(day: date) -> str:
    """ "Sunday, 3 May 2020"."""
    return tr("{weekday}, {date}", weekday=tr(WEEKDAYS[day.weekday()]), date=told_day(day))


def told_moment(moment: datetime) -> str:
    """ "3 May 2020, 15:16"."""
    return tr("{date}, {time}", date=told_day(moment), time=f"{moment:%H:%M}")


def told_span(first: date, last: date) -> str:
    """ "3 May – 9 June 2020"; the months and years that both share are said once."""
    if first == last:
        return told_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return tr("{first}–{last}", first=tr("{day}", day=first.day), last=told_day(last))
    return f"{told_day_of_year(first) if first.year == last.year else told_day(first)} – {told_day(last)}"
