"""When a feed, an address or a watched article is asked next."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from reader.library import Asked
from reader.work.schedule import is_due, minutes_between, no_network, went_well, went_wrong

NOW = datetime(2026, 5, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("apart_min", "suggested", "chosen", "minutes"),
    [(240, None, None, 120), (10, None, None, 30), (10_000, None, None, 720), (240, 300, None, 300), (240, 100_000, None, 1440),
     (240, None, 15, 15), (240, None, 1, 5)],
)  # fmt: skip
def test_a_feed_is_asked_about_as_often_as_it_has_news(
    apart_min: int, suggested: int | None, chosen: int | None, minutes: int
) -> None:
    published = [(NOW - timedelta(minutes=apart_min * i)).isoformat() for i in range(10)]
    assert minutes_between([*published, None, "junk"], suggested, chosen) == minutes


def test_a_feed_without_times_is_asked_every_hour() -> None:
    assert minutes_between([None], None, None) == 60


def test_what_fails_is_asked_twice_as_late_each_time_and_no_later_than_in_a_week() -> None:
    asked, waits = Asked("f"), []
    for _ in range(12):
        asked = went_wrong(asked, NOW, 60, "down", passes=True)
        assert asked.next_at is not None
        waits.append((asked.next_at - NOW) / timedelta(hours=1))
    assert waits[:4] == [2, 4, 8, 16] and waits[-1] == 7 * 24
    well = went_well(asked, NOW, 60)
    assert (well.failures, well.fault, well.next_at) == (0, "", NOW + timedelta(hours=1))


def test_a_server_is_left_alone_as_long_as_it_asks() -> None:
    assert went_wrong(Asked("f"), NOW, 60, "busy", passes=True, retry_after_s=90_000).next_at == NOW + timedelta(
        hours=25
    )


def test_what_is_gone_is_not_asked_again() -> None:
    assert not is_due(went_wrong(Asked("f"), NOW, 60, "gone", passes=False), NOW + timedelta(days=365))


def test_without_a_network_it_is_tried_again_soon() -> None:
    first = no_network(Asked("w"), NOW, "offline")
    assert first.next_at == NOW + timedelta(seconds=30) and not first.gives_up
    assert not is_due(first, NOW) and is_due(first, NOW + timedelta(seconds=31))


def test_what_is_fresh_is_not_asked_for_before_it_is_stale() -> None:
    assert went_well(Asked("f"), NOW, 30, fresh_s=7200).next_at == NOW + timedelta(hours=2)
