"""Boosted trees, trained elsewhere and kept as arrays, run by NumPy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float32]

ROWS_AT_ONCE = 256


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
        """How likely each row is what the trees were trained to know, 0 to 1."""
        odds = np.concatenate([self._odds(rows[at : at + ROWS_AT_ONCE]) for at in range(0, len(rows), ROWS_AT_ONCE)])
        return np.asarray(1 / (1 + np.exp(-odds)), np.float32)

    def _odds(self, rows: Rows) -> Rows:
        nodes = np.repeat(self.roots[None, :], len(rows), axis=0)
        flat, starts = np.ascontiguousarray(rows).ravel(), np.arange(len(rows))[:, None] * rows.shape[1]
        for _ in range(self.depth):
            goes_right = flat.take(self.columns.take(nodes) + starts) > self.bounds.take(nodes)
            nodes = self.left.take(nodes) + goes_right
        return np.asarray(self.values.take(nodes).sum(axis=1), np.float32)


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
