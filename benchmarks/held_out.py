"""Models that do not know the page they judge: each was trained on all checked pages but one part of them.

`python training/blocks/train.py --cross FOLDER` makes them; what they say of a page is what to expect of a page never
seen. The parts are by a hash of a page's number.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from reader.cleaning.block_model import model_from, shares_of

FOLDS = 5


def fold_of(key: str) -> int:
    """The part that the page of that number belongs to, the same one in every run."""
    return zlib.crc32(f"v{key}".encode()) % FOLDS


def path_of(folder: Path, fold: int) -> Path:
    """Where the model lies that was not trained on a part."""
    return folder / f"without-{fold}.npz"


@contextmanager
def held_out(folder: Path | None) -> Iterator[list[str]]:
    """A place for the key of the page in turn; meanwhile cleaning judges it by the model that does not know it.

    Without a folder, by the one that ships.
    """
    at = [""]
    if folder is None:
        yield at
        return
    models = [model_from(path_of(folder, fold)) for fold in range(FOLDS)]
    with mock.patch("reader.cleaning.html.shares_of", lambda rows: shares_of(rows, models[fold_of(at[0])])):
        yield at
