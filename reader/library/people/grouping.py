"""Articles that tell one story: of about the same days, with rare names, phrases and quoted words in common.

An article joins the story of those it is most like, when it is derived; none is ever read again for that. What is rare
is what few articles of the days around have.
"""

from __future__ import annotations

import hashlib
import math
import re
import struct
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from sqlalchemy import Connection, delete, insert, select, text

from reader.article import Analysis, Article, EntityKind, QuoteKind
from reader.article.wording import marks_of
from reader.library.packing import compact_json
from reader.library.people.linking import Found
from reader.library.schema import stories, tellings, traits

DAYS_AROUND = 4
TOO_COMMON = 40
"""A trait that so many articles of the days around have tells no story."""
LEAD_CHARACTERS = 900
MOST_WORDS, MOST_NAMES, MARKS_OF_A_QUOTE, MOST_QUOTE_MARKS = 60, 24, 3, 24
LEAST_ALIKE = 0.2
"""The share of an article's traits, weighed by how rare they are, that it must have in common with a story's."""
LEAST_SHARED = 4
FEWEST_SHARED_QUOTE_MARKS = 2
"""So many marks of quoted words in common tell one story by themselves."""

NAMES, WORDS, PHRASES, QUOTED = 1.6, 1.0, 1.4, 2.0
"""How much a shared name, word, phrase or stretch of quoted words tells."""

_WORD = re.compile(r"[^\W\d_]{4,}|\d{2,}")
EVERYWHERE = frozenset(
    """about above after again against almost along already also although among another around because been before being
    below between both came come could does done down during each even ever every first from have having here however
    into just last like made make many might more most much must near never next only other over people said same says
    should since some still such than that their them then there these they this those though through time told took
    under until upon very week well were what when where which while whom will with within without would year years
    your monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december news reuters according report reported""".split()
)
Traits = dict[int, float]

NAME, HASH = 1 << 31, (1 << 31) - 1
"""A trait is a number of 32 bits: a thing's with the first of them set, or a hash of words."""
MOST_AROUND = 1_000
"""So many articles of the days around are compared; after a large import all may be of one day."""

_INSERT_TRAITS = insert(traits).prefix_with("OR REPLACE")
_STORIES_OF = text("SELECT t.article, t.story FROM json_each(:ids) i JOIN tellings t ON t.article = i.value")
_AROUND = text(
    "SELECT article, held FROM traits WHERE article IN (SELECT article FROM traits WHERE day BETWEEN :first AND :last"
    " ORDER BY abs(day - :day), article DESC LIMIT :most)"
)
_TOLD = text("SELECT count(*), count(DISTINCT outlet), min(day), max(day) FROM tellings WHERE story = :story AND live")
_COUNT = text(
    "INSERT INTO stories (id, articles, outlets, first_day, last_day) VALUES (:id, :articles, :outlets, :first, :last)"
    " ON CONFLICT (id) DO UPDATE SET articles = excluded.articles, outlets = excluded.outlets,"
    " first_day = excluded.first_day, last_day = excluded.last_day"
)


def traits_of(article: Article, analysis: Analysis, found: Sequence[Found]) -> Traits:
    """What may tell an article's story: whom and what it names, the words and phrases it opens with, what it quotes."""
    held: Traits = {}
    opening = " ".join(part for part in (article.title, article.standfirst, article.text[:LEAD_CHARACTERS]) if part)
    words = [word for word in _WORD.findall(opening.casefold()) if word not in EVERYWHERE]
    for one, two in pairwise(words):
        held[_hashed(f"{one} {two}")] = PHRASES
    held |= {_hashed(word): WORDS for word in dict.fromkeys(words)}
    held = dict(list(held.items())[-2 * MOST_WORDS :])
    named = sorted(found, key=lambda each: -len(each.entity.mentions))[:MOST_NAMES]
    for each in named:
        if each.entity.kind is not EntityKind.GROUP:
            held[NAME | each.thing] = NAMES / 2 if each.entity.kind is EntityKind.PLACE else NAMES
    marks = [
        mark
        for quote in analysis.quotes
        if quote.kind is not QuoteKind.INDIRECT
        for mark in marks_of(quote.text)[:MARKS_OF_A_QUOTE]
    ]
    return held | dict.fromkeys((_quoted(mark) for mark in marks[:MOST_QUOTE_MARKS]), QUOTED)


