"""Which pieces of an HTML page are its article: boosted trees over `block_features`, run by NumPy.

Two ensembles: the first judges every piece by its row, the second judges again by what the first said of the piece and
of those around it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reader.article import resource
from reader.cleaning.block_features import FEATURES_VERSION
from reader.cleaning.surroundings import Rows

ROWS_AT_ONCE = 256
_NEAR = (-3, -2, -1, 1, 2, 3)
_REACHES = (5, 15)


@dataclass(frozen=True)
class Trees:
    """Boosted trees as arrays over all their nodes, the right child of each beside the left; a leaf leads to itself.

    A row goes left where its `column` is at most `bound`. The sum of the reached leaves' `values` is the log odds.
    """

    roots: NDArray[np.intp]
    columns: NDArray[np.intp]
    bounds: NDArray[np.float32]
    left: NDArray[np.intp]
    values: NDArray[np.float32]
    depth: int

    def shares(self, rows: Rows) -> Rows:
        """How likely each row is the article's, 0 to 1."""
        odds = np.concatenate([self._odds(rows[at : at + ROWS_AT_ONCE]) for at in range(0, len(rows), ROWS_AT_ONCE)])
        return np.asarray(1 / (1 + np.exp(-odds)), np.float32)

    def _odds(self, rows: Rows) -> Rows:
        nodes = np.repeat(self.roots[None, :], len(rows), axis=0)
        flat, starts = np.ascontiguousarray(rows).ravel(), np.arange(len(rows))[:, None] * rows.shape[1]
        for _ in range(self.depth):
            goes_right = flat.take(self.columns.take(nodes) + starts) > self.bounds.take(nodes)
            nodes = self.left.take(nodes) + goes_right
        return np.asarray(self.values.take(nodes).sum(axis=1), np.float32)


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


def trees_from(held: Mapping[str, NDArray[np.generic]], name: str) -> Trees:
    """The trees kept under `name` in a model's file."""

    def part(field: str) -> NDArray[np.generic]:
        return held[f"{name}_{field}"]

    left, right = part("left").astype(np.intp), part("right").astype(np.intp)
    inner = np.flatnonzero(left != right)
    roots = part("roots").astype(np.intp)
    order = np.concatenate([roots, np.column_stack([left[inner], right[inner]]).ravel()])  # siblings side by side
    place = np.argsort(order)
    return Trees(
        place[roots],
        part("columns").astype(np.intp)[order],
        part("bounds").astype(np.float32)[order],
        place[left[order]],
        part("values").astype(np.float32)[order],
        int(part("depth").item()),
    )
