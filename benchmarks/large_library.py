"""Makes a library of any size whose articles read like the samples: what search, lists and pages of people are measured on.

    python benchmarks/large_library.py FOLDER [--articles 100000] [--words 700] [--quotes 5]

The words are those of the sample articles, as frequent as there; behind them stand invented ones, put together from
their syllables and as rare as a language's rare words are (Zipf). A cast of people, organisations and places, some in
the news all the time and most of them once, says and does things; every article comes with the analysis that a careful
reader would make of it, so that nothing has to be analysed. The same number always gives the same article.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from itertools import accumulate, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reader.article import (
    Analysis,
    Article,
    Block,
    BlockKind,
    Capture,
    Cue,
    DateMention,
    Entity,
    EntityKind,
    Mention,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    article_of,
    seeds,
)
from reader.library import Library, analyses, articles
from reader.library.packing import written_time
from reader.library.schema import states

SEED = 11
WORDS, QUOTES, ARTICLES = 700, 5, 100_000
RARE_WORDS = 60_000
PEOPLE, ORGANISATIONS, PLACES, OUTLETS = 4_000, 600, 900, 60
DATED = 0.3
"""The share of what happened of which it is said when."""
NEWEST = datetime(2026, 11, 1, tzinfo=UTC)
YEARS = 10
BATCH = 500
"""Articles in one transaction: what is measured is reading; `benchmarks/search.py` adds some one by one."""

ROLES = (
    "minister", "engineer", "spokesman", "mayor", "fisherman", "researcher", "judge", "union leader", "analyst",
    "governor", "aide", "captain", "shopkeeper", "editor", "ambassador", "teacher",
)  # fmt: skip
CUES = ("said", "told reporters", "added", "warned", "argued", "insisted", "announced", "replied")
BODIES = ("Council", "Institute", "Ministry", "Union", "Bank", "Agency", "Trust", "Company")
_WORD = re.compile(r"[^\W\d_]+")
_SYLLABLE = re.compile(r"[^aeiouyäöüàáèéìíòóù]*[aeiouyäöüàáèéìíòóù]+", re.I)


@dataclass(frozen=True)
class World:
    """The words and the cast that articles are made of."""

    words: tuple[str, ...]
    weights: tuple[float, ...]
    people: tuple[tuple[str, str], ...]
    organisations: tuple[str, ...]
    places: tuple[str, ...]
    outlets: tuple[tuple[str, str], ...]
    of_people: tuple[float, ...] = field(repr=False)

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """Words that an article may be about: neither the very common ones nor the very rare."""
        return self.words[150:6000]


def world() -> World:
    """The one world, made of the sample articles."""
    chance = random.Random(SEED)
    counted: Counter[str] = Counter()
    for path in seeds():
        counted.update(word.lower() for word in _WORD.findall(re.sub(r"<[^>]*>", " ", path.read_text("utf-8"))))
    common = [word for word, _ in counted.most_common()]
    syllables = [s.lower() for word in common if len(word) > 3 for s in _SYLLABLE.findall(word)]

    def invented(least: int, most: int) -> str:
        return "".join(chance.choices(syllables, k=chance.randint(least, most)))

    words = dict.fromkeys(common)
    while len(words) < len(common) + RARE_WORDS:
        words[invented(2, 4)[:14]] = None
    weights = [counted.get(word) or 9 / (rank - len(common) + 10) for rank, word in enumerate(words)]
    first = [invented(2, 2).title() for _ in range(300)]
    people = dict.fromkeys(
        f"{chance.choice(first)} {invented(2, 3).title()}" for _ in range(PEOPLE + PEOPLE // 10)
    )  # some names fall together, as they do
    return World(
        tuple(words),
        tuple(accumulate(weights)),
        tuple((name, chance.choice(ROLES)) for name in islice(people, PEOPLE)),
        tuple(dict.fromkeys(f"{invented(2, 3).title()} {chance.choice(BODIES)}" for _ in range(ORGANISATIONS))),
        tuple(dict.fromkeys(invented(2, 3).title() for _ in range(PLACES))),
        tuple((f"The {n}", f"{n.lower()}.example") for n in dict.fromkeys(invented(2, 2).title() for _ in range(OUTLETS))),
        tuple(accumulate(1 / (rank + 3) for rank in range(PEOPLE))),
    )  # fmt: skip


class _Writer:
    """Writes one article: every name, quotation and date that it sets down is remembered with its place."""

    def __init__(self, world: World, number: int) -> None:
        self.world = world
        self.chance = random.Random(number * 7919 + SEED)
        self.paragraphs: list[str] = []
        self.at = 0
        self.mentions: dict[tuple[EntityKind, str], list[Mention]] = {}
        self.roles: dict[str, str] = {}
        self.quotes: list[Quote] = []
        self.dates: list[DateMention] = []

    def words(self, number: int) -> str:
        return " ".join(self.chance.choices(self.world.words, cum_weights=self.world.weights, k=number))

    def paragraph(self, *parts: str) -> None:
        text = "".join(parts)
        self.paragraphs.append(text)
        self.at += len(text) + 2

    def name(self, kind: EntityKind, name: str, printed: str, before: str) -> str:
        """`printed`, which names somebody and follows on `before` in the paragraph that is being written."""
        start = self.at + len(before)
        self.mentions.setdefault((kind, name), []).append(Mention(start, start + len(printed), printed))
        return printed

    def said(self, person: str, role: str, first: bool, topic: str) -> None:
        """A paragraph in which somebody says something."""
        chance = self.chance
        content = f"{self.words(chance.randint(6, 14))} {topic} {self.words(chance.randint(5, 12))}"
        content = content[:1].upper() + content[1:]
        cue = chance.choice(CUES)
        kind = chance.choice((QuoteKind.DIRECT, QuoteKind.DIRECT, QuoteKind.INDIRECT))
        opening, close = ("“", ",” ") if kind is QuoteKind.DIRECT else ("", ", ")
        head = f"{opening}{content}{close}{cue} "
        if first:
            head += f"{role} "
        printed = person if first else person.split()[-1]
        self.name(EntityKind.PERSON, person, printed, head)
        self.roles[person] = role
        begins = self.at + len(opening)
        of_cue = begins + len(content) + len(close)
        of_name = Span(self.at + len(head), self.at + len(head) + len(printed))
        self.quotes.append(
            Quote(
                kind, content, (Span(begins, begins + len(content)),), Speaker(person, person, printed, (of_name,)),
                Cue(cue, (Span(of_cue, of_cue + len(cue)),)), round(chance.uniform(0.5, 1.0), 2),
            )
        )  # fmt: skip
        self.paragraph(head, printed, ".")

    def told(self, number: int, day: datetime) -> None:
        """A paragraph in which something happens, somewhere, to somebody."""
        chance, world = self.chance, self.world
        text = self.words(number // 2).capitalize() + " in "
        place = chance.choice(world.places)
        text += self.name(EntityKind.PLACE, place, place, text) + " the "
        body = chance.choice(world.organisations)
        text += (
            self.name(EntityKind.ORGANISATION, body, body, text)
            + f" {self.words(max(1, number - number // 2 - 8))} on "
        )
        when = day - timedelta(days=chance.randint(0, 400))
        printed = f"{when.day} {when:%B %Y}"
        self.dates.append(
            DateMention(printed, self.at + len(text), self.at + len(text) + len(printed), f"{when:%Y-%m-%d}")
        )
        self.paragraph(text, printed, ".")

    def entities(self) -> tuple[tuple[Entity, ...], dict[str, str]]:
        """What was named, most often first, and the key of each person."""
        ordered = sorted(self.mentions.items(), key=lambda item: -len(item[1]))
        made, keys = [], {}
        for i, ((kind, name), places) in enumerate(ordered, 1):
            roles = (self.roles[name],) if name in self.roles else ()
            made.append(Entity(f"e{i}", name, kind, roles, tuple(places)))
            keys[name] = f"e{i}"
        return tuple(made), keys


def made_article(
    world: World, number: int, of: int, words: int = WORDS, quotes: int = QUOTES
) -> tuple[Article, Analysis]:
    """Article `number` (from 0, oldest first) of a library of that many, and what a careful reader finds in it."""
    writer = _Writer(world, number)
    chance = writer.chance
    day = NEWEST - timedelta(days=YEARS * 365 * (1 - (number + 1) / of), minutes=chance.randint(0, 1400))
    topic = chance.choice(world.topics)
    cast = chance.choices(world.people, cum_weights=world.of_people, k=max(1, min(4, quotes)))
    speakers = [cast[i % len(cast)] for i in range(quotes)]
    left = words - quotes * 24
    pieces = max(1, left // 60)
    for i in range(max(pieces, quotes)):
        if i < pieces:
            writer.told(left // pieces, day)
        if i < quotes:
            person, role = speakers[i]
            writer.said(person, role, person not in writer.roles, topic)
    found, keys = writer.entities()
    outlet, host = chance.choice(world.outlets)
    title = f"{topic} {writer.words(chance.randint(4, 8))}"
    article = article_of(
        [Block(BlockKind.PARAGRAPH, text) for text in writer.paragraphs],
        title=title[:1].upper() + title[1:],
        standfirst=writer.words(16).capitalize(),
        authors=(chance.choice(world.people)[0],),
        publisher=outlet,
        url=f"https://www.{host}/{day:%Y/%m}/{number}",
        language="en",
        published=day.isoformat(timespec="minutes"),
    )
    said = tuple(
        Quote(
            q.kind, q.text, q.spans, q.speaker and Speaker(keys[q.speaker.name], *_rest(q.speaker)), q.cue, q.confidence
        )
        for q in writer.quotes
    )
    return article, Analysis(found, said, tuple(writer.dates), (("generator", "1"),))


def _rest(speaker: Speaker) -> tuple[str, str, tuple[Span, ...]]:
    return speaker.name, speaker.text, speaker.spans


def fill(library: Library, number: int, words: int = WORDS, quotes: int = QUOTES) -> Iterator[int]:
    """Put so many articles, with their analyses, into an open library; after every batch, how many there are."""
    of = world()
    for begin in range(0, number, BATCH):
        with library._store.writing(counts=False) as connection:
            for i in range(begin, min(number, begin + BATCH)):
                article, analysis = made_article(of, i, number, words, quotes)
                moment = datetime.fromisoformat(article.published or "") + timedelta(minutes=30)
                capture = Capture(b"%d" % i, "text/plain", f"{i}.txt", "file", moment)
                kept = articles.keep(connection, {**articles.capture_row(capture), "state": articles.USED})
                key = articles.add(connection, kept, article, written_time(moment), sample=False)
                connection.execute(states.insert().values(article=key, read=i % 3 > 0, archived=i % 11 == 0))
                analyses.store(connection, key, article, analysis)
        yield min(number, begin + BATCH)


def text_bytes(library: Library, sample: int = 200) -> float:
    """How many bytes of text an article has, on average."""
    from reader.library import Query

    rows = library.rows(Query(), 0, sample)
    return sum(len(library.opened(row.id).article.text.encode()) for row in rows) / max(1, len(rows))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("folder", type=Path)
    asked.add_argument("--articles", type=int, default=ARTICLES)
    asked.add_argument("--words", type=int, default=WORDS)
    asked.add_argument("--quotes", type=int, default=QUOTES)
    options = asked.parse_args()
    begun = time.monotonic()
    with Library.open(options.folder) as library:
        if not library.new:
            sys.exit(f"There is a library in {options.folder} already; name another folder.")
        for done in fill(library, options.articles, options.words, options.quotes):
            if done % 5000 == 0:
                print(f"{done:,} articles after {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
    print(f"{options.articles:,} articles in {options.folder}, made in {time.monotonic() - begun:.0f} s")


if __name__ == "__main__":
    main()
