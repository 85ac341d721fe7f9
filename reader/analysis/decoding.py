"""From the probabilities of labels, word by word, to spans: the likeliest sequence in which no span goes on unbegun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from reader.analysis.labels import NAME_LABELS, ROLE_LABELS

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Scheme:
    """Labels of one head: "O", and for each kind one that begins a span (B-) and one that goes on with it (I-)."""

    labels: tuple[str, ...]

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        return tuple(label[2:] for label in self.labels if label.startswith("B-"))

    @cached_property
    def goes_on(self) -> tuple[tuple[int, int], ...]:
        """For each kind the label that goes on with a span, and the one that begins it."""
        return tuple((self.labels.index(f"I-{kind}"), self.labels.index(f"B-{kind}")) for kind in self.kinds)


ROLES = Scheme(ROLE_LABELS)
NAMES = Scheme(NAME_LABELS)


def best_labels(log_probabilities: Floats, scheme: Scheme) -> list[int]:
    """The likeliest valid sequence of labels (Viterbi), of the shape (words, labels).

    Any label may follow any other but one that goes on with a span, which follows its like or that span's beginning.
    Plain lists: for so few labels an array's own cost for each word is twice as much.
    """
    if not len(log_probabilities):
        return []
    first, *rows = log_probabilities.tolist()
    score = list(first)
    for inner, _ in scheme.goes_on:
        score[inner] = float("-inf")
    steps = []
    for row in rows:
        highest = max(score)
        step = [score.index(highest)] * len(score)
        reached = [highest + value for value in row]
        for inner, outer in scheme.goes_on:
            step[inner] = inner if score[inner] > score[outer] else outer
            reached[inner] = score[step[inner]] + row[inner]
        steps.append(step)
        score = reached
    labels = [score.index(max(score))]
    for step in reversed(steps):
        labels.append(step[labels[-1]])
    return labels[::-1]


def spans_of(labels: Sequence[int], scheme: Scheme) -> Iterator[tuple[str, int, int]]:
    """The spans that a valid sequence marks, in order: kind, first word, last word."""
    at = 0
    while at < len(labels):
        label = scheme.labels[labels[at]]
        end = at + 1
        if label != "O":
            while end < len(labels) and scheme.labels[labels[end]] == f"I-{label[2:]}":
                end += 1
            yield label[2:], at, end - 1
        at = end
