"""What the library tells of people, organisations, places and stories: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reader.article import EntityKind, QuoteKind


class Order(StrEnum):
    """How a list of people is sorted."""

    QUOTES = "quotes"
    ARTICLES = "articles"
    NAME = "name"


@dataclass(frozen=True)
class ThingRow:
    """One line of a list: a person, organisation or place, how many articles name it and quotations are its own.

    `key` names it for ever, `id` in this library alone. `role` is the one it was given last, the fullest of that day.
    """

    id: int
    key: str
    name: str
    kind: EntityKind
    quotes: int
    articles: int
    role: str = ""
    hidden: bool = False


@dataclass(frozen=True)
class Offer:
    """Another that may be the same, and why."""

    other: ThingRow
    why: str


@dataclass(frozen=True)
class Role:
    """A role as it was printed, without its determiner: in how many articles, and from when to when."""

    text: str
    articles: int
    first: date
    last: date


@dataclass(frozen=True)
class Outlet:
    """Who quotes them: an outlet, "" where it is not known, with the number of quotations."""

    name: str
    quotes: int


@dataclass(frozen=True)
class Company:
    """Someone mentioned with them: in how many of the articles looked at, and how often each speaks of the other."""

    thing: ThingRow
    articles: int
    said_of: int = 0
    said_by: int = 0


@dataclass(frozen=True)
class SaidQuote:
    """A quotation in the library: who said it, where it stands, and in which article."""

    article: int
    ordinal: int
    kind: QuoteKind
    text: str
    start: int
    end: int
    speaker: str
    thing: int | None
    cue: str
    confidence: float
    title: str
    outlet: str
    day: date
    echoes: int = 0


@dataclass(frozen=True)
class Mentioning:
    """An article that mentions them: how often, where first, and how many of its quotations are their own."""

    article: int
    title: str
    outlet: str
    day: date
    mentions: int
    quotes: int
    start: int | None


@dataclass(frozen=True)
class ThingPage:
    """The page of a person, organisation or place, without its long lists."""

    row: ThingRow
    also: tuple[str, ...]
    merged: tuple[ThingRow, ...]
    roles: tuple[Role, ...]
    outlets: tuple[Outlet, ...]
    months: tuple[tuple[date, int], ...]
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class StoryRow:
    """A story that several articles tell."""

    id: int
    title: str
    articles: int
    outlets: int
    first: date
    last: date


@dataclass(frozen=True)
class Voice:
    """Someone quoted in a story: how many quotations in each outlet that tells it, none in those that leave them out."""

    thing: int
    name: str
    quotes: dict[str, int]

    def missing_from(self, outlets: tuple[str, ...]) -> tuple[str, ...]:
        """The outlets that tell the story without this voice."""
        return tuple(outlet for outlet in outlets if not self.quotes.get(outlet))


@dataclass(frozen=True)
class StoryPage:
    """A story: its articles, oldest first; the outlets; who is quoted where; the words that recur, longest first."""

    row: StoryRow
    articles: tuple[Mentioning, ...]
    outlets: tuple[str, ...]
    voices: tuple[Voice, ...]
    recurring: tuple[tuple[SaidQuote, ...], ...]
