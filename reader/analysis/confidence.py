"""How sure an attribution is: the probability that its words and its speaker are right, as measured on articles.

A logistic function of what the model and the linking say; its weights are fitted by training/reading/calibrate.py on
articles that the model never saw.
"""

from __future__ import annotations

import math

from reader.analysis.linking import Attribution
from reader.article import Speaker

Features = tuple[float, ...]

WEIGHTS: Features = (-1.27, 0.39, 0.34, 0.17, -0.12, -0.82, -0.17, 0.38)


def features_of(attribution: Attribution, speaker: Speaker | None, quoted: bool) -> Features:
    """What the certainty is made of: 1, the spans' sureness, what is missing, and whether it is quoted and resolved."""
    content = min(each.sureness for each in attribution.contents)
    return (
        1.0,
        _odds(content),
        _odds(attribution.cue.sureness) if attribution.cue else 0.0,
        _odds(attribution.source.sureness) if attribution.source else 0.0,
        float(attribution.cue is None),
        float(attribution.source is None),
        float(speaker is not None and speaker.entity is not None),
        float(quoted),
    )


def _odds(probability: float) -> float:
    """The logarithm of the odds, within what the model's rounding leaves of it."""
    bounded = min(max(probability, 0.01), 0.99)
    return math.log(bounded / (1 - bounded))


def certainty(attribution: Attribution, speaker: Speaker | None, quoted: bool) -> float:
    """The probability, from 0 to 1, that an attribution is right."""
    sum_ = sum(w * x for w, x in zip(WEIGHTS, features_of(attribution, speaker, quoted), strict=True))
    return round(1 / (1 + math.exp(-sum_)), 2)
