"""How the documentation becomes a site: Sphinx reads the same Markdown that the repository and the window show.

    make docs

The repository's root is the source folder, so that links to ARCHITECTURE.md and the like hold in both. The navigation is
made from the lists of docs/index.md; nothing is loaded from elsewhere.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT))

import reader  # noqa: E402 - its __init__ holds the version and imports nothing

project, author, copyright = "Verbatim", "The Verbatim contributors", "The Verbatim contributors, MIT licence"
version = release = reader.__version__
extensions = ["myst_parser"]
root_doc = "docs/index"
include_patterns = ["docs/*.md", "docs/developers/*.md", "*.md", "resources/models/*/README.md"]
exclude_patterns = ["README.md", "THIRD_PARTY.md"]
myst_heading_anchors = 4
myst_links_external_new_tab = False
nitpicky = True

html_theme = "furo"
html_title = f"Verbatim {reader.__version__}"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_favicon = None
html_copy_source = False
html_use_index = False
html_show_sourcelink = False
html_extra_path = ["start"]
html_theme_options = {"top_of_page_buttons": [], "navigation_with_keys": False}


def navigation(index: str) -> str:
    """A hidden table of contents for each section of the index: the pages of its list, in its order."""
    tables: list[str] = []
    for section in re.split(r"^## ", index, flags=re.MULTILINE)[1:]:
        name = section.partition("\n")[0]
        pages = re.findall(r"^- \[([^\]]+)\]\(([^)#]+\.md)\)", section, re.MULTILINE)
        lines = [
            f"{title} <{'/' + path.removeprefix('../') if path.startswith('../') else path}>" for title, path in pages
        ]
        tables.append("\n".join(["```{toctree}", ":hidden:", f":caption: {name}", "", *lines, "```", ""]))
    return "\n".join(tables)


def add_navigation(_app: Sphinx, page: str, source: list[str]) -> None:
    if page == root_doc:
        source[0] += "\n\n" + navigation(source[0])


def load_nothing(app: Sphinx, fault: Exception | None) -> None:
    """Fails the build where a page would fetch a script, a style, a font or a picture from elsewhere."""
    if fault is not None:
        return
    fetched = re.compile(
        r"""<(?:script|img|iframe|source)\b[^>]*\bsrc=["'](?:https?:)?//|<link\b(?=[^>]*stylesheet)[^>]*href=["'](?:https?:)?//"""
    )
    styles = re.compile(r"""@import\s|url\(\s*["']?(?:https?:)?//""")
    out = Path(app.outdir)
    foreign = [path for path in out.rglob("*.html") if fetched.search(path.read_text("utf-8"))]
    foreign += [path for path in out.rglob("*.css") if styles.search(path.read_text("utf-8"))]
    if foreign:
        raise ExtensionError(f"these would load something from elsewhere: {', '.join(map(str, foreign))}")


def setup(app: Sphinx) -> None:
    app.connect("source-read", add_navigation)
    app.connect("build-finished", load_nothing)
