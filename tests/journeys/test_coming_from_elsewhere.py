"""Bringing in what another reader exported, in the window: told of first, then taken, then taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_window import CTRL, Reader
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from reader.library import Query
from reader.window.importing import ImportPreview

POCKET = """title,url,time_added,tags,status
One goat,https://example.invalid/goat,1577923200,farm,unread
Two boats,https://example.invalid/boats,1577920000,,unread
Nowhere,,1577920000,,unread
"""


def test_an_export_is_told_of_taken_and_taken_back(
    reader_without_samples: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader, path = reader_without_samples, tmp_path / "pocket.csv"
    path.write_text(POCKET, "utf-8")
    monkeypatch.setattr("reader.window.deeds.importing.QFileDialog.getOpenFileName", lambda *_: (str(path), ""))
    told: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ImportPreview):
            told.extend(label.text() for label in dialog.findChildren(type(reader.window.progress)))
            assert dialog.fetch.isVisible()
            dialog.fetch.setChecked(False)
            dialog.accept()

    reader.start()
    watch = QTimer(reader.window, interval=20)
    watch.timeout.connect(answer)
    watch.start()
    reader.window.registry.run("import.export")
    reader.wait(lambda: "2 articles are new." in reader.said())
    watch.stop()
    assert told[0] == "Pocket: 2 articles, 1 tag. 1 line is left out."
    assert reader.headlines() == ["One goat", "Two boats"]
    reader.window.activateWindow()
    reader.wait(reader.window.isActiveWindow)
    reader.window.articles.setFocus()
    reader.press(Qt.Key.Key_Z, CTRL)
    assert reader.library is not None and reader.library.count(Query()) == 0
