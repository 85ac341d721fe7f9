"""What stands beside the files of a release is right, and no release is made of the wrong version or without news."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

import reader
from reader.work.newer import release_of

ROOT = Path(__file__).resolve().parents[2]
TAG = f"v{reader.__version__}"


def written(folder: Path, tag: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "packaging/release.py", str(folder), tag]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    (tmp_path / "verbatim.deb").write_bytes(b"a package")
    (tmp_path / "Verbatim-Setup.exe").write_bytes(b"a program")
    return tmp_path


def test_checksums_manifest_and_news_are_written(made: Path) -> None:
    done = written(made, TAG)
    assert done.returncode == 0, done.stderr
    sums = dict(line.split("  ")[::-1] for line in (made / "SHA256SUMS").read_text("utf-8").splitlines())
    assert set(sums) == {"verbatim.deb", "Verbatim-Setup.exe", "manifest.json"}
    for name, digest in sums.items():
        assert hashlib.sha256((made / name).read_bytes()).hexdigest() == digest
    manifest = json.loads((made / "manifest.json").read_text("utf-8"))
    assert {file["name"] for file in manifest["files"]} == {"verbatim.deb", "Verbatim-Setup.exe"}
    assert "- " in (made / "NEWS.md").read_text("utf-8")


def test_the_application_reads_the_manifest_that_is_written(made: Path) -> None:
    written(made, TAG)
    release = release_of((made / "manifest.json").read_bytes(), "https://verbatim.example")
    assert release.version == reader.__version__ and not release.newer


def test_a_tag_of_another_version_is_refused(made: Path) -> None:
    done = written(made, "v99.0.0")
    assert done.returncode == 1
    assert f"not that of version {reader.__version__}" in done.stderr
    assert not (made / "manifest.json").exists()
