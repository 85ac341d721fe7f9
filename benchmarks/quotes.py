"""Quotations with their sources and cues against marked news, beside baselines in the same run.

    python benchmarks/quotes.py [--part dev|train|transfer] [--half even|odd] [--model FOLDER ...] [--predictions FILE]

Every article is analysed as `verbatim analyze --raw` does it, and held against PolNeAR's attributions, or against those
that were annotated for this project on Wikinews (`transfer`: another decade, other countries, another kind of writing),
by the scorer of ../shared/benchmarks. Beside it stand exact spans of source, cue and content as CofeNet (Wang and others,
COLING 2022) counts them. How far ours lies above each baseline is drawn anew by article. One half of the corpus may be
looked at to find errors, so that the other says what mending them is worth. Exports of several trainings, each named by
`--model`, are shown one by one and as their mean; an article drawn anew is drawn with all their readings of it.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from annotated import write_standoff
from corpora import CORPORA, scorer
from measuring import Run, Spans, baseline, f1, labelled_spans, ours, paired_bootstrap, read_with, table

BASELINES = ("textacy", "nearest verb", "reporting clauses")
PARTS = ("dev", "train", "transfer")
ROLES = ("source", "cue", "content")
Gold = dict[str, Path]
"""Each article's standoff by its first annotator."""
Counts = dict[str, np.ndarray[Any, Any]]
"""For each figure the (right, predicted, gold) of every article, a row each."""


@contextmanager
def folder_of(part: str) -> Iterator[Path]:
    """The folder of a part, text/ and attributions/; of `transfer` it is made for as long as it is looked at."""
    if part != "transfer":
        yield CORPORA / "polnear" / part
        return
    with tempfile.TemporaryDirectory() as made:
        write_standoff(Path(made))
        yield Path(made)


def is_whole(standoff: Path) -> bool:
    """Whether no span's words go on in a line that looks like a span of its own, as in one file of the train part."""
    lines = standoff.read_text("utf-8").split("\n")
    return all("\t" in line for line in lines if line.startswith(("T", "E")))


def gold_of(folder: Path, half: str | None) -> tuple[dict[str, str], Gold]:
    """The texts of a part and their annotations, of one half of it if that is asked for."""
    annotations: Gold = {}
    for path in filter(is_whole, sorted((folder / "attributions").glob("*.ann"))):
        annotations.setdefault(path.stem.rpartition("_")[0], path)
    chosen = list(annotations)[half == "odd" :: 2] if half else list(annotations)
    texts = {stem: (folder / "text" / f"{stem}.txt").read_bytes().decode("utf-8") for stem in chosen}
    return texts, {stem: annotations[stem] for stem in chosen}


