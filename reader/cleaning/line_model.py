"""Which lines of a pasted page are the article: a small convolutional network over `line_features`, run by NumPy.

A layer of its own for each line, then layers that look ever further up and down the page (dilated convolutions with
residual connections: van den Oord et al. 2016, "WaveNet"), and five kinds of line as the outcome. On what is body, boosted
trees over the same features are heard as much: they err elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from reader.article import resource
from reader.cleaning.line_features import FEATURES_VERSION, beside, features
from reader.cleaning.lines import Unit
from reader.cleaning.trees import Trees, trees_from

KINDS = 5
OTHER, BODY, TITLE, WRITER, DAY = range(KINDS)
"""Not the article; its text; its headline; a line that says who wrote it; one that says when."""
LIMIT = 6.0
"""Features are cut off at so many standard deviations."""
LEAST_SHARE = 1e-6
Array = NDArray[np.float32]


def shares_of(units: Sequence[Unit], *, words: bool = True) -> Array:
    """How likely each unit is of each kind: one row for each unit, which sums to 1.

    `words` is false for a text in a language that the model was not trained on: it then goes by looks alone.
    """
    if not units:
        return np.zeros((0, KINDS), np.float32)
    held = _weights()
    told = features(units, words=words)
    rows = np.clip((told - held["mean"]) / held["scale"], -LIMIT, LIMIT)
    hidden = np.maximum(rows @ held["first"] + held["first_bias"], 0)
    for layer, dilation in enumerate(held["dilations"].tolist()):
        hidden = hidden + np.maximum(_convolved(hidden, held["layers"][layer], dilation) + held["biases"][layer], 0)
    raised = hidden @ held["last"] + held["last_bias"]
    powers = np.exp(raised - raised.max(axis=1, keepdims=True))
    shares = np.asarray(powers / powers.sum(axis=1, keepdims=True), np.float32)
    return _agreed(shares, _trees().shares(beside(told))) if words else shares


def _agreed(shares: Array, body: Array) -> Array:
    """The network's shares with that of the body halfway to what the trees say; the others keep their proportions."""
    agreed = (shares[:, BODY] + body) / 2
    told = shares + LEAST_SHARE
    told[:, BODY] = 0
    told *= ((1 - agreed) / told.sum(axis=1))[:, None]
    told[:, BODY] = agreed
    return np.asarray(told, np.float32)


def _convolved(rows: Array, kernel: Array, dilation: int) -> Array:
    """Each row with those `dilation` above and below it, by a kernel of (3, width, width); zeros past the ends."""
    out = rows @ kernel[1]
    if dilation < len(rows):
        out[dilation:] += rows[:-dilation] @ kernel[0]
        out[:-dilation] += rows[dilation:] @ kernel[2]
    return np.asarray(out, np.float32)


@cache
def _trees() -> Trees:
    with np.load(resource("models/lines/trees.npz"), allow_pickle=False) as held:
        if int(held["version"]) != FEATURES_VERSION:
            raise ValueError("the trees of lines were trained on other features; train them anew")
        return trees_from(held, "body")


@cache
def _weights() -> dict[str, Array]:
    with np.load(resource("models/lines/model.npz"), allow_pickle=False) as held:
        if int(held["version"]) != FEATURES_VERSION:
            raise ValueError("the model of lines was trained on other features; train it anew")
        weights = {name: held[name].astype(np.float32) for name in held.files if name not in {"version", "dilations"}}
        return weights | {"dilations": held["dilations"]}
