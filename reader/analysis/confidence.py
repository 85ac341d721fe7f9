"""How sure an attribution is: the probability that its words and its speaker are right, as measured on articles.

A logistic function of what the model and the linking say; its weights are fitted by training/reading/calibrate.py on
articles that the model never saw.
"""

from __future__ import annotations

import math

from reader.analysis.linking import Attribution
from reader.article import Speaker

Features = tuple[float, ...]

WEIGHTS: Features = (-3.0, 2.0, 1.0, 2.0, -1.0, -1.5, 0.3, 1.0)


def features_of(attribution: Attribution, speaker: Speaker | None, quoted: bool) -> Features:
    """What the certainty is made of: 1, the spans' sureness, what is missing, and whether it is quoted and resolved."""
    content = sum(each.sureness for each in attribution.contents) / len(attribution.contents)
    cue = attribution.cue.sureness if attribution.cue else 0.0
    source = attribution.source.sureness if attribution.source else 0.0
    return (
        1.0,
        content,
        cue,
        source,
        float(attribution.cue is None),
        float(attribution.source is None),
        float(speaker is not None and speaker.entity is not None),
        float(quoted),
    )


def certainty(attribution: Attribution, speaker: Speaker | None, quoted: bool) -> float:
    """The probability, from 0 to 1, that an attribution is right."""
    sum_ = sum(w * x for w, x in zip(WEIGHTS, features_of(attribution, speaker, quoted), strict=True))
    return round(1 / (1 + math.exp(-sum_)), 2)
