"""Where a name begins and ends, and which short names are the same thing's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.article import Analysis, Article, EntityKind

Read = Callable[..., tuple[Article, Analysis]]

NAMED = {
    "an initial before a surname": (
        "“It is open,” said the skipper, A. Tolland, and smiled at the crowd.",
        "A. Tolland",
    ),
    "a nationality is no first name": ("The winner was American Tom Corvell, who had trained hard.", "Tom Corvell"),
    "a month is no first name": (
        "From January to June Corvell Bank exported more than it did last year.",
        "Corvell Bank",
    ),
    "a legal form behind a comma": ("The mill was bought by Corvell, Inc. of Tarnby in the spring.", "Corvell, Inc."),
    "a district behind its city": ("They arrived in Washington D.C. after a long journey.", "Washington D.C."),
    "what an organisation is of": (
        "She joined the Church of Tarnology in March, her brother said.",
        "Church of Tarnology",
    ),
    "what an organisation is for": (
        "The plan of the Joint Council for the Welfare of Sailors was refused.",
        "Joint Council for the Welfare of Sailors",
    ),
}


@pytest.mark.parametrize(("text", "name"), NAMED.values(), ids=NAMED.keys())
def test_a_name_has_all_its_words_and_no_others(read: Read, text: str, name: str) -> None:
    assert name in [mention.text for entity in read(text)[1].entities for mention in entity.mentions]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry came in at noon. Image: Ann Corvell.",
        "The case was put by Mark Tolland, QC, who was glad of it.",
    ],
    ids=["what stands before a colon", "what stands behind a name"],
)
def test_labels_and_honours_are_nobody(read: Read, text: str) -> None:
    named = {entity.name for entity in read(text)[1].entities}
    assert named and not named & {"Image", "QC"}


def test_a_city_with_a_first_name_in_it_is_no_person(read: Read) -> None:
    (_, analysis) = read("San Diego Padres Results: San Diego Chicago, San Diego Houston")
    assert not [entity.name for entity in analysis.entities if entity.kind is EntityKind.PERSON]


def test_a_country_that_is_no_more_is_a_place(read: Read) -> None:
    (_, analysis) = read("It was shortly after the Soviet Union collapsed, and nobody knew what to do.")
    assert [(e.name, e.kind) for e in analysis.entities] == [("Soviet Union", EntityKind.PLACE)]


def test_a_country_before_an_organisation_is_left_out_later(read: Read) -> None:
    (_, analysis) = read("The US State Department refused. The State Department said it had no choice.")
    assert [[m.text for m in e.mentions] for e in analysis.entities if e.kind is EntityKind.ORGANISATION] == [
        ["US State Department", "State Department"]
    ]


def test_the_university_is_one_of_them_and_not_both(read: Read) -> None:
    (_, analysis) = read(
        "Tolland University opened a school. The University said it was glad. Corvell University opened none."
    )
    assert [[m.text for m in e.mentions] for e in analysis.entities] == [
        ["Tolland University", "University"],
        ["Corvell University"],
    ]


def test_the_first_word_stands_for_an_organisation_of_something(read: Read) -> None:
    (_, analysis) = read("She left the Church of Tarnology. The Church said that it was glad.")
    assert [[m.text for m in e.mentions] for e in analysis.entities] == [["Church of Tarnology", "Church"]]
