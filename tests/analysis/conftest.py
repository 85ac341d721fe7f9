"""What every test of the reading has: the models loaded once, and articles from a few paragraphs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.analysis import analyse, warm_up
from reader.article import Analysis, Article, Block, BlockKind, article_of

Read = Callable[..., tuple[Article, Analysis]]


@pytest.fixture(scope="session")
def read() -> Read:
    """Paragraphs → the article that they make up, published on Wednesday, 18 March 2026, and its analysis."""
    warm_up()

    def article_and_analysis(*paragraphs: str, language: str | None = "en") -> tuple[Article, Analysis]:
        blocks = [Block(BlockKind.PARAGRAPH, paragraph) for paragraph in paragraphs]
        article = article_of(blocks, published="2026-03-18", language=language)
        return article, analyse(article)

    return article_and_analysis
