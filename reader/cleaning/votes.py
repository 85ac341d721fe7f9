"""A ranked vote between an author's names: each witness of a page has the weight that it earned on checked pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from reader.cleaning.headline import folded
from reader.cleaning.writers import is_person

WEIGHTS = {
    "line under the headline": 5.0,
    "structured data": 5.0,
    "meta element": 4.5,
    "card": 4.5,
    "link under the headline": 4.5,
    "mark under the headline": 4.0,
    "name beside the date": 3.2,
    "portrait": 3.0,
    "mark": 2.6,
    "sentence": 2.5,
    "line about the author": 2.2,
    "script": 1.8,
    "link": 2.2,
    "line": 2.0,
    "author in the page's data": 4.5,
    "owner of the site": 1.0,
    "only name on the page": 0.9,
    "line above the headline": 2.0,
    "organisation in structured data": 1.6,
    "contributor in structured data": 1.5,
    "name above the headline": 1.5,
    "mark above the headline": 1.2,
}
"""How far a witness is believed: by how often it named the writer on the pages it was weighed on."""
OF_THE_SITE = 0.4
"""The site's own name as its author says little: it is what content systems fill in."""
NO_PERSON = 0.6
"""What has not the shape of a person's name may be a heading or a section."""
LOOSE = {"line", "link"}
"""What one of these alone names, anywhere on a page, counts as a writer only with the shape of a person's name or a
team's: of the other words that such places hold, nearly all are headings, sections and buttons."""
LABELLED = {"link", "mark", "portrait"}
"""Witnesses that take a label ("Smart Home", "Learn More") for a name at times, as all do that go by place alone."""
SHORTEST_TOLD_CHARACTERS = 3
PART = 0.5
"""A witness that names only some of a list's writers speaks for the list by half."""


@dataclass(frozen=True)
class Vote:
    """The names that one witness gives."""

    source: str
    names: list[str]


@dataclass(frozen=True)
class Candidate:
    """A list of names, the witnesses that give it, and how much is said for it in all."""

    names: list[str]
    sources: tuple[str, ...]
    weight: float


def ranked(votes: Iterable[Vote], sites: set[str], small: Collection[str] = ()) -> list[Candidate]:
    """The lists of names that the witnesses give, best first; none where nobody says anything.

    `small` are the words that the page writes small: a name of such words alone is a label, where a witness takes those.
    """
    lists: dict[str, list[str]] = {}
    sources: dict[str, list[str]] = defaultdict(list)
    weights: dict[str, float] = defaultdict(float)
    for vote in votes:
        names = [name for name in vote.names if not _of_site(name, sites)] or vote.names
        if not names or (_takes_labels(vote) and _is_label(names[0], small)):
            continue
        key = folded(" ".join(names))
        lists.setdefault(key, names)
        sources[key].append(vote.source)
        weight = WEIGHTS[vote.source]
        if _of_site(key, sites):
            weight *= OF_THE_SITE
        weights[key] += weight if is_person(names[0]) else weight * NO_PERSON
    every = {key: {folded(name) for name in names} for key, names in lists.items()}
    supported = {
        key: weights[key] + PART * sum(weights[part] for part in every if every[part] < every[key]) for key in every
    }
    best_first = sorted(
        (key for key in supported if _is_likely(lists[key][0], sources[key])),
        key=lambda key: -supported[key],
    )
    return [Candidate(lists[key], tuple(sources[key]), supported[key]) for key in best_first]


def _takes_labels(vote: Vote) -> bool:
    """Whether a witness goes by the place of a text more than by what leads it in."""
    return vote.source in LABELLED or vote.source.startswith(("name ", "mark ", "link ")) or vote.names[0].islower()


def _is_label(name: str, small: Collection[str]) -> bool:
    words = [word for word in folded(name).split() if len(word) >= SHORTEST_TOLD_CHARACTERS]
    return bool(words) and all(word in small for word in words)


def _is_likely(name: str, sources: Sequence[str]) -> bool:
    """Whether a name with one poor witness can be somebody's at all."""
    if len(sources) > 1 or is_person(name) or re.search(r"\bteam\b", name, re.IGNORECASE):
        return True
    return sources[0] not in LOOSE and not (sources[0] == "mark" and name.islower())


def _of_site(name: str, sites: set[str]) -> bool:
    return any(f" {folded(name)} " in f" {folded(site)} " for site in sites)
