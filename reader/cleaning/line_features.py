"""What can be told of a line of a pasted page without knowing the page: its looks, its place, its words.

One row of numbers for each unit. The columns up to `LOOKS` hold in any language; those after it know words, and are
left empty for a text in a language that the model was not trained on. What they are is fixed by `FEATURES_VERSION`,
which a model names that was trained on them.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from reader.article import Reason
from reader.cleaning.boilerplate import CREDIT, RELATED, boilerplate
from reader.cleaning.bylines import byline, is_bare_name
from reader.cleaning.datelines import date_line
from reader.cleaning.lines import Unit

Rows = NDArray[np.float32]

FEATURES_VERSION = 2
WORD_BINS = 512
"""Words are told apart by a hash into so many bins; which of them share one hardly matters."""
NEAR, FAR = 3, 10
"""How many units to either side count as the neighbourhood, and as the part of the page."""
LONGEST_LOOKED_AT_CHARACTERS = 1500
LONGEST_LABEL_WORDS = 40
SHORTEST_CONTENT_WORD_CHARACTERS = 4

_WORD = re.compile(r"\w+")
_COMMON = frozenset(
    "the of and to in a is that for it was on with as at by from be this are have has had not but they his her he she "
    "which or an were been who will would their its after when also more than about into could what there over out".split()
)
_ADDRESSING = frozenset("you your our us we my sign log subscribe read more click share follow".split())
_DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d+\s+(?:minutes?|hours?|days?|weeks?)\s+ago\b", re.I
)
_MARKS = ("|", "›", "»", "©", "@", "http", "“", '"', "•", "/", "…", "+", "(", ":", "?", "!", ",", ";", "—")
_BULLET = re.compile(r"^(?:[•▪▸‣◦●∙·*–-]|\d{1,2}[.)])\s")
_REASONS = tuple(Reason)


def features(units: Sequence[Unit], *, words: bool = True) -> Rows:
    """One row for each unit of a text; without what is told by words where `words` is false."""
    if not units:
        return np.zeros((0, LOOKS + WORDS), np.float32)
    looks = np.concatenate([_looks(units), _context(units)], axis=1)
    if not words:
        return np.concatenate([looks, np.zeros((len(units), WORDS), np.float32)], axis=1)
    known = np.array([_known(unit) for unit in units], np.float32)
    reasons = known[:, -len(_REASONS) :]
    above = np.log1p(np.cumsum(reasons, axis=0)) / 2
    bags = np.array([_bag(unit) for unit in units], np.float32)
    return np.concatenate([looks, known, above, bags], axis=1, dtype=np.float32)


def beside(rows: Rows) -> Rows:
    """What the trees are shown: of each row all but the bag of its words, and what the rows around it look like."""
    shown = [rows[:, :-WORD_BINS]]
    for offset in BESIDE:
        moved = np.full((len(rows), len(_SHOWN_BESIDE)), -1, np.float32)
        if offset > 0:
            moved[:-offset] = rows[offset:, _SHOWN_BESIDE]
        else:
            moved[-offset:] = rows[:offset, _SHOWN_BESIDE]
        shown.append(moved)
    return np.concatenate(shown, axis=1)


def _looks(units: Sequence[Unit]) -> Rows:
    """What each unit looks like, and where it stands."""
    times: Counter[str] = Counter(unit.text.casefold() for unit in units)
    seen: Counter[str] = Counter()
    rows = []
    for at, unit in enumerate(units):
        text = unit.text[:LONGEST_LOOKED_AT_CHARACTERS]
        words = text.split()
        count, key = max(1, len(words)), unit.text.casefold()
        before = unit.line - units[at - 1].line if at else 9
        after = units[at + 1].line - unit.line if at + 1 < len(units) else 9
        short = len(words) <= LONGEST_LABEL_WORDS
        rows.append(
            [
                float(np.log1p(unit.words)),
                len(text) / count / 10,
                float(unit.ends_sentence),
                float(unit.is_prose),
                float(text[:1].isupper()),
                float(text[:1].islower()),
                sum(word[:1].isupper() for word in words) / count,
                sum(word.isupper() and len(word) > 1 for word in words) / count,
                sum(character.isdigit() for character in text) / max(1, len(text)),
                min(times[key], 5) / 5,
                min(seen[key], 3) / 3,
                float(_DATE.search(text) is not None),
                float(short and date_line(text) is not None),
                float(short and is_bare_name(text)),
                float(_BULLET.match(text) is not None),
                *(float(mark in text) for mark in _MARKS),
                at / len(units),
                float(np.log1p(at)) / 3,
                float(np.log1p(len(units) - at)) / 3,
                min(before, 5) / 5,
                min(after, 5) / 5,
            ]
        )
        seen[key] += 1
    return np.array(rows, np.float32)


def _context(units: Sequence[Unit]) -> Rows:
    """What stands around each unit: how much, how much of it prose, and whether it speaks of the same things."""
    words = np.array([unit.words for unit in units], np.float32)
    prose = np.array([unit.words if unit.is_prose else 0 for unit in units], np.float32)
    around = [_around(words, NEAR), _around(words, FAR), *(_around(prose, reach) for reach in (NEAR, FAR, 2 * FAR))]
    gathered = np.cumsum(prose) / max(1.0, float(prose.sum()))
    total = np.full(len(units), np.log1p(prose.sum()) / 5, np.float32)
    kinds = [gathered, total, _since_prose(prose), _since_prose(prose[::-1])[::-1]]
    return np.concatenate([np.log1p(np.column_stack(around)), np.column_stack(kinds), _shared(units)], axis=1)


def _shared(units: Sequence[Unit]) -> Rows:
    """How much of what each unit speaks of, other prose of the page speaks of too."""
    content = [
        {word for word in _WORD.findall(unit.text[:LONGEST_LOOKED_AT_CHARACTERS].casefold()) if len(word) >= SHORTEST_CONTENT_WORD_CHARACTERS}
        for unit in units
    ]  # fmt: skip
    held = Counter(word for unit, said in zip(units, content, strict=True) if unit.is_prose for word in said)
    rows = np.zeros((len(units), 3), np.float32)
    for at, (unit, said) in enumerate(zip(units, content, strict=True)):
        if said:
            elsewhere = [held[word] - unit.is_prose for word in said]
            rows[at] = (
                sum(times >= 1 for times in elsewhere) / len(said),
                sum(times >= 3 for times in elsewhere) / len(said),
                max(np.log1p(times) for times in elsewhere) / 3,
            )
    return rows


def _known(unit: Unit) -> list[float]:
    """What the words of a unit say; the rules' reason comes last, as one column for each."""
    text = unit.text[:LONGEST_LOOKED_AT_CHARACTERS]
    lower = [word.strip(".,;:!?“”\"'()").lower() for word in text.split()]
    count = max(1, len(lower))
    rule = boilerplate(unit.text)
    return [
        sum(word in _COMMON for word in lower) / count,
        sum(word in _ADDRESSING for word in lower) / count,
        float(len(lower) <= LONGEST_LABEL_WORDS and byline(text) is not None),
        float(RELATED.match(text) is not None),
        float(CREDIT.match(text) is not None),
        *(float(rule is not None and rule.reason is reason) for reason in _REASONS),
    ]


