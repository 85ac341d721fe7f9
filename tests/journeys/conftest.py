"""Every journey has a reader of its own, with a library folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from at_the_window import Reader
from pytestqt.qtbot import QtBot

from reader.library import Library


@pytest.fixture
def reader(tmp_path: Path, qtbot: QtBot) -> Iterator[Reader]:
    """A reader who starts Verbatim for the first time."""
    person = Reader(tmp_path / "library", qtbot)
    yield person
    person.leave()


@pytest.fixture
def reader_without_samples(reader: Reader) -> Reader:
    """A reader whose library is there already, and empty."""
    Library.open(reader.folder).close()
    return reader
