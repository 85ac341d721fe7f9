"""Article → Analysis: the people, organisations and places in it, who said what, and the dates."""

from reader.analysis.analysing import analyse, warm_up

__all__ = ["analyse", "warm_up"]
