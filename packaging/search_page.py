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

How often it finds what was looked for: 871 English pages of two corpora, their headlines kept from them, looked for by these
(`benchmarks/meaning.py`). *MRR* is the mean of one divided by the page’s rank, *first ten* the share of the pages that stand
there.

| asked | | MRR | first | first ten |
| --- | --- | --- | --- | --- |
| the whole headline (871) | words alone | 0.404 | 0.379 | 0.437 |
| | meaning alone | 0.774 | 0.658 | 0.953 |
| | both, as the window does | 0.776 | 0.667 | 0.960 |
| three telling words of it (807) | words alone | 0.602 | 0.545 | 0.684 |
| | meaning alone | 0.655 | 0.534 | 0.849 |
| | both | 0.732 | 0.634 | 0.902 |
| three, of which one at least is not in the article (393) | words alone | 0.000 | 0.000 | 0.000 |
| | meaning alone | 0.569 | 0.453 | 0.763 |
| | both | 0.418 | 0.277 | 0.730 |

In the last kind other articles that do have the three words stand first, as they should: they are what was typed. A second
vector of what follows the beginning was tried: it finds 8 pages in a thousand more among the first ten, for twice the time.
The vector of an article takes 18 ms of the processor, so that a library of 100,000 articles is done after half an hour of it.
"""
FIGURES = """
## How quick, in a library of 100,000 articles

100,000 generated articles of 700 words, with 500,000 quotations and a drawn vector each (`benchmarks/search.py --articles
100000`; the library was made in 39 minutes, at the lowest priority beside other work). Each question is new; the time is that to the first twenty answers, with
the passages that they show, in milliseconds: what passed on two cores that others used too, and what the processor worked
on it. A question’s own vector takes another 1 to 6. The vectors come into memory once, after the first question, in a third of a
second.

| | passed, median | 95 of 100 under | worked, median | 95 of 100 under |
| --- | --- | --- | --- | --- |
| a common word | 20 | 38 | 19 | 30 |
| a word | 15 | 27 | 14 | 18 |
| a rare word | 6.6 | 16 | 5.6 | 12 |
| the beginning of a word | 22 | 45 | 17 | 23 |
| two words | 23 | 52 | 17 | 26 |
| three words, one unfinished | 69 | 154 | 35 | 66 |
| a phrase | 98 | 134 | 52 | 68 |
| a part of a word | 30 | 76 | 19 | 43 |
| words near each other | 36 | 70 | 33 | 66 |
| either, or, and not | 25 | 39 | 21 | 35 |
| a word of the headline | 5.0 | 12 | 5.0 | 8.5 |
| a word, unread, of some years | 19 | 36 | 15 | 24 |
| a person | 5.1 | 6.0 | 5.1 | 5.7 |
| a word and a place | 11 | 29 | 10 | 27 |
| who said it | 8.5 | 14 | 7.7 | 9.8 |
| who said it about what, since when | 1.3 | 9.5 | 1.2 | 8.8 |
| words that were said | 7.6 | 12 | 7.4 | 8.9 |
| words, and what is near in meaning | 34 | 54 | 19 | 29 |
| meaning, of a site and some years | 19 | 61 | 11 | 34 |
| more like this | 60 | 95 | 29 | 42 |
| states alone | 14 | 32 | 6.0 | 7.5 |
| **all questions** | 19 | 87 | 16 | 50 |
| the list, scrolled | 3.1 | 7.7 | 2.7 | 3.9 |
| the unread, scrolled | 1.7 | 3.2 | 1.6 | 2.2 |
| somebody's page | 24 | 46 | 22 | 38 |
| add an article | 11 | 19 | 9.5 | 18 |
| store its analysis | 9.9 | 19 | 9.4 | 14 |

The aims are 50 ms for 95 of 100 questions and 20 ms to add an article. The processor’s time keeps to them over all; on a
machine that is busy more passes. Above 50 ms are phrases and words near each other where these words are among the most
frequent of the language, of which every place has to be looked at, and the beginning of a word, of three letters, beside other
words.

The library takes 3.39 times its text, all indices and 0.10 of vectors in it, the captures apart; the aim is 3. That is with pages of
4 KiB, as libraries had them when it was made. New libraries have pages of 16 KiB, into which several articles go, each
compressed by itself: the same library, written anew into such pages, takes 3.01 times its text, and one of 10,000 articles grew
to 3.14 times its text in them, to 3.37 in small ones, vectors apart. The processor’s times of the
questions stay what they are; that of adding an article is up to a tenth longer.
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
    return "".join((*parts, QUOTES, FIGURES, FOOT))


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
