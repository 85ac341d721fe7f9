"""Articles in other languages: quotations by their marks, a name beside them, little confidence, and a warning."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.analysis.foreign import ALONE, WITH_SPEAKER
from reader.article import Analysis, Article, QuoteKind

Read = Callable[..., tuple[Article, Analysis]]

FOREIGN = {
    "German, name behind": (
        "de",
        "„Wir machen weiter wie bisher“, sagte Clara Winzer am Montag. Mehr sagte sie nicht.",
        "Wir machen weiter wie bisher",
        "Clara Winzer",
    ),
    "German, name in front": (
        "de",
        "Am Abend sagte Anton Feld: „Wir machen weiter wie bisher.“",
        "Wir machen weiter wie bisher.",
        "Anton Feld",
    ),
    "French with spaces in the marks": (
        "fr",
        "«\u00a0Nous allons continuer comme avant\u00a0», a déclaré Claire Vannier lundi.",
        "Nous allons continuer comme avant",
        "Claire Vannier",
    ),
    "Spanish, a name of three words": (
        "es",
        "«Vamos a seguir como hasta ahora», dijo María del Valle Ortega.",
        "Vamos a seguir como hasta ahora",
        "María del Valle Ortega",
    ),
    "Danish, marks that point inwards": (
        "da",
        "»Vi fortsætter helt som før«, siger Kirsten Bundgaard.",
        "Vi fortsætter helt som før",
        "Kirsten Bundgaard",
    ),
    "Ukrainian": (
        "uk",
        "«Ми працюємо так само як раніше», — сказала Олена Вербова.",
        "Ми працюємо так само як раніше",
        "Олена Вербова",
    ),
    "Japanese": (
        "ja",
        "「これからもいつも通りに続けていきます」と彼女は言った。",
        "これからもいつも通りに続けていきます",
        None,
    ),
    "a sentence of three words": ("de", "Dann rief sie: „Wir bleiben!“", "Wir bleiben!", None),
    "French, behind a colon": ("fr", "Il a répondu : « C'est faux »", "C'est faux", None),
    "Chinese": ("zh", "市长说：“这是谣言。”", "这是谣言。", None),
    "Arabic": ("ar", "وأضاف: «هذه شائعة».", "هذه شائعة", None),
    "no name": ("de", "„Wir machen weiter wie bisher“, sagte sie am Montag.", "Wir machen weiter wie bisher", None),
    "a name in the next sentence": (
        "de",
        "„Wir machen weiter wie bisher“, sagte sie. Clara Winzer schwieg.",
        "Wir machen weiter wie bisher",
        None,
    ),
}


@pytest.mark.parametrize(("language", "text", "words", "speaker"), FOREIGN.values(), ids=FOREIGN)
def test_marks_and_neighbours_give_quotations_with_little_confidence(
    read: Read, language: str, text: str, words: str, speaker: str | None
) -> None:
    article, analysis = read(text, language=language)
    (quote,) = analysis.quotes
    assert (quote.kind, quote.text, quote.cue) == (QuoteKind.DIRECT, words, None)
    assert [article.text[start:end] for start, end in quote.spans] == [words]
    assert (quote.speaker.name if quote.speaker else None) == speaker
    assert quote.confidence == (WITH_SPEAKER if speaker else ALONE) < 0.4
    if quote.speaker:
        assert [article.text[start:end] for start, end in quote.speaker.spans] == [quote.speaker.text]


def test_a_warning_says_what_is_not_read(read: Read) -> None:
    _, analysis = read("„Wir machen weiter wie bisher“, sagte Clara Winzer.", language="de")
    assert len(analysis.warnings) == 1
    assert "English only" in analysis.warnings[0]
    assert "(de)" in analysis.warnings[0]
    assert analysis.entities == analysis.dates == ()


@pytest.mark.parametrize("language", [None, "en", "en-GB", "en-US"])
def test_english_or_unknown_is_read_as_english(read: Read, language: str | None) -> None:
    _, analysis = read("“We carry on,” said Clara Winzer.", language=language)
    assert analysis.warnings == ()
    assert [entity.name for entity in analysis.entities] == ["Clara Winzer"]


@pytest.mark.parametrize("text", ["Das „Herz“ der Stadt.", "Ein „sehr altes Haus“.", "„“ und «   »"], ids=repr)
def test_a_few_words_between_marks_are_no_speech(read: Read, text: str) -> None:
    assert read(text, language="de")[1].quotes == ()


def test_a_quotation_over_paragraphs_is_one(read: Read) -> None:
    article, analysis = read("„Wir machen weiter wie bisher.", "„Das ist gut so“, sagte Clara Winzer.", language="de")
    (quote,) = analysis.quotes
    assert [article.text[start:end] for start, end in quote.spans] == [
        "Wir machen weiter wie bisher.",
        "Das ist gut so",
    ]
    assert quote.speaker is not None
    assert quote.speaker.name == "Clara Winzer"
