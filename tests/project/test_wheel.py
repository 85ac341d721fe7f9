"""What `pip install` brings is the whole application: code, resources, models, samples, and the two commands."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

import reader
from reader.window.guide.pages import contents, start

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(built, cwd=ROOT, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


def _shipped(folder: str) -> set[str]:
    files = (path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(ROOT).as_posix() for path in files}


def test_the_wheel_holds_all_code_and_every_resource_model_and_sample(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    assert {path for path in _shipped("reader") if path.endswith(".py")} <= held
    data = {f"reader/_data/{path}" for folder in ("resources", "seeds") for path in _shipped(folder)}
    assert any(path.endswith("model.onnx") for path in data)
    assert data - held == set()


def test_the_wheel_holds_the_guide_with_its_pictures_and_no_more_of_the_documentation(wheel: Path) -> None:
    held = {name.removeprefix("reader/_data/") for name in zipfile.ZipFile(wheel).namelist()}
    pages = {entry.path.relative_to(ROOT).as_posix() for entry in (start(), *contents())}
    pictures = re.findall(
        r"!\[[^\]]*\]\(([^)]+)\)", "".join((ROOT / page).read_text("utf-8") for page in sorted(pages))
    )
    assert pictures
    assert pages | {f"docs/{picture}" for picture in pictures} <= held
    assert not [name for name in held if name.startswith(("docs/gallery", "docs/site")) or name == "docs/film.py"]


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    strange = [
        name
        for name in zipfile.ZipFile(wheel).namelist()
        if not name.startswith(("reader/", "verbatim_reader-")) or name.endswith((".pyc", ".db", ".log"))
    ]
    assert strange == []


def test_the_version_stands_in_one_place(wheel: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert "version" not in project and project["dynamic"] == ["version"]
    (info,) = [name for name in zipfile.ZipFile(wheel).namelist() if name.endswith(".dist-info/METADATA")]
    metadata = Parser().parsestr(zipfile.ZipFile(wheel).read(info).decode())
    assert metadata["Version"] == reader.__version__
    assert f"## {reader.__version__} " in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_what_was_installed_reads_an_article_by_its_own_models(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    sample = next((tmp_path / "site").glob("reader/_data/seeds/01-*.txt"))
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    run = [sys.executable, "-P", "-m", "reader", "analyze", "--format", "jsonl", str(sample)]
    done = subprocess.run(run, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    record = json.loads(done.stdout)
    assert record["title"] and any(quote["speaker"] for quote in record["quotes"])
