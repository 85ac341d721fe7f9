"""Vectors are worked out in the background, step back behind other work, come to questions, and are dropped when unwanted."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.article import Block, BlockKind, Capture, article_of
from reader.library import Library, Query
from reader.work import MeaningBench, meaning_bench

PATIENCE_S = 60
TOLD = (
    "A freighter ran onto the sandbank; tugs pulled the vessel free.",
    "Bread rose in Vale.",
    "Snow fell on orchards.",
)


def wait(until: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not until():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.02)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as opened:
        for text in TOLD:
            add(opened, text)
        yield opened


def add(library: Library, text: str) -> None:
    capture = Capture(text.encode(), "text/plain", "a.txt", "file", datetime.now(UTC))
    library.add(capture, article_of([Block(BlockKind.PARAGRAPH, text)], title=text.split()[1]))


class Bench:
    """A bench with what it was told: whether others are busy, and how often it said that it is ready."""

    def __init__(self, library: Library) -> None:
        self.busy, self.ready = False, threading.Event()
        self.own = MeaningBench(library, lambda: self.busy, self.ready.set)


@pytest.fixture
def bench(library: Library, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    monkeypatch.setattr(meaning_bench, "SETTLE_S", 0.01)
    monkeypatch.setattr(meaning_bench, "PAUSE_S", 0.05)
    made = Bench(library)
    yield made
    made.own.close()


def test_all_get_a_vector_and_a_question_is_answered_by_it(library: Library, bench: Bench) -> None:
    bench.own.turn(True)
    wait(lambda: library.meanings.are_there() and not library.meanings.missing())
    vector = bench.own.question("stranded cargo boat")
    assert vector is not None and bench.own.question("stranded cargo boat") is vector
    rows = library.rows(Query(words="stranded cargo boat ", meaning=vector))
    assert [(row.title, row.near) for row in rows] == [("freighter", True)]
    add(library, "Rain fell for days.")
    assert len(library.meanings.missing()) == 1
    bench.own.look()
    wait(lambda: not library.meanings.missing())


def test_a_question_that_comes_too_early_is_told_when_it_can_be_answered(library: Library, bench: Bench) -> None:
    bench.busy = True
    bench.own.turn(True)
    assert bench.own.question("stranded cargo boat") is None
    assert bench.ready.wait(PATIENCE_S)
    assert bench.own.question("stranded cargo boat") is not None
    assert not library.meanings.are_there(), "others were busy"
    bench.busy = False
    wait(lambda: not library.meanings.missing())


def test_switched_off_nothing_is_kept_and_no_question_answered(library: Library, bench: Bench) -> None:
    bench.own.turn(True)
    wait(lambda: not library.meanings.missing())
    bench.own.turn(False)
    wait(lambda: not library.meanings.are_there())
    assert bench.own.question("stranded cargo boat") is None
    bench.own.turn(True)
    wait(lambda: library.meanings.are_there() and not library.meanings.missing())


def test_without_the_model_all_goes_on(library: Library, bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning_bench, "MODEL", "models/meaning/gone.onnx")
    bench.own.turn(True)
    assert bench.own.question("stranded cargo boat") is None
    assert not library.meanings.are_there()


def test_a_process_that_dies_is_replaced(library: Library, bench: Bench) -> None:
    bench.own.turn(True)
    wait(lambda: not library.meanings.missing())
    process = bench.own._hand._process
    assert process is not None
    process.kill()
    process.wait()
    add(library, "Rain fell for days.")
    bench.own.look()
    wait(lambda: not library.meanings.missing())
