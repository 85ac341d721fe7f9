"""Feeds and addresses in the terminal, against a server on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result
from web_server import WebServer, served

from reader.cli.command import app

PROSE = (
    "<p>The ferry of Nordhaven sailed at dawn on Tuesday with forty people on board, the harbour master said.</p>" * 1
)
LONG = PROSE + "".join(
    f"<p>Ship {i} came in on the evening tide, with a cargo of oranges for the town.</p>" for i in range(20)
)
FEED = f"<rss version='2.0'><channel><title>Quay</title><item><guid>1</guid><title>One</title><description><![CDATA[{LONG}]]></description></item></channel></rss>"


@pytest.fixture
def server() -> Iterator[WebServer]:
    with served() as running:
        yield running


def run(folder: Path, *words: str) -> Result:
    result = CliRunner().invoke(app, [*words, "--library", str(folder)])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_a_feed_from_adding_to_removing(tmp_path: Path, server: WebServer) -> None:
    server.page("/feed", FEED, type="text/xml")
    server.page("/", "<html><link rel=alternate type=application/rss+xml href=/feed><body><p>Hi")
    home = tmp_path / "library"
    assert "Quay: 1 new." in run(home, "feeds", "add", server.url("/"), "--folder", "News").output
    assert "already" in run(home, "feeds", "add", server.url("/feed")).output
    assert f"News\t1\t1\tQuay\t{server.url('/feed')}" in run(home, "feeds", "list").output
    assert "Quay: 0 new." in run(home, "feeds", "refresh").output
    run(home, "feeds", "export", str(tmp_path / "feeds.opml"))
    del server.routes["/feed"]
    failed = run(home, "feeds", "refresh", "Quay")
    assert failed.exit_code == 1 and "no such page" in failed.output
    assert "unsubscribed" in run(home, "feeds", "remove", "Quay").output
    assert "1 of 1 feeds are new" in run(home, "feeds", "import", str(tmp_path / "feeds.opml")).output
    assert "News" in run(home, "feeds", "list").output


def test_a_page_is_added_by_its_address(tmp_path: Path, server: WebServer) -> None:
    home = tmp_path / "library"
    url = server.page("/1", f"<!doctype html><title>Ferry</title><article><h1>Ferry sails</h1>{LONG}</article>")
    assert "added as number 1." in run(home, "add", url).output
    missing = run(home, "add", server.url("/none"))
    assert missing.exit_code == 1 and "no such page" in missing.output
