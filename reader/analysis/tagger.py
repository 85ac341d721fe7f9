"""A learned tagger: for each word of an English text whether it is part of a source, a cue or a content, and how surely.

A small encoder reads the text in windows that overlap. Of all sequences of labels that make sense, the likeliest is taken.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from reader.analysis.words import Words
from reader.article import resource

Floats = npt.NDArray[np.float32]

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
ROLES = ("source", "cue", "content")
WINDOW_PIECES = 254
"""So many pieces of words are read at once; the encoder's own marks at both ends come on top."""
OVERLAP_PIECES = 80
LONGEST_WORD_PIECES = 8
"""Of longer words (addresses, scripts without spaces) only the beginning is read."""


@dataclass(frozen=True)
class Tagged:
    """A run of words, first and last, that plays one role; `sureness` is the mean probability of its words' labels."""

    role: str
    first: int
    last: int
    sureness: float


@dataclass(frozen=True)
class Window:
    """Words [first, end) that are read together, of which [keep_first, keep_end) are taken from this reading."""

    first: int
    end: int
    keep_first: int
    keep_end: int


def windows_of(lengths: Sequence[int], size: int = WINDOW_PIECES, overlap: int = OVERLAP_PIECES) -> Iterator[Window]:
    """Windows over words of the given numbers of pieces; each word is taken from the window that shows most around it.

    No window holds more than `size` pieces; neighbours share about `overlap` of them.
    """
    first = keep_first = 0
    while True:
        end, pieces = first, 0
        while end < len(lengths) and pieces + lengths[end] <= size:
            pieces += lengths[end]
            end += 1
        end = max(end, min(first + 1, len(lengths)))
        if end == len(lengths):
            yield Window(first, end, keep_first, end)
            return
        following = _stepped_back(lengths, end, overlap, first + 1)
        keep_end = max(_stepped_back(lengths, end, overlap // 2, following), keep_first)
        yield Window(first, end, keep_first, keep_end)
        first, keep_first = following, keep_end


def _stepped_back(lengths: Sequence[int], end: int, pieces: int, lowest: int) -> int:
    """The word about `pieces` pieces in front of `end`, but not below `lowest`."""
    at = end
    while at > lowest and pieces >= lengths[at - 1]:
        at -= 1
        pieces -= lengths[at]
    return at


def best_labels(log_probabilities: Floats) -> list[int]:
    """The likeliest sequence of labels in which no span goes on that has not begun (Viterbi over valid BIO)."""
    if not len(log_probabilities):
        return []
    score = log_probabilities[0] + _START
    back = np.zeros(log_probabilities.shape, dtype=np.int64)
    for i in range(1, len(log_probabilities)):
        reached = score[:, None] + _TRANSITIONS
        back[i] = reached.argmax(axis=0)
        score = reached.max(axis=0) + log_probabilities[i]
    labels = [int(score.argmax())]
    for i in range(len(log_probabilities) - 1, 0, -1):
        labels.append(int(back[i][labels[-1]]))
    return labels[::-1]


def _may_follow(before: str, label: str) -> bool:
    return not label.startswith("I-") or before[2:] == label[2:]


_FORBIDDEN = -1e9
_TRANSITIONS = np.array([[0 if _may_follow(a, b) else _FORBIDDEN for b in LABELS] for a in LABELS], dtype=np.float32)
_START = np.array([0 if _may_follow("O", label) else _FORBIDDEN for label in LABELS], dtype=np.float32)


def spans_of(labels: Sequence[int], probabilities: Floats) -> list[Tagged]:
    """The spans that a valid sequence of labels marks, in order."""
    found: list[Tagged] = []
    at = 0
    while at < len(labels):
        label = LABELS[labels[at]]
        if label == "O":
            at += 1
            continue
        end = at + 1
        while end < len(labels) and LABELS[labels[end]] == f"I-{label[2:]}":
            end += 1
        sureness = float(np.mean([probabilities[i, labels[i]] for i in range(at, end)]))
        found.append(Tagged(label[2:], at, end - 1, sureness))
        at = end
    return found


class Tagger:
    """The model's files, loaded: `model.onnx`, `tokenizer.json` and `settings.json` in one folder."""

    def __init__(self, folder: Path) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        self.settings: dict[str, Any] = json.loads((folder / "settings.json").read_text("utf-8"))
        self._vocabulary = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._vocabulary.no_truncation()
        self._vocabulary.no_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = max(1, (os.cpu_count() or 2) // 2)
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._first, self._last = (self._vocabulary.token_to_id(mark) for mark in ("[CLS]", "[SEP]"))

    @property
    def version(self) -> str:
        """The model's version, as its settings state it."""
        return str(self.settings["version"])

    def tag(self, words: Words) -> list[Tagged]:
        """The sources, cues and contents of a text, in order."""
        logits = self.logits(words)
        if not len(logits):
            return []
        log_probabilities = _log_softmax(logits)
        return spans_of(best_labels(log_probabilities), np.exp(log_probabilities))

    def logits(self, words: Words) -> Floats:
        """For each word the logits of all labels."""
        pieces = pieces_of(self._vocabulary, words)
        found = [self._read(window, pieces, words.forms) for window in windows_of([len(each) for each in pieces])]
        return np.concatenate(found) if found else np.zeros((0, len(LABELS)), dtype=np.float32)

    def _read(self, window: Window, pieces: Sequence[Sequence[int]], forms: Sequence[int]) -> Floats:
        """The logits of the words that are kept of a window."""
        ids, marks, firsts = laid_out(pieces[window.first : window.end], forms[window.first : window.end])
        row = np.array([[self._first, *ids, self._last]], dtype=np.int64)
        inputs = {
            "pieces": row,
            "forms": np.array([[0, *marks, 0]], dtype=np.int64),
            "mask": np.ones_like(row),
        }
        logits: Floats = self._session.run(["logits"], inputs)[0][0]
        kept = firsts[window.keep_first - window.first : window.keep_end - window.first]
        return logits[[1 + at for at in kept]]


def pieces_of(vocabulary: Any, words: Words) -> list[list[int]]:
    """Each word's pieces as numbers of the vocabulary; a word that has none is unknown."""
    unknown = vocabulary.token_to_id("[UNK]")
    encoded = vocabulary.encode(words.texts(), is_pretokenized=True, add_special_tokens=False)
    pieces: list[list[int]] = [[] for _ in range(len(words))]
    for piece, word in zip(encoded.ids, encoded.word_ids, strict=True):
        if len(pieces[word]) < LONGEST_WORD_PIECES:
            pieces[word].append(piece)
    return [each or [unknown] for each in pieces]


def laid_out(pieces: Sequence[Sequence[int]], forms: Sequence[int]) -> tuple[list[int], list[int], list[int]]:
    """The words' pieces in one row, the form of each piece, and where each word begins."""
    ids: list[int] = []
    marks: list[int] = []
    firsts: list[int] = []
    for own, form in zip(pieces, forms, strict=True):
        firsts.append(len(ids))
        ids += own
        marks += [form] * len(own)
    return ids, marks, firsts


def _log_softmax(logits: Floats) -> Floats:
    shifted = logits - logits.max(axis=1, keepdims=True)
    normalised: Floats = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return normalised


FOLDER = "models/quotes"


@cache
def tagger() -> Tagger | None:
    """The tagger that ships with the application, loaded once; None where its files are missing."""
    folder = resource(FOLDER)
    return Tagger(folder) if (folder / "model.onnx").is_file() else None
