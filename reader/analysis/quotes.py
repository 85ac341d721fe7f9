"""Who said what: quotation marks give the exact words, reports give cue and source, and each is fitted to the other.

Three kinds, as in the literature (Pareti 2015): direct, mixed (some of the reported clause in marks) and indirect.
Where no model tells better, spans are proposed by `reports`; the marks' edges and the speaker's resolution hold for any
proposal.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from reader.analysis.beside import REACH_TOKENS, Beside, behind, in_front, is_break
from reader.analysis.cues import CUES
from reader.analysis.descriptors import Stretch
from reader.analysis.entities import Naming
from reader.analysis.marks import Quotation, quotations
from reader.analysis.reports import Report, reports_of
from reader.analysis.sources import speaker_of
from reader.article import Article, Cue, Quote, QuoteKind, Span, Speaker

CARRIED = 0.45
"""Confidence where the speaker is that of the quotation before."""
NOBODY = 0.2
FRAGMENTS_JOINT = " … "
"""Stands between the quoted words of one clause, for the words between them, which are not quoted."""
SPEECH_WORDS = 6
"""So many words between marks are speech even where nobody is said to say them."""
_STOPS = frozenset('. ! ? : ; “ " „ « — –'.split())


@dataclass
class _Draft:
    """One quotation on its way: the token ranges of its parts, and what was found beside it."""

    quotation: Quotation
    tokens: Stretch
    block: int
    beside: Beside | None = None
    joins: int | None = None


def quotes_of(doc: Doc, article: Article, naming: Naming) -> tuple[Quote, ...]:
    """All quotations and reports of an article, in the order of the text."""
    marked = quotations(article)
    drafts = _drafts(doc, article, marked)
    quoted = frozenset(i for draft in drafts for i in range(draft.tokens[0], draft.tokens[1] + 1))
    reports = reports_of(doc, quoted, naming)
    for i, draft in enumerate(drafts):
        limits = (drafts[i - 1].tokens[1] if i else -1, drafts[i + 1].tokens[0] if i + 1 < len(drafts) else len(doc))
        draft.beside = _beside(doc, draft, reports, limits, naming)
    _join_interrupted(doc, drafts)
    _join_fragments(article, drafts)
    found: list[Quote] = []
    used: set[int] = set()
    speaker: tuple[Speaker, int] | None = None
    for i, draft in enumerate(drafts):
        if draft.joins is not None:
            continue
        parts = [draft, *(other for other in drafts if other.joins == i)]
        quote = _quote(doc, article, parts, naming, speaker)
        if quote is None:
            continue
        if draft.beside is not None:
            used.add(draft.beside.verb)
        found.append(quote)
        if quote.speaker is not None:
            speaker = (quote.speaker, parts[-1].block)
    covered = [span for quote in found for span in quote.spans]
    found += _indirect(doc, article, reports, used, covered, naming)
    return tuple(sorted(found, key=lambda quote: quote.spans[0]))


def _drafts(doc: Doc, article: Article, marked: Sequence[Quotation]) -> list[_Draft]:
    starts = [span.start for span, _ in article.body()]
    drafts = []
    for quotation in marked:
        span = doc.char_span(quotation.start, quotation.end, alignment_mode="expand")
        if span is not None and len(span):
            drafts.append(_Draft(quotation, (span.start, span.end - 1), bisect_right(starts, quotation.start) - 1))
    return drafts


def _beside(
    doc: Doc, draft: _Draft, reports: Sequence[Report], limits: tuple[int, int], naming: Naming
) -> Beside | None:
    """The report that goes with a quotation: one right behind it where its end asks for one, else the one before it."""
    after = behind(doc, draft.tokens, reports, limits[1], naming)
    before = in_front(doc, draft.tokens, reports)
    text = doc.text[draft.quotation.start : draft.quotation.end].rstrip("”“\"'’»«」』")
    if after is not None and (before is None or text.endswith((",", "?", "!", "—", "–", "…")) or not before.close):
        return after
    return before or after


def _join_interrupted(doc: Doc, drafts: list[_Draft]) -> None:
    """A quotation that goes on after the words that name its speaker is one: "A," she said. "B." """
    for i in range(1, len(drafts)):
        before, draft = drafts[i - 1], drafts[i]
        if draft.block != before.block or before.beside is None or not before.beside.after:
            continue
        between = doc[before.tokens[1] + 1 : draft.tokens[0]]
        own = draft.beside is not None and draft.beside.after
        ends = sum(token.text in {".", "!", "?"} for token in between)
        last = between[-1].text if len(between) else ""
        same_verb = (
            draft.beside is None or draft.beside.verb == before.beside.verb or draft.beside.verb < draft.tokens[0]
        )
        if (
            not own
            and last in {",", ".", ";", "—", "–", ":"}
            and ends <= 1
            and same_verb
            and before.beside.until < draft.tokens[0]
        ):
            draft.joins = before.joins if before.joins is not None else i - 1


def _join_fragments(article: Article, drafts: list[_Draft]) -> None:
    """Quoted words of one reported clause are one quote: he said that it was "old" and that nobody "cared"."""
    for i in range(1, len(drafts)):
        before, draft = drafts[i - 1], drafts[i]
        first = before.joins if before.joins is not None else i - 1
        head = drafts[first].beside
        if draft.joins is not None or head is None or draft.beside is None or draft.block != before.block:
            continue
        mixed = not _is_direct(article, draft, draft.beside) and not _is_direct(article, drafts[first], head)
        if mixed and draft.beside.verb == head.verb and not head.after and not draft.beside.after:
            draft.joins = first


def _quote(
    doc: Doc, article: Article, parts: Sequence[_Draft], naming: Naming, before: tuple[Speaker, int] | None
) -> Quote | None:
    """The quotation as a Quote; None where the marks hold no speech."""
    draft = parts[0]
    beside = draft.beside
    inner = [part.inner for each in parts for part in each.quotation.parts]
    spans = tuple(_stripped(article.text, span) for span in inner)
    text = " ".join(article.text[span.start : span.end] for span in spans)
    words = len(text.split())
    direct = _is_direct(article, draft, beside)
    if beside is None:
        if not direct or words < SPEECH_WORDS:
            return None
        if before is not None and draft.block - before[1] <= 1:
            return Quote(QuoteKind.DIRECT, text, spans, before[0], None, CARRIED)
        return Quote(QuoteKind.DIRECT, text, spans, None, None, NOBODY)
    speaker = speaker_of(beside.source, naming)
    confidence = beside.strength
    if speaker is None and before is not None and draft.block - before[1] <= 1:
        speaker, confidence = before[0], min(confidence, CARRIED)
    if speaker is not None and speaker.entity is None:
        confidence -= 0.1
    cue = _cue(doc, beside.cue)
    if direct:
        return Quote(QuoteKind.DIRECT, text, spans, speaker, cue, round(confidence, 2))
    whole = _reported(doc, article, parts, beside)
    text = text if beside.after else FRAGMENTS_JOINT.join(article.text[span.start : span.end] for span in spans)
    return Quote(QuoteKind.MIXED, text, whole, speaker, cue, round(confidence - 0.05, 2))


def _is_direct(article: Article, draft: _Draft, beside: Beside | None) -> bool:
    """Whether the marks hold a sentence of its own, and not a part of the reporter's."""
    text, start = article.text, draft.quotation.start
    first = next((c for c in text[start + 1 : start + 8] if c.isalnum()), "")
    lead = text[max(0, start - 3) : start].rstrip(" ")
    opens = not lead or lead.endswith((",", ":", ".", "!", "?", "\n", "—", "–", ";", "”", '"', "("))
    if beside is not None and beside.after:
        return bool(opens)
    return bool(opens) and (first.isupper() or first.isdigit() or not first.isascii() or lead.endswith(":"))


