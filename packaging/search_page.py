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
places and organisations, those with the same words in headline and opening, and those near in meaning, the orders combined
by their ranks.

## Search by meaning

What is near your words in meaning answers too, although it does not have them: `stranded cargo boat` finds a ship that ran
aground. Such an article says *Near in meaning*, and stands below the first sixty that have all your words. Both orders,
that of the words and that of the meaning, are combined by their ranks, the meaning counting half.

- What you ask beside plain words holds for them as well: fields, dates, states, phrases in quotation marks, brackets, NOT.
- A question that has no plain word, such as a phrase alone, one with `OR`, or `title:ferry`, is answered to the letter;
  so are questions of quotations (`said-by:`, `about:`, `quote:`).
- Where more than 400 articles have your words, their meaning only puts these in order.
- It reads English articles, and of each the headline and the beginning. It is worked out in the background while nothing else
  is to be done, the newest article first, also of a library that has been there for years; until then the words alone find
  it. It lies in the library, with 384 bytes for an article, and is never sent to another machine.
- *Search by meaning* in the [settings](settings.md) switches it off, and `verbatim search --by-words` for one question.
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
