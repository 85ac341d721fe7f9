"""What a search finds, as lines for a terminal or records for other programs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from typing import Any, TypeVar

from reader.article import Span, counted
from reader.cli.terminal import as_json, safe
from reader.library import FoundQuote, Library, Problem, Query, Row, meant, question

T = TypeVar("T")
PAGE = 200
BOLD, PLAIN = "\x1b[1m", "\x1b[0m"


def with_meaning(library: Library, words: str) -> Query:
    """A query for words and, where the library can be searched so, for what is near them in meaning."""
    said = meant(question(words))
    if said is None or not library.meanings.are_there():
        return Query(words=words)
    from reader.analysis.meaning import encoder, is_here

    return Query(words=words, meaning=encoder().question(said) if is_here() else None)


def search_lines(
    library: Library, query: Query, limit: int, *, quotes: bool, records: bool, colour: bool
) -> Iterator[str]:
    """The answers, best first: quotations where the question is asked of them or `quotes` are wanted, else articles.

    NoQuestion where its words are none.
    """
    if quotes or question(query.words).of_quotes:
        for found in _paged(lambda at, most: library.quotes_found(query, at, most), limit):
            yield as_json(quote_record(found), None) if records else _quote_line(found, colour)
    else:
        for row in _paged(lambda at, most: library.rows(query, at, most), limit):
            yield as_json(article_record(row), None) if records else _article_line(row, colour)


def article_record(row: Row) -> dict[str, Any]:
    """An article that was found, for other programs: `hits` are places in `snippet`, in code points; one that is `near`
    does not have the words, but is near them in meaning."""
    kept = ("title", "publisher", "author", "published", "snippet", "tags", "words", "near")
    return {
        "kind": "article",
        "article": row.id,
        **{name: getattr(row, name) for name in kept},
        "added": row.added.isoformat(),
        "hits": [list(span) for span in row.hits],
    }


def quote_record(found: FoundQuote) -> dict[str, Any]:
    """A quotation that was found, for other programs: `span` is its place in the article's text, `said` and `hits` are
    places in `passage`."""
    return {
        **asdict(found),
        "kind": "quote",
        "of": str(found.kind),
        "span": list(found.span),
        "said": list(found.said),
        "hits": [list(span) for span in found.hits],
    }


def tell_nothing(library: Library, words: str) -> None:
    """Says on standard error why nothing was found, and what could be asked instead."""
    why = library.why_nothing(Query(words=words))
    print(f"verbatim: {safe(why.sentence)}", file=sys.stderr)
    for each in why.instead:
        print(f"  {safe(each.words)}  ({counted(each.answers, '{n} answer', '{n} answers')})", file=sys.stderr)


def tell_problem(words: str, problem: Problem) -> None:
    """Says on standard error what is wrong with a question, and marks where."""
    start, end = problem.span
    print(f"  {safe(words)}\n  {' ' * start}{'^' * max(1, end - start)}", file=sys.stderr)
    print(f"verbatim: {safe(problem.sentence)}", file=sys.stderr)
    if problem.instead:
        print(f"  {safe(problem.instead)}", file=sys.stderr)


def _paged(read: Callable[[int, int], Sequence[T]], limit: int) -> Iterator[T]:
    at = 0
    while at < limit and (found := read(at, min(PAGE, limit - at))):
        yield from found
        at += len(found)


def _article_line(row: Row, colour: bool) -> str:
    fields = (str(row.id), (row.published or "")[:10], row.title, row.publisher)
    near = "(near in meaning) " if row.near else ""
    return "\t".join((*map(safe, fields), near + _marked(row.snippet, row.hits, colour)))


def _quote_line(found: FoundQuote, colour: bool) -> str:
    day, speaker = (found.published or "")[:10], found.speaker or ""
    fields = (str(found.article), day, speaker, found.publisher, found.title)
    return "\t".join((*map(safe, fields), _marked(found.passage, found.hits, colour)))


def _marked(text: str, hits: Sequence[Span], colour: bool) -> str:
    """A text in one line, its hits in bold where the terminal shows it."""
    line, at = "", 0
    for start, end in hits if colour else ():
        line += f"{_flat(text[at:start])}{BOLD}{_flat(text[start:end])}{PLAIN}"
        at = end
    return line + _flat(text[at:])


def _flat(text: str) -> str:
    return safe(text.replace("\n", " "))
