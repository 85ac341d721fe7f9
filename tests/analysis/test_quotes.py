"""Who said what: direct, mixed and indirect quotations, their speakers and cues, in every order that news prints."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.article import Analysis, Article, Quote

Read = Callable[..., tuple[Article, Analysis]]
Expected = tuple[str, str, str | None, str | None]


def shown(quote: Quote) -> Expected:
    """Kind, words, speaker, cue."""
    speaker, cue = quote.speaker, quote.cue
    return str(quote.kind), quote.text, speaker.name if speaker else None, cue.text if cue else None


ONE: dict[str, tuple[str, Expected]] = {
    "said X": ("“It opens today,” said Clara Whitcombe.", ("direct", "It opens today,", "Clara Whitcombe", "said")),
    "X said": ("“It opens today,” Clara Whitcombe said.", ("direct", "It opens today,", "Clara Whitcombe", "said")),
    "X said:": ("Clara Whitcombe said: “It opens today.”", ("direct", "It opens today.", "Clara Whitcombe", "said")),
    "X said,": ("Clara Whitcombe said, “It opens today.”", ("direct", "It opens today.", "Clara Whitcombe", "said")),
    "straight marks": (
        '"It opens today," said Clara Whitcombe.',
        ("direct", "It opens today,", "Clara Whitcombe", "said"),
    ),
    "single marks": (
        "'It opens today,' said Clara Whitcombe.",
        ("direct", "It opens today,", "Clara Whitcombe", "said"),
    ),
    "comma behind the marks": (
        "“It opens today”, said Clara Whitcombe.",
        ("direct", "It opens today", "Clara Whitcombe", "said"),
    ),
    "a question": ("“Is it open?” asked Clara Whitcombe.", ("direct", "Is it open?", "Clara Whitcombe", "asked")),
    "a cry": ("“Open it!” shouted Clara Whitcombe.", ("direct", "Open it!", "Clara Whitcombe", "shouted")),
    "a listener": (
        "“It opens today,” Clara Whitcombe told the Marlow Gazette.",
        ("direct", "It opens today,", "Clara Whitcombe", "told"),
    ),
    "a boast": ("Tom Arden boasted, “It opens today.”", ("direct", "It opens today.", "Tom Arden", "boasted")),
    "posted": ("Tom Arden tweeted: “Doors at 6 o’clock.”", ("direct", "Doors at 6 o’clock.", "Tom Arden", "tweeted")),
    "with a role": (
        "“It opens today,” said Clara Whitcombe, the harbour master.",
        ("direct", "It opens today,", "Clara Whitcombe", "said"),
    ),
    "with age and town": (
        "Ms Orla Finch, 43, from Leeds, said: “It was loud.”",
        ("direct", "It was loud.", "Orla Finch", "said"),
    ),
    "a speaker without a name": (
        "“I did not do it,” the suspect told police.",
        ("direct", "I did not do it,", "the suspect", "told"),
    ),
    "a spokeswoman": (
        "A spokeswoman for the Harbour Trust said: “We are looking into it.”",
        ("direct", "We are looking into it.", "A spokeswoman for the Harbour Trust", "said"),
    ),
    "an inner quotation": (
        "“It’s ‘the best of the lot’, she told me,” Orla Finch said.",
        ("direct", "It’s ‘the best of the lot’, she told me,", "Orla Finch", "said"),
    ),
    "an inner quotation at the end": (
        "\"I never liked the word 'outreach,' \" Tom Arden told the group, adding that it would rain.",
        ("direct", "I never liked the word 'outreach,'", "Tom Arden", "told"),
    ),
    "no speaker": (
        "“They have been late for years and nobody has said why.”",
        ("direct", "They have been late for years and nobody has said why.", None, None),
    ),
    "mixed": (
        "Clara Whitcombe said the bridge was “a disgrace to the county”.",
        ("mixed", "a disgrace to the county", "Clara Whitcombe", "said"),
    ),
    "mixed, speaker behind": (
        "The bridge is “a disgrace to the county,” said Clara Whitcombe.",
        ("mixed", "a disgrace to the county,", "Clara Whitcombe", "said"),
    ),
    "mixed, a name given": (
        "Clara Whitcombe called the bridge “a disgrace”.",
        ("mixed", "a disgrace", "Clara Whitcombe", "called"),
    ),
    "mixed, of oneself": (
        "Ben Tolland described himself as “a very old man in a hurry”.",
        ("mixed", "a very old man in a hurry", "Ben Tolland", "described"),
    ),
    "mixed, in two fragments": (
        "The minister said the law “will not change” and that “nobody should worry” about it.",
        ("mixed", "will not change … nobody should worry", "The minister", "said"),
    ),
    "indirect": (
        "Mr Whitcombe said the bridge would open soon.",
        ("indirect", "the bridge would open soon", "Whitcombe", "said"),
    ),
    "indirect with that": (
        "Clara Whitcombe said that the bridge would open soon.",
        ("indirect", "that the bridge would open soon", "Clara Whitcombe", "said"),
    ),
    "indirect question": (
        "Tom Arden asked whether the bridge would open.",
        ("indirect", "whether the bridge would open", "Tom Arden", "asked"),
    ),
    "according to, behind": (
        "The bridge will open soon, according to Clara Whitcombe.",
        ("indirect", "The bridge will open soon", "Clara Whitcombe", "according to"),
    ),
    "according to, in front": (
        "According to Clara Whitcombe, the bridge will open soon.",
        ("indirect", "the bridge will open soon", "Clara Whitcombe", "According to"),
    ),
    "a denial": (
        "Clara Whitcombe denied taking the money.",
        ("indirect", "taking the money", "Clara Whitcombe", "denied"),
    ),
    "a thought": (
        "Tom Arden believes the bridge will open.",
        ("indirect", "the bridge will open", "Tom Arden", "believes"),
    ),
    "with a relative clause": (
        "Clara Whitcombe, who runs the harbour, said that the bridge would open.",
        ("indirect", "that the bridge would open", "Clara Whitcombe", "said"),
    ),
    "several speakers": (
        "Two officials said the bridge was unsafe.",
        ("indirect", "the bridge was unsafe", "Two officials", "said"),
    ),
    "an organisation": (
        "In a statement, the Harbour Trust said it was looking into it.",
        ("indirect", "it was looking into it", "Harbour Trust", "said"),
    ),
    "interrupted": (
        "“The bridge,” said Clara Whitcombe, “will open today.”",
        ("direct", "The bridge, will open today.", "Clara Whitcombe", "said"),
    ),
    "going on behind the cue": (
        "“The bridge is ready,” said Clara Whitcombe. “It will open today.”",
        ("direct", "The bridge is ready, … It will open today.", "Clara Whitcombe", "said"),
    ),
    "a sentence of its own behind the cue": (
        "“Is the bridge ready?” said Clara Whitcombe. “It will open today.”",
        ("direct", "Is the bridge ready? It will open today.", "Clara Whitcombe", "said"),
    ),
    "a phrasal cue": (
        "Tom Arden pointed out that the bridge was old.",
        ("indirect", "that the bridge was old", "Tom Arden", "pointed out"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), ONE.values(), ids=ONE)
def test_one_quotation_has_its_words_speaker_and_cue(read: Read, text: str, expected: Expected) -> None:
    _, analysis = read(text)
    indirect_too = expected[0] == "indirect"
    assert [shown(quote) for quote in analysis.quotes if indirect_too or quote.kind != "indirect"] == [expected]


WHOLE = {
    "mixed: the paraphrase and the quoted words": (
        "Clara Whitcombe said the bridge was “a disgrace” to the county.",
        ["the bridge was", "a disgrace", "to the county"],
    ),
    "mixed with that": (
        "Clara Whitcombe said that the bridge was “a disgrace”.",
        ["that the bridge was", "a disgrace"],
    ),
    "mixed: the clause in front of the cue": (
        "It rained. The old bridge is “a disgrace,” said Clara Whitcombe.",
        ["The old bridge is", "a disgrace,"],
    ),
    "two fragments": (
        "The minister said the law “will not change” and that “nobody should worry” about it.",
        ["the law", "will not change", "and that", "nobody should worry", "about it"],
    ),
    "interrupted: without the cue": (
        "“The bridge,” said Clara Whitcombe, “will open today.”",
        ["The bridge,", "will open today."],
    ),
    "mixed and going on": (
        "The bridge is “a disgrace,” said Clara Whitcombe. “It must go.”",
        ["The bridge is", "a disgrace,", "It must go."],
    ),
}


@pytest.mark.parametrize(("text", "pieces"), WHOLE.values(), ids=WHOLE)
def test_spans_are_the_whole_reported_content_without_marks(read: Read, text: str, pieces: list[str]) -> None:
    article, analysis = read(text)
    (quote,) = analysis.quotes
    assert [article.text[start:end] for start, end in quote.spans] == pieces


SOURCES = {
    "role behind": ("“It opens,” said Clara Whitcombe, the harbour master.", "Clara Whitcombe, the harbour master"),
    "role in front": ("Council leader Dana Ives said it was open.", "Council leader Dana Ives"),
    "courtesy": ("“It opens,” said Mrs Whitcombe.", "Mrs Whitcombe"),
    "pronoun": ("Clara Whitcombe wept. “It opens,” she said.", "she"),
    "not the sentence before": ("They met reporters. Clara Whitcombe said it was open.", "Clara Whitcombe"),
    "a name behind a spokeswoman's role": (
        "According to the council's spokeswoman, Petra Lund, “the matter is closed”.",
        "the council's spokeswoman, Petra Lund",
    ),
    "close to": ("Sources close to the palace said the king was ill.", "Sources close to the palace"),
}


@pytest.mark.parametrize(("text", "source"), SOURCES.values(), ids=SOURCES)
def test_the_source_is_the_words_that_are_printed(read: Read, text: str, source: str) -> None:
    article, analysis = read(text)
    speaker = analysis.quotes[-1].speaker
    assert speaker is not None
    assert speaker.text == source
    assert [article.text[start:end] for start, end in speaker.spans] == [source]


SPEAKERS: dict[str, tuple[tuple[str, ...], list[str | None]]] = {
    "he and she by first names": (
        ("Tom Arden met Clara Whitcombe. “I will not sign it,” he said. “Nor will I,” she said.",),
        ["Tom Arden", "Clara Whitcombe"],
    ),
    "he and she by titles": (
        ("Mr Arden met Mrs Whitcombe. “I will not sign it,” he said. “Nor will I,” she said.",),
        ["Arden", "Whitcombe"],
    ),
    "she over paragraphs": (
        ("“It opens today,” said Clara Whitcombe.", "“We are ready,” she added."),
        ["Clara Whitcombe", "Clara Whitcombe"],
    ),
    "the role again": (
        ("Council leader Dana Ives resigned.", "“I have had enough,” the leader said."),
        ["Dana Ives"],
    ),
    "surname in the next paragraph": (
        ("“It opens today,” said Clara Whitcombe.", "“We are ready,” Whitcombe said."),
        ["Clara Whitcombe", "Clara Whitcombe"],
    ),
    "nobody named: whoever spoke last": (
        ("“The ferries are late,” said Tom Arden.", "“They have been late for years and nobody has said why.”"),
        ["Tom Arden", "Tom Arden"],
    ),
    "nobody named, too far from whoever spoke last": (
        (
            "“The ferries are late,” said Tom Arden.",
            "It rained.",
            "“They have been late for years and nobody has said why.”",
        ),
        ["Tom Arden", None],
    ),
    "two speakers in turn": (
        ("“Are the ferries late?” asked Tom Arden.", "“They are,” said Clara Whitcombe."),
        ["Tom Arden", "Clara Whitcombe"],
    ),
    "her sister is not she": (
        ("“Is it over?” asked Clara Whitcombe.", "“It is,” her sister answered."),
        ["Clara Whitcombe", "her sister"],
    ),
    "his lawyer is not he": (
        ("Tom Arden declined to comment. “He acted in good faith,” his lawyer said.",),
        ["his lawyer"],
    ),
    "his spokesman is not he": (
        ("Tom Arden declined to comment. “He acted in good faith,” a spokesman for him said.",),
        ["a spokesman for him"],
    ),
    "her rival, by name": (
        ("Maria Duarte came on Saturday. Duarte's rival, former president Jorge Lima, said she had come “too late”.",),
        ["Jorge Lima"],
    ),
    "it is not where it was said": (
        (
            "The utility, Corvale Power & Light, closed. In a statement on X, formerly Twitter, it said: “We are at work.”",
        ),
        ["Corvale Power & Light"],
    ),
    "the next sentence is somebody else's": (
        ("Tom Arden boasted, “That is smart.” Peter Crane, who had come late, was glad and said nothing.",),
        ["Tom Arden"],
    ),
}


@pytest.mark.parametrize(("paragraphs", "speakers"), SPEAKERS.values(), ids=SPEAKERS)
def test_speakers_are_resolved(read: Read, paragraphs: tuple[str, ...], speakers: list[str | None]) -> None:
    _, analysis = read(*paragraphs)
    quotes = [quote for quote in analysis.quotes if quote.kind != "indirect"]
    assert [quote.speaker.name if quote.speaker else None for quote in quotes] == speakers
    for quote in quotes:
        entity = analysis.entity(quote.speaker.entity) if quote.speaker else None
        assert entity is None or entity.name == quote.speaker.name  # type: ignore[union-attr]


def test_a_quotation_over_paragraphs_is_one_quote(read: Read) -> None:
    article, analysis = read("Clara Whitcombe said: “The bridge will open.", "“It will be free for residents.”")
    (quote,) = analysis.quotes
    assert [article.text[start:end] for start, end in quote.spans] == [
        "The bridge will open.",
        "It will be free for residents.",
    ]
    assert quote.speaker is not None
    assert quote.speaker.name == "Clara Whitcombe"


def test_one_source_may_report_twice(read: Read) -> None:
    _, analysis = read("Orla Finch said she was sorry, adding that the mill would reopen.")
    assert [shown(quote) for quote in analysis.quotes] == [
        ("indirect", "she was sorry", "Orla Finch", "said"),
        ("indirect", "that the mill would reopen", "Orla Finch", "adding"),
    ]


def test_the_words_of_a_quotation_report_nothing_themselves(read: Read) -> None:
    _, analysis = read("“Tom Arden said the ferry was late and Peter Crane denied it,” said Clara Whitcombe.")
    assert [quote.speaker.name for quote in analysis.quotes if quote.speaker] == ["Clara Whitcombe"]


NO_SPEECH = {
    "scare quotes": "The so-called “experts” from the council went home early.",
    "a title": "They watched “The Long Bridge” at the old cinema.",
    "a word": "The word “bridge” comes from an older one.",
    "a nickname": "Marcia “Cia” Price came home early.",
    "no report": "The bridge opened on time and everybody went home.",
    "dummy subject": "There is a bridge that opened on time.",
}


@pytest.mark.parametrize("text", NO_SPEECH.values(), ids=NO_SPEECH)
def test_this_is_nobody_speaking(read: Read, text: str) -> None:
    assert read(text)[1].quotes == ()


SURER = {
    "named beside it, over carried on": (
        "“The ferries are late,” said Tom Arden.",
        "“They have been late for years and nobody has said why.”",
    ),
    "saying over thinking": ("Tom Arden said the bridge was old.", "Tom Arden believes the bridge will open."),
}


@pytest.mark.parametrize(("surer", "less"), SURER.values(), ids=SURER)
def test_confidence_falls_with_what_is_unsure(read: Read, surer: str, less: str) -> None:
    _, analysis = read(surer, less)
    first, second = analysis.quotes
    assert 1 >= first.confidence > second.confidence > 0


def test_a_quotation_that_nobody_says_has_the_least_confidence(read: Read) -> None:
    _, analysis = read("“They have been late for years and nobody has said why.”")
    assert analysis.quotes[0].confidence <= 0.2


TURNS: dict[str, tuple[tuple[str, ...], list[tuple[str, list[str]]]]] = {
    "capitals": (
        (
            "ARDEN: The bridge is old and nobody mends it.",
            "WHITCOMBE: It will be mended when there is money for it.",
            "ARDEN: There was money for the ferry.",
        ),
        [
            ("ARDEN", ["The bridge is old and nobody mends it."]),
            ("WHITCOMBE", ["It will be mended when there is money for it."]),
            ("ARDEN", ["There was money for the ferry."]),
        ],
    ),
    "quotation marks opened anew in the next paragraph": (
        (
            "A part of the talk follows:",
            "“ARDEN: The bridge is old and nobody mends it.",
            "“WHITCOMBE: It will be mended when there is money for it.",
            "“There is none this year, and none next year.",
            "“ARDEN: There was money for the ferry.”",
        ),
        [
            ("ARDEN", ["The bridge is old and nobody mends it."]),
            (
                "WHITCOMBE",
                ["It will be mended when there is money for it.", "There is none this year, and none next year."],
            ),
            ("ARDEN", ["There was money for the ferry."]),
        ],
    ),
    "a mark without words": (
        (
            "“ARDEN: The bridge is old and nobody mends it.",
            "“",
            "“WHITCOMBE: It will be mended when there is money.",
            "“ARDEN: There was money for the ferry.”",
        ),
        [
            ("ARDEN", ["The bridge is old and nobody mends it."]),
            ("WHITCOMBE", ["It will be mended when there is money."]),
            ("ARDEN", ["There was money for the ferry."]),
        ],
    ),
    "two people in small letters": (
        (
            "Clara Whitcombe: Who mends the bridge?",
            "Tom Arden: Nobody mends it now.",
            "Clara Whitcombe: And who pays for that?",
            "Tom Arden: All of us pay for it.",
        ),
        [
            ("Clara Whitcombe", ["Who mends the bridge?"]),
            ("Tom Arden", ["Nobody mends it now."]),
            ("Clara Whitcombe", ["And who pays for that?"]),
            ("Tom Arden", ["All of us pay for it."]),
        ],
    ),
}


@pytest.mark.parametrize(("paragraphs", "expected"), TURNS.values(), ids=TURNS)
def test_the_turns_of_a_transcript_are_their_speakers(
    read: Read, paragraphs: tuple[str, ...], expected: list[tuple[str, list[str]]]
) -> None:
    article, analysis = read(*paragraphs)
    told = [
        (quote.speaker and quote.speaker.text, [article.text[a:b] for a, b in quote.spans]) for quote in analysis.quotes
    ]
    assert told == expected


def test_names_in_front_of_results_take_no_turns(read: Read) -> None:
    _, analysis = read("Arden: 45 per cent of votes", "Whitcombe: 41 per cent of votes")
    assert analysis.quotes == ()
    _, analysis = read(*("Arden: 45 per cent of votes", "Whitcombe: 41 per cent of votes") * 2)
    assert analysis.quotes == ()
    _, analysis = read(*("Smartphones: The bridge is small on these.", "Desktops: The bridge is large on these.") * 2)
    assert analysis.quotes == ()


def test_one_label_makes_no_transcript(read: Read) -> None:
    _, analysis = read("NOTE: The bridge is closed on Monday for repairs.", "It rained.")
    assert analysis.quotes == ()


def test_signed_quotations_are_of_those_who_signed_them(read: Read) -> None:
    article, analysis = read(
        "We asked what people think of the bridge.",
        "“It is the best thing that this town has built. I use it every day!” ― Clara Whitcombe",
        "“They say it will last. I do not believe them, and neither does my aunt.” — Tom Arden, baker",
        "“A bridge is only as good as the road behind it.”",
        "— Ilse Brandt",
    )
    signed = [quote for quote in analysis.quotes if quote.speaker is not None and quote.cue is None]
    assert [quote.speaker and quote.speaker.text for quote in signed] == [
        "Clara Whitcombe",
        "Tom Arden, baker",
        "Ilse Brandt",
    ]
    assert [article.text[a:b] for quote in signed[:1] for a, b in quote.spans] == [
        "It is the best thing that this town has built. I use it every day!"
    ]


def test_a_quotation_goes_on_behind_a_clause_that_reports_something_itself(read: Read) -> None:
    article, analysis = read(
        "“The bridge is ready,” Clara Whitcombe said, referring to the crossing by its old name. “It will open today.”"
    )
    first = next(quote for quote in analysis.quotes if quote.kind == "direct")
    assert [article.text[a:b] for a, b in first.spans] == ["The bridge is ready,", "It will open today."]


def test_a_quotation_that_goes_on_behind_a_longer_cue_is_one(read: Read) -> None:
    article, analysis = read(
        "“The bridge is ready,” Clara Whitcombe told reporters on Monday, “and it will open today.”"
    )
    (quote,) = analysis.quotes
    assert [article.text[a:b] for a, b in quote.spans] == ["The bridge is ready,", "and it will open today."]


def test_nobody_reports_their_own_name_alone(read: Read) -> None:
    _, analysis = read(
        "Chief Engineer Ruth Adeyemi told the meeting that 11 of 96 cables had lost strength.",
        "Ms Adeyemi was appointed last year. The engineer said the cracks had been found by a drone in the last week of"
        " April, and that repairs could begin in August.",
    )
    assert "Ms Adeyemi" not in [quote.text for quote in analysis.quotes]
    assert [shown(quote)[2:] for quote in analysis.quotes] == [("Ruth Adeyemi", "told"), ("Ruth Adeyemi", "said")]
