"""How many words a text has, also where words are not parted by blanks."""

from __future__ import annotations

import re

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese characters."""
CHARACTERS_A_WORD = 2
"""Words in these scripts are one to five characters long."""
_DETERMINER = re.compile(r"(?:the|an?|his|her|its|their|our|my|your)\s+(?=\S)", re.IGNORECASE)


def word_count(text: str) -> int:
    """The number of words: those between blanks, and in scripts without blanks one for every two characters."""
    if text.isascii() or not (runs := _UNSPACED.findall(text)):
        return len(text.split())
    between = [word for word in _UNSPACED.sub(" ", text).split() if any(map(str.isalnum, word))]
    return len(between) + sum(-(-len(run) // CHARACTERS_A_WORD) for run in runs)


def bare_role(role: str) -> str:
    """A role as it stands beside a name: "the bridge engineer" and "his barrister" without their determiner."""
    return role[found.end() :] if (found := _DETERMINER.match(role)) else role
