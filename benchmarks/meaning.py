"""Whether search by meaning finds what the words do not: pages of the corpora, looked for by their headlines.

    python benchmarks/meaning.py [--pages 800]

Every English page of aeb and wcxb becomes an article whose headline is kept from it, and is then looked for: by the whole
headline; by three of its telling words, as somebody types who remembers what it was about; and by such three of which
at least one is not in the article, as somebody types who remembers it in other words. By the words alone, as the library
ranks them; by the vectors alone; and by both, as the window asks. MRR is the mean of 1 / the rank of the page itself,
R@10 the share of pages among the first ten. Many pages are about the same as others, so that no way could find all.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpora import page_capture, pages

from reader.analysis.meaning import encoder
from reader.article import Article, UnreadableInput, article_of
from reader.cleaning import clean
from reader.library import Library, Query, meant, question
from reader.library.grammar.words import folded_words
from reader.library.nearness import nearest

FEWEST_WORDS = 120
TELLING = 3
FIRST = 50
Ask = Callable[[str], list[int]]


def told_pages(most: int) -> Iterator[tuple[str, Article]]:
    """The English pages that have a headline and enough to say: the headline, and the article without it."""
    for corpus in ("aeb", "wcxb"):
        for key, content in pages(corpus):
            try:
                article = clean(page_capture(key, content))
            except UnreadableInput:
                continue
            english = (article.language or "en").startswith("en")
            if article.title and english and len(article.text.split()) >= FEWEST_WORDS:
                yield article.title, article_of(article.blocks, url=f"https://{corpus}.example/{key}", language="en")
            if (most := most - 1) <= 0:
                return


def plain(words: Sequence[str]) -> str:
    """Words as a question without any operator, the last one finished."""
    return " ".join(word for word in words if word not in {"and", "or", "not"}) + " "


def questions(told: dict[int, tuple[str, Article]]) -> dict[str, dict[int, str]]:
    """What is asked, kind by kind, of each article that can be asked for so."""
    within = {number: set(folded_words(article.text)) for number, (_, article) in told.items()}
    held = Counter(word for words in within.values() for word in words)
    asked: dict[str, dict[int, str]] = {
        "the whole headline": {},
        "three telling words": {},
        "one of three not in it": {},
    }
    for number, (title, _) in told.items():
        words = [word for word in dict.fromkeys(folded_words(title)) if re.fullmatch(r"[^\W\d_]{4,}", word)]
        rarest = sorted(words, key=lambda word: (held[word] or len(told), word))
        asked["the whole headline"][number] = plain(folded_words(title))
        if len(words) < TELLING:
            continue
        asked["three telling words"][number] = plain(rarest[:TELLING])
        missing = [word for word in rarest if word not in within[number]]
        if missing:
            asked["one of three not in it"][number] = plain(
                [missing[0], *(word for word in rarest if word != missing[0])][:TELLING]
            )
    return asked


def ways(library: Library) -> dict[str, Ask]:
    """By the words, by the meaning, by both: the first answers of each."""

    def vector(words: str) -> bytes | None:
        said = meant(question(words))
        return None if said is None else encoder().question(said)

    def by_meaning(words: str) -> list[int]:
        made = vector(words)
        with library._store.reading() as connection:
            return [] if made is None else nearest(connection, made, FIRST)

    def by_words(words: str, made: bytes | None = None) -> list[int]:
        return [row.id for row in library.rows(Query(words=words, meaning=made), 0, FIRST)]

    return {"words": by_words, "meaning": by_meaning, "both": lambda words: by_words(words, vector(words))}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--pages", type=int, default=100_000, help="so many pages at most")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder)) as library:
        told: dict[int, tuple[str, Article]] = {}
        for title, article in told_pages(options.pages):
            added = library.add(page_capture(str(len(told)), f"{len(told)} {title}".encode()), article)
            if not added.duplicate:
                told[added.id] = (title, article)
        if not told:
            print("meaning: the corpora do not lie beside this checkout, so nothing is measured")
            return
        begun, number = time.process_time(), 0
        while waiting := library.meanings.missing():
            library.meanings.keep([(each, encoder().article(each.title, each.text)) for each in waiting])
            number += len(waiting)
        print(
            f"{number:,} articles; {(time.process_time() - begun) / number * 1000:.0f} ms of the processor for each vector"
        )
        print(f"{'':26}{'':10}  MRR   R@1  R@10  answered")
        for kind, texts in questions(told).items():
            for way, ask in ways(library).items():
                ranks = []
                for wanted, words in texts.items():
                    found = ask(words)
                    ranks.append((found.index(wanted) + 1 if wanted in found else None, bool(found)))
                marks = (
                    sum(1 / rank for rank, _ in ranks if rank),
                    sum(rank == 1 for rank, _ in ranks),
                    sum(rank is not None and rank <= 10 for rank, _ in ranks),
                    sum(answered for _, answered in ranks),
                )
                shown = "".join(f"{mark / len(ranks):6.3f}" for mark in marks)
                print(f"  {f'{kind} ({len(ranks)})':26}{way:10}{shown}", flush=True)


if __name__ == "__main__":
    main()
