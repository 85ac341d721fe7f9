"""Where the corpora and scorers lie beside a checkout, and how a benchmark reads them."""

from __future__ import annotations

import gzip
import importlib.util
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

from reader.article import Capture

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
CORPORA = SHARED / "corpora"


def scorer(name: str) -> ModuleType:
    """A scorer of ../shared/benchmarks as a module; ends the program with one line where there is none."""
    path = SHARED / "benchmarks" / f"{name}.py"
    if not path.is_file():
        print(f"{name}: the corpora do not lie beside this checkout, so nothing is measured")
        sys.exit(0)
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def pages(corpus: str) -> Iterator[tuple[str, bytes]]:
    """The pages of `aeb` or `wcxb`: (id, HTML)."""
    for path in sorted((CORPORA / corpus / "html").glob("*.html.gz")):
        yield path.name.split(".")[0], gzip.decompress(path.read_bytes())


def page_capture(key: str, content: bytes) -> Capture:
    return Capture(content, "text/html", f"{key}.html", "file", datetime.now(UTC))
