"""Whether what a reader marked is found again in another cleaning of the page: highlights on the checked pages.

    python benchmarks/anchors.py [--pages N] [--marks N] [--seed N] [--misses FILE]

A page is cleaned twice, by Verbatim and by trafilatura or readability; passages of all lengths, from one word to several
paragraphs, are marked in one text and looked for in the other. In *changed*, the other text is Verbatim's own after an
editor went over it: paragraphs gone, moved and new, sentences reworded, quotation marks and dashes set anew.

Where a passage stands in the other text is known from an alignment of all their words (the longest common subsequence),
which sees what an anchor does not: the whole page. A passage whose words are all there in a row counts as *there*, the
others as *changed* (some of the words) or *gone*. What the alignment cannot tell (a few words that stand in many places,
apart from what stood around them) is left out and counted as unclear.

    right      at its very words; of changed ones, at two thirds of them, or where hardly changed words stand
    guessed    there too, and shown as a guess
    orphan     listed with its words
    wrong      elsewhere, and shown as certain
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpora import CORPORA, page_capture, pages
from extraction import by_readability, by_trafilatura, gold_of
from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from reader.article import Placement, Span, VerbatimError, anchor_of
from reader.cleaning import clean
from reader.library import place

LEAST_WORDS = 80
RUN_WORDS = 6
"""So many words in a row that the two texts share are the same passage, whatever else is like them."""
ALIKE = 0.85
LENGTHS = ((1, 3), (4, 12), (13, 40), (41, 150))
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
OUTCOMES = ("right", "guessed", "orphan", "wrong", "guessed elsewhere")


class Words:
    """A text's words as they are compared, and where each stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = [(match.span(), match.group()) for match in WORD.finditer(text)]
        self.spans = [span for span, _ in found]
        self.words = [unicodedata.normalize("NFKD", word).casefold().replace("’", "'") for _, word in found]
        self.letters = "".join(self.words)

    def span(self, start: int, end: int) -> Span:
        return Span(self.spans[start][0], self.spans[end - 1][1])

    def covered(self, span: Span) -> tuple[int, int] | None:
        """The words from the first to the last one that a span touches."""
        inside = [i for i, (start, end) in enumerate(self.spans) if start < span.end and span.start < end]
        return (inside[0], inside[-1] + 1) if inside else None

    def has_like(self, letters: str) -> bool:
        """Whether hardly changed words stand anywhere, so that nobody can say that they are gone."""
        return fuzz.partial_ratio(letters, self.letters) >= 100 * ALIKE

    def occurrences(self, words: list[str]) -> list[int]:
        return [i for i, word in enumerate(self.words) if word == words[0] and self.words[i : i + len(words)] == words]


class Alignment:
    """Which word of one text is which of the other."""

    def __init__(self, one: Words, other: Words) -> None:
        numbers: dict[str, int] = {}
        a, b = ([numbers.setdefault(word, len(numbers)) for word in words.words] for words in (one, other))
        self.partner: dict[int, int] = {}
        self.run: dict[int, int] = {}
        for code in Indel.opcodes(a, b):
            if code.tag == "equal":
                length = code.src_end - code.src_start
                for step in range(length):
                    self.partner[code.src_start + step] = code.dest_start + step
                    self.run[code.src_start + step] = length


@dataclass(frozen=True)
class Truth:
    """Where a passage stands in the other text: `words` is None where it is gone, `kind` None where nobody can tell."""

    kind: str | None
    words: tuple[int, int] | None = None


