"""What a text is about, as a vector of eight bits: texts about the same have vectors that point the same way.

The model is all-MiniLM-L6-v2 (22 million weights of eight bits, Apache-2.0), as it is published: training/meaning/
makes its graph. It reads English. An article's vector is that of its headline and its beginning: a second one of what
follows would find hardly more, for twice the time.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from reader.article import resource

if TYPE_CHECKING:
    from pathlib import Path

FOLDER, VOCABULARY = "models/meaning", "models/reading/tokenizer.json"
PIECES = 254
"""The model was made for texts of so many word pieces."""
CHARACTERS = 4_000
"""So many characters are never fewer pieces than the model takes."""


class Encoder:
    """The model's files, loaded."""

    def __init__(self, folder: Path, vocabulary: Path) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        self._vocabulary = Tokenizer.from_file(str(vocabulary))
        self._vocabulary.no_truncation()
        self._vocabulary.no_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # it works beside everything else
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._first, self._last = (self._vocabulary.token_to_id(mark) for mark in ("[CLS]", "[SEP]"))

    def question(self, words: str) -> bytes:
        """The vector of what somebody looks for."""
        return _packed(self._mean(self._pieces(words)[:PIECES]))

    def article(self, title: str, text: str) -> bytes:
        """The vector of an article."""
        return _packed(self._mean(self._pieces(f"{title}. {text}"[:CHARACTERS])[:PIECES]))

    def _pieces(self, text: str) -> list[int]:
        found: list[int] = self._vocabulary.encode(text, add_special_tokens=False).ids
        return found

    def _mean(self, pieces: list[int]) -> NDArray[np.float32]:
        inputs = {"pieces": np.array([[self._first, *pieces, self._last]], dtype=np.int64)}
        vector: NDArray[np.float32] = self._session.run(None, inputs)[0][0]
        return vector


def _packed(vector: NDArray[np.float32]) -> bytes:
    """A vector of eight bits a number; only where it points to is kept."""
    whole: NDArray[np.int8] = np.rint(vector * (127 / max(1e-9, float(np.abs(vector).max())))).astype(np.int8)
    return whole.tobytes()


def is_here() -> bool:
    """Whether the model ships with this application."""
    return (resource(FOLDER) / "model.onnx").is_file()


@cache
def encoder() -> Encoder:
    """The model that ships with the application, loaded once."""
    return Encoder(resource(FOLDER), resource(VOCABULARY))
