"""A reader asks whether there is a newer version: it is told, its page is opened where that is wished, and no sooner."""

from __future__ import annotations

import json

import pytest
from at_the_window import Reader, saying_yes
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from web_server import served

from reader.window.deeds import newer
from reader.work.newer import MANIFEST


def test_a_newer_version_is_told_when_asked_and_never_before(
    reader_without_samples: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = reader_without_samples
    asked = saying_yes(monkeypatch)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toString()) or True)
    with served() as server:
        server.page(MANIFEST, json.dumps({"version": "999.0.0"}), type="application/json")
        monkeypatch.setattr(newer, "home", lambda: server.url("").rstrip("/"))
        reader.start()
        assert server.asked == []
        reader.window.registry.run("version.look")
        reader.wait(lambda: bool(opened))
        assert "Verbatim 999.0.0 is there" in asked[0]
        assert opened == [server.url("/releases/tag/v999.0.0")]
        assert len(server.asked) == 1


def test_a_copy_from_the_sources_says_that_it_knows_no_home(reader_without_samples: Reader) -> None:
    reader = reader_without_samples
    reader.start()
    reader.window.registry.run("version.look")
    reader.wait(lambda: "made from its sources" in reader.said())
