"""Every word of the tables does what its table says."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from reader.analysis.aliases import Cluster, clusters_of
from reader.analysis.analysing import read as tokens_of
from reader.analysis.edges import Name
from reader.analysis.firstnames import FEMALE, MALE, gender_of
from reader.analysis.lexicon import (
    COURTESY,
    FEMALE_TITLES,
    GENERIC_ORGANISATIONS,
    KIN,
    MALE_TITLES,
    NEUTRAL_TITLES,
    ORGANISATIONS,
    PLACE_WORDS,
    ROLES,
    SAME_PLACE,
    TITLES,
    countries,
)
from reader.analysis.names import names_of
from reader.article import Analysis, Article, Block, BlockKind, Entity, EntityKind, article_of

Read = Callable[..., tuple[Article, Analysis]]

MISREAD = 4
"""So many words of a long list the model may take for part of a name, each in its own sentence."""


def without(read: Read, sentence: str, words: Iterable[str], right: Callable[[Entity, str], bool]) -> list[str]:
    """The words that, put into the sentence, give no entity that is right."""
    return [word for word in sorted(words) if not any(right(e, word) for e in read(sentence.format(word))[1].entities)]


def test_every_role_before_a_name_describes_its_bearer(read: Read) -> None:
    def right(entity: Entity, role: str) -> bool:
        return (entity.name, entity.kind, entity.descriptors) == ("Dana Ives", EntityKind.PERSON, (role,))

    assert len(without(read, "They met the {} Dana Ives at noon.", ROLES - KIN, right)) <= MISREAD


def test_every_role_behind_a_name_describes_its_bearer(read: Read) -> None:
    def right(entity: Entity, role: str) -> bool:
        return (entity.name, entity.descriptors) == ("Dana Ives", (f"a {role}",))

    assert len(without(read, "Then Dana Ives, a {}, resigned.", ROLES, right)) <= MISREAD


def test_kin_says_that_a_person_follows_and_is_no_role(read: Read) -> None:
    def right(entity: Entity, _word: str) -> bool:
        return (entity.name, entity.kind, entity.descriptors) == ("Dana Ives", EntityKind.PERSON, ())

    assert without(read, "They met his {} Dana Ives at noon.", KIN, right) == []


def test_every_title_makes_a_person(read: Read) -> None:
    def right(entity: Entity, _word: str) -> bool:
        return (entity.name, entity.kind) == ("Brook", EntityKind.PERSON)

    titles = [title.title() for title in TITLES - {"saint", "st"}]
    assert len(without(read, "Everybody knew that {} Brook had left.", titles, right)) <= MISREAD


@pytest.mark.parametrize(
    ("titles", "gender"),
    [(MALE_TITLES, "m"), (FEMALE_TITLES, "f"), (NEUTRAL_TITLES, "")],
    ids=["men's", "women's", "anybody's"],
)
def test_titles_tell_he_from_she(titles: frozenset[str], gender: str) -> None:
    for title in sorted(titles & COURTESY):
        article = article_of([Block(BlockKind.PARAGRAPH, f"Everybody knew that {title.title()} Brook had left.")])
        (name,) = names_of(tokens_of(article))
        assert (title, name.text, name.gender) == (title, "Brook", gender)


@pytest.mark.parametrize("spellings", SAME_PLACE, ids=min)
def test_spellings_of_one_name_are_one(spellings: frozenset[str]) -> None:
    names = [Name(i, i, spelling.upper(), EntityKind.PLACE) for i, spelling in enumerate(sorted(spellings))]
    clusters = clusters_of(names)
    assert [len(cluster.names) for cluster in clusters] == [len(spellings)]


def test_names_are_in_lower_case() -> None:
    for table in (TITLES, COURTESY, ROLES, KIN, GENERIC_ORGANISATIONS, ORGANISATIONS, PLACE_WORDS, MALE, FEMALE):
        assert [word for word in table if word != word.lower() or not word] == []


def test_no_first_name_is_on_both_sides() -> None:
    assert MALE.isdisjoint(FEMALE)
    assert {gender_of(name.title()) for name in MALE} == {"m"}
    assert {gender_of(name.title()) for name in FEMALE} == {"f"}
    assert [gender_of(name) for name in ("Alex", "Jordan", "Robin", "Sam", "")] == [""] * 5


def test_countries_are_known_by_their_short_names() -> None:
    assert {"france", "uk", "south korea"} <= countries()


def test_a_cluster_is_named_by_its_longest_name() -> None:
    cluster = Cluster(EntityKind.PERSON)
    for i, text in enumerate(("Vane", "Ann Vane", "Ms Vane")):
        cluster.add(Name(i, i, text, EntityKind.PERSON, "f" if i == 2 else ""))
    assert (cluster.name, cluster.gender, cluster.words) == ("Ann Vane", "f", ["ann", "vane"])
