"""The sources, cues and contents that the model marks in a text, each with how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reader.analysis.decoding import ROLES, Floats, best_labels, spans_of
from reader.analysis.model import Reading


@dataclass(frozen=True)
class Tagged:
    """A run of words, first and last, that plays one role.

    `sureness` is the mean probability of its words' labels, `closing` the probability that it goes no further.
    """

    role: str
    first: int
    last: int
    sureness: float
    closing: float = 0.9


WEAKER = 2.0
"""So much, as a logarithm of odds, a source may fall short and still be taken where a report would be left without one."""


def roles_of(reading: Reading) -> list[Tagged]:
    """The runs of words that play a role, in order."""
    return _runs(reading.roles, reading.roles)


def weaker_sources(reading: Reading, found: Sequence[Tagged]) -> list[Tagged]:
    """Sources that the model only half believes in, beside what was found: for reports that would be left without one."""
    taken = {i for each in found for i in range(each.first, each.last + 1)}
    lift = np.array([WEAKER if label.endswith("source") else 0 for label in ROLES.labels], dtype=np.float32)
    return [
        each
        for each in _runs(reading.roles + lift, reading.roles)
        if each.role == "source" and taken.isdisjoint(range(each.first, each.last + 1))
    ]


def _runs(scores: Floats, log_probabilities: Floats) -> list[Tagged]:
    labels = best_labels(scores, ROLES)
    found = []
    for role, first, last in spans_of(labels, ROLES):
        sureness = np.mean(np.exp([log_probabilities[i, labels[i]] for i in range(first, last + 1)]))
        further = ROLES.labels.index(f"I-{role}")
        closing = 1 - np.exp(log_probabilities[last + 1, further]) if last + 1 < len(labels) else 1.0
        found.append(Tagged(role, first, last, float(sureness), float(closing)))
    return found
