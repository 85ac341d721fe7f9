"""What a quotation, a note or somebody that a search found says in its list; plain functions over values."""

from __future__ import annotations

from dataclasses import dataclass

from reader.article import QuoteKind, Span, counted, tr
from reader.library import FoundNote, FoundQuote, ThingRow, snippet
from reader.window.article_list import printed_day
from reader.window.people.content import KINDS

LONGEST_CHARACTERS = 600
"""So much of a passage or note is set; no list is wide enough for more."""
LEAD_CHARACTERS = 70
"""So much is shown before what was said."""
Answer = FoundQuote | FoundNote | ThingRow


@dataclass(frozen=True)
class Line:
    """An answer as it is listed: `head` and at its other end `when`, the `text` with its hits and what is `strong` in
    it, `below` where it stands; `key` tells it from the others."""

    key: str
    answer: Answer
    head: str
    when: str
    text: str
    below: str
    spoken: str
    hits: tuple[Span, ...] = ()
    strong: Span | None = None


def line_of(answer: Answer) -> Line:
    """The line of an answer."""
    match answer:
        case FoundQuote():
            return _quote(answer)
        case FoundNote():
            return _note(answer)
        case _:
            return _thing(answer)


def _quote(found: FoundQuote) -> Line:
    speaker = found.speaker or tr("Nobody named")
    when = printed_day(found.published)
    where = " · ".join(part for part in (found.title, found.publisher) if part)
    begin = _begin(found)
    lead = "…" if begin else ""
    passage = lead + found.passage[begin:].replace("\n", " ")[:LONGEST_CHARACTERS]
    said = tr("{speaker}: {words}", speaker=speaker, words=found.text)
    spoken = ", ".join(part for part in (said, found.title, found.publisher, when) if part)
    key = f"q{found.article}:{found.ordinal}"
    by = len(lead) - begin
    hits = tuple(
        Span(hit.start + by, hit.end + by) for hit in found.hits if hit.start >= begin and hit.end + by <= len(passage)
    )
    strong = Span(found.said.start + by, min(found.said.end + by, len(passage)))
    if found.kind is not QuoteKind.INDIRECT and strong.start < strong.end:
        strong = _with_marks(passage, strong)
    return Line(key, found, speaker, when, passage, where, spoken, hits, strong)


def _begin(found: FoundQuote) -> int:
    """Where in its passage a quotation is shown from: what was said has to be seen, and a hit before it."""
    said = found.said.start
    before = [hit.start for hit in found.hits if hit.start < said]
    wanted = said - LEAD_CHARACTERS if not before else before[-1] - LEAD_CHARACTERS // 3
    return found.passage.find(" ", wanted, said) + 1 if wanted > 0 else 0


def _with_marks(passage: str, said: Span) -> Span:
    """What was said with the quotation marks around it."""
    start = said.start - (said.start > 0 and passage[said.start - 1] in "“\"„«‘'")
    end = said.end + (said.end < len(passage) and passage[said.end] in "”\"“»’'")
    return Span(start, end)


def _note(found: FoundNote) -> Line:
    text, hits = snippet(found.body, found.hits)
    head = tr("Note")
    spoken = ", ".join((head, text or found.body, found.title))
    return Line(f"n{found.key}", found, head, "", text or found.body[:LONGEST_CHARACTERS], found.title, spoken, hits)


def _thing(row: ThingRow) -> Line:
    facts = (
        counted(row.quotes, "{n} quotation", "{n} quotations"),
        counted(row.articles, "{n} article", "{n} articles"),
    )
    kind = tr(KINDS[row.kind])
    spoken = ", ".join(part for part in (row.name, kind, row.role, *facts) if part)
    return Line(f"t{row.id}", row, row.name, kind, row.role, " · ".join(facts), spoken)
