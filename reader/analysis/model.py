"""The model that reads an English text in one pass: roles of attribution, names, parts of speech and subjects.

A small encoder (MiniLM, 22 million weights of eight bits) with a linear head for each. It reads windows that overlap.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from reader.analysis.decoding import Floats
from reader.analysis.labels import HEADS, TAGS
from reader.analysis.windows import Window, laid_out, pieces_of, windows_of
from reader.analysis.words import Words
from reader.article import resource

FOLDER = "models/reading"


@dataclass(frozen=True)
class Reading:
    """For each word: logarithms of the probabilities of its role's labels and its name's, its tag, its subject's logit."""

    roles: Floats
    names: Floats
    tags: tuple[str, ...]
    subjects: Floats


class Model:
    """The model's files, loaded: `model.onnx`, `tokenizer.json` and `settings.json` in one folder."""

    def __init__(self, folder: Path) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        self.settings: dict[str, Any] = json.loads((folder / "settings.json").read_text("utf-8"))
        self._vocabulary = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._vocabulary.no_truncation()
        self._vocabulary.no_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = min(4, os.cpu_count() or 2)
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._first, self._last = (self._vocabulary.token_to_id(mark) for mark in ("[CLS]", "[SEP]"))

    @property
    def version(self) -> str:
        """The model's version, as its settings state it."""
        return str(self.settings["version"])

    def read(self, words: Words) -> Reading:
        """What the model says of each word."""
        pieces = pieces_of(self._vocabulary, words)
        parts: list[list[Floats]] = [[] for _ in HEADS]
        if pieces:
            for window in windows_of([len(each) for each in pieces]):
                for own, logits in zip(parts, self._read(window, pieces, words.forms), strict=True):
                    own.append(logits)
        whole = [
            np.concatenate(own) if own else np.zeros((0, size), dtype=np.float32)
            for own, size in zip(parts, HEADS.values(), strict=True)
        ]
        roles, names, tags, subjects = whole
        return Reading(
            _log_softmax(roles),
            _log_softmax(names),
            tuple(TAGS[i] for i in tags.argmax(axis=1)) if len(tags) else (),
            subjects[:, 0],
        )

    def _read(self, window: Window, pieces: Sequence[Sequence[int]], forms: Sequence[int]) -> list[Floats]:
        """Each head's logits for the words that are kept of a window."""
        ids, marks, firsts = laid_out(pieces[window.first : window.end], forms[window.first : window.end])
        inputs = {
            "pieces": np.array([[self._first, *ids, self._last]], dtype=np.int64),
            "forms": np.array([[0, *marks, 0]], dtype=np.int64),
        }
        kept = [1 + at for at in firsts[window.keep_first - window.first : window.keep_end - window.first]]
        return [logits[0][kept] for logits in self._session.run(list(HEADS), inputs)]


def _log_softmax(logits: Floats) -> Floats:
    if not len(logits):
        return logits
    shifted = logits - logits.max(axis=1, keepdims=True)
    normalised: Floats = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return normalised


@cache
def model() -> Model:
    """The model that ships with the application, loaded once."""
    return Model(resource(FOLDER))
