"""What dates in a text mean, counted from the day of publication, and what is no date."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.dates import RULES, dates_of

WEDNESDAY = "2026-03-18"


def found(text: str, published: str | None = WEDNESDAY) -> list[tuple[str, str]]:
    return [(mention.text, mention.value) for mention in dates_of(text, published)]


PRINTED = {
    "day month year": ("They met on 4 March 2026.", "4 March 2026", "2026-03-04"),
    "day with its ending": ("They met on the 4th of March, 2026.", "4th of March, 2026", "2026-03-04"),
    "month day year": ("They met on March 4, 2026.", "March 4, 2026", "2026-03-04"),
    "short month with a stop": ("They met on Mar. 4, 2026.", "Mar. 4, 2026", "2026-03-04"),
    "short month without one": ("They met on Sept 3 2025.", "Sept 3 2025", "2025-09-03"),
    "ISO day": ("They met on 2026-03-04.", "2026-03-04", "2026-03-04"),
    "leap day": ("Born on 29 February 2024.", "29 February 2024", "2024-02-29"),
    "month year": ("They met in April 2024.", "April 2024", "2024-04"),
    "year alone": ("They met in 2019.", "2019", "2019"),
    "the attacks by number": ("They spoke of 9/11 again.", "9/11", "2001-09-11"),
    "year behind a hyphen": ("It closed in mid-2019 for good.", "2019", "2019"),
}


@pytest.mark.parametrize(("text", "words", "value"), PRINTED.values(), ids=PRINTED)
def test_a_printed_date_needs_no_day_of_publication(text: str, words: str, value: str) -> None:
    assert found(text, None) == [(words, value)]


RELATIVE = {
    "weekday in the past": ("They met on Monday.", "Monday", "2026-03-16"),
    "weekday of publication": ("They met on Wednesday.", "Wednesday", "2026-03-18"),
    "weekday of the week before": ("They met on Thursday.", "Thursday", "2026-03-12"),
    "weekday of an event": ("They spoke at a rally Monday.", "Monday", "2026-03-16"),
    "weekday that tells which event": ("They spoke at a Monday evening rally.", "Monday", "2026-03-16"),
    "weekday ahead": ("They will meet on Thursday.", "Thursday", "2026-03-19"),
    "weekday of publication, ahead": ("They will meet on Wednesday.", "Wednesday", "2026-03-25"),
    "weekday at the head, ahead": ("On Tuesday, the council will vote.", "Tuesday", "2026-03-24"),
    "weekday at the head, back": ("On Tuesday, they said it would not vote.", "Tuesday", "2026-03-17"),
    "weekday, then a deed to come": ("They left on Tuesday and will come back.", "Tuesday", "2026-03-17"),
    "last weekday": ("They met last Wednesday.", "last Wednesday", "2026-03-11"),
    "next weekday": ("They meet next Monday.", "next Monday", "2026-03-23"),
    "this weekday, to come": ("They meet this Friday.", "this Friday", "2026-03-20"),
    "this weekday, gone": ("They met this Monday.", "this Monday", "2026-03-16"),
    "possessive weekday": ("They lost Monday's vote.", "Monday", "2026-03-16"),
    "yesterday": ("They met yesterday.", "yesterday", "2026-03-17"),
    "today": ("They meet today.", "today", "2026-03-18"),
    "tomorrow": ("They meet tomorrow.", "tomorrow", "2026-03-19"),
    "tonight": ("They meet tonight.", "tonight", "2026-03-18"),
    "last night": ("They met last night.", "last night", "2026-03-17"),
    "this morning": ("They met this morning.", "this morning", "2026-03-18"),
    "last week": ("They met last week.", "last week", "2026-W11"),
    "the coming week": ("They meet in the coming week.", "coming week", "2026-W13"),
    "last month": ("They met last month.", "last month", "2026-02"),
    "next month": ("They meet next month.", "next month", "2026-04"),
    "next year": ("They meet next year.", "next year", "2027"),
    "the previous year": ("They met the previous year.", "previous year", "2025"),
    "days ago": ("They met three days ago.", "three days ago", "2026-03-15"),
    "weeks ago": ("They met two weeks ago.", "two weeks ago", "2026-W10"),
    "a month ago": ("They met a month ago.", "a month ago", "2026-02"),
    "months over the year's end": ("They met 4 months ago.", "4 months ago", "2025-11"),
    "years ago": ("They met six years ago.", "six years ago", "2020"),
    "decades ago": ("They met two decades ago.", "two decades ago", "2006"),
    "weeks from now": ("They meet two weeks from now.", "two weeks from now", "2026-W14"),
    "day month, gone": ("They met on 4 March.", "4 March", "2026-03-04"),
    "day month, gone last year": ("They met on 4 May.", "4 May", "2025-05-04"),
    "day month, ahead": ("They will meet on 4 May.", "4 May", "2026-05-04"),
    "day month, ahead next year": ("They will meet on 4 January.", "4 January", "2027-01-04"),
    "month day": ("They met on March 4.", "March 4", "2026-03-04"),
    "leap day without a year": ("They met on 29 February.", "29 February", "2024-02-29"),
    "leap day ahead": ("They will meet on 29 February.", "29 February", "2028-02-29"),
    "month alone, gone": ("They met in January.", "January", "2026-01"),
    "month alone, gone last year": ("They met in May.", "May", "2025-05"),
    "month alone, ahead": ("They will meet in May.", "May", "2026-05"),
    "the attacks": ("They spoke of the Sept. 11 terrorist attacks.", "Sept. 11", "2001-09-11"),
    "day month, nearest": ("Tickets for 4 May are here.", "4 May", "2026-05-04"),
    "day month, running": ("It is to run from February 20.", "February 20", "2026-02-20"),
    "month, nearest": ("It is out in May.", "May", "2026-05"),
    "month as an adjective": ("They wrote a January report.", "January", "2026-01"),
    "month that owns": ("They heard December's news.", "December", "2025-12"),
    "past month by name": ("They met this past January.", "past January", "2026-01"),
    "past week": ("They met this past week.", "this past week", "2026-W11"),
    "last year in a place": ("They met last year in Oslo.", "last year", "2025"),
    "teens of years ago": ("They met seventeen years ago.", "seventeen years ago", "2009"),
    "dozens of years ago": ("They met twenty-five years ago.", "twenty-five years ago", "2001"),
    "years ago, mended": ("“[Ten] years ago they met.", "[Ten] years ago", "2016"),
    "the year's end": ("They must agree by the end of the year.", "the end of the year", "2026-12-31"),
    "verb behind a fronted name": ("The mill in January shut.", "January", "2026-01"),
    "a name that ends like a verb": ("On Thursday, Ahmed and Ed are to travel.", "Thursday", "2026-03-19"),
    "a week before a weekday": ("It began a week ago on Tuesday.", "a week ago on Tuesday", "2026-03-10"),
    "a fortnight before a weekday": (
        "They met a fortnight ago last Friday.",
        "a fortnight ago last Friday",
        "2026-02-27",
    ),
    "a week after a weekday": ("They meet a week on Friday.", "a week on Friday", "2026-03-27"),
    "a term that was promised": ("She said the mayor promised aid by April 15.", "April 15", "2026-04-15"),
    "a term that was asked for": ("“We’re asking people to stay in through Sunday.”", "Sunday", "2026-03-22"),
    "a term that must be kept": ("An appeal must be lodged by 14 January.", "14 January", "2027-01-14"),
    "an end to come": ("Her term ends on Dec. 31.", "Dec. 31", "2026-12-31"),
    "a beginning to come": ("Voting starts on Friday.", "Friday", "2026-03-20"),
    "a term that is over": ("They promised it, but were gone by Sunday.", "Sunday", "2026-03-15"),
    "last month by name": ("They met last March.", "last March", "2025-03"),
    "next month by name": ("They meet next March.", "next March", "2027-03"),
}


@pytest.mark.parametrize(("text", "words", "value"), RELATIVE.values(), ids=RELATIVE)
def test_a_relative_date_counts_from_the_day_of_publication(text: str, words: str, value: str) -> None:
    assert found(text) == [(words, value)]


@pytest.mark.parametrize(("text", "words", "value"), RELATIVE.values(), ids=RELATIVE)
def test_a_relative_date_means_nothing_where_that_day_is_unknown(text: str, words: str, value: str) -> None:
    assert found(text, None) == found(text, "last spring") == []


SHARED_YEARS = {
    "days of a month": ("Oslo, April 21-22, 2025", [("April 21", "2025-04-21")]),
    "days of two months": ("It ran May 31–June 4, 2025.", [("May 31", "2025-05-31"), ("June 4, 2025", "2025-06-04")]),
    "days over the year's end": (
        "It ran December 28 to January 3, 2025.",
        [("December 28", "2024-12-28"), ("January 3, 2025", "2025-01-03")],
    ),
    "British days": ("It ran 28 May to 3 June 2025.", [("28 May", "2025-05-28"), ("3 June 2025", "2025-06-03")]),
    "months": ("It ran between January and April 2018.", [("January", "2018-01"), ("April 2018", "2018-04")]),
    "months behind their year": (
        "The gauge was read in 2024—July, August and September.",
        [("2024", "2024"), ("July", "2024-07"), ("August", "2024-08"), ("September", "2024-09")],
    ),
    "day of this year": (
        "They stayed to 4 December of this year.",
        [("4 December", "2026-12-04"), ("this year", "2026")],
    ),
    "day of last year's": (
        "They missed last year's April 15 talks.",
        [("last year", "2025"), ("April 15", "2025-04-15")],
    ),
    "weekday of a printed day": (
        "It ran until Tuesday, January 6, 2026.",
        [("Tuesday, January 6, 2026", "2026-01-06")],
    ),
    "the year before a printed one": (
        "In 2024 it fell by 3% from the previous year.",
        [("2024", "2024"), ("previous year", "2023")],
    ),
}


@pytest.mark.parametrize(("text", "dates"), SHARED_YEARS.values(), ids=SHARED_YEARS)
def test_a_year_that_is_printed_once_counts_for_the_dates_beside_it(text: str, dates: list[tuple[str, str]]) -> None:
    assert found(text) == dates


def test_two_dates_of_a_sentence_look_each_their_own_way() -> None:
    assert found("He said on Monday that the vote will be on Tuesday.") == [
        ("Monday", "2026-03-16"),
        ("Tuesday", "2026-03-24"),
    ]


def test_a_sentence_does_not_look_ahead_for_the_next_one() -> None:
    assert found("The mill will reopen. It shut on Monday.") == [("Monday", "2026-03-16")]


def test_every_date_says_by_which_rule_it_was_had() -> None:
    mentions = dates_of(
        "It shut on Monday, on 4 March 2024, in May, yesterday, last week and two years ago.", WEDNESDAY
    )
    assert len(mentions) == 6
    assert all(mention.rule.endswith(".") for mention in mentions)
    assert mentions[0].rule == "The last such weekday up to the day of publication."


NO_DATES = {
    "quantities": "It had 2019 members and cost 2020 pounds.",
    "the verb and the adjective": "She may march in august company.",
    "a person called May": "Then May Vane spoke.",
    "scores and fractions": "They lost 3-2 and did 10/12 of it.",
    "versions": "Version 2026.1 came.",
    "a season": "during the 2019-20 season",
    "a share": "Prices rose: March 5 percent.",
    "a week of something": "the next week of rain",
    "a span of time": "Over the last year it grew.",
    "a habit": "It opens every Monday and on most days, usually in January.",
    "mornings": "They read on Sunday mornings.",
    "any such day": "It was a sunny Friday, just another Monday, a Sunday afternoon in Oslo.",
    "a day with a name": "On Black Friday and Cyber Monday they sell.",
    "a newspaper": "They read the Sunday Post.",
    "a company": "They sold Monday.com.",
    "a heading": "\n\nMonday\n\n",
    "a table": "Monday | Tuesday | Wednesday | Thursday | Friday",
    "a figure of speech": "In today’s competitive market, yesterday’s solutions fail.",
    "the future": "It is the factory of tomorrow.",
    "a person called August": "The August Vane Prize went on.",
    "a decade": "That was in the 1930’s.",
    "a product": "They ran Windows 2000.",
    "an impossible day": "It is 2026-02-30.",
    "out of the calendar": "It formed 999 decades ago.",
}


@pytest.mark.parametrize("text", NO_DATES.values(), ids=NO_DATES)
def test_this_is_no_date(text: str) -> None:
    assert found(text) == []


EXAMPLES = {
    "ISO day": "2026-03-04",
    "day month year": "4 March 2026",
    "month day year": "March 4, 2026",
    "day month": "4 March",
    "month day": "March 4",
    "month year": "April 2024",
    "month by name": "last March",
    "month alone": "in May",
    "weekday": "next Monday",
    "named day": "yesterday",
    "week, month, year": "last week",
    "so long ago": "two weeks ago",
    "weeks before a weekday": "two weeks ago on Friday",
    "a week on a weekday": "a week on Friday",
    "year alone": "in 2019",
    "month of something": "at the June talks",
    "month for itself": "January",
    "the one before": "the year before, too",
    "end of the year": "by the end of the year",
    "year aside": "there (2019)",
    "year of an event": "at the World Cup 2018",
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_is_needed(rule: object, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"They met {EXAMPLES[rule.name]}."  # type: ignore[attr-defined]
    whole = found(text)
    assert len(whole) == 1
    monkeypatch.setattr("reader.analysis.dates.RULES", tuple(other for other in RULES if other is not rule))
    assert found(text) != whole


@pytest.mark.parametrize("published", [date.min.isoformat(), date.max.isoformat(), "9999-12-31T23:59:59Z"])
def test_the_calendar_has_ends(published: str) -> None:
    text = "999 years ago, 999 weeks ago, 999 days ago, 99 months from now, 9 weeks from now, tomorrow, yesterday, last year"
    for _, value in found(f"{text}, next Monday, last Monday, next month, 4 May.", published):
        assert 1 <= int(value[:4]) <= 9999


WORDS = st.sampled_from(
    "on in by last next this ago from now will was 4 29 31 2026 1999 999 March may Feb. Monday tuesday today "
    "yesterday week months years decades three a , . “ ’ - : of the 2026-02-29 \n é 🙂".split(" ")
)
DAYS = st.dates().map(date.isoformat) | st.none() | st.text(max_size=12)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=80), DAYS)
def test_whatever_the_text_dates_are_as_printed_in_order_and_valid(text: str, published: str | None) -> None:
    mentions = dates_of(text, published)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text != ""
        year, _, rest = mention.value.partition("-")
        assert 1 <= int(year) <= 9999
        if len(rest) == 5:
            date.fromisoformat(mention.value)
    for before, after in pairwise(mentions):
        assert before.end <= after.start
