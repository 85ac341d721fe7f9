"""The corpora as the model learns from them: an article's words, and for each what may be said of it.

What is known of a word's name is a set of labels, of which one is right: the corpora have conventions of their own.
CoNLL-2003's MISC is a group, an event or a work; Universal NER's O may be one of these too; GUM tells the heads of
names alone; WNUT's products may be anything. A word of which nothing is known allows every label.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import numpy as np
import numpy.typing as npt

from reader.analysis.labels import NAME_LABELS, ROLE_LABELS, TAGS
from reader.analysis.words import Words, words_of
from reader.article import Article, Span
from reader.cleaning import clean
from reader.intake import from_text, read_path

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
if not CORPORA.is_dir():
    CORPORA = Path(__file__).resolve().parents[4] / "shared" / "corpora"
sys.path.insert(0, str(CORPORA.parent / "benchmarks"))
VALIDATION_SHARE = 0.05
IGNORED = -100

Allowed = npt.NDArray[np.bool_]

ROLES = ("Content", "Source", "Cue")
"""PolNeAR's names for the roles. Where two overlap, the later one here keeps the word."""

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

_WORD = re.compile(r"\w")
_O = NAME_LABELS.index("O")
_RARER = [i for i, label in enumerate(NAME_LABELS) if label[2:] in {"group", "event", "work"}]
_CONLL = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "misc"}
_WNUT = {"person": "person", "location": "place", "corporation": "organisation", "creative-work": "work"}
_GUM = {"person": "person", "organization": "organisation", "place": "place", "event": "event"}
Reading = tuple[tuple[Span, str], ...]


@dataclass(frozen=True)
class Example:
    """A text, and what its corpus says of it: readings of its attributions (none where the corpus has none), names."""

    name: str
    article: Article
    readings: tuple[Reading, ...] = ()
    names: tuple[tuple[int, int, str], ...] | None = None

    @property
    def corpus(self) -> str:
        return self.name.partition("/")[0]


def is_for_validation(name: str, share: float = VALIDATION_SHARE) -> bool:
    """Whether a text is kept from training; its name alone decides, so every run splits alike."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big") < share * 2**32


def texts() -> Iterator[tuple[str, Article]]:
    """Every text of the corpora by its name."""
    for part in ("polnear/train", "polnear/dev", *NAMED):
        for example in read(part):
            yield example.name, example.article


def read(part: str) -> list[Example]:
    """The texts of a part: polnear/train, polnear/dev, or one of NAMED."""
    if part.startswith("polnear"):
        return _polnear(part)
    return list(NAMED[part]())


# Attributions


def _polnear(part: str) -> list[Example]:
    folder = CORPORA / part
    found: dict[str, list[Path]] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        found.setdefault(path.stem.rpartition("_")[0], []).append(path)
    examples = []
    for name, paths in found.items():
        article = clean(read_path(folder / "text" / f"{name}.txt", raw=True))
        examples.append(Example(f"{part}/{name}", article, tuple(_reading(path, article.text) for path in paths)))
    return examples


def _reading(path: Path, text: str) -> Reading:
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


def roles_of(words: Words, reading: Reading) -> list[int]:
    """For each word its label's index. Marks at a span's ends, which annotators take or leave, are no part of it."""
    labels = [0] * len(words)
    starts = [span.start for span in words.spans]
    ends = [span.end for span in words.spans]
    for wanted in ROLES:
        begin = ROLE_LABELS.index(f"B-{wanted.lower()}")
        for span, role in reading:
            if role != wanted:
                continue
            first, end = bisect_right(ends, span.start), bisect_left(starts, span.end)
            real = [i for i in range(first, end) if _WORD.match(words.text, starts[i])] or range(first, end)
            if real:
                labels[real[0] : real[-1] + 1] = [begin] + [begin + 1] * (real[-1] - real[0])
    return labels


def restyled(example: Example, random: Random, share: float) -> Words:
    """The article's words; for a share of the articles with other quotation marks than printed."""
    if random.random() >= share:
        return words_of(example.article)
    style = random.choice(MARK_STYLES)
    blocks = tuple(replace(block, text=block.text.translate(style)) for block in example.article.blocks)
    return words_of(replace(example.article, text=example.article.text.translate(style), blocks=blocks))


# Names


def _columns(corpus: str, path: str, kinds: Mapping[str, str]) -> Iterator[Example]:
    """Texts in column format, their words joined as running text by the scorer's own rules."""
    import score_names

    score_names.KINDS = dict(kinds)
    for number, document in enumerate(score_names.read_corpus(CORPORA / "names" / path)):
        article = clean(replace(from_text(document.text), raw=True))
        names = tuple((start, end, kind) for (start, end), kind in document.names.items())
        yield Example(f"{corpus}/{number:04d}", article, names=names)


def _wnut() -> Iterator[Example]:
    """Tweets, joined by the same rules, twenty to a text."""
    import score_names

    words: list[tuple[str, str]] = []
    for line in (CORPORA / "names/wnut17/wnut17train.conll").read_text("utf-8").splitlines():
        word, _, tag = line.partition("\t")
        words.append((word.strip(), tag.strip()))
    score_names.KINDS = {**_WNUT, "group": "any", "product": "any"}
    document, tweets = score_names.Document(), 0
    for number, (word, tag) in enumerate(words):
        if word:
            document.add(word, tag)
            continue
        document.end_sentence()
        tweets += 1
        if tweets == 20 or number == len(words) - 1:
            if document.text:
                names = tuple((start, end, kind) for (start, end), kind in document.names.items())
                article = clean(replace(from_text(document.text), raw=True))
                yield Example(f"wnut/{number:06d}", article, names=names)
            document, tweets = score_names.Document(), 0


