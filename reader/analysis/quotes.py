"""Who said what: the model tells what is reported and by whom, quotation marks the exact words, the names the speaker.

Three kinds, as in the literature (Pareti 2015): direct, mixed (some of the reported clause in marks) and indirect.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reader.analysis.confidence import certainty
from reader.analysis.doc import Doc
from reader.analysis.entities import Naming
from reader.analysis.linking import Attribution, attributions_of
from reader.analysis.marks import Marked, Quotation, quotations
from reader.analysis.printed import signed, turns
from reader.analysis.quoted_words import fragments, is_sentence, pieces, sentences, stripped
from reader.analysis.roles import Tagged, roles_of, weaker_sources
from reader.article import Article, Cue, Quote, QuoteKind, Span, Speaker

SPEECH_WORDS = 6
"""So many words between marks, a sentence of their own, are speech even where nobody is said to say them."""
LEAST_CERTAIN = 0.25
"""Reports that are less certain are left out: that finds the best balance of false and missed ones."""
CARRIED, NOBODY = 0.4, 0.15
"""Confidence where the speaker is that of the quotation before, and where there is none."""
_WORD = re.compile(r"\w")


@dataclass(frozen=True)
class _Draft:
    """One quotation on its way: what was said, and the attribution that says so (none where only marks do)."""

    contents: tuple[Span, ...]
    attribution: Attribution | None


def quotes_of(doc: Doc, article: Article, naming: Naming) -> tuple[Quote, ...]:
    """All quotations and reports of an article, in the order of the text."""
    marked = quotations(article)
    parts = [part for quotation in marked for part in quotation.parts]
    tagged = _mended(doc, roles_of(doc.reading))
    drafts = [
        _drafted(doc, _said_beside(doc, _with_apposition(doc, each, naming), parts), parts, tagged)
        for each in attributions_of(doc.words, tagged, weaker_sources(doc.reading, tagged))
    ]
    drafts = _without_inner(doc, drafts, marked)
    drafts = _continued(doc, drafts, parts)
    drafts = [_whole(draft, marked, article.text) for draft in drafts]
    drafts = _apart(_with_printed(drafts, [*turns(doc, article, naming), *signed(doc, article)]))
    drafts += _only_marked(article, drafts, marked)
    drafts.sort(key=lambda draft: draft.contents[0])
    quotes = [_quote(doc, article, naming, draft, parts) for draft in drafts]
    kept = [quote for quote in quotes if _is_likely(quote) and not _is_own_name(doc, naming, quote)]
    return tuple(_with_carried(article, kept))


def _is_likely(quote: Quote) -> bool:
    """Whether this is speech of its own between marks, or a report that is not more likely none."""
    return quote.kind is QuoteKind.DIRECT or quote.confidence >= LEAST_CERTAIN


def _is_own_name(doc: Doc, naming: Naming, quote: Quote) -> bool:
    """Whether all that somebody is said to report is their own name: an apposition that was taken for a report."""
    if quote.kind is not QuoteKind.INDIRECT or quote.speaker is None or len(quote.spans) != 1:
        return False
    phrase = doc.phrase_at(*quote.spans[0])
    entity = naming.of_phrase(phrase) if phrase is not None else None
    return (
        entity is not None
        and entity.id == quote.speaker.entity
        and all(word[0].isupper() for word in quote.text.split())
    )


def _mended(doc: Doc, tagged: Sequence[Tagged]) -> list[Tagged]:
    """Sources that only a comma parts as one ("his deputy, Ann Vane"), and one that ends in "which" with its clause."""
    mended: list[Tagged] = []
    for each in (part for whole in tagged for part in _within_sentences(doc, whole)):
        before = mended[-1] if mended else None
        beside = before is not None and before.role == each.role == "source" and each.first - before.last == 2
        if before is not None and beside and doc.words.text_of(before.last + 1) == ",":
            mended[-1] = replace(before, last=each.last)
        else:
            mended.append(each)
    taken = {i for each in mended for i in range(each.first, each.last + 1)}
    return [_to_clause_end(doc, each, taken) if each.role == "source" else each for each in mended]


def _within_sentences(doc: Doc, tagged: Tagged) -> Iterator[Tagged]:
    """A source or a cue cut where a sentence begins in it."""
    first = tagged.first
    if tagged.role != "content":
        for token in doc.tokens[doc.token_of_word(tagged.first) + 1 : doc.token_of_word(tagged.last) + 1]:
            if token.opens_sentence and not token.is_break:
                end = token.first_word - 1
                while end > first and not _WORD.match(doc.words.text_of(end)):
                    end -= 1
                yield replace(tagged, first=first, last=end)
                first = token.first_word
    yield replace(tagged, first=first)


_RELATIVE = frozenset({"which", "who"})


def _to_clause_end(doc: Doc, source: Tagged, taken: set[int]) -> Tagged:
    """A source with the clause that "which" or "who" begins, up to the comma, the full stop or the next role."""
    words = doc.words
    following = [words.text_of(i).lower() for i in range(source.last, min(source.last + 3, len(words)))]
    if following[1:2] == [","] and following[2:] and following[2] in _RELATIVE and source.last + 2 not in taken:
        source = replace(source, last=source.last + 2)
    elif source.first == source.last or following[0] not in _RELATIVE:
        return source
    last = source.last
    while last + 1 < len(words) and last + 1 not in taken and words.text_of(last + 1) not in ',.;:?!”“"':
        last += 1
    return replace(source, last=last) if last > source.last else replace(source, last=source.last - 1)


def _drafted(doc: Doc, attribution: Attribution, parts: Sequence[Marked], tagged: Sequence[Tagged]) -> _Draft:
    words = doc.words
    own = {*attribution.contents}
    others = [words.between(each.first, each.last) for each in tagged if each not in own]
    contents = [_to_the_marks(words.between(each.first, each.last), parts, others) for each in attribution.contents]
    return _Draft(tuple(_merged(contents, words.text)), attribution)


def _with_apposition(doc: Doc, attribution: Attribution, naming: Naming) -> Attribution:
    """Of "according to the council's spokeswoman, Ann Vane, it is over" the name as the source's, not as what was said."""
    source, content = attribution.source, attribution.contents[0]
    if source is None or content.first != source.last + 2 or doc.words.text_of(source.last + 1) != ",":
        return attribution
    at = doc.token_of_word(content.first)
    named = at
    while named < len(doc) and naming.covers(doc[named]):
        named += 1
    if not at < named < len(doc) or doc[named].text != ",":
        return attribution
    begins = doc[named].last_word + 1
    rest = [replace(content, first=begins)] if begins <= content.last else []
    contents = (*rest, *attribution.contents[1:])
    named_too = replace(source, last=doc[named - 1].last_word)
    return replace(attribution, contents=contents, source=named_too) if contents else attribution


