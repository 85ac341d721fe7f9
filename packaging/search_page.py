"""Writes docs/search.md, the page on the search grammar, from the table that the parser reads.

    python packaging/search_page.py [--check]

With --check nothing is written; the exit status is 1 where the file is not what it should be.
"""

from __future__ import annotations

import sys
from pathlib import Path

from reader.library import FIELDS, OPERATORS

FILE = Path(__file__).parent.parent / "docs" / "search.md"
HEAD = """# Searching

One box searches everything: <kbd>/</kbd> goes to it. Capitals and accents make no difference. The last word is looked
for while it is typed; a blank after it says that it is finished. A search of *All* looks into the archive too.
`verbatim search QUERY` asks the same in a terminal.

## Words

| write | finds |
| --- | --- |
"""
FIELDS_HEAD = """
## Fields

A field has its value right after it: a word, a phrase in quotation marks, several in brackets.

| field | finds | for example |
| --- | --- | --- |
"""
QUOTES = """
## Quotations

A question with `said-by:`, `about:` or `quote:` is answered with quotations, each with its speaker and its passage;
its other words are then looked for in what was said and around it.

    said-by:marsh about:ferry after:2018-03
"""
FOOT = """
*This page is made from the grammar by `packaging/search_page.py`.*
"""


def search_page() -> str:
    """The page as it should be."""
    parts = [HEAD, *(f"| {_code(example)} | {finds} |\n" for example, finds in OPERATORS), FIELDS_HEAD]
    for field in FIELDS.values():
        finds = field.finds
        if field.choices:
            finds += ": " + ", ".join(f"`{choice.value}` ({choice.meaning})" for choice in field.choices)
        parts.append(f"| `{field.name}:` | {finds} | {_code(field.example)} |\n")
    return "".join((*parts, QUOTES, FOOT))


def _code(text: str) -> str:
    return f"`{text}`".replace("|", "\\|")


def main() -> int:
    page = search_page()
    if "--check" in sys.argv[1:]:
        if FILE.is_file() and FILE.read_text("utf-8") == page:
            return 0
        sys.stderr.write(f"{FILE} is not what the grammar says: run packaging/search_page.py.\n")
        return 1
    FILE.write_text(page, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
