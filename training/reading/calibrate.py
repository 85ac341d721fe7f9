"""Fits the weights of reader.analysis.confidence on articles of PolNeAR that the model was not trained on.

    python training/reading/calibrate.py [--part polnear/dev --part polnear/train] [--model FOLDER ...]

Of polnear/train only the share kept for validation is read. Each FOLDER holds the export of a model that saw none of
these, as the one that ships did; what several say is taken together. The reports that are left out as too uncertain take
part.

An attribution is right as the scorer counts it: its content shares half of the joint words with one that people marked,
and its source a word with theirs. Printed: the weights, and the expected calibration error by tenfold cross-validation.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from corpora import CORPORA, is_for_validation, read

import reader.analysis.analysing as analysing
import reader.analysis.model as reading_model
import reader.analysis.quotes as quotes
from reader.analysis.analysing import analyse
from reader.analysis.confidence import Features, features_of

BINS, FOLDS, STEPS, RIDGE = 10, 10, 25, 1.0


def examples(part: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Features of every attribution (n, features), whether it is right (n), and the number of its article (n)."""
    import score_quotes

    rows: list[Features] = []
    right: list[bool] = []
    articles: list[int] = []
    made: dict[int, Features] = {}
    original, least = quotes.certainty, quotes.LEAST_CERTAIN

    def noted(attribution, speaker, quoted):  # type: ignore[no-untyped-def]
        """The number of the attribution in place of its certainty, so that its quote is known again."""
        made[len(made)] = features_of(attribution, speaker, quoted)
        return float(len(made) - 1)

    quotes.certainty, quotes.LEAST_CERTAIN = noted, -1.0
    try:
        for number, example in enumerate(read(part)):
            if part == "polnear/train" and not is_for_validation(example.name):
                continue
            made.clear()
            article = score_quotes.Article(example.article.text)
            folder = CORPORA / part / "attributions"
            path = sorted(folder.glob(f"{example.name.rpartition('/')[2]}_*.ann"))[0]
            gold = score_quotes.read_gold(path, article)
            found = [quote for quote in analyse(example.article).quotes if quote.confidence in made]
            marked = [
                article.attribution(
                    list(quote.spans),
                    list(quote.cue.spans) if quote.cue else [],
                    list(quote.speaker.spans) if quote.speaker else [],
                )
                for quote in found
            ]
            hits = {id(p) for g, p in score_quotes.pairs(gold, marked) if score_quotes.same_source(g, p)}
            for quote, attribution in zip(found, marked, strict=True):
                rows.append(made[int(quote.confidence)])
                right.append(id(attribution) in hits)
                articles.append(number)
    finally:
        quotes.certainty, quotes.LEAST_CERTAIN = original, least
    return np.array(rows), np.array(right, dtype=float), np.array(articles)


def fitted(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Logistic regression by Newton's method, with a little of ridge."""
    w = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        curvature = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(len(w))
        w -= np.linalg.solve(curvature, x.T @ (p - y) + RIDGE * w)
    return w


def calibration_error(p: np.ndarray, y: np.ndarray) -> float:
    """The mean distance of the stated from the measured share of right ones, in ten bins of equal width."""
    bins = np.minimum((p * BINS).astype(int), BINS - 1)
    return float(sum(abs(p[bins == b].mean() - y[bins == b].mean()) * (bins == b).mean() for b in set(bins)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", action="append")
    parser.add_argument("--model", type=Path, action="append")
    options = parser.parse_args()
    found = []
    for folder in options.model or [None]:
        if folder is not None:
            other = reading_model.Model(folder)
            analysing.model = lambda other=other: other
        found += [examples(part) for part in options.part or ["polnear/dev"]]
    x, y, articles = (np.concatenate([each[i] for each in found]) for i in range(3))
    stated = np.zeros(len(y))
    for fold in range(FOLDS):
        held = articles % FOLDS == fold
        stated[held] = 1 / (1 + np.exp(-x[held] @ fitted(x[~held], y[~held])))
    print(f"{len(y)} attributions, {y.mean():.3f} right; calibration error {calibration_error(stated, y):.3f}")
    for low in range(BINS):
        own = (stated * BINS).astype(int) == low
        if own.any():
            print(f"  {low / BINS:.1f}: {own.sum():5} stated {stated[own].mean():.2f} right {y[own].mean():.2f}")
    print("WEIGHTS: Features = (" + ", ".join(f"{value:.2f}" for value in fitted(x, y)) + ")")


if __name__ == "__main__":
    main()
