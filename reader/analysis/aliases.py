"""One name for one thing: which of an article's names mean the same person, organisation or place.

Inside one article a surname belongs to the person of that name who was mentioned last, unless a title says otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.analysis.edges import Name
from reader.analysis.firstnames import gender_of
from reader.analysis.lexicon import GENERIC_ORGANISATIONS, SAME_PLACE, countries
from reader.article import EntityKind

_INITIALS_SKIP = frozenset("of the and for in on de la".split())


@dataclass
class Cluster:
    """The names of one thing, in the order of the text; `name` is the fullest of them."""

    kind: EntityKind
    names: list[Name] = field(default_factory=list)
    gender: str = ""
    title: str = ""

    @property
    def name(self) -> str:
        longest = max(self.names, key=lambda n: (len(n.text.split()), not n.text.isupper(), not n.outside, -n.first))
        return f"{self.title} {longest.text}" if self.title else longest.text

    @property
    def words(self) -> list[str]:
        longest = max(self.names, key=lambda name: (len(name.text.split()), -name.first))
        return _words(longest.text)

    @property
    def inside(self) -> list[Name]:
        """The names that stand in the text itself."""
        return [name for name in self.names if not name.outside]

    def add(self, name: Name) -> None:
        self.names.append(name)
        self.gender = self.gender or name.gender


def clusters_of(names: Sequence[Name]) -> list[Cluster]:
    """The names as things, in the order of their first mention."""
    genders = _surname_genders(names)
    full = [name for name in names if name.kind is EntityKind.PERSON and len(name.text.split()) > 1]
    clusters: list[Cluster] = []
    for name in sorted(full, key=lambda n: (-len(n.text.split()), n.first)):
        home = next((c for c in clusters if _same_full_name(c, name)), None)
        if home is None:
            home = Cluster(EntityKind.PERSON)
            clusters.append(home)
        home.add(name)
    for cluster in clusters:
        said = _first_said(cluster, genders, clusters)
        cluster.gender = cluster.gender or said or gender_of(cluster.words[0])
    for name in names:
        if name.kind is not EntityKind.PERSON or len(name.text.split()) == 1:
            _placed(name, clusters)
    for cluster in clusters:
        cluster.names.sort(key=lambda n: n.first)
    return sorted(clusters, key=lambda c: c.names[0].first)


def _placed(name: Name, clusters: list[Cluster]) -> None:
    same = [c for c in clusters if c.kind is name.kind]
    candidates = [c for c in same if _matches(c, name)]
    if name.kind is not EntityKind.PERSON:
        words = _words(name.text)
        candidates = [c for c in candidates if any(_words(other.text) == words for other in c.names)] or candidates
    if name.kind is EntityKind.PERSON:
        fitting = [c for c in candidates if not (name.gender and c.gender and name.gender != c.gender)]
        sure = [c for c in fitting if name.gender and c.gender == name.gender]
        candidates = sure or fitting
    if candidates:
        home = max(candidates, key=lambda c: _recency(c, name))
    else:
        home = Cluster(name.kind)
        clusters.append(home)
    home.add(name)


def _recency(cluster: Cluster, name: Name) -> tuple[bool, int]:
    """The cluster mentioned last before the name; failing that, the one mentioned soonest after it."""
    before = [other.first for other in cluster.names if other.first < name.first]
    return (True, max(before)) if before else (False, -min(other.first for other in cluster.names))


def _same_full_name(cluster: Cluster, name: Name) -> bool:
    """Whether two full names are one: equal, or one is the other with fewer first or middle names, or initials."""
    a, b = cluster.words, _words(name.text)
    if a == b:
        return True
    if len(a) > len(b) and a[-len(b) :] == b:
        return True
    if a[-1] != b[-1]:
        return False
    initial = len(a[0].rstrip(".")) == 1 or len(b[0].rstrip(".")) == 1
    return a[0] == b[0] or (initial and a[0][0] == b[0][0])


def _matches(cluster: Cluster, name: Name) -> bool:
    words = _words(name.text)
    if cluster.kind is EntityKind.PERSON:
        own = cluster.words
        if len(own) > 1 and len(words) == 1:
            return words[0] == own[-1] or (words[0] == own[0] and not name.titled)
        return own == words or own[-len(words) :] == words
    return any(_same_thing(own, words) for own in _telling(cluster))


def _telling(cluster: Cluster) -> list[list[str]]:
    """The names of a thing that tell which one it is: not "University" where it is called "Vane University" too."""
    every = [_words(name.text) for name in cluster.names]
    return [words for words in every if len(words) > 1 or words[0] not in GENERIC_ORGANISATIONS] or every


def _same_thing(a: list[str], b: list[str]) -> bool:
    """Whether two names of organisations, places… are one: equal, spelt so, initials, or its last word."""
    if a == b:
        return True
    x, y = " ".join(a), " ".join(b)
    if any(x in spellings and y in spellings for spellings in SAME_PLACE):
        return True
    short, long = (a, b) if len(a) < len(b) else (b, a)
    if len(short) == 1 and len(long) > 1:
        initials = "".join(word[0] for word in long if word not in _INITIALS_SKIP)
        if short[0].replace(".", "") == initials and len(initials) > 1:
            return True
        parted = short[0] == long[-1] or (short[0] == long[0] and long[1] in {"of", "for"})
        return parted and short[0] in GENERIC_ORGANISATIONS
    if len(short) > 1 and len(long) > len(short):
        rest = " ".join(long[: -len(short)])
        return long[-len(short) :] == short and (rest in countries() or any(rest in same for same in SAME_PLACE))
    return False


def _surname_genders(names: Sequence[Name]) -> dict[str, list[str]]:
    """For each surname the genders that titles give it, in order of the text."""
    genders: dict[str, list[str]] = {}
    for name in names:
        if name.kind is EntityKind.PERSON and name.gender:
            genders.setdefault(_words(name.text)[-1], []).append(name.gender)
    return genders


def _first_said(cluster: Cluster, genders: dict[str, list[str]], clusters: list[Cluster]) -> str:
    """The gender that titles give to a surname, where only one person has it: the commoner, then the first."""
    surname = cluster.words[-1]
    said = genders.get(surname, [])
    if not said or sum(other.words[-1] == surname for other in clusters) > 1:
        return ""
    return max(dict.fromkeys(said), key=said.count)


def _words(text: str) -> list[str]:
    return text.lower().replace("’", "'").split()
