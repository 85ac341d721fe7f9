"""How quick searching is, and how small the library: questions of every kind asked of a large library of generated articles.

    python benchmarks/search.py [--articles 10000] [--fresh] [--only LINE]

Each question is new, as one that a reader types: what is measured is the time to the first answers, the passages that
they show included. The aims are 50 ms for 95 of 100 questions, 20 ms to add an article besides its analysis, and a
library of at most three times its text, the captures apart. `large_library.py` makes the library, in minutes; it is
kept in the system's folder for temporary files and used again. Beside the time that passes stands the time that the
processor worked: on a machine that does other things meanwhile only that one says anything.

The vectors of the search by meaning are drawn here, for its speed does not hang on what they say; what it finds is
measured by `meaning.py`. A question's own vector, which the model makes in another process, is not counted.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from large_library import World, fill, made_article, text_bytes, world

from reader.article import Capture
from reader.library import Library, ListKind, Query, question
from reader.library.nearness import DIMENSIONS

SEED = 23
QUESTIONS, ADDED = 60, 40
FIRST = 20
"""So many answers stand in the list before it is scrolled."""
SUBJECTS = 400
"""So many subjects the drawn vectors stand around."""
SCROLLED = 60
"""So many lines the list reads at once."""
Timed = tuple[float, float]


def kinds_of_question(of: World, chance: random.Random) -> dict[str, Callable[[], str]]:
    """What a reader asks, kind by kind; each call gives another question."""
    words, people, places = of.words, [name for name, _ in of.people], of.places

    def some(first: int, last: int) -> str:
        return chance.choice(words[first:last])

    return {
        "a common word": lambda: f"{some(5, 150)} ",
        "a word": lambda: f"{some(150, 6000)} ",
        "a rare word": lambda: f"{some(6000, 60000)} ",
        "the beginning of a word": lambda: some(150, 6000)[:4],
        "two words": lambda: f"{some(20, 2000)} {some(20, 2000)} ",
        "three words, one unfinished": lambda: f"{some(20, 1000)} {some(20, 1000)} {some(20, 1000)[:3]}",
        "a phrase": lambda: f'"{some(5, 60)} {some(5, 60)}" ',
        "a part of a word": lambda: f"*{some(150, 6000)[1:5]:x<3}* ",
        "words near each other": lambda: f'"{some(5, 300)} {some(5, 300)}"~5 ',
        "either, or, and not": lambda: f"({some(20, 900)} OR {some(20, 900)}) -{some(20, 900)} ",
        "a word of the headline": lambda: f"title:{some(150, 6000)} ",
        "a word, unread, of some years": lambda: f"{some(20, 2000)} is:unread after:2021-03 before:2024 ",
        "a person": lambda: f'person:"{chance.choice(people)}" ',
        "a word and a place": lambda: f'{some(20, 2000)} place:"{chance.choice(places)}" ',
        "who said it": lambda: f'said-by:"{chance.choice(people)}" ',
        "who said it about what, since when": (
            lambda: f"said-by:{chance.choice(people[:400]).split()[-1].lower()} about:{some(150, 3000)} after:2018-03 "
        ),
        "words that were said": lambda: f"quote:{some(150, 6000)} ",
        "words, and what is near in meaning": lambda: f"{some(20, 2000)} {some(150, 3000)} {some(150, 3000)} ",
        "meaning, of a site and some years": lambda: (
            f"{some(150, 3000)} {some(150, 3000)} site:{chance.choice(of.outlets)[1]} after:2021 "
        ),
        "more like this": lambda: f"like:{chance.randint(1, 500)} ",
        "states alone": lambda: chance.choice(("is:unread ", "has:quote ", "lang:en after:2025 ", "added:1y ")),
    }


def timed_ms(deed: Callable[[], object]) -> Timed:
    """How long a deed takes, and how long the processor works on it, in milliseconds."""
    begun, worked = time.perf_counter(), time.thread_time()
    deed()
    return (time.perf_counter() - begun) * 1000, (time.thread_time() - worked) * 1000


def drawn(chance: np.random.Generator, around: np.ndarray | None = None) -> bytes:
    """A vector, near another where one is given."""
    vector = chance.normal(size=DIMENSIONS)
    if around is not None:
        vector = vector * 0.8 + around
    return np.clip(np.rint(vector * 32), -127, 127).astype(np.int8).tobytes()


def give_vectors(library: Library) -> None:
    """Gives every article that has none a vector near one of some subjects."""
    chance = np.random.default_rng(SEED)
    subjects = chance.normal(size=(SUBJECTS, DIMENSIONS))
    library.meanings.begin("drawn")
    while waiting := library.meanings.missing(most=500):
        library.meanings.keep([(each, drawn(chance, subjects[each.article % SUBJECTS])) for each in waiting])


def first_answers(library: Library, query: Query) -> None:
    """What the list shows first."""
    if question(query.words).of_quotes:
        library.quotes_found(query, 0, FIRST)
    else:
        library.rows(query, 0, FIRST)


def told(times: Sequence[Timed]) -> str:
    """The median and what 95 of 100 stay under, passed and worked."""
    parts = []
    for which in (0, 1):
        values = [each[which] for each in times]
        parts.append(f"{statistics.median(values):6.1f} {statistics.quantiles(values, n=20)[-1]:7.1f}")
    return "   ".join(parts)


def searching(library: Library, of: World, only: str) -> Iterator[tuple[str, str]]:
    """Every kind of question, and all of them together."""
    chance, vectors = random.Random(SEED), np.random.default_rng(SEED)
    subjects = vectors.normal(size=(SUBJECTS, DIMENSIONS))
    first_answers(library, Query(words="nothing ", meaning=drawn(vectors)))  # which brings the vectors into memory
    every: list[Timed] = []
    for name, ask in kinds_of_question(of, chance).items():
        if only and only not in name:
            continue
        asked = [Query(words=words) for words in dict.fromkeys(ask() for _ in range(QUESTIONS))]
        if "meaning" in name:
            asked = [replace(query, meaning=drawn(vectors, subjects[vectors.integers(SUBJECTS)])) for query in asked]
        times = [timed_ms(lambda query=query: first_answers(library, query)) for query in asked]  # type: ignore[misc]
        every += times
        yield name, told(times)
    yield "all questions", told(every)


def paging(library: Library) -> Iterator[tuple[str, str]]:
    """What scrolling reads, from anywhere in a list, and the page of somebody, those most in the news first."""
    chance = random.Random(SEED)
    for name, query in (("the list, scrolled", Query()), ("the unread, scrolled", Query(ListKind.UNREAD))):
        most = library.count(query)
        places = [chance.randrange(0, max(1, most - SCROLLED)) for _ in range(QUESTIONS)]
        yield name, told([timed_ms(lambda q=query, at=at: library.rows(q, at, SCROLLED)) for at in places])  # type: ignore[misc]
    people = [thing.id for thing in library.people.rows(limit=QUESTIONS)]
    yield "somebody's page", told([timed_ms(lambda thing=thing: somebody(library, thing)) for thing in people])  # type: ignore[misc]


def somebody(library: Library, thing: int) -> None:
    """All that a person's page shows first."""
    library.people.page(thing)
    library.people.quotes(thing, limit=SCROLLED)
    library.people.articles(thing, limit=400)
    library.people.company(thing)