def place(connection: Connection, article: int, day: int, held: Traits) -> int:
    """Keep an article's traits, and say whose story it tells: one that is told already, or its own."""
    likeness = _likeness(connection, article, day, held)
    if held:
        connection.execute(_INSERT_TRAITS, {"article": article, "day": day, "held": packed(held)})
    if not likeness:
        return article
    listed = compact_json(list(likeness)).decode()
    told: dict[int, list[float]] = defaultdict(list)
    for other, story in connection.execute(_STORIES_OF, {"ids": listed}):
        told[story].append(likeness[other])
    best, score = article, LEAST_ALIKE
    for story, scores in told.items():
        closest = sorted(scores, reverse=True)[:2]
        if (mean := sum(closest) / len(closest)) >= score:
            best, score = story, mean
    return best


def _likeness(connection: Connection, article: int, day: int, held: Traits) -> dict[int, float]:
    """The articles of the days around that may tell the same, each with the weighed share of traits in common."""
    values = {"first": day - DAYS_AROUND, "last": day + DAYS_AROUND, "day": day, "most": MOST_AROUND}
    holders: dict[int, list[int]] = {trait: [] for trait in held}
    for other, blob in connection.execute(_AROUND, values):
        if other != article:
            for trait in holders.keys() & unpacked(blob):
                holders[trait].append(other)
    total = 0.0
    shared: dict[int, float] = defaultdict(float)
    numbers: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
    for trait, others in holders.items():
        if len(others) > TOO_COMMON:
            continue
        weight = held[trait] * math.log((TOO_COMMON + 2) / (len(others) + 1))
        total += weight if others or held[trait] == NAMES else weight / 3
        for other in others:
            shared[other] += weight
            numbers[other][0] += 1
            numbers[other][1] += trait >= NAME
            numbers[other][2] += held[trait] == QUOTED
    told = {}
    for other, weight in shared.items():
        alike, names, quoted = numbers[other]
        if quoted >= FEWEST_SHARED_QUOTE_MARKS:
            told[other] = max(weight / total, LEAST_ALIKE)
        elif names and alike >= LEAST_SHARED:
            told[other] = weight / total
    return told


def recount(connection: Connection, ids: Iterable[int]) -> None:
    """Count the articles and outlets of stories anew; one that no article tells is gone."""
    for number in ids:
        number_of, outlets, first, last = connection.execute(_TOLD, {"story": number}).one()
        if not number_of:
            connection.execute(delete(stories).where(stories.c.id == number))
            continue
        values = {"id": number, "articles": number_of, "outlets": outlets, "first": first, "last": last}
        connection.execute(_COUNT, values)


def story_of(connection: Connection, article: int) -> int | None:
    """The story that an article tells."""
    return connection.scalar(select(tellings.c.story).where(tellings.c.article == article))


def packed(held: Iterable[int]) -> bytes:
    """Traits as they lie in the library."""
    numbers = sorted(held)
    return struct.pack(f"<{len(numbers)}I", *numbers)


def unpacked(blob: bytes) -> tuple[int, ...]:
    """What `packed` made `blob` of."""
    return struct.unpack(f"<{len(blob) // 4}I", blob)


def _hashed(words: str) -> int:
    return int.from_bytes(hashlib.blake2b(words.encode("utf-8", "replace"), digest_size=7).digest(), "big") & HASH


def _quoted(mark: int) -> int:
    # Of what is quoted another number than of the same words told.
    return (mark ^ 1) & HASH
