"""How sure an attribution is: the probability that its words and its speaker are right, as measured on articles.

A logistic function of what the model and the linking say; its weights are fitted by training/reading/calibrate.py on
articles that the model never saw.
"""

from __future__ import annotations

import math

from reader.analysis.linking import Attribution
from reader.analysis.roles import Tagged
from reader.article import Speaker

Features = tuple[float, ...]

WEIGHTS: Features = (-1.85, 0.34, 0.25, 0.17, -0.44, -0.63, -0.17, 0.42, 0.13, 0.28, -1.62)


def features_of(attribution: Attribution, speaker: Speaker | None, quoted: bool) -> Features:
    """What the certainty is made of.

    1, the spans' sureness, what is missing, whether it is quoted and resolved, how surely the content ends where it
    ends, how long it is, and how far the source stands from the cue.
    """
    content = min(each.sureness for each in attribution.contents)
    length = sum(each.last - each.first + 1 for each in attribution.contents)
    return (
        1.0,
        _odds(content),
        _odds(attribution.cue.sureness) if attribution.cue else 0.0,
        _odds(attribution.source.sureness) if attribution.source else 0.0,
        float(attribution.cue is None),
        float(attribution.source is None),
        float(speaker is not None and speaker.entity is not None),
        float(quoted),
        _odds(min(each.closing for each in attribution.contents)),
        math.log(length),
        _apart(attribution.cue, attribution.source) / FAR,
    )


FAR = 20
"""Words between cue and source from which on it makes no difference how many there are."""


def _apart(cue: Tagged | None, source: Tagged | None) -> int:
    """How many words stand between a cue and its source."""
    if cue is None or source is None:
        return 0
    before, after = sorted((cue, source), key=lambda each: each.first)
    return min(max(after.first - before.last - 1, 0), FAR)


def _odds(probability: float) -> float:
    """The logarithm of the odds, within what the model's rounding leaves of it."""
    bounded = min(max(probability, 0.01), 0.99)
    return math.log(bounded / (1 - bounded))


def certainty(attribution: Attribution, speaker: Speaker | None, quoted: bool) -> float:
    """The probability, from 0 to 1, that an attribution is right."""
    sum_ = sum(w * x for w, x in zip(WEIGHTS, features_of(attribution, speaker, quoted), strict=True))
    return round(1 / (1 + math.exp(-sum_)), 2)
