"""The lines of the corpora's pages as a browser's selection gives them, each with what people marked it as."""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import numpy as np
from corpora import page_capture, pages
from extraction import gold_of
from pasted import PARTS, part_of
from pasting import pasted
from rapidfuzz.distance import LCSseq

from reader.cleaning.datelines import first_date
from reader.cleaning.line_model import BODY, DAY, OTHER, TITLE, WRITER
from reader.cleaning.lines import Unit, units_of

__all__ = ["PARTS", "kinds_of", "marked_pages"]

WORD = re.compile(r"\w+")
SHORTEST_RUN_WORDS = 3
"""A shorter run of words that page and gold text have in common may be chance."""
LEAST_SHARED = 0.6
"""The share of a unit's words that must stand in the gold text, in its order."""
SHORT_WORDS = 5
NEAR = 3
ABOVE, BELOW = 25, 8
"""Where a signature stands, counted from the first line of the body; one elsewhere counts where none stands there."""


def marked_pages(parts: Sequence[str]) -> Iterator[tuple[str, list[Unit], np.ndarray]]:
    """The corpus and the units of each page of those parts, with their kinds."""
    for corpus in ("aeb", "wcxb"):
        gold = gold_of(corpus)
        wanted = [(key, page) for key, page in pages(corpus) if key in gold and part_of(key) in parts]
        cache = Path(tempfile.gettempdir()) / "verbatim-pasted" / corpus
        for key, text in pasted(((key, page_capture(key, page)) for key, page in wanted), cache):
            if units := units_of(text):
                yield corpus, units, kinds_of(units, gold[key])


def kinds_of(units: Sequence[Unit], gold: dict[str, Any]) -> np.ndarray:
    """OTHER, BODY, TITLE, WRITER or DAY for each unit, by what people marked on its page."""
    text = gold.get("articleBody") or gold.get("main_content") or ""
    lines = {_folded(line) for line in text.split("\n")} - {""}
    title, shared = _folded(gold.get("title")), _shares_in(units, text)
    body = [at for at, unit in enumerate(units) if _count(unit) >= SHORT_WORDS and shared[at] >= LEAST_SHARED]
    kinds = np.full(len(units), OTHER)
    kinds[body] = BODY
    if body:
        for at in range(max(0, body[0] - NEAR), min(len(units), body[-1] + NEAR + 1)):
            if _count(units[at]) < SHORT_WORDS and _folded(units[at].text) in lines:
                kinds[at] = BODY
    for kind, signs in ((DAY, _days), (WRITER, _names)):
        signing = [at for at, unit in enumerate(units) if kinds[at] != BODY and unit.words <= 30 and signs(unit, gold)]
        beside = [at for at in signing if body and body[0] - ABOVE <= at <= body[0] + BELOW]
        kinds[beside or signing] = kind
    kinds[[at for at, unit in enumerate(units) if title and _folded(unit.text) == title]] = TITLE
    return kinds


def _names(unit: Unit, gold: dict[str, Any]) -> bool:
    """Whether a unit names one of the page's writers."""
    names = [_folded(part) for part in re.split(r",|\band\b", gold.get("author") or "")]
    return any(name and name in _folded(unit.text) for name in names)


def _days(unit: Unit, gold: dict[str, Any]) -> bool:
    """Whether a unit gives the day of the page's publication."""
    day = (gold.get("publish_date") or "")[:10]
    return bool(day) and (first_date(unit.text) or "")[:10] == day


def _shares_in(units: Sequence[Unit], text: str) -> np.ndarray:
    """The share of each unit's words that stand in `text` too, in the same order and in runs."""
    words, owners = [], []
    for at, unit in enumerate(units):
        own = WORD.findall(unit.text.casefold())
        words += own
        owners += [at] * len(own)
    counts = np.bincount(np.array(owners, int), minlength=len(units))
    matched = np.zeros(len(units))
    for step in LCSseq.opcodes(words, WORD.findall(text.casefold())):
        if step.tag == "equal" and step.src_end - step.src_start >= SHORTEST_RUN_WORDS:
            np.add.at(matched, owners[step.src_start : step.src_end], 1)
    return matched / np.maximum(1, counts)


def _count(unit: Unit) -> int:
    return len(WORD.findall(unit.text))


def _folded(text: str | None) -> str:
    return " ".join(WORD.findall((text or "").casefold()))
