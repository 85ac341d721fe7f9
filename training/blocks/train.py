"""Trains the model that tells the article's pieces of an HTML page from all others.

    python training/blocks/train.py [--cross FOLDER]

Reads the pages of ../shared/corpora and what people marked as their text. Writes resources/models/blocks/model.npz,
trained on all of them. With --cross, five models too, each trained without one part of the pages, by which
benchmarks/extraction.py measures pages that a model does not know. Needs LightGBM, which the application does not: it
runs the trees by NumPy.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from boosting import ALONE, ROUNDS_ALONE, WEIGHT
from boosting import fitted as boosted
from corpora import page_capture, pages
from extraction import gold_of
from held_out import FOLDS, fold_of, path_of
from rapidfuzz.distance import LCSseq

from reader.cleaning.block_features import FEATURES_VERSION
from reader.cleaning.block_model import context
from reader.cleaning.decoding import decoded
from reader.cleaning.dom import parsed_page, pieces_of
from reader.cleaning.html import proposed_text, rows_of
from reader.cleaning.metadata import metadata_of
from reader.cleaning.trees import Trees, trees_from

TARGET = Path(__file__).resolve().parents[2] / "resources" / "models" / "blocks" / "model.npz"
WORD = re.compile(r"\w+")
SHORTEST_RUN = 3
"""Fewer words in a row that the checked text has too may be there by chance, unless they are the whole piece."""
TOGETHER = ALONE | {"learning_rate": 0.05, "num_leaves": 8, "max_depth": 5, "feature_fraction": 0.8}
ROUNDS_TOGETHER = 100


@dataclass
class Page:
    rows: np.ndarray
    labels: np.ndarray
    weights: np.ndarray


def page_of(job: tuple[str, str, bytes, str]) -> tuple[str, Page | None]:
    """A page's rows, which of them are the article's, and what each weighs; None where the page has no text."""
    corpus, key, content, gold = job
    root = parsed_page(decoded(page_capture(key, content)).text)
    pieces = pieces_of(root) if root is not None else []
    if not pieces:
        return key, None
    rows = rows_of(pieces, proposed_text(root, pieces), metadata_of(root, None))
    share, words = shares_in([piece.text for piece in pieces], gold)
    weights = (words + 3) / (words + 3).sum() * (0.2 + 0.8 * np.abs(2 * share - 1)) * WEIGHT[corpus]
    return key, Page(rows, (share > 0.5).astype(float), weights * 1000)


def shares_in(texts: list[str], gold: str) -> tuple[np.ndarray, np.ndarray]:
    """For each text the share of its words that the checked text has in the same order, and how many words it has."""
    said = [WORD.findall(text.lower()) for text in texts]
    counts = np.array([len(words) for words in said])
    owner = np.repeat(np.arange(len(texts)), counts)
    every = [word for words in said for word in words]
    at = np.full(len(every), -1)
    for step in LCSseq.opcodes(every, WORD.findall(gold.lower())):
        if step.tag == "equal":
            at[step.src_start : step.src_end] = np.arange(step.dest_start, step.dest_end)
    run = np.zeros(len(every))
    start = 0
    for end in range(1, len(every) + 1):
        if end == len(every) or min(at[end], at[end - 1]) < 0 or at[end] != at[end - 1] + 1:
            run[start:end] = (end - start) if at[start] >= 0 else 0
            start = end
    counted = run >= np.minimum(SHORTEST_RUN, counts)[owner]
    held = np.bincount(owner[counted & (at >= 0)], minlength=len(texts))
    return held / np.maximum(1, counts), counts.astype(float)


def fitted(rows: list[np.ndarray], held: list[Page], settings: dict[str, Any], rounds: int) -> dict[str, np.ndarray]:
    """An ensemble as arrays (see Trees)."""
    return boosted(rows, [page.labels for page in held], [page.weights for page in held], settings, rounds)


def trees_of(arrays: dict[str, np.ndarray]) -> Trees:
    return trees_from({f"x_{name}": value for name, value in arrays.items()}, "x")


def saved(path: Path, alone: dict[str, np.ndarray], together: dict[str, np.ndarray]) -> int:
    """Writes a model; how many bytes it takes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    parts = {"alone": alone, "together": together}
    arrays = {f"{part}_{name}": value for part, held in parts.items() for name, value in held.items()}
    np.savez_compressed(path, version=FEATURES_VERSION, **arrays)
    return path.stat().st_size


def marked_pages() -> dict[str, Page]:
    """All checked pages, by their number."""
    jobs = []
    for corpus in WEIGHT:
        gold = gold_of(corpus)
        for key, content in pages(corpus):
            if key in gold:
                text = gold[key].get("articleBody") or gold[key].get("main_content") or ""
                jobs.append((corpus, key, content, text))
    with Pool() as pool:
        return {key: page for key, page in pool.imap(page_of, jobs, 8) if page is not None}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--cross", type=Path, metavar="FOLDER", help="keep the models without one part of the pages there"
    )
    options = parser.parse_args()
    held = marked_pages()

    def alone_of(keys: list[str]) -> dict[str, np.ndarray]:
        known = [held[key] for key in keys]
        return fitted([page.rows for page in known], known, ALONE, ROUNDS_ALONE)

    def together_of(keys: list[str]) -> dict[str, np.ndarray]:
        return fitted([context(said[key]) for key in keys], [held[key] for key in keys], TOGETHER, ROUNDS_TOGETHER)

    without = [[key for key in held if fold_of(key) != fold] for fold in range(FOLDS)]
    apart = [alone_of(keys) for keys in without]
    judges = [trees_of(arrays) for arrays in apart]
    said = {key: judges[fold_of(key)].shares(page.rows) for key, page in held.items()}
    if options.cross:
        for fold, keys in enumerate(without):
            saved(path_of(options.cross, fold), apart[fold], together_of(keys))
    size = saved(TARGET, alone_of(list(held)), together_of(list(held)))
    print(json.dumps({"pages": len(held), "pieces": sum(len(page.labels) for page in held.values()), "bytes": size}))


if __name__ == "__main__":
    main()
