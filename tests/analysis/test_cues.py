"""Every reporting verb of the tables reports as its class does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.analysis.cues import CLAUSE_ONLY_WITH_THAT, CUES, DENYING, MANNER, NAMING, SAYING, THINKING
from reader.article import Analysis, Article, QuoteKind

Read = Callable[..., tuple[Article, Analysis]]


def cases(*classes: frozenset[str]) -> list[str]:
    return sorted(frozenset().union(*classes))


@pytest.mark.parametrize("verb", cases(SAYING, THINKING))
def test_a_verb_of_saying_or_thought_takes_a_clause(read: Read, verb: str) -> None:
    _, analysis = read(f"Tom Arden will {verb} that the bridge is old.")
    quote = next(quote for quote in analysis.quotes if quote.cue and quote.cue.text == verb)
    assert (quote.kind, quote.text) == (QuoteKind.INDIRECT, "that the bridge is old")
    assert quote.speaker is not None
    assert quote.speaker.name == "Tom Arden"
    assert (quote.confidence > 0.8) == (verb in SAYING)


@pytest.mark.parametrize("verb", cases(SAYING, MANNER))
def test_a_verb_of_saying_or_manner_stands_behind_a_quotation(read: Read, verb: str) -> None:
    _, analysis = read(f"“The bridge is old and nobody mends it,” Tom Arden will {verb}.")
    (quote,) = analysis.quotes
    assert quote.cue is not None
    assert quote.speaker is not None
    assert (quote.kind, quote.cue.text, quote.speaker.name) == (QuoteKind.DIRECT, verb, "Tom Arden")


@pytest.mark.parametrize("verb", cases(MANNER))
def test_a_verb_of_manner_reports_nothing_without_quoted_words(read: Read, verb: str) -> None:
    assert read(f"Tom Arden will {verb} that the bridge is old.")[1].quotes == ()


@pytest.mark.parametrize("verb", cases(NAMING))
def test_a_verb_of_naming_takes_quoted_words(read: Read, verb: str) -> None:
    _, analysis = read(f"Tom Arden will {verb} the bridge “a disgrace”.", f"Tom Arden will {verb} the bridge.")
    (quote,) = analysis.quotes
    assert quote.cue is not None
    assert (quote.kind, quote.text, quote.cue.text) == (QuoteKind.MIXED, "a disgrace", verb)


@pytest.mark.parametrize("verb", cases(DENYING))
@pytest.mark.parametrize("what", ["taking the money", "any part in the theft"])
def test_a_denial_takes_a_gerund_or_a_noun(read: Read, verb: str, what: str) -> None:
    _, analysis = read(f"Tom Arden will {verb} {what}.")
    assert [(quote.text, quote.cue and quote.cue.text) for quote in analysis.quotes] == [(what, verb)]


@pytest.mark.parametrize("verb", cases(CLAUSE_ONLY_WITH_THAT))
def test_some_verbs_need_their_that(read: Read, verb: str) -> None:
    assert read(f"Tom Arden will {verb} the bridge is old.")[1].quotes == ()


def test_the_tables_are_of_lemmas_and_do_not_overlap() -> None:
    classes = (SAYING, THINKING, NAMING, DENYING, MANNER)
    assert sum(map(len, classes)) == len(CUES)
    assert all(verb == verb.lower().strip() for verb in CUES)
    assert CLAUSE_ONLY_WITH_THAT <= CUES
