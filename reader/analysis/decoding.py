"""From the probabilities of labels, word by word, to spans: the likeliest sequence in which no span goes on unbegun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from reader.analysis.labels import NAME_LABELS, ROLE_LABELS

Floats = npt.NDArray[np.float32]
_FORBIDDEN = -1e9


@dataclass(frozen=True)
class Scheme:
    """Labels of one head: "O", and for each kind one that begins a span (B-) and one that goes on with it (I-)."""

    labels: tuple[str, ...]

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        return tuple(label[2:] for label in self.labels if label.startswith("B-"))

    @cached_property
    def transitions(self) -> Floats:
        """What a step from one label (row) to the next (column) costs: nothing, or all."""
        return np.array(
            [[0 if self._may_follow(a, b) else _FORBIDDEN for b in self.labels] for a in self.labels], dtype=np.float32
        )

    @staticmethod
    def _may_follow(before: str, label: str) -> bool:
        return not label.startswith("I-") or before[2:] == label[2:]


ROLES = Scheme(ROLE_LABELS)
NAMES = Scheme(NAME_LABELS)


def best_labels(log_probabilities: Floats, scheme: Scheme) -> list[int]:
    """The likeliest valid sequence of labels (Viterbi), of the shape (words, labels)."""
    if not len(log_probabilities):
        return []
    transitions = scheme.transitions
    score = log_probabilities[0] + transitions[scheme.labels.index("O")]
    back = np.zeros(log_probabilities.shape, dtype=np.int64)
    for i in range(1, len(log_probabilities)):
        reached = score[:, None] + transitions
        back[i] = reached.argmax(axis=0)
        score = reached.max(axis=0) + log_probabilities[i]
    labels = [int(score.argmax())]
    for i in range(len(log_probabilities) - 1, 0, -1):
        labels.append(int(back[i][labels[-1]]))
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
