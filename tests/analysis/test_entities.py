"""Who and what an article is about: names merged, of which kind, with which roles, and what refers to them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.analysis import analyse
from reader.analysis.analysing import read as tokens_of
from reader.analysis.entities import entities_of
from reader.article import Analysis, Article, Block, BlockKind, article_of

Read = Callable[..., tuple[Article, Analysis]]

MERGED = {
    "full name, then surname": (
        "Clara Whitcombe opened the bridge. Whitcombe then left the town.",
        {"Clara Whitcombe": ["Clara Whitcombe", "Whitcombe"]},
    ),
    "surname, then full name": (
        "“It is open,” Whitcombe said, smiling. Clara Whitcombe then left the town.",
        {"Clara Whitcombe": ["Whitcombe", "Clara Whitcombe"]},
    ),
    "courtesy title": (
        "Clara Whitcombe opened the bridge. Ms Whitcombe then left the town.",
        {"Clara Whitcombe": ["Clara Whitcombe", "Whitcombe"]},
    ),
    "title with a full stop": (
        "Clara Whitcombe opened the bridge. Mrs. Whitcombe then left the town.",
        {"Clara Whitcombe": ["Clara Whitcombe", "Whitcombe"]},
    ),
    "academic title": (
        "Dr Ines Valdor wrote the report. Prof Valdor then left the town.",
        {"Ines Valdor": ["Ines Valdor", "Valdor"]},
    ),
    "office as a title": (
        "President Tomas Kerrin met the crews. Mr Kerrin then left the town.",
        {"Tomas Kerrin": ["Tomas Kerrin", "Kerrin"]},
    ),
    "a middle initial": (
        "Harold B. Tolland sang. Harold Tolland then left the town.",
        {"Harold B. Tolland": ["Harold B. Tolland", "Harold Tolland"]},
    ),
    "two of a surname, told apart by titles": (
        "Peter Morell and Anna Morell own the mill. Mr Morell was glad. Mrs Morell was tired.",
        {"Peter Morell": ["Peter Morell", "Morell"], "Anna Morell": ["Anna Morell", "Morell"]},
    ),
    "initials of an organisation": (
        "The National Water Board raised its prices. The NWB said it had no choice.",
        {"National Water Board": ["National Water Board", "NWB"]},
    ),
    "the last word of an organisation": (
        "The National Water Board raised its prices. The Board said it had no choice.",
        {"National Water Board": ["National Water Board", "Board"]},
    ),
    "initials that skip small words": (
        "The Institute of Harbour Works closed. The IHW said it had no choice.",
        {"Institute of Harbour Works": ["Institute of Harbour Works", "IHW"]},
    ),
    "spellings of a country": (
        "The United States won. The US was glad. The U.S. slept.",
        {"United States": ["United States", "US", "U.S."]},
    ),
    "possessives": (
        "Clara Whitcombe's bridge is open. Whitcombe's town is glad.",
        {"Clara Whitcombe": ["Clara Whitcombe", "Whitcombe"]},
    ),
    "curly possessives": (
        "Clara Whitcombe’s bridge is open. Whitcombe’s town is glad.",
        {"Clara Whitcombe": ["Clara Whitcombe", "Whitcombe"]},
    ),
    "a party and a town": (
        "Will Tran (D-Ellsford) has not spoken since the '24 campaign.",
        {"D-Ellsford": None, "24": None},
    ),
    "a councillor": (
        "“It is open,” Cllr Peter Morell said, smiling.",
        {"Peter Morell": ["Peter Morell"], "Cllr": None},
    ),
    "a person and a place of one name": (
        "Karl Washington was less pleased. Mr Washington also said that officials in Washington had promised to pay.",
        {"Karl Washington": ["Karl Washington", "Washington"], "Washington": ["Washington"]},
    ),
}


@pytest.mark.parametrize(("text", "entities"), MERGED.values(), ids=MERGED)
def test_one_thing_has_all_its_names(read: Read, text: str, entities: dict[str, list[str] | None]) -> None:
    _, analysis = read(text)
    got = {entity.name: [mention.text for mention in entity.mentions] for entity in analysis.entities}
    assert {name: got.get(name) for name in entities} == entities


def test_people_of_one_surname_are_not_one_without_a_sign(read: Read) -> None:
    _, analysis = read("Peter Morell sued Anna Morell over the old mill.")
    assert [entity.name for entity in analysis.entities] == ["Peter Morell", "Anna Morell"]


KINDS = {
    "a person": ("Clara Whitcombe left the town.", "Clara Whitcombe", "person"),
    "a person by title": ("Everybody knew that Mr Brook had left.", "Brook", "person"),
    "a person by role": ("They met the harbour master Orla Finch at noon.", "Orla Finch", "person"),
    "a person by age": ("A jury cleared Orla Finch, 43, of the charge.", "Orla Finch", "person"),
    "an organisation by its last word": ("They sued the Marlow Water Board.", "Marlow Water Board", "organisation"),
    "an organisation by name": ("He wrote to the Kremlin last week.", "Kremlin", "organisation"),
    "a country": ("They flew to France last week.", "France", "place"),
    "a town by what is before it": ("A fire broke out in the town of Greywick.", "Greywick", "place"),
    "a river": ("They sailed down the River Tarrow.", "River Tarrow", "place"),
}


@pytest.mark.parametrize(("text", "name", "kind"), KINDS.values(), ids=KINDS)
def test_names_are_of_a_kind(read: Read, text: str, name: str, kind: str) -> None:
    _, analysis = read(text)
    assert {entity.name: entity.kind for entity in analysis.entities}.get(name) == kind


DESCRIPTORS = {
    "before the name": ("Council leader Dana Ives resigned.", "Dana Ives", ["Council leader"]),
    "with of": ("Vice-president of sales Dana Ives resigned.", "Dana Ives", ["Vice-president of sales"]),
    "after a comma": ("Dana Ives, the club's chairman, resigned.", "Dana Ives", ["the club's chairman"]),
    "after a comma, ending the sentence": (
        "They wrote to Dana Ives, a harbour master.",
        "Dana Ives",
        ["a harbour master"],
    ),
    "after an age": ("Dana Ives, 43, a nurse, resigned.", "Dana Ives", ["a nurse"]),
    "before name and comma": ("His barrister, Dana Ives, resigned.", "Dana Ives", ["His barrister"]),
    "on both sides": (
        "Council leader Dana Ives, a former teacher, resigned.",
        "Dana Ives",
        ["Council leader", "a former teacher"],
    ),
    "before a title": ("The coroner Dr Ines Valdor resigned.", "Ines Valdor", ["coroner"]),
    "none over a full stop": ("They met reporters. Dana Ives resigned.", "Dana Ives", []),
    "none in a list of others": ("They met the mayor, Dana Ives and two teachers.", "Dana Ives", []),
    "none in a clause": ("Dana Ives, who resigned, was tired.", "Dana Ives", []),
    "none where kin stands alone": ("They met his brother Dana Ives at noon.", "Dana Ives", []),
}


@pytest.mark.parametrize(("text", "name", "roles"), DESCRIPTORS.values(), ids=DESCRIPTORS)
def test_a_person_has_the_roles_that_are_printed_beside_the_name(
    read: Read, text: str, name: str, roles: list[str]
) -> None:
    _, analysis = read(text)
    entity = next(entity for entity in analysis.entities if entity.name == name)
    assert list(entity.descriptors) == roles


REFERENCES = {
    "he is the man": ("Tom Arden met Clara Whitcombe. Then he left.", "he", "Tom Arden"),
    "she is the woman": ("Tom Arden met Clara Whitcombe. Then she left.", "she", "Clara Whitcombe"),
    "he by title": ("Mr Arden met Mrs Whitcombe. Then he left.", "he", "Arden"),
    "she by title": ("Mr Arden met Mrs Whitcombe. Then she left.", "she", "Whitcombe"),
    "he by role": ("Fire chief Dana Ives wrote to the spokesman Kim Vale. Then he left.", "he", "Kim Vale"),
    "a title outweighs a first name": ("Mr Evelyn Stroud met Clara Whitcombe. Then he left.", "he", "Evelyn Stroud"),
    "the subject before the object": ("Tom Arden met Peter Crane. Then he left.", "he", "Tom Arden"),
    "I is nobody": ("Tom Arden met Peter Crane. Then I left.", "I", None),
    "it is nobody": ("Tom Arden met Peter Crane. Then it rained.", "it", None),
    "nobody before": ("Then he left. Tom Arden met Peter Crane.", "he", None),
}


@pytest.mark.parametrize(("text", "pronoun", "name"), REFERENCES.values(), ids=REFERENCES)
def test_a_pronoun_means_the_fitting_person_mentioned_last(text: str, pronoun: str, name: str | None) -> None:
    article = article_of([Block(BlockKind.PARAGRAPH, text)])
    doc = tokens_of(article)
    token = next(token for token in doc if token.lower == pronoun.lower())
    entity = entities_of(doc, article).of_pronoun(token)
    assert (entity.name if entity else None) == name


PHRASES = {
    "the name itself": ("Council leader Dana Ives resigned. Ms Ives was tired.", "Ms Ives", "Dana Ives"),
    "name and apposition": ("Dana Ives, the leader, resigned.", "Dana Ives, the leader", "Dana Ives"),
    "the role again": ("Council leader Dana Ives resigned. Then the leader wept.", "the leader", "Dana Ives"),
    "the whole role again": (
        "Council leader Dana Ives met club leader Kim Vale. Then the council leader wept.",
        "the council leader",
        "Dana Ives",
    ),
    "the role before the name": ("The minister wept. Then minister Dana Ives left.", "The minister", "Dana Ives"),
    "the owner is not the thing": ("Mr Ives fell ill. Mr Ives's lawyer wept.", "Mr Ives's lawyer", None),
    "somebody of that role": ("Council leader Dana Ives resigned. Then a leader wept.", "a leader", None),
    "several": ("Council leader Dana Ives resigned. Then the leaders wept.", "the leaders", None),
    "another role": ("Council leader Dana Ives resigned. Then the nurse wept.", "the nurse", None),
}


@pytest.mark.parametrize(("text", "phrase", "name"), PHRASES.values(), ids=PHRASES)
def test_a_phrase_means_the_bearer_of_its_name_or_role(text: str, phrase: str, name: str | None) -> None:
    article = article_of([Block(BlockKind.PARAGRAPH, text)])
    doc = tokens_of(article)
    start = text.rindex(phrase)
    span = doc.phrase_at(start, start + len(phrase))
    assert span is not None
    entity = entities_of(doc, article).of_phrase(span)
    assert (entity.name if entity else None) == name


def test_mentions_are_what_the_text_has_there(read: Read) -> None:
    article, analysis = read(
        "Council leader Dana Ives, 43, met Mr Arden in Paris. Zoë Ñandú of the Água Trust spoke. 🙂 Ives’s aide wept.",
        "In London, Ms Ives said the Água Trust had failed.",
    )
    assert len(analysis.entities) >= 4
    for entity in analysis.entities:
        for mention in entity.mentions:
            assert article.text[mention.start : mention.end] == mention.text
        assert list(entity.mentions) == sorted(entity.mentions, key=lambda mention: mention.start)


def test_names_never_run_from_one_paragraph_into_the_next(read: Read) -> None:
    _, analysis = read("They wrote to Dana", "Ives Road is closed.")
    assert all("\n" not in mention.text for entity in analysis.entities for mention in entity.mentions)


def test_ids_are_unique_and_found_again(read: Read) -> None:
    _, analysis = read("Dana Ives met Tom Arden, Clara Whitcombe and the Marlow Water Board in France.")
    ids = [entity.id for entity in analysis.entities]
    assert len(set(ids)) == len(ids) >= 5
    assert all(analysis.entity(entity.id) is entity for entity in analysis.entities)


def test_headline_caption_and_byline_name_things_too(read: Read) -> None:
    article = article_of(
        [
            Block(BlockKind.PARAGRAPH, "Mr Arden left the town."),
            Block(BlockKind.CAPTION, "Clara Whitcombe at the bridge"),
        ],
        title="Tom Arden leaves after the bridge row",
        authors=("Orla Finch",),
        language="en",
    )
    entities = {entity.name: [mention.text for mention in entity.mentions] for entity in analyse(article).entities}
    assert entities == {"Tom Arden": ["Arden"], "Clara Whitcombe": [], "Orla Finch": []}
