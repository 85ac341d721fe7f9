"""Whether a quotation's `confidence` says how often it is right: expected calibration error and a reliability table.

    python benchmarks/calibration.py [--part dev|train|transfer|both] [--model FOLDER]

A quotation is right as the scorer of ../shared/benchmarks counts an attribution: at least half of their joint words are
shared with a quotation of the corpus, one for one, and a word of the source is. Beside the error stand the Brier score and
that of saying for each the same share of right ones, so that a confidence that tells nothing shows.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from types import ModuleType

from corpora import scorer
from measuring import ours, read_with, reliability, table
from quotes import folder_of, gold_of


def judged(score: ModuleType, folder: Path) -> tuple[list[float], list[bool]]:
    """Each predicted quotation's confidence, and whether it is right."""
    texts, gold = gold_of(folder, None)
    run = ours(texts)
    confidences, right = [], []
    for key, text in texts.items():
        article = score.Article(text)
        record = run.records[key]
        predicted = score.read_predicted(record, article)
        pairs = score.pairs(score.read_gold(gold[key], article), predicted)
        good = {id(p) for g, p in pairs if score.same_source(g, p)}
        confidences += [quote["confidence"] for quote in record["quotes"]]
        right += [id(attribution) in good for attribution in predicted]
    return confidences, right


def show(name: str, confidences: list[float], right: list[bool]) -> None:
    error, rows = reliability(confidences, right)
    share = sum(right) / len(right)
    brier = sum((c - r) ** 2 for c, r in zip(confidences, right, strict=True)) / len(right)
    print(f"\n{name}: {len(right)} quotations, {share:.3f} of them right")
    print(
        f"  expected calibration error {error:.3f}; Brier score {brier:.3f}, of one share for all {share * (1 - share):.3f}"
    )
    table(
        ("confidence", "quotations", "said", "right"),
        ((f"{low:.1f} to {high:.1f}", number, said, true) for low, high, number, said, true in rows),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("dev", "train", "transfer", "both"), default="both")
    parser.add_argument("--model", type=Path, help="instead of the model that ships")
    options = parser.parse_args()
    if options.model:
        read_with(options.model)
    score = scorer("score_quotes")
    for part in ("dev", "transfer") if options.part == "both" else (options.part,):
        with folder_of(part) as folder:
            show(part, *judged(score, folder))


if __name__ == "__main__":
    main()
