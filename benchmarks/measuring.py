"""How the benchmarks run a system over texts, and what they make of the answers: spans, resampling, calibration."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotated import article_of

import reader.analysis.analysing as analysing
from reader.analysis import analyse, warm_up
from reader.analysis.model import Model
from reader.article import public_record

HERE = Path(__file__).resolve().parent
Prediction = dict[str, Any]
Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True)
class Run:
    """What a system read, by document, and what it cost."""

    name: str
    records: dict[str, Prediction]
    load_seconds: float
    seconds: float
    words: int

    @property
    def words_per_second(self) -> float:
        return self.words / self.seconds if self.seconds else 0.0


def read_with(folder: Path) -> None:
    """Has articles read by another model than the one that ships: an export of training/reading/export.py in `folder`."""
    other = Model(folder)
    analysing.model = lambda: other


def _words(texts: Mapping[str, str]) -> int:
    return sum(len(text.split()) for text in texts.values())


def ours(texts: Mapping[str, str], published: Mapping[str, str | None] | None = None) -> Run:
    """Verbatim's reading of each text, as `verbatim analyze --raw` prints it; seconds are the processor's."""
    began = time.process_time()
    warm_up()
    loaded = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        articles = {key: article_of(text, (published or {}).get(key), Path(folder)) for key, text in texts.items()}
        ready = time.process_time()
        records = {key: public_record(key, article, analyse(article)) for key, article in articles.items()}
    return Run("verbatim", records, loaded - began, time.process_time() - ready, _words(texts))


def baseline(system: str, texts: Mapping[str, str]) -> Run | None:
    """A system of `baselines.py`, in a process of its own; None, with a line that says so, where it is not installed."""
    python = os.environ.get("BASELINES_PYTHON", "")
    python = python if Path(python).is_file() else sys.executable
    lines = "".join(json.dumps({"key": key, "text": text}) + "\n" for key, text in texts.items())
    made = subprocess.run(
        [python, str(HERE / "baselines.py"), system], input=lines, capture_output=True, text=True, check=False
    )
    if made.returncode:
        last = (made.stderr.strip().splitlines() or ["no word of why"])[-1]
        print(f"\n{system}: left out ({last}); benchmarks/baselines.py says what it needs")
        return None
    *records, cost = (json.loads(line) for line in made.stdout.splitlines())
    return Run(system, {r["key"]: r for r in records}, cost["load_seconds"], cost["seconds"], _words(texts))


def f1(right: float, predicted: float, gold: float) -> float:
    return 2 * right / (predicted + gold) if predicted + gold else 0.0


def paired_bootstrap(
    a: np.ndarray[Any, Any], b: np.ndarray[Any, Any], resamples: int = 2000, seed: int = 1
) -> tuple[float, float, float]:
    """How far `a`'s F1 lies above `b`'s where articles are drawn anew: 2.5th and 97.5th percentile, and the share of
    draws in which it does not.

    Each row is an article: right, predicted, gold.
    """
    draw = np.random.default_rng(seed).integers(0, len(a), (resamples, len(a)))
    sums_a, sums_b = a[draw].sum(axis=1), b[draw].sum(axis=1)
    f1_a, f1_b = (2 * s[:, 0] / np.maximum(s[:, 1] + s[:, 2], 1) for s in (sums_a, sums_b))
    difference = f1_a - f1_b
    low, high = np.percentile(difference, [2.5, 97.5])
    return float(low), float(high), float((difference <= 0).mean())


TOKEN = re.compile(r"\w+(?:[-.]\w+)*|['’]\w+|[^\w\s]")
"""Words and marks of punctuation, about as the Penn Treebank parts them."""


def labelled_spans(text: str, attributions: Iterable[Mapping[str, Spans]]) -> dict[str, set[tuple[int, int]]]:
    """Spans of source, cue and content as one label per token gives them, the way CofeNet is scored.

    Of attributions that lie within each other the one with the longer content is labelled; a discontinuous part counts as
    the several spans it is. Marks of punctuation at the edges do not count, as ours leaves quotation marks out of a span and
    the corpora have them in.
    """
    tokens = [match.span() for match in TOKEN.finditer(text)]
    labels: list[tuple[str, int] | None] = [None] * len(tokens)
    order = sorted(attributions, key=lambda a: -sum(end - start for start, end in a["content"]))
    mark = 0
    for attribution in order:
        for role in ("content", "cue", "source"):
            for start, end in attribution[role]:
                mark += 1
                inside = [i for i, (s, e) in enumerate(tokens) if s < end and start < e]
                if all(labels[i] is None for i in inside):
                    for i in inside:
                        labels[i] = (role, mark)
    spans: dict[str, set[tuple[int, int]]] = {"source": set(), "cue": set(), "content": set()}
    start = 0
    for i in range(1, len(labels) + 1):
        if i == len(labels) or labels[i] != labels[start]:
            label = labels[start]
            if label is not None:
                spans[label[0]].add(_trimmed(text, tokens, start, i))
            start = i
    return spans


def _trimmed(text: str, tokens: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    def is_word(i: int) -> bool:
        return text[tokens[i][0]].isalnum()

    inside = [i for i in range(start, end) if is_word(i)]
    return (inside[0], inside[-1] + 1) if inside else (start, end)


def reliability(
    confidences: Sequence[float], right: Sequence[bool], bins: int = 10
) -> tuple[float, list[tuple[float, float, int, float, float]]]:
    """Expected calibration error, and for each bin of confidence: from, to, how many, mean confidence, share right."""
    edges = np.linspace(0, 1, bins + 1)
    table, error = [], 0.0
    values, truth = np.asarray(confidences, float), np.asarray(right, float)
    which = np.clip(np.digitize(values, edges[1:-1], right=False), 0, bins - 1)
    for i in range(bins):
        inside = which == i
        if inside.any():
            mean, share = float(values[inside].mean()), float(truth[inside].mean())
            table.append((float(edges[i]), float(edges[i + 1]), int(inside.sum()), mean, share))
            error += inside.sum() / len(values) * abs(mean - share)
    return float(error), table


def table(title: Sequence[str], rows: Iterable[Sequence[Any]], cell: Callable[[Any], str] | None = None) -> None:
    """Prints rows under a title, the first column wide."""
    show = cell or (lambda value: f"{value:.3f}" if isinstance(value, float) else str(value))
    print(f"  {title[0]:<22}" + "".join(f"{name:>11}" for name in title[1:]))
    for first, *rest in rows:
        print(f"  {first!s:<22}" + "".join(f"{show(value):>11}" for value in rest), flush=True)
