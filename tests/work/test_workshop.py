"""The worker processes do what they are asked, are shut off from everything else, and may die."""

from __future__ import annotations

import io
import queue
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from made_documents import capture as made
from made_documents import docx, epub, mail, packed, pdf

from reader.article import Block, BlockKind, Capture, article_of
from reader.work import Analysed, Cleaned, Event, Failed, Progress, Refused, Unpacked, Workshop
from reader.work.hand import Hand, JobFailed
from reader.work.messages import receive, send

EVENT_S = 90

TEXT = """Mill to reopen after ten years

Jo Penn
Leeds
3 May 2021

The mill will reopen in June, its owner said on Monday.

“We never sold the looms,” Ann Sharpe said.
"""


def capture(text: str = TEXT) -> Capture:
    return Capture(text.encode(), "text/plain", "mill.txt", "file", datetime.now(UTC))


class Shop:
    """A workshop and the events it told, in order."""

    def __init__(self) -> None:
        self.events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self.workshop = Workshop(self.events.put)

    def outcome(self) -> Cleaned | Unpacked | Analysed | Failed:
        while isinstance(event := self.events.get(timeout=EVENT_S), Progress):
            pass
        return event


@pytest.fixture(scope="module")
def shop() -> Iterator[Shop]:
    shop = Shop()
    yield shop
    shop.workshop.close()


def test_a_capture_comes_back_as_an_article(shop: Shop) -> None:
    shop.workshop.clean("a", capture())
    outcome = shop.outcome()
    assert isinstance(outcome, Cleaned)
    assert outcome.key == "a"
    assert outcome.article.title == "Mill to reopen after ten years"
    assert outcome.article.text.startswith("The mill will reopen")


def test_an_article_comes_back_analysed(shop: Shop) -> None:
    article = article_of([Block(BlockKind.PARAGRAPH, "“We never sold the looms,” Ann Sharpe said.")])
    shop.workshop.analyse("b", article)
    outcome = shop.outcome()
    assert isinstance(outcome, Analysed)
    assert [quote.speaker.name for quote in outcome.analysis.quotes if quote.speaker] == ["Ann Sharpe"]


def test_what_cannot_be_cleaned_fails_with_a_sentence(shop: Shop) -> None:
    shop.workshop.clean("c", capture("  \n "))
    outcome = shop.outcome()
    assert isinstance(outcome, Failed)
    assert (outcome.key, outcome.stage, outcome.report) == ("c", "cleaning", "")
    assert outcome.sentence.endswith(".")


def test_an_archive_comes_back_as_the_files_in_it(shop: Shop) -> None:
    files = {"a.txt": TEXT, "b.pdf": pdf([[]]), "c.png": b"\x89PNG", "d.zip": packed({"e.txt": TEXT})}
    shop.workshop.clean("d", Capture(packed(files), "application/zip", "mill.zip", "drop", datetime.now(UTC)))
    outcome = shop.outcome()
    assert isinstance(outcome, Unpacked)
    first, second, third, fourth = outcome.parts
    assert isinstance(first, Capture) and isinstance(second, Capture)
    assert (first.name, first.content, first.media_type, first.how) == (
        "mill.zip/a.txt",
        TEXT.encode(),
        "text/plain",
        "drop",
    )
    assert (second.content, second.media_type) == (files["b.pdf"], "application/pdf")
    assert isinstance(third, Refused) and third.sentence.startswith("mill.zip/c.png is a picture")
    assert fourth == Refused(
        "mill.zip/d.zip", "mill.zip/d.zip is an archive within an archive; unpack it and add what is inside."
    )


@pytest.mark.parametrize("name", ["mill.pdf", "mill.epub", "mill.docx", "mill.rtf", "mill.md", "mill.eml"])
def test_a_confined_process_reads_every_format(shop: Shop, name: str) -> None:
    text = "The mill will reopen in June, its owner said on Monday, and nobody on the quay was surprised."
    content = {
        "mill.pdf": lambda: pdf([[(60, 700, 10, text)]]),
        "mill.epub": lambda: epub({"one.xhtml": f"<p>{text}</p>"}, ""),
        "mill.docx": lambda: docx([("", text)]),
        "mill.rtf": lambda: rb"{\rtf1\ansi " + text.encode() + b"}",
        "mill.md": text.encode,
        "mill.eml": lambda: mail("Mill", plain=text),
    }[name]()
    shop.workshop.clean(name, made(content, name))
    outcome = shop.outcome()
    assert isinstance(outcome, Cleaned), outcome
    assert text in outcome.article.text


