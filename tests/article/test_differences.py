"""What changed in an article: quotations first, sentences after them, and nothing that is no change."""

from __future__ import annotations

import pytest

from reader.article import Article, Block, BlockKind, Quote, QuoteKind, Speaker, article_of
from reader.article.differences import DifferenceKind, What, changes_counted, differences, words_changed

BASE = (
    "The ferry of Nordhaven sailed at dawn on Tuesday with 40 people on board.",
    "“We had waited for nine hours,” said Ilse Brandt, who kept the lighthouse. Mr. Wieck of the U.S. embassy agreed.",
    "The council meets again on Friday. “Nobody is to blame,” it wrote.",
)


def article(*paragraphs: str, title: str = "Ferry sails") -> Article:
    return article_of([Block(BlockKind.PARAGRAPH, text) for text in paragraphs], title=title)


def told(*paragraphs: str, title: str = "Ferry sails") -> list[tuple[str, str, str, str]]:
    found = differences(article(*BASE), article(*paragraphs, title=title))
    return [(str(d.what), str(d.kind), d.before, d.after) for d in found]


def test_a_quotation_that_was_altered_comes_first_and_its_sentence_does_not_come_again() -> None:
    changed = BASE[1].replace("nine hours", "three hours")
    lead = BASE[0].replace("40", "44")
    assert told(lead, changed, BASE[2]) == [
        ("quotation", "altered", "We had waited for nine hours,", "We had waited for three hours,"),
        ("sentence", "altered", BASE[0], lead),
    ]


def test_a_quotation_that_is_gone_and_one_that_came() -> None:
    gone = told(BASE[0], BASE[1], "The council meets again on Friday.")
    assert gone == [
        ("quotation", "removed", "Nobody is to blame,", ""),
        ("sentence", "removed", "“Nobody is to blame,” it wrote.", ""),
    ]
    came = told(*BASE, "“I was there,” said a boy.")
    assert came[0] == ("quotation", "added", "", "I was there,")


def test_a_sentence_that_came_stands_where_it_is_told_to_stand() -> None:
    new = article(*BASE, "Two more ferries are to follow in May.")
    (only,) = differences(article(*BASE), new)
    assert only.kind is DifferenceKind.ADDED and only.span is not None
    assert new.text[only.span.start : only.span.end] == "Two more ferries are to follow in May."


def test_a_headline() -> None:
    assert told(*BASE, title="Ferry sails at last") == [("headline", "altered", "Ferry sails", "Ferry sails at last")]


@pytest.mark.parametrize(
    "paragraphs",
    [
        BASE,
        tuple(text.replace(" ", "  ") for text in BASE),
        tuple(text.replace("“", '"').replace("”", '"') for text in BASE),
        (BASE[0], BASE[2], BASE[1]),
        ("Updated 14:32 BST, 3 May 2018", *BASE),
        ("Last modified on Tue 3 Apr 2018 12.05 EDT", *BASE, "Advertisement"),
        (*BASE, "3 hours ago", "5 min read", "1,204 comments"),
        (*BASE, "Sign up to our newsletter for the best of the harbour today", "Read more: The bar of Nordhaven"),
        (BASE[0], *BASE[1:], "· · ·"),
    ],
    ids=["nothing", "white space", "quotation marks", "order", "a time stamp", "a time stamp and an advert", "counts", "adverts", "a line"],
)  # fmt: skip
def test_what_is_no_change(paragraphs: tuple[str, ...]) -> None:
    assert told(*paragraphs) == []


def test_a_sentence_does_not_end_at_an_abbreviation() -> None:
    changed = BASE[1].replace("agreed", "disagreed")
    assert told(BASE[0], changed, BASE[2]) == [
        ("sentence", "altered", "Mr. Wieck of the U.S. embassy agreed.", "Mr. Wieck of the U.S. embassy disagreed.")
    ]


def test_the_speaker_is_named_where_the_analysis_knows() -> None:
    new = article(BASE[0], BASE[1].replace("nine", "three"), BASE[2])
    quote = Quote(QuoteKind.DIRECT, "We had waited for three hours", (), Speaker(None, "Ilse Brandt", "", ()), None, 1)
    assert differences(article(*BASE), new, (), (quote,))[0].speaker == "Ilse Brandt"


def test_changes_counted_in_one_line() -> None:
    found = differences(article(*BASE), article(BASE[0], BASE[2], "One came. Another came.", title="New"))
    assert changes_counted(found) == "1 quotation removed, headline altered, 2 sentences removed, 2 sentences added"
    assert changes_counted(()) == ""


def test_an_altered_sentence_word_by_word() -> None:
    assert words_changed("about 40 people came", "about 44 people came") == [
        (None, "about "), (DifferenceKind.REMOVED, "40 "), (DifferenceKind.ADDED, "44 "), (None, "people came"),
    ]  # fmt: skip


def test_a_text_of_thousands_of_sentences_is_compared_all_the_same() -> None:
    old = article(*(f"Sentence {i} says that {i * 7} ships came." for i in range(3000)))
    new = article(*(f"Line {i * 3} tells of {i} other boats there." for i in range(3000)))
    assert {d.what for d in differences(old, new)} == {What.SENTENCE}
