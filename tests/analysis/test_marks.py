"""What stands between quotation marks: every style of mark, nested, over paragraphs, careless, and apostrophes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.analysis.marks import quotations
from reader.article import Article, Block, BlockKind, article_of


def paragraphs(*texts: str) -> Article:
    return article_of(Block(BlockKind.PARAGRAPH, text) for text in texts)


def held(*texts: str) -> list[list[str]]:
    """What each quotation of the paragraphs holds, part by part."""
    article = paragraphs(*texts)
    return [
        [article.text[part.inner.start : part.inner.end] for part in quotation.parts]
        for quotation in quotations(article)
    ]


STYLES = {
    "curly": ("“Come in,” she said.", "Come in,"),
    "straight": ('"Come in," she said.', "Come in,"),
    "single curly": ("‘Come in,’ she said.", "Come in,"),
    "single straight": ("'Come in,' she said.", "Come in,"),
    "guillemets": ("«Entrez», dit-elle.", "Entrez"),
    "guillemets with spaces": ("« Entrez », dit-elle.", " Entrez "),
    "guillemets that point inwards": ("»Komm rein«, sagte sie.", "Komm rein"),
    "low double": ("„Komm rein“, sagte sie.", "Komm rein"),
    "low double, closed as in Poland": ("„Wejdź”, powiedziała.", "Wejdź"),
    "low double, closed with a plain mark": ('„Komm rein", sagte sie.', "Komm rein"),
    "low single": ("‚Komm rein‘, sagte sie.", "Komm rein"),
    "corner brackets": ("「お入り」と彼女は言った。", "お入り"),
    "white corner brackets": ("『お入り』と彼女は言った。", "お入り"),
    "double angle brackets": ("《进来》她说。", "进来"),
    "opened curly, closed straight": ('“Come in", she said.', "Come in"),
    "opened straight, closed curly": ('"Come in”, she said.', "Come in"),
    "in brackets": ("She waved (“Come in.”) and left.", "Come in."),
    "glued to a colon": ("She said:“Come in.”", "Come in."),
    "glued to the next word": ("“Come in,”she said.", "Come in,"),
    "a question": ("“Coming?” she asked.", "Coming?"),
    "a figure first": ("“24 came,” she said.", "24 came,"),
    "an ellipsis first": ("“…and so on,” she said.", "…and so on,"),
}


@pytest.mark.parametrize(("text", "inner"), STYLES.values(), ids=STYLES)
def test_every_style_of_marks_holds_its_words(text: str, inner: str) -> None:
    assert held(text) == [[inner]]


NESTED = {
    "single in double": ("“He said ‘come in’ to me,” she said.", "He said ‘come in’ to me,"),
    "double in single": ("‘He said “come in” to me,’ she said.", "He said “come in” to me,"),
    "straight single in straight double": ("\"He said 'come in' to me,\" she said.", "He said 'come in' to me,"),
    "the same marks again": ("She said “come in and “sit down” please” to me.", "come in and “sit down” please"),
    "ending together": ("“A sign said: “Come.””", "A sign said: “Come.”"),
    "inner one never closed": ("“A sign said: “Come,” he said.", "A sign said: “Come,"),
    "angle in angle": ("« Il a dit « oui » hier », dit-elle.", " Il a dit « oui » hier "),
}


@pytest.mark.parametrize(("text", "inner"), NESTED.values(), ids=NESTED)
def test_marks_inside_marks_belong_to_the_outer_quotation(text: str, inner: str) -> None:
    assert held(text) == [[inner]]


APOSTROPHES = {
    "contractions and possessives": "It's the dogs' day at St John's, isn't it?",
    "curly ones": "It’s the dogs’ day at St John’s, isn’t it?",
    "decades": "In the ’90s and the '80s they danced.",
    "elisions": "Rock ’n’ roll, ’twas for 'em, ’til dawn, 'cause they could.",
    "opening mark for an elision": "A ‘90s star and a ‘tis.",
    "feet and inches": 'The 6" pipe fell on the 5\'11" man.',
    "an empty pair": "It read “” and nothing more.",
    "a blank pair": "It read „ “ and « » and nothing more.",
    "a closing mark alone": "He left.” She stayed.",
    "an opening mark before a space": "A “ mark that floats.",
    "a stray mark and two words": "It was “so good",
    "a stray single mark": "It was ‘so good that nobody else would ever come near it again",
    "a stray straight mark inside": 'It was "so good that nobody else would ever come near it',
}


@pytest.mark.parametrize("text", APOSTROPHES.values(), ids=APOSTROPHES)
def test_apostrophes_and_strays_are_no_quotations(text: str) -> None:
    assert held(text) == []


WITH_APOSTROPHES = {
    "straight possessive inside": (
        "'It's the dogs' day at St John's,' she said.",
        ["It's the dogs' day at St John's,"],
    ),
    "curly possessive inside": ("‘It’s the dogs’ day at St John’s,’ she said.", ["It’s the dogs’ day at St John’s,"]),
    "a plural at the end": ("the ‘foxes’ and the ‘hens’ of the game", ["foxes", "hens"]),
    "contraction at the end of one": ("the ‘bridge’s end’ pub", ["bridge’s end"]),
    "elision in front of one": ("’Twas ‘the end’ of it", ["the end"]),
    "elision inside one": ("“Rock ’n’ roll,” he said.", ["Rock ’n’ roll,"]),
}


@pytest.mark.parametrize(("text", "inner"), WITH_APOSTROPHES.values(), ids=WITH_APOSTROPHES)
def test_apostrophes_do_not_end_single_quotations(text: str, inner: list[str]) -> None:
    assert held(text) == [[words] for words in inner]


OVER_PARAGRAPHS = {
    "reopened and closed": (
        ("“One of us will go.", "“The other will stay,” she said."),
        [["One of us will go.", "The other will stay,"]],
    ),
    "straight ones": (
        ('"One of us will go.', '"The other will stay," she said.'),
        [["One of us will go.", "The other will stay,"]],
    ),
    "three, and another quotation behind": (
        ("“One of us will go.", "“A second one stays.", "“The third,” she said. “Maybe.”"),
        [["One of us will go.", "A second one stays.", "The third,"], ["Maybe."]],
    ),
    "begun behind its speaker": (
        ("Vane said: “One of us will go.", "“The other will stay.”"),
        [["One of us will go.", "The other will stay."]],
    ),
    "straight, begun behind its speaker": (
        ('Vane said: "One of us.', '"A second one stays.', "\"She said: 'I will go.'\""),
        [["One of us.", "A second one stays.", "She said: 'I will go.'"]],
    ),
    "straight, reopened behind a slip": (
        ('It was a "good try by all of them.', '"The other will stay," she said.'),
        [["The other will stay,"]],
    ),
    "never closed": (("“One of us will go and stay", "Nobody came."), [["One of us will go and stay"]]),
    "reopened with another mark": (
        ("“One of us will go and stay", "‘Nobody came,’ she said."),
        [["One of us will go and stay"], ["Nobody came,"]],
    ),
    "two closed ones are two": (("“One of us.”", "“The other.”"), [["One of us."], ["The other."]]),
    "reopened and never closed": (
        ("“One of us will go.", "“The other will stay for now.", "Nobody came."),
        [["One of us will go.", "The other will stay for now."]],
    ),
}


@pytest.mark.parametrize(("texts", "parts"), OVER_PARAGRAPHS.values(), ids=OVER_PARAGRAPHS)
def test_a_quotation_goes_on_in_the_paragraph_that_opens_with_its_mark(
    texts: tuple[str, ...], parts: list[list[str]]
) -> None:
    assert held(*texts) == parts


def test_several_quotations_of_one_paragraph_stay_apart() -> None:
    assert held("“I said no,” he said, “and I meant no.” She said “fine”.") == [
        ["I said no,"],
        ["and I meant no."],
        ["fine"],
    ]


def test_a_caption_holds_no_quotation() -> None:
    article = article_of([Block(BlockKind.CAPTION, "“Look here now,” it says"), Block(BlockKind.PARAGRAPH, "Nothing.")])
    assert quotations(article) == []


@pytest.mark.parametrize("unit", ["‘a ", "“a “b” ", "‘the dogs’ ", "„a ", '"a" ', "«", "“"], ids=repr)
def test_thousands_of_marks_end_in_time(unit: str) -> None:
    article = paragraphs(unit * 4_000)
    assert len(quotations(article)) <= 4_000


MARKED_TEXT = st.lists(
    st.text(alphabet=st.sampled_from("“”‘’\"'«»„‟‚「」『』《》 aSs.,!?…\u00a0\u200b1é\n—("), min_size=1, max_size=60),
    max_size=5,
)


@settings(max_examples=250, deadline=None)
@given(MARKED_TEXT)
@example(["“"])
@example(["'s' "])
@example(["«»", "„“"])
def test_whatever_the_marks_spans_lie_in_their_paragraphs_in_order(texts: list[str]) -> None:
    article = paragraphs(*texts)
    blocks = [span for span, _ in article.body()]
    parts = [part for quotation in quotations(article) for part in quotation.parts]
    for part in parts:
        home = next(block for block in blocks if block.start <= part.outer.start < block.end)
        assert part.outer.start < part.inner.start < part.inner.end <= part.outer.end <= home.end
        assert part.closed == (part.inner.end < part.outer.end)
        assert article.text[part.outer.start] == part.mark
    for before, after in pairwise(parts):
        assert before.outer.end <= after.outer.start
