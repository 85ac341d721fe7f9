"""The documentation holds together: every page is listed, every link and picture leads somewhere, headings too."""

from __future__ import annotations

import importlib.util
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).resolve().parent.parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.glob("*.md"), *DOCS.glob("developers/*.md"), *ROOT.glob("*.md")])
FOREIGN = re.compile(r"^[a-z][a-z+.-]*:", re.IGNORECASE)


def tokens(page: Path) -> list[Token]:
    flat: list[Token] = []
    for token in MarkdownIt().enable("table").parse(page.read_text("utf-8")):
        flat += [token, *(token.children or [])]
    return flat


def anchors(page: Path) -> set[str]:
    """The names of a page's headings, as the repository and the site make them."""
    found: Counter[str] = Counter()
    names: set[str] = set()
    listed = tokens(page)
    for token, content in pairwise(listed):
        if token.type == "heading_open":
            words = "".join(child.content for child in content.children or [] if child.type in {"text", "code_inline"})
            name = re.sub(r"[^\w\- ]", "", words.strip().lower()).replace(" ", "-")
            names.add(f"{name}-{found[name]}" if found[name] else name)
            found[name] += 1
    return names


def links(page: Path) -> list[str]:
    """Everything of ours that a page leads to or shows."""
    asked = [str(token.attrs.get("href") or token.attrs.get("src") or "") for token in tokens(page)]
    return [link for link in asked if link and not FOREIGN.match(link)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in links(page):
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_picture_says_what_it_shows(page: Path) -> None:
    assert all(token.content.strip() for token in tokens(page) if token.type == "image")


def test_the_index_lists_every_page_once() -> None:
    index = DOCS / "index.md"
    listed = Counter((DOCS / link).resolve() for link in links(index) if "#" not in link)
    pages = {*DOCS.glob("*.md"), *DOCS.glob("developers/*.md")} - {index}
    assert pages - set(listed) == set()
    assert [path for path, count in listed.items() if count > 1] == []


@pytest.mark.parametrize("script", ["command_line", "settings_page", "troubleshooting"])
def test_the_pages_that_are_made_are_fresh(script: str) -> None:
    spec = importlib.util.spec_from_file_location(script, ROOT / "packaging" / f"{script}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.FILE.read_text("utf-8") == module.page(), f"run packaging/{script}.py"


def test_the_lock_of_the_documentations_tools_names_no_host_and_holds_a_hash_for_every_package() -> None:
    lock = (ROOT / "requirements-docs.lock").read_text("utf-8")
    assert "://" not in lock
    assert all("--hash=sha256:" in entry for entry in re.split(r"\n(?=[A-Za-z])", lock))
    assert re.search(r"^sphinx==", lock, re.MULTILINE)


def test_the_film_is_small_enough_for_the_front_page() -> None:
    assert (DOCS / "film" / "verbatim.webp").stat().st_size < 4_000_000
