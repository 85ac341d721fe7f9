"""Speakers whom the layout of a page names: the turns of an interview or a transcript, and quotations that are signed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reader.analysis.doc import Doc
from reader.analysis.entities import Naming
from reader.analysis.linking import Attribution
from reader.analysis.roles import Tagged
from reader.article import Article, EntityKind, Span

_LABEL = re.compile(r"[“\"]?([A-Z][\w.’'\-]+(?: [A-Z][\w.’'\-]*){0,3}) ?: (?=\S)")
SHORTEST_TURN_WORDS, FEWEST_TURNS, FEWEST_SPEAKERS, FEWEST_OF_EACH = 3, 3, 2, 2
_SIGNED = re.compile(
    r'^[“”"«„]([^“”"«»„\n]+)[“”"»]\s{0,3}(?:[―—–]|--?) ?((?:[^\W\d_a-z]|@)[^\n“”"]{1,90}?)[ \t]*$', re.MULTILINE
)
"""Whichever way round the marks stand: pages that sign their quotations often have them wrong."""
SHORTEST_SIGNED_WORDS, LONGEST_SIGNATURE_WORDS = 3, 14
PRINTED_SURENESS = 0.9
_OPENERS, _CLOSERS = '“"', '”"'


def turns(doc: Doc, article: Article, naming: Naming) -> list[tuple[tuple[Span, ...], Attribution]]:
    """The turns of an interview that prints who speaks in front of each ("PENCE: Well, I think …"), with whose they are.

    A turn goes on in the paragraphs behind it where quotation marks are opened anew without having been closed.
    """
    text = article.text
    found: list[tuple[list[Span], Span]] = []
    going_on = False
    for paragraph, _ in article.body():
        label = _LABEL.match(text, paragraph.start, paragraph.end)
        first, rest = text[paragraph.start], Span(paragraph.start + 1, paragraph.end)
        if label is not None:
            start = label.end()
            found.append(([Span(start, start + len(text[start : paragraph.end].rstrip()))], Span(*label.span(1))))
        elif going_on and first == text[found[-1][1].start - 1] and text[rest.start : rest.end].strip():
            found[-1][0].append(rest)
        else:
            going_on = False
            continue
        going_on = first in _OPENERS and text[paragraph.end - 1] not in _CLOSERS
    kept = [(said, by) for said, by in found if len(text[said[0].start : said[0].end].split()) >= SHORTEST_TURN_WORDS]
    told = [(said, by) for said, by in kept if text[by.start : by.end].isupper()]
    if len(told) < FEWEST_TURNS:
        told = kept if _take_turns(doc, naming, kept) else []
    made = ((tuple(said), _attribution(doc, said[0], by)) for said, by in told)
    return [(said, attribution) for said, attribution in made if attribution is not None]


def _take_turns(doc: Doc, naming: Naming, turns: Sequence[tuple[Sequence[Span], Span]]) -> bool:
    """Whether what stands in front of a colon is who speaks: people, at least two of whom come again; all say sentences."""
    often = Counter(doc.text[by.start : by.end] for _, by in turns)
    if len(often) < FEWEST_SPEAKERS or min(often.values()) < FEWEST_OF_EACH:
        return False
    phrases = [doc.phrase_at(*by) for _, by in turns]
    entities = [naming.of_phrase(phrase) if phrase is not None else None for phrase in phrases]
    ends = (doc.text[said[-1].start : said[-1].end].rstrip("”\"’'")[-1:] for said, _ in turns)
    return all(each is not None and each.kind is EntityKind.PERSON for each in entities) and all(
        end in ".?!…—" for end in ends
    )


def signed(doc: Doc, article: Article) -> list[tuple[tuple[Span, ...], Attribution]]:
    """Lines that are one quotation and, behind a dash, the name of who said it: “We stay.” — Ann Vane, baker."""
    found: list[tuple[tuple[Span, ...], Attribution]] = []
    for match in _SIGNED.finditer(article.text):
        said, name = match[1], match[2]
        if len(said.split()) < SHORTEST_SIGNED_WORDS or len(name.split()) > LONGEST_SIGNATURE_WORDS:
            continue
        content = Span(*match.span(1))
        attribution = _attribution(doc, content, Span(*match.span(2)))
        if attribution is not None:
            found.append(((content,), attribution))
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
