"""Quotations with their sources and cues against a marked corpus of news, beside a baseline in the same run.

    python benchmarks/quotes.py [--part dev] [--half even|odd] [--predictions FILE]

Every article is analysed as `verbatim analyze --raw` does it, and held against PolNeAR's attributions by the scorer of
../shared/benchmarks. The baseline knows no syntax: it takes what stands between quotation marks, the nearest "said" in
the same paragraph as its cue, and the nearest capitalised words as its source. One half of the corpus may be looked at
to find errors, so that the other says what mending them is worth.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpora import CORPORA, scorer

from reader.analysis import analyse, warm_up
from reader.article import Article, public_record
from reader.cleaning import clean
from reader.intake import read_path

Prediction = dict[str, Any]

MARKED = re.compile(r"“([^“”\n]{12,})”|\"([^\"\n]{12,})\"")
SAID = re.compile(r"\b(?:said|says|told|added|wrote|tweeted|asked|according to)\b")
NAME = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)*)\b")
REACH_CHARACTERS = 60


def ours(path: str, article: Article) -> Prediction:
    return public_record(path, article, analyse(article))


def by_marks_alone(path: str, article: Article) -> Prediction:
    quotes = []
    for block in article.blocks:
        marked = [match.span(match.lastindex or 0) for match in MARKED.finditer(block.text)]
        for start, end in marked:
            cue = _nearest(SAID, block.text, start, end, marked)
            source = _nearest(NAME, block.text, *cue, marked) if cue else None
            quotes.append(
                {
                    "spans": [_placed((start, end), block.start)],
                    "cue": {"spans": [_placed(cue, block.start)]} if cue else None,
                    "speaker": {"spans": [_placed(source, block.start)]} if source else None,
                }
            )
    return {"path": path, "quotes": quotes}


def _nearest(
    pattern: re.Pattern[str], text: str, start: int, end: int, marked: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """The match outside the quotations that lies nearest to [start, end)."""
    found = [
        (max(match.start() - end, start - match.end()), match.span())
        for match in pattern.finditer(text, max(0, start - REACH_CHARACTERS), end + REACH_CHARACTERS)
        if not any(a < match.end() and match.start() < b for a, b in [*marked, (start, end)])
    ]
    return min(found)[1] if found else None


def _placed(span: tuple[int, int], start: int | None) -> list[int]:
    return [span[0] + (start or 0), span[1] + (start or 0)]


SYSTEMS: dict[str, Callable[[str, Article], Prediction]] = {"verbatim": ours, "marks and nearest": by_marks_alone}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("dev", "train"), default="dev")
    parser.add_argument("--half", choices=("even", "odd"), help="every second article alone")
    parser.add_argument("--predictions", type=Path, help="write what Verbatim reads there, one article a line")
    options = parser.parse_args()
    score = scorer("score_quotes")
    gold = _gold(score, CORPORA / "polnear" / options.part, options.half)
    articles = {path: clean(read_path(path, raw=True)) for path in gold}
    words = sum(len(article.text.split()) for article in articles.values())
    warm_up()
    print(f"{len(articles)} articles, {words:,} words, {sum(map(len, gold.values()))} attributions")
    for name, system in SYSTEMS.items():
        began = time.perf_counter()
        records = {path: system(str(path), article) for path, article in articles.items()}
        seconds = time.perf_counter() - began
        _print(name, score, gold, records, words / seconds)
        if system is ours and options.predictions:
            lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records.values())
            options.predictions.write_text("".join(lines), "utf-8")


def _gold(score: ModuleType, folder: Path, half: str | None) -> dict[Path, list[Any]]:
    """Each article's attributions by its first annotator, as the scorer takes them."""
    annotations: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotations.setdefault(path.stem.rpartition("_")[0], path)
    chosen = list(annotations.items())
    if half is not None:
        chosen = chosen[half == "odd" :: 2]
    texts = {stem: folder / "text" / f"{stem}.txt" for stem, _ in chosen}
    return {texts[stem]: score.read_gold(path, _words(score, texts[stem])) for stem, path in chosen}


def _words(score: ModuleType, path: Path) -> Any:
    """The scorer's view of an article: its words by number."""
    return score.Article(path.read_bytes().decode("utf-8"))


def _print(
    name: str, score: ModuleType, gold: dict[Path, list[Any]], records: dict[Path, Prediction], words_per_second: float
) -> None:
    pairs = [(gold[path], score.read_predicted(record, _words(score, path))) for path, record in records.items()]
    print(f"\n{name}: {sum(len(found) for _, found in pairs)} found, {words_per_second:,.0f} words a second")
    print(f"  {'':<16} precision  recall      F1")
    for figure, row in score.evaluate(pairs).items():
        print(f"  {figure:<16}" + "".join(f"{value:>9.3f}" for value in row), flush=True)


if __name__ == "__main__":
    main()
