"""The sources, cues and contents that the model marks in a text, each with how sure it is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reader.analysis.decoding import ROLES, best_labels, spans_of
from reader.analysis.model import Reading


@dataclass(frozen=True)
class Tagged:
    """A run of words, first and last, that plays one role; `sureness` is the mean probability of its words' labels."""

    role: str
    first: int
    last: int
    sureness: float


def roles_of(reading: Reading) -> list[Tagged]:
    """The runs of words that play a role, in order."""
    labels = best_labels(reading.roles, ROLES)
    return [
        Tagged(role, first, last, float(np.mean(np.exp([reading.roles[i, labels[i]] for i in range(first, last + 1)]))))
        for role, first, last in spans_of(labels, ROLES)
    ]
