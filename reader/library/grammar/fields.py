"""The fields of the search grammar, as data: what each is for, how it is written, what it takes.

The parser, the suggestions under the search box, the sheet that explains the grammar, and docs/search.md (a test holds
it) all read this one table.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum


class Takes(StrEnum):
    """What a field takes for its value."""

    WORDS = "words"
    """A word, a phrase, the beginning of a word, or several in brackets."""
    NAME = "name"
    """The name of somebody or something, or a part of it."""
    CHOICE = "choice"
    """One of a few words."""
    DATE = "date"
    LANGUAGE = "language"
    TAG = "tag"
    NEAR = "near"
    ARTICLE = "article"
    """The number of an article."""


@dataclass(frozen=True)
class Choice:
    """One value of a field that takes one of a few, and what it means."""

    value: str
    meaning: str


@dataclass(frozen=True)
class Field:
    """A field: what it finds, with an example; `needs` finishes the sentence that asks for its value."""

    name: str
    takes: Takes
    finds: str
    example: str
    needs: str
    choices: tuple[Choice, ...] = ()
    of_quotes: bool = False


IS = (
    Choice("unread", "not read yet"),
    Choice("read", "read"),
    Choice("bookmarked", "bookmarked by you"),
    Choice("archived", "in the archive"),
    Choice("trashed", "in the trash"),
    Choice("sample", "one of the samples"),
)
HAS = (
    Choice("note", "with a note of yours"),
    Choice("highlight", "with a passage that you marked"),
    Choice("bookmark", "with a bookmarked passage"),
    Choice("tag", "with a tag"),
    Choice("quote", "with somebody quoted"),
    Choice("correction", "with a quotation that you decided on"),
)

FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        Field("title", Takes.WORDS, "words in the headline", "title:bridge", "a word of the headline"),
        Field("author", Takes.WORDS, "who wrote it", "author:okoro", "a writer's name"),
        Field("site", Takes.WORDS, "the publisher, or the site's address", "site:bbc.co.uk", "a publisher or an address"),
        Field("tag", Takes.TAG, "articles with a tag, and with those nested in it", "tag:climate", "a tag"),
        Field("is", Takes.CHOICE, "the state of an article", "is:unread", "a state", IS),
        Field("has", Takes.CHOICE, "what an article has", "has:note", "something an article can have", HAS),
        Field("lang", Takes.LANGUAGE, "the language", "lang:de", "the code or the name of a language"),
        Field("before", Takes.DATE, "published before a day, month or year", "before:2019", "a date"),
        Field("after", Takes.DATE, "published in or after it", "after:2018-03", "a date"),
        Field("added", Takes.DATE, "when you added it", "added:7d", "a date, or 7d for the last seven days"),
        Field("person", Takes.NAME, "articles that name a person", "person:marsh", "a name"),
        Field("place", Takes.NAME, "articles that name a place", "place:skerry", "a place"),
        Field("org", Takes.NAME, "articles that name an organisation", "org:parliament", "an organisation"),
        Field("said-by", Takes.NAME, "quotations of a speaker", 'said-by:"helena marsh"', "a speaker's name", (), True),
        Field("about", Takes.WORDS, "quotations with these words in or around them", "about:ferry", "what it is about", (), True),
        Field("quote", Takes.WORDS, "words that were said themselves", 'quote:"my own children"', "words of a quotation", (), True),
        Field("like", Takes.ARTICLE, "articles like one, by its number: “More like this” writes it", "like:12", "an article's number"),
        Field("note", Takes.WORDS, "words in your notes", "note:ask", "a word of your notes"),
        Field("near", Takes.NEAR, "words at most ten words apart", 'near:"bridge report"', 'two words in quotation marks'),
    )
}  # fmt: skip
OPERATORS = (
    ("harbour bridge", "both words, anywhere in an article"),
    ('"clean bill of health"', "these words, one after the other"),
    ("engin*", "words that begin so"),
    ("*bridge*", "words with these letters in them"),
    ("ferry OR boat", "either of them"),
    ("ferry NOT storm", "the one without the other; -storm is the same"),
    ("(ferry OR boat) storm", "brackets keep together"),
    ("title:(ferry OR boat)", "a field may hold several"),
    ('"ferry storm"~5', "at most five words apart"),
)
"""What can be written beside fields, with what it finds."""

LANGUAGES = {
    "arabic": "ar", "bulgarian": "bg", "catalan": "ca", "chinese": "zh", "croatian": "hr", "czech": "cs", "danish": "da",
    "dutch": "nl", "english": "en", "estonian": "et", "finnish": "fi", "french": "fr", "german": "de", "greek": "el",
    "hebrew": "he", "hindi": "hi", "hungarian": "hu", "icelandic": "is", "indonesian": "id", "irish": "ga",
    "italian": "it", "japanese": "ja", "korean": "ko", "latvian": "lv", "lithuanian": "lt", "norwegian": "no",
    "persian": "fa", "polish": "pl", "portuguese": "pt", "romanian": "ro", "russian": "ru", "serbian": "sr",
    "slovak": "sk", "slovenian": "sl", "spanish": "es", "swedish": "sv", "thai": "th", "turkish": "tr",
    "ukrainian": "uk", "urdu": "ur", "vietnamese": "vi", "welsh": "cy",
}  # fmt: skip


def closest(word: str, known: list[str] | tuple[str, ...]) -> str | None:
    """The known word that was probably meant."""
    return next(iter(get_close_matches(word, known, 1, 0.72)), None)
