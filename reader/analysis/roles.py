"""The sources, cues and contents that the model marks in a text, each with how sure it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reader.analysis.decoding import ROLES, best_labels, spans_of
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


LIFTS = {"cue": 0.9, "content": -0.3}
"""So much, as a logarithm of odds, each role is preferred to what the model says: people mark more cues than it is sure of.

Chosen on one half of PolNeAR's dev part with models that had not seen it.
"""
WEAKER = 2.0
"""So much, as a logarithm of odds, a source may fall short and still be taken where a report would be left without one."""


def roles_of(reading: Reading) -> list[Tagged]:
    """The runs of words that play a role, in order."""
    return _runs(reading, LIFTS)


def weaker_sources(reading: Reading, found: Sequence[Tagged]) -> list[Tagged]:
    """Sources that the model only half believes in, beside what was found: for reports that would be left without one."""
    taken = {i for each in found for i in range(each.first, each.last + 1)}
    return [
        each
        for each in _runs(reading, {**LIFTS, "source": WEAKER})
        if each.role == "source" and taken.isdisjoint(range(each.first, each.last + 1))
    ]


def _runs(reading: Reading, lifts: Mapping[str, float]) -> list[Tagged]:
    lift = np.array([lifts.get(label[2:], 0.0) for label in ROLES.labels], dtype=np.float32)
    labels = best_labels(reading.roles + lift, ROLES)
    found = []
    for role, first, last in spans_of(labels, ROLES):
        sureness = np.mean(np.exp([reading.roles[i, labels[i]] for i in range(first, last + 1)]))
        further = ROLES.labels.index(f"I-{role}")
        closing = 1 - np.exp(reading.roles[last + 1, further]) if last + 1 < len(labels) else 1.0
        found.append(Tagged(role, first, last, float(sureness), float(closing)))
    return found