LOOKS = 15 + len(_MARKS) + 5 + 12
"""So many columns hold in any language."""
WORDS = 5 + 2 * len(_REASONS) + WORD_BINS
BESIDE = (-2, -1, 1, 2)
_SHOWN_BESIDE = (0, 1, 2, 3, 6, 8, 9, 11, 12, 13, LOOKS, LOOKS + 1, LOOKS + 2)
"""Length, length of words, how it ends, whether it is prose, capitals, digits, how often the page has it, whether it is
a date, a date line or a name; its common words, its words that address a reader, and whether it is a byline."""


def _around(values: Rows, reach: int) -> Rows:
    """The mean over the units up to `reach` away."""
    total = np.concatenate([[0], np.cumsum(values)])
    at = np.arange(len(values))
    low, high = np.maximum(0, at - reach), np.minimum(len(values), at + reach + 1)
    return np.asarray((total[high] - total[low]) / (high - low), np.float32)


def _since_prose(prose: Rows) -> Rows:
    """How many units ago the last prose was, up to 20, as a share of 20."""
    since, out = 20, np.zeros(len(prose), np.float32)
    for at, words in enumerate(prose):
        out[at] = since / 20
        since = 0 if words else min(20, since + 1)
    return out


def _bag(unit: Unit) -> Rows:
    bag = np.zeros(WORD_BINS, np.float32)
    words = _WORD.findall(unit.text[:LONGEST_LOOKED_AT_CHARACTERS].lower())
    for word in words:
        bag[zlib.crc32(word.encode()) % WORD_BINS] += 1
    return np.asarray(bag / max(1.0, float(len(words)) ** 0.5), np.float32)
