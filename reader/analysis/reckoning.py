"""Days, months and years of the calendar, reckoned from one day."""

from __future__ import annotations

from datetime import date, timedelta


def stepped(today: date, unit: str, step: int) -> str:
    """The week, month or year that lies so many steps from a day, in ISO 8601."""
    if unit == "week":
        year, week, _ = (today + timedelta(weeks=step)).isocalendar()
        return f"{year:04}-W{week:02}"
    if unit == "month":
        months = today.year * 12 + today.month - 1 + step
        return f"{in_calendar(months // 12):04}-{months % 12 + 1:02}"
    return f"{in_calendar(today.year + step):04}"


def in_calendar(year: int) -> int:
    """The year, if it is one of the calendar's; OverflowError otherwise."""
    if not date.min.year <= year <= date.max.year:
        raise OverflowError(year)
    return year


def day_of_calendar(year: int, month: int, day: int) -> date | None:
    """The day, if there is one of that number in that month."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