def test_a_job_that_comes_first_overtakes_the_queue() -> None:
    shop = Shop()
    try:
        for key in ("1", "2", "3"):
            shop.workshop.clean(key, capture())
        shop.workshop.clean("first", capture(), first=True)
        order = [shop.outcome().key for _ in range(4)]
    finally:
        shop.workshop.close()
    assert order.index("first") <= 1
    assert [key for key in order if key != "first"] == ["1", "2", "3"]


def test_a_cancelled_job_is_not_done() -> None:
    shop = Shop()
    try:
        for key in ("1", "2", "3"):
            shop.workshop.clean(key, capture())
        shop.workshop.cancel("3")
        assert [shop.outcome().key for _ in range(2)] == ["1", "2"]
    finally:
        shop.workshop.close()
    assert shop.events.empty()


def test_a_process_that_dies_costs_one_job_and_is_replaced() -> None:
    hand = Hand("clean")
    try:
        hand.ready()
        assert hand._process is not None
        hand._process.kill()
        hand._process.wait()
        header = {"capture": {**_fields(), "captured_at": datetime.now(UTC).isoformat()}}
        assert hand.ask(header, TEXT.encode(), 30)[0]["article"]["title"]
    finally:
        hand.close()


def test_a_job_over_its_time_is_given_up_with_a_sentence() -> None:
    hand = Hand("clean")
    try:
        hand.ready()
        header = {"capture": {**_fields(), "captured_at": datetime.now(UTC).isoformat()}}
        with pytest.raises(JobFailed, match="longer than 0 seconds"):
            hand.ask(header, TEXT.encode() * 500, 0)
    finally:
        hand.close()


@pytest.mark.skipif(sys.platform == "win32", reason="there the clock alone counts")
def test_a_job_is_given_the_seconds_of_the_processor_that_it_may_take(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock may run for longer, as it does on a busy machine; the system ends a process that computed too much."""
    monkeypatch.setattr("reader.work.hand.PATIENCE", 600)
    hand = Hand("clean")
    try:
        hand.ready()
        header = {"capture": {**_fields(), "captured_at": datetime.now(UTC).isoformat()}}
        with pytest.raises(JobFailed, match="longer than 0 seconds"):
            hand.ask(header, TEXT.encode() * 20_000, 0)
    finally:
        hand.close()


def test_our_own_mistake_is_told_with_a_report() -> None:
    hand = Hand("clean")
    try:
        with pytest.raises(JobFailed, match="made a mistake") as failure:
            hand.ask({"capture": {"no": "capture"}}, b"", 30)
        assert "Traceback" in failure.value.report
    finally:
        hand.close()


def _fields() -> dict[str, object]:
    return {"media_type": "text/plain", "name": "x.txt", "how": "file", "url": None, "encoding": None, "raw": False}


PROBE = """
from reader.work.confinement import forbid_files_and_network, limit_resources
confined = forbid_files_and_network()
limit_resources(2048)
import socket, tempfile
def tried(deed):
    try:
        deed()
    except (OSError, MemoryError) as error:
        return type(error).__name__
    return "done"
print(confined, tried(lambda: open({secret!r}).read()), tried(lambda: open({target!r}, "w").write("x")),
      tried(lambda: socket.create_connection(("127.0.0.1", {port}), 2)), tried(lambda: bytearray(3 << 30)))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Landlock is Linux's")
def test_a_confined_process_reads_no_other_files_writes_none_and_reaches_no_server(tmp_path) -> None:  # type: ignore[no-untyped-def]
    import socket

    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    with socket.create_server(("127.0.0.1", 0)) as server:
        probe = PROBE.format(secret=str(secret), target=str(tmp_path / "new"), port=server.getsockname()[1])
        answer = subprocess.run(
            [sys.executable, "-c", probe], capture_output=True, text=True, check=True
        ).stdout.split()
    if answer[0] == "True":
        assert answer[1:4] == ["PermissionError"] * 3
    assert answer[4] == "MemoryError"
    assert not (tmp_path / "new").exists() or (tmp_path / "new").stat().st_size == 0


@pytest.mark.parametrize(
    "data",
    [b"\x00\x00", b"\x00\x00\x00\x05\x00\x00\x00\x00ab", b"\xff\xff\xff\xff\x00\x00\x00\x00", b"\0\0\0\x02\0\0\0\0[]"],
    ids=["cut in the lengths", "cut in the header", "absurd length", "no object"],
)
def test_a_broken_message_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="message"):
        receive(io.BytesIO(data))


def test_messages_carry_any_text_and_bytes() -> None:
    stream = io.BytesIO()
    send(stream, {"text": "“quote” \ud800 \x00 \U0001f600"}, b"\x00\xff")
    stream.seek(0)
    assert receive(stream) == ({"text": "“quote” \ud800 \x00 \U0001f600"}, b"\x00\xff")
    assert receive(stream) is None
