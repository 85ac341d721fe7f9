"""LightGBM's trees as the arrays by which the application runs them (reader/cleaning/trees.py)."""

from __future__ import annotations

from typing import Any

import numpy as np

ALONE = {"objective": "binary", "learning_rate": 0.06, "num_leaves": 16, "max_depth": 7, "min_child_samples": 30, "feature_fraction": 0.4, "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5, "max_bin": 127}  # fmt: skip
"""Settings of the trees that judge a line or a piece by itself."""
ROUNDS_ALONE = 250
WEIGHT = {"aeb": 3.0, "wcxb": 1.0}
"""There are eight times as many pages in the one set; the other's are news."""


def fitted(
    rows: list[np.ndarray], labels: list[np.ndarray], weights: list[np.ndarray], settings: dict[str, Any], rounds: int
) -> dict[str, np.ndarray]:
    """An ensemble as arrays, trained on the rows of several pages."""
    import lightgbm

    data = lightgbm.Dataset(np.concatenate(rows), np.concatenate(labels), weight=np.concatenate(weights))
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
