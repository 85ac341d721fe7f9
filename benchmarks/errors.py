"""What is still wrong where a cleaned page differs from the checked text: words too many and words missing, by class.

    python benchmarks/errors.py [--models FOLDER] [--corpus aeb|wcxb]

Words too many are counted by the kind of block they stand in, words missing by where they went instead: removed, with
the reason; used as metadata; or nowhere in the page as it is without its scripts. A page's class is the one with most of
its wrong words. `--models` as in extraction.py.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpora import page_capture, pages
from extraction import gold_of
from held_out import held_out
from rapidfuzz.distance import LCSseq

from reader.article import BODY_KINDS, Article, VerbatimError
from reader.cleaning import clean

WORD = re.compile(r"\w+")
KEY_WORDS = 6
"""A missing stretch is looked for by so many of its first words."""


def wrong_words(article: Article, gold: str) -> Counter[str]:
    """How many words are too many or missing, by class."""
    owners = [
        (word, block.kind.value)
        for block in article.blocks
        if block.kind in BODY_KINDS
        for word in WORD.findall(block.text.lower())
    ]
    true = WORD.findall(gold.lower())
    wrong: Counter[str] = Counter()
    for step in LCSseq.opcodes([word for word, _ in owners], true):
        if step.tag in {"delete", "replace"}:
            wrong.update(f"too many: {kind}" for _, kind in owners[step.src_start : step.src_end])
        if step.tag in {"insert", "replace"}:
            missing = true[step.dest_start : step.dest_end]
            wrong[f"missing: {_whereabouts(article, missing)}"] += len(missing)
    return wrong


def _whereabouts(article: Article, missing: list[str]) -> str:
    """Where a stretch of words stands that is not where the checked text has it."""
    sought = f" {' '.join(missing[:KEY_WORDS])} "
    for place, text in _places(article):
        if sought in f" {' '.join(WORD.findall(text.lower()))} ":
            return place
    return "not as such in the page"


def _places(article: Article) -> Iterator[tuple[str, str]]:
    yield "it is the headline", article.title or ""
    yield "it is the standfirst", article.standfirst or ""
    for block in article.blocks:
        if block.kind not in BODY_KINDS:
            yield f"it is a {block.kind.value}", block.text
    for piece in article.removed:
        yield f"removed as {piece.reason.value}", piece.text
    yield "it stands elsewhere in the text", article.text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", type=Path, help="judge each page by a model in FOLDER that was not trained on it")
    parser.add_argument("--corpus", choices=("aeb", "wcxb"), action="append")
    options = parser.parse_args()
    for corpus in options.corpus or ("aeb", "wcxb"):
        gold = gold_of(corpus)
        of_pages: Counter[str] = Counter()
        of_words: Counter[str] = Counter()
        with held_out(options.models) as at:
            for key, content in pages(corpus):
                if key not in gold:
                    continue
                at[0] = key
                try:
                    article = clean(page_capture(key, content))
                except VerbatimError:
                    of_pages["no article found"] += 1
                    continue
                wrong = wrong_words(article, gold[key].get("articleBody") or gold[key].get("main_content") or "")
                of_words.update(wrong)
                if wrong:
                    of_pages[wrong.most_common(1)[0][0]] += 1
        print(f"\n{corpus}: {len(gold)} pages, {len(gold) - of_pages.total()} exactly right\n")
        print("| class | pages where it is the most | share of wrong words |\n| --- | ---: | ---: |")
        for name, count in of_words.most_common():
            print(f"| {name} | {of_pages[name]} | {count / of_words.total():.3f} |")


if __name__ == "__main__":
    main()