def _gum() -> Iterator[Example]:
    """Wikinews: the words joined as running text; of each name the head alone, with its kind."""
    for path in sorted((CORPORA / "gum").glob("*.tsv")):
        tags = [
            line.split("\t")
            for line in path.with_suffix(".xml").read_text("utf-8").splitlines()
            if line.count("\t") >= 4 and not line.startswith("<")
        ]
        yield _gum_text(path, [row[1] for row in tags])


def _gum_text(path: Path, tags: Sequence[str]) -> Example:
    import score_names

    document = score_names.Document()
    entities: dict[str, tuple[str, list[int]]] = {}
    places: list[tuple[int, int]] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#Text"):
            document.end_sentence()
        if not line[:1].isdigit():
            continue
        columns = line.split("\t")
        before = len(document.text)
        document.add(columns[2], "O")
        places.append((len(document.text) - len(columns[2]), len(document.text)) if before >= 0 else (0, 0))
        for item in columns[3].split("|"):
            kind, _, number = item.rstrip("]").partition("[")
            if kind != "_":
                entities.setdefault(number or f"w{len(places)}", (kind, []))[1].append(len(places) - 1)
    names = []
    for kind, members in entities.values():
        proper = [i for i in members if i < len(tags) and tags[i] in {"NP", "NPS"}]
        head = proper[-1] if proper and _GUM.get(kind) and _is_head(members, proper[-1], tags) else None
        if head is not None:
            names.append((*places[head], f"head-{_GUM[kind]}"))
    common = [(*places[i], "none") for i, tag in enumerate(tags[: len(places)]) if tag[:2] in {"VV", "VB", "IN", "RB"}]
    article = clean(replace(from_text(document.text), raw=True))
    return Example(f"gum/{path.stem}", article, names=(*names, *common))


def _is_head(members: Sequence[int], proper: int, tags: Sequence[str]) -> bool:
    """Whether a name's last proper noun ends it, or a preposition, comma or bracket follows: "the University of…"."""
    rest = [i for i in members if i > proper]
    return not rest or tags[rest[0]] in {",", "(", "IN", "POS", ":", "SENT"}


def allowed_names(example: Example, words: Words, silver: Sequence[Sequence[object]] | None) -> Allowed | None:
    """For each word which labels of names its corpus allows; None where the corpus says nothing of names."""
    if example.corpus == "polnear":
        return None if silver is None else _silver_names(words, silver)
    allowed = np.zeros((len(words), len(NAME_LABELS)), dtype=np.bool_)
    if example.corpus == "gum":
        allowed[:] = True
    else:
        allowed[:, _O] = True
        if example.corpus == "uner":
            allowed[:, _RARER] = True
    starts = [span.start for span in words.spans]
    for start, end, kind in example.names or ():
        first, last = bisect_left(starts, start), bisect_left(starts, end) - 1
        for i in range(first, last + 1):
            allowed[i] = _may_be(kind, i == first, silver[i] if silver else None)
    return allowed


def _may_be(kind: str, begins: bool, silver: Sequence[object] | None) -> Allowed:
    row = np.zeros(len(NAME_LABELS), dtype=np.bool_)
    mark = "B" if begins else "I"
    if kind == "any":
        row[:] = True
    elif kind == "none":
        row[_O] = True
        row[_RARER] = True
    elif kind.startswith("head-"):
        row[[i for i, label in enumerate(NAME_LABELS) if label[2:] == kind[5:]]] = True
    elif kind == "misc":
        read = silver[2] if silver else ""
        kinds = {read} & {"group", "event", "work"} or {"group", "event", "work"}
        row[[NAME_LABELS.index(f"{mark}-{each}") for each in kinds]] = True
    else:
        row[NAME_LABELS.index(f"{mark}-{kind}")] = True
    return row


def _silver_names(words: Words, silver: Sequence[Sequence[object]]) -> Allowed:
    """PolNeAR has no names: small words are none, and of the rarer kinds spaCy's reading is taken."""
    allowed = np.ones((len(words), len(NAME_LABELS)), dtype=np.bool_)
    for i, (_, _, kind, begins) in enumerate(silver):
        span = words.spans[i]
        if kind in {"group", "event", "work"}:
            allowed[i] = _may_be(str(kind), bool(begins), None)
        elif not kind and words.text[span.start : span.end].islower():
            allowed[i] = False
            allowed[i, _O] = True
    return allowed


NAMED = {
    "conll/train": lambda: _columns("conll-train", "conll2003/eng.train", _CONLL),
    "conll/testa": lambda: _columns("conll-testa", "conll2003/eng.testa", _CONLL),
    "uner": lambda: _columns("uner", "uner/en_ewt-ud-dev.iob2", _CONLL),
    "wnut": _wnut,
    "gum": _gum,
}
"""The corpora of names."""


# Parts of speech


def read_silver(path: Path) -> dict[str, list[list[object]]]:
    """What silver.py wrote: for each text's name its words' tags, subjects and rarer names."""
    return dict(json.loads(line) for line in path.read_text("utf-8").splitlines())


def tags_of(silver: Sequence[Sequence[object]] | None, count: int) -> tuple[list[int], list[int]]:
    """For each word its tag's index and whether it is a subject's head; IGNORED where unknown."""
    if silver is None:
        return [IGNORED] * count, [IGNORED] * count
    numbers = {tag: i for i, tag in enumerate(TAGS)}
    return [numbers.get(str(row[0]), IGNORED) for row in silver], [int(str(row[1])) for row in silver]
