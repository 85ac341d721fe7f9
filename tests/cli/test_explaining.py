"""`verbatim explain`: where each part of an article is from, and why; run as people run it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reader.article import FIELDS

ESCAPE = "\x1b[31m"
PAGE = """<html lang="en"><head><title>Ferry returns to Tarnby after storms | Tarnby Courier</title>
<meta name="author" content="Ann Sharpe"></head><body><nav><a href="/">Home</a></nav><main><article>
<h1>Ferry returns to Tarnby after storms</h1><p class="byline">By Ann Sharpe</p>
<p>The ferry to Tarnby sails again on Monday, and the harbour master says &#x1b;[31m that he is glad of it.</p>
<p>“We had almost given up hope,” said Mia Holt, who runs the bakery on the quay with her brother.</p>
<p>Nobody knows yet how long the second ship will take, but the yard has promised to try for June.</p>
</article></main><div class="cookie-consent"><p>Choices about what is kept on your machine</p></div></body></html>"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / f"ferry{ESCAPE}.html"
    path.write_text(PAGE, "utf-8")
    return path


def explained(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "reader", "explain", *arguments]
    return subprocess.run(command, capture_output=True, timeout=110, check=False)


def test_every_part_is_explained(page: Path) -> None:
    result = explained("--format", "json", str(page))
    assert result.returncode == 0, result.stderr
    record = json.loads(result.stdout)
    assert set(record["fields"]) == set(FIELDS)
    best = record["fields"]["authors"]["candidates"][0]
    assert (record["fields"]["authors"]["value"], best["value"]) == (["Ann Sharpe"], "Ann Sharpe")
    assert "meta element" in best["sources"][0] and best["weight"] > 0
    assert all(block["why"] and block["origin"] for block in record["blocks"])
    consent = next(piece for piece in record["removed"] if piece["text"].startswith("Choices"))
    assert (consent["reason"], consent["why"]) == ("consent", "It stands in a consent dialog.")
    assert "div.cookie-consent" in consent["origin"]


def test_the_text_says_it_to_a_person_without_control_characters(page: Path) -> None:
    result = explained("--format", "text", str(page))
    said = " ".join(result.stdout.decode().split())
    assert result.returncode == 0, result.stderr
    assert b"\x1b" not in result.stdout
    for words in ("Ann Sharpe ← meta element", "Taken away", "It stands in a consent dialog.", "words, 1 min"):
        assert words in said


def test_a_file_that_cannot_be_read_is_told_and_the_others_go_on(page: Path, tmp_path: Path) -> None:
    result = explained("--format", "text", str(tmp_path / "gone.html"), str(page))
    assert result.returncode == 1
    assert b"gone.html does not exist" in result.stderr
    assert "Ferry returns to Tarnby" in result.stdout.decode()
