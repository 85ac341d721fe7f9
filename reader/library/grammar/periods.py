"""Dates as they are written in a question: a day, a month, a year, one back from today, or from one to another."""

from __future__ import annotations

import re
from datetime import date, timedelta

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_BACK = re.compile(r"(\d{1,4})([dwmy])")
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}

Period = tuple[date, date]


def period_of(text: str, today: date) -> Period | None:
    """The days [first, after the last) that a text means; None where it means none."""
    text = text.strip().lower()
    if ".." in text:
        first, _, last = text.partition("..")
        begins, ends = period_of(first, today), period_of(last, today)
        return (begins[0], ends[1]) if begins and ends and begins[0] < ends[1] else None
    if text in {"today", "yesterday"}:
        day = today - timedelta(days=text == "yesterday")
        return day, day + timedelta(days=1)
    if back := _BACK.fullmatch(text):
        days = int(back[1]) * _DAYS[back[2]]
        if days >= today.toordinal():
            return None
        return today - timedelta(days=days), today + timedelta(days=1)
    written = _WRITTEN.fullmatch(text.replace("/", "-"))
    return _whole(*(int(part) if part else None for part in written.groups())) if written else None


def _whole(year: int | None, month: int | None = None, day: int | None = None) -> Period | None:
    """The whole year, month or day."""
    try:
        begins = date(year or 0, month or 1, day or 1)
        if day:
            return begins, begins + timedelta(days=1)
        if month:
            return begins, date(begins.year + month // 12, month % 12 + 1, 1)
        return begins, date(begins.year + 1, 1, 1)
    except (ValueError, OverflowError):
        return None
