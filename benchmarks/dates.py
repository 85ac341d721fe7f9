"""What dates in a text mean, beside dateparser alone: on annotated pages and news, and on GUM's `<date>` elements.

    python benchmarks/dates.py [--wrong]

Ours reads whole texts, and a value is right if a date that lies on the annotated words has it. dateparser is given the
annotated words themselves, the day of publication as its base and its preference for the past, and answers to the
precision that it says it has: finding them costs it nothing. Of the words that mean no date both are right if they say
nothing. Of GUM count days, months, years and whole weeks; "printed" are those whose words name a date at all ("opening
night" and "day five" take knowledge of the world).
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import annotated
import gum
from corpora import scorer
from dateparser.date import DateDataParser
from measuring import table

from reader.analysis.dates import dates_of

FIXTURES = (("annotated pages", "dates"), ("annotated news", "dates_news"))
ONE_VALUE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
PRINTED = re.compile(
    r"\b(?:(?:19|20)\d\d|\w+day|today|tonight|tomorrow|yesterday|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sep\w*"
    r"|oct\w*|nov\w*|dec\w*|(?:last|next|this|past|previous)\s+(?:week|month|year|night|morning)|ago|year\s+before)\b|year(?:’s)?\s+end|end\s+of\s+the\s+year|9/11",
    re.IGNORECASE,
)
DATELINE = re.compile(r"\w+day,?\s+\w+\s+\d{1,2},?\s+\d{4}")


@dataclass(frozen=True)
class Gold:
    """One annotated date of a text."""

    text: str
    published: str | None
    start: int
    end: int
    value: str | None

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]


def fixture(name: str) -> list[Gold]:
    return [
        Gold(each.text, each.published, row["start"], row["end"], row["value"])
        for each in annotated.read("dates", name)
        for row in each.rows
    ]


def of_gum() -> list[Gold]:
    """GUM's dates of one value; a text's own dateline is its day of publication, before the corpus's date of creation."""
    found = []
    for key in gum.names():
        document = gum.read(key)
        days = [
            w.when
            for w in document.dates
            if w.start < 250 and DATELINE.fullmatch(document.text[w.start : w.end]) and w.when
        ]
        published = days[0] if days else document.published
        for when in document.dates:
            value = when.when if when.when and ONE_VALUE.fullmatch(when.when) else week_of(when.first, when.last)
            if value:
                found.append(Gold(document.text, published, when.start, when.end, value))
    return found


def week_of(first: str | None, last: str | None) -> str | None:
    """The ISO week whose days these are."""
    if not (first and last and len(first) == len(last) == len("2017-07-10")):
        return None
    monday, sunday = date.fromisoformat(first), date.fromisoformat(last)
    if monday.weekday() or (sunday - monday).days != 6:
        return None
    year, week, _ = monday.isocalendar()
    return f"{year}-W{week:02}"


class Ours:
    def __init__(self) -> None:
        self.read: dict[tuple[str, str | None], Any] = {}

    def __call__(self, gold: Gold) -> list[str]:
        key = (gold.text, gold.published)
        if key not in self.read:
            self.read[key] = dates_of(gold.text, gold.published)
        return [m.value for m in self.read[key] if m.start < gold.end and gold.start < m.end]


def dateparser_alone(gold: Gold) -> list[str]:
    base = datetime.combine(date.fromisoformat(gold.published), time(12)) if gold.published else datetime.now()
    parser = DateDataParser(
        languages=["en"], settings={"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "RETURN_TIME_AS_PERIOD": False}
    )
    found = parser.get_date_data(gold.words)
    if found.date_obj is None:
        return []
    day = found.date_obj.date()
    year, week, _ = day.isocalendar()
    values = {"day": day.isoformat(), "week": f"{year}-W{week:02}", "month": f"{day:%Y-%m}", "year": f"{day:%Y}"}
    return [values.get(found.period, day.isoformat())]


def shares(golds: Iterable[Gold], systems: dict[str, Callable[[Gold], list[str]]], wrong: bool) -> list[float]:
    golds = list(golds)
    result = []
    for name, system in systems.items():
        right = 0
        for gold in golds:
            values = system(gold)
            good = not values if gold.value is None else gold.value in values
            right += good
            if wrong and not good and name == "verbatim":
                around = (
                    gold.text[max(0, gold.start - 40) : gold.start],
                    gold.words,
                    gold.text[gold.end : gold.end + 25],
                )
                print(f"    {'|'.join(around)!r}: {gold.value}, not {', '.join(values) or None}")
        result.append(right / len(golds))
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="list what ours gets wrong")
    options = parser.parse_args()
    scorer("score_names")
    systems: dict[str, Callable[[Gold], list[str]]] = {"verbatim": Ours(), "dateparser": dateparser_alone}
    sets: dict[str, list[Gold]] = {}
    for title, name in FIXTURES:
        every = fixture(name)
        sets[title] = [gold for gold in every if gold.value]
        if name == "dates":
            sets["no date there"] = [gold for gold in every if not gold.value]
    sets["GUM, all"] = of_gum()
    sets["GUM, printed"] = [gold for gold in sets["GUM, all"] if PRINTED.search(gold.words)]
    rows = [(title, len(golds), *shares(golds, systems, options.wrong)) for title, golds in sets.items()]
    print("Share of values right")
    table(("", "dates", *systems), rows)


if __name__ == "__main__":
    main()
