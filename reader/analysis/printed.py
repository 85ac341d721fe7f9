"""Speakers whom the layout of a page names: the turns of an interview or a transcript, and quotations that are signed."""

from __future__ import annotations

import re

from reader.analysis.doc import Doc
from reader.analysis.linking import Attribution
from reader.analysis.roles import Tagged
from reader.article import Article, Span

_LABEL = re.compile(r"[“\"]?([A-Z][A-Z.’'\-]+(?: [A-Z][A-Z.’'\-]*){0,3}) ?: (?=\S)")
SHORTEST_TURN_WORDS, FEWEST_TURNS = 3, 3
_SIGNED = re.compile(
    r'^[“”"«„]([^“”"«»„\n]+)[“”"»]\s{0,3}(?:[―—–]|--?) ?((?:[^\W\d_a-z]|@)[^\n“”"]{1,90}?)[ \t]*$', re.MULTILINE
)
"""Whichever way round the marks stand: pages that sign their quotations often have them wrong."""
SHORTEST_SIGNED_WORDS, LONGEST_SIGNATURE_WORDS = 3, 14
PRINTED_SURENESS = 0.9


def turns(doc: Doc, article: Article) -> list[tuple[Span, Attribution]]:
    """The turns of an interview that prints who speaks in front of each ("PENCE: Well, I think …"), with whose they are."""
    found = []
    for span, _ in article.body():
        label = _LABEL.match(article.text, span.start, span.end)
        if label is None:
            continue
        start = label.end()
        said = article.text[start : span.end]
        content = Span(start, start + len(said.rstrip()))
        attribution = _attribution(doc, content, Span(*label.span(1)))
        if attribution is not None and len(said.split()) >= SHORTEST_TURN_WORDS:
            found.append((content, attribution))
    return found if len(found) >= FEWEST_TURNS else []


def signed(doc: Doc, article: Article) -> list[tuple[Span, Attribution]]:
    """Lines that are one quotation and, behind a dash, the name of who said it: “We stay.” — Ann Vane, baker."""
    found = []
    for match in _SIGNED.finditer(article.text):
        said, name = match[1], match[2]
        if len(said.split()) < SHORTEST_SIGNED_WORDS or len(name.split()) > LONGEST_SIGNATURE_WORDS:
            continue
        content = Span(*match.span(1))
        attribution = _attribution(doc, content, Span(*match.span(2)))
        if attribution is not None:
            found.append((content, attribution))
    return found


def _attribution(doc: Doc, content: Span, source: Span) -> Attribution | None:
    """`content` as what `source` said, without a cue; None where either has no word."""
    tagged = []
    for role, span in (("content", content), ("source", source)):
        phrase = doc.phrase_at(*span)
        if phrase is None:
            return None
        tagged.append(Tagged(role, doc[phrase.first].first_word, doc[phrase.last].last_word, PRINTED_SURENESS))
    return Attribution((tagged[0],), None, tagged[1])
