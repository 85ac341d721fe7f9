"""From the probabilities of labels to spans: the likeliest sequence in which no span goes on that has not begun."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from reader.analysis.decoding import Scheme, best_labels, spans_of

SCHEME = Scheme(("O", "B-cue", "I-cue", "B-source", "I-source"))


def is_valid(labels: tuple[int, ...]) -> bool:
    names = ["O", *(SCHEME.labels[label] for label in labels)]
    return all(not label.startswith("I-") or before[2:] == label[2:] for before, label in pairwise(names))


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("words", [1, 2, 5])
def test_the_best_labels_are_the_best_of_all_valid_ones(words: int, seed: int) -> None:
    chances = np.random.default_rng(seed).dirichlet(np.full(len(SCHEME.labels), 0.5), words)
    logarithms = np.log(chances + 1e-6).astype(np.float32)
    every = filter(is_valid, product(range(len(SCHEME.labels)), repeat=words))
    best = max(every, key=lambda labels: sum(logarithms[i, label] for i, label in enumerate(labels)))
    assert best_labels(logarithms, SCHEME) == list(best)


def test_no_words_have_no_labels() -> None:
    assert best_labels(np.zeros((0, len(SCHEME.labels)), dtype=np.float32), SCHEME) == []


def test_spans_end_where_another_begins() -> None:
    labels = [SCHEME.labels.index(label) for label in ("B-cue", "I-cue", "B-cue", "O", "B-source", "I-source")]
    assert list(spans_of(labels, SCHEME)) == [("cue", 0, 1), ("cue", 2, 2), ("source", 4, 5)]
