"""Quotations that recur across articles, however they were trimmed, punctuated or attributed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz
from sqlalchemy import Connection, text

from reader.article.wording import plain_words
from reader.library.packing import compact_json
from reader.library.people.values import SaidQuote

LEAST_LIKE = 85
"""How like the shorter of two wordings must be to its place in the longer one, of 100."""
FEWEST_WORDS = 5
MOST_ECHOES = 60

Place = tuple[int, int]


def echo_counts(connection: Connection, places: Sequence[Place]) -> dict[Place, int]:
    """In how many other articles something like each quotation stands, by shared marks; those of none are left out."""
    asked = text(
        "SELECT json_extract(p.value, '$[0]'), json_extract(p.value, '$[1]'), count(DISTINCT o.article)"
        " FROM json_each(:places) p JOIN wordings w ON w.article = json_extract(p.value, '$[0]')"
        " AND w.ordinal = json_extract(p.value, '$[1]') JOIN wordings o ON o.mark = w.mark AND o.article <> w.article"
        " JOIN tellings t ON t.article = o.article AND t.live GROUP BY 1, 2"
    )
    listed = compact_json([list(place) for place in places]).decode()
    return {(article, ordinal): number for article, ordinal, number in connection.execute(asked, {"places": listed})}


def echo_places(connection: Connection, article: int, ordinal: int) -> list[Place]:
    """Where quotations stand that share marks with one, those with most in common first."""
    asked = text(
        "SELECT o.article, o.ordinal FROM wordings w JOIN wordings o ON o.mark = w.mark AND o.article <> w.article"
        " JOIN tellings t ON t.article = o.article AND t.live WHERE w.article = :article AND w.ordinal = :ordinal"
        " GROUP BY 1, 2 ORDER BY count(*) DESC LIMIT :few"
    )
    found = connection.execute(asked, {"article": article, "ordinal": ordinal, "few": MOST_ECHOES})
    return [(other, number) for other, number in found]


def alike(one: str, other: str) -> bool:
    """Whether one wording is the other, trimmed, or a few words changed."""
    few, many = sorted((plain_words(one), plain_words(other)), key=len)
    if len(few) < FEWEST_WORDS:
        return False
    return fuzz.partial_ratio(" ".join(few), " ".join(many)) >= LEAST_LIKE


def recurring(quotes: Iterable[SaidQuote], marks: Iterable[tuple[int, Place]]) -> list[tuple[SaidQuote, ...]]:
    """Groups of alike quotations of different articles, the widest spread first; in each the longest first.

    `marks` are the marks that lie on the quotations' places.
    """
    held = {(quote.article, quote.ordinal): quote for quote in quotes}
    by_mark: dict[int, list[Place]] = defaultdict(list)
    for mark, place in marks:
        if place in held:
            by_mark[mark].append(place)
    root = {place: place for place in held}

    def rooted(place: Place) -> Place:
        while root[place] != place:
            place = root[place]
        return place

    for places in by_mark.values():
        for place in places[1:]:
            one, other = rooted(places[0]), rooted(place)
            if one != other and alike(held[places[0]].text, held[place].text):
                root[other] = one
    groups: dict[Place, list[SaidQuote]] = defaultdict(list)
    for place, quote in held.items():
        groups[rooted(place)].append(quote)
    spread = [group for group in groups.values() if len({quote.article for quote in group}) > 1]
    spread.sort(key=lambda group: (-len({quote.article for quote in group}), group[0].day, group[0].article))
    return [tuple(sorted(group, key=lambda quote: -len(quote.text))) for group in spread]
