"""The real window under a real display, read through AT-SPI by a client from outside, as a blind reader's program does."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from reader.article import (
    EMPTY_ANALYSIS,
    Block,
    BlockKind,
    Capture,
    Entity,
    EntityKind,
    Mention,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    article_of,
)
from reader.library import Library, changes

TESTS = Path(__file__).parent.parent
ROOT = TESTS.parent
AT_SPI = [Path("/usr/libexec/at-spi-bus-launcher"), Path("/usr/lib/at-spi2-core/at-spi-bus-launcher")]
NEEDED = [name for name in ("Xvfb", "dbus-run-session") if shutil.which(name) is None]
READY_S = 240
MOMENT = datetime(2026, 11, 3, 8, 15, tzinfo=UTC)

pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="AT-SPI is Linux's"),
    pytest.mark.skipif(bool(NEEDED), reason=f"not installed: {', '.join(NEEDED)}"),
    pytest.mark.skipif(not any(path.is_file() for path in AT_SPI), reason="not installed: at-spi2-core"),
]

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from reader.library import Library
from reader.window import window_on
from reader.window.running import application, dispose

app, stop = application(), Path(sys.argv[2])
with Library.open(Path(sys.argv[1])) as library:
    window = window_on(library)
    window.start()
    window.resize(1200, 800)
    window.show()
    watch = QTimer(window)
    watch.timeout.connect(lambda: app.quit() if stop.exists() else None)
    watch.start(200)
    app.exec()
    dispose(window)
"""
SESSION = """
"$1" -c "$0" "$2" "$3" &
"$1" "$4"
status=$?
touch "$3"
wait
exit $status
"""


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a library with one article that has headings and quotations, analysed, and an older one."""
    folder = tmp_path_factory.mktemp("read") / "library"
    text = "“We mend it by May,” said Ana Rook."
    with Library.open(folder) as library:
        plain = article_of([Block(BlockKind.PARAGRAPH, "The quay was quiet.")], title="A quiet quay")
        library.add(Capture(b"quay", "text/plain", "quay.txt", "file", MOMENT), plain)
        article = article_of(
            [
                Block(BlockKind.PARAGRAPH, text),
                Block(BlockKind.HEADING, "What comes next", level=2),
                Block(BlockKind.QUOTATION, "Stone is patient."),
            ],
            title="The bridge is mended",
            publisher="Quay Post",
        )
        number = library.add(Capture(b"bridge", "text/plain", "bridge.txt", "file", MOMENT), article).id
        rook = Entity("e1", "Ana Rook", EntityKind.PERSON, (), (Mention(26, 34, "Ana Rook"),))
        speaker = Speaker("e1", "Ana Rook", "Ana Rook", (Span(26, 34),))
        quote = Quote(QuoteKind.DIRECT, "We mend it by May,", (Span(1, 19),), speaker, None, 0.95)
        library.store_analysis(number, replace(EMPTY_ANALYSIS, entities=(rook,), quotes=(quote,)))
        library.perform(changes.SetBookmarked((number,)))
    return folder


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A display of the test's own."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(10)


@pytest.fixture(scope="module")
def told(stocked: Path, display: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[dict[str, Any]], str]:
    """Everything that a screen reader finds in the window, and the text of the page."""
    home = tmp_path_factory.mktemp("home")
    environment = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_RUNTIME_DIR": str(home),
        "VERBATIM_SETTINGS": str(home / "settings.toml"),
        "PYTHONPATH": str(ROOT),
    }
    arguments = [WINDOW, sys.executable, str(stocked), str(home / "stop"), str(TESTS / "screen_reader.py")]
    done = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", SESSION, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=READY_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return lines[:-1], lines[-1]["text"]


def test_the_window_and_its_menus_are_there(told: tuple[list[dict[str, Any]], str]) -> None:
    seen, _ = told
    assert any(each["role"] == "frame" and each["name"] == "The bridge is mended – Verbatim" for each in seen)
    menus = {each["name"] for each in seen if each["role"] in {"menu item", "menu"}}
    assert {"File", "Edit", "Article", "Annotate", "Go", "View", "Help"} <= menus


def test_headlines_are_read_with_their_state(told: tuple[list[dict[str, Any]], str]) -> None:
    items = [each["name"] for each in told[0] if each["role"] == "list item"]
    assert any(name.startswith("The bridge is mended, bookmarked, Quay Post") for name in items)
    assert any(name.startswith("A quiet quay, unread") for name in items)
    assert any(each["focused"] for each in told[0])


def test_the_article_is_read_with_its_structure(told: tuple[list[dict[str, Any]], str]) -> None:
    seen, text = told
    headings = {each["name"]: each["attributes"].get("level") for each in seen if each["role"] == "heading"}
    assert headings == {"The bridge is mended": "1", "What comes next": "2"}
    assert [each["name"] for each in seen if each["role"] == "block quote"] == ["Stone is patient."]
    assert "“We mend it by May,” said Ana Rook." in [each["name"] for each in seen if each["role"] == "paragraph"]
    assert "“We mend it by May,” said Ana Rook." in text


def test_the_inspector_is_read(told: tuple[list[dict[str, Any]], str]) -> None:
    seen, _ = told
    assert any("Ana Rook" in each["name"] and "We mend it by May" in each["name"] for each in seen)
    tabs = [each["name"] for each in seen if each["role"] == "page tab"]
    assert {"Quotes", "People & places", "Timeline", "Notes", "Source"} <= set(tabs)


def test_every_control_has_a_name(told: tuple[list[dict[str, Any]], str]) -> None:
    acted_on = {
        "push button",
        "toggle button",
        "check box",
        "combo box",
        "entry",
        "list",
        "page tab",
        "menu item",
        "spin button",
    }
    nameless = [
        (parent["role"], parent["name"], each)
        for parent, each in with_parents(told[0])
        if each["role"] in acted_on and not each["name"] and parent["role"] != "combo box"
    ]
    assert nameless == []


def with_parents(seen: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each thing with the one that it is in; what is in nothing is left out."""
    for at, each in enumerate(seen):
        for before in reversed(seen[:at]):
            if before["depth"] < each["depth"]:
                yield before, each
                break
