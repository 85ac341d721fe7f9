"""Where quotations go wrong: attributed F1 by publisher and by kind of quotation, and the commonest errors with counts.

    python benchmarks/quote_errors.py [--part dev|train|transfer] [--half even|odd] [--model FOLDER] [--wrong]

A quotation is direct where all words of its content stand between marks, mixed where some do, indirect where none does;
recall is counted over the kinds in the corpus, precision over those of ours. Every attribution that is wrong or missing is
in one class of errors, by what the other side has in its place. `--wrong` prints each.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from corpora import scorer
from measuring import ours, read_with, table
from quotes import PARTS, folder_of, gold_of

from reader.analysis.marks import quotations
from reader.article import Article, Block, BlockKind, article_of


@dataclass(frozen=True)
class Judged:
    """One attribution of the corpus or of ours: its kind, and what is wrong with it (None where nothing is)."""

    side: str
    publisher: str
    kind: str
    wrong: str | None
    told: str


def quoted_words(words: Any, text: str) -> frozenset[int]:
    """The indices of the words that stand between quotation marks."""
    paragraphs: Article = article_of(Block(BlockKind.PARAGRAPH, line) for line in text.split("\n") if line.strip())
    inner, at = [], 0
    places = []
    for span, block in paragraphs.body():
        start = text.index(block.text, at)
        at = start + len(block.text)
        places.append((span.start, start))
    for quotation in quotations(paragraphs):
        for part in quotation.parts:
            shift = max((own for own in places if own[0] <= part.inner.start), default=(0, 0))
            inner.append((part.inner.start - shift[0] + shift[1], part.inner.end - shift[0] + shift[1]))
    found: frozenset[int] = words.inside(inner)
    return found


def kind_of(content: frozenset[int], quoted: frozenset[int]) -> str:
    inside = len(content & quoted)
    return "indirect" if not inside else "direct" if inside == len(content) else "mixed"


def fault(own: Any, others: Iterable[Any], paired: dict[int, Any], score: ModuleType, side: str) -> str | None:
    """What is wrong with an attribution that one side has, by what stands in its place on the other side."""
    other = paired.get(id(own))
    if other is not None:
        if score.same_source(own, other):
            return None
        ours_, theirs = (own, other) if side == "ours" else (other, own)
        if not ours_.source:
            return "right words, no source named"
        return "right words, another source" if theirs.source else "right words, a source where people name none"
    touching = [each for each in others if each.content & own.content]
    if not touching:
        roles = [each for each in others if (each.source | each.cue) & own.content]
        place = "read as its source or cue" if roles else "not there at all"
        return f"{'missed' if side == 'gold' else 'no report'}: {place}"
    if len(touching) > 1:
        return "cut in several" if side == "gold" else "several run together"
    (other,) = touching
    longer = own.content > other.content
    shorter = own.content < other.content
    if side == "gold":
        longer, shorter = shorter, longer
    return "too long by half" if longer else "too short by half" if shorter else "half beside it"


def judged(score: ModuleType, key: str, text: str, annotations: Path, record: dict[str, Any]) -> list[Judged]:
    """Every attribution of an article, those of the corpus and ours."""
    words = score.Article(text)
    gold, found = score.read_gold(annotations, words), score.read_predicted(record, words)
    quoted = quoted_words(words, text)
    paired = {id(a): b for g, p in score.pairs(gold, found) for a, b in ((g, p), (p, g))}
    publisher = key.partition("_")[0]
    show = partial(_told, text, words.words)
    return [
        Judged(side, publisher, kind_of(each.content, quoted), fault(each, others, paired, score, side), show(each))
        for side, own, others in (("gold", gold, found), ("ours", found, gold))
        for each in own
    ]


def _told(text: str, places: list[tuple[int, int]], attribution: Any) -> str:
    """An attribution in one line: source | cue | content."""

    def of(part: frozenset[int]) -> str:
        order = sorted(part)
        runs = [i for i in order if i - 1 not in part]
        ends = [i for i in order if i + 1 not in part]
        return " … ".join(text[places[a][0] : places[b][1]] for a, b in zip(runs, ends, strict=True))

    return " | ".join(of(part) for part in (attribution.source, attribution.cue, attribution.content))


def show_by(found: list[Judged], name: str, key: Callable[[Judged], str]) -> None:
    """Prints attributed precision, recall and F1 for each value of a key."""
    rows = []
    for value in sorted({key(each) for each in found}):
        share = {}
        for side in ("ours", "gold"):
            own = [each for each in found if each.side == side and key(each) == value]
            share[side] = (sum(each.wrong is None for each in own) / len(own) if own else 0.0, len(own))
        (precision, _), (recall, number) = share["ours"], share["gold"]
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        rows.append((value, number, precision, recall, f1))
    print()
    table((name, "marked", "precision", "recall", "F1"), rows)


def show_errors(found: list[Judged]) -> None:
    """Prints how many of the corpus's and of ours are wrong in each way, by kind, the commonest first."""
    for side, title in (("gold", "people's, not right in ours"), ("ours", "ours, not right by people's")):
        wrong = [each for each in found if each.side == side and each.wrong]
        counts = Counter((each.wrong, each.kind) for each in wrong)
        totals = Counter(each.wrong for each in wrong)
        kinds = ("direct", "mixed", "indirect")
        print()
        table(
            (title, *kinds, "all"),
            ((f"{name:<48}", *(counts[name, kind] for kind in kinds), n) for name, n in totals.most_common()),
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS, default="dev")
    parser.add_argument("--half", choices=("even", "odd"), help="every second article alone")
    parser.add_argument("--model", type=Path, help="instead of the model that ships")
    parser.add_argument("--wrong", action="store_true", help="print each that is wrong")
    options = parser.parse_args()
    score = scorer("score_quotes")
    if options.model:
        read_with(options.model)
    with folder_of(options.part) as folder:
        texts, gold = gold_of(folder, options.half)
        records = ours(texts).records
        found = [each for key in texts for each in judged(score, key, texts[key], gold[key], records[key])]
    show_by(found, "publisher", lambda each: each.publisher)
    show_by(found, "kind", lambda each: each.kind)
    show_errors(found)
    for each in found if options.wrong else ():
        if each.wrong:
            print(f"\n{each.side} {each.publisher} {each.kind}: {each.wrong}\n    {each.told}")


if __name__ == "__main__":
    main()
