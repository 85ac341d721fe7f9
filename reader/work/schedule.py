"""When what is asked again and again is asked next: as often as there is news, rarer where it fails, never rudely."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from statistics import median

from reader.library import Asked

SOONEST_MIN, RAREST_MIN, STANDARD_MIN = 30, 12 * 60, 60
LONGEST = timedelta(days=7)
WAITING_FIRST_S, WAITING_LONGEST_S = 30, 30 * 60
"""An address that waits for the network is tried after half a minute, then more and more rarely."""
NEWEST = 20
QUIET_LOOKS = 8
"""A watched article that does not change is looked at ever more rarely, at most so many times more rarely."""


def minutes_between(published: Iterable[str | None], suggested: int | None, chosen: int | None) -> int:
    """How often a feed is worth asking: as the reader chose; else half as long as its items are apart.

    `suggested` is what the feed itself says; it is not asked more often.
    """
    if chosen is not None:
        return max(5, chosen)
    moments = sorted((moment for text in published if (moment := _moment(text))), reverse=True)[:NEWEST]
    gaps = [(later - earlier).total_seconds() / 60 for later, earlier in pairwise(moments)]
    apart = median(gaps) / 2 if gaps else STANDARD_MIN
    return round(max(SOONEST_MIN, min(suggested or 0, 24 * 60), min(RAREST_MIN, apart)))


def went_well(before: Asked, now: datetime, minutes: float, *, fresh_s: float = 0) -> Asked:
    """The book's entry after an answer: asked again in so many minutes, or when it is stale."""
    return replace(
        before,
        asked_at=now,
        succeeded_at=now,
        next_at=now + max(timedelta(minutes=minutes), timedelta(seconds=fresh_s)),
        failures=0,
        fault="",
        gives_up=False,
    )


def went_wrong(
    before: Asked, now: datetime, minutes: float, fault: str, *, passes: bool, retry_after_s: float | None = None
) -> Asked:
    """The entry after a failure: asked again twice as late each time; never again by itself where it will not pass."""
    failures = before.failures + 1
    wait = min(LONGEST, timedelta(minutes=minutes) * 2 ** min(failures, 12))
    if retry_after_s is not None:
        wait = max(wait if failures > 1 else timedelta(0), timedelta(seconds=retry_after_s))
    return replace(
        before,
        asked_at=now,
        next_at=now + wait,
        failures=failures,
        fault=fault,
        gives_up=not passes,
    )


def no_network(before: Asked, now: datetime, fault: str) -> Asked:
    """The entry of what could not be reached at all: that is nobody's fault, and tried again soon."""
    failures = before.failures + 1
    wait = min(WAITING_LONGEST_S, WAITING_FIRST_S * 2 ** min(failures - 1, 10))
    return replace(before, asked_at=now, next_at=now + timedelta(seconds=wait), failures=failures, fault=fault)


def is_due(asked: Asked, now: datetime) -> bool:
    """Whether it is time to ask."""
    return not asked.gives_up and (asked.next_at is None or asked.next_at <= now)


def _moment(text: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    return moment if moment is None or moment.tzinfo else moment.replace(tzinfo=UTC)
