"""Articles of one story are grouped, and quotations that recur in it are matched however they were changed."""

from __future__ import annotations

import pytest
from invented_people import Named, tell

from reader.article.wording import Part, differences, marks_of, told_difference
from reader.library import Library, Trash

WORDS = "We will not let this lamp go out while one of us is left to row to it, whatever the council decides."
TRIMMED = "we will not let this lamp go out while one of us is left to row to it"
LEAD = "The lighthouse of Nordhaven stood dark on Monday after its keeper Ilse Brandt refused to hand over the keys"


@pytest.fixture
def told(library: Library) -> Library:
    """One story in three outlets, and an article about something else."""
    brandt, wieck = Named("Ilse Brandt", ("keeper",)), Named("Tomas Wieck", ("harbour master",))
    tell(
        library, f"{LEAD}. “{WORDS}” said Ilse Brandt. “It is their lamp,” said Tomas Wieck.",
        Named("Ilse Brandt", ("keeper",), (WORDS,)), Named("Tomas Wieck", ("harbour master",), ("It is their lamp,",)),
        title="Nordhaven lighthouse dark after keeper keeps keys", outlet="Harbour Post",
    )  # fmt: skip
    tell(
        library, f"Keeper Ilse Brandt kept the keys of the dark Nordhaven lighthouse on Monday. “{TRIMMED}”, a rower said.",
        brandt, Named("Nils Brekke", ("rower",), (TRIMMED,)),
        title="Keeper of dark lighthouse keeps keys", outlet="Quay Times", published="2026-03-02",
    )  # fmt: skip
    tell(
        library, f"{LEAD}, harbour master Tomas Wieck confirmed in Nordhaven.", brandt, wieck,
        title="Lighthouse keys refused", outlet="Coast Radio", published="2026-03-02",
    )  # fmt: skip
    tell(
        library, "An orchard in Vale bore pears in spring, and growers wondered why.", Named("Ada Lund", ("grower",)),
        title="Pears in spring", outlet="Coast Radio", published="2026-03-02",
    )  # fmt: skip
    return library


def test_articles_of_one_story_are_grouped(told: Library) -> None:
    (story,) = told.stories.rows()
    assert (story.articles, story.outlets, told.stories.count()) == (3, 3, 1)
    page = told.stories.page(story.id)
    assert [article.article for article in page.articles] == [1, 2, 3]
    assert told.stories.of_article(3) == story.id and told.stories.of_article(4) is None


def test_who_is_quoted_where_and_who_is_missing(told: Library) -> None:
    page = told.stories.page(told.stories.rows()[0].id)
    missing = {voice.name: set(voice.missing_from(page.outlets)) for voice in page.voices}
    assert missing["Ilse Brandt"] == {"Quay Times", "Coast Radio"}
    assert missing["Nils Brekke"] == {"Harbour Post", "Coast Radio"}


def test_a_trimmed_quotation_of_another_speaker_is_the_same(told: Library) -> None:
    (group,) = told.stories.page(told.stories.rows()[0].id).recurring
    assert [(quote.speaker, quote.text) for quote in group] == [("Ilse Brandt", WORDS), ("Nils Brekke", TRIMMED)]
    assert [quote.text for quote in told.people.echoes(2, 0)] == [TRIMMED, WORDS]
    assert told.people.quotes(group[0].thing or 0)[0].echoes == 1
    told.perform(Trash((2,)))
    assert told.people.echoes(1, 0)[1:] == []


def test_a_story_told_once_is_none(told: Library) -> None:
    told.perform(Trash((1, 2)))
    assert told.stories.rows() == []
    told.undo()
    assert told.stories.rows()[0].articles == 3


@pytest.mark.parametrize(
    ("other", "told_as"),
    [
        (WORDS, "the same words"),
        (TRIMMED, "trimmed"),
        (WORDS.replace("lamp go out", "lamp, go out!"), "punctuated otherwise"),
        (WORDS.replace("this lamp", "this old lamp"), "words added within"),
        (WORDS.replace(" while one of us is left", ""), "shortened within"),
        (WORDS.replace("this lamp", "that light"), "worded otherwise"),
        (f"{WORDS} Never.", "longer"),
    ],
)
def test_differences_are_told(other: str, told_as: str) -> None:
    assert told_difference(WORDS, other) == told_as


def test_differences_are_shown_word_by_word() -> None:
    pieces = differences("The old lamp is out.", "The lamp went out")
    assert [(piece.part, piece.text) for piece in pieces] == [
        (Part.SAME, "The"), (Part.GONE, "old"), (Part.SAME, "lamp"), (Part.GONE, "is"), (Part.NEW, "went"),
        (Part.SAME, "out"),
    ]  # fmt: skip


def test_seven_words_in_a_row_share_a_mark() -> None:
    words = [f"word{number}" for number in range(40)]
    whole = set(marks_of(" ".join(words)))
    for at in range(12):
        part = " ".join(["other", "beginning", *words[at : at + 7], "other", "end"])
        assert whole & set(marks_of(part)), at
