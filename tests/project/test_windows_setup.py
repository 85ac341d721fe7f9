"""The setup program for Windows registers every kind of file, and forgets all that it registered."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "packaging" / "windows"


@pytest.fixture(scope="module")
def build() -> ModuleType:
    sys.path.insert(0, str(ROOT / "packaging"))
    spec = importlib.util.spec_from_file_location("windows_setup", FOLDER / "build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def macros(build: ModuleType) -> dict[str, str]:
    header = build.types_header(build.description(), [("packages", True), ("verbatim.exe", False)])
    return dict(re.findall(r"^!macro (\w+)\n(.*?)\n!macroend$", header, re.MULTILINE | re.DOTALL))


def test_every_kind_of_file_is_offered_and_none_is_taken(build: ModuleType, macros: dict[str, str]) -> None:
    for kind in build.description().types:
        for ending in kind.extensions:
            assert f'"Software\\Classes\\.{ending}\\OpenWithProgids"' in macros["RegisterTypes"]
            assert f'WriteRegStr HKCU "Software\\Classes\\.{ending}" ' not in macros["RegisterTypes"]
    assert '"URL Protocol"' in macros["RegisterTypes"]


def test_what_was_registered_is_forgotten(macros: dict[str, str]) -> None:
    script = (FOLDER / "verbatim.nsi").read_text("utf-8").replace("${NAME}", "Verbatim")
    forgotten = macros["ForgetTypes"] + script
    for key, name in re.findall(r'WriteRegStr HKCU "([^"]+)" "([^"]*)"', macros["RegisterTypes"]):
        parts = key.split("\\")
        above = ["\\".join(parts[:count]) for count in range(2, len(parts) + 1)]
        removed = any(f'DeleteRegKey HKCU "{each}"' in forgotten for each in above)
        assert removed or f'DeleteRegValue HKCU "{key}" "{name}"' in forgotten, key


def test_removal_names_what_it_removes_and_never_the_whole_folder(macros: dict[str, str]) -> None:
    assert macros["RemoveProgram"].split("\n") == [
        '  RMDir /r "$INSTDIR\\packages"',
        '  Delete "$INSTDIR\\verbatim.exe"',
    ]
    assert not re.search(r'RMDir\s+/r\s+"\$INSTDIR"', (FOLDER / "verbatim.nsi").read_text("utf-8"))


def test_it_needs_no_administrator_and_knows_dense_screens_and_long_paths() -> None:
    script = (FOLDER / "verbatim.nsi").read_text("utf-8")
    for line in ("RequestExecutionLevel user", "ManifestDPIAware true", "ManifestLongPathAware true"):
        assert line in script
    assert "HKLM" not in script
    text = "".join(ElementTree.parse(FOLDER / "verbatim.manifest").getroot().itertext())
    assert "PerMonitorV2" in text and "true/pm" in text and "UTF-8" in text
