"""Which places articles name and where they lie on the map; plain functions over values."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.analysis.gazetteer import Placed, small_letters
from reader.article import EntityKind, Span, counted, tr
from reader.library import Opened
from reader.window.inspector.cards import Card, esc
from reader.window.theme import Colours

LEAST_DEGREES = 24.0
"""So much of the world is shown at least: the outline is too coarse to be looked at more closely."""
MARGIN = 1.35
"""The map reaches so much further than its places do."""


@dataclass(frozen=True)
class NamedPlace:
    """A place that articles name: how often, and where it stands first (None where only a headline names it)."""

    name: str
    mentions: int
    article: int
    first: Span | None


def named_places(articles: Iterable[Opened]) -> tuple[NamedPlace, ...]:
    """The places of articles, those of one name together, in capitals or not, the most mentioned first."""
    held: dict[str, NamedPlace] = {}
    for opened in articles:
        for entity in opened.analysis.entities if opened.analysis is not None else ():
            if entity.kind is not EntityKind.PLACE:
                continue
            first = next((Span(m.start, m.end) for m in entity.mentions), None)
            before = held.get(entity.name.casefold())
            new = NamedPlace(entity.name, len(entity.mentions), opened.row.id, first)
            if before is not None:
                kept = before if before.first is not None else new
                name = entity.name if before.name.isupper() else before.name
                new = NamedPlace(name, before.mentions + new.mentions, kept.article, kept.first)
            held[entity.name.casefold()] = new
    return tuple(sorted(held.values(), key=lambda place: (-place.mentions, place.name)))


def shown_name(place: NamedPlace, where: Placed | None) -> str:
    """A place's name as the map and its list show it: not in capitals where the article alone has them."""
    return where.spelling or place.name if where is not None else small_letters(place.name)


@dataclass(frozen=True)
class Frame:
    """What part of the world is shown: its middle in degrees, and how many units a degree of latitude takes."""

    longitude: float
    latitude: float
    scale: float
    width: float
    height: float

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a point of the world lies on the picture, from its upper left corner."""
        narrowing = math.cos(math.radians(self.latitude))
        x = self.width / 2 + (longitude - self.longitude) * self.scale * narrowing
        return x, self.height / 2 - (latitude - self.latitude) * self.scale


def frame_of(placed: Sequence[Placed], width: float, height: float) -> Frame:
    """The part of the world that holds all of these places, with some of what is around them; all of it for none."""
    if not placed:
        return Frame(0.0, 15.0, min(width / 350, height / 150), width, height)
    west, east = min(p.longitude for p in placed), max(p.longitude for p in placed)
    south, north = min(p.latitude for p in placed), max(p.latitude for p in placed)
    latitude = max(-50.0, min(60.0, (south + north) / 2))
    narrowing = math.cos(math.radians(latitude))
    wide = max(LEAST_DEGREES, (east - west) * narrowing * MARGIN)
    high = max(LEAST_DEGREES / 2, 2 * max(north - latitude, latitude - south) * MARGIN)
    return Frame((west + east) / 2, latitude, min(width / wide, height / high), width, height)


def place_cards(places: Iterable[NamedPlace], placed: dict[str, Placed], colours: Colours) -> list[Card]:
    """The places on the map, then those that the gazetteer does not know; the key is a place's name."""
    places = list(places)
    on, off = [p for p in places if p.name in placed], [p for p in places if p.name not in placed]
    cards = [_card(place, placed[place.name], colours) for place in on]
    if off:
        title = tr("Not on the map")
        cards.append(Card("", f'<small style="color:{colours.muted}">{esc(title)}</small>', title, heading=True))
    return cards + [_card(place, None, colours) for place in off]


def _card(place: NamedPlace, where: Placed | None, colours: Colours) -> Card:
    name = shown_name(place, where)
    facts = [counted(place.mentions, "{n} mention", "{n} mentions")]
    if where is not None and where.within and where.within != name:
        facts.insert(0, where.within)
    doubt = tr("unsure: other places have this name") if where is not None and not where.sure else ""
    told = f' · <span style="color:{colours.warning}">{esc(doubt)}</span>' if doubt else ""
    below = " · ".join(facts)
    markup = (
        f'<div class=strong>{esc(name)}</div><div><small style="color:{colours.muted}">{esc(below)}{told}</small></div>'
    )
    return Card(place.name, markup, ", ".join(filter(None, [name, *facts, doubt])))