def _said_beside(doc: Doc, attribution: Attribution, parts: Sequence[Marked]) -> Attribution:
    """Of '"A," B said, according to C' what B said: whoever stands right behind the marks is the nearer source."""
    words = doc.words
    for content in attribution.contents:
        span = words.between(content.first, content.last)
        for part in parts:
            if not (part.inner.start - 1 <= span.start <= part.inner.start and part.outer.end < span.end):
                continue
            tail = doc.phrase_at(part.outer.end, span.end)
            if tail is None or tail.last - tail.first > LONGEST_TAIL or words.text[part.inner.end - 1] not in ",?!":
                continue
            said = doc[tail.first] if doc[tail.first].lower in _SAID else doc[tail.last]
            rest = [token for token in tail if token is not said and not token.is_mark]
            if said.lower in _SAID and rest and not any(token.is_break for token in rest):
                source = Tagged("source", rest[0].first_word, rest[-1].last_word, content.sureness)
                cue = Tagged("cue", said.first_word, said.last_word, content.sureness)
                last = doc.phrase_at(part.inner.start, part.inner.end)
                assert last is not None
                quoted = replace(content, last=doc[last.last].last_word)
                return Attribution((quoted,), cue, source)
    return attribution


LONGEST_TAIL = 8
_SAID = frozenset("said says added told wrote asked replied".split())


def _to_the_marks(content: Span, parts: Sequence[Marked], others: Sequence[Span]) -> Span:
    """The content with the rest of the quotations that it begins or ends in, up to what else is tagged in there."""
    start, end = content
    for part in parts:
        inner = part.inner
        if inner.start < start < inner.end and not _any_within(others, inner.start, start):
            start = inner.start
        if inner.start < end < inner.end and not _any_within(others, end, inner.end):
            end = inner.end
    return Span(start, end)


def _any_within(spans: Iterable[Span], start: int, end: int) -> bool:
    return any(span.start < end and start < span.end for span in spans)