def standoff_spans(path: Path) -> list[dict[str, Spans]]:
    """A standoff file's attributions as spans of characters."""
    places: dict[str, list[tuple[int, int]]] = {}
    found = []
    for line in path.read_text("utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            spans = rest.partition("\t")[0].partition(" ")[2].split(";")
            places[key] = [(int(start), int(end)) for start, end in (span.split() for span in spans)]
        elif key.startswith("E"):
            parts: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
            for item in rest.split():
                role, _, target = item.partition(":")
                parts.get(role.rstrip("0123456789").lower(), []).extend(places.get(target, []))
            found.append(parts)
    return [attribution for attribution in found if attribution["content"]]


def predicted_spans(record: dict[str, Any]) -> list[dict[str, Spans]]:
    def spans(part: dict[str, Any] | None) -> list[tuple[int, int]]:
        return [(start, end) for start, end in (part or {}).get("spans") or []]

    return [
        {"content": spans(quote), "cue": spans(quote.get("cue")), "source": spans(quote.get("speaker"))}
        for quote in record["quotes"]
    ]


def counts(score: ModuleType, gold: Sequence[Any], predicted: Sequence[Any]) -> dict[str, tuple[float, float, float]]:
    """An article's (right, predicted, gold) for the figures that are drawn anew; summed, they give the scorer's F1."""
    made = {}
    for role in ROLES[::-1]:
        g, p = (frozenset().union(*(getattr(a, role) for a in side)) for side in (gold, predicted))
        made[f"tokens {role}"] = (len(g & p), len(p), len(g))
    for name, quoted in (("attributed", False), ("quoted", True)):
        g, p = ([a for a in side if a.quoted or not quoted] for side in (gold, predicted))
        made[name] = (sum(score.same_source(*pair) for pair in score.pairs(g, p)), len(p), len(g))
    return made


class Comparison:
    """Systems on one part: their figures, and ours above each of the others."""

    def __init__(self, score: ModuleType, texts: dict[str, str], gold: Gold) -> None:
        self.score, self.texts = score, texts
        self.words = {key: score.Article(text) for key, text in texts.items()}
        self.gold = {key: score.read_gold(path, self.words[key]) for key, path in gold.items()}
        self.exact_gold = {key: labelled_spans(texts[key], standoff_spans(path)) for key, path in gold.items()}

    def show(self, run: Run) -> tuple[dict[str, float], Counts]:
        """Prints a system's figures, and returns their F1 and its counts by article."""
        predicted = {key: self.score.read_predicted(run.records[key], self.words[key]) for key in self.texts}
        found = sum(map(len, predicted.values()))
        print(
            f"\n{run.name}: {found} found, {run.words_per_second:,.0f} words a second of the processor, models included"
        )
        rows = self.score.evaluate([(self.gold[key], predicted[key]) for key in self.texts])
        table(("", "precision", "recall", "F1"), ((name, *row) for name, row in rows.items()))
        exact = self._exact(run)
        table(("as CofeNet counts", "", "", ""), ((name, *row) for name, row in exact.items()))
        each = [counts(self.score, self.gold[key], predicted[key]) for key in self.texts]
        made = {name: np.array([article[name] for article in each], float) for name in each[0]}
        return {name: row[-1] for name, row in {**rows, **exact}.items()}, made

    def _exact(self, run: Run) -> dict[str, tuple[float, float, float]]:
        """Precision, recall and F1 of exact spans of each role."""
        rows = {}
        for role in ROLES:
            right = given = wanted = 0
            for key, text in self.texts.items():
                g, p = self.exact_gold[key][role], labelled_spans(text, predicted_spans(run.records[key]))[role]
                right, given, wanted = right + len(g & p), given + len(p), wanted + len(g)
            rows[f"exact {role}"] = (right / given if given else 0.0, right / wanted, f1(right, given, wanted))
        return rows


def show_mean(figures: Sequence[dict[str, float]]) -> None:
    """Prints the mean of several trainings' figures, and the lowest and the highest."""
    columns = {name: [each[name] for each in figures] for name in figures[0]}
    print(f"\nverbatim, {len(figures)} trainings, F1")
    table(("", "mean", "lowest", "highest"), ((k, float(np.mean(v)), min(v), max(v)) for k, v in columns.items()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS, default="dev")
    parser.add_argument("--half", choices=("even", "odd"), help="every second article alone")
    parser.add_argument("--alone", action="store_true", help="no baselines")
    parser.add_argument("--model", type=Path, action="append", default=[], help="instead of the model that ships")
    parser.add_argument("--predictions", type=Path, help="write what the last model reads there, one article a line")
    options = parser.parse_args()
    score = scorer("score_quotes")
    with folder_of(options.part) as folder:
        texts, gold = gold_of(folder, options.half)
        comparison = Comparison(score, texts, gold)
    words = sum(len(text.split()) for text in texts.values())
    print(
        f"{options.part}: {len(texts)} articles, {words:,} words, {sum(map(len, comparison.gold.values()))} attributions"
    )
    runs = []
    for folder in options.model:
        read_with(folder)
        runs.append(replace(ours(texts), name=f"verbatim with {folder}"))
    runs = runs or [ours(texts)]
    if options.predictions:
        lines = (
            json.dumps({**record, "path": f"{key}.txt"}, ensure_ascii=False) + "\n"
            for key, record in runs[-1].records.items()
        )
        options.predictions.write_text("".join(lines), "utf-8")
    figures, each_mine = zip(*map(comparison.show, runs), strict=True)
    if len(runs) > 1:
        show_mean(figures)
    mine = {figure: sum(own[figure] for own in each_mine) for figure in each_mine[0]}
    for name in () if options.alone else BASELINES:
        other = baseline(name, texts)
        if other is None:
            continue
        _, theirs = comparison.show(other)
        draws = {figure: paired_bootstrap(mine[figure], theirs[figure]) for figure in mine}
        print(f"  verbatim above {name}, F1, articles drawn anew: 95% interval, share of draws not above")
        table(("", "from", "to", "share"), ((figure, *draw) for figure, draw in draws.items()))


if __name__ == "__main__":
    main()
