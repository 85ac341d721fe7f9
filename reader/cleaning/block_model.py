"""Which pieces of an HTML page are its article: boosted trees over `block_features`, run by NumPy.

Two ensembles: the first judges every piece by its row, the second judges again by what the first said of the piece and
of those around it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np

from reader.article import resource
from reader.cleaning.block_features import FEATURES_VERSION
from reader.cleaning.surroundings import Rows
from reader.cleaning.trees import Trees, trees_from

_NEAR = (-3, -2, -1, 1, 2, 3)
_REACHES = (5, 15)


Model = tuple[Trees, Trees]
"""The trees that judge a piece alone, and those that judge it again."""


def shares_of(rows: Rows, model: Model | None = None) -> Rows:
    """How likely each piece of a page is its article's text, by the rows of `features`; by the model that ships, or another."""
    if not len(rows):
        return np.zeros(0, np.float32)
    alone, together = model or _shipped()
    return together.shares(context(alone.shares(rows)))


def context(shares: Rows) -> Rows:
    """For each piece of a page, what was said of it and of those before and after it."""
    count, at = len(shares), np.arange(len(shares))
    columns = [shares]
    for offset in _NEAR:
        moved = np.full(count, -1, np.float32)
        if offset > 0:
            moved[:-offset] = shares[offset:]
        else:
            moved[-offset:] = shares[:offset]
        columns.append(moved)
    sums = np.concatenate([[0], np.cumsum(shares)])
    for reach in _REACHES:
        low, high = np.maximum(0, at - reach), np.minimum(count, at + 1 + reach)
        columns.append((sums[at] - sums[low]) / np.maximum(1, at - low))
        columns.append((sums[high] - sums[at + 1]) / np.maximum(1, high - at - 1))
    before, after = np.maximum.accumulate(shares), np.maximum.accumulate(shares[::-1])[::-1]
    columns += [sums[:-1], sums[-1] - sums[1:], np.append([0], before[:-1]), np.append(after[1:], [0])]
    return np.column_stack(columns).astype(np.float32)


@cache
def _shipped() -> Model:
    return model_from(resource("models/blocks/model.npz"))


def model_from(path: Path) -> Model:
    """The model kept in a file; ValueError where it was trained on other features than these."""
    with np.load(path, allow_pickle=False) as held:
        if int(held["version"]) != FEATURES_VERSION:
            raise ValueError("the model of blocks was trained on other features; train it anew")
        return trees_from(held, "alone"), trees_from(held, "together")
