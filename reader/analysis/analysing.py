"""The one function that reads an article: names first, then quotations with their speakers, then dates."""

from __future__ import annotations

from reader.analysis.dates import dates_of
from reader.analysis.doc import Doc
from reader.analysis.entities import entities_of
from reader.analysis.foreign import quotes_without_syntax
from reader.analysis.model import model
from reader.analysis.quotes import quotes_of
from reader.analysis.words import words_of
from reader.article import EMPTY_ANALYSIS, Analysis, Article, Block, BlockKind, article_of

RULES_VERSION = "13"
"""Raised whenever the rules read anything otherwise, so that older analyses are made anew."""


def analyse(article: Article) -> Analysis:
    """What can be read out of an article; empty where it has no text. Offsets count into the article's text."""
    if not article.text.strip():
        return EMPTY_ANALYSIS
    if article.language not in {None, "en"} and not str(article.language).startswith("en-"):
        warning = (
            f"Names and reported speech are read in English only; in this language ({article.language})"
            " only quotation marks are."
        )
        return Analysis(quotes=quotes_without_syntax(article), made_by=(("rules", RULES_VERSION),), warnings=(warning,))
    doc = read(article)
    around = _around(article)
    naming = entities_of(doc, article, read(around) if around.text else None)
    return Analysis(
        entities=naming.entities,
        quotes=quotes_of(doc, article, naming),
        dates=dates_of(article.text, article.published),
        made_by=(("model", model().version), ("rules", RULES_VERSION)),
    )


def _around(article: Article) -> Article:
    """What stands around the text and names things too: headline, standfirst and captions, as an article of its own."""
    captions = [block.text for block in article.blocks if block.kind is BlockKind.CAPTION]
    lines = [article.title, article.standfirst, *captions]
    return article_of(Block(BlockKind.PARAGRAPH, line) for line in lines if line)


def read(article: Article) -> Doc:
    """The article's tokens, as the model reads them."""
    words = words_of(article)
    return Doc(words, model().read(words))


def warm_up() -> None:
    """Loads the model, so that the first article does not wait for it."""
    model()
