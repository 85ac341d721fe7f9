"""The keyboard map of the documentation is the one that the commands have."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from reader.window.commands import commands_of
from reader.window.deeds import Deeds

ROOT = Path(__file__).resolve().parent.parent.parent


def test_the_keyboard_map_is_fresh() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    script = [sys.executable, "packaging/keyboard.py", "--check"]
    done = subprocess.run(script, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_command_is_documented_with_what_it_needs() -> None:
    page = (ROOT / "docs" / "keyboard.md").read_text("utf-8")
    for command in commands_of(Deeds):
        assert f"| **{command.name}**: " in page
        assert command.needs.when in page
