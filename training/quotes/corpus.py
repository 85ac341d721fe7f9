"""PolNeAR as a tagger learns from it: an article's words, and for each what part of an attribution it is."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from reader.analysis.tagger import LABELS
from reader.analysis.words import Words, words_of
from reader.article import Article, Span
from reader.cleaning import clean
from reader.intake import read_path

POLNEAR = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "polnear"
VALIDATION_SHARE = 0.05
_WORD = re.compile(r"\w")

ROLES = ("Content", "Source", "Cue")
"""Where two overlap, the later one here keeps the word."""

MARK_STYLES: tuple[Mapping[int, str], ...] = (
    str.maketrans("“”‘’", "\"\"''"),
    str.maketrans("“”", '""'),
    str.maketrans("“”‘", "‘’“"),
    str.maketrans("“”", "''"),
    str.maketrans("“”", "«»"),
    str.maketrans("“”", "„“"),
    str.maketrans("“”", "  "),
)
"""Other ways to print quotation marks, none among them; each keeps every character's place."""


@dataclass(frozen=True)
class Marked:
    """An article and its annotators' readings of it: each a list of spans with their roles."""

    name: str
    article: Article
    readings: tuple[tuple[tuple[Span, str], ...], ...]


def read_part(part: str) -> list[Marked]:
    """All articles of a part of PolNeAR ("train", "dev") with at least one attribution."""
    folder = POLNEAR / part
    found: dict[str, list[Path]] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        found.setdefault(path.stem.rpartition("_")[0], []).append(path)
    marked = []
    for name, paths in found.items():
        article = clean(read_path(folder / "text" / f"{name}.txt", raw=True))
        marked.append(Marked(name, article, tuple(_reading(path, article.text) for path in paths)))
    return marked


def _reading(path: Path, text: str) -> tuple[tuple[Span, str], ...]:
    """The spans of all attributions; what only punctuation parts (a quotation's sentences) is one span."""
    spans: dict[str, list[Span]] = {}
    found: dict[tuple[Span, str], None] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            places = rest.partition("\t")[0].partition(" ")[2]
            spans[key] = [Span(*map(int, place.split())) for place in places.split(";") if place.strip()]
        elif key.startswith("E"):
            parts: dict[str, list[Span]] = {role: [] for role in ROLES}
            for item in rest.split():
                role, _, target = item.partition(":")
                if (role := role.rstrip("0123456789")) in parts:
                    parts[role] += spans.get(target, [])
            if parts["Content"]:
                found.update({(span, role): None for role in ROLES for span in _joined(parts[role], text)})
    return tuple(found)


def _joined(spans: Sequence[Span], text: str) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and _WORD.search(text, joined[-1].end, span.start) is None:
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return joined


def is_for_validation(name: str) -> bool:
    """Whether an article is kept from training; its name alone decides, so every run splits alike."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big") < VALIDATION_SHARE * 2**32


def labels_of(words: Words, reading: Sequence[tuple[Span, str]]) -> list[int]:
    """For each word the index of its label in LABELS. Marks at a span's ends, which annotators take or leave, are no part of it."""
    labels = [0] * len(words)
    starts = [span.start for span in words.spans]
    ends = [span.end for span in words.spans]
    for wanted in ROLES:
        begin = LABELS.index(f"B-{wanted.lower()}")
        for span, role in reading:
            if role != wanted:
                continue
            first, end = bisect_right(ends, span.start), bisect_left(starts, span.end)
            real = [i for i in range(first, end) if _WORD.match(words.text, starts[i])] or range(first, end)
            if real:
                labels[real[0] : real[-1] + 1] = [begin] + [begin + 1] * (real[-1] - real[0])
    return labels


def restyled(marked: Marked, random: Random, share: float) -> Words:
    """The article's words; for a share of the articles with other quotation marks than printed."""
    if random.random() >= share:
        return words_of(marked.article)
    style = random.choice(MARK_STYLES)
    blocks = tuple(replace(block, text=block.text.translate(style)) for block in marked.article.blocks)
    return words_of(replace(marked.article, text=marked.article.text.translate(style), blocks=blocks))