def _reported(doc: Doc, article: Article, parts: Sequence[_Draft], beside: Beside) -> tuple[Span, ...]:
    """The whole reported clause around quoted words, without the marks; what its speaker says on after the cue too."""
    first, last = parts[0].tokens[0], parts[-1].tokens[1]
    inside = parts[:1] if beside.after else parts
    content = beside.content
    start, end = parts[0].quotation.start, inside[-1].quotation.end
    if content is not None and content[0] <= last and first <= content[1] + 1:
        start = min(start, doc[content[0]].idx)
        end = max(end, doc[content[1]].idx + len(doc[content[1]]))
    elif beside.after:
        start = min(start, _clause_start(doc, parts[0]))
    elif beside.cue[1] < first:
        at = beside.cue[1] + 1
        while at < first and doc[at].is_punct:
            at += 1
        start = min(start, doc[at].idx)
    if not beside.after:
        end = max(end, _sentence_end(doc, inside[-1].tokens[1]))
    pieces = []
    for part in inside:
        pieces += [Span(start, part.quotation.start), part.quotation.parts[0].inner]
        start = part.quotation.end
    pieces.append(Span(start, end))
    pieces += [marked.inner for part in parts[len(inside) :] for marked in part.quotation.parts]
    trimmed = (_stripped(article.text, piece) for piece in pieces if piece.end > piece.start)
    return tuple(piece for piece in trimmed if piece.end > piece.start)


