"""Every word of the tables does what its table says."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from reader.analysis.aliases import Cluster, clusters_of
from reader.analysis.firstnames import FEMALE, MALE, gender_of
from reader.analysis.lexicon import (
    COURTESY,
    EVENT_WORDS,
    FEMALE_TITLES,
    GENERIC_ORGANISATIONS,
    KIN,
    LOCATIVES,
    MALE_TITLES,
    NEUTRAL_TITLES,
    ORGANISATIONS,
    PLACE_NOUNS,
    PLACE_WORDS,
    ROLES,
    SAME_PLACE,
    TITLES,
    countries,
    places,
)
from reader.analysis.names import Name, names_of
from reader.analysis.parsing import parsed
from reader.article import Analysis, Article, Block, BlockKind, Entity, EntityKind, article_of

Read = Callable[..., tuple[Article, Analysis]]


def without(read: Read, sentence: str, words: Iterable[str], right: Callable[[Entity, str], bool]) -> list[str]:
    """The words that, put into the sentence, give no entity that is right."""
    return [word for word in sorted(words) if not any(right(e, word) for e in read(sentence.format(word))[1].entities)]


def test_every_role_before_a_name_describes_its_bearer(read: Read) -> None:
    def right(entity: Entity, role: str) -> bool:
        return (entity.name, entity.kind, entity.descriptors) == ("Dana Ives", EntityKind.PERSON, (role,))

    assert without(read, "They met the {} Dana Ives at noon.", ROLES - KIN, right) == []


def test_every_role_behind_a_name_describes_its_bearer(read: Read) -> None:
    def right(entity: Entity, role: str) -> bool:
        return (entity.name, entity.descriptors) == ("Dana Ives", (f"a {role}",))

    assert without(read, "Then Dana Ives, a {}, resigned.", ROLES, right) == []


def test_kin_says_that_a_person_follows_and_is_no_role(read: Read) -> None:
    def right(entity: Entity, _word: str) -> bool:
        return (entity.name, entity.kind, entity.descriptors) == ("Dana Ives", EntityKind.PERSON, ())

    assert without(read, "They met his {} Dana Ives at noon.", KIN, right) == []


def test_every_title_makes_a_person(read: Read) -> None:
    def right(entity: Entity, _word: str) -> bool:
        return (entity.name, entity.kind) == ("Brook", EntityKind.PERSON)

    titles = [title.title() for title in TITLES]
    assert without(read, "Everybody knew that {} Brook had left.", titles, right) == []


@pytest.mark.parametrize(
    ("titles", "gender"),
    [(MALE_TITLES, "m"), (FEMALE_TITLES, "f"), (NEUTRAL_TITLES, "")],
    ids=["men's", "women's", "anybody's"],
)
def test_titles_tell_he_from_she(titles: frozenset[str], gender: str) -> None:
    for title in sorted(titles):
        article = article_of([Block(BlockKind.PARAGRAPH, f"Everybody knew that {title.title()} Brook had left.")])
        (name,) = names_of(parsed(article))
        assert (title, name.text, name.gender) == (title, "Brook", gender)


ENDINGS = {
    "organisations": ("They sued the Marlow {} in May.", GENERIC_ORGANISATIONS, EntityKind.ORGANISATION, 2),
    "places": ("They spoke of Marlow {} in May.", PLACE_WORDS, EntityKind.PLACE, 1),
    "events": ("They spoke of the Marlow {}.", EVENT_WORDS, EntityKind.EVENT, 2),
    "well-known organisations": ("They wrote to {} in May.", ORGANISATIONS, EntityKind.ORGANISATION, 8),
}


@pytest.mark.parametrize(("sentence", "words", "kind", "unseen"), ENDINGS.values(), ids=ENDINGS)
def test_words_tell_the_kind_of_a_name(
    read: Read, sentence: str, words: frozenset[str], kind: EntityKind, unseen: int
) -> None:
    """A table decides what a name is, not whether it is one: so many of its words are not seen to be names at all."""
    capitalised = {word.title() for word in words}
    kinds = {
        (word, entity.kind)
        for word in capitalised
        for entity in read(sentence.format(word))[1].entities
        if word in entity.name
    }
    assert {(word, other) for word, other in kinds if other is not kind} == set()
    assert len(capitalised) - len(kinds) <= unseen


def test_what_stands_before_a_place_tells_it(read: Read) -> None:
    def right(entity: Entity, _word: str) -> bool:
        return (entity.name, entity.kind) == ("Greywick", EntityKind.PLACE)

    assert without(read, "A fire broke out in the {} of Greywick.", PLACE_NOUNS, right) == []
    assert without(read, "A fire broke out {} Greywick at noon.", LOCATIVES, right) == []


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


def test_the_gazetteer_knows_countries_states_and_cities() -> None:
    assert {"france", "uk", "south korea"} <= countries() <= places()
    assert {"texas", "lagos", "middle east"} <= places()


def test_a_cluster_is_named_by_its_longest_name() -> None:
    cluster = Cluster(EntityKind.PERSON)
    for i, text in enumerate(("Vane", "Ann Vane", "Ms Vane")):
        cluster.add(Name(i, i, text, EntityKind.PERSON, "f" if i == 2 else ""))
    assert (cluster.name, cluster.gender, cluster.words) == ("Ann Vane", "f", ["ann", "vane"])