def _merged(spans: Iterable[Span], text: str) -> list[Span]:
    """The spans in order; those that overlap, or have only marks between them, as one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and not _WORD.search(text, merged[-1].end, span.start):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _without_inner(doc: Doc, drafts: Sequence[_Draft], marked: Sequence[Quotation]) -> list[_Draft]:
    """Without the reports inside quoted speech that somebody outside is said to say: these are his words."""
    kept = list(drafts)
    for quotation in marked:
        for part in quotation.parts:
            outer = [d for d in kept if _speaks_outside(doc, d, part) and _any_within(d.contents, *part.inner)]
            if not outer:
                continue
            inner = [d for d in kept if d not in outer and all(_inside(span, part.inner) for span in d.contents)]
            for draft in inner:
                kept.remove(draft)
            if inner:
                at = kept.index(outer[0])
                text = doc.text
                kept[at] = replace(outer[0], contents=tuple(_merged([*outer[0].contents, part.inner], text)))
    return kept


def _continued(doc: Doc, drafts: Sequence[_Draft], parts: Sequence[Marked]) -> list[_Draft]:
    """A quotation that goes on after the words that name its speaker is one: “A,” she said, “and B.”"""
    kept = list(drafts)
    for first, second in pairwise(parts):
        gap = Span(first.outer.end, second.outer.start)
        a, b = _holding(kept, first.inner), _holding(kept, second.inner)
        if a is None or a is b or not _goes_on(doc.text, first, gap, second):
            continue
        owners = [each for each in (a, b) if each is not None and _cue_within(doc, each, gap)]
        ends = doc.text[gap.start : gap.end].rstrip().endswith(".")
        home = owners[0] if len(owners) == 1 or (owners[:1] == [a] and ends) else None
        if home is None or (b is not None and b is not home and _cue_within(doc, b, Span(second.outer.end, LAST))):
            continue
        moved = [first.inner, second.inner]
        for other in (a, b):
            if other is not None and other is not home:
                rest = tuple(span for span in other.contents if not _any_within(moved, *span))
                at = kept.index(other)
                kept[at : at + 1] = [replace(other, contents=rest)] if rest else []
        kept[kept.index(home)] = replace(home, contents=tuple(_merged([*home.contents, *moved], doc.text)))
    return kept


LAST = 1 << 62
"""Behind every character."""
LONGEST_GAP_WORDS = 40


def _holding(drafts: Sequence[_Draft], inner: Span) -> _Draft | None:
    return next((draft for draft in drafts if _any_within(draft.contents, *inner)), None)


def _goes_on(text: str, first: Marked, gap: Span, second: Marked) -> bool:
    """Whether what stands between two quotations of one paragraph reads as the words that name their speaker."""
    between = text[gap.start : gap.end].strip()
    if (
        "\n" in text[gap.start : gap.end]
        or len(between.split()) > LONGEST_GAP_WORDS
        or text[first.inner.end - 1] not in ",?!"
    ):
        return False
    capital = text[second.inner.start : second.inner.start + 1].isupper()
    return between.endswith((",", "—", "–")) or (between.endswith(".") and capital and between.count(". ") == 0)


def _cue_within(doc: Doc, draft: _Draft, where: Span) -> bool:
    cue = draft.attribution.cue if draft.attribution is not None else None
    return cue is not None and _inside(doc.words.between(cue.first, cue.last), where)


def _speaks_outside(doc: Doc, draft: _Draft, part: Marked) -> bool:
    """Whether the cue (or the source) of a report stands outside a quotation."""
    attribution = draft.attribution
    beside = (attribution.cue or attribution.source) if attribution is not None else None
    if beside is None:
        return False
    return not _inside(doc.words.between(beside.first, beside.last), part.inner)


def _inside(span: Span, outer: Span) -> bool:
    return outer.start <= span.start and span.end <= outer.end


def _whole(draft: _Draft, marked: Sequence[Quotation], text: str) -> _Draft:
    """With all the parts of a quotation that goes on over paragraphs, where its first is said by somebody."""
    contents = list(draft.contents)
    for quotation in marked:
        first = quotation.parts[0].inner
        if len(quotation.parts) > 1 and any(_inside(first, span) for span in contents):
            contents = _merged([*contents, *(part.inner for part in quotation.parts[1:])], text)
    return replace(draft, contents=tuple(contents))


def _with_printed(drafts: Iterable[_Draft], printed: Sequence[tuple[tuple[Span, ...], Attribution]]) -> list[_Draft]:
    """The drafts, and what is printed with its speaker as drafts of their own: these hold their words, and no other does."""
    inner = [content for contents, _ in printed for content in contents]
    rests = [replace(d, contents=tuple(span for span in d.contents if not _any_within(inner, *span))) for d in drafts]
    return [*(rest for rest in rests if rest.contents), *(_Draft(contents, each) for contents, each in printed)]


def _apart(drafts: Sequence[_Draft]) -> list[_Draft]:
    """Drafts of which no two hold the same words: the earlier, then the longer, keeps them."""
    kept: list[_Draft] = []
    taken: list[Span] = []
    order = sorted(drafts, key=lambda d: (-max(span.end - span.start for span in d.contents), d.contents[0]))
    for draft in order:
        own = tuple(sorted(span for span in set(draft.contents) if not _any_within(taken, *span)))
        if own:
            kept.append(replace(draft, contents=own))
            taken += own
    return kept


def _only_marked(article: Article, drafts: Sequence[_Draft], marked: Sequence[Quotation]) -> list[_Draft]:
    """The quotations that nobody is said to say, though they are long enough to be speech, and sentences of their own."""
    said = [span for draft in drafts for span in draft.contents]
    found = []
    for quotation in marked:
        inner = tuple(stripped(article.text, part.inner) for part in quotation.parts)
        inner = tuple(span for span in inner if span.end > span.start)
        length = sum(len(article.text[a:b].split()) for a, b in inner)
        speech = inner and length >= SPEECH_WORDS and is_sentence(article.text, inner[0])
        if speech and not any(_any_within(said, *span) for span in inner):
            found.append(_Draft(inner, None))
    return found


def _quote(doc: Doc, article: Article, naming: Naming, draft: _Draft, parts: Sequence[Marked]) -> Quote:
    text = article.text
    spans: list[Span] = []
    quoted: list[Span] = []
    for content in draft.contents:
        for piece, inside in pieces(text, content, parts):
            spans.append(piece)
            if inside:
                quoted.append(piece)
    spans = spans or list(draft.contents)
    if not quoted:
        kind, wording = QuoteKind.INDIRECT, " ".join(text[a:b] for a, b in spans)
    elif len(quoted) == len(spans) and is_sentence(text, quoted[0]):
        kind, wording = QuoteKind.DIRECT, sentences(text, quoted)
    else:
        kind, wording = QuoteKind.MIXED, fragments(text, quoted)
    attribution = draft.attribution
    if attribution is None:
        return Quote(kind, wording, tuple(spans), None, None, NOBODY)
    speaker = speaker_of(doc, attribution.source, naming)
    cue = None
    if attribution.cue is not None:
        span = doc.words.between(attribution.cue.first, attribution.cue.last)
        cue = Cue(text[span.start : span.end], (span,))
    sure = certainty(attribution, speaker, bool(quoted))
    if quoted and speaker is None and cue is None:
        sure = min(sure, NOBODY)
    return Quote(kind, wording, tuple(spans), speaker, cue, sure)


def speaker_of(doc: Doc, source: Tagged | None, naming: Naming) -> Speaker | None:
    """The speaker whom a source names: the entity it resolves to, or the words themselves."""
    if source is None:
        return None
    span = doc.words.between(source.first, source.last)
    phrase = doc.phrase_at(*span)
    entity = naming.of_phrase(phrase) if phrase is not None else None
    text = doc.text[span.start : span.end]
    return Speaker(entity.id if entity else None, entity.name if entity else text, text, (span,))


def _with_carried(article: Article, quotes: Sequence[Quote]) -> Iterator[Quote]:
    """Each quotation that names no speaker with the one before it, if that stands in the paragraph before or its own."""
    starts = [span.start for span, _ in article.body()]
    last: tuple[Speaker, int] | None = None
    for quote in quotes:
        block = bisect_right(starts, quote.spans[0].start) - 1
        if quote.speaker is None and quote.kind is QuoteKind.DIRECT and last is not None and block - last[1] <= 1:
            quote = replace(quote, speaker=last[0], confidence=CARRIED)  # noqa: PLW2901
        if quote.speaker is not None and quote.kind is not QuoteKind.INDIRECT:
            last = (quote.speaker, bisect_right(starts, quote.spans[-1].start) - 1)
        yield quote