def _sentence_end(doc: Doc, last: int) -> int:
    """Where the sentence of quoted words goes on to, if no other report or clause follows; 0 where it does not."""
    if doc[last - 1].text in {".", "!", "?"}:
        return 0
    for i in range(last + 1, min(len(doc), last + REACH_TOKENS)):
        token = doc[i]
        if token.text in _STOPS or token.is_space:
            before = doc[i - 1]
            return before.idx + len(before) if i - 1 > last else 0
        if token.text == "," or token.lemma_.lower() in CUES or token.lower_ == "according":
            return 0
    return 0


def _clause_start(doc: Doc, draft: _Draft) -> int:
    """Where the sentence begins that ends in quoted words: 'The bridge is "a disgrace," said Ann Vane.'"""
    first = draft.tokens[0]
    start = first
    while start > 0 and first - start < REACH_TOKENS and not _ends_before(doc, start - 1, first):
        start -= 1
    if first - start == REACH_TOKENS:
        return draft.quotation.start
    while start < first and (doc[start].is_punct or doc[start].is_space or doc[start].dep_ == "cc"):
        start += 1
    return doc[start].idx


def _ends_before(doc: Doc, i: int, first: int) -> bool:
    return is_break(doc, i, first) or doc[i].text in {"”", '"', "»"}


def _cue(doc: Doc, stretch: Stretch) -> Cue:
    phrase = doc[stretch[0] : stretch[1] + 1]
    return Cue(phrase.text, (Span(phrase.start_char, phrase.end_char),))


def _indirect(
    doc: Doc, article: Article, reports: Sequence[Report], used: set[int], covered: Sequence[Span], naming: Naming
) -> list[Quote]:
    """Reports whose clause holds no quotation, each once: a report inside another's clause is part of that one."""
    found: list[Quote] = []
    inside: list[Stretch] = []
    for report in reports:
        content = report.content
        if content is None or report.source is None or report.verb.i in used or report.strength < 0.3:
            continue
        span = Span(doc[content[0]].idx, doc[content[1]].idx + len(doc[content[1]]))
        if span.end - span.start < 3 or any(a < span.end and span.start < b for a, b in covered):
            continue
        if any(first <= report.verb.i <= last for first, last in inside):
            continue
        inside.append(content)
        speaker = speaker_of(report.source, naming)
        confidence = report.strength - (0.1 if speaker is not None and speaker.entity is None else 0)
        quote = Quote(
            QuoteKind.INDIRECT, article.text[span.start : span.end], (span,), speaker, None, round(confidence, 2)
        )
        found.append(replace(quote, cue=_cue(doc, report.cue)))
    return found


def _stripped(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