def truth_of(one: Words, other: Words, alignment: Alignment, start: int, end: int) -> Truth:
    """What became of the words from `start` to `end`."""
    matched = [alignment.partner[i] for i in range(start, end) if i in alignment.partner]
    whole = len(matched) == end - start and matched[-1] - matched[0] == end - start - 1
    if whole and min(alignment.run[i] for i in range(start, end)) >= RUN_WORDS:
        return Truth("there", (matched[0], matched[-1] + 1))
    words = one.words[start:end]
    here, there = one.occurrences(words), other.occurrences(words)
    if len(here) == len(there) == 1 and end - start > 1:
        return Truth("there", (there[0], there[0] + len(words)))
    firm = [alignment.partner[i] for i in range(start, end) if alignment.run.get(i, 0) >= RUN_WORDS]
    if firm and len(firm) * 2 >= end - start and firm[-1] - firm[0] < 2 * (end - start):
        return Truth("changed", (firm[0], firm[-1] + 1))
    if not firm and len(matched) * 3 < end - start and not other.has_like("".join(words)):
        return Truth("gone")
    return Truth(None)


def outcome(words: Sequence[str], other: Words, placed: Placement, truth: Truth) -> str:
    """How a passage was placed, as in OUTCOMES."""
    at = other.covered(placed.span) if placed.span is not None else None
    if at is None:
        return "orphan"
    same = truth.kind == "changed" and Indel.normalized_similarity(words, other.words[at[0] : at[1]]) >= ALIKE
    if same or (truth.words is not None and _meets(at, truth)):
        return "right" if placed.sure else "guessed"
    return "wrong" if placed.sure else "guessed elsewhere"


def _meets(at: tuple[int, int], truth: Truth) -> bool:
    """Whether that is the place: to the word for words that are there, two thirds of them for changed ones."""
    assert truth.words is not None
    if truth.kind == "there":
        return at == truth.words
    shared = min(at[1], truth.words[1]) - max(at[0], truth.words[0])
    return 3 * shared >= 2 * (max(at[1], truth.words[1]) - min(at[0], truth.words[0]))


def marks(words: Words, count: int, chance: random.Random) -> Iterator[tuple[int, int]]:
    """Passages such as readers mark, as ranges of words: as many of each length."""
    for number in range(count):
        least, most = LENGTHS[number % len(LENGTHS)]
        length = min(chance.randint(least, most), len(words.words))
        start = chance.randrange(len(words.words) - length + 1)
        yield start, start + length


def edited_by_an_editor(text: str, chance: random.Random) -> str:
    """The article a day later: some paragraphs gone, one moved, one new; sentences reworded; signs set anew."""
    kept = [part for part in text.split("\n\n") if chance.random() > 0.08]
    if len(kept) > 4:
        moved = kept.pop(chance.randrange(len(kept)))
        kept.insert(chance.randrange(len(kept)), moved)
    kept.insert(chance.randrange(len(kept) + 1), "This story has been updated with a statement that came in later.")
    made = []
    for part in kept:
        sentences = re.split(r"(?<=[.!?]) ", part)
        made.append(" ".join(_reworded(s, chance) if chance.random() < 0.15 else s for s in sentences))
    signs = {"“": '"', "”": '"', "’": "'", "–": "-", "—": " - "}
    return "\n\n".join(made).translate(str.maketrans(signs))


def _reworded(sentence: str, chance: random.Random) -> str:
    words = sentence.split(" ")
    at = chance.randrange(len(words))
    return " ".join(chance.choice(([*words[:at], *words[at + 1 :]], [*words[:at], "reportedly", *words[at:]])))


def ours(key: str, content: bytes) -> str:
    try:
        return clean(page_capture(key, content)).text
    except VerbatimError:
        return ""


def cleanings(key: str, content: bytes, chance: random.Random) -> dict[str, tuple[str, str]]:
    """Pairs of texts of a page, by what they stand for: the one that is marked, and the other one."""
    mine = ours(key, content)
    trafilatura = by_trafilatura(key, content).get("text", "")
    readability = by_readability(key, content).get("text", "")
    return {
        "Verbatim, then trafilatura": (mine, trafilatura),
        "trafilatura, then Verbatim": (trafilatura, mine),
        "Verbatim, then readability": (mine, readability),
        "readability, then Verbatim": (readability, mine),
        "Verbatim, then changed": (mine, edited_by_an_editor(mine, chance)),
    }


