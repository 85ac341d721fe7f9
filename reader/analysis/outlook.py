"""Whether the words around a date speak of what was or of what is to come, and whether they tell of a habit.

Verbs decide: the nearest one before the date in its sentence, else the first one behind it. A passive or perfect infinitive
belongs to its auxiliary ("will be announced" looks ahead), and "would" and "could" say nothing of when.
"""

from __future__ import annotations

import re
from enum import Enum


class Outlook(Enum):
    """Which way a sentence looks from the day it was published."""

    BACK = "back"
    AHEAD = "ahead"
    OPEN = "open"
    """It does not say."""


_AHEAD = re.compile(
    r"\b(?:will|shall)\b(?:\s+(?:not|also|only|then))?(?:\s+(?:be|have))?(?:\s+\w+)?|(?:[’']ll|won[’']t)\b(?:\s+be\s+\w+)?"
    r"|\b(?:is|are|was|were)\s+(?:due|expected|scheduled|set|slated|planned|poised|likely|about|going)\s+to(?:\s+be)?\s+\w+"
    r"|\b(?:is|are)\s+to\s+(?:be\s+)?\w+|\b(?:am|is|are)\s+(?:going|heading|coming)\b"
    r"|\b(?:until|till)$|\b(?:next|due|expected|scheduled|slated|planned|upcoming|forthcoming|set\s+(?:to|for)|postponed)\b"
    r"|\bmust\s+(?:be\s+)?\w+|\b(?:starts|begins|ends|opens|closes|expires)\b|\btakes\s+(?:effect|office|place)\b"
    r"|\b(?:plans?|hopes?|aims?|intends?|expects?|wants?|vows?|going|needs?|has|have)\s+to\s+(?:be\s+)?\w+",
    re.IGNORECASE,
)
_SOFT = re.compile(r"\b(?:would|could|might|may)\b(?:\s+(?:not|also))?(?:\s+(?:be|have))?(?:\s+\w+)?", re.IGNORECASE)
_BACK = re.compile(
    r"\b(?:was|were|had|did|as\s+of|ago|since|last|past|earlier|has\s+been|have\s+been"
    r"|said|told|wrote|spoke|began|became|came|went|died|won|lost|found|made|took|gave|got|met|left|led|held|kept|saw|sent"
    r"|shut|sold|bought|broke|built|brought|caught|chose|drew|fell|fought|flew|grew|heard|hit|knew|laid|paid|put|quit|ran"
    r"|rose|sat|shot|sank|spent|stood|stole|struck|swore|taught|thought|threw|understood|withdrew"
    r"|(?-i:(?!expected|scheduled|planned|postponed|slated|indeed|need|speed|proceed|exceed|succeed|hundred|sacred)[a-z]\w+ed))\b",
    re.IGNORECASE,
)
_TERM = re.compile(
    r"\b(?:promis|pledg|vow|urg|ask|order|advis|plead)(?:es?|s|ed|ing)?\b(?:(?!\b(?:was|were|had|did)\b)[^.;:])*\b(?:by|through|until|till)$",
    re.IGNORECASE,
)
"""By when somebody promised or was asked for something: the term lies ahead, though the verb looks back."""
_HABIT = re.compile(
    r"\b(?:every|each|daily|weekly|monthly|nightly|yearly|annually|typically|usually|normally|generally|traditional(?:ly)?"
    r"|tends?\s+to|routinely|year-round)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"s\b|\s+(?:mornings|afternoons|evenings|nights)\b")
_EDGE = re.compile(r"[.!?]['’”\")]*\s+(?=[A-Z“\"‘'])|\n+")
_ABBREVIATED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|St|Jr|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|[A-Z]|[ap]\.m)\.\s*$"
)

REACH_CHARACTERS = 160
BEFORE_WORDS = 17
BEHIND_WORDS, AFTER_WORDS = 20, 3
FRONTED_WORDS = 5
"""A date with so few words before it stands at the head of its sentence, whose verb is behind it; so far may it be."""
HABIT_WORDS = 6


def outlook(text: str, start: int, end: int) -> Outlook:
    """Which way the sentence of the date at [start, end) looks."""
    left = _left(text, start).split()
    if _TERM.search(" ".join(left[-BEFORE_WORDS:])):
        return Outlook.AHEAD
    right = " ".join(_right(text, end).split()[: BEHIND_WORDS if len(left) <= FRONTED_WORDS else AFTER_WORDS])
    return _last(" ".join(left[-BEFORE_WORDS:])) or _first(right) or Outlook.OPEN


def is_habit(text: str, start: int, end: int) -> bool:
    """Whether the words at a date tell of what happens again and again."""
    near = " ".join(_left(text, start).split()[-HABIT_WORDS:])
    return bool(_HABIT.search(near) or _AGAIN.match(text, end))


def sentence_before(text: str, start: int) -> str:
    """The words of a date's sentence before it."""
    return _left(text, start)


def _left(text: str, start: int) -> str:
    left = text[max(0, start - REACH_CHARACTERS) : start]
    cuts = [match.end() for match in _EDGE.finditer(left) if not _ABBREVIATED.search(left[: match.start() + 1])]
    return left[cuts[-1] :] if cuts else left


def _right(text: str, end: int) -> str:
    right = text[end : end + REACH_CHARACTERS]
    cut = _EDGE.search(right)
    return right[: cut.start()] if cut else right


def _cues(words: str) -> list[tuple[int, Outlook]]:
    """The verbs among words, in order; none within another."""
    found: list[tuple[int, int, Outlook]] = []
    for pattern, side in ((_AHEAD, Outlook.AHEAD), (_SOFT, Outlook.OPEN), (_BACK, Outlook.BACK)):
        for match in pattern.finditer(words):
            if not any(start < match.end() and match.start() < end for start, end, _ in found):
                found.append((match.start(), match.end(), side))
    return [(start, side) for start, _, side in sorted(found, key=lambda cue: cue[0])]


def _last(words: str) -> Outlook | None:
    cues = _cues(words)
    return cues[-1][1] if cues else None


def _first(words: str) -> Outlook | None:
    cues = _cues(words)
    return cues[0][1] if cues else None
