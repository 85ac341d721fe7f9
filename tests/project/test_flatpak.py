"""The Flatpak asks for what the application uses, and for no file of the reader's."""

from __future__ import annotations

import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
ID = tomllib.loads((ROOT / "packaging" / "description.toml").read_text("utf-8"))["id"]
FILE = ROOT / "packaging" / "flatpak" / f"{ID}.yml"


def test_it_is_named_as_the_desktop_entry() -> None:
    manifest = yaml.safe_load(FILE.read_text("utf-8"))
    assert manifest["id"] == ID and manifest["command"] == "verbatim"


def test_it_asks_for_no_more_than_it_uses() -> None:
    asked = set(yaml.safe_load(FILE.read_text("utf-8"))["finish-args"])
    assert asked == {
        "--socket=wayland",
        "--socket=fallback-x11",
        "--share=ipc",
        "--device=dri",
        "--share=network",
        "--talk-name=org.freedesktop.secrets",
        "--talk-name=org.kde.StatusNotifierWatcher",
    }


def test_its_builder_reads_it() -> None:
    if shutil.which("flatpak-builder") is None:
        pytest.skip("flatpak-builder is not installed")
    done = subprocess.run(
        ["flatpak-builder", "--show-manifest", str(FILE)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0 and "Unknown property" not in done.stderr, done.stderr