@dataclass
class Tally:
    """Outcomes by the pair of cleanings and by what became of the words."""

    counts: Counter[tuple[str, str, str]]
    misses: list[str]
    seconds: float = 0.0


def measure(most: int, count: int, seed: int) -> Tally:
    """Marks so many passages on each of so many pages of each corpus, in every pair of cleanings."""
    tally = Tally(Counter(), [])
    for corpus in ("aeb", "wcxb"):
        gold = gold_of(corpus)
        every = [(key, content) for key, content in pages(corpus) if key in gold]
        for key, content in random.Random(seed).sample(every, min(most, len(every))):
            chance = random.Random(f"{seed} {key}")
            for pair, texts in cleanings(key, content, chance).items():
                one, other = (Words(text) for text in texts)
                if min(len(one.words), len(other.words)) < LEAST_WORDS:
                    tally.counts[pair, "page", "unread"] += 1
                    continue
                _mark(tally, f"{corpus} {key}", pair, one, other, marks(one, count, chance))
    return tally


def _mark(tally: Tally, page: str, pair: str, one: Words, other: Words, made: Iterator[tuple[int, int]]) -> None:
    alignment = Alignment(one, other)
    for passage in made:
        truth = truth_of(one, other, alignment, *passage)
        if truth.kind is None:
            tally.counts[pair, "unclear", "left out"] += 1
            continue
        began = time.process_time()
        placed = place(anchor_of(one.text, one.span(*passage)), other.text)
        tally.seconds += time.process_time() - began
        found = outcome(one.words[slice(*passage)], other, placed, truth)
        tally.counts[pair, truth.kind, found] += 1
        if found == "wrong" or (truth.kind == "there" and found != "right"):
            words = " ".join(one.text[slice(*one.span(*passage))].split())
            there = " ".join(other.text[slice(*placed.span)].split()) if placed.span is not None else ""
            tally.misses.append(f"{found}\t{truth.kind}\t{pair}\t{page}\t{placed.score:.2f}\t{words}\t{there}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=60, help="pages of each corpus")
    parser.add_argument("--marks", type=int, default=16, help="passages on each page and pair of cleanings")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--misses", type=Path, help="write what was not placed right there, one a line")
    options = parser.parse_args()
    if not CORPORA.is_dir():
        print("anchors: the corpora do not lie beside this checkout, so nothing is measured")
        return
    tally = measure(options.pages, options.marks, options.seed)
    counts = tally.counts
    pairs = list(dict.fromkeys(pair for pair, _, _ in counts))
    for kind in ("there", "changed", "gone"):
        print(f"\n{kind}\n")
        print(f"| | passages | {' | '.join(OUTCOMES)} |\n| --- |{' ---: |' * (len(OUTCOMES) + 1)}")
        for pair in [*pairs, "all"]:
            row = [
                _sum(counts, lambda key, o=o, p=pair, k=kind: key[1:] == (k, o) and p in (key[0], "all"))
                for o in OUTCOMES
            ]
            total = sum(row)
            print(f"| {pair} | {total:,} | {' | '.join(f'{100 * n / max(1, total):.2f}' for n in row)} |")
    total = _sum(counts, lambda key: key[2] in OUTCOMES)
    unclear = _sum(counts, lambda key: key[1] == "unclear")
    print(
        f"\n{total:,} passages; {unclear:,} more were unclear; {1000 * tally.seconds / max(1, total):.1f} ms each to place"
    )
    if options.misses:
        options.misses.write_text("\n".join(sorted(tally.misses)) + "\n", "utf-8")


def _sum(counts: Counter[tuple[str, str, str]], chosen: Callable[[tuple[str, str, str]], bool]) -> int:
    return sum(number for key, number in counts.items() if chosen(key))


if __name__ == "__main__":
    main()
