"""How quick and how small the library is: adds generated articles, and prints what a reader waits for.

    python benchmarks/library.py [ARTICLES] [--fresh]

The text is of an invented vocabulary whose words are as rare and as common as those of a language (Zipf), so that
search meets common and rare words. The ratios matter: a page at the end of the list against one at its beginning, the
file's size over the text's. The library is kept in the system's folder for temporary files and used again by the next
run of the same size, unless it is asked for afresh.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import accumulate
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reader.article import Article, Block, BlockKind, Capture, Span, anchor_of, article_of
from reader.library import AddNote, EditNote, Library, ListKind, Query, SetArchived, SetRead, Tag, Trash

VOCABULARY_WORDS = 40_000
ARTICLE_WORDS = 600
PARAGRAPH_WORDS = 60
SEED = 7
LETTERS = ("b", "br", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "w")
VOWELS = ("a", "e", "i", "o", "u", "ei", "ou")


def vocabulary(chance: random.Random) -> list[str]:
    """Invented words, the most common first and shortest."""
    words: dict[str, None] = {}
    while len(words) < VOCABULARY_WORDS:
        syllables = 2 if len(words) < 200 else 3 if len(words) < 4000 else 4
        words["".join(chance.choice(LETTERS) + chance.choice(VOWELS) for _ in range(syllables))] = None
    return list(words)


def articles(number: int, words: list[str], chance: random.Random) -> Iterator[tuple[Capture, Article]]:
    """Generated articles, each with the capture that it might have come from."""
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    moment = datetime(2026, 11, 1, tzinfo=UTC)
    for i in range(number):
        chosen = chance.choices(words, cum_weights=weights, k=ARTICLE_WORDS)
        blocks = [
            Block(BlockKind.PARAGRAPH, " ".join(chosen[at : at + PARAGRAPH_WORDS]).capitalize() + ".")
            for at in range(0, ARTICLE_WORDS, PARAGRAPH_WORDS)
        ]
        title = " ".join(chance.choices(words, cum_weights=weights, k=8)).capitalize()
        made = article_of(blocks, title=title, publisher=chance.choice(words), authors=(chance.choice(words).title(),))
        content = f"{title}\n\n{made.text}".encode()
        yield Capture(content, "text/plain", f"{i}.txt", "file", moment), made


def timed_ms(deed: Callable[[], object]) -> float:
    """How long a deed takes, in milliseconds."""
    begun = time.perf_counter()
    deed()
    return (time.perf_counter() - begun) * 1000


def p95(values: list[float]) -> float:
    """The value that 95 of 100 stay under."""
    return statistics.quantiles(values, n=20)[-1]


def fill(library: Library, number: int, words: list[str], chance: random.Random) -> list[float]:
    """Add the articles, and do with them what a reader does; how long each took to add."""
    times = []
    for capture, article in articles(number, words, chance):
        times.append(timed_ms(lambda c=capture, a=article: library.add(c, a, sample=True)))  # type: ignore[misc]
        if len(times) % 5000 == 0:
            print(f"  {len(times):,} added", file=sys.stderr)
    ids = list(range(1, number + 1))
    library.perform(SetRead(tuple(ids[::2])))
    library.perform(SetArchived(tuple(ids[::3])))
    library.perform(Trash(tuple(ids[::50])))
    library.perform(Tag(tuple(ids[::20]), ("brief",)))
    return times


def report(library: Library, words: list[str], chance: random.Random) -> Iterator[tuple[str, str]]:
    """What the reader waits for, measured."""
    total = library.count(Query())
    queries = {"all": Query(), "unread": Query(ListKind.UNREAD), "tagged": Query(tag="brief")}
    for name, query in queries.items():
        last = max(0, library.count(query) - 100)
        first_ms = statistics.median(timed_ms(lambda q=query: library.rows(q)) for _ in range(15))  # type: ignore[misc]
        last_ms = statistics.median(timed_ms(lambda q=query, o=last: library.rows(q, o)) for _ in range(15))  # type: ignore[misc]
        yield f"list {name}: first page, last page", f"{first_ms:.1f} ms, {last_ms:.1f} ms ({last_ms / first_ms:.1f}×)"
    yield "counts of all lists", f"{statistics.median(timed_ms(library.counts) for _ in range(9)):.1f} ms"
    yield (
        "index of an article",
        f"{statistics.median(timed_ms(lambda: library.index_of(Query(), 2)) for _ in range(9)):.1f} ms",
    )
    yield "list of what has no analysis", f"{timed_ms(library.unanalysed):.0f} ms"
    for name, choice in {"one word": words[200:], "a rare word": words[5000:], "a common word": words[5:60]}.items():
        asked = [Query(words=chance.choice(choice)) for _ in range(60)]
        times = [timed_ms(lambda q=query: library.rows(q)) for query in asked]  # type: ignore[misc]
        yield f"search for {name}, median, p95", f"{statistics.median(times):.1f} ms, {p95(times):.1f} ms"
    pairs = [Query(words=f"{chance.choice(words[20:2000])} {chance.choice(words[20:2000])}"[:-1]) for _ in range(60)]
    times = [timed_ms(lambda q=query: library.rows(q)) for query in pairs]  # type: ignore[misc]
    yield "search for two words, unfinished, median, p95", f"{statistics.median(times):.1f} ms, {p95(times):.1f} ms"
    ids = [row.id for row in library.rows(Query(), chance.randrange(max(1, total - 100)), 50)]
    yield "open an article, median", f"{statistics.median(timed_ms(lambda i=i: library.opened(i)) for i in ids):.1f} ms"  # type: ignore[misc]
    text = library.opened(ids[0]).article.text
    keys = [str(uuid.uuid4()) for _ in range(100)]
    times = [
        timed_ms(lambda k=k: library.perform(AddNote(k, ids[0], anchor_of(text, Span(10, 60)), "Note"))) for k in keys
    ]  # type: ignore[misc]
    yield "save a new note, median, p95", f"{statistics.median(times):.1f} ms, {p95(times):.1f} ms"
    times = [timed_ms(lambda i=i: library.perform(EditNote(keys[i % 9], f"Note {i}"))) for i in range(100)]  # type: ignore[misc]
    yield "save an edited note, median, p95", f"{statistics.median(times):.1f} ms, {p95(times):.1f} ms"
    yield "mark all as read", f"{timed_ms(lambda: library.perform(SetRead(tuple(range(1, total + 1))))):.0f} ms"
    yield "undo that", f"{timed_ms(library.undo):.0f} ms"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("articles", type=int, nargs="?", default=2000)
    arguments.add_argument("--fresh", action="store_true", help="fill a new library even if there is one")
    asked = arguments.parse_args()
    folder = Path(tempfile.gettempdir()) / f"verbatim-benchmark-{asked.articles}"
    if asked.fresh:
        shutil.rmtree(folder, ignore_errors=True)
    chance = random.Random(SEED)
    words = vocabulary(chance)
    opened_ms = time.perf_counter()
    library = Library.open(folder)
    lines = [("open the library", f"{(time.perf_counter() - opened_ms) * 1000:.1f} ms")]
    if library.new:
        times = fill(library, asked.articles, words, chance)
        lines.append(("add an article, median, p95", f"{statistics.median(times):.1f} ms, {p95(times):.1f} ms"))
    lines += report(library, words, chance)
    lines.append(("make and check a backup", f"{timed_ms(library.backup):.0f} ms"))
    text_bytes = sum(len(library.opened(row.id).article.text.encode()) for row in library.rows(Query(), 0, 300))
    each = text_bytes / max(1, min(300, library.count(Query())))
    library.close()
    size = (folder / "library.db").stat().st_size
    lines.append(("file over text, without analyses", f"{size / (each * asked.articles):.2f} ({size / 1e6:.0f} MB)"))
    print(f"{asked.articles:,} articles of {ARTICLE_WORDS} words")
    for name, value in lines:
        print(f"  {name:<48}{value}")


if __name__ == "__main__":
    main()