def adding(library: Library, of: World, number: int) -> Iterator[tuple[str, str]]:
    """Articles that come in one by one, and the storing of what was read out of them."""
    adds, stores = [], []
    for i in range(ADDED):
        article, analysis = made_article(of, number + i, number + ADDED)
        capture = Capture(
            f"{SEED} {number + i} {time.time_ns()}".encode(), "text/plain", "new.txt", "file", datetime.now(UTC)
        )
        added: list[int] = []
        adds.append(timed_ms(lambda c=capture, a=article, to=added: to.append(library.add(c, a).id)))  # type: ignore[misc]
        stores.append(timed_ms(lambda of=added, a=analysis: library.store_analysis(of[0], a)))  # type: ignore[misc]
    yield "add an article", told(adds)
    yield "store its analysis", told(stores)


def size_of(library: Library) -> tuple[int, float]:
    """How many articles there are, and how many times their text the library takes without its captures."""
    with library._store.reading() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        whole = driver.execute("PRAGMA page_count").fetchone()[0] * driver.execute("PRAGMA page_size").fetchone()[0]
        apart = driver.execute("SELECT sum(length(content)) FROM captures").fetchone()[0] or 0
        number = driver.execute("SELECT count(*) FROM articles").fetchone()[0]
    return number, (whole - apart) / (text_bytes(library) * number)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--articles", type=int, default=10_000)
    asked.add_argument("--fresh", action="store_true", help="make a new library even if there is one")
    asked.add_argument("--only", default="", help="only the kinds of questions with these words in their name")
    options = asked.parse_args()
    folder = Path(tempfile.gettempdir()) / f"verbatim-search-{options.articles}"
    if options.fresh or not (folder / "ready").is_file():
        shutil.rmtree(folder, ignore_errors=True)
    of = world()
    with Library.open(folder) as library:
        if library.new:
            begun = time.monotonic()
            for done in fill(library, options.articles):
                if done % 5000 == 0:
                    print(f"  {done:,} made", file=sys.stderr, flush=True)
            (folder / "ready").touch()
            print(f"made in {time.monotonic() - begun:.0f} s")
        number, ratio = size_of(library)
        print(f"{number:,} articles with {library.count_quotes(Query()):,} quotations; {ratio:.2f} times their text")
        print(f"{'':40}  passed, ms       worked, ms\n{'':40}median     p95   median     p95")
        give_vectors(library)
        measured = chain(searching(library, of, options.only), paging(library), adding(library, of, number))
        for name, line in measured:
            print(f"  {name:38}{line}", flush=True)


if __name__ == "__main__":
    main()
