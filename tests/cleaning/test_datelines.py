"""Date lines become ISO 8601 to the precision that is printed, and sentences with dates in them stay sentences."""

from __future__ import annotations

import pytest

from reader.cleaning.datelines import Dated, date_line, first_date
from reader.cleaning.moments import iso

PUBLISHED = {
    "Monday 02 April 2018 15:16": "2018-04-02T15:16",
    "2 April 2018": "2018-04-02",
    "2nd of April, 2018": "2018-04-02",
    "April 2, 2018": "2018-04-02",
    "Apr. 2, 2018": "2018-04-02",
    "Mon 2 Apr 2018": "2018-04-02",
    "Published: 2 Apr 2018, 3:16 pm": "2018-04-02T15:16",
    "Published 12:05 a.m., April 2, 2018": "2018-04-02T00:05",
    "April 2, 2018 at 12 pm": "2018-04-02T12:00",
    "2 April 2018 | 15.16 BST": "2018-04-02T15:16+01:00",
    "April 2, 2018 3:16 PM ET": "2018-04-02T15:16-04:00",
    "January 2, 2018 3:16 PM ET": "2018-01-02T15:16-05:00",
    "2 April 2018 15:16 UTC+2": "2018-04-02T15:16+02:00",
    "2 April 2018 15:16 GMT": "2018-04-02T15:16+00:00",
    "2018-04-02": "2018-04-02",
    "2018-04-02T15:16:17Z": "2018-04-02T15:16+00:00",
    "2018-04-02 15:16 +0530": "2018-04-02T15:16+05:30",
    "2018/04/02": "2018-04-02",
    "02/04/2018": "2018-04-02",
    "04/22/2018": "2018-04-22",
    "2.4.2018": "2018-04-02",
    "17. September 2024, 08:30 Uhr": "2024-09-17T08:30",
    "Veröffentlicht am 3. März 2024": "2024-03-03",
    "Publié le 14 juillet 2023 à 18h30": "2023-07-14T18:30",
    "1er août 2023": "2023-08-01",
    "5 de marzo de 2022": "2022-03-05",
    "2018年4月2日": "2018-04-02",
    "29 February 2024": "2024-02-29",
}


@pytest.mark.parametrize(("line", "published"), PUBLISHED.items(), ids=list(PUBLISHED))
def test_a_date_line_gives_its_date(line: str, published: str) -> None:
    assert date_line(line) == Dated(published, None)


@pytest.mark.parametrize(
    ("line", "dated"),
    [
        ("Updated 3 April 2018", Dated(None, "2018-04-03")),
        ("Published 2 April 2018, updated 3 April 2018", Dated("2018-04-02", "2018-04-03")),
        ("First published 2 April 2018 09:00 • Last modified 3 April 2018 10:30", Dated("2018-04-02T09:00", "2018-04-03T10:30")),
        ("Aktualisiert am 4. Mai 2024", Dated(None, "2024-05-04")),
        ("Mis à jour le 4 mai 2024 à 10h05", Dated(None, "2024-05-04T10:05")),
    ],
)  # fmt: skip
def test_an_update_is_told_from_the_first_publication(line: str, dated: Dated) -> None:
    assert date_line(line) == dated


@pytest.mark.parametrize(
    "line",
    [
        "The bridge opened on 2 April 2018.",
        "On 2 April 2018 the bridge opened",
        "31 February 2018",
        "2018",
        "April",
        "Monday",
        "15:16",
        "12 boats, 40 people",
        "Call 020 7946 0018",
        "",
        "2 April 2018 " * 40,
    ],
    ids=lambda line: line[:30] or "nothing",
)
def test_other_lines_are_no_date_lines(line: str) -> None:
    assert date_line(line) is None


def test_the_order_of_numbers_is_the_readers_own() -> None:
    assert date_line("04/02/2018") == Dated("2018-02-04")
    assert date_line("04/02/2018", american=True) == Dated("2018-04-02")


def test_the_first_date_of_a_sentence() -> None:
    assert first_date("It opened on 2 April 2018 and closed on 3 May 2019.") == "2018-04-02"
    assert first_date("It opened one day in spring.") is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-05-02T10:11:12.345Z", "2024-05-02T10:11+00:00"),
        ("2024-05-02T10:11:12+0200", "2024-05-02T10:11+02:00"),
        ("2024-05-02 10:11", "2024-05-02T10:11"),
        (" 2024-05-02 ", "2024-05-02"),
        ("Thu, 2 May 2024 10:11:12 GMT", "2024-05-02T10:11+00:00"),
        ("2024-13-45", None),
        ("soon", None),
        ("", None),
        (None, None),
        (20240502, None),
        (["2024-05-02"], None),
    ],
    ids=str,
)
def test_dates_as_pages_write_them(value: object, expected: str | None) -> None:
    assert iso(value) == expected
