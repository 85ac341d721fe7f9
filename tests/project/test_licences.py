"""Everything that ships is listed with a licence that an MIT application with LGPL Qt may use."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
ROWS = re.findall(r"^\| ([\w.\-]+) \| ([\w.]+) \| (.+) \|$", (ROOT / "THIRD_PARTY.md").read_text("utf-8"), re.MULTILINE)
LISTED = {
    re.sub(r"[-_.]+", "-", name).lower(): (version, licence)
    for name, version, licence in ROWS
    if version not in {"where", "package", "version"}
}
LOCKED = set(re.findall(r"^([\w.\-]+)==([\w.]+)", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE))
WANTED = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
ALLOWED = re.compile(r"MIT|BSD|Apache|ISC|MPL|Mozilla|LGPL|Lesser|PSF|Python|Unlicense|Zlib|CC0", re.IGNORECASE)


@pytest.mark.parametrize("requirement", WANTED, ids=lambda line: re.split(r"[^\w.-]", line)[0])
def test_each_dependency_is_listed(requirement: str) -> None:
    name = re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", requirement)[0]).lower()
    assert name in LISTED


@pytest.mark.parametrize("name", sorted(LISTED))
def test_each_listed_package_is_the_locked_one_under_a_licence_that_fits(name: str) -> None:
    version, licence = LISTED[name]
    assert (name, version) in LOCKED
    assert ALLOWED.search(licence)
    assert "AGPL" not in licence


def test_the_lock_names_no_host_and_holds_a_hash_for_every_package() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert "://" not in lock
    entries = re.split(r"\n(?=[A-Za-z])", lock)
    assert len(entries) > 100
    assert all("--hash=sha256:" in entry for entry in entries)


def test_the_inference_runtime_is_one_without_a_telemetry_client() -> None:
    """Releases from 1.29 on carry one; the code names its service."""
    import onnxruntime

    folder = Path(onnxruntime.__file__).parent
    libraries = [path for path in folder.rglob("*") if re.search(r"\.(so|pyd|dll|dylib)(\.[\d.]+)?$", path.name)]
    assert libraries
    for path in libraries:
        content = path.read_bytes()
        assert b"events.data.microsoft.com" not in content, path.name
