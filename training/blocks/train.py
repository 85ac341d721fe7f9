"""Trains the model that tells the article's pieces of an HTML page from all others.

    python training/blocks/train.py [--report] [--out FOLDER]

Reads the pages of ../shared/corpora and what people marked as their text. Pages are split by a hash of their number
(benchmarks/pasted.py): trained on one part, settings chosen on a second; with --report, trained on both, and the third
is never read. Writes resources/models/blocks/model.npz. Needs LightGBM, which the application does not: it runs the
trees by NumPy.
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import lightgbm
from corpora import page_capture, pages
from extraction import gold_of
from pasted import part_of
from rapidfuzz.distance import LCSseq

from reader.cleaning.block_features import FEATURES_VERSION
from reader.cleaning.block_model import Trees, context, trees_from
from reader.cleaning.decoding import decoded
from reader.cleaning.dom import parsed_page, pieces_of
from reader.cleaning.html import WORDS, proposed_text, rows_of
from reader.cleaning.metadata import metadata_of

TARGET = Path(__file__).resolve().parents[2] / "resources" / "models" / "blocks"
FOLDS = 4
SHORTEST_RUN = 3
"""Fewer words in a row that the checked text has too may be there by chance, unless they are the whole piece."""
WEIGHT = {"aeb": 3.0, "wcxb": 1.0}
"""There are eight times as many pages in the one set; the other's are news."""
ALONE = {"objective": "binary", "learning_rate": 0.06, "num_leaves": 16, "max_depth": 7, "min_child_samples": 30, "feature_fraction": 0.4, "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5, "max_bin": 127}  # fmt: skip
TOGETHER = ALONE | {"learning_rate": 0.05, "num_leaves": 8, "max_depth": 5, "feature_fraction": 0.8}
ROUNDS_ALONE, ROUNDS_TOGETHER = 250, 100


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
    rows = rows_of(pieces, proposed_text(root), metadata_of(root, None))
    share, words = shares_in([piece.text for piece in pieces], gold)
    weights = (words + 3) / (words + 3).sum() * (0.2 + 0.8 * np.abs(2 * share - 1)) * WEIGHT[corpus]
    return key, Page(rows, (share > 0.5).astype(float), weights * 1000)


def shares_in(texts: list[str], gold: str) -> tuple[np.ndarray, np.ndarray]:
    """For each text the share of its words that the checked text has in the same order, and how many words it has."""
    said = [WORDS.findall(text.lower()) for text in texts]
    counts = np.array([len(words) for words in said])
    owner = np.repeat(np.arange(len(texts)), counts)
    every = [word for words in said for word in words]
    at = np.full(len(every), -1)
    for step in LCSseq.opcodes(every, WORDS.findall(gold.lower())):
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
    data = lightgbm.Dataset(
        np.concatenate(rows),
        np.concatenate([page.labels for page in held]),
        weight=np.concatenate([page.weights for page in held]),
    )
    made = lightgbm.train(settings | {"verbosity": -1, "deterministic": True, "seed": 1}, data, rounds)
    return arrays_of(made.dump_model()["tree_info"])


def arrays_of(trees: list[dict[str, Any]]) -> dict[str, np.ndarray]:
    columns, bounds, left, right, values, depths = [], [], [], [], [], [0]

    def add(node: dict[str, Any], depth: int) -> int:
        at = len(columns)
        leaf = "leaf_value" in node
        bound = np.inf if leaf else float(node["threshold"])
        narrow = np.float32(bound)
        narrow = np.nextafter(narrow, np.float32(-np.inf)) if float(narrow) > bound else narrow
        columns.append(0 if leaf else node["split_feature"])
        bounds.append(narrow)
        values.append(node.get("leaf_value", 0.0))
        left.append(at)
        right.append(at)
        depths.append(depth)
        if not leaf:
            left[at] = add(node["left_child"], depth + 1)
            right[at] = add(node["right_child"], depth + 1)
        return at

    roots = [add(tree["tree_structure"], 0) for tree in trees]
    return {
        "roots": np.array(roots, np.int32), "columns": np.array(columns, np.int16), "bounds": np.array(bounds, np.float32),
        "left": np.array(left, np.int32), "right": np.array(right, np.int32), "values": np.array(values, np.float32),
        "depth": np.array(max(depths)),
    }  # fmt: skip


def trees_of(arrays: dict[str, np.ndarray]) -> Trees:
    return trees_from({f"x_{name}": value for name, value in arrays.items()}, "x")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--report", action="store_true", help="train on both parts that may be looked at")
    parser.add_argument("--out", type=Path, default=TARGET)
    options = parser.parse_args()
    parts = {"look", "choose"} if options.report else {"look"}
    jobs = []
    for corpus in WEIGHT:
        gold = gold_of(corpus)
        for key, content in pages(corpus):
            if key in gold and part_of(key) in parts:
                text = gold[key].get("articleBody") or gold[key].get("main_content") or ""
                jobs.append((corpus, key, content, text))
    with Pool() as pool:
        held = {key: page for key, page in pool.imap(page_of, jobs, 8) if page is not None}
    folds = [[key for key in held if zlib.crc32(f"x{key}".encode()) % FOLDS == fold] for fold in range(FOLDS)]
    said = {}
    for fold in folds:
        others = [page for key, page in held.items() if key not in set(fold)]
        trees = trees_of(fitted([page.rows for page in others], others, ALONE, ROUNDS_ALONE))
        said |= {key: trees.shares(held[key].rows) for key in fold}
    every = list(held.values())
    alone = fitted([page.rows for page in every], every, ALONE, ROUNDS_ALONE)
    together = fitted([context(said[key]) for key in held], every, TOGETHER, ROUNDS_TOGETHER)
    model = {f"alone_{name}": value for name, value in alone.items()}
    model |= {f"together_{name}": value for name, value in together.items()}
    options.out.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(options.out / "model.npz", version=FEATURES_VERSION, **model)
    size = (options.out / "model.npz").stat().st_size
    print(json.dumps({"pages": len(held), "pieces": sum(len(page.labels) for page in every), "bytes": size}))


if __name__ == "__main__":
    main()
