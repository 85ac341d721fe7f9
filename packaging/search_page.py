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
for while it is typed; a blank after it says that it is finished. While you write, what can follow is listed under the
box (<kbd>↓</kbd> and <kbd>Return</kbd> take one), and what cannot be understood is marked and explained there. Below it
stands how many articles, quotes, notes and names answer: <kbd>Ctrl</kbd>+<kbd>.</kbd> goes from one kind to the next.
Hits are marked in the list and in the article, where <kbd>F3</kbd> goes from one to the next. Where nothing answers it
says which word, and what could be asked instead. A search of *All* looks into the archive too. `verbatim search QUERY`
asks the same in a terminal; <kbd>Ctrl</kbd>+<kbd>F1</kbd> shows the tables below in the window.

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

<kbd>G</kbd> <kbd>Q</kbd> lists every quotation of the library. In both lists <kbd>Return</kbd> opens the passage and
<kbd>Y</kbd> copies the quotation with its citation.

## More like this

<kbd>Shift</kbd>+<kbd>L</kbd> lists the articles most like the one that is open: those that name the same rare people,
places and organisations, and those with the same words in headline and opening, both orders combined by their ranks.
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
