"""What macOS is told of the application: a property list that is well formed and takes no other program's files."""

from __future__ import annotations

import plistlib
import sys
from pathlib import Path

import pytest

import reader

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "packaging" / "macos"


@pytest.fixture(scope="module")
def told() -> dict[str, object]:
    sys.path.insert(0, str(ROOT / "packaging"))
    from description import description
    from macos.information import information

    return dict(plistlib.loads(plistlib.dumps(information(description()))))


def test_it_opens_every_kind_of_file_beside_the_standard_program(told: dict[str, object]) -> None:
    from description import description

    kinds = told["CFBundleDocumentTypes"]
    assert isinstance(kinds, list) and len(kinds) == len(description().types)
    assert {kind["LSHandlerRank"] for kind in kinds} == {"Alternate"}
    assert {kind["CFBundleTypeRole"] for kind in kinds} == {"Viewer"}


def test_kinds_that_the_system_does_not_know_are_declared(told: dict[str, object]) -> None:
    declared = told["UTImportedTypeDeclarations"]
    assert isinstance(declared, list)
    endings = [ending for kind in declared for ending in kind["UTTypeTagSpecification"]["public.filename-extension"]]
    assert "mhtml" in endings


def test_it_is_of_this_version_and_opens_links(told: dict[str, object]) -> None:
    assert told["CFBundleShortVersionString"] == reader.__version__
    assert told["CFBundleURLTypes"][0]["CFBundleURLSchemes"] == ["verbatim"]  # type: ignore[index]


def test_it_asks_for_one_entitlement_alone() -> None:
    asked = plistlib.loads((FOLDER / "entitlements.plist").read_bytes())
    assert asked == {"com.apple.security.cs.allow-unsigned-executable-memory": True}
