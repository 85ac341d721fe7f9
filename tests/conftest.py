"""What every test has: no display, and no library or settings but its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from kept_in_memory import InMemory
from PySide6.QtGui import QGuiApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "home" / variable))
    monkeypatch.setenv("VERBATIM_SETTINGS", str(tmp_path / "home" / "settings.toml"))


@pytest.fixture
def seeds() -> Path:
    """The folder of the sample articles."""
    return SEEDS


@pytest.fixture
def ring() -> Iterator[InMemory]:
    """A keyring of the test's own in the place of the system's."""
    before, made = keyring.get_keyring(), InMemory()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def pytest_sessionfinish() -> None:
    """Empties the clipboard: what Python put there, Qt would take apart at the very end, when Python is gone."""
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()
