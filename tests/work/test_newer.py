"""Looking for a newer version: what a manifest says, over a real connection, and when nobody knows where to look."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from web_server import WebServer, served

import reader
from reader.article import VerbatimError
from reader.work import home, newest
from reader.work.newer import MANIFEST, release_of

HERE = "https://verbatim.example/home"


@pytest.fixture
def server() -> Iterator[WebServer]:
    with served() as running:
        yield running


def _manifest(version: object) -> bytes:
    return json.dumps({"version": version}).encode()


@pytest.mark.parametrize(
    ("version", "newer"),
    [("999.0.0", True), (reader.__version__, False), (f"{reader.__version__}.0", False), ("0.0.9", False)],
)
def test_versions_are_compared_by_their_numbers(version: str, newer: bool) -> None:
    release = release_of(_manifest(version), HERE)
    assert release.newer is newer
    assert release.page == f"{HERE}/releases/tag/v{version}"


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"<html>",
        b"[]",
        b"null",
        b"{}",
        _manifest(7),
        _manifest("2"),
        _manifest("1.0/../evil"),
        _manifest("9.9\n"),
        b"[" * 50_000,
    ],
    ids=["empty", "page", "list", "null", "no version", "number", "one number", "path", "line", "deep"],
)
def test_what_is_no_manifest_is_told_in_a_sentence(manifest: bytes) -> None:
    with pytest.raises(VerbatimError, match=r"verbatim\.example does not say which version is the newest"):
        release_of(manifest, HERE)


def test_the_manifest_is_asked_for_once_where_the_copy_was_published(server: WebServer) -> None:
    server.page(MANIFEST, _manifest("999.1.0"), type="application/json")
    release = newest(server.url("").rstrip("/"))
    assert (release.version, release.newer) == ("999.1.0", True)
    assert [path for path, _ in server.asked] == [MANIFEST]


def test_a_home_that_does_not_answer_is_told_in_a_sentence(server: WebServer) -> None:
    with pytest.raises(VerbatimError):
        newest(server.url("").rstrip("/"))


def test_a_copy_from_the_sources_asks_nobody() -> None:
    assert home() is None
    with pytest.raises(VerbatimError, match="made from its sources"):
        newest(home())
